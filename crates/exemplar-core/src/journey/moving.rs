//! Whether a draft that began under one version of a definition can go on under another, and its answers there.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Setting, Walk};
use crate::answer::{Answer, Answers, Given, Row, Rows};
use crate::definition::{Definition, Page, Question, RowsRules};
use crate::id::Name;
use crate::kind::Reading;
use crate::renewing::RENEWING;

/// Whether a draft can be moved to another version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Movable {
    /// It can: nobody loses an answer or is asked anything again.
    Safe,
    /// It goes on under the version on which it began.
    Finishes(WhyNot),
}

/// Why a draft cannot be moved.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// The newer version belongs to another organisation, counts in another currency, lacks the language that the
    /// person reads, or asks for another second fact by which a person comes back.
    AnotherFrame,
    /// This question was answered and is asked no more.
    QuestionGone(Name),
    /// This question is now answered in another way.
    AnotherKind(Name),
    /// The answer to this question would not be taken any more.
    NotTaken(Name),
    /// This page comes where another one was answered already.
    AskedBefore(Name),
    /// This page was answered, and the newer version does not come by it there.
    AnotherPath(Name),
    /// The person stands at this page, which is no more.
    PageGone(Name),
}

impl WhyNot {
    /// One sentence.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::AnotherFrame => {
                "The organisation, the currency, the languages or the question for coming back changed.".to_owned()
            }
            Self::QuestionGone(name) => format!("{name} was answered and is no longer asked."),
            Self::AnotherKind(name) => format!("{name} was answered and is now answered in another way."),
            Self::NotTaken(name) => format!("The answer to {name} would no longer be taken."),
            Self::AskedBefore(name) => format!("{name} now comes before what was answered."),
            Self::AnotherPath(name) => format!("{name} was answered and now stands elsewhere, or is not shown."),
            Self::PageGone(name) => format!("The person stands at {name}, which is no longer there."),
        }
    }
}

/// Whether a draft with these answers, which began under `older`, can be moved to `newer` without harm.
///
/// It is safe where all of this holds, on the day and in the language of `setting`:
///
/// * Both versions have the same organisation and currency, `newer` has the language, and the second fact by which a
///   person comes back is the same question.
/// * Each stored answer, on the path or off it, in rows or not, belongs to a question of `newer` with the same name, or
///   which says by `was` that it had that name; that question has the same kind of answer, stands in the same rows, and
///   takes the answer as it is stored. Whether it may be left blank, or its box be ticked, counts as well.
/// * The pages that are done in `older` are done in `newer`, in the same order and with nothing between them, in each
///   task for itself. What `newer` adds may come only after them.
/// * The page at which the person stands is there in `newer`, so that what is being typed has a place.
///
/// It says nothing of fees, outcomes or keeping: those of a draft are not settled before it is sent.
#[must_use]
pub fn movable(older: &Definition, newer: &Definition, answers: &Answers, setting: &Setting) -> Movable {
    let carried = carried(newer, answers);
    let before = Walk::new(older, answers, setting.clone());
    let after = Walk::new(newer, &carried, setting.clone());
    let names = Names::of(newer);
    let moved = same_frame(&before, &after, &names)
        .and_then(|()| all_taken(&before, &after, &names, answers, &carried))
        .and_then(|()| same_path(&before, &after, &names));
    match moved {
        Ok(()) => Movable::Safe,
        Err(why) => Movable::Finishes(why),
    }
}

/// The answers as the newer version has them: under the names that its questions have now.
#[must_use]
pub fn carried(newer: &Definition, answers: &Answers) -> Answers {
    let names = Names::of(newer);
    if names.0.is_empty() {
        return answers.clone();
    }
    renamed(answers, &names)
}

fn renamed(answers: &Answers, names: &Names<'_>) -> Answers {
    let of_row = |row: &Row| Row {
        name: row.name.clone(),
        id: row.id,
        answers: renamed(&row.answers, names),
    };
    let one = |given: &Given| match &given.answer {
        Answer::Rows(rows) => Given {
            answer: Answer::Rows(Rows {
                rows: rows.rows.iter().map(of_row).collect(),
                ..*rows
            }),
            ..given.clone()
        },
        _ => given.clone(),
    };
    let pairs = answers
        .0
        .iter()
        .map(|(name, given)| (names.now(name).clone(), one(given)));
    Answers(pairs.collect())
}

/// What things are called in the newer version, by their former names.
struct Names<'a>(BTreeMap<&'a Name, &'a Name>);

impl<'a> Names<'a> {
    fn of(newer: &'a Definition) -> Self {
        Self(newer.former.iter().map(|(now, was)| (was, now)).collect())
    }

    fn now<'b>(&self, name: &'b Name) -> &'b Name
    where
        'a: 'b,
    {
        self.0.get(name).copied().unwrap_or(name)
    }
}

fn same_frame(before: &Walk<'_>, after: &Walk<'_>, names: &Names<'_>) -> Result<(), WhyNot> {
    let (older, newer) = (before.definition(), after.definition());
    let second_fact = older.confirm_with.as_ref().map(|name| names.now(name));
    let same = older.organisation == newer.organisation
        && older.currency == newer.currency
        && newer.languages.contains(&after.setting.language)
        && second_fact == newer.confirm_with.as_ref();
    if same { Ok(()) } else { Err(WhyNot::AnotherFrame) }
}

