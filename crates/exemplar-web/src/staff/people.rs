//! Where staff begin, and, for administrators, the accounts.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_core::id::StaffId;
use exemplar_core::permission::{Staff, StaffRole, StaffState};

use super::desk::{Around, Desk};
use super::problems;
use crate::frame::Frame;
use crate::public::errors::of_the_site;
use crate::visit::see_other;

#[derive(Template)]
#[template(path = "staff/people.html")]
struct PeoplePage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    people: Vec<Person<'a>>,
}

/// One account in the list.
struct Person<'a> {
    id: String,
    name: &'a str,
    email: &'a str,
    roles: String,
    state: &'a str,
    can_sign_in: bool,
}

/// Where staff begin.
pub fn home(desk: &Desk<'_>) -> Response {
    let words = desk.words();
    if let Some((first, _)) = desk.around().links.first() {
        return see_other(first);
    }
    problems::notice(
        desk,
        StatusCode::OK,
        words.get("staff-home-title"),
        &[words.get("staff-home-say").to_owned()],
    )
}

/// All accounts.
pub async fn get(desk: &Desk<'_>) -> Response {
    let all = match desk.site.app.store.all_staff().await {
        Ok(all) => all,
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let people = all.iter().map(|staff| person(desk, staff)).collect();
    let frame = desk.frame(desk.words().get("staff-people-title"));
    desk.page(
        StatusCode::OK,
        &PeoplePage {
            frame,
            around: desk.around(),
            people,
        },
    )
}

fn person<'a>(desk: &'a Desk<'_>, staff: &'a Staff) -> Person<'a> {
    let words = desk.words();
    let roles = staff.memberships.iter().map(|membership| {
        let role = words.get(role_key(membership.role));
        let place = membership
            .office
            .as_ref()
            .map_or(membership.organisation.as_str(), |office| office.as_str());
        if place.is_empty() {
            role.to_owned()
        } else {
            format!("{role}, {place}")
        }
    });
    let state = match staff.state {
        StaffState::Invited => "staff-state-invited",
        StaffState::Active => "staff-state-active",
        StaffState::Ended => "staff-state-ended",
    };
    Person {
        id: staff.id.to_string(),
        name: &staff.private.name,
        email: &staff.private.email,
        roles: roles.collect::<Vec<_>>().join("; "),
        state: words.get(state),
        can_sign_in: staff.state == StaffState::Active,
    }
}

fn role_key(role: StaffRole) -> &'static str {
    match role {
        StaffRole::Caseworker => "staff-role-caseworker",
        StaffRole::Manager => "staff-role-manager",
        StaffRole::Owner => "staff-role-owner",
        StaffRole::Operator => "staff-role-operator",
        StaffRole::Administrator => "staff-role-administrator",
    }
}

/// Signs somebody out everywhere.
pub async fn end_sessions(desk: &Desk<'_>, id: &str) -> Response {
    let Ok(id) = id.parse() else {
        return of_the_site(desk.site, StatusCode::NOT_FOUND);
    };
    match desk.site.app.end_sessions(StaffId(id)).await {
        Ok(_) => see_other("/staff/people"),
        Err(fault) => problems::fault(desk.site, &fault),
    }
}
