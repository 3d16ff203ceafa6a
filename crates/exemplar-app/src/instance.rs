//! An instance of the application as tests have it: the store of a kit, its folders, and a clock that stands still.

use exemplar_outbound::{Connectors, Mailer, Objects, Texts};
use exemplar_testkit::{Kit, at};
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::services::Services;
use crate::words::AllWords;
use crate::{App, chance};

/// One of several instances over a kit's store. It knows no service before it looks.
pub(crate) fn instance(kit: &Kit) -> App {
    App {
        certificates: None,
        store: kit.store.clone(),
        services: Services::default(),
        words: AllWords::built_in(),
        clock: Clock::Fixed(at(0)),
        address: "http://localhost".to_owned(),
        files: Objects::folder(kit.files_folder()),
        scanner: None,
        connectors: Connectors::default(),
        mail: Mailer::folder(kit.mail_folder(), "a@example.org").unwrap(),
        texts: Texts::folder(kit.texts_folder()),
        writer: chance::writer(),
        wake: Notify::new(),
    }
}
