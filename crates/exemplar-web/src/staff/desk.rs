//! What a page of staff needs: the site, who is signed in, the words, and how it is answered.

use std::sync::Arc;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::staff::{IDLE_MINUTES, SignedIn};
use exemplar_app::words::{Value, Words};
use exemplar_core::id::Language;
use exemplar_core::permission::StaffRole;
use exemplar_core::record::DeviceClass;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::language::links;
use super::routes::{CASEWORK_ROLES, EVERY_ROLE, OWNER_ROLES, PAYMENT_ROLES, RUNNING_ROLES};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::errors::{html, site_frame};
use crate::site::Site;

/// A request of staff.
pub struct Desk<'a> {
    /// The site.
    pub site: &'a Arc<Site>,
    /// Who is signed in.
    pub who: Option<SignedIn>,
    /// The address without its query.
    pub path: &'a str,
    /// The language in which the page is read.
    pub language: Language,
    /// The query of the address.
    pub query: &'a str,
    /// Who calls, as an address of the network.
    pub caller: Option<String>,
    /// On what.
    pub device: DeviceClass,
    /// The key of words that stand above the page's content; empty for none.
    pub notice: &'static str,
}

/// What stands above the content of a page: who is signed in, and the ways to the lists.
pub struct Around<'a> {
    /// The name; none before anybody is signed in.
    pub name: Option<&'a str>,
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// Addresses and words of the lists.
    pub links: Vec<(&'static str, &'a str)>,
    /// Until when the session lasts.
    pub until: String,
    /// So many seconds more.
    pub seconds: i64,
    /// What stands above the content; empty for nothing.
    pub notice: &'a str,
}

/// The calendars; they are named where there are any.
const CALENDARS: &str = "/staff/calendars";

/// The lists, and who may open them.
const LISTS: &[(&str, &str, &[StaffRole])] = &[
    ("/staff/cases", "staff-cases-title", CASEWORK_ROLES),
    ("/staff/search", "finding-title", CASEWORK_ROLES),
    ("/staff/payments", "fees-staff-title", PAYMENT_ROLES),
    (CALENDARS, "slots-staff-title", CASEWORK_ROLES),
    ("/staff/letters", "staff-letters-title", CASEWORK_ROLES),
    ("/staff/volumes", "figures-volumes-title", OWNER_ROLES),
    ("/staff/services", "publishing-title", OWNER_ROLES),
    ("/staff/feedback", "feedback-list-title", OWNER_ROLES),
    ("/staff/people", "staff-people-title", &[StaffRole::Administrator]),
    ("/staff/looks", "watching-looks-title", &[StaffRole::Administrator]),
    ("/staff/emails", "emails-title", RUNNING_ROLES),
    ("/staff/failed", "watching-failed-title", RUNNING_ROLES),
    ("/staff/sessions", "accounts-sessions-title", EVERY_ROLE),
];

impl Desk<'_> {
    /// The platform's words.
    #[must_use]
    pub fn words(&self) -> &Words {
        self.site.app.words.of(&self.language)
    }

    /// The frame of a page with this heading.
    #[must_use]
    pub fn frame(&self, heading: &str) -> Frame<'_> {
        Frame {
            languages: links(self),
            ..site_frame(self.site, self.words(), heading)
        }
    }

    /// The frame of a page that shows errors.
    #[must_use]
    pub fn frame_with_errors(&self, heading: &str) -> Frame<'_> {
        let words = self.words();
        let site = words.get("pages-site");
        let title = words.with(
            "pages-title-with-error",
            &[("title", Value::Text(heading)), ("service", Value::Text(site))],
        );
        Frame {
            title,
            ..self.frame(heading)
        }
    }

    /// What stands above the content.
    #[must_use]
    pub fn around(&self) -> Around<'_> {
        let who = self.who.as_ref();
        let words = self.words();
        let open = LISTS
            .iter()
            .filter(|(_, _, roles)| who.is_some_and(|who| who.may(roles)))
            .filter(|(address, ..)| *address != CALENDARS || self.site.app.has_calendars());
        Around {
            name: who.map(|who| who.staff.private.name.as_str()),
            csrf: self.csrf(),
            links: open.map(|(address, key, _)| (*address, words.get(key))).collect(),
            until: who.map(|who| self.until(who)).unwrap_or_default(),
            seconds: who.map(seconds_left).unwrap_or_default(),
            notice: if self.notice.is_empty() {
                ""
            } else {
                words.get(self.notice)
            },
        }
    }

    /// Until when a session lasts, where nothing more is done.
    fn until(&self, who: &SignedIn) -> String {
        let time = self.words().time(who.until.to_zoned(self.zone()).time());
        let minutes = Value::Count(IDLE_MINUTES);
        self.words()
            .with("accounts-until", &[("time", Value::Text(&time)), ("n", minutes)])
    }

    /// The time zone of the organisation of who is signed in.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        let who = self.who.as_ref();
        who.map_or(TimeZone::UTC, |who| {
            self.site.app.services.zone_of(&who.staff.organisation)
        })
    }

    /// The day of the request there.
    #[must_use]
    pub fn today(&self) -> Date {
        self.site.app.clock.now().to_zoned(self.zone()).date()
    }

    /// Who calls, for counting tries: this machine itself where no address is known.
    #[must_use]
    pub fn caller(&self) -> &str {
        self.caller.as_deref().unwrap_or("this machine")
    }

    /// The token of the session's forms.
    #[must_use]
    pub fn csrf(&self) -> &str {
        self.who.as_ref().map_or("", |who| who.csrf.as_str())
    }

    /// Whether a form carries the session's token. Takes the same time for any wrong one.
    #[must_use]
    pub fn is_own(&self, form: &Form) -> bool {
        let (own, given) = (self.csrf(), form.get("csrf"));
        !own.is_empty() && aws_lc_rs::constant_time::verify_slices_are_equal(own.as_bytes(), given.as_bytes()).is_ok()
    }

    /// Answers with a page.
    #[must_use]
    pub fn page(&self, status: StatusCode, page: &impl Template) -> Response {
        html(status, page)
    }
}

/// How many seconds a session lasts, where nothing more is done.
#[must_use]
pub fn seconds_left(who: &SignedIn) -> i64 {
    who.until.duration_since(who.now).as_secs()
}
