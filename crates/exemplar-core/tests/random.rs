//! Whatever a team writes and whatever people answer: formatting keeps the model, journeys end, back and forward agree,
//! what is off the path is never sent, and sums are exact to the penny.
//!
//! Definitions and answers are made from a seed. A failure prints it: EXEMPLAR_SEED=that runs it alone.
//! EXEMPLAR_RANDOM=10000 makes as many, as `make test` does; fewer are made where nothing is said, so that the tests of
//! this crate stay quick.
#![allow(clippy::unwrap_used, reason = "a test whose steps fail has failed")]
#![allow(clippy::disallowed_methods, reason = "the seed comes from whoever runs it")]

mod folder;

use std::fmt::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};

use exemplar_core::answer::{Answer, Answers, Given};
use exemplar_core::apply::{Act, Submission, read_page, submit};
use exemplar_core::definition::finding::render;
use exemplar_core::definition::{Definition, Folder, PageContent, format, read};
use exemplar_core::expression::Value;
use exemplar_core::id::Digest;
use exemplar_core::journey::{End, Setting, Walk};
use exemplar_core::kind::Typed;
use exemplar_core::record::{Actor, Channel};
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

/// Definitions, each with a person, where nothing else is said.
const USUAL: u64 = 400;
/// The first seed.
const FIRST: u64 = 20_261_123;

