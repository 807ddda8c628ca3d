//! What surrounds every route: [`protect`] wraps a router and is the only way to the socket.
//!
//! In this order: a request id (in the log, in the `x-request-id` header, as the extension [`RequestId`]); the Host must be
//! ours; the client's address (as the extension [`ClientIp`]); the overall rate; requests that change something must come
//! from our own pages; the body is bounded; a handler that takes too long or panics becomes a page; every response
//! carries the security headers.
//!
//! Handlers read the extensions: `Extension(ClientIp(ip)): Extension<ClientIp>`. How a fault looks is the portal's matter:
//! [`protect`] takes a function from [`Fault`] to a response; [`plain_page`] is one.
//!
//! A call with `Authorization: Bearer` is exempt from the cross-site check, since no foreign page can make a browser send
//! it. So a handler that sees that header must not look at the session cookie.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use http_body_util::Limited as LimitedBody;
use ipnet::IpNet;
use tower_http::catch_panic::CatchPanicLayer;
use tracing::Instrument;

use crate::config::Settings;
use crate::limits::{Action, Limited};
use crate::secrets::random_id;
use crate::services::Services;

/// The longest body: the longest text of a form, 10,000 characters, in the encoding that takes most, and room beside it.
pub const BODY_BYTES_MAX: usize = 160 * 1024;
/// The longest body where files are sent. What a file may have is the programme's to say; the handler holds it to that
/// once it knows who sends it.
pub const FILE_BYTES_MAX: usize = 52_000_000;
/// Where files are sent: the beginnings of the paths.
const FILE_PATHS: &[&str] = &[
    "/api/v1/opportunities/bulk/",
    "/api/v1/leads/bulk/",
    "/opportunities/bulk/",
    "/leads/bulk/",
    "/api/v1/support/files",
];
/// Where files are sent in a company, by operators: beginning and end of the paths.
const FILE_PATHS_OF_COMPANIES: (&str, &str) = ("/api/v1/operator/companies/", "/files");
/// How long a request may take, its body included; one with files takes longer.
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// The header that names the request.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// Answers to machines that watch the portal by its address: no Host check, no rate.
pub const HEALTH_PATH: &str = "/healthz";

/// The longest body of a form with files, all of them together.
pub const FORM_WITH_FILES_BYTES_MAX: usize = 200 << 20;
/// Where forms with files are sent: how the paths begin and end.
const FORMS_WITH_FILES: &[(&str, &str)] =
    &[("/support/cases/", "/new"), ("/support/cases/", "/reply"), ("/operator/companies/", "/answer")];
/// A request that carries files may take this many times as long.
const FILE_PATIENCE: u32 = 10;

/// The id of the request, for events and for people who report a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(pub String);

/// Where the request came from, behind any trusted proxies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientIp(pub IpAddr);

/// Why a request did not reach its handler, or its handler did not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The Host is not ours.
    UnknownHost,
    /// Another site sent it.
    CrossSite,
    /// The body is too long.
    TooLarge,
    /// Too many from this network.
    Limited(Limited),
    /// The handler took too long.
    TimedOut,
    /// The handler panicked.
    Panicked,
}

impl Fault {
    /// The status to answer.
    pub fn status(self) -> StatusCode {
        match self {
            Self::UnknownHost => StatusCode::MISDIRECTED_REQUEST,
            Self::CrossSite => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Limited(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::TimedOut => StatusCode::SERVICE_UNAVAILABLE,
            Self::Panicked => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// Shows a fault to who asked for a path. The guard sets the status and Retry-After whatever the page says.
pub type FaultPage = fn(Fault, &RequestId, &str) -> Response;

/// A fault in one line of text.
pub fn plain_page(fault: Fault, id: &RequestId, _path: &str) -> Response {
    let reason = match fault {
        Fault::UnknownHost => "This server does not answer to that name.",
        Fault::CrossSite => "This request did not come from a page of the portal.",
        Fault::TooLarge => "That is more than can be sent at once.",
        Fault::Limited(_) => "Too many requests. Please wait a moment.",
        Fault::TimedOut => "This took too long. Please try again.",
        Fault::Panicked => "Something went wrong on our side.",
    };
    format!("{reason}\nRequest {}\n", id.0).into_response()
}

#[derive(Clone)]
struct Guard {
    services: Services,
    page: FaultPage,
    csp: HeaderValue,
    timeout: Duration,
}

/// Wraps a router in everything that every request must pass.
pub fn protect(router: Router, services: Services, page: FaultPage) -> Router {
    protect_for(router, services, page, REQUEST_TIMEOUT)
}

fn protect_for(router: Router, services: Services, page: FaultPage, timeout: Duration) -> Router {
    let guard = Guard { services, page, csp: HeaderValue::from_static(CONTENT_SECURITY_POLICY), timeout };
    router
        // The body is bounded by `admit`, by its path.
        .layer(DefaultBodyLimit::disable())
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(guard, run))
}

/// What pages may load: our own files, and nothing inline.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; \
     frame-ancestors 'none'; base-uri 'none'";

/// Marks the response of a handler that panicked, for the guard to turn into a page.
#[derive(Clone)]
struct Marked(Fault);

fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    // The panic's text was logged by the hook; it may hold data and is not for the client.
    let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    response.extensions_mut().insert(Marked(Fault::Panicked));
    response
}

async fn run(State(guard): State<Guard>, mut request: Request, next: Next) -> Response {
    // Without random bytes the request is refused further on, where a token is needed; the log can do without an id.
    let id = RequestId(random_id().unwrap_or_default());
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned()).unwrap_or_default();
    let span = tracing::info_span!("request", id = id.0, method = %request.method(), route);
    request.extensions_mut().insert(id.clone());
    let path = request.uri().path().to_owned();
    let begun = Instant::now();
    async move {
        let secure = guard.services.settings.public_url.is_https();
        let timeout = patience(request.uri().path(), guard.timeout);
        let answer = match admit(&guard.services, &mut request) {
            Ok(()) => match tokio::time::timeout(timeout, next.run(request)).await {
                Ok(response) => match response.extensions().get::<Marked>() {
                    Some(Marked(fault)) => Err(*fault),
                    None => Ok(response),
                },
                Err(_) => Err(Fault::TimedOut),
            },
            Err(fault) => Err(fault),
        };
        let mut response = answer.unwrap_or_else(|fault| show(&guard, fault, &id, &path));
        if let Ok(value) = HeaderValue::from_str(&id.0) {
            response.headers_mut().insert(REQUEST_ID, value);
        }
        set_security_headers(response.headers_mut(), &guard.csp, secure);
        let elapsed_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        tracing::info!(status = response.status().as_u16(), elapsed_ms, "answered");
        response
    }
    .instrument(span)
    .await
}

fn show(guard: &Guard, fault: Fault, id: &RequestId, path: &str) -> Response {
    let mut response = (guard.page)(fault, id, path);
    *response.status_mut() = fault.status();
    if let Fault::Limited(limited) = fault {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(limited.retry_after_s));
    }
    response
}

