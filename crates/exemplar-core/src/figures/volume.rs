//! Volumes of other channels that staff enter: what may be entered, and by whom.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Month;
use crate::definition::Definition;
use crate::permission::{Staff, StaffRole, StaffState};
use crate::record::Channel;

/// No service has more in a month by one channel; more is a slip of the finger.
pub const MOST: i64 = 10_000_000;
/// So many months back volumes can be entered and corrected: as far as a report goes.
pub const MONTHS_BACK: i32 = 12;

/// What is wrong with what was typed as a volume.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongVolume {
    /// It is no whole number.
    NotWhole,
    /// It is more than [`MOST`].
    TooMany,
}

/// Reads what was typed; nothing where nothing was. Spaces and commas between digits are left out.
///
/// # Errors
/// Where it is no whole number, or too large.
pub fn read_volume(typed: &str) -> Result<Option<i64>, WrongVolume> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    if digits.is_empty() {
        return Ok(None);
    }
    if !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(WrongVolume::NotWhole);
    }
    match digits.parse() {
        Ok(volume) if volume <= MOST => Ok(Some(volume)),
        _ => Err(WrongVolume::TooMany),
    }
}

/// The channels of a service that volumes are entered for: those that are staffed.
#[must_use]
pub fn entered_channels(definition: &Definition) -> Vec<Channel> {
    let own = definition.channels.values().map(|channel| channel.channel);
    own.filter(|channel| !matches!(channel, Channel::Web | Channel::Api))
        .collect()
}

/// The months for which volumes can be entered, latest first. The present one is among them.
#[must_use]
pub fn entered_months(today: Date) -> Vec<Month> {
    (0..=MONTHS_BACK).map(|back| Month::of(today).plus(-back)).collect()
}

/// Whether somebody enters the volumes of a service: its owners do, those of the whole of it.
#[must_use]
pub fn may_enter(staff: &Staff, definition: &Definition, now: Timestamp) -> bool {
    staff.state == StaffState::Active
        && staff.memberships.iter().any(|membership| {
            membership.role == StaffRole::Owner
                && membership.holds(now)
                && membership.organisation == definition.organisation
                && membership.office.is_none()
                && membership
                    .service
                    .as_ref()
                    .is_none_or(|service| *service == definition.id)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_volume_is_a_whole_number_with_or_without_commas() {
        assert_eq!(read_volume(" 1,250 "), Ok(Some(1_250)));
        assert_eq!(read_volume("0"), Ok(Some(0)));
        assert_eq!(read_volume("  "), Ok(None));
        for wrong in ["-1", "1.5", "about 20", "1e3"] {
            assert_eq!(read_volume(wrong), Err(WrongVolume::NotWhole), "{wrong}");
        }
        assert_eq!(read_volume("10000001"), Err(WrongVolume::TooMany));
        assert_eq!(read_volume("99999999999999999999"), Err(WrongVolume::TooMany));
    }

    #[test]
    fn volumes_are_entered_for_this_month_and_the_twelve_before() {
        let months = entered_months(jiff::civil::date(2026, 3, 9));
        let ends = [months[0], months[12]].map(|month| month.to_string());
        assert_eq!((months.len(), ends), (13, ["2026-03".to_owned(), "2025-03".to_owned()]));
    }
}
