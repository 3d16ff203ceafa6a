//! The canonical text of a definition: one order of keys, one way to write each value.
//! Formatting again changes nothing, and what is read from it is the same. [`scalar`] writes single texts.

mod scalar;

use super::Folder;
use super::keys::{EXAMPLE, Heading, OPTION, SERVICE, Shape, kind_of};
use super::source::{Findings, Key, Node, What, read_yaml};
use crate::kind::{KindKeys, Takes};
use scalar::{Around, block, plain_or_quoted};

/// The same folder in canonical text. A file that cannot be read stays as it is.
#[must_use]
pub fn format(folder: &Folder) -> Folder {
    let files = folder.files.iter().map(|(path, content)| {
        let written = std::str::from_utf8(content)
            .ok()
            .and_then(|text| format_file(path, text));
        (
            path.clone(),
            written.map_or_else(|| content.clone(), String::into_bytes),
        )
    });
    Folder {
        name: folder.name.clone(),
        files: files.collect(),
    }
}

/// One file in canonical text; nothing where it cannot be read, or is no file of a definition.
#[must_use]
pub fn format_file(path: &str, text: &str) -> Option<String> {
    if path.ends_with(".md") || path.ends_with(".csv") {
        let lines: Vec<&str> = text.trim_end().lines().map(str::trim_end).collect();
        return Some(lines.join("\n") + "\n");
    }
    let shape = match path.split_once('/') {
        None if path == "service.yaml" => Shape::Under(&SERVICE),
        None => SERVICE.rule(path.strip_suffix(".yaml")?)?.takes,
        Some(("words", _)) => Shape::Under(&SERVICE),
        Some(("examples", _)) => Shape::Under(&EXAMPLE),
        Some(_) => return None,
    };
    let mut findings = Findings::default();
    let node = read_yaml(path, text, &mut findings)?;
    let mut out = String::with_capacity(text.len());
    match node.what {
        What::Map(_) => Writer { out: &mut out }.map(&node, shape, 0),
        _ => return None,
    }
    Some(out)
}

/// No line is longer where that can be helped.
const WIDTH: usize = 120;

struct Writer<'o> {
    out: &'o mut String,
}

impl Writer<'_> {
    /// Headings, a line each, in canonical order.
    fn map(&mut self, node: &Node, shape: Shape, indent: usize) {
        let mut entries: Vec<&(Key, Node)> = node.entries().iter().collect();
        if let Some(heading) = heading_of(shape) {
            entries.sort_by_key(|(key, _)| heading.rank(&key.text));
        }
        let pages = matches!(shape, Shape::Each(Shape::Under(heading)) if heading.kind) && indent <= 2;
        let top = indent == 0 && matches!(shape, Shape::Under(heading) if std::ptr::eq(heading, &raw const SERVICE));
        let mut last_was_block = false;
        for (i, (key, node)) in entries.into_iter().enumerate() {
            let shape = shape_under(shape, key);
            let is_block =
                matches!(node.what, What::Map(_)) && flow_map(node, shape, indent + 2 + key.text.len()).is_none();
            if i > 0 && (pages || (top && (is_block || last_was_block))) {
                self.out.push('\n');
            }
            last_was_block = is_block;
            self.entry(key, node, shape, indent);
        }
    }

    fn entry(&mut self, key: &Key, node: &Node, shape: Shape, indent: usize) {
        self.out.push_str(&" ".repeat(indent));
        self.out.push_str(&plain_or_quoted(&key.text, Around::Key));
        self.out.push(':');
        self.value(node, shape, indent, indent + key.text.chars().count() + 2);
    }

    /// A value after its key or dash. `column` is where it would begin.
    fn value(&mut self, node: &Node, shape: Shape, indent: usize, column: usize) {
        match &node.what {
            What::Nothing => self.out.push('\n'),
            What::Text(text, _) => self.text(text, shape, indent, column),
            What::Map(entries) if entries.is_empty() => self.out.push_str(" {}\n"),
            What::Map(_) => match flow_map(node, shape, column) {
                Some(flow) => self.line(&flow),
                None => {
                    self.out.push('\n');
                    self.map(node, shape, indent + 2);
                }
            },
            What::List(nodes) if nodes.is_empty() => self.out.push_str(" []\n"),
            What::List(nodes) => match flow_list(nodes, shape, column) {
                Some(flow) => self.line(&flow),
                None => {
                    self.out.push('\n');
                    for node in nodes {
                        self.item(node, shape, indent + 2);
                    }
                }
            },
        }
    }

    fn line(&mut self, text: &str) {
        self.out.push(' ');
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn text(&mut self, text: &str, shape: Shape, indent: usize, column: usize) {
        let text = text.trim_end();
        let one_line = !text.contains('\n') && column + text.chars().count() <= WIDTH;
        let written = if one_line || !matches!(shape, Shape::Words | Shape::Plain | Shape::WordsOr(_)) {
            None
        } else {
            block(text, indent + 2)
        };
        match written {
            Some(block) => self.line(&block),
            None => self.line(&plain_or_quoted(text, around(shape))),
        }
    }

    /// One entry of a list.
    fn item(&mut self, node: &Node, shape: Shape, indent: usize) {
        self.out.push_str(&" ".repeat(indent));
        self.out.push('-');
        match &node.what {
            What::Map(entries) if !entries.is_empty() => {
                let mut inner = String::new();
                Writer { out: &mut inner }.map(node, shape, indent + 2);
                // The first heading stands beside the dash.
                self.out.push(' ');
                self.out.push_str(inner.trim_start());
            }
            _ => self.value(node, shape, indent, indent + 2),
        }
    }
}

fn heading_of(shape: Shape) -> Option<&'static Heading> {
    match shape {
        Shape::Under(heading) | Shape::WordsOr(heading) | Shape::CasesOr(heading) => Some(heading),
        _ => None,
    }
}

