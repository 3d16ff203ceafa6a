//! How much one address of the network may send: new drafts, and forms at all. Counted in memory, for this instance
//! alone, so that a flood costs no write. What must hold over all instances is counted in the store.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

/// Over so many seconds is counted.
pub const WINDOW_SECONDS: i64 = 600;
/// So many addresses are counted at once. Beyond it newcomers pass: the list must not become a way to shut people out.
const ADDRESSES_LIMIT: usize = 50_000;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counted {
    /// The first page of a journey was sent: a draft begins.
    Start,
    /// A form was sent.
    Post,
}

/// How many in [`WINDOW_SECONDS`] from one address; 0 is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// New drafts. A library or an office shares one address, so the usual number is not small.
    pub starts: u32,
    /// Forms.
    pub posts: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            starts: 100,
            posts: 2_000,
        }
    }
}

/// Counts what addresses send.
#[derive(Debug, Default)]
pub struct Throttle {
    limits: Limits,
    counts: Mutex<HashMap<(Counted, u128), Count>>,
}

#[derive(Debug, Clone, Copy)]
struct Count {
    /// The second at which the window of the first one ends.
    ends: i64,
    count: u32,
}

impl Throttle {
    /// Counts to these limits.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            counts: Mutex::default(),
        }
    }

    /// Counts one more of what a caller sends.
    ///
    /// # Errors
    /// After how many seconds to try again, where it is too much.
    pub fn count(&self, counted: Counted, caller: &str, now: Timestamp) -> Result<(), i64> {
        let limit = match counted {
            Counted::Start => self.limits.starts,
            Counted::Post => self.limits.posts,
        };
        let Some(key) = key(caller).filter(|_| limit > 0) else {
            return Ok(());
        };
        let now = now.as_second();
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= ADDRESSES_LIMIT {
            counts.retain(|_, count| count.ends > now);
            if counts.len() >= ADDRESSES_LIMIT {
                return Ok(());
            }
        }
        let count = counts.entry((counted, key)).or_insert(Count {
            ends: now + WINDOW_SECONDS,
            count: 0,
        });
        if count.ends <= now {
            *count = Count {
                ends: now + WINDOW_SECONDS,
                count: 0,
            };
        }
        count.count = count.count.saturating_add(1);
        if count.count > limit {
            return Err(count.ends - now);
        }
        Ok(())
    }
}

/// An address as it is counted: of IPv6 the network of one line, which has more addresses than anybody can count.
fn key(caller: &str) -> Option<u128> {
    match caller.parse().ok()? {
        IpAddr::V4(address) => Some(u128::from(address.to_ipv6_mapped())),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => Some(u128::from(address.to_ipv6_mapped())),
            None => Some(u128::from(address) >> 64 << 64),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    fn throttle() -> Throttle {
        Throttle::new(Limits { starts: 2, posts: 0 })
    }

    #[track_caller]
    fn check(throttle: &Throttle, caller: &str, second: i64, expected: Result<(), i64>) {
        assert_eq!(throttle.count(Counted::Start, caller, at(second)), expected, "{caller}");
    }

    #[test]
    fn each_address_has_its_own_count_and_its_own_window() {
        let throttle = throttle();
        check(&throttle, "192.0.2.1", 0, Ok(()));
        check(&throttle, "192.0.2.1", 1, Ok(()));
        check(&throttle, "192.0.2.1", 2, Err(598));
        check(&throttle, "192.0.2.2", 2, Ok(()));
        check(&throttle, "192.0.2.1", 600, Ok(()));
        assert_eq!(
            throttle.count(Counted::Post, "192.0.2.1", at(3)),
            Ok(()),
            "0 is no limit"
        );
    }

    #[test]
    fn one_line_with_many_addresses_is_one_caller() {
        let throttle = throttle();
        check(&throttle, "2001:db8::1", 0, Ok(()));
        check(&throttle, "2001:db8::2", 0, Ok(()));
        check(&throttle, "2001:db8::3", 0, Err(600));
        check(&throttle, "2001:db8:0:1::1", 0, Ok(()));
    }
}
