//! The rules of kinds of answer: lengths, bounds, days, files, and own words for errors.

use serde_json::Value;

use super::{Reader, number, text_of};
use crate::form::{Kind, Words};
use crate::report::Became;

/// The most characters of one line that the language takes.
const LINE: u32 = 2_000;
/// The most characters of a long text, and words of one.
const LONG: u32 = 20_000;
const LONG_WORDS: u32 = 3_000;
/// The most files of one question, and bytes of one, in megabytes.
const FILES: u32 = 20;
/// How many files a question takes where it says nothing.
const USUAL_FILES: u32 = 5;
const MEGABYTES: u32 = 100;

impl Reader<'_> {
    fn size(&mut self, value: Option<&Value>, most: u32, place: &str) -> Option<u32> {
        let size = u32::try_from(number(value?)?.trunc()).ok().filter(|size| *size > 0)?;
        if size > most {
            let says = format!("A length of {size} is more than the language takes: it is {most}.");
            self.report
                .note(Became::Approximated, (place, "length"), "length", says);
        }
        Some(size.min(most))
    }

    pub(super) fn text(&mut self, component: &Value, place: &str) -> Kind {
        let mut kind = Kind::plain("text");
        let schema = &component["schema"];
        let most = self.size(schema.get("max").or_else(|| schema.get("maxlength")), LINE, place);
        if let Some(least) = self
            .size(schema.get("min"), LINE, place)
            .filter(|least| most.is_none_or(|most| *least <= most))
        {
            kind = kind.with("at_least", format!("{least} characters"));
        }
        if let Some(most) = most {
            kind = kind.with("at_most", format!("{most} characters"));
        }
        if let Some(regex) = text_of(schema, "regex").filter(|regex| !regex.is_empty()) {
            match pattern(regex) {
                Some(pattern) => kind = kind.with("pattern", pattern),
                None => {
                    let says = format!(
                        "The form of the answer is not checked: {}",
                        regex.chars().take(120).collect::<String>()
                    );
                    self.report
                        .note(Became::Approximated, (place, "regex"), "pattern", says);
                }
            }
        }
        kind
    }

    pub(super) fn long_text(&mut self, component: &Value, place: &str) -> Kind {
        let kind = Kind::plain("long_text");
        if let Some(words) = self.size(component["options"].get("maxWords"), LONG_WORDS, place) {
            return kind.with("at_most", format!("{words} words"));
        }
        let schema = &component["schema"];
        match self.size(schema.get("max").or_else(|| schema.get("maxlength")), LONG, place) {
            Some(characters) => kind.with("at_most", format!("{characters} characters")),
            None => kind,
        }
    }

    pub(super) fn number_field(&mut self, component: &Value, place: &str) -> Kind {
        let (schema, options) = (&component["schema"], &component["options"]);
        let bound = |key: &str| schema.get(key).and_then(number).map(|bound| bound.normalize());
        let (from, to) = (bound("min"), bound("max"));
        let precision = schema
            .get("precision")
            .and_then(number)
            .and_then(|n| u32::try_from(n).ok());
        let prefix = text_of(options, "prefix").unwrap_or_default().trim().to_owned();
        let suffix = text_of(options, "suffix").unwrap_or_default().trim().to_owned();
        let sides = |mut kind: Kind, unit: &str| {
            for (rule, bound) in [("from", from), ("to", to)] {
                if let Some(bound) = bound {
                    kind = kind.with(rule, format!("{bound}{unit}"));
                }
            }
            kind
        };
        if prefix == "£" {
            let kind = sides(Kind::plain("money"), " GBP");
            return if precision == Some(0) {
                kind.with("whole", "yes")
            } else {
                kind
            };
        }
        let is_percent = suffix == "%";
        let base = if is_percent {
            Kind::plain("percent")
        } else {
            Kind::plain("number")
        };
        let mut kind = sides(base, "");
        match precision.filter(|precision| *precision > 0) {
            Some(precision) => kind = kind.with("decimals", precision.min(6).to_string()),
            None if precision.is_none() && schema.get("integer") != Some(&Value::Bool(true)) => {
                let says = "Nothing says whether this number is whole: it is taken as whole.";
                self.report
                    .note(Became::Approximated, (place, "NumberField"), "decimals", says);
            }
            None => {}
        }
        let unit = if suffix.is_empty() { prefix } else { suffix };
        match kind {
            Kind::Plain { rules, .. } if !is_percent && !unit.is_empty() => Kind::Measure {
                rules,
                unit: Words::only(unit),
            },
            kind => kind,
        }
    }

    /// A day, so far from today at most.
    pub(super) fn date(&mut self, component: &Value) -> Kind {
        let options = &component["options"];
        let days = |key: &str| options.get(key).and_then(number).and_then(|n| u32::try_from(n).ok());
        let day = |sign: &str, days: u32| match days {
            0 => "today".to_owned(),
            1 => format!("today {sign} 1 day"),
            days => format!("today {sign} {days} days"),
        };
        let mut kind = Kind::plain("date");
        if let Some(past) = days("maxDaysInPast") {
            kind = kind.with("from", day("-", past));
        }
        if let Some(future) = days("maxDaysInFuture") {
            kind = kind.with("to", day("+", future));
        }
        kind
    }

    pub(super) fn file(&mut self, component: &Value, place: &str) -> Kind {
        let options = &component["options"];
        let zone = &options["dropzoneConfig"];
        let mut kind = Kind::plain("file");
        let several = options.get("multiple") == Some(&Value::Bool(true));
        let files = match self.size(zone.get("maxFiles"), FILES, place) {
            Some(files) => Some(files),
            None => (text_of(component, "type") == Some("FileUploadField") && !several).then_some(1),
        };
        self.fewest_files(component, place);
        if files.is_none() {
            let says = format!("Nothing says how many files there may be: at most {USUAL_FILES} are taken.");
            self.report
                .note(Became::Approximated, (place, "files"), "how_many_files", says);
        }
        if let Some(files) = files {
            kind = kind.with(
                "at_most",
                format!("{files} {}", if files == 1 { "file" } else { "files" }),
            );
        }
        if let Some(megabytes) = self.size(zone.get("maxFilesize"), MEGABYTES, place) {
            kind = kind.with("each_at_most", format!("{megabytes} MB"));
        }
        let accepted = text_of(options, "accept")
            .or_else(|| text_of(zone, "acceptedFiles"))
            .unwrap_or_default();
        let (kinds, unknown) = file_kinds(accepted);
        if !unknown.is_empty() {
            let says = format!("Files of these types are not taken: {}.", unknown.join(", "));
            self.report
                .note(Became::Approximated, (place, "file types"), "file_types", says);
        }
        if kinds.is_empty() {
            return kind;
        }
        kind.with("kinds", format!("[{}]", kinds.join(", ")))
    }

    /// A least number of files, of which the language knows only one and none.
    fn fewest_files(&mut self, component: &Value, place: &str) {
        let options = &component["options"];
        let fewest = ["minimumRequiredFiles", "fewestFiles"]
            .iter()
            .find_map(|key| options.get(*key).and_then(number));
        if let Some(fewest) = fewest.filter(|fewest| *fewest > rust_decimal::Decimal::ONE) {
            let says = format!("At least {fewest} files must come: here one is enough.");
            self.report
                .note(Became::Approximated, (place, "files"), "fewest_files", says);
        }
    }

    /// Own words for errors, by the codes of the source's library.
    pub(super) fn errors(&mut self, options: &Value, kind: &Kind, place: &str) -> Vec<(&'static str, Words)> {
        let mut out: Vec<(&'static str, Words)> = Vec::new();
        let Some(messages) = options.get("customValidationMessages").and_then(Value::as_object) else {
            return out;
        };
        for (code, message) in messages {
            // What stands in braces here is a number or a name that the source's library fills in.
            let is_filled = message
                .as_str()
                .is_some_and(|text| text.contains("{#") || text.contains("{{#"));
            let rule = rule_of(code, kind).filter(|_| !is_filled);
            let words = match rule {
                Some(_) => self.words(message, place),
                None => Words::default(),
            };
            match rule {
                Some(rule) if out.iter().all(|(known, _)| *known != rule) => out.push((rule, words)),
                Some(_) => {}
                None => {
                    let code: String = code.chars().take(40).collect();
                    let says =
                        format!("Own words for the error \"{code}\" are left out: the usual words stand for it.");
                    self.report
                        .note(Became::Approximated, (place, "error"), "error_words", says);
                }
            }
        }
        out
    }
}

