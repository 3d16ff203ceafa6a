//! Registers of what was issued: the entries of a case with what is sealed of them, and what everybody can read of a
//! register. Entries are written in [`crate::plan`].

use exemplar_core::id::{CaseId, Name, ServiceId};
use exemplar_core::record::RegisterEntry;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::Fault;
use crate::seal::BoundTo;
use crate::store::Store;
use crate::value::{Expect, Row, Step, text, values};

/// Purpose of the key that seals entries, one for each register.
pub(crate) const REGISTERS: &str = "registers";
/// More results of one search are not counted: nobody reads so far.
const COUNTED_AT_MOST: i64 = 10_000;
/// A search looks for so many words; the others are left out.
const WORDS_AT_MOST: usize = 5;

/// What everybody can read of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicEntry {
    /// Its number.
    pub number: String,
    /// What staff made of it.
    pub state: String,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Option<Date>,
    /// What the definition calls public.
    pub public: serde_json::Value,
}

const PUBLIC: &str = "SELECT number, state, valid_from, valid_until, public FROM register_entry WHERE register = ?1";

impl Store {
    /// What a case was issued, by register and number, opened.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn entries_of_case(&self, case: CaseId) -> Result<Vec<RegisterEntry>, Fault> {
        let sql = "SELECT register, number, state, valid_from, valid_until, public, revision, key_id, sealed, called, \
            updated FROM register_entry WHERE case_id = ?1 ORDER BY register, number";
        let doing = "read what a case was issued";
        let rows = self.inner.engine.look_up(doing, sql, values![case.0]).await?;
        rows.into_iter().map(|row| self.opened_entry(case, row)).collect()
    }

    fn opened_entry(&self, case: CaseId, mut row: Row) -> Result<RegisterEntry, Fault> {
        let (register, number) = (row.text(0)?, row.text(1)?);
        let revision = row.int(6)?;
        let key = self.keys().by_id(&row.text(7)?, REGISTERS, &register)?;
        let bound_to = BoundTo::named("register_entry", case.0, 0, &number, revision);
        Ok(RegisterEntry {
            private: key.open_record(&bound_to, &row.bytes(8)?)?,
            register: Name::from(register.as_str()),
            case,
            state: row.text(2)?,
            from: row.date(3)?,
            until: row.maybe(4, Row::date)?,
            public: public(&row.text(5)?)?,
            called: row.text(9)?,
            updated: row.time(10)?,
            revision,
            number,
        })
    }

    /// One entry of a register with what is sealed of it, by its number.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn entry(&self, register: &Name, number: &str) -> Result<Option<RegisterEntry>, Fault> {
        let sql = "SELECT register, number, state, valid_from, valid_until, public, revision, key_id, sealed, called, \
            updated, case_id FROM register_entry WHERE register = ?1 AND number = ?2";
        let values = values![text(register.as_str()), text(number)];
        let doing = "read what a register has under a number";
        let rows = self.inner.engine.look_up(doing, sql, values).await?;
        let row = rows.into_iter().next().map(|mut row| {
            let case = CaseId(row.uuid(11)?);
            self.opened_entry(case, row)
        });
        row.transpose()
    }

    /// A page of a register by name and number, of the entries that have each of these words or one that begins with
    /// it; and how many there are, up to ten thousand.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn register_page(
        &self,
        register: &Name,
        words: &[String],
        (skip, n): (usize, usize),
    ) -> Result<(Vec<PublicEntry>, usize), Fault> {
        let mut values = values![text(register.as_str())];
        let mut found = String::new();
        for word in words.iter().take(WORDS_AT_MOST) {
            values.extend(values![text(word), format!("{word}\u{10FFFF}")]);
            let n = values.len();
            found.push_str(&format!(
                " AND number IN (SELECT number FROM register_term WHERE register = ?1 AND term >= ?{} AND term < ?{n})",
                n - 1
            ));
        }
        let count = format!(
            "SELECT count(*) FROM (SELECT 1 FROM register_entry WHERE register = ?1{found} LIMIT {COUNTED_AT_MOST}) AS found"
        );
        let doing = "search a register";
        let mut rows = self.query(doing, &count, values.clone()).await?;
        let count = rows.first_mut().map_or(Ok(0), |row| row.int(0))?;
        let sql = format!("{PUBLIC}{found} ORDER BY called, number LIMIT {n} OFFSET {skip}");
        let rows = self.query(doing, &sql, values).await?;
        let entries = rows.into_iter().map(public_entry).collect::<Result<_, _>>()?;
        Ok((entries, usize::try_from(count).unwrap_or_default()))
    }

    /// One entry of a register, by its number.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn public_entry(&self, register: &Name, number: &str) -> Result<Option<PublicEntry>, Fault> {
        let sql = format!("{PUBLIC} AND number = ?2");
        let values = values![text(register.as_str()), text(number)];
        let rows = self
            .inner
            .engine
            .look_up("read an entry of a register", &sql, values)
            .await?;
        rows.into_iter().next().map(public_entry).transpose()
    }

    /// Entries of a register by number, for a file of all of them: give the last of a page to get the next.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn register_after(&self, register: &Name, after: &str, n: usize) -> Result<Vec<PublicEntry>, Fault> {
        let sql = format!("{PUBLIC} AND number > ?2 ORDER BY number LIMIT {n}");
        let values = values![text(register.as_str()), text(after)];
        let rows = self.query("read a whole register", &sql, values).await?;
        rows.into_iter().map(public_entry).collect()
    }

    /// When an entry of a register was written last; none where it is empty.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn register_updated(&self, register: &Name) -> Result<Option<Timestamp>, Fault> {
        let sql = "SELECT max(updated) FROM register_entry WHERE register = ?1";
        let values = values![text(register.as_str())];
        let rows = self.query("read when a register changed", sql, values).await?;
        let last = rows.into_iter().next().map(|mut row| row.maybe(0, Row::time));
        Ok(last.transpose()?.flatten())
    }

    /// Forgets the registers of a preview, with the numbers that were taken in them.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn forget_registers(&self, preview: &ServiceId) -> Result<(), Fault> {
        let begins = format!("{preview}/");
        // By its first signs and not by order: how text is ordered differs between databases.
        let n = begins.chars().count();
        let gone = |what: &str, column: &str| Step {
            sql: format!("DELETE FROM {what} substr({column}, 1, {n}) = ?1").into(),
            values: values![begins.clone()],
            expect: Expect::Any,
        };
        let steps = vec![
            gone("register_entry WHERE", "register"),
            gone("register_term WHERE", "register"),
            gone("claim WHERE kind = 'register_number' AND", "value"),
        ];
        self.inner.engine.write(steps, None).await.map(|_| ())
    }
}

fn public(stored: &str) -> Result<serde_json::Value, Fault> {
    serde_json::from_str(stored).map_err(|_| Fault::broken("what is public of an entry cannot be read".to_owned()))
}

fn public_entry(mut row: Row) -> Result<PublicEntry, Fault> {
    Ok(PublicEntry {
        number: row.text(0)?,
        state: row.text(1)?,
        from: row.date(2)?,
        until: row.maybe(3, Row::date)?,
        public: public(&row.text(4)?)?,
    })
}
