//! What must not be committed: notes to oneself, a font that is licensed for others only, and large files.

use super::Finding;
use super::source::Source;
use super::tree::{File, Tree};

/// The font of GOV.UK. Put together here, so that this file does not hold its name.
const FONT: &str = concat!("gds ", "transport");
/// The build of the style sheets names the font to refuse it.
const MAY_NAME_FONT: &[&str] = &["assets/build.mjs", "assets/README.md"];

/// Marks that mean "later". Put together, as above.
const NOTES: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
/// Where a note is looked for: what we write ourselves. In other languages these can be words.
const NOTED: &[&str] = &["rs", "html", "js", "mjs", "scss", "sh", "toml", "yml", "yaml", "md"];
/// Macros that are for a moment.
const MACROS: &[&str] = &[concat!("dbg", "!"), concat!("to", "do!"), concat!("unimple", "mented!")];

/// A file has at most so many bytes: larger ones make every clone slow for good.
const BYTES_LIMIT: usize = 1_000_000;
/// Files that may be larger.
const LARGE: &[&str] = &[];

/// Looks at every file.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files() {
        if file.bytes > BYTES_LIMIT && !LARGE.contains(&file.path.as_str()) {
            let wrong = format!("{} bytes; {BYTES_LIMIT} is the limit", file.bytes);
            findings.push(Finding::new(
                &file.path,
                0,
                wrong,
                "make it smaller, or make it when it is needed",
            ));
        }
        let Some(text) = file.text.as_deref() else {
            continue;
        };
        for (at, line) in text.lines().enumerate() {
            findings.extend(font(file, at + 1, line));
            findings.extend(note(file, at + 1, line));
        }
        if file.extension() == "rs" {
            findings.extend(macros(file, text));
        }
    }
    findings
}

fn font(file: &File, line: usize, text: &str) -> Option<Finding> {
    if !text.to_ascii_lowercase().contains(FONT) || MAY_NAME_FONT.contains(&file.path.as_str()) {
        return None;
    }
    let wrong = "it names the font of GOV.UK, which is licensed for gov.uk only";
    Some(Finding::new(
        &file.path,
        line,
        wrong,
        "use the fonts of assets/scss/_theme.scss",
    ))
}

fn note(file: &File, line: usize, text: &str) -> Option<Finding> {
    let is_locale = file.path.starts_with("locales/") || file.path.contains("/words/");
    if is_locale || !NOTED.contains(&file.extension()) {
        return None;
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    let note = words.find(|word| NOTES.contains(word))?;
    Some(Finding::new(
        &file.path,
        line,
        format!("a note to oneself: {note}"),
        "do it, or leave it out",
    ))
}

fn macros(file: &File, text: &str) -> Vec<Finding> {
    let source = Source::read(text);
    let found = source.all_code().filter_map(|(line, code)| {
        let name = MACROS.iter().find(|name| code.contains(*name))?;
        Some(Finding::new(
            &file.path,
            line,
            format!("{name} is for a moment"),
            "take it out before committing",
        ))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;
    use super::*;

    #[test]
    fn the_font_is_named_where_it_is_refused_and_nowhere_else() {
        let text = format!("/* {} */", FONT.to_ascii_uppercase());
        let wrong = "it names the font of GOV.UK, which is licensed for gov.uk only";
        let files = [("assets/build.mjs", text.as_str()), ("assets/scss/a.scss", &text)];
        assert_eq!(found(check, &files), [format!("assets/scss/a.scss:1: {wrong}")]);
    }

    #[test]
    fn a_note_to_oneself_is_found_in_what_we_write() {
        let text = format!("ok\n# {}: later", NOTES[0]);
        let files = [("a.lock", text.as_str()), ("a.toml", &text), ("locales/es/a.md", &text)];
        assert_eq!(
            found(check, &files),
            [format!("a.toml:2: a note to oneself: {}", NOTES[0])]
        );
    }

    #[test]
    fn a_macro_in_a_comment_is_allowed() {
        let name = MACROS[0];
        let text = format!("// {name}\nlet a = {name}(1);\n");
        assert_eq!(
            found(check, &[("a.rs", &text)]),
            [format!("a.rs:2: {name} is for a moment")]
        );
    }

    #[test]
    fn a_file_of_more_than_a_megabyte_is_found() {
        let large = "a".repeat(BYTES_LIMIT + 1);
        assert_eq!(
            found(check, &[("a.bin", &large)]),
            ["a.bin: 1000001 bytes; 1000000 is the limit"]
        );
    }
}
