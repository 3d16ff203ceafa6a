//! What a definition holds, in short and as plain values: pages, questions, facts, fees, ends and tasks by name, so that
//! a program can hold it against something else, such as the form that it came from. It is no second way to write a
//! definition: texts are in the first language alone, and rules of answers, casework and messages are not here.

use std::iter;

use serde::Serialize;

use super::model::{Cases, Definition, Page, PageContent, Question};
use super::rows::RowsRules;
use crate::expression::Expression;
use crate::text::Text;

/// What a definition holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outline {
    /// All pages of the journey, in order.
    pub pages: Vec<PageOutline>,
    /// All questions, in order; those of rows follow the question that repeats them.
    pub questions: Vec<QuestionOutline>,
    /// What is worked out from answers.
    pub facts: Vec<FactOutline>,
    /// The lines of the fee, in order.
    pub fees: Vec<FeeOutline>,
    /// How many pages end the journey without sending anything.
    pub ends: usize,
    /// The task list; empty where the service has none.
    pub tasks: Vec<TaskOutline>,
}

/// A page of the journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageOutline {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub role: PageRole,
    /// The questions that it asks.
    pub questions: Vec<String>,
    /// The condition under which it is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

/// What a page of the journey is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PageRole {
    /// It asks one question.
    Question,
    /// It asks several that belong together.
    Together,
    /// It says something on the way.
    Information,
    /// It ends the journey.
    Exit,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionOutline {
    /// Its name.
    pub name: String,
    /// The page of the journey on which it stands, also where it is asked in rows.
    pub page: String,
    /// The key of its kind of answer: `text`, `one_of`, `rows`.
    pub kind: &'static str,
    /// Whether it may be left empty.
    pub optional: bool,
    /// The condition of the question itself, beside that of its page; in rows, all that it is asked under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// The names of what can be chosen, or of the documents that are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<Vec<String>>,
    /// Of a choice: whether several can be chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub multiple: Option<bool>,
    /// The question in whose rows it is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_rows: Option<String>,
    /// What is asked.
    pub label: String,
    /// What its answer is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactOutline {
    /// Its name.
    pub name: String,
    /// How it is worked out; cases stand with `; ` between them.
    pub is: String,
}

/// A line of the fee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FeeOutline {
    /// How much; cases stand with `; ` between them.
    pub amount: String,
    /// The condition under which it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// The name by which the amount is multiplied, where that is all there is to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<String>,
}

/// An entry of the task list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaskOutline {
    /// What it is called.
    pub title: String,
    /// The condition under which it is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// The questions of its pages.
    pub questions: Vec<String>,
}

impl Outline {
    /// What a definition holds.
    #[must_use]
    pub fn of(definition: &Definition) -> Self {
        let is_end = |page: &&Page| matches!(page.content, PageContent::Exit { .. });
        Self {
            pages: definition.pages.iter().map(page).collect(),
            questions: definition.pages.iter().flat_map(questions).collect(),
            facts: facts(definition),
            fees: fees(definition),
            ends: definition.pages.iter().filter(is_end).count(),
            tasks: tasks(definition),
        }
    }
}

fn page(page: &Page) -> PageOutline {
    PageOutline {
        name: page.name.to_string(),
        role: match page.content {
            PageContent::Question(_) => PageRole::Question,
            PageContent::Together { .. } => PageRole::Together,
            PageContent::Exit { .. } => PageRole::Exit,
            PageContent::Information { .. } => PageRole::Information,
        },
        questions: names(page),
        when: page.when.as_ref().map(typed),
    }
}

fn names(page: &Page) -> Vec<String> {
    page.questions().iter().map(|one| one.name.to_string()).collect()
}

/// The questions of a page, each with those of its rows after it.
fn questions(page: &Page) -> Vec<QuestionOutline> {
    let at = page.name.as_str();
    let each = page
        .questions()
        .iter()
        .flat_map(|one| iter::once(question(one, at, None, None)).chain(of_rows(one, at)));
    each.collect()
}

fn of_rows(outer: &Question, at: &str) -> Vec<QuestionOutline> {
    let mut out = Vec::new();
    for page in outer.kind.rows().map_or(&[][..], pages_of_rows) {
        for one in page.questions() {
            out.push(question(one, at, Some(outer), page.when.as_ref()));
            out.extend(of_rows(one, at));
        }
    }
    out
}