/// Checks a request before its handler sees it.
fn admit(services: &Services, request: &mut Request) -> Result<(), Fault> {
    let settings = &services.settings;
    let path = request.uri().path();
    let watched = path == HEALTH_PATH;
    if !watched && !host_is_ours(settings, request) {
        return Err(Fault::UnknownHost);
    }
    let counted = !watched && !path.starts_with(crate::assets::PREFIX);
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let client = client_ip(peer, request.headers(), &settings.trusted_proxies);
    request.extensions_mut().insert(ClientIp(client));
    if counted {
        services.limits.check(Action::Request, client, None).map_err(Fault::Limited)?;
    }
    if !is_safe(request.method()) && !comes_from_us(settings, request.headers()) {
        return Err(Fault::CrossSite);
    }
    let most = body_bytes_max(request.uri().path());
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if announced.and_then(|length| length.parse::<usize>().ok()).is_some_and(|length| length > most) {
        return Err(Fault::TooLarge);
    }
    let body = std::mem::take(request.body_mut());
    *request.body_mut() = Body::new(LimitedBody::new(body, most));
    Ok(())
}

/// The longest body of a request to `path`.
fn body_bytes_max(path: &str) -> usize {
    if FORMS_WITH_FILES.iter().any(|(begin, end)| path.starts_with(begin) && path.ends_with(end)) {
        return FORM_WITH_FILES_BYTES_MAX + BODY_BYTES_MAX;
    }
    let (begin, end) = FILE_PATHS_OF_COMPANIES;
    let company = path.strip_prefix(begin).and_then(|rest| rest.strip_suffix(end));
    let takes_files = FILE_PATHS.iter().any(|begin| path.starts_with(begin))
        || company.is_some_and(|company| !company.is_empty() && !company.contains('/'));
    if takes_files { FILE_BYTES_MAX } else { BODY_BYTES_MAX }
}

/// How long a request to `path` may take: files of some size come slowly over a telephone.
fn patience(path: &str, timeout: Duration) -> Duration {
    if body_bytes_max(path) > BODY_BYTES_MAX { timeout * FILE_PATIENCE } else { timeout }
}

fn host_is_ours(settings: &Settings, request: &Request) -> bool {
    let known = |host: &str| {
        host.eq_ignore_ascii_case(settings.public_url.authority())
            || settings.local_hosts.iter().any(|local| host.eq_ignore_ascii_case(local))
    };
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    host.to_str().is_ok_and(known) && request.uri().authority().is_none_or(|authority| known(authority.as_str()))
}

/// The client behind trusted proxies: the last address in X-Forwarded-For that is not itself a trusted proxy.
fn client_ip(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |ip: IpAddr| trusted.iter().any(|network| network.contains(&ip));
    let mut client = peer.to_canonical();
    let forwarded: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .flat_map(|value| value.to_str().unwrap_or_default().split(','))
        .collect();
    for hop in forwarded.into_iter().rev() {
        if !is_trusted(client) {
            break;
        }
        match hop.trim().parse::<IpAddr>() {
            Ok(ip) => client = ip.to_canonical(),
            // What stands further left was written by somebody whom nobody vouches for.
            Err(_) => break,
        }
    }
    client
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Whether a request that changes something was sent by our own page, or by a program with a token.
fn comes_from_us(settings: &Settings, headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    if text(header::AUTHORIZATION)
        .is_some_and(|value| value.split_once(' ').is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")))
    {
        return true;
    }
    match (text(HeaderName::from_static("sec-fetch-site")), text(header::ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let local = |host: &String| origin.strip_prefix("http://") == Some(host);
            origin == settings.public_url.origin()
                || (!settings.public_url.is_https() && settings.local_hosts.iter().any(local))
        }
        // A browser that sends a form names where it comes from. A program has nothing that could be misused, as long as
        // it does not carry what a browser attaches by itself.
        (None, None) => {
            ![header::COOKIE, header::AUTHORIZATION, header::REFERER].iter().any(|h| headers.contains_key(h))
        }
    }
}

fn set_security_headers(headers: &mut HeaderMap, csp: &HeaderValue, secure: bool) {
    // What people uploaded comes with a stricter one of its own.
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert_with(|| csp.clone());
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=()"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

#[cfg(test)]
mod tests;
