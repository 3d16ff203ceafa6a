//! No component brings words of its own, as pages come in several languages.
use exemplar_web::components::*;
use scraper::{Html as Document, Node};

/// What an empty component shows or says.
fn words(markup: &str) -> Vec<String> {
    let spoken = ["alt", "aria-label", "placeholder", "title"];
    let mut words = Vec::new();
    for node in Document::parse_fragment(markup).tree.values() {
        match node {
            Node::Text(text) => words.push(text.trim().to_owned()),
            Node::Element(element) => {
                words.extend(spoken.iter().filter_map(|name| element.attr(name)).map(str::to_owned))
            }
            _ => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

macro_rules! check {
    ($($component:ident),+ $(,)?) => {
        $(assert_eq!(words(&$component::default().to_string()), Vec::<String>::new(), stringify!($component));)+
    };
}

#[test]
fn an_empty_component_says_nothing() {
    check!(
        BackLink,
        Breadcrumbs,
        Button,
        CharacterCount,
        Checkboxes,
        CookieBanner,
        DateInput,
        Details,
        ErrorMessage,
        ErrorSummary,
        Fieldset,
        FileUpload,
        Footer,
        Header,
        Hint,
        Input,
        InsetText,
        Label,
        LanguageNavigation,
        NotificationBanner,
        Pagination,
        Panel,
        PasswordInput,
        PhaseBanner,
        Radios,
        Select,
        ServiceNavigation,
        SkipLink,
        SummaryList,
        Table,
        Tabs,
        Tag,
        TaskList,
        Textarea,
    );
}

#[test]
fn parts_of_components_say_only_what_they_are_given() {
    let error = ErrorMessage::new("Gwall:", "Anghywir");
    let field = Input {
        error: Some(error),
        ..Input::default()
    };
    assert_eq!(words(&field.to_string()), ["Gwall:", "Anghywir"]);

    let warning = WarningText {
        icon_text: "Rhybudd".into(),
        ..WarningText::default()
    };
    assert_eq!(words(&warning.to_string()), ["!", "Rhybudd"]);

    let steps = Pagination {
        previous: Some(PaginationLink {
            href: "/1".into(),
            text: "Blaenorol".into(),
            ..PaginationLink::default()
        }),
        ..Pagination::default()
    };
    assert_eq!(words(&steps.to_string()), ["Blaenorol"]);
}
