//! A line or an area of the earth, by its points in order: one a line, as maps give them. A single point is [`super::place`].

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::cleaning;
use super::earth::{Point, area, length, meets_itself, rounded};
use super::place::{self, AXES};
use super::sketch::{Dot, Sketch};
use super::{Control, Kind, Param, Problem, Reading, Rules, Showing, Typed, Written};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// The field of an answer that has the points.
const POINTS: &str = "points";
/// The most points where the definition says nothing: the outline of a field has some 20.
const USUAL_MOST: u32 = 100;
/// The most points whatever the definition says. Each is compared with each, and all of them stand on a page.
const MOST: u32 = 500;
/// How much is looked at of what was typed, in bytes: [`MOST`] lines, generously.
const LONGEST: usize = 40_000;
/// How many lines the control shows.
const LINES: u8 = 8;
/// The sheet of its image, and the room around what is drawn.
const SHEET: (u16, u16) = (600, 400);
const MARGIN: u16 = 20;

/// A line or an area.
#[derive(Debug)]
pub(super) struct Outline {
    /// Whether it goes round an area.
    is_area: bool,
    at_least: u32,
    at_most: u32,
    controls: [Control; 1],
}

impl Outline {
    /// Makes the kind.
    pub(super) fn build(is_area: bool, rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
        let fewest = if is_area { 3 } else { 2 };
        let at_least = rules.get(|reader| reader.count("at_least")).unwrap_or(fewest);
        let at_most = rules
            .get(|reader| reader.count("at_most"))
            .unwrap_or(USUAL_MOST.max(at_least));
        if at_least < fewest {
            let says = format!("There are at least {fewest} points.");
            rules.refuse(super::RuleProblem::new("at_least", says));
        }
        if at_most < at_least || at_most > MOST {
            let says = format!("This must be between {at_least} and {MOST}.");
            rules.refuse(super::RuleProblem::new("at_most", says));
        }
        Some(Box::new(Self {
            is_area,
            at_least,
            at_most,
            controls: [Control::Points { rows: LINES }],
        }))
    }

    /// The points that were typed, or the line that is none.
    fn typed_points(&self, typed: &str) -> Result<Vec<Point>, Problem> {
        let mut points: Vec<Point> = Vec::new();
        let lines = cleaning::lines(typed, LONGEST);
        let filled = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        for (n, line) in filled {
            let point = point_in(line).ok_or_else(|| {
                let n = i64::try_from(n + 1).unwrap_or(i64::MAX);
                Problem::new("wrong", "error-outline-line").with("n", Param::Number(Decimal::from(n)))
            })?;
            // The same point twice in a row is one.
            if points.last() != Some(&point) {
                points.push(point);
            }
            if points.len() > self.at_most as usize + 1 {
                break;
            }
        }
        // The way round ends where it began, whether that is written or not.
        if self.is_area && points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        Ok(points)
    }

    /// What is wrong with points that can all be read.
    fn check(&self, points: &[Point]) -> Result<(), Problem> {
        let n = u32::try_from(points.len()).unwrap_or(u32::MAX);
        if n < self.at_least {
            let problem = Problem::new("at_least", "error-outline-too-few");
            return Err(problem.with("n", Param::Count(self.at_least.into())));
        }
        if n > self.at_most {
            let problem = Problem::new("at_most", "error-outline-too-many");
            return Err(problem.with("n", Param::Count(self.at_most.into())));
        }
        let longitudes = || points.iter().map(|point| point.longitude);
        let wide = longitudes()
            .max()
            .zip(longitudes().min())
            .map_or(0, |(east, west)| east - west);
        // Half way round the earth and more: nobody could say on which side the line goes.
        if wide > 1_800_000_000 {
            return Err(Problem::new("wrong", "error-outline-too-wide"));
        }
        if self.is_area && meets_itself(points) {
            return Err(Problem::new("crosses", "error-outline-crosses"));
        }
        Ok(())
    }
}

/// A point as people and maps write it in one line: `51.5034, -0.1276`, `51.5034 N 0.1276 W`.
fn point_in(line: &str) -> Option<Point> {
    let line = cleaning::plain(line);
    let (latitude, longitude) = match line.split_once([',', ';']) {
        Some(both) => both,
        None => {
            let middle = line.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at);
            let middles: Vec<usize> = middle.collect();
            // `51 N 0 W` has two parts of two words each.
            line.split_at_checked(*middles.get(middles.len() / 2)?)?
        }
    };
    let [north, east] = [latitude, longitude].map(str::trim);
    let read = |axis: &place::Axis, typed: &str| axis.read(typed).ok().flatten()?.parse::<Decimal>().ok();
    Point::at(read(&AXES[0], north)?, read(&AXES[1], east)?)
}

