//! The options of what stands around the main part of a page as our structs.
use exemplar_web::components::*;

use super::content::{action, classes_at, content_or};
use super::options::{Options, words};

pub fn back_link(o: Options<'_>) -> String {
    BackLink {
        // The published template brings the word and the address; ours is given them.
        text: content_or(o.content(), "Back"),
        href: o.words_or("href", "#"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn breadcrumbs(o: Options<'_>) -> String {
    Breadcrumbs {
        label: o.words_or("labelText", "Breadcrumb"),
        items: o
            .list("items")
            .map(|(_, item)| Breadcrumb {
                text: item.content(),
                href: item.words("href"),
                attributes: item.attributes("attributes"),
            })
            .collect(),
        collapse_on_mobile: o.is("collapseOnMobile"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn cookie_banner(o: Options<'_>) -> String {
    CookieBanner {
        label: o.words_or("ariaLabel", "Cookie banner"),
        messages: o
            .list("messages")
            .map(|(_, message)| CookieMessage {
                heading: message.content_of("headingHtml", "headingText"),
                content: message.content(),
                actions: message
                    .list("actions")
                    .map(|(_, one)| action(one, ButtonStyle::Primary))
                    .collect(),
                hidden: message.is("hidden"),
                role: message.str("role"),
                classes: message.str("classes"),
                attributes: message.attributes("attributes"),
            })
            .collect(),
        hidden: o.is("hidden"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

fn footer_links<'a>(o: Options<'a>) -> Vec<FooterLink<'a>> {
    o.list("items")
        .map(|(_, link)| FooterLink {
            text: link.content(),
            href: link.words("href"),
            attributes: link.attributes("attributes"),
        })
        .collect()
}

pub fn footer(o: Options<'_>) -> String {
    let meta = o.part("meta");
    let licence = match o.get("contentLicence") {
        Some(licence) if licence.0.is_null() => Content::default(),
        Some(licence) => licence.content(),
        None => Html::trusted(LICENCE).into(),
    };
    Footer {
        sections: o
            .list("navigation")
            .map(|(_, section)| FooterSection {
                title: section.words("title").into(),
                links: footer_links(section),
                columns: section.number("columns").map(|columns| columns as u8).unwrap_or(0),
                width: section.str("width"),
            })
            .collect(),
        links_title: meta
            .map(|meta| meta.words_or("visuallyHiddenTitle", "Support links"))
            .unwrap_or_default(),
        links: meta.map(footer_links).unwrap_or_default(),
        meta: meta.map(Options::content).unwrap_or_default(),
        licence,
        copyright: Content::default(),
        container_classes: o.str("containerClasses"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

/// What the published footer says of its licence.
const LICENCE: &str = "All content is available under the <a class=\"govuk-footer__link\" \
    href=\"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/\" rel=\"license\">\
    Open Government Licence v3.0</a>, except where otherwise stated";

pub fn header(o: Options<'_>) -> String {
    Header {
        name: o.content_of("logoHtml", "logoText"),
        href: o.words_or("url", "/"),
        container_classes: o.str("containerClasses"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn language_navigation(o: Options<'_>) -> String {
    LanguageNavigation {
        label: o.words_or("ariaLabel", "Language"),
        items: o
            .list("items")
            .map(|(_, item)| Language {
                text: item.content(),
                lang: item.str("lang"),
                dir: item.str("dir"),
                href: if item.is("current") {
                    "".into()
                } else {
                    item.words("href")
                },
                description: item.words("languageDescriptionText"),
                classes: item.str("classes"),
                attributes: item.attributes("attributes"),
            })
            .collect(),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

fn pagination_link<'a>(link: Options<'a>, words: &'static str) -> PaginationLink<'a> {
    let text = match link.content() {
        text if text.is_empty() => Html::trusted(words).into(),
        text => text,
    };
    PaginationLink {
        href: link.words("href"),
        text,
        label: link.words("labelText"),
        attributes: link.attributes("attributes"),
    }
}

fn pagination_item(item: Options<'_>) -> PaginationItem<'_> {
    if item.is("ellipsis") {
        return PaginationItem::Gap;
    }
    let number = item.words("number");
    let label = match item.words("visuallyHiddenText") {
        words if words.is_empty() => format!("Page {number}").into(),
        words => words,
    };
    PaginationItem::Page {
        number,
        href: item.words("href"),
        label,
        current: item.is("current"),
    }
}

pub fn pagination(o: Options<'_>) -> String {
    let page = "<span class=\"govuk-visually-hidden\"> page</span>";
    let words = |direction: &str| format!("{direction}{page}").leak() as &'static str;
    Pagination {
        label: o.words_or("landmarkLabel", "Pagination"),
        previous: o.part("previous").map(|link| pagination_link(link, words("Previous"))),
        items: o
            .list("items")
            .filter(|(_, item)| item.0.as_object().is_some_and(|item| !item.is_empty()))
            .map(|(_, item)| pagination_item(item))
            .collect(),
        next: o.part("next").map(|link| pagination_link(link, words("Next"))),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn phase_banner(o: Options<'_>) -> String {
    PhaseBanner {
        tag: o.content_at("tag"),
        text: o.content(),
        tag_classes: classes_at(o, "tag"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

fn navigation_item(item: Options<'_>) -> NavigationItem<'_> {
    NavigationItem {
        text: item.content(),
        href: item.words("href"),
        place: match (item.is("current"), item.is("active")) {
            (true, _) => Place::Here,
            (_, true) => Place::Within,
            _ => Place::Elsewhere,
        },
        attributes: item.attributes("attributes"),
    }
}

pub fn service_navigation(o: Options<'_>) -> String {
    let end = o.part("slots").and_then(|slots| slots.part("end"));
    let end_markup = end.map(|end| {
        if end.0.is_string() {
            words(end.0)
        } else {
            end.words("html")
        }
    });
    ServiceNavigation {
        service_name: o.words("serviceName"),
        service_href: o.words("serviceUrl"),
        label: o.words_or("ariaLabel", "Service information"),
        items: o.list("navigation").map(|(_, item)| navigation_item(item)).collect(),
        menu_text: o.words_or("menuButtonText", "Menu"),
        menu_label: o.words("menuButtonLabel"),
        navigation_label: o.words("navigationLabel"),
        navigation_id: o.str("navigationId"),
        navigation_classes: o.str("navigationClasses"),
        collapse: o.flag("collapseNavigationOnMobile"),
        end: end_markup
            .map(|markup| Html::trusted(markup).into())
            .unwrap_or_default(),
        end_inline: end.is_some_and(|end| end.str("align") == "inline"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}

pub fn skip_link(o: Options<'_>) -> String {
    SkipLink {
        text: o.content(),
        href: o.words_or("href", "#content"),
        classes: o.str("classes"),
        attributes: o.attributes("attributes"),
    }
    .to_string()
}
