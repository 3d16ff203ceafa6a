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
};

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:recommended"], rules: LEFT_OUT }));

/** What is wrong with the markup, a line each. */
export async function markupFindings(source) {
  const report = await validator.validateString(source);
  const messages = report.results.flatMap((result) => result.messages);
  return messages.map(({ ruleId, line, message }) => `${ruleId}, line ${line}: ${message} | ${source.split("\n")[line - 1].slice(0, 160)}`);
}
