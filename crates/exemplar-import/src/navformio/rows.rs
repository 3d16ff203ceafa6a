//! Rows: what is asked in each, what one of them is, and which questions of a row share a page.

use serde_json::Value;

use super::alike;
use super::index::joined;
use super::pages::{Around, Gathering};
use super::runs::{TOGETHER, is_small};
use super::{Reader, array, text_of};
use crate::form::{Content, Field, Kind, Repeat, Shown, Words};
use crate::report::Became;

/// How a row begins that is added, in all languages of these forms: what follows is what one of them is.
const ADD: [&str; 16] = [
    "legg til en ny ",
    "legg til et nytt ",
    "legg til flere ",
    "legg til fleire ",
    "legg til ny ",
    "legg til nytt ",
    "legg til en ",
    "legg til et ",
    "legg til ein ",
    "legg til eit ",
    "legg til ei ",
    "legg til ",
    "add another ",
    "add more ",
    "add a ",
    "add ",
];

/// The most pages of a row that the language takes.
const PAGES: usize = 40;
/// Of rows with more questions than this, fewer are taken: expressions look at each answer of each row.
const MANY: usize = 25;
/// So many rows with many questions are taken.
const ROWS: u32 = 20;

impl Reader<'_> {
    /// A question of rows.
    pub(super) fn rows(&mut self, component: &Value, here: &Around, place: &str) -> Kind {
        let inner = Around {
            scope: joined(&here.scope, text_of(component, "key").unwrap_or_default()),
            when: None,
            depth: here.depth + 1,
        };
        let mut gathering = Gathering::default();
        gathering.begin_rows();
        self.inside(array(component, "components"), &inner, place, &mut gathering);
        for one in std::mem::take(&mut gathering.documents) {
            let says = "A document cannot be asked for in each row, so it is not asked for.";
            self.report
                .note(Became::NotPossible, (one.place(), "attachment"), "not_in_rows", says);
        }
        let mut blocks = gathering.blocks();
        blocks.iter_mut().for_each(|(_, contents)| self.ticks(contents));
        let mut all = self.with_texts(blocks);
        for (from, to) in alike::joined(&mut all) {
            self.index.rename(&from, &to);
        }
        if all.is_empty() {
            return Kind::Unknown;
        }
        let mut fields = short_lines_together(all.clone());
        if pages_of(&fields) > PAGES {
            let label = self.plain(text_of(component, "label").unwrap_or_default(), place);
            fields = same_conditions_together(all, &label);
            let says = format!("A row has at most {PAGES} pages: what is asked on one condition shares a page here.");
            self.report
                .note(Became::Approximated, (place, "datagrid"), "pages_of_rows", says);
        }
        let has_many = fields.len() > MANY;
        if has_many {
            let says = format!("So much is asked in each row that {ROWS} rows are taken at most.");
            self.report
                .note(Became::Approximated, (place, "datagrid"), "fewer_rows", says);
        }
        let repeat = Repeat {
            each: self.each(component, place),
            at_most: has_many.then_some(ROWS),
            ..Repeat::default()
        };
        Kind::Rows { repeat, fields }
    }

    /// The questions of a row, each with the texts above it and the heading under which it stands.
    fn with_texts(&mut self, blocks: Vec<(Words, Vec<Content>)>) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        let mut waiting: Vec<Shown> = Vec::new();
        for (number, (title, contents)) in blocks.into_iter().enumerate() {
            for content in contents {
                match content {
                    Content::Shown(shown) => waiting.push(shown),
                    Content::Field(mut field) => {
                        field.above.append(&mut waiting);
                        field.page_in_row = Some((number, title.clone()));
                        fields.push(*field);
                    }
                }
            }
        }
        if let Some(last) = fields.last_mut() {
            for mut shown in waiting {
                if shown.when.as_ref().is_some_and(|when| when.looks_at(&last.key)) {
                    let says = "A text below the last question of a row stands above it, without its own condition.";
                    self.report
                        .note(Became::Approximated, (&shown.place, "text"), "text_in_rows", says);
                    shown.when = None;
                }
                last.above.push(shown);
            }
        }
        fields
    }

    /// What one row is, by the words with which another one is added.
    fn each(&mut self, component: &Value, place: &str) -> Words {
        let title = self.plain(text_of(component, "rowTitle").unwrap_or_default(), place);
        if !title.is_empty() {
            return title;
        }
        let add = self.plain(text_of(component, "addAnother").unwrap_or_default(), place);
        let own = row_of(&add.own);
        if own.is_empty() {
            return Words::default();
        }
        let others = add.others.iter().map(|(language, text)| (language, row_of(text)));
        others.fold(Words::only(own), |words, (language, text)| words.and(language, text))
    }
}

/// What one of them is, without "one more".
fn row_of(add: &str) -> String {
    let add = add.trim();
    let start = ADD.iter().find(|start| add.to_lowercase().starts_with(**start));
    let rest = start
        .and_then(|start| add.get(start.len()..))
        .unwrap_or_default()
        .trim();
    let rest = rest.strip_suffix(" til").unwrap_or(rest);
    rest.trim().to_owned()
}

