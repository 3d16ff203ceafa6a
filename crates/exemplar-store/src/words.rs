//! The words in which enumerations stand in the database, and actors.

use exemplar_core::id::StaffId;
use exemplar_core::permission::{StaffRole, StaffState};
use exemplar_core::publishing::ProposalState;
use exemplar_core::record::{
    Actor, Channel, DecisionStep, DeviceClass, Means, MessageState, MoneyKind, ObservationKind, Phase, Role, ScanState,
};

use crate::Fault;

/// A value that stands in the database as one word of ours.
pub(crate) trait Word: Sized + Copy + 'static {
    /// All pairs of value and word.
    const ALL: &'static [(Self, &'static str)];

    fn same(self, other: Self) -> bool;

    fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(value, _)| value.same(self))
            .map_or("", |(_, word)| word)
    }

    fn from_word(word: &str) -> Result<Self, Fault> {
        Self::ALL
            .iter()
            .find(|(_, known)| *known == word)
            .map(|(value, _)| *value)
            .ok_or_else(|| Fault::broken("a word that this release does not know"))
    }
}

/// Lists the words of an enumeration; the compiler sees to it that none is missing.
macro_rules! words {
    ($type:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        impl Word for $type {
            const ALL: &'static [(Self, &'static str)] = &[$(($type::$variant, $word)),*];

            fn same(self, other: Self) -> bool {
                self == other
            }

            fn word(self) -> &'static str {
                match self { $($type::$variant => $word),* }
            }
        }
    };
}

words!(Phase {
    Draft = "draft",
    WaitingForOthers = "waiting_for_others",
    WaitingForPayment = "waiting_for_payment",
    Submitted = "submitted",
    Decided = "decided",
    Closed = "closed",
});
words!(Channel {
    Web = "web",
    Telephone = "telephone",
    Counter = "counter",
    Paper = "paper",
    Intermediary = "intermediary",
    Api = "api",
});
words!(Role {
    Applicant = "applicant",
    Partner = "partner",
    Employer = "employer",
    Signatory = "signatory",
    Helper = "helper",
    Agent = "agent",
});
words!(ProposalState {
    Draft = "draft",
    Asked = "asked",
    Scheduled = "scheduled",
    Published = "published",
    Withdrawn = "withdrawn",
});
words!(DecisionStep {
    Recommended = "recommended",
    Decided = "decided",
    Reconsidered = "reconsidered",
    Appealed = "appealed",
});
words!(MoneyKind {
    Charge = "charge",
    Concession = "concession",
    Waiver = "waiver",
    Payment = "payment",
    Refund = "refund",
});
words!(Means {
    Email = "email",
    Text = "text",
    Letter = "letter",
});
words!(MessageState {
    Waiting = "waiting",
    Sent = "sent",
    Failed = "failed",
});
words!(ScanState {
    Unscanned = "unscanned",
    Clean = "clean",
    Infected = "infected",
});
words!(ObservationKind {
    Started = "started",
    Answered = "answered",
    Refused = "refused",
    Resumed = "resumed",
    Ineligible = "ineligible",
    Completed = "completed",
    Failed = "failed",
    Decided = "decided",
    Satisfaction = "satisfaction",
    Volume = "volume",
});
words!(StaffRole {
    Caseworker = "caseworker",
    Cashier = "cashier",
    Manager = "manager",
    Owner = "owner",
    Operator = "operator",
    Administrator = "administrator",
});
words!(StaffState {
    Invited = "invited",
    Active = "active",
    Ended = "ended",
});
words!(DeviceClass {
    Phone = "phone",
    Tablet = "tablet",
    Computer = "computer",
    Other = "other",
});

/// An actor as one text: `participant:0`, `staff:ID`, `job:KIND`, `integration:NAME`.
pub(crate) fn actor_text(actor: &Actor) -> String {
    match actor {
        Actor::Participant(n) => format!("participant:{n}"),
        Actor::Staff(id) => format!("staff:{id}"),
        Actor::Job(kind) => format!("job:{kind}"),
        Actor::Integration(name) => format!("integration:{name}"),
    }
}

/// The actor that a text stands for.
pub(crate) fn actor_from_text(text: &str) -> Result<Actor, Fault> {
    let unknown = || Fault::broken("an actor that this release does not know");
    let (kind, rest) = text.split_once(':').ok_or_else(unknown)?;
    Ok(match kind {
        "participant" => Actor::Participant(rest.parse().map_err(|_| unknown())?),
        "staff" => Actor::Staff(StaffId(rest.parse().map_err(|_| unknown())?)),
        "job" => Actor::Job(rest.to_owned()),
        "integration" => Actor::Integration(rest.to_owned()),
        _ => return Err(unknown()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actor_is_read_as_it_was_written() {
        for actor in [
            Actor::Participant(2),
            Actor::Staff(StaffId(uuid::Uuid::from_u128(7))),
            Actor::Job("send_email".into()),
            Actor::Integration("payments: test".into()),
        ] {
            assert_eq!(actor_from_text(&actor_text(&actor)).unwrap(), actor);
        }
        assert!(actor_from_text("nobody").is_err());
    }

    #[test]
    fn a_word_of_a_later_release_is_a_fault() {
        assert!(Phase::from_word("archived").is_err());
        assert_eq!(Phase::from_word("draft").unwrap(), Phase::Draft);
    }
}
