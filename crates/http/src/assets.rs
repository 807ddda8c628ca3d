//! The static files, embedded in the binary.
//!
//! A file's address holds a hash of its content ([`asset_url`]), so browsers may keep it for ever and a new version has a
//! new address. To add a file, put it under `assets/` and add a row to the table; a test says when one is forgotten.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// The path that all addresses begin with.
pub const PREFIX: &str = "/assets/";

struct Asset {
    name: &'static str,
    media_type: &'static str,
    bytes: &'static [u8],
}

macro_rules! assets {
    ($($name:literal => $media_type:expr),+ $(,)?) => {
        &[$(Asset {
            name: $name,
            media_type: $media_type,
            bytes: include_bytes!(concat!("../assets/", $name)),
        }),+]
    };
}

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

const ASSETS: &[Asset] = assets![
    "app.css" => CSS,
    "app.js" => JS,
    "favicon.svg" => SVG,
    "reference.js" => JS,
    "vendor/altcha-worker.js" => JS,
    "vendor/altcha.css" => CSS,
    "vendor/altcha.js" => JS,
    "vendor/htmx.min.js" => JS,
];

/// The addresses by name, and the files by what follows the prefix.
struct Index {
    urls: BTreeMap<&'static str, String>,
    files: BTreeMap<String, &'static Asset>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index { urls: BTreeMap::new(), files: BTreeMap::new() };
    for asset in ASSETS {
        let digest = HEXLOWER.encode(&Sha256::digest(asset.bytes));
        let hash = digest.get(..12).unwrap_or(&digest);
        let path = match asset.name.rsplit_once('.') {
            Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
            None => format!("{}.{hash}", asset.name),
        };
        index.urls.insert(asset.name, format!("{PREFIX}{path}"));
        index.files.insert(path, asset);
    }
    index
});

/// The address of a file, such as `app.css` or `vendor/htmx.min.js`.
pub fn asset_url(name: &str) -> &'static str {
    match INDEX.urls.get(name) {
        Some(url) => url,
        None => {
            tracing::error!(name, "a page asks for a static file that is not embedded");
            "/assets/missing"
        }
    }
}

/// The routes of the static files.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{*path}", get(serve))
}

async fn serve(Path(path): Path<String>) -> Response {
    let Some(asset) = INDEX.files.get(&path) else { return StatusCode::NOT_FOUND.into_response() };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(asset.media_type)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    ];
    (headers, asset.bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::Request;
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    async fn get(path: &str) -> Response {
        let request = Request::get(path).body(Body::empty()).unwrap();
        routes::<()>().with_state(()).oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn every_file_is_served_under_its_hash_for_ever() {
        for asset in ASSETS {
            let response = get(asset_url(asset.name)).await;
            assert_eq!(response.status(), StatusCode::OK, "{}", asset.name);
            assert_eq!(response.headers()[header::CONTENT_TYPE], asset.media_type);
            assert!(response.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
            assert_eq!(response.into_body().collect().await.unwrap().to_bytes(), asset.bytes);
        }
    }

    #[tokio::test]
    async fn nothing_else_is_served() {
        for path in
            ["/assets/app.css", "/assets/app.000000000000.css", "/assets/../Cargo.toml", "/assets/%2e%2e/lib.rs"]
        {
            assert_eq!(get(path).await.status(), StatusCode::NOT_FOUND, "{path}");
        }
    }

    #[test]
    fn every_file_on_disk_is_in_the_table() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                if path.is_dir() {
                    folders.push(path);
                } else if !name.ends_with(".md") && !name.contains("LICENSE") {
                    assert!(ASSETS.iter().any(|asset| asset.name == name), "{name} is not embedded");
                }
            }
        }
    }
}
