//! Tests of the task list.

use jiff::Timestamp;
use jiff::civil::date;

use super::TaskState;
use crate::answer::{Answer, Answers, Given};
use crate::definition::{Definition, Folder, read};
use crate::id::{Language, Name};
use crate::journey::{End, Setting, Walk};
use crate::record::{Actor, Channel};

const SERVICE: &str = "
name: Claim
organisation: council
law: The Test Act 2026
eligibility:
  old_enough:
    ask: Are you 18 or over?
    called: you are 18 or over
    yes_no:
  too_young:
    when: not old_enough
    exit: You are too young
tasks:
  about_you:
    title: About you
    questions:
      has_partner:
        ask: Do you have a partner?
        yes_no:
      moved_in:
        ask: When did you move in?
        called: the day you moved in
        date: { to: today }
  partner:
    title: Your partner
    when: has_partner
    needs: about_you
    questions:
      partner_name:
        ask: What is the name of your partner?
        called: the name
        text:
  work:
    title: Work
    questions:
      works:
        ask: Do you work?
        yes_no:
      no_work:
        when: not works
        exit: You cannot claim
      weekly_hours:
        ask: How many hours?
        called: the hours
        number:
  extra:
    title: Extra
    questions:
      overtime:
        when: weekly_hours > 40
        ask: Why so many hours?
        called: the reason
        text:
keep:
  draft: 28 days
  approved: 2 years
  refused: 1 year
  withdrawn: 28 days
";

fn definition() -> Definition {
    let mut folder = Folder {
        name: "claim".to_owned(),
        ..Folder::default()
    };
    folder
        .files
        .insert("service.yaml".to_owned(), SERVICE.as_bytes().to_vec());
    let checked = read(&folder);
    checked.definition.unwrap_or_else(|| panic!("{:?}", checked.findings))
}

/// Answers as a person typed them: yes/no, numbers, dates and text by their controls.
fn answers(definition: &Definition, typed: &[(&str, &str)]) -> Answers {
    let given = |question: &str, typed: &str| {
        let question = definition.question(question).unwrap();
        let written = crate::kind::Written::Line(typed.to_owned());
        let reading = crate::kind::Reading {
            today: date(2100, 1, 1),
            bounds: &std::collections::BTreeMap::new(),
            not_offered: &[],
        };
        let answer: Answer = question
            .kind
            .read(&question.kind.typed_for(&written), &reading)
            .unwrap();
        Given {
            answer,
            by: Actor::Participant(0),
            at: Timestamp::UNIX_EPOCH,
            channel: Channel::Web,
        }
    };
    Answers(
        typed
            .iter()
            .map(|(question, typed)| (Name::from(*question), given(question, typed)))
            .collect(),
    )
}

/// Each task on the list, how far it is, and where it leads; then where the journey ends.
#[track_caller]
fn check(typed: &[(&str, &str)], expected: &[&str], end: &str) {
    let definition = definition();
    let answers = answers(&definition, typed);
    let setting = Setting {
        today: date(2026, 6, 1),
        language: Language::from("en"),
        channel: Channel::Web,
    };
    let walk = Walk::new(&definition, &answers, setting);
    let found: Vec<String> = walk
        .tasks()
        .map(|(task, state)| match state {
            TaskState::CannotStart(needed) => format!("{} waits for {}", task.name, needed.name),
            TaskState::NotStarted(page) => format!("{} begins at {}", task.name, page.name),
            TaskState::Incomplete(page) => format!("{} goes on at {}", task.name, page.name),
            TaskState::Problem(page) => format!("{} has a problem at {}", task.name, page.name),
            TaskState::Completed(page) => format!("{} is complete from {}", task.name, page.name),
        })
        .collect();
    assert_eq!(found, expected);
    let ends = match walk.end() {
        End::CheckAnswers => "check answers".to_owned(),
        End::Exit(page) => format!("exit {}", page.name),
        End::Unanswered(page) => format!("left {}", page.name),
    };
    assert_eq!(ends, end);
}

#[test]
fn before_eligibility_is_answered_there_is_no_list() {
    check(&[], &[], "left old_enough");
    check(&[("old_enough", "no"), ("works", "yes")], &[], "exit too_young");
}

#[test]
fn tasks_are_done_in_any_order_but_one_may_wait_for_another() {
    check(
        &[("old_enough", "yes"), ("works", "yes")],
        &["about_you begins at has_partner", "work goes on at weekly_hours"],
        "left has_partner",
    );
    check(
        &[("old_enough", "yes"), ("has_partner", "yes")],
        &[
            "about_you goes on at moved_in",
            "partner waits for about_you",
            "work begins at works",
        ],
        "left moved_in",
    );
}

#[test]
fn a_task_whose_pages_are_all_off_the_path_is_not_on_the_list() {
    let all = [
        ("old_enough", "yes"),
        ("has_partner", "no"),
        ("moved_in", "2020-01-01"),
        ("works", "yes"),
    ];
    let with = |hours| [&all[..], &[("weekly_hours", hours)]].concat();
    let done = ["about_you is complete from has_partner", "work is complete from works"];
    check(&with("30"), &done, "check answers");
    check(
        &with("50"),
        &[&done[..], &["extra begins at overtime"]].concat(),
        "left overtime",
    );
}

#[test]
fn an_exit_in_a_task_ends_the_journey_and_leaves_the_other_tasks_open() {
    check(
        &[("old_enough", "yes"), ("works", "no")],
        &["about_you begins at has_partner", "work has a problem at no_work"],
        "exit no_work",
    );
}

#[test]
fn an_answer_that_no_longer_holds_is_a_problem() {
    check(
        &[("old_enough", "yes"), ("has_partner", "no"), ("moved_in", "2026-06-02")],
        &["about_you has a problem at moved_in", "work begins at works"],
        "left works",
    );
}

#[test]
fn a_page_leads_on_within_its_task_alone() {
    let definition = definition();
    let typed = [
        ("old_enough", "yes"),
        ("has_partner", "no"),
        ("moved_in", "2020-01-01"),
        ("works", "yes"),
        ("weekly_hours", "2"),
    ];
    let answers = answers(&definition, &typed);
    let setting = Setting {
        today: date(2026, 6, 1),
        language: Language::from("en"),
        channel: Channel::Web,
    };
    let walk = Walk::new(&definition, &answers, setting);
    let beside = |name: &str| {
        let page = definition.page(name).unwrap();
        let name = |page: Option<&crate::definition::Page>| page.map_or("", |page| page.name.as_str()).to_owned();
        (name(walk.before(page)), name(walk.after(page)))
    };
    assert_eq!(beside("old_enough"), (String::new(), String::new()));
    assert_eq!(beside("has_partner"), (String::new(), "moved_in".into()));
    assert_eq!(beside("moved_in"), ("has_partner".into(), String::new()));
    assert_eq!(beside("weekly_hours"), ("works".into(), String::new()));
}
