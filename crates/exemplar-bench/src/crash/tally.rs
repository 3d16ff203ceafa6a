//! What everybody saw during the crash test, and its table. It decides which of it is a broken promise.
use std::time::Duration;

use crate::failure::Failure;
use crate::journey::Acknowledged;
use crate::page::Form;
use crate::report;

/// What everybody saw.
#[derive(Default)]
pub struct Tally {
    /// Acknowledged submissions, each with the form that made it.
    pub finished: Vec<(Acknowledged, Form)>,
    /// Of these, how many were sent more than once.
    pub repeated: u32,
    /// Requests without a reply.
    pub no_reply: u32,
    /// Replies 429 and 5xx.
    pub unavailable: u32,
    /// Acknowledged submissions that are gone.
    pub lost: Vec<String>,
    /// Applications with two references, and references with two applications.
    pub doubled: Vec<String>,
    /// References that became others.
    pub changed: Vec<String>,
    /// Acknowledged answers that check-answers, or the confirmation at the end, did not show.
    pub lost_answers: Vec<String>,
    /// Other replies that nobody should get.
    pub wrong: Vec<String>,
    /// The longest time from a kill until something was acknowledged again.
    pub longest_back: Duration,
    /// Kills of the server and of the database.
    pub killed: [u32; 2],
}

impl Tally {
    /// Counts a failure that may pass.
    pub fn count(&mut self, failure: &Failure) {
        match failure {
            Failure::Unavailable { .. } => self.unavailable += 1,
            _ => self.no_reply += 1,
        }
    }

    /// True when nothing was lost, doubled or changed, and no reply was wrong.
    pub fn is_clean(&self) -> bool {
        self.broken().iter().all(|(_, list)| list.is_empty())
    }

    /// Prints the table, with the first few of each kind of broken promise.
    pub fn print(&self, title: &str) {
        let counts = [
            ("kills of the server", self.killed[0].to_string()),
            ("kills of PostgreSQL", self.killed[1].to_string()),
            (
                "requests without a reply, refused connections too",
                self.no_reply.to_string(),
            ),
            ("replies 429 or 5xx", self.unavailable.to_string()),
            (
                "longest time until it acknowledged again",
                format!("{} ms", self.longest_back.as_millis()),
            ),
            ("acknowledged submissions", self.finished.len().to_string()),
            ("of these sent more than once", self.repeated.to_string()),
        ];
        let broken = self.broken();
        let rows = counts
            .into_iter()
            .chain(broken.map(|(name, list)| (name, list.len().to_string())));
        let rows: Vec<_> = rows.map(|(name, value)| vec![name.to_owned(), value]).collect();
        report::table(&[title, ""], &rows);
        for (name, list) in broken {
            for one in list.iter().take(10) {
                report::line(&format!("  {name}: {one}"));
            }
        }
    }

    fn broken(&self) -> [(&'static str, &Vec<String>); 5] {
        [
            ("lost submissions", &self.lost),
            ("doubled references", &self.doubled),
            ("changed references", &self.changed),
            ("lost answers", &self.lost_answers),
            ("other unexpected replies", &self.wrong),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_broken_promise_of_any_kind_fails() {
        assert!(Tally::default().is_clean());
        for place in 0..5 {
            let mut tally = Tally::default();
            let lists = [
                &mut tally.lost,
                &mut tally.doubled,
                &mut tally.changed,
                &mut tally.lost_answers,
                &mut tally.wrong,
            ];
            for (_, list) in lists.into_iter().enumerate().filter(|(at, _)| *at == place) {
                list.push("REF".to_owned());
            }
            assert!(!tally.is_clean());
        }
    }
}
