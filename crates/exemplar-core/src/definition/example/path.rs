//! Which pages are met and which questions are asked by somebody with given answers. The way is walked to its end as if what
//! is missing were no matter; where such a person would really stop is said beside it.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use super::documents;
use super::given::{self, Ignored, Taken, WhyIgnored};
use crate::answer::Answers;
use crate::definition::{Definition, Page, Question};
use crate::journey::{End, Setting, Walk};
use crate::kind::Reading;

/// The most sets of answers that are walked at once.
const SETS: usize = 10_000;

/// Where one set of answers leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Path {
    /// The pages that are met, in order, up to and with the one where the way ends.
    pub pages: Vec<PageMet>,
    /// The page that ends it; none where it comes to check answers.
    pub exit: Option<String>,
    /// The page at which a person with these answers could not go on; none where they come to the end.
    pub stops_at: Option<String>,
    /// The questions on the way that must be answered and are not.
    pub unanswered: Vec<String>,
    /// Answers that do not count.
    pub ignored: Vec<Ignored>,
}

/// A page that is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageMet {
    /// Its name.
    pub page: String,
    /// The questions that it asks, in order. Those of rows follow the question that repeats them: `jobs`,
    /// `jobs[0].employer`; in a table `hours[may].paid`, and in a grid `hours[may]`. Documents follow the question that
    /// asks for them: `evidence[lease]`.
    pub asked: Vec<String>,
}

impl Path {
    /// Whether an answer stands there that no question takes.
    #[must_use]
    pub fn has_wrong_answers(&self) -> bool {
        self.ignored.iter().any(|ignored| ignored.why != WhyIgnored::NotAsked)
    }
}

/// Walks each set of answers: one object, or a list of them. Answers stand under the names of their questions, written as in
/// an example; rows are lists. Answers off the way do not count.
///
/// # Errors
/// A sentence, where these are no sets of answers.
pub fn paths(definition: &Definition, sets: &Value, setting: &Setting) -> Result<Vec<Path>, String> {
    let sets = match sets {
        Value::Array(sets) => sets.as_slice(),
        one => std::slice::from_ref(one),
    };
    if sets.len() > SETS {
        return Err(format!(
            "there are {} sets of answers; at most {SETS} are walked",
            sets.len()
        ));
    }
    let each = sets.iter().enumerate().map(|(place, set)| match set {
        Value::Object(set) => Ok(path(given::read(definition, set, setting), definition, setting)),
        _ => Err(format!(
            "set {} is no set of answers: write the names of questions, each with an answer",
            place + 1
        )),
    });
    each.collect()
}

fn path(taken: Taken, definition: &Definition, setting: &Setting) -> Path {
    let answers = taken.example.as_kept(definition);
    let walk = Walk::new(definition, &answers, setting.clone());
    let stops_at = match walk.end() {
        End::Unanswered(page) => Some(page),
        End::Exit(_) | End::CheckAnswers => walk.no_longer_holds(),
    };
    let to_the_end = walk.to_the_end();
    let mut unanswered = Vec::new();
    let pages = to_the_end.pages().map(|page| PageMet {
        page: page.name.to_string(),
        asked: asked(&to_the_end, page, "", &mut unanswered),
    });
    let pages: Vec<PageMet> = pages.collect();
    let mut ignored = taken.ignored;
    ignored.extend(not_asked(&taken.given, &pages));
    Path {
        exit: match to_the_end.end() {
            End::Exit(page) => Some(page.name.to_string()),
            End::CheckAnswers | End::Unanswered(_) => None,
        },
        stops_at: stops_at.map(|page| page.name.to_string()),
        pages,
        unanswered,
        ignored,
    }
}

/// The questions that a page asks; `row` is what stands before their names, such as `jobs[0].`.
fn asked<'a>(walk: &Walk<'a>, page: &'a Page, row: &str, unanswered: &mut Vec<String>) -> Vec<String> {
    let mut found = Vec::new();
    for question in walk.shown(page) {
        let key = format!("{row}{}", question.name);
        if walk.answers().get(&question.name).is_none() && is_needed(walk, question) {
            unanswered.push(key.clone());
        }
        found.push(key.clone());
        found.extend(documents::asked(walk, question).map(|document| format!("{key}[{document}]")));
        found.extend(in_rows(walk, question, &key, unanswered));
    }
    found
}

