//! Times each request of one user and, when asked, holds the user to a timetable. It does no input or output.
use std::time::Duration;

use tokio::time::Instant;

/// What one user measured, and when the next request is due.
#[derive(Debug, Default)]
pub struct Meter {
    /// False while requests are made that do not count.
    pub counts: bool,
    /// How long each request took, in microseconds.
    pub micros: Vec<u32>,
    /// How many pages (status 200) came.
    pub pages: u64,
    /// How many bytes these pages had.
    pub page_bytes: u64,
    timetable: Option<Timetable>,
}

#[derive(Debug)]
struct Timetable {
    next: Instant,
    interval: Duration,
}

impl Meter {
    /// A meter that counts, as fast as replies come or by a timetable of first request and interval.
    pub fn counting(timetable: Option<(Instant, Duration)>) -> Self {
        Meter {
            counts: true,
            timetable: timetable.map(|(next, interval)| Timetable { next, interval }),
            ..Meter::default()
        }
    }

    /// Waits until the next request is due, and says from when its time is counted.
    ///
    /// When the reply before came too late, that is the moment at which the request was due: waiting in line is part of what a person sees.
    pub async fn due(&mut self) -> Instant {
        let Some(timetable) = self.timetable.as_mut() else {
            return Instant::now();
        };
        let due = timetable.next;
        timetable.next += timetable.interval;
        if Instant::now() >= due {
            return due;
        }
        tokio::time::sleep_until(due).await;
        Instant::now()
    }

    /// Takes a reply.
    pub fn took(&mut self, since: Instant, status: u16, bytes: usize) {
        if !self.counts {
            return;
        }
        self.micros
            .push(u32::try_from(since.elapsed().as_micros()).unwrap_or(u32::MAX));
        if status == 200 {
            self.pages += 1;
            self.page_bytes += bytes as u64;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_late_request_counts_from_when_it_was_due() {
        let first = Instant::now() - Duration::from_millis(50);
        let mut meter = Meter::counting(Some((first, Duration::from_millis(10))));
        assert_eq!(meter.due().await, first);
        assert_eq!(meter.due().await, first + Duration::from_millis(10));
    }

    #[tokio::test]
    async fn an_early_request_waits() {
        let first = Instant::now() + Duration::from_millis(20);
        let mut meter = Meter::counting(Some((first, Duration::from_millis(10))));
        assert!(meter.due().await >= first);
    }
}
