//! Values in rows and columns.
use askama::Template;

use super::{Attributes, Content, component};

/// A value, or the name of a row or column.
#[derive(Clone, Default)]
pub struct TableCell<'a> {
    /// What stands in it.
    pub content: Content<'a>,
    /// Whether it is a number, to be compared with those above and below.
    pub numeric: bool,
    /// How many columns it spans. 0 for one.
    pub colspan: u16,
    /// How many rows it spans. 0 for one.
    pub rowspan: u16,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl<'a> TableCell<'a> {
    /// Words.
    pub fn new(content: impl Into<Content<'a>>) -> Self {
        TableCell {
            content: content.into(),
            ..TableCell::default()
        }
    }

    /// A number.
    pub fn numeric(content: impl Into<Content<'a>>) -> Self {
        TableCell {
            content: content.into(),
            numeric: true,
            ..TableCell::default()
        }
    }
}

/// Values in rows and columns.
#[derive(Template, Clone, Default)]
#[template(path = "components/table.html")]
pub struct Table<'a> {
    /// What the table shows.
    pub caption: Content<'a>,
    /// Further classes of the caption, such as `govuk-table__caption--m`.
    pub caption_classes: &'a str,
    /// The names of the columns.
    pub head: Vec<TableCell<'a>>,
    /// The rows.
    pub rows: Vec<Vec<TableCell<'a>>>,
    /// Whether the first cell of each row is its name.
    pub first_cell_is_header: bool,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(Table);
