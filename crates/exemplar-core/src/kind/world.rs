//! The long lists of the world, each from a file of `data/`: countries, nationalities, currencies, with their codes and
//! names. Which of them an answer names is not decided here.

use std::sync::{Arc, LazyLock};

use super::{ChoiceOf, Label};
use crate::id::{Language, Name};
use crate::text::Text;

/// Countries, by the codes of ISO 3166-1.
pub(super) static COUNTRIES: LazyLock<World> = LazyLock::new(|| World {
    also: ALSO,
    ..World::read(include_str!("../../data/countries.csv"))
});

/// What else people call some countries, in the languages of the data. Parts of a country find the whole.
const ALSO: &[(&str, &str)] = &[
    ("AE", "UAE; Emirates"),
    ("BO", "Bolivia"),
    ("CD", "DRC; Zaire; DR Congo"),
    ("CG", "Congo Republic"),
    ("CI", "Ivory Coast; Côte d’Ivoire"),
    ("CV", "Cape Verde"),
    ("CZ", "Czech Republic"),
    ("FM", "Micronesia"),
    (
        "GB",
        "UK; Great Britain; Britain; England; Scotland; Wales; Northern Ireland; Cymru; Lloegr; Yr Alban; Prydain",
    ),
    ("IE", "Eire; Republic of Ireland"),
    ("IR", "Persia"),
    ("KP", "DPRK"),
    ("KR", "Republic of Korea"),
    ("MK", "Macedonia"),
    ("MM", "Burma"),
    ("NL", "Holland"),
    ("PS", "Palestine"),
    ("RU", "Russian Federation"),
    ("SZ", "Swaziland"),
    ("TL", "East Timor"),
    ("TR", "Turkey; Türkiye"),
    ("US", "USA; United States of America; America"),
    ("VA", "Holy See"),
];

/// Nationalities, by the code of the country.
pub(super) static NATIONALITIES: LazyLock<World> =
    LazyLock::new(|| World::read(include_str!("../../data/nationalities.csv")));

/// Currencies, by the codes of ISO 4217.
pub(super) static CURRENCIES: LazyLock<World> =
    LazyLock::new(|| World::read(include_str!("../../data/currencies.csv")));

/// A list of the world. Where it comes from: `data/SOURCES.md`.
#[derive(Debug)]
pub(super) struct World {
    /// The languages of the data, in the order of its columns. A definition in another shows the names in the first.
    languages: Vec<&'static str>,
    entries: Vec<Entry>,
    /// What else people call some of them, by code, with `;` between the names.
    also: &'static [(&'static str, &'static str)],
}

/// A country, a nationality, a currency.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its code.
    pub(super) code: &'static str,
    /// Its name in each of the data's languages.
    names: Vec<&'static str>,
    /// Its place in the alphabet of each of them.
    places: Vec<u16>,
}

impl World {
    /// Reads a file, which is in the order of its codes.
    fn read(data: &'static str) -> Self {
        let mut lines = data.lines();
        let head = lines.next().unwrap_or_default().split(',').skip(1);
        let languages: Vec<&str> = head.take_while(|column| !column.starts_with("place_")).collect();
        let entries = lines.filter_map(|row| entry(row, languages.len())).collect();
        Self {
            languages,
            entries,
            also: &[],
        }
    }

    /// What was chosen or typed: a code, or a name in any of the data's languages.
    pub(super) fn find(&self, typed: &str) -> Option<&Entry> {
        let typed = typed.trim();
        let by_code = self
            .entries
            .binary_search_by(|entry| entry.code.cmp(&*typed.to_ascii_uppercase()));
        if let Ok(at) = by_code {
            return self.entries.get(at);
        }
        let typed = typed.to_lowercase();
        let mut all = self.entries.iter();
        all.find(|entry| entry.names.iter().any(|name| name.to_lowercase() == typed))
    }

    /// Its name in a language of the definition.
    pub(super) fn name(&self, code: &str, tag: &str) -> String {
        match self.find(code) {
            Some(entry) => entry.names[self.column(tag)].to_owned(),
            None => code.to_owned(),
        }
    }

