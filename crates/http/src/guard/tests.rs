//! The guard, request by request, without a socket.

use super::*;
use axum::body::Body;
use axum::routing::{get, post};
use axum::{Extension, Json};
use chrono::DateTime;
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::clock::Clock;
use crate::secrets::{Cost, ServerSecret};
use crate::services::Costs;
use crate::store::sqlite::SqliteStore;

struct App {
    router: Router,
    _dir: tempfile::TempDir,
}

async fn app_with(settings: Settings) -> App {
    app_for(settings, REQUEST_TIMEOUT).await
}

async fn app_for(settings: Settings, timeout: Duration) -> App {
    let dir = tempfile::tempdir().unwrap();
    let store = std::sync::Arc::new(SqliteStore::open(dir.path()).await.unwrap());
    let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
    let costs = Costs { password: Cost::CHEAPEST, captcha_difficulty: 100 };
    let services = Services::new(store, &ServerSecret::random().unwrap(), costs, clock, settings).unwrap();
    let router = Router::new()
        .route("/", get(async || "home"))
        .route("/change", post(async |body: String| body.len().to_string()))
        .route("/who", get(async |Extension(ClientIp(ip)): Extension<ClientIp>| ip.to_string()))
        .route("/id", get(async |Extension(RequestId(id)): Extension<RequestId>| id))
        .route("/json", post(async |Json(_): Json<serde_json::Value>| "ok"))
        .route("/panics", get(panics))
        .route("/never", get(async || std::future::pending::<&str>().await))
        .route(HEALTH_PATH, get(async || "ok"))
        .merge(crate::assets::routes());
    App { router: protect_for(router, services, plain_page, timeout), _dir: dir }
}

async fn panics() -> &'static str {
    panic!("secret detail")
}

async fn app() -> App {
    app_with(Settings::for_tests()).await
}

fn request(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header("host", "127.0.0.1:8480")
}

impl App {
    async fn send(&self, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        (parts.status, parts.headers, String::from_utf8_lossy(&body).into_owned())
    }

    async fn status(&self, request: axum::http::request::Builder) -> u16 {
        self.send(request.body(Body::empty()).unwrap()).await.0.as_u16()
    }
}

fn public() -> Settings {
    Settings {
        public_url: "https://partners.example.com".parse().unwrap(),
        local_hosts: Vec::new(),
        ..Settings::for_tests()
    }
}

#[tokio::test]
async fn every_response_carries_the_security_headers() {
    let app = app().await;
    for (path, status) in [("/", 200), ("/missing", 404), ("/panics", 500)] {
        let (got, headers, _) = app.send(request("GET", path).body(Body::empty()).unwrap()).await;
        assert_eq!(got, status, "{path}");
        assert_eq!(headers["content-security-policy"], CONTENT_SECURITY_POLICY, "{path}");
        assert!(!CONTENT_SECURITY_POLICY.contains("unsafe"));
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["referrer-policy"], "same-origin", "{path}");
        assert_eq!(headers["cross-origin-opener-policy"], "same-origin", "{path}");
        assert_eq!(headers["cache-control"], "no-store", "{path}");
        assert!(!headers.contains_key("strict-transport-security"), "{path}");
    }
    let asset = request("GET", crate::assets::asset_url("app.css")).body(Body::empty()).unwrap();
    let (_, headers, _) = app.send(asset).await;
    assert!(headers["cache-control"].to_str().unwrap().contains("immutable"));
}

#[tokio::test]
async fn under_https_browsers_are_told_to_stay() {
    let app = app_with(public()).await;
    let request = Request::get("/").header("host", "partners.example.com").body(Body::empty()).unwrap();
    let (status, headers, _) = app.send(request).await;
    assert_eq!(status, 200);
    assert!(headers.contains_key("strict-transport-security"));
}

