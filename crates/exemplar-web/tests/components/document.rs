//! Documents in a form in which the order of attributes and classes, and space that does not show, make no difference.
use std::fmt::Write;

use scraper::node::{Element, Node};
use scraper::{ElementRef, Html};

/// One line for each tag and each run of text, without the elements to be left out.
pub fn normalised(markup: &str, left_out: fn(&Element) -> bool) -> String {
    let fragment = Html::parse_fragment(markup);
    let mut lines = Vec::new();
    write_children(fragment.root_element(), false, left_out, &mut lines);
    let mut text = String::new();
    for (place, line) in lines.iter().enumerate() {
        let Line::Text(words) = line else {
            writeln!(text, "{}", line.words()).unwrap();
            continue;
        };
        // Space shows between words and beside spans within them, not at the edge of anything else.
        let words = match place.checked_sub(1).map(|before| &lines[before]) {
            Some(Line::Span(_)) => words.as_str(),
            _ => words.trim_start(),
        };
        let words = match lines.get(place + 1) {
            Some(Line::Span(_)) => words,
            _ => words.trim_end(),
        };
        if !words.is_empty() {
            writeln!(text, "\"{words}\"").unwrap();
        }
    }
    text
}

/// The lines of two documents side by side where they differ.
pub fn difference(expected: &str, written: &str) -> String {
    let (expected, written): (Vec<_>, Vec<_>) = (expected.lines().collect(), written.lines().collect());
    let same = expected.iter().zip(&written).take_while(|(a, b)| a == b).count();
    let show = |lines: &[&str]| {
        lines[same..]
            .iter()
            .take(4)
            .map(|line| format!("    {line}\n"))
            .collect::<String>()
    };
    format!(
        "  line {same}, expected\n{}  written\n{}",
        show(&expected),
        show(&written)
    )
}

enum Line {
    Tag(String),
    Span(String),
    Text(String),
    Exact(String),
}

impl Line {
    fn words(&self) -> &str {
        match self {
            Line::Tag(words) | Line::Span(words) | Line::Text(words) | Line::Exact(words) => words,
        }
    }
}

fn write_children(parent: ElementRef<'_>, exact: bool, left_out: fn(&Element) -> bool, lines: &mut Vec<Line>) {
    for child in parent.children() {
        match child.value() {
            Node::Text(text) if exact => lines.push(Line::Exact(format!("{:?}", &**text))),
            Node::Text(text) => lines.push(Line::Text(collapsed(text))),
            Node::Element(element) if left_out(element) => {}
            Node::Element(element) => {
                let name = element.name().to_owned();
                let line = if is_within_words(element) {
                    Line::Span
                } else {
                    Line::Tag
                };
                lines.push(line(start_tag(element)));
                let within = ElementRef::wrap(child).unwrap();
                write_children(within, matches!(&*name, "textarea" | "pre"), left_out, lines);
                lines.push(line(format!("</{name}>")));
            }
            _ => {}
        }
    }
}

/// True for spans that are part of a sentence: those for people who hear the page, and those without a class.
/// The others are set as boxes, where space at the edge does not show.
fn is_within_words(element: &Element) -> bool {
    element.name() == "span" && matches!(element.attr("class"), None | Some("govuk-visually-hidden"))
}

fn start_tag(element: &Element) -> String {
    let mut attributes: Vec<String> = element
        .attrs()
        .map(|(name, value)| {
            let mut words: Vec<&str> = value.split_whitespace().collect();
            if name == "class" {
                words.sort_unstable();
                words.dedup();
                format!(" class={words:?}")
            } else {
                format!(" {name}={value:?}")
            }
        })
        .collect();
    attributes.sort();
    format!("<{}{}>", element.name(), attributes.concat())
}

/// Each run of space as one space.
fn collapsed(text: &str) -> String {
    let mut words = String::new();
    for letter in text.chars() {
        match letter.is_ascii_whitespace() {
            true if words.ends_with(' ') => {}
            true => words.push(' '),
            false => words.push(letter),
        }
    }
    words
}

#[track_caller]
fn check(one: &str, other: &str, same: bool) {
    let (one, other) = (normalised(one, |_| false), normalised(other, |_| false));
    assert_eq!(one == other, same, "{one}\n{other}");
}

#[test]
fn the_order_of_attributes_and_classes_makes_no_difference() {
    check("<p id=a class='b c'>x</p>", "<p class=' c b' id='a'>x</p>", true);
}

#[test]
fn space_at_the_edge_of_a_paragraph_makes_no_difference() {
    check("<p>\n  x\n y</p>\n", "<p>x y</p>", true);
}

#[test]
fn space_before_hidden_words_makes_a_difference() {
    check("<a>x<span> y</span></a>", "<a>x<span>y</span></a>", false);
}

#[test]
fn another_value_or_a_missing_tag_makes_a_difference() {
    check("<p id=a>x</p>", "<p id=b>x</p>", false);
    check("<p><b>x</b></p>", "<p>x</p>", false);
    check("<textarea>\n\na</textarea>", "<textarea>\na</textarea>", false);
}
