//! What of the published fixtures is not compared, and why.

const SCRIPT_DEPRECATED: &str = "`maxwords` is out of date; `Limit::Words` is what took its place";
const SCRIPT_USUAL: &str = "the script counts length anyway, so `Limit::Length` does not say so";
const LABEL_ATTRIBUTES: &str = "labels of choices take classes, no attributes";
const FIELDSET_LOOK: &str =
    "the fieldset of a list takes a legend, no classes or attributes; `Fieldset` itself does";
const WRAPPER: &str = "the box around an input and its affixes takes no classes or attributes";
const ACTIONS: &str =
    "the box of a panel's actions takes no classes or attributes, and is left out when empty";

/// Fixtures of our components, by component, name and reason.
pub const FIXTURES: &[(&str, &str, &str)] = &[
    ("character-count", "with maxwords", SCRIPT_DEPRECATED),
    ("character-count", "with count type 'length'", SCRIPT_USUAL),
    ("checkboxes", "label with attributes", LABEL_ATTRIBUTES),
    ("checkboxes", "fieldset params", FIELDSET_LOOK),
    ("input", "with customised input wrapper", WRAPPER),
    (
        "panel",
        "interruption, with actions classes and attributes",
        ACTIONS,
    ),
    ("panel", "interruption, button link", ACTIONS),
    ("panel", "interruption, no actions items", ACTIONS),
    ("radios", "label with attributes", LABEL_ATTRIBUTES),
    ("radios", "fieldset params", FIELDSET_LOOK),
];
