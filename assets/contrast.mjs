// Checks that our colours can be read: each pair below against what WCAG 2.2 asks (1.4.3 text, 1.4.11 parts of a page).
// The colours themselves stand in scss/_colours.scss; this file only measures them.
import { readFileSync } from "node:fs";

const TEXT = 4.5;
const PART = 3;

// [in front, behind, ratio that is needed]
const PAIRS = [
  ["on-brand", "brand", TEXT],
  ["text", "page", TEXT],
  ["text", "surface", TEXT],
  ["text", "simulated", TEXT],
  ["quiet-text", "page", TEXT],
  ["quiet-text", "surface", TEXT],
  ["link", "page", TEXT],
  ["link", "surface", TEXT],
  ["link", "simulated", TEXT],
  ["link-hover", "page", TEXT],
  ["link-hover", "surface", TEXT],
  ["link-visited", "page", TEXT],
  ["link-visited", "surface", TEXT],
  ["page", "button", TEXT],
  ["page", "button-hover", TEXT],
  ["surface-border", "page", PART],
  ["surface-border", "surface", PART],
  ["simulated-edge", "simulated", PART],
  ["simulated-edge", "page", PART],
  ["chart-first", "page", PART],
  ["chart-second", "page", PART],
  ["chart-third", "page", PART],
  ["chart-axis", "page", PART],
];

/** Returns each pair with its measured ratio; throws when one is too faint. */
export function checkContrast(coloursFile) {
  const colours = readColours(coloursFile);
  const measured = PAIRS.map(([front, behind, needed]) => ({
    front,
    behind,
    needed,
    ratio: ratioOf(named(colours, front), named(colours, behind)),
  }));
  const faint = measured.filter((pair) => pair.ratio < pair.needed);
  if (faint.length > 0) {
    throw new Error(`too little contrast:\n${faint.map(asLine).join("\n")}`);
  }
  return measured;
}

/** One measured pair in words. */
export function asLine({ front, behind, needed, ratio }) {
  return `  ${front} on ${behind}: ${ratio.toFixed(2)} (at least ${needed})`;
}

function readColours(file) {
  const found = readFileSync(file, "utf8").matchAll(/^\$app-([a-z-]+):\s*(#[0-9a-f]{6});/gm);
  return new Map([...found].map(([, name, colour]) => [name, colour]));
}

function named(colours, name) {
  const colour = colours.get(name);
  if (colour === undefined) {
    throw new Error(`no colour $app-${name} in the list of colours`);
  }
  return colour;
}

function ratioOf(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

// Relative luminance as WCAG 2.2 defines it.
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((start) => linear(parseInt(colour.slice(start, start + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part) {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