fn pages_of_rows(rules: &RowsRules) -> &[Page] {
    // The one question of a grid has the grid's own name, and is the grid.
    let is_grid = rules.fixed.as_ref().is_some_and(|fixed| fixed.is_grid());
    if is_grid { &[] } else { &rules.pages }
}

fn question(one: &Question, at: &str, rows: Option<&Question>, page_when: Option<&Expression>) -> QuestionOutline {
    let key = one.kind.key();
    let documents = one.kind.documents();
    let options: Vec<String> = match one.kind.choices() {
        Some(choices) => choices.0.iter().map(|option| option.name.to_string()).collect(),
        None => documents
            .iter()
            .map(|document| document.option.name.to_string())
            .collect(),
    };
    QuestionOutline {
        name: one.name.to_string(),
        page: at.to_owned(),
        kind: key,
        optional: one.optional,
        when: both(page_when, one.when.as_ref()),
        multiple: (!options.is_empty() && documents.is_empty()).then_some(key == "any_of"),
        options: (!options.is_empty()).then_some(options),
        in_rows: rows.map(|rows| rows.name.to_string()),
        label: one.ask.get(0).to_owned(),
        called: said(&one.called),
    }
}

fn both(page: Option<&Expression>, own: Option<&Expression>) -> Option<String> {
    match (page, own) {
        (Some(page), Some(own)) => Some(format!("({}) and ({})", page.typed, own.typed)),
        (page, own) => page.or(own).map(typed),
    }
}

fn facts(definition: &Definition) -> Vec<FactOutline> {
    let of_the_service = definition.facts.iter();
    let of_rows = definition.rows().flat_map(|rows| rows.facts.iter());
    let all = of_the_service.chain(of_rows).map(|(name, fact)| FactOutline {
        name: name.to_string(),
        is: cases(&fact.is),
    });
    all.collect()
}

fn fees(definition: &Definition) -> Vec<FeeOutline> {
    let lines = definition.fee.as_ref().map_or(&[][..], |fee| &fee.lines);
    let each = lines.iter().map(|line| {
        let amount = cases(&line.amount);
        let (amount, times) = match split_times(&amount) {
            Some((each, times)) => (each.to_owned(), Some(times.to_owned())),
            None => (amount, None),
        };
        FeeOutline {
            amount: if line.is_less { format!("-({amount})") } else { amount },
            when: line.when.as_ref().map(typed),
            times,
        }
    });
    each.collect()
}

/// `5 GBP * cards` as an amount and what it is multiplied by. None for anything else.
fn split_times(amount: &str) -> Option<(&str, &str)> {
    let (each, times) = amount.split_once(" * ")?;
    let is_name = times.starts_with(|c: char| c.is_ascii_lowercase())
        && times.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let is_amount = each.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ' || c == '.');
    (is_name && is_amount).then_some((each.trim(), times))
}

fn tasks(definition: &Definition) -> Vec<TaskOutline> {
    let each = definition.tasks.iter().map(|task| TaskOutline {
        title: task.title.get(0).to_owned(),
        when: task.when.as_ref().map(typed),
        questions: definition
            .pages
            .get(task.pages.clone())
            .unwrap_or_default()
            .iter()
            .flat_map(names)
            .collect(),
    });
    each.collect()
}

fn cases(cases: &Cases) -> String {
    let each = cases.0.iter().map(|(value, when)| match when {
        Some(when) => format!("{} when {}", value.typed, when.typed),
        None => value.typed.clone(),
    });
    each.collect::<Vec<_>>().join("; ")
}

fn typed(expression: &Expression) -> String {
    expression.typed.clone()
}

