//! The rules of a kind of answer, as kinds ask for them.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::values::{amount, clock_time, duration, plain_number};
use super::{Reader, Role, Spot};
use crate::definition::source::{Node, Place, Style, What};
use crate::definition::{Choices, Duration, List, Option_};
use crate::expression::{Options, Type, Value, Wanted};
use crate::id::{Language, Name};
use crate::kind::{Bound, CalendarFound, Document, KindKeys, RuleProblem, RuleReader, Size, Takes};
use crate::text::Text;

/// What stands under a kind's key.
pub(super) struct KindRules<'r, 'a> {
    pub(super) reader: &'r Reader<'a>,
    pub(super) spot: Spot<'a>,
    pub(super) kind: &'static KindKeys,
    pub(super) question: &'r str,
}

impl<'a> KindRules<'_, 'a> {
    fn has_options_beneath(&self) -> bool {
        matches!(self.kind.takes, Takes::Choices | Takes::Documents)
    }

    /// What was written for `rule`.
    pub(super) fn node(&self, rule: &str) -> Option<&'a Node> {
        self.at(rule).map(|spot| spot.node)
    }

    /// Where the rule's key stands.
    pub(super) fn key_place(&self, rule: &str) -> Option<Place> {
        let mut entries = self.spot.node.entries().iter();
        entries.find(|(key, _)| key.text == rule).map(|(key, _)| key.place)
    }

    fn at(&self, rule: &str) -> Option<Spot<'a>> {
        if rule.is_empty() {
            return (!matches!(self.spot.node.what, What::Nothing)).then(|| self.spot.clone());
        }
        self.spot.get(rule)
    }

    /// The text of a rule; a problem where something else was written.
    fn typed(&self, rule: &str) -> Result<Option<&'a str>, RuleProblem> {
        match self.at(rule) {
            None => Ok(None),
            Some(spot) => match spot.node.text() {
                Some(text) if !text.trim().is_empty() => Ok(Some(text.trim())),
                _ => Err(RuleProblem::new(rule, "A text is needed here.")),
            },
        }
    }

    fn parsed<T>(
        &self,
        rule: &str,
        parse: impl FnOnce(&str) -> Option<T>,
        mend: &str,
    ) -> Result<Option<T>, RuleProblem> {
        self.typed(rule)?
            .map(|typed| {
                parse(typed).ok_or_else(|| RuleProblem::new(rule, format!("\"{typed}\" cannot stand here.")).mend(mend))
            })
            .transpose()
    }

    /// Refuses text after a kind that takes none.
    pub(super) fn no_stray_text(&self) {
        let stray = match self.spot.node.what {
            What::Text(..) => self.kind.takes == Takes::Nothing,
            What::List(_) => true,
            What::Nothing | What::Map(_) => false,
        };
        if stray {
            self.reader.error(
                self.spot.node.place,
                "rule",
                format!("Nothing stands right after \"{}\".", self.kind.key),
                format!("Write, for example, {}", self.kind.example),
            );
        }
    }

    /// Warns of a list in a file whose entries have no names to be shown, or none in some language.
    fn names_of_list(&self, name: &str, list: &List, place: Place) {
        // One that stands in the definition has its names translated as all texts are.
        if place.line > 0 || list.rows.is_empty() {
            return;
        }
        let place = Place {
            line: 1,
            column: 1,
            length: 1,
            ..place
        };
        if list.names.is_empty() {
            let message = format!("The list \"{name}\" has no column \"name\", so people read its ids.");
            self.reader
                .warning(place, "list_names", message, "Add a column \"name\".");
            return;
        }
        for (number, language) in self.reader.languages().iter().enumerate().skip(1) {
            if list.names.values().any(|name| !name.is_complete_in(number)) {
                let message = format!("Not all names of the list \"{name}\" are in \"{language}\".");
                let advice = format!("Add a column \"name_{language}\", and fill it in.");
                self.reader.warning(place, "list_names", message, advice);
            }
        }
    }

    fn option(&self, name: Name, spot: &Spot<'a>) -> Option<Option_> {
        let label = match spot.node.what {
            What::Map(_) => self.reader.text(spot, "label"),
            _ => self.reader.words(&with_short_labels(spot)),
        };
        if label.is_none() {
            self.reader
                .error(spot.node.place, "missing", "This option has no label.", "Write it.");
        }
        let when = self.reader.condition(spot, "when", Role::When, self.question);
        Some(Option_ {
            name,
            label: label?,
            hint: self.reader.text(spot, "hint"),
            also: None,
            when: when.map(Arc::new),
            alone: spot.node.get("alone").is_some(),
        })
    }
}

