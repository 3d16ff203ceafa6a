//! Many users on one server: journeys as fast as replies come, or requests by a timetable. It starts no process.
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::journey::{Acknowledged, Visitor};
use crate::meter::Meter;
use crate::permit::{Person, REQUESTS};

/// After so many failures a phase ends: more would say no more.
const FAILURE_LIMIT: usize = 20;

/// The users, at their browsers.
pub struct Users {
    visitors: Vec<Visitor>,
    next_person: Arc<AtomicU64>,
}

/// What the users did in one phase.
#[derive(Default)]
pub struct Phase {
    /// Whole journeys.
    pub acknowledged: Vec<Acknowledged>,
    /// What went wrong.
    pub failures: Vec<String>,
    /// The time of each request, in microseconds, sorted.
    pub micros: Vec<u32>,
    /// From the first request to the last reply.
    pub seconds: f64,
    /// Pages and their bytes.
    pub pages: u64,
    /// Bytes of these pages.
    pub page_bytes: u64,
}

impl Phase {
    /// Journeys in a second.
    pub fn rate(&self) -> f64 {
        self.acknowledged.len() as f64 / self.seconds
    }
}

/// When the users stop, and how they go.
#[derive(Clone, Copy)]
pub enum Work {
    /// One journey each, in which every page first refuses an invalid answer.
    RefusedFirst,
    /// Journeys until the time is over; those begun are finished.
    For(Duration),
    /// The same, held to so many journeys in a second.
    Paced(Duration, f64),
}

impl Users {
    /// So many users who have not begun.
    pub fn new(address: SocketAddr, count: usize) -> Self {
        let visitors = (0..count).map(|_| Visitor::new(address, Person::numbered(0))).collect();
        Users {
            visitors,
            next_person: Arc::new(AtomicU64::new(0)),
        }
    }

    /// Lets all users work, and adds up what they did.
    pub async fn work(&mut self, work: Work) -> Phase {
        let begin = Instant::now();
        let count = self.visitors.len() as u32;
        let mut tasks = JoinSet::new();
        for (place, mut visitor) in self.visitors.drain(..).enumerate() {
            visitor.client.meter = Meter::counting(match work {
                Work::Paced(_, rate) => {
                    // Each user has the same interval; their first requests are spread over it.
                    let interval = Duration::from_secs_f64(f64::from(count) / (rate * REQUESTS as f64));
                    Some((begin + interval * place as u32 / count, interval))
                }
                _ => None,
            });
            let shift = Shift {
                work,
                begin,
                next_person: self.next_person.clone(),
            };
            tasks.spawn(shift.run(visitor));
        }
        let mut phase = Phase::default();
        for (visitor, done) in tasks.join_all().await {
            let meter = &visitor.client.meter;
            phase.micros.extend_from_slice(&meter.micros);
            phase.pages += meter.pages;
            phase.page_bytes += meter.page_bytes;
            phase.acknowledged.extend(done.acknowledged);
            phase.failures.extend(done.failures);
            self.visitors.push(visitor);
        }
        phase.seconds = begin.elapsed().as_secs_f64();
        phase.micros.sort_unstable();
        phase
    }
}

/// The work of one user in one phase.
struct Shift {
    work: Work,
    begin: Instant,
    next_person: Arc<AtomicU64>,
}

impl Shift {
    async fn run(self, mut visitor: Visitor) -> (Visitor, Phase) {
        let mut done = Phase::default();
        let mut first = true;
        while self.goes_on(std::mem::take(&mut first)) && done.failures.len() < FAILURE_LIMIT {
            visitor.change(Person::numbered(self.next_person.fetch_add(1, Ordering::Relaxed)));
            match visitor.whole(matches!(self.work, Work::RefusedFirst)).await {
                Ok(acknowledged) => done.acknowledged.push(acknowledged),
                Err(failure) => done.failures.push(failure.to_string()),
            }
        }
        (visitor, done)
    }

    fn goes_on(&self, first: bool) -> bool {
        match self.work {
            Work::RefusedFirst => first,
            Work::For(time) | Work::Paced(time, _) => self.begin.elapsed() < time,
        }
    }
}
