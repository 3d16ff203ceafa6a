//! What a script sends: an upload begun, its pieces, and that it is whole. Each piece can be sent again, in any order, and from
//! another device. The replies are JSON, with words for people in them.

use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use exemplar_app::files::NotUploaded;
use exemplar_core::apply::PageProblem;
use exemplar_core::file::LARGEST;
use exemplar_core::id::Name;
use futures_util::StreamExt as _;
use serde_json::{Value, json};
use uuid::Uuid;

use super::upload::read_away;
use super::{Asked, length_of};
use crate::form::Form;
use crate::session::Held;
use crate::visit::{Visit, access};

/// So many bytes are one piece.
const PIECE: u64 = exemplar_app::files::PIECE;
/// The header with the token of the session, where the body is no form.
const TOKEN: &str = "x-csrf";

/// Begins an upload, or goes on with one that broke off.
pub async fn begin(mut visit: Visit, held: Held, name: &Name, form: &Form) -> Response {
    let size = form.get("size").parse::<u64>().ok();
    let claimed = form.get("name").to_owned();
    let app = &visit.site.app;
    let begun = app
        .begin_upload(
            &visit.live,
            access(held),
            &visit.manner,
            name,
            (&claimed, size.or(Some(0))),
        )
        .await;
    visit.session.used(held.case, visit.now);
    match begun {
        Ok(begun) => reply(
            &visit,
            StatusCode::OK,
            &json!({ "upload": begun.object, "piece": PIECE, "have": begun.pieces }),
        ),
        Err(why) => refused(&visit, name, why),
    }
}

/// Takes one piece.
pub async fn piece(mut visit: Visit, name: &Name, parts: &Parts, body: Body) -> Response {
    let token = parts
        .headers
        .get(TOKEN)
        .and_then(|token| token.to_str().ok())
        .unwrap_or_default();
    let body = body.into_data_stream();
    if !visit.had_session || !visit.session.is_csrf_token(token) {
        read_away(body).await;
        return reply(&visit, StatusCode::FORBIDDEN, &json!({ "again": false }));
    }
    match length_of(&parts.headers) {
        None => return reply(&visit, StatusCode::LENGTH_REQUIRED, &json!({ "again": false })),
        Some(length) if length > PIECE => {
            return reply(&visit, StatusCode::PAYLOAD_TOO_LARGE, &json!({ "again": false }));
        }
        Some(_) => {}
    }
    let Some(held) = visit.held().filter(|held| !held.is_locked(visit.now)) else {
        read_away(body).await;
        return reply(&visit, StatusCode::FORBIDDEN, &json!({ "again": false }));
    };
    let which = which(parts.uri.query().unwrap_or_default());
    let Some(which) = which else {
        return reply(&visit, StatusCode::BAD_REQUEST, &json!({ "again": false }));
    };
    let taken = take(&visit, held, name, which, body).await;
    visit.session.used(held.case, visit.now);
    match taken {
        Ok(true) => reply(&visit, StatusCode::OK, &json!({ "have": which.1 })),
        Ok(false) => reply(&visit, StatusCode::BAD_REQUEST, &json!({ "again": true })),
        Err(why) => refused(&visit, name, why),
    }
}

/// Takes the bytes of a piece; false where they broke off.
async fn take(
    visit: &Visit,
    held: Held,
    name: &Name,
    which: (Uuid, u32),
    mut body: axum::body::BodyDataStream,
) -> Result<bool, NotUploaded> {
    let app = &visit.site.app;
    let piece = app
        .piece_of_upload(&visit.live, access(held), &visit.manner, name, which)
        .await;
    let mut piece = match piece {
        Ok(piece) => piece,
        Err(why) => {
            read_away(body).await;
            return Err(why);
        }
    };
    while let Some(bytes) = body.next().await {
        let Ok(bytes) = bytes else {
            piece.give_up().await?;
            return Ok(false);
        };
        if let Err(why) = piece.write(&bytes).await {
            piece.give_up().await?;
            return Err(why);
        }
    }
    piece.finish().await?;
    Ok(true)
}

/// Adds the file to the answer, once all of it is there.
pub async fn finish(mut visit: Visit, held: Held, name: &Name, form: &Form) -> Response {
    let Ok(object) = form.get("upload").parse() else {
        return reply(&visit, StatusCode::BAD_REQUEST, &json!({ "again": false }));
    };
    let app = &visit.site.app;
    let finished = app
        .finish_upload(&visit.live, access(held), &visit.manner, name, object)
        .await;
    visit.session.used(held.case, visit.now);
    match finished {
        Ok(()) => reply(&visit, StatusCode::OK, &json!({ "done": true })),
        Err(why) => refused(&visit, name, why),
    }
}

/// The upload and the number of its piece that an address names.
fn which(query: &str) -> Option<(Uuid, u32)> {
    let mut fields = form_urlencoded::parse(query.as_bytes());
    let mut of = |name: &str| fields.find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    let upload = of("upload")?.parse().ok()?;
    let piece: u32 = of("n")?.parse().ok()?;
    (u64::from(piece) <= LARGEST / PIECE).then_some((upload, piece))
}

fn refused(visit: &Visit, name: &Name, why: NotUploaded) -> Response {
    match why {
        NotUploaded::Refused(problem) => {
            let problem = PageProblem {
                question: name.clone(),
                problem: *problem,
            };
            reply(
                visit,
                StatusCode::UNPROCESSABLE_ENTITY,
                &json!({ "error": said(visit, name, &problem) }),
            )
        }
        NotUploaded::Failed(failure) => {
            let mut failed = crate::public::errors::failure(visit, &failure);
            *failed.body_mut() = Body::from(json!({ "again": true }).to_string());
            as_json(failed)
        }
        // The page itself says what is so.
        _ => reply(visit, StatusCode::CONFLICT, &json!({ "reload": true })),
    }
}

/// What is wrong, in the words of the service, or of the version of it that is live.
fn said(visit: &Visit, name: &Name, problem: &PageProblem) -> String {
    let answers = exemplar_core::answer::Answers::default();
    let setting = exemplar_core::journey::Setting {
        today: jiff::Zoned::new(visit.now, jiff::tz::TimeZone::UTC).date(),
        language: visit.manner.language.clone(),
        channel: visit.manner.channel,
    };
    let walk = exemplar_core::journey::Walk::new(&visit.live, &answers, setting);
    match visit.live.page(name).and_then(Asked::on) {
        Some(asked) => visit.problem(&walk, asked.question, problem),
        None => visit.words().get("error-file-broken").to_owned(),
    }
}

fn reply(visit: &Visit, status: StatusCode, said: &Value) -> Response {
    let mut reply = Response::new(Body::from(said.to_string()));
    *reply.status_mut() = status;
    visit.finish(as_json(reply))
}

fn as_json(mut reply: Response) -> Response {
    let headers = reply.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.remove(header::CONTENT_LENGTH);
    reply
}
