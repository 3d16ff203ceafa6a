//! The countries of the world: their codes and names, from `data/countries.csv`. Which country an answer names is not
//! decided here.

use std::sync::{Arc, LazyLock};

use super::{ChoiceOf, Label};
use crate::id::{Language, Name};
use crate::text::Text;

/// The data: see `data/SOURCES.md`.
const DATA: &str = include_str!("../../data/countries.csv");

/// The languages of the data, in the order of its columns. A definition in another shows the names in the first.
const LANGUAGES: [&str; 2] = ["en", "cy"];

/// A country.
#[derive(Debug)]
pub(super) struct Country {
    /// ISO 3166-1 alpha-2.
    pub(super) code: &'static str,
    /// Its name in each of [`LANGUAGES`].
    names: [&'static str; 2],
    /// Its place in the alphabet of each of [`LANGUAGES`].
    places: [u16; 2],
}

/// All countries, by code.
static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| DATA.lines().skip(1).filter_map(country).collect());

/// Reads a row. The tests hold that every row is read.
fn country(row: &'static str) -> Option<Country> {
    let mut fields = row.split(',');
    let mut next = || fields.next();
    Some(Country {
        code: next()?,
        names: [next()?, next()?],
        places: [next()?.parse().ok()?, next()?.parse().ok()?],
    })
}

/// The country that was chosen or typed: its code, or its name in any of the data's languages.
pub(super) fn find(typed: &str) -> Option<&'static Country> {
    let typed = typed.trim();
    let by_code = COUNTRIES.binary_search_by(|country| country.code.cmp(&typed.to_ascii_uppercase()));
    if let Ok(at) = by_code {
        return COUNTRIES.get(at);
    }
    let typed = typed.to_lowercase();
    let mut all = COUNTRIES.iter();
    all.find(|country| country.names.iter().any(|name| name.to_lowercase() == typed))
}

/// A country's name in a language of the definition.
pub(super) fn name(code: &str, tag: &str) -> String {
    match find(code) {
        Some(country) => country.names[column(tag)].to_owned(),
        None => code.to_owned(),
    }
}

/// All countries in the order of each language, to choose from.
pub(super) fn choices(languages: &[Language]) -> Vec<Arc<[ChoiceOf]>> {
    let by_country: Vec<(&Country, ChoiceOf)> = COUNTRIES
        .iter()
        .map(|country| {
            let names = languages
                .iter()
                .map(|language| Some(Arc::from(country.names[column(language.as_str())])));
            let label = Label::Text(Text::new(names.collect()));
            (country, ChoiceOf::new(country.code, label))
        })
        .collect();
    let in_order = |language: &Language| {
        let column = column(language.as_str());
        let mut sorted: Vec<_> = by_country.iter().collect();
        sorted.sort_by_key(|(country, _)| country.places[column]);
        sorted.into_iter().map(|(_, choice)| choice.clone()).collect()
    };
    languages.iter().map(in_order).collect()
}

impl Country {
    /// The code as an answer keeps it.
    pub(super) fn answer(&self) -> Name {
        Name::from(self.code)
    }
}

/// The column of a language, `en-GB` being English.
fn column(tag: &str) -> usize {
    let language = tag.split('-').next().unwrap_or(tag);
    let mut columns = LANGUAGES.iter();
    columns.position(|known| *known == language).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_data_is_a_country() {
        assert_eq!(COUNTRIES.len(), DATA.lines().count() - 1);
        assert!(COUNTRIES.is_sorted_by(|a, b| a.code < b.code));
        assert!(COUNTRIES.iter().all(|country| country.code.len() == 2));
        let mut head = DATA.lines().next().unwrap_or_default().split(',').skip(1);
        assert!(LANGUAGES.iter().all(|language| head.next() == Some(*language)));
    }

    #[test]
    fn countries_are_named_and_sorted_in_each_language() {
        let choices = choices(&[Language::from("cy"), Language::from("en")]);
        let codes = |i: usize| -> Vec<&str> { choices[i].iter().map(|choice| choice.value.as_str()).collect() };
        let place = |i: usize, code| codes(i).iter().position(|found| *found == code);
        // Germany is Yr Almaen in Welsh, and Åland is sorted as if it were Aland.
        assert!(place(1, "AX") < place(1, "AL"));
        assert!(place(1, "DE") < place(1, "GR"));
        assert_ne!(place(0, "DE"), place(1, "DE"));
        assert_eq!(name("DE", "cy"), "Yr Almaen");
        assert_eq!(name("DE", "en-GB"), "Germany");
        assert_eq!(name("DE", "fr"), "Germany");
    }

    #[test]
    fn a_country_is_found_by_code_and_by_name() {
        let found = |typed| find(typed).map(|country| country.code);
        assert_eq!(found("fr"), Some("FR"));
        assert_eq!(found("france"), Some("FR"));
        assert_eq!(found("Ffrainc"), Some("FR"));
        assert_eq!(found("EU"), None);
    }
}
