//! The task list in a definition: what is told of mistakes, its files, its canonical text, its translation.

mod folder;

use exemplar_core::definition::{Folder, format, read, schema};

const TASKS: &str = "\
eligibility:
  adult:
    ask: Are you 18 or over?
    called: you are 18 or over
    yes_no:
  too_young:
    when: not adult
    exit: You are too young
tasks:
  about_you:
    title: About you
    questions:
      works:
        ask: Do you work?
        yes_no:
  work:
    title: Your work
    when: works
    needs: about_you
    questions:
      weekly_hours:
        ask: How many hours?
        called: the hours
        number:
";

/// The code and the text beneath the carets of every finding.
fn told(folder: &Folder) -> Vec<(&'static str, String)> {
    let findings = read(folder).findings;
    let told = findings.iter().map(|finding| {
        let text = folder.text(&finding.file).unwrap_or_default();
        let line = text.lines().nth(finding.line.saturating_sub(1)).unwrap_or_default();
        let beneath = line.chars().skip(finding.column.saturating_sub(1)).take(finding.length);
        (finding.code, beneath.collect())
    });
    told.collect()
}

#[track_caller]
fn check_folder(folder: &Folder, code: &'static str, beneath: &str) {
    let told = told(folder);
    assert!(
        told.contains(&(code, beneath.to_owned())),
        "{code} beneath {beneath} was wanted, told was {told:?}"
    );
}

#[track_caller]
fn check(lines: &str, code: &'static str, beneath: &str) {
    check_folder(&folder::with(&format!("{TASKS}{lines}")), code, beneath);
}

#[track_caller]
fn check_file(path: &str, content: &str, code: &'static str, beneath: &str) {
    let mut folder = folder::with(TASKS);
    folder.files.insert(path.into(), content.as_bytes().to_vec());
    check_folder(&folder, code, beneath);
}

#[test]
fn a_service_with_a_task_list_has_no_findings() {
    let checked = read(&folder::with(TASKS));
    assert_eq!(checked.findings, []);
    let definition = checked.definition.unwrap();
    let tasks: Vec<_> = definition
        .tasks
        .iter()
        .map(|task| (task.name.as_str(), task.pages.clone(), task.needs))
        .collect();
    assert_eq!(tasks, [("about_you", 2..3, None), ("work", 3..4, Some(0))]);
    assert_eq!(definition.eligibility().len(), 2);
}

#[test]
fn mistakes_in_tasks_are_told() {
    check(
        "questions:\n  x: { ask: Do you?, yes_no: }\n",
        "questions_and_tasks",
        "questions",
    );
    check(
        "  x: { questions: { moved: { ask: Do you?, called: you, yes_no: } } }\n",
        "missing",
        "x",
    );
    check("  x: { title: X }\n", "missing", "x");
    check("  x: { title: X, needs: wrok }\n", "unknown_task", "wrok");
    check("  x: { title: X, needs: x }\n", "unknown_task", "x");
    check("  X: { title: X }\n", "name", "X");
    check("  x: { title: X, ask: A? }\n", "unknown_key", "ask");
    check(
        "  x:\n    title: X\n    when: moved\n    questions:\n      moved: { ask: Do you?, called: you, yes_no: }\n",
        "asked_later",
        "moved",
    );
    check(
        "  x:\n    title: X\n    questions:\n      works: { ask: Do you?, called: you, yes_no: }\n",
        "name_twice",
        "works",
    );
}

#[test]
fn what_another_task_may_not_have_asked_yet_is_told_in_texts() {
    let task = |needs: &str| {
        format!(
            "  x:\n    title: X\n{needs}    questions:\n      moved: {{ ask: \"Is it ((weekly_hours))?\", called: it, yes_no: }}\n"
        )
    };
    check(&task(""), "maybe_unanswered", "((weekly_hours))");
    let folder = folder::with(&format!("{TASKS}{}", task("    needs: work\n    when: works\n")));
    assert_eq!(told(&folder), []);
}

