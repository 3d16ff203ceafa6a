//! Answers that stand in texts. The source puts the value of an option there, which may be a word of the sentence: "you" for
//! "Myself". A fact says the answer so.

use super::service::Writing;
use super::tree::Tree;
use crate::form::{Choice, Kind, Words};
use crate::names::Names;

/// The most options that a text has words for.
const OPTIONS: usize = 20;
/// So many words of the question stand in the name of the fact.
const NAME: usize = 4;

impl Writing<'_, '_> {
    /// The name of what stands in a text for the answer to a question.
    pub(super) fn in_a_text(&mut self, asked: usize) -> String {
        if let Some((name, _)) = self.worded.get(&asked) {
            return name.clone();
        }
        let one = &self.plan.asked[asked];
        let Kind::Choice {
            many: false, options, ..
        } = &one.field.kind
        else {
            return one.name.clone();
        };
        if options.len() > OPTIONS || !options.iter().all(has_words) || options.iter().all(says_its_label) {
            return one.name.clone();
        }
        let (mut names, mut labels, mut cases) = (Names::default(), Vec::new(), Vec::new());
        for (option, own) in options.iter().zip(&one.options) {
            let name = names.option(&option.value);
            labels.push((name.clone(), Tree::Said(Words::only(option.value.trim()))));
            cases.push(format!("{name} when {} is {own}", one.name));
        }
        // The last case stands without a condition.
        if let Some(last) = cases.last_mut() {
            let end = last.find(" when ").unwrap_or(last.len());
            last.truncate(end);
        }
        let fact = vec![
            ("one_of".to_owned(), Tree::Under(labels)),
            ("is".to_owned(), Tree::List(cases)),
        ];
        let begins: Vec<&str> = one.name.split('_').take(NAME).collect();
        let name = self.names.give(&format!("{} words", begins.join(" ")), "", "words");
        self.worded.insert(asked, (name.clone(), Tree::Under(fact)));
        name
    }
}

/// Whether a value can stand in a sentence, and is no number or code.
fn has_words(option: &Choice) -> bool {
    let value = option.value.trim();
    value.starts_with(|c: char| c.is_lowercase()) && value.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '\''))
}

fn says_its_label(option: &Choice) -> bool {
    option.value.trim().eq_ignore_ascii_case(option.label.own.trim())
}