/// The points of an answer.
fn points_of(answer: &Answer) -> Vec<Point> {
    match answer {
        Answer::Fields(fields) => {
            let written = fields.get(POINTS).map(String::as_str).unwrap_or_default();
            written.lines().filter_map(point_in).collect()
        }
        _ => Vec::new(),
    }
}

impl Kind for Outline {
    fn key(&self) -> &'static str {
        place::KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-outline-empty")
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let points = self.typed_points(typed.get("")).map_err(|problem| vec![problem])?;
        self.check(&points).map_err(|problem| vec![problem])?;
        let lines: Vec<String> = points.iter().map(|point| point.written()).collect();
        let fields = [(POINTS.to_owned(), lines.join("\n"))];
        Ok(Answer::Fields(fields.into_iter().collect()))
    }

    fn typed(&self, answer: &Answer) -> Typed {
        let lines: Vec<String> = points_of(answer).iter().map(|point| point.written()).collect();
        if lines.is_empty() {
            Typed::default()
        } else {
            Typed::of(&lines.join("\n"))
        }
    }

    fn type_of(&self) -> Type {
        place::KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        match answer {
            Answer::Fields(fields) if !fields.is_empty() => Some(Value::Fields(fields.clone())),
            _ => None,
        }
    }

    /// How long or large it is, then its points.
    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        let points = points_of(answer);
        if points.is_empty() {
            return Vec::new();
        }
        let (measure, unit) = if self.is_area {
            in_unit(
                area(&points),
                &[
                    (1_000_000.0, "kinds-outline-square-kilometres"),
                    (10_000.0, "kinds-outline-hectares"),
                    (1.0, "kinds-outline-square-metres"),
                ],
            )
        } else {
            in_unit(
                length(&points),
                &[(1_000.0, "kinds-outline-kilometres"), (1.0, "kinds-outline-metres")],
            )
        };
        let what = if self.is_area {
            "kinds-outline-area"
        } else {
            "kinds-outline-length"
        };
        let measured = format!(
            "{}: {} {}",
            (words.word)(what),
            (words.number)(measure),
            (words.word)(unit)
        );
        let written = points.iter().map(|point| point.written());
        std::iter::once(measured).chain(written).collect()
    }

    fn sketch(&self, answer: &Answer) -> Option<Sketch> {
        let points = points_of(answer);
        Some(Sketch {
            width: SHEET.0,
            height: SHEET.1,
            lines: vec![on_sheet(&points)?],
            is_closed: self.is_area,
            called: if self.is_area {
                "kinds-outline-area-image"
            } else {
                "kinds-outline-line-image"
            },
        })
    }

    fn rules(&self) -> &[&'static str] {
        if self.is_area {
            &["empty", "wrong", "at_least", "at_most", "crosses"]
        } else {
            &["empty", "wrong", "at_least", "at_most"]
        }
    }

    /// A way round Greenwich, in as many points as are needed.
    fn example(&self, _facts: &Reading<'_>) -> Typed {
        let points = self.at_least.max(4);
        let turn = std::f64::consts::TAU / f64::from(points);
        let point = |n: u32| {
            let at = turn * f64::from(n);
            format!("{:.6}, {:.6}", 51.478 + 0.01 * at.sin(), 0.01 * at.cos())
        };
        Typed::of(&(0..points).map(point).collect::<Vec<_>>().join("\n"))
    }

    /// Each point in a line of its own, as a list or as one text.
    fn typed_for(&self, written: &Written) -> Typed {
        match written {
            Written::Line(line) => Typed::of(line),
            Written::Several(points) => Typed::of(&points.join("\n")),
            Written::Fields(fields) => Typed::of(&fields.values().cloned().collect::<Vec<_>>().join("\n")),
        }
    }
}

