//! Texts as XLIFF 2.1, the format of tools that translators use. Names and conditions are inline codes, which such tools
//! keep from being changed. Source: OASIS, XLIFF Version 2.1, 13 February 2018.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use xml::reader::{EventReader, XmlEvent};

use super::codes::{Part, parts};
use super::{OneText, Returned, Texts, Unreadable, plain};

/// The namespace, which version 2.1 shares with 2.0.
const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// The texts as XLIFF.
#[must_use]
pub fn to_xliff(texts: &Texts) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (from, to, service) = (attribute(&texts.from), attribute(&texts.to), attribute(&texts.service));
    let _ = writeln!(
        out,
        "<xliff xmlns=\"{NAMESPACE}\" version=\"2.1\" srcLang=\"{from}\" trgLang=\"{to}\">"
    );
    let _ = writeln!(out, "<file id=\"f1\" original=\"{service}\" xml:space=\"preserve\">");
    for (n, text) in texts.texts.iter().enumerate() {
        unit(&mut out, n + 1, text);
    }
    out.push_str("</file>\n</xliff>\n");
    out
}

/// The codes of a unit: what they stand for, by place.
#[derive(Default)]
struct Codes<'t>(Vec<&'t str>);

impl<'t> Codes<'t> {
    /// The number of a code: the first that means the same and is not in `used`, or a new one.
    fn number(&mut self, code: &'t str, used: &mut Vec<usize>) -> usize {
        let free = (0..self.0.len()).find(|n| self.0[*n] == code && !used.contains(n));
        let n = free.unwrap_or_else(|| {
            self.0.push(code);
            self.0.len() - 1
        });
        used.push(n);
        n + 1
    }

    fn content(&mut self, text: &'t str) -> String {
        let mut out = String::new();
        let mut used = Vec::new();
        for part in parts(text) {
            match part {
                Part::Words(words) => escape(&mut out, words),
                Part::Code(code) => {
                    let n = self.number(code, &mut used);
                    let shown = attribute(code);
                    let _ = write!(
                        out,
                        "<ph id=\"{n}\" dataRef=\"d{n}\" canDelete=\"no\" equiv=\"{shown}\" disp=\"{shown}\"/>"
                    );
                }
            }
        }
        out
    }
}

fn unit(out: &mut String, n: usize, text: &OneText) {
    let mut codes = Codes::default();
    let source = codes.content(&text.source);
    let target = text.target.as_deref().map(|target| codes.content(target));
    let name = attribute(&text.path);
    let _ = writeln!(out, "<unit id=\"u{n}\" name=\"{name}\">");
    if !codes.0.is_empty() {
        out.push_str("<originalData>");
        for (n, code) in codes.0.iter().enumerate() {
            let mut shown = String::new();
            escape(&mut shown, code);
            let _ = write!(out, "<data id=\"d{}\">{shown}</data>", n + 1);
        }
        out.push_str("</originalData>\n");
    }
    let state = if target.is_some() { "translated" } else { "initial" };
    let _ = write!(out, "<segment state=\"{state}\"><source>{source}</source>");
    if let Some(target) = target {
        let _ = write!(out, "<target>{target}</target>");
    }
    out.push_str("</segment>\n</unit>\n");
}

/// Text between elements. What XML cannot hold at all is a code of its own.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {
                let _ = write!(out, "<cp hex=\"{:04X}\"/>", u32::from(c));
            }
            c => out.push(c),
        }
    }
}

/// Text within an attribute.
fn attribute(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The texts of a document that came back.
///
/// # Errors
/// It is no such document.
pub fn from_xliff(file: &[u8]) -> Result<Returned, Unreadable> {
    let text = plain(file, "XLIFF")?;
    let mut reading = Reading::default();
    for event in EventReader::new(text.as_bytes()) {
        reading.take(event.map_err(|error| not(error.to_string()))?)?;
    }
    match reading.to {
        Some(to) if !to.is_empty() => Ok(Returned {
            to,
            texts: reading.texts,
        }),
        _ => Err(not("it has no element xliff of version 2 with a trgLang")),
    }
}

fn not(why: impl Into<String>) -> Unreadable {
    Unreadable::Not {
        format: "XLIFF",
        why: why.into(),
    }
}

/// Where in a unit the reading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum At {
    /// Between what matters.
    #[default]
    Elsewhere,
    Data,
    Source,
    Target,
}

