//! The options of what stands in the main part of a page, other than forms, as our structs.
use exemplar_web::components::*;

use super::forms::button_type;
use super::options::Options;

/// The published templates make a link of an action with an address, unless it says that it is a button.
pub fn action(o: Options<'_>, style: ButtonStyle) -> Action<'_> {
    if o.part("href").is_some() && o.str("type") != "button" {
        return Action::Link(ActionLink {
            text: o.content(),
            href: o.words("href"),
            classes: o.str("classes"),
            attributes: o.attributes("attributes"),
        });
    }
    Action::Button(Button {
        text: o.content(),
        style,
        href: o.words("href"),
        name: o.words("name"),
        value: o.words("value"),
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
            .map(|(_, one)| action(one, ButtonStyle::Inverse))
            .collect()
    });
    let (kind, classes) = match o.str("classes").strip_prefix("govuk-panel--interruption") {
        Some(classes) => (PanelKind::Interruption(actions.unwrap_or_default()), classes),
        None => (PanelKind::Confirmation, o.str("classes")),
    };
    Panel {
        title: o.content_of("titleHtml", "titleText"),
        heading_level: o.heading_level("headingLevel"),
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

pub fn classes_at<'a>(o: Options<'a>, name: &str) -> &'a str {
    o.part(name).map(|part| part.str("classes")).unwrap_or("")
}

pub fn summary_list(o: Options<'_>) -> String {
    SummaryList {
        rows: o
            .list("rows")
            .map(|(_, row)| SummaryRow {
                key: row.content_at("key"),
                value: row.content_at("value"),
                actions: actions(row),
                classes: row.str("classes"),
                key_classes: classes_at(row, "key"),
                value_classes: classes_at(row, "value"),
                actions_classes: classes_at(row, "actions"),
            })
            .collect(),
        card: o.part("card").map(|card| SummaryCard {
            title: card.content_at("title"),
            heading_level: card.part("title").and_then(|title| title.heading_level("headingLevel")),
            actions: actions(card),
            classes: card.str("classes"),
            attributes: card.attributes("attributes"),
        }),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

/// Content, or the published template's own English, which ours are given.
pub fn content_or<'a>(content: Content<'a>, otherwise: &'a str) -> Content<'a> {
    if content.is_empty() { otherwise.into() } else { content }
}

pub fn details(o: Options<'_>) -> String {
    Details {
        summary: o.content_of("summaryHtml", "summaryText"),
        content: o.content(),
        open: o.is("open"),
        id: o.words("id"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn inset_text(o: Options<'_>) -> String {
    InsetText {
        content: o.content(),
        id: o.words("id"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn notification_banner(o: Options<'_>) -> String {
    let (kind, title) = match o.str("type") {
        "success" => (NotificationKind::Success, "Success"),
        _ => (NotificationKind::Important, "Important"),
    };
    NotificationBanner {
        kind,
        title: content_or(o.content_of("titleHtml", "titleText"), title),
        heading_level: o.heading_level("titleHeadingLevel"),
        title_id: o.str("titleId"),
        content: o.content(),
        disable_auto_focus: o.flag("disableAutoFocus"),
        role: o.str("role"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

fn cell(cell: Options<'_>) -> TableCell<'_> {
    TableCell {
        content: cell.content(),
        numeric: cell.str("format") == "numeric",
        colspan: cell.number("colspan").map(|columns| columns as u16).unwrap_or(0),
        rowspan: cell.number("rowspan").map(|rows| rows as u16).unwrap_or(0),
        classes: cell.str("classes"),
        attributes: cell.attributes("attributes"),
    }
}

pub fn table(o: Options<'_>) -> String {
    Table {
        caption: o.words("caption").into(),
        caption_classes: o.str("captionClasses"),
        head: o.list("head").map(|(_, one)| cell(one)).collect(),
        rows: o.list("rows").map(|(_, row)| row.items().map(cell).collect()).collect(),
        first_cell_is_header: o.is("firstCellIsHeader"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn tabs(o: Options<'_>) -> String {
    Tabs {
        title: o.words_or("title", "Contents"),
        items: o
            .list("items")
            .map(|(_, item)| Tab {
                label: item.words("label"),
                id: item.words("id"),
                panel: item.content_at("panel"),
                attributes: item.attributes("attributes"),
            })
            .collect(),
        id_prefix: o.str("idPrefix"),
        id: o.words("id"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

fn own_tag(o: Options<'_>) -> Tag<'_> {
    Tag {
        text: o.content(),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
}

pub fn tag(o: Options<'_>) -> String {
    own_tag(o).to_string()
}

fn task(item: Options<'_>) -> Task<'_> {
    let status = item.part("status");
    Task {
        title: item.content_at("title"),
        href: item.words("href"),
        hint: item.content_at("hint"),
        status: match status.and_then(|status| status.part("tag")) {
            Some(tag) => TaskStatus::Tag(own_tag(tag)),
            None => TaskStatus::Text(item.content_at("status")),
        },
        classes: item.str("classes"),
        title_classes: classes_at(item, "title"),
        status_classes: classes_at(item, "status"),
    }
}

pub fn task_list(o: Options<'_>) -> String {
    TaskList {
        items: o.list("items").map(|(_, item)| task(item)).collect(),
        id_prefix: o.str("idPrefix"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn warning_text(o: Options<'_>) -> String {
    WarningText {
        text: o.content(),
        icon_text: o.words_or("iconFallbackText", "Warning"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}
