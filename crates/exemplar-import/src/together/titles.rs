//! What an application and its tasks are called, and in which order these stand: the files of a task list do not say it
//! in so many words.

use super::Part;
use crate::form::{Form, Page, Words};
use crate::names::title_of_file;
use crate::report::{Became, Report};

/// What the application is called: as most of its files are.
pub(super) fn of_all(parts: &[Part], name: &str, report: &mut Report) -> Words {
    let shared = |words: &Words| parts.iter().filter(|part| part.form.title.own == words.own).count();
    let best = parts
        .iter()
        .map(|part| &part.form.title)
        .max_by_key(|title| shared(title));
    let best = best.filter(|title| parts.len() == 1 || shared(title) * 2 > parts.len());
    if let Some(title) = best {
        // Of those that are called so, one may have the name in more languages.
        let titles = parts.iter().map(|part| &part.form.title);
        let same = titles.filter(|own| own.own == title.own);
        return same.max_by_key(|own| own.others.len()).unwrap_or(title).clone();
    }
    let says = format!("The files give the application no name: it is called \"{name}\" after its folder.");
    report.note(Became::ToComplete, ("name", "application"), "no_title", says);
    let own = Words::only(sentence(&name.replace(['-', '_'], " ")));
    let languages = parts.iter().flat_map(|part| &part.twins);
    languages.fold(own.clone(), |words, (language, _)| words.and(language, own.own.clone()))
}

/// What is the same in the names of all files, such as the fund and its round.
pub(super) struct Stems {
    shared: Vec<String>,
}

impl Stems {
    pub(super) fn of<'p>(parts: impl Iterator<Item = &'p Part>) -> Self {
        let all: Vec<Vec<String>> = parts.map(|part| words_of(&part.stem)).collect();
        let count = |word: &String| all.iter().filter(|words| words.contains(word)).count();
        let mut shared: Vec<String> = all.iter().flatten().cloned().collect();
        shared.sort();
        shared.dedup();
        // A word of more than half of the files says nothing of one of them.
        shared.retain(|word| all.len() > 1 && count(word) * 2 > all.len());
        Self { shared }
    }

    /// The name of a file without what all have in common, as a title.
    fn title(&self, stem: &str) -> String {
        let is_code = |word: &&String| {
            let (letters, digits) = word.split_at(1);
            !(self.shared.contains(word) || matches!(letters, "r" | "w" | "v") && digits.parse::<u32>().is_ok())
        };
        let words = words_of(stem);
        let kept: Vec<&str> = words.iter().filter(is_code).map(String::as_str).collect();
        sentence(&if kept.is_empty() {
            words.join(" ")
        } else {
            kept.join(" ")
        })
    }
}

fn words_of(stem: &str) -> Vec<String> {
    stem.split(['-', '_', ' ', '.'])
        .filter(|word| !word.is_empty() && word.is_char_boundary(1))
        .map(str::to_lowercase)
        .collect()
}

/// A text with its first letter as a capital.
fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + characters.as_str()
}

/// What each task is called: its form's own name, its first page's, or else its file's; the first that only it has.
pub(super) fn of_parts(parts: &[Part], stems: &Stems, all: &Words) -> Vec<Words> {
    let own = |part: &Part| part.form.title.clone();
    let first = |part: &Part| {
        first_page(&part.form)
            .map(|page| page.title.map(unnumbered))
            .unwrap_or_default()
    };
    let alone = |text: &str, of: &dyn Fn(&Part) -> Words| {
        let same = |part: &&Part| of(part).own.eq_ignore_ascii_case(text);
        parts.iter().filter(same).count() == 1
    };
    let mut out = Vec::with_capacity(parts.len());
    for part in parts {
        let (title, heading) = (own(part), first(part));
        let says = |words: &Words| !words.is_empty() && words.own != all.own && !words.own.trim_end().ends_with('?');
        // The name of a form that has none was made of its first heading.
        let is_of_file = title.own == title_of_file(&part.stem);
        let words = if !is_of_file && says(&title) && title.own != heading.own && alone(&title.own, &own) {
            title.map(unnumbered)
        } else if says(&heading) && alone(&heading.own, &first) {
            heading
        } else {
            let made = Words::only(stems.title(&part.stem));
            let twins = part.twins.iter();
            twins.fold(made, |words, (language, stem)| words.and(language, stems.title(stem)))
        };
        out.push(words);
    }
    out
}

fn first_page(form: &Form) -> Option<&Page> {
    let start = form.pages.iter().find(|page| Some(&page.id) == form.start.as_ref());
    start.or(form.pages.first())
}

/// A heading without the number before it: "2.1 About you" is "About you".
fn unnumbered(text: &str) -> String {
    let text = text.trim();
    let rest = if number(text).is_empty() {
        text
    } else {
        text.trim_start_matches(NUMBER)
    };
    rest.trim().to_owned()
}

/// The signs of a number before a heading.
const NUMBER: fn(char) -> bool = |c| c.is_ascii_digit() || c == '.';

/// The number before a heading, part by part: "2.1" or "3.", but not the one of "4 years".
fn number(text: &str) -> Vec<u32> {
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_number = first.contains('.') && first.chars().all(NUMBER) && first.len() < text.trim().len();
    let parts = first.split('.').filter(|_| is_number);
    parts.filter_map(|part| part.parse().ok()).collect()
}

/// Puts tasks in order: by the numbers of their headings where they have some; what is asked before one can apply, and the
/// names of the application, first; what is declared last.
pub(super) fn in_order(parts: &mut [(Part, Words)], report: &mut Report) {
    let says_any = |stem: &str, words: &[&str]| words.iter().any(|word| stem.to_lowercase().contains(word));
    let has_numbers = parts.iter().any(|(part, _)| !numbers(part).is_empty());
    parts.sort_by_key(|(part, title)| {
        let says = |words: &[&str]| says_any(&part.stem, words) || says_any(&title.own, words);
        let group = if says(&["before-you-start", "eligibility", "name-your-application"]) {
            0
        } else if says(&["declaration", "final confirmation"]) {
            2
        } else {
            1
        };
        (group, numbers(part))
    });
    let says = if has_numbers {
        "The numbers before headings say in which order tasks stand. They are left out of the headings of tasks."
    } else {
        "The files do not say in which order their tasks stand: put them in order under tasks in service.yaml."
    };
    report.note(Became::ToComplete, ("tasks", "order"), "order_of_tasks", says);
}

fn numbers(part: &Part) -> Vec<u32> {
    first_page(&part.form)
        .map(|page| number(&page.title.own))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_called_without_its_number() {
        assert_eq!(unnumbered("2.1 About you"), "About you");
        assert_eq!(unnumbered("4 year plan"), "4 year plan");
        assert_eq!(unnumbered("20.24"), "20.24");
        assert_eq!(number("10.2 Costs"), [10, 2]);
        assert!(number("Costs").is_empty());
    }

    #[test]
    fn a_file_is_called_by_what_the_others_are_not() {
        let parts: Vec<Part> = ["cof-r3-costs.json", "cof-r3-about-you.json", "x/cof-r3-end.json"]
            .iter()
            .map(|file| Part::new(file, Form::default()))
            .collect();
        let stems = Stems::of(parts.iter());
        assert_eq!(stems.title("cof-r3-about-you"), "About you");
        assert_eq!(stems.title("cof-r3"), "Cof r3");
    }
}
