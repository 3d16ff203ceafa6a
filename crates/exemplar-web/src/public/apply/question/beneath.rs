//! Draws the questions of a page, each with those that open beneath one of its options. Without scripts these stand open.

use askama::Template;
use exemplar_core::apply::PageProblem;
use exemplar_core::definition::{Page, PageContent, Question};
use exemplar_core::id::Name;
use exemplar_core::journey::Walk;
use exemplar_core::kind::{Control, SEARCHING};

use super::draw::{Beneath, Drawing};
use super::{Shown, anchor, why_of};
use crate::visit::Visit;

/// A question with its text, its help, and why it is asked.
#[derive(Template)]
#[template(path = "public/apply/question/drawn.html")]
struct Drawn<'a> {
    say: String,
    controls: String,
    help: Option<(&'a str, String)>,
    why_title: &'a str,
    why: Option<(String, String)>,
}

/// What a page asks, and what is wrong with it.
pub(super) struct OnPage {
    /// Where each error is, and its words, in the order of the page.
    pub(super) errors: Vec<(String, String)>,
    /// The markup of each question that is not beneath another.
    pub(super) questions: Vec<String>,
}

/// A question that was drawn, and the choice and the option beneath which it opens.
type Under<'a> = ((&'a Name, &'a str), String);

/// Draws what a page asks.
pub(super) fn on_page(visit: &Visit, walk: &Walk<'_>, page: &Page, shown: &Shown<'_>) -> OnPage {
    let alone = matches!(page.content, PageContent::Question(_));
    let (mut errors, mut questions) = (Vec::new(), Vec::new());
    let mut under: Vec<Under<'_>> = Vec::new();
    // What opens beneath an option comes after it, and is part of what is drawn around it.
    for question in walk.drawn(page).collect::<Vec<_>>().into_iter().rev() {
        let problems: Vec<(&PageProblem, String)> = shown
            .problems
            .iter()
            .filter(|problem| problem.question == question.name && problem.problem.rule != SEARCHING)
            .map(|problem| (problem, visit.problem(walk, question, problem)))
            .collect();
        let said = problems.iter().rev();
        errors.extend(said.map(|(problem, words)| (anchor(visit, question, problem), words.clone())));
        let typed = (shown.typed)(question);
        let beneath: Vec<Beneath<'_>> = taken(&mut under, &question.name);
        let drawing = Drawing {
            visit,
            walk,
            question,
            typed: &typed,
            problems: &problems,
            is_heading: alone,
            offers_tick: true,
            searches: true,
            beneath: &beneath,
            cell: None,
        };
        let markup = drawn(&drawing);
        match option_above(visit, page, question) {
            Some(above) => under.push((above, markup)),
            None => questions.push(markup),
        }
    }
    errors.reverse();
    questions.reverse();
    OnPage { errors, questions }
}

fn drawn(drawing: &Drawing<'_>) -> String {
    let Drawing {
        visit, walk, question, ..
    } = *drawing;
    let say = question.say.as_ref();
    let help = question.help.as_ref();
    let drawn = Drawn {
        say: say.map_or_else(String::new, |say| visit.markup(say, walk)),
        controls: drawing.markup(),
        help: help.map(|help| (visit.text(&help.title), visit.markup(&help.say, walk))),
        why_title: visit.words().get("apply-why-title"),
        why: why_of(visit, walk, question),
    };
    drawn.render().unwrap_or_default()
}

/// What was drawn for the options of a choice, in the order of the page.
fn taken<'a>(under: &mut Vec<Under<'a>>, choice: &Name) -> Vec<Beneath<'a>> {
    let (own, others): (Vec<_>, Vec<_>) = std::mem::take(under)
        .into_iter()
        .partition(|((of, _), _)| *of == choice);
    *under = others;
    let in_order = own.into_iter().rev();
    in_order
        .map(|((_, option), markup)| Beneath { option, markup })
        .collect()
}

/// The choice of the same page, and its option, that a question's condition asks for; none where it says anything else.
fn option_above<'a>(visit: &Visit, page: &'a Page, question: &'a Question) -> Option<(&'a Name, &'a str)> {
    let words: Vec<&str> = question.when.as_ref()?.typed.split_whitespace().collect();
    let (choice, option) = match words[..] {
        [choice] => (choice, "yes"),
        ["not", choice] => (choice, "no"),
        [choice, "is", option] | [option, "in", choice] => (choice, option),
        _ => return None,
    };
    let choice = page.questions().iter().find(|one| one.name.as_str() == choice)?;
    // A list that opens has no room beneath its options.
    let options = match choice.kind.controls(visit.language) {
        [Control::Radios(radios)] => &radios.choices,
        [Control::Boxes(boxes)] => &boxes.choices,
        _ => return None,
    };
    let is_offered = options.iter().any(|one| one.value.as_str() == option);
    is_offered.then_some((&choice.name, option))
}
