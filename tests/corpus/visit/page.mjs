// Reads a page as a browser without scripts has it: its forms with what stands in them, its links, and its error summary.

import { parse } from "parse5";

const CONTROLS = new Set(["input", "select", "textarea", "button"]);
const BUTTONS = new Set(["submit", "button", "image", "reset"]);

/** What a page holds that a person can see, follow or fill in. */
export function readPage(source, url = "http://localhost/") {
  const main = all(parse(source), (node) => node.tagName === "main")[0];
  const within = (test) => (main ? all(main, test) : []);
  return {
    url,
    place: new URL(url).pathname,
    heading: words(within((node) => node.tagName === "h1")[0]),
    caption: words(within((node) => hasClass(node, "govuk-caption-l"))[0]),
    forms: within((node) => node.tagName === "form").map((form) => readForm(form, url)),
    links: within((node) => node.tagName === "a" && at(node, "href") !== undefined).map(readLink),
    summary: readSummary(within((node) => hasClass(node, "govuk-error-summary"))[0]),
    ids: new Set(within((node) => at(node, "id") !== undefined).map((node) => at(node, "id"))),
    reference: words(within((node) => hasClass(node, "app-reference"))[0]),
    isConfirmation: within((node) => hasClass(node, "govuk-panel--confirmation")).length > 0,
    tasks: within((node) => hasClass(node, "govuk-task-list__item")).map(readTask),
    rows: within((node) => hasClass(node, "govuk-summary-list__row")).length,
  };
}

/** The form that goes on from a page: that of the journey, else the first that is sent by post and takes no file. */
export function journeyForm(page) {
  const posts = page.forms.filter((form) => form.method === "post");
  return posts.find((form) => form.isJourney) ?? posts.find((form) => !form.takesFiles);
}

/** The form that takes a file; nothing where a page has none. */
export function uploadForm(page) {
  return page.forms.find((form) => form.takesFiles);
}

function readForm(form, url) {
  const controls = all(form, (node) => CONTROLS.has(node.tagName)).filter((node) => at(node, "disabled") === undefined);
  const isButton = (node) => node.tagName === "button" || BUTTONS.has(at(node, "type"));
  const fields = controls.filter((node) => !isButton(node) && at(node, "name")).map(readControl);
  return {
    action: new URL(at(form, "action") ?? "", url).href,
    method: (at(form, "method") ?? "get").toLowerCase(),
    isJourney: at(form, "data-journey") !== undefined,
    takesFiles: fields.some((control) => control.type === "file"),
    fields,
    buttons: controls.filter(isButton).map((node) => ({ name: at(node, "name"), value: at(node, "value") ?? "", action: at(node, "formaction"), text: words(node) })),
  };
}

function readControl(node) {
  const [name, id] = [at(node, "name"), at(node, "id")];
  if (node.tagName === "textarea") return { name, id, type: "textarea", value: text(node).replace(/^\n/, "") };
  if (node.tagName === "select") return readSelect(node, name, id);
  const type = (at(node, "type") ?? "text").toLowerCase();
  if (type === "radio" || type === "checkbox") return { name, id, type, value: at(node, "value") ?? "on", isChecked: at(node, "checked") !== undefined };
  return { name, id, type, value: at(node, "value") ?? "" };
}

function readSelect(node, name, id) {
  const options = all(node, (one) => one.tagName === "option" && at(one, "disabled") === undefined);
  const valueOf = (option) => at(option, "value") ?? words(option);
  const chosen = options.find((option) => at(option, "selected") !== undefined) ?? options[0];
  return { name, id, type: "select", value: chosen ? valueOf(chosen) : "", options: options.map(valueOf) };
}

function readLink(node) {
  return { href: at(node, "href"), text: words(node), isButton: hasClass(node, "govuk-button"), isStart: hasClass(node, "govuk-button--start") };
}

function readTask(node) {
  const link = all(node, (one) => one.tagName === "a")[0];
  return { href: link && at(link, "href"), text: words(link), isOpen: all(node, (one) => hasClass(one, "govuk-tag")).length > 0 };
}

function readSummary(node) {
  if (!node) return null;
  const links = all(node, (one) => one.tagName === "a").map((link) => ({ href: at(link, "href") ?? "", text: words(link) }));
  return { links, text: words(node) };
}

/** What a form would send as it stands, with one of its buttons pressed: pairs of a name and a value. */
export function filledIn(form, button) {
  const isSent = ({ type, isChecked, value }) => (type === "radio" || type === "checkbox" ? isChecked : type !== "file" && !(type === "select" && value === undefined));
  const pairs = form.fields.filter(isSent).map(({ name, value }) => [name, value]);
  return button?.name ? [...pairs, [button.name, button.value]] : pairs;
}

/** The button that a person presses to go on: the first one that does nothing else. */
export function mainButton(form) {
  return form.buttons.find((button) => !button.name && !button.action) ?? form.buttons[0];
}

// A template shows nothing: what is in it stands apart from the page.
function all(node, test) {
  const found = [];
  const look = (one) => {
    if (one.tagName && test(one)) found.push(one);
    for (const child of one.childNodes ?? []) look(child);
  };
  for (const child of node.childNodes ?? []) look(child);
  return found;
}

function at(node, name) {
  return node.attrs?.find((attribute) => attribute.name === name)?.value;
}

function hasClass(node, name) {
  return (at(node, "class") ?? "").split(/\s+/).includes(name);
}

function text(node) {
  return node ? (node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(text).join("")) : "";
}

function words(node) {
  return text(node).replace(/\s+/g, " ").trim();
}
