//! One YAML file as a tree. Text is kept as typed: `NO`, `0300` and `12.10` stay what they are.
//! Tags, anchors, aliases, merge keys, several documents and doubled keys are refused.

use std::borrow::Cow;
use std::collections::HashSet;

use granit_parser::{Event, Parser, ScalarStyle, Span};

use super::folder::is_hidden;
use super::indent::wrong_indent;
use super::{Findings, Key, Node, Place, Style, What};
use crate::definition::limits::{DEPTH, NAME_CHARACTERS, NODES, TEXT_BYTES};

/// A finding that comments would be lost by formatting.
pub(in crate::definition) const COMMENT: &str = "comment";

/// What cannot be read on.
struct Refused {
    place: Place,
    code: &'static str,
    message: String,
    advice: Cow<'static, str>,
}

/// Reads one file; nothing where it cannot be read, which is then a finding.
pub(in crate::definition) fn read_yaml(path: &str, text: &str, findings: &mut Findings) -> Option<Node> {
    let file = findings.file(path);
    let mut building = Building {
        file,
        lines: text.lines().collect(),
        open: Vec::new(),
        root: None,
        nodes: 0,
        comments: Vec::new(),
    };
    let result = building.read(text);
    for place in building.comments.iter().take(1) {
        findings.warning(
            *place,
            COMMENT,
            "Comments are lost when the file is formatted.",
            "Write it under note, which every heading may have.",
        );
    }
    match result {
        Ok(()) => Some(building.root.unwrap_or(Node {
            place: Place {
                file,
                ..Place::default()
            },
            what: What::Nothing,
        })),
        Err(refused) => {
            findings.error(refused.place, refused.code, refused.message, refused.advice);
            None
        }
    }
}

/// A mapping or list that is not closed yet.
enum Open {
    List(Place, Vec<Node>),
    Map(Place, Vec<(Key, Node)>, HashSet<String>, Option<Key>),
}

struct Building<'a> {
    file: usize,
    lines: Vec<&'a str>,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    comments: Vec<Place>,
}

