// Suggests entries of a long list while one types, by the pattern of an editable combobox with a list box (WAI-ARIA 1.2).
// What is chosen is put into the line as if it had been typed: the server finds the entry by it. Without this script the
// page itself searches.
const MOST = 10;
const PAUSE_MS = 200;

for (const input of document.querySelectorAll("input[data-search]")) combobox(input);

function combobox(input) {
  const { search, suggest, none, suggestions } = input.dataset;
  const entries = search ? entriesOf(document.getElementById(search)) : null;
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const list = make("ul", "app-search__list");
  const said = make("div", "govuk-visually-hidden");
  const box = make("div", "app-search");
  let shown = [];
  let at = -1;
  let asked = 0;
  let timer = 0;

  list.id = `${input.id}-suggestions`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", suggestions);
  said.setAttribute("role", "status");
  input.before(box);
  box.append(input, list, said);
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries({ ...attributes, autocomplete: "off" })) input.setAttribute(name, value);

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, entries ? 0 : PAUSE_MS);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) look();
      else move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      choose(at);
    } else if (event.key === "Escape") {
      // What would be suggested only now is not wanted either.
      if (!list.hidden) event.preventDefault();
      close();
    }
  });
  // The line keeps the focus while an entry is pressed: else the list would close before it is chosen.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const place = [...list.children].indexOf(event.target.closest("li"));
    if (place >= 0) choose(place);
  });

  async function look() {
    const turn = (asked += 1);
    const text = input.value;
    const found = compared(text) ? await find(text) : [];
    // An answer that is late is about something else by now.
    if (turn !== asked || document.activeElement !== input) return;
    show(found, compared(text) !== "");
  }

  async function find(text) {
    if (entries) return fitting(entries, compared(text));
    try {
      const body = new URLSearchParams({ csrf: input.form.elements.csrf.value, text });
      const reply = await fetch(suggest, { method: "POST", body });
      return reply.ok ? (await reply.json()).found : [];
    } catch {
      // Nothing is suggested without a network; the page still searches.
      return [];
    }
  }

  function show(found, hasLooked) {
    shown = found;
    at = -1;
    list.replaceChildren(
      ...found.map((name, place) => {
        const item = make("li", "app-search__entry");
        item.id = `${list.id}-${place}`;
        item.textContent = name;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        return item;
      }),
    );
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", `${!list.hidden}`);
    input.removeAttribute("aria-activedescendant");
    said.textContent = hasLooked ? count(found.length) : "";
  }

  function count(n) {
    if (n === 0) return none;
    const category = plural.select(n);
    const name = `found${category[0].toUpperCase()}${category.slice(1)}`;
    const words = input.dataset[name] ?? input.dataset.foundOther;
    return words.replace("%{count}", n.toLocaleString(document.documentElement.lang));
  }

  function move(by) {
    mark(false);
    at = at < 0 && by < 0 ? shown.length - 1 : (at + by + shown.length) % shown.length;
    mark(true);
    input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  function mark(isChosen) {
    list.children[at]?.setAttribute("aria-selected", `${isChosen}`);
  }

  function choose(place) {
    input.value = shown[place];
    close();
  }

  function close() {
    asked += 1;
    clearTimeout(timer);
    show([], false);
  }
}

function entriesOf(template) {
  const entry = (element) => {
    const others = (element.dataset.also ?? "").split(";");
    return { name: element.textContent, keys: [element.textContent, ...others].map(compared).filter(Boolean) };
  };
  return [...template.content.children].map(entry);
}

// The order is that of the server: by its beginning, by the beginnings of its words, by a part.
function fitting(entries, text) {
  const ranked = entries.map(({ name, keys }) => ({ name, rank: Math.min(...keys.map((key) => rank(key, text))) }));
  const fit = ranked.filter(({ rank }) => rank < Infinity).sort((one, other) => one.rank - other.rank);
  return fit.slice(0, MOST).map(({ name }) => name);
}

function rank(key, text) {
  if (key === text) return 0;
  if (key.startsWith(text)) return 1;
  const words = key.split(" ");
  if (text.split(" ").every((part) => words.some((word) => word.startsWith(part)))) return 2;
  return text.length > 1 && key.includes(text) ? 3 : Infinity;
}

// As the server compares them: lower case without accents, a blank for whatever is neither letter nor digit.
function compared(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function make(tag, classes) {
  const made = document.createElement(tag);
  made.className = classes;
  return made;
}
