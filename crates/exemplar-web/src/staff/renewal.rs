//! Renewals on the screen of a case: the case before, those after, and beginning one for somebody on the telephone.

use axum::response::Response;
use exemplar_app::Fault;
use exemplar_app::casework::OpenCase;
use exemplar_app::renewing::{NotBegun, Standing};
use exemplar_app::words::Value;
use exemplar_core::record::{Channel, LoadedCase, Phase};
use exemplar_core::renewing::renewable;

use super::desk::Desk;
use super::{case, problems};
use crate::form::Form;
use crate::visit::see_other;

/// What the screen of a case says of renewals.
pub struct RenewalOnCase {
    /// The case that it renews: its address, and what it is called. No address where it was erased.
    pub before: Option<(String, String)>,
    /// The cases that renew it.
    pub after: Vec<(String, String)>,
    /// Sentences.
    pub say: Vec<String>,
    /// Where a renewal is opened by its code; empty where there is none.
    pub open: String,
    /// Whether one can be begun.
    pub can: bool,
}

/// What is said of renewals; none where the service renews nothing, and nothing is read then.
pub async fn shown(desk: &Desk<'_>, open: &OpenCase) -> Result<Option<RenewalOnCase>, Fault> {
    if renewable(&open.definition).is_none() {
        return Ok(None);
    }
    let (app, words) = (&desk.site.app, desk.words());
    let own = &open.loaded.case;
    let address = |case: &dyn std::fmt::Display| format!("/staff/cases/{case}");
    let before = app.case_before(own.id).await?.map(|(case, reference)| match reference {
        Some(reference) => (address(&case), reference.to_string()),
        None => (String::new(), words.get("renewing-staff-erased").to_owned()),
    });
    let renewals = app.renewals_of(own.id).await?;
    let (drafts, sent): (Vec<_>, Vec<_>) = renewals
        .into_iter()
        .partition(|renewal| renewal.case.reference.is_none());
    let mut after: Vec<(String, String)> = sent
        .iter()
        .map(|renewal| {
            let reference = renewal.case.reference.as_ref().map(ToString::to_string);
            (address(&renewal.case.id), reference.unwrap_or_default())
        })
        .collect();
    after.extend(
        drafts
            .iter()
            .map(|_| (String::new(), words.get("renewing-staff-draft").to_owned())),
    );
    let mut say = Vec::new();
    let code = drafts.iter().find_map(code_of);
    say.extend(code.map(|code| words.with("renewing-staff-code", &[("code", Value::Text(&code))])));
    let open_at = if say.is_empty() {
        String::new()
    } else {
        format!("/{}/return", own.service)
    };
    let live = app.services.live(own.service.as_str());
    let standing = match &live {
        Some(live) => Some(app.renewal_standing(live, &open.loaded).await?),
        None => None,
    };
    let can = matches!(standing, Some(Standing::Can(..)));
    if let Some(Standing::Can(_, window)) = standing {
        let until = words.date(window.until);
        say.push(words.with("renewing-staff-can", &[("date", Value::Text(&until))]));
    }
    let is_nothing = before.is_none() && after.is_empty() && say.is_empty();
    Ok((!is_nothing).then_some(RenewalOnCase {
        before,
        after,
        say,
        open: open_at,
        can,
    }))
}

/// The code of a draft that staff began by telephone.
fn code_of(renewal: &LoadedCase) -> Option<String> {
    let is_staffs = renewal.case.channel == Channel::Telephone && renewal.case.phase == Phase::Draft;
    let applicant = renewal.participants.iter().find(|person| person.n == 0)?;
    applicant.private.return_code.clone().filter(|_| is_staffs)
}

/// Begins a renewal for somebody on the telephone.
pub async fn begin(desk: &Desk<'_>, part: &str, _: &Form) -> Response {
    let (Some(who), Some(id)) = (&desk.who, case::id_of(part)) else {
        return problems::not_found(desk);
    };
    match desk.site.app.begin_renewal_for(who, id).await {
        // How it stands is said on the screen of the case.
        Ok(()) | Err(NotBegun::Stands(_)) => see_other(&format!("/staff/cases/{part}#renewal")),
        Err(NotBegun::NotFound) => problems::not_found(desk),
        Err(NotBegun::Failed(failure)) => problems::failure(desk, &failure),
    }
}
