//! What the start page says of a service that is closed: in the service's words, when it opens, and who can go on.

use exemplar_app::apply::zone;
use exemplar_app::words::Value;
use exemplar_core::apply::may_begin;
use exemplar_core::definition::OpeningNow;

use crate::components::{Content, Html, InsetText};
use crate::visit::Visit;

/// Whether this browser can give a first answer now.
#[must_use]
pub fn is_open(visit: &Visit) -> bool {
    visit.live.opening.is_none() || may_begin(&visit.live, visit.held().map(|held| held.case), visit.now)
}

/// An inset for the start page; empty while one can begin. Who began before is told that they can go on.
#[must_use]
pub fn inset(visit: &Visit, has_draft: bool) -> String {
    let Some(opening) = visit.live.opening.as_ref().filter(|_| !is_open(visit)) else {
        return String::new();
    };
    let says = opening.closed_says.as_ref();
    let mut inside = says.map_or_else(String::new, |says| visit.markup_before(says));
    let mut say = |sentence: &str| {
        let sentence = Content::from(sentence);
        inside.push_str(&format!("<p class=\"govuk-body\">{sentence}</p>"));
    };
    if let OpeningNow::NotYet(from) = opening.at(visit.now) {
        let when = visit.words().moment(from.to_zoned(zone(&visit.live)).datetime());
        say(&visit.words().with("opening-opens", &[("when", Value::Text(&when))]));
    }
    if has_draft {
        say(visit.words().get("opening-still"));
    }
    InsetText {
        content: Content::Html(Html::trusted(inside)),
        ..InsetText::default()
    }
    .to_string()
}
