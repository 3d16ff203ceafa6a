//! Types of files, told by their content and held against the ending of their name. A type that is not here is not
//! taken: nothing that a browser would run, no old formats whose macros cannot be told from the outside.

use super::name::ending;

/// So much of the beginning of a file is looked at to tell its type.
const HEAD: usize = 64 * 1024;
/// The name of the part that holds macros, in every format of Office Open XML. Names stand unpacked in an archive.
const MACROS: &[u8] = b"vbaProject.bin";
/// The same in OpenDocument: the folders in which scripts and macros lie.
const SCRIPTS: [&[u8]; 2] = [b"Basic/script-lc.xml", b"Scripts/"];

/// A kind of file, as definitions name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// `pdf`
    Pdf,
    /// `image`: photographs and scans.
    Image,
    /// `document`: of a word processor.
    Document,
    /// `spreadsheet`
    Spreadsheet,
    /// `text`: without any form.
    Text,
}

impl FileKind {
    /// All kinds with their names.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Pdf, "pdf"),
        (Self::Image, "image"),
        (Self::Document, "document"),
        (Self::Spreadsheet, "spreadsheet"),
        (Self::Text, "text"),
    ];
}

/// A type of files.
#[derive(Debug)]
pub struct Media {
    /// Of which kind it is.
    pub kind: FileKind,
    /// As replies name it.
    pub media_type: &'static str,
    /// As people call it.
    pub called: &'static str,
    /// The endings of its names.
    pub endings: &'static [&'static str],
    /// Whether the beginning of a content is one of this type.
    is: fn(&[u8]) -> bool,
}

/// Every type that is taken anywhere.
pub static ALL: [Media; 12] = [
    Media {
        kind: FileKind::Pdf,
        media_type: "application/pdf",
        called: "PDF",
        endings: &["pdf"],
        is: |head| head.starts_with(b"%PDF-"),
    },
    Media {
        kind: FileKind::Image,
        media_type: "image/jpeg",
        called: "JPG",
        endings: &["jpg", "jpeg"],
        is: |head| head.starts_with(&[0xff, 0xd8, 0xff]),
    },
    Media {
        kind: FileKind::Image,
        media_type: "image/png",
        called: "PNG",
        endings: &["png"],
        is: |head| head.starts_with(b"\x89PNG\r\n\x1a\n"),
    },
    Media {
        kind: FileKind::Image,
        media_type: "image/gif",
        called: "GIF",
        endings: &["gif"],
        is: |head| head.starts_with(b"GIF87a") || head.starts_with(b"GIF89a"),
    },
    Media {
        kind: FileKind::Image,
        media_type: "image/webp",
        called: "WEBP",
        endings: &["webp"],
        is: |head| head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP"),
    },
    Media {
        kind: FileKind::Image,
        media_type: "image/heic",
        called: "HEIC",
        endings: &["heic", "heif"],
        is: is_heic,
    },
    Media {
        kind: FileKind::Image,
        media_type: "image/tiff",
        called: "TIFF",
        endings: &["tif", "tiff"],
        is: |head| head.starts_with(b"II*\0") || head.starts_with(b"MM\0*"),
    },
    Media {
        kind: FileKind::Document,
        media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        called: "DOCX",
        endings: &["docx"],
        is: |head| is_archive_with(head, b"word/"),
    },
    Media {
        kind: FileKind::Document,
        media_type: "application/vnd.oasis.opendocument.text",
        called: "ODT",
        endings: &["odt"],
        is: |head| is_open_document(head, b"application/vnd.oasis.opendocument.text"),
    },
    Media {
        kind: FileKind::Spreadsheet,
        media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        called: "XLSX",
        endings: &["xlsx"],
        is: |head| is_archive_with(head, b"xl/"),
    },
    Media {
        kind: FileKind::Spreadsheet,
        media_type: "application/vnd.oasis.opendocument.spreadsheet",
        called: "ODS",
        endings: &["ods"],
        is: |head| is_open_document(head, b"application/vnd.oasis.opendocument.spreadsheet"),
    },
    Media {
        kind: FileKind::Text,
        media_type: "text/plain",
        called: "TXT",
        endings: &["txt", "csv"],
        is: is_text,
    },
];