#[tokio::test]
async fn only_our_own_hosts_are_answered() {
    let local = app().await;
    for (host, expected) in [
        ("127.0.0.1:8480", 200),
        ("localhost:8480", 200),
        ("LOCALHOST:8480", 200),
        ("[::1]:8480", 200),
        ("127.0.0.1", 421),
        ("127.0.0.1:80", 421),
        ("evil.example", 421),
        ("127.0.0.1:8480.evil.example", 421),
        ("", 421),
    ] {
        assert_eq!(local.status(Request::get("/").header("host", host)).await, expected, "{host}");
    }
    let open = app_with(public()).await;
    for (host, expected) in [
        ("partners.example.com", 200),
        ("Partners.Example.Com", 200),
        ("partners.example.com.", 421),
        ("www.partners.example.com", 421),
        ("127.0.0.1:8480", 421),
    ] {
        assert_eq!(open.status(Request::get("/").header("host", host)).await, expected, "{host}");
    }
    assert_eq!(local.status(Request::get("/")).await, 421, "no host");
    let two = Request::get("/").header("host", "127.0.0.1:8480").header("host", "evil.example");
    assert_eq!(local.status(two).await, 421, "two hosts");
    let absolute = Request::get("http://evil.example/").header("host", "127.0.0.1:8480");
    assert_eq!(local.status(absolute).await, 421, "another host in the request line");
    let forwarded = request("GET", "/").header("x-forwarded-host", "evil.example");
    assert_eq!(local.status(forwarded).await, 200, "nobody reads it");
    assert_eq!(local.status(Request::get(HEALTH_PATH).header("host", "10.0.0.7")).await, 200);
}

#[tokio::test]
async fn changes_come_from_our_own_pages_only() {
    let app = app().await;
    for (name, value, expected) in [
        ("sec-fetch-site", "same-origin", 200),
        ("sec-fetch-site", "none", 200),
        ("sec-fetch-site", "same-site", 403),
        ("sec-fetch-site", "cross-site", 403),
        ("origin", "http://127.0.0.1:8480", 200),
        ("origin", "http://localhost:8480", 200),
        ("origin", "https://127.0.0.1:8480", 403),
        ("origin", "http://evil.example", 403),
        ("origin", "null", 403),
        ("authorization", "Bearer abc", 200),
        ("authorization", "Basic abc", 403),
        ("referer", "http://127.0.0.1:8480/", 403),
        ("cookie", "session=x", 403),
    ] {
        assert_eq!(app.status(request("POST", "/change").header(name, value)).await, expected, "{name}: {value}");
    }
    assert_eq!(app.status(request("POST", "/change")).await, 200, "a program without a cookie");
    let both =
        request("POST", "/change").header("sec-fetch-site", "cross-site").header("origin", "http://127.0.0.1:8480");
    assert_eq!(app.status(both).await, 403, "the stricter one counts");
    assert_eq!(app.status(request("GET", "/").header("sec-fetch-site", "cross-site")).await, 200, "a link");
}

#[tokio::test]
async fn under_https_a_plain_origin_of_this_machine_is_foreign() {
    let behind_proxy = Settings { public_url: public().public_url, ..Settings::for_tests() };
    let app = app_with(behind_proxy).await;
    for (origin, expected) in [("https://partners.example.com", 200), ("http://localhost:8480", 403)] {
        assert_eq!(app.status(request("POST", "/change").header("origin", origin)).await, expected, "{origin}");
    }
}

#[tokio::test]
async fn bodies_are_bounded_with_and_without_an_announcement() {
    let app = app().await;
    let post = |length: usize| {
        request("POST", "/change").header("origin", "http://127.0.0.1:8480").body(Body::from("x".repeat(length)))
    };
    assert_eq!(app.send(post(BODY_BYTES_MAX).unwrap()).await.2, BODY_BYTES_MAX.to_string());
    assert_eq!(app.send(post(BODY_BYTES_MAX + 1).unwrap()).await.0, 413);
    let announced =
        request("POST", "/change").header("origin", "http://127.0.0.1:8480").header("content-length", "170000");
    assert_eq!(app.status(announced).await, 413);
}

