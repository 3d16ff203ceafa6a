//! Which messages an example brings about.

use crate::casework::{PAID, SUBMITTED, TO_PAY};
use crate::id::Name;
use crate::issuing::issued_by;
use crate::journey::Walk;

/// The messages that go at once when a case is submitted and when it is decided so; where the fee is paid after that,
/// also when it is asked for and when it is paid. Those that go later, and those
/// whose condition does not hold or that are for nobody, are not among them.
pub(super) fn going<'d>(walk: &Walk<'d>, outcome: Option<&Name>) -> Vec<&'d str> {
    let (to_pay, paid) = match outcome.is_some_and(|outcome| pays_for(walk, outcome)) {
        true => (Some(TO_PAY), Some(PAID)),
        false => (None, None),
    };
    let acts = [Some(SUBMITTED), to_pay, paid, outcome.map(Name::as_str)];
    let mut going = Vec::new();
    for act in acts.into_iter().flatten() {
        let all = walk.definition().sendings.iter();
        let due = all.filter(|(_, sending)| sending.begins_at(act) && sending.goes_at_once());
        let due = due.filter(|(_, sending)| sending.when.as_ref().is_none_or(|when| walk.holds(when)));
        let due = due.filter(|(_, sending)| sending.concerns_somebody(walk));
        going.extend(due.map(|(name, _)| name.as_str()));
    }
    going
}

/// Whether the fee is paid once it was decided so.
fn pays_for(walk: &Walk<'_>, outcome: &Name) -> bool {
    let definition = walk.definition();
    definition.payment.after_decision
        && issued_by(&definition.issues, outcome.as_str()).next().is_some()
        && walk.fee().is_some_and(|fee| fee.total() > 0)
}