/// Why a content is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTaken {
    /// There is none.
    Empty,
    /// It is of none of the types, or its name says another.
    Type,
    /// It brings programs of its own.
    Macros,
}

/// Looks at a content as it passes by, and keeps no more than its beginning.
#[derive(Debug, Default)]
pub struct Inspector {
    head: Vec<u8>,
    size: u64,
    /// The end of what passed, for what stands across two pieces.
    tail: Vec<u8>,
    has_macros: bool,
    has_scripts: bool,
    is_plain: Option<bool>,
    /// Bytes of a letter that is not complete.
    letter: Vec<u8>,
}

impl Inspector {
    /// Takes the next piece.
    pub fn pass(&mut self, piece: &[u8]) {
        self.size += piece.len() as u64;
        let room = HEAD - self.head.len();
        self.head.extend_from_slice(&piece[..piece.len().min(room)]);
        // Only archives have parts.
        if self.head.starts_with(b"PK") {
            self.look_for_programs(piece);
        }
        self.look_for_letters(piece);
    }

    fn look_for_programs(&mut self, piece: &[u8]) {
        const LONGEST: usize = 32;
        let mut seam = std::mem::take(&mut self.tail);
        seam.extend_from_slice(&piece[..piece.len().min(LONGEST)]);
        for place in [&seam[..], piece] {
            self.has_macros = self.has_macros || holds(place, MACROS);
            self.has_scripts = self.has_scripts || SCRIPTS.iter().any(|name| holds(place, name));
        }
        self.tail = if piece.len() >= LONGEST {
            piece[piece.len() - LONGEST..].to_vec()
        } else {
            let from = seam.len().saturating_sub(LONGEST);
            seam[from..].to_vec()
        };
    }

    /// Whether all of it is text: a file that begins like text and goes on otherwise is something else.
    fn look_for_letters(&mut self, piece: &[u8]) {
        if self.is_plain == Some(false) {
            return;
        }
        let mut letters = std::mem::take(&mut self.letter);
        letters.extend_from_slice(piece);
        let plain = match std::str::from_utf8(&letters) {
            Ok(text) => is_readable(text),
            Err(error) if error.error_len().is_none() => {
                let (good, rest) = letters.split_at(error.valid_up_to());
                self.letter = rest.to_vec();
                std::str::from_utf8(good).is_ok_and(is_readable)
            }
            Err(_) => false,
        };
        self.is_plain = Some(plain);
    }

