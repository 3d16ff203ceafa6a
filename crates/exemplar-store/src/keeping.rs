//! How long each table keeps its rows: one rule for every table, in the order in which tables can be filled. A test
//! holds the list against the schema, so a new table comes with its rule.

/// A table and how long its rows are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// The table.
    pub table: &'static str,
    /// What ends the life of its rows.
    pub until: Until,
}

/// What ends the life of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// The case is erased.
    CaseErased,
    /// Its own time is over: a daily duty forgets it.
    TimeIsOver,
    /// It was done; what was given up goes after [`DEAD_JOB_DAYS`] or with its case.
    Done,
    /// Never: it holds nothing of an applicant, and the record, the accounts or the figures need it.
    Never,
    /// Somebody takes it away by hand: there are few.
    TakenAway,
}

impl Until {
    /// The rule in words, as docs/operating/keeping.md states it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::CaseErased => "until the case is erased",
            Self::TimeIsOver => "until its own time is over",
            Self::Done => "until it is done",
            Self::Never => "for good",
            Self::TakenAway => "until it is taken away",
        }
    }
}

/// What somebody wrote of a service is kept so many days.
pub const FEEDBACK_DAYS: i64 = 365;

/// A job that was given up is kept so many days, for somebody to look at.
pub const DEAD_JOB_DAYS: i64 = 90;

const fn kept(table: &'static str, until: Until) -> Kept {
    Kept { table, until }
}

/// All tables but that of migrations, which each engine writes itself. What another table refers to stands before it.
pub const TABLES: [Kept; 41] = [
    kept("organisation", Until::TakenAway),
    kept("office", Until::TakenAway),
    kept("team", Until::TakenAway),
    // An account that was ended stays: the record names who acted.
    kept("staff", Until::Never),
    kept("membership", Until::Never),
    kept("staff_session", Until::TimeIsOver),
    kept("administrators", Until::Never),
    // Searches, and forms that came after a session had ended: minutes.
    kept("kept_for_staff", Until::TimeIsOver),
    // Every version that was ever published loads: old cases follow it.
    kept("definition_version", Until::Never),
    kept("live_definition", Until::Never),
    kept("live_history", Until::Never),
    // Who asked for a version and who agreed stays with its history.
    kept("proposal", Until::Never),
    kept("shut_service", Until::TakenAway),
    kept("cases", Until::CaseErased),
    kept("case_key", Until::CaseErased),
    kept("case_access", Until::CaseErased),
    kept("participant", Until::CaseErased),
    kept("part", Until::CaseErased),
    // The skeleton of an event stays; what was sealed in it goes with the case.
    kept("event", Until::Never),
    kept("look", Until::Never),
    kept("look_head", Until::Never),
    kept("checkpoint", Until::Never),
    // Figures can be counted anew from all of them.
    kept("observation", Until::Never),
    kept("rollup", Until::Never),
    // Each entry stays, so that it can be seen who corrected what.
    kept("volume_entry", Until::Never),
    // It may name people, whatever the page says: a year, see [`FEEDBACK_DAYS`].
    kept("feedback", Until::TimeIsOver),
    // Nothing in it leads to anybody; the figures of past years are counted from it.
    kept("equality_answer", Until::Never),
    kept("decision", Until::CaseErased),
    kept("money_line", Until::Never),
    kept("message", Until::CaseErased),
    kept("file", Until::CaseErased),
    kept("link", Until::CaseErased),
    // References and places of times go with their case, links and holds when their time is over.
    kept("claim", Until::TimeIsOver),
    kept("search_term", Until::CaseErased),
    // What was issued outlives its case.
    kept("register_entry", Until::TakenAway),
    kept("register_term", Until::TakenAway),
    kept("job", Until::Done),
    kept("schedule", Until::Never),
    kept("guess", Until::TimeIsOver),
    kept("tombstone", Until::Never),
    kept("probe", Until::Never),
];
