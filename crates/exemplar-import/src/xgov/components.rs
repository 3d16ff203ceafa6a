//! What stands on a page: each type of component as a kind of answer of ours, with its words.

use serde_json::Value;

use super::lists::list_of;
use super::pages::key_of;
use super::{Reader, array, text_of};
use crate::form::{Content, Field, Kind, Repeat, Test, Words};
use crate::report::Became;

/// Components that are only shown.
const SHOWN: &[&str] = &[
    "Para",
    "Html",
    "InsetText",
    "Details",
    "List",
    "FlashCard",
    "ContentWithState",
];

/// The most fields of one component, with those that its options open.
const INNER: usize = 60;

/// Whether a field is there for the source's own sake: it need not be answered, and no page shows it.
fn is_unseen(component: &Value) -> bool {
    let options = component.get("options");
    let classes = options
        .and_then(|options| text_of(options, "classes"))
        .unwrap_or_default();
    let is_optional = options.and_then(|options| options.get("required")) == Some(&Value::Bool(false));
    is_optional && classes.split_whitespace().any(|class| class == "govuk-!-display-none")
}

impl Reader<'_> {
    /// What comes of a component: a text, a field, or a field with those that its options open.
    pub(crate) fn component(&mut self, component: &Value, section: Option<&str>, place: &str) -> Vec<Content> {
        let kind = text_of(component, "type").unwrap_or_default();
        if SHOWN.contains(&kind) {
            return self.shown(component, place).map(Content::Shown).into_iter().collect();
        }
        if is_unseen(component) {
            let says = "Nobody sees this field, so nobody answers it: an address can fill it in.";
            self.report.note(Became::LeftOut, (place, kind), "hidden", says);
            return Vec::new();
        }
        let name = text_of(component, "name").unwrap_or(place);
        let key = key_of(section, name);
        let (field, opened) = self.field(component, key, place);
        let opener = field.key.clone();
        let mut out = self
            .in_parts(field)
            .into_iter()
            .map(|field| Content::Field(Box::new(field)))
            .collect::<Vec<_>>();
        for (i, (option, inner)) in opened.iter().take(INNER).enumerate() {
            let place = format!("{place}.opened[{i}]");
            let name = text_of(inner, "name").unwrap_or(&place);
            let (mut field, _) = self.field(inner, key_of(section, name), &place);
            let chosen = Test::Contains {
                field: opener.clone(),
                option: option.clone(),
            };
            field.when = Some(match field.when.take() {
                Some(own) => chosen.and(own),
                None => chosen,
            });
            out.push(Content::Field(Box::new(field)));
        }
        out
    }

    /// A field, and what its options open.
    fn field(&mut self, component: &Value, key: String, place: &str) -> (Field, Vec<(String, Value)>) {
        let none = Value::Null;
        let options = component.get("options").unwrap_or(&none);
        let source_type = text_of(component, "type")
            .unwrap_or("component without a type")
            .to_owned();
        let label = component
            .get("title")
            .map(|title| self.words(title, place))
            .unwrap_or_default();
        let (hint, below) = self.hint(component, &label, place);
        let (kind, opened) = self.kind(&source_type, component, &key, place);
        let is_off = |key: &str| options.get(key) == Some(&Value::Bool(false));
        let when = text_of(options, "condition")
            .filter(|name| !name.is_empty())
            .map(|name| self.reference(name));
        let called = options.get("summaryTitle").map(|title| self.words(title, place));
        let content = text_of(component, "content").filter(|text| !text.trim().is_empty());
        let say = content.map(|text| self.markdown(text, place)).unwrap_or_default();
        let errors = self.errors(options, &kind, place);
        let minimum = options.get("minimumRequiredFiles").and_then(super::number);
        let field = Field {
            label_is_hidden: options.get("hideTitle") == Some(&Value::Bool(true)),
            required: !is_off("required") && minimum != Some(rust_decimal::Decimal::ZERO),
            place: place.to_owned(),
            key,
            source_type,
            label,
            called,
            hint,
            say: say.above(&below),
            kind,
            when,
            errors,
            ..Field::default()
        };
        (field, opened)
    }
    /// The hint. One of several lines cannot stand below a question, so it is said above the answer; what only says the
    /// label once more, or is there for the source's own sake, says nothing.
    fn hint(&mut self, component: &Value, label: &Words, place: &str) -> (Words, Words) {
        let Some(written) = component.get("hint") else {
            return Default::default();
        };
        let hint = self.words(written, place);
        let says_nothing = hint.own.eq_ignore_ascii_case(&label.own) || hint.own == "The MultiInputField needed";
        if says_nothing && !hint.is_empty() {
            let says = "The hint says no more than the question.";
            self.report.note(Became::LeftOut, (place, "hint"), "empty_hint", says);
            return Default::default();
        }
        let has_lines = |text: &str| text.contains("<li") || text.contains("<a ") || text.matches("<p").count() > 1;
        match written.as_str().filter(|text| has_lines(text)) {
            Some(text) => (Words::default(), self.markdown(text, place)),
            None => (hint, Words::default()),
        }
    }

    fn kind(&mut self, source: &str, component: &Value, key: &str, place: &str) -> (Kind, Vec<(String, Value)>) {
        let mut opened = Vec::new();
        let kind = match source {
            "TextField" => self.text(component, place),
            "FreeTextField" | "MultilineTextField" => self.long_text(component, place),
            "NumberField" => self.number_field(component, place),
            "YesNoField" => Kind::plain("yes_no"),
            "RadiosField" | "SelectField" | "AutocompleteField" | "CheckboxesField" => {
                let (options, inner) = self.options(component, place);
                opened = inner;
                match self.declared(source, &options, component) {
                    Some(words) => Kind::Declaration(words),
                    None => self.choice(source == "CheckboxesField", options, component),
                }
            }
            "TelephoneNumberField" => Kind::plain("phone"),
            "EmailAddressField" => Kind::plain("email"),
            "UkAddressField" => Kind::plain("address").with("of", "GB"),
            "WebsiteField" => Kind::plain("website"),
            "DatePartsField" | "DateField" | "DateTimeField" | "DateTimePartsField" => self.date(component),
            "TimeField" => Kind::plain("time"),
            "MonthYearField" => Kind::plain("month"),
            "FileUploadField" | "ClientSideFileUploadField" => self.file(component, place),
            "MultiInputField" => self.rows(component, key, place),
            _ => Kind::Unknown,
        };
        (kind, opened)
    }

    /// The words of a single box that must be ticked. Where a condition looks at it, it stays a box.
    fn declared(&self, source: &str, options: &[crate::form::Choice], component: &Value) -> Option<Words> {
        let [only] = options else { return None };
        let must = component.get("options").and_then(|options| options.get("required")) != Some(&Value::Bool(false));
        let is_plain = only.hint.is_empty() && only.when.is_none();
        let name = text_of(component, "name")?;
        let looked_at = self.written_conditions.contains(name);
        (source == "CheckboxesField" && must && is_plain && !looked_at).then(|| only.label.clone())
    }

    /// One of some options, or any of them. What offers yes and no is a question of yes or no.
    fn choice(&mut self, many: bool, options: Vec<crate::form::Choice>, component: &Value) -> Kind {
        if options.is_empty() {
            return Kind::Unknown;
        }
        let is = |at: usize, word: &str| {
            let option: &crate::form::Choice = &options[at];
            let is_bare = option.hint.is_empty() && option.when.is_none();
            is_bare && option.label.own.eq_ignore_ascii_case(word) && !option.value.trim().is_empty()
        };
        let says = |at: usize, words: [&str; 3]| {
            words
                .iter()
                .any(|word| options[at].value.trim().eq_ignore_ascii_case(word))
        };
        if !many
            && options.len() == 2
            && is(0, "yes")
            && is(1, "no")
            && says(0, ["yes", "true", "1"])
            && says(1, ["no", "false", "0"])
        {
            return Kind::plain("yes_no");
        }
        Kind::Choice {
            many,
            options,
            list: list_of(component).map(str::to_owned),
        }
    }

    /// A moment is a day and a time.
    fn in_parts(&mut self, field: Field) -> Vec<Field> {
        if !matches!(field.source_type.as_str(), "DateTimeField" | "DateTimePartsField") {
            return vec![field];
        }
        let says = "A day with a time is two questions here.";
        self.report.note(
            Became::Approximated,
            (&field.place, &field.source_type),
            "day_and_time",
            says,
        );
        let time = Field {
            key: format!("{}.time", field.key),
            kind: Kind::plain("time"),
            hint: Words::default(),
            say: Words::default(),
            errors: Vec::new(),
            label: field.label.map(|label| format!("{label}: time")),
            ..field.clone()
        };
        vec![field, time]
    }

    fn rows(&mut self, component: &Value, key: &str, place: &str) -> Kind {
        let none = Value::Null;
        let options = component.get("options").unwrap_or(&none);
        let mut fields = Vec::new();
        for (i, child) in array(component, "children").iter().take(INNER).enumerate() {
            let place = format!("{place}.children[{i}]");
            let name = text_of(child, "name").unwrap_or(&place);
            let inner = format!("{key}.{name}");
            fields.push(self.field(child, inner, &place).0);
        }
        if fields.is_empty() {
            return Kind::Unknown;
        }
        let at_most = options.get("maxMultiInputFieldRows").and_then(super::number);
        Kind::Rows {
            repeat: Repeat {
                at_most: at_most.and_then(|n| u32::try_from(n).ok()).map(|n| n.clamp(1, 100)),
                ..Repeat::default()
            },
            fields,
        }
    }
}