fn said(text: &Text) -> Option<String> {
    Some(text.get(0).to_owned()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::{Folder, read};
    use super::*;

    const SERVICE: &str = r#"
name: Apply for a stall
organisation: example-council
languages: [en]
why: To decide whether you can have a stall.
questions:
  wares:
    ask: What do you sell?
    called: what you sell
    any_of: { food: Food, tools: Tools }
  sells_food:
    when: food in wares
    exit: Food has a market of its own
  read_this:
    title: Before you go on
    say: Have your papers ready.
  ways_to_reach:
    title: How can we reach you?
    together: They are one thing
    questions:
      by_phone: { ask: By telephone?, called: by telephone, yes_no: }
      phone: { when: by_phone, ask: Telephone number, called: your telephone number, optional: yes, phone: }
  stalls:
    ask: How many stalls do you want?
    called: the number of stalls
    number: { from: 1, to: 9 }
  helpers:
    ask: Who helps you?
    called: your helpers
    rows:
      each: helper
      questions:
        helper_name: { ask: What is their name?, called: their name, name: }
        is_paid: { ask: Are they paid?, called: they are paid, yes_no: }
        pay: { when: is_paid, ask: How much a week?, called: their pay, money: }
facts:
  wants_many: stalls > 4
fee:
  stalls: { for: Stalls, amount: 5 GBP * stalls, when: wants_many }
  paper: { for: Paper, amount: [2 GBP when wants_many, 1 GBP] }
keep: { draft: 28 days, approved: 2 years, refused: 1 year, withdrawn: 1 month }
"#;

    fn outline(service: &str) -> Outline {
        let mut folder = Folder {
            name: "stall".to_owned(),
            ..Folder::default()
        };
        folder
            .files
            .insert("service.yaml".to_owned(), service.as_bytes().to_vec());
        let checked = read(&folder);
        assert!(!checked.has_errors(), "{:?}", checked.findings);
        Outline::of(&checked.definition.unwrap())
    }

    #[test]
    fn pages_stand_in_the_order_of_the_journey_with_ends_and_texts() {
        let outline = outline(SERVICE);
        let pages: Vec<(&str, PageRole, usize)> = outline
            .pages
            .iter()
            .map(|page| (page.name.as_str(), page.role, page.questions.len()))
            .collect();
        assert_eq!(
            pages,
            [
                ("wares", PageRole::Question, 1),
                ("sells_food", PageRole::Exit, 0),
                ("read_this", PageRole::Information, 0),
                ("ways_to_reach", PageRole::Together, 2),
                ("stalls", PageRole::Question, 1),
                ("helpers", PageRole::Question, 1),
            ]
        );
        assert_eq!(outline.pages[1].when.as_deref(), Some("food in wares"));
        assert_eq!(outline.ends, 1);
        assert!(outline.tasks.is_empty());
    }

    #[test]
    fn questions_say_where_they_stand_and_what_can_be_chosen() {
        let outline = outline(SERVICE);
        let find = |name: &str| outline.questions.iter().find(|one| one.name == name).unwrap();
        let wares = find("wares");
        assert_eq!((wares.kind, wares.multiple), ("any_of", Some(true)));
        assert_eq!(wares.options.as_deref().unwrap(), ["food", "tools"]);
        let phone = find("phone");
        assert_eq!((phone.page.as_str(), phone.optional), ("ways_to_reach", true));
        assert_eq!(phone.when.as_deref(), Some("by_phone"));
        let pay = find("pay");
        assert_eq!(
            (pay.page.as_str(), pay.in_rows.as_deref()),
            ("helpers", Some("helpers"))
        );
        assert_eq!(pay.when.as_deref(), Some("is_paid"));
        assert_eq!(pay.label, "How much a week?");
        assert_eq!(pay.called.as_deref(), Some("their pay"));
    }

    #[test]
    fn facts_and_fees_stand_as_they_were_typed() {
        let outline = outline(SERVICE);
        let json = serde_json::to_value(&outline).unwrap();
        assert_eq!(
            json["facts"],
            serde_json::json!([{ "name": "wants_many", "is": "stalls > 4" }])
        );
        assert_eq!(
            json["fees"],
            serde_json::json!([
                { "amount": "5 GBP", "when": "wants_many", "times": "stalls" },
                { "amount": "2 GBP when wants_many; 1 GBP" },
            ])
        );
    }

    #[test]
    fn a_task_lists_the_questions_of_its_pages() {
        let service = SERVICE.split("questions:").next().unwrap().to_owned();
        let tasks = "tasks:\n  you:\n    title: About you\n    questions:\n      cards: { ask: How many cards?, called: the number of cards, number: }\n";
        let keep = "keep: { draft: 28 days, approved: 2 years, refused: 1 year, withdrawn: 1 month }\n";
        let outline = outline(&format!("{service}{tasks}{keep}"));
        assert_eq!(outline.tasks.len(), 1);
        assert_eq!(outline.tasks[0].title, "About you");
        assert_eq!(outline.tasks[0].questions, outline.pages[0].questions);
    }
}
