//! A content as it flows in: one piece of it, or, from a plain form, all of it. Neither is ever held as a whole.

use std::sync::Arc;

use exemplar_core::definition::Definition;
use exemplar_core::id::Name;
use exemplar_outbound::objects::PieceWriter;
use exemplar_outbound::{ObjectKey, ObjectName, Objects, PIECE};
use uuid::Uuid;

use super::{About, NotUploaded, broken};
use crate::App;
use crate::apply::{Access, Manner};

/// One piece of a content whose size is known.
#[derive(Debug)]
pub struct PieceIn {
    writer: PieceWriter,
    key: ObjectKey,
    length: u64,
    is_last: bool,
}

impl PieceIn {
    /// How many bytes belong into it.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// If there are too many, or the folder of files fails.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<(), NotUploaded> {
        if self.writer.taken() + bytes.len() as u64 > self.length {
            return Err(broken());
        }
        Ok(self.writer.write(&self.key, bytes).await?)
    }

    /// Ends it, durably.
    ///
    /// # Errors
    /// If it is too short, or the folder of files fails.
    pub async fn finish(self) -> Result<(), NotUploaded> {
        if self.writer.taken() != self.length {
            self.writer.give_up().await?;
            return Err(broken());
        }
        Ok(self.writer.finish(&self.key, self.is_last).await?)
    }

    /// Takes it back: the connection broke.
    ///
    /// # Errors
    /// If the folder of files fails.
    pub async fn give_up(self) -> Result<(), NotUploaded> {
        Ok(self.writer.give_up().await?)
    }
}

/// A whole content, whose size shows at its end.
#[derive(Debug)]
pub struct ContentIn {
    objects: Objects,
    name: ObjectName,
    key: ObjectKey,
    writer: PieceWriter,
    piece: u32,
    taken: u64,
    at_most: u64,
    too_large: Box<exemplar_core::kind::Problem>,
}

impl ContentIn {
    /// Under which it is kept.
    #[must_use]
    pub fn object(&self) -> Uuid {
        self.name.object
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// If there are too many, or the folder of files fails.
    pub async fn write(&mut self, mut bytes: &[u8]) -> Result<(), NotUploaded> {
        self.taken += bytes.len() as u64;
        if self.taken > self.at_most {
            return Err(NotUploaded::Refused(self.too_large.clone()));
        }
        while !bytes.is_empty() {
            if self.writer.room() == 0 {
                self.piece += 1;
                let next = self.objects.piece(self.name, self.piece).await?;
                std::mem::replace(&mut self.writer, next)
                    .finish(&self.key, false)
                    .await?;
            }
            let room = usize::try_from(self.writer.room()).unwrap_or(usize::MAX);
            let (now, rest) = bytes.split_at(bytes.len().min(room));
            self.writer.write(&self.key, now).await?;
            bytes = rest;
        }
        Ok(())
    }

    /// Ends it.
    ///
    /// # Errors
    /// If the folder of files fails.
    pub async fn finish(self) -> Result<(), NotUploaded> {
        Ok(self.writer.finish(&self.key, true).await?)
    }

    /// Takes all of it back: the connection broke, or it is not taken.
    ///
    /// # Errors
    /// If the folder of files fails.
    pub async fn give_up(self) -> Result<(), NotUploaded> {
        drop(self.writer);
        Ok(self.objects.forget(self.name).await?)
    }
}

impl App {
    /// Takes one piece of an upload that is under way.
    ///
    /// # Errors
    /// As [`NotUploaded`] says.
    pub async fn piece_of_upload(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        page: &Name,
        (object, piece): (Uuid, u32),
    ) -> Result<PieceIn, NotUploaded> {
        let asked = self.asked_for_files(live, access, manner, page).await?;
        let name = ObjectName {
            case: access.case,
            object,
        };
        let key = self.key_of(&asked.draft, object)?;
        let coming = self.files.coming(name).await?.ok_or_else(broken)?;
        let about: About = serde_json::from_slice(&self.files.about(&key, &coming)?)
            .map_err(|error| crate::Fault::Defect(error.to_string()))?;
        let size = about.size.ok_or_else(broken)?;
        let from = u64::from(piece) * PIECE;
        if from >= size {
            return Err(broken());
        }
        Ok(PieceIn {
            writer: self.files.piece(name, piece).await?,
            key,
            length: (size - from).min(PIECE),
            is_last: size - from <= PIECE,
        })
    }

    /// Takes a whole content, sent by a plain form.
    ///
    /// # Errors
    /// As [`NotUploaded`] says.
    pub async fn whole_upload(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        page: &Name,
        claimed: &str,
    ) -> Result<ContentIn, NotUploaded> {
        let begun = self.begin_upload(live, access, manner, page, (claimed, None)).await?;
        let asked = self.asked_for_files(live, access, manner, page).await?;
        let rules = asked.rules().ok_or(NotUploaded::NotAsked)?;
        let name = ObjectName {
            case: access.case,
            object: begun.object,
        };
        Ok(ContentIn {
            objects: self.files.clone(),
            name,
            key: self.key_of(&asked.draft, name.object)?,
            writer: self.files.piece(name, 0).await?,
            piece: 0,
            taken: 0,
            at_most: rules.each_at_most,
            too_large: Box::new(rules.too_large()),
        })
    }
}
