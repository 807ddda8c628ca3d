//! Files of messages: uploaded before the message that names them, and read with it.

use axum::Json;
use axum::body::to_bytes;
use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use guildhall_core::support::{self, FileInput};
use guildhall_core::{FieldFault, Id, Permission};
use serde::Deserialize;
use utoipa::IntoParams;

use super::views::FileView;
use super::{id_of, room};
use crate::api::caller::{Asked, Caller};
use crate::api::problem::{Problem, ProblemFault};
use crate::api::room::Reading;
use crate::api::write::{key, replayed, reused};
use crate::app::App;
use crate::attachment;
use crate::portal::{UploadError, Uploaded};

/// The name of a file.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in crate::api) struct FileName {
    /// As it shall be called.
    pub(in crate::api) name: String,
}

/// Uploads a file for a message that is about to be written: its bytes as the body, its media type as `Content-Type`.
/// `GET /api/v1/support` lists the media types that the programme takes. A file that no message names within a day is
/// gone, and with it what is known of its `Idempotency-Key`.
#[utoipa::path(post, path = "/api/v1/support/files", tag = "support",
    params(FileName, ("Idempotency-Key" = Option<String>, Header)),
    request_body(content((Vec<u8> = "application/pdf"), (Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"),
        (Vec<u8> = "text/plain"))),
    responses((status = 201, body = FileView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 413, body = Problem), (status = 422, body = Problem)))]
pub(in crate::api) async fn upload(
    State(app): State<App>,
    caller: Caller,
    Asked(FileName { name }): Asked<FileName>,
    request: Request,
) -> Result<Response, Problem> {
    Reading::new(&app, &caller)?.permitted(Permission::ContactSupport)?;
    receive(&app, caller.loaded.tenant, caller.member, &name, request).await
}

/// Takes the file of a request.
pub(in crate::api) async fn receive(
    app: &App,
    tenant: Id,
    principal: Id,
    name: &str,
    request: Request,
) -> Result<Response, Problem> {
    let key = key(request.headers())?;
    let media_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = media_type.and_then(|value| value.split(';').next()).unwrap_or_default().to_owned();
    let most = usize::try_from(app.portal.program().support().file_bytes_most).unwrap_or(usize::MAX);
    let content = to_bytes(request.into_body(), most).await.map_err(|_| too_large(most))?;
    match app.portal.upload(tenant, principal, (name, &media_type), &content, key.as_deref()).await {
        Ok(Uploaded { file, again }) => {
            let mut response = (StatusCode::CREATED, Json(FileView::from(&file))).into_response();
            if again {
                replayed(&mut response);
            }
            Ok(response)
        }
        Err(UploadError::KeyReused) => Err(reused()),
        Err(UploadError::Faulty(faults)) => Err(faulty(&faults)),
        Err(UploadError::TooMany { most }) => {
            let detail = format!("{most} files wait for a message already");
            Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "too_many_files", detail)
                .hint("write the message that they are for, or wait a day"))
        }
        Err(UploadError::Portal(error)) => Err(error.into()),
    }
}

fn too_large(most: usize) -> Problem {
    let detail = format!("a file has at most {most} bytes");
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", detail).hint("send a smaller file")
}

fn faulty(faults: &[FieldFault]) -> Problem {
    let mut problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid_input", "some fields are not right");
    problem.faults = faults.iter().map(|f| ProblemFault { field: f.field.clone(), code: f.code.clone() }).collect();
    problem.hint("each entry of faults names a field and a code")
}

/// The files that a message names by the ids of their uploads.
pub(in crate::api) async fn named(
    app: &App,
    tenant: Id,
    principal: Id,
    ids: &[String],
) -> Result<Vec<FileInput>, Problem> {
    app.portal.uploaded(tenant, principal, ids).await?.map_err(|faults| faulty(&faults))
}

/// A file of a case.
#[utoipa::path(get, path = "/api/v1/support/cases/{id}/files/{file}", tag = "support",
    params(("id" = String, Path), ("file" = String, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "*/*"), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub(in crate::api) async fn download(
    State(app): State<App>,
    caller: Caller,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let state = room::load::<support::State>(&app, &caller).await?;
    let reading = Reading::new(&app, &caller)?;
    let found = support::case(&reading.setting(), &state, id_of(&id)?).map_err(room::denied(&reading.setting()))?;
    send(&app, caller.loaded.tenant, found, &file).await
}

/// Sends a file of a case. It is saved, never shown: what people upload runs nowhere.
pub(in crate::api) async fn send(
    app: &App,
    tenant: Id,
    case: Option<&support::Case>,
    file: &str,
) -> Result<Response, Problem> {
    let case = case.ok_or_else(|| room::refused(&support::Refusal::CaseMissing))?;
    let id: Id = file.parse().map_err(|_| Problem::missing())?;
    let file = case.posts.iter().flat_map(|post| &post.files).find(|f| f.id == id).ok_or_else(Problem::missing)?;
    let content = app.portal.file_content(tenant, id).await?.ok_or_else(Problem::missing)?;
    Ok(attachment::response(file.name.as_str(), &file.media_type, content))
}
