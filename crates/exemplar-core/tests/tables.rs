//! Tables and grids: how they are read, what expressions see of them, what is refused, and how examples give them.

mod folder;

use exemplar_core::answer::{Answer, Answers};
use exemplar_core::apply::{Act, read_page};
use exemplar_core::definition::{Definition, read};
use exemplar_core::expression::Value;
use exemplar_core::id::{CommitId, Language, Name, ObservationId};
use exemplar_core::journey::{End, Movable, Setting, Walk, WhyNot, movable};
use exemplar_core::kind::Typed;
use exemplar_core::record::{Actor, Channel, DeviceClass};
use jiff::Timestamp;
use jiff::civil::date;

const BUDGET: &str = "
questions:
  most:
    ask: How much do you have in all?
    called: how much you have
    money:
  costs:
    ask: What do you pay each month?
    called: what you pay
    table:
      rows: { rent: Rent, food: Food and drink, travel: Travel }
      columns:
        paid: { ask: Amount, called: the amount, money: { to: most, whole: yes }, errors: { to: That is more than you have } }
        since: { ask: Paid since, called: since when, optional: yes, date: { in: past } }
      facts:
        a_year: paid * 12
    must:
      in_all:
        be: sum(costs, paid) <= most
        or_say: All costs must be no more than you have
  care:
    when: sum(costs, paid) > 100 GBP
    ask: How often do you need help?
    called: how often you need help
    grid:
      rows: { washing: Washing, eating: Eating }
      one_of: { never: Never, sometimes: Sometimes, always: Always }
  carer:
    when: any(care, row is washing and care is always)
    ask: Who helps you?
    called: who helps you
    text:
facts:
  level:
    called: Level of help
    one_of: { low: Low, high: High }
    is:
      - high when count(care, care in [sometimes, always]) >= 2
      - low
  for_a_year: sum(costs, a_year)
  rent_is_high: any(costs, row is rent and paid > 50)
  is_high: level is high
";

fn service(lines: &str) -> Definition {
    let checked = read(&folder::with(lines));
    checked.definition.unwrap_or_else(|| panic!("{:?}", checked.findings))
}

