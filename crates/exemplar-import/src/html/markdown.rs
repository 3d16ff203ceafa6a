//! Pieces of HTML put together as Markdown, or as text without marks.

use super::tags::{Piece, pieces};
use super::{Made, one_line};

/// Tags after which a new paragraph begins.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "table",
    "tbody",
    "thead",
    "tr",
    "fieldset",
    "legend",
    "details",
    "summary",
    "blockquote",
    "figure",
    "figcaption",
    "header",
    "footer",
    "main",
    "aside",
    "dl",
    "dt",
    "dd",
    "form",
    "hr",
    "pre",
    "center",
    "nav",
    "address",
    "caption",
];
/// Tags whose contents stay and of which nothing else is lost.
const INLINE: &[&str] = &[
    "span", "label", "font", "u", "small", "abbr", "sup", "sub", "td", "th", "time", "cite", "kbd", "var", "q", "mark",
    "wbr", "ins", "colgroup", "col", "bdi", "body", "html", "head", "nobr", "s", "code",
];
/// Classes of what is not seen: it is read aloud before a sign, or is the sign itself.
const UNSEEN: [&str; 6] = [
    "govuk-visually-hidden",
    "govuk-visually-hidden-focusable",
    "govuk-warning-text__icon",
    "govuk-warning-text__assistive",
    "visually-hidden",
    "sr-only",
];
/// Elements that may be hidden as a whole. Others are often left open, and would hide what follows.
const MAY_BE_UNSEEN: [&str; 9] = ["span", "i", "svg", "label", "strong", "b", "em", "div", "small"];
/// The deepest list within lists that is kept apart.
const DEEPEST: usize = 4;

/// Puts a text together. Without `marks` only its words are left.
pub(super) fn make(html: &str, marks: bool) -> Made {
    let mut making = Making {
        marks,
        ..Making::default()
    };
    // The element that nobody sees, and how many of its name are open.
    let mut unseen: Option<(String, usize)> = None;
    for piece in pieces(html) {
        if let Some((name, open)) = &mut unseen {
            match &piece {
                Piece::Open(inner, _) if inner == name => *open += 1,
                Piece::Close(inner) if inner == name => *open -= 1,
                _ => {}
            }
            if *open == 0 {
                unseen = None;
            }
            continue;
        }
        match piece {
            Piece::Open(name, attributes) if is_unseen(&name, &attributes) => unseen = Some((name, 1)),
            Piece::Text(text) => making.text(&text),
            Piece::Open(name, attributes) => making.open(&name, &attributes),
            Piece::Close(name) => making.close(&name),
        }
    }
    making.paragraph();
    Made {
        text: making.blocks.join(""),
        lost: making.lost,
    }
}

/// Whether an element is an icon, or only read aloud, as the sign of a warning and the word before it.
fn is_unseen(name: &str, attributes: &[(String, String)]) -> bool {
    let is_so = |(key, value): &(String, String)| match key.as_str() {
        "class" => value.split_whitespace().any(|class| UNSEEN.contains(&class)),
        "aria-hidden" => value == "true" && matches!(name, "span" | "i" | "svg"),
        "hidden" => true,
        "style" => value.replace(' ', "").to_ascii_lowercase().contains("display:none"),
        _ => false,
    };
    MAY_BE_UNSEEN.contains(&name) && attributes.iter().any(is_so)
}

/// A list that is not closed yet: whether it is numbered, and the number of its last entry.
type List = (bool, usize);

#[derive(Default)]
struct Making {
    marks: bool,
    blocks: Vec<String>,
    line: String,
    lists: Vec<List>,
    /// What the next line begins with: the mark of a list's entry, or of a heading.
    begins: String,
    is_item: bool,
    heading: usize,
    last_heading: usize,
    link: Option<(String, usize)>,
    strong: Vec<usize>,
    lost: Vec<String>,
}

impl Making {
    fn lose(&mut self, what: String) {
        if !self.lost.contains(&what) {
            self.lost.push(what);
        }
    }

