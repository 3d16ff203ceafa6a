//! What is asked in a row: which questions share a page, and the texts above each.

use super::conditions::Of;
use super::pages::Around;
use super::service::Writing;
use super::texts;
use super::tree::Tree;
use crate::form::Words;

impl Writing<'_, '_> {
    /// The questions of a row, on the pages that the reader gave them; `is_one` where all of them share one.
    pub(super) fn pages_of_row(&mut self, inner: &[usize], is_one: bool) -> Vec<(String, Tree)> {
        let plan = self.plan;
        let page_of = |one: usize| plan.asked[one].field.page_in_row.as_ref().filter(|_| !is_one);
        let mut out = Vec::new();
        let mut rest = inner;
        while let Some(first) = rest.first() {
            let page = page_of(*first);
            let same = rest.iter().take_while(|one| page.is_some() && page_of(**one) == page);
            let (same, after) = rest.split_at(same.count().max(1));
            rest = after;
            let mut questions: Vec<(String, Tree)> = same.iter().filter_map(|one| self.in_row(*one)).collect();
            match page.filter(|_| questions.len() > 1) {
                Some((_, title)) => out.push(self.page_of_row(title, questions)),
                None => out.append(&mut questions),
            }
        }
        out
    }

    fn page_of_row(&mut self, title: &Words, mut questions: Vec<(String, Tree)>) -> (String, Tree) {
        let mut out = Vec::new();
        if let Some(when) = common_when(&mut questions) {
            out.push(("when".to_owned(), when));
        }
        out.push(("title".to_owned(), Tree::Said(title.clone())));
        let together = format!("The form had them together in each row, \"{}\"", title.own);
        out.push(("together".to_owned(), Tree::Plain(together)));
        out.push(("questions".to_owned(), Tree::Under(questions)));
        (self.names.give(&title.own, "", "page"), Tree::Under(out))
    }

    /// A question of a row, with the texts above it.
    fn in_row(&mut self, asked: usize) -> Option<(String, Tree)> {
        let mut around = Around::default();
        let plan = self.plan;
        for (t, shown) in plan.asked[asked].field.above.iter().enumerate() {
            let words = match &shown.opens {
                Some(opens) => texts::under_heading(opens, &shown.words),
                None => shown.words.clone(),
            };
            let words = match self.condition(Of::Above(asked, t)) {
                Some(None) => {
                    self.unseen(shown);
                    continue;
                }
                Some(Some(when)) => self.only_if(&words, &when),
                None => words,
            };
            self.report
                .carried((&shown.place, "text"), "say", "a text above the answer");
            around.say = around.say.above(&words);
        }
        self.shared(asked, around)
    }
}

/// The condition that all questions have, which their page says in their place.
fn common_when(questions: &mut [(String, Tree)]) -> Option<Tree> {
    let when = |tree: &Tree| match tree {
        Tree::Under(entries) => entries
            .first()
            .filter(|(key, _)| key == "when")
            .map(|(_, when)| when.clone()),
        _ => None,
    };
    let text = |tree: &Tree| match when(tree) {
        Some(Tree::Plain(text)) => Some(text),
        _ => None,
    };
    let first = questions.first().and_then(|(_, tree)| text(tree))?;
    if questions.iter().any(|(_, tree)| text(tree).as_ref() != Some(&first)) {
        return None;
    }
    for (_, tree) in questions.iter_mut() {
        if let Tree::Under(entries) = tree {
            entries.remove(0);
        }
    }
    Some(Tree::Plain(first))
}
