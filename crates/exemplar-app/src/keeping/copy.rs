//! A copy of all that is held on a case, for the person whose it is: in the words of the service and of the platform, in
//! the applicant's language. The copy is itself a look on record.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use exemplar_core::answer::{Answer, Given};
use exemplar_core::casework::{given_to_check, sent_answers};
use exemplar_core::definition::{Definition, Question};
use exemplar_core::id::{CaseId, StaffId};
use exemplar_core::journey::{Walk, questions_of};
use exemplar_core::permission::Staff;
use exemplar_core::record::{Actor, DecisionStep, LoadedCase, Look};
use exemplar_store::Fault;
use jiff::Timestamp;
use serde_json::{Value as Json, json};

use super::NotKept;
use crate::App;
use crate::apply::zone;
use crate::casework::{check_words, said_words, walk};
use crate::says::Says;

/// A line of a copy: what it is, and what is held of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The question, the moment, the name.
    pub what: String,
    /// Each on a line of its own.
    pub held: Vec<String>,
}

/// All that is held on a case.
#[derive(Debug)]
pub struct CaseCopy {
    /// The heading of the whole.
    pub title: String,
    /// Under each heading its lines.
    pub sections: Vec<(String, Vec<Entry>)>,
    /// What stands where there are none.
    nothing: String,
    /// The same for programs, with names that do not change with the language.
    pub json: Json,
}

impl App {
    /// Copies a case for the person whose it is, and puts that on record as a look of `by`.
    ///
    /// # Errors
    /// As [`NotKept`] says.
    pub async fn copy_case(&self, id: CaseId, by: &Staff, reason: &str) -> Result<CaseCopy, NotKept> {
        let loaded = self.store.load(id).await?.ok_or(NotKept::NotFound)?;
        let look = Look {
            writer: self.writer,
            organisation: loaded.case.organisation.clone(),
            staff: by.id,
            case: Some(id),
            list: None,
            reason: format!("copy: {reason}"),
            at: self.clock.now(),
        };
        self.store.look(&look).await?;
        let definition = self.services.version(&self.store, loaded.case.definition).await?;
        let today = self.clock.now().to_zoned(zone(&definition)).date();
        let language = definition.language_index(&loaded.case.language).unwrap_or_default();
        let says = Says {
            words: self.words.of(&loaded.case.language),
            definition: &definition,
            language,
        };
        let copying = Copying {
            walk: walk(&loaded, &definition, today),
            loaded: &loaded,
            says,
        };
        self.put_together(&copying).await
    }

    async fn put_together(&self, copying: &Copying<'_>) -> Result<CaseCopy, NotKept> {
        let id = copying.loaded.case.id;
        let words = copying.says.words;
        let work = self.store.work(id).await?;
        let events = self.store.events(id).await?;
        let mut looks = self.store.looks_at(id, i64::MAX).await?;
        looks.reverse();
        let mut names = BTreeMap::new();
        let acted = events.iter().map(|event| &event.actor).filter_map(staff_of);
        for staff in acted.chain(looks.iter().map(|look| look.staff)) {
            names.insert(staff, self.name_of(staff).await?);
        }
        let messages = work.messages.iter().map(|message| Entry {
            what: format!("{} {}", copying.moment(message.at), message.address),
            held: vec![message.subject.clone(), message.text.clone()],
        });
        let decisions = work.decisions.iter().map(|decision| Entry {
            what: format!("{} {}", decision.takes_effect, decision.outcome),
            held: vec![words.get(step(decision.step)).to_owned(), decision.reasons.to_string()],
        });
        let money = work.money.iter().map(|line| Entry {
            what: format!("{:?}", line.kind).to_lowercase(),
            held: vec![format!("{} {} {}", line.minor_units, line.currency, line.state)],
        });
        let files = work.files.iter().map(|file| Entry {
            what: file.name.clone(),
            held: vec![format!("{} B, {}", file.size, file.media_type)],
        });
        let happened = events.iter().map(|event| Entry {
            what: copying.moment(event.at),
            held: vec![
                words
                    .find(&format!("staff-event-{}", event.kind.replace('_', "-")))
                    .to_owned(),
                copying.actor(&event.actor, &names),
                event.details.as_ref().map(Json::to_string).unwrap_or_default(),
            ],
        });
        let looked = looks.iter().map(|look| Entry {
            what: copying.moment(look.at),
            held: vec![names.get(&look.staff).cloned().unwrap_or_default(), look.reason.clone()],
        });
        let sections = [
            ("keeping-copy-about", copying.about()),
            ("keeping-copy-people", copying.people()),
            ("keeping-copy-answers", copying.answers()),
            ("keeping-copy-messages", messages.collect()),
            ("keeping-copy-decisions", decisions.collect()),
            ("keeping-copy-money", money.collect()),
            ("keeping-copy-files", files.collect()),
            ("keeping-copy-events", happened.collect()),
            ("keeping-copy-looks", looked.collect()),
        ];
        Ok(CaseCopy {
            title: words.get("keeping-copy-title").to_owned(),
            json: for_programs(id, &sections),
            sections: sections.map(|(key, lines)| (words.get(key).to_owned(), lines)).into(),
            nothing: words.get("keeping-copy-nothing").to_owned(),
        })
    }

