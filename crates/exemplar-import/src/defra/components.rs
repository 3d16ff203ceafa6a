//! What stands on a page beyond what the forms of XGov have: places, words to agree with, payment, what is hidden.

use rust_decimal::Decimal;
use serde_json::Value;

use super::{Defra, template};
use crate::form::{Content, Fee, Field, Kind, Shown, Test, Words};
use crate::report::Became;
use crate::xgov::{array, number, text_of};

/// The words to agree with where a form says none.
const AGREED: &str = "I understand and agree";
/// The most words of what an answer is called.
const MOST_WORDS: usize = 16;
/// The greatest easting and northing of the National Grid, in metres.
const GRID: (&str, &str) = ("700000", "1300000");

impl Defra<'_> {
    /// What comes of a component of a page that is shown where `when` holds.
    pub(super) fn component(&mut self, component: &Value, when: Option<&Test>, place: &str) -> Vec<Content> {
        let kind = text_of(component, "type").unwrap_or_default();
        match kind {
            "HiddenField" => {
                let says = "Nobody sees this field, and nobody answers it.";
                self.note(Became::LeftOut, (place, kind), "hidden", says);
                Vec::new()
            }
            "PaymentField" => {
                self.payment(component, when, place);
                Vec::new()
            }
            _ => {
                let contents = self.inner.component(component, None, place);
                contents
                    .into_iter()
                    .flat_map(|content| match content {
                        Content::Field(field) => self.fields(*field, component),
                        Content::Shown(shown) => self.shown(shown, component).map(Content::Shown).into_iter().collect(),
                    })
                    .collect()
            }
        }
    }

    /// What comes of a field that the reader of XGov took as far as it knows it.
    pub(super) fn fields(&mut self, mut field: Field, component: &Value) -> Vec<Content> {
        if field.source_type == "EastingNorthingField" {
            return grid(&field);
        }
        if matches!(field.kind, Kind::Unknown) {
            field.kind = self.other_kind(&field, component);
        }
        field.kind = self.dates(std::mem::take(&mut field.kind), component);
        field.label = self.told(&field.label, &field.place);
        field.say = self.text(&field.say, &field.place);
        if field.hint.own.contains(template::LOST) {
            self.lost(&field.hint.own, &field.place);
            field.hint = Words::default();
        }
        if let Some(called) = component.get("shortDescription") {
            let called = self.inner.words(called, &field.place);
            let says_more = !called.own.ends_with('?') && called.own != field.label.own;
            // "What is your full name?" says whose it is.
            let asks_yours = ["what is your ", "what's your ", "what are your "]
                .iter()
                .any(|start| field.label.own.to_lowercase().starts_with(start));
            let is_told = !called.own.contains(template::LOST);
            field.called = (says_more && is_told && !asks_yours).then_some(called);
        }
        called_by_its_error(&mut field);
        let own_rules = matches!(field.kind.key(), "email" | "phone");
        if own_rules
            && component["schema"]
                .get("regex")
                .is_some_and(crate::xgov::says_something)
        {
            let says = "The form of such an answer is checked by the platform's own rules.";
            self.note(Became::Approximated, (&field.place, "regex"), "pattern", says);
        }
        vec![Content::Field(Box::new(field))]
    }

    /// Kinds that the forms of XGov do not have.
    fn other_kind(&mut self, field: &Field, component: &Value) -> Kind {
        let place = (field.place.as_str(), field.source_type.as_str());
        match field.source_type.as_str() {
            "LatLongField" => Kind::plain("place"),
            "GeospatialField" => self.drawn(component, place),
            "NationalGridFieldNumberField" => Kind::plain("text").with("pattern", "AA #### ####"),
            "OsGridRefField" => {
                let says = "A grid reference has 6, 8 or 10 digits: it is asked as a text, of which only the length is checked.";
                self.note(Became::Approximated, place, "grid_reference", says);
                Kind::plain("text").with("at_most", "16 characters")
            }
            "DeclarationField" => {
                let options = &component["options"];
                let label = ["declarationConfirmationLabel", "label"]
                    .iter()
                    .find_map(|key| options.get(*key))
                    .map(|label| self.inner.words(label, place.0))
                    .filter(|label| !label.is_empty());
                Kind::Declaration(label.unwrap_or_else(|| Words::only(AGREED)))
            }
            "RadiosField" | "SelectField" | "AutocompleteField" | "CheckboxesField" => {
                let says = "Its options come from another system: people write their answer instead.";
                self.note(Became::Approximated, place, "options_elsewhere", says);
                let many = field.source_type == "CheckboxesField";
                Kind::plain(if many { "long_text" } else { "text" })
            }
            other if other.ends_with("Field") && !field.label.is_empty() => {
                let says = "What this asks for is known to another system alone: it is asked as a text.";
                self.note(Became::Approximated, place, "component_elsewhere", says);
                Kind::plain("text")
            }
            _ => Kind::Unknown,
        }
    }

    /// What is drawn on a map: a point, a line or a shape.
    fn drawn(&mut self, component: &Value, place: (&str, &str)) -> Kind {
        let types = array(&component["options"], "geometryTypes");
        let types: Vec<&str> = types.iter().filter_map(Value::as_str).collect();
        let kind = match types.as_slice() {
            ["point"] => Kind::plain("place"),
            ["line"] => Kind::plain("place").with("as", "line"),
            _ => Kind::plain("place").with("as", "shape"),
        };
        if types.len() != 1 {
            let says = "Points, lines and shapes could be drawn, also several: one shape is asked for.";
            self.note(Became::Approximated, place, "geometry", says);
        } else {
            let says = "It was drawn on a map: its points are typed or pasted.";
            self.note(Became::Approximated, place, "map", says);
        }
        kind
    }

    /// The first and the last day, where they are said as days.
    fn dates(&mut self, mut kind: Kind, component: &Value) -> Kind {
        if kind.key() != "date" {
            return kind;
        }
        let options = &component["options"];
        for (key, rule) in [("earliestDate", "from"), ("latestDate", "to")] {
            let has_rule = matches!(&kind, Kind::Plain { rules, .. } if rules.iter().any(|(known, _)| *known == rule));
            let day = text_of(options, key).and_then(|day| day.get(..10));
            let is_day = |day: &&str| day.chars().filter(|c| *c == '-').count() == 2;
            if let Some(day) = day.filter(is_day).filter(|_| !has_rule) {
                kind = kind.with(rule, day);
            }
        }
        kind
    }

    /// A text, with the heading that the form gives a list.
    fn shown(&mut self, mut shown: Shown, component: &Value) -> Option<Shown> {
        shown.words = self.text(&shown.words, &shown.place);
        if shown.words.is_empty() {
            return None;
        }
        let is_hidden = component["options"].get("hideTitle") == Some(&Value::Bool(true));
        if text_of(component, "type") == Some("List") && !is_hidden {
            let title = component.get("title");
            let title = title
                .map(|title| self.inner.words(title, &shown.place))
                .unwrap_or_default();
            if !title.is_empty() {
                shown.words = title.map(|title| format!("## {title}")).above(&shown.words);
            }
        }
        Some(shown)
    }

    /// A fee instead of a field.
    fn payment(&mut self, component: &Value, when: Option<&Test>, place: &str) {
        let options = &component["options"];
        let amount = |value: &Value| {
            let amount = value.get("amount").and_then(number).unwrap_or_default();
            (!amount.is_sign_negative()).then(|| amount.normalize().to_string())
        };
        let mut cases = Vec::new();
        for case in array(options, "conditionalAmounts") {
            if let (Some(when), Some(amount)) = (self.reference(case), amount(case)) {
                cases.push((when, amount));
            }
        }
        let (Some(usual), true) = (amount(options), options.get("amount").is_some() || !cases.is_empty()) else {
            let says = "Nothing says how much is paid.";
            self.note(Became::NotPossible, (place, "PaymentField"), "fee_amount", says);
            return;
        };
        if cases.is_empty() && usual == Decimal::ZERO.to_string() {
            let says = "The amount is nothing.";
            self.note(Became::LeftOut, (place, "PaymentField"), "fee_amount", says);
            return;
        }
        let description = options.get("description").or_else(|| component.get("title"));
        let called = description
            .map(|words| self.inner.words(words, place))
            .unwrap_or_default();
        if options.get("emailField").is_some() {
            let says = "Who pays is told so by the platform.";
            self.note(Became::LeftOut, (place, "emailField"), "setting", says);
        }
        self.fees.push(Fee {
            called: if called.is_empty() { Words::only("Fee") } else { called },
            amount: usual,
            cases,
            when: when.cloned(),
            times: None,
            place: place.to_owned(),
        });
    }

    /// A text of several lines without what the other system alone could say.
    pub(super) fn text(&mut self, words: &Words, place: &str) -> Words {
        let (kept, lost) = template::without_lost(&words.own);
        for words in lost {
            self.lost(&words, place);
        }
        Words::only(kept)
    }

    /// A short text without what the other system alone could say.
    pub(super) fn told(&mut self, words: &Words, place: &str) -> Words {
        if !words.own.contains(template::LOST) {
            return words.clone();
        }
        self.lost(&words.own, place);
        let kept = words.own.replace(template::LOST, " ");
        let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
        Words::only(kept.replace(" ?", "?").replace(" ,", ","))
    }

    fn lost(&mut self, words: &str, place: &str) {
        let words: String = words.replace(template::LOST, "…").chars().take(160).collect();
        let says = format!("Only the other system knows what stands in this text: \"{words}\"");
        self.note(Became::Approximated, (place, "text"), "template", says);
    }
}

