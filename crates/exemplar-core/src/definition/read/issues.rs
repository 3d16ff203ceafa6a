//! What decisions issue: numbers, how long they are good, what is public of them. Words of certificates are not here.

use std::sync::Arc;

use super::values::keeping;
use super::{NamedWhat, Reader, Role, Spot, Where, listed};
use crate::definition::limits::{ISSUES, SHOWN};
use crate::definition::shape;
use crate::definition::source::{Key, Node};
use crate::definition::{Casework, DurationUnit, Issue, Keeping, Pays, SearchedBy, Shown};
use crate::expression::{Type, Wanted, closest};
use crate::id::Name;
use crate::issuing::{EntryState, MOST_DIGITS};

/// What all the texts may say of one issue, after its name and a point.
const FEWEST_DIGITS: usize = 4;
/// A number with its other signs has at most so many.
const NUMBER_CHARACTERS: usize = 30;

/// Answers that are never public: they open accounts, or nobody could read them in a table.
const NEVER_PUBLIC: &[&str] = &["bank_account", "national_id", "file", "evidence", "rows", "signature"];
/// Answers that say who somebody is or how to reach them: public only where a law says so.
const PERSONAL: &[&str] = &["name", "email", "phone"];
/// Answers that hold a postcode.
const WITH_POSTCODE: &[&str] = &["address", "postcode"];

/// All of it, in order.
pub(super) fn read<'a>(reader: &Reader<'a>, root: &Spot<'a>, casework: &Casework) -> Vec<Issue> {
    reader.stand(Where::After);
    let mut issues: Vec<Issue> = Vec::new();
    let spot = root.get("issues");
    for (key, spot) in spot.iter().flat_map(Spot::entries) {
        if issues.len() == ISSUES {
            let message = format!("A service issues at most {ISSUES} things.");
            reader.error(key.place, "too_many_issues", message, "Put some together by cases.");
            break;
        }
        shape::name(key, shape::NOT_IN_EXPRESSIONS, &mut reader.findings());
        if reader.register.what(&key.text).is_some() {
            let message = format!("\"{}\" is the name of something else.", key.text);
            reader.error(key.place, "name_twice", message, "Use a name once in a service.");
        }
        if let Some(issue) = issue(reader, key, &spot, casework) {
            if issue.renew.is_some() && issues.iter().any(|other| other.renew.is_some()) {
                let advice = "Leave renew out of one of them, or make them two services.";
                reader.error(key.place, "two_renewals", "A service renews one thing.", advice);
            }
            if issue.is_public() && issues.iter().any(Issue::is_public) {
                let advice = "Leave public out of one of them, or make them two services.";
                reader.error(key.place, "two_registers", "A service has one public register.", advice);
            }
            issues.push(issue);
        }
    }
    issues
}

fn issue<'a>(reader: &Reader<'a>, key: &Key, spot: &Spot<'a>, casework: &Casework) -> Option<Issue> {
    for needed in ["at", "lasts"] {
        if spot.node.get(needed).is_none() {
            let message = format!("\"{}\" has no {needed}.", key.text);
            let advice = "Write at: the outcome that issues it, and lasts: how long it is good, or forever.";
            reader.error(key.place, "missing", message, advice);
        }
    }
    let number = spot.node.get("number");
    let number = number.map(|node| numbers(reader, node, &key.text)).unwrap_or_default();
    let public = public(reader, spot, !number.is_empty());
    Some(Issue {
        name: Name::from(key.text.as_str()),
        title: reader.text(spot, "title"),
        at: outcome(reader, spot.node.get("at")?, casework),
        lasts: lasts(reader, spot.node.get("lasts")?, &key.text),
        pays: spot.get("pays").and_then(|spot| pays(reader, &spot, &key.text)),
        search_by: search_by(reader, spot, &public),
        can_be: can_be(reader, spot),
        document: spot.node.get("document").and_then(super::certificates::named),
        renew: super::renewing::read(reader, spot, !number.is_empty()),
        number,
        public,
    })
}

