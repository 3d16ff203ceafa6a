//! The whole of service.yaml: pages from [`super::pages`], and around them what a service needs besides. What no form
//! says is written as a plain default, and named in the report for the service team.

use std::collections::HashMap;

use super::conditions::{Conditions, Of};
use super::lists::Lists;
use super::plan::Plan;
use super::say::{Said, or};
use super::sums::Worked;
use super::texts::{self, Texts};
use super::tree::Tree;
use crate::form::{Form, Shown, Words};
use crate::names::Names;
use crate::report::{Became, Report};

/// The most characters of a condition that stands in one piece; the language allows some more.
const CONDITION: usize = 460;

/// What is being written.
pub(super) struct Writing<'w, 'a> {
    pub(super) form: &'w Form,
    pub(super) plan: &'w Plan<'a>,
    pub(super) conditions: &'w Conditions,
    pub(super) names: Names,
    pub(super) report: &'w mut Report,
    pub(super) lists: Lists,
    facts: Vec<(String, Tree)>,
    /// Facts that say the answer to a choice in the words of a text, by the place of the question.
    pub(super) worded: HashMap<usize, (String, Tree)>,
    /// Facts that texts name, by the key of the sum.
    pub(super) sums: HashMap<String, Worked>,
}

/// A language, the reason why questions are asked, that an application is granted, that it is refused.
type KnownWords = (&'static str, &'static str, &'static str, &'static str);

/// What stands in a service until its team says it, in the languages in which that is known.
const KNOWN: [KnownWords; 6] = [
    ("en", "To decide on your application.", "Approved", "Refused"),
    ("cy", "I benderfynu ar eich cais.", "Cymeradwywyd", "Gwrthodwyd"),
    ("fr", "Pour traiter votre demande.", "Acceptée", "Refusée"),
    ("nb", "For å behandle søknaden din.", "Innvilget", "Avslått"),
    ("nn", "For å behandle søknaden din.", "Innvilga", "Avslått"),
    ("no", "For å behandle søknaden din.", "Innvilget", "Avslått"),
];

/// How long what is kept, until the service team says it.
const KEEP: [(&str, &str); 4] = [
    ("draft", "28 days"),
    ("approved", "7 years"),
    ("refused", "1 year"),
    ("withdrawn", "1 month"),
];

impl<'w, 'a> Writing<'w, 'a> {
    pub(super) fn new(
        form: &'w Form,
        plan: &'w Plan<'a>,
        conditions: &'w Conditions,
        names: Names,
        report: &'w mut Report,
    ) -> Self {
        Self {
            form,
            plan,
            conditions,
            names,
            report,
            lists: Lists::default(),
            facts: Vec::new(),
            worded: HashMap::new(),
            sums: HashMap::new(),
        }
    }

