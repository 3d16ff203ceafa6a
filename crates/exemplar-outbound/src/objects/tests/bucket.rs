//! The same promises, of contents in a bucket.

use super::store::{Store, settings};
use super::*;

#[tokio::test]
async fn a_bucket_gives_again_what_was_put_whatever_its_size() {
    let piece = PIECE as usize;
    for size in [1, SEGMENT, SEGMENT + 1, piece, piece + 1, 2 * piece] {
        let (store, objects) = Store::start().await;
        put(&objects, &content(size)).await;
        assert!(
            all(objects.read_coming(NAME, key())).await.unwrap() == content(size),
            "{size}"
        );
        objects.keep(NAME).await.unwrap();
        objects.keep(NAME).await.unwrap();
        assert!(all(objects.read(NAME, key())).await.unwrap() == content(size), "{size}");
        assert!(objects.all_coming(NAME.case).await.unwrap().is_empty());
        assert!(store.names().iter().all(|name| name.starts_with("town/")));
    }
}

#[tokio::test]
async fn nothing_stands_readable_in_a_bucket() {
    let (store, objects) = Store::start().await;
    put(&objects, &b"a very secret sentence. ".repeat(100)).await;
    assert_eq!(store.names().len(), 2);
    store.change("", |bytes| {
        assert!(!bytes.windows(6).any(|window| window == b"secret" || window == b"about"));
    });
}

#[tokio::test]
async fn a_content_of_a_bucket_that_was_changed_or_cut_off_is_not_given() {
    let damages: [fn(&mut Vec<u8>); 3] = [
        |piece| piece[100] ^= 1,
        |piece| piece.truncate(SEGMENT + OVERHEAD),
        |piece| drop(piece.drain(..SEGMENT + OVERHEAD)),
    ];
    for (n, damage) in damages.iter().enumerate() {
        let (store, objects) = Store::start().await;
        put(&objects, &content(3 * SEGMENT)).await;
        objects.keep(NAME).await.unwrap();
        store.change("/00000", damage);
        assert!(all(objects.read(NAME, key())).await.is_err(), "{n}");
    }
}

#[tokio::test]
async fn what_comes_no_further_is_swept_from_a_bucket() {
    let (store, objects) = Store::start().await;
    let other = ObjectName {
        case: CaseId(Uuid::from_u128(3)),
        object: Uuid::from_u128(4),
    };
    put(&objects, &content(2 * PIECE as usize + 1)).await;
    objects.begin(other, &key(), b"other").await.unwrap();
    let mut writer = objects.piece(other, 0).await.unwrap();
    writer.write(&key(), b"late").await.unwrap();
    let coming = objects.all_coming(NAME.case).await.unwrap();
    assert_eq!(coming[0].pieces, [0, 1, 2]);
    assert_eq!(objects.about(&key(), &coming[0]).unwrap(), b"about");
    let hour = Duration::from_secs(3_600);
    let now = SystemTime::now();
    assert_eq!(objects.sweep(now, hour).await.unwrap(), 0);
    assert_eq!(objects.sweep(now + hour + hour, hour).await.unwrap(), 2);
    assert!(matches!(writer.finish(&key(), true).await, Err(ObjectFault::Gone)));
    assert!(matches!(objects.piece(NAME, 1).await, Err(ObjectFault::Gone)));
    assert_eq!(store.names(), [""; 0]);
}

#[tokio::test]
async fn all_contents_of_a_case_are_forgotten_in_a_bucket() {
    let (store, objects) = Store::start().await;
    for n in 0..5 {
        let name = ObjectName {
            case: CaseId(Uuid::from_u128(n)),
            ..NAME
        };
        objects.begin(name, &key(), b"").await.unwrap();
        objects.keep(name).await.unwrap();
    }
    put(&objects, &content(3)).await;
    objects.forget_case(NAME.case).await.unwrap();
    assert_eq!(store.names().len(), 4);
    assert!(!store.names().iter().any(|name| name.contains(&NAME.case.0.to_string())));
    objects.forget(NAME).await.unwrap();
}

#[tokio::test]
async fn a_store_that_fails_is_asked_again_and_one_that_refuses_is_not() {
    let (store, objects) = Store::start().await;
    store.fail_with(&[503, 500]);
    objects.begin(NAME, &key(), b"about").await.unwrap();
    assert_eq!(store.asked(), 3);
    store.fail_with(&[403]);
    assert!(matches!(objects.coming(NAME).await, Err(ObjectFault::Bucket(_))));
    assert_eq!(store.asked(), 4);
    store.fail_with(&[503, 503, 503]);
    assert!(matches!(objects.keep(NAME).await, Err(ObjectFault::Bucket(_))));
    assert!(objects.coming(NAME).await.unwrap().is_some());
}

#[tokio::test]
async fn a_bucket_that_is_not_there_takes_nothing() {
    let (store, objects) = Store::start().await;
    store.fail_with(&[404]);
    assert!(matches!(
        objects.begin(NAME, &key(), b"").await,
        Err(ObjectFault::Bucket(_))
    ));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let nobody = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let away = Objects::bucket(&settings(&nobody, "files")).unwrap();
    assert!(away.begin(NAME, &key(), b"").await.is_err());
}

#[test]
fn a_bucket_has_a_name_and_an_address() {
    let refused = |endpoint: &str, bucket: &str| Objects::bucket(&settings(endpoint, bucket)).unwrap_err();
    assert!(matches!(
        refused("http://elsewhere.example", "files"),
        BadBucket::Endpoint
    ));
    assert!(matches!(refused("elsewhere.example", "files"), BadBucket::Endpoint));
    assert!(matches!(refused("https://store.example", ""), BadBucket::Name(_)));
    assert!(matches!(refused("https://store.example", "a/b"), BadBucket::Name(_)));
    let objects = Objects::bucket(&settings("http://localhost:1", "files")).unwrap();
    assert!(!format!("{objects:?}").contains("secret"));
    assert_eq!(objects.kept(), None);
}
