// Cuts a rule that stands in a form's file into tokens. What they mean is the parsers' part; nothing is ever run.

const COMMENT = /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)/;
const SPACE = /^\s+/;
const NUMBER = /^\d+(?:\.\d+)?/;
const NAME = /^[\p{L}_$][\p{L}\p{N}_$]*/u;
const STRING = /^(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\$]|\\.)*)`)/;
const SIGN = /^(?:===|!==|=>|==|!=|<=|>=|&&|\|\||\?\.|\?\?|[-+*/%!<>=(){}[\],.;:?])/;
/** No rule of the corpus comes near: it only keeps a file from being read forever. */
const MOST_TOKENS = 20_000;

/** Says that a rule is not understood, and what of it. */
export class Refused extends Error {}

/** The tokens of a text: `{ sort: "number" | "string" | "name" | "sign", text }`. */
export function tokensOf(text) {
  const tokens = [];
  let rest = text;
  while (rest !== "") {
    const skipped = SPACE.exec(rest) ?? COMMENT.exec(rest);
    const [whole, token] = skipped ? [skipped[0], null] : oneToken(rest);
    if (token) tokens.push(token);
    if (tokens.length > MOST_TOKENS) throw new Refused("too long");
    rest = rest.slice(whole.length);
  }
  return tokens;
}

function oneToken(rest) {
  const string = STRING.exec(rest);
  if (string) return [string[0], { sort: "string", text: (string[1] ?? string[2] ?? string[3]).replace(/\\(.)/g, "$1") }];
  for (const [sort, pattern] of [["number", NUMBER], ["name", NAME], ["sign", SIGN]]) {
    const found = pattern.exec(rest);
    if (found) return [found[0], { sort, text: found[0] }];
  }
  throw new Refused(`the sign ${rest[0]}`);
}

/** Goes through tokens from the left. */
export class Reader {
  constructor(text) {
    this.tokens = tokensOf(text);
    this.at = 0;
    this.depth = 0;
  }

  get next() {
    return this.tokens[this.at];
  }

  /** Whether a sign or a name stands here. */
  sees(...texts) {
    return this.next !== undefined && this.next.sort !== "string" && texts.includes(this.next.text);
  }

  /** Takes it where it stands here. */
  takes(...texts) {
    return this.sees(...texts) ? this.tokens[this.at++].text : null;
  }

  /** Takes what must stand here. */
  expects(text) {
    if (!this.takes(text)) throw new Refused(`${this.next?.text ?? "the end"} where ${text} belongs`);
  }

  /** Reads what may hold itself once more, no deeper than anybody writes. */
  deeper(read) {
    this.depth += 1;
    if (this.depth > 200) throw new Refused("too many brackets");
    const result = read();
    this.depth -= 1;
    return result;
  }
}
