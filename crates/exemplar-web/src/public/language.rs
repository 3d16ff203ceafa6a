//! The language of pages that belong to no service: named in the address, as `?language=cy`, where some service has it.

use exemplar_core::definition::Definition;
use exemplar_core::id::Language;

use crate::form::Form;
use crate::frame::{Frame, LanguageLink, direction_of};
use crate::public::errors::site_frame;
use crate::site::Site;

/// What names it in an address.
const FIELD: &str = "language";
/// The language where none is named and some service has it.
const USUAL: &str = "en";

/// A service in a list of many.
pub struct Listed {
    /// Its address in the language of the page, where it has that.
    pub href: String,
    /// Its name.
    pub name: String,
    /// The language of the name and the way it is written, where that is not the page's.
    pub other: Option<(String, &'static str)>,
}

/// The language of a page, by its query.
#[must_use]
pub fn of(site: &Site, query: &str) -> Language {
    let offered = offered(site);
    let asked = Form::read(query.as_bytes()).unwrap_or_default();
    let find = |tag: &str| offered.iter().find(|language| language.as_str() == tag);
    let chosen = find(asked.get(FIELD))
        .or_else(|| find(USUAL))
        .or_else(|| offered.first());
    chosen.map_or_else(|| Language::from(USUAL), |language| (*language).clone())
}

/// The address of a page of no service in a language.
#[must_use]
pub fn address(path: &str, language: &Language) -> String {
    match language.as_str() {
        USUAL => path.to_owned(),
        tag => format!("{path}?{FIELD}={tag}"),
    }
}

/// What stands round a page of no service, with the same page in other languages.
#[must_use]
pub fn frame<'a>(site: &'a Site, language: &Language, path: &str, heading: &str) -> Frame<'a> {
    let mut frame = site_frame(site, site.app.words.of(language), heading);
    let offered = offered(site);
    if offered.len() > 1 {
        let link = |tag: &'a Language| {
            let href = (tag != language).then(|| address(path, tag));
            LanguageLink::new(site.app.words.of(tag), tag, href)
        };
        frame.languages = offered.into_iter().map(link).collect();
    }
    frame
}

/// All services by name, each in the language of the page where it has it. `prefix` stands before their addresses.
#[must_use]
pub fn listed(site: &Site, language: &Language, prefix: &str) -> Vec<Listed> {
    let services = site.app.services.all();
    let mut all: Vec<Listed> = services.iter().map(|service| list(service, language, prefix)).collect();
    site.app.words.of(language).sort(&mut all, |listed| &listed.name);
    all
}

fn list(service: &Definition, language: &Language, prefix: &str) -> Listed {
    let place = service.language_index(language);
    let of_name = service.languages.get(place.unwrap_or(0));
    let other = of_name.filter(|_| place.is_none());
    let behind = match place {
        // The service's first language has no part of its own in addresses.
        None | Some(0) => String::new(),
        Some(_) => format!("/{language}"),
    };
    Listed {
        href: format!("{prefix}/{}{behind}", service.id),
        name: service.name.get(place.unwrap_or(0)).to_owned(),
        other: other.map(|language| (language.to_string(), direction_of(language.as_str()))),
    }
}

/// The languages of the platform that some service has.
fn offered(site: &Site) -> Vec<&Language> {
    let services = site.app.services.all();
    let is_offered = |language: &&Language| {
        services
            .iter()
            .any(|service| service.language_index(language).is_some())
    };
    site.app.words.languages().into_iter().filter(is_offered).collect()
}