/// A label in short form may be translated in long form.
fn with_short_labels<'a>(spot: &Spot<'a>) -> Spot<'a> {
    let label = |node: &'a Node| node.get("label").unwrap_or(node);
    Spot {
        node: spot.node,
        words: spot.words.iter().map(|words| words.map(label)).collect(),
        path: spot.path.clone(),
    }
}

/// The rows of a list as options.
fn from_list(list: &List) -> Choices {
    let label = |id: &Name| list.names.get(id).cloned().unwrap_or_else(|| Text::only(id.as_str()));
    let also = list.columns.iter().position(|column| column.as_str() == "also");
    let options = list.rows.iter().map(|(id, cells)| Option_ {
        name: id.clone(),
        label: label(id),
        hint: None,
        also: also
            .and_then(|column| cells.get(column))
            .filter(|also| !also.is_empty())
            .cloned(),
        when: None,
        alone: false,
    });
    Choices(options.collect())
}

impl RuleReader for KindRules<'_, '_> {
    fn written(&self) -> Vec<&str> {
        if self.has_options_beneath() {
            return Vec::new();
        }
        let entries = self.spot.node.entries().iter();
        entries
            .map(|(key, _)| key.text.as_str())
            .filter(|key| *key != "note")
            .collect()
    }

    fn languages(&self) -> &[Language] {
        self.reader.languages()
    }

    fn currency(&self) -> &str {
        self.reader.currency()
    }

    fn text(&self, rule: &str) -> Result<Option<Text>, RuleProblem> {
        self.typed(rule)?;
        Ok(self.at(rule).and_then(|spot| self.reader.words(&spot)))
    }

    fn plain(&self, rule: &str) -> Result<Option<String>, RuleProblem> {
        Ok(self.typed(rule)?.map(str::to_owned))
    }

    fn size(&self, rule: &str) -> Result<Option<Size>, RuleProblem> {
        let parse = |typed: &str| {
            let (count, unit) = typed.split_once(' ')?;
            let count = count.parse().ok()?;
            match unit.trim() {
                "character" | "characters" => Some(Size::Characters(count)),
                "word" | "words" => Some(Size::Words(count)),
                _ => None,
            }
        };
        self.parsed(rule, parse, "Write, for example, 100 characters or 300 words.")
    }

    fn length(&self, rule: &str) -> Result<Option<Duration>, RuleProblem> {
        self.parsed(rule, duration, "Write, for example, 28 days or 6 months.")
    }

    fn count(&self, rule: &str) -> Result<Option<u32>, RuleProblem> {
        self.parsed(rule, |typed| typed.parse().ok(), "Write a whole number.")
    }

    fn number(&self, rule: &str) -> Result<Option<Decimal>, RuleProblem> {
        self.parsed(rule, plain_number, "Write a number.")
    }

    fn bound(&self, rule: &str, of: Type) -> Result<Option<Bound>, RuleProblem> {
        let Some(spot) = self.at(rule) else {
            return Ok(None);
        };
        if let Some(typed) = spot.node.text() {
            let literal = match of {
                Type::Number => plain_number(typed).map(Value::Number),
                Type::Money => amount(typed, self.reader.currency()).map(Value::Money),
                Type::Date => typed.parse().ok().filter(|_| typed.len() == 10).map(Value::Date),
                Type::Time => clock_time(typed).map(Value::Time),
                _ => None,
            };
            if let Some(value) = literal {
                return Ok(Some(Bound::Literal(value)));
            }
        } else if !matches!(spot.node.what, What::List(_)) {
            return Err(RuleProblem::new(rule, "A value or an expression is needed here."));
        }
        let cases = self.reader.cases(spot.node, &Wanted::a(of), Role::Rule, self.question);
        // What is wrong in an expression was told where it stands; the kind goes on without the bound.
        Ok(cases.map(|(cases, _, _)| Bound::Worked(Arc::new(cases))))
    }

