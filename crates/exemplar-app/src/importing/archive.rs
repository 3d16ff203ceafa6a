//! The folder of a service as one file that every computer can open: a ZIP archive whose files stand in it as they are.

use exemplar_core::definition::Folder;

/// What each part begins with, by the specification of the format (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16).
const FILE: u32 = 0x0403_4b50;
const LISTED: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Version 2.0 of the format, which knows folders.
const VERSION: u16 = 20;
/// Names are in UTF-8.
const UTF_8: u16 = 0x0800;
/// The first day that the format knows, 1 January 1980: the files have no time.
const NO_DAY: u16 = 0x0021;

/// A ZIP archive with the folder in it.
pub(super) fn zip(folder: &Folder) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (path, content) in &folder.files {
        let name = format!("{}/{path}", folder.name);
        let at = length(out.len());
        let about = about(&name, content);
        number(&mut out, FILE);
        out.extend_from_slice(&about);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(content);
        number(&mut list, LISTED);
        list.extend_from_slice(&VERSION.to_le_bytes());
        list.extend_from_slice(&about);
        // No comment, the first disk, and nothing that only some systems know.
        list.extend_from_slice(&[0; 10]);
        number(&mut list, at);
        list.extend_from_slice(name.as_bytes());
    }
    let count = u16::try_from(folder.files.len()).unwrap_or(u16::MAX);
    let (from, size) = (length(out.len()), length(list.len()));
    out.append(&mut list);
    number(&mut out, END);
    // The first disk, and the only one.
    out.extend_from_slice(&[0; 4]);
    out.extend_from_slice(&count.to_le_bytes());
    out.extend_from_slice(&count.to_le_bytes());
    number(&mut out, size);
    number(&mut out, from);
    out.extend_from_slice(&[0; 2]);
    out
}

/// What is said of a file before its content and again in the list: it is not compressed.
fn about(name: &str, content: &[u8]) -> Vec<u8> {
    let mut about = Vec::new();
    for word in [VERSION, UTF_8, 0, 0, NO_DAY] {
        about.extend_from_slice(&word.to_le_bytes());
    }
    number(&mut about, checksum(content));
    number(&mut about, length(content.len()));
    number(&mut about, length(content.len()));
    let name = u16::try_from(name.len()).unwrap_or(u16::MAX);
    about.extend_from_slice(&name.to_le_bytes());
    about.extend_from_slice(&[0; 2]);
    about
}

fn number(out: &mut Vec<u8>, number: u32) {
    out.extend_from_slice(&number.to_le_bytes());
}

/// Folders are a thousand times smaller than what the format can hold.
fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// The CRC-32 of ISO 3309, as the format wants it.
fn checksum(content: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in content {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            let is_odd = sum & 1 == 1;
            sum >>= 1;
            if is_odd {
                sum ^= 0xEDB8_8320;
            }
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The files of an archive, read from its end as programs do.
    fn files(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
        let at = |place: usize| u32::from_le_bytes(zip[place..place + 4].try_into().unwrap());
        let short = |place: usize| usize::from(u16::from_le_bytes(zip[place..place + 2].try_into().unwrap()));
        let end = zip.len() - 22;
        assert_eq!(at(end), END);
        let mut listed = at(end + 16) as usize;
        assert_eq!(listed + at(end + 12) as usize, end);
        let mut files = Vec::new();
        for _ in 0..short(end + 10) {
            assert_eq!(at(listed), LISTED);
            let (sum, size, name) = (at(listed + 16), at(listed + 24) as usize, short(listed + 28));
            let named = &zip[listed + 46..listed + 46 + name];
            let file = at(listed + 42) as usize;
            assert_eq!((at(file), short(file + 26)), (FILE, name));
            assert_eq!(&zip[file + 30..file + 30 + name], named);
            let content = zip[file + 30 + name..file + 30 + name + size].to_vec();
            assert_eq!(checksum(&content), sum);
            files.push((String::from_utf8(named.to_vec()).unwrap(), content));
            listed += 46 + name;
        }
        assert_eq!(listed, end);
        files
    }

    #[test]
    fn an_archive_holds_the_files_of_the_folder_under_its_name() {
        let folder = Folder {
            name: "stall".into(),
            files: [
                ("service.yaml".to_owned(), b"name: A stall".to_vec()),
                ("words/cy.yaml".to_owned(), "name: Stondin tŷ".into()),
            ]
            .into(),
        };
        let named = folder.files.clone().into_iter();
        let named: Vec<_> = named
            .map(|(path, content)| (format!("stall/{path}"), content))
            .collect();
        assert_eq!(files(&zip(&folder)), named);
        assert_eq!(files(&zip(&Folder::default())), Vec::new());
    }

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        // The check value that catalogues of checksums give.
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }
}
