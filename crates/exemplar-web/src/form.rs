//! Reads what a form sends: names and values, within limits.

use exemplar_core::kind::Typed;

/// A form's body may have so many bytes. Answers are text; files have a road of their own.
pub const BODY_LIMIT: usize = 256 * 1024;
/// A form may have so many fields.
pub const FIELDS_LIMIT: usize = 1_000;

/// The fields of a form, in order.
#[derive(Debug, Clone, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads a body of `application/x-www-form-urlencoded`. Too many fields are none at all.
    #[must_use]
    pub fn read(body: &[u8]) -> Option<Self> {
        let mut fields = Vec::new();
        for (name, value) in form_urlencoded::parse(body) {
            if fields.len() >= FIELDS_LIMIT {
                return None;
            }
            fields.push((name.into_owned(), value.into_owned()));
        }
        Some(Self(fields))
    }

    /// A form of these fields.
    #[must_use]
    pub fn of<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        Self(
            fields
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        )
    }

    /// The first value of a field, or nothing.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value)
    }

    /// Whether a field was sent.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// All fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// What was typed into a question's controls: `question` and `question-suffix`.
    #[must_use]
    pub fn typed(&self, question: &str) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in &self.0 {
            let Some(rest) = name.strip_prefix(question) else {
                continue;
            };
            let suffix = match rest.strip_prefix('-') {
                Some(suffix) => suffix,
                None if rest.is_empty() => "",
                None => continue,
            };
            typed.0.entry(suffix.to_owned()).or_default().push(value.clone());
        }
        typed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_date_belong_to_their_question() {
        let form = Form::read(b"date_of_birth-day=3&date_of_birth-month=4&date_of_birthday=x&csrf=1").unwrap();
        let typed = form.typed("date_of_birth");
        assert_eq!((typed.get("day"), typed.get("month"), typed.0.len()), ("3", "4", 2));
    }

    #[test]
    fn a_form_with_too_many_fields_is_refused() {
        let body = "a=1&".repeat(FIELDS_LIMIT + 1);
        assert!(Form::read(body.as_bytes()).is_none());
    }
}
