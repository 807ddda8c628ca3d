//! How files that people uploaded leave the portal: saved under their names, never shown. What people upload runs nowhere.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;

/// The answer with a file.
pub(crate) fn response(name: &str, media_type: &str, content: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(content));
    let headers = response.headers_mut();
    let text = |value: &str| HeaderValue::from_str(value).unwrap_or(HeaderValue::from_static("attachment"));
    headers.insert(header::CONTENT_TYPE, text(media_type));
    headers.insert(header::CONTENT_DISPOSITION, text(&disposition(name)));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    let sandbox = HeaderValue::from_static("sandbox; default-src 'none'");
    headers.insert(header::CONTENT_SECURITY_POLICY, sandbox);
    response
}

/// The header that makes a browser save a file under its name, as in RFC 6266: the name in UTF-8, percent-encoded.
fn disposition(name: &str) -> String {
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename*=UTF-8''{encoded}")
}
