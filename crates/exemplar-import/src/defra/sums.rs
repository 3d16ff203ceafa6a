//! What a template works out from answers: sums with a name, and conditions. Each is kept as an expression in which
//! answers and other sums stand between marks, for the writer to name.

use indexmap::IndexMap;

use crate::form::Sum;
use crate::write::ANSWER;

/// The longest expression: what is longer is left to the report.
const LONGEST: usize = 300;

/// What stands between marks.
pub(super) fn mark(inner: &str) -> String {
    format!("{}{inner}{}", ANSWER.0, ANSWER.1)
}

/// The sums of a form, and what stands under a name at a place of a text.
#[derive(Debug, Default)]
pub(super) struct Sums {
    pub(super) all: IndexMap<String, Sum>,
}

impl Sums {
    /// Keeps a sum, and gives the mark that stands for it.
    pub(super) fn keep(&mut self, called: &str, cases: Vec<(Option<String>, String)>) -> String {
        let same = self
            .all
            .iter()
            .find(|(_, known)| known.called == called && known.cases == cases);
        if let Some((key, _)) = same {
            return mark(key);
        }
        let key = format!("~{}", self.all.len());
        let called = called.to_owned();
        self.all.insert(key.clone(), Sum { called, cases });
        mark(&key)
    }
}

/// A value with its filters, as `cost | times: 0.4`: none where it does more than sums. `known` gives the mark of a name.
pub(super) fn value(text: &str, known: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let mut parts = text.split('|').map(str::trim);
    let mut out = operand(parts.next()?, known)?;
    for part in parts {
        let (filter, given) = part.split_once(':').unwrap_or((part, ""));
        let filter = filter.trim();
        if filter.starts_with("formatCurrency") {
            out.push_str(&mark("£"));
            continue;
        }
        let given = given.split(',').next().unwrap_or_default();
        // What is added or compared is in the unit of the answer; what is multiplied has none.
        let plain = || operand(given, known);
        let unit = || plain_number(given).map_or_else(plain, |number| Some(mark(&format!("#{number}"))));
        out = match filter {
            "times" => format!("{} * {}", bracketed(&out), plain()?),
            "divided_by" => format!("{} / {}", bracketed(&out), plain()?),
            "plus" => format!("{out} + {}", unit()?),
            "minus" => format!("{out} - {}", unit()?),
            "at_most" => format!("lowest_of({out}, {})", unit()?),
            "at_least" => format!("highest_of({out}, {})", unit()?),
            "answer" | "escape" => out,
            _ => return None,
        };
    }
    (out.len() <= LONGEST).then_some(out)
}

fn bracketed(text: &str) -> String {
    if text.contains(" + ") || text.contains(" - ") {
        format!("({text})")
    } else {
        text.to_owned()
    }
}

fn operand(text: &str, known: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    plain_number(text).or_else(|| known(text.trim().trim_matches(['\'', '"'])))
}

fn plain_number(text: &str) -> Option<String> {
    let number: rust_decimal::Decimal = text.trim().parse().ok()?;
    Some(number.normalize().to_string())
}

/// A condition that compares answers and sums: none where it does more. `and` and `or` do not stand beside each other.
pub(super) fn condition(text: &str, known: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let (sign, others) = if text.contains(" or ") {
        (" or ", " and ")
    } else {
        (" and ", " or ")
    };
    if text.contains(others) {
        return None;
    }
    let parts: Option<Vec<String>> = text.split(sign).map(|part| comparison(part, known)).collect();
    let all = parts?.join(sign);
    (all.len() <= LONGEST).then_some(all)
}

fn comparison(text: &str, known: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    const SIGNS: [(&str, &str); 6] = [
        (">=", ">="),
        ("<=", "<="),
        ("==", "is"),
        ("!=", "is not"),
        (">", ">"),
        ("<", "<"),
    ];
    let (sign, (left, right)) = SIGNS
        .iter()
        .find_map(|(sign, ours)| Some((*ours, text.split_once(sign)?)))?;
    let (left, right) = (known(left.trim())?, right.trim());
    if let Some(number) = plain_number(right) {
        return Some(format!("{left} {sign} {}", mark(&format!("#{number}"))));
    }
    let quoted = right.strip_prefix(['\'', '"'])?.strip_suffix(['\'', '"'])?;
    // An option is named beside its question.
    let key = left.strip_prefix(ANSWER.0)?.strip_suffix(ANSWER.1)?;
    let said = mark(&format!("{key}={quoted}"));
    match sign {
        "is" => Some(said),
        "is not" => Some(format!("not ({said})")),
        _ => None,
    }
}

/// The conditions of the branches of an `if`, each without those before it.
pub(super) fn branches(conditions: &[Option<String>]) -> Option<Vec<String>> {
    let mut before: Vec<String> = Vec::new();
    let mut out = Vec::new();
    for condition in conditions {
        let mut all: Vec<String> = before.iter().map(|one| format!("not ({one})")).collect();
        match condition {
            Some(own) if all.is_empty() => all.push(own.clone()),
            Some(own) => all.push(format!("({own})")),
            None => {}
        }
        before.extend(condition.clone());
        out.push(all.join(" and "));
    }
    out.iter().all(|one| one.len() <= LONGEST).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str) -> Option<String> {
        matches!(name, "cost" | "which").then(|| mark(name))
    }

    fn shown(text: Option<String>) -> String {
        text.unwrap_or_default().replace(ANSWER.0, "<").replace(ANSWER.1, ">")
    }

    #[test]
    fn sums_and_comparisons_are_read_and_nothing_else() {
        let value = |text| shown(value(text, &known));
        assert_eq!(value("cost | times: 0.40"), "<cost> * 0.4");
        assert_eq!(
            value("'cost' | answer | plus: 5 | divided_by: 12"),
            "(<cost> + <#5>) / 12"
        );
        assert_eq!(
            value("cost | at_most: 300000 | formatCurrency: 'en-GB'"),
            "lowest_of(<cost>, <#300000>)<£>"
        );
        assert_eq!(value("cost | map: 'x'"), "");
        assert_eq!(value("other"), "");
        let condition = |text| shown(condition(text, &known));
        assert_eq!(condition("cost >= 3 and cost < 9"), "<cost> >= <#3> and <cost> < <#9>");
        assert_eq!(condition("which == \"a b\""), "<which=a b>");
        assert_eq!(condition("cost > 1 and cost > 2 or cost > 3"), "");
        assert_eq!(condition("cost"), "");
    }

    #[test]
    fn a_branch_holds_where_those_before_it_do_not() {
        let all = branches(&[Some("a".to_owned()), Some("b".to_owned()), None]).unwrap();
        assert_eq!(all, ["a", "not (a) and (b)", "not (a) and not (b)"]);
    }
}
