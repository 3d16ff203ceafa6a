// Reads the table of staff's routes from where the server has it, so that a new route cannot go without a state here.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const TABLE = "crates/exemplar-web/src/staff/routes.rs";
const ROW = /^ {4}(read|change|grave)\("([^"]+)"/gm;

/** All routes, as `GET /staff/cases/*`. */
export function staffRoutes(root) {
  const source = readFileSync(join(root, TABLE), "utf8");
  const rows = [...source.matchAll(ROW)].map(([, act, path]) => `${act === "read" ? "GET" : "POST"} ${path}`);
  const pages = source.match(/Page::\w+\),$/gm) ?? [];
  if (rows.length === 0 || rows.length !== pages.length) throw new Error(`${TABLE} is no longer written as it is read here`);
  return rows;
}

/** The route of a request; none where it is not one of staff. */
export function routeOf(routes, method, path) {
  const fits = (route) => new RegExp(`^${route.replaceAll("*", "[^/]+")}$`).test(`${method} ${path}`);
  return routes.find(fits);
}
