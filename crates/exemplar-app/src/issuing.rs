//! What decisions issue, put into the same commit: entries of registers with their numbers, what is public of them in
//! every language of the service, and the words that find them. What staff make of an entry later is here too.

use exemplar_core::definition::{DurationUnit, Issue, Shown};
use exemplar_core::id::{CaseId, Name};
use exemplar_core::issuing::{
    Changing, EntryState, Issued, NUMBER_BYTES, PublicPart, change, holder_of, issue, issued_by, register_of, terms_of,
};
use exemplar_core::journey::Walk;
use exemplar_core::record::{Case, Change, ClaimChange, ClaimKind, NewEvent, Outcome, RegisterEntry};
use exemplar_store::Fault;
use jiff::civil::Date;

use crate::casework::NotActed;
use crate::renewing::renewed_entry;
use crate::says::Says;
use crate::staff::SignedIn;
use crate::words::Value as Word;
use crate::{App, chance};

/// How often another number is drawn when one is taken: a register that is half full needs two on average.
pub(crate) const NUMBER_TRIES: usize = 40;

impl App {
    /// Adds to a decision what it issues. Gives what was issued, for the texts of its messages.
    /// Where a number is taken the commit says so: decide again, and others are drawn.
    ///
    /// # Errors
    /// Where the machine gives no random bytes.
    pub fn add_issues(
        &self,
        outcome: &mut Outcome,
        (case, decided): (&Case, &Name),
        walk: &Walk<'_>,
        today: Date,
    ) -> Result<Vec<Issued>, Fault> {
        let mut all = Vec::new();
        for rule in issued_by(&walk.definition().issues, decided.as_str()) {
            let lines = |name: &Name| self.shown_in_each(walk, name);
            let public = public_part(rule, &lines);
            let renewed = renewed_entry(outcome, (case, rule), walk, today, public.clone())?;
            let is_new = renewed.is_none();
            let (issued, entry) = match renewed {
                Some(renewed) => renewed,
                None => {
                    let issued = issue(rule, walk, today, &chance::bytes::<NUMBER_BYTES>()?);
                    let entry = issued.entry(&case.service, case.id, public, outcome.at);
                    (issued, entry)
                }
            };
            if let Some(number) = &issued.number {
                if is_new {
                    outcome.claims.push(ClaimChange::Take {
                        kind: ClaimKind::RegisterNumber,
                        value: format!("{} {number}", entry.register),
                        owner: case.id,
                        until: None,
                    });
                }
                if rule.is_public() {
                    let every = |name: &Name| lines(name).into_iter().flat_map(|(_, lines)| lines).collect();
                    let terms = terms_of(rule, number, &every);
                    let register = entry.register.clone();
                    let change = Change::RegisterTerms(case.id, register, number.clone(), terms);
                    outcome.changes.push(change);
                }
            }
            let event = outcome.events.last().filter(|_| is_new).map(|decided| NewEvent {
                kind: "entry_issued",
                details: serde_json::json!({ "issue": rule.name, "number": issued.number, "until": issued.until }),
                ..decided.clone()
            });
            outcome.events.extend(event);
            outcome.changes.push(Change::RegisterEntry(Box::new(entry)));
            all.push(issued);
        }
        Ok(all)
    }

    /// What is shown of a question or fact, in each language of the service.
    fn shown_in_each(&self, walk: &Walk<'_>, name: &Name) -> Vec<(String, Vec<String>)> {
        let definition = walk.definition();
        let languages = definition.languages.iter().enumerate();
        languages
            .map(|(place, language)| {
                let says = Says {
                    words: self.words.of(language),
                    definition,
                    language: place,
                };
                let lines = match definition.question(name) {
                    Some(question) if walk.value_of(name.as_str()).is_some() => says.answer(walk, question),
                    Some(_) => Vec::new(),
                    None => says
                        .named(walk, name.as_str())
                        .map(|said| said.words)
                        .into_iter()
                        .collect(),
                };
                (language.to_string(), lines)
            })
            .collect()
    }

