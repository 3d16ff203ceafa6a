//! What a form asks: a field with its words, its kind of answer and its rules.

use super::{Shown, Test, Words};

/// A question of a form.
#[derive(Debug, Clone, Default)]
pub struct Field {
    /// As conditions name it. Two fields on different ways may have the same.
    pub key: String,
    /// What the source calls the type.
    pub source_type: String,
    /// Where it stands in the source.
    pub place: String,
    /// The question. Plain text.
    pub label: Words,
    /// What it is named by in the definition, where its words make no good name.
    pub named: Option<&'static str>,
    /// The page's heading stands for the label, which is not shown.
    pub label_is_hidden: bool,
    /// What the answer is called in tables and errors, where the source says so. Plain text.
    pub called: Option<Words>,
    /// One sentence below the question. Plain text.
    pub hint: Words,
    /// What stands above the answer, in Markdown.
    pub say: Words,
    /// Texts above it in a row, each with its own condition; elsewhere texts are contents of the page.
    pub above: Vec<Shown>,
    /// The page of its row that it shares with those beside it that have the same one: its number, and its heading.
    pub page_in_row: Option<(usize, Words)>,
    /// What else of the source is part of this question, such as a last name: its place and its type.
    pub also: Vec<(String, String)>,
    /// The kind of answer.
    pub kind: Kind,
    /// An answer must be given.
    pub required: bool,
    /// A box that can be ticked instead of an answer. Plain text.
    pub or_tick: Option<Words>,
    /// It is asked where this holds.
    pub when: Option<Test>,
    /// A word of the shared vocabulary, such as `person.name`.
    pub prefill: Option<String>,
    /// Own words for errors, by the name of our rule, or `empty`, or `wrong`. Plain text.
    pub errors: Vec<(&'static str, Words)>,
    /// Rules across answers: what must hold, and what is said where it does not.
    pub must: Vec<(Test, Words)>,
}

/// A kind of answer, in the words of our language.
#[derive(Debug, Clone, Default)]
pub enum Kind {
    /// One with rules of a word or a number each: `text`, `money`, `file`.
    Plain {
        /// The key of the language.
        key: &'static str,
        /// The rules as they are written.
        rules: Vec<(&'static str, String)>,
    },
    /// `number` with a unit, which is translated.
    Measure {
        /// The rules as they are written.
        rules: Vec<(&'static str, String)>,
        /// The unit.
        unit: Words,
    },
    /// Words to agree with.
    Declaration(Words),
    /// One of some options, or any of them.
    Choice {
        /// Whether several can be chosen.
        many: bool,
        /// The options.
        options: Vec<Choice>,
        /// The list in the source, where several fields share it.
        list: Option<String>,
    },
    /// Documents, and how each will be sent.
    Evidence(Vec<Document>),
    /// The same questions for each of something.
    Rows {
        /// What is repeated.
        repeat: Repeat,
        /// What is asked of each.
        fields: Vec<Field>,
    },
    /// Nothing of ours: the report says why, and the question is left out.
    #[default]
    Unknown,
}

impl Kind {
    /// A kind without rules.
    #[must_use]
    pub fn plain(key: &'static str) -> Self {
        Self::Plain { key, rules: Vec::new() }
    }

    /// The same with a rule. Kinds that have none keep what they are.
    #[must_use]
    pub fn with(mut self, rule: &'static str, value: impl Into<String>) -> Self {
        if let Self::Plain { rules, .. } | Self::Measure { rules, .. } = &mut self {
            rules.push((rule, value.into()));
        }
        self
    }

    /// The key of the language.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Plain { key, .. } => key,
            Self::Measure { .. } => "number",
            Self::Declaration(_) => "declaration",
            Self::Choice { many: false, .. } => "one_of",
            Self::Choice { many: true, .. } => "any_of",
            Self::Evidence(_) => "evidence",
            Self::Rows { .. } => "rows",
            Self::Unknown => "unknown",
        }
    }

    /// Whether questions of this kind stand on a page of their own.
    #[must_use]
    pub fn stands_alone(&self) -> bool {
        matches!(self.key(), "file" | "rows" | "evidence" | "slots")
    }
}

/// An option.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// As conditions of the source name it.
    pub value: String,
    /// Plain text.
    pub label: Words,
    /// One sentence below it. Plain text.
    pub hint: Words,
    /// It is offered where this holds.
    pub when: Option<Test>,
    /// It cannot be chosen beside others.
    pub alone: bool,
}

/// A document of evidence.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// As conditions of the source name it.
    pub value: String,
    /// Plain text.
    pub label: Words,
    /// One sentence below it. Plain text.
    pub hint: Words,
    /// The ways in which it can be sent, as our language names them.
    pub ways: Vec<&'static str>,
    /// Within so many days it may come where it does not come now.
    pub within: Option<u32>,
    /// It is asked for where this holds.
    pub when: Option<Test>,
    /// Where it stands in the source.
    pub place: String,
}

/// How often something is asked.
#[derive(Debug, Clone, Default)]
pub struct Repeat {
    /// What one of them is, such as `child`; made from the question where nothing is said.
    pub each: Words,
    /// At least so many.
    pub at_least: Option<u32>,
    /// At most so many.
    pub at_most: Option<u32>,
    /// The field whose number says how many.
    pub exactly: Option<String>,
}
