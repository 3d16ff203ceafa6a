//! Rows within rows: how they are walked, what expressions and texts see of them, how each is added, changed and removed,
//! what is sent and what is carried over.

#![allow(clippy::unwrap_used, reason = "tests may")]

mod folder;

use exemplar_core::answer::{Answer, Answers, RowId, Rows};
use exemplar_core::apply::{Act, RowAct, read_page, read_row};
use exemplar_core::definition::diff::compare;
use exemplar_core::definition::finding::Severity;
use exemplar_core::definition::{Definition, read};
use exemplar_core::expression::Value;
use exemplar_core::id::{CommitId, Language, Name, ObservationId};
use exemplar_core::journey::{End, Movable, RowsProblem, Setting, Walk, WhyNot, carried, movable};
use exemplar_core::kind::Typed;
use exemplar_core::record::{Actor, Channel, DeviceClass};
use jiff::Timestamp;
use jiff::civil::date;

const JOBS: &str = r#"
questions:
  jobs:
    ask: What jobs have you had?
    called: your jobs
    rows:
      each: job
      many: jobs
      at_most: 3
      questions:
        employer:
          ask: Who was your employer?
          called: your employer
          text:
        how_many:
          ask: In how many periods were you paid?
          called: how many periods
          number: { from: 0, to: 30 }
        periods:
          when: how_many > 0
          ask: When were you paid?
          called: the pay periods
          rows:
            each: pay period
            many: pay periods
            at_most: how_many
            unique: [first_day]
            questions:
              first_day:
                ask: When did it begin?
                called: its first day
                date:
              overtime:
                ask: Did ((employer)) pay you more?
                called: more pay
                yes_no:
              amount:
                when: overtime and how_many < 20
                ask: How much more?
                called: how much more
                money:
            facts:
              amount_twice: amount * 2
              large: amount > employer_limit
      facts:
        paid: sum(periods, amount)
        paid_twice: sum(periods, amount_twice)
        employer_limit: [100 GBP when employer is "Acme", 50 GBP]
        any_large: any(periods, large)
  truth:
    when: any(jobs, any(periods, overtime and employer is "Acme"))
    ask: Truth?
    called: truth
    declaration: Yes
facts:
  in_all: sum(jobs, paid)
  in_all_directly: sum(jobs, sum(periods, amount))
  in_all_twice: sum(jobs, paid_twice)
  periods_in_all: sum(jobs, count(periods))
  large_somewhere: any(jobs, any_large)
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

    /// One page of a period of a job; none where there is none.
    fn period(&mut self, job: u32, period: u32, page: &str, typed: Typed) -> Option<Result<(), Vec<String>>> {
        let inner = RowAct::Answer(RowId(period), Name::from(page));
        self.within(job, inner, typed)
    }

    fn within(&mut self, job: u32, inner: RowAct, typed: Typed) -> Option<Result<(), Vec<String>>> {
        self.act(
            &RowAct::Within(RowId(job), Name::from("periods"), Box::new(inner)),
            typed,
        )
    }

    /// A job with as many periods as there are amounts; none of more pay where one is empty.
    fn job(&mut self, id: u32, employer: &str, amounts: &[&str]) {
        self.row(id, "employer", Typed::of(employer)).unwrap().unwrap();
        let many = amounts.len().to_string();
        self.row(id, "how_many", Typed::of(&many)).unwrap().unwrap();
        for (place, amount) in amounts.iter().enumerate() {
            let nth = u32::try_from(place + 1).unwrap();
            self.period(id, nth, "first_day", day(place + 1)).unwrap().unwrap();
            let overtime = if amount.is_empty() { "no" } else { "yes" };
            self.period(id, nth, "overtime", Typed::of(overtime)).unwrap().unwrap();
            if !amount.is_empty() {
                self.period(id, nth, "amount", Typed::of(amount)).unwrap().unwrap();
            }
        }
    }

    fn rows(&self) -> &Rows {
        self.answers.rows("jobs").unwrap()
    }

    fn periods(&self, job: u32) -> Vec<u32> {
        let row = self.rows().row(RowId(job)).unwrap();
        let periods = row.answers.rows("periods").unwrap();
        periods.rows.iter().map(|row| row.id.0).collect()
    }

    fn problem(&self) -> Option<RowsProblem> {
        let question = self.definition.question("jobs").unwrap();
        self.walk().rows_problem(question, self.rows())
    }

    fn fact(&self, name: &str) -> Option<Value> {
        self.walk().fact(name)
    }
}

