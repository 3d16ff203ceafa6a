// Brings texts of any format to bare words, so that the same text is found whether it is written in HTML, Markdown or YAML.

const INLINE = /<\/?(?:a|abbr|b|em|i|small|span|strong|sub|sup|u|font)\b[^>]*>/gi;
// A word that nobody sees names an icon, such as "Warning" beside an exclamation mark: it goes where the icon goes.
const UNSEEN = /<(span|label|i)\b[^>]*(?:visually-hidden|sr-only|warning-text__(?:icon|assistive)|display:\s*none)[^>]*>[^<]*<\/\1>/gi;
// A span with the class of a label is shown on a line of its own.
const LABEL = /<span[^>]*govuk-label[^>]*>([^<]*)<\/span>/gi;
const OTHER_TAG = /<\/?[a-z][^>]*(?:>|$)|<!--[\s\S]*?-->/gi;
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", pound: "£", ndash: "–", mdash: "—", rsquo: "’", lsquo: "‘", oslash: "ø", aring: "å", aelig: "æ", Oslash: "Ø", Aring: "Å", AElig: "Æ", eacute: "é", egrave: "è", agrave: "à", ccedil: "ç" };

/** The words alone: no marks, no tags, small letters, one blank between. */
export function bare(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** A label as bare words, without its tags. */
export function bareLabel(text) {
  return pieces(text).join(" ");
}

/** The pieces of a text, each as bare words: paragraphs, items and lines, cut where an answer is put in. */
export function pieces(text) {
  return decoded(cut(text.replace(OTHER_TAG_BLOCKS, "\n")))
    .split("\n")
    .map((line) => bare(withoutMarkdown(line)))
    .filter((line) => line !== "");
}

const OTHER_TAG_BLOCKS = /<(script|style)\b[\s\S]*?<\/\1>/gi;

// Inline tags vanish, so that a word that is bold in part stays one word.
function cut(text) {
  return text
    .replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|\{#[\s\S]*?#\}/g, "\n")
    .replace(/\(\([\w. ]+\)\)|\[\[[^\]]*\]\]/g, "\n")
    .replace(UNSEEN, "\n")
    .replace(LABEL, "\n$1\n")
    .replace(INLINE, "")
    .replace(OTHER_TAG, "\n");
}

function decoded(text) {
  return text
    .replace(/&#(\d+);/g, (_, number) => character(Number(number)))
    .replace(/&#x([0-9a-f]+);/gi, (_, number) => character(Number.parseInt(number, 16)))
    .replace(/&([a-z]+);/gi, (whole, name) => ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? whole);
}

function character(code) {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
}

// Of a link its words stay; its address is compared nowhere.
function withoutMarkdown(line) {
  return line.replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s[^)]*)?\)/g, "$1").replace(/^\s*\d+\.\s+/, "");
}