/// Numbers that look like chance and follow from a seed: splitmix64, as Steele, Lea and Flood gave it in 2014.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn of<'a, T>(&mut self, some: &'a [T]) -> &'a T {
        let place = self.below(some.len() as u64);
        &some[usize::try_from(place).unwrap()]
    }

    fn word(&mut self, some: &[&'static str]) -> &'static str {
        let place = self.below(some.len() as u64);
        some[usize::try_from(place).unwrap()]
    }
}

/// A question as far as conditions look at it.
#[derive(Clone)]
struct Asked {
    name: String,
    kind: &'static str,
    /// Asked of everybody who comes so far, so that a sum can count on it.
    always: bool,
}

const KINDS: &[&str] = &[
    "yes_no", "one_of", "any_of", "number", "money", "text", "date", "rows", "nested", "table", "grid",
];
/// The rows of tables and grids.
const PLACES: &[&str] = &["north", "south"];
const OPTIONS: &[&str] = &["red", "green", "blue"];
const WORDS: &[&str] = &[
    "Words",
    "yes",
    "NO",
    "0300",
    "12.10",
    "1e5",
    "a: b",
    "a #b",
    "- a",
    "it's",
    "\"quoted\"",
    "[a]",
    "{a}",
    "One\nTwo",
    "One\n\n- two\n- three",
    "  One",
    "One  \nTwo",
    "\u{e9}\u{a0}",
    "~",
    "null",
    "10:30",
    "&a *b !c",
    "% @ `",
];

fn quoted(words: &str) -> String {
    serde_json::to_string(words).unwrap()
}

/// A condition on what was asked before.
fn condition(chance: &mut Chance, asked: &[Asked], depth: u32) -> Option<String> {
    if depth > 0 && chance.one_in(3) {
        let (left, right) = (
            condition(chance, asked, depth - 1)?,
            condition(chance, asked, depth - 1)?,
        );
        return Some(format!("({left}) {} ({right})", chance.word(&["and", "or"])));
    }
    let usable: Vec<&Asked> = asked.iter().filter(|asked| asked.kind != "text").collect();
    if usable.is_empty() {
        return None;
    }
    let one = *chance.of(&usable);
    let (name, n) = (&one.name, chance.below(20));
    let option = chance.word(OPTIONS);
    let plain = match one.kind {
        "yes_no" => name.clone(),
        "one_of" => format!("{name} is {option}"),
        "any_of" => format!("{option} in {name}"),
        "number" | "money" => format!("{name} {} {n}", chance.word(&[">", "<", ">=", "<="])),
        "date" => format!("age({name}) > {n}"),
        "table" => format!("any({name}, row is {} and {name}_paid > {n})", chance.word(PLACES)),
        "grid" => format!("count({name}, {name} is {option}) > {}", n % 3),
        _ => format!("any({name}, {name}_paid > {n})"),
    };
    Some(match chance.below(4) {
        0 => format!("not ({plain})"),
        1 => format!("answered({name})"),
        _ => plain,
    })
}

/// A service, and the names of its sums with what they add up.
struct Made {
    folder: Folder,
    sums: Vec<(String, Vec<String>)>,
}

fn service(chance: &mut Chance) -> Made {
    let mut asked: Vec<Asked> = Vec::new();
    let mut yaml = format!("{}questions:\n", folder::HEAD);
    let count = 2 + chance.below(9);
    for n in 0..count {
        if n > 1 && chance.one_in(8) {
            if let Some(when) = condition(chance, &asked, 1) {
                let _ = writeln!(
                    yaml,
                    "  end_{n}:\n    when: {}\n    exit: {}",
                    quoted(&when),
                    quoted(chance.word(WORDS))
                );
            }
            continue;
        }
        if chance.one_in(10) {
            let (title, say) = (quoted(chance.word(WORDS)), quoted(chance.word(WORDS)));
            let _ = writeln!(yaml, "  info_{n}:\n    title: {title}\n    say: {say}");
            continue;
        }
        if chance.one_in(6) {
            together(chance, &mut yaml, n, &mut asked);
        } else {
            let when = if chance.one_in(2) {
                condition(chance, &asked, 2)
            } else {
                None
            };
            let always = when.is_none();
            let name = format!("q_{n}");
            let kind = chance.word(KINDS);
            question(chance, &mut yaml, "  ", (&name, kind), when.as_deref());
            asked.push(Asked { name, kind, always });
        }
    }
    if asked.is_empty() {
        question(chance, &mut yaml, "  ", ("q_last", "yes_no"), None);
    }
    let sums = facts(chance, &mut yaml, &asked);
    Made {
        folder: folder::of(&[("service.yaml", &yaml)]),
        sums,
    }
}

/// A page with two questions, of which the second may open beneath an option of the first.
fn together(chance: &mut Chance, yaml: &mut String, n: u64, asked: &mut Vec<Asked>) {
    let title = quoted(chance.word(WORDS));
    let _ = writeln!(
        yaml,
        "  page_{n}:\n    title: {title}\n    together: They are one\n    questions:"
    );
    let (first, second) = (format!("q_{n}_a"), format!("q_{n}_b"));
    question(chance, yaml, "      ", (&first, "one_of"), None);
    let opens = chance.one_in(2);
    let when = opens.then(|| format!("{first} is {}", OPTIONS[0]));
    question(chance, yaml, "      ", (&second, "money"), when.as_deref());
    asked.push(Asked {
        name: first,
        kind: "one_of",
        always: true,
    });
    asked.push(Asked {
        name: second,
        kind: "money",
        always: !opens,
    });
}

fn question(chance: &mut Chance, yaml: &mut String, indent: &str, (name, kind): (&str, &str), when: Option<&str>) {
    let _ = writeln!(yaml, "{indent}{name}:");
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(yaml, "{indent}  {key}: {value}");
    };
    // In any order: the canonical text has one.
    let first = when.filter(|_| chance.one_in(2));
    if let Some(when) = first {
        line("when", &quoted(when));
    }
    line("ask", &quoted(chance.word(WORDS)));
    if let (None, Some(when)) = (first, when) {
        line("when", &quoted(when));
    }
    line("called", &quoted(chance.word(WORDS)));
    if chance.one_in(3) {
        line("hint", &quoted(chance.word(WORDS)));
    }
    if !["rows", "nested"].contains(&kind) && chance.one_in(4) {
        line("optional", "yes");
    } else if !["rows", "nested", "table", "grid"].contains(&kind) && chance.one_in(5) {
        line("or_tick", &quoted(chance.word(WORDS)));
    }
    let options = format!(
        "{{ red: {}, green: {{ label: {} }}, blue: Blue }}",
        quoted(chance.word(WORDS)),
        quoted(chance.word(WORDS))
    );
    match kind {
        "one_of" | "any_of" => line(kind, &options),
        "number" => line(kind, "{ from: 0, to: 30 }"),
        "rows" => {
            line("rows", "");
            let _ = writeln!(
                yaml,
                "{indent}    each: thing\n{indent}    at_most: 4\n{indent}    questions:\n{indent}      {name}_what: {{ ask: \
                 What?, called: what, text: }}\n{indent}      {name}_paid: {{ ask: How much?, called: how much, when: \
                 answered({name}_what), money: }}"
            );
        }
        "nested" => {
            line("rows", "");
            let _ = writeln!(
                yaml,
                "{indent}    each: thing\n{indent}    at_most: 4\n{indent}    facts:\n{indent}      {name}_paid: sum({name}_parts, \
                 {name}_part)\n{indent}    questions:\n{indent}      {name}_more: {{ ask: Parts?, called: parts, yes_no: \
                 }}\n{indent}      {name}_parts:\n{indent}        ask: Which?\n{indent}        called: which\n{indent}        \
                 when: {name}_more\n{indent}        rows:\n{indent}          each: part\n{indent}          \
                 questions:\n{indent}            {name}_on: {{ ask: On?, called: on, yes_no: }}\n{indent}            \
                 {name}_part: {{ ask: How much?, called: how much, when: {name}_on and {name}_more, money: }}"
            );
        }
        "table" => {
            line("table", "");
            let _ = writeln!(
                yaml,
                "{indent}    rows: {{ north: North, south: {} }}\n{indent}    columns:\n{indent}      {name}_paid: {{ ask: How \
                 much?, called: how much, money: }}\n{indent}      {name}_on: {{ ask: Since when?, called: since when, \
                 optional: yes, date: }}",
                quoted(chance.word(WORDS))
            );
        }
        "grid" => {
            line("grid", "");
            let _ = writeln!(
                yaml,
                "{indent}    rows: {{ north: North, south: {} }}\n{indent}    one_of: {options}",
                quoted(chance.word(WORDS))
            );
        }
        other => line(other, ""),
    }
}