    /// All of it in the order of each language, to choose from.
    pub(super) fn choices(&self, languages: &[Language]) -> Vec<Arc<[ChoiceOf]>> {
        let choice = |entry: &Entry| {
            let names = languages
                .iter()
                .map(|language| Some(Arc::from(entry.names[self.column(language.as_str())])));
            let also = self.also.iter().find(|(code, _)| *code == entry.code);
            ChoiceOf {
                also: also.map(|(_, names)| Arc::from(*names)),
                ..ChoiceOf::new(entry.code, Label::Text(Text::new(names.collect())))
            }
        };
        let by_entry: Vec<(&Entry, ChoiceOf)> = self.entries.iter().map(|entry| (entry, choice(entry))).collect();
        let in_order = |language: &Language| {
            let column = self.column(language.as_str());
            let mut sorted: Vec<_> = by_entry.iter().collect();
            sorted.sort_by_key(|(entry, _)| entry.places[column]);
            sorted.into_iter().map(|(_, choice)| choice.clone()).collect()
        };
        languages.iter().map(in_order).collect()
    }

    /// The column of a language, `en-GB` being English.
    fn column(&self, tag: &str) -> usize {
        let language = tag.split('-').next().unwrap_or(tag);
        let mut columns = self.languages.iter();
        columns.position(|known| *known == language).unwrap_or(0)
    }
}

/// Reads a row. The tests hold that every row is read.
fn entry(row: &'static str, languages: usize) -> Option<Entry> {
    let mut fields = row.split(',');
    let code = fields.next()?;
    let names: Vec<&str> = fields.by_ref().take(languages).collect();
    let places: Result<Vec<u16>, _> = fields.map(str::parse).collect();
    let places = places
        .ok()
        .filter(|places| places.len() == languages && names.len() == languages)?;
    Some(Entry { code, names, places })
}

impl Entry {
    /// The code as an answer keeps it.
    pub(super) fn answer(&self) -> Name {
        Name::from(self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_data_is_read() {
        for (world, data, code_length) in [
            (&COUNTRIES, include_str!("../../data/countries.csv"), 2..=2),
            (&NATIONALITIES, include_str!("../../data/nationalities.csv"), 2..=3),
            (&CURRENCIES, include_str!("../../data/currencies.csv"), 3..=3),
        ] {
            let all = &world.entries;
            assert_eq!(all.len(), data.lines().count() - 1);
            assert!(all.is_sorted_by(|a, b| a.code < b.code));
            assert!(all.iter().all(|entry| code_length.contains(&entry.code.len())));
            assert!(
                ["en", "cy", "ar"]
                    .iter()
                    .all(|language| world.languages.contains(language))
            );
            for column in 0..world.languages.len() {
                let mut places: Vec<_> = all.iter().map(|entry| usize::from(entry.places[column])).collect();
                places.sort_unstable();
                assert!(places.into_iter().eq(1..=all.len()));
                assert!(all.iter().all(|entry| !entry.names[column].is_empty()));
            }
        }
    }

    #[test]
    fn countries_are_named_and_sorted_in_each_language() {
        let choices = COUNTRIES.choices(&[Language::from("cy"), Language::from("en")]);
        let codes = |i: usize| -> Vec<&str> { choices[i].iter().map(|choice| choice.value.as_str()).collect() };
        let place = |i: usize, code| codes(i).iter().position(|found| *found == code);
        // Germany is Yr Almaen in Welsh, and Åland is sorted as if it were Aland.
        assert!(place(1, "AX") < place(1, "AL"));
        assert!(place(1, "DE") < place(1, "GR"));
        assert_ne!(place(0, "DE"), place(1, "DE"));
        assert_eq!(COUNTRIES.name("DE", "cy"), "Yr Almaen");
        assert_eq!(COUNTRIES.name("DE", "en-GB"), "Germany");
        assert_eq!(COUNTRIES.name("DE", "fr"), "Germany");
        assert_eq!(COUNTRIES.name("DE", "ar"), "ألمانيا");
    }

    #[test]
    fn an_entry_is_found_by_code_and_by_name() {
        let found = |world: &'static World, typed| world.find(typed).map(|entry| entry.code);
        assert_eq!(found(&COUNTRIES, "fr"), Some("FR"));
        assert_eq!(found(&COUNTRIES, "france"), Some("FR"));
        assert_eq!(found(&COUNTRIES, "Ffrainc"), Some("FR"));
        assert_eq!(found(&COUNTRIES, "EU"), None);
        assert_eq!(found(&NATIONALITIES, "french"), Some("FR"));
        assert_eq!(found(&CURRENCIES, "nok"), Some("NOK"));
    }
}
