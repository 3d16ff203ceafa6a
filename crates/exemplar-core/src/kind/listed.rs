//! One entry of a long list of the world, which countries, nationalities and currencies share. The lists are in
//! [`super::world`].

use super::one_of::{one_value, typed_one};
use super::world::World;
use super::{Control, Kind, KindKeys, Problem, Reading, Rules, Search, Showing, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// One entry of a list.
#[derive(Debug)]
pub(super) struct Listed {
    keys: &'static KindKeys,
    world: &'static World,
    /// What to say of what is not in the list.
    not_in_list: &'static str,
    /// A code of the list.
    example: &'static str,
    /// One list for each language of the definition: the order differs.
    controls: Vec<[Control; 1]>,
}

/// What tells one kind of a list from another.
pub(super) struct Which {
    /// The kind's key and rules.
    pub(super) keys: &'static KindKeys,
    /// The list.
    pub(super) world: &'static World,
    /// What to say of what is not in the list.
    pub(super) not_in_list: &'static str,
    /// HTML's `autocomplete`.
    pub(super) autocomplete: Option<&'static str>,
    /// A code of the list.
    pub(super) example: &'static str,
}

impl Listed {
    /// Makes the kind.
    pub(super) fn build(which: &Which, rules: &Rules<'_>) -> Box<dyn Kind> {
        let controls = which
            .world
            .choices(rules.languages())
            .into_iter()
            .map(|choices| [Control::Search(Search::new(choices, which.autocomplete))]);
        Box::new(Self {
            keys: which.keys,
            world: which.world,
            not_in_list: which.not_in_list,
            example: which.example,
            controls: controls.collect(),
        })
    }
}

impl Kind for Listed {
    fn key(&self) -> &'static str {
        self.keys.key
    }

    fn controls(&self, language: usize) -> &[Control] {
        let controls = self.controls.get(language).or(self.controls.first());
        controls.map_or(&[], |controls| controls)
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty-choice")
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        // Each language's list has the names in every language of the definition.
        if let Some([Control::Search(search)]) = self.controls.first()
            && let Some(read) = search.read(typed, |_| true)
        {
            return read.map_err(|problem| vec![problem]);
        }
        match self.world.find(typed.get("")) {
            Some(entry) => Ok(Answer::One(entry.answer())),
            None => Err(vec![Problem::new("wrong", self.not_in_list)]),
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_one(answer)
    }

    fn type_of(&self) -> Type {
        self.keys.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        one_value(answer)
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        match answer {
            Answer::One(code) => vec![self.world.name(code.as_str(), words.tag)],
            _ => Vec::new(),
        }
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    fn example(&self, _facts: &Reading<'_>) -> Typed {
        Typed::of(self.example)
    }

    fn personal(&self) -> bool {
        false
    }
}