/// The rule of ours that an error of the source's library is about.
fn rule_of(code: &str, kind: &Kind) -> Option<&'static str> {
    let key = kind.key();
    let has = |rule: &str| match kind {
        Kind::Plain { rules, .. } | Kind::Measure { rules, .. } => rules.iter().any(|(known, _)| *known == rule),
        _ => false,
    };
    let takes_wrong = !matches!(
        key,
        "yes_no" | "one_of" | "any_of" | "long_text" | "rows" | "file" | "declaration"
    );
    let takes_decimals = matches!(key, "number" | "money" | "percent");
    let (lowest, highest) = if key == "text" || key == "long_text" {
        ("at_least", "at_most")
    } else {
        ("from", "to")
    };
    match code {
        "string.empty" | "any.required" | "any.empty" | "any.unknown" | "array.min" | "array.base" => Some("empty"),
        "number.precision" | "number.integer" if takes_decimals => Some("decimals"),
        "number.min" | "string.min" | "date.min" if has(lowest) => Some(lowest),
        "number.max" | "string.max" | "date.max" if has(highest) => Some(highest),
        "string.regex.base" | "string.pattern.base" if has("pattern") => Some("pattern"),
        "number.base" | "string.regex.base" | "string.pattern.base" | "string.email" | "date.base" | "date.format"
            if takes_wrong =>
        {
            Some("wrong")
        }
        _ => None,
    }
}

