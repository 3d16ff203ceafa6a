//! What a service costs, and how it is paid.

use super::names::entries;
use super::{NamedWhat, Reader, Role, Spot, Where};
use crate::definition::limits::FEE_LINES;
use crate::definition::shape;
use crate::definition::source::{Key, Node, What};
use crate::definition::{Cases, Casework, Fee, FeeLine, Issue, Payment};
use crate::expression::{Expression, Type, Wanted};
use crate::id::Name;

/// The name of the only line of a fee that was written as one amount.
const WHOLE: &str = "fee";

/// What a service costs; none where it is free.
pub(super) fn read<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> Option<Fee> {
    reader.stand(Where::After);
    let spot = root.get("fee")?;
    if let Some((key, _)) = named_fee(reader, root) {
        let advice = "Call it otherwise: ((fee)) is what the service costs.";
        reader.error(key.place, "reserved_name", "The service has a fee besides.", advice);
    }
    if !matches!(spot.node.what, What::Map(_)) {
        let amount = amount(reader, spot.node, WHOLE)?;
        check_known(reader, spot.node, &amount, None);
        return Some(Fee {
            lines: vec![FeeLine {
                name: Name::from(WHOLE),
                called: None,
                when: None,
                amount,
                is_less: false,
                law: None,
            }],
        });
    }
    let mut lines = Vec::new();
    for (key, spot) in spot.entries() {
        if lines.len() == FEE_LINES {
            let message = format!("A fee has at most {FEE_LINES} lines.");
            reader.error(key.place, "too_many_lines", message, "Put some together by cases.");
            break;
        }
        shape::name(key, &[], &mut reader.findings());
        lines.extend(line(reader, key, &spot));
        // From here on, the lines below can name it.
        reader
            .register
            .fee_lines
            .borrow_mut()
            .push(Name::from(key.text.as_str()));
    }
    Some(Fee { lines })
}

/// A question, page or fact that is called `fee`.
fn named_fee<'r>(reader: &Reader<'_>, root: &Spot<'r>) -> Option<&'r (Key, Node)> {
    reader.register.what(WHOLE)?;
    let headings = ["questions", "eligibility", "facts", "phrases"];
    let mut all = headings.iter().flat_map(|heading| entries(root.node, heading));
    all.find(|(key, _)| key.text == WHOLE)
}

fn line<'a>(reader: &Reader<'a>, key: &Key, spot: &Spot<'a>) -> Option<FeeLine> {
    let name = key.text.as_str();
    let of = format!("fee.{name}");
    let called = reader.text(spot, "for");
    if spot.node.get("for").is_none() {
        let advice = "Write for: what is paid for, or why less is paid.";
        reader.error(key.place, "missing", "Nobody can see what this line is for.", advice);
    }
    let when = reader.condition(spot, "when", Role::Later, &of);
    let (is_less, node) = match (spot.node.get("amount"), spot.node.get("less")) {
        (Some(node), None) => (false, node),
        (None, Some(node)) => (true, node),
        (Some(_), Some(node)) => {
            let advice = "Keep one of them; what is taken off has a line of its own.";
            reader.error(node.place, "two_amounts", "This line has amount and less.", advice);
            return None;
        }
        (None, None) => {
            let advice = "Write amount, or less for what is taken off.";
            reader.error(key.place, "missing", "This line has no amount.", advice);
            return None;
        }
    };
    let amount = amount(reader, node, &of)?;
    check_known(reader, node, &amount, when.as_ref());
    Some(FeeLine {
        name: Name::from(name),
        called,
        when,
        amount,
        is_less,
        law: reader.plain(spot, "law"),
    })
}

fn amount<'a>(reader: &Reader<'a>, node: &'a Node, of: &str) -> Option<Cases> {
    let (amount, ..) = reader.cases(node, &Wanted::a(Type::Money), Role::Later, of)?;
    if let Some((_, Some(_))) = amount.0.last() {
        let advice = "End with a case without when, or give the line a when of its own.";
        reader.warning(
            node.place,
            "no_last_case",
            "Where no case holds, this line is nothing.",
            advice,
        );
    }
    Some(amount)
}

/// An amount that needs an answer which may be missing would come to nothing, unseen.
fn check_known(reader: &Reader<'_>, node: &Node, amount: &Cases, when: Option<&Expression>) {
    for (value, case) in &amount.0 {
        let tested = |name: &Name| {
            let conditions = [case.as_ref(), when];
            let mut mentions = conditions
                .into_iter()
                .flatten()
                .flat_map(|condition| &condition.mentions);
            mentions.any(|mention| mention.name == *name)
        };
        for mention in value.mentions.iter().filter(|mention| !mention.guarded) {
            let lacks = matches!(
                reader.register.what(mention.name.as_str()),
                Some(NamedWhat::Question { may_lack: true, .. })
            );
            if lacks && !tested(&mention.name) {
                let name = &mention.name;
                reader.warning(
                    node.place,
                    "maybe_unanswered",
                    format!("\"{name}\" may be unanswered, and then this line is nothing."),
                    format!("If that is meant, write when: answered({name}); or use total({name})."),
                );
            }
        }
    }
}

/// How a fee is paid.
pub(super) fn payment<'a>(reader: &Reader<'a>, root: &Spot<'a>, (casework, issues): (&Casework, &[Issue])) -> Payment {
    reader.stand(Where::After);
    let usual = Payment::default();
    let Some(spot) = root.get("payment") else {
        return usual;
    };
    if root.node.get("fee").is_none() {
        let advice = "Write what it costs under fee, or take payment out.";
        reader.error(spot.node.place, "missing", "There is nothing to pay.", advice);
    }
    if let Some(node) = after_decision(root) {
        check_granted(reader, node, casework, issues);
    }
    Payment {
        after_decision: after_decision(root).is_some(),
        within: reader.duration(&spot, "within").unwrap_or(usual.within),
        say: reader.text(&spot, "say"),
        refund: reader.text(&spot, "refund"),
    }
}

/// Where it says that the fee is paid after the decision.
pub(super) fn after_decision<'a>(root: &Spot<'a>) -> Option<&'a Node> {
    let when = root.node.get("payment")?.get("when");
    when.filter(|node| node.text() == Some("after_decision"))
}

/// What is paid after the decision is paid for what that issues, and the applicant has it only then: a time that passes
/// meanwhile cannot be booked with it.
fn check_granted(reader: &Reader<'_>, node: &Node, casework: &Casework, issues: &[Issue]) {
    let granting = |name: &Name| issues.iter().any(|issue| issue.at == *name);
    let mut outcomes = casework.outcomes.iter().filter(|(name, _)| granting(name)).peekable();
    if outcomes.peek().is_none() {
        let advice = "Write issues: with what an outcome issues, or let the fee be paid before sending.";
        let message = "Nothing is issued by a decision, so nobody would ever pay.";
        reader.error(node.place, "nothing_issued", message, advice);
    }
    for (name, _) in outcomes.filter(|(_, rule)| rule.books.is_some()) {
        let message = format!("\"{name}\" books a time, which may be over before the fee is paid.");
        let advice = "Let the fee be paid before sending, or the outcome book nothing.";
        reader.error(node.place, "books", message, advice);
    }
}
