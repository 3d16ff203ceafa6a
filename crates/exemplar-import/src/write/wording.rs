//! With which words a question is asked: a page of the source has a heading and a question a label, and a page of ours has
//! one of them. The other one is what the answer is called, or is said below, or the report names it.

use crate::form::{Field, Page, Words};
use crate::names::{says_the_same, tells};

/// The words of a question.
#[derive(Debug, Default)]
pub(super) struct Wording {
    /// The question.
    pub(super) ask: Words,
    /// What the answer is called, where heading and label say it together.
    pub(super) called: Option<Words>,
    /// What the source had besides, which stands below the question.
    pub(super) besides: Option<Words>,
    /// What the source had besides, which is left out: why, and the words.
    pub(super) lost: Option<(&'static str, Words)>,
}

impl Wording {
    fn of(ask: &Words) -> Self {
        Self {
            ask: ask.clone(),
            ..Self::default()
        }
    }
}

/// The words of a field. `alone`: it has its page to itself; `first`: no question of this page stands before it.
pub(super) fn wording(page: &Page, field: &Field, (alone, first): (bool, bool)) -> Wording {
    let (title, label) = (&page.title, &field.label);
    if title.is_empty() {
        return Wording::of(&if label.is_empty() {
            Words::only(field.key.as_str())
        } else {
            label.clone()
        });
    }
    if label.is_empty() {
        return Wording::of(title);
    }
    if is_same(&title.own, &label.own) {
        return Wording::of(label);
    }
    let mut out = if alone && title_asks(title, field) {
        beside_title(title, field)
    } else {
        let mut out = Wording::of(label);
        if first {
            match says_the_same(&title.own, &label.own) {
                true => out.lost = Some(("heading_said", title.clone())),
                false => out.besides = Some(title.clone()),
            }
        }
        out
    };
    let is_yes_no = field.kind.key() == "yes_no";
    out.called = out.called.filter(|_| !is_yes_no);
    out
}

/// Whether the heading is the question, and the label only a name for its answer, or nothing that anybody saw.
fn title_asks(title: &Words, field: &Field) -> bool {
    let label = &field.label.own;
    let (wants, label_wants) = (asks(&title.own) || tells(&title.own), asks(label) || tells(label));
    if field.label_is_hidden {
        return asks(&title.own) || !asks(label);
    }
    asks(&title.own)
        || wants && !label_wants
        || is_bare(label)
        || (wants || !label_wants) && says_the_same(label, &title.own) && !says_the_same(&title.own, label)
}

/// The heading is the question: what becomes of the label.
fn beside_title(title: &Words, field: &Field) -> Wording {
    let mut out = Wording::of(title);
    let label = &field.label;
    // "Costs" alone names less than the question does.
    let words = label.own.split_whitespace().count();
    let is_name = !asks(&label.own) && !tells(&label.own) && (2..=NAME).contains(&words);
    if is_bare(&label.own) || says_the_same(&label.own, &title.own) && !is_name {
        out.lost = Some(("label_said", label.clone()));
    } else if is_name && field.called.is_none() && field.kind.key() != "yes_no" {
        out.called = Some(label.clone());
    } else if field.label_is_hidden {
        out.lost = Some(("label_hidden", label.clone()));
    } else {
        out.besides = Some(label.clone());
    }
    out
}

/// So many words are the name of a thing; more are a sentence.
const NAME: usize = 7;

fn asks(text: &str) -> bool {
    text.trim_end().ends_with('?')
}

/// Whether a label says no more than that there is something to answer.
fn is_bare(label: &str) -> bool {
    const BARE: [&str; 9] = [
        "upload a file",
        "upload file",
        "upload files",
        "upload your file",
        "file",
        "files",
        "confirm",
        "answer",
        "select",
    ];
    let label = label.trim().trim_end_matches('.').to_lowercase();
    BARE.contains(&label.as_str())
}

fn is_same(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.trim().trim_end_matches(['?', '.', ':', ' ']).to_lowercase();
    bare(one) == bare(other)
}
