//! What a figure depends on: kernel, processor, disk, load. Read from /proc; nothing is measured here.
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::failure::Failure;

/// The kernel, the processor and the disk under this folder.
pub fn describe(scratch: &Path) -> Value {
    let processor = read("/proc/cpuinfo")
        .lines()
        .find_map(|line| {
            line.strip_prefix("model name")?
                .split_once(':')
                .map(|(_, name)| name.trim().to_owned())
        })
        .unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let count = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let (source, kind) = mount(scratch);
    json!({
        "kernel": read("/proc/sys/kernel/osrelease").trim(),
        "processor": format!("{count} x {processor}"),
        "disk": format!("{kind} on {source}"),
    })
}

/// The load of the last minute: what else the machine was doing.
pub fn load() -> f64 {
    read("/proc/loadavg")
        .split_ascii_whitespace()
        .next()
        .and_then(|load| load.parse().ok())
        .unwrap_or(0.0)
}

/// Makes a folder for one run, removed at its end, and refuses memory that passes for a disk.
pub fn scratch(under: Option<&Path>) -> Result<tempfile::TempDir, Failure> {
    let under = under.map_or_else(std::env::temp_dir, Path::to_path_buf);
    let (source, kind) = mount(&under);
    if matches!(kind.as_str(), "tmpfs" | "ramfs" | "devtmpfs") {
        return Err(Failure::Setup(format!(
            "{} is {kind} ({source}): name a folder on a disk with --scratch",
            under.display()
        )));
    }
    let attempt = format!("a folder for the run in {}", under.display());
    let folder = tempfile::Builder::new()
        .prefix("exemplar-bench-")
        .tempdir_in(&under)
        .map_err(|error| Failure::setup(&attempt, error))?;
    // The database may run as another user, who must be able to pass through.
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o711);
    fs::set_permissions(folder.path(), mode).map_err(|error| Failure::setup(&attempt, error))?;
    Ok(folder)
}

/// The device and the kind of the file system that holds a path.
fn mount(path: &Path) -> (String, String) {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    mount_in(&read("/proc/self/mountinfo"), &path).unwrap_or_else(|| ("unknown".to_owned(), "unknown".to_owned()))
}

fn mount_in(table: &str, path: &Path) -> Option<(String, String)> {
    table
        .lines()
        .filter_map(|line| {
            let (place, device) = line.split_once(" - ")?;
            let point = Path::new(place.split(' ').nth(4)?);
            let mut device = device.split(' ');
            let kind = device.next()?.to_owned();
            path.starts_with(point)
                .then_some((point.components().count(), device.next()?.to_owned(), kind))
        })
        // Of mounts on the same point the last is the one seen.
        .max_by_key(|(depth, ..)| *depth)
        .map(|(_, source, kind)| (source, kind))
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deepest_mount_holds_the_path() {
        let table = "1 0 8:1 / / rw - ext4 /dev/sda rw\n2 1 0:2 / /tmp rw shared:1 - tmpfs none rw\n3 1 0:3 / /tmpfoo rw - xfs b rw";
        let kind = |path: &str| mount_in(table, Path::new(path)).unwrap().1;
        assert_eq!(
            [kind("/tmp/a"), kind("/tmpx"), kind("/tmpfoo/b")],
            ["tmpfs", "ext4", "xfs"]
        );
    }
}
