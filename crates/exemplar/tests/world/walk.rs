//! Whole journeys: each control is filled in by what it is, every free text with the marker.

use crate::browser::{Browser, Control};

/// What is typed wherever words can be typed. It is no word of any page.
pub const MARKER: &str = "Zqxwvap";
/// A telephone number that no page holds.
pub const PHONE: &str = "07700 900731";
/// An e-mail address that no page holds.
pub const EMAIL: &str = "zqxwvap@example.org";

/// Choices that are not the first one, by field.
pub type Choices = &'static [(&'static str, &'static str)];

/// Answers every page of a service from its start, and sends it. Gives the reference.
pub fn submit(browser: &mut Browser, service: &str, first: &str, choices: Choices) -> String {
    browser.get(&format!("/{service}")).get(&format!("/{service}/{first}"));
    for _ in 0..60 {
        let page = browser.path.clone();
        assert_eq!(browser.status, 200, "{page}");
        if page.ends_with("/check-answers") {
            assert!(
                browser.page.contains(MARKER),
                "what was typed is shown before it is sent"
            );
            browser.post("/check-answers", &[]);
            let reference = browser.words(".app-reference");
            assert!(!reference.is_empty(), "{} {}", browser.path, browser.page);
            return reference;
        }
        let action = page.split('?').next().unwrap().to_owned();
        let (_, _, controls) = browser.form(&action);
        let typed = filled_in(&controls, choices);
        browser.post(&action, &typed);
        assert_ne!(
            browser.status,
            422,
            "{typed:?} at {page}: {}",
            browser.words(".govuk-error-summary")
        );
    }
    panic!("the journey does not end: {}", browser.path);
}

/// What somebody gives for these controls.
pub fn filled_in(controls: &[Control], choices: Choices) -> Vec<(String, String)> {
    let mut given: Vec<(String, String)> = Vec::new();
    let chosen = |name: &str| {
        choices
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, value)| *value)
    };
    let ticked: Vec<_> = controls.iter().filter(|control| control.kind == "checkbox").collect();
    for control in controls {
        let name = control.name.as_str();
        let is_given = given.iter().any(|(given, _)| given == name);
        let value = match control.kind.as_str() {
            "radio" | "checkbox" if is_given => continue,
            "radio" | "checkbox" => match chosen(name) {
                Some(value) if value == control.value => value.to_owned(),
                Some(_) => continue,
                // Something to tick instead of an answer is left alone.
                None if control.kind == "checkbox" && ticked.len() < controls.len() => continue,
                None => control.value.clone(),
            },
            "select" => chosen(name).unwrap_or("FR").to_owned(),
            _ if chosen("instead").is_some_and(|field| name.starts_with(field)) => continue,
            _ => text(name),
        };
        given.push((name.to_owned(), value));
    }
    given
}

/// What is typed into a field.
fn text(name: &str) -> String {
    let ends = |end| name.ends_with(end);
    match name {
        "items" => "3".to_owned(),
        "ni_number" => "AB 12 34 56 C".to_owned(),
        _ if ends("-day") => "31".to_owned(),
        _ if ends("-month") => "3".to_owned(),
        _ if ends("-year") => "1980".to_owned(),
        _ if ends("postcode") => "LS1 1UR".to_owned(),
        _ if ends("email") => EMAIL.to_owned(),
        _ if ends("phone") => PHONE.to_owned(),
        _ => MARKER.to_owned(),
    }
}
