//! A person's name, in any script. Organisations have names of other kinds.

use super::cleaning;
use super::field::{Field, Fields, filled, typed_fields};
use super::{
    Control, Kind, KindKeys, Line, Problem, Reading, RuleKey, RuleProblem, Rules, SearchTerm, Showing, Takes, Typed,
    Written,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// The parts that can be asked for, in the order in which a definition usually has them.
const PARTS: &[&str] = &["first", "middle", "last", "full"];

/// A title, where it is asked for: free text, since no list holds all of them.
const TITLE: Field = Field {
    suffix: "title",
    label: "apply-name-title",
    autocomplete: Some("honorific-prefix"),
    when_empty: None,
    at_most: 35,
    when_too_long: "error-name-title-too-long",
};

/// Given names.
const FIRST: Field = Field {
    suffix: "first",
    label: "apply-name-first",
    autocomplete: Some("given-name"),
    when_empty: Some("error-name-first-empty"),
    at_most: 100,
    when_too_long: "error-name-first-too-long",
};

/// Names between the first and the last; not everybody has any.
const MIDDLE: Field = Field {
    suffix: "middle",
    label: "apply-name-middle",
    autocomplete: Some("additional-name"),
    when_empty: None,
    at_most: 100,
    when_too_long: "error-name-middle-too-long",
};

/// Family names.
const LAST: Field = Field {
    suffix: "last",
    label: "apply-name-last",
    autocomplete: Some("family-name"),
    when_empty: Some("error-name-last-empty"),
    at_most: 100,
    when_too_long: "error-name-last-too-long",
};

/// The whole name in one line, for names that do not divide into first and last. The question is its label.
const FULL: Field = Field {
    suffix: "full",
    label: "",
    autocomplete: Some("name"),
    when_empty: Some("error-empty"),
    at_most: 200,
    when_too_long: "error-text-too-long-characters",
};

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "name",
    says: "A person's name.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "title",
            takes: Takes::Yes,
            needed: false,
            says: "Whether a title may be given.",
        },
        RuleKey {
            key: "middle_names",
            takes: Takes::Yes,
            needed: false,
            says: "Whether middle names may be given.",
        },
        RuleKey {
            key: "parts",
            takes: Takes::SomeOf(PARTS),
            needed: false,
            says: "The parts and their order; `[first, last]` where it is not written, `[full]` for one line.",
        },
    ],
    type_of: Type::Text,
    example: "name: { middle_names: yes }",
    build,
};

/// A name of some parts.
#[derive(Debug)]
struct NameKind {
    fields: Vec<Field>,
    controls: Vec<Control>,
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let written = rules.get(|reader| reader.words("parts", PARTS));
    let mut parts = written.unwrap_or_else(|| vec!["first", "last"]);
    check_parts(&parts, rules);
    if rules.yes("middle_names") && !parts.contains(&"middle") {
        let after_first = parts.iter().position(|part| *part == "first");
        parts.insert(after_first.map_or(0, |at| at + 1), "middle");
    }
    let title = rules.yes("title").then_some(TITLE);
    let fields: Vec<Field> = title
        .into_iter()
        .chain(parts.iter().map(|part| match *part {
            "first" => FIRST,
            "middle" => MIDDLE,
            "last" => LAST,
            _ => FULL,
        }))
        .collect();
    let controls = fields.iter().map(|field| control(field, fields.len()));
    Some(Box::new(NameKind {
        controls: controls.collect(),
        fields,
    }))
}

/// Refuses parts that do not go together.
fn check_parts(parts: &[&str], rules: &mut Rules<'_>) {
    let is_twice = |part: &&str| parts.iter().filter(|other| other == &part).count() > 1;
    let says = if parts.iter().any(is_twice) {
        "A part stands twice in `parts`."
    } else if parts.contains(&"full") && parts.len() > 1 {
        "`full` is the whole name, so that no other part can stand beside it."
    } else if parts.is_empty() || parts == ["middle"] {
        "`parts` asks for no name."
    } else {
        return;
    };
    let mend = "Write, for example, `parts: [first, last]` or `parts: [full]`.";
    rules.refuse(RuleProblem::new("parts", says).mend(mend));
}

/// The line for a part. A single line has the question as its label.
fn control(field: &Field, lines: usize) -> Control {
    let label = (lines > 1 && !field.label.is_empty()).then_some(field.label);
    Control::Line(Line {
        label,
        optional: field.when_empty.is_none(),
        width: if field.suffix == "title" { 5 } else { 0 },
        autocomplete: field.autocomplete,
        ..Line::field(field.suffix, field.label)
    })
}

impl NameKind {
    /// The suffixes of the parts that make the name: all but the title.
    fn parts(&self) -> impl Iterator<Item = &'static str> {
        let suffixes = self.fields.iter().map(|field| field.suffix);
        suffixes.filter(|suffix| *suffix != TITLE.suffix)
    }
}

