//! A form of another system, as every reader gives it and [`crate::write`] takes it. No format is known here.
//!
//! In reading order: this file has the form and its pages; [`field`] what is asked; [`sum`] what is worked out;
//! [`headings`] keeps the headings of pages that ask one thing; [`repeating`] makes rows of pages that repeat; [`test`]
//! conditions; [`words`] texts in several languages.

mod field;
mod headings;
mod repeating;
mod test;
mod total;
mod words;

pub use field::{Choice, Document, Field, Kind, Repeat};
pub use headings::say_headings;
pub use test::{Compared, Test, Value};
pub use total::{Amount, Total};
pub use words::Words;

use indexmap::IndexMap;

/// A form.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// What it is called.
    pub title: Words,
    /// Its languages; the first is the one in which it is written. English where there is none.
    pub languages: Vec<String>,
    /// In which money amounts are, such as GBP; that of the writer's default where nothing is said.
    pub currency: Option<String>,
    /// Its pages, in the order of the source.
    pub pages: Vec<Page>,
    /// The page at which it begins; the first where nothing is said.
    pub start: Option<String>,
    /// How one comes from page to page.
    pub order: Order,
    /// Headings of its pages are words of their own, which stay where the question is another one; else they only say
    /// where one is.
    pub headings_stay: bool,
    /// Conditions that have a name, by it.
    pub conditions: IndexMap<String, Condition>,
    /// What texts say that is worked out from answers, by the key that stands between [`crate::write::ANSWER`] there.
    pub sums: IndexMap<String, Sum>,
    /// What is worked out from answers and shown to the applicant.
    pub totals: Vec<Total>,
    /// What it costs: lines that are added up.
    pub fees: Vec<Fee>,
    /// What happened to the answers: an e-mail, a web hook. Addresses and keys never stand here.
    pub outputs: Vec<Output>,
    /// What the start page says, beside the pages of [`Role::Start`].
    pub intro: Vec<Shown>,
    /// What stood above the button that sends.
    pub before_sending: Vec<Shown>,
    /// What the confirmation page said.
    pub confirmation: Vec<Shown>,
    /// The tasks of its list, in order. A page belongs to the one that [`Page::section`] names; links never lead from one
    /// to another. Without tasks its pages follow each other.
    pub tasks: Vec<Task>,
}

/// A part of a form that people do by itself, in an order of their own.
#[derive(Debug, Clone, Default)]
pub struct Task {
    /// As pages name it, and no other task of the form.
    pub id: String,
    /// What the list calls it.
    pub title: Words,
    /// The page at which it begins; its first where nothing is said.
    pub start: Option<String>,
    /// Where it stands in the source.
    pub place: String,
}

/// How one comes from page to page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// One after the other, as they stand; what has a condition is left out where it does not hold.
    #[default]
    AsWritten,
    /// By [`Page::next`]: the first link that holds, and else the last one without a condition.
    ByLinks,
}

/// A page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// As links name it, and no other page of the form.
    pub id: String,
    /// Where it stands in the source, such as `pages[3]`: the report names places so.
    pub place: String,
    /// Its heading.
    pub title: Words,
    /// The heading is read on this page or on one before it, so nothing is lost where a question stands in its place.
    pub title_is_said: bool,
    /// What it is for.
    pub role: Role,
    /// It is passed over where this does not hold.
    pub when: Option<Test>,
    /// Where one goes from here, where the order is [`Order::ByLinks`].
    pub next: Vec<Link>,
    /// What stands on it, in order.
    pub content: Vec<Content>,
    /// Everything on it is asked several times, for each of something.
    pub repeats: Option<Repeat>,
    /// The part of the form, or the task, that it belongs to.
    pub section: Option<String>,
}

impl Page {
    /// What is asked on it.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.content.iter().filter_map(|content| match content {
            Content::Field(field) => Some(&**field),
            Content::Shown(_) => None,
        })
    }
}

/// What a page is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Role {
    /// It asks something, or says something on the way.
    #[default]
    Asks,
    /// It stands before the first question.
    Start,
    /// It ends the form without sending it.
    Exit,
    /// Check answers: every service has that page, so what it shows is all that is taken over.
    CheckAnswers,
    /// What is shown after sending.
    Confirmation,
}

/// A way from one page to another.
#[derive(Debug, Clone)]
pub struct Link {
    /// The other page.
    pub to: String,
    /// It is taken where this holds.
    pub when: Option<Test>,
    /// Where it stands in the source.
    pub place: String,
}

/// What stands on a page.
#[derive(Debug, Clone)]
pub enum Content {
    /// A question.
    Field(Box<Field>),
    /// A text.
    Shown(Shown),
}

/// A text on a page.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// In Markdown.
    pub words: Words,
    /// The line that opens it, where it opens on request.
    pub opens: Option<Words>,
    /// It is shown where this holds.
    pub when: Option<Test>,
    /// Where it stands in the source.
    pub place: String,
}

/// A condition with a name.
#[derive(Debug, Clone)]
pub struct Condition {
    /// What people called it; a fact is named by that.
    pub called: String,
    /// What it says.
    pub test: Test,
    /// Where it stands in the source.
    pub place: String,
}

/// What is worked out from answers: the first case whose condition holds. Answers and other sums stand in it between
/// [`crate::write::ANSWER`]: the key of a field, `key=value` for an option, `#2` for a number in the unit of the answers,
/// `£` for an amount.
#[derive(Debug, Clone)]
pub struct Sum {
    /// What people called it; a fact is named by that.
    pub called: String,
    /// Each with its condition; the last one without.
    pub cases: Vec<(Option<String>, String)>,
}

/// A line of what a form costs.
#[derive(Debug, Clone)]
pub struct Fee {
    /// What it is for.
    pub called: Words,
    /// How much, as a plain number such as `12.50`.
    pub amount: String,
    /// Other amounts, of which the first whose condition holds counts.
    pub cases: Vec<(Test, String)>,
    /// It is charged where this holds.
    pub when: Option<Test>,
    /// The field whose number the amount is multiplied by.
    pub times: Option<String>,
    /// Where it stands in the source.
    pub place: String,
}

/// Something that was done with the answers.
#[derive(Debug, Clone)]
pub struct Output {
    /// What it was, such as `webhook`.
    pub what: String,
    /// Where it stands in the source.
    pub place: String,
}