/// A measure in the largest unit of which there is one at least.
fn in_unit(measure: f64, units: &[(f64, &'static str)]) -> (Decimal, &'static str) {
    let fits = units.iter().find(|(size, _)| measure >= *size).or(units.last());
    let (size, unit) = fits.copied().unwrap_or((1.0, ""));
    (rounded(measure / size), unit)
}

/// The points on the sheet of an image: north at the top, as large as fits. A degree east is shorter far from the equator.
fn on_sheet(points: &[Point]) -> Option<Vec<Dot>> {
    let ends = |of: fn(&Point) -> i64| Some((points.iter().map(of).min()?, points.iter().map(of).max()?));
    let (south, north) = ends(|point| point.latitude)?;
    let (west, east) = ends(|point| point.longitude)?;
    let degrees = |parts: i64| parts.to_f64().unwrap_or_default() / 10_000_000.0;
    let narrowing = degrees(south.midpoint(north)).to_radians().cos().max(0.01);
    let (wide, high) = (degrees(east - west) * narrowing, degrees(north - south));
    let room = |size: u16| f64::from(size - 2 * MARGIN);
    let scale = (room(SHEET.0) / wide).min(room(SHEET.1) / high);
    let scale = if scale.is_finite() { scale } else { 0.0 };
    let place = |along: f64, size: u16, used: f64| {
        let at = (f64::from(size) - used * scale) / 2.0 + along * scale;
        at.round().to_u16().unwrap_or(size / 2)
    };
    let dot = |point: &Point| {
        let along = degrees(point.longitude - west) * narrowing;
        let down = degrees(north - point.latitude);
        (place(along, SHEET.0, wide), place(down, SHEET.1, high))
    };
    Some(points.iter().map(dot).collect())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use super::*;

    fn shape() -> Box<dyn Kind> {
        TestRules::of(&[("as", "shape"), ("at_most", "6")]).kind("place")
    }

    fn line() -> Box<dyn Kind> {
        TestRules::of(&[("as", "line")]).kind("place")
    }

    #[test]
    fn points_are_read_one_a_line_as_people_and_maps_write_them() {
        let kind = line();
        let plain = read(&*kind, "51.5034, -0.1276\n53.8008, -1.5491").unwrap();
        for typed in [
            "51.5034,-0.1276\r\n\r\n53.80080,-1.54910\r\n",
            "51.5034 −0.1276\n53.8008 −1.5491",
            "51.5034° N, 0.1276° W\n53.8008 N 1.5491 W",
            "51.5034; -0.1276\n51.5034, -0.1276\n53.8008; -1.5491",
        ] {
            assert_eq!(read(&*kind, typed).as_ref(), Ok(&plain), "{typed}");
        }
        assert_eq!(kind.typed(&plain), Typed::of("51.5034, -0.1276\n53.8008, -1.5491"));
    }

    #[test]
    fn an_area_is_closed_whether_that_is_written_or_not() {
        let kind = shape();
        let open = read(&*kind, "0, 0\n0, 1\n1, 1").unwrap();
        assert_eq!(read(&*kind, "0, 0\n0, 1\n1, 1\n0, 0"), Ok(open.clone()));
        assert_eq!(kind.sketch(&open).unwrap().path(), "M120 380L480 380L480 20Z");
    }

    #[test]
    fn what_is_no_point_is_named_by_its_line() {
        for wrong in ["Leeds", "91, 0", "1", "1, 2, 3", "51.5"] {
            let typed = format!("51.5034, -0.1276\n{wrong}");
            assert_eq!(
                refused(&*line(), &typed),
                [("", "wrong", "error-outline-line")],
                "{wrong}"
            );
        }
    }

    #[test]
    fn too_few_too_many_and_an_area_that_crosses_itself_are_refused() {
        let kind = shape();
        assert_eq!(
            refused(&*kind, "0, 0\n0, 1"),
            [("", "at_least", "error-outline-too-few")]
        );
        let many: Vec<String> = (0..9).map(|n| format!("{n}, {}", n * n)).collect();
        assert_eq!(
            refused(&*kind, &many.join("\n")),
            [("", "at_most", "error-outline-too-many")]
        );
        let crossing = "0, 0\n1, 1\n1, 0\n0, 1";
        assert_eq!(refused(&*kind, crossing), [("", "crosses", "error-outline-crosses")]);
        assert!(read(&*line(), crossing).is_ok(), "a line may cross itself");
        assert_eq!(
            refused(&*line(), "0, -100\n0, 100"),
            [("", "wrong", "error-outline-too-wide")]
        );
    }

    #[test]
    fn a_measure_is_written_in_the_largest_unit_that_fits() {
        let unit = |metres| {
            let (measure, unit) = in_unit(metres, &[(1_000.0, "kilometres"), (1.0, "metres")]);
            format!("{measure} {unit}")
        };
        assert_eq!(unit(111_195.1), "111 kilometres");
        assert_eq!(unit(999.4), "999 metres");
        assert_eq!(unit(0.25), "0.25 metres");
    }

    #[test]
    fn rules_that_nothing_keeps_are_refused() {
        for rules in [
            [("as", "shape"), ("at_least", "2")],
            [("as", "line"), ("at_most", "1")],
            [("as", "line"), ("at_most", "501")],
            [("as", "point"), ("at_most", "3")],
        ] {
            assert_eq!(TestRules::of(&rules).problems("place").len(), 1, "{rules:?}");
        }
    }
}
