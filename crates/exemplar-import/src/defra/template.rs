//! Texts with a template in them, in Liquid or nunjucks: what stands for an answer stays, as `{{ field }}`; what only the
//! other system can work out is marked, so that whoever takes the text leaves that part of it out and says so.

use std::collections::{HashMap, HashSet};

use super::sums::{self, Sums};
use crate::write::ANSWER;

/// Stands where a text cannot be told. No form has it: it is of Unicode's area for private use.
pub(super) const LOST: char = '\u{E010}';
/// The most that one part of a template is followed.
const LONGEST: usize = 2_000;

/// The text with the answers that stand in it, what is worked out from them, and marks where something else stood. `fields`
/// are known.
pub(super) fn expand(text: &str, fields: &HashSet<String>, sums: &mut Sums) -> String {
    if !text.contains("{{") && !text.contains("{%") {
        return text.to_owned();
    }
    let mut expanding = Expanding {
        fields,
        sums,
        same: HashMap::new(),
        values: HashMap::new(),
        open: Vec::new(),
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
    while !expanding.open.is_empty() {
        expanding.close();
    }
    out_of_tags(&expanding.text)
}

struct Expanding<'a> {
    fields: &'a HashSet<String>,
    sums: &'a mut Sums,
    /// Names that stand for a field.
    same: HashMap<String, String>,
    /// Names that stand for a number, or for the mark of a sum.
    values: HashMap<String, String>,
    /// The conditions that are open.
    open: Vec<Open>,
    text: String,
}

/// A condition whose end has not come yet.
struct Open {
    /// What stood before it.
    before: String,
    /// What its branches say, and what each of them keeps under which name.
    texts: Vec<String>,
    kept: Vec<HashMap<String, String>>,
    /// The conditions of its branches; none where one of them is not known.
    conditions: Option<Vec<Option<String>>>,
}

