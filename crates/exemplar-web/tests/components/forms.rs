//! The options of fields and their parts as our structs. Lists of answers are not here.
use std::borrow::Cow;

use exemplar_web::components::*;

use super::options::Options;

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
        legend: o.part("legend").map(Options::own_legend).unwrap_or_default(),
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
pub fn id<'a>(o: Options<'a>, option: &str) -> Cow<'a, str> {
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
        dir: "",
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
        words if words.is_empty() && most > 0 => format!("You can enter up to {most} {counted}").into(),
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
        threshold: o.number("threshold").map(|part| u8::try_from(part).unwrap()),
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
        count_classes: o.part("countMessage").map(|count| count.str("classes")).unwrap_or(""),
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