/// Sums of money, and a condition that others could use.
fn facts(chance: &mut Chance, yaml: &mut String, asked: &[Asked]) -> Vec<(String, Vec<String>)> {
    let money: Vec<&Asked> = asked.iter().filter(|asked| asked.kind == "money").collect();
    let rows = asked
        .iter()
        .filter(|asked| ["rows", "nested", "table"].contains(&asked.kind));
    let mut sums = Vec::new();
    let _ = writeln!(yaml, "facts:");
    let _ = writeln!(yaml, "  fact_plain: 1 + 1");
    if !money.is_empty() {
        let names: Vec<String> = money.iter().map(|asked| asked.name.clone()).collect();
        let _ = writeln!(yaml, "  fact_total: \"total({})\"", names.join(", "));
        sums.push(("fact_total".to_owned(), names));
    }
    for rows in rows {
        let _ = writeln!(yaml, "  fact_{0}: \"sum({0}, {0}_paid)\"", rows.name);
        sums.push((format!("fact_{}", rows.name), vec![rows.name.clone()]));
    }
    let lasting: Vec<&&Asked> = money.iter().filter(|asked| asked.always).collect();
    if let Some(first) = lasting.first()
        && chance.one_in(2)
    {
        let _ = writeln!(yaml, "  fact_large: {} > 500", first.name);
    }
    sums
}

/// All of the model, in one text.
fn model(definition: &mut Definition) -> String {
    definition.digest = Digest([0; 32]);
    format!("{definition:#?}")
}

fn today() -> Date {
    date(2026, 11, 23)
}

fn setting() -> Setting {
    Setting {
        today: today(),
        language: "en".into(),
        channel: Channel::Web,
    }
}

fn given(answer: Answer) -> Given {
    Given {
        answer,
        by: Actor::Participant(0),
        at: jiff::Timestamp::UNIX_EPOCH,
        channel: Channel::Web,
    }
}

fn act() -> Act {
    Act {
        no_room: false,
        commit: exemplar_core::id::CommitId(uuid::Uuid::nil()),
        observations: [exemplar_core::id::ObservationId(uuid::Uuid::nil()); 2],
        now: jiff::Timestamp::UNIX_EPOCH,
        today: today(),
        actor: Actor::Participant(0),
        channel: Channel::Web,
        language: "en".into(),
        device: exemplar_core::record::DeviceClass::Phone,
    }
}

/// What a person types; for rows, which are no one field, nothing.
fn typed(chance: &mut Chance, kind: &str, question: &exemplar_core::definition::Question) -> Typed {
    if question.optional && chance.one_in(3) {
        return Typed::default();
    }
    if question.or_tick.is_some() && chance.one_in(3) {
        return Typed::fields([(exemplar_core::apply::TICKED, "yes")]);
    }
    let n = chance.below(31);
    match kind {
        "table" | "grid" => cells(chance, kind, &question.name),
        "yes_no" => Typed::of(chance.word(&["yes", "no"])),
        "one_of" | "any_of" => Typed::of(chance.word(OPTIONS)),
        "number" => Typed::of(&n.to_string()),
        "money" => Typed::of(&format!("{}.{:02}", chance.below(1_000_000), chance.below(100))),
        "date" => {
            let day = today().checked_sub(jiff::Span::new().days(i64::try_from(chance.below(30_000)).unwrap()));
            question.kind.typed(&Answer::Date(day.unwrap()))
        }
        _ => Typed::of("Some words"),
    }
}

