// Makes built/ from the SCSS, scripts and images here: compiled, mirrored, named by content, checked and compressed.
// No bundler: the browser loads our module, which loads govuk-frontend's own. What it makes is described in README.md.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import rtlcss from "rtlcss";
import * as sass from "sass";
import { asLine, checkContrast } from "./contrast.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const BUILT = join(HERE, "built");
const GOVUK = join(HERE, "node_modules", "govuk-frontend");

// What may be used on gov.uk only, and what a strict content security policy would block.
const FORBIDDEN = [/GDS Transport/i, /crest/i, /crown/i, /@font-face/i, /url\(/i, /@import/i, /expression\(/i];

/** Every file that was made, by its logical name; becomes manifest.json. */
const manifest = {};
/** Every file name that belongs in built/, so that what is left over can go. */
const kept = new Set(["manifest.json"]);

build();

function build() {
  const pairs = checkContrast(join(HERE, "scss", "_colours.scss"));
  if (process.argv.includes("--contrast")) {
    console.log(pairs.map(asLine).join("\n"));
    return;
  }
  mkdirSync(BUILT, { recursive: true });
  styles();
  scripts();
  images();
  finish();
}

function styles() {
  const { css } = sass.compile(join(HERE, "scss", "exemplar.scss"), {
    loadPaths: [join(HERE, "node_modules")],
    style: "compressed",
    // Warnings of our own SCSS still show; those inside govuk-frontend are for its makers.
    quietDeps: true,
  });
  check("exemplar.css", css);
  const mirrored = rtlcss.process(css);
  check("exemplar.rtl.css", mirrored);
  put("exemplar.css", notice() + css);
  put("exemplar.rtl.css", notice() + mirrored);
}

function scripts() {
  const source = readFileSync(join(GOVUK, "dist", "govuk", "govuk-frontend.min.js"), "utf8");
  // The map is not shipped, so its address would be a 404 in every developer's console.
  const library = put("govuk-frontend.js", notice() + source.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n"));

  const own = readFileSync(join(HERE, "js", "exemplar.js"), "utf8");
  const name = 'from "govuk-frontend"';
  if (own.split(name).length !== 2) {
    throw new Error(`js/exemplar.js must say ${name} exactly once`);
  }
  put("exemplar.js", own.replace(name, `from "./${library}"`));
  for (const alone of ["enable.js", "search.js", "session.js", "sign.js", "upload.js"]) {
    put(alone, readFileSync(join(HERE, "js", alone), "utf8"));
  }
}

function images() {
  put("favicon.svg", readFileSync(join(HERE, "images", "favicon.svg"), "utf8"), "favicon.svg");
}

/** Says where the parts that are not ours come from, as their licence asks. */
function notice() {
  const { version, license } = JSON.parse(readFileSync(join(GOVUK, "package.json"), "utf8"));
  return `/*! With parts of govuk-frontend ${version}, ${license} licence, (c) Crown copyright (Government Digital Service). */\n`;
}

function check(name, css) {
  const bad = FORBIDDEN.filter((pattern) => pattern.test(css));
  if (bad.length > 0) {
    throw new Error(`${name} holds what it must not: ${bad.join(" ")}`);
  }
}

/** Writes a file and its compressed forms under a name that changes with its content; returns that name. */
function put(logical, text, file = hashed(logical, text)) {
  const bytes = Buffer.from(text);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const forms = {
    [file]: bytes,
    [`${file}.br`]: brotliCompressSync(bytes, { params: quality }),
    [`${file}.gz`]: gzipSync(bytes, { level: 9 }),
  };
  for (const [form, content] of Object.entries(forms)) {
    writeIfChanged(form, content);
    kept.add(form);
  }
  manifest[logical] = { file, bytes: bytes.length };
  const [raw, brotli, gzip] = Object.values(forms).map((content) => content.length);
  console.log(`${file.padEnd(34)} ${String(raw).padStart(7)} bytes  gzip ${gzip}  br ${brotli}`);
  return file;
}

function hashed(logical, text) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
  const dot = logical.lastIndexOf(".");
  return `${logical.slice(0, dot)}.${hash}${logical.slice(dot)}`;
}

function finish() {
  writeIfChanged("manifest.json", Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  // Make compares its time with that of the sources.
  const now = new Date();
  utimesSync(join(BUILT, "manifest.json"), now, now);
  for (const file of readdirSync(BUILT)) {
    if (!kept.has(file)) {
      rmSync(join(BUILT, file), { recursive: true });
    }
  }
}

// What stays the same keeps its time, so that the program that embeds it is not compiled again.
function writeIfChanged(file, content) {
  const path = join(BUILT, file);
  if (!existsSync(path) || !readFileSync(path).equals(content)) {
    writeFileSync(path, content);
  }
}
