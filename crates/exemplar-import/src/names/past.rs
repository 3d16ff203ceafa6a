//! The past of English verbs: "did you hear" is "you heard".

/// Verbs whose past is a word of its own.
const OWN: &str = "\
    be:was become:became begin:began break:broke bring:brought build:built buy:bought catch:caught choose:chose \
    come:came cost:cost cut:cut do:did drive:drove eat:ate fall:fell feel:felt find:found fly:flew get:got give:gave \
    go:went grow:grew have:had hear:heard hold:held hurt:hurt keep:kept know:knew leave:left lend:lent let:let \
    lose:lost make:made mean:meant meet:met pay:paid put:put read:read run:ran say:said see:saw sell:sold send:sent \
    set:set show:showed sit:sat speak:spoke spend:spent stand:stood take:took teach:taught tell:told think:thought \
    understand:understood wear:wore win:won write:wrote";
/// Verbs whose last letter is doubled.
const DOUBLED: &str = "admit commit drop occur permit plan prefer refer ship stop submit transfer travel";

/// "you hear about us" as "you heard about us": the verb comes after whom it is about.
pub(super) fn in_the_past(told: &str) -> String {
    let mut words: Vec<String> = told.split(' ').map(str::to_owned).collect();
    let first = words.first().map(|word| word.to_lowercase()).unwrap_or_default();
    let at = match first.as_str() {
        "you" | "it" | "they" | "he" | "she" | "we" | "i" | "anyone" | "anybody" => 1,
        "your" | "the" | "their" | "this" | "any" => 2,
        _ => return told.to_owned(),
    };
    if let Some(verb) = words
        .get_mut(at)
        .filter(|verb| verb.chars().all(|c| c.is_ascii_lowercase()))
    {
        *verb = past(verb);
    }
    words.join(" ")
}

fn past(verb: &str) -> String {
    let own = OWN.split(' ').filter_map(|pair| pair.split_once(':'));
    if let Some((_, past)) = own.into_iter().find(|(known, _)| *known == verb) {
        return past.to_owned();
    }
    let last = verb.chars().next_back().unwrap_or_default();
    let before = verb.chars().rev().nth(1).unwrap_or_default();
    if DOUBLED.split(' ').any(|known| known == verb) {
        format!("{verb}{last}ed")
    } else if last == 'e' {
        format!("{verb}d")
    } else if last == 'y' && !"aeiou".contains(before) {
        format!("{}ied", &verb[..verb.len() - 1])
    } else {
        format!("{verb}ed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_of_the_past_is_past() {
        for (told, past) in [
            ("you hear about us", "you heard about us"),
            ("you apply before", "you applied before"),
            ("your firm submit a form", "your firm submitted a form"),
            ("they receive it", "they received it"),
            ("you stay here", "you stayed here"),
            ("nobody come", "nobody come"),
        ] {
            assert_eq!(in_the_past(told), past);
        }
    }
}
