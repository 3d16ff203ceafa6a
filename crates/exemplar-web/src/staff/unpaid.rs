//! The lists of fees: the cases that wait for theirs, and payments that are to be paid back.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::words::Value;
use exemplar_core::journey::in_currency;

use super::desk::{Around, Desk};
use super::problems;
use crate::frame::Frame;

#[derive(Template)]
#[template(path = "staff/payments.html")]
struct PaymentsPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    unpaid: Vec<Unpaid>,
    refunds: Vec<Refund>,
}

/// A case in the list.
struct Unpaid {
    href: String,
    reference: String,
    service: String,
    since: String,
    amount: String,
}

/// A payment to be paid back.
struct Refund {
    action: String,
    n: i32,
    reference: String,
    service: String,
    amount: String,
    how: String,
}

/// The lists.
pub async fn get(desk: &Desk<'_>) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let lists = match desk.site.app.payments(who).await {
        Ok(lists) => lists,
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let words = desk.words();
    let service = |id: &exemplar_core::id::ServiceId| {
        let live = desk.site.app.services.live(id.as_str());
        live.map_or_else(|| id.to_string(), |live| live.name.get(0).to_owned())
    };
    let money = |minor_units, currency: &str| words.money(in_currency(minor_units, currency), currency);
    let unpaid = lists.unpaid.iter().map(|case| Unpaid {
        href: format!("/staff/payments/{}", case.case),
        reference: case.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
        service: service(&case.service),
        since: words.date(case.since),
        amount: money(case.minor_units.max(0), &case.currency),
    });
    let refunds = lists.refunds.iter().map(|refund| {
        let means = words.find(&format!("fees-means-{}", refund.means));
        let receipt = refund.provider_reference.as_deref().unwrap_or_default();
        let with = [("means", Value::Text(means)), ("reference", Value::Text(receipt))];
        Refund {
            action: format!("/staff/payments/{}/paid-back", refund.case),
            n: refund.n,
            reference: refund.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
            service: service(&refund.service),
            amount: money(refund.minor_units, &refund.currency),
            how: words.with("fees-paid", &with),
        }
    });
    let page = PaymentsPage {
        frame: desk.frame(words.get("fees-staff-title")),
        around: desk.around(),
        unpaid: unpaid.collect(),
        refunds: refunds.collect(),
    };
    desk.page(StatusCode::OK, &page)
}
