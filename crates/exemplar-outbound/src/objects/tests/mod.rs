//! Contents are put, read again, damaged, swept away and forgotten, in a folder of the test.

mod bucket;
mod store;

use std::path::Path;

use super::*;

fn objects() -> (tempfile::TempDir, Objects) {
    let folder = tempfile::tempdir().unwrap();
    let objects = Objects::folder(folder.path().join("files"));
    (folder, objects)
}

const NAME: ObjectName = ObjectName {
    case: CaseId(Uuid::from_u128(1)),
    object: Uuid::from_u128(2),
};

fn key() -> ObjectKey {
    ObjectKey::new(NAME.object, &[7; 32])
}

/// A content of so many bytes, no two segments alike.
fn content(size: usize) -> Vec<u8> {
    (0..size).map(|n| (n / 251 + n) as u8).collect()
}

async fn put(objects: &Objects, content: &[u8]) {
    objects.begin(NAME, &key(), b"about").await.unwrap();
    let pieces: Vec<_> = content.chunks(PIECE as usize).collect();
    for (n, piece) in pieces.iter().enumerate() {
        let mut writer = objects.piece(NAME, n as u32).await.unwrap();
        for bytes in piece.chunks(10_007) {
            writer.write(&key(), bytes).await.unwrap();
        }
        writer.finish(&key(), n + 1 == pieces.len()).await.unwrap();
    }
}

async fn all(mut reader: ObjectReader) -> Result<Vec<u8>, ObjectFault> {
    let mut whole = Vec::new();
    while let Some(segment) = reader.next().await? {
        whole.extend(segment);
    }
    Ok(whole)
}

fn files(folder: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return 0;
    };
    entries
        .map(|entry| entry.unwrap().path())
        .map(|path| if path.is_dir() { files(&path) } else { 1 })
        .sum()
}

#[tokio::test]
async fn what_was_put_is_given_again_whatever_its_size() {
    let piece = PIECE as usize;
    for size in [1, SEGMENT - 1, SEGMENT, SEGMENT + 1, piece, piece + 1, 2 * piece] {
        let (_folder, objects) = objects();
        put(&objects, &content(size)).await;
        objects.keep(NAME).await.unwrap();
        objects.keep(NAME).await.unwrap();
        assert!(all(objects.read(NAME, key())).await.unwrap() == content(size), "{size}");
        let other = ObjectKey::new(NAME.object, &[8; 32]);
        assert!(matches!(
            all(objects.read(NAME, other)).await,
            Err(ObjectFault::Damaged(_))
        ));
        let moved = ObjectKey::new(Uuid::from_u128(3), &[7; 32]);
        assert!(all(objects.read(NAME, moved)).await.is_err());
    }
}

#[tokio::test]
async fn a_content_that_was_changed_moved_or_cut_off_is_not_given() {
    let sealed = SEGMENT + OVERHEAD;
    let damages: [fn(&mut Vec<u8>, usize); 5] = [
        |file, _| file[100] ^= 1,
        |file, sealed| file.truncate(sealed),
        |file, sealed| file.truncate(2 * sealed + 5),
        |file, sealed| {
            let (a, b) = file.split_at_mut(sealed);
            a.swap_with_slice(&mut b[..sealed]);
        },
        |file, sealed| drop(file.drain(..sealed)),
    ];
    for (n, damage) in damages.iter().enumerate() {
        let (folder, objects) = objects();
        put(&objects, &content(3 * SEGMENT)).await;
        objects.keep(NAME).await.unwrap();
        let path = folder
            .path()
            .join(format!("files/kept/{}/{}/00000", NAME.case.0, NAME.object));
        let mut file = std::fs::read(&path).unwrap();
        damage(&mut file, sealed);
        std::fs::write(&path, file).unwrap();
        assert!(all(objects.read(NAME, key())).await.is_err(), "{n}");
    }
}

#[tokio::test]
async fn nothing_stands_readable_on_the_disk() {
    let (folder, objects) = objects();
    put(&objects, &b"a very secret sentence. ".repeat(100)).await;
    let path = folder
        .path()
        .join(format!("files/coming/{}/{}", NAME.case.0, NAME.object));
    for entry in std::fs::read_dir(path).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(6).any(|window| window == b"secret" || window == b"about"));
    }
}

#[tokio::test]
async fn what_is_coming_is_listed_and_swept_away_when_it_comes_no_further() {
    let (folder, objects) = objects();
    objects.begin(NAME, &key(), b"about").await.unwrap();
    let mut writer = objects.piece(NAME, 1).await.unwrap();
    writer.write(&key(), &content(SEGMENT * 2)).await.unwrap();
    // The connection broke.
    drop(writer);
    let mut writer = objects.piece(NAME, 0).await.unwrap();
    writer.write(&key(), &content(PIECE as usize)).await.unwrap();
    writer.finish(&key(), false).await.unwrap();
    let coming = objects.all_coming(NAME.case).await.unwrap();
    assert_eq!(coming[0].pieces, [0]);
    assert_eq!(objects.about(&key(), &coming[0]).unwrap(), b"about");
    let hour = Duration::from_secs(3_600);
    let now = SystemTime::now();
    assert_eq!(objects.sweep(now, hour).await.unwrap(), 0);
    assert_eq!(objects.sweep(now + hour + hour, hour).await.unwrap(), 1);
    assert_eq!(files(folder.path()), 0);
    assert!(matches!(objects.piece(NAME, 1).await, Err(ObjectFault::Gone)));
}

#[tokio::test]
async fn all_contents_of_a_case_are_forgotten_at_once() {
    let (folder, objects) = objects();
    put(&objects, &content(3)).await;
    objects.keep(NAME).await.unwrap();
    objects.forget_case(NAME.case).await.unwrap();
    assert_eq!(files(folder.path()), 0);
    objects.forget(NAME).await.unwrap();
}

#[tokio::test]
async fn a_piece_has_its_length() {
    let (_folder, objects) = objects();
    objects.begin(NAME, &key(), b"").await.unwrap();
    let mut writer = objects.piece(NAME, 0).await.unwrap();
    let too_much = writer.write(&key(), &content(PIECE as usize + 1)).await;
    assert!(matches!(too_much, Err(ObjectFault::Length)));
    writer.write(&key(), b"short").await.unwrap();
    assert!(matches!(writer.finish(&key(), false).await, Err(ObjectFault::Length)));
}
