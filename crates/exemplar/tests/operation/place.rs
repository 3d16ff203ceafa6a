//! An installation in a folder of its own, and the program that is run on it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use exemplar_app::services::{publish, read_folder};
use exemplar_core::id::{CaseId, Digest};
use exemplar_core::record::Actor;
use exemplar_store::{Database, Keys, Settings, Store};
use exemplar_testkit::{Draft, at, new_database, submit};
use tempfile::TempDir;

/// Where a store is, and its keys.
pub struct Place {
    pub folder: TempDir,
    pub database: Database,
    /// The version of the example permit that is live.
    pub definition: Digest,
}

/// What came of a command.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Place {
    async fn of(folder: TempDir, database: Database) -> Self {
        Store::migrate(&database).await.unwrap();
        let mut place = Self {
            folder,
            database,
            definition: Digest([0; 32]),
        };
        let store = place.open().await;
        let service = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services/example-permit");
        let by = Actor::Integration("test".into());
        let published = publish(&store, read_folder(&service).unwrap(), &by, at(0))
            .await
            .unwrap();
        place.definition = published.unwrap_or_else(|_| panic!("the example is not clean"));
        store.close().await;
        place
    }

    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("data")).unwrap();
        let database = Database::Sqlite(folder.path().join("data/exemplar.sqlite"));
        Self::of(folder, database).await
    }

    pub async fn postgres() -> Self {
        let url = tokio::task::spawn_blocking(new_database).await.unwrap();
        Self::of(tempfile::tempdir().unwrap(), Database::Postgres(url)).await
    }

    pub async fn both() -> [Self; 2] {
        [Self::sqlite().await, Self::postgres().await]
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The store, opened beside the program.
    pub async fn open(&self) -> Store {
        let (keys, _) = Keys::read_or_make(&self.path("keys.json")).unwrap();
        let settings = Settings::new(self.database.clone(), Arc::new(keys));
        Store::open(settings).await.unwrap()
    }

    /// A submitted case of the example permit.
    pub async fn submitted(&self, store: &Store, reference: &str) -> CaseId {
        let mut draft = self.draft();
        draft.part.answers = exemplar_testkit::answers(&[("phone", "+441632960001")]);
        store.commit(draft.begin()).await.unwrap();
        let read = store.load(draft.case.id).await.unwrap().unwrap();
        store.commit(submit(&read, reference)).await.unwrap();
        draft.case.id
    }

    pub fn draft(&self) -> Draft {
        let mut draft = Draft::default();
        draft.case.service = "example-permit".into();
        draft.case.definition = self.definition;
        draft
    }

    /// The program with the arguments that say where everything is.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_exemplar"));
        command.args(arguments).arg("--keys").arg(self.path("keys.json"));
        match &self.database {
            Database::Sqlite(path) => command.arg("--data").arg(path.parent().unwrap()),
            Database::Postgres(url) => command.arg("--database").arg(url).arg("--data").arg(self.path("data")),
        };
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(&self.command(arguments).output().unwrap())
    }
}

impl Ran {
    pub fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Self {
            code: output.status.code().unwrap_or(-1),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }

    /// What was printed, where all went well.
    pub fn done(self) -> String {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self.out
    }

    /// What was said, where it was refused.
    pub fn refused(self) -> String {
        assert_eq!(self.code, 1, "{}{}", self.out, self.err);
        self.err
    }
}