    async fn name_of(&self, staff: StaffId) -> Result<String, Fault> {
        let found = self.store.staff(staff).await?;
        Ok(found.map_or_else(|| staff.to_string(), |staff| staff.private.name))
    }
}

/// The key of the words for what a decision record is.
fn step(step: DecisionStep) -> &'static str {
    match step {
        DecisionStep::Recommended => "staff-event-proposed",
        DecisionStep::Decided => "staff-event-decided",
        DecisionStep::Reconsidered | DecisionStep::Appealed => "staff-event-reconsidered",
    }
}

/// A case while it is copied.
struct Copying<'a> {
    loaded: &'a LoadedCase,
    walk: Walk<'a>,
    says: Says<'a>,
}

impl Copying<'_> {
    fn moment(&self, at: Timestamp) -> String {
        let zone = zone(self.says.definition);
        self.says.words.moment(at.to_zoned(zone).datetime())
    }

    fn actor(&self, actor: &Actor, names: &BTreeMap<StaffId, String>) -> String {
        let words = self.says.words;
        match actor {
            Actor::Staff(staff) => names.get(staff).cloned().unwrap_or_default(),
            Actor::Participant(_) => words.get("staff-applicant").to_owned(),
            Actor::Job(_) | Actor::Integration(_) => words.get("staff-platform").to_owned(),
        }
    }

    fn about(&self) -> Vec<Entry> {
        let case = &self.loaded.case;
        let facts = [
            ("keeping-copy-number", Some(case.id.to_string())),
            (
                "keeping-copy-reference",
                case.reference.as_ref().map(ToString::to_string),
            ),
            (
                "keeping-copy-service",
                Some(self.says.text(&self.says.definition.name).to_owned()),
            ),
            ("keeping-copy-organisation", Some(case.organisation.to_string())),
            (
                "keeping-copy-channel",
                Some(format!("{:?}", case.channel).to_lowercase()),
            ),
            ("keeping-copy-started", Some(self.moment(case.started))),
            ("keeping-copy-submitted", case.submitted.map(|at| self.moment(at))),
            ("keeping-copy-decided", case.decided.map(|at| self.moment(at))),
            ("keeping-copy-hold", case.hold.clone()),
        ];
        self.lines(facts)
    }

    fn lines<const N: usize>(&self, facts: [(&str, Option<String>); N]) -> Vec<Entry> {
        let line = |(key, held): (&str, Option<String>)| {
            Some(Entry {
                what: self.says.words.get(key).to_owned(),
                held: vec![held?],
            })
        };
        facts.into_iter().filter_map(line).collect()
    }

    fn people(&self) -> Vec<Entry> {
        let of = |person: &exemplar_core::record::Participant| {
            self.lines([
                ("keeping-copy-name", person.private.name.clone()),
                ("keeping-copy-email", person.private.email.clone()),
            ])
        };
        self.loaded.participants.iter().flat_map(of).collect()
    }

    /// All answers, in the order of the questions: those on the path and those off it, of everybody in the case.
    fn answers(&self) -> Vec<Entry> {
        let mut lines = Vec::new();
        for part in &self.loaded.parts {
            let asked = all_questions(self.says.definition);
            for question in asked {
                if let Some(given) = part.answers.0.get(&question.name) {
                    lines.push(Entry {
                        what: self.says.filled(&question.ask, &self.walk).into_owned(),
                        held: self.answer(question, given),
                    });
                }
            }
        }
        lines.extend(self.checks());
        lines.extend(self.asked_for());
        lines
    }

    /// What checks said of the person.
    fn checks(&self) -> Vec<Entry> {
        let checks = self.says.definition.casework.checks.iter();
        let said = checks.filter_map(|(name, rule)| {
            let (said, _) = given_to_check(self.walk.answers(), name)?;
            Some(Entry {
                what: check_words(&self.says, name, rule),
                held: vec![self.says.words.get(said_words(said)).to_owned()],
            })
        });
        said.collect()
    }

    /// What the office asked for: what was sent, and what was given and not sent.
    fn asked_for(&self) -> Vec<Entry> {
        let definition = self.says.definition;
        let answers = self.walk.answers();
        let sent = sent_answers(definition, answers).into_iter();
        let sent = sent.filter_map(|sent| Some((sent.rule.question()?, sent.given)));
        let rules = definition.casework.asks_for.values();
        let open = rules.filter_map(|rule| Some((rule.question()?, answers.get(rule.page.name.as_str())?)));
        let entry = |(question, given): (&Question, &Given)| Entry {
            what: self.says.filled(&question.ask, &self.walk).into_owned(),
            held: self.answer(question, given),
        };
        sent.chain(open).map(entry).collect()
    }

    fn answer(&self, question: &Question, given: &Given) -> Vec<String> {
        match &given.answer {
            Answer::Rows(rows) => question
                .kind
                .rows()
                .map_or_else(Vec::new, |rules| self.says.row_lines(&self.walk, rules, &rows.rows)),
            Answer::Blank => vec![self.says.words.get("apply-not-answered").to_owned()],
            Answer::Ticked => question
                .or_tick
                .iter()
                .map(|text| self.says.text(text).to_owned())
                .collect(),
            answer => self.says.shown(question, answer),
        }
    }
}

