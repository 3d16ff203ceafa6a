//! Who somebody is: a full name, a number by which Norway knows them, an address. Several components are one question,
//! and some are several.

use serde_json::Value;

use super::index::joined;
use super::pages::{Around, Gathering};
use super::{Reader, array, text_of};
use crate::form::{Compared, Content, Field, Kind, Test, Value as Other, Words};
use crate::report::Became;

/// Whether anything hangs on an address being in Norway, apart from how long that address holds.
pub(super) fn asks_in_norway(components: &[Value], depth: usize) -> bool {
    components.iter().any(|component| {
        let script = text_of(component, "customConditional").unwrap_or_default();
        let when = text_of(&component["conditional"], "when").unwrap_or_default();
        let in_script = script.contains("borDuINorge") && !script.contains("vegadresseEllerPostboksadresse");
        let is_own = text_of(component, "type") != Some("addressValidity");
        (in_script && is_own)
            || when.rsplit('.').next() == Some("borDuINorge")
            || (depth < crate::DEPTH && asks_in_norway(array(component, "components"), depth + 1))
    })
}

impl Reader<'_> {
    /// A first name and a last name that stand together are one question; whether they were.
    pub(super) fn full_name(
        &mut self,
        first: &Value,
        (last, last_place): (&Value, &str),
        here: &Around,
        place: &str,
        out: &mut Gathering,
    ) -> bool {
        let kind = |of: &Value, own: &str, label: &str| match text_of(of, "type") {
            Some("textfield") => text_of(of, "label").is_some_and(|text| text.trim().eq_ignore_ascii_case(label)),
            kind => kind == Some(own),
        };
        let same = ["customConditional", "hidden"]
            .iter()
            .all(|key| first.get(key) == last.get(key));
        let when = |of: &Value| ["when", "eq", "show"].map(|key| of["conditional"][key].clone());
        let is_required = |of: &Value| of["validate"]["required"] == Value::Bool(true);
        let fits = kind(first, "firstName", "Fornavn")
            && kind(last, "surname", "Etternavn")
            && same
            && when(first) == when(last)
            && is_required(first) == is_required(last)
            && [first, last]
                .iter()
                .all(|of| text_of(of, "description").unwrap_or_default().is_empty());
        if !fits {
            return false;
        }
        let key = joined(&here.scope, text_of(first, "key").unwrap_or(place));
        let mut field = self.base(first, key, "name", place);
        field.prefill = prefill(first, "person.name");
        let own = self.plain(text_of(first, "label").unwrap_or_default(), place);
        let whose = own.map(without_first);
        let is_named = text_of(first, "label").is_some_and(|label| !label.trim().eq_ignore_ascii_case("Fornavn"));
        let (label, called) = if field.prefill.is_some() {
            (
                ["Hva heter du?", "Kva heiter du?", "What is your name?"],
                ["navnet ditt", "namnet ditt", "your name"],
            )
        } else {
            (["Navn", "Namn", "Name"], ["navnet", "namnet", "the name"])
        };
        field.label = self.known(label);
        field.called = Some(self.known(called));
        if is_named && whose != own {
            let says = format!(
                "\"{}\" and the last name are one question, with a box for each.",
                own.own
            );
            for place in [place, last_place] {
                self.report
                    .note(Became::Approximated, (place, "name"), "one_name", says.as_str());
            }
            field.label = whose;
            field.called = None;
        } else {
            field.named = Some("Navn");
        }
        field.label_is_hidden = false;
        field.kind = Kind::plain("name");
        field.also.push((
            last_place.to_owned(),
            text_of(last, "type").unwrap_or_default().to_owned(),
        ));
        field.when.clone_from(&here.when);
        out.push(Content::Field(Box::new(field)));
        true
    }

    /// Whether somebody has a Norwegian number, the number, and else the date of birth.
    pub(super) fn identity(&mut self, component: &Value, key: &str, place: &str) -> Vec<Field> {
        let asks = text_of(&component["customLabels"], "doYouHaveIdentityNumber").filter(|text| !text.is_empty());
        let label = match asks {
            Some(asks) => self.plain(asks, place),
            None => Words::default(),
        };
        let usual = self.known([
            "Har du norsk fødselsnummer eller d-nummer?",
            "Har du norsk fødselsnummer eller d-nummer?",
            "Do you have a Norwegian national identity number or D number?",
        ]);
        let base = self.base(component, key.to_owned(), "identity", place);
        let has = Field {
            key: format!("{key}.harDuFodselsnummer"),
            label: if label.is_empty() || label.own == usual.own {
                usual
            } else {
                label
            },
            label_is_hidden: false,
            kind: Kind::plain("yes_no"),
            ..base.clone()
        };
        let is = |answer: &str| Some(Test::is(&has.key, answer));
        let own = |part: &str| Field {
            key: format!("{key}.{part}"),
            hint: Words::default(),
            say: Words::default(),
            label_is_hidden: false,
            ..base.clone()
        };
        let number = Field {
            label: self.known([
                "Fødselsnummer eller d-nummer",
                "Fødselsnummer eller d-nummer",
                "National identity number or D number",
            ]),
            kind: Kind::plain("national_id").with("of", "NO"),
            when: is("ja"),
            prefill: prefill(component, "person.national_id"),
            ..own("identitetsnummer")
        };
        let born = Field {
            label: self.known(["Fødselsdato", "Fødselsdato", "Date of birth"]),
            kind: Kind::plain("date").with("in", "past"),
            when: is("nei"),
            prefill: prefill(component, "person.date_of_birth"),
            ..own("fodselsdato")
        };
        vec![has, number, born]
    }

    /// An address of any country; whether it is in Norway is asked before where something hangs on it.
    pub(super) fn address(&mut self, component: &Value, key: &str, place: &str) -> Vec<Field> {
        let mut base = self.base(component, key.to_owned(), "navAddress", place);
        base.label_is_hidden = false;
        if base.label.is_empty() || base.label.own == "Adresse" {
            base.label = self.known(["Adresse", "Adresse", "Address"]);
        }
        let mut out = Vec::new();
        if self.asks_in_norway && text_of(component, "addressType").unwrap_or_default().is_empty() {
            let asks = text_of(&component["customLabels"], "livesInNorway").filter(|text| !text.is_empty());
            let usual = self.known(["Bor du i Norge?", "Bur du i Noreg?", "Do you live in Norway?"]);
            let own = asks
                .map(|text| self.plain(text, place))
                .filter(|label| label.own != usual.own);
            out.push(Field {
                key: format!("{key}.borDuINorge"),
                label: own.unwrap_or(usual),
                kind: Kind::plain("yes_no"),
                hint: Words::default(),
                say: Words::default(),
                ..base.clone()
            });
        }
        out.push(Field {
            kind: Kind::plain("address"),
            prefill: prefill(component, "person.address"),
            ..base
        });
        out
    }

    /// From when, and until when if that is known, an address holds.
    pub(super) fn address_validity(&mut self, component: &Value, key: &str, place: &str) -> Vec<Field> {
        let base = self.base(component, key.to_owned(), "addressValidity", place);
        let first = Field {
            key: format!("{key}.gyldigFraOgMed"),
            label: self.known([
                "Fra hvilken dato gjelder adressen?",
                "Frå kva dato gjeld adressa?",
                "From which date is the address valid?",
            ]),
            named: Some("Første dag for adressen"),
            label_is_hidden: false,
            kind: Kind::plain("date"),
            ..base.clone()
        };
        let last = Field {
            key: format!("{key}.gyldigTilOgMed"),
            label: self.known([
                "Til hvilken dato gjelder adressen?",
                "Til kva dato gjeld adressa?",
                "Until which date is the address valid?",
            ]),
            named: Some("Siste dag for adressen"),
            required: false,
            must: vec![(
                Test::Compare {
                    field: format!("{key}.gyldigTilOgMed"),
                    how: Compared::AtLeast,
                    value: Other::Field(first.key.clone()),
                },
                self.later(true),
            )],
            hint: Words::default(),
            say: Words::default(),
            ..first.clone()
        };
        vec![first, last]
    }

    /// Who sends the form: a person, or an organisation.
    pub(super) fn sender(&mut self, component: &Value, key: &str, place: &str) -> Vec<Field> {
        let base = self.base(component, key.to_owned(), "sender", place);
        let labels = &component["customLabels"];
        let mut own = |part: &str, custom: &str, usual: [&str; 3], kind: Kind, prefill: Option<String>| {
            let said = text_of(labels, custom).filter(|text| !text.is_empty() && *text != usual[0]);
            let said = said.map(|text| self.plain(text, place));
            Field {
                key: format!("{key}.{part}"),
                label: said.unwrap_or_else(|| self.known(usual)),
                label_is_hidden: false,
                kind,
                prefill,
                ..base.clone()
            }
        };
        if text_of(component, "senderRole") == Some("organization") {
            return vec![
                own(
                    "organization.name",
                    "organizationName",
                    ["Virksomhetens navn", "Namnet på verksemda", "Name of the organisation"],
                    Kind::plain("text"),
                    None,
                ),
                own(
                    "organization.number",
                    "organizationNumber",
                    ["Organisasjonsnummer", "Organisasjonsnummer", "Organisation number"],
                    Kind::plain("organisation_number").with("of", "NO"),
                    None,
                ),
            ];
        }
        let name = ["Navnet ditt", "Namnet ditt", "Your name"];
        let number = [
            "Fødselsnummer eller d-nummer",
            "Fødselsnummer eller d-nummer",
            "National identity number or D number",
        ];
        vec![
            own(
                "person.name",
                "fullName",
                name,
                Kind::plain("name"),
                Some("person.name".to_owned()),
            ),
            own(
                "person.number",
                "nationalIdentityNumber",
                number,
                Kind::plain("national_id").with("of", "NO"),
                Some("person.national_id".to_owned()),
            ),
        ]
    }
}

/// "Barnets fornavn" as "Barnets navn", in each language of the forms.
fn without_first(label: &str) -> String {
    let words = [
        ("Fornavn", "Navn"),
        ("fornavn", "navn"),
        ("Førenamn", "Namn"),
        ("førenamn", "namn"),
        ("First name", "Name"),
        ("first name", "name"),
    ];
    words
        .into_iter()
        .fold(label.to_owned(), |label, (first, name)| label.replace(first, name))
}

/// What the answer is to all services, where the form filled it in from a login.
fn prefill(component: &Value, word: &str) -> Option<String> {
    let is_filled = component.get("prefill") == Some(&Value::Bool(true)) || text_of(component, "prefillKey").is_some();
    is_filled.then(|| word.to_owned())
}
