//! When a service can be used: a round of grants, a season.

use jiff::Timestamp;

use crate::text::Text;

/// The time in which one can begin.
#[derive(Debug)]
pub struct Opening {
    /// The first second; none where it has always been open.
    pub from: Option<Timestamp>,
    /// The last second: the minute that is written counts to its end. None where it never closes.
    pub to: Option<Timestamp>,
    /// Markdown: what the start page says before and after.
    pub closed_says: Option<Text>,
}

/// Where a moment stands to an opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpeningNow {
    /// It opens later, at that moment.
    NotYet(Timestamp),
    /// One can begin.
    Open,
    /// It is over.
    Over,
}

impl Opening {
    /// Where a moment stands.
    #[must_use]
    pub fn at(&self, now: Timestamp) -> OpeningNow {
        match (self.from, self.to) {
            (Some(from), _) if now.as_second() < from.as_second() => OpeningNow::NotYet(from),
            (_, Some(to)) if now.as_second() > to.as_second() => OpeningNow::Over,
            _ => OpeningNow::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_the_last_second_count() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let opening = Opening {
            from: Some(at(100)),
            to: Some(at(200)),
            closed_says: None,
        };
        assert_eq!(opening.at(at(99)), OpeningNow::NotYet(at(100)));
        assert_eq!(opening.at(at(100)), OpeningNow::Open);
        assert_eq!(opening.at(at(200)), OpeningNow::Open);
        assert_eq!(opening.at(at(201)), OpeningNow::Over);
    }
}
