//! A form with a file of rows. It is read only for who is signed in, and no further than a file may be long.

use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::cookies::FORM_FIELD;
use crate::pages::errors;
use crate::pages::visit::Visit;

/// The longest text of a field beside the file.
const FIELD_BYTES_MOST: usize = 4096;
/// The most fields beside the file.
const FIELDS_MOST: usize = 16;

/// Why a file cannot be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileFault {
    /// None was chosen.
    Missing,
    /// It is longer than the programme takes.
    TooLarge,
    /// It is not UTF-8; this line is the first that is not.
    NotUtf8(usize),
}

/// A file that was chosen.
#[derive(Debug)]
pub(super) struct Uploaded {
    pub(super) name: String,
    pub(super) text: String,
}

/// A form with a file that was sent: its token was checked.
#[derive(Debug)]
pub(super) struct PostedFile {
    pub(super) visit: Visit,
    fields: Vec<(String, String)>,
    pub(super) file: Result<Uploaded, FileFault>,
}

impl PostedFile {
    /// The text of a field; empty where there is none.
    pub(super) fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str())
    }
}

impl FromRequest<App> for PostedFile {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, app).await?;
        visit.member().map_err(IntoResponse::into_response)?;
        let media_type = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !media_type.is_some_and(|value| value.to_ascii_lowercase().starts_with("multipart/form-data")) {
            return Err(errors::status(&visit, StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let bad = |status| errors::status(&visit, status);
        let request = Request::from_parts(parts, body);
        let mut form = Multipart::from_request(request, app).await.map_err(|_| bad(StatusCode::BAD_REQUEST))?;
        let most = visit.program().pipeline().bulk().bytes_most as usize;
        let (mut fields, mut file) = (Vec::new(), Err(FileFault::Missing));
        loop {
            let field = match form.next_field().await {
                Ok(Some(field)) => field,
                Ok(None) => break,
                Err(error) => return Err(bad(error.status())),
            };
            let name = field.name().unwrap_or_default().to_owned();
            if name == "file" {
                file = uploaded(field, most).await.map_err(bad)?;
            } else if fields.len() < FIELDS_MOST {
                let bytes = limited(field, FIELD_BYTES_MOST).await.map_err(bad)?;
                let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
                fields.push((name, text.ok_or_else(|| bad(StatusCode::BAD_REQUEST))?));
            } else {
                return Err(bad(StatusCode::PAYLOAD_TOO_LARGE));
            }
        }
        let mut tokens = fields.iter().filter(|(name, _)| name == FORM_FIELD);
        let token = tokens.next().filter(|_| tokens.next().is_none());
        if !token.is_some_and(|(_, token)| visit.is_form_token(token)) {
            return Err(errors::stale_form(&visit));
        }
        Ok(Self { visit, fields, file })
    }
}

/// The bytes of a field, if there are no more than `most`.
pub(in crate::pages) async fn limited(mut field: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, StatusCode> {
    let (mut bytes, mut too_many) = (Vec::new(), false);
    while let Some(chunk) = field.chunk().await.map_err(|error| error.status())? {
        // The rest is read and forgotten, so that the browser gets to the answer.
        too_many |= bytes.len() + chunk.len() > most;
        if !too_many {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((!too_many).then_some(bytes))
}

async fn uploaded(field: Field<'_>, most: usize) -> Result<Result<Uploaded, FileFault>, StatusCode> {
    let name: String = field.file_name().unwrap_or_default().chars().filter(|c| !c.is_control()).take(100).collect();
    let Some(bytes) = limited(field, most).await? else { return Ok(Err(FileFault::TooLarge)) };
    if name.is_empty() && bytes.is_empty() {
        return Ok(Err(FileFault::Missing));
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Ok(Uploaded { name, text }),
        Err(error) => {
            let good = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
            Err(FileFault::NotUtf8(good.filter(|byte| **byte == b'\n').count() + 1))
        }
    })
}
