//! Finds in a page what a person would see or a browser would send: heading, form, values, reference. It knows no service.
use memchr::memmem;

/// The form of a page: where it goes, what goes with it unseen, and what can be filled in.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Where it is sent; the page's own address when the form does not say.
    pub action: Option<String>,
    /// Hidden inputs.
    pub hidden: Vec<(String, String)>,
    /// Names of the inputs that a person fills in.
    pub names: Vec<String>,
    /// The first button, when it has a name.
    pub button: Option<(String, String)>,
}

impl Form {
    /// The body that a browser sends when a person fills in these answers and presses the first button.
    pub fn encode<'a>(&'a self, answers: &'a [(&'static str, String)]) -> String {
        let hidden = self.hidden.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let answers = answers.iter().map(|(name, value)| (*name, value.as_str()));
        let button = self.button.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        form_urlencoded::Serializer::new(String::with_capacity(512))
            .extend_pairs(hidden.chain(answers).chain(button))
            .finish()
    }
}

/// The words of the first `h1`.
pub fn heading(page: &str) -> Option<String> {
    element(page, "<h1", "</h1>").map(text)
}

/// The form of the journey: the one marked `data-journey`, or else the first in `main` that is sent by POST.
pub fn form(page: &str) -> Option<Form> {
    let main = find(page, "<main").map_or(page, |start| &page[start..]);
    let mut first = None;
    for (start, tag) in tags(main).filter(|(_, tag)| tag.name.eq_ignore_ascii_case("form")) {
        let posts = tag
            .attribute("method")
            .is_some_and(|method| method.eq_ignore_ascii_case("post"));
        if tag.attribute("data-journey").is_some() {
            return Some(read_form(&tag, &main[start..]));
        }
        if posts && first.is_none() {
            first = Some((start, tag));
        }
    }
    first.map(|(start, tag)| read_form(&tag, &main[start..]))
}

/// True when the page lists errors.
pub fn has_error_summary(page: &str) -> bool {
    find(page, "govuk-error-summary").is_some()
}

/// The reference that a confirmation page gives.
pub fn reference(page: &str) -> Option<String> {
    let marked = find(page, "app-reference").map(|start| &page[start..]);
    let panel = || {
        let panel = &page[find(page, "govuk-panel__body")?..];
        Some(&panel[find(panel, "<strong")?..])
    };
    let rest = marked.or_else(panel)?;
    let rest = &rest[find(rest, ">")? + 1..];
    let reference = text(&rest[..find(rest, "<")?]);
    (!reference.is_empty()).then_some(reference)
}

/// What the values of a summary list say.
pub fn values(page: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut rest = page;
    while let Some(start) = find(rest, "<dd") {
        rest = &rest[start..];
        let Some(end) = find(rest, "</dd>") else {
            break;
        };
        if find(&rest[..end], "summary-list__value").is_some() {
            values.push(element(rest, "<dd", "</dd>").map(text).unwrap_or_default());
        }
        rest = &rest[end..];
    }
    values
}

/// The words of a piece of HTML: no tags, one space between words.
pub fn text(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    let mut in_tag = false;
    for character in html.chars() {
        match character {
            '<' => {
                in_tag = true;
                words.push(' ');
            }
            '>' if in_tag => in_tag = false,
            _ if in_tag => {}
            _ => words.push(character),
        }
    }
    decode(&words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a piece of text begins.
pub fn find(page: &str, piece: &str) -> Option<usize> {
    memmem::find(page.as_bytes(), piece.as_bytes())
}

fn element<'a>(page: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let rest = &page[find(page, open)?..];
    let rest = &rest[find(rest, ">")? + 1..];
    Some(&rest[..find(rest, close)?])
}

fn read_form(tag: &Tag<'_>, from: &str) -> Form {
    let inside = &from[..find(from, "</form").unwrap_or(from.len())];
    let mut form = Form {
        action: tag.attribute("action").filter(|action| !action.is_empty()),
        ..Form::default()
    };
    let mut has_button = false;
    for (_, tag) in tags(inside) {
        let button = tag.name.eq_ignore_ascii_case("button");
        let field = ["input", "select", "textarea"]
            .iter()
            .any(|name| tag.name.eq_ignore_ascii_case(name));
        let kind = tag.attribute("type").unwrap_or_default();
        let name = tag.attribute("name");
        let value = || tag.attribute("value").unwrap_or_default();
        if (button && matches!(kind.as_str(), "" | "submit")) || (field && kind == "submit") {
            // The first button is the one that goes on, and it may have no name. A later one may mean "save and leave".
            if !has_button {
                form.button = name.map(|name| (name, value()));
            }
            has_button = true;
            continue;
        }
        let Some(name) = name.filter(|_| field) else {
            continue;
        };
        if kind == "hidden" {
            form.hidden.push((name, value()));
        } else if !form.names.contains(&name) {
            form.names.push(name);
        }
    }
    form
}

/// An opening tag.
struct Tag<'a> {
    name: &'a str,
    inside: &'a str,
}

