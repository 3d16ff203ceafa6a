//! What is asked: each type of component as a kind of answer of ours, with its words.

use serde_json::Value;

use super::index::joined;
use super::pages::Around;
use super::{Reader, array, text_of};
use crate::form::{Choice, Field, Kind, Test, Words};
use crate::report::Became;

/// The most words of a box to tick that are its heading too.
const HEADING: usize = 8;

impl Reader<'_> {
    /// What a component asks. Some types ask several things.
    pub(super) fn fields(&mut self, component: &Value, kind: &str, here: &Around, place: &str) -> Vec<Field> {
        let key = joined(&here.scope, text_of(component, "key").unwrap_or(place));
        match kind {
            "identity" => return self.identity(component, &key, place),
            "navAddress" => {
                self.addresses.insert(key.clone(), here.when.clone());
                return self.address(component, &key, place);
            }
            "addressValidity" => return self.address_validity(component, &key, place),
            "sender" => return self.sender(component, &key, place),
            _ => {}
        }
        if self.worked_out(component, (&key, &here.scope), kind, place) {
            return Vec::new();
        }
        let mut field = self.base(component, key, kind, place);
        let mut must = Vec::new();
        field.kind = match kind {
            "textfield" | "firstName" | "surname" => self.one_line(component, place),
            "textarea" => self.long_text(component, place),
            "number" => self.number_kind(component, place),
            "currency" => self.money(component, place),
            "year" => self.year(component),
            "monthPicker" => self.month(component, place),
            "navDatepicker" => self.date(component, (&field.key, &here.scope), &mut must, place),
            "phoneNumber" => Kind::plain("phone"),
            "email" => Kind::plain("email"),
            "radiopanel" => self.choice(false, array(component, "values"), place),
            "selectboxes" => self.choice(true, array(component, "values"), place),
            "select" | "navSelect" => self.choice(false, array(&component["data"], "values"), place),
            "navCheckbox" | "checkbox" => Kind::Declaration(field.label.clone()),
            "landvelger" => Kind::plain("country"),
            "valutavelger" => Kind::plain("currency"),
            "fnrfield" => Kind::plain("national_id").with("of", "NO"),
            "orgNr" => Kind::plain("organisation_number").with("of", "NO"),
            "bankAccount" | "iban" => self.account(kind, place),
            "datagrid" => self.rows(component, here, place),
            _ => Kind::Unknown,
        };
        if matches!(field.kind, Kind::Declaration(_)) && field.label.own.split_whitespace().count() > HEADING {
            // The words to agree with are too long for a heading, and need not stand twice.
            field.called = Some(self.known(["erklæringen", "erklæringa", "the declaration"]));
            field.label = self.known(["Erklæring", "Erklæring", "Declaration"]);
        }
        if matches!(kind, "navDatepicker" | "monthPicker" | "year") {
            field.label = field.label.map(without_format);
        }
        if component.get("ignoreNorway") == Some(&Value::Bool(true)) && kind == "landvelger" {
            let words = [
                "Velg et annet land enn Norge",
                "Vel eit anna land enn Noreg",
                "Choose another country than Norway",
            ];
            must.push((Test::is(&field.key, "NO").opposite(), self.known(words)));
        }
        must.extend(self.custom(component, (&field.key, &here.scope), place));
        field.must = must;
        vec![field]
    }

    /// The words of a question, and whether it must be answered.
    pub(super) fn base(&mut self, component: &Value, key: String, kind: &str, place: &str) -> Field {
        let label = self.plain(text_of(component, "label").unwrap_or_default(), place);
        let (hint, say) = self.described(component, place);
        let wrong = text_of(&component["validate"], "customMessage").filter(|text| !text.trim().is_empty());
        let errors = wrong.map(|text| ("wrong", self.plain(text, place)));
        let is_required = component["validate"].get("required") == Some(&Value::Bool(true));
        Field {
            key,
            source_type: kind.to_owned(),
            place: place.to_owned(),
            label,
            label_is_hidden: component.get("hideLabel") == Some(&Value::Bool(true)),
            hint,
            say,
            required: is_required || kind == "datagrid",
            errors: errors.into_iter().collect(),
            ..Field::default()
        }
    }

    /// One of some options, or any of them. What offers yes and no is a question of yes or no.
    fn choice(&mut self, many: bool, values: &[Value], place: &str) -> Kind {
        let mut options = Vec::new();
        for (i, value) in values.iter().enumerate() {
            let place = format!("{place}.values[{i}]");
            let written = match &value["value"] {
                Value::String(text) => text.clone(),
                Value::Number(number) => number.to_string(),
                Value::Bool(yes) => yes.to_string(),
                _ => String::new(),
            };
            let label = self.plain(text_of(value, "label").unwrap_or(&written), &place);
            if label.is_empty() && written.is_empty() {
                let says = "An option without words is left out.";
                self.report.note(Became::LeftOut, (&place, "option"), "no_words", says);
                continue;
            }
            let described = text_of(value, "description").filter(|text| text.chars().any(char::is_alphanumeric));
            options.push(Choice {
                label: if label.is_empty() {
                    Words::only(written.as_str())
                } else {
                    label
                },
                hint: described.map(|text| self.plain(text, &place)).unwrap_or_default(),
                value: written,
                ..Choice::default()
            });
        }
        let is = |at: usize, value: &str| {
            let option: &Choice = &options[at];
            option.value == value && option.label.own.eq_ignore_ascii_case(value) && option.hint.is_empty()
        };
        if !many && options.len() == 2 && is(0, "ja") && is(1, "nei") {
            return Kind::plain("yes_no");
        }
        if options.is_empty() {
            return Kind::Unknown;
        }
        Kind::Choice {
            many,
            options,
            list: None,
        }
    }

    fn account(&mut self, kind: &str, place: &str) -> Kind {
        if kind == "bankAccount" {
            let says = "An account of Norway is asked for with its IBAN, and the name of its owner.";
            self.report
                .note(Became::Approximated, (place, kind), "account_by_iban", says);
        }
        Kind::plain("bank_account").with("of", "NO")
    }
}

/// A label without the form in which a date is typed, which pages say themselves.
fn without_format(label: &str) -> String {
    let Some((before, from)) = label.rsplit_once('(') else {
        return label.to_owned();
    };
    let Some((inner, after)) = from.split_once(')') else {
        return label.to_owned();
    };
    let inner = inner.to_lowercase();
    let is_format = inner.len() <= 14 && ["åå", "yy"].iter().any(|year| inner.contains(year));
    if is_format {
        format!("{}{after}", before.trim_end()).trim().to_owned()
    } else {
        label.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_loses_the_form_of_a_date_and_nothing_else() {
        assert_eq!(without_format("Fra dato (dd.mm.åååå)"), "Fra dato");
        assert_eq!(without_format("From (dd.mm.yyyy)?"), "From?");
        assert_eq!(without_format("Dato (hvis du vet den)"), "Dato (hvis du vet den)");
    }
}
