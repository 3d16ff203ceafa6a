//! Words with answers in them: `((name))`, `[[ if name ]]`, `[[ if not name ]]`, `[[ else ]]`, `[[ endif ]]`, and
//! `[[ for rows ]]`, `[[ endfor ]]`, between which names of a row mean each row in turn.
//!
//! Names only, no expressions. What has no value shows nothing, and neither does its opposite: `[[ if not x ]]` is
//! passed over where `x` is not known. Template languages know only two values there, which is why this is ours.

use std::ops::Range;

/// What a name stands for in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filling {
    /// As a person reads it.
    pub words: String,
    /// Whether `[[ if name ]]` holds: for yes or no whether it is yes, for all else true.
    pub holds: bool,
}

impl From<&str> for Filling {
    fn from(words: &str) -> Self {
        Self {
            words: words.to_owned(),
            holds: true,
        }
    }
}

/// What names stand for in a text.
pub trait Named {
    /// What this one stands for; none where that is not known.
    fn named(&self, name: &str) -> Option<Filling>;
    /// Calls `with` for each row of a question, with what names stand for there.
    fn each_row(&self, rows: &str, with: &mut dyn FnMut(&dyn Named)) {
        let _ = (rows, with);
    }
}

impl<F: Fn(&str) -> Option<Filling>> Named for F {
    fn named(&self, name: &str) -> Option<Filling> {
        self(name)
    }
}

/// Where the text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A heading, a label, a subject: what is filled in stands as it is, on one line.
    Plain,
    /// Markdown: what is filled in cannot become a link, a heading or anything else but text.
    Markdown,
}

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameIn<'a> {
    /// As it stands there: `full_name`, `appeal.by`.
    pub name: &'a str,
    /// Its place in characters.
    pub at: Range<usize>,
    /// Whether it stands where it is known to have a value, inside `[[ if name ]]`, or in the `if` itself.
    pub guarded: bool,
    /// The rows in each of which it stands, the innermost.
    pub rows: Option<&'a str>,
    /// Whether it names the rows that are gone through.
    pub repeats: bool,
}

