//! Words that say nothing in a name, in the languages that forms of the four systems have.

/// English, Welsh, French and Norwegian words without meaning of their own.
const STOP: &[&str] = &[
    "a", "about", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can", "could", "did",
    "do", "does", "enter", "etc", "for", "from", "give", "had", "have", "how", "i", "if", "in", "into", "is", "it",
    "its", "many", "much", "may", "me", "my", "of", "on", "or", "our", "please", "provide", "select", "should", "tell",
    "that", "the", "their", "them", "there", "these", "they", "this", "those", "to", "us", "want", "was", "we", "were",
    "what", "when", "where", "which", "who", "will", "with", "would", "you", "your", "yourself", "am", "ar", "ac",
    "ydych", "chi", "eich", "yn", "yr", "y", "i", "o", "a", "oes", "beth", "yw", "ydy", "mae", "mewn", "ei", "eu",
    "wedi", "gan", "neu", "sydd", "syn", "sut", "pa", "pwy", "ble", "hyn", "hwn", "hon", "gyda", "am", "at", "un",
    "une", "le", "la", "les", "de", "des", "du", "et", "vous", "votre", "vos", "est", "au", "aux", "er", "en", "et",
    "og", "har", "du", "deg", "din", "ditt", "dine", "det", "den", "som", "av", "på", "paa", "hva", "hvilken",
    "hvilket", "hvor", "hvem", "vi", "ha", "de", "skal", "kan", "om", "med", "eller", "ved", "naar", "jeg", "meg",
    "vil", "hvordan", "oppgi", "velg", "angi", "beskriv",
];

/// Whether a word is left out of names.
pub(super) fn is_stop(word: &str) -> bool {
    STOP.contains(&word)
}

/// Whether a word says only what to do: at the beginning of a question what follows is what it is about.
pub(super) fn tells(word: &str) -> bool {
    matches!(
        word,
        "upload" | "describe" | "add" | "choose" | "list" | "state" | "specify" | "tells"
    )
}

/// Whether a word says in an option how much of something is meant.
pub(super) fn counts(word: &str) -> bool {
    matches!(word, "all" | "any" | "many")
}

/// Words with which a text begins that takes no article, with a blank between.
const BEGINS: &str = "the a an your my our their his her its this these how what when where which who whether why any all each one \
    if i we you that to has is are have in of for at on by with from please whose will can some no there agree \
    confirm was were would as do does yes more other another both not additional further about could should may \
    must also";

/// Whether a text that begins with this word takes no article.
pub(super) fn begins(word: &str) -> bool {
    BEGINS.split(' ').any(|known| known == word)
}
