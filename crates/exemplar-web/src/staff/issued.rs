//! What a case was issued, on its screen: how it stands, what was done to it, and the form to suspend, revoke, end or
//! restore it. What may be done is decided in core.

use std::borrow::Cow;

use axum::response::Response;
use exemplar_app::casework::OpenCase;
use exemplar_app::certificates::CertificateOf;
use exemplar_app::says::Says;
use exemplar_core::id::{CaseId, Name};
use exemplar_core::issuing::{EntryState, NotChanged, is_allowed};

use super::desk::Desk;
use super::problems;
use crate::components::{Choice, ErrorMessage, Label, Legend, Radios, Textarea};
use crate::form::Form;
use crate::public::apply::issued::{all, parts};
use crate::public::certificate;

/// One thing that was issued.
pub struct IssuedOnCase<'a> {
    /// Its name in the definition.
    pub name: &'a Name,
    pub heading: String,
    pub rows: Vec<(&'a str, String)>,
    /// Where its certificate is; nothing where it has none.
    pub certificate: String,
    /// The form; none where nothing can be done to it.
    pub form: Option<(Radios<'a>, Textarea<'a>)>,
}

/// All that a case was issued.
pub fn rows<'a>(
    desk: &'a Desk<'_>,
    (open, says): (&'a OpenCase, Says<'_>),
    form: &'a Form,
    error: &dyn Fn(&str) -> Option<ErrorMessage<'a>>,
) -> Vec<IssuedOnCase<'a>> {
    let words = desk.words();
    let definition = &open.definition;
    let parts = parts(words, says, definition, (&open.entries, open.today)).into_iter();
    parts
        .map(|part| {
            let name = &part.issue.name;
            let now = EntryState::named(&part.entry.state).unwrap_or(EntryState::Ended);
            let can = EntryState::ALL
                .into_iter()
                .filter(|to| is_allowed(part.issue, now, *to));
            let is_this = form.get("issue") == name.as_str();
            let items: Vec<_> = can
                .map(|to| {
                    let mut choice = Choice::new(to.as_str(), words.get(act_of(to)));
                    choice.checked = is_this && form.get("to") == to.as_str();
                    choice.into()
                })
                .collect();
            let fields = (!items.is_empty()).then(|| {
                let (to, why) = (format!("to-{name}"), format!("why-{name}"));
                let radios = Radios {
                    error: error(&to),
                    id: to.into(),
                    name: "to".into(),
                    legend: Some(Legend::new(words.get("issues-change"))),
                    items,
                    ..Radios::default()
                };
                let reason = Textarea {
                    error: error(&why),
                    id: why.into(),
                    name: "reason".into(),
                    label: Label::new(words.get("issues-reason")),
                    value: if is_this {
                        form.get("reason").to_owned().into()
                    } else {
                        "".into()
                    },
                    rows: Some(3),
                    ..Textarea::default()
                };
                (radios, reason)
            });
            let of = || format!("/staff/cases/{}/certificate?of={name}", open.loaded.case.id);
            IssuedOnCase {
                certificate: part.issue.document.as_ref().map(|_| of()).unwrap_or_default(),
                name,
                heading: part.heading,
                rows: part.rows,
                form: fields,
            }
        })
        .collect()
}

/// What a choice does.
fn act_of(to: EntryState) -> &'static str {
    match to {
        EntryState::Live => "issues-restore",
        EntryState::Suspended => "issues-suspend",
        EntryState::Revoked => "issues-revoke",
        EntryState::Ended => "issues-end",
    }
}

/// Changes what a case was issued. Gives what came of it.
pub async fn change(desk: &Desk<'_>, case: CaseId, form: &Form) -> Result<(), exemplar_app::casework::NotActed> {
    use exemplar_app::casework::NotActed;
    let Some(who) = &desk.who else {
        return Err(NotActed::NotFound);
    };
    let to = EntryState::named(form.get("to")).ok_or(NotActed::NotChanged(NotChanged::NotAllowed))?;
    let app = &desk.site.app;
    app.change_entry(who, case, (form.get("issue"), to), form.get("reason"))
        .await
}

/// The field that is wrong and the words for it.
pub fn wrong(form: &Form, why: NotChanged) -> (Cow<'static, str>, &'static str) {
    let issue = form.get("issue");
    match why {
        NotChanged::NotAllowed => (format!("to-{issue}").into(), "issues-choose"),
        NotChanged::ReasonNeeded => (format!("why-{issue}").into(), "issues-reason-needed"),
        NotChanged::TooLong => (format!("why-{issue}").into(), "issues-reason-too-long"),
    }
}

/// Shows a certificate in the applicant's language. The look is on record before the page is sent.
pub async fn certificate(desk: &Desk<'_>, part: &str) -> Response {
    let (Some(who), Ok(id)) = (&desk.who, part.parse().map(CaseId)) else {
        return problems::not_found(desk);
    };
    let open = match desk.site.app.open_case(who, id, "certificate").await {
        Ok(Some(open)) => open,
        Ok(None) => return problems::not_found(desk),
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let asked = Form::read(desk.query.as_bytes()).unwrap_or_default();
    let definition = &open.definition;
    let language = &open.loaded.case.language;
    let says = Says {
        words: desk.site.app.words.of(language),
        definition,
        language: definition.language_index(language).unwrap_or_default(),
    };
    let walk = open.walk().with_issued(all(&open.entries));
    let parts = parts(says.words, says, definition, (&open.entries, open.today));
    let part = parts.iter().find(|part| part.issue.name.as_str() == asked.get("of"));
    let page = part.and_then(|part| {
        let of = CertificateOf {
            says,
            walk: &walk,
            issue: part.issue,
            entry: part.entry,
        };
        certificate::page(&desk.site.app, &of)
    });
    page.map_or_else(|| problems::not_found(desk), certificate::reply)
}
