//! Our components write the same documents as the published fixtures of govuk-frontend.
//! How options become our structs stands in `forms`, `choices`, `content` and `frame`; what is left out, and why, in `skipped`.
// The lint lets tests unwrap, but takes their helpers for something else.
#![allow(clippy::unwrap_used)]

mod choices;
mod content;
mod document;
mod forms;
mod frame;
mod options;
mod skipped;
mod words;

use std::path::{Path, PathBuf};

use serde_json::Value;

use options::Options;

/// The number of fixtures compared may grow, never shrink.
const FLOOR: usize = 681;

/// Writes one fixture's options with our component.
type Mapping = fn(Options<'_>) -> String;

/// Our components by the name of the folder that holds their fixtures.
const MAPPINGS: &[(&str, Mapping)] = &[
    ("back-link", frame::back_link),
    ("breadcrumbs", frame::breadcrumbs),
    ("button", forms::button),
    ("character-count", forms::character_count),
    ("checkboxes", choices::checkboxes),
    ("cookie-banner", frame::cookie_banner),
    ("date-input", choices::date_input),
    ("details", content::details),
    ("error-message", forms::error_message),
    ("error-summary", forms::error_summary),
    ("fieldset", forms::fieldset),
    ("file-upload", forms::file_upload),
    ("footer", frame::footer),
    ("generic-header", frame::header),
    ("hint", forms::hint),
    ("input", forms::input),
    ("inset-text", content::inset_text),
    ("label", forms::label),
    ("language-navigation", frame::language_navigation),
    ("notification-banner", content::notification_banner),
    ("pagination", frame::pagination),
    ("panel", content::panel),
    ("password-input", forms::password_input),
    ("phase-banner", frame::phase_banner),
    ("radios", choices::radios),
    ("select", choices::select),
    ("service-navigation", frame::service_navigation),
    ("skip-link", frame::skip_link),
    ("summary-list", content::summary_list),
    ("table", content::table),
    ("tabs", content::tabs),
    ("tag", content::tag),
    ("task-list", content::task_list),
    ("textarea", forms::textarea),
    ("warning-text", content::warning_text),
];

fn published() -> PathBuf {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/node_modules/govuk-frontend/dist/govuk/components");
    assert!(folder.is_dir(), "{} is missing: run `make bootstrap`", folder.display());
    folder
}

fn fixtures(folder: &Path, component: &str) -> Vec<Value> {
    let path = folder.join(component).join("fixtures.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    let mut published: Value = serde_json::from_str(&text).unwrap();
    match published["fixtures"].take() {
        Value::Array(fixtures) => fixtures,
        other => panic!("{}: no list of fixtures but {other}", path.display()),
    }
}

#[test]
fn our_components_write_the_published_documents() {
    let folder = published();
    let mut compared = 0;
    let mut left_out = 0;
    let mut wrong = Vec::new();
    let mut unseen: Vec<(&str, &str)> = skipped::FIXTURES
        .iter()
        .map(|(component, name, _)| (*component, *name))
        .collect();

    for (component, mapping) in MAPPINGS {
        for fixture in fixtures(&folder, component) {
            let name = fixture["name"].as_str().unwrap();
            let expected = document::normalised(fixture["html"].as_str().unwrap(), skipped::is_theirs);
            let written = document::normalised(&mapping(Options(&fixture["options"])), |_| false);
            if let Some(place) = unseen.iter().position(|one| *one == (*component, name)) {
                unseen.remove(place);
                left_out += 1;
                if expected == written {
                    wrong.push(format!("{component}, {name}: left out, yet it is the same"));
                }
                continue;
            }
            compared += 1;
            if expected != written {
                wrong.push(format!(
                    "{component}, {name}:\n{}",
                    document::difference(&expected, &written)
                ));
            }
        }
    }

    println!(
        "fixtures compared: {compared}, left out: {left_out}, wrong: {}",
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(unseen.is_empty(), "left out, yet not published: {unseen:?}");
    assert!(
        compared >= FLOOR,
        "only {compared} fixtures were compared, {FLOOR} before"
    );
}

#[test]
fn every_published_component_is_ours_or_left_out_for_a_reason() {
    for entry in std::fs::read_dir(published()).unwrap() {
        let path = entry.unwrap().path();
        if !path.join("fixtures.json").is_file() {
            continue;
        }
        let name = path.file_name().unwrap().to_str().unwrap();
        let ours = MAPPINGS.iter().any(|(component, _)| *component == name);
        let left_out = skipped::COMPONENTS.iter().any(|(component, _)| *component == name);
        assert!(
            ours != left_out,
            "{name} must stand either in MAPPINGS or in skipped::COMPONENTS"
        );
    }
}