/// What stands under `key`, where `shape` stands.
fn shape_under(shape: Shape, key: &Key) -> Shape {
    match shape {
        Shape::Each(inner) => *inner,
        Shape::Options => Shape::WordsOr(&OPTION),
        Shape::Cells => Shape::Words,
        Shape::Kind(kind) => kind_shape(kind, &key.text),
        _ => match heading_of(shape) {
            Some(heading) => match heading.rule(&key.text) {
                Some(rule) => rule.takes,
                None => kind_of(&key.text)
                    .filter(|_| heading.kind)
                    .map_or(Shape::Answer, |kind| match kind.takes {
                        Takes::Choices => Shape::Options,
                        Takes::Words => Shape::Words,
                        _ => Shape::Kind(kind),
                    }),
            },
            None => Shape::Answer,
        },
    }
}

/// What a rule of a kind takes.
fn kind_shape(kind: &KindKeys, rule: &str) -> Shape {
    match kind.rules.iter().find(|known| known.key == rule).map(|rule| rule.takes) {
        Some(Takes::Words) => Shape::Words,
        Some(Takes::Bound(_)) => Shape::Cases,
        Some(Takes::Choices) => Shape::Options,
        Some(Takes::Yes) => Shape::Yes,
        _ => Shape::Answer,
    }
}

fn around(shape: Shape) -> Around {
    match shape {
        Shape::Yes | Shape::Answer | Shape::OneOf(_) => Around::Answer,
        _ => Around::Block,
    }
}

/// `{ a: b, c: d }`, where such headings are written on one line and it fits.
fn flow_map(node: &Node, shape: Shape, column: usize) -> Option<String> {
    let inline = match shape {
        Shape::Kind(_) | Shape::Answer | Shape::Each(Shape::Answer | Shape::Name) => true,
        Shape::WordsOr(heading) => heading.name == OPTION.name,
        Shape::Under(heading) => ["appeal", "a channel"].contains(&heading.name),
        _ => false,
    };
    if !inline || node.entries().is_empty() {
        return None;
    }
    let mut entries: Vec<&(Key, Node)> = node.entries().iter().collect();
    if let Some(heading) = heading_of(shape) {
        entries.sort_by_key(|(key, _)| heading.rank(&key.text));
    }
    let mut parts = Vec::with_capacity(entries.len());
    for (key, node) in entries {
        let value = flow_value(node, shape_under(shape, key))?;
        parts.push(format!("{}: {value}", plain_or_quoted(&key.text, Around::Key)));
    }
    let flow = format!("{{ {} }}", parts.join(", "));
    (column + flow.chars().count() <= WIDTH).then_some(flow)
}

fn flow_value(node: &Node, shape: Shape) -> Option<String> {
    match &node.what {
        What::Text(text, _) => {
            let text = text.trim_end();
            let expression = matches!(shape, Shape::Condition | Shape::Cases);
            if text.contains('\n') || (expression && text.contains([',', '[', '{'])) {
                return None;
            }
            let around = match around(shape) {
                Around::Answer => Around::FlowAnswer,
                _ => Around::Flow,
            };
            Some(plain_or_quoted(text, around))
        }
        What::Map(_) => flow_map(node, Shape::Answer, 0),
        What::List(nodes) => {
            let parts: Option<Vec<String>> = nodes.iter().map(|node| flow_value(node, shape)).collect();
            Some(format!("[{}]", parts?.join(", ")))
        }
        What::Nothing => None,
    }
}

/// `[a, b, c]`, continued on further lines where it is long.
fn flow_list(nodes: &[Node], shape: Shape, column: usize) -> Option<String> {
    if matches!(shape, Shape::Cases | Shape::CasesOr(_)) || nodes.iter().any(|node| matches!(node.what, What::Map(_))) {
        return None;
    }
    let parts: Option<Vec<String>> = nodes.iter().map(|node| flow_value(node, shape)).collect();
    let mut out = String::from("[");
    let mut width = column + 1;
    for (i, part) in parts?.iter().enumerate() {
        let length = part.chars().count() + 2;
        if i > 0 {
            out.push(',');
            if width + length > WIDTH {
                out.push('\n');
                out.push_str(&" ".repeat(column + 1));
                width = column + 1;
            } else {
                out.push(' ');
            }
        }
        out.push_str(part);
        width += length;
    }
    out.push(']');
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, canonical: &str) {
        assert_eq!(format_file("service.yaml", text).as_deref(), Some(canonical));
        assert_eq!(
            format_file("service.yaml", canonical).as_deref(),
            Some(canonical),
            "again"
        );
    }

    #[test]
    fn keys_stand_in_one_order() {
        check(
            "organisation: a\nname: B\nsend: { say: D, button: C }\n",
            "name: B\norganisation: a\n\nsend:\n  button: C\n  say: D\n",
        );
    }

    #[test]
    fn rules_of_a_kind_stand_on_one_line() {
        check(
            "questions:\n  a:\n    date:\n      in: past\n    ask: B\n    when: c\n",
            "questions:\n  a:\n    when: c\n    ask: B\n    date: { in: past }\n",
        );
    }

    #[test]
    fn what_other_tools_misread_is_quoted() {
        check(
            "name: NO\nstart:\n  takes: 12.10\n  say: 'a: b'\n",
            "name: \"NO\"\n\nstart:\n  say: \"a: b\"\n  takes: \"12.10\"\n",
        );
    }

    #[test]
    fn cases_are_a_line_each() {
        check(
            "facts:\n  a: [1 when b, 2]\n  c: x in [d, e]\n",
            "facts:\n  a:\n    - 1 when b\n    - 2\n  c: x in [d, e]\n",
        );
    }
}