#[test]
fn an_exit_that_everybody_reaches_ends_only_its_own_task_where_not_all_have_to_do_it() {
    let exit = |when: &str| {
        format!(
            "  x:\n    title: X\n{when}    questions:\n      moved: {{ ask: Do you?, called: a, yes_no: }}\n      ends: {{ exit: End }}\n"
        )
    };
    check(&exit(""), "no_end", "ends");
    assert_eq!(
        told(&folder::with(&format!("{TASKS}{}", exit("    when: works\n")))),
        []
    );
}

#[test]
fn a_file_completes_its_task() {
    let mut folder = folder::with(&format!("{TASKS}  home: {{ title: Home, when: works }}\n"));
    let home =
        "why: To write to you.\nquestions:\n  street:\n    ask: Which street?\n    called: the street\n    text:\n";
    folder.files.insert("tasks/home.yaml".into(), home.into());
    let checked = read(&folder);
    assert_eq!(checked.findings, []);
    let definition = checked.definition.unwrap();
    let why = definition.question("street").and_then(|question| question.why.as_ref());
    assert_eq!(why.map(|why| why.get(0)), Some("To write to you."));
    check_file("tasks/work.yaml", "title: Again\n", "twice", "title");
    check_file("tasks/wrok.yaml", "title: Again\n", "unknown_task", "t");
    check_file("tasks/work.md", "title: Again\n", "unknown_file", "t");
    check_file("tasks/work.yaml", "- a\n", "wrong_form", "-");
}

#[test]
fn the_canonical_text_of_tasks_says_the_same() {
    let mut folder = folder::with(&format!("{TASKS}  home: {{ when: works, title: Home }}\n"));
    let home = "questions:\n  street:\n    text:\n    called: the street\n    ask: Which street?\n";
    folder.files.insert("tasks/home.yaml".into(), home.into());
    let written = format(&folder).unwrap();
    assert_eq!(
        written.text("tasks/home.yaml"),
        Some("questions:\n  street:\n    ask: Which street?\n    called: the street\n    text:\n")
    );
    let service = written.text("service.yaml").unwrap();
    assert!(
        service.contains("  home:\n    title: Home\n    when: works\n"),
        "{service}"
    );
    assert_eq!(format(&written).unwrap(), written);
    // Digests differ with the bytes; all else is the same.
    let model = |folder| {
        let mut definition = read(folder).definition.unwrap();
        definition.digest = Folder::default().digest();
        format!("{definition:?}")
    };
    assert_eq!(model(&folder), model(&written));
}

#[test]
fn tasks_are_translated_under_their_names() {
    let words = "name: Prawf\nlaw: x\n";
    let mut folder = folder::with(&format!("languages: [en, cy]\n{TASKS}"));
    folder.files.insert("words/cy.yaml".into(), words.into());
    let missing = read(&folder).findings;
    let told: String = missing.iter().map(|finding| finding.message.as_str()).collect();
    assert!(told.contains("tasks.about_you.title"), "{told}");
    let words = "tasks: { about_you: { title: Amdanoch chi, questions: { works: { ask: Ydych chi? } } } }\n";
    folder.files.insert("words/cy.yaml".into(), words.into());
    let told: String = read(&folder)
        .findings
        .iter()
        .map(|finding| finding.message.clone())
        .collect();
    assert!(!told.contains("tasks.about_you.title"), "{told}");
    check_folder(
        &{
            folder
                .files
                .insert("words/cy.yaml".into(), "tasks: { about: { title: A } }\n".into());
            folder
        },
        "not_in_definition",
        "about",
    );
}

#[test]
fn editors_know_the_keys_of_a_task() {
    let schema = schema();
    let needs = schema.pointer("/$defs/task/properties/needs/description");
    assert!(needs.is_some_and(|says| says.as_str().is_some_and(|says| says.contains("complete first"))));
}