/// What is typed into each row of a table or grid.
fn cells(chance: &mut Chance, kind: &str, name: &str) -> Typed {
    let mut fields: Vec<(String, String)> = Vec::new();
    for place in PLACES {
        if kind == "grid" {
            fields.push(((*place).to_owned(), chance.word(OPTIONS).to_owned()));
            continue;
        }
        let paid = format!("{}.{:02}", chance.below(1_000_000), chance.below(100));
        fields.push((format!("{place}-{name}_paid"), paid));
        if chance.one_in(2) {
            let day = ["day", "month", "year"].into_iter().zip(["3", "4", "2020"]);
            fields.extend(day.map(|(part, typed)| (format!("{place}-{name}_on-{part}"), typed.to_owned())));
        }
    }
    Typed::fields(fields.iter().map(|(suffix, typed)| (suffix.as_str(), typed.as_str())))
}

/// Rows with a name and an amount each, which the person says are all.
fn rows(chance: &mut Chance, name: &str) -> Answer {
    let mut rows = exemplar_core::answer::Rows::default();
    for n in 1..=1 + chance.below(4) {
        let pennies = Decimal::new(i64::try_from(chance.below(10_000_000)).unwrap(), 2);
        let answers = [
            (format!("{name}_what").into(), given(Answer::Text(format!("thing {n}")))),
            (format!("{name}_paid").into(), given(Answer::Number(pennies))),
        ];
        rows = rows.with(exemplar_core::answer::RowId(u32::try_from(n).unwrap()), answers);
    }
    rows.finished = true;
    Answer::Rows(rows)
}

/// Rows of which each holds rows with an amount, or is off the path with them.
fn nested(chance: &mut Chance, name: &str) -> Answer {
    let mut rows = exemplar_core::answer::Rows::default();
    for n in 1..=1 + chance.below(4) {
        let mut parts = exemplar_core::answer::Rows::default();
        for part in 1..=1 + chance.below(3) {
            let pennies = Decimal::new(i64::try_from(chance.below(10_000_000)).unwrap(), 2);
            let answers = [
                (format!("{name}_on").into(), given(Answer::Yes(chance.one_in(2)))),
                (format!("{name}_part").into(), given(Answer::Number(pennies))),
            ];
            parts = parts.with(exemplar_core::answer::RowId(u32::try_from(part).unwrap()), answers);
        }
        parts.finished = true;
        let answers = [
            (format!("{name}_more").into(), given(Answer::Yes(!chance.one_in(3)))),
            (format!("{name}_parts").into(), given(Answer::Rows(parts))),
        ];
        rows = rows.with(exemplar_core::answer::RowId(u32::try_from(n).unwrap()), answers);
    }
    rows.finished = true;
    Answer::Rows(rows)
}

/// Answers the page as a browser would, by the rules that read what was typed.
fn answer(chance: &mut Chance, walk: &Walk<'_>, answers: &Answers, page: &exemplar_core::definition::Page) -> Answers {
    let mut after = answers.clone();
    if let [only] = page.questions()
        && let Some(rules) = only.kind.rows().filter(|rules| rules.fixed.is_none())
    {
        let made = match rules.inner().next() {
            Some(_) => nested(chance, &only.name),
            None => rows(chance, &only.name),
        };
        after.0.insert(only.name.clone(), given(made));
        return after;
    }
    let all: Vec<(_, Typed)> = page
        .questions()
        .iter()
        .map(|question| (question.name.clone(), typed(chance, question.kind.key(), question)))
        .collect();
    let of = |name: &exemplar_core::id::Name| {
        let found = all.iter().find(|(known, _)| known == name);
        found.map(|(_, typed)| typed.clone()).unwrap_or_default()
    };
    let read = read_page(walk, answers, page, &of, &act()).unwrap_or_else(|problems| panic!("{problems:?} of {all:?}"));
    after
        .0
        .extend(read.into_iter().map(|(name, answer)| (name, given(answer))));
    after
}

