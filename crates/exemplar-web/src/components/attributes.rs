//! The attributes that several components write: free ones, `aria-describedby`, plural forms for the browser, and heading levels.
use std::fmt;

use askama::filters::{Escaper, Html, HtmlSafe};
use askama::{FastWritable, NO_VALUES, Values};

use super::Content;

/// Further attributes of an element, as names and values.
/// Names are written by us, never taken from a person; values are escaped.
#[derive(Clone, Copy, Default)]
pub struct Attributes<'a>(pub &'a [(&'a str, &'a str)]);

impl FastWritable for Attributes<'_> {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        for (name, value) in self.0 {
            write_attribute(dest, &[name], value)?;
        }
        Ok(())
    }
}

/// Words for the browser's script by plural category, such as `one` and `other`, with `%{count}` where the number stands.
#[derive(Clone, Copy, Default)]
pub struct Plurals<'a>(pub &'a [(&'a str, &'a str)]);

/// Plural forms as `data-i18n.KEY.CATEGORY` attributes.
pub(super) struct PluralAttributes<'a> {
    key: &'a str,
    forms: Plurals<'a>,
}

impl<'a> PluralAttributes<'a> {
    pub fn of(key: &'a str, forms: &Plurals<'a>) -> Self {
        PluralAttributes { key, forms: *forms }
    }
}

impl FastWritable for PluralAttributes<'_> {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        for (category, words) in self.forms.0 {
            write_attribute(dest, &["data-i18n.", self.key, ".", category], words)?;
        }
        Ok(())
    }
}

fn write_attribute(dest: &mut dyn fmt::Write, name: &[&str], value: &str) -> fmt::Result {
    dest.write_char(' ')?;
    for part in name {
        Html.write_escaped_str(&mut *dest, part)?;
    }
    dest.write_str("=\"")?;
    Html.write_escaped_str(&mut *dest, value)?;
    dest.write_char('"')
}

/// The whole `aria-describedby` attribute of a field, or nothing when nothing describes it.
#[derive(Default)]
pub(super) struct DescribedBy<'a> {
    /// Ids that the caller names.
    pub others: &'a str,
    /// What the ids of the field's own parts begin with.
    pub id: &'a str,
    /// Whether the count of characters stands below the field.
    pub info: bool,
    /// Whether the field has a hint.
    pub hint: bool,
    /// Whether the field has an error.
    pub error: bool,
    /// The item whose hint describes it too.
    pub item: Option<ItemId<'a>>,
}

impl<'a> DescribedBy<'a> {
    /// What describes a field with a hint and an error of its own.
    pub fn field(others: &'a str, id: &'a str, hint: &Content<'_>, error: bool) -> Self {
        DescribedBy {
            others,
            id,
            hint: !hint.is_empty(),
            error,
            ..DescribedBy::default()
        }
    }
}

impl FastWritable for DescribedBy<'_> {
    fn write_into(&self, dest: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        let parts = [(self.info, "-info"), (self.hint, "-hint"), (self.error, "-error")];
        let mut separator = " aria-describedby=\"";
        if !self.others.is_empty() {
            dest.write_str(separator)?;
            Html.write_escaped_str(&mut *dest, self.others)?;
            separator = " ";
        }
        for (_, suffix) in parts.iter().filter(|(shown, _)| *shown) {
            dest.write_str(separator)?;
            Html.write_escaped_str(&mut *dest, self.id)?;
            dest.write_str(suffix)?;
            separator = " ";
        }
        if let Some(item) = &self.item {
            dest.write_str(separator)?;
            item.write_into(dest, values)?;
            dest.write_str("-item-hint")?;
            separator = " ";
        }
        if separator == " " {
            dest.write_char('"')?;
        }
        Ok(())
    }
}

/// The id of an item in a list: its own, or the list's with the item's number from the second on.
/// The first has none, so that an error summary can link to it by the list's id.
#[derive(Clone, Copy)]
pub(super) struct ItemId<'a> {
    pub own: &'a str,
    pub prefix: &'a str,
    pub number: usize,
}

impl FastWritable for ItemId<'_> {
    fn write_into(&self, dest: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        if !self.own.is_empty() {
            return Ok(Html.write_escaped_str(dest, self.own)?);
        }
        Html.write_escaped_str(&mut *dest, self.prefix)?;
        if self.number > 1 {
            dest.write_char('-')?;
            self.number.write_into(dest, values)?;
        }
        Ok(())
    }
}

/// How deep a heading stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum HeadingLevel {
    /// The heading of the page.
    H1,
    /// A part of the page.
    H2,
    /// A part of a part.
    H3,
    /// One below.
    H4,
    /// One below that.
    H5,
    /// The deepest.
    H6,
}

impl FastWritable for HeadingLevel {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        Ok(dest.write_str(match self {
            HeadingLevel::H1 => "h1",
            HeadingLevel::H2 => "h2",
            HeadingLevel::H3 => "h3",
            HeadingLevel::H4 => "h4",
            HeadingLevel::H5 => "h5",
            HeadingLevel::H6 => "h6",
        })?)
    }
}

/// Lets askama write a type that escapes itself.
macro_rules! writes_itself {
    ($($name:ty),+) => {
        $(
            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    self.write_into(f, NO_VALUES).map_err(|_| fmt::Error)
                }
            }

            impl HtmlSafe for $name {}
        )+
    };
}

writes_itself!(
    Attributes<'_>,
    PluralAttributes<'_>,
    DescribedBy<'_>,
    ItemId<'_>,
    HeadingLevel
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_nothing_describes_has_no_attribute() {
        let nothing = DescribedBy {
            id: "age",
            ..DescribedBy::default()
        };
        assert_eq!(nothing.to_string(), "");
    }

    #[test]
    fn a_field_is_described_by_its_hint_before_its_error() {
        let both = DescribedBy {
            others: "terms",
            id: "age",
            hint: true,
            error: true,
            ..DescribedBy::default()
        };
        assert_eq!(both.to_string(), " aria-describedby=\"terms age-hint age-error\"");
    }

    #[test]
    fn the_first_item_has_the_id_of_its_list() {
        let id = |number| {
            ItemId {
                own: "",
                prefix: "age",
                number,
            }
            .to_string()
        };
        assert_eq!((id(1), id(2)), ("age".to_owned(), "age-2".to_owned()));
    }

    #[test]
    fn the_value_of_an_attribute_is_escaped() {
        assert_eq!(
            Attributes(&[("data-name", "\"<")]).to_string(),
            " data-name=\"&#34;&#60;\""
        );
    }
}