impl Tag<'_> {
    /// The value of an attribute; an attribute without a value has an empty one.
    fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.inside.trim_start();
        while !rest.is_empty() {
            let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
            let name = &rest[..end];
            rest = rest[end..].trim_start();
            let mut value = "";
            if let Some(after) = rest.strip_prefix('=') {
                let after = after.trim_start();
                let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
                let (start, end) = match quote {
                    Some(quote) => (1, after[1..].find(quote).map_or(after.len(), |at| at + 1)),
                    None => (0, after.find(char::is_whitespace).unwrap_or(after.len())),
                };
                value = &after[start..end];
                rest = after.get(end + start..).unwrap_or("").trim_start();
            }
            if name.eq_ignore_ascii_case(wanted) {
                return Some(decode(value));
            }
            if name.is_empty() && value.is_empty() {
                return None;
            }
        }
        None
    }
}

/// The opening tags of a piece of HTML, each with its place.
fn tags(html: &str) -> impl Iterator<Item = (usize, Tag<'_>)> {
    memchr::memchr_iter(b'<', html.as_bytes()).filter_map(|start| {
        let rest = &html[start + 1..];
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric())?;
        if length == 0 {
            return None;
        }
        let mut quote = None;
        let end = rest.bytes().position(|byte| match (quote, byte) {
            (None, b'>') => true,
            (None, b'"' | b'\'') => {
                quote = Some(byte);
                false
            }
            (Some(open), byte) if open == byte => {
                quote = None;
                false
            }
            _ => false,
        })?;
        let inside = rest.get(length..end)?.trim_end_matches('/');
        Some((
            start,
            Tag {
                name: &rest[..length],
                inside,
            },
        ))
    })
}

/// Turns the references that a template writes back into characters.
fn decode(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(start) = rest.find('&') {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        let character = rest
            .find(';')
            .filter(|end| *end <= 9)
            .and_then(|end| Some((end, character(&rest[1..end])?)));
        let (size, character) = character.map_or((1, '&'), |(end, character)| (end + 1, character));
        plain.push(character);
        rest = &rest[size..];
    }
    plain.push_str(rest);
    plain
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUESTION: &str = r#"<header><form method="post" action="/language"><input type=hidden name="csrf" value="no"></form></header>
        <main id="main"><form method="post" novalidate>
        <input type="hidden" name="csrf" value="a&#43;b&amp;c=&quot;>"><input name='seen' type='hidden' value=''/>
        <legend><h1 class="govuk-fieldset__heading">
          What is your <b>date</b> of&nbsp;birth?
        </h1></legend>
        <input class="govuk-input" name="dob-day" type="text"> <input name=dob-month type=text>
        <input name="uk" type="radio" value="yes"><input name="uk" type="radio" value="no">
        <select name="country"><option value="NO">Norway</option></select>
        <button type="submit" name="go" value="on">Continue</button><button name="later">Later</button></form></main>"#;

    #[test]
    fn the_form_of_the_page_is_found_with_what_a_browser_sends() {
        let form = form(QUESTION).unwrap();
        assert_eq!(form.action, None);
        assert_eq!(
            form.hidden,
            [("csrf".into(), "a+b&c=\">".into()), ("seen".into(), String::new())]
        );
        assert_eq!(form.names, ["dob-day", "dob-month", "uk", "country"]);
        let body = form.encode(&[("dob-day", "1 & 2".to_owned())]);
        assert_eq!(body, "csrf=a%2Bb%26c%3D%22%3E&seen=&dob-day=1+%26+2&go=on");
    }

    #[test]
    fn a_later_button_is_not_pressed_where_the_first_has_no_name() {
        let page = r#"<main><form method=post><button type="submit">Continue</button>
            <button type="submit" name="save" value="yes">Save and come back later</button></form></main>"#;
        assert_eq!(form(page).unwrap().encode(&[]), "");
    }

    #[test]
    fn the_marked_form_comes_before_others() {
        let page =
            r#"<main><form method=post action="/a"></form><form data-journey method=post action="/b"></form></main>"#;
        assert_eq!(form(page).unwrap().action.as_deref(), Some("/b"));
    }

    #[test]
    fn a_page_without_a_form_to_post_has_none() {
        assert!(form(r#"<main><form method="get" action="/search"></form></main>"#).is_none());
    }

    #[test]
    fn a_heading_is_read_as_a_person_reads_it() {
        assert_eq!(heading(QUESTION).unwrap(), "What is your date of birth?");
        assert_eq!(heading("<h2>Not this</h2>"), None);
    }

    #[test]
    fn a_reference_is_found_in_both_forms_of_confirmation() {
        let marked = r#"<strong class="app-reference">EXP-1234</strong>"#;
        let panel = r#"<div class="govuk-panel__body">Your reference number<br><strong>HDJ 2</strong></div>"#;
        assert_eq!(reference(marked).as_deref(), Some("EXP-1234"));
        assert_eq!(reference(panel).as_deref(), Some("HDJ 2"));
        assert_eq!(reference("<strong>ABC</strong>"), None);
    }

    #[test]
    fn only_the_values_of_a_summary_list_are_read() {
        let page = r#"<dl><dt>Name</dt><dd class="govuk-summary-list__value"> Nils<br>Berg </dd>
            <dd class="govuk-summary-list__actions"><a>Change</a></dd></dl>"#;
        assert_eq!(values(page), ["Nils Berg"]);
    }

    #[test]
    fn an_ampersand_that_begins_nothing_stays() {
        assert_eq!(text("a & b &copy; c"), "a & b &copy; c");
    }
}
