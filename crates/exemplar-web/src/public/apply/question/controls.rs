//! The controls of questions for other pages than those of the journey.

use exemplar_core::apply::PageProblem;
use exemplar_core::definition::Question;
use exemplar_core::journey::Walk;
use exemplar_core::kind::Typed;

use super::Drawing;
use crate::visit::Visit;

/// The markup of a question's controls, or of one of its lines, where it is not the heading of its page.
/// An answer is needed there: no box stands for it.
#[must_use]
pub fn controls(
    visit: &Visit,
    walk: &Walk<'_>,
    (question, line): (&Question, Option<&str>),
    typed: &Typed,
    problems: &[(&PageProblem, String)],
) -> String {
    let drawing = Drawing {
        visit,
        walk,
        question,
        typed,
        problems,
        is_heading: false,
        offers_tick: false,
        searches: false,
        beneath: &[],
        cell: None,
    };
    line.map_or_else(|| drawing.markup(), |suffix| drawing.one_line(suffix))
}

/// The markup of a question's controls as its own page has them; `alone` where it is the heading.
#[must_use]
pub fn controls_of_page(
    visit: &Visit,
    walk: &Walk<'_>,
    question: &Question,
    typed: &Typed,
    problems: &[(&PageProblem, String)],
    alone: bool,
) -> String {
    let drawing = Drawing {
        visit,
        walk,
        question,
        typed,
        problems,
        is_heading: alone,
        offers_tick: true,
        searches: false,
        beneath: &[],
        cell: None,
    };
    drawing.markup()
}