/// How many pages the questions of a row have.
fn pages_of(fields: &[Field]) -> usize {
    let is_same = |pair: &&[Field]| pair[0].page_in_row.is_some() && pair[0].page_in_row == pair[1].page_in_row;
    fields.len() - fields.windows(2).filter(is_same).count()
}

/// Lets short lines under one heading share a page; each other question has its own. `page_in_row` is the heading before,
/// and the page after.
fn short_lines_together(mut fields: Vec<Field>) -> Vec<Field> {
    let headings: Vec<_> = fields.iter_mut().map(|field| field.page_in_row.take()).collect();
    let (mut number, mut count) = (0, 0);
    for at in 0..fields.len() {
        let Some((_, title)) = headings[at].as_ref().filter(|(_, title)| !title.is_empty()) else {
            count = 0;
            continue;
        };
        if !is_small(&fields[at]) {
            count = 0;
            continue;
        }
        let run = &fields[at - count..at];
        let goes_on =
            (1..TOGETHER).contains(&count) && headings[at - 1] == headings[at] && !looks_at_any(&fields[at], run);
        if !goes_on {
            number += 1;
            count = 0;
        }
        count += 1;
        fields[at].page_in_row = Some((number, title.clone()));
    }
    without_pages_of_one(fields)
}

/// Brings questions that are asked on the same condition onto one page, after the first of them: it was met there.
/// `label` is the heading where there is no other.
fn same_conditions_together(fields: Vec<Field>, label: &Words) -> Vec<Field> {
    let mut pages: Vec<Vec<Field>> = Vec::new();
    for field in fields {
        let last = pages.len().saturating_sub(1);
        let may_move = field.above.iter().all(|shown| shown.when.is_none());
        let fits = |(at, page): (usize, &Vec<Field>)| {
            (at == last || may_move)
                && page.len() < TOGETHER
                && page[0].when == field.when
                && page[0].page_in_row == field.page_in_row
                && !page.iter().chain([&field]).any(|one| one.kind.stands_alone())
                && !looks_at_any(&field, page)
        };
        match pages.iter().enumerate().position(fits) {
            Some(page) => pages[page].push(field),
            None => pages.push(vec![field]),
        }
    }
    for (number, page) in pages.iter_mut().enumerate() {
        let title = page[0].page_in_row.take().map(|(_, title)| title).unwrap_or_default();
        let heading = title.said().or(label.said()).unwrap_or(&page[0].label).clone();
        for field in page.iter_mut() {
            field.page_in_row = Some((number, heading.clone()));
        }
    }
    without_pages_of_one(pages.into_iter().flatten().collect())
}

fn looks_at_any(field: &Field, others: &[Field]) -> bool {
    let texts = field.above.iter().filter_map(|shown| shown.when.as_ref());
    let mut tests = field.when.iter().chain(texts);
    tests.any(|test| others.iter().any(|other| test.looks_at(&other.key)))
}

/// A question that shares its page with no other has no heading but its own.
fn without_pages_of_one(mut fields: Vec<Field>) -> Vec<Field> {
    let pages: Vec<Option<usize>> = fields
        .iter()
        .map(|field| field.page_in_row.as_ref().map(|(number, _)| *number))
        .collect();
    for (field, page) in fields.iter_mut().zip(&pages) {
        if page.is_some() && pages.iter().filter(|other| *other == page).count() == 1 {
            field.page_in_row = None;
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Test;

    #[test]
    fn a_row_is_named_by_how_another_is_added() {
        assert_eq!(row_of("Legg til flere barn"), "barn");
        assert_eq!(row_of("Legg til et barn til"), "barn");
        assert_eq!(row_of("Add another child"), "child");
        assert_eq!(row_of("Ny"), "");
    }

    fn field(key: &str, block: usize, label: &str, when: Option<Test>) -> Field {
        Field {
            key: key.to_owned(),
            label: Words::only(label),
            kind: Kind::plain("text"),
            when,
            page_in_row: Some((block, Words::only("Work"))),
            ..Field::default()
        }
    }

    #[test]
    fn short_lines_of_a_row_share_a_page() {
        let is = |key: &str| Some(Test::is(key, "x"));
        let fields = vec![
            field("a", 0, "Street", None),
            field("b", 0, "Town", None),
            field("c", 0, "Where is it?", None),
            field("d", 0, "Email", is("b")),
            field("e", 1, "Email", None),
        ];
        let fields = short_lines_together(fields);
        let shared: Vec<bool> = fields.iter().map(|field| field.page_in_row.is_some()).collect();
        assert_eq!(shared, [true, true, false, false, false]);
        assert_eq!(pages_of(&fields), 4);
    }

    #[test]
    fn what_is_asked_on_one_condition_shares_a_page_where_a_row_has_too_many() {
        let is = |key: &str| Some(Test::is(key, "x"));
        let fields = vec![
            field("a", 0, "Why?", is("o")),
            field("b", 0, "When?", is("a")),
            field("c", 0, "Where?", is("o")),
            field("d", 1, "Where?", is("o")),
        ];
        let fields = same_conditions_together(fields, &Words::default());
        let keys: Vec<&str> = fields.iter().map(|field| field.key.as_str()).collect();
        assert_eq!(keys, ["a", "c", "b", "d"]);
        assert_eq!(pages_of(&fields), 3);
    }
}
