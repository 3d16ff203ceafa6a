//! The formulae of the four indicators, each with its source. What has no denominator has no value: it is not nought.

use rust_decimal::Decimal;

/// How many gave each answer to the satisfaction question: from very dissatisfied to very satisfied.
pub type Levels = [u64; 5];

/// A part of a whole, from 0 to 1: completion rate and digital take-up. No value where the whole is nought, or where the
/// part is more than the whole: then the two are not of the same people.
/// Source: Service Design Manual, measurement/completion-rate and measurement/digital-takeup; rate.py of the
/// Performance Platform's backdrop.
#[must_use]
pub fn share(part: u64, whole: u64) -> Option<Decimal> {
    (whole > 0 && part <= whole).then(|| Decimal::from(part) / Decimal::from(whole))
}

/// Satisfaction by definition A: who said "satisfied" or "very satisfied", of all who answered.
/// Source: Service Design Manual, measurement/user-satisfaction, until August 2015.
#[must_use]
pub fn satisfied_share(levels: Levels) -> Option<Decimal> {
    share(levels[3] + levels[4], levels.iter().sum())
}

/// Satisfaction by definition B: the mean of the five levels, where the lowest is 0 and the highest 1.
/// Source: user_satisfaction.py of the Performance Platform's backdrop.
#[must_use]
pub fn mean_satisfaction(levels: Levels) -> Option<Decimal> {
    let answers: u64 = levels.iter().sum();
    let steps: u64 = levels.iter().zip(0..).map(|(count, step)| count * step).sum();
    share(steps, answers * 4)
}

/// What one transaction costs: what each channel costs, by how many it had. No value without transactions.
/// Source: Service Design Manual, measurement/cost-per-transaction.
#[must_use]
pub fn unit_cost(channels: &[(Decimal, u64)]) -> Option<Decimal> {
    let transactions: u64 = channels.iter().map(|(_, count)| count).sum();
    let cost: Decimal = channels.iter().map(|(cost, count)| cost * Decimal::from(*count)).sum();
    (transactions > 0).then(|| cost / Decimal::from(transactions))
}

/// How long something took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// On average.
    pub mean: Decimal,
    /// Half of them took no longer than this.
    pub median: i64,
}

/// How long, from how often each number of days was seen. No value where nothing was.
#[must_use]
pub fn days(seen: &[(i64, u64)]) -> Option<Days> {
    let count: u64 = seen.iter().map(|(_, count)| count).sum();
    if count == 0 {
        return None;
    }
    let sum: Decimal = seen
        .iter()
        .map(|(days, count)| Decimal::from(*days) * Decimal::from(*count))
        .sum();
    let mut ordered = seen.to_vec();
    ordered.sort_unstable();
    let mut passed = 0;
    let median = ordered.iter().find(|(_, times)| {
        passed += times;
        passed * 2 >= count
    });
    Some(Days {
        mean: sum / Decimal::from(count),
        median: median.map_or(0, |(days, _)| *days),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(value: Option<Decimal>) -> Option<String> {
        value.map(|value| (value * Decimal::from(100)).normalize().to_string())
    }

    #[track_caller]
    fn check(levels: Levels, a: Option<&str>, b: Option<&str>) {
        assert_eq!(percent(satisfied_share(levels)).as_deref(), a, "A of {levels:?}");
        assert_eq!(percent(mean_satisfaction(levels)).as_deref(), b, "B of {levels:?}");
    }

    #[test]
    fn satisfaction_agrees_with_the_test_vectors_of_the_performance_platform() {
        check([1, 1, 1, 1, 1], Some("40"), Some("50"));
        check([1, 1, 1, 1, 6], Some("70"), Some("75"));
        check([6, 1, 1, 1, 1], Some("20"), Some("25"));
        check([0, 0, 0, 8, 0], Some("100"), Some("75"));
        check([0, 0, 0, 0, 0], None, None);
    }

    #[test]
    fn a_rate_without_a_whole_has_no_value() {
        assert_eq!(share(0, 0), None);
        assert_eq!(percent(share(0, 4)).as_deref(), Some("0"));
        assert_eq!(percent(share(3, 4)).as_deref(), Some("75"));
        assert_eq!(share(5, 4), None, "it is never above 100 %");
    }

    #[test]
    fn the_cost_of_a_transaction_is_weighed_by_the_channels() {
        let cost = |text: &str| text.parse::<Decimal>().unwrap();
        let channels = [(cost("0.40"), 900), (cost("4.20"), 100)];
        assert_eq!(unit_cost(&channels), Some(cost("0.78")));
        assert_eq!(unit_cost(&[(cost("0.40"), 0)]), None);
        assert_eq!(unit_cost(&[]), None);
    }

    #[test]
    fn half_of_them_took_no_longer_than_the_median() {
        let of = |seen: &[(i64, u64)]| days(seen).map(|days| (days.mean.to_string(), days.median));
        assert_eq!(of(&[(10, 1), (2, 2), (6, 1)]), Some(("5".to_owned(), 2)));
        assert_eq!(of(&[(1, 1), (2, 1), (9, 1)]), Some(("4".to_owned(), 2)));
        assert_eq!(of(&[]), None);
    }
}
