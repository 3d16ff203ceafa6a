//! The way in which a transaction was completed, and which counter of digital take-up it belongs to.

use crate::record::Channel;

/// A channel, and whether the transaction went through the digital service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Way {
    /// How the person dealt with the service.
    pub channel: Channel,
    /// Taken in by the digital service itself, which counts it; else completed outside, and entered by staff.
    pub through_service: bool,
}

/// The three counters, which the official readings of take-up put together in different ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counter {
    /// Through the digital service, by the person or a system of theirs alone.
    DigitalAlone,
    /// Through the digital service, with somebody who helped or keyed it in while talking with the person.
    DigitalAssisted,
    /// Anything else: what was completed outside, and paper that staff keyed in afterwards.
    Other,
}

impl Way {
    /// The counter that it belongs to.
    #[must_use]
    pub fn counter(self) -> Counter {
        match self.channel {
            _ if !self.through_service => Counter::Other,
            Channel::Web | Channel::Api => Counter::DigitalAlone,
            Channel::Telephone | Channel::Counter | Channel::Intermediary => Counter::DigitalAssisted,
            Channel::Paper => Counter::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(channel: Channel, through_service: bool, expected: Counter) {
        let way = Way {
            channel,
            through_service,
        };
        assert_eq!(way.counter(), expected, "{way:?}");
    }

    #[test]
    fn each_way_has_one_counter() {
        check(Channel::Web, true, Counter::DigitalAlone);
        check(Channel::Api, true, Counter::DigitalAlone);
        check(Channel::Telephone, true, Counter::DigitalAssisted);
        check(Channel::Counter, true, Counter::DigitalAssisted);
        check(Channel::Intermediary, true, Counter::DigitalAssisted);
        check(Channel::Paper, true, Counter::Other);
        check(Channel::Telephone, false, Counter::Other);
        check(Channel::Intermediary, false, Counter::Other);
    }
}
