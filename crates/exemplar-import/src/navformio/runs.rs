//! Pages as a designer would cut them: short lines that belong together share one, each other question has its own, and
//! texts that follow each other are one page to read.

use super::pages::{field_of, page};
use crate::form::{Content, Field, Kind, Page, Shown, Words};

/// The most questions that share a page.
pub(super) const TOGETHER: usize = 8;
/// The most words of a short label, and options of a short choice.
const SHORT: usize = 6;
/// A text of more words than this has a page of its own.
const LONG: usize = 120;

/// The pages of what stands together under a heading.
pub(super) fn of((title, content): (Words, Vec<Content>)) -> Vec<Page> {
    let mut runs: Vec<Vec<Content>> = vec![Vec::new()];
    // Texts wait for the question that they stand above.
    let mut waiting = Vec::new();
    let mut is_open = false;
    for content in content {
        let Some(field) = field_of(&content) else {
            waiting.push(content);
            continue;
        };
        let small = is_small(field) && !title.is_empty();
        let run = runs.last().map(Vec::as_slice).unwrap_or_default();
        let count = run.iter().filter_map(field_of).count();
        // What the page hangs on is said once, by the page.
        let is_asked_with = run.iter().filter_map(field_of).all(|other| other.when == field.when);
        if !(is_open && small && is_asked_with && count < TOGETHER) {
            runs.push(Vec::new());
        }
        is_open = small;
        if let Some(run) = runs.last_mut() {
            run.append(&mut waiting);
            run.push(content);
        }
    }
    // What stands below the last answer belongs to it.
    if let Some(run) = runs.last_mut() {
        run.append(&mut waiting);
    }
    runs.into_iter().filter_map(|run| page(&title, run)).collect()
}

/// Whether a question can stand beside others.
pub(super) fn is_small(field: &Field) -> bool {
    let label = field.label.own.trim();
    let is_short = !label.is_empty() && !label.ends_with('?') && label.split_whitespace().count() <= SHORT;
    let has_few = match &field.kind {
        Kind::Choice { options, .. } => options.len() <= SHORT || options.len() > 12,
        kind => !matches!(kind.key(), "long_text" | "declaration" | "unknown" | "address"),
    };
    is_short && has_few && !field.kind.stands_alone() && field.say.is_empty()
}

/// Pages with those of documents after them. Texts that follow each other are one page; what is said to the same people just
/// before they are asked something stands above that, unless it is long.
pub(super) fn joined(pages: Vec<Page>, documents: Vec<Page>) -> Vec<Page> {
    let mut out: Vec<Page> = Vec::new();
    for mut page in pages.into_iter().chain(documents) {
        let asks = page.fields().next().is_some();
        let stands_above = |before: &mut Page| {
            let only_says = before.fields().next().is_none() && before.when == page.when;
            let fits = if asks {
                words(before) <= LONG
            } else {
                before.title == page.title
            };
            only_says && fits
        };
        if let Some(before) = out.pop_if(stands_above) {
            let mut content = before.content;
            if before.title != page.title {
                content.insert(0, heading(&before.title));
            }
            content.append(&mut page.content);
            page.content = content;
        }
        out.push(page);
    }
    without_headings_said_again(&mut out);
    out
}

/// How many words a page says.
fn words(page: &Page) -> usize {
    let texts = page.content.iter().filter_map(|content| match content {
        Content::Shown(shown) => Some(shown.words.own.split_whitespace().count()),
        Content::Field(_) => None,
    });
    texts.sum()
}

/// A heading that goes on above a text where its page has another one.
fn heading(title: &Words) -> Content {
    Content::Shown(Shown {
        words: title.map(|title| format!("**{}**", title.replace('*', ""))),
        ..Shown::default()
    })
}

/// Takes such headings out again where a page of their own has them too, or one before them.
fn without_headings_said_again(pages: &mut [Page]) {
    let mut read: Vec<String> = pages.iter().map(|page| page.title.own.clone()).collect();
    for page in pages {
        page.content.retain(|content| match content {
            Content::Shown(shown) if shown.place.is_empty() => {
                let title = shown.words.own.trim_matches('*').to_owned();
                let is_new = !title.is_empty() && !read.contains(&title);
                read.push(title);
                is_new
            }
            _ => true,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Test;

    fn field(key: &str, label: &str) -> Content {
        Content::Field(Box::new(Field {
            key: key.to_owned(),
            label: Words::only(label),
            kind: Kind::plain("text"),
            ..Field::default()
        }))
    }

    fn text(when: Option<Test>) -> Content {
        Content::Shown(Shown {
            words: Words::only("Read this."),
            place: "components[0]".to_owned(),
            when,
            ..Shown::default()
        })
    }

    fn counts(content: Vec<Content>) -> Vec<usize> {
        let pages = of((Words::only("Address"), content));
        pages.iter().map(|page| page.fields().count()).collect()
    }

    #[test]
    fn short_lines_share_a_page_and_questions_have_their_own() {
        let content = vec![
            field("a", "Street"),
            field("b", "Town"),
            text(None),
            field("c", "Country"),
            field("d", "When did you move in?"),
            field("e", "Email"),
        ];
        assert_eq!(counts(content), [3, 1, 1]);
        let many = (0..10).map(|n| field(&format!("f{n}"), "Line")).collect();
        assert_eq!(counts(many), [8, 2]);
    }

    #[test]
    fn what_hangs_on_an_answer_comes_after_its_page() {
        let Content::Field(mut other) = field("b", "Town") else {
            panic!("no field")
        };
        other.when = Some(Test::is("a", "x"));
        assert_eq!(counts(vec![field("a", "Street"), Content::Field(other)]), [1, 1]);
    }

    #[test]
    fn texts_for_the_same_people_are_one_page() {
        let read = |when: Option<Test>| page(&Words::only("Read"), vec![text(when)]).unwrap();
        let some = Some(Test::is("a", "x"));
        let pages = joined(vec![read(None), read(None), read(some.clone()), read(some)], Vec::new());
        let counts: Vec<usize> = pages.iter().map(|page| page.content.len()).collect();
        assert_eq!(counts, [2, 2]);
    }

    #[test]
    fn what_is_said_before_a_question_stands_above_it() {
        let pages = || {
            let asks = page(&Words::only("The period"), vec![field("a", "From"), field("b", "To")]);
            vec![page(&Words::only("Pay"), vec![text(None)]).unwrap(), asks.unwrap()]
        };
        let said = |pages: &[Page]| -> Vec<String> {
            let texts = pages[0].content.iter().filter_map(|content| match content {
                Content::Shown(shown) => Some(shown.words.own.clone()),
                Content::Field(_) => None,
            });
            texts.collect()
        };
        let alone = joined(pages(), Vec::new());
        assert_eq!(
            (alone.len(), said(&alone)),
            (1, vec!["**Pay**".to_owned(), "Read this.".to_owned()])
        );
        let other = page(&Words::only("Pay"), vec![field("c", "How much?")]).unwrap();
        let with_another = joined(pages().into_iter().chain([other]).collect(), Vec::new());
        assert_eq!(said(&with_another), ["Read this."]);
    }
}