fn all_questions(definition: &Definition) -> impl Iterator<Item = &Question> {
    definition.pages.iter().flat_map(questions_of)
}

fn staff_of(actor: &Actor) -> Option<StaffId> {
    match actor {
        Actor::Staff(staff) => Some(*staff),
        _ => None,
    }
}

/// The sections by names that stay the same in every language.
fn for_programs(id: CaseId, sections: &[(&str, Vec<Entry>)]) -> Json {
    let mut all = serde_json::Map::new();
    all.insert("case".into(), json!(id));
    for (key, lines) in sections {
        let name = key.rsplit('-').next().unwrap_or(key);
        let lines = lines.iter().map(|line| json!({ "what": line.what, "held": line.held }));
        all.insert(name.to_owned(), lines.collect());
    }
    Json::Object(all)
}

impl CaseCopy {
    /// The copy as Markdown, to be read or printed.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = format!("# {}\n", self.title);
        for (heading, lines) in &self.sections {
            // Writing to a string cannot fail.
            let _ = write!(out, "\n## {heading}\n\n");
            if lines.is_empty() {
                let _ = writeln!(out, "{}", self.nothing);
            }
            for line in lines {
                let _ = writeln!(out, "* **{}**", in_line(&line.what));
                for held in line
                    .held
                    .iter()
                    .flat_map(|held| held.lines())
                    .filter(|held| !held.trim().is_empty())
                {
                    let _ = writeln!(out, "  {}  ", in_line(held));
                }
            }
        }
        out
    }
}

/// Text in which nothing is read as Markdown.
fn in_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
