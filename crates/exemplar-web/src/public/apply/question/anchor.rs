//! Where on a page a question's controls are: what links from the summary of errors lead to.

use exemplar_core::apply::PageProblem;
use exemplar_core::definition::Question;
use exemplar_core::kind::Control;

use super::table;
use crate::visit::Visit;

/// The address within a page of a question's first control.
#[must_use]
pub fn first_control(visit: &Visit, question: &Question) -> String {
    anchor_of(visit, question, "")
}

/// The control that a problem's link leads to.
#[must_use]
pub fn anchor(visit: &Visit, question: &Question, problem: &PageProblem) -> String {
    anchor_of(visit, question, problem.problem.control.as_ref())
}

fn anchor_of(visit: &Visit, question: &Question, suffix: &str) -> String {
    let rules = question.kind.rows();
    if let Some(control) = rules.and_then(|rules| table::anchor(visit, rules, suffix)) {
        return format!("#{}-{control}", question.name);
    }
    let first = first_suffix(visit, question);
    let suffix = if suffix.is_empty() { first } else { suffix };
    if suffix.is_empty() {
        format!("#{}", question.name)
    } else {
        format!("#{}-{suffix}", question.name)
    }
}

/// The suffix of a question's first control.
pub(super) fn first_suffix<'a>(visit: &Visit, question: &'a Question) -> &'a str {
    match question.kind.controls(visit.language) {
        [Control::Date(boxes), ..] => boxes.first(),
        [Control::Radios(radios), ..] => &radios.suffix,
        [Control::Line(line), ..] => line.suffix,
        [Control::Select(select), ..] => select.suffix,
        _ => "",
    }
}
