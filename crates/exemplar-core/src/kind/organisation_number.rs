//! The number by which a country knows a company or another organisation. Each country's scheme is a row of
//! [`super::identifier`].

use super::numbered::Numbered;
use super::{Kind, KindKeys, RuleKey, Rules, Takes};
use crate::expression::Type;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "organisation_number",
    says: "The number by which a country knows an organisation; of GB, the company number.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[RuleKey {
        key: "of",
        takes: Takes::CountryOf("organisation_number"),
        needed: true,
        says: "The country.",
    }],
    type_of: Type::Text,
    example: "organisation_number: { of: GB }",
    build,
};

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    Numbered::build(&KEYS, false, rules)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use crate::answer::Answer;

    #[test]
    fn an_organisation_number_is_kept_without_signs() {
        let kind = TestRules::of(&[("of", "SE")]).kind("organisation_number");
        assert_eq!(read(&*kind, " 499999–9990"), Ok(Answer::Text("4999999990".to_owned())));
        assert_eq!(
            refused(&*kind, "499999-9991"),
            [("", "wrong", "error-identifier-mistyped")]
        );
        assert!(!kind.personal());
        assert_eq!(TestRules::default().problems("organisation_number").len(), 1);
    }
}