fn day(day: usize) -> Typed {
    Typed::fields([("day", &*day.to_string()), ("month", "3"), ("year", "2020")])
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

/// What is found wrong with a service: the code of each, and the line where it stands.
fn wrong(lines: &str) -> Vec<&'static str> {
    let found = read(&folder::with(lines)).findings;
    let errors = found.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| finding.code).collect()
}

#[test]
fn a_row_is_done_once_its_own_rows_are() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.job(1, "Acme", &["10", ""]);
    assert_eq!(person.problem(), Some(RowsProblem::Incomplete(RowId(1))));
    assert_eq!(
        person.row(1, "periods", Typed::of("")),
        Some(Ok(())),
        "as many as there can be"
    );
    assert_eq!(person.problem(), Some(RowsProblem::Unfinished));
    person.page("jobs", "no").unwrap();
    assert_eq!(person.problem(), None);
    assert!(matches!(person.walk().end(), End::Unanswered(page) if page.name.as_str() == "truth"));
    person.period(1, 1, "overtime", Typed::of("no")).unwrap().unwrap();
    assert!(matches!(person.walk().end(), End::CheckAnswers), "nobody paid more");
    person.period(1, 2, "overtime", Typed::of("yes")).unwrap().unwrap();
    assert_eq!(person.problem(), Some(RowsProblem::Incomplete(RowId(1))));
}

#[test]
fn a_name_means_this_row_at_each_level() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.job(1, "Acme", &["10.10", "", "60"]);
    person.job(2, "B Ltd", &["20.20"]);
    person.job(3, "C Ltd", &[]);
    assert_eq!(person.fact("in_all"), money("90.30"));
    assert_eq!(person.fact("in_all_directly"), money("90.30"));
    assert_eq!(person.fact("in_all_twice"), money("180.60"));
    assert_eq!(person.fact("periods_in_all"), Some(Value::Number(4.into())));
    assert_eq!(
        person.fact("large_somewhere"),
        Some(Value::Yes(false)),
        "60 is not much at Acme"
    );
    person.period(2, 1, "amount", Typed::of("60")).unwrap().unwrap();
    assert_eq!(
        person.fact("large_somewhere"),
        Some(Value::Yes(true)),
        "and much at B Ltd"
    );
}

#[test]
fn rows_of_a_row_are_bounded_and_told_apart_in_that_row_alone() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.job(1, "Acme", &["1"]);
    assert!(person.period(1, 2, "first_day", day(9)).is_none(), "one was said");
    person.row(1, "how_many", Typed::of("2")).unwrap().unwrap();
    assert_eq!(
        person.period(1, 2, "first_day", day(1)),
        Some(Err(vec!["first_day: unique".to_owned()]))
    );
    person.job(2, "B Ltd", &["1"]);
    assert_eq!(person.periods(2), [1], "the same day in another job is another period");
    let many: Vec<&str> = vec![""; 20];
    person.job(3, "C Ltd", &many);
    person.row(3, "how_many", Typed::of("30")).unwrap().unwrap();
    assert!(person.period(3, 21, "first_day", day(25)).is_none(), "20 at the most");
}

#[test]
fn a_row_in_a_row_is_removed_and_its_number_not_used_again() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.job(1, "Acme", &["1", "2", "3"]);
    person.row(1, "periods", Typed::of("no")).unwrap().unwrap();
    let remove = |id| RowAct::Remove(RowId(id));
    assert_eq!(
        person.within(1, remove(3), Typed::of("")),
        Some(Err(vec!["periods: empty".to_owned()]))
    );
    person.within(1, remove(3), Typed::of("yes")).unwrap().unwrap();
    assert!(person.within(1, remove(3), Typed::of("yes")).is_none());
    assert!(person.period(1, 3, "first_day", day(9)).is_none());
    person.period(1, 4, "first_day", day(9)).unwrap().unwrap();
    assert_eq!(person.periods(1), [1, 2, 4]);
    person.row(1, "how_many", Typed::of("0")).unwrap().unwrap();
    assert!(
        person.period(1, 4, "first_day", day(9)).is_none(),
        "they are off the path"
    );
}

