//! The number by which a country knows a person. Each country's scheme is a row of [`super::identifier`].

use super::numbered::Numbered;
use super::{Kind, KindKeys, RuleKey, Rules, Takes};
use crate::expression::Type;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "national_id",
    says: "The number by which a country knows a person; of GB, the National Insurance number.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[RuleKey {
        key: "of",
        takes: Takes::CountryOf("national_id"),
        needed: true,
        says: "The country.",
    }],
    type_of: Type::Text,
    example: "national_id: { of: GB }",
    build,
};

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    Numbered::build(&KEYS, true, rules)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use crate::answer::Answer;

    #[test]
    fn a_national_insurance_number_is_read_however_it_is_typed() {
        let kind = TestRules::of(&[("of", "GB")]).kind("national_id");
        for typed in ["AB123456C", "ab 12 34 56 c", "AB-12-34-56-C", "ＡＢ１２３４５６Ｃ"] {
            assert_eq!(read(&*kind, typed), Ok(Answer::Text("AB123456C".to_owned())), "{typed}");
        }
    }

    #[test]
    fn numbers_that_nobody_has_are_refused() {
        let kind = TestRules::of(&[("of", "GB")]).kind("national_id");
        for wrong in [
            "QQ123456C",
            "AO123456C",
            "GB123456C",
            "ZZ123456C",
            "AB123456E",
            "AB12345C",
            "AB1234567C",
            "AB123456",
            "1B123456C",
            "ÅB123456C",
        ] {
            assert_eq!(
                refused(&*kind, wrong),
                [("", "wrong", "error-national-id-format")],
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_slip_is_told_from_a_number_of_another_shape() {
        let kind = TestRules::of(&[("of", "NO")]).kind("national_id");
        assert_eq!(read(&*kind, "311239 99935"), Ok(Answer::Text("31123999935".to_owned())));
        assert_eq!(
            refused(&*kind, "311239 99934"),
            [("", "wrong", "error-identifier-mistyped")]
        );
        assert_eq!(refused(&*kind, "311239"), [("", "wrong", "error-national-id-format")]);
    }

    #[test]
    fn the_country_is_needed() {
        assert_eq!(TestRules::default().problems("national_id").len(), 1);
        assert_eq!(TestRules::of(&[("of", "ZZ")]).problems("national_id").len(), 1);
    }
}
