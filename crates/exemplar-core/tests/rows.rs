//! Rows: how they are walked, what expressions see of them, how each is added, changed and removed, and what is sent.

#![allow(clippy::unwrap_used, reason = "tests may")]

mod folder;

use exemplar_core::answer::{Answer, Answers, Row, RowId, Rows};
use exemplar_core::apply::{Act, RowAct, read_page, read_row};
use exemplar_core::definition::{Definition, read};
use exemplar_core::expression::Value;
use exemplar_core::id::{CommitId, Language, Name, ObservationId};
use exemplar_core::journey::{End, More, RowsProblem, Setting, Walk};
use exemplar_core::kind::Typed;
use exemplar_core::record::{Actor, Channel, DeviceClass};
use jiff::Timestamp;
use jiff::civil::date;

const JOBS: &str = r#"
questions:
  adults:
    ask: How many adults?
    called: how many adults
    number: { from: 0, to: 500 }
  jobs:
    ask: What jobs have you had?
    called: your jobs
    optional: yes
    rows:
      each: job
      many: jobs
      at_most: 3
      unique: [employer, first_day]
      title: ((employer)) from ((first_day))
      questions:
        employer:
          ask: Who was your employer?
          called: your employer
          text:
        goes_on:
          ask: Do you still work for ((employer))?
          called: you still work there
          yes_no:
        first_day:
          ask: When did it begin?
          called: the first day
          date:
        last_day:
          when: not goes_on
          ask: When did it end?
          called: the last day
          date:
          must:
            after: { be: last_day >= first_day, or_say: It must end after it began }
        pay:
          ask: What were you paid?
          called: your pay
          optional: yes
          money:
      facts:
        pay_and_more: pay + limit
  truth:
    when: any(jobs, goes_on)
    ask: Truth?
    called: truth
    declaration: Yes
facts:
  limit: 10 GBP
  paid: sum(jobs, pay)
  paid_more: sum(jobs, pay_and_more)
  most: highest(jobs, pay)
  ended: count(jobs, not goes_on)
  how_many: count(jobs)
  all_ended: all(jobs, not goes_on)
  apart: no_overlap(jobs, first_day, last_day)
"#;

fn service(lines: &str) -> Definition {
    let checked = read(&folder::with(lines));
    checked.definition.unwrap_or_else(|| panic!("{:?}", checked.findings))
}

fn act() -> Act {
    let id = || uuid::Uuid::nil();
    Act {
        commit: CommitId(id()),
        observations: [ObservationId(id()), ObservationId(id())],
        now: Timestamp::UNIX_EPOCH,
        today: date(2026, 5, 1),
        actor: Actor::Participant(0),
        channel: Channel::Web,
        language: Language::from("en"),
        device: DeviceClass::Computer,
        no_room: false,
    }
}

fn walk<'a>(definition: &'a Definition, answers: &'a Answers) -> Walk<'a> {
    let setting = Setting {
        today: date(2026, 5, 1),
        language: Language::from("en"),
        channel: Channel::Web,
    };
    Walk::new(definition, answers, setting)
}

/// Somebody who answers.
struct Person<'a> {
    definition: &'a Definition,
    answers: Answers,
}

impl<'a> Person<'a> {
    fn new(definition: &'a Definition) -> Self {
        Self {
            definition,
            answers: Answers::default(),
        }
    }

    fn walk(&self) -> Walk<'_> {
        walk(self.definition, &self.answers)
    }

    fn put(&mut self, given: Vec<(Name, Answer)>) {
        for (name, answer) in given {
            let given = exemplar_core::answer::Given {
                answer,
                by: Actor::Participant(0),
                at: Timestamp::UNIX_EPOCH,
                channel: Channel::Web,
            };
            self.answers.0.insert(name, given);
        }
    }

    fn page(&mut self, name: &str, typed: &str) -> Result<(), Vec<String>> {
        let page = self.definition.page(name).unwrap();
        let typed = |_: &Name| Typed::of(typed);
        let given = read_page(&self.walk(), &self.answers, page, &typed, &act()).map_err(rules)?;
        self.put(given);
        Ok(())
    }

    /// One page of a row; none where there is none.
    fn row(&mut self, id: u32, page: &str, typed: Typed) -> Option<Result<(), Vec<String>>> {
        let at = RowAct::Answer(RowId(id), Name::from(page));
        self.act(&at, typed)
    }

    fn remove(&mut self, id: u32) {
        self.act(&RowAct::Remove(RowId(id)), Typed::of("yes")).unwrap().unwrap();
    }

    fn act(&mut self, at: &RowAct, typed: Typed) -> Option<Result<(), Vec<String>>> {
        let question = self.definition.question("jobs").unwrap();
        let typed = |_: &Name| typed.clone();
        let read = read_row(&self.walk(), question, at, &typed, &act())?;
        Some(match read {
            Ok(given) => {
                self.put(vec![given]);
                Ok(())
            }
            Err(problems) => Err(rules(problems)),
        })
    }

    fn job(&mut self, id: u32, employer: &str, goes_on: &str, days: (i8, i8), pay: &str) {
        let day = |day: i8| Typed::fields([("day", &*day.to_string()), ("month", "3"), ("year", "2020")]);
        self.row(id, "employer", Typed::of(employer)).unwrap().unwrap();
        self.row(id, "goes_on", Typed::of(goes_on)).unwrap().unwrap();
        self.row(id, "first_day", day(days.0)).unwrap().unwrap();
        if goes_on == "no" {
            self.row(id, "last_day", day(days.1)).unwrap().unwrap();
        }
        self.row(id, "pay", Typed::of(pay)).unwrap().unwrap();
    }

    fn rows(&self) -> &Rows {
        self.answers.rows("jobs").unwrap()
    }

    fn problem(&self) -> Option<RowsProblem> {
        let question = self.definition.question("jobs").unwrap();
        self.walk().rows_problem(question, self.rows())
    }
}