/// A document while it is read.
#[derive(Default)]
struct Reading {
    to: Option<String>,
    texts: Vec<OneText>,
    unit: Unit,
    at: At,
}

/// A unit while it is read: its segments are one text, however a tool has parted it.
#[derive(Default)]
struct Unit {
    name: String,
    data: BTreeMap<String, String>,
    open_data: String,
    source: String,
    target: String,
    /// The segment that is open, or what stands between two.
    segment: Segment,
    /// How many segments have no translation.
    untranslated: usize,
}

#[derive(Default)]
struct Segment {
    source: String,
    target: Option<String>,
}

impl Reading {
    fn take(&mut self, event: XmlEvent) -> Result<(), Unreadable> {
        match event {
            XmlEvent::Doctype { .. } => return Err(not("it declares entities, which no text needs")),
            XmlEvent::StartElement { name, attributes, .. } => {
                let get = |key: &str| {
                    let found = attributes.iter().find(|one| one.name.local_name == key);
                    found.map(|one| one.value.clone()).unwrap_or_default()
                };
                self.open(&name.local_name, &get)?;
            }
            XmlEvent::EndElement { name } => self.close(&name.local_name),
            XmlEvent::Characters(words) | XmlEvent::Whitespace(words) | XmlEvent::CData(words) => self.add(&words),
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, element: &str, get: &dyn Fn(&str) -> String) -> Result<(), Unreadable> {
        match element {
            "xliff" if get("version").starts_with("2.") => self.to = Some(get("trgLang")),
            "xliff" => return Err(not("only version 2 is read")),
            "unit" => {
                self.unit = Unit {
                    name: get("name"),
                    ..Unit::default()
                }
            }
            "data" => {
                self.unit.open_data = get("id");
                self.unit.data.insert(get("id"), String::new());
                self.at = At::Data;
            }
            "segment" | "ignorable" => self.unit.segment = Segment::default(),
            "source" => self.at = At::Source,
            "target" => {
                self.at = At::Target;
                self.unit.segment.target = Some(String::new());
            }
            "ph" => {
                let code = self.unit.data.get(&get("dataRef")).cloned();
                let code = code.ok_or_else(|| not(format!("{} has a code without data", self.unit.name)))?;
                self.add(&code);
            }
            "cp" => {
                let c = u32::from_str_radix(&get("hex"), 16).ok().and_then(char::from_u32);
                self.add(c.map(String::from).unwrap_or_default().as_str());
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, element: &str) {
        match element {
            "data" | "source" | "target" => self.at = At::Elsewhere,
            "segment" | "ignorable" => self.unit.end_of(element == "segment"),
            "unit" => {
                let unit = std::mem::take(&mut self.unit);
                // A text of which a part is not translated is not translated.
                let is_whole = unit.untranslated == 0;
                let target = Some(unit.target).filter(|target| is_whole && !target.is_empty());
                self.texts.push(OneText {
                    path: unit.name,
                    source: unit.source,
                    target,
                });
            }
            _ => {}
        }
    }

    fn add(&mut self, words: &str) {
        match self.at {
            At::Elsewhere => {}
            At::Data => {
                if let Some(data) = self.unit.data.get_mut(&self.unit.open_data) {
                    data.push_str(words);
                }
            }
            At::Source => self.unit.segment.source.push_str(words),
            At::Target => self.unit.segment.target.get_or_insert_default().push_str(words),
        }
    }
}

impl Unit {
    /// A segment ends, or what stands between two, which is the same in every language where no tool says otherwise.
    fn end_of(&mut self, is_segment: bool) {
        let Segment { source, target } = std::mem::take(&mut self.segment);
        match target {
            Some(target) => self.target.push_str(&target),
            None if is_segment => self.untranslated += 1,
            None => self.target.push_str(&source),
        }
        self.source.push_str(&source);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(pairs: &[(&str, Option<&str>)]) -> Texts {
        let text = |(i, (source, target)): (usize, &(&str, Option<&str>))| OneText {
            path: format!("phrases.p{i}"),
            source: (*source).to_owned(),
            target: target.map(str::to_owned),
        };
        Texts {
            service: "permit".to_owned(),
            from: "en".to_owned(),
            to: "ar".to_owned(),
            is_draft: false,
            texts: pairs.iter().enumerate().map(text).collect(),
        }
    }

    #[track_caller]
    fn comes_back(pairs: &[(&str, Option<&str>)]) {
        let ours = texts(pairs);
        let came = from_xliff(to_xliff(&ours).as_bytes()).unwrap();
        assert_eq!((came.to.as_str(), came.texts), ("ar", ours.texts));
    }

    #[test]
    fn a_document_comes_back_as_it_went() {
        comes_back(&[
            ("Dear ((name))", Some("((name))، تحية طيبة")),
            (
                "((a)) ((a)) [[ if b ]]<b>&\"'[[ endif ]]",
                Some("((a)) [[ if b ]]]]>[[ endif ]] ((a)) ((a))"),
            ),
            ("line\n\n  line\ttab\r\u{1}", None),
            (" blanks ", Some(" ")),
        ]);
    }

    #[test]
    fn names_are_codes_that_a_tool_leaves_alone() {
        let document = to_xliff(&texts(&[("Dear ((name))", None)]));
        assert!(document.contains("<data id=\"d1\">((name))</data>"));
        assert!(document.contains("<source>Dear <ph id=\"1\" dataRef=\"d1\" canDelete=\"no\""));
        assert!(document.contains("state=\"initial\""));
    }

    #[test]
    fn a_unit_that_a_tool_parted_is_one_text() {
        let unit = |rest: &str| {
            let head =
                format!("<xliff xmlns=\"{NAMESPACE}\" version=\"2.0\" srcLang=\"en\" trgLang=\"cy\"><file id=\"f\">");
            let document = format!("{head}<unit id=\"u\" name=\"done.say\">{rest}</unit></file></xliff>");
            from_xliff(document.as_bytes()).unwrap().texts.remove(0)
        };
        let first =
            "<segment><source>One.</source><target>Un.</target></segment><ignorable><source> </source></ignorable>";
        let text = unit(&format!(
            "{first}<segment><source>Two.</source><target><mrk id=\"m\">Dau.</mrk></target></segment>"
        ));
        assert_eq!(
            (text.source.as_str(), text.target.as_deref()),
            ("One. Two.", Some("Un. Dau."))
        );
        let half = unit(
            "<segment><source>One.</source><target>Un.</target></segment><segment><source>Two.</source></segment>",
        );
        assert_eq!((half.source.as_str(), half.target), ("One.Two.", None));
    }

    #[test]
    fn what_is_no_such_document_is_refused() {
        for wrong in [
            "",
            "<a/>",
            "<xliff version=\"1.2\"/>",
            "<xliff version=\"2.0\" srcLang=\"en\"/>",
            "<!DOCTYPE a [<!ENTITY b \"c\">]><xliff version=\"2.0\" trgLang=\"cy\"/>",
            "<xliff version=\"2.0\" trgLang=\"cy\"><unit name=\"a\"><segment><source><ph dataRef=\"d\"/></source></segment></unit></xliff>",
        ] {
            assert!(
                matches!(from_xliff(wrong.as_bytes()), Err(Unreadable::Not { .. })),
                "{wrong}"
            );
        }
    }
}
