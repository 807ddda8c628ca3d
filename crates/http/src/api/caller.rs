//! Who calls the API: the person of a personal token, or of the browser's session. And how bodies are read.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum_extra::extract::cookie::CookieJar;
use guildhall_core::Id;
use guildhall_core::access::Standing;
use guildhall_core::account::{Actor, Member, Status};
use serde::de::DeserializeOwned;
use serde::{Deserialize as _, Deserializer};
use sha2::{Digest, Sha256};

use super::problem::{Problem, ProblemFault};
use crate::app::App;
use crate::cookies::{Cookies, Purpose};
use crate::guard::{ClientIp, RequestId};
use crate::portal::{Loaded, Origin};
use crate::secrets::Token;

/// A member with access, and the account as it was when they asked.
pub(super) struct Caller {
    pub(super) member: Id,
    pub(super) loaded: Loaded,
    pub(super) standing: Standing,
    pub(super) origin: Origin,
}

impl Caller {
    pub(super) fn actor(&self) -> Actor {
        Actor::Member(self.member)
    }

    pub(super) fn me(&self) -> Option<&Member> {
        self.loaded.account.member(self.member)
    }
}

/// Where a request came from.
pub(super) fn origin_of(parts: &Parts) -> Origin {
    let source = parts.extensions.get::<ClientIp>().map(|ip| ip.0.to_string()).unwrap_or_default();
    let request = parts.extensions.get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    Origin { source, request }
}

/// The token of an `Authorization: Bearer` header; `Err` where there is such a header that holds none.
pub(super) fn bearer(headers: &HeaderMap) -> Result<Option<Token>, Problem> {
    let Some(value) = headers.get(header::AUTHORIZATION) else { return Ok(None) };
    let (scheme, token) = value.to_str().ok().and_then(|v| v.split_once(' ')).ok_or_else(Problem::unauthenticated)?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(Problem::unauthenticated());
    }
    Token::parse(token.trim()).map(Some).ok_or_else(Problem::unauthenticated)
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let internal = |e: crate::store::StoreError| Problem::internal(&e);
        // A request with a bearer token skipped the cross-site check, so its cookie counts for nothing.
        let (tenant, member) = match bearer(&parts.headers)? {
            Some(token) => app.services.token_owner(&token).await.map_err(internal)?,
            None => {
                let jar = CookieJar::from_headers(&parts.headers);
                match Cookies::new(&app.services.settings).read(&jar, Purpose::Session) {
                    Some(token) => {
                        let session = app.services.session(&token).await.map_err(internal)?;
                        session.map(|s| (s.tenant, s.principal))
                    }
                    None => None,
                }
            }
        }
        .ok_or_else(Problem::unauthenticated)?;
        let tenant: Id = tenant.parse().map_err(|_| Problem::unauthenticated())?;
        let member: Id = member.parse().map_err(|_| Problem::unauthenticated())?;
        let loaded = app.portal.load(tenant).await?.ok_or_else(Problem::unauthenticated)?;
        if loaded.account.member(member).is_none_or(|m| m.status != Status::Active) {
            return Err(Problem::unauthenticated());
        }
        let standing = loaded.account.standing(app.portal.program(), member);
        Ok(Self { member, loaded, standing, origin: origin_of(parts) })
    }
}

/// A JSON body, read strictly, with a hash of the whole request for the idempotency key.
pub(super) struct Body<T> {
    pub(super) value: T,
    pub(super) hash: String,
}

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let json = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .and_then(|v| v.split(';').next())
            .is_some_and(|v| v.trim().eq_ignore_ascii_case("application/json"));
        if !json {
            let detail = "the body has to be application/json";
            return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", detail)
                .hint("send the header Content-Type: application/json"));
        }
        let target = format!("{} {}", request.method(), request.uri());
        let bytes =
            axum::body::Bytes::from_request(request, app).await.map_err(|rejection| unread(rejection.status()))?;
        // A list would be read as the fields of an object in their order: nobody means that.
        if bytes.trim_ascii_start().first() != Some(&b'{') {
            return Err(Problem::new(StatusCode::BAD_REQUEST, "malformed", "the body has to be a JSON object")
                .hint("the bodies are described in /api/openapi.json"));
        }
        let value = serde_json::from_slice(&bytes).map_err(|e| {
            Problem::new(StatusCode::BAD_REQUEST, "malformed", format!("the body is not as described: {e}"))
                .hint("the bodies are described in /api/openapi.json")
        })?;
        Ok(Self { value, hash: request_hash(&target, &bytes) })
    }
}

/// A body that could not be read to its end.
fn unread(status: StatusCode) -> Problem {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        let detail = "the body is longer than this address takes";
        return Problem::new(status, "too_large", detail).hint("send less at once");
    }
    Problem::new(status, "body", "the body could not be read")
}

/// A hash over method, address and body.
pub(super) fn request_hash(target: &str, body: &[u8]) -> String {
    let digest = Sha256::new().chain_update(target.as_bytes()).chain_update([0]).chain_update(body).finalize();
    data_encoding::HEXLOWER.encode(&digest)
}

/// A whole number of a body. In JSON `77.0` is one too.
pub(super) fn whole_number<'de, D: Deserializer<'de>, N: TryFrom<i128>>(from: D) -> Result<N, D::Error> {
    let number = serde_json::Number::deserialize(from)?;
    let float = || number.as_f64().filter(|n| n.fract() == 0.0).and_then(|n| format!("{n:.0}").parse().ok());
    let whole: Option<i128> = number.as_i128().or_else(float);
    let whole = whole.and_then(|whole| N::try_from(whole).ok());
    whole.ok_or_else(|| serde::de::Error::custom(format!("{number} is not a whole number that fits here")))
}

/// What stands behind the question mark of an address, read strictly; a name may stand there several times.
#[derive(Debug)]
pub(super) struct Asked<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequestParts<App> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let asked = serde_html_form::from_str(parts.uri.query().unwrap_or_default());
        asked.map(Self).map_err(|error| bad_query(&format!("the query is not as described: {error}")))
    }
}

/// A query that cannot be answered.
pub(super) fn bad_query(detail: &str) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "malformed", detail).hint("the parameters are described in /api/openapi.json")
}

/// A parameter that cannot be used.
pub(super) fn bad_parameter(field: &str, code: &str) -> Problem {
    let mut problem = bad_query(&format!("the parameter {field} cannot be used"));
    problem.faults.push(ProblemFault { field: field.into(), code: code.into() });
    problem
}

/// How many rows a page has: what is asked for, from 1 to `most`; `default` where nothing is said.
pub(super) fn page_limit(asked: Option<u32>, default: u32, most: u32) -> Result<u32, Problem> {
    let limit = asked.unwrap_or(default);
    if (1..=most).contains(&limit) { Ok(limit) } else { Err(bad_parameter("limit", "out_of_range")) }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Wish {
        #[serde(deserialize_with = "super::whole_number")]
        days: u32,
    }

    #[test]
    fn a_whole_number_may_be_written_with_a_point() {
        for (text, days) in
            [("77", Some(77)), ("77.0", Some(77)), ("7.7e1", Some(77)), ("77.5", None), ("-1", None), ("-1.0", None)]
        {
            let read = serde_json::from_str::<Wish>(&format!("{{\"days\":{text}}}")).ok().map(|wish| wish.days);
            assert_eq!(read, days, "{text}");
        }
        assert!(serde_json::from_str::<Wish>("{\"days\":\"77\"}").is_err());
        assert!(serde_json::from_str::<Wish>("{\"days\":1e12}").is_err());
    }
}
