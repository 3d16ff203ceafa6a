//! What an answer looks like where it is a drawing: lines on a sheet, whose points are numbers. How they become an image is
//! the pages' business; no markup of anybody's is kept.

use std::fmt::Write as _;

/// A point of a sheet, from its upper left corner.
pub type Dot = (u16, u16);

/// Lines on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    /// How wide the sheet is.
    pub width: u16,
    /// How high it is.
    pub height: u16,
    /// The lines, each from its first point to its last.
    pub lines: Vec<Vec<Dot>>,
    /// Whether each line leads back to where it began.
    pub is_closed: bool,
    /// The platform's word for what it is: the text of the image.
    pub called: &'static str,
}

impl Sketch {
    /// The lines as the path of an SVG image.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for line in &self.lines {
            for (n, (x, y)) in line.iter().enumerate() {
                let _ = write!(path, "{}{x} {y}", if n == 0 { 'M' } else { 'L' });
            }
            // A line of one point is a dot.
            match line.as_slice() {
                [_] => path.push_str("h0"),
                _ if self.is_closed => path.push('Z'),
                _ => {}
            }
        }
        path
    }
}

/// Reads lines as scripts send them: `12,30 14,31;200,80`, each point on a sheet of that size, with at most so many points.
pub(super) fn read_lines(typed: &str, (width, height): (u16, u16), most_points: usize) -> Option<Vec<Vec<Dot>>> {
    let dot = |typed: &str| -> Option<Dot> {
        let (x, y) = typed.split_once(',')?;
        let (x, y) = (x.parse().ok()?, y.parse().ok()?);
        (x <= width && y <= height).then_some((x, y))
    };
    let mut left = most_points;
    let mut lines = Vec::new();
    for line in typed.split(';') {
        let mut dots = Vec::new();
        for typed in line.split(' ') {
            left = left.checked_sub(1)?;
            dots.push(dot(typed)?);
        }
        lines.push(dots);
    }
    Some(lines)
}

/// How far the lines go in all, in steps to the side and up or down.
pub(super) fn reach(lines: &[Vec<Dot>]) -> u32 {
    let step = |pair: &[Dot]| match pair {
        [(x, y), (next_x, next_y)] => u32::from(x.abs_diff(*next_x)) + u32::from(y.abs_diff(*next_y)),
        _ => 0,
    };
    lines.iter().flat_map(|line| line.windows(2).map(step)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_points_of_the_sheet_and_as_nothing_else() {
        let read = |typed| read_lines(typed, (600, 200), 4);
        assert_eq!(
            read("1,2 3,4;600,200"),
            Some(vec![vec![(1, 2), (3, 4)], vec![(600, 200)]])
        );
        for wrong in [
            "",
            "1,2;",
            "601,1",
            "1,-1",
            "1,2 3",
            "M1 2",
            "1,1 1,1 1,1 1,1 1,1",
            "<svg/>",
            "1,2\"/><script>",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_path_has_a_line_for_each_and_a_dot_for_one_point() {
        let sketch = Sketch {
            width: 600,
            height: 200,
            lines: vec![vec![(1, 2), (3, 4)], vec![(5, 6)]],
            is_closed: false,
            called: "",
        };
        assert_eq!(sketch.path(), "M1 2L3 4M5 6h0");
        assert_eq!(reach(&sketch.lines), 4);
        let closed = Sketch {
            lines: vec![vec![(0, 0), (9, 0), (9, 9)]],
            is_closed: true,
            ..sketch
        };
        assert_eq!(closed.path(), "M0 0L9 0L9 9Z");
    }
}
