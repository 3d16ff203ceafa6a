//! Why something is asked, as a page says it on request.

use exemplar_core::definition::Question;
use exemplar_core::journey::Walk;

use crate::visit::Visit;

/// Why a question is asked, and under which law.
#[must_use]
pub fn why_of(visit: &Visit, walk: &Walk<'_>, question: &Question) -> Option<(String, String)> {
    let words = visit.words();
    let why = visit.filled(question.why.as_ref()?, walk).into_owned();
    let law = question
        .law
        .as_ref()
        .map(|law| words.with("apply-why-law", &[("law", exemplar_app::words::Value::Text(law))]));
    Some((why, law.unwrap_or_default()))
}
