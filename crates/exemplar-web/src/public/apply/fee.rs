//! What a service costs, on the applicant's pages: the start page, check answers, and the confirmation.

use exemplar_app::Fault;
use exemplar_app::apply::Draft;
use exemplar_app::says::Says;
use exemplar_app::waiting::{StatementLine, fee_lines, statement};
use exemplar_app::words::Value;
use exemplar_core::answer::Answers;
use exemplar_core::definition::{Cases, FeeLine};
use exemplar_core::expression;
use exemplar_core::journey::Walk;
use exemplar_core::waiting::{DECLINED, TAKEN_BACK, needs_signature};

use crate::components::{Content, Html, InsetText, SummaryList, SummaryRow};
use crate::visit::Visit;

/// Lines of a fee, or of what was paid, as a list; empty where there are none.
#[must_use]
pub fn list(lines: Vec<StatementLine>) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let rows = lines.into_iter().map(|(what, amount)| SummaryRow::new(what, amount));
    SummaryList {
        rows: rows.collect(),
        ..SummaryList::default()
    }
    .to_string()
}

/// What it costs, as far as the answers say; empty in a service without a fee.
#[must_use]
pub fn of_walk(visit: &Visit, walk: &Walk<'_>) -> String {
    let Some(fee) = walk.fee() else { return String::new() };
    if fee.lines.is_empty() {
        return String::new();
    }
    list(fee_lines(says(visit, walk), &fee, walk))
}

fn says<'a>(visit: &'a Visit, walk: &Walk<'a>) -> Says<'a> {
    let definition = walk.definition();
    Says {
        words: visit.words(),
        definition,
        language: definition.language_index(&visit.manner.language).unwrap_or_default(),
    }
}

/// What a case costs and what was paid; empty in a service without a fee.
///
/// # Errors
/// When the store fails.
pub async fn of_case(visit: &Visit, draft: &Draft) -> Result<String, Fault> {
    let (Some(loaded), Some(_)) = (&draft.loaded, &draft.definition.fee) else {
        return Ok(String::new());
    };
    let standing = visit.site.app.standing(draft.case).await?;
    let says = Says {
        words: visit.words(),
        definition: &draft.definition,
        language: draft
            .definition
            .language_index(&visit.manner.language)
            .unwrap_or_default(),
    };
    Ok(list(statement(says, loaded, &draft.definition, &standing)))
}

/// What is said of a fee that is paid only once something is granted; empty where there is none.
#[must_use]
pub fn after_decision(visit: &Visit, walk: &Walk<'_>) -> String {
    let is_due = walk.fee().is_some_and(|fee| fee.total() > 0);
    if is_due && walk.definition().payment.after_decision {
        visit.words().get("to-pay-check").to_owned()
    } else {
        String::new()
    }
}

/// What comes between the button of check answers and the sending, in sentences; nothing in most services.
#[must_use]
pub fn before_sending(visit: &Visit, walk: &Walk<'_>) -> Vec<String> {
    let words = visit.words();
    let mut lines = Vec::new();
    if needs_signature(walk) {
        lines.push(words.get("waiting-check-signature").to_owned());
    }
    if let Some(fee) = walk
        .fee()
        .filter(|fee| fee.total() > 0 && !walk.definition().payment.after_decision)
    {
        let amount = words.money(fee.in_currency(fee.total()), fee.currency);
        lines.push(words.with("waiting-check-payment", &[("amount", Value::Text(&amount))]));
    }
    lines
}

/// How the wait of a draft ended, and what of it holds no more; empty for a draft that never waited.
///
/// # Errors
/// When the store fails.
pub async fn ended(visit: &Visit, draft: &Draft) -> Result<String, Fault> {
    let Some(loaded) = draft.loaded.as_ref().filter(|loaded| loaded.case.head.is_some()) else {
        return Ok(String::new());
    };
    let standing = visit.site.app.standing(draft.case).await?;
    let Some(ended) = standing.ended() else {
        return Ok(String::new());
    };
    let words = visit.words();
    let mut said = vec![match ended.how {
        TAKEN_BACK => words.get("waiting-ended-changed").to_owned(),
        DECLINED => {
            let reason = ended.reason.unwrap_or_default();
            words.with("waiting-ended-declined", &[("reason", Value::Text(&reason))])
        }
        _ => words.get("waiting-ended-time").to_owned(),
    }];
    if let Some(signature) = ended.signature {
        said.push(words.with("waiting-ended-signature", &[("name", Value::Text(&signature.name))]));
    }
    let says = Says {
        words,
        definition: &draft.definition,
        language: visit.language,
    };
    let paid = statement(says, loaded, &draft.definition, &standing);
    said.extend(paid.into_iter().map(|(what, amount)| format!("{what}: {amount}")));
    let paragraphs: Vec<String> = said
        .iter()
        .map(|line| format!("<p class=\"govuk-body\">{}</p>", Content::from(line.as_str())))
        .collect();
    Ok(InsetText {
        content: Content::Html(Html::trusted(paragraphs.join("\n"))),
        ..InsetText::default()
    }
    .to_string())
}

/// What the start page says of the fee, in sentences: the whole of it where it is the same for everybody, else its lines.
#[must_use]
pub fn on_start(visit: &Visit) -> Vec<String> {
    let Some(fee) = &visit.live.fee else { return Vec::new() };
    let answers = Answers::default();
    let walk = Walk::new(&visit.live, &answers, visit.setting());
    let words = visit.words();
    let is_same = |line: &FeeLine| line.when.is_none() && is_fixed(&line.amount);
    if let Some(due) = walk.fee().filter(|_| fee.lines.iter().all(is_same)) {
        let amount = words.money(due.in_currency(due.total()), due.currency);
        return vec![words.with("fees-start-costs", &[("amount", Value::Text(&amount))])];
    }
    let mut lines = vec![words.get("fees-start-depends").to_owned()];
    for line in &fee.lines {
        let Some(called) = &line.called else { continue };
        let called = visit.filled(called, &walk);
        let amount = match line.amount.0.as_slice() {
            [(only, None)] if only.mentions.is_empty() => walk.value(only),
            _ => None,
        };
        lines.push(match amount {
            Some(expression::Value::Money(amount)) => {
                let amount = words.money(amount, &visit.live.currency);
                let key = if line.is_less {
                    "fees-start-less"
                } else {
                    "fees-start-line"
                };
                words.with(key, &[("for", Value::Text(&called)), ("amount", Value::Text(&amount))])
            }
            _ => called.into_owned(),
        });
    }
    lines
}

/// Whether an amount is the same whatever is answered.
fn is_fixed(amount: &Cases) -> bool {
    let is_fixed = |name: &exemplar_core::id::Name| name.as_str().starts_with("fee.");
    amount.0.iter().all(|(value, when)| {
        let mentions = value.mentions.iter().chain(when.iter().flat_map(|when| &when.mentions));
        mentions.into_iter().all(|mention| is_fixed(&mention.name))
    })
}
