//! Fees: one case that waits for its fee, and what is noted of it as paid, waived or paid back. What is noted is shown
//! once more before it is done, because the case is sent by it. The lists are in [`super::unpaid`].

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::says::Says;
use exemplar_app::waiting::{NotDone, OpenPayment, StatementLine, statement};
use exemplar_app::words::{Value, Words};
use exemplar_core::id::CaseId;
use exemplar_core::journey::in_currency;
use exemplar_core::language::coins;
use exemplar_core::permission::StaffRole;
use exemplar_core::record::Phase;
use exemplar_core::waiting::{MEANS, Paid, Refusal, waits_after_decision};
use rust_decimal::Decimal;

use super::desk::{Around, Desk};
use super::problems;
use crate::components::{Choice, ErrorLink, ErrorMessage, ErrorSummary, Input, Label, Legend, Radios, Textarea};
use crate::form::Form;
use crate::frame::Frame;
use crate::visit::see_other;

/// The field that says that what is noted was looked at once more.
const SURE: &str = "sure";

#[derive(Template)]
#[template(path = "staff/payment.html")]
struct PaymentPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    summary: Option<ErrorSummary<'a>>,
    heading: String,
    service: String,
    spoken: &'a str,
    statement: Vec<StatementLine>,
    /// Whether it still waits.
    waits: bool,
    may_waive: bool,
    seen: usize,
    address: String,
    amount: Input<'a>,
    means: Radios<'a>,
    provider_reference: Input<'a>,
    reason: Textarea<'a>,
}

#[derive(Template)]
#[template(path = "staff/payment_sure.html")]
struct SurePage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    heading: &'a str,
    say: String,
    action: String,
    back: String,
    button: &'a str,
    fields: Vec<(&'a str, &'a str)>,
}

/// What is wrong: the field and the words' key.
type Wrong = (&'static str, &'static str, StatusCode);

/// One case.
pub async fn one(desk: &Desk<'_>, part: &str) -> Response {
    show(desk, part, &Form::default(), None).await
}

async fn opened(desk: &Desk<'_>, part: &str) -> Result<(CaseId, OpenPayment), Box<Response>> {
    let (Some(who), Ok(id)) = (&desk.who, part.parse().map(CaseId)) else {
        return Err(Box::new(problems::not_found(desk)));
    };
    match desk.site.app.open_payment(who, id).await {
        Ok(Some(open)) => Ok((id, open)),
        Ok(None) => Err(Box::new(problems::not_found(desk))),
        Err(fault) => Err(Box::new(problems::fault(desk.site, &fault))),
    }
}

async fn show(desk: &Desk<'_>, part: &str, form: &Form, wrong: Option<Wrong>) -> Response {
    let (id, open) = match opened(desk, part).await {
        Ok(open) => open,
        Err(reply) => return *reply,
    };
    let words = desk.words();
    let definition = &open.definition;
    let spoken = definition.languages.first();
    let says = Says {
        words: spoken.map_or(words, |spoken| desk.site.app.words.of(spoken)),
        definition,
        language: 0,
    };
    let error = |field: &str| {
        let (_, key, _) = wrong.filter(|(wrong, ..)| *wrong == field)?;
        Some(ErrorMessage::new(words.get("pages-error-prefix"), words.get(key)))
    };
    let case = &open.loaded.case;
    let heading = case.reference.as_ref().map(ToString::to_string).unwrap_or_default();
    let left = in_currency(open.standing.outstanding(), &definition.currency);
    let typed = |name: &str, usual: String| {
        if form.has(name) {
            form.get(name).to_owned()
        } else {
            usual
        }
    };
    let page = PaymentPage {
        frame: if wrong.is_some() {
            desk.frame_with_errors(&heading)
        } else {
            desk.frame(&heading)
        },
        around: desk.around(),
        summary: wrong.map(|(field, key, _)| ErrorSummary {
            title: words.get("pages-problem-title").into(),
            errors: vec![ErrorLink::new(format!("#{field}"), words.get(key))],
            ..ErrorSummary::default()
        }),
        service: definition.name.get(0).to_owned(),
        spoken: says.words.language.as_str(),
        statement: statement(says, &open.loaded, definition, &open.standing),
        waits: case.phase == Phase::WaitingForPayment,
        may_waive: desk.who.as_ref().is_some_and(|who| who.may(&[StaffRole::Manager])),
        seen: open.standing.money.len(),
        address: format!("/staff/payments/{id}"),
        amount: amount(words, typed("amount", left.to_string()), error("amount")),
        means: means(desk, form, error("means")),
        provider_reference: receipt(words, form, error("receipt")),
        reason: Textarea {
            id: "reason".into(),
            name: "reason".into(),
            label: Label::new(words.get("fees-staff-waive-reason")),
            hint: words.get("fees-staff-waive-hint").into(),
            error: error("reason"),
            value: form.get("reason").to_owned().into(),
            rows: Some(3),
            ..Textarea::default()
        },
        heading,
    };
    desk.page(wrong.map_or(StatusCode::OK, |(_, _, status)| status), &page)
}

