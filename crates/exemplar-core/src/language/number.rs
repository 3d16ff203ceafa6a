//! Numbers, percentages and amounts as a language writes them. How they are read is with the kinds of answer.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Conventions;

impl Conventions {
    /// A number with as many places as it has: 1,250.5.
    #[must_use]
    pub fn number(&self, number: Decimal) -> String {
        let number = number.normalize();
        let written = self.written(&number.abs().to_string());
        self.signed(number, written)
    }

    /// A number with a fixed count of places; a half goes away from nought, as people learn it.
    #[must_use]
    pub fn number_with(&self, number: Decimal, places: u32) -> String {
        let rounded = number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
        let places = places as usize;
        let written = self.written(&format!("{:.places$}", rounded.abs()));
        self.signed(rounded, written)
    }

    /// Digits that are no amount and have no groups: a year.
    #[must_use]
    pub fn digits(&self, plain: &str) -> String {
        let own = |c: char| c.to_digit(10).map_or(c, |digit| self.numbers.digits[digit as usize]);
        plain.chars().map(own).collect()
    }

    /// A percentage, of which the number is written out already.
    #[must_use]
    pub fn percent_of(&self, written: &str) -> String {
        self.numbers.percent.replace("{n}", written)
    }

    /// An amount: £154, £1,250.50. Coins are written only where there are some.
    #[must_use]
    pub fn money(&self, amount: Decimal, currency: &str) -> String {
        let amount = amount.round_dp(coins(currency));
        let places = if amount.fract().is_zero() { 0 } else { coins(currency) };
        let written = self.written(&format!("{:.1$}", amount.abs(), places as usize));
        let sign = self.sign(currency);
        let forms = if amount.is_sign_negative() && !amount.is_zero() {
            &self.numbers.money_below_nought
        } else {
            &self.numbers.money
        };
        let has_letters = sign.ends_with(char::is_alphabetic) || sign.starts_with(char::is_alphabetic);
        let form = if has_letters { &forms.letters } else { &forms.sign };
        form.replace("{n}", &written).replace("{c}", sign)
    }

    /// A currency's sign; its code where it has none.
    #[must_use]
    pub fn sign<'a>(&'a self, currency: &'a str) -> &'a str {
        self.numbers.signs.get(currency).map_or(currency, String::as_str)
    }

    fn signed(&self, number: Decimal, written: String) -> String {
        if number.is_sign_negative() && !number.is_zero() {
            format!("{}{written}", self.numbers.minus)
        } else {
            written
        }
    }

    /// Plain digits with a point, in this language's digits and groups.
    fn written(&self, plain: &str) -> String {
        let numbers = &self.numbers;
        let (whole, rest) = plain.split_once('.').unwrap_or((plain, ""));
        let mut written = self.digits_in_groups(whole);
        if !rest.is_empty() {
            written.push_str(&numbers.decimal);
            written.push_str(&self.digits(rest));
        }
        written
    }

    fn digits_in_groups(&self, whole: &str) -> String {
        let (last, before) = self.numbers.groups;
        let grouped = whole.len() >= last + self.numbers.minimum_grouping;
        let mut written = String::with_capacity(whole.len() * 2);
        for (i, digit) in self.digits(whole).chars().enumerate() {
            let left = whole.len() - i;
            if grouped && i > 0 && left >= last && (left - last).is_multiple_of(before) {
                written.push_str(&self.numbers.group);
            }
            written.push(digit);
        }
        written
    }
}

/// How many decimals a currency's smallest coin has. Source: ISO 4217, minor units.
#[must_use]
pub fn coins(code: &str) -> u32 {
    match code {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV"
        | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn number(language: &str, number: &str, expected: &str) {
        assert_eq!(Conventions::of(language).number(number.parse().unwrap()), expected);
    }

    #[test]
    fn numbers_have_the_digits_and_groups_of_the_language() {
        number("en", "0", "0");
        number("en", "-0", "0");
        number("en", "999", "999");
        number("en", "1250000.50", "1,250,000.5");
        number("en", "-1250", "-1,250");
        number("cy", "1250", "1,250");
        // CLDR writes Arabic with these digits, and with its own in some countries.
        number("ar", "1250000.5", "1,250,000.5");
        number("ar", "-5", "\u{200e}-5");
    }

    #[track_caller]
    fn money(language: &str, amount: &str, currency: &str, expected: &str) {
        assert_eq!(
            Conventions::of(language).money(amount.parse().unwrap(), currency),
            expected
        );
    }

    #[test]
    fn a_language_may_have_digits_and_groups_of_its_own() {
        let mut numbers = serde_json::json!({
            "digits": "०१२३४५६७८९".chars().collect::<Vec<_>>(), "decimal": ".", "group": ",", "groups": [3, 2],
            "minimum_grouping": 1, "minus": "-", "percent": "{n}%", "money": {"sign": "{c}{n}", "letters": "{c} {n}"},
            "money_below_nought": {"sign": "-{c}{n}", "letters": "-{c} {n}"}, "signs": {"INR": "₹"},
        });
        let of = |numbers: &serde_json::Value| {
            let mut all: serde_json::Value = serde_json::from_str(include_str!("../../data/languages.json")).unwrap();
            all["en"]["numbers"] = numbers.clone();
            serde_json::from_value::<Conventions>(all["en"].take()).unwrap()
        };
        assert_eq!(of(&numbers).money(Decimal::from(1_234_567), "INR"), "₹१२,३४,५६७");
        assert_eq!(of(&numbers).digits("1987"), "१९८७");
        // Polish and Spanish part four digits only from five on.
        numbers["minimum_grouping"] = 2.into();
        assert_eq!(of(&numbers).number(Decimal::from(1234)), "१२३४");
        assert_eq!(of(&numbers).number(Decimal::from(12_345)), "१२,३४५");
    }

    #[test]
    fn amounts_stand_with_their_sign_as_the_language_writes_it() {
        money("en", "154", "GBP", "£154");
        money("en", "1250.5", "GBP", "£1,250.50");
        money("en", "-5", "GBP", "-£5");
        money("en", "0.004", "GBP", "£0");
        money("en", "5", "USD", "$5");
        money("en", "1250", "NOK", "kr\u{a0}1,250");
        money("en", "1.5", "KWD", "KWD\u{a0}1.500");
        money("cy", "1250.5", "GBP", "£1,250.50");
        money("ar", "1250.5", "GBP", "\u{200f}1,250.50\u{a0}UK£\u{200e}");
    }

    #[test]
    fn percentages_have_the_sign_of_the_language() {
        let percent = |language: &str, ratio| {
            let own = Conventions::of(language);
            own.percent_of(&own.number_with(ratio, 1))
        };
        assert_eq!(percent("en", Decimal::new(8_235, 2)), "82.4%");
        assert_eq!(percent("en", Decimal::ONE_HUNDRED), "100.0%");
        assert_eq!(percent("ar", Decimal::new(825, 1)), "82.5\u{200e}%\u{200e}");
    }
}