    /// The form's own language.
    pub(super) fn language(&self) -> &'w str {
        self.form.languages.first().map_or("en", String::as_str)
    }

    /// The languages besides.
    pub(super) fn others(&self) -> &'w [String] {
        self.form.languages.get(1..).unwrap_or_default()
    }

    /// service.yaml.
    pub(super) fn service(&mut self) -> Tree {
        let questions = self.questions();
        let mut out = vec![
            ("language".to_owned(), Tree::plain("1")),
            ("name".to_owned(), Tree::Said(self.form.title.clone())),
            ("organisation".to_owned(), Tree::plain("your-organisation")),
            ("languages".to_owned(), Tree::List(Vec::new())),
        ];
        if let Some(currency) = &self.form.currency {
            out.push(("currency".to_owned(), Tree::plain(currency.as_str())));
        }
        out.push(("why".to_owned(), Tree::Said(self.why())));
        let start = self.said(&self.plan.start, 0);
        push_under(&mut out, "start", vec![("say", start)]);
        out.push(questions);
        let send = self.said(&self.plan.send, self.plan.asked.len());
        push_under(&mut out, "send", vec![("say", send)]);
        let done = self.said(&self.plan.done, self.plan.asked.len());
        push_under(&mut out, "done", vec![("say", done)]);
        let fee = self.fee();
        if !fee.is_empty() {
            out.push(("fee".to_owned(), Tree::Under(fee)));
        }
        let mut facts = self.totals();
        facts.extend(std::mem::take(&mut self.facts));
        let mut worded: Vec<(usize, (String, Tree))> = self.worded.drain().collect();
        worded.sort_by_key(|(asked, _)| *asked);
        facts.extend(worded.into_iter().map(|(_, fact)| fact));
        facts.extend(self.facts_of_sums());
        if !facts.is_empty() {
            out.push(("facts".to_owned(), Tree::Under(facts)));
        }
        if let Some(outcomes) = self.outcomes() {
            out.push(("casework".to_owned(), outcomes));
        }
        let keep = KEEP.iter().map(|(what, long)| ((*what).to_owned(), Tree::plain(*long)));
        out.push(("keep".to_owned(), Tree::Under(keep.collect())));
        self.open_ends();
        Tree::Under(out)
    }

    /// The questions, one after the other or in tasks.
    fn questions(&mut self) -> (String, Tree) {
        let pages = self.pages();
        let questions = |pages: Vec<(String, Tree)>| ("questions".to_owned(), Tree::Under(pages));
        if self.form.tasks.is_empty() {
            return questions(pages.into_iter().map(|(_, name, tree)| (name, tree)).collect());
        }
        let mut names = Names::default();
        let mut tasks = Vec::new();
        for task in &self.form.tasks {
            let own = pages
                .iter()
                .filter(|(p, ..)| self.plan.pages[*p].page.section.as_ref() == Some(&task.id));
            let own: Vec<(String, Tree)> = own.map(|(_, name, tree)| (name.clone(), tree.clone())).collect();
            if !own.iter().any(|(_, page)| page.has("ask") || page.has("questions")) {
                let says = format!("\"{}\" asks nothing, so it is no task.", task.title.own);
                self.report
                    .note(Became::NotPossible, (&task.place, "task"), "task_asks_nothing", says);
                continue;
            }
            let name = names.give(&task.title.own, "", "task");
            let page_count = if own.len() == 1 {
                "a task of 1 page".to_owned()
            } else {
                format!("a task of {} pages", own.len())
            };
            self.report.carried((&task.place, "task"), &name, page_count);
            let title = ("title".to_owned(), Tree::Said(task.title.clone()));
            tasks.push((name, Tree::Under(vec![title, questions(own)])));
        }
        ("tasks".to_owned(), Tree::Under(tasks))
    }

    /// The files of lists.
    pub(super) fn lists(&mut self) -> Vec<(String, String)> {
        std::mem::take(&mut self.lists.files)
    }

    fn why(&self) -> Words {
        self.known(|known| known.1)
    }

    /// The outcomes in words: those that the platform has are English.
    fn outcomes(&self) -> Option<Tree> {
        let is_english = |language: &str| language.starts_with("en");
        if is_english(self.language()) && self.others().iter().all(|language| is_english(language)) {
            return None;
        }
        let outcome = |title: Words| Tree::Under(vec![("title".to_owned(), Tree::Said(title))]);
        let outcomes = vec![
            ("approved".to_owned(), outcome(self.known(|known| known.2))),
            ("refused".to_owned(), outcome(self.known(|known| known.3))),
        ];
        Some(Tree::Under(vec![("outcomes".to_owned(), Tree::Under(outcomes))]))
    }

    /// Words that are known in some languages, in those of the form; English where its own is not among them.
    fn known(&self, take: impl Fn(&KnownWords) -> &'static str) -> Words {
        let known = |language: &str| {
            let short = language.split('-').next().unwrap_or_default();
            KNOWN.iter().find(|known| known.0 == short).map(&take)
        };
        let own = Words::only(known(self.language()).unwrap_or(take(&KNOWN[0])));
        self.others().iter().fold(own, |words, language| match known(language) {
            Some(text) => words.and(language, text),
            None => words,
        })
    }

    fn open_ends(&mut self) {
        let open = [
            (
                "organisation",
                "Who owns the service: put its name from organisations.yaml in place of \"your-organisation\".",
            ),
            (
                "why",
                "Why each question is asked, and under which law: one reason stands for all of them.",
            ),
            ("keep", "How long cases are kept: the times are examples."),
            (
                "casework",
                "Who decides, in which time, and with which outcomes: those of the platform hold.",
            ),
            (
                "messages",
                "What people are told when they have applied, and when it is decided.",
            ),
        ];
        for (key, says) in open {
            self.report.note(Became::ToComplete, (key, "service"), key, says);
        }
        for output in &self.form.outputs {
            let says = format!(
                "Answers went out by {}. Here they are a case that staff look at; its address is not kept.",
                output.what
            );
            self.report
                .note(Became::LeftOut, (&output.place, "output"), "output", says);
        }
    }

    /// A condition as it stands under `when`: none where it always holds, and an empty one where it never does.
    pub(super) fn condition(&mut self, of: Of) -> Option<Option<String>> {
        let parts = match self.conditions.of(of) {
            Said::Always | Said::Tangled => return None,
            Said::Never => return Some(None),
            Said::When(parts) => parts.clone(),
        };
        let whole = or(&parts);
        if whole.len() <= CONDITION {
            let is_shared = self.conditions.is_shared(&whole);
            return Some(Some(if is_shared { self.fact(&whole) } else { whole }));
        }
        Some(self.in_pieces(&parts))
    }

    /// A condition too long for one expression, as facts of which one must hold.
    fn in_pieces(&mut self, parts: &[String]) -> Option<String> {
        let mut pieces: Vec<Vec<String>> = vec![Vec::new()];
        for part in parts {
            let full = pieces
                .last()
                .is_some_and(|piece| or(piece).len() + part.len() + 6 > CONDITION);
            if full {
                pieces.push(Vec::new());
            }
            if let Some(piece) = pieces.last_mut() {
                piece.push(part.clone());
            }
        }
        let names: Vec<String> = pieces
            .iter()
            .filter(|piece| !piece.is_empty())
            .map(|piece| self.fact(&or(piece)))
            .collect();
        Some(names.join(" or "))
    }

    /// The name of a fact that is this: what people called it, and else the words in it.
    pub(super) fn fact(&mut self, is: &str) -> String {
        if let Some((name, _)) = self
            .facts
            .iter()
            .find(|(_, known)| matches!(known, Tree::Plain(known) if known == is))
        {
            return name.clone();
        }
        let meant = self.conditions.meaning(is).map(str::to_owned);
        let words = meant.unwrap_or_else(|| super::say::words_of(is));
        let name = self.names.give(&words, "", "holds");
        self.facts.push((name.clone(), Tree::plain(is)));
        name
    }

    /// Begins facts of their own, for rows; those outside are handed back.
    pub(super) fn begin_facts(&mut self) -> Vec<(String, Tree)> {
        std::mem::take(&mut self.facts)
    }

    /// The facts since then, and again those outside.
    pub(super) fn end_facts(&mut self, outside: Vec<(String, Tree)>) -> Vec<(String, Tree)> {
        std::mem::replace(&mut self.facts, outside)
    }

    /// Texts one below the other, with those that have a condition between `[[ if ]]` and `[[ endif ]]`.
    pub(super) fn said(&mut self, texts: &Texts<'_>, order: usize) -> Words {
        let all: Vec<Words> = texts.shown.iter().map(|shown| self.open(shown, order)).collect();
        all.iter().fold(Words::default(), |above, below| above.above(below))
    }

    /// A text that would open on request, below its line.
    pub(super) fn open(&mut self, shown: &Shown, order: usize) -> Words {
        let words = self.filled(&shown.words, order, &shown.place);
        match &shown.opens {
            Some(opens) => texts::under_heading(opens, &words),
            None => words,
        }
    }

    /// Words with the answers that stand in them, of what was asked before.
    pub(super) fn filled(&mut self, words: &Words, order: usize, place: &str) -> Words {
        if !texts::has_answers(words) {
            return words.clone();
        }
        let keys = texts::answers(words);
        let mut found: HashMap<String, String> = HashMap::new();
        if self.can_say(&keys, order) {
            for key in &keys {
                let said = self.key_in_text(key, order);
                found.extend(said.map(|said| (key.clone(), said)));
            }
        }
        let filled = texts::filled(words, &|key| found.get(key).cloned());
        if keys.iter().any(|key| !found.contains_key(key)) {
            let says = "An answer stands in this text that is given only later, or not at all: it is left out.";
            self.report
                .note(Became::Approximated, (place, "text"), "answer_in_text", says);
        }
        filled
    }
}

