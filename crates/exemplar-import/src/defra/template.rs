//! Texts with a template in them, in Liquid or nunjucks: what stands for an answer stays, as `{{ field }}`; what only the
//! other system can work out is marked, so that whoever takes the text leaves that part of it out and says so.

use std::collections::{HashMap, HashSet};

/// Stands where a text cannot be told. No form has it: it is of Unicode's area for private use.
pub(super) const LOST: char = '\u{E010}';
/// The most that one part of a template is followed.
const LONGEST: usize = 2_000;

/// The text with the answers that stand in it, and marks where something else stood. `fields` are known.
pub(super) fn expand(text: &str, fields: &HashSet<String>) -> String {
    if !text.contains("{{") && !text.contains("{%") {
        return text.to_owned();
    }
    let mut expanding = Expanding {
        fields,
        same: HashMap::new(),
        out: Vec::new(),
        text: String::new(),
    };
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        expanding.text.push_str(&rest[..at]);
        let from = &rest[at..];
        let end = match from.get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            _ => {
                expanding.text.push('{');
                rest = &from[1..];
                continue;
            }
        };
        let Some((inner, after)) = from[2..].split_once(end).filter(|(inner, _)| inner.len() <= LONGEST) else {
            expanding.text.push_str(&from[..2]);
            rest = &from[2..];
            continue;
        };
        let inner = inner.trim_matches(['-', ' ', '\n', '\r', '\t']);
        if end == "}}" {
            expanding.answer(inner);
        } else {
            expanding.tag(inner);
        }
        rest = after;
    }
    expanding.text.push_str(rest);
    while !expanding.out.is_empty() {
        expanding.close();
    }
    out_of_tags(&expanding.text)
}

struct Expanding<'a> {
    fields: &'a HashSet<String>,
    /// Names that stand for a field.
    same: HashMap<String, String>,
    /// What stood before each condition that is open.
    out: Vec<String>,
    text: String,
}

impl Expanding<'_> {
    fn answer(&mut self, inner: &str) {
        match self.field(inner) {
            Some(field) => self.text.push_str(&format!("{{{{ {field} }}}}")),
            None => self.text.push(LOST),
        }
    }

    /// The field whose answer an expression gives, perhaps in another form.
    fn field(&self, inner: &str) -> Option<String> {
        let mut parts = inner.split('|').map(str::trim);
        let name = parts.next()?.trim_matches(['\'', '"', '(', ')', ' ']);
        let only_shown = |part: &str| {
            let filter = part.split(':').next().unwrap_or_default().trim();
            filter == "answer" || filter == "escape" || filter.starts_with("format")
        };
        if !parts.all(only_shown) {
            return None;
        }
        let known = self.same.get(name).cloned();
        known.or_else(|| self.fields.contains(name).then(|| name.to_owned()))
    }

    fn tag(&mut self, inner: &str) {
        let (word, rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
        match word {
            "assign" | "set" => {
                let Some((name, is)) = rest.split_once('=') else { return };
                match self.field(is) {
                    Some(field) => drop(self.same.insert(name.trim().to_owned(), field)),
                    None => drop(self.same.remove(name.trim())),
                }
            }
            "if" | "unless" | "for" | "case" if self.out.len() < crate::DEPTH => {
                self.out.push(std::mem::take(&mut self.text));
            }
            "endif" | "endunless" | "endfor" | "endcase" => self.close(),
            _ => {}
        }
    }

    /// Ends a condition: which of its texts holds is not known, so none of them is told.
    fn close(&mut self) {
        let Some(before) = self.out.pop() else { return };
        let inner = std::mem::replace(&mut self.text, before);
        if inner.trim().is_empty() {
            return;
        }
        self.text.push(LOST);
        for c in inner.chars() {
            self.text.push(c);
            if c == '>' {
                self.text.push(LOST);
            }
        }
    }
}

/// A mark within a tag, as in the address of a link, stands behind it too: the tag is gone from the text.
fn out_of_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let (mut in_tag, mut lost) = (false, false);
    for c in html.chars() {
        match c {
            '<' => (in_tag, lost) = (true, false),
            LOST if in_tag => {
                lost = true;
                continue;
            }
            '>' if in_tag => {
                in_tag = false;
                out.push(c);
                if lost {
                    out.push(LOST);
                }
                continue;
            }
            _ => {}
        }
        out.push(c);
    }
    out
}

/// A text of Markdown without its parts that could not be told, and the words of these parts.
pub(super) fn without_lost(text: &str) -> (String, Vec<String>) {
    if !text.contains(LOST) {
        return (text.to_owned(), Vec::new());
    }
    let mut lost = Vec::new();
    let mut kept = Vec::new();
    for block in text.split("\n\n") {
        let lines = block.lines().filter(|line| {
            let is_lost = line.contains(LOST);
            if is_lost {
                let words = line.replace(LOST, "").trim_matches(['-', ' ', '\\']).to_owned();
                lost.push(words.chars().take(120).collect::<String>());
            }
            !is_lost
        });
        let lines: Vec<&str> = lines.collect();
        if !lines.is_empty() {
            kept.push(lines.join("\n"));
        }
    }
    lost.retain(|words| !words.is_empty());
    (kept.join("\n\n"), lost)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, is: &str) {
        let fields = HashSet::from(["cost".to_owned(), "first".to_owned()]);
        let marked = is.replace('?', &LOST.to_string());
        assert_eq!(expand(text, &fields), marked, "{text}");
    }

    #[test]
    fn an_answer_stays_and_what_is_worked_out_is_marked() {
        check("Hello {{ first }}!", "Hello {{ first }}!");
        check("{{ 'first' | answer }}", "{{ first }}");
        check("{{ cost | formatCurrency: 'en-GB' }} {{ total }}", "{{ cost }} ?");
        check(
            "{% assign c = 'cost' | answer %}{{ c }} {{ c | times: 2 }}",
            "{{ cost }} ?",
        );
        check("a {% if cost > 3 %}b{% else %}c{% endif %}", "a ?bc");
        check("{% if x %}{% assign y = 2 %}{% endif %}a", "a");
        check("<a href=\"/{{ slug }}/x\">Print</a>", "<a href=\"//x\">?Print</a>");
    }

    #[test]
    fn a_template_without_end_is_read_to_its_end() {
        for text in ["{{", "{% if", "{{ a", "{% if a %}b", "{% endif %}", "{", "{%%}{{}}"] {
            let _ = expand(text, &HashSet::new());
        }
    }

    #[test]
    fn only_the_part_that_could_not_be_told_is_left_out() {
        let text = format!("One\n\nYou get {LOST}.\n\n- a\n- b {LOST}\n\nTwo");
        let (kept, lost) = without_lost(&text);
        assert_eq!(kept, "One\n\n- a\n\nTwo");
        assert_eq!(lost, ["You get .", "b"]);
    }
}
