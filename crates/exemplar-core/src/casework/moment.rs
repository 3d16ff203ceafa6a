//! When the moments of a case are, and on which day a message goes that hangs on one. No clock is read here.
//!
//! This is the one place where a moment becomes a day; the start of what is booked is told by [`booking`]. What was
//! issued and taken away again since is not to be on the way that is given.
//!
//! [`booking`]: super::booking

use jiff::civil::Date;

use super::Asked;
use super::booking::booked_in;
use crate::definition::{Moment, Recipient, Sending, Shift};
use crate::expression::{Value, add_period};
use crate::journey::Walk;
use crate::record::{Case, Phase};
use crate::waiting::waits_after_decision;

/// A message that does not go at once goes at this hour of its day, in the service's time zone.
pub const HOUR_OF_LATER_MESSAGES: i8 = 9;

/// The job that writes a message which was planned.
pub const WRITE_MESSAGE: &str = "write_message";

/// The act that hands a case in.
pub const SUBMITTED: &str = "submitted";
/// The act that settles the fee of a case, and hands it in.
pub const PAID: &str = "paid";

/// The moment at which what was granted waits for the fee.
pub const TO_PAY: &str = "to_pay";
/// The state of a case that was withdrawn.
pub const WITHDRAWN: &str = "withdrawn";

/// The day of a moment that stands in the case. None for an act, whose day is when it is done, and for a date that was
/// not answered.
#[must_use]
pub fn day_of(moment: &Moment, walk: &Walk<'_>) -> Option<Date> {
    let name = match moment {
        Moment::Act(_) => return None,
        Moment::Issued(moment) => {
            let (issue, _) = moment.rsplit_once(' ')?;
            return walk.issued(issue)?.until;
        }
        Moment::Booked(question) => return Some(booked_in(walk, question)?.at.date()),
        Moment::Day(name) => name,
    };
    let value = if walk.definition().question(name).is_some() {
        walk.value_of(name.as_str())
    } else {
        walk.fact(name.as_str())
    };
    match value {
        Some(Value::Date(day)) => Some(day),
        _ => None,
    }
}

impl Sending {
    /// Whether an act of that name brings the message about, at once or later. What hangs on a day of the case is
    /// planned when the case is handed in.
    #[must_use]
    pub fn begins_at(&self, act: &str) -> bool {
        match &self.at {
            Moment::Act(name) => name.as_str() == act,
            Moment::Day(_) => act == SUBMITTED,
            Moment::Issued(_) | Moment::Booked(_) => ![SUBMITTED, PAID, TO_PAY, WITHDRAWN].contains(&act),
        }
    }

    /// Whether it goes with the act itself.
    #[must_use]
    pub fn goes_at_once(&self) -> bool {
        self.shift.is_none() && matches!(self.at, Moment::Act(_))
    }

    /// The day on which it goes, where it does not go at once: counted from the day of the act, or from that which
    /// stands in the case.
    #[must_use]
    pub fn day(&self, acted_on: Date, walk: &Walk<'_>) -> Option<Date> {
        let from = match self.at {
            Moment::Act(_) => acted_on,
            Moment::Day(_) | Moment::Issued(_) | Moment::Booked(_) => day_of(&self.at, walk)?,
        };
        let holidays = &walk.definition().holidays;
        match self.shift {
            None => Some(from),
            Some(Shift::Before(time)) => add_period(from, time, false, holidays),
            Some(Shift::After(time)) => add_period(from, time, true, holidays),
        }
    }

    /// Whether a message that was planned is not to go any more: the case went another way since.
    #[must_use]
    pub fn is_off(&self, case: &Case) -> bool {
        if case.state == WITHDRAWN && case.phase == Phase::Closed {
            return !matches!(&self.at, Moment::Act(act) if act.as_str() == WITHDRAWN);
        }
        if matches!(case.phase, Phase::Closed | Phase::Draft) {
            return true;
        }
        match &self.at {
            Moment::Day(_) => false,
            Moment::Issued(_) | Moment::Booked(_) => case.phase != Phase::Decided,
            // What reminds of a case that is looked at says nothing to who has the decision.
            Moment::Act(act) if act.as_str() == SUBMITTED || act.as_str() == PAID => case.decided.is_some(),
            Moment::Act(act) if act.as_str() == TO_PAY => !waits_after_decision(case),
            Moment::Act(act) if Asked::of(case).is_some_and(|asked| asked.name == act.as_str()) => false,
            Moment::Act(outcome) => case.phase != Phase::Decided || case.state != outcome.as_str(),
        }
    }

    /// Whether the way has anybody whom the message is for, wherever they are reached.
    #[must_use]
    pub fn concerns_somebody(&self, walk: &Walk<'_>) -> bool {
        match &self.to {
            Recipient::Applicant => true,
            Recipient::Question(name) => walk.value_of(name.as_str()).is_some(),
            Recipient::Each(rows) => walk.rows_seen(rows).is_some_and(|(_, rows)| !rows.is_empty()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::answer::{Answer, Answers, Given};
    use crate::definition::{Definition, Folder, read};
    use crate::journey::Setting;
    use crate::record::{Actor, Channel};

    const SERVICE: &str = "language: 1\nname: Book a hall\norganisation: council\nwhy: To decide.\nlaw: A law\n\
        holidays: england_and_wales\nquestions:\n  party:\n    ask: When is the party?\n    called: the day\n    \
        optional: yes\n    date:\n  email:\n    ask: What is your email?\n    called: your email\n    email:\n\
        messages:\n  soon: { at: party, before: 3 working days }\n  thanks: { at: approved, after: 1 month }\n";

    fn definition() -> Definition {
        let mut folder = Folder {
            name: "hall".to_owned(),
            ..Folder::default()
        };
        let keep = "keep: { draft: 1 day, approved: 1 day, refused: 1 day, withdrawn: 1 day }\n";
        let service = format!("{SERVICE}{keep}");
        folder.files.insert("service.yaml".to_owned(), service.into_bytes());
        for name in ["soon", "thanks"] {
            let file = format!("messages/{name}.en.md");
            folder.files.insert(file, b"# Your party\n\nIt is soon.\n".to_vec());
        }
        let checked = read(&folder);
        checked.definition.unwrap_or_else(|| panic!("{:?}", checked.findings))
    }

    #[track_caller]
    fn check(name: &str, party: Option<Date>, expected: Option<Date>) {
        let definition = definition();
        let given = |answer| Given {
            answer,
            by: Actor::Participant(0),
            at: jiff::Timestamp::UNIX_EPOCH,
            channel: Channel::Web,
        };
        let party = party.map_or(Answer::Blank, Answer::Date);
        let answers = Answers([("party".into(), given(party))].into());
        let setting = Setting {
            today: date(2026, 1, 31),
            language: "en".into(),
            channel: Channel::Web,
        };
        let walk = Walk::new(&definition, &answers, setting);
        assert_eq!(definition.sendings[name].day(date(2026, 1, 31), &walk), expected);
    }

    #[test]
    fn a_message_goes_so_long_before_or_after_its_moment() {
        check("soon", Some(date(2026, 5, 6)), Some(date(2026, 4, 30)));
        check("soon", None, None);
        check("thanks", None, Some(date(2026, 2, 28)));
    }
}