/// Goes from the first page to the end, and back now and then to answer otherwise.
fn journey(chance: &mut Chance, definition: &Definition) -> Answers {
    let mut answers = Answers::default();
    let mut changes = 3;
    let most = 8 * definition.pages.len() + 8;
    for _ in 0..most {
        let walk = Walk::new(definition, &answers, setting());
        back_and_forward_agree(&walk);
        let pages: Vec<_> = walk.pages().collect();
        let is_at_end = !matches!(walk.end(), End::Unanswered(_));
        let page = match walk.end() {
            End::Unanswered(page) if changes == 0 || !chance.one_in(6) => page,
            _ if changes == 0 => return answers,
            _ if is_at_end && chance.one_in(2) => return answers,
            _ => {
                changes -= 1;
                chance.of(&pages)
            }
        };
        answers = answer(chance, &walk, &answers, page);
    }
    panic!("the journey does not end in {most} pages");
}

/// Each page has the one before it behind it, and the one after it in front.
fn back_and_forward_agree(walk: &Walk<'_>) {
    let pages: Vec<_> = walk.pages().collect();
    for pair in pages.windows(2) {
        let (first, second) = (pair[0], pair[1]);
        assert_eq!(
            walk.before(second).map(|page| &page.name),
            Some(&first.name),
            "back from {}",
            second.name
        );
        assert_eq!(
            walk.after(first).map(|page| &page.name),
            Some(&second.name),
            "on from {}",
            first.name
        );
    }
    if let (Some(first), Some(last)) = (pages.first(), pages.last()) {
        assert!(walk.before(first).is_none() && walk.after(last).is_none());
    }
}

/// A draft with these answers.
fn loaded(answers: &Answers) -> exemplar_core::record::LoadedCase {
    use exemplar_core::id::{CaseId, CommitId};
    use exemplar_core::record::{Case, FIRST, LoadedCase, Part, Phase};
    let commit = CommitId(uuid::Uuid::nil());
    let case = Case {
        id: CaseId(uuid::Uuid::nil()),
        organisation: "council".into(),
        office: None,
        team: None,
        assigned_to: None,
        service: "test-service".into(),
        definition: Digest([0; 32]),
        phase: Phase::Draft,
        state: String::new(),
        channel: Channel::Web,
        language: "en".into(),
        reference: None,
        started: jiff::Timestamp::UNIX_EPOCH,
        submitted: None,
        due: None,
        decided: None,
        active_on: today(),
        attempt: 1,
        hold: None,
        revision: FIRST,
        last_commit: commit,
        epoch: 0,
        head: None,
    };
    LoadedCase {
        case,
        participants: Vec::new(),
        parts: vec![Part {
            participant: 0,
            section: "all".into(),
            revision: FIRST,
            last_commit: commit,
            answers: answers.clone(),
        }],
        money: None,
        stored: std::sync::Arc::new(()),
        renews: None,
    }
}

/// What is sent; none where the journey ends at an exit.
fn sent(definition: &Definition, answers: &Answers) -> Option<Answers> {
    let walk = Walk::new(definition, answers, setting());
    if !matches!(walk.end(), End::CheckAnswers) {
        return None;
    }
    let submission = Submission {
        reference: exemplar_core::id::Reference("ABCD-EFGH-JKMN".into()),
        seen: exemplar_core::apply::seen_all(answers, walk.questions().map(|question| &question.name)),
        in_time: None,
        money: Vec::new(),
        ask_to_sign: None,
        end_job: exemplar_core::id::JobId(uuid::Uuid::nil()),
    };
    let outcome = submit(loaded(answers), definition, &submission, &act()).unwrap();
    let part = outcome.changes.into_iter().find_map(|change| match change {
        exemplar_core::record::Change::Part(_, part) => Some(part.answers),
        _ => None,
    });
    Some(part.unwrap())
}

/// How often answers were sent, and how often some of them were left out: without any, nothing would be shown.
static SENT: AtomicUsize = AtomicUsize::new(0);
static LEFT_OUT: AtomicUsize = AtomicUsize::new(0);

