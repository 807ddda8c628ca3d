//! `Accept`: an answer in a media type that the caller does not take is refused before anything is done.
//!
//! What each operation answers in stands in the document, so this needs no word of its handler.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use serde_json::Value;

use super::document::METHODS;
use super::problem::Problem;

/// The media types of good answers, by path and method.
#[derive(Clone, Default)]
pub(super) struct Offers(Arc<BTreeMap<(String, String), Vec<String>>>);

impl Offers {
    /// Those of a document.
    pub(super) fn of(document: &Value) -> Self {
        let mut offers = BTreeMap::new();
        let paths = document.get("paths").and_then(Value::as_object).into_iter().flatten();
        for (path, item) in paths {
            for method in METHODS {
                let responses = item.get(method).and_then(|o| o.get("responses")).and_then(Value::as_object);
                let good = responses.into_iter().flatten().filter(|(status, _)| status.starts_with('2'));
                let types = good.filter_map(|(_, told)| told.get("content").and_then(Value::as_object));
                let types: Vec<String> = types.flat_map(|content| content.keys().cloned()).collect();
                if !types.is_empty() {
                    offers.insert((path.clone(), method.to_ascii_uppercase()), types);
                }
            }
        }
        Self(Arc::new(offers))
    }

    fn at(&self, path: &str, method: &Method) -> Option<&Vec<String>> {
        let method = if *method == Method::HEAD { &Method::GET } else { method };
        self.0.get(&(path.to_owned(), method.to_string()))
    }
}

/// Refuses a request whose answer could not be taken.
pub(super) async fn negotiate(State(offers): State<Offers>, request: Request, next: Next) -> Response {
    let offered = request.extensions().get::<MatchedPath>().and_then(|p| offers.at(p.as_str(), request.method()));
    if let Some(offered) = offered
        && !offered.iter().any(|offer| accepts(request.headers(), offer))
    {
        let detail = format!("the answer comes as {}", offered.join(" or "));
        let problem = Problem::new(StatusCode::NOT_ACCEPTABLE, "not_acceptable", detail);
        return axum::response::IntoResponse::into_response(problem.hint("send Accept: */*, or leave it out"));
    }
    next.run(request).await
}

/// Whether the caller takes this media type. The most specific range of `Accept` that fits it decides; a range that
/// cannot be read is passed over.
fn accepts(headers: &HeaderMap, offer: &str) -> bool {
    let (kind, sub) = offer.split_once('/').unwrap_or((offer, "*"));
    let mut asked = false;
    let mut best: Option<(u8, bool)> = None;
    for range in headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).flat_map(ranges) {
        asked = true;
        let ((wanted_kind, wanted_sub), taken) = range;
        // An offer with a star stands for whatever the answer turns out to be.
        let fits =
            |wanted: &str, offered: &str| wanted == "*" || offered == "*" || wanted.eq_ignore_ascii_case(offered);
        if fits(wanted_kind, kind) && fits(wanted_sub, sub) {
            let rank = u8::from(wanted_kind != "*") + u8::from(wanted_sub != "*");
            best = match best {
                Some((known, takes)) if known > rank || (known == rank && takes) => Some((known, takes)),
                _ => Some((rank, taken)),
            };
        }
    }
    !asked || best.is_some_and(|(_, taken)| taken)
}

/// The ranges of one `Accept`, each with whether it is taken: `q=0` means it is not.
fn ranges(value: &str) -> impl Iterator<Item = ((&str, &str), bool)> {
    value.split(',').filter_map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let range = parts.next()?.split_once('/')?;
        let refused = parts.filter_map(|p| p.split_once('=')).any(|(name, quality)| {
            name.trim().eq_ignore_ascii_case("q") && quality.trim().parse::<f32>().is_ok_and(|q| q <= 0.0)
        });
        Some((range, !refused))
    })
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn accept_is_read_by_the_most_specific_range() {
        for (accept, offer, taken) in [
            ("", "application/json", true),
            ("*/*", "application/json", true),
            ("application/*", "application/json", true),
            ("APPLICATION/JSON; charset=utf-8", "application/json", true),
            ("text/html, application/json;q=0.1", "application/json", true),
            ("text/html", "application/json", false),
            ("application/json;q=0", "application/json", false),
            ("*/*, application/json; q=0.000", "application/json", false),
            ("application/*;q=0, application/json", "application/json", true),
            ("text/csv", "text/csv", true),
            ("image/png", "*/*", true),
            ("nonsense", "application/json", true),
        ] {
            let mut headers = HeaderMap::new();
            if !accept.is_empty() {
                headers.insert(header::ACCEPT, HeaderValue::from_str(accept).unwrap());
            }
            assert_eq!(accepts(&headers, offer), taken, "{accept:?} {offer}");
        }
    }
}
