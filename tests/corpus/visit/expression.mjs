// Reads a condition of a definition into a tree. What it means for answers is not here.

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|([A-Za-z_][\w]*(?:\.[a-z_]\w*)*)|(>=|<=|[<>()[\],+\-*/]))/y;
const COMPARED = new Set([">", "<", ">=", "<="]);
// So many characters may stand in a condition; what is longer is none.
const LONGEST = 5_000;

/**
 * The tree of a condition: `{ sign, args }` for `or`, `and`, `not`, `is`, `is not`, `in`, comparisons and sums,
 * `{ call, args }`, `{ list }`, `{ name }`, `{ number }` and `{ text }`. Throws where it is none.
 */
export function readCondition(source) {
  const tokens = tokensOf(source);
  const reader = new Reader(tokens);
  const tree = reader.or();
  if (reader.at < tokens.length) throw new Error(`not understood: ${source.slice(0, 80)}`);
  return tree;
}

function tokensOf(source) {
  if (source.length > LONGEST) throw new Error("too long a condition");
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.trimEnd().length) {
    const found = TOKEN.exec(source);
    if (!found) throw new Error(`not understood: ${source.slice(0, 80)}`);
    const [, number, text, name, sign] = found;
    if (number !== undefined) tokens.push({ number: Number(number) });
    else if (text !== undefined) tokens.push({ text });
    else tokens.push(name === undefined ? { sign } : { name });
  }
  return tokens;
}

/** Goes through the tokens; the loosest sign first. */
class Reader {
  constructor(tokens) {
    this.tokens = tokens;
    this.at = 0;
  }

  or() {
    return this.#several("or", () => this.#several("and", () => this.#not()));
  }

  #several(word, next) {
    const args = [next()];
    while (this.#takes(word)) args.push(next());
    return args.length === 1 ? args[0] : { sign: word, args };
  }

  #not() {
    return this.#takes("not") ? { sign: "not", args: [this.#not()] } : this.#comparison();
  }

  #comparison() {
    const left = this.#sum();
    const sign = this.#sign();
    return sign ? { sign, args: [left, this.#sum()] } : left;
  }

  #sign() {
    if (this.#takes("is")) return this.#takes("not") ? "is not" : "is";
    if (this.#takes("in")) return "in";
    const { sign } = this.#next() ?? {};
    if (!COMPARED.has(sign)) return undefined;
    this.at += 1;
    return sign;
  }

  #sum(signs = ["+", "-"], next = () => this.#sum(["*", "/"], () => this.#one())) {
    let left = next();
    for (let sign = this.#next()?.sign; signs.includes(sign); sign = this.#next()?.sign) {
      this.at += 1;
      left = { sign, args: [left, next()] };
    }
    return left;
  }

  #one() {
    const token = this.#next();
    this.at += 1;
    if (token?.sign === "(") return this.#closed(this.or(), ")");
    if (token?.sign === "[") return this.#closed({ list: this.#listed("]") }, "]");
    if (token?.sign === "-") return { sign: "-", args: [{ number: 0 }, this.#one()] };
    if (token?.number !== undefined) return this.#measured(token.number);
    if (token?.name !== undefined && this.#next()?.sign === "(") {
      this.at += 1;
      return this.#closed({ call: token.name, args: this.#listed(")") }, ")");
    }
    if (token?.name === undefined && token?.text === undefined) throw new Error("a value is missing");
    return token;
  }

  // 154 GBP, 3 months, 10 working days: the words after a number are its unit.
  #measured(number) {
    const unit = [];
    const isUnit = () => /^([A-Z]{3}|working|days?|weeks?|months?|years?|characters|words)$/.test(this.#next()?.name ?? "");
    while (isUnit()) unit.push(this.tokens[this.at++].name);
    return unit.length > 0 ? { number, unit: unit.join(" ") } : { number };
  }

  #listed(end) {
    const items = [];
    while (this.#next() && this.#next().sign !== end) {
      items.push(this.or());
      if (this.#next()?.sign === ",") this.at += 1;
    }
    return items;
  }

  #closed(tree, end) {
    if (this.#next()?.sign !== end) throw new Error(`"${end}" is missing`);
    this.at += 1;
    return tree;
  }

  #takes(word) {
    if (this.#next()?.name !== word) return false;
    this.at += 1;
    return true;
  }

  #next() {
    return this.tokens[this.at];
  }
}
