//! The options of forms' components as our structs.
use std::borrow::Cow;

use exemplar_web::components::*;

use super::options::{Options, words};

pub fn label(o: Options<'_>) -> String {
    Label {
        text: o.content(),
        classes: o.str("classes"),
        is_page_heading: o.is("isPageHeading"),
        for_id: o.words("for"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn hint(o: Options<'_>) -> String {
    Hint {
        text: o.content(),
        id: o.words("id"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn error_message(o: Options<'_>) -> String {
    o.own_error().to_string()
}

pub fn fieldset(o: Options<'_>) -> String {
    Fieldset {
        legend: o
            .part("legend")
            .map(Options::own_legend)
            .unwrap_or_default(),
        content: o.content(),
        described_by: o.str("describedBy"),
        classes: o.str("classes"),
        role: o.str("role"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn button(o: Options<'_>) -> String {
    let styles = [
        ("govuk-button--secondary", ButtonStyle::Secondary),
        ("govuk-button--warning", ButtonStyle::Warning),
        ("govuk-button--inverse", ButtonStyle::Inverse),
    ];
    let classes = o.str("classes");
    let (style, classes) = styles
        .iter()
        .find_map(|(class, style)| Some((*style, classes.strip_prefix(class)?)))
        .unwrap_or((ButtonStyle::Primary, classes));
    Button {
        text: o.content(),
        style,
        href: o.words("href"),
        name: o.words("name"),
        value: o.words("value"),
        button_type: button_type(o.str("type"), ButtonType::Submit),
        disabled: o.is("disabled"),
        prevent_double_click: o.flag("preventDoubleClick"),
        is_start: o.is("isStartButton"),
        id: o.words("id"),
        classes,
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn button_type(name: &str, otherwise: ButtonType) -> ButtonType {
    match name {
        "submit" => ButtonType::Submit,
        "button" => ButtonType::Button,
        "reset" => ButtonType::Reset,
        "" => otherwise,
        other => panic!("no button has the type {other}"),
    }
}

/// The id, which is the name where none is given.
fn id<'a>(o: Options<'a>, option: &str) -> Cow<'a, str> {
    match o.words(option) {
        id if id.is_empty() => o.words("name"),
        id => id,
    }
}

fn affix<'a>(o: Options<'a>, name: &str) -> Option<Affix<'a>> {
    let affix = o.part(name)?;
    Some(Affix {
        text: affix.content(),
        classes: affix.str("classes"),
        attributes: affix.attributes("attributes"),
    })
}

pub fn input(o: Options<'_>) -> String {
    Input {
        id: id(o, "id"),
        name: o.words("name"),
        label: o.label(),
        hint: o.content_at("hint"),
        error: o.error(),
        value: o.words("value"),
        input_type: o.str("type"),
        inputmode: o.str("inputmode"),
        autocomplete: o.str("autocomplete"),
        autocapitalize: o.str("autocapitalize"),
        pattern: o.str("pattern"),
        spellcheck: o.flag("spellcheck"),
        prefix: affix(o, "prefix"),
        suffix: affix(o, "suffix"),
        disabled: o.is("disabled"),
        described_by: o.described_by(),
        classes: o.str("classes"),
        group_classes: o.group_classes(),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn textarea(o: Options<'_>) -> String {
    Textarea {
        id: id(o, "id"),
        name: o.words("name"),
        label: o.label(),
        hint: o.content_at("hint"),
        error: o.error(),
        value: o.words("value"),
        rows: o.number("rows").map(|rows| u16::try_from(rows).unwrap()),
        autocomplete: o.str("autocomplete"),
        spellcheck: o.flag("spellcheck"),
        disabled: o.is("disabled"),
        described_by: o.described_by(),
        classes: o.str("classes"),
        group_classes: o.group_classes(),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn character_count(o: Options<'_>) -> String {
    let limit = match (o.number("maxlength"), o.str("countType")) {
        (None, _) => Limit::Elsewhere,
        (Some(most), "words") => Limit::Words(most),
        (Some(most), "characters") => Limit::Characters(most),
        (Some(most), _) => Limit::Length(most),
    };
    let (most, counted) = match limit {
        Limit::Elsewhere => (0, ""),
        Limit::Words(most) => (most, "words"),
        Limit::Characters(most) | Limit::Length(most) => (most, "characters"),
    };
    // The published template brings the sentence; ours is given it.
    let description = match o.words("textareaDescriptionText") {
        words if words.is_empty() && most > 0 => {
            format!("You can enter up to {most} {counted}").into()
        }
        words if most > 0 => words.replace("%{count}", &most.to_string()).into(),
        words => words,
    };
    CharacterCount {
        id: id(o, "id"),
        name: o.words("name"),
        label: o.label(),
        hint: o.content_at("hint"),
        error: o.error(),
        value: o.words("value"),
        limit,
        threshold: o
            .number("threshold")
            .map(|part| u8::try_from(part).unwrap()),
        description,
        words: CountWords {
            characters_under: o.plurals("charactersUnderLimitText"),
            characters_at: o.str("charactersAtLimitText"),
            characters_over: o.plurals("charactersOverLimitText"),
            words_under: o.plurals("wordsUnderLimitText"),
            words_at: o.str("wordsAtLimitText"),
            words_over: o.plurals("wordsOverLimitText"),
        },
        rows: o.number("rows").map(|rows| u16::try_from(rows).unwrap()),
        spellcheck: o.flag("spellcheck"),
        classes: o.str("classes"),
        count_classes: o
            .part("countMessage")
            .map(|count| count.str("classes"))
            .unwrap_or(""),
        group_classes: o.group_classes(),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

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
            label_classes: item
                .part("label")
                .map(|label| label.str("classes"))
                .unwrap_or(""),
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
    let by_name = o
        .part(&name)
        .map(|part| part.words("value"))
        .unwrap_or_default();
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
        attributes: item
            .map(|item| item.attributes("attributes"))
            .unwrap_or_default(),
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
    let mut items: Vec<_> = parts
        .iter()
        .map(|(item, usual)| date_item(o, *item, usual))
        .collect();
    // "All but these are wrong" is said outright to ours.
    let right =
        |item: &Option<Options<'_>>| item.is_some_and(|item| item.flag("error") == Some(false));
    if o.error().is_some()
        && parts.iter().any(|(item, _)| right(item))
        && items.iter().all(|item| !item.error)
    {
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

pub fn error_summary(o: Options<'_>) -> String {
    ErrorSummary {
        title: o.content_of("titleHtml", "titleText"),
        description: o.content_of("descriptionHtml", "descriptionText"),
        errors: o
            .list("errorList")
            .map(|(_, error)| ErrorLink {
                text: error.content(),
                href: error.words("href"),
                attributes: error.attributes("attributes"),
            })
            .collect(),
        disable_auto_focus: o.flag("disableAutoFocus"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn file_upload(o: Options<'_>) -> String {
    let words = FileUploadWords {
        choose_files: o.str("chooseFilesButtonText"),
        drop_instruction: o.str("dropInstructionText"),
        no_file_chosen: o.str("noFileChosenText"),
        multiple_files_chosen: o.plurals("multipleFilesChosenText"),
        entered_drop_zone: o.str("enteredDropZoneText"),
        left_drop_zone: o.str("leftDropZoneText"),
    };
    FileUpload {
        id: id(o, "id"),
        name: o.words("name"),
        label: o.label(),
        hint: o.content_at("hint"),
        error: o.error(),
        accept: "",
        multiple: o.is("multiple"),
        disabled: o.is("disabled"),
        drop_zone: o.is("javascript").then_some(words),
        described_by: o.described_by(),
        classes: o.str("classes"),
        group_classes: o.group_classes(),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn password_input(o: Options<'_>) -> String {
    let words = PasswordWords {
        show: o.str("showPasswordText"),
        hide: o.str("hidePasswordText"),
        show_label: o.str("showPasswordAriaLabelText"),
        hide_label: o.str("hidePasswordAriaLabelText"),
        shown: o.str("passwordShownAnnouncementText"),
        hidden: o.str("passwordHiddenAnnouncementText"),
    };
    // Without words the published template writes English on the button, and nothing for the script, which speaks English.
    let english = words.show.is_empty();
    let written = PasswordInput {
        id: id(o, "id"),
        name: o.words("name"),
        label: o.label(),
        hint: o.content_at("hint"),
        error: o.error(),
        value: o.words("value"),
        autocomplete: o.str("autocomplete"),
        words: if english {
            PasswordWords {
                show: "Show",
                show_label: "Show password",
                ..PasswordWords::default()
            }
        } else {
            words
        },
        disabled: o.is("disabled"),
        described_by: o.described_by(),
        classes: o.str("classes"),
        group_classes: o.group_classes(),
        attributes: o.attributes("attributes"),
    }
    .to_string();
    if english {
        return written
            .replace(" data-i18n.show-password=\"Show\"", "")
            .replace(" data-i18n.show-password-aria-label=\"Show password\"", "");
    }
    written
}
