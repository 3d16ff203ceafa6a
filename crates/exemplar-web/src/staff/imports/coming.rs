//! What a browser sends to be imported, as it flows: which system, which shape, and the files.

use exemplar_app::importing::{ALL_BYTES, FILE_BYTES, FILES, SourceFile};
use multer::Multipart;

use super::{FROM, SHAPE};
use crate::form::Form;
use crate::staff::desk::Desk;

/// So much of a file's name is shown.
const NAME_CHARACTERS: usize = 100;

/// What came so far.
#[derive(Default)]
pub(super) struct Coming {
    /// The system that was chosen.
    pub(super) from: String,
    /// What the files are together.
    pub(super) shape: String,
    /// The files.
    pub(super) files: Vec<SourceFile>,
    bytes: usize,
}

impl Coming {
    /// Reads all of it. Says whether the form is ours; what is wrong with the files is given by its key.
    pub(super) async fn take(&mut self, desk: &Desk<'_>, parts: &mut Multipart<'static>) -> Result<bool, &'static str> {
        let mut is_ours = false;
        while let Some(field) = parts.next_field().await.map_err(|_| "importing-error-large")? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "csrf" {
                let token = field.text().await.unwrap_or_default();
                is_ours = desk.is_own(&Form::of([("csrf", token.as_str())].into_iter()));
                continue;
            }
            if !is_ours {
                // The token stands before all else: nothing is read of a form that is not ours.
                return Ok(false);
            }
            match name.as_str() {
                FROM => self.from = field.text().await.unwrap_or_default(),
                SHAPE => self.shape = field.text().await.unwrap_or_default(),
                _ => self.file(field).await?,
            }
        }
        Ok(is_ours)
    }

    async fn file(&mut self, mut field: multer::Field<'static>) -> Result<(), &'static str> {
        let name = last_of(field.file_name().unwrap_or_default());
        if name.is_empty() {
            // No file was chosen.
            return Ok(());
        }
        if self.files.len() >= FILES {
            return Err("importing-error-many-files");
        }
        let mut content = Vec::new();
        while let Some(bytes) = field.chunk().await.map_err(|_| "importing-error-large")? {
            self.bytes += bytes.len();
            if content.len() + bytes.len() > FILE_BYTES || self.bytes > ALL_BYTES {
                return Err("importing-error-large");
            }
            content.extend_from_slice(&bytes);
        }
        self.files.push(SourceFile { name, content });
        Ok(())
    }
}

/// The name of a file without the folders that some browsers send with it.
fn last_of(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.chars().take(NAME_CHARACTERS).collect()
}

/// A browser listens only once it has sent all.
pub(super) async fn read_to_its_end(parts: &mut Multipart<'static>) {
    while let Ok(Some(mut field)) = parts.next_field().await {
        while let Ok(Some(_)) = field.chunk().await {}
    }
}
