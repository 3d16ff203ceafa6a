//! How much memory the process has held at most, and how long it has kept a processor busy, as Linux counts both: nothing here
//! is estimated.

use std::time::Duration;

/// How often a second Linux counts the time of processes.
const TICKS: u64 = 100;

/// Begins to measure anew.
pub fn begin() {
    // 5 sets the peak to what is held now.
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
}

/// The most bytes that were held since then.
pub fn most_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().unwrap();
    kilobytes * 1024
}

/// How long the process has kept processors busy since it began.
pub fn time() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    // The name of the program stands in brackets, and may have blanks in it.
    let (_, after) = stat.rsplit_once(')').unwrap();
    let ticks = after.split_whitespace().skip(11).take(2);
    let ticks: u64 = ticks.map(|ticks| ticks.parse::<u64>().unwrap()).sum();
    Duration::from_millis(ticks * 1_000 / TICKS)
}

#[test]
fn time_that_was_spent_is_counted() {
    let before = time();
    let mut sum = 0_u64;
    let begun = std::time::Instant::now();
    while time() < before + Duration::from_millis(100) {
        sum = (0..100_000_u64).fold(sum, u64::wrapping_add);
    }
    assert!(begun.elapsed() >= Duration::from_millis(40), "{sum}");
}

#[test]
fn what_was_held_and_given_back_is_counted() {
    begin();
    let before = most_bytes();
    let held = vec![1_u8; 64 * 1024 * 1024];
    assert_eq!(held.iter().map(|byte| u64::from(*byte)).sum::<u64>(), 64 * 1024 * 1024);
    drop(held);
    assert!(most_bytes() >= before + 60 * 1024 * 1024);
}
