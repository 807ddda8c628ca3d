//! Files that a browser or a program saves.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// Comma-separated rows, to be saved under this name.
pub(crate) fn csv_file(name: &str, text: String) -> Response {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, disposition.unwrap_or_else(|_| HeaderValue::from_static("attachment"))),
    ];
    (headers, text).into_response()
}