/// Something wrong in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextMistake {
    /// Where, in characters.
    pub at: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub advice: &'static str,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece<'a> {
    Words(&'a str),
    Name(&'a str),
    If(&'a str, bool),
    Else,
    EndIf,
    For(&'a str),
    EndFor,
}

/// What is open at a place of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open<'a> {
    /// A condition; the name that is known to have a value in it.
    If(Option<&'a str>),
    /// Rows.
    For(&'a str),
}

/// How deep conditions may stand in one another.
const DEPTH: usize = 5;

/// The names in `words`.
///
/// # Errors
/// The first mistake in it.
pub fn names_in(words: &str) -> Result<Vec<NameIn<'_>>, TextMistake> {
    let mut names = Vec::new();
    let mut open: Vec<(Open<'_>, Range<usize>)> = Vec::new();
    for (piece, at) in pieces(words)? {
        let rows = open.iter().rev().find_map(|(open, _)| match open {
            Open::For(rows) => Some(*rows),
            Open::If(_) => None,
        });
        let name_in = |name, at, guarded, repeats| NameIn {
            name,
            at,
            guarded,
            rows,
            repeats,
        };
        match piece {
            Piece::Words(_) => {}
            Piece::Name(name) => {
                let guarded = open.iter().any(|(open, _)| *open == Open::If(Some(name)));
                names.push(name_in(name, at, guarded, false));
            }
            Piece::If(_, _) | Piece::For(_) if open.len() >= DEPTH => {
                return Err(mistake(at, "Conditions stand too deep in one another.", "Use a fact."));
            }
            Piece::If(name, holds) => {
                open.push((Open::If(holds.then_some(name)), at.clone()));
                names.push(name_in(name, at, true, false));
            }
            Piece::For(name) => {
                open.push((Open::For(name), at.clone()));
                names.push(name_in(name, at, true, true));
            }
            Piece::Else => match open.last_mut() {
                Some((Open::If(known), _)) => *known = None,
                _ => return Err(mistake(at, "There is no [[ if ]] before this.", "Leave it out.")),
            },
            Piece::EndIf => {
                if !matches!(open.pop(), Some((Open::If(_), _))) {
                    return Err(mistake(at, "There is no [[ if ]] before this.", "Leave it out."));
                }
            }
            Piece::EndFor => {
                if !matches!(open.pop(), Some((Open::For(_), _))) {
                    return Err(mistake(at, "There is no [[ for ]] before this.", "Leave it out."));
                }
            }
        }
    }
    match open.pop() {
        Some((Open::If(_), at)) => Err(mistake(
            at,
            "This condition does not end.",
            "Write [[ endif ]] after it.",
        )),
        Some((Open::For(_), at)) => Err(mistake(
            at,
            "What is said of each row does not end.",
            "Write [[ endfor ]] after it.",
        )),
        None => Ok(names),
    }
}

/// Puts answers into `words`.
///
/// # Errors
/// The first mistake in it; a definition that was read has none.
pub fn fill(words: &str, names: &dyn Named, target: Target) -> Result<String, TextMistake> {
    let mut out = String::with_capacity(words.len() + 32);
    put_pieces(&mut out, &pieces(words)?, names, target);
    Ok(out)
}

/// Puts pieces one after the other, those between `for` and `endfor` once for each row.
fn put_pieces(out: &mut String, pieces: &[(Piece<'_>, Range<usize>)], names: &dyn Named, target: Target) {
    // For each open condition: whether its part is shown, and whether the part after `else` would be.
    let mut open: Vec<(bool, bool)> = Vec::new();
    let mut place = 0;
    while let Some((piece, _)) = pieces.get(place) {
        place += 1;
        let shown = open.iter().all(|(shown, _)| *shown);
        match piece {
            Piece::Words(words) if shown => out.push_str(words),
            Piece::Name(name) if shown => {
                if let Some(filling) = names.named(name) {
                    put(out, &filling.words, target);
                }
            }
            Piece::Words(_) | Piece::Name(_) | Piece::EndFor => {}
            Piece::If(name, wanted) => {
                let holds = names.named(name).map(|filling| filling.holds);
                open.push((holds == Some(*wanted), holds == Some(!*wanted)));
            }
            Piece::Else => {
                if let Some(last) = open.last_mut() {
                    *last = (last.1, false);
                }
            }
            Piece::EndIf => {
                open.pop();
            }
            Piece::For(rows) => {
                let rest = &pieces[place..];
                let of_each = &rest[..end_of_rows(rest)];
                place += of_each.len();
                if shown {
                    names.each_row(rows, &mut |row| put_pieces(out, of_each, row, target));
                }
            }
        }
    }
}

/// Where the rows end that were just begun: at the `endfor` that is not of rows within them.
fn end_of_rows(rest: &[(Piece<'_>, Range<usize>)]) -> usize {
    let mut within = 0;
    let end = rest.iter().position(|(piece, _)| match piece {
        Piece::For(_) => {
            within += 1;
            false
        }
        Piece::EndFor if within == 0 => true,
        Piece::EndFor => {
            within -= 1;
            false
        }
        _ => false,
    });
    end.unwrap_or(rest.len())
}

/// Signs that mean something in Markdown or HTML.
const MARKS: &str = "\\`*_{}[]<>()#+-.!|&~:=\"'";

fn put(out: &mut String, words: &str, target: Target) {
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    for (i, line) in lines.enumerate() {
        match (i, target) {
            (0, _) => {}
            (_, Target::Plain) => out.push(' '),
            (_, Target::Markdown) => out.push_str("\\\n"),
        }
        for c in line.chars() {
            if target == Target::Markdown && MARKS.contains(c) {
                out.push('\\');
            }
            out.push(c);
        }
    }
}

fn pieces(words: &str) -> Result<Vec<(Piece<'_>, Range<usize>)>, TextMistake> {
    let mut found = Vec::new();
    let mut rest = words;
    let mut at = 0;
    while let Some(start) = next_mark(rest) {
        let (before, mark) = rest.split_at(start);
        at = push_words(&mut found, before, at);
        let block = mark.starts_with("[[");
        let close = if block { "]]" } else { "))" };
        let Some(end) = mark.find(close) else {
            let end = at + 2;
            return Err(mistake(at..end, "This mark does not end.", "Close it with )) or ]]."));
        };
        let inside = &mark[2..end];
        let length = mark[..end + 2].chars().count();
        let place = at..at + length;
        let piece = if block {
            block_piece(inside, &place)?
        } else {
            Piece::Name(name(inside, &place)?)
        };
        rest = &mark[end + 2..];
        at += length;
        if block && alone_on_its_line(&found, rest) {
            trim_blanks(&mut found);
            let line_end = rest.find('\n').map_or(rest.len(), |end| end + 1);
            at += rest[..line_end].chars().count();
            rest = &rest[line_end..];
        }
        found.push((piece, place));
    }
    push_words(&mut found, rest, at);
    Ok(found)
}

fn next_mark(text: &str) -> Option<usize> {
    // In [words](((name))) the first bracket is of the link.
    let name = text
        .find("((")
        .map(|at| at + text[at + 2..].chars().take_while(|sign| *sign == '(').count());
    match (name, text.find("[[")) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

fn push_words<'a>(found: &mut Vec<(Piece<'a>, Range<usize>)>, words: &'a str, at: usize) -> usize {
    let end = at + words.chars().count();
    if !words.is_empty() {
        found.push((Piece::Words(words), at..end));
    }
    end
}

/// A condition on a line of its own takes the line with it.
fn alone_on_its_line(found: &[(Piece<'_>, Range<usize>)], rest: &str) -> bool {
    let before = match found.last() {
        None => true,
        Some((Piece::Words(words), _)) => {
            let line = words.rsplit_once('\n').map(|(_, line)| line);
            match line {
                Some(line) => line.trim().is_empty(),
                None => found.len() == 1 && words.trim().is_empty(),
            }
        }
        // A block that took its line with it ends at the beginning of the next.
        Some((Piece::Name(_), _)) => false,
        Some(_) => true,
    };
    let after = rest.lines().next().unwrap_or_default();
    before && after.trim().is_empty()
}

fn trim_blanks(found: &mut Vec<(Piece<'_>, Range<usize>)>) {
    if let Some((Piece::Words(words), _)) = found.last_mut() {
        *words = words.trim_end_matches([' ', '\t']);
        if words.is_empty() {
            found.pop();
        }
    }
}

fn block_piece<'a>(inside: &'a str, at: &Range<usize>) -> Result<Piece<'a>, TextMistake> {
    let words: Vec<&str> = inside.split_whitespace().collect();
    match words.as_slice() {
        ["if", "not", word] => Ok(Piece::If(name(word, at)?, false)),
        ["if", word] => Ok(Piece::If(name(word, at)?, true)),
        ["else"] => Ok(Piece::Else),
        ["endif"] => Ok(Piece::EndIf),
        ["for", word] => Ok(Piece::For(name(word, at)?)),
        ["endfor"] => Ok(Piece::EndFor),
        _ => Err(mistake(
            at.clone(),
            "Only [[ if name ]], [[ if not name ]], [[ else ]], [[ endif ]], [[ for rows ]] and [[ endfor ]] can stand here.",
            "For a rule of more than one name, make a fact and name it.",
        )),
    }
}

fn name<'a>(typed: &'a str, at: &Range<usize>) -> Result<&'a str, TextMistake> {
    let name = typed.trim();
    let plain = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_lowercase())
            && part
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    if name.split('.').count() <= 2 && name.split('.').all(plain) {
        Ok(name)
    } else {
        Err(mistake(
            at.clone(),
            "Only a name can stand here.",
            "For a rule or a sum, make a fact and name it.",
        ))
    }
}

fn mistake(at: Range<usize>, message: &str, advice: &'static str) -> TextMistake {
    TextMistake {
        at,
        message: message.to_owned(),
        advice,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(words: &str) -> String {
        let names = |name: &str| match name {
            "full_name" => Some(Filling::from("Amina Clarke")),
            "evil" => Some(Filling::from("[x](https://evil.example)\n\n# y")),
            "wanted" => Some(Filling {
                words: "Yes".into(),
                holds: true,
            }),
            "refused" => Some(Filling {
                words: "No".into(),
                holds: false,
            }),
            _ => None,
        };
        fill(words, &names, Target::Markdown).unwrap()
    }

    #[test]
    fn a_name_is_filled_in() {
        assert_eq!(filled("Dear ((full_name)),"), "Dear Amina Clarke,");
        assert_eq!(filled("Dear (( nobody )),"), "Dear ,");
    }

    #[test]
    fn a_condition_on_its_own_line_takes_the_line_with_it() {
        assert_eq!(filled("a\n\n[[ if wanted ]]\nb\n[[ endif ]]\nc"), "a\n\nb\nc");
        assert_eq!(
            filled("a\n[[ if refused ]]\nb\n[[ else ]]\nd\n[[ endif ]]\nc"),
            "a\nd\nc"
        );
        assert_eq!(filled("a [[ if wanted ]]b[[ endif ]] c"), "a b c");
    }

    #[test]
    fn what_is_not_known_shows_neither_itself_nor_its_opposite() {
        assert_eq!(filled("[[ if nobody ]]a[[ else ]]b[[ endif ]]c"), "c");
        assert_eq!(filled("[[ if not nobody ]]a[[ endif ]]c"), "c");
        assert_eq!(filled("[[ if not refused ]]a[[ endif ]]c"), "ac");
    }

    /// A row in which `employer` stands for this.
    struct Job(&'static str);

    impl Named for Job {
        fn named(&self, name: &str) -> Option<Filling> {
            (name == "employer" && !self.0.is_empty()).then(|| Filling::from(self.0))
        }
    }

    struct Jobs;

    impl Named for Jobs {
        fn named(&self, _: &str) -> Option<Filling> {
            None
        }

        fn each_row(&self, rows: &str, with: &mut dyn FnMut(&dyn Named)) {
            assert_eq!(rows, "jobs");
            for job in [Job("Acme"), Job(""), Job("B Ltd")] {
                with(&job);
            }
        }
    }

    #[test]
    fn what_stands_between_for_and_endfor_is_said_of_each_row() {
        let words = "Jobs:\n\n[[ for jobs ]]\n* [[ if employer ]]((employer))[[ else ]]x[[ endif ]]\n[[ endfor ]]\nEnd";
        let filled = fill(words, &Jobs, Target::Markdown).unwrap();
        assert_eq!(filled, "Jobs:\n\n* Acme\n* \n* B Ltd\nEnd");
        let names = names_in(words).unwrap();
        assert_eq!(
            names.iter().map(|name| name.rows).collect::<Vec<_>>(),
            [None, Some("jobs"), Some("jobs")]
        );
    }

    /// Each row holds rows as often as its name has letters.
    struct Outer(&'static str);

    impl Named for Outer {
        fn named(&self, name: &str) -> Option<Filling> {
            (name == "employer" && !self.0.is_empty()).then(|| Filling::from(self.0))
        }

        fn each_row(&self, rows: &str, with: &mut dyn FnMut(&dyn Named)) {
            match rows {
                "jobs" => ["A", "", "BC"].into_iter().for_each(|job| with(&Outer(job))),
                _ => (0..self.0.len()).for_each(|_| with(self)),
            }
        }
    }

    #[test]
    fn rows_within_rows_end_each_at_their_own_endfor() {
        let words = "[[ for jobs ]]<[[ for periods ]]((employer)),[[ endfor ]]>[[ endfor ]].";
        assert_eq!(fill(words, &Outer(""), Target::Plain).unwrap(), "<A,><><BC,BC,>.");
        let names = names_in(words).unwrap();
        assert_eq!(
            names.iter().map(|name| (name.name, name.rows)).collect::<Vec<_>>(),
            [("jobs", None), ("periods", Some("jobs")), ("employer", Some("periods"))]
        );
    }

    #[test]
    fn an_answer_cannot_become_markup() {
        assert_eq!(filled("((evil))"), "\\[x\\]\\(https\\://evil\\.example\\)\\\n\\# y");
        let names = |_: &str| Some(Filling::from("a\nb"));
        assert_eq!(fill("((x))", &names, Target::Plain).unwrap(), "a b");
    }

    #[test]
    fn names_are_found_with_their_places() {
        let names = names_in("é ((a)) [[ if b ]]((b))[[ else ]]((b))[[ endif ]]").unwrap();
        let found: Vec<_> = names.iter().map(|n| (n.name, n.at.start, n.guarded)).collect();
        assert_eq!(
            found,
            [("a", 2, false), ("b", 8, true), ("b", 18, true), ("b", 33, false)]
        );
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for words in [
            "((a b))",
            "((a|b))",
            "((",
            "[[ for a ]]",
            "[[ endfor ]]",
            "[[ for a ]][[ for b ]][[ endfor ]]",
            "[[ for a ]][[ for b ]][[ for c ]][[ for d ]][[ for e ]][[ for f ]]",
            "[[ for a ]][[ if b ]][[ endfor ]][[ endif ]]",
            "[[ if a > 3 ]]",
            "[[ if a ]]",
            "[[ endif ]]",
            "((a.b.c))",
        ] {
            assert!(names_in(words).is_err(), "{words}");
        }
    }
}