fn rules(problems: Vec<exemplar_core::apply::PageProblem>) -> Vec<String> {
    let rules = problems
        .iter()
        .map(|problem| format!("{}: {}", problem.question, problem.problem.rule));
    rules.collect()
}

fn money(digits: &str) -> Option<Value> {
    Some(Value::Money(digits.parse().unwrap()))
}

#[test]
fn a_row_is_walked_like_a_journey_of_its_own() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.page("adults", "2").unwrap();
    person.row(1, "employer", Typed::of("Acme")).unwrap().unwrap();
    assert_eq!(person.problem(), Some(RowsProblem::Incomplete(RowId(1))));
    assert!(
        person.row(1, "last_day", Typed::of("1")).is_none(),
        "its condition is not known yet"
    );
    person.row(1, "goes_on", Typed::of("yes")).unwrap().unwrap();
    assert!(
        person.row(1, "last_day", Typed::of("1")).is_none(),
        "its condition does not hold"
    );
    person.job(1, "Acme", "no", (3, 4), "");
    assert_eq!(person.problem(), Some(RowsProblem::Unfinished));
    person.page("jobs", "no").unwrap();
    assert_eq!(person.problem(), None);
    assert!(matches!(person.walk().end(), End::CheckAnswers), "nothing goes on");
    person.row(1, "goes_on", Typed::of("yes")).unwrap().unwrap();
    assert!(matches!(person.walk().end(), End::Unanswered(page) if page.name.as_str() == "truth"));
}

#[test]
fn a_rule_across_answers_holds_within_each_row() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.page("adults", "2").unwrap();
    person.job(1, "Acme", "no", (3, 4), "");
    let second = Typed::fields([("day", "2"), ("month", "3"), ("year", "2020")]);
    assert_eq!(
        person.row(1, "last_day", second),
        Some(Err(vec!["last_day: after".to_owned()]))
    );
}

#[test]
fn what_is_gathered_over_rows_passes_over_those_without_a_value() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.page("adults", "2").unwrap();
    let fact = |person: &Person<'_>, name: &str| person.walk().fact(name);
    assert_eq!(fact(&person, "paid"), money("0"));
    assert_eq!(fact(&person, "most"), None);
    assert_eq!(fact(&person, "all_ended"), Some(Value::Yes(true)));
    person.job(1, "Acme", "no", (3, 4), "1.10");
    person.job(2, "B Ltd", "yes", (4, 4), "");
    person.job(3, "C Ltd", "no", (5, 9), "2.20");
    assert_eq!(fact(&person, "paid"), money("3.30"));
    assert_eq!(fact(&person, "paid_more"), money("23.30"));
    assert_eq!(fact(&person, "most"), money("2.20"));
    assert_eq!(fact(&person, "ended"), Some(Value::Number(2.into())));
    assert_eq!(fact(&person, "how_many"), Some(Value::Number(3.into())));
    assert_eq!(fact(&person, "all_ended"), Some(Value::Yes(false)));
    assert_eq!(fact(&person, "apart"), Some(Value::Yes(true)));
    person.job(3, "C Ltd", "no", (4, 9), "2.20");
    assert_eq!(fact(&person, "apart"), Some(Value::Yes(false)));
}

#[test]
fn removing_a_row_keeps_the_numbers_of_the_others() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.page("adults", "2").unwrap();
    person.job(1, "Acme", "yes", (3, 4), "");
    person.job(2, "B Ltd", "yes", (3, 4), "");
    person.remove(2);
    assert!(
        person.row(2, "employer", Typed::of("x")).is_none(),
        "a number is not used again"
    );
    person.job(3, "C Ltd", "yes", (3, 4), "");
    person.remove(1);
    assert_eq!(person.rows().rows.iter().map(|row| row.id.0).collect::<Vec<_>>(), [3]);
    assert!(person.row(7, "employer", Typed::of("x")).is_none());
}

#[test]
fn no_more_rows_are_added_than_there_can_be() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.page("adults", "2").unwrap();
    for (id, employer) in [(1, "A"), (2, "B"), (3, "C")] {
        assert_eq!(more(&person), More::May);
        person.job(id, employer, "yes", (3, 4), "");
    }
    assert_eq!(more(&person), More::Full);
    assert!(person.row(4, "employer", Typed::of("D")).is_none());
}