    fn text(&mut self, text: &str) {
        let begins_line = self.line.trim().is_empty();
        let clean: String = text.chars().map(tidy).collect();
        let blank_before = clean.starts_with(char::is_whitespace);
        let blank_after = clean.ends_with(char::is_whitespace);
        let words = one_line(&clean);
        let is_apart = !begins_line && !self.line.ends_with(char::is_whitespace);
        if words.is_empty() {
            if is_apart && (blank_before || blank_after) {
                self.line.push(' ');
            }
            return;
        }
        if is_apart && blank_before {
            self.line.push(' ');
        }
        let words = if self.marks {
            escaped(&words, begins_line)
        } else {
            words
        };
        self.line.push_str(&words);
        if blank_after {
            self.line.push(' ');
        }
    }

    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        let attribute = |key: &str| {
            let mut found = attributes.iter().filter(|(known, _)| known == key);
            found.next().map(|(_, value)| value.as_str())
        };
        match name {
            // An empty line between two breaks is the end of a paragraph.
            "br" if self.marks && self.lists.is_empty() && self.line.trim_end_matches(' ').ends_with('\n') => {
                self.paragraph();
            }
            "br" if self.marks && !self.line.trim().is_empty() => {
                let kept = self.line.trim_end().len();
                self.line.truncate(kept);
                self.line.push_str("  \n");
                self.line.push_str(&self.indent());
            }
            "br" => self.line.push(' '),
            "ul" | "ol" => {
                self.paragraph();
                self.lists.push((name == "ol", 0));
            }
            "li" => self.item(),
            "b" | "strong" if self.marks => self.strong.push(self.line.len()),
            "b" | "strong" | "i" | "em" => {}
            "a" => {
                if let Some(address) = attribute("href") {
                    self.link = Some((address.trim().to_owned(), self.line.len()));
                }
            }
            "img" | "svg" | "video" | "iframe" | "object" | "embed" | "audio" => {
                self.lose(format!("<{name}>"));
                if let Some(said) = attribute("alt") {
                    self.text(said);
                }
            }
            "script" | "style" | "input" | "button" | "select" | "textarea" => self.lose(format!("<{name}>")),
            _ if heading_level(name).is_some() => {
                self.paragraph();
                let level = heading_level(name).unwrap_or(2).max(2);
                self.heading = level.min(self.last_heading.max(1) + 1);
            }
            _ if BLOCKS.contains(&name) => self.paragraph(),
            "td" | "th" => self.text(" "),
            _ if INLINE.contains(&name) => {}
            _ => self.lose(format!("<{name}>")),
        }
        if matches!(name, "td" | "th") {
            self.text(" ");
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "ul" | "ol" => {
                self.paragraph();
                self.lists.pop();
            }
            "li" => {
                self.paragraph();
                self.is_item = false;
            }
            "b" | "strong" => self.bold(),
            // Browsers take it for a break.
            "br" => self.open("br", &[]),
            "a" => self.end_link(),
            _ if heading_level(name).is_some() || BLOCKS.contains(&name) => self.paragraph(),
            _ => {}
        }
    }

    fn indent(&self) -> String {
        let widths = self
            .lists
            .iter()
            .take(DEEPEST)
            .map(|(numbered, _)| if *numbered { 3 } else { 2 });
        " ".repeat(if self.marks { widths.sum() } else { 0 })
    }

    fn item(&mut self) {
        self.paragraph();
        if self.lists.is_empty() {
            self.lists.push((false, 0));
        }
        let depth = self.lists.len().min(DEEPEST) - 1;
        let outer = self.lists[..depth]
            .iter()
            .map(|(numbered, _)| if *numbered { 3 } else { 2 });
        let indent = " ".repeat(outer.sum());
        let Some(list) = self.lists.last_mut() else { return };
        list.1 += 1;
        self.begins = match list {
            (true, number) => format!("{indent}{number}. "),
            (false, _) => format!("{indent}- "),
        };
        self.is_item = true;
    }

    fn bold(&mut self) {
        let Some(from) = self.strong.pop() else { return };
        let inner = self.line.get(from..).unwrap_or_default();
        let said = inner.trim();
        // Bold over a line break, or in a heading, means nothing in Markdown.
        // Nor does bold within bold.
        if said.is_empty() || said.contains('\n') || said.contains("**") || self.heading > 0 {
            return;
        }
        let blanks = (
            &inner[..inner.len() - inner.trim_start().len()],
            &inner[inner.trim_end().len()..],
        );
        let marked = format!("{}**{said}**{}", blanks.0, blanks.1);
        self.line.replace_range(from.., &marked);
    }

    fn end_link(&mut self) {
        let Some((address, from)) = self.link.take() else {
            return;
        };
        let inner = self.line.get(from..).unwrap_or_default().to_owned();
        let said = inner.trim().to_owned();
        if said.is_empty() {
            return;
        }
        let Some(address) = safe_address(&address) else {
            self.lose(format!(
                "a link to \"{}\"",
                address.chars().take(60).collect::<String>()
            ));
            return;
        };
        if !self.marks {
            self.lose("a link, where only plain text can stand".to_owned());
            return;
        }
        let start = inner.len() - inner.trim_start().len();
        let end = inner.trim_end().len();
        let said = said.replace("  \n", " ").replace('[', "(").replace(']', ")");
        let marked = format!("{}[{said}]({address}){}", &inner[..start], &inner[end..]);
        self.line.replace_range(from.., &marked);
    }

    /// Ends the paragraph that is being written.
    fn paragraph(&mut self) {
        self.end_link();
        self.strong.clear();
        let line = std::mem::take(&mut self.line);
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        let heading = std::mem::take(&mut self.heading);
        let begins = std::mem::take(&mut self.begins);
        let before = if self.blocks.is_empty() {
            ""
        } else if !begins.is_empty() && self.follows_item() {
            "\n"
        } else {
            "\n\n"
        };
        let mark = if heading > 0 && begins.is_empty() {
            self.last_heading = heading;
            format!("{} ", "#".repeat(heading))
        } else if begins.is_empty() && self.is_item {
            self.indent()
        } else {
            begins
        };
        let mark = if self.marks { mark.as_str() } else { "" };
        self.blocks.push(format!("{before}{mark}{line}"));
    }

    /// Whether the block before belongs to the list.
    fn follows_item(&self) -> bool {
        let last = self.blocks.last().map(|block| block.trim_start());
        let numbered = |block: &str| block.split_once(". ").is_some_and(|(n, _)| n.parse::<u32>().is_ok());
        last.is_some_and(|block| block.starts_with("- ") || numbered(block))
            && self
                .lists
                .last()
                .is_some_and(|(_, number)| *number > 1 || self.lists.len() > 1)
    }
}

