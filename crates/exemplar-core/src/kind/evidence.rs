//! A list of documents, and how each of them will be sent. The documents themselves are not here.

use std::sync::Arc;

use super::field::{Fields, typed_fields};
use super::{
    ChoiceOf, Control, Document, Kind, KindKeys, Label, Param, Problem, Radios, Reading, RuleProblem, Rules, Showing,
    Takes, Typed,
};
use crate::answer::Answer;
use crate::definition::Choices;
use crate::expression::{Type, Value};

/// The ways in which a document can be sent, each with the platform's word for it.
const WAYS: [(&str, &str); 5] = [
    ("now", "kinds-way-now"),
    ("later", "kinds-way-later"),
    ("sent_already", "kinds-way-sent-already"),
    ("someone_else", "kinds-way-someone-else"),
    ("do_not_have", "kinds-way-do-not-have"),
];

/// Their names.
pub(crate) const NAMES: &[&str] = &["now", "later", "sent_already", "someone_else", "do_not_have"];

/// The ways where a definition names none.
const USUAL: &[&str] = &["now", "later"];

/// The most documents of one question: more would not be read to their end.
const MOST: usize = 20;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "evidence",
    says: "Documents, and how each will be sent: now, later, sent_already, someone_else, do_not_have.",
    takes: Takes::Documents,
    takes_is_needed: true,
    rules: &[],
    type_of: Type::Fields,
    example: "evidence: { payslips: Your payslips, lease: { label: Your lease, ways: [now, do_not_have] } }",
    build,
};

/// Documents with the ways of each.
#[derive(Debug)]
struct Evidence {
    documents: Vec<Document>,
    /// The documents again, as options with their conditions.
    choices: Choices,
    controls: Vec<Control>,
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let mut documents = rules.get(|reader| reader.documents(NAMES))?;
    if documents.len() > MOST {
        let says = format!("There are more than {MOST} documents.");
        rules.refuse(RuleProblem::new("", says).mend("Ask for them on several pages."));
    }
    for document in &mut documents {
        if document.ways.is_empty() {
            document.ways = USUAL.to_vec();
        }
    }
    let control = |document: &Document| {
        let ways = WAYS.iter().filter(|(way, _)| document.ways.contains(way));
        let choices: Arc<[ChoiceOf]> = ways.map(|(way, word)| ChoiceOf::new(way, Label::Word(word))).collect();
        let label = Label::Text(document.option.label.clone());
        Control::Radios(Radios {
            hint: document.option.hint.clone(),
            within: document.within,
            when: document.option.when.clone(),
            ..Radios::field(document.option.name.as_str().into(), Some(label), choices)
        })
    };
    Some(Box::new(Evidence {
        controls: documents.iter().map(control).collect(),
        choices: Choices(documents.iter().map(|document| document.option.clone()).collect()),
        documents,
    }))
}

/// The platform's word for a way.
fn word(way: &str) -> Option<&'static str> {
    let mut ways = WAYS.iter();
    ways.find(|(known, _)| *known == way).map(|(_, word)| *word)
}

/// Whether a document that is sent in this way is still to come.
pub(crate) fn comes(way: &str) -> bool {
    matches!(way, "later" | "someone_else")
}

impl Evidence {
    /// Reads how one document will be sent.
    fn read_one(document: &Document, typed: &Typed) -> Result<Option<String>, Problem> {
        let typed = typed.get(document.option.name.as_str());
        if document.ways.contains(&typed) {
            return Ok(Some(typed.to_owned()));
        }
        let rule = if typed.is_empty() { "empty" } else { "wrong" };
        let problem = Problem::new(rule, "error-evidence-empty").at_field(document.option.name.as_str());
        Err(problem.with("document", Param::Words(document.option.label.clone())))
    }
}

impl Kind for Evidence {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty-choice")
    }

    /// A way for each document that is asked for. Where none is, there is nothing to say.
    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let mut fields = Fields::default();
        let asked = |document: &&Document| !facts.not_offered.contains(&document.option.name);
        for document in self.documents.iter().filter(asked) {
            fields.add(document.option.name.as_str(), Self::read_one(document, typed));
        }
        fields.finish()
    }

    fn read_empty(&self, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        self.read(&Typed::default(), facts)
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_fields(answer)
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        match answer {
            Answer::Fields(fields) => Some(Value::Fields(fields.clone())),
            _ => None,
        }
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        let Answer::Fields(fields) = answer else {
            return Vec::new();
        };
        let line = |(name, way): (&String, &String)| {
            let mut documents = self.documents.iter();
            let document = documents.find(|document| document.option.name.as_str() == name);
            let label = document.map_or(name.as_str(), |document| document.option.label.get(words.language));
            let within = document.and_then(|document| document.within).filter(|_| comes(way));
            let way = word(way).map_or_else(|| way.clone(), |word| (words.word)(word));
            match within {
                Some(within) => format!("{label}: {way}, {}", (words.within)(within)),
                None => format!("{label}: {way}"),
            }
        };
        fields.iter().map(line).collect()
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    fn example(&self, facts: &Reading<'_>) -> Typed {
        let asked = |document: &&Document| !facts.not_offered.contains(&document.option.name);
        let documents = self.documents.iter().filter(asked);
        Typed::fields(documents.map(|document| (document.option.name.as_str(), document.ways[0])))
    }

    fn choices(&self) -> Option<&Choices> {
        Some(&self.choices)
    }

    fn documents(&self) -> &[Document] {
        &self.documents
    }

    fn personal(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::testing::{TODAY, TestRules, read_fields, told};
    use super::*;
    use crate::id::Name;

    #[test]
    fn a_way_is_kept_for_each_document() {
        let kind = TestRules::options(["payslips", "lease"]).kind("evidence");
        let answer = read_fields(&*kind, &[("lease", "later"), ("payslips", "now")]).unwrap();
        let fields = [("payslips", "now"), ("lease", "later")];
        let fields = fields.map(|(name, way)| (name.to_owned(), way.to_owned()));
        assert_eq!(answer, Answer::Fields(fields.into()));
    }

    #[test]
    fn each_document_that_nothing_was_said_of_is_named() {
        let kind = TestRules::options(["payslips", "lease"]).kind("evidence");
        assert_eq!(
            told(read_fields(&*kind, &[("lease", "do_not_have")])),
            [
                ("payslips", "empty", "error-evidence-empty"),
                ("lease", "wrong", "error-evidence-empty"),
            ]
        );
        let all = TestRules::options(["lease"])
            .and("ways", "do_not_have, someone_else")
            .kind("evidence");
        assert!(read_fields(&*all, &[("lease", "do_not_have")]).is_ok());
        assert_eq!(
            told(read_fields(&*all, &[("lease", "now")])),
            [("lease", "wrong", "error-evidence-empty")]
        );
    }

    #[test]
    fn a_document_whose_condition_does_not_hold_is_not_asked_for() {
        let kind = TestRules::options(["payslips", "lease"]).kind("evidence");
        let facts = |not_offered| Reading {
            today: TODAY,
            bounds: const { &BTreeMap::new() },
            not_offered,
        };
        let both = [Name::from("payslips"), Name::from("lease")];
        let typed = Typed::fields([("lease", "now"), ("payslips", "later")]);
        let answer = kind.read(&typed, &facts(&both[..1])).unwrap();
        assert_eq!(kind.typed(&answer), Typed::fields([("lease", "now")]));
        assert!(kind.read_empty(&facts(&both)).is_ok());
        assert_eq!(
            told(kind.read_empty(&facts(&both[..1]))),
            [("lease", "empty", "error-evidence-empty")]
        );
    }
}
