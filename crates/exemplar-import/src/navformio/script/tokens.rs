//! A script cut into names, texts, numbers and signs. Comments are read over.

/// A piece of a script, with where it begins.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// The byte at which it begins.
    pub(super) from: usize,
    /// The byte after it.
    pub(super) to: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Name(String),
    Text(String),
    Number(String),
    Sign(&'static str),
}

/// The longer ones first: `===` is no `==`.
const SIGNS: &[&str] = &[
    "===", "!==", "...", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "(", ")", "[", "]", "{", "}", ".", ",",
    ";", "!", "<", ">", "=", "?", ":", "+", "-", "*", "/", "%",
];

/// All pieces; none where something stands in it that is none of them.
pub(super) fn tokens(script: &str) -> Option<Vec<Token>> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(rest) = script.get(from..).filter(|rest| !rest.is_empty()) {
        let first = rest.chars().next()?;
        if first.is_whitespace() {
            from += first.len_utf8();
            continue;
        }
        if let Some(length) = comment(rest) {
            from += length;
            continue;
        }
        let (kind, length) = piece(rest, first)?;
        out.push(Token {
            kind,
            from,
            to: from + length,
        });
        from += length;
    }
    Some(out)
}

/// How long the comment is that begins here.
fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    let inner = rest.strip_prefix("/*")?;
    Some(inner.find("*/").map_or(rest.len(), |end| end + 4))
}

fn piece(rest: &str, first: char) -> Option<(Kind, usize)> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    if matches!(first, '"' | '\'' | '`') {
        return text(rest, first);
    }
    if first.is_ascii_digit() {
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(rest.len());
        return Some((Kind::Number(rest[..end].to_owned()), end));
    }
    if is_name(first) {
        let end = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
        return Some((Kind::Name(rest[..end].to_owned()), end));
    }
    let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign))?;
    Some((Kind::Sign(sign), sign.len()))
}

/// A text in quotes. A template with something put into it is none.
fn text(rest: &str, quote: char) -> Option<(Kind, usize)> {
    let mut out = String::new();
    let mut chars = rest.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => match chars.next()?.1 {
                'n' | 't' | 'r' => out.push(' '),
                c => out.push(c),
            },
            '$' if quote == '`' => return None,
            c if c == quote => return Some((Kind::Text(out), at + c.len_utf8())),
            c => out.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_cut_into_its_pieces() {
        let kinds: Vec<Kind> = tokens("// no\nshow = a?.b !== 'å\\'' /* x */ && 1.5")
            .unwrap()
            .into_iter()
            .map(|token| token.kind)
            .collect();
        let name = |name: &str| Kind::Name(name.to_owned());
        assert_eq!(
            kinds,
            [
                name("show"),
                Kind::Sign("="),
                name("a"),
                Kind::Sign("?."),
                name("b"),
                Kind::Sign("!=="),
                Kind::Text("å'".to_owned()),
                Kind::Sign("&&"),
                Kind::Number("1.5".to_owned()),
            ]
        );
    }

    #[test]
    fn what_is_no_script_is_none() {
        for script in ["'a", "`${a}`", "a # b", "\"\\"] {
            assert_eq!(tokens(script), None, "{script}");
        }
        assert_eq!(tokens("/* never ends"), Some(Vec::new()));
    }
}
