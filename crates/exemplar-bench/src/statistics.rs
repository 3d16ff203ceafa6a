//! Percentiles, and the best, the middle and the worst of some rounds.

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Better {
    /// The more the better.
    More,
    /// The less the better.
    Less,
}

/// The value below or at which this share of the sorted values lies; 0 when there are none.
pub fn percentile(sorted: &[u32], share: f64) -> u32 {
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.clamp(1, sorted.len().max(1)) - 1).copied().unwrap_or(0)
}

/// Best, median and worst; `None` when there are no values.
pub fn spread(values: &[f64], better: Better) -> Option<[f64; 3]> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    if better == Better::More {
        sorted.reverse();
    }
    let middle = sorted.len() / 2;
    let median = match sorted.len() {
        0 => return None,
        length if length % 2 == 0 => (sorted[middle - 1] + sorted[middle]) / 2.0,
        _ => sorted[middle],
    };
    Some([sorted[0], median, sorted[sorted.len() - 1]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_the_nearest_rank() {
        let values: Vec<u32> = (1..=100).collect();
        assert_eq!(
            [
                percentile(&values, 0.5),
                percentile(&values, 0.99),
                percentile(&values, 1.0)
            ],
            [50, 99, 100]
        );
        assert_eq!(percentile(&[7], 0.99), 7);
        assert_eq!(percentile(&[], 0.99), 0);
    }

    #[test]
    fn the_best_is_the_most_or_the_least() {
        assert_eq!(spread(&[2.0, 1.0, 3.0], Better::More), Some([3.0, 2.0, 1.0]));
        assert_eq!(spread(&[4.0, 2.0, 1.0, 3.0], Better::Less), Some([1.0, 2.5, 4.0]));
        assert_eq!(spread(&[], Better::Less), None);
    }
}
