//! What an answer is called in Norwegian, both written languages: the question as it stands within a sentence.

/// Verbs of questions, in Bokmål and Nynorsk.
const VERBS: &str = "\
    arbeidde arbeider arbeidet avtjener avtjente begynte behøver besøker betalar betaler betalt betalte ble \
    blei blir bodde bor brukar bruker budde bur byrja deltar deltek disponerer driv driver eier eig er fekk \
    fikk flytta flyttet foreligger forsørger forsørgjer fyllar fyller får fødte gikk gjekk gjeld gjelder \
    går hadde har heiter heter jobba jobbar jobber jobbet kan kjem kjenner kom kommer lever mottar mottek \
    mottok må oppholder oppholdt pleier reiser reiste representerer samtykker samtykkjer sel selger skal \
    slutta sluttet starta startet søker søkjer søkte tar tek tilhører tok treng trenger utfører var vart \
    veit ventar venter vet vil ville ønsker ønsket ønskjer";
/// Who a question is about, in one word.
const ABOUT: &[&str] = &[
    "du", "dere", "de", "det", "den", "han", "hun", "ho", "jeg", "eg", "vi", "dykk",
];
/// Beginnings of a question about a thing, after which the thing is named.
const THING: &[&str] = &["hva er ", "hva var ", "kva er ", "kva var "];
/// Words that begin other questions.
const ASK: &[&str] = &[
    "hva", "hvem", "hvilken", "hvilket", "hvilke", "hvor", "hvordan", "hvorfor", "når", "kva", "kven", "kor",
    "korleis", "kvifor", "korfor", "fra", "frå", "til", "i", "på", "av", "hos", "med",
];
/// Verbs with which a form tells people what to do, before what it wants.
const TELLS: &[&str] = &[
    "oppgi ",
    "oppgje ",
    "beskriv ",
    "skildre ",
    "forklar ",
    "velg ",
    "vel ",
    "skriv ",
    "kryss av for ",
];
/// How far into a question it is said whom it is about.
const EARLY: usize = 7;

/// The statement that an answer makes, or the thing that it is; none where the label is no question of a known form.
pub(super) fn norwegian(label: &str, is_yes_no: bool) -> Option<String> {
    let lower = label.to_lowercase();
    let words: Vec<&str> = label.split(' ').collect();
    let first = words.first()?.to_lowercase();
    if is_yes_no {
        return turned(&words, 0).filter(|_| is_verb(&first) && words.len() > 2);
    }
    if let Some(start) = THING.iter().chain(TELLS).find(|start| lower.starts_with(**start)) {
        // Small letters take as many bytes as large ones in these words.
        return label.get(start.len()..).filter(|rest| rest.len() > 2).map(small);
    }
    if !ASK.contains(&first.as_str()) {
        return None;
    }
    let verb = words.iter().take(EARLY).position(|word| is_verb(word))?;
    turned(&words, verb)
}

/// "Har du en hund" is "du har en hund", "hvilke dyr har du" is "hvilke dyr du har".
fn turned(words: &[&str], verb: usize) -> Option<String> {
    let who = words.get(verb + 1)?;
    let is_thing = ["et", "en", "ene", "a"].iter().any(|ending| who.ends_with(ending)) && who.chars().count() > 4;
    if !ABOUT.contains(who) && !is_thing {
        return None;
    }
    // "Den andre" and "det noen" go on: where whom it is about has several words, nothing is turned.
    if *who == "den" && words.get(verb + 2).is_some_and(|next| next.ends_with('e')) {
        return None;
    }
    let mut told: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    told[verb] = (*who).to_owned();
    told[verb + 1] = words[verb].to_lowercase();
    Some(small(&told.join(" ")))
}

fn is_verb(word: &str) -> bool {
    VERBS.split(' ').any(|verb| verb == word)
}

fn small(text: &str) -> String {
    super::called::lower_first(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_told_as_it_stands_within_a_sentence() {
        for (label, is_yes_no, told) in [
            (
                "Har du hatt servicehund tidligere",
                true,
                "du har hatt servicehund tidligere",
            ),
            ("Er barnet fosterbarn", true, "barnet er fosterbarn"),
            (
                "Er det noen i huset som er syke",
                true,
                "det er noen i huset som er syke",
            ),
            ("Når hadde du servicehund", false, "når du hadde servicehund"),
            ("Hvilke dyr har du", false, "hvilke dyr du har"),
            (
                "Til hvilken dato gjelder adressen",
                false,
                "til hvilken dato adressen gjelder",
            ),
            ("Hva heter du", false, "hva du heter"),
            ("Kva for land bur du i", false, "kva for land du bur i"),
            ("Hva er årsaken til at du reiste", false, "årsaken til at du reiste"),
            ("Oppgi siste arbeidsdag", false, "siste arbeidsdag"),
        ] {
            assert_eq!(norwegian(label, is_yes_no).as_deref(), Some(told), "{label}");
        }
    }

    #[test]
    fn what_is_not_known_stays_as_it_is() {
        for (label, is_yes_no) in [
            ("Bor den andre forelderen i Norge", true),
            ("Telefonnummer", false),
            ("Navn på arbeidsgiveren", false),
            ("Jeg bekrefter dette", true),
            ("Hvor mange barn i husstanden", false),
        ] {
            assert_eq!(norwegian(label, is_yes_no), None, "{label}");
        }
    }
}