/// Whether each answer has a question that takes it. `answers` are under their former names, `carried` the same as they
/// would be.
fn all_taken(
    before: &Walk<'_>,
    after: &Walk<'_>,
    names: &Names<'_>,
    answers: &Answers,
    carried: &Answers,
) -> Result<(), WhyNot> {
    let on_path: BTreeSet<&Name> = after.questions().map(|question| &question.name).collect();
    for name in answers.0.keys().filter(|name| name.as_str() != RENEWING) {
        let now = names.now(name);
        // What a check said of the answers that both versions send it.
        let check = |walk: &Walk<'_>| {
            walk.definition
                .casework
                .checks
                .get(name)
                .map(|check| check.send.clone())
        };
        if check(before).is_some_and(|send| check(after) == Some(send)) {
            continue;
        }
        let is_overlaid = now != name && answers.get(now).is_some();
        let found = (own_question(after, now), carried.get(now));
        let (Some(new), Some(given)) = found else {
            return Err(WhyNot::QuestionGone(name.clone()));
        };
        if is_overlaid {
            return Err(WhyNot::QuestionGone(name.clone()));
        }
        let old = own_question(before, name);
        let Some(old) = old.filter(|old| old.kind.key() == new.kind.key()) else {
            return Err(WhyNot::AnotherKind(name.clone()));
        };
        let taken = match &given.answer {
            Answer::Blank => new.optional,
            Answer::Ticked => new.or_tick.is_some(),
            Answer::Rows(rows) => {
                rows_taken((before, old, answers.rows(name)), (after, new, rows), names)?;
                true
            }
            answer => takes(after, new, answer, on_path.contains(now)),
        };
        if !taken {
            return Err(WhyNot::NotTaken(name.clone()));
        }
    }
    Ok(())
}

/// The question of that name in these pages, and not in those around a row.
fn own_question<'a>(walk: &Walk<'a>, name: &Name) -> Option<&'a Question> {
    walk.course.places.get(name)?;
    walk.question(name.as_str())
}

/// The same for each row.
fn rows_taken(
    (before, old, old_rows): (&Walk<'_>, &Question, Option<&Rows>),
    (after, new, new_rows): (&Walk<'_>, &Question, &Rows),
    names: &Names<'_>,
) -> Result<(), WhyNot> {
    let rules = old.kind.rows().zip(new.kind.rows());
    let (Some(old_rows), Some((old_rules, new_rules))) = (old_rows, rules) else {
        return Ok(());
    };
    if !same_rows(old_rules, new_rules) {
        return Err(WhyNot::NotTaken(old.name.clone()));
    }
    for (old, new) in old_rows.rows.iter().zip(&new_rows.rows) {
        let was = before.in_this_row(old_rules, old);
        let is = after.in_this_row(new_rules, new);
        all_taken(&was, &is, names, &old.answers, &new.answers)?;
    }
    Ok(())
}

/// Whether both add rows, or have the same ones.
fn same_rows(old: &RowsRules, new: &RowsRules) -> bool {
    let names = |rules: &RowsRules| -> Option<BTreeSet<Name>> {
        let fixed = rules.fixed.as_ref()?;
        Some(fixed.rows.keys().cloned().collect())
    };
    names(old) == names(new)
}

/// Whether a question takes an answer as it is stored. Off the path, conditions of options and bounds that depend on
/// other answers say nothing.
fn takes(walk: &Walk<'_>, question: &Question, answer: &Answer, is_on_path: bool) -> bool {
    let (bounds, not_offered) = if is_on_path {
        (walk.bounds(question), walk.not_offered(question))
    } else {
        (BTreeMap::new(), Vec::new())
    };
    let reading = Reading {
        today: walk.today(),
        bounds: &bounds,
        not_offered: &not_offered,
    };
    question.kind.read(&question.kind.typed(answer), &reading).as_ref() == Ok(answer)
}

/// Whether what is done stays done, in the same order, and where the person stands is still there.
fn same_path(before: &Walk<'_>, after: &Walk<'_>, names: &Names<'_>) -> Result<(), WhyNot> {
    let new_groups = groups(after);
    for (task, pages) in groups(before) {
        let new_pages = new_groups.get(&task).map(Vec::as_slice).unwrap_or_default();
        let mut new_pages = new_pages.iter();
        for page in pages {
            let now = names.now(&page.name);
            if !before.is_done(page) {
                let there = after.definition().page(now.as_str()).is_some();
                if !there {
                    return Err(WhyNot::PageGone(page.name.clone()));
                }
                continue;
            }
            match new_pages.next() {
                Some(new) if new.name == *now && after.is_done(new) => {}
                Some(new) if new.name == *now => return Err(WhyNot::AskedBefore(new.name.clone())),
                Some(new) if is_unknown(before, names, new) => return Err(WhyNot::AskedBefore(new.name.clone())),
                _ => return Err(WhyNot::AnotherPath(page.name.clone())),
            }
        }
    }
    Ok(())
}

fn is_unknown(before: &Walk<'_>, names: &Names<'_>, new: &Page) -> bool {
    let mut pages = before.definition().pages.iter();
    !pages.any(|page| names.now(&page.name) == &new.name)
}

/// The pages on the path, by the task that they belong to.
fn groups<'a>(walk: &Walk<'a>) -> BTreeMap<Option<&'a Name>, Vec<&'a Page>> {
    let definition = walk.definition();
    let mut groups: BTreeMap<Option<&'a Name>, Vec<&'a Page>> = BTreeMap::new();
    for &place in &walk.pages {
        let task = definition.task_of(place).map(|task| &definition.tasks[task].name);
        groups.entry(task).or_default().push(&definition.pages[place]);
    }
    groups
}
