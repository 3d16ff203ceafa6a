//! Headings and lists on one line: `{ a: b }` and `[a, b]`. Nothing is given where they must stand below one another.

use super::form::{OneLine, in_order, is_expression, is_prose, one_line, under};
use super::scalar::{Around, ended, is_plain, plain_or_quoted};
use super::write::WIDTH;
use crate::definition::keys::Shape;
use crate::definition::source::{Node, What};

/// `{ a: b, c: d }`, where such headings are written on one line and it fits after `column`.
pub(super) fn map(node: &Node, shape: Shape, column: usize) -> Option<String> {
    let form = one_line(shape);
    if form == OneLine::Never || node.entries().is_empty() {
        return None;
    }
    let mut parts = Vec::with_capacity(node.entries().len());
    for (key, node) in in_order(node, shape) {
        let shape = under(shape, &key.text);
        let bare = |text: &str| is_plain(ended(text, shape), around(shape));
        if form == OneLine::PlainWords && !node.text().is_some_and(bare) {
            return None;
        }
        let value = value(node, shape)?;
        parts.push(format!("{}: {value}", plain_or_quoted(&key.text, Around::key())));
    }
    let line = format!("{{ {} }}", parts.join(", "));
    (column + line.chars().count() <= WIDTH).then_some(line)
}

fn value(node: &Node, shape: Shape) -> Option<String> {
    match &node.what {
        What::Text(text, _) => text_value(ended(text, shape), shape),
        What::List(nodes) => Some(format!("[{}]", values(nodes, shape)?.join(", "))),
        What::Map(_) | What::Nothing => None,
    }
}

fn text_value(text: &str, shape: Shape) -> Option<String> {
    // Quotes would hide what an expression says.
    let splits = is_expression(shape) && !is_plain(text, around(shape));
    (!text.contains('\n') && !splits).then(|| plain_or_quoted(text, around(shape)))
}

fn around(shape: Shape) -> Around {
    Around {
        brackets: true,
        prose: is_prose(shape),
    }
}

fn values(nodes: &[Node], shape: Shape) -> Option<Vec<String>> {
    nodes.iter().map(|node| value(node, shape)).collect()
}

/// `[a, b, c]`, continued on further lines where it is long. Cases stand below one another: they are read from the top.
pub(super) fn list(nodes: &[Node], shape: Shape, column: usize) -> Option<String> {
    if matches!(shape, Shape::Cases | Shape::CasesOr(_) | Shape::CasesOrEach(_)) {
        return None;
    }
    let mut out = String::from("[");
    let begin = column + out.len();
    let mut at = begin;
    for (i, part) in values(nodes, shape)?.iter().enumerate() {
        // With the comma or bracket that follows.
        let length = part.chars().count() + 1;
        if i > 0 {
            if at + 1 + length > WIDTH {
                out.push('\n');
                out.push_str(&" ".repeat(begin));
                at = begin;
            } else {
                out.push(' ');
                at += 1;
            }
        }
        out.push_str(part);
        out.push(if i + 1 == nodes.len() { ']' } else { ',' });
        at += length;
    }
    Some(out)
}
