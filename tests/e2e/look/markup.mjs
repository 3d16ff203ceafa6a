// Looks at a page as the server sent it: html-validate, with the rules left out that we break on purpose.

import { HtmlValidate, StaticConfigLoader } from "html-validate";

const LEFT_OUT = {
  // Matters of taste. Ours are settled by the templates.
  "attr-quotes": "off",
  "attribute-boolean-style": "off",
  "doctype-style": "off",
  "void-style": "off",
  "no-trailing-whitespace": "off",
  "no-inline-style": "error",
  // The window's title holds the question and the service; both may be as long as they need to be.
  "long-title": "off",
  // Boxes of one question share its name, as radio buttons do; the server reads all of them.
  "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button"] }],
};

// The design system's own markup, which its published examples hold us to.
const DESIGN_SYSTEM = [
  // Some screen readers say the three fields of a date as a group only with the role written out.
  { rule: "no-redundant-role", says: 'Redundant role "group" on <fieldset>' },
  // A link to the next page that looks like a button is said to be one, and the space bar presses it.
  { rule: "prefer-native-element", says: "Prefer to use the native <button> element" },
];

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:recommended"], rules: LEFT_OUT }));

/** What is wrong with the markup, a line each. */
export async function markupFindings(source) {
  const report = await validator.validateString(source);
  const messages = report.results.flatMap((result) => result.messages).filter((message) => !isDesignSystem(message));
  const lines = source.split("\n");
  // What was chosen on earlier pages goes with a form, all of it under the name of its question.
  const isCarried = ({ ruleId, line }) => ruleId === "form-dup-name" && lines[line - 1].includes('type="hidden"');
  return messages.filter((message) => !isCarried(message)).map(({ ruleId, line, message }) => `${ruleId}, line ${line}: ${message} | ${lines[line - 1].slice(0, 160)}`);
}

function isDesignSystem({ ruleId, message }) {
  return DESIGN_SYSTEM.some(({ rule, says }) => rule === ruleId && says === message);
}