#[test]
fn what_is_off_the_path_of_a_row_in_a_row_is_not_sent() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.job(1, "Acme", &["1", "2"]);
    person.period(1, 1, "overtime", Typed::of("no")).unwrap().unwrap();
    assert_eq!(person.fact("in_all"), money("2"));
    let question = definition.question("jobs").unwrap();
    let sent = |person: &Person<'_>| {
        let Answer::Rows(sent) = person
            .walk()
            .as_sent(question, person.answers.get("jobs").unwrap())
            .answer
        else {
            panic!("rows stay rows");
        };
        let first = sent.rows[0].answers.clone();
        first.rows("periods").map(|periods| {
            let each = periods.rows.iter();
            each.map(|row| row.answers.get("amount").is_some()).collect::<Vec<_>>()
        })
    };
    assert_eq!(sent(&person), Some(vec![false, true]));
    person.row(1, "how_many", Typed::of("0")).unwrap().unwrap();
    assert_eq!(sent(&person), None);
}

#[test]
fn rows_stand_in_rows_once_and_no_deeper() {
    let third = JOBS.replace(
        "              first_day:\n                ask: When did it begin?\n",
        "              spans:\n                ask: Which days?\n                called: the spans\n                rows:\n                  \
         each: day\n                  questions: { which: { ask: Which?, called: which, date: } }\n              \
         first_day:\n                ask: When did it begin?\n",
    );
    assert_eq!(wrong(&third), ["rows_too_deep"]);
    for (kind, code) in [
        ("file:", "not_supported"),
        (
            "table: { rows: { a: A }, columns: { b: { ask: B?, called: b, text: } } }",
            "not_supported",
        ),
    ] {
        let other = JOBS.replace("                date:\n", &format!("                {kind}\n"));
        assert!(wrong(&other).contains(&code), "{kind}: {:?}", wrong(&other));
    }
    assert_eq!(
        wrong(&JOBS.replace("at_most: how_many", "at_most: 21")),
        ["too_many_rows"]
    );
    assert_eq!(
        wrong(&JOBS.replace("      at_most: 3\n", "      at_most: 3\n      unique: [periods]\n")),
        ["unknown_name"]
    );
}

#[test]
fn what_is_looked_at_stands_in_the_row_itself() {
    let looks = |fact: &str| wrong(&JOBS.replace("sum(jobs, paid)\n", &format!("{fact}\n")));
    assert_eq!(looks("sum(periods, amount)"), ["in_rows"]);
    assert_eq!(looks("sum(jobs, amount)"), ["in_rows"]);
    assert_eq!(looks("count(jobs, any(jobs, paid > 1))"), ["rows_over_rows"]);
    assert_eq!(
        looks("sum(jobs, sum(periods, sum(periods, amount)))"),
        ["rows_over_rows"]
    );
    let within = JOBS.replace("amount * 2", "sum(periods, amount)");
    assert_eq!(wrong(&within), ["rows_over_rows"]);
    let forward = JOBS.replace("when: how_many > 0", "when: any(periods, overtime)");
    assert_eq!(wrong(&forward), ["asked_later", "asked_later"]);
}

#[test]
fn a_text_goes_through_rows_and_the_rows_in_them() {
    let says = |text: &str| {
        let say = format!("    say: |\n      {text}\n    declaration: Yes\n");
        wrong(&JOBS.replace("    declaration: Yes\n", &say))
    };
    let nothing: [&str; 0] = [];
    assert_eq!(
        says("[[ for jobs ]]((employer)) [[ for periods ]]((employer)) ((first_day)), [[ endfor ]][[ endfor ]]"),
        nothing
    );
    assert_eq!(says("[[ for periods ]]((first_day))[[ endfor ]]"), ["in_rows"]);
    assert_eq!(says("[[ for jobs ]]((first_day))[[ endfor ]]"), ["in_rows"]);
    assert_eq!(
        says("[[ for jobs ]][[ for jobs ]]x[[ endfor ]][[ endfor ]]"),
        ["rows_in_rows"]
    );
    let title = |text: &str| {
        let titled = format!("      at_most: 3\n      title: '{text}'\n");
        wrong(&JOBS.replace("      at_most: 3\n", &titled))
    };
    assert_eq!(
        title("((employer)), [[ for periods ]]((first_day)) [[ endfor ]]"),
        nothing
    );
    assert_eq!(title("((first_day))"), ["in_rows"]);
    let ask = |text: &str| wrong(&JOBS.replace("Who was your employer?", &format!("'{text}'")));
    assert_eq!(
        ask("[[ for periods ]]((first_day))[[ endfor ]]?"),
        ["asked_later", "asked_later"]
    );
}

