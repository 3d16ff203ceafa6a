//! The options of all components that are not of forms as our structs.
use exemplar_web::components::*;

use super::forms::button_type;
use super::options::Options;

pub fn back_link(o: Options<'_>) -> String {
    BackLink {
        // The published template brings the word and the address; ours is given them.
        text: match o.content() {
            text if text.is_empty() => "Back".into(),
            text => text,
        },
        href: o.words_or("href", "#"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

fn panel_action(o: Options<'_>) -> PanelAction<'_> {
    if o.part("href").is_some() && o.str("type") != "button" {
        return PanelAction::Link {
            text: o.content(),
            href: o.words("href"),
        };
    }
    PanelAction::Button(Button {
        text: o.content(),
        style: ButtonStyle::Inverse,
        href: o.words("href"),
        button_type: button_type(o.str("type"), ButtonType::Button),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
        ..Button::default()
    })
}

pub fn panel(o: Options<'_>) -> String {
    let actions = o.part("actions").map(|actions| {
        actions
            .list("items")
            .map(|(_, action)| panel_action(action))
            .collect()
    });
    let (kind, classes) = match o.str("classes").strip_prefix("govuk-panel--interruption") {
        Some(classes) => (
            PanelKind::Interruption(actions.unwrap_or_default()),
            classes,
        ),
        None => (PanelKind::Confirmation, o.str("classes")),
    };
    Panel {
        title: o.content_of("titleHtml", "titleText"),
        heading_level: o.heading_level(),
        body: o.content(),
        kind,
        classes,
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

fn actions(o: Options<'_>) -> Vec<SummaryAction<'_>> {
    let Some(actions) = o.part("actions") else {
        return Vec::new();
    };
    actions
        .list("items")
        .map(|(_, action)| SummaryAction {
            text: action.content(),
            href: action.words("href"),
            hidden_text: action.words("visuallyHiddenText"),
            classes: action.str("classes"),
            attributes: action.attributes("attributes"),
        })
        .collect()
}

pub fn summary_list(o: Options<'_>) -> String {
    let classes = |o: Options<'_>, name: &str| {
        o.part(name)
            .map(|part| part.str("classes").to_owned().leak() as &str)
    };
    SummaryList {
        rows: o
            .list("rows")
            .map(|(_, row)| SummaryRow {
                key: row.content_at("key"),
                value: row.content_at("value"),
                actions: actions(row),
                classes: row.str("classes"),
                key_classes: classes(row, "key").unwrap_or(""),
                value_classes: classes(row, "value").unwrap_or(""),
                actions_classes: classes(row, "actions").unwrap_or(""),
            })
            .collect(),
        card: o.part("card").map(|card| SummaryCard {
            title: card.content_at("title"),
            heading_level: card.part("title").and_then(Options::heading_level),
            actions: actions(card),
            classes: card.str("classes"),
            attributes: card.attributes("attributes"),
        }),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}
