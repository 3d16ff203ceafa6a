//! HTML of labels and texts as Markdown or as plain text. What cannot be kept is named, never passed on.
//!
//! In reading order: this file has what readers call; [`tags`] cuts HTML into pieces; [`signs`] has its named signs;
//! [`markdown`] puts the pieces together.

mod markdown;
mod signs;
mod tags;

/// A text, and what of its HTML could not be kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    /// The text.
    pub text: String,
    /// What was lost, each once, in a few words.
    pub lost: Vec<String>,
}

/// As Markdown: paragraphs, lists, links, bold, headings from level 2.
#[must_use]
pub fn to_markdown(html: &str) -> Made {
    markdown::make(html, true)
}

/// As plain text on one line, as a label or a hint needs it.
#[must_use]
pub fn to_plain(html: &str) -> Made {
    let made = markdown::make(html, false);
    Made {
        text: one_line(&made.text),
        lost: made.lost,
    }
}

/// Blanks and line breaks as one blank each.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in which our own signs for names, `((` and `[[`, mean nothing.
#[must_use]
pub fn without_names(text: &str) -> String {
    let mut text = text.to_owned();
    for (sign, apart) in [("((", "( ("), ("))", ") )"), ("[[", "[ ["), ("]]", "] ]")] {
        while text.contains(sign) {
            text = text.replace(sign, apart);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, markdown: &str) {
        assert_eq!(to_markdown(html).text, markdown, "{html}");
    }

    #[test]
    fn html_becomes_markdown() {
        check(
            "<p class=\"a\">One</p>\r\n\r\n<p>Two<br/>three</p>",
            "One\n\nTwo  \nthree",
        );
        check(
            "<ul class='x'><li>a <b>b</b></li>\n<li>c</li></ul>d",
            "- a **b**\n- c\n\nd",
        );
        check("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n   - b\n2. c");
        check("<h1>A</h1><h4>B</h4>", "## A\n\n### B");
        check("<h2>A</h2>x<h3>B</h3>", "## A\n\nx\n\n### B");
        check(
            "see <a href=\"https://a.example/b\">this page</a>.",
            "see [this page](https://a.example/b).",
        );
        check("AT&amp;T &pound;5 &#163;6 &nope;", "AT&T £5 £6 &nope;");
        check("a<br>\n<br>b</br>c", "a\n\nb  \nc");
        check("a < b and 2*3*4", "a < b and 2\\*3\\*4");
        check("type &lt;input&gt;", "type \\<input>");
        check("a <b><b>b</b></b> c", "a **b** c");
        check(
            "<span class=\"icon\" aria-hidden=\"true\">!<span>?</span></span><b><span class='govuk-visually-hidden'>Warning</span>Wait</b>",
            "**Wait**",
        );
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        check(
            "<div class='govuk-warning-text'><span class='govuk-warning-text__icon' aria-hidden='true'>!</span>\
             <strong class='govuk-warning-text__text'><span class='govuk-warning-text__assistive'>Warning</span>\
             You must wait.</strong></div>",
            "**You must wait.**",
        );
        check(
            "<label style='display: none;'>Old</label><span hidden>no</span>New",
            "New",
        );
        check(
            "<span class='sr-only'>opens</span>a<p aria-hidden='true'>b</p>",
            "a\n\nb",
        );
    }

    #[test]
    fn plain_text_is_one_line() {
        assert_eq!(
            to_plain(" <label>What is\n your <b>name</b>?</label> ").text,
            "What is your name?"
        );
        assert_eq!(to_plain("<p>One.</p><p>Two.</p>").text, "One. Two.");
    }

    #[test]
    fn what_could_do_harm_is_left_out_and_named() {
        let made = to_markdown("a<script>alert(1)</script><a href=\"javascript:x\">b</a><img src=x alt='A map'>");
        assert_eq!(made.text, "abA map");
        assert_eq!(made.lost.len(), 3, "{:?}", made.lost);
    }

    #[test]
    fn a_link_without_tls_is_written_with_it() {
        let made = to_markdown("<a href='http://a.example'>b</a>");
        assert_eq!(made.text, "[b](https://a.example)");
    }

    #[test]
    fn html_without_end_is_read_to_its_end() {
        for html in [
            "<",
            "<a",
            "<a href=\"",
            "<p",
            "&",
            "&#",
            "<!--",
            "</",
            "<ul><li>",
            "<script>",
        ] {
            let _ = to_markdown(html);
        }
        check("<!-- a -->b", "b");
    }

    #[test]
    fn our_own_signs_mean_nothing_in_texts_of_others() {
        assert_eq!(without_names("f(((x))) [[ if ]]"), "f( ( (x) ) ) [ [ if ] ]");
    }
}
