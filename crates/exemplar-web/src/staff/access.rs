//! Who may see a case: restricting it to named staff, and saying that one knows somebody in it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::casework::{CaseAccess, NotActed};
use exemplar_core::id::{CaseId, StaffId};

use super::desk::{Around, Desk};
use super::problems;
use super::routes::MANAGING_ROLES;
use crate::components::{Checkboxes, Choice, Legend};
use crate::form::Form;
use crate::frame::Frame;
use crate::visit::see_other;

#[derive(Template)]
#[template(path = "staff/access.html")]
struct AccessPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    heading: &'a str,
    reference: String,
    address: String,
    say: &'a str,
    /// For those who may restrict.
    named: Option<Checkboxes<'a>>,
}

/// The page. The look is on record before it is sent.
pub async fn get(desk: &Desk<'_>, part: &str) -> Response {
    again(desk, part, None).await
}

/// The page with those who were chosen before a session ended.
pub async fn again(desk: &Desk<'_>, part: &str, chosen: Option<&Form>) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let access = match desk.site.app.case_access(who, id).await {
        Ok(Some(access)) => access,
        Ok(None) => return problems::not_found(desk),
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let words = desk.words();
    let heading = words.get("finding-access-title");
    let page = AccessPage {
        frame: desk.frame(heading),
        around: desk.around(),
        heading,
        reference: access.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
        address: format!("/staff/cases/{id}"),
        say: words.get(if access.is_restricted {
            "finding-access-restricted"
        } else {
            "finding-access-open"
        }),
        named: who.may(MANAGING_ROLES).then(|| named(desk, &access, chosen)),
    };
    desk.page(StatusCode::OK, &page)
}

fn named<'a>(desk: &'a Desk<'_>, access: &'a CaseAccess, chosen: Option<&Form>) -> Checkboxes<'a> {
    let items = access.staff.iter().map(|(staff, is_named)| {
        let mut choice = Choice::new(staff.id.to_string(), staff.private.name.as_str());
        choice.checked = chosen.map_or(*is_named, |form| {
            form.fields()
                .any(|field| field == ("named", staff.id.to_string().as_str()))
        });
        choice.into()
    });
    Checkboxes {
        id: "named".into(),
        name: "named".into(),
        legend: Some(Legend::new(desk.words().get("finding-access-named"))),
        hint: desk.words().get("finding-access-named-hint").into(),
        items: items.collect(),
        ..Checkboxes::default()
    }
}

/// Restricts the case, or opens it where nobody is named.
pub async fn restrict(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let named = form.fields().filter(|(name, _)| *name == "named");
    let named: Result<Vec<StaffId>, _> = named.map(|(_, id)| id.parse().map(StaffId)).collect();
    let Ok(named) = named else {
        return problems::not_found(desk);
    };
    let done = desk.site.app.restrict_case(who, id, &named).await;
    after(desk, done, &format!("/staff/cases/{id}/access"))
}

/// Hides the case from who knows somebody in it.
pub async fn declare(desk: &Desk<'_>, part: &str) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let done = desk.site.app.declare_conflict(who, id).await;
    after(desk, done, "/staff/cases")
}

fn after(desk: &Desk<'_>, done: Result<(), NotActed>, next: &str) -> Response {
    match done {
        Ok(()) => see_other(next),
        Err(NotActed::NotFound | NotActed::Refused(_) | NotActed::NotChanged(_)) => problems::not_found(desk),
        Err(NotActed::Failed(failure)) => problems::failure(desk, &failure),
    }
}

fn id_of(part: &str) -> Option<CaseId> {
    part.parse().ok().map(CaseId)
}
