//! Headings and lists below one another, with their indents and the blank lines between them.

use super::form::{in_order, is_prose, may_be_long, under};
use super::line;
use super::scalar::{Around, block, ended, plain_or_quoted};
use crate::definition::keys::{SERVICE, Shape};
use crate::definition::source::{Key, Node, What};

/// No line is longer where that can be helped.
pub(super) const WIDTH: usize = 100;

/// One file.
pub(super) fn file(out: &mut String, node: &Node, shape: Shape) {
    let mut writer = Writer { out };
    match &node.what {
        What::Nothing => {}
        What::Map(entries) if entries.is_empty() => writer.out.push_str("{}\n"),
        What::List(nodes) if nodes.is_empty() => writer.out.push_str("[]\n"),
        What::Map(_) => writer.map(node, shape, 0),
        What::List(nodes) => nodes.iter().for_each(|node| writer.item(node, shape, 0)),
        What::Text(text, _) => {
            writer.out.push_str(&plain_or_quoted(text, on_a_line(shape)));
            writer.out.push('\n');
        }
    }
}

struct Writer<'o> {
    out: &'o mut String,
}

impl Writer<'_> {
    /// Headings, a line each, in canonical order.
    fn map(&mut self, node: &Node, shape: Shape, indent: usize) {
        let is_pages = matches!(shape, Shape::Each(Shape::Under(heading)) if heading.kind);
        // Questions that share a page stand close together.
        let apart = is_pages && indent <= 2;
        let is_service = matches!(shape, Shape::Under(heading) if std::ptr::eq(heading, &raw const SERVICE));
        let mut before_is_tall = false;
        for (i, (key, node)) in in_order(node, shape).into_iter().enumerate() {
            let shape = under(shape, &key.text);
            let tall = is_service && is_tall(key, node, shape, indent);
            if i > 0 && (apart || tall || before_is_tall) {
                self.out.push('\n');
            }
            before_is_tall = tall;
            self.heading(key, node, shape, indent);
        }
    }

    fn heading(&mut self, key: &Key, node: &Node, shape: Shape, indent: usize) {
        let name = written(key);
        let column = value_column(&name, indent);
        self.out.push_str(&" ".repeat(indent));
        self.out.push_str(&name);
        self.out.push(':');
        self.value(node, shape, indent, column);
    }

    /// A value after its key or dash. `column` is where it would begin on the same line.
    fn value(&mut self, node: &Node, shape: Shape, indent: usize, column: usize) {
        match &node.what {
            What::Nothing => self.out.push('\n'),
            What::Text(text, _) => self.text(text, shape, indent, column),
            What::Map(entries) if entries.is_empty() => self.rest("{}"),
            What::List(nodes) if nodes.is_empty() => self.rest("[]"),
            What::Map(_) => match line::map(node, shape, column) {
                Some(line) => self.rest(&line),
                None => {
                    self.out.push('\n');
                    self.map(node, shape, indent + 2);
                }
            },
            What::List(nodes) => match line::list(nodes, shape, column) {
                Some(line) => self.rest(&line),
                None => {
                    self.out.push('\n');
                    nodes.iter().for_each(|node| self.item(node, shape, indent + 2));
                }
            },
        }
    }

    /// The rest of a line.
    fn rest(&mut self, text: &str) {
        self.out.push(' ');
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn text(&mut self, typed: &str, shape: Shape, indent: usize, column: usize) {
        let text = ended(typed, shape);
        let is_long = may_be_long(shape) && column + text.chars().count() > WIDTH;
        let below = (is_long || text.contains('\n'))
            .then(|| block(text, shape, indent + 2))
            .flatten();
        let line = below.unwrap_or_else(|| plain_or_quoted(text, on_a_line(shape)));
        self.rest(&line);
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
                self.out.push_str(inner.trim_start_matches(' '));
            }
            _ => self.value(node, shape, indent, indent + 2),
        }
    }
}

/// Whether headings stand below this one, so that it stands apart from its neighbours.
fn is_tall(key: &Key, node: &Node, shape: Shape, indent: usize) -> bool {
    let column = value_column(&written(key), indent);
    !node.entries().is_empty() && line::map(node, shape, column).is_none()
}

fn written(key: &Key) -> String {
    plain_or_quoted(&key.text, Around::key())
}

/// Where a value begins, after its key, a colon and a blank.
fn value_column(name: &str, indent: usize) -> usize {
    indent + name.chars().count() + 2
}

fn on_a_line(shape: Shape) -> Around {
    Around {
        brackets: false,
        prose: is_prose(shape),
    }
}