fn push_under(out: &mut Vec<(String, Tree)>, key: &str, words: Vec<(&str, Words)>) {
    let said: Vec<(String, Tree)> = words
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(key, words)| (key.to_owned(), Tree::Said(words)))
        .collect();
    if !said.is_empty() {
        out.push((key.to_owned(), Tree::Under(said)));
    }
}

/// Writes the languages that are complete.
pub(super) fn set_languages(tree: &mut Tree, languages: Vec<String>) {
    if let Tree::Under(entries) = tree {
        for (_, value) in entries.iter_mut().filter(|(key, _)| key == "languages") {
            *value = Tree::List(languages.clone());
        }
    }
}

/// Takes the questions of each task out of service.yaml, which says only what tasks there are: each stands in a file.
pub(super) fn take_questions_of_tasks(tree: &mut Tree) -> Vec<(String, Tree)> {
    let mut out = Vec::new();
    let Some(Tree::Under(tasks)) = tree.under("tasks") else {
        return out;
    };
    for (name, task) in tasks {
        if let Tree::Under(entries) = task {
            let (questions, rest) = std::mem::take(entries)
                .into_iter()
                .partition(|(key, _)| key == "questions");
            *entries = rest;
            out.push((name.clone(), Tree::Under(questions)));
        }
    }
    out
}
