//! How a number is read from what people type. Its bounds and its unit are not here.

use rust_decimal::Decimal;

/// Reads a number that was tidied as plain: `1,000`, `1 000.5`, `-3`, `.5`.
///
/// Commas, blanks and apostrophes are taken where they part thousands and nowhere else: `1,5` could be one and a half
/// or fifteen, so it is refused rather than guessed.
pub(super) fn figure(plain: &str) -> Option<Decimal> {
    // The signs of Arabic script stand for nothing else.
    let plain = &*plain.replace('٫', ".").replace('٬', ",");
    let (negative, unsigned) = match plain.strip_prefix(['-', '+']) {
        Some(rest) => (plain.starts_with('-'), rest.trim_start()),
        None => (false, plain),
    };
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let whole = without_thousands(whole)?;
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(&whole) || !all_digits(decimals) || whole.len() + decimals.len() == 0 {
        return None;
    }
    let text = format!("{whole}.{decimals}");
    let number = Decimal::from_str_exact(text.trim_end_matches('.')).ok()?;
    Some(if negative { -number } else { number }.normalize())
}

/// Takes out what parts thousands.
fn without_thousands(whole: &str) -> Option<String> {
    let is_sign = |c: char| matches!(c, ',' | ' ' | '\'');
    let mut groups = whole.split(is_sign);
    let first = groups.next()?;
    let mut out = first.to_owned();
    for group in groups {
        if group.len() != 3 || !(1..=3).contains(&first.len()) {
            return None;
        }
        out.push_str(group);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, read) in [
            ("30", "30"),
            ("0030", "30"),
            ("1,000", "1000"),
            ("1 000 000.50", "1000000.5"),
            ("1'000", "1000"),
            (".5", "0.5"),
            ("5.", "5"),
            ("- 3", "-3"),
            ("+3", "3"),
            ("3.00", "3"),
            ("1٬250٫5", "1250.5"),
        ] {
            assert_eq!(figure(typed), read.parse().ok(), "{typed}");
        }
    }

    #[test]
    fn what_could_be_two_numbers_is_not_guessed() {
        for typed in [
            "",
            ".",
            "-",
            "1,5",
            "1,0000",
            "1000,000",
            ",100",
            "1e5",
            "1_000",
            "ten",
            "1.2.3",
            "99999999999999999999999999999999",
        ] {
            assert_eq!(figure(typed), None, "{typed}");
        }
    }
}
