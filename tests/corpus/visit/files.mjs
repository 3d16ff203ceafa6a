// Small files, each as short as its type can be told by.

const ZIP = "PK\x03\x04";

function bytes(text) {
  return Buffer.from(text, "latin1");
}

/** A page of PDF with nothing on it. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

const FILES = {
  pdf: { name: "papers.pdf", content: bytes(PDF) },
  image: { name: "photo.png", content: bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0") },
  text: { name: "notes.txt", content: bytes("Some notes.\n") },
  document: { name: "letter.docx", content: bytes(`${ZIP}\x14\0\0\0\0\0[Content_Types].xml word/document.xml`) },
  spreadsheet: { name: "sums.xlsx", content: bytes(`${ZIP}\x14\0\0\0\0\0[Content_Types].xml xl/workbook.xml`) },
};

/** A file of a kind that a question takes. */
export function fileFor(rules) {
  const [kind] = rules.kinds ?? ["pdf"];
  return FILES[(rules.kinds ?? []).includes("pdf") ? "pdf" : kind] ?? FILES.pdf;
}

/** A file that no question takes: a program, whatever its name says. */
export const WRONG_FILE = { name: "papers.pdf", content: bytes("MZ\x90\0 no papers") };