#[test]
fn an_answer_in_a_row_of_a_row_is_carried_to_its_new_name() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.job(1, "Acme", &["1"]);
    person.row(1, "periods", Typed::of("")).unwrap().unwrap();
    let newer = service(
        &JOBS
            .replace(
                "                ask: How much more?",
                "                was: amount\n                ask: How much more?",
            )
            .replace("amount:", "extra:")
            .replace("amount *", "extra *")
            .replace("amount >", "extra >")
            .replace("(periods, amount)", "(periods, extra)"),
    );
    let setting = || Setting {
        today: date(2026, 5, 1),
        language: Language::from("en"),
        channel: Channel::Web,
    };
    assert_eq!(movable(&definition, &newer, &person.answers, &setting()), Movable::Safe);
    let carried = carried(&newer, &person.answers);
    assert_eq!(Walk::new(&newer, &carried, setting()).fact("in_all"), money("1"));
    let without = service(
        &JOBS
            .replace("                money:\n", "                text:\n")
            .replace("amount * 2", "1 GBP * 2")
            .replace("amount > employer_limit", "answered(amount)")
            .replace("sum(periods, amount)", "sum(periods, amount_twice)"),
    );
    assert_eq!(
        movable(&definition, &without, &person.answers, &setting()),
        Movable::Finishes(WhyNot::AnotherKind(Name::from("amount")))
    );
}

#[test]
fn the_first_answer_is_found_in_a_row_of_a_row() {
    let definition = service(JOBS);
    let mut person = Person::new(&definition);
    person.job(1, "Acme", &[""]);
    person.job(2, "B Ltd", &["7"]);
    let first = person.answers.first("amount").map(|given| given.answer.clone());
    assert_eq!(first, Some(Answer::Number(7.into())));
}

#[test]
fn an_example_writes_rows_in_the_rows_of_its_answers() {
    let yes = "today: 2026-05-01\nwho: Somebody.\nanswers:\n  jobs:\n    - employer: B Ltd\n      how_many: 2\n      periods:\n        \
               - { first_day: 2020-03-01, overtime: yes, amount: 60 GBP }\n        - { first_day: 2020-03-02, overtime: no }\n    - \
               employer: C Ltd\n      how_many: 0\nthen:\n  path: [jobs]\n  asks: [periods, amount]\n  skips: [truth]\n  facts: { in_all: \
               60 GBP, large_somewhere: yes }\n";
    assert_eq!(with_example(yes), Vec::<String>::new());
    let twice = yes
        .replace("2020-03-02", "2020-03-01")
        .replace("then:\n", "then:\n  refused_at: { periods: unique }\n");
    assert_eq!(with_example(&twice), Vec::<String>::new());
    let refused = yes.replace("60 GBP }", "words }");
    let refused = refused.split("then:").next().unwrap().to_owned() + "then:\n  refused_at: { amount: wrong }\n";
    assert_eq!(with_example(&refused), Vec::<String>::new());
    let unknown = yes.replace("overtime: no", "undertime: no");
    assert!(with_example(&unknown)[0].contains("undertime"));
}

fn with_example(example: &str) -> Vec<String> {
    let found = read(&folder::of(&[
        ("service.yaml", &format!("{}{JOBS}", folder::HEAD)),
        ("examples/one.yaml", example),
    ]))
    .findings;
    let errors = found.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| finding.message.clone()).collect()
}

#[test]
fn what_changed_in_a_row_of_a_row_is_told() {
    let changed = |before: &str, after: &str| {
        let newer = folder::with(&JOBS.replace(before, after));
        let found = compare(&folder::with(JOBS), &newer).unwrap().changes;
        let found = found.into_iter().map(|change| (change.name, change.path));
        found.collect::<Vec<_>>()
    };
    let inner = "questions.jobs.rows.questions.periods.rows";
    let told = |name: &str, path: &str| vec![(name.to_owned(), format!("{inner}.{path}"))];
    assert_eq!(
        changed("How much more?", "What more?"),
        told("amount", "questions.amount.ask")
    );
    assert_eq!(
        changed("            unique: [first_day]\n", ""),
        told("periods", "unique")
    );
    assert_eq!(
        changed("amount * 2", "amount * 3"),
        told("amount_twice", "facts.amount_twice")
    );
}