/// "Select yes if you own it" says what the answer is called, and is then what the platform says by itself.
fn called_by_its_error(field: &mut Field) {
    let starts: &[&str] = match field.kind.key() {
        "yes_no" => &["Select yes if "],
        "one_of" | "any_of" => &["Select "],
        "text" | "long_text" | "number" | "money" | "email" | "phone" | "date" | "month" | "percent" => &["Enter "],
        _ => return,
    };
    let Some(at) = field.errors.iter().position(|(rule, _)| *rule == "empty") else {
        return;
    };
    let said = field.errors[at].1.own.trim_end_matches('.').to_owned();
    let Some(called) = starts.iter().find_map(|start| said.strip_prefix(start)) else {
        return;
    };
    let first = called.split(' ').next().unwrap_or_default();
    let names_it = match field.kind.key() {
        "yes_no" => called.starts_with(|c: char| c.is_ascii_lowercase()),
        _ => matches!(
            first,
            "the" | "your" | "how" | "which" | "what" | "when" | "where" | "who"
        ),
    };
    if names_it && called != "the option that applies" && called.split(' ').count() <= MOST_WORDS {
        field.called = Some(Words::only(called));
        field.errors.remove(at);
    }
}

/// Easting and northing are two numbers.
fn grid(field: &Field) -> Vec<Content> {
    let part = |key: &str, label: &str, most: &str| {
        let field = Field {
            key: format!("{}.{key}", field.key),
            label: Words::only(label),
            kind: Kind::plain("number").with("from", "0").with("to", most),
            hint: Words::default(),
            errors: Vec::new(),
            ..field.clone()
        };
        Content::Field(Box::new(field))
    };
    let mut out = Vec::new();
    if !field.hint.is_empty() {
        out.push(Content::Shown(Shown {
            words: field.hint.clone(),
            place: field.place.clone(),
            ..Shown::default()
        }));
    }
    out.push(part("easting", "Easting", GRID.0));
    out.push(part("northing", "Northing", GRID.1));
    out
}
