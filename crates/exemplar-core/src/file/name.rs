//! The name of an uploaded file, made harmless: no folders, no signs that turn or hide what is read, no endless names.

use unicode_normalization::UnicodeNormalization as _;

/// A name is kept up to so many characters, its ending included.
pub const NAME_LIMIT: usize = 100;
/// What a file is called of whose name nothing is left.
const NAMELESS: &str = "file";

/// The name of a file as it may be kept and shown.
#[must_use]
pub fn clean_name(claimed: &str) -> String {
    // A name may come with a path, of whatever system.
    let last = claimed.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = last.nfc().filter(|sign| !is_hidden(*sign)).collect();
    let seen = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    let seen = seen.trim_matches(['.', ' ']);
    let (stem, ending) = match seen.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.chars().count() <= 10 => (stem, Some(ending)),
        _ => (seen, None),
    };
    let room = NAME_LIMIT - ending.map_or(0, |ending| ending.chars().count() + 1);
    let stem: String = stem.chars().take(room).collect();
    match (stem.as_str(), ending) {
        ("", _) => NAMELESS.to_owned(),
        (stem, Some(ending)) => format!("{stem}.{ending}"),
        (stem, None) => stem.to_owned(),
    }
}

/// The ending of a name, in small letters; empty where it has none.
#[must_use]
pub fn ending(name: &str) -> String {
    name.rsplit_once('.')
        .map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

/// Signs that nobody sees, or that change how their neighbours are seen: controls, marks of direction, joiners.
/// And those that a header, a shell or a file system would take for more than a letter.
fn is_hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}'
            | '"' | '<' | '>' | '|' | ':' | '*' | '?' | ';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(claimed: &str, kept: &str) {
        assert_eq!(clean_name(claimed), kept);
        assert_eq!(clean_name(kept), kept, "what is clean stays as it is");
    }

    #[test]
    fn a_name_is_kept_without_what_could_mislead() {
        check("payslip May.pdf", "payslip May.pdf");
        check("../../etc/passwd", "passwd");
        check("C:\\Users\\me\\letter.docx", "letter.docx");
        check("photo\u{202e}gpj.exe", "photogpj.exe");
        check("a\r\nSet-Cookie: b.pdf", "aSet-Cookie b.pdf");
        check("\u{0}\u{7}.pdf", "pdf");
        check("...", "file");
        check("", "file");
        check("Tŷ Nêst.pdf", "Tŷ Nêst.pdf");
        check("تقرير.pdf", "تقرير.pdf");
        check("<script>alert(1)</script>.png", "script.png");
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = clean_name(&format!("{}.pdf", "a".repeat(500)));
        assert_eq!((name.chars().count(), ending(&name).as_str()), (NAME_LIMIT, "pdf"));
    }
}