fn outcome(reader: &Reader<'_>, node: &Node, casework: &Casework) -> Name {
    let at = node.text().unwrap_or_default();
    if !casework.outcomes.contains_key(at) {
        let advice = closest(at, casework.outcomes.keys().map(Name::as_str)).map_or_else(
            || "Name an outcome.".to_owned(),
            |like| format!("Did you mean \"{like}\"?"),
        );
        reader.missing_name(node.place, at, format!("\"{at}\" is no outcome."), advice);
    }
    Name::from(at)
}

/// The last case stands without a condition: there is a number, and a time, for everybody.
fn ends_without_when<T>(reader: &Reader<'_>, node: &Node, cases: &[(T, Option<crate::expression::Expression>)]) {
    if let Some((_, Some(_))) = cases.last() {
        let advice = "End with a case without when.";
        reader.error(
            node.place,
            "no_last_case",
            "Where no case holds, nothing is said here.",
            advice,
        );
    }
}

fn numbers(reader: &Reader<'_>, node: &Node, of: &str) -> Vec<(Arc<str>, Option<crate::expression::Expression>)> {
    let cases = reader.texts_when(node, Role::Later, of);
    let numbers: Vec<_> = cases
        .into_iter()
        .map(|(line, pattern, when)| {
            check_pattern(reader, line, pattern);
            (Arc::from(pattern), when)
        })
        .collect();
    ends_without_when(reader, node, &numbers);
    numbers
}

fn check_pattern(reader: &Reader<'_>, line: &Node, pattern: &str) {
    let digits = pattern.chars().filter(|sign| *sign == '#').count();
    let plain = |sign: char| sign == '#' || sign == '-' || sign.is_ascii_uppercase() || sign.is_ascii_digit();
    if !pattern.chars().all(plain) || pattern.len() > NUMBER_CHARACTERS || pattern.starts_with('-') {
        reader.error(
            line.place,
            "pattern",
            format!("\"{pattern}\" cannot be how a number looks."),
            "Use capital letters, digits, \"-\" and # for a digit that is drawn, such as CBDU######.",
        );
    } else if !(FEWEST_DIGITS..=MOST_DIGITS).contains(&digits) {
        reader.error(
            line.place,
            "pattern",
            format!("A number needs {FEWEST_DIGITS} to {MOST_DIGITS} digits that are drawn."),
            "Write # for each of them: with fewer, numbers run out or can be guessed.",
        );
    }
}

fn lasts(reader: &Reader<'_>, node: &Node, of: &str) -> Vec<(Keeping, Option<crate::expression::Expression>)> {
    let mut lasts = Vec::new();
    for (line, typed, when) in reader.texts_when(node, Role::Later, of) {
        match keeping(typed) {
            Some(keeping) => lasts.push((keeping, when)),
            None => reader.error(
                line.place,
                "duration",
                "This is no length of time.",
                "Write, for example, 3 years, or forever.",
            ),
        }
    }
    ends_without_when(reader, node, &lasts);
    lasts
}

fn pays<'a>(reader: &Reader<'a>, spot: &Spot<'a>, of: &str) -> Option<Pays> {
    for needed in ["amount", "every"] {
        if spot.node.get(needed).is_none() {
            let message = format!(
                "Nothing says {} is paid.",
                if needed == "amount" { "how much" } else { "how often" }
            );
            let advice = "Write amount, such as 83.30 GBP, and every, such as 1 week.";
            reader.error(spot.node.place, "missing", message, advice);
        }
    }
    let cases = |key: &str, type_is| {
        let node = spot.node.get(key)?;
        Some(reader.cases(node, &Wanted::a(type_is), Role::Later, of)?.0)
    };
    let every = reader.duration(spot, "every");
    if let (Some(every), Some(node)) = (every, spot.node.get("every"))
        && (every.unit == DurationUnit::WorkingDays || every.count == 0)
    {
        let advice = "Write days, weeks, months or years.";
        reader.error(node.place, "duration", "Nothing is paid so often.", advice);
    }
    Some(Pays {
        amount: cases("amount", Type::Money)?,
        every: every?,
        from: cases("from", Type::Date),
    })
}