impl Kind for NameKind {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        let first = self.parts().next().unwrap_or(FIRST.suffix);
        Problem::new("empty", "error-empty").at(first)
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let mut fields = Fields::default();
        for field in &self.fields {
            fields.add(field.suffix, field.read(typed));
        }
        fields.finish()
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_fields(answer)
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        let parts = filled(answer, self.parts());
        (!parts.is_empty()).then(|| Value::Text(parts.join(" ")))
    }

    fn show(&self, answer: &Answer, _words: &Showing<'_>) -> Vec<String> {
        let parts = filled(answer, self.fields.iter().map(|field| field.suffix));
        if parts.is_empty() {
            return Vec::new();
        }
        vec![parts.join(" ")]
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    fn example(&self, _facts: &Reading<'_>) -> Typed {
        let fields = self.fields.iter().filter(|field| field.when_empty.is_some());
        Typed::fields(fields.map(|field| {
            let value = match field.suffix {
                "first" => "Amina",
                "last" => "Clarke",
                _ => "Amina Clarke",
            };
            (field.suffix, value)
        }))
    }

    /// Whole words, without the title: `Mary-Ann` is found as `mary` and as `ann`.
    fn search_terms(&self, answer: &Answer) -> Vec<SearchTerm> {
        let parts = filled(answer, self.parts());
        let words = parts.iter().flat_map(|part| words(part));
        let mut terms: Vec<SearchTerm> = words.map(|value| SearchTerm { kind: "name", value }).collect();
        terms.sort();
        terms.dedup();
        terms
    }

    fn typed_for(&self, written: &Written) -> Typed {
        match written {
            Written::Line(line) => {
                let first = self.parts().next().unwrap_or(FIRST.suffix);
                Typed::fields([(first, &**line)])
            }
            Written::Several(parts) => {
                let values = parts.iter().map(String::as_str);
                Typed::fields(self.parts().map(|part| part as &str).zip(values))
            }
            Written::Fields(fields) => Typed::fields(fields.iter().map(|(suffix, value)| (&**suffix, &**value))),
        }
    }
}

/// The words of a name in one form: lower case, without accents and apostrophes.
pub(super) fn words(name: &str) -> Vec<String> {
    let bare = cleaning::bare(name).replace(['\'', '’'], "");
    let words = bare.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read_fields, told};
    use super::*;

    fn text(value: &str) -> Option<Value> {
        Some(Value::Text(value.to_owned()))
    }

    #[test]
    fn a_name_may_be_of_any_script() {
        let kind = TestRules::default().kind("name");
        for (first, last) in [("Siân", "O’Brien-Ó Súilleabháin"), ("明", "山田"), ("نور", "حسن")] {
            let answer = read_fields(&*kind, &[("first", first), ("last", last)]).expect(first);
            assert_eq!(kind.value(&answer), text(&format!("{first} {last}")));
        }
    }

    #[test]
    fn each_part_that_is_missing_or_too_long_is_said() {
        let kind = TestRules::of(&[("title", "yes"), ("middle_names", "yes")]).kind("name");
        let long = "a".repeat(101);
        assert_eq!(
            told(read_fields(&*kind, &[("middle", &long), ("title", "Dr")])),
            [
                ("first", "empty", "error-name-first-empty"),
                ("middle", "wrong", "error-name-middle-too-long"),
                ("last", "empty", "error-name-last-empty"),
            ]
        );
    }

    #[test]
    fn the_title_is_shown_and_is_no_part_of_the_name() {
        let kind = TestRules::of(&[("title", "yes")]).kind("name");
        let fields = [("title", "Ms"), ("first", "Joan"), ("last", "Hill")];
        let answer = read_fields(&*kind, &fields).expect("it is right");
        assert_eq!(kind.value(&answer), text("Joan Hill"));
        assert_eq!(kind.part(&answer, "title"), text("Ms"));
        assert_eq!(kind.typed(&answer), Typed::fields(fields));
    }

    #[test]
    fn a_name_can_be_one_line_or_in_another_order() {
        let full = TestRules::of(&[("parts", "full")]).kind("name");
        assert!(matches!(full.controls(0), [Control::Line(line)] if line.label.is_none()));
        assert!(read_fields(&*full, &[("full", "Pelé")]).is_ok());
        let turned = TestRules::of(&[("parts", "last, first")]).kind("name");
        let answer = read_fields(&*turned, &[("first", "Ákos"), ("last", "Nagy")]).unwrap();
        assert_eq!(turned.value(&answer), text("Nagy Ákos"));
    }

    #[test]
    fn parts_that_do_not_go_together_are_refused() {
        for parts in ["full, last", "first, first", "middle"] {
            assert_eq!(TestRules::of(&[("parts", parts)]).problems("name").len(), 1, "{parts}");
        }
    }

    #[test]
    fn a_name_is_found_by_each_of_its_words() {
        let kind = TestRules::default().kind("name");
        let fields = [("first", "Mary-Ann"), ("last", "O’Néill")];
        let answer = read_fields(&*kind, &fields).unwrap();
        let terms: Vec<String> = kind.search_terms(&answer).into_iter().map(|t| t.value).collect();
        assert_eq!(terms, ["ann", "mary", "oneill"]);
    }
}
