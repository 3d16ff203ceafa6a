//! What of the published fixtures is not compared, and why.

use scraper::node::Element;

/// Components that are not ours.
pub const COMPONENTS: &[(&str, &str)] = &[
    ("accordion", "no page of ours hides its parts"),
    ("exit-this-page", "no service of ours needs it yet"),
    ("feedback", "the phase banner asks for feedback"),
    (
        "header",
        "it carries the logo of one government; ours is the generic header",
    ),
];

/// True for elements that carry the marks of one government, which ours leave out: the crown, the arms and the logo of its licence.
pub fn is_theirs(element: &Element) -> bool {
    let classes: Vec<&str> = element.attr("class").unwrap_or("").split_whitespace().collect();
    classes.contains(&"govuk-footer__crown")
        || classes.contains(&"govuk-footer__licence-logo")
        || classes == ["govuk-footer__meta-item"]
}

const SCRIPT_DEPRECATED: &str = "`maxwords` is out of date; `Limit::Words` is what took its place";
const SCRIPT_USUAL: &str = "the script counts length anyway, so `Limit::Length` does not say so";
const LABEL_ATTRIBUTES: &str = "labels of choices take classes, no attributes";
const FIELDSET_LOOK: &str = "the fieldset of a list takes a legend, no classes or attributes; `Fieldset` itself does";
const WRAPPER: &str = "the box around an input and its affixes takes no classes or attributes";
const ACTIONS: &str = "the box of a panel's actions takes no classes or attributes, and is left out when empty";
const DROP_ZONE: &str = "the box around a field where files can be dropped takes no classes or attributes";
const SLOTS: &str = "only the end of the service navigation takes content";
const PANEL_ATTRIBUTES: &str = "the parts of tabs take no attributes";
const EMPTY_ITEMS: &str = "our lists hold no empty items, which would count in the ids";

/// Fixtures of our components, by component, name and reason.
pub const FIXTURES: &[(&str, &str, &str)] = &[
    ("character-count", "with maxwords", SCRIPT_DEPRECATED),
    ("character-count", "with count type 'length'", SCRIPT_USUAL),
    ("checkboxes", "label with attributes", LABEL_ATTRIBUTES),
    ("checkboxes", "fieldset params", FIELDSET_LOOK),
    (
        "file-upload",
        "enhanced, custom wrapper classes and attributes",
        DROP_ZONE,
    ),
    ("input", "with customised input wrapper", WRAPPER),
    ("panel", "interruption, with actions classes and attributes", ACTIONS),
    ("panel", "interruption, button link", ACTIONS),
    ("panel", "interruption, no actions items", ACTIONS),
    ("radios", "label with attributes", LABEL_ATTRIBUTES),
    ("radios", "fieldset params", FIELDSET_LOOK),
    ("service-navigation", "with slotted content", SLOTS),
    ("tabs", "panel with attributes", PANEL_ATTRIBUTES),
    ("task-list", "with empty values", EMPTY_ITEMS),
];
