//! Words that say nothing in a name, in the languages that forms of the four systems have.

/// English, Welsh, French and Norwegian words without meaning of their own.
const STOP: &[&str] = &[
    "a", "about", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can", "could", "did",
    "do", "does", "enter", "etc", "for", "from", "give", "had", "have", "how", "i", "if", "in", "into", "is", "it",
    "its", "many", "may", "me", "my", "of", "on", "or", "our", "please", "provide", "select", "should", "tell", "that",
    "the", "their", "them", "there", "these", "they", "this", "those", "to", "us", "want", "was", "we", "were", "what",
    "when", "where", "which", "who", "will", "with", "would", "you", "your", "yourself", "am", "ar", "ac", "ydych",
    "chi", "eich", "yn", "yr", "y", "i", "o", "a", "oes", "beth", "yw", "un", "une", "le", "la", "les", "de", "des",
    "du", "et", "vous", "votre", "vos", "est", "au", "aux", "er", "en", "et", "og", "har", "du", "deg", "din", "ditt",
    "dine", "det", "den", "som", "av", "på", "paa", "hva", "hvilken", "hvilket", "hvor", "hvem", "vi", "ha", "de",
    "skal", "kan", "om", "med", "eller", "ved", "naar", "jeg", "meg", "vil", "hvordan", "oppgi", "velg", "angi",
    "beskriv",
];

/// Whether a word is left out of names.
pub(super) fn is_stop(word: &str) -> bool {
    STOP.contains(&word)
}
