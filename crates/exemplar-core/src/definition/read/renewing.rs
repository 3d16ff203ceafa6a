//! When something that was issued can be renewed: `renew: { from: 60 days, until: 0 days }`.

use super::{Reader, Spot};
use crate::definition::{Keeping, Renew};

/// When it can be renewed; none where nothing is said.
pub(super) fn read<'a>(reader: &Reader<'a>, spot: &Spot<'a>, has_number: bool) -> Option<Renew> {
    let renew = spot.get("renew")?;
    let wrong = |message: &str, advice: &str| reader.error(renew.node.place, "renew", message, advice);
    if !has_number {
        let advice = "Write number: how it looks, such as CBDU######.";
        wrong("What is renewed needs a number, which it keeps.", advice);
    }
    let lasts = spot.node.get("lasts").map(super::listed).unwrap_or_default();
    let is_forever = |typed: &str| {
        matches!(
            super::values::keeping(typed.split(" when ").next()?),
            Some(Keeping::Forever)
        )
        .then_some(())
    };
    let texts: Vec<&str> = lasts.into_iter().filter_map(|node| node.text()).collect();
    if !texts.is_empty() && texts.iter().all(|typed| is_forever(typed).is_some()) {
        let advice = "Leave renew out, or say for how long it is good.";
        wrong("What is good forever is never renewed.", advice);
    }
    let (from, until) = (reader.duration(&renew, "from"), reader.duration(&renew, "until"));
    let (Some(from), Some(until)) = (from, until) else {
        if renew.node.get("from").is_none() || renew.node.get("until").is_none() {
            let advice = "Write from: so long before its last day, and until: so long after it, such as 0 days.";
            wrong("Nothing says when it can be renewed.", advice);
        }
        return None;
    };
    if from.count == 0 && until.count == 0 {
        wrong(
            "Nobody could renew it: that is one day.",
            "Write a longer time, such as from: 60 days.",
        );
    }
    Some(Renew { from, until })
}
