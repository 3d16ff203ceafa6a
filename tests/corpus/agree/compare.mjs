// Holds what the walks of a form ask against what the service asks for the same answers.

import { questionAsked, withoutRows } from "./mapping.mjs";

/** The sets that do not agree, each with its first difference: `{ set, thing, rows, by }`; `by` says who asks it. */
export function differences(mapping, walks, paths) {
  return walks.flatMap((walk, index) => {
    const found = difference(mapping, walk.asked, paths[index].asked);
    return found ? [{ set: walk.set, ...found }] : [];
  });
}

function difference(mapping, askedByForm, askedByService) {
  const form = thingsAsked(askedByForm, (key) => {
    const { base, rows } = withoutRows(key);
    return { thing: mapping.ofField(base), rows, key };
  });
  const service = thingsAsked(askedByService, (key) => {
    const { target, rows } = questionAsked(key);
    return { thing: mapping.ofQuestion(target), rows, key };
  });
  for (const one of form.values()) if (!service.has(idOf(one))) return { thing: one.thing, key: one.key, by: "form" };
  for (const one of service.values()) if (!form.has(idOf(one))) return { thing: one.thing, key: one.key, by: "service" };
  return null;
}

/** What is asked of what both know, by thing and row. */
function thingsAsked(keys, read) {
  const asked = new Map();
  for (const key of keys) {
    const one = read(key);
    if (one.thing && !one.thing.aside && !asked.has(idOf(one))) asked.set(idOf(one), one);
  }
  return asked;
}

function idOf({ thing, rows }) {
  return thing.isRowByRow ? `${thing.id} ${rows}` : `${thing.id}`;
}
