//! Documents: for each the ways in which it can be sent. All documents of a panel are one question.

use serde_json::Value;

use super::pages::{Around, Gathering};
use super::{Reader, text_of};
use crate::form::{Content, Document, Field, Kind, Page, Shown, Test, Words};
use crate::report::Became;

/// The ways by their names in the source, in the order in which people read them.
const WAYS: [(&str, &str); 7] = [
    ("leggerVedNaa", "now"),
    ("ettersender", "later"),
    ("levertTidligere", "sent_already"),
    ("nav", "someone_else"),
    ("andre", "someone_else"),
    ("harIkke", "do_not_have"),
    ("nei", "do_not_have"),
];
/// The most documents of one question.
const DOCUMENTS: usize = 20;
/// The most words of a hint below a document.
const HINT: usize = 60;

/// A document, with what is too long to stand below it, and where it stands in the source.
pub(super) struct Asked {
    document: Document,
    say: Option<Shown>,
    place: String,
}

impl Asked {
    pub(super) fn place(&self) -> &str {
        &self.place
    }
}

impl Reader<'_> {
    /// Reads a document.
    pub(super) fn document(&mut self, component: &Value, here: &Around, place: &str, out: &mut Gathering) {
        let label = self.plain(text_of(component, "label").unwrap_or_default(), place);
        let title = text_of(&component["properties"], "vedleggstittel").unwrap_or_default();
        let label = if label.is_empty() {
            self.plain(title, place)
        } else {
            label
        };
        let label = if label.is_empty() {
            self.known(["Dokument", "Dokument", "Document"])
        } else {
            label
        };
        let description = text_of(component, "description").unwrap_or_default();
        let more = text_of(component, "additionalDescriptionText").unwrap_or_default();
        let opens = text_of(component, "additionalDescriptionLabel").unwrap_or_default();
        let hint = self.plain(description, place);
        let is_long = hint.own.split_whitespace().count() > HINT || !more.trim().is_empty();
        let say = is_long.then(|| {
            let opens = self.plain(opens, place).map(|opens| format!("**{opens}**"));
            let more = self.markdown(more, place);
            let more = if more.is_empty() { more } else { opens.above(&more) };
            let words = self.markdown(description, place).above(&more);
            Shown {
                words: label.map(|label| format!("## {label}")).above(&words),
                when: here.when.clone(),
                place: place.to_owned(),
                opens: None,
            }
        });
        out.documents.push(Asked {
            document: Document {
                value: text_of(component, "key").unwrap_or_default().to_owned(),
                label,
                hint: if is_long { Words::default() } else { hint },
                ways: self.ways(component, place),
                when: here.when.clone(),
                within: self.days_for_documents,
                place: place.to_owned(),
            },
            say,
            place: place.to_owned(),
        });
    }

    fn ways(&mut self, component: &Value, place: &str) -> Vec<&'static str> {
        let values = &component["attachmentValues"];
        let mut ways = Vec::new();
        let mut asks_more = false;
        for (name, way) in WAYS {
            let value = &values[name];
            if value.get("enabled") != Some(&Value::Bool(true)) {
                continue;
            }
            if !ways.contains(&way) {
                ways.push(way);
            }
            asks_more |= value["additionalDocumentation"].get("enabled") == Some(&Value::Bool(true));
        }
        if asks_more {
            let says =
                "What is asked beside the way in which it comes is not asked: a way has no questions of its own.";
            self.report
                .note(Became::NotPossible, (place, "attachment"), "more_on_a_way", says);
        }
        if ways.is_empty() {
            let says = "No way is said in which this document can be sent: the usual ones are offered.";
            self.report.note(Became::Untidy, (place, "attachment"), "no_ways", says);
        }
        // Those that are usual are not written.
        if ways == ["now", "later"] {
            ways.clear();
        }
        ways
    }

    /// The pages that ask for documents.
    pub(super) fn evidence(&mut self, mut asked: Vec<Asked>, title: &Words, key: &str, place: &str) -> Vec<Page> {
        let mut pages = Vec::new();
        while !asked.is_empty() {
            let rest = asked.split_off(asked.len().min(DOCUMENTS));
            let mut content: Vec<Content> = Vec::new();
            let mut documents = Vec::new();
            for one in std::mem::replace(&mut asked, rest) {
                content.extend(one.say.map(Content::Shown));
                documents.push(one.document);
            }
            let when = when_any(&documents);
            // What the only document hangs on is said by its page.
            if let [only] = documents.as_mut_slice() {
                only.when = None;
                for content in &mut content {
                    if let Content::Shown(shown) = content {
                        shown.when = None;
                    }
                }
            }
            content.push(Content::Field(Box::new(Field {
                key: format!("{key}.documents.{}", pages.len()),
                source_type: "attachment".to_owned(),
                place: place.to_owned(),
                label: self.known([
                    "Hvordan vil du sende oss dokumentene?",
                    "Korleis vil du sende oss dokumenta?",
                    "How will you send us the documents?",
                ]),
                called: Some(self.known([
                    "hvordan du vil sende dokumentene",
                    "korleis du vil sende dokumenta",
                    "how you will send the documents",
                ])),
                named: Some("Dokumenter"),
                kind: Kind::Evidence(documents),
                required: true,
                ..Field::default()
            })));
            pages.push(Page {
                title: title.clone(),
                when,
                content,
                ..Page::default()
            });
        }
        pages
    }
}

/// When any of some documents is asked for; none where one always is.
fn when_any(documents: &[Document]) -> Option<Test> {
    let mut whens: Vec<Test> = Vec::new();
    for document in documents {
        let when = document.when.clone()?;
        if !whens.contains(&when) {
            whens.push(when);
        }
    }
    Some(if whens.len() == 1 {
        whens.remove(0)
    } else {
        Test::Any(whens)
    })
}
