//! What the pages say of a service's last day: the words before it and after it, and who is or was in time.

use exemplar_app::Fault;
use exemplar_app::apply::{Draft, zone};
use exemplar_app::words::Value;
use exemplar_core::apply::{InTime, still_in_time};
use exemplar_core::definition::DeadlineCounts;
use exemplar_core::id::CaseId;
use exemplar_core::record::Case;

use crate::components::{Content, Html, InsetText};
use crate::visit::Visit;

/// An inset with the service's words for today; empty where it has no last day, or says nothing of it.
/// Who began in time is told that it still counts.
#[must_use]
pub fn inset(visit: &Visit, id: Option<CaseId>, case: Option<&Case>) -> String {
    let Some(deadline) = &visit.live.deadline else {
        return String::new();
    };
    let is_over = deadline.is_over(visit.now);
    if is_over && deadline.counts != DeadlineCounts::Submission && still_in_time(deadline, id, case, visit.now) {
        let name = visit.text(&deadline.name);
        let words = visit.words().with("deadline-still", &[("name", Value::Text(name))]);
        return InsetText {
            content: words.as_str().into(),
            ..InsetText::default()
        }
        .to_string();
    }
    let words = if is_over { &deadline.after } else { &deadline.before };
    let Some(words) = words else { return String::new() };
    InsetText {
        content: Content::Html(Html::trusted(visit.markup_before(words))),
        ..InsetText::default()
    }
    .to_string()
}

/// Whether a submitted case was in time, in a sentence and in a few words; empty where there is nothing to say.
///
/// # Errors
/// When the store fails.
pub async fn was_in_time(visit: &Visit, draft: &Draft) -> Result<(String, &'static str), Fault> {
    let in_time = visit.site.app.in_time(&visit.live, draft.case).await?;
    Ok(in_time.map_or_else(Default::default, |in_time| said(visit, in_time)))
}

fn said(visit: &Visit, in_time: InTime) -> (String, &'static str) {
    let deadline = visit.live.deadline.as_ref();
    let name = deadline.map_or("", |deadline| visit.text(&deadline.name));
    let when = visit.words().moment(in_time.end.to_zoned(zone(&visit.live)).datetime());
    let (sentence, short) = if in_time.in_time {
        ("deadline-was-in-time", "deadline-in-time")
    } else {
        ("deadline-was-late", "deadline-late")
    };
    let with = [("name", Value::Text(name)), ("when", Value::Text(&when))];
    (visit.words().with(sentence, &with), short)
}