fn amount<'a>(words: &'a Words, typed: String, error: Option<ErrorMessage<'a>>) -> Input<'a> {
    Input {
        id: "amount".into(),
        name: "amount".into(),
        label: Label::new(words.get("fees-staff-amount")),
        error,
        value: typed.into(),
        inputmode: "decimal",
        spellcheck: Some(false),
        classes: "govuk-input--width-10",
        ..Input::default()
    }
}

fn receipt<'a>(words: &'a Words, form: &Form, error: Option<ErrorMessage<'a>>) -> Input<'a> {
    Input {
        id: "receipt".into(),
        name: "receipt".into(),
        label: Label::new(words.get("fees-staff-receipt")),
        hint: words.get("fees-staff-receipt-hint").into(),
        error,
        value: form.get("receipt").to_owned().into(),
        spellcheck: Some(false),
        autocomplete: "off",
        classes: "govuk-input--width-20",
        ..Input::default()
    }
}

fn means<'a>(desk: &'a Desk<'_>, form: &Form, error: Option<ErrorMessage<'a>>) -> Radios<'a> {
    let words = desk.words();
    let items = MEANS.iter().map(|means| {
        let key = match *means {
            "card" => "fees-means-card",
            "cash" => "fees-means-cash",
            "transfer" => "fees-means-transfer",
            _ => "fees-means-cheque",
        };
        Choice {
            checked: form.get("means") == *means,
            ..Choice::new(*means, words.get(key))
        }
        .into()
    });
    Radios {
        id: "means".into(),
        name: "means".into(),
        legend: Some(Legend::new(words.get("fees-staff-means"))),
        error,
        items: items.collect(),
        ..Radios::default()
    }
}

/// An amount as it was typed, in the smallest coins of a currency.
fn minor_units(typed: &str, currency: &str) -> Option<i64> {
    let typed = typed.trim().trim_start_matches('£').replace(',', "");
    let amount = Decimal::from_str_exact(&typed).ok()?;
    let coins = coins(currency);
    if amount.is_sign_negative() || amount.normalize().scale() > coins {
        return None;
    }
    let in_coins = amount.checked_mul(Decimal::from(10_u32.pow(coins)))?;
    in_coins.normalize().to_string().parse().ok()
}

/// Notes a payment, once it was shown again.
pub async fn paid(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (id, open) = match opened(desk, part).await {
        Ok(open) => open,
        Err(reply) => return *reply,
    };
    let currency = &open.definition.currency;
    let paid = Paid {
        minor_units: minor_units(form.get("amount"), currency).unwrap_or_default(),
        means: form.get("means").to_owned(),
        provider_reference: form.get("receipt").to_owned(),
        seen: form.get("seen").parse().unwrap_or_default(),
    };
    if form.has(SURE) {
        let done = match &desk.who {
            Some(who) => desk.site.app.note_payment(who, id, &paid).await,
            None => return problems::not_found(desk),
        };
        return after(desk, part, form, done).await;
    }
    if let Err(refusal) = paid.check(&open.standing.on_record()) {
        return after(desk, part, form, Err(NotDone::Refused(refusal))).await;
    }
    let words = desk.words();
    let amount = words.money(in_currency(paid.minor_units, currency), currency);
    let means = words.find(&format!("fees-means-{}", paid.means)).to_owned();
    let reference = open
        .loaded
        .case
        .reference
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let with = [
        ("amount", Value::Text(&amount)),
        ("means", Value::Text(&means)),
        ("reference", Value::Text(&reference)),
    ];
    let is_all = paid.minor_units == open.standing.outstanding();
    let key = match (is_all, waits_after_decision(&open.loaded.case)) {
        (true, true) => "to-pay-sure-paid",
        (true, false) => "fees-sure-paid",
        (false, _) => "fees-sure-part",
    };
    sure(
        desk,
        (id, "paid"),
        words.with(key, &with),
        "fees-sure-paid-button",
        form,
    )
}