/// What is off the path is not sent, and nothing that is sent depends on it.
fn only_the_path_is_sent(definition: &Definition, answers: &Answers) {
    let Some(all) = sent(definition, answers) else { return };
    SENT.fetch_add(1, Ordering::Relaxed);
    LEFT_OUT.fetch_add(usize::from(all.0.len() < answers.0.len()), Ordering::Relaxed);
    let walk = Walk::new(definition, answers, setting());
    let mut on_path = Vec::new();
    for page in walk.pages() {
        assert!(page.when.as_ref().is_none_or(|when| walk.holds(when)), "{}", page.name);
        assert!(!matches!(page.content, PageContent::Exit { .. }), "{}", page.name);
        on_path.extend(page.questions().iter().map(|question| question.name.clone()));
    }
    for name in all.0.keys() {
        assert!(on_path.contains(name), "{name} is off the path and was sent");
    }
    // Without what is off the path, the same is sent.
    let kept = answers.0.iter().filter(|(name, _)| all.0.contains_key(*name));
    let kept = Answers(kept.map(|(name, given)| (name.clone(), given.clone())).collect());
    assert_eq!(
        sent(definition, &kept),
        Some(all),
        "something off the path changed what is sent"
    );
}

fn pennies(answer: &Answer) -> i128 {
    match answer {
        Answer::Number(amount) => {
            let whole = (*amount * Decimal::ONE_HUNDRED).normalize();
            assert!(whole.is_integer(), "{amount} has parts of a penny");
            whole.to_string().parse().unwrap()
        }
        Answer::Rows(rows) => {
            let rows = rows.rows.iter().flat_map(|row| row.answers.0.values());
            rows.map(|given| pennies(&given.answer)).sum()
        }
        _ => 0,
    }
}

/// Sums come to the penny to what whole numbers of pennies add up to.
fn sums_are_exact(definition: &Definition, answers: &Answers, sums: &[(String, Vec<String>)]) {
    let Some(sent) = sent(definition, answers) else { return };
    let walk = Walk::new(definition, answers, setting());
    for (fact, names) in sums {
        let all = names.iter().filter_map(|name| sent.get(name));
        let wanted: i128 = all.map(|given| pennies(&given.answer)).sum();
        let (Some(Value::Money(found)) | Some(Value::Number(found))) = walk.fact(fact) else {
            panic!("{fact} has no value");
        };
        assert_eq!(pennies(&Answer::Number(found)), wanted, "{fact}");
    }
}

fn one(seed: u64) {
    let mut chance = Chance(seed);
    let made = service(&mut chance);
    let text = made.folder.text("service.yaml").unwrap().to_owned();
    let told = |folder: &Folder| {
        let findings = read(folder).findings;
        findings
            .iter()
            .map(|finding| render(finding, folder))
            .collect::<String>()
    };
    let shown = Shown { seed, text };
    let Some(mut definition) = read(&made.folder).definition else {
        panic!("{}", told(&made.folder));
    };
    let formatted = format(&made.folder).unwrap_or_else(|_| panic!("it cannot be formatted"));
    let mut again = read(&formatted)
        .definition
        .unwrap_or_else(|| panic!("{}", told(&formatted)));
    assert!(
        model(&mut definition) == model(&mut again),
        "the canonical text says something else"
    );
    assert!(
        format(&formatted).as_ref() == Ok(&formatted),
        "the canonical text changes again"
    );
    for _ in 0..3 {
        let answers = journey(&mut chance, &definition);
        only_the_path_is_sent(&definition, &answers);
        sums_are_exact(&definition, &answers, &made.sums);
    }
    drop(shown);
}

/// Prints what was made where a check fails: it is all that one needs to see it again.
struct Shown {
    seed: u64,
    text: String,
}

impl Drop for Shown {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("EXEMPLAR_SEED={} makes this service:\n{}", self.seed, self.text);
        }
    }
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|text| text.parse().unwrap())
}

#[test]
fn any_definition_and_any_answers_keep_what_is_promised() {
    let seeds = match number("EXEMPLAR_SEED") {
        Some(seed) => seed..seed + 1,
        None => FIRST..FIRST + number("EXEMPLAR_RANDOM").unwrap_or(USUAL),
    };
    println!("seeds {seeds:?}");
    let halves = [0, 1];
    std::thread::scope(|scope| {
        for half in halves {
            let seeds = seeds.clone();
            scope.spawn(move || seeds.filter(|seed| seed % 2 == half).for_each(one));
        }
    });
    let (sent, left_out) = (SENT.load(Ordering::Relaxed), LEFT_OUT.load(Ordering::Relaxed));
    println!("{sent} were sent, {left_out} of them without answers off the path");
    assert!(left_out > 0 || number("EXEMPLAR_SEED").is_some());
}

#[test]
fn the_same_seed_makes_the_same_service() {
    assert_eq!(service(&mut Chance(7)).folder, service(&mut Chance(7)).folder);
    assert_ne!(service(&mut Chance(7)).folder, service(&mut Chance(8)).folder);
}
