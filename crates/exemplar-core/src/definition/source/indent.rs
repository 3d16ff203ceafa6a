//! Where the indent of a file that cannot be read goes wrong. Parsers tell of a later line, which is innocent.

/// A line whose indent fits nothing above it. Lines and columns count from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WrongIndent {
    pub(super) line: usize,
    pub(super) column: usize,
    /// Columns in which it could begin, each with the line that begins there.
    fits: Vec<(usize, usize)>,
}

impl WrongIndent {
    /// What to do.
    pub(super) fn advice(&self) -> String {
        let fits = self
            .fits
            .iter()
            .map(|(column, line)| format!("in column {column}, as line {line} does"));
        format!("Begin it {}.", fits.collect::<Vec<_>>().join(", or "))
    }
}

/// The first such line, down to the one that the parser told of.
pub(super) fn wrong_indent(lines: &[&str], until: usize) -> Option<WrongIndent> {
    let mut open: Vec<(usize, usize)> = Vec::new();
    // How deep the header of a text over several lines stands, whose lines stand deeper.
    let mut block: Option<usize> = None;
    let mut opens = true;
    for (number, line) in lines.iter().enumerate().take(until) {
        let content = line.trim();
        let indent = line.chars().take_while(|c| *c == ' ').count();
        if content.is_empty() || block.is_some_and(|header| indent > header) {
            continue;
        }
        block = None;
        // What brackets, quotes and tabs hold over several lines is for the parser to say.
        if content.starts_with('#') {
            continue;
        }
        let is_heading = content.ends_with(':') || content.contains(": ") || content.starts_with("- ");
        if !is_heading || line.contains('\t') {
            return None;
        }
        let deeper = open
            .iter()
            .filter(|(column, _)| *column > indent)
            .map(|open| open.to_owned());
        let deeper: Vec<(usize, usize)> = deeper.collect();
        open.retain(|(column, _)| *column <= indent);
        let is_known = open.last().is_some_and(|(column, _)| *column == indent);
        let is_first_beneath = opens && deeper.is_empty();
        if !(is_known || is_first_beneath) {
            let fits = open.last().into_iter().chain(deeper.first());
            let fits: Vec<_> = fits.map(|(column, line)| (column + 1, *line)).collect();
            return (!fits.is_empty()).then_some(WrongIndent {
                line: number + 1,
                column: indent + 1,
                fits,
            });
        }
        if !is_known {
            open.push((indent, number + 1));
        }
        let entry = content
            .strip_prefix("- ")
            .map_or(0, |rest| content.len() - rest.trim_start().len());
        if entry > 0 && content[entry..].contains(": ") {
            open.push((indent + entry, number + 1));
        }
        opens = content.ends_with(':') || content == "-";
        let words = content.trim_end_matches(['-', '+']);
        if words.ends_with(['|', '>']) {
            block = Some(indent);
        }
        if content.ends_with(['{', '[', ',']) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> Option<(usize, usize, String)> {
        let lines: Vec<&str> = text.lines().collect();
        let wrong = wrong_indent(&lines, lines.len())?;
        Some((wrong.line, wrong.column, wrong.advice()))
    }

    #[test]
    fn the_line_whose_indent_changed_is_found_and_not_the_one_after_it() {
        let text = "questions:\n  first:\n    ask: A?\n     text:\n  second:\n    ask: B?\n";
        let (line, column, advice) = wrong(text).unwrap();
        assert_eq!((line, column), (4, 6));
        assert_eq!(advice, "Begin it in column 5, as line 3 does.");
        let text = "questions:\n  first:\n    ask: A?\n   text:\n";
        let (line, column, advice) = wrong(text).unwrap();
        assert_eq!((line, column), (4, 4));
        assert_eq!(
            advice,
            "Begin it in column 3, as line 2 does, or in column 5, as line 3 does."
        );
    }

    #[test]
    fn what_is_indented_well_is_left_alone() {
        for text in [
            "a:\n  b: c\nd:\n  - e: f\n    g: h\n  - i\n",
            "a: |\n  one\n      two: three\nb: c\n",
            "# x\na:\n- b\n- c\n",
            "a: { b: c,\n   d: e }\n",
        ] {
            assert_eq!(wrong(text), None, "{text}");
        }
    }
}
