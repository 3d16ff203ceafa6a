//! The language in which somebody reads the pages of staff: kept by their browser, before and after they sign in.

use axum::http::{HeaderValue, header};
use axum::response::Response;
use exemplar_core::id::Language;

use super::desk::Desk;
use super::routes::{Act, find};
use super::{PREFIX, problems};
use crate::form::Form;
use crate::frame::LanguageLink;
use crate::site::Site;
use crate::visit::see_other;

/// The cookie. It holds a language's tag and nothing else.
const COOKIE: &str = "exemplar-staff-language";
/// A browser keeps it for a year.
const SECONDS: i64 = 365 * 24 * 60 * 60;

/// The language of a request: the one that was chosen, where the platform has words in it.
pub fn of(site: &Site, cookies: Option<&str>) -> Language {
    let mut pairs = cookies
        .unwrap_or_default()
        .split(';')
        .filter_map(|cookie| cookie.trim().split_once('='));
    let chosen = pairs.find_map(|(name, value)| (name == COOKIE).then_some(value));
    chosen
        .and_then(|tag| known(site, tag))
        .unwrap_or_else(|| Language::from("en"))
}

fn known(site: &Site, tag: &str) -> Option<Language> {
    let languages = site.app.words.languages();
    languages.into_iter().find(|language| language.as_str() == tag).cloned()
}

/// Remembers a language and goes back to the page where it was chosen.
pub fn choose(desk: &Desk<'_>, tag: &str) -> Response {
    let Some(language) = known(desk.site, tag) else {
        return problems::not_found(desk);
    };
    let asked = Form::read(desk.query.as_bytes()).unwrap_or_default();
    let mut reply = see_other(&back(asked.get("back")));
    let secure = if desk.site.settings.secure { "; Secure" } else { "" };
    let cookie = format!("{COOKIE}={language}; Path={PREFIX}; HttpOnly; SameSite=Lax; Max-Age={SECONDS}{secure}");
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        reply.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    reply
}

/// The page of staff that an address names, or the nearest above it that can be read: the address of a form that was
/// sent is none.
fn back(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if find(Act::Read, path).is_some() {
        return address.to_owned();
    }
    let mut path = path;
    while let Some((above, _)) = path.rsplit_once('/') {
        if find(Act::Read, above).is_some() {
            return above.to_owned();
        }
        path = above;
    }
    PREFIX.to_owned()
}

/// The same page in each language of the platform.
pub fn links<'a>(desk: &'a Desk<'_>) -> Vec<LanguageLink<'a>> {
    let all = desk.site.app.words.languages();
    if all.len() < 2 {
        return Vec::new();
    }
    let mut here = desk.path.to_owned();
    if !desk.query.is_empty() {
        here = format!("{here}?{}", desk.query);
    }
    let link = |tag: &'a Language| {
        let words = desk.site.app.words.of(tag);
        let way = format!("{PREFIX}/language/{tag}?");
        let start = way.len();
        let mut href = form_urlencoded::Serializer::for_suffix(way, start);
        href.append_pair("back", &here);
        LanguageLink::new(words, tag, (*tag != desk.language).then(|| href.finish()))
    };
    all.into_iter().map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_is_a_page_of_staff_and_nothing_else() {
        let check = |address: &str, expected: &str| assert_eq!(back(address), expected, "{address}");
        check("/staff/cases?state=open", "/staff/cases?state=open");
        check("/staff/cases/1/decide", "/staff/cases/1");
        check("/staff/sign-in", "/staff/sign-in");
        check("", "/staff");
        check("//elsewhere.example/staff/cases", "/staff");
        check("https://elsewhere.example", "/staff");
    }
}