impl Expanding<'_> {
    fn answer(&mut self, inner: &str) {
        if let Some(field) = self.field(inner) {
            self.text.push_str(&format!("{{{{ {field} }}}}"));
            return;
        }
        let is_mark = |value: &str| {
            value.starts_with(ANSWER.0) && value.find(ANSWER.1) == Some(value.len() - ANSWER.1.len_utf8())
        };
        match sums::value(inner, &|name| self.known(name)) {
            Some(value) if !value.contains(ANSWER.0) || is_mark(&value) => self.text.push_str(&value),
            Some(value) => {
                let called = inner.split('|').next().unwrap_or_default().trim();
                let mark = self.sums.keep(called, vec![(None, value)]);
                self.text.push_str(&mark);
            }
            None => self.text.push(LOST),
        }
    }

    /// What stands for a name in an expression.
    fn known(&self, name: &str) -> Option<String> {
        let value = self.values.get(name).cloned();
        value.or_else(|| self.field(name).map(|field| sums::mark(&field)))
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
            "assign" | "set" => self.assign(rest),
            "if" | "unless" | "for" | "case" if self.open.len() < crate::DEPTH => {
                let condition = sums::condition(rest, &|name| self.known(name)).filter(|_| word == "if");
                self.open.push(Open {
                    before: std::mem::take(&mut self.text),
                    texts: Vec::new(),
                    kept: vec![HashMap::new()],
                    conditions: condition.map(|condition| vec![Some(condition)]),
                });
            }
            "elsif" | "elseif" | "else" => {
                let condition = sums::condition(rest, &|name| self.known(name));
                let is_told = word == "else" || condition.is_some();
                let text = std::mem::take(&mut self.text);
                let Some(open) = self.open.last_mut() else {
                    self.text = text;
                    return;
                };
                open.texts.push(text);
                open.kept.push(HashMap::new());
                match &mut open.conditions {
                    Some(conditions) if is_told => conditions.push(condition),
                    conditions => *conditions = None,
                }
            }
            "endif" | "endunless" | "endfor" | "endcase" => self.close(),
            _ => {}
        }
    }

    fn assign(&mut self, rest: &str) {
        let Some((name, is)) = rest.split_once('=') else { return };
        let (name, is) = (name.trim().to_owned(), is.trim());
        let value = sums::value(is, &|name| self.known(name));
        self.same.remove(&name);
        self.values.remove(&name);
        if let Some(field) = self.field(is) {
            self.same.insert(name, field);
        } else if let (Some(value), Some(open)) = (&value, self.open.last_mut()) {
            if let Some(kept) = open.kept.last_mut() {
                kept.insert(name, value.clone());
            }
        } else if let Some(value) = value {
            let is_number = !value.contains(ANSWER.0);
            let value = if is_number {
                value
            } else {
                self.sums.keep(&name, vec![(None, value)])
            };
            self.values.insert(name, value);
        }
    }

    /// Ends a condition. Where it is known which of its texts holds, each stands under its condition; else none is told.
    fn close(&mut self) {
        let Some(mut open) = self.open.pop() else { return };
        open.texts.push(std::mem::replace(&mut self.text, open.before));
        let is_told = open.texts.iter().all(|text| !text.contains(LOST));
        let told = open
            .conditions
            .take()
            .filter(|_| is_told)
            .and_then(|all| Some((sums::branches(&all)?, all)));
        match told {
            Some((branches, conditions)) => {
                for (text, branch) in open
                    .texts
                    .iter()
                    .zip(&branches)
                    .filter(|(text, _)| !text.trim().is_empty())
                {
                    let mark = self.sums.keep("holds", vec![(None, branch.clone())]);
                    let key = mark.trim_matches([ANSWER.0, ANSWER.1]);
                    let (begins, ends) = (sums::mark(&format!("{key}?")), sums::mark("~/"));
                    // One blank between is enough.
                    let after_blank = self.text.ends_with(['>', ' ', '\n', ANSWER.1]);
                    let text = if after_blank { text.trim_start() } else { text };
                    self.text.push_str(&format!("{begins}{text}{ends}"));
                }
                self.keep_of_branches(&open.kept, &branches, conditions.last() == Some(&None));
            }
            None => self.lose(&open.texts.concat()),
        }
    }

    /// What each branch keeps under one name is a sum of cases, where one of them always holds.
    fn keep_of_branches(&mut self, kept: &[HashMap<String, String>], branches: &[String], has_else: bool) {
        let Some((last, first)) = kept.split_last().filter(|_| has_else) else {
            return;
        };
        let mut names: Vec<&String> = last
            .keys()
            .filter(|name| first.iter().all(|kept| kept.contains_key(*name)))
            .collect();
        names.sort();
        for name in names {
            let cases = first
                .iter()
                .zip(branches)
                .map(|(kept, branch)| (Some(branch.clone()), kept[name].clone()));
            let cases = cases.chain([(None, last[name].clone())]).collect();
            let mark = self.sums.keep(name, cases);
            self.values.insert(name.clone(), mark);
        }
    }

    fn lose(&mut self, inner: &str) {
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
        let expanded = expand(text, &fields, &mut Sums::default());
        assert_eq!(expanded, marked, "{text}");
    }

    #[test]
    fn an_answer_stays_and_what_is_worked_out_is_marked() {
        check("Hello {{ first }}!", "Hello {{ first }}!");
        check("{{ 'first' | answer }}", "{{ first }}");
        check("{{ cost | formatCurrency: 'en-GB' }} {{ total }}", "{{ cost }} ?");
        check(
            "{% assign c = 'cost' | answer %}{{ c }} {{ c | map: 2 }}",
            "{{ cost }} ?",
        );
        check("a {% if total > 3 %}b{% else %}c{% endif %}", "a ?bc");
        check("a {% if cost > 3 %}b{{ total }}{% else %}c{% endif %}", "a ?b?c");
        check("{% if x %}{% assign y = 2 %}{% endif %}a", "a");
        check("<a href=\"/{{ slug }}/x\">Print</a>", "<a href=\"//x\">?Print</a>");
    }

    #[test]
    fn what_is_worked_out_is_a_sum() {
        let fields = HashSet::from(["cost".to_owned(), "which".to_owned()]);
        let mut sums = Sums::default();
        let text = "{% assign c = 'cost' | answer %}{% if which == \"A\" %}{% assign p = 80 %}{% else %}{% assign p = 40 %}{% endif %}\
            {% assign all = c | times: p %}{% if all > 9 %}Much: {{ all }}.{% else %}Little.{% endif %}";
        let shown = expand(text, &fields, &mut sums)
            .replace(ANSWER.0, "<")
            .replace(ANSWER.1, ">");
        assert_eq!(shown, "<~2?>Much: <~1>.<~/><~3?>Little.<~/>");
        let cases = |key: &str| {
            format!("{:?}", sums.all[key].cases)
                .replace(ANSWER.0, "<")
                .replace(ANSWER.1, ">")
        };
        assert!(
            cases("~0").contains("80") && cases("~0").contains("40"),
            "{}",
            cases("~0")
        );
        assert!(sums.all.values().any(|sum| sum.called == "all"));
    }

    #[test]
    fn a_template_without_end_is_read_to_its_end() {
        for text in ["{{", "{% if", "{{ a", "{% if a %}b", "{% endif %}", "{", "{%%}{{}}"] {
            let _ = expand(text, &HashSet::new(), &mut Sums::default());
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