fn heading_level(name: &str) -> Option<usize> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// Signs that are not seen, or that a definition refuses, as blanks.
fn tidy(c: char) -> char {
    match c {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{2028}' | '\u{2029}' | '\u{A0}' => ' ',
        c if c.is_control() => ' ',
        c => c,
    }
}

/// Words in which nothing is a mark of Markdown by chance.
fn escaped(words: &str, begins_line: bool) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        let next = words[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        // A sign that is shown is no tag.
        let is_tag = c == '<' && (next.is_ascii_alphabetic() || next == '/');
        if matches!(c, '*' | '`') || is_tag {
            out.push('\\');
        }
        out.push(c);
    }
    let first = out.chars().next().unwrap_or(' ');
    let is_mark = matches!(first, '#' | '>') || (matches!(first, '-' | '+') && out.chars().nth(1) == Some(' '));
    if begins_line && is_mark {
        out.insert(0, '\\');
    }
    out
}

/// An address that pages of ours may link to.
fn safe_address(address: &str) -> Option<String> {
    let address = address.replace(' ', "%20").replace('(', "%28").replace(')', "%29");
    let lower = address.to_ascii_lowercase();
    if let Some(rest) = lower.strip_prefix("http://") {
        let at = address.len() - rest.len();
        return Some(format!("https://{}", &address[at..]));
    }
    let is_known = ["https://", "mailto:", "tel:"]
        .iter()
        .any(|start| lower.starts_with(start));
    (is_known && !address.contains(['{', '<', '"']) && address.len() > "mailto:".len()).then_some(address)
}