/// The questions that are asked in the rows of a question.
fn in_rows(walk: &Walk<'_>, question: &Question, key: &str, unanswered: &mut Vec<String>) -> Vec<String> {
    let Some(rules) = question.kind.rows() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut one = |walk: &Walk<'_>, row: &str| {
        for page in walk.pages() {
            found.extend(asked(walk, page, &format!("{key}[{row}]."), unanswered));
        }
    };
    let given = walk.rows_of(question);
    match &rules.fixed {
        // The one question of a grid has the grid's own name.
        Some(fixed) if fixed.is_grid() => found.extend(fixed.rows.keys().map(|row| format!("{key}[{row}]"))),
        Some(fixed) => {
            let nothing = Answers::default();
            for name in fixed.rows.keys() {
                let row = given.iter().find(|row| row.name.as_ref() == Some(name));
                let answers = row.map_or(&nothing, |row| &row.answers);
                one(&walk.in_fixed_row(rules, Some(name), answers), name);
            }
        }
        None => {
            for (place, row) in given.iter().enumerate() {
                one(&walk.in_this_row(rules, row), &place.to_string());
            }
        }
    }
    found
}

/// Whether nobody comes past a question without saying anything.
fn is_needed(walk: &Walk<'_>, question: &Question) -> bool {
    let (bounds, not_offered) = (walk.bounds(question), walk.not_offered(question));
    let reading = Reading {
        today: walk.today(),
        bounds: &bounds,
        not_offered: &not_offered,
    };
    !question.optional && question.kind.read_empty(&reading).is_err()
}