/// Waives what is left to pay, once it was shown again.
pub async fn waive(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (id, open) = match opened(desk, part).await {
        Ok(open) => open,
        Err(reply) => return *reply,
    };
    let reason = form.get("reason");
    if form.has(SURE) {
        let seen = form.get("seen").parse().unwrap_or_default();
        let done = match &desk.who {
            Some(who) => desk.site.app.waive_fee(who, id, reason, seen).await,
            None => return problems::not_found(desk),
        };
        return after(desk, part, form, done).await;
    }
    if reason.trim().is_empty() {
        return after(desk, part, form, Err(NotDone::Refused(Refusal::NothingSaid))).await;
    }
    let words = desk.words();
    let currency = &open.definition.currency;
    let amount = words.money(in_currency(open.standing.outstanding(), currency), currency);
    let reference = open
        .loaded
        .case
        .reference
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let with = [("amount", Value::Text(&amount)), ("reference", Value::Text(&reference))];
    let key = match waits_after_decision(&open.loaded.case) {
        true => "to-pay-sure-waive",
        false => "fees-sure-waive",
    };
    sure(
        desk,
        (id, "waive"),
        words.with(key, &with),
        "fees-sure-waive-button",
        form,
    )
}

/// Shows what is about to be noted, with the form that was sent.
fn sure(desk: &Desk<'_>, (id, act): (CaseId, &str), say: String, button: &str, form: &Form) -> Response {
    let words = desk.words();
    let heading = words.get("fees-sure-title");
    let page = SurePage {
        frame: desk.frame(heading),
        around: desk.around(),
        heading,
        say,
        action: format!("/staff/payments/{id}/{act}"),
        back: format!("/staff/payments/{id}"),
        button: words.find(button),
        fields: form.fields().filter(|(name, _)| *name != "csrf").collect(),
    };
    desk.page(StatusCode::OK, &page)
}

/// Notes that a payment was paid back.
pub async fn paid_back(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(who), Ok(id), Ok(n)) = (&desk.who, part.parse().map(CaseId), form.get("n").parse()) else {
        return problems::not_found(desk);
    };
    match desk.site.app.note_refund(who, id, n).await {
        // It was noted before, by this person or another.
        Ok(()) | Err(NotDone::Refused(_)) => see_other("/staff/payments"),
        Err(NotDone::NotFound) => problems::not_found(desk),
        Err(NotDone::Failed(failure)) => problems::failure(desk, &failure),
    }
}

/// Back to the case, or to the form with what was typed.
async fn after(desk: &Desk<'_>, part: &str, form: &Form, done: Result<(), NotDone>) -> Response {
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let wrong = match done {
        Ok(()) => return see_other(&format!("/staff/payments/{part}")),
        Err(NotDone::NotFound) => return problems::not_found(desk),
        Err(NotDone::Failed(failure)) => return problems::failure(desk, &failure),
        Err(NotDone::Refused(refusal)) => match refusal {
            Refusal::NotWaiting => ("statement", "fees-staff-not-waiting", StatusCode::CONFLICT),
            Refusal::Changed => ("statement", "fees-staff-changed", StatusCode::CONFLICT),
            Refusal::WrongAmount => ("amount", "fees-staff-wrong-amount", unprocessable),
            Refusal::NoMeans => ("means", "fees-staff-no-means", unprocessable),
            Refusal::NothingSaid if form.has("reason") => ("reason", "fees-staff-reason-needed", unprocessable),
            Refusal::NothingSaid => ("receipt", "fees-staff-receipt-needed", unprocessable),
            Refusal::TooLong if form.has("reason") => ("reason", "fees-staff-too-long", unprocessable),
            Refusal::TooLong => ("receipt", "fees-staff-too-long", unprocessable),
        },
    };
    show(desk, part, form, Some(wrong)).await
}