#[test]
fn only_where_files_are_sent_bodies_may_be_as_long_as_files() {
    for (path, most) in [
        ("/change", BODY_BYTES_MAX),
        ("/api/v1/opportunities", BODY_BYTES_MAX),
        ("/api/v1/opportunities/bulk/import", FILE_BYTES_MAX),
        ("/x/api/v1/opportunities/bulk/import", BODY_BYTES_MAX),
        ("/api/v1/support/files", FILE_BYTES_MAX),
        ("/api/v1/operator/companies/0123456789abcdef0123456789abcdef/files", FILE_BYTES_MAX),
        ("/api/v1/operator/companies//files", BODY_BYTES_MAX),
        ("/api/v1/operator/companies/a/b/files", BODY_BYTES_MAX),
        ("/api/v1/operator/companies/a/cases/b/messages", BODY_BYTES_MAX),
        ("/api/v1/operator/companies/files", BODY_BYTES_MAX),
        ("/support/cases/new", FORM_WITH_FILES_BYTES_MAX + BODY_BYTES_MAX),
        ("/support/cases/0/reply", FORM_WITH_FILES_BYTES_MAX + BODY_BYTES_MAX),
        ("/support/cases/0/close", BODY_BYTES_MAX),
        ("/support/contact", BODY_BYTES_MAX),
        ("/operator/companies/0/cases/0/answer", FORM_WITH_FILES_BYTES_MAX + BODY_BYTES_MAX),
        ("/operator/support/0/answer", BODY_BYTES_MAX),
    ] {
        assert_eq!(body_bytes_max(path), most, "{path}");
    }
}

#[tokio::test]
async fn the_client_is_whom_the_last_untrusted_hop_names() {
    let trusted = Settings { trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()], ..Settings::for_tests() };
    let app = app_with(trusted).await;
    for (peer, forwarded, expected) in [
        ("192.0.2.1", vec![], "192.0.2.1"),
        ("192.0.2.1", vec!["198.51.100.7"], "192.0.2.1"),
        ("10.0.0.1", vec!["198.51.100.7"], "198.51.100.7"),
        ("10.0.0.1", vec!["203.0.113.9, 198.51.100.7"], "198.51.100.7"),
        ("10.0.0.1", vec!["203.0.113.9", "198.51.100.7, 10.0.0.2"], "198.51.100.7"),
        ("10.0.0.1", vec!["203.0.113.9, garbage"], "10.0.0.1"),
        ("10.0.0.1", vec!["garbage, 198.51.100.7"], "198.51.100.7"),
        ("10.0.0.1", vec![], "10.0.0.1"),
        ("::ffff:10.0.0.1", vec!["::ffff:198.51.100.7"], "198.51.100.7"),
    ] {
        let mut builder = request("GET", "/who");
        for line in &forwarded {
            builder = builder.header("x-forwarded-for", *line);
        }
        let mut request = builder.body(Body::empty()).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 1)));
        assert_eq!(app.send(request).await.2, expected, "{peer} {forwarded:?}");
    }
}

#[tokio::test]
async fn a_request_has_one_id_of_our_own() {
    let app = app().await;
    let sent = request("GET", "/id").header("x-request-id", "theirs").body(Body::empty()).unwrap();
    let (_, headers, body) = app.send(sent).await;
    assert_eq!(headers["x-request-id"], body.as_str());
    assert_eq!(body.len(), 22);
    let (_, again, _) = app.send(request("GET", "/id").body(Body::empty()).unwrap()).await;
    assert_ne!(again["x-request-id"], headers["x-request-id"]);
}

#[tokio::test]
async fn a_panic_is_a_page_without_details() {
    let app = app().await;
    let (status, headers, body) = app.send(request("GET", "/panics").body(Body::empty()).unwrap()).await;
    assert_eq!(status, 500);
    assert!(body.contains(headers["x-request-id"].to_str().unwrap()), "{body}");
    assert!(!body.contains("secret detail"), "{body}");
}

#[tokio::test]
async fn a_handler_that_hangs_is_cut_off() {
    let app = app_for(Settings::for_tests(), Duration::from_millis(1)).await;
    let (status, _, body) = app.send(request("GET", "/never").body(Body::empty()).unwrap()).await;
    assert_eq!((status.as_u16(), body.contains("too long")), (503, true));
}

#[tokio::test]
async fn one_network_cannot_take_everything() {
    let app = app().await;
    let mut last = (StatusCode::OK, HeaderMap::new(), String::new());
    let mut answered = 0;
    while last.0 != StatusCode::TOO_MANY_REQUESTS {
        last = app.send(request("GET", "/").body(Body::empty()).unwrap()).await;
        answered += 1;
    }
    assert_eq!(answered, 601);
    assert!(last.1["retry-after"].to_str().unwrap().parse::<u64>().unwrap() >= 1);
    assert_eq!(app.status(request("GET", crate::assets::asset_url("app.css"))).await, 200);
    assert_eq!(app.status(request("GET", HEALTH_PATH)).await, 200);
}
