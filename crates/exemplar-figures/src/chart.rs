//! Charts as SVG: bars from the side where one starts to read, one group for each month. Lengths are shares of the width,
//! so that the words keep their size on a telephone. Series differ by hatching and edge as well as by colour; all styling
//! is by class. The same numbers stand in the table beside the chart.

use std::fmt::Write as _;

/// A chart.
#[derive(Debug, Clone, Default)]
pub struct Chart {
    /// Unique on the page: parts of the chart refer to one another by it.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The same in a sentence or two, for who does not see it.
    pub description: String,
    /// The names of the series, where there is more than one.
    pub series: Vec<String>,
    /// By month.
    pub groups: Vec<Group>,
}

/// The bars of one month.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// The month.
    pub name: String,
    /// One below the other.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Debug, Clone, Default)]
pub struct Bar {
    /// What stands above it at its end: the number, or why there is none.
    pub label: String,
    /// What it is made of, from its start.
    pub segments: Vec<Segment>,
}

/// A part of a bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Segment {
    /// Which series, from 0.
    pub series: usize,
    /// How long: a share of the longest that the chart can show, from 0 to 1.
    pub share: f64,
}

/// Sizes in pixels.
const LINE: u32 = 22;
const BAR: u32 = 16;
const GAP: u32 = 10;
const BETWEEN: u32 = 4;

/// The chart; nothing where it would have no bar.
#[must_use]
pub fn draw(chart: &Chart) -> String {
    let mut out = String::new();
    let mut bars = chart.groups.iter().flat_map(|group| &group.bars);
    if bars.all(|bar| bar.segments.is_empty()) {
        return out;
    }
    let height = height(chart);
    let (id, title, description) = (&chart.id, escape(&chart.title), escape(&chart.description));
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"100%\" height=\"{height}\" \
         aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{title}</title>\
         <desc id=\"{id}-desc\">{description}</desc>\
         <defs><pattern id=\"{id}-hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><line class=\"app-chart__hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\"/>\
         </pattern></defs>"
    );
    let mut y = 2;
    for (series, name) in chart.series.iter().enumerate() {
        bar(&mut out, id, series, 0.0, (0.0, y), Some(BAR));
        text(&mut out, "24", y + 13, "start", name);
        y += LINE;
    }
    for group in &chart.groups {
        y += GAP;
        let _ = write!(
            out,
            "<line class=\"app-chart__grid\" x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/>"
        );
        text(&mut out, "0", y + 17, "start", &group.name);
        for (at, one) in group.bars.iter().enumerate() {
            text(&mut out, "100%", y + 17, "end", &one.label);
            y += LINE;
            let mut from = 0.0;
            for segment in one.segments.iter().filter(|segment| segment.share > 0.0) {
                let share = segment.share.clamp(0.0, 1.0 - from);
                bar(&mut out, id, segment.series, share, (from, y), None);
                from += share;
            }
            y += if one.segments.is_empty() { 0 } else { BAR };
            y += if at + 1 < group.bars.len() { BETWEEN } else { 0 };
        }
    }
    out.push_str("</svg>");
    out
}

fn height(chart: &Chart) -> u32 {
    let legend = u32::try_from(chart.series.len()).unwrap_or(0) * LINE;
    let bar = |bar: &Bar| LINE + if bar.segments.is_empty() { 0 } else { BAR };
    let between = |group: &Group| BETWEEN * u32::try_from(group.bars.len()).unwrap_or(1).saturating_sub(1);
    let groups = chart.groups.iter();
    let groups = groups.map(|group| GAP + group.bars.iter().map(bar).sum::<u32>() + between(group));
    legend + groups.sum::<u32>() + 4
}

/// A part of a bar, or, with a fixed width, the sign of its series.
fn bar(out: &mut String, id: &str, series: usize, share: f64, (x, y): (f64, u32), fixed: Option<u32>) {
    let class = match series {
        0 => "app-chart__bar",
        1 => "app-chart__bar app-chart__bar--second",
        2 => "app-chart__bar app-chart__bar--third",
        _ => "app-chart__bar app-chart__bar--whole",
    };
    let width = fixed.map_or_else(|| percent(share), |width| width.to_string());
    let place = format!("x=\"{}\" y=\"{y}\" width=\"{width}\" height=\"{BAR}\"", percent(x));
    let _ = write!(out, "<rect class=\"{class}\" {place}/>");
    if series == 1 {
        let _ = write!(out, "<rect fill=\"url(#{id}-hatch)\" {place}/>");
    }
}

fn text(out: &mut String, x: &str, y: u32, anchor: &str, words: &str) {
    let words = escape(words);
    let _ = write!(
        out,
        "<text class=\"app-chart__label\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{words}</text>"
    );
}

fn percent(share: f64) -> String {
    format!("{:.2}%", share * 100.0)
}

fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(segments: &[(usize, f64)]) -> Chart {
        let segments = segments.iter().map(|&(series, share)| Segment { series, share });
        Chart {
            id: "c".to_owned(),
            title: "A <b> & \"c\"".to_owned(),
            description: "What it shows".to_owned(),
            series: Vec::new(),
            groups: vec![Group {
                name: "March 2026".to_owned(),
                bars: vec![Bar {
                    label: "12".to_owned(),
                    segments: segments.collect(),
                }],
            }],
        }
    }

    #[test]
    fn a_chart_has_a_title_and_a_description_and_no_style_of_its_own() {
        let svg = draw(&chart(&[(0, 0.5)]));
        assert!(svg.contains("<title id=\"c-title\">A &lt;b&gt; &amp; &quot;c&quot;</title>"));
        assert!(svg.contains("<desc id=\"c-desc\">What it shows</desc>"));
        assert!(!svg.contains("style="));
    }

    #[test]
    fn a_bar_never_leaves_the_chart() {
        let svg = draw(&chart(&[(0, 0.75), (1, 0.75)]));
        assert!(svg.contains("x=\"0.00%\" y=\"34\" width=\"75.00%\""), "{svg}");
        assert!(svg.contains("x=\"75.00%\" y=\"34\" width=\"25.00%\""), "{svg}");
    }

    #[test]
    fn a_month_without_a_number_has_words_and_no_bar() {
        let mut both = chart(&[(0, 0.5)]);
        both.groups.push(Group {
            name: "April 2026".to_owned(),
            bars: vec![Bar {
                label: "withheld".to_owned(),
                segments: Vec::new(),
            }],
        });
        let svg = draw(&both);
        assert_eq!(svg.matches("<rect").count(), 1);
        assert!(svg.contains(">withheld</text>"));
        assert_eq!(draw(&chart(&[])), "", "a chart without any bar is none");
    }
}