/// The kinds of files of ours that types and endings stand for, and those that stand for none.
fn file_kinds(accepted: &str) -> (Vec<&'static str>, Vec<String>) {
    let (mut kinds, mut unknown): (Vec<&'static str>, Vec<String>) = (Vec::new(), Vec::new());
    for one in accepted.split(',').map(str::trim).filter(|one| !one.is_empty()) {
        let lower = one.to_ascii_lowercase();
        let has = |parts: &[&str]| parts.iter().any(|part| lower.contains(part));
        let kind = if has(&["pdf"]) {
            "pdf"
        } else if has(&["image/", ".jpg", ".jpeg", ".png", ".gif", ".tif", ".heic"]) {
            "image"
        } else if has(&["spreadsheet", "excel", ".xls", ".ods", "csv"]) {
            "spreadsheet"
        } else if has(&["word", "opendocument.text", ".doc", ".odt", "rtf"]) {
            "document"
        } else if has(&["text/plain", ".txt"]) {
            "text"
        } else {
            unknown.push(lower.chars().take(60).collect());
            continue;
        };
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    (kinds, unknown)
}

/// A regular expression that says no more than letters and digits in their places, as a pattern of ours: `^[A-Z]{2}\d{4}$`
/// is `AA####`.
fn pattern(regex: &str) -> Option<String> {
    let mut rest = regex.strip_prefix('^')?.strip_suffix('$')?;
    let mut out = String::new();
    while !rest.is_empty() {
        let classes = [
            ("[A-Za-z]", 'A'),
            ("[a-zA-Z]", 'A'),
            ("[A-Z]", 'A'),
            ("\\d", '#'),
            ("[0-9]", '#'),
        ];
        let (sign, after) = match classes
            .iter()
            .find_map(|(class, sign)| Some((*sign, rest.strip_prefix(class)?)))
        {
            Some(found) => found,
            None => {
                let c = rest
                    .chars()
                    .next()
                    .filter(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | ' '))?;
                (c, &rest[c.len_utf8()..])
            }
        };
        let (times, after) = match after.strip_prefix('{') {
            Some(counted) => {
                let (count, after) = counted.split_once('}')?;
                (count.parse::<usize>().ok().filter(|n| (1..=20).contains(n))?, after)
            }
            None => (1, after),
        };
        out.extend(std::iter::repeat_n(sign, times));
        rest = after;
    }
    (!out.is_empty() && out.len() <= 40 && out.contains(['A', '#'])).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regular_expression_of_places_is_a_pattern() {
        assert_eq!(pattern("^[A-Z]{2}\\d{4}$").as_deref(), Some("AA####"));
        assert_eq!(pattern("^\\d\\d-[0-9]{2}$").as_deref(), Some("##-##"));
        for regex in ["^.*$", "[A-Z]", "^[A-Z]?$", "^\\d{1,2}$", "^$"] {
            assert_eq!(pattern(regex), None, "{regex}");
        }
    }

    #[test]
    fn types_of_files_are_kinds_of_files() {
        let (kinds, unknown) = file_kinds("image/png, application/pdf,application/vnd.ms-excel,video/mp4");
        assert_eq!(kinds, ["image", "pdf", "spreadsheet"]);
        assert_eq!(unknown, ["video/mp4"]);
    }
}