/// The answers to questions that are not asked; of rows that are not asked, the rows alone.
fn not_asked(given: &[String], pages: &[PageMet]) -> Vec<Ignored> {
    let asked: BTreeSet<&str> = pages.iter().flat_map(|page| &page.asked).map(String::as_str).collect();
    let outer = |key: &str| key.rfind('[').map(|end| key[..end].to_owned());
    let left = given.iter().filter(|key| !asked.contains(key.as_str()));
    let left = left.filter(|key| outer(key).is_none_or(|outer| asked.contains(outer.as_str())));
    left.map(|key| Ignored {
        answer: key.clone(),
        why: WhyIgnored::NotAsked,
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::json;

    use super::*;
    use crate::definition::{Folder, read};
    use crate::id::Language;
    use crate::record::Channel;

    const SERVICE: &str = "
name: Stall
organisation: council
law: The Test Act 2026
questions:
  adult:
    ask: Are you 18 or over?
    called: you are 18 or over
    yes_no:
  too_young:
    when: not adult
    exit: You are too young
  works:
    ask: Do you work?
    yes_no:
  jobs:
    when: works
    ask: Which jobs do you have?
    called: the jobs
    rows:
      each: job
      questions:
        paid:
          ask: Are you paid?
          called: you are paid
          yes_no:
        wage:
          when: paid
          ask: How much?
          called: the wage
          number: { to: 100 }
  well_paid:
    when: any(jobs, wage > 50)
    ask: Why so much?
    called: the reason
    optional: yes
    text:
  papers:
    ask: How will you send the papers?
    called: how you will send the papers
    evidence:
      lease: Your lease
      payslip: { label: Your payslip, when: works }
  times:
    ask: How many hours?
    called: the hours
    table:
      rows: { may: May, june: June }
      columns:
        in_all:
          ask: Hours
          called: the hours
          number:
keep:
  draft: 28 days
  approved: 2 years
  refused: 1 year
  withdrawn: 28 days
";

    fn definition() -> Definition {
        let mut folder = Folder {
            name: "stall".to_owned(),
            ..Folder::default()
        };
        let service = SERVICE.as_bytes().to_vec();
        folder.files.insert("service.yaml".to_owned(), service);
        let checked = read(&folder);
        checked.definition.unwrap_or_else(|| panic!("{:?}", checked.findings))
    }

    fn walked(sets: &Value) -> Result<Vec<Path>, String> {
        let setting = Setting {
            today: date(2026, 5, 1),
            language: Language::from("en"),
            channel: Channel::Web,
        };
        paths(&definition(), sets, &setting)
    }

    fn one(set: &Value) -> Path {
        walked(set).unwrap().remove(0)
    }

    fn asked(path: &Path) -> String {
        let pages = path.pages.iter().flat_map(|page| &page.asked);
        pages.cloned().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_way_leads_as_the_answers_say_and_each_row_has_its_own() {
        let path = one(&json!({
            "adult": true, "works": "yes", "jobs": [{ "paid": "yes", "wage": 60 }, { "paid": "no" }],
            "papers": { "lease": "now", "payslip": "later" }, "times": { "may": { "in_all": "10" }, "june": "12" },
        }));
        assert_eq!(
            asked(&path),
            "adult works jobs jobs[0].paid jobs[0].wage jobs[1].paid well_paid papers papers[lease] papers[payslip] times \
             times[may].in_all times[june].in_all"
        );
        assert_eq!((path.exit, path.stops_at), (None, None));
        assert_eq!((path.unanswered.len(), path.ignored.len()), (0, 0));
    }

    #[test]
    fn what_is_missing_is_gone_past_also_in_rows_and_said() {
        // What was not answered is neither yes nor no: it leads to no exit.
        let path = one(&json!({ "works": "no", "papers": { "lease": "now" } }));
        assert_eq!(
            asked(&path),
            "adult works papers papers[lease] times times[may].in_all times[june].in_all"
        );
        assert_eq!((path.exit, path.stops_at.as_deref()), (None, Some("adult")));
        let path =
            one(&json!({ "adult": "yes", "works": "yes", "jobs": [{ "wage": 60 }], "papers": { "lease": "now" } }));
        assert_eq!(
            asked(&path),
            "adult works jobs jobs[0].paid papers papers[lease] papers[payslip] times times[may].in_all times[june].in_all"
        );
        assert_eq!(
            path.unanswered,
            ["jobs[0].paid", "times", "times[may].in_all", "times[june].in_all"]
        );
        assert_eq!((path.exit, path.stops_at.as_deref()), (None, Some("jobs")));
    }

    #[test]
    fn what_does_not_count_is_named_with_why() {
        let path = one(&json!({
            "adult": "perhaps", "hobby": "none", "works": { "day": "yes" }, "times": [],
            "jobs": [{ "wage": 101, "boss": "A" }, 7],
        }));
        let said = serde_json::to_value(&path.ignored).unwrap();
        assert_eq!(
            said,
            json!([
                { "answer": "adult", "why": "refused", "rule": "wrong" },
                { "answer": "hobby", "why": "unknown" },
                { "answer": "works", "why": "wrong_form" },
                { "answer": "times", "why": "wrong_form" },
                { "answer": "jobs[0].wage", "why": "refused", "rule": "to" },
                { "answer": "jobs[0].boss", "why": "unknown" },
                { "answer": "jobs[1]", "why": "wrong_form" },
                { "answer": "jobs", "why": "not_asked" },
            ])
        );
        assert!(path.has_wrong_answers());
        let young = one(&json!({ "adult": "no", "works": null, "jobs": [{ "paid": "yes" }] }));
        assert_eq!(young.exit.as_deref(), Some("too_young"));
        assert_eq!(young.ignored.len(), 1);
        assert!(!young.has_wrong_answers());
    }

    #[test]
    fn a_list_has_many_sets_and_each_is_one_object() {
        assert_eq!(walked(&json!([{}, {}])).unwrap().len(), 2);
        let wrong = walked(&json!([{}, ["yes"]])).unwrap_err();
        assert_eq!(
            wrong,
            "set 2 is no set of answers: write the names of questions, each with an answer"
        );
        let many = Value::Array(vec![json!({}); SETS + 1]);
        assert!(walked(&many).unwrap_err().contains("at most"));
    }
}
