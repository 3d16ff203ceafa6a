//! Markdown of texts as HTML, so that all texts go one way: [`crate::html`] takes out what cannot stand in ours.

/// The HTML of a text: paragraphs, headings, lists, links, bold. What is none of that stays as it was typed.
pub(super) fn to_html(text: &str) -> String {
    let mut writing = Writing::default();
    for line in text.lines() {
        writing.line(line);
    }
    writing.end();
    writing.out
}

#[derive(Default)]
struct Writing {
    out: String,
    paragraph: Vec<String>,
    list: Option<&'static str>,
}

impl Writing {
    fn line(&mut self, line: &str) {
        let text = line.trim();
        if text.is_empty() {
            self.end_paragraph();
            return;
        }
        let level = text.chars().take_while(|c| *c == '#').count();
        if (1..=6).contains(&level) && text[level..].starts_with(' ') {
            self.end();
            let title = text[level..].trim_matches(['#', ' ']);
            self.out.push_str(&format!("<h{level}>{}</h{level}>", inline(title)));
            return;
        }
        if text.len() >= 3 && text.chars().all(|c| matches!(c, '-' | '*' | '_')) {
            self.end();
            return;
        }
        if let Some((list, item)) = item(text) {
            self.end_paragraph();
            if self.list != Some(list) {
                self.end_list();
                self.out.push_str(&format!("<{list}>"));
                self.list = Some(list);
            }
            self.out.push_str(&format!("<li>{}</li>", inline(item)));
            return;
        }
        // A line that is indented goes on with the entry above it.
        if self.list.is_some() && self.paragraph.is_empty() && line.starts_with(' ') {
            let kept = self.out.strip_suffix("</li>").map(str::len);
            if let Some(kept) = kept {
                self.out.truncate(kept);
                self.out.push_str(&format!(" {}</li>", inline(text)));
                return;
            }
        }
        self.end_list();
        self.paragraph.push(text.trim_start_matches('>').trim().to_owned());
    }

    fn end_paragraph(&mut self) {
        if !self.paragraph.is_empty() {
            let text = std::mem::take(&mut self.paragraph).join(" ");
            self.out.push_str(&format!("<p>{}</p>", inline(&text)));
        }
    }

    fn end_list(&mut self) {
        if let Some(list) = self.list.take() {
            self.out.push_str(&format!("</{list}>"));
        }
    }

    fn end(&mut self) {
        self.end_paragraph();
        self.end_list();
    }
}

/// The kind of list that a line is an entry of, and the entry.
fn item(line: &str) -> Option<(&'static str, &str)> {
    for mark in ["- ", "* ", "+ "] {
        if let Some(rest) = line.strip_prefix(mark) {
            return Some(("ul", rest.trim()));
        }
    }
    let (number, rest) = line.split_once(". ")?;
    let is_number = (1..=3).contains(&number.len()) && number.chars().all(|c| c.is_ascii_digit());
    is_number.then(|| ("ol", rest.trim()))
}

/// Links and bold within a line; other marks are taken away.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut bold = false;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix('\\') {
            let escaped = after.chars().next().unwrap_or('\\');
            out.push(escaped);
            rest = after.get(escaped.len_utf8()..).unwrap_or_default();
        } else if let Some(after) = rest.strip_prefix("**").or_else(|| rest.strip_prefix("__")) {
            out.push_str(if bold { "</b>" } else { "<b>" });
            bold = !bold;
            rest = after;
        } else if let Some((label, address, after)) = link(rest) {
            out.push_str(&format!("<a href=\"{}\">{label}</a>", address.replace('"', "%22")));
            rest = after;
        } else {
            let after = &rest[c.len_utf8()..];
            let before = out.chars().next_back().unwrap_or(' ');
            let next = after.chars().next().unwrap_or(' ');
            // A star or a line at the edge of a word is a mark; between blanks, or within a word, it is itself.
            let is_edge = before.is_alphanumeric() != next.is_alphanumeric();
            let is_mark = matches!(c, '*' | '`') && !(before == ' ' && next == ' ') || (c == '_' && is_edge);
            match rest.strip_prefix("~~") {
                Some(after) => rest = after,
                None => {
                    if !is_mark {
                        out.push(c);
                    }
                    rest = after;
                }
            }
        }
    }
    if bold {
        out.push_str("</b>");
    }
    out
}

/// A link that a text begins with: its words, its address, and what follows.
fn link(text: &str) -> Option<(String, &str, &str)> {
    let (label, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (address, after) = rest.split_once(')')?;
    if label.contains(['\n', '[', ']']) || address.contains(char::is_whitespace) {
        return None;
    }
    Some((label.replace("**", ""), address, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::to_markdown;

    fn check(text: &str, markdown: &str) {
        assert_eq!(to_markdown(&to_html(text)).text, markdown, "{text}");
    }

    #[test]
    fn a_text_stays_what_it_says() {
        check(
            "One\ntwo\n\n* a\n* b **c**\n\nThree",
            "One two\n\n- a\n- b **c**\n\nThree",
        );
        check("# A\nb\n1. c\n2. d", "## A\n\nb\n\n1. c\n2. d");
        check(
            "[a](https://b.example) and *c*, d_e",
            "[a](https://b.example) and c, d_e",
        );
        check("2 * 3 <b>x</b>", "2 \\* 3 **x**");
    }

    #[test]
    fn a_link_that_could_do_harm_is_left_out() {
        check("[a](javascript:x)", "a");
        check("[a](", "[a](");
    }
}
