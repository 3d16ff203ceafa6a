//! Where staff begin, and, for administrators, the accounts.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_core::permission::{Membership, Staff, StaffRole, StaffState};

use super::desk::{Around, Desk};
use super::problems;
use crate::frame::Frame;
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
    let mut people: Vec<Person<'_>> = all.iter().map(|staff| person(desk, staff)).collect();
    desk.words().sort(&mut people, |person| person.name);
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
    let now = desk.site.app.clock.now();
    let held = staff.memberships.iter().filter(|membership| membership.holds(now));
    let roles = held.map(|membership| {
        let role = words.get(role_key(membership.role));
        let place = place_of(membership);
        if place.is_empty() {
            role.to_owned()
        } else {
            format!("{role}, {place}")
        }
    });
    Person {
        id: staff.id.to_string(),
        name: &staff.private.name,
        email: &staff.private.email,
        roles: roles.collect::<Vec<_>>().join("; "),
        state: words.get(state_key(staff.state)),
        can_sign_in: staff.state == StaffState::Active,
    }
}

/// The key of a role's words.
pub fn role_key(role: StaffRole) -> &'static str {
    match role {
        StaffRole::Caseworker => "staff-role-caseworker",
        StaffRole::Cashier => "staff-role-cashier",
        StaffRole::Manager => "staff-role-manager",
        StaffRole::Owner => "staff-role-owner",
        StaffRole::Operator => "staff-role-operator",
        StaffRole::Administrator => "staff-role-administrator",
    }
}

/// For whom a membership holds: the organisation, narrowed to an office or a service.
pub fn place_of(membership: &Membership) -> String {
    let parts = [
        Some(membership.organisation.as_str()),
        membership.office.as_deref(),
        membership.service.as_deref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// The key of an account's state.
pub fn state_key(state: StaffState) -> &'static str {
    match state {
        StaffState::Invited => "staff-state-invited",
        StaffState::Active => "staff-state-active",
        StaffState::Ended => "staff-state-ended",
    }
}

/// The words of roles in forms.
pub const ROLES: &[(&str, StaffRole)] = &[
    ("caseworker", StaffRole::Caseworker),
    ("cashier", StaffRole::Cashier),
    ("manager", StaffRole::Manager),
    ("owner", StaffRole::Owner),
    ("operator", StaffRole::Operator),
    ("administrator", StaffRole::Administrator),
];

/// The role that a form names.
pub fn role_of(word: &str) -> Option<StaffRole> {
    ROLES.iter().find(|(name, _)| *name == word).map(|(_, role)| *role)
}
