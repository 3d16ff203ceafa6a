// Says which fields cannot be compared, and why: what the report names as not carried over, and what it names as shown
// otherwise than the form says. Nothing is left aside that the report does not name.

import { samePlace } from "../count/fields.mjs";

/** What a report says of a field that is not in the service. One that is never shown there is compared: nobody is asked. */
const NOT_THERE = new Set(["no_kind", "not_in_rows", "hidden"]);

/** What it says where the condition of a field, or of all that stands in something, could not be translated. */
const OTHER_CONDITION = new Set(["condition"]);

/** What it says where a form was read as if it led on, and so asks what no link reaches. */
const LED_ON = "start_leads_nowhere";

/** What hangs on a condition that was not translated follows another answer; these are followed so far. */
const MOST_STEPS = 20;

/** Notes at each thing of a mapping why it is left aside, where it is. */
export function setAside({ things }, entries, conditions = []) {
  const isLedOn = entries.some((entry) => entry.reason === LED_ON);
  for (const thing of things) thing.aside = thing.fields.map((slot) => reasonOf(slot, thing, entries, isLedOn)).find(Boolean) ?? null;
  for (let step = 0; step < MOST_STEPS && follow(things, conditions); step += 1);
}

function reasonOf({ field, isRows }, thing, entries, isLedOn) {
  const own = entries.filter((entry) => samePlace(entry.place, field.place));
  if (thing.targets.length === 0) return own.find((entry) => NOT_THERE.has(entry.reason))?.reason;
  if (isLedOn && !field.reached && !isRows) return LED_ON;
  return own.find((entry) => OTHER_CONDITION.has(entry.reason))?.reason;
}

/** Leaves aside what stands where a condition looks at something that is left aside for its condition; whether anything did. */
function follow(things, conditions) {
  const left = things.filter((thing) => thing.aside && thing.targets.length > 0).flatMap((thing) => thing.fields.map((slot) => slot.field.key));
  const names = new Set(left.flatMap((key) => [key, key.split(".").at(-1)]));
  const places = conditions.filter((condition) => condition.mentions.some(({ field }) => names.has(field) || names.has(`${field}`.split(".").at(-1)))).map(({ place }) => place.replace(/\.(customConditional|conditional)$/, ""));
  let isMore = false;
  for (const thing of things.filter((one) => !one.aside)) {
    const hangs = thing.fields.some(({ field }) => places.some((place) => field.place === place || field.place.startsWith(`${place}.`)));
    if (!hangs) continue;
    thing.aside = "hangs_on_such_a_condition";
    isMore = true;
  }
  return isMore;
}