    /// How much passed.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// What it turned out to be, held against a name and the types that are taken.
    ///
    /// # Errors
    /// As [`NotTaken`] says.
    pub fn finish(self, name: &str, taken: impl Iterator<Item = &'static Media>) -> Result<&'static Media, NotTaken> {
        if self.size == 0 {
            return Err(NotTaken::Empty);
        }
        let ending = ending(name);
        let is_whole_text = self.is_plain == Some(true) && self.letter.is_empty();
        let fits = |media: &&Media| {
            media.endings.contains(&ending.as_str())
                && (media.is)(&self.head)
                && (media.kind != FileKind::Text || is_whole_text)
        };
        let mut taken = taken;
        let media = taken.find(fits).ok_or(NotTaken::Type)?;
        let is_archive = matches!(media.kind, FileKind::Document | FileKind::Spreadsheet);
        if is_archive && (self.has_macros || self.has_scripts) {
            return Err(NotTaken::Macros);
        }
        Ok(media)
    }
}

fn holds(place: &[u8], wanted: &[u8]) -> bool {
    place.windows(wanted.len()).any(|window| window == wanted)
}

/// ISO base media with a brand of HEIF.
fn is_heic(head: &[u8]) -> bool {
    const BRANDS: [&[u8]; 6] = [b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"];
    head.get(4..8) == Some(b"ftyp") && head.get(8..12).is_some_and(|brand| BRANDS.contains(&brand))
}

/// An archive of Office Open XML with a part in this folder. The list of parts stands first, or soon.
fn is_archive_with(head: &[u8], folder: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") && holds(head, b"[Content_Types].xml") && holds(head, folder)
}

/// An archive of OpenDocument: its first part is its type, not packed.
fn is_open_document(head: &[u8], media_type: &[u8]) -> bool {
    let first = head.get(30..).unwrap_or_default();
    let Some(said) = first.strip_prefix(b"mimetype") else {
        return false;
    };
    head.starts_with(b"PK\x03\x04")
        && said.starts_with(media_type)
        && said.get(media_type.len()..).is_some_and(|rest| rest.starts_with(b"PK"))
}

/// Text, of which nothing begins like a page or a drawing.
fn is_text(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let first: Vec<u8> = head
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .take(1)
        .collect();
    first != b"<"
}

fn is_readable(text: &str) -> bool {
    !text
        .chars()
        .any(|sign| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t' | '\u{c}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, content: &[u8]) -> Result<&'static str, NotTaken> {
        let mut whole = Inspector::default();
        whole.pass(content);
        let whole = whole.finish(name, ALL.iter()).map(|media| media.media_type);
        let mut pieces = Inspector::default();
        content.chunks(7).for_each(|piece| pieces.pass(piece));
        assert_eq!(pieces.finish(name, ALL.iter()).map(|media| media.media_type), whole);
        whole
    }

    #[test]
    fn a_type_is_told_by_content_and_ending_together() {
        assert_eq!(found("a.pdf", b"%PDF-1.7\n"), Ok("application/pdf"));
        assert_eq!(found("a.PDF", b"%PDF-1.7\n"), Ok("application/pdf"));
        assert_eq!(found("a.png", b"%PDF-1.7\n"), Err(NotTaken::Type));
        assert_eq!(found("a.pdf", b"MZ\x90"), Err(NotTaken::Type));
        assert_eq!(found("a.pdf.exe", b"%PDF-1.7\n"), Err(NotTaken::Type));
        assert_eq!(found("a.txt", "Tŷ\n".as_bytes()), Ok("text/plain"));
        assert_eq!(found("a.txt", b"T\xff"), Err(NotTaken::Type));
        assert_eq!(
            found("a.txt", "T\u{177}".as_bytes().split_last().unwrap().1),
            Err(NotTaken::Type)
        );
        assert_eq!(found("a.svg", b"<svg/>"), Err(NotTaken::Type));
        assert_eq!(found("a.txt", b" <svg/>"), Err(NotTaken::Type));
        assert_eq!(found("a.pdf", b""), Err(NotTaken::Empty));
    }

    #[test]
    fn an_archive_is_a_document_without_macros_alone() {
        let docx = |more: &str| format!("PK\x03\x04[Content_Types].xml word/document.xml {more}").into_bytes();
        assert!(found("a.docx", &docx("")).is_ok());
        assert_eq!(found("a.docx", &docx("word/vbaProject.bin")), Err(NotTaken::Macros));
        let far = docx(&format!("{} word/vbaProject.bin", " ".repeat(200_000)));
        assert_eq!(found("a.docx", &far), Err(NotTaken::Macros));
        assert_eq!(found("a.docx", b"PK\x03\x04 a.txt"), Err(NotTaken::Type));
        assert_eq!(found("a.xlsx", &docx("")), Err(NotTaken::Type));
    }

    #[test]
    fn endings_belong_to_one_type() {
        let mut endings: Vec<_> = ALL.iter().flat_map(|media| media.endings).collect();
        let all = endings.len();
        endings.sort();
        endings.dedup();
        assert_eq!(endings.len(), all);
    }
}
