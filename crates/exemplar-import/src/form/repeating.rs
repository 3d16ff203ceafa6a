//! Pages that are asked again and again, as one question of rows.

use super::{Content, Field, Form, Kind, Page, Shown, Words};

impl Form {
    /// Makes a question of rows of what stands on each page that repeats. What stands between its fields stays there; its
    /// other texts stay around it.
    pub fn make_rows_of_pages(&mut self) {
        for page in &mut self.pages {
            if let Some(repeat) = page.repeats.take()
                && page.fields().next().is_some()
            {
                let content = std::mem::take(&mut page.content);
                let (mut fields, mut texts, mut waiting) = (Vec::new(), Vec::new(), Words::default());
                for content in content {
                    match content {
                        Content::Field(mut field) => {
                            field.say = std::mem::take(&mut waiting).above(&field.say);
                            fields.push(*field);
                        }
                        Content::Shown(shown) if stays_between(&shown, !fields.is_empty()) => {
                            waiting = waiting.above(&shown.words);
                        }
                        shown @ Content::Shown(_) => texts.push(shown),
                    }
                }
                if !waiting.is_empty() {
                    texts.push(Content::Shown(Shown {
                        words: waiting,
                        place: page.place.clone(),
                        ..Shown::default()
                    }));
                }
                let rows = rows_of(page, Kind::Rows { repeat, fields });
                page.content = texts;
                page.content.push(Content::Field(Box::new(rows)));
            }
        }
    }
}

/// Whether a text belongs to the field below it: one between fields, or a heading.
fn stays_between(shown: &Shown, has_field_above: bool) -> bool {
    let is_heading = shown.words.own.starts_with("## ") && !shown.words.own.trim().contains('\n');
    shown.when.is_none() && shown.opens.is_none() && (has_field_above || is_heading)
}

fn rows_of(page: &Page, kind: Kind) -> Field {
    Field {
        key: format!("{}.rows", page.id),
        source_type: "page that repeats".to_owned(),
        place: page.place.clone(),
        label: page.title.clone(),
        kind,
        required: true,
        ..Field::default()
    }
}
