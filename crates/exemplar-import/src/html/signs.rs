//! The named and numbered signs of HTML that forms use.

/// Names and what they stand for.
const SIGNS: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("pound", "£"),
    ("euro", "€"),
    ("cent", "¢"),
    ("copy", "©"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("times", "×"),
    ("deg", "°"),
    ("frac12", "½"),
    ("sup2", "²"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("ecirc", "ê"),
    ("agrave", "à"),
    ("acirc", "â"),
    ("ccedil", "ç"),
    ("ocirc", "ô"),
    ("ucirc", "û"),
    ("icirc", "î"),
    ("aelig", "æ"),
    ("oslash", "ø"),
    ("aring", "å"),
    ("AElig", "Æ"),
    ("Oslash", "Ø"),
    ("Aring", "Å"),
    ("wcirc", "ŵ"),
    ("ycirc", "ŷ"),
    ("sect", "§"),
    ("zwj", ""),
    ("zwnj", ""),
    ("shy", ""),
];

/// The longest name, with its `&` and `;`.
const LONGEST: usize = 12;

/// The sign that a text beginning with `&` begins with, and how many bytes it takes.
pub(super) fn sign(from: &str) -> Option<(String, usize)> {
    let end = from.char_indices().take(LONGEST).find(|(_, c)| *c == ';')?.0;
    let name = from.get(1..end)?;
    let text = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?.to_string()
        }
        None => SIGNS.iter().find(|(known, _)| *known == name)?.1.to_owned(),
    };
    Some((text, end + 1))
}