    /// Suspends, revokes, ends or restores what a case was issued, with a reason.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn change_entry(
        &self,
        who: &SignedIn,
        case: CaseId,
        (what, to): (&str, EntryState),
        reason: &str,
    ) -> Result<(), NotActed> {
        let entries = self.store.entries_of_case(case).await?;
        self.act_on(who, case, 0, |loaded, definition, act| {
            let rule = definition.issues.iter().find(|issue| issue.name.as_str() == what);
            let rule = rule.ok_or(NotActed::NotFound)?;
            let register = register_of(&loaded.case.service, &rule.name);
            let entry = entries.iter().find(|entry| entry.register == register);
            let entry = entry.ok_or(NotActed::NotFound)?;
            let changing = Changing {
                to,
                reason,
                by: act.staff,
                today: act.today,
                now: act.now,
            };
            let next = change(entry, rule, &changing).map_err(NotActed::NotChanged)?;
            let mut outcome = Outcome::new(act.commit, act.now);
            outcome.events.push(NewEvent {
                case,
                kind: to.event(),
                at: act.now,
                actor: exemplar_core::record::Actor::Staff(act.staff),
                on_behalf_of: None,
                definition: loaded.case.definition,
                details: serde_json::json!({ "issue": rule.name, "number": Issued::of_entry(entry).number, "reason": reason.trim() }),
            });
            outcome.changes.push(Change::RegisterEntry(Box::new(next)));
            outcome.read.push(loaded);
            Ok(outcome)
        })
        .await
    }
}

/// The lines of what a name stands for, by language.
type Lines<'a> = dyn Fn(&Name) -> Vec<(String, Vec<String>)> + 'a;

fn public_part(rule: &Issue, lines: &Lines<'_>) -> PublicPart {
    if !rule.is_public() {
        return PublicPart::default();
    }
    let shown = rule.public.iter().filter_map(|shown| match shown {
        Shown::Question(name) | Shown::Fact(name) => Some(name),
        Shown::Number | Shown::Issued | Shown::Expires => None,
    });
    let in_each = |name: &Name| -> serde_json::Value {
        let lines = lines(name).into_iter();
        lines
            .map(|(language, lines)| (language, serde_json::json!(lines)))
            .collect()
    };
    let called = holder_of(rule).and_then(|name| lines(name).into_iter().next());
    PublicPart {
        called: called
            .map(|(_, lines)| lines.join(", ").to_lowercase())
            .unwrap_or_default(),
        shown: shown.map(|name| (name.to_string(), in_each(name))).collect(),
    }
}

/// What is called by a name of what was issued, such as `registration.number`.
#[must_use]
pub fn named(says: Says<'_>, walk: &Walk<'_>, name: &str) -> Option<String> {
    let (issue, what) = name.split_once('.')?;
    let issued = walk.issued(issue)?;
    match what {
        "number" => issued.number.clone(),
        "issued" => Some(says.words.date(issued.from)),
        "expires" => Some(says.words.date(issued.until?)),
        "pays" => pays(says, issued),
        _ => None,
    }
}

/// What is paid, and how often: "£83.30 a week".
#[must_use]
pub fn pays(says: Says<'_>, issued: &Issued) -> Option<String> {
    let pays = issued.pays.as_ref()?;
    let key = match pays.every.unit {
        DurationUnit::Days | DurationUnit::WorkingDays => "issues-pays-days",
        DurationUnit::Weeks => "issues-pays-weeks",
        DurationUnit::Months => "issues-pays-months",
        DurationUnit::Years => "issues-pays-years",
    };
    let amount = says.words.money(pays.amount, &says.definition.currency);
    let n = Word::Count(i64::from(pays.every.count));
    Some(says.words.with(key, &[("amount", Word::Text(&amount)), ("n", n)]))
}

impl App {
    /// What a case was issued; nothing is read for a service that issues nothing.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn entries_of(&self, issues: &[Issue], case: CaseId) -> Result<Vec<RegisterEntry>, Fault> {
        if issues.is_empty() {
            return Ok(Vec::new());
        }
        self.store.entries_of_case(case).await
    }
}