    fn yes(&self, rule: &str) -> Result<Option<bool>, RuleProblem> {
        let parse = |typed: &str| match typed {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        self.parsed(rule, parse, "Write yes, or leave it out.")
    }

    fn word(&self, rule: &str, allowed: &[&'static str]) -> Result<Option<&'static str>, RuleProblem> {
        let mend = format!("Write {}.", allowed.join(" or "));
        self.parsed(
            rule,
            |typed| allowed.iter().find(|word| **word == typed).copied(),
            &mend,
        )
    }

    fn words(&self, rule: &str, allowed: &[&'static str]) -> Result<Option<Vec<&'static str>>, RuleProblem> {
        let Some(spot) = self.at(rule) else {
            return Ok(None);
        };
        let known = |node: &&Node| {
            let typed = node.text().unwrap_or_default();
            allowed.iter().find(|word| **word == typed).copied()
        };
        let words: Option<Vec<_>> = super::listed(spot.node).iter().map(known).collect();
        match words {
            Some(words) if !words.is_empty() => Ok(Some(words)),
            _ => Err(RuleProblem::new(rule, "Something else is needed here.")
                .mend(format!("Write some of {} in [ ].", allowed.join(", ")))),
        }
    }

    fn calendar(&self, rule: &str) -> Result<Option<CalendarFound>, RuleProblem> {
        let (Some(node), Some(name)) = (self.node(rule), self.typed(rule)?) else {
            return Ok(None);
        };
        let Some(calendar) = self.reader.calendars().shift_remove(name) else {
            let problem = RuleProblem::new(
                rule,
                format!("There is no calendar \"{name}\", or something is wrong with it."),
            );
            return Err(problem.mend("Name one of calendars."));
        };
        let of = calendar.one_for_each.as_ref().and_then(|each| {
            let question = Node {
                place: node.place,
                what: What::Text(each.question.to_string(), Style::Plain),
            };
            let wanted = Wanted {
                type_is: Some(Type::One),
                options: Options::Any,
            };
            // What is wrong with it, such as that it is asked later, is told at the name of the calendar.
            let (cases, _, _) = self.reader.cases(&question, &wanted, Role::Rule, self.question)?;
            Some(Arc::new(cases))
        });
        Ok(Some(CalendarFound { calendar, of }))
    }

    fn documents(&self, allowed: &[&'static str]) -> Result<Option<Vec<Document>>, RuleProblem> {
        if matches!(self.spot.node.what, What::Text(..) | What::List(_)) {
            let problem = RuleProblem::new("", "Documents need names.");
            return Err(problem.mend("Write NAME: Label, a line each."));
        }
        let mut documents = Vec::new();
        for (key, spot) in self.spot.entries() {
            let Some(option) = self.option(Name::from(key.text.as_str()), &spot) else {
                continue;
            };
            let ways = spot.node.get("ways").map(super::listed).unwrap_or_default();
            let mut known = Vec::with_capacity(ways.len());
            for way in ways {
                match allowed.iter().find(|allowed| way.text() == Some(allowed)) {
                    Some(way) => known.push(*way),
                    None => {
                        let advice = format!("The ways are {}.", allowed.join(", "));
                        self.reader
                            .error(way.place, "rule", "There is no such way to send a document.", advice);
                    }
                }
            }
            documents.push(Document {
                option,
                ways: known,
                within: self.reader.duration(&spot, "within"),
            });
        }
        Ok((!documents.is_empty()).then_some(documents))
    }

    fn choices(&self) -> Result<Option<Choices>, RuleProblem> {
        match &self.spot.node.what {
            What::Nothing => Ok(None),
            What::Map(_) => {
                let options = self.spot.entries();
                let options = options.filter_map(|(key, spot)| self.option(Name::from(key.text.as_str()), &spot));
                Ok(Some(Choices(options.collect())))
            }
            What::Text(name, _) => match self.reader.register.lists.get(name.trim()) {
                Some((list, place)) => {
                    self.names_of_list(name.trim(), list, *place);
                    Ok(Some(from_list(list)))
                }
                None => Err(
                    RuleProblem::new("", format!("There is no list \"{}\".", name.trim())).mend(format!(
                        "Put it into lists/{}.csv, or write the options beneath.",
                        name.trim()
                    )),
                ),
            },
            What::List(_) => Err(RuleProblem::new("", "Options need names.").mend("Write NAME: Label, a line each.")),
        }
    }
}
