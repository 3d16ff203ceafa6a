// What every walk comes to, in one shape.

/** A walk that has not begun: pages met, fields asked in order, and notes on what could not be followed. */
export function result() {
  return { visited: [], asked: [], notes: new Set() };
}
