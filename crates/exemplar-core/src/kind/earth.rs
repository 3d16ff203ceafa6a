//! Points of the earth, and what a line or an area through them measures. What people type, and what is drawn, are not here.

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

/// The mean radius of the earth in metres. Source: IUGG, mean radius R1.
const RADIUS_METRES: f64 = 6_371_008.8;
/// Degrees are kept to so many parts of one: some centimetre.
const PARTS: u32 = 10_000_000;

/// A point, in parts of a degree: whole numbers, so that what crosses what is never a matter of rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    /// North of the equator.
    pub(super) latitude: i64,
    /// East of Greenwich.
    pub(super) longitude: i64,
}

impl Point {
    /// The point at these degrees.
    pub(super) fn at(latitude: Decimal, longitude: Decimal) -> Option<Self> {
        let parts = |degrees: Decimal| (degrees * Decimal::from(PARTS)).round().to_i64();
        Some(Self {
            latitude: parts(latitude)?,
            longitude: parts(longitude)?,
        })
    }

    /// As it is written: `51.5034, -0.1276`.
    pub(super) fn written(self) -> String {
        let degrees = |parts: i64| (Decimal::from(parts) / Decimal::from(PARTS)).normalize();
        format!("{}, {}", degrees(self.latitude), degrees(self.longitude))
    }

    /// Latitude and longitude in radians.
    fn radians(self) -> (f64, f64) {
        let radians = |parts: i64| (parts.to_f64().unwrap_or_default() / f64::from(PARTS)).to_radians();
        (radians(self.latitude), radians(self.longitude))
    }
}

/// How long the way through all points is, in metres. By the haversine formula, on a sphere: within some 0.5 %.
pub(super) fn length(points: &[Point]) -> f64 {
    let leg = |pair: &[Point]| {
        let [from, to] = pair else { return 0.0 };
        let ((from_latitude, from_longitude), (to_latitude, to_longitude)) = (from.radians(), to.radians());
        let half = |from: f64, to: f64| ((to - from) / 2.0).sin().powi(2);
        let part = half(from_latitude, to_latitude)
            + from_latitude.cos() * to_latitude.cos() * half(from_longitude, to_longitude);
        2.0 * RADIUS_METRES * part.sqrt().min(1.0).asin()
    };
    points.windows(2).map(leg).sum()
}

/// How large the area is that the points go round, in square metres, on a sphere.
pub(super) fn area(points: &[Point]) -> f64 {
    let next = points.iter().cycle().skip(1);
    let parts = points.iter().zip(next).map(|(from, to)| {
        let ((from_latitude, from_longitude), (to_latitude, to_longitude)) = (from.radians(), to.radians());
        (to_longitude - from_longitude) * (2.0 + from_latitude.sin() + to_latitude.sin())
    });
    (parts.sum::<f64>() * RADIUS_METRES * RADIUS_METRES / 2.0).abs()
}

/// Three figures of a measure, so that it promises no more than it knows.
pub(super) fn rounded(measure: f64) -> Decimal {
    let exact = Decimal::from_f64(measure).unwrap_or_default();
    exact.round_sf(3).unwrap_or(exact).normalize()
}

/// Whether the way round the points meets itself anywhere but from one to the next, or has no inside at all.
pub(super) fn meets_itself(points: &[Point]) -> bool {
    let n = points.len();
    let side = |at: usize| (points[at], points[(at + 1) % n]);
    for one in 0..n {
        let (from, middle) = side(one);
        let (_, to) = side((one + 1) % n);
        // Straight back over itself.
        if turn(from, middle, to) == 0 && is_between(from, to, middle).is_none() {
            return true;
        }
        for other in one + 2..n {
            let are_neighbours = one == 0 && other == n - 1;
            if !are_neighbours && meet(side(one), side(other)) {
                return true;
            }
        }
    }
    false
}

/// On which side of the way from one point to the next a third one lies.
fn turn(from: Point, to: Point, third: Point) -> i128 {
    let along = |from: i64, to: i64| i128::from(to) - i128::from(from);
    let (wide, high) = (along(from.longitude, to.longitude), along(from.latitude, to.latitude));
    let (third_wide, third_high) = (
        along(from.longitude, third.longitude),
        along(from.latitude, third.latitude),
    );
    (wide * third_high - high * third_wide).signum()
}

/// Whether a point of a straight line lies between two others.
fn is_between(from: Point, to: Point, third: Point) -> Option<()> {
    let within = |from: i64, to: i64, third: i64| (from.min(to)..=from.max(to)).contains(&third);
    let is =
        within(from.latitude, to.latitude, third.latitude) && within(from.longitude, to.longitude, third.longitude);
    is.then_some(())
}

/// Whether two straight lines have a point in common.
fn meet((from, to): (Point, Point), (other_from, other_to): (Point, Point)) -> bool {
    let turns = [
        turn(from, to, other_from),
        turn(from, to, other_to),
        turn(other_from, other_to, from),
        turn(other_from, other_to, to),
    ];
    if turns[0] * turns[1] < 0 && turns[2] * turns[3] < 0 {
        return true;
    }
    let touches = |turn: i128, (from, to): (Point, Point), third| turn == 0 && is_between(from, to, third).is_some();
    touches(turns[0], (from, to), other_from)
        || touches(turns[1], (from, to), other_to)
        || touches(turns[2], (other_from, other_to), from)
        || touches(turns[3], (other_from, other_to), to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(degrees: &[(i64, i64)]) -> Vec<Point> {
        let point = |(latitude, longitude): &(i64, i64)| Point {
            latitude: latitude * i64::from(PARTS),
            longitude: longitude * i64::from(PARTS),
        };
        degrees.iter().map(point).collect()
    }

    #[test]
    fn a_degree_of_the_equator_is_some_hundred_and_eleven_kilometres() {
        let line = points(&[(0, 0), (0, 1)]);
        assert_eq!(rounded(length(&line) / 1_000.0).to_string(), "111");
        let square = points(&[(0, 0), (0, 1), (1, 1), (1, 0)]);
        assert_eq!(rounded(area(&square) / 1_000_000.0).to_string(), "12400");
        let other_way: Vec<Point> = square.iter().rev().copied().collect();
        assert_eq!(rounded(area(&other_way)), rounded(area(&square)));
    }

    #[test]
    fn a_field_is_measured_to_the_square_metre() {
        // 100 metres a side, at 60 degrees north: the parts of a degree are of another size each way.
        let (high, wide): (i64, i64) = (8_993, 17_986);
        let corner = |latitude: i64, longitude: i64| Point {
            latitude: 600_000_000 + latitude,
            longitude,
        };
        let field = [corner(0, 0), corner(0, wide), corner(high, wide), corner(high, 0)];
        assert_eq!(rounded(area(&field)).to_string(), "10000");
    }

    #[test]
    fn what_meets_itself_is_seen() {
        for crossing in [
            &[(0, 0), (1, 1), (1, 0), (0, 1)][..],
            // It touches itself in a point, goes back over itself, and has no inside.
            &[(0, 0), (0, 4), (4, 4), (0, 2), (4, 0)],
            &[(0, 0), (0, 4), (0, 2), (4, 2)],
            &[(0, 0), (1, 1), (2, 2)],
        ] {
            assert!(meets_itself(&points(crossing)), "{crossing:?}");
        }
        for fine in [
            &[(0, 0), (0, 1), (1, 0)][..],
            &[(0, 0), (0, 2), (0, 4), (4, 4), (2, 2)],
            &[(0, 0), (4, 0), (4, 4), (3, 1)],
        ] {
            assert!(!meets_itself(&points(fine)), "{fine:?}");
        }
    }
}