fn act() -> Act {
    let id = uuid::Uuid::nil;
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

fn setting() -> Setting {
    Setting {
        today: date(2026, 5, 1),
        language: Language::from("en"),
        channel: Channel::Web,
    }
}

/// Types into the controls of a page; gives the answers, or rule and control of each problem.
fn page(
    definition: &Definition,
    answers: &Answers,
    name: &str,
    typed: &[(&str, &str)],
) -> Result<Answers, Vec<(String, String)>> {
    let walk = Walk::new(definition, answers, setting());
    let page = definition.page(name).expect("it is there");
    let typed = |_: &Name| Typed::fields(typed.iter().copied());
    let given = read_page(&walk, answers, page, &typed, &act()).map_err(|problems| {
        let told = problems
            .into_iter()
            .map(|problem| (problem.problem.rule.to_string(), problem.problem.control.to_string()));
        told.collect::<Vec<_>>()
    })?;
    let mut answers = answers.clone();
    for (name, answer) in given {
        let given = exemplar_core::answer::Given {
            answer,
            by: Actor::Participant(0),
            at: Timestamp::UNIX_EPOCH,
            channel: Channel::Web,
        };
        answers.0.insert(name, given);
    }
    Ok(answers)
}

const TYPED: [(&str, &str); 6] = [
    ("rent-paid", "60"),
    ("food-paid", "40"),
    ("travel-paid", "10"),
    ("food-since-day", "1"),
    ("food-since-month", "4"),
    ("food-since-year", "2020"),
];

fn with_costs(definition: &Definition) -> Answers {
    let answers = page(definition, &Answers::default(), "most", &[("", "200")]).expect("it is right");
    page(definition, &answers, "costs", &TYPED).expect("it is right")
}

#[test]
fn each_row_of_a_table_is_read_and_expressions_see_it() {
    let definition = service(BUDGET);
    let answers = with_costs(&definition);
    let Some(Answer::Rows(rows)) = answers.get("costs").map(|given| given.answer.clone()) else {
        panic!("no rows");
    };
    let names: Vec<&str> = rows
        .rows
        .iter()
        .filter_map(|row| row.name.as_ref())
        .map(Name::as_str)
        .collect();
    assert_eq!(names, ["rent", "food", "travel"]);
    let walk = Walk::new(&definition, &answers, setting());
    assert_eq!(walk.fact("for_a_year"), Some(Value::Money(1320.into())));
    assert_eq!(walk.fact("rent_is_high"), Some(Value::Yes(true)));
    assert!(matches!(walk.end(), End::Unanswered(page) if page.name.as_str() == "care"));
    assert!(walk.no_longer_holds().is_none());
}

#[test]
fn what_is_chosen_in_a_grid_decides_which_page_comes() {
    let definition = service(BUDGET);
    let answers = with_costs(&definition);
    let none = page(
        &definition,
        &answers,
        "care",
        &[("washing", "sometimes"), ("eating", "never")],
    )
    .expect("right");
    let walk = Walk::new(&definition, &none, setting());
    assert!(matches!(walk.end(), End::CheckAnswers));
    assert_eq!(walk.fact("level"), Some(Value::One(Name::from("low"))));
    let helped = page(
        &definition,
        &answers,
        "care",
        &[("washing", "always"), ("eating", "sometimes")],
    )
    .expect("right");
    let walk = Walk::new(&definition, &helped, setting());
    assert!(matches!(walk.end(), End::Unanswered(page) if page.name.as_str() == "carer"));
    assert_eq!(walk.fact("is_high"), Some(Value::Yes(true)));
    let fact = walk.rules_of_fact("level").expect("it is there");
    assert_eq!(
        fact.label(&walk.fact("level").expect("it has one"))
            .map(|label| label.get(0)),
        Some("High")
    );
}

#[track_caller]
fn refused(name: &str, typed: &[(&str, &str)], expected: &[(&str, &str)]) {
    let definition = service(BUDGET);
    let answers = if name == "care" {
        with_costs(&definition)
    } else {
        page(&definition, &Answers::default(), "most", &[("", "100")]).expect("it is right")
    };
    let problems = page(&definition, &answers, name, typed).expect_err("it is wrong");
    let told: Vec<_> = problems
        .iter()
        .map(|(rule, control)| (rule.as_str(), control.as_str()))
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn a_problem_stands_beside_its_cell() {
    refused(
        "costs",
        &[("rent-paid", "1.50"), ("travel-paid", "101"), ("food-paid", "1")],
        &[("decimals", "rent-paid"), ("to", "travel-paid")],
    );
    refused(
        "costs",
        &[
            ("rent-paid", "1"),
            ("food-paid", "1"),
            ("travel-paid", "1"),
            ("rent-since-day", "1"),
        ],
        &[("wrong", "rent-since-month")],
    );
    refused(
        "costs",
        &[],
        &[("empty", "rent-paid"), ("empty", "food-paid"), ("empty", "travel-paid")],
    );
    refused(
        "costs",
        &[("rent-paid", "60"), ("food-paid", "60"), ("travel-paid", "0")],
        &[("in_all", "")],
    );
    refused("care", &[("washing", "never")], &[("empty", "eating")]);
    refused(
        "care",
        &[("washing", "never"), ("eating", "often")],
        &[("wrong", "eating")],
    );
}

#[test]
fn what_was_typed_again_is_the_same_answer() {
    let definition = service(BUDGET);
    let answers = with_costs(&definition);
    let kind = &definition.question("costs").expect("it is there").kind;
    let typed = kind.typed(&answers.get("costs").expect("it is there").answer);
    let typed: Vec<(&str, &str)> = typed
        .0
        .iter()
        .map(|(name, values)| (name.as_str(), values[0].as_str()))
        .collect();
    let again = page(&definition, &answers, "costs", &typed).expect("it is right");
    assert_eq!(again, answers);
}

#[track_caller]
fn finding(lines: &str, code: &str) {
    let checked = read(&folder::with(lines));
    assert!(
        checked.findings.iter().any(|finding| finding.code == code),
        "{:?}",
        checked.findings
    );
}

#[test]
fn what_does_not_fit_into_a_cell_is_refused() {
    let table = |columns: &str| {
        format!(
            "questions:\n  a:\n    ask: A?\n    called: a\n    table:\n      rows: {{ b: B }}\n      columns:\n        c: {columns}\n"
        )
    };
    finding(&table("{ ask: C, called: c, long_text: }"), "column");
    finding(
        &table("{ ask: C, called: c, when: today > \"2020-01-01\", money: }"),
        "column",
    );
    finding(&table("{ ask: C, called: c, address: }"), "column");
    finding(
        "questions:\n  a:\n    ask: A?\n    called: a\n    table:\n      rows: { b: B }\n",
        "missing",
    );
    finding(
        "questions:\n  a:\n    ask: A?\n    called: a\n    grid:\n      rows: { b: B }\n",
        "missing",
    );
    finding(
        "questions:\n  a:\n    ask: A?\n    called: a\n    grid:\n      one_of: { b: B }\n",
        "missing",
    );
    finding(&BUDGET.replace("row is rent", "row is rend"), "unknown_name");
    finding(&BUDGET.replace("care is always)", "care is ever)"), "unknown_name");
    finding(&BUDGET.replace("- low\n", "- lower\n"), "unknown_name");
    finding(
        &BUDGET.replace("for_a_year: sum(costs, a_year)", "for_a_year: paid * 2"),
        "in_rows",
    );
}

#[test]
fn an_example_gives_rows_by_their_names() {
    let folder = folder::with(BUDGET);
    let example = |answers: &str, then: &str| {
        let mut folder = folder.clone();
        let text = format!("who: Somebody\ntoday: 2026-05-01\nanswers:\n  most: 500\n  {answers}\nthen:\n  {then}\n");
        folder.files.insert("examples/one.yaml".into(), text.into_bytes());
        read(&folder).findings
    };
    let costs = "costs: { rent: { paid: 60, since: 2020-01-01 }, food: { paid: 30 }, travel: { paid: 20 } }";
    let care = "care: { washing: always, eating: never }";
    let given = example(
        &format!("{costs}\n  {care}\n  carer: My daughter"),
        "asks: [care, carer]\n  facts: { level: low, for_a_year: 1320 GBP }",
    );
    assert!(given.is_empty(), "{given:?}");
    let in_pence = example(&costs.replace("60", "60.50"), "refused_at: { paid: decimals }");
    assert!(in_pence.is_empty(), "{in_pence:?}");
    let too_much = example(&costs.replace("60", "490"), "refused_at: { costs: in_all }");
    assert!(too_much.is_empty(), "{too_much:?}");
    let unknown = example(&costs.replace("rent", "rates"), "refused_at: { costs: incomplete }");
    assert!(
        unknown.iter().any(|finding| finding.code == "unknown_name"),
        "{unknown:?}"
    );
}

#[test]
fn a_draft_is_not_moved_to_a_table_with_other_rows() {
    let older = service(BUDGET);
    let answers = with_costs(&older);
    let same = service(&BUDGET.replace("Food and drink", "Food"));
    assert_eq!(movable(&older, &same, &answers, &setting()), Movable::Safe);
    let other = service(&BUDGET.replace("travel: Travel", "fares: Travel"));
    let moved = movable(&older, &other, &answers, &setting());
    assert!(matches!(moved, Movable::Finishes(WhyNot::NotTaken(_))), "{moved:?}");
}
