//! The migrations of both engines, and how a database stands to them.

/// Numbered files for SQLite.
mod sqlite {
    refinery::embed_migrations!("migrations/sqlite");
}

/// Numbered files for PostgreSQL.
mod postgres {
    refinery::embed_migrations!("migrations/postgres");
}

/// The schema that this release writes.
pub(crate) const SCHEMA: i64 = 13;
/// The oldest schema that this release still works on.
const OLDEST: i64 = 1;

/// How a database stands to this release.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nothing is in it.
    Empty,
    /// It can be brought to the present.
    Older(i64),
    /// It is as this release writes it.
    Present,
    /// It is of a later release; the sentence says so.
    Newer(String),
}

/// Compares the highest version that a database knows.
pub(crate) fn standing(version: Option<i64>) -> Standing {
    match version {
        None => Standing::Empty,
        Some(SCHEMA) => Standing::Present,
        Some(version) if version < SCHEMA => Standing::Older(version),
        Some(version) => Standing::Newer(format!(
            "The database has schema {version}. This release works on schemas {OLDEST} to {SCHEMA}. \
             Run a later release, or restore a backup that this release wrote."
        )),
    }
}

pub(crate) fn sqlite_runner() -> refinery::Runner {
    sqlite::migrations::runner()
}

pub(crate) fn postgres_runner() -> refinery::Runner {
    postgres::migrations::runner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_migration_of_each_engine_is_the_present_schema() {
        for runner in [sqlite_runner(), postgres_runner()] {
            let last = runner.get_migrations().iter().map(|m| i64::from(m.version()));
            assert_eq!(last.max(), Some(SCHEMA));
        }
    }

    #[test]
    fn a_later_schema_is_told_apart() {
        assert_eq!(standing(None), Standing::Empty);
        assert_eq!(standing(Some(SCHEMA)), Standing::Present);
        assert!(matches!(standing(Some(SCHEMA + 1)), Standing::Newer(_)));
    }
}