fn more(person: &Person<'_>) -> More {
    let question = person.definition.question("jobs").unwrap();
    let rows = person.answers.rows("jobs").cloned().unwrap_or_default();
    person.walk().more(question, question.kind.rows().unwrap(), &rows)
}

#[test]
fn exactly_so_many_are_asked_for_as_were_said_before() {
    let definition = service(&JOBS.replace("at_most: 3", "exactly: adults"));
    let mut person = Person::new(&definition);
    person.page("adults", "2").unwrap();
    assert_eq!(more(&person), More::Must);
    person.job(1, "A", "yes", (3, 4), "");
    assert_eq!(more(&person), More::Must);
    person.page("jobs", "").unwrap();
    assert!(!person.rows().finished, "one is missing");
    person.job(2, "B", "yes", (3, 4), "");
    assert_eq!(more(&person), More::Full);
    person.page("jobs", "").unwrap();
    assert!(person.rows().finished);
    person.page("adults", "1").unwrap();
    assert_eq!(person.problem(), Some(RowsProblem::NotExactly(1)));
    person.page("adults", "400").unwrap();
    assert_eq!(
        person.problem(),
        Some(RowsProblem::NotExactly(100)),
        "never more than there can be"
    );
}

#[test]
fn where_no_case_of_exactly_holds_the_other_bounds_count() {
    let cases = JOBS.replace("at_most: 3", "at_most: 3\n      exactly: [2 when adults > 1]");
    let definition = service(&cases);
    let mut person = Person::new(&definition);
    person.page("adults", "1").unwrap();
    person.job(1, "A", "yes", (3, 4), "");
    assert_eq!(more(&person), More::May);
    person.page("adults", "2").unwrap();
    assert_eq!(more(&person), More::Must);
    assert_eq!(person.problem(), Some(RowsProblem::NotExactly(2)));
}

#[test]
fn no_two_rows_say_the_same_where_they_must_not() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.page("adults", "2").unwrap();
    person.job(1, "Acme", "yes", (3, 4), "");
    person.row(2, "employer", Typed::of("acme")).unwrap().unwrap();
    person.row(2, "goes_on", Typed::of("no")).unwrap().unwrap();
    let third = Typed::fields([("day", "3"), ("month", "3"), ("year", "2020")]);
    assert_eq!(
        person.row(2, "first_day", third),
        Some(Err(vec!["first_day: unique".to_owned()]))
    );
    let fourth = Typed::fields([("day", "4"), ("month", "3"), ("year", "2020")]);
    assert_eq!(person.row(2, "first_day", fourth), Some(Ok(())));
}

#[test]
fn an_answer_off_the_path_of_its_row_is_kept_and_not_sent() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.page("adults", "2").unwrap();
    person.job(1, "Acme", "no", (3, 4), "");
    person.row(1, "goes_on", Typed::of("yes")).unwrap().unwrap();
    let question = definition.question("jobs").unwrap();
    let kept = person.answers.get("jobs").unwrap();
    let names = |row: &Row| row.answers.0.keys().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        names(&person.rows().rows[0]),
        ["employer", "goes_on", "first_day", "last_day", "pay"]
    );
    let Answer::Rows(sent) = person.walk().as_sent(question, kept).answer else {
        panic!("rows stay rows");
    };
    assert_eq!(names(&sent.rows[0]), ["employer", "goes_on", "first_day", "pay"]);
}

#[test]
fn who_has_more_to_add_is_not_asked_to_finish() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.page("adults", "2").unwrap();
    assert_eq!(person.page("jobs", ""), Err(vec!["jobs: empty".to_owned()]));
    person.page("jobs", "no").unwrap();
    assert_eq!(person.problem(), None, "there may be none");
    person.page("jobs", "yes").unwrap();
    assert_eq!(person.problem(), Some(RowsProblem::Unfinished));
    person.row(1, "employer", Typed::of("A")).unwrap().unwrap();
    assert_eq!(person.page("jobs", "no"), Err(vec!["jobs: incomplete".to_owned()]));
    person.page("jobs", "yes").unwrap();
}

#[test]
fn a_rule_across_all_rows_waits_until_they_are_all_there() {
    let definition = service(
        "questions:\n  jobs:\n    ask: Who will visit?\n    called: the visitors\n    rows:\n      each: visitor\n      \
         at_least: 1\n      questions:\n        grown_up:\n          ask: Grown up?\n          called: grown up\n          \
         yes_no:\n    must:\n      one_grown_up: { be: adults >= 1, or_say: One must be grown up }\nfacts:\n  adults: \
         count(jobs, grown_up)\n",
    );
    let mut person = Person::new(&definition);
    person.page("jobs", "").unwrap();
    person.row(1, "grown_up", Typed::of("no")).unwrap().unwrap();
    person.page("jobs", "yes").unwrap();
    assert_eq!(person.page("jobs", "no"), Err(vec!["jobs: one_grown_up".to_owned()]));
    person.row(2, "grown_up", Typed::of("yes")).unwrap().unwrap();
    assert_eq!(person.page("jobs", "no"), Ok(()));
}
