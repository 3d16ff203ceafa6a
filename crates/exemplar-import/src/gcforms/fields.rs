//! What is asked: each type of element as a kind of answer of ours, with its words.

use serde_json::Value;

use super::Reader;
use crate::form::{Field, Kind, Repeat, Words};
use crate::report::Became;

/// The most characters of one line, and of a long text, that the language takes.
const LINE: u64 = 2_000;
const LONG: u64 = 20_000;
/// The longest hint, in words.
const HINT: usize = 30;
/// The most questions of a row.
const INNER: usize = 60;

impl Reader<'_> {
    /// A field.
    pub(super) fn field(&mut self, element: &Value, key: &str, place: &str) -> Field {
        let properties = &element["properties"];
        let kind = element["type"].as_str().unwrap_or("element without a type");
        let (hint, mut say) = self.hint(properties, place);
        let label = self.words(properties, "title", place).map(without_mark);
        let mut field = Field {
            key: key.to_owned(),
            source_type: kind.to_owned(),
            place: place.to_owned(),
            label,
            hint,
            required: properties["validation"]["required"] == Value::Bool(true),
            when: self.rules(properties),
            ..Field::default()
        };
        field.kind = match kind {
            "textField" => self.text(properties, &mut field),
            "textArea" => limited(Kind::plain("long_text"), properties, LONG),
            "radio" | "dropdown" | "combobox" | "checkbox" | "attestation" => self.choice(kind, properties, place),
            "fileInput" => self.file(properties, place),
            "formattedDate" => Kind::plain("date"),
            "numberInput"
                if properties
                    .get("currencyCode")
                    .and_then(Value::as_str)
                    .is_some_and(|c| c == "CAD") =>
            {
                Kind::plain("money")
            }
            "numberInput" => Kind::plain("number"),
            "addressComplete" => Kind::plain("address"),
            "dynamicRow" => self.rows(properties, key, place, &mut say),
            _ => Kind::Unknown,
        };
        if matches!(field.kind, Kind::Declaration(_)) {
            field.required = true;
            say = say.above(&self.agreed(properties, place));
        }
        field.say = say;
        self.placeholder(properties, place);
        self.named(&mut field);
        field
    }

    /// A question needs words: those of its hint, of what one agrees with, or its number.
    fn named(&mut self, field: &mut Field) {
        if !field.label.is_empty() {
            return;
        }
        let alone = match &field.kind {
            Kind::Choice { options, .. } if options.len() == 1 => options[0].label.clone(),
            Kind::Declaration(words) => words.clone(),
            _ => Words::default(),
        };
        if !alone.is_empty() {
            field.label = alone;
        } else if !field.hint.is_empty() {
            field.label = std::mem::take(&mut field.hint);
        } else if !matches!(field.kind, Kind::Rows { .. }) {
            self.unnamed(field);
        }
    }

    /// Words for what has none at all.
    pub(super) fn unnamed(&mut self, field: &mut Field) {
        let number = field.key.clone();
        field.label = Words::only(format!("More information ({number})"))
            .and(super::FRENCH, format!("Autres renseignements ({number})"));
        let says = "This question has no words: its number stands for them.";
        self.report
            .note(Became::Untidy, (&field.place, &field.source_type), "no_label", says);
    }

    /// What stands below a question: one short sentence, or a text above the answer.
    fn hint(&mut self, properties: &Value, place: &str) -> (Words, Words) {
        let said = self.markdown(properties, "description", place);
        let is_short = |text: &String| {
            let marks = ["\n", "](", "**", "## "];
            text.split_whitespace().count() <= HINT && !marks.iter().any(|mark| text.contains(mark))
        };
        if is_short(&said.own) && said.others.values().all(is_short) {
            (self.words(properties, "description", place), Words::default())
        } else {
            (Words::default(), said)
        }
    }

    fn placeholder(&mut self, properties: &Value, place: &str) {
        let words = self.words(properties, "placeholder", place);
        if !words.is_empty() {
            let says = format!(
                "A text inside the box is left out, because it goes as one types: \"{}\".",
                words.own
            );
            self.report
                .note(Became::LeftOut, (place, "placeholder"), "placeholder", says);
        }
    }

    /// The words of several boxes that all had to be ticked.
    fn agreed(&mut self, properties: &Value, place: &str) -> Words {
        let choices = properties["choices"].as_array().map_or(&[][..], Vec::as_slice);
        if choices.len() < 2 {
            return Words::default();
        }
        let lines: Vec<Words> = choices.iter().map(|choice| self.label(choice, place)).collect();
        let list = |text: &dyn Fn(&Words) -> Option<String>| {
            let lines: Option<Vec<String>> = lines.iter().map(|words| Some(format!("- {}", text(words)?))).collect();
            lines.map(|lines| lines.join("\n"))
        };
        let own = list(&|words| Some(words.own.clone())).unwrap_or_default();
        let french = list(&|words| words.others.get(super::FRENCH).cloned());
        Words::only(own).and(super::FRENCH, french.unwrap_or_default())
    }

    fn text(&mut self, properties: &Value, field: &mut Field) -> Kind {
        let said = properties["validation"]["type"].as_str().unwrap_or_default();
        let filled = properties["autoComplete"].as_str().unwrap_or_default();
        let full_name = || Kind::plain("name").with("parts", "[full]");
        match (said, filled) {
            ("email", _) | (_, "email") => Kind::plain("email"),
            ("phone", _) | (_, "tel") => Kind::plain("phone"),
            ("number", _) => Kind::plain("number"),
            ("date", _) | (_, "bday") => Kind::plain("date"),
            ("name", _) | (_, "name") => full_name(),
            (_, "postal-code") => Kind::plain("postcode"),
            _ => match self.by_label(field) {
                Some(kind) => kind,
                None => limited(Kind::plain("text"), properties, LINE),
            },
        }
    }

    /// What a line of text is, where its label says so beyond doubt.
    fn by_label(&mut self, field: &mut Field) -> Option<Kind> {
        let label = field.label.own.to_lowercase();
        let is_short = label.split_whitespace().count() <= 6;
        let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
        let dated = has(&["dd/mm/yyyy", "mm/dd/yyyy", "yyyy-mm-dd", "yyyy/mm/dd"]);
        let kind = if dated || (is_short && label == "date of birth") {
            "date"
        } else if is_short && has(&["email", "e-mail"]) {
            "email"
        } else if matches!(
            without_brackets(&label).as_str(),
            "full name" | "your full name" | "what is your full name?"
        ) {
            "name"
        } else if is_short && has(&["phone number"]) && !has(&["ext", " and ", " name"]) {
            "phone"
        } else {
            return None;
        };
        if dated || kind == "name" {
            field.label = field.label.map(without_brackets);
        }
        let says = format!("The form takes any text here. Its label asks for what is \"{kind}\", and that is checked.");
        let at = (field.place.as_str(), field.source_type.as_str());
        self.report.note(Became::Approximated, at, "kind_from_label", says);
        let made = Kind::plain(kind);
        Some(if kind == "name" {
            made.with("parts", "[full]")
        } else {
            made
        })
    }

    fn file(&mut self, properties: &Value, place: &str) -> Kind {
        let types = match &properties["fileType"] {
            Value::String(text) => text.split(',').map(str::to_owned).collect(),
            Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            _ => Vec::<String>::new(),
        };
        let mut kinds: Vec<&str> = Vec::new();
        for one in types
            .iter()
            .map(|one| one.trim().to_lowercase())
            .filter(|one| !one.is_empty())
        {
            let has = |parts: &[&str]| parts.iter().any(|part| one.contains(part));
            let kind = if has(&["pdf"]) {
                "pdf"
            } else if has(&["image", "jpg", "jpeg", "png", "gif", "svg", "tif", "heic"]) {
                "image"
            } else if has(&["xls", "csv", "numbers", "ods", "sheet"]) {
                "spreadsheet"
            } else if has(&["doc", "odt", "pages", "rtf"]) {
                "document"
            } else if has(&["txt", "text"]) {
                "text"
            } else {
                let says = format!(
                    "Files of this type are not taken: {}.",
                    one.chars().take(60).collect::<String>()
                );
                self.report
                    .note(Became::Approximated, (place, "file types"), "file_types", says);
                continue;
            };
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        let kind = Kind::plain("file");
        if kinds.is_empty() {
            return kind;
        }
        kind.with("kinds", format!("[{}]", kinds.join(", ")))
    }

    fn rows(&mut self, properties: &Value, key: &str, place: &str, say: &mut Words) -> Kind {
        let mut fields = Vec::new();
        let all = properties["subElements"].as_array().map_or(&[][..], Vec::as_slice);
        for (i, element) in all.iter().take(INNER).enumerate() {
            let place = format!("{place}.subElements[{i}]");
            if !self.may_read(&place) {
                break;
            }
            let kind = element["type"].as_str().unwrap_or_default();
            if super::sections::is_text(kind) {
                let title = self.words(&element["properties"], "title", &place);
                let text = self.markdown(&element["properties"], "description", &place);
                *say = say.above(&title.map(|title| format!("**{title}**"))).above(&text);
                if title.is_empty() {
                    *say = text;
                }
                continue;
            }
            let mut field = self.field(element, &format!("{key}.{i}"), &place);
            if field.label.is_empty() {
                self.unnamed(&mut field);
            }
            fields.push(field);
        }
        if fields.is_empty() {
            return Kind::Unknown;
        }
        let most = properties.get("maxNumberOfRows").and_then(super::text_or_number);
        let most = most.and_then(|most| most.parse::<u32>().ok()).filter(|most| *most > 0);
        Kind::Rows {
            repeat: Repeat {
                each: self.words(properties, "rowTitle", place),
                at_most: most.map(|most| most.min(100)),
                ..Repeat::default()
            },
            fields,
        }
    }
}

/// The same with the most characters that the form takes.
fn limited(kind: Kind, properties: &Value, most: u64) -> Kind {
    let said = [&properties["validation"]["maxLength"], &properties["charLimit"]];
    let limit = said.into_iter().filter_map(super::text_or_number);
    let limit = limit
        .filter_map(|limit| limit.parse::<u64>().ok())
        .find(|limit| *limit > 0);
    match limit {
        Some(limit) => kind.with("at_most", format!("{} characters", limit.min(most))),
        None => kind,
    }
}

/// A label without the signs that stand at its end in place of words.
fn without_mark(text: &str) -> String {
    text.trim().trim_end_matches(['*', ':', ' ', '\u{A0}']).to_owned()
}

/// A label without what stands in brackets at its end.
fn without_brackets(text: &str) -> String {
    match text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        Some((before, _)) if !before.trim().is_empty() => before.trim().to_owned(),
        _ => text.to_owned(),
    }
}
