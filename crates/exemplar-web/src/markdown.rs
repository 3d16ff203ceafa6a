//! Markdown of a service's words as markup of our own classes. Nothing in it can inject markup: HTML in the source
//! is dropped, and a link leads to this site, to `https:`, `mailto:` or `tel:`, or is no link.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

/// The markup of a text. Headings begin at level 2.
#[must_use]
pub fn markup(source: &str) -> String {
    let parser = Parser::new_ext(source, Options::empty());
    let mut out = String::with_capacity(source.len() * 3 / 2);
    html::push_html(&mut out, parser.filter_map(ours));
    out
}

/// An event as we draw it: our classes on each element, nothing of raw HTML.
fn ours(event: Event<'_>) -> Option<Event<'_>> {
    Some(match event {
        Event::Html(_) | Event::InlineHtml(_) => return None,
        Event::Start(tag) => return start(tag),
        Event::End(tag) => return end(tag),
        other => other,
    })
}

fn start(tag: Tag<'_>) -> Option<Event<'_>> {
    Some(match tag {
        Tag::Paragraph => literal("<p class=\"govuk-body\">"),
        Tag::Heading { level, .. } => literal(match level {
            HeadingLevel::H1 | HeadingLevel::H2 => "<h2 class=\"govuk-heading-m\">",
            _ => "<h3 class=\"govuk-heading-s\">",
        }),
        Tag::List(None) => literal("<ul class=\"govuk-list govuk-list--bullet\">"),
        Tag::List(Some(_)) => literal("<ol class=\"govuk-list govuk-list--number\">"),
        Tag::Link { dest_url, .. } => link(&dest_url),
        Tag::Image { .. } | Tag::HtmlBlock => return None,
        other => Event::Start(other),
    })
}

fn end(tag: TagEnd) -> Option<Event<'static>> {
    Some(match tag {
        TagEnd::Heading(level) => literal(match level {
            HeadingLevel::H1 | HeadingLevel::H2 => "</h2>\n",
            _ => "</h3>\n",
        }),
        TagEnd::Image | TagEnd::HtmlBlock => return None,
        other => Event::End(other),
    })
}

fn literal(markup: &'static str) -> Event<'static> {
    Event::Html(CowStr::Borrowed(markup))
}

/// The start of a link, to an address that may be led to; another address leaves the words alone.
fn link(address: &str) -> Event<'static> {
    let inside = address.starts_with('/') && !address.starts_with("//");
    let allowed = inside
        || ["https://", "mailto:", "tel:"]
            .iter()
            .any(|scheme| address.starts_with(scheme));
    if !allowed {
        return Event::Start(Tag::Link {
            link_type: LinkType::Inline,
            dest_url: CowStr::Borrowed("#main-content"),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        });
    }
    let mut escaped = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '"' => escaped.push_str("%22"),
            '<' => escaped.push_str("%3C"),
            '>' => escaped.push_str("%3E"),
            '&' => escaped.push_str("&amp;"),
            '\\' => escaped.push_str("%5C"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    Event::Html(CowStr::from(format!("<a class=\"govuk-link\" href=\"{escaped}\">")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(markup(source).trim_end(), expected);
    }

    #[test]
    fn elements_have_our_classes() {
        check(
            "One\n\n- two",
            "<p class=\"govuk-body\">One</p>\n<ul class=\"govuk-list govuk-list--bullet\">\n<li>two</li>\n</ul>",
        );
        check("# One", "<h2 class=\"govuk-heading-m\">One</h2>");
    }

    #[test]
    fn html_in_the_source_is_dropped() {
        check(
            "a <script>alert(1)</script> b",
            "<p class=\"govuk-body\">a alert(1) b</p>",
        );
        check("<img src=x onerror=alert(1)>", "");
        check("![x](https://a.example/b.png)", "<p class=\"govuk-body\">x</p>");
    }

    #[test]
    fn a_link_leads_nowhere_bad() {
        check(
            "[x](/a?b=c&d)",
            "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/a?b=c&amp;d\">x</a></p>",
        );
        assert!(!markup("[x](javascript:alert(1))").contains("javascript"));
        assert!(!markup("[x](//evil.example)").contains("evil"));
        assert!(!markup("[x](http://plain.example)").contains("plain"));
        assert!(!markup("[x](</\"onclick=alert(1)>)").contains("\"onclick"));
    }
}
