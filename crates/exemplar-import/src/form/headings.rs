//! Headings of pages: where each question has a page of its own, the question is the heading, and that of the form would be
//! read by nobody.

use super::{Content, Page, Shown, Words};

/// Lets each heading be read once: by a page that has it as its own, and else above the first question below it.
///
/// Gives the place and the words of each that stands above a question.
pub fn say_headings(pages: &mut [Page]) -> Vec<(String, String)> {
    let mut said = Vec::new();
    let mut rest = pages;
    while let Some(title) = rest.first().map(|page| page.title.clone()) {
        let length = rest.iter().take_while(|page| page.title == title).count();
        let (same, after) = rest.split_at_mut(length);
        if title.own.chars().any(char::is_alphanumeric) {
            said.extend(say(same, &title));
        }
        rest = after;
    }
    said
}

/// What is done for the pages that follow each other under one heading.
fn say(pages: &mut [Page], title: &Words) -> Option<(String, String)> {
    let is_read = pages.iter().any(|page| shows(page, title));
    for page in pages.iter_mut() {
        page.title_is_said = true;
    }
    let first = pages.first_mut().filter(|_| !is_read)?;
    let words = title.map(|text| format!("**{}**", text.trim().replace('*', "")));
    let heading = Content::Shown(Shown {
        words,
        place: first.place.clone(),
        ..Shown::default()
    });
    first.content.insert(0, heading);
    Some((first.place.clone(), title.own.clone()))
}

/// Whether the heading is read on a page: as its own, or in the words of its only question.
fn shows(page: &Page, title: &Words) -> bool {
    let mut fields = page.fields();
    let (Some(only), None) = (fields.next(), fields.next()) else {
        return true;
    };
    let bare = |text: &str| text.trim().trim_end_matches(['?', '.', ':']).to_lowercase();
    let is_own = only.label_is_hidden || only.label.is_empty() || only.kind.key() == "evidence";
    is_own || bare(&only.label.own).contains(&bare(&title.own))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Field, Kind};

    fn page(title: &str, labels: &[&str]) -> Page {
        let field = |label: &&str| {
            Content::Field(Box::new(Field {
                label: Words::only(*label),
                kind: Kind::plain("text"),
                ..Field::default()
            }))
        };
        Page {
            title: Words::only(title),
            content: labels.iter().map(field).collect(),
            ..Page::default()
        }
    }

    fn check(mut pages: Vec<Page>, said: &[&str]) {
        let found: Vec<String> = say_headings(&mut pages).into_iter().map(|(_, title)| title).collect();
        assert_eq!(found, said);
        assert!(pages.iter().all(|page| page.title_is_said || page.title.is_empty()));
    }

    #[test]
    fn a_heading_that_no_page_shows_stands_above_its_first_question() {
        check(
            vec![
                page("Work", &["Where?"]),
                page("Work", &["Since when?"]),
                page("Home", &["Where?"]),
            ],
            &["Work", "Home"],
        );
    }

    #[test]
    fn a_heading_that_a_page_shows_is_not_said_again() {
        check(vec![page("Work", &["Where?"]), page("Work", &["Name", "Email"])], &[]);
        check(vec![page("Work", &["Which work do you do?"])], &[]);
        check(vec![page("", &["Where?"])], &[]);
        check(vec![page("Read this", &[])], &[]);
    }
}
