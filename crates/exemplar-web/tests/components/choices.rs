//! The options of lists of answers, and of dates, as our structs.
use exemplar_web::components::*;

use super::forms::id;
use super::options::{Options, words};

/// Items with what is chosen: by their own word, or else by the list's value or values.
fn items<'a>(o: Options<'a>, prefix: &str) -> Vec<ChoiceItem<'a>> {
    let mut chosen: Vec<_> = o.list("values").map(|(_, value)| words(value.0)).collect();
    chosen.extend(o.part("value").map(|value| words(value.0)));
    let mut items = Vec::new();
    for (place, item) in o.list("items") {
        if let Some(word) = item.part("divider") {
            items.push(ChoiceItem::Divider(words(word.0)));
            continue;
        }
        // The published templates count items that are false, so the ids go on from there.
        let own = item.words("id");
        let shifted = own.is_empty() && place != items.len() + 1;
        items.push(ChoiceItem::Choice(Choice {
            value: item.words("value"),
            text: item.content(),
            hint: item.content_at("hint"),
            checked: item
                .flag("checked")
                .unwrap_or_else(|| chosen.contains(&item.words("value"))),
            disabled: item.is("disabled"),
            conditional: item.content_at("conditional"),
            id: if shifted {
                format!("{prefix}-{place}").into()
            } else {
                own
            },
            name: item.words("name"),
            exclusive: item.str("behaviour") == "exclusive",
            label_classes: item.part("label").map(|label| label.str("classes")).unwrap_or(""),
            attributes: item.attributes("attributes"),
        }));
    }
    items
}

pub fn radios(o: Options<'_>) -> String {
    let id = id(o, "idPrefix");
    Radios {
        items: items(o, &id),
        id,
        name: o.words("name"),
        legend: o.legend(),
        hint: o.content_at("hint"),
        error: o.error(),
        described_by: o.described_by(),
        classes: o.str("classes"),
        group_classes: o.group_classes(),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn checkboxes(o: Options<'_>) -> String {
    let id = id(o, "idPrefix");
    Checkboxes {
        items: items(o, &id),
        id,
        name: o.words("name"),
        legend: o.legend(),
        hint: o.content_at("hint"),
        error: o.error(),
        described_by: o.described_by(),
        classes: o.str("classes"),
        group_classes: o.group_classes(),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

/// A part of a date. `usual` is its name unless the options give another, `label` what the published template makes of it.
fn date_item<'a>(o: Options<'a>, item: Option<Options<'a>>, usual: &'a str) -> DateItem<'a> {
    let own = |name: &str| item.map(|item| item.words(name)).unwrap_or_default();
    let name = Some(own("name"))
        .filter(|name| !name.is_empty())
        .unwrap_or(usual.into());
    let full_name = match o.str("namePrefix") {
        "" => name.clone().into_owned(),
        prefix => format!("{prefix}-{name}"),
    };
    let by_name = o.part(&name).map(|part| part.words("value")).unwrap_or_default();
    let in_values = o
        .part("values")
        .map(|values| values.words(&full_name))
        .unwrap_or_default();
    let value = [own("value"), by_name, in_values]
        .into_iter()
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    let label = match own("label") {
        label if label.is_empty() => {
            let (first, rest) = name.split_at(1);
            format!("{}{rest}", first.to_uppercase()).into()
        }
        label => label,
    };
    let classes = item.map(|item| item.str("classes")).unwrap_or("");
    let width = match &*name {
        _ if classes.contains("govuk-input--width-") => 0,
        _ if usual == "year" || name == "year" => 4,
        _ => 2,
    };
    let wrong = item.is_some_and(|item| item.is("error")) || classes.contains("govuk-input--error");
    DateItem {
        label,
        value,
        width,
        error: wrong,
        id: own("id"),
        autocomplete: item.map(|item| item.str("autocomplete")).unwrap_or(""),
        inputmode: item.map(|item| item.str("inputmode")).unwrap_or(""),
        pattern: item.map(|item| item.str("pattern")).unwrap_or(""),
        classes,
        attributes: item.map(|item| item.attributes("attributes")).unwrap_or_default(),
        name,
    }
}

pub fn date_input(o: Options<'_>) -> String {
    let listed: Vec<_> = o.list("items").map(|(_, item)| item).collect();
    let parts: Vec<(Option<Options<'_>>, &str)> = if listed.is_empty() {
        ["day", "month", "year"]
            .into_iter()
            .filter(|part| o.flag(part) != Some(false))
            .map(|part| (o.part(part), part))
            .collect()
    } else {
        listed.into_iter().map(|item| (Some(item), "")).collect()
    };
    let mut items: Vec<_> = parts.iter().map(|(item, usual)| date_item(o, *item, usual)).collect();
    // "All but these are wrong" is said outright to ours.
    let right = |item: &Option<Options<'_>>| item.is_some_and(|item| item.flag("error") == Some(false));
    if o.error().is_some() && parts.iter().any(|(item, _)| right(item)) && items.iter().all(|item| !item.error) {
        for (item, (options, _)) in items.iter_mut().zip(&parts) {
            item.error = !right(options);
        }
    }
    DateInput {
        id: o.words("id"),
        name_prefix: o.words("namePrefix"),
        legend: o.legend(),
        hint: o.content_at("hint"),
        error: o.error(),
        items,
        described_by: o.described_by(),
        classes: o.str("classes"),
        group_classes: o.group_classes(),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

fn select_item<'a>(item: Options<'a>, chosen: Option<&str>) -> SelectItem<'a> {
    let value = item.get("value").map(|value| words(value.0));
    let text = item.words("text");
    let by_value = chosen == Some(value.as_ref().unwrap_or(&text));
    SelectItem {
        selected: item.flag("selected").unwrap_or(by_value),
        disabled: item.is("disabled"),
        attributes: item.attributes("attributes"),
        value,
        text,
    }
}

pub fn select(o: Options<'_>) -> String {
    let chosen = o.part("value").map(|value| words(value.0));
    Select {
        id: id(o, "id"),
        name: o.words("name"),
        label: o.label(),
        hint: o.content_at("hint"),
        error: o.error(),
        items: o
            .list("items")
            .map(|(_, item)| select_item(item, chosen.as_deref()))
            .collect(),
        disabled: o.is("disabled"),
        described_by: o.described_by(),
        classes: o.str("classes"),
        group_classes: o.group_classes(),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}
