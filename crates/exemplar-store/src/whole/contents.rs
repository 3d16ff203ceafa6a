//! The content of files in a backup: one archive of a folder as it lies there, sealed as it is. What lies in the
//! folder, and what it means, is not known here.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Component, Path, PathBuf};

use super::{Erased, NotCarried, refused};
use crate::Fault;

/// The archive in the folder of a backup. A backup of an installation without files has none.
pub(super) const CONTENTS: &str = "contents";
/// What stands before each file: the length of its path, and its own.
const HEAD: usize = 12;
/// A path of ours is far shorter.
const LONGEST_PATH: usize = 1_000;

/// Writes every file of a folder into one. Files that go meanwhile are left out: their rows go with them.
pub(super) fn pack(folder: &Path, archive: &Path) -> Result<(), Fault> {
    let pack = || {
        let mut to = BufWriter::new(File::create_new(archive)?);
        pack_all(folder, folder, &mut to)?;
        to.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    };
    pack().map_err(|error| Fault::database("write the content of files into a backup", error))
}

fn pack_all(root: &Path, folder: &Path, to: &mut impl Write) -> io::Result<()> {
    let mut entries: Vec<PathBuf> = match std::fs::read_dir(folder) {
        Ok(entries) => entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    entries.sort();
    for path in entries {
        if path.is_dir() {
            pack_all(root, &path, to)?;
            continue;
        }
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        let length = file.metadata()?.len();
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
        let path_length = u32::try_from(name.len()).map_err(io::Error::other)?;
        to.write_all(&path_length.to_be_bytes())?;
        to.write_all(&length.to_be_bytes())?;
        to.write_all(name.as_bytes())?;
        if io::copy(&mut file.take(length), to)? != length {
            return Err(io::Error::other("a file became shorter while it was read"));
        }
    }
    Ok(())
}

/// Puts the content of files of a backup into an empty folder, but for that of cases that were erased since. The
/// backup was verified before.
///
/// # Errors
/// [`NotCarried::Refused`] where the folder is not empty; a fault where it cannot be written.
pub fn restore_contents(backup: &Path, folder: &Path, erased: &[Erased]) -> Result<u64, NotCarried> {
    let archive = backup.join(CONTENTS);
    let cannot = |error| Fault::database("put the content of files back", error);
    if !archive.try_exists().map_err(cannot)? {
        return Ok(0);
    }
    std::fs::create_dir_all(folder).map_err(cannot)?;
    if std::fs::read_dir(folder).map_err(cannot)?.next().is_some() {
        return Err(refused(format!(
            "{} is not empty: give an empty folder of files",
            folder.display()
        )));
    }
    let gone = |path: &Path| {
        let first = path
            .components()
            .next()
            .map(|part| part.as_os_str().to_string_lossy().into_owned());
        erased
            .iter()
            .any(|line| !line.kept && first.as_deref() == Some(line.case.0.to_string().as_str()))
    };
    Ok(unpack(&archive, folder, &gone).map_err(cannot)?)
}

fn unpack(archive: &Path, folder: &Path, gone: &dyn Fn(&Path) -> bool) -> io::Result<u64> {
    let mut from = BufReader::new(File::open(archive)?);
    let mut count = 0;
    loop {
        let mut head = [0; HEAD];
        if from.read(&mut head[..1])? == 0 {
            return Ok(count);
        }
        from.read_exact(&mut head[1..])?;
        let (path_length, length) = head.split_at(4);
        let path_length = u32::from_be_bytes(path_length.try_into().map_err(io::Error::other)?) as usize;
        let length = u64::from_be_bytes(length.try_into().map_err(io::Error::other)?);
        if path_length > LONGEST_PATH {
            return Err(io::Error::other("a path is too long"));
        }
        let mut path = vec![0; path_length];
        from.read_exact(&mut path)?;
        let path = PathBuf::from(String::from_utf8(path).map_err(io::Error::other)?);
        if !path.components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(io::Error::other("a path leads out of the folder"));
        }
        let mut content = from.by_ref().take(length);
        if gone(&path) {
            io::copy(&mut content, &mut io::sink())?;
            continue;
        }
        let to = folder.join(&path);
        if let Some(parent) = to.parent() {
            std::fs::create_dir_all(parent)?;
        }
        let mut file = File::create_new(to)?;
        if io::copy(&mut content, &mut file)? != length {
            return Err(io::Error::other("the archive is cut off"));
        }
        file.sync_all()?;
        count += 1;
    }
}

#[cfg(test)]
mod tests {
    use exemplar_core::id::CaseId;
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_folder_comes_back_as_it_was_but_for_what_was_erased() {
        let place = tempfile::tempdir().unwrap();
        let (from, to) = (place.path().join("from"), place.path().join("to"));
        let case = |n: u128| Uuid::from_u128(n).to_string();
        for n in [1, 2] {
            let folder = from.join(case(n)).join("object");
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join("00000"), vec![n as u8; 70_000]).unwrap();
        }
        pack(&from, &place.path().join(CONTENTS)).unwrap();
        let erased = Erased {
            case: CaseId(Uuid::from_u128(2)),
            reason: "asked for".into(),
            at: Timestamp::UNIX_EPOCH,
            kept: false,
        };
        assert_eq!(restore_contents(place.path(), &to, &[erased]).unwrap(), 1);
        let read = std::fs::read(to.join(case(1)).join("object/00000")).unwrap();
        assert!(read == vec![1; 70_000]);
        assert!(!to.join(case(2)).exists());
        assert!(restore_contents(place.path(), &to, &[]).is_err());
    }

    #[test]
    fn an_archive_that_leads_out_of_its_folder_or_is_cut_off_is_not_put_back() {
        let place = tempfile::tempdir().unwrap();
        let entry = |path: &str, length: u64| {
            let mut entry = (path.len() as u32).to_be_bytes().to_vec();
            entry.extend(length.to_be_bytes());
            entry.extend(path.as_bytes());
            entry.extend(b"abc");
            entry
        };
        for (n, wrong) in [entry("../x", 3), entry("/x", 3), entry("x", 4)].iter().enumerate() {
            std::fs::write(place.path().join(CONTENTS), wrong).unwrap();
            assert!(restore_contents(place.path(), &place.path().join(n.to_string()), &[]).is_err());
        }
    }
}
