//! One file by a plain form: read as it flows, kept as it flows, and never held as a whole.

use axum::body::{Body, BodyDataStream};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use exemplar_app::files::NotUploaded;
use exemplar_core::apply::PageProblem;
use exemplar_core::id::Name;
use exemplar_core::kind::Problem;
use futures_util::StreamExt as _;
use multer::{Constraints, Field, Multipart, SizeLimit};

use super::{AROUND, READ_AT_MOST, address, length_of, not_uploaded, problems};
use crate::public::apply::locked;
use crate::public::errors;
use crate::session::Held;
use crate::visit::{Visit, access};

/// What came of a form.
enum Came {
    /// The file was added.
    Added,
    /// Its field was empty.
    Nothing,
    /// It did not come with the token of its session.
    Forged,
    /// It is no such form, or it broke off.
    Unreadable,
}

/// Takes a form with one file.
pub async fn add(mut visit: Visit, name: &Name, headers: &HeaderMap, body: Body) -> Response {
    let Some(length) = length_of(headers) else {
        return errors::unreadable(&visit, false);
    };
    if length > READ_AT_MOST {
        return errors::unreadable(&visit, true);
    }
    let boundary = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let Some(boundary) = boundary.and_then(|value| multer::parse_boundary(value).ok()) else {
        return errors::unreadable(&visit, false);
    };
    let limits = SizeLimit::new()
        .whole_stream(length + AROUND)
        .for_field("csrf", 200)
        .for_field("then", 200);
    let mut form = Form {
        parts: Multipart::with_constraints(body.into_data_stream(), boundary, Constraints::new().size_limit(limits)),
        to_check: false,
    };
    let Some(held) = visit.held() else { return visit.go("") };
    if held.is_locked(visit.now) {
        form.read_to_its_end().await;
        return locked::page(&mut visit, None).await;
    }
    let came = form.take(&visit, held, name).await;
    if !matches!(came, Ok(Came::Added)) {
        form.read_to_its_end().await;
    }
    visit.session.used(held.case, visit.now);
    let to_check = form.to_check;
    match came {
        Ok(Came::Added) => visit.go(&address(name, to_check)),
        Ok(Came::Nothing) => {
            let problem = Problem::new("empty", "error-file-empty");
            let question = name.clone();
            problems(visit, name, &[PageProblem { question, problem }], to_check).await
        }
        Ok(Came::Forged) => errors::expired(&visit),
        Ok(Came::Unreadable) => errors::unreadable(&visit, false),
        Err(why) => not_uploaded(visit, held, name, why, to_check).await,
    }
}

/// A form as it flows in.
struct Form {
    parts: Multipart<'static>,
    to_check: bool,
}

impl Form {
    /// Reads it up to the file, and the file.
    async fn take(&mut self, visit: &Visit, held: Held, name: &Name) -> Result<Came, NotUploaded> {
        let mut is_ours = false;
        loop {
            let field = match self.parts.next_field().await {
                Ok(Some(field)) => field,
                Ok(None) => return Ok(Came::Nothing),
                Err(_) => return Ok(Came::Unreadable),
            };
            // Its name is kept apart: a field cannot be looked at while it is read.
            let called = field.name().unwrap_or_default().to_owned();
            if called == "csrf" {
                let token = field.text().await.unwrap_or_default();
                is_ours = visit.had_session && visit.session.is_csrf_token(&token);
            } else if called == "then" {
                self.to_check = field.text().await.is_ok_and(|then| then == super::page::CHECK);
            } else if !is_ours {
                // The token stands before the file: nothing is kept of a form that is not ours.
                return Ok(Came::Forged);
            } else if called != name.as_str() {
                return Ok(Came::Unreadable);
            } else {
                let claimed = field.file_name().unwrap_or_default().to_owned();
                return if claimed.is_empty() {
                    Ok(Came::Nothing)
                } else {
                    content(visit, held, name, &claimed, field).await
                };
            }
        }
    }

    /// Reads the rest and throws it away: a browser listens only once it has sent all.
    async fn read_to_its_end(&mut self) {
        while let Ok(Some(mut field)) = self.parts.next_field().await {
            while let Ok(Some(_)) = field.chunk().await {}
        }
    }
}

/// Takes the content of the file.
async fn content(
    visit: &Visit,
    held: Held,
    name: &Name,
    claimed: &str,
    mut field: Field<'_>,
) -> Result<Came, NotUploaded> {
    let app = &visit.site.app;
    let (live, manner, access) = (&visit.live, &visit.manner, access(held));
    let mut content = app.whole_upload(live, access, manner, name, claimed).await?;
    loop {
        let written = match field.chunk().await {
            Ok(Some(bytes)) => content.write(&bytes).await,
            Ok(None) => break,
            Err(_) => {
                content.give_up().await?;
                return Ok(Came::Unreadable);
            }
        };
        if let Err(why) = written {
            content.give_up().await?;
            return Err(why);
        }
    }
    let object = content.object();
    content.finish().await?;
    app.finish_upload(live, access, manner, name, object).await?;
    Ok(Came::Added)
}

/// Reads a body that is not needed, so that the reply is heard.
pub(super) async fn read_away(mut body: BodyDataStream) {
    let mut read = 0;
    while let Some(Ok(bytes)) = body.next().await {
        read += bytes.len() as u64;
        if read > READ_AT_MOST {
            return;
        }
    }
}
