//! Sizes of files, as definitions write them and people read them. Megabytes are the decimal ones, as phones show them.

/// A kilobyte.
pub const KILOBYTE: u64 = 1_000;
/// A megabyte.
pub const MEGABYTE: u64 = 1_000_000;

/// Reads `10 MB` or `500 KB`.
#[must_use]
pub fn read_size(typed: &str) -> Option<u64> {
    let (count, unit) = typed.trim().split_once(' ')?;
    let count: u64 = count.parse().ok()?;
    match unit.trim() {
        "MB" => count.checked_mul(MEGABYTE),
        "KB" => count.checked_mul(KILOBYTE),
        _ => None,
    }
}

/// A size as people read it, rounded up, so that what is said to be taken is taken: `10 MB`.
#[must_use]
pub fn show_size(bytes: u64) -> String {
    if bytes >= MEGABYTE {
        let tenths = bytes.div_ceil(MEGABYTE / 10);
        return match tenths % 10 {
            0 => format!("{} MB", tenths / 10),
            rest if tenths < 100 => format!("{}.{rest} MB", tenths / 10),
            _ => format!("{} MB", tenths.div_ceil(10)),
        };
    }
    format!("{} KB", bytes.div_ceil(KILOBYTE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_shown_alike() {
        for written in ["10 MB", "1 MB", "500 KB", "100 MB"] {
            assert_eq!(read_size(written).map(show_size).as_deref(), Some(written));
        }
        for wrong in [
            "10MB",
            "MB",
            "10",
            "10 GB",
            "-1 MB",
            "1.5 MB",
            "99999999999999999999 MB",
        ] {
            assert_eq!(read_size(wrong), None, "{wrong}");
        }
        assert_eq!(show_size(1_234_567), "1.3 MB");
        assert_eq!(show_size(12_345_678), "13 MB");
        assert_eq!(show_size(1), "1 KB");
    }
}
