//! Pages that are asked again and again, as one question of rows.

use super::{Content, Field, Form, Kind, Page};

impl Form {
    /// Makes a question of rows of what stands on each page that repeats. Its texts stay around it.
    pub fn make_rows_of_pages(&mut self) {
        for page in &mut self.pages {
            if let Some(repeat) = page.repeats.take()
                && page.fields().next().is_some()
            {
                let content = std::mem::take(&mut page.content);
                let (mut fields, mut texts) = (Vec::new(), Vec::new());
                for content in content {
                    match content {
                        Content::Field(field) => fields.push(*field),
                        shown @ Content::Shown(_) => texts.push(shown),
                    }
                }
                let rows = rows_of(page, Kind::Rows { repeat, fields });
                page.content = texts;
                page.content.push(Content::Field(Box::new(rows)));
            }
        }
    }
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