fn public<'a>(reader: &Reader<'a>, spot: &Spot<'a>, has_number: bool) -> Vec<Shown> {
    let nodes = spot.node.get("public").map(listed).unwrap_or_default();
    if let (Some(node), false) = (nodes.first(), has_number) {
        let advice = "Write number: how it looks, such as CBDU######.";
        reader.error(
            node.place,
            "missing",
            "What is public needs a number to be found by.",
            advice,
        );
    }
    if let Some(node) = nodes.get(SHOWN) {
        let message = format!("A register shows at most {SHOWN} things of an entry.");
        reader.error(
            node.place,
            "too_many_shown",
            message,
            "Leave out what nobody looks for.",
        );
    }
    nodes.into_iter().filter_map(|node| shown(reader, node)).collect()
}

fn shown(reader: &Reader<'_>, node: &Node) -> Option<Shown> {
    let name = node.text()?;
    match (name, reader.register.what(name)) {
        ("number", None) => Some(Shown::Number),
        ("issued", None) => Some(Shown::Issued),
        ("expires", None) => Some(Shown::Expires),
        (_, Some(NamedWhat::Fact)) => Some(Shown::Fact(Name::from(name))),
        (_, Some(NamedWhat::Question { kind, .. })) => {
            let kind = kind.unwrap_or_default();
            if NEVER_PUBLIC.contains(&kind) {
                let message = format!("\"{name}\" can never be public.");
                let advice = "Leave it out, or name a fact that says what people need to know.";
                reader.error(node.place, "never_public", message, advice);
            } else if PERSONAL.contains(&kind) {
                let message = format!("\"{name}\" says who somebody is, and everybody could read it.");
                let advice = "Leave it out, unless a law says that it is public.";
                reader.warning(node.place, "personal_public", message, advice);
            }
            Some(Shown::Question(Name::from(name)))
        }
        _ => {
            let message = format!("Nothing is called \"{name}\" that could be public.");
            let known = reader.register.names.keys().map(Name::as_str);
            let advice = closest(name, known.chain(["number", "issued", "expires"])).map_or_else(
                || "Name questions, facts, number, issued or expires.".to_owned(),
                |like| format!("Did you mean \"{like}\"?"),
            );
            reader.missing_name(node.place, name, message, advice);
            None
        }
    }
}

fn search_by<'a>(reader: &Reader<'a>, spot: &Spot<'a>, public: &[Shown]) -> Vec<SearchedBy> {
    let nodes = spot.node.get("search_by").map(listed).unwrap_or_default();
    let is_shown = |name: &str| {
        let mut shown = public.iter();
        shown.any(|one| matches!(one, Shown::Question(own) | Shown::Fact(own) if own.as_str() == name))
    };
    let with_postcode = || {
        public.iter().any(|one| match one {
            Shown::Question(name) => matches!(
                reader.register.what(name.as_str()),
                Some(NamedWhat::Question { kind: Some(kind), .. }) if WITH_POSTCODE.contains(kind)
            ),
            _ => false,
        })
    };
    let one = |node: &Node| match node.text()? {
        name if is_shown(name) => Some(SearchedBy::Words(Name::from(name))),
        "number" if public.contains(&Shown::Number) => Some(SearchedBy::Number),
        "postcode" if with_postcode() => Some(SearchedBy::Postcode),
        name => {
            let message = format!("\"{name}\" is not public, so the register cannot be searched by it.");
            let advice = "Name what stands under public; postcode needs an address there.";
            reader.error(node.place, "not_public", message, advice);
            None
        }
    };
    nodes.into_iter().filter_map(one).collect()
}

fn can_be<'a>(reader: &Reader<'a>, spot: &Spot<'a>) -> Vec<EntryState> {
    let nodes = spot.node.get("can_be").map(listed).unwrap_or_default();
    let one = |node: &Node| {
        let typed = node.text()?;
        let state = EntryState::named(typed).filter(|state| *state != EntryState::Live);
        if state.is_none() {
            let message = format!("Nothing can be \"{typed}\".");
            reader.error(
                node.place,
                "unknown_name",
                message,
                "Write suspended, revoked or ended.",
            );
        }
        state
    };
    nodes.into_iter().filter_map(one).collect()
}
