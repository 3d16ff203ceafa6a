//! Public registers as everybody reads them: searched, one entry, and all of them as a file that flows.

use exemplar_core::definition::{Definition, Issue, Shown};
use exemplar_core::id::Language;
use exemplar_core::issuing::{Standing, register_of, standing, words_of};
use exemplar_store::Fault;
pub use exemplar_store::PublicEntry;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::App;
use crate::apply::zone;

/// So many entries stand on one page.
pub const PAGE: usize = 20;
/// So many are read at once for a file.
const FILE_PAGE: usize = 500;
/// Nobody reads beyond so many pages; who wants all takes the file.
pub const PAGES_AT_MOST: usize = 500;

/// A page of a register.
#[derive(Debug)]
pub struct RegisterPage {
    /// The entries.
    pub entries: Vec<PublicEntry>,
    /// How many were found, up to ten thousand.
    pub count: usize,
    /// When the register was written last; none where it is empty.
    pub updated: Option<Timestamp>,
}

/// What a service issues into its public register; none where it has no such register.
#[must_use]
pub fn public_issue(definition: &Definition) -> Option<&Issue> {
    definition.issues.iter().find(|issue| issue.is_public())
}

/// What is shown of a question or fact in a language; what the entry holds in another, where it lacks that.
#[must_use]
pub fn lines(entry: &PublicEntry, name: &str, language: &Language) -> Vec<String> {
    let in_each = &entry.public[name];
    let own = in_each.get(language.as_str()).filter(|lines| !lines.is_null());
    let any = || in_each.as_object().and_then(|in_each| in_each.values().next());
    let lines = own.or_else(any).and_then(serde_json::Value::as_array);
    let lines = lines.into_iter().flatten();
    lines.filter_map(|line| Some(line.as_str()?.to_owned())).collect()
}

impl App {
    /// The day in a service's time zone.
    #[must_use]
    pub fn today_of(&self, definition: &Definition) -> Date {
        self.clock.now().to_zoned(zone(definition)).date()
    }

    /// How an entry stands today.
    #[must_use]
    pub fn standing_of(&self, definition: &Definition, entry: &PublicEntry) -> Standing {
        standing(&entry.state, entry.until, self.today_of(definition))
    }

    /// A page of a register, of the entries that have all of the words; pages count from 1.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn register_page(
        &self,
        definition: &Definition,
        issue: &Issue,
        (words, page): (&str, usize),
    ) -> Result<RegisterPage, Fault> {
        let register = register_of(&definition.id, &issue.name);
        let skip = (page.clamp(1, PAGES_AT_MOST) - 1) * PAGE;
        let typed = words;
        let words = words_of(typed);
        if words.is_empty() && !typed.is_empty() {
            // Signs alone are in no word: they find nothing, not everything.
            let updated = self.store.register_updated(&register).await?;
            return Ok(RegisterPage {
                entries: Vec::new(),
                count: 0,
                updated,
            });
        }
        let (entries, count) = self.store.register_page(&register, &words, (skip, PAGE)).await?;
        let updated = self.store.register_updated(&register).await?;
        Ok(RegisterPage {
            entries,
            count,
            updated,
        })
    }

    /// One entry, by its number as it is written or typed.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn register_entry(
        &self,
        definition: &Definition,
        issue: &Issue,
        number: &str,
    ) -> Result<Option<PublicEntry>, Fault> {
        let register = register_of(&definition.id, &issue.name);
        self.store.public_entry(&register, &number.to_uppercase()).await
    }

    /// The next lines of the file of a whole register, and the number after which those beyond come; none at its end.
    /// The first lines begin with the names of the columns.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn register_lines(
        &self,
        definition: &Definition,
        issue: &Issue,
        (language, after): (&Language, Option<&str>),
    ) -> Result<(String, Option<String>), Fault> {
        let register = register_of(&definition.id, &issue.name);
        let entries = self
            .store
            .register_after(&register, after.unwrap_or_default(), FILE_PAGE)
            .await?;
        let mut rows: Vec<Vec<String>> = Vec::with_capacity(entries.len() + 1);
        if after.is_none() {
            let columns = ["number", "state", "issued", "expires"].map(str::to_owned);
            rows.push(columns.into_iter().chain(named(issue).map(str::to_owned)).collect());
        }
        let last = entries.last().map(|entry| entry.number.clone());
        rows.extend(entries.iter().map(|entry| {
            let own = [
                entry.number.clone(),
                self.standing_of(definition, entry).as_str().to_owned(),
                entry.from.to_string(),
                entry.until.map(|until| until.to_string()).unwrap_or_default(),
            ];
            let shown = named(issue).map(|name| lines(entry, name, language).join(", "));
            own.into_iter().chain(shown).collect()
        }));
        Ok((exemplar_figures::csv::lines(&rows), last))
    }
}

/// The questions and facts that a register shows.
fn named(issue: &Issue) -> impl Iterator<Item = &str> {
    issue.public.iter().filter_map(|shown| match shown {
        Shown::Question(name) | Shown::Fact(name) => Some(name.as_str()),
        _ => None,
    })
}
