//! What a process and its children have used, read from /proc. Linux only.
use std::collections::HashMap;
use std::fs;

/// Ticks in a second in /proc: USER_HZ, which is 100 on every architecture that Rust knows as Linux tier 1.
const TICKS_PER_SECOND: f64 = 100.0;

/// Processor seconds of a process tree, user and system, with those children that have ended and were waited for.
pub fn seconds(root: u32) -> f64 {
    let processes = all();
    tree_in(&processes, root)
        .iter()
        .map(|pid| processes[pid].ticks)
        .sum::<u64>() as f64
        / TICKS_PER_SECOND
}

/// Processor seconds of this program alone: the servers that it started are its children, and count elsewhere.
pub fn own_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    read_stat(&stat).map_or(0, |process| process.own_ticks) as f64 / TICKS_PER_SECOND
}

/// The process and all below it that are alive.
pub fn tree(root: u32) -> Vec<u32> {
    tree_in(&all(), root)
}

/// The greatest resident memory of each process in the tree, added up, in KiB.
pub fn peak_memory_kib(root: u32) -> u64 {
    tree(root)
        .iter()
        .map(|pid| field_kib(&format!("/proc/{pid}/status"), "VmHWM:"))
        .sum()
}

/// Memory of the tree now, in KiB; what processes share is divided among them, so that nothing counts twice.
pub fn shared_memory_kib(root: u32) -> u64 {
    tree(root)
        .iter()
        .map(|pid| field_kib(&format!("/proc/{pid}/smaps_rollup"), "Pss:"))
        .sum()
}

struct Process {
    parent: u32,
    /// User and system.
    own_ticks: u64,
    /// The same with that of children that have ended and were waited for.
    ticks: u64,
}

fn all() -> HashMap<u32, Process> {
    let Ok(folder) = fs::read_dir("/proc") else {
        return HashMap::new();
    };
    folder
        .filter_map(|entry| {
            let pid: u32 = entry.ok()?.file_name().to_str()?.parse().ok()?;
            // A process may end while the folder is read: then it is not in the tree any more.
            Some((pid, read_stat(&fs::read_to_string(format!("/proc/{pid}/stat")).ok()?)?))
        })
        .collect()
}

fn read_stat(stat: &str) -> Option<Process> {
    // The name stands in brackets and may hold spaces and brackets itself.
    let fields: Vec<&str> = stat[stat.rfind(')')? + 1..].split_ascii_whitespace().collect();
    let number = |place: usize| fields.get(place)?.parse::<u64>().ok();
    let own_ticks = number(11)? + number(12)?;
    Some(Process {
        parent: u32::try_from(number(1)?).ok()?,
        own_ticks,
        ticks: own_ticks + number(13)? + number(14)?,
    })
}

fn tree_in(processes: &HashMap<u32, Process>, root: u32) -> Vec<u32> {
    let mut found: Vec<u32> = processes.contains_key(&root).then_some(root).into_iter().collect();
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        found.extend(
            processes
                .iter()
                .filter(|(_, process)| process.parent == parent)
                .map(|(pid, _)| *pid),
        );
        next += 1;
    }
    found
}

fn field_kib(path: &str, name: &str) -> u64 {
    let text = fs::read_to_string(path).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_ascii_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ended_children_count_too() {
        let process = read_stat("7 (a) b) S 3 7 7 0 -1 4194304 1 2 3 4 10 20 30 40 20 0 1 0 5 6 7").unwrap();
        assert_eq!((process.parent, process.own_ticks, process.ticks), (3, 30, 100));
    }

    #[test]
    fn a_tree_holds_grandchildren_and_no_strangers() {
        let pairs = [(1, 0), (5, 1), (6, 5), (7, 6), (8, 1)];
        let processes = pairs
            .into_iter()
            .map(|(pid, parent)| {
                (
                    pid,
                    Process {
                        parent,
                        own_ticks: 0,
                        ticks: 0,
                    },
                )
            })
            .collect();
        assert_eq!(tree_in(&processes, 5), [5, 6, 7]);
        assert!(tree_in(&processes, 9).is_empty());
    }

    #[test]
    fn this_process_has_memory() {
        assert!(peak_memory_kib(std::process::id()) > 0);
    }
}