impl Building<'_> {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        let options = granit_parser::options! {
            disallow_directives: true,
            emit_unresolved_aliases: true,
        };
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(text, options) {
            let (event, span) = event.map_err(|error| self.broken(&error))?;
            if matches!(event, Event::DocumentStart(..)) {
                documents += 1;
                if documents > 1 {
                    return Err(self.refuse(
                        &span,
                        "several_documents",
                        "A second document begins here.",
                        "Keep one document in a file, without \"---\".",
                    ));
                }
            }
            self.event(event, &span)?;
        }
        Ok(())
    }

    fn event(&mut self, event: Event<'_>, span: &Span) -> Result<(), Refused> {
        match event {
            Event::Comment(..) => {
                let place = self.place(span);
                self.comments.push(place);
                Ok(())
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => Err(self.refuse(
                span,
                "alias",
                "A \"*\" at the beginning refers to another place of the file, which is not allowed.",
                "Put the text in quotes, or write it out.",
            )),
            Event::Scalar(text, style, anchor, tag) => {
                self.no_properties(anchor, tag.is_some(), span)?;
                self.scalar(text.into_owned(), style, span)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.no_properties(anchor, tag.is_some(), span)?;
                let place = self.place(span);
                self.begin(Open::List(place, Vec::new()), span)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.no_properties(anchor, tag.is_some(), span)?;
                let place = self.place(span);
                self.begin(Open::Map(place, Vec::new(), HashSet::new(), None), span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            _ => Ok(()),
        }
    }

    fn no_properties(&self, anchor: usize, tag: bool, span: &Span) -> Result<(), Refused> {
        if tag {
            return Err(self.refuse(
                span,
                "tag",
                "A \"!\" at the beginning is a tag of YAML, which is not allowed.",
                "For a condition write \"not\". For text put it in quotes.",
            ));
        }
        if anchor != 0 {
            return Err(self.refuse(
                span,
                "anchor",
                "A \"&\" at the beginning is an anchor of YAML, which is not allowed.",
                "Put the text in quotes. What is used twice goes under phrases, lists or facts.",
            ));
        }
        Ok(())
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, span: &Span) -> Result<(), Refused> {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
        };
        if text.len() > TEXT_BYTES {
            return Err(self.refuse(
                span,
                "text_too_long",
                format!("This text has {} bytes; at most {TEXT_BYTES} are read.", text.len()),
                "Shorten it.",
            ));
        }
        if text.chars().any(|c| c != '\n' && is_hidden(c)) {
            return Err(self.refuse(
                span,
                "hidden_character",
                "A character here cannot be seen, and may change what the text seems to say.",
                "Take it out.",
            ));
        }
        let place = match style {
            Style::Block => self.block_place(span),
            _ => self.place(span),
        };
        if let Some(Open::Map(_, _, seen, key @ None)) = self.open.last_mut() {
            let refused = if text == "<<" {
                Some((
                    "merge_key",
                    "\"<<\" would merge another mapping in here, which is not allowed.",
                ))
            } else if text.is_empty() {
                Some(("empty_key", "A heading is empty."))
            } else if text.chars().count() > NAME_CHARACTERS * 2 || style == Style::Block {
                Some(("long_key", "This heading is too long."))
            } else if !seen.insert(text.clone()) {
                Some(("twice", "This heading stands here twice."))
            } else {
                None
            };
            if let Some((code, message)) = refused {
                return Err(self.refuse(span, code, message, "Rename it, or leave it out."));
            }
            *key = Some(Key { text, place });
            return Ok(());
        }
        // The parser gives a missing value as YAML's sign for nothing.
        let what = if matches!(text.as_str(), "" | "~") && style == Style::Plain {
            What::Nothing
        } else {
            What::Text(text, style)
        };
        self.node(Node { place, what }, span)
    }

    fn begin(&mut self, open: Open, span: &Span) -> Result<(), Refused> {
        if let Some(Open::Map(_, _, _, None)) = self.open.last() {
            return Err(self.refuse(
                span,
                "key",
                "A heading must be one word.",
                "If a text begins with a bracket, put it in quotes.",
            ));
        }
        if self.open.len() >= DEPTH {
            return Err(self.refuse(
                span,
                "too_deep",
                format!("Headings stand more than {DEPTH} deep."),
                "No part of a service is so deep. Check the indents.",
            ));
        }
        self.open.push(open);
        Ok(())
    }

    fn end(&mut self, span: &Span) -> Result<(), Refused> {
        let end = span.end;
        let whole = |place: Place| {
            let length = (end.col() + 1).saturating_sub(place.column);
            if end.line() == place.line && length > 0 {
                Place { length, ..place }
            } else {
                place
            }
        };
        let node = match self.open.pop() {
            Some(Open::List(place, nodes)) => Node {
                place: whole(place),
                what: What::List(nodes),
            },
            Some(Open::Map(place, entries, _, _)) => Node {
                place: whole(place),
                what: What::Map(entries),
            },
            None => return Ok(()),
        };
        self.node(node, span)
    }

    fn node(&mut self, node: Node, span: &Span) -> Result<(), Refused> {
        self.nodes += 1;
        if self.nodes > NODES {
            return Err(self.refuse(
                span,
                "too_much",
                format!("This file has more than {NODES} parts."),
                "Put long lists into lists/*.csv.",
            ));
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, nodes)) => nodes.push(node),
            Some(Open::Map(_, entries, _, key)) => {
                if let Some(key) = key.take() {
                    entries.push((key, node));
                }
            }
        }
        Ok(())
    }

    fn place(&self, span: &Span) -> Place {
        let (start, end) = (span.start, span.end);
        let length = if start.line() == end.line() {
            end.col().saturating_sub(start.col())
        } else {
            self.length_of(start.line()).saturating_sub(start.col())
        };
        Place {
            file: self.file,
            line: start.line(),
            column: start.col() + 1,
            length: length.max(1),
        }
    }

    fn length_of(&self, line: usize) -> usize {
        self.lines
            .get(line.saturating_sub(1))
            .map_or(1, |line| line.trim_end().chars().count())
    }

    /// The first line of a text after `|` or `>`.
    fn block_place(&self, span: &Span) -> Place {
        let header = span.start.line();
        let is_header = |line: &&str| line.trim_end().ends_with(['|', '>', '-', '+']);
        let first = match self.lines.get(header.saturating_sub(1)).filter(|line| is_header(line)) {
            Some(_) => header + 1,
            None => header,
        };
        let text = self.lines.get(first.saturating_sub(1)).copied().unwrap_or_default();
        let indent = text.chars().take_while(|c| *c == ' ').count();
        Place {
            file: self.file,
            line: first,
            column: indent + 1,
            length: text.trim().chars().count().max(1),
        }
    }

    fn refuse(&self, span: &Span, code: &'static str, message: impl Into<String>, advice: &'static str) -> Refused {
        Refused {
            place: self.place(span),
            code,
            message: message.into(),
            advice: advice.into(),
        }
    }

    /// What the parser could not read, with the usual reason.
    fn broken(&self, error: &granit_parser::ScanError) -> Refused {
        let at = *error.marker();
        if let Some(wrong) = wrong_indent(&self.lines, at.line()) {
            let column = wrong.column;
            return Refused {
                place: Place {
                    file: self.file,
                    line: wrong.line,
                    column: 1,
                    length: column.saturating_sub(1).max(1),
                },
                code: "indent",
                message: format!("This line begins in column {column}, where nothing above it begins."),
                advice: wrong.advice().into(),
            };
        }
        let line = self.lines.get(at.line().saturating_sub(1)).copied().unwrap_or_default();
        let advice = if line.starts_with('\t') || line.trim_start_matches(' ').starts_with('\t') {
            "Use blanks for the indent, not tabs."
        } else if line.matches(": ").count() > 1 {
            "A text with \": \" in it must stand in quotes."
        } else {
            "Check the indent, the quotes and the brackets. A text that begins with a sign must stand in quotes."
        };
        Refused {
            place: Place {
                file: self.file,
                line: at.line(),
                column: at.col() + 1,
                length: 1,
            },
            code: "yaml",
            message: "This line cannot be read.".into(),
            advice: advice.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Node>, Vec<&'static str>) {
        let mut findings = Findings::default();
        let node = read_yaml("service.yaml", text, &mut findings);
        let codes = findings.into_sorted().iter().map(|f| f.code).collect();
        (node, codes)
    }

    #[test]
    fn text_is_kept_as_typed() {
        let (node, _) = read("a: NO\nb: 0300\nc: 12.10\nd: 1e5\ne: yes\n");
        let node = node.unwrap();
        let texts: Vec<_> = node.entries().iter().map(|(_, node)| node.text().unwrap()).collect();
        assert_eq!(texts, ["NO", "0300", "12.10", "1e5", "yes"]);
    }

    #[test]
    fn a_place_is_where_it_was_typed() {
        let (node, _) = read("a:\n  b: \"cde\"\n  f: |\n    one\n    two\n");
        let a = node.unwrap();
        let a = a.get("a").unwrap();
        let b = a.get("b").unwrap();
        assert_eq!((b.place.line, b.place.column, b.place.length), (2, 6, 5));
        let part = b.within(&(1..2));
        assert_eq!((part.line, part.column), (2, 8));
        let f = a.get("f").unwrap().within(&(4..7));
        assert_eq!((f.line, f.column, f.length), (5, 5, 3));
    }

    #[test]
    fn what_hides_meaning_is_refused() {
        for (text, code) in [
            ("a: !x y", "tag"),
            ("when: !x", "tag"),
            ("a: &b c", "anchor"),
            ("a: *b", "alias"),
            ("<<: { a: b }", "merge_key"),
            ("a: 1\na: 2", "twice"),
            ("a: 1\n---\nb: 2", "several_documents"),
            ("%YAML 1.2\n---\na: 1", "yaml"),
            ("? [a, b]\n: c", "key"),
            ("a: b: c", "yaml"),
        ] {
            assert_eq!(read(text).1, [code], "{text}");
        }
    }
}
