//! How much memory the process has held at most, as Linux counts it: nothing here is estimated.

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

#[test]
fn what_was_held_and_given_back_is_counted() {
    begin();
    let before = most_bytes();
    let held = vec![1_u8; 64 * 1024 * 1024];
    assert_eq!(held.iter().map(|byte| u64::from(*byte)).sum::<u64>(), 64 * 1024 * 1024);
    drop(held);
    assert!(most_bytes() >= before + 60 * 1024 * 1024);
}
