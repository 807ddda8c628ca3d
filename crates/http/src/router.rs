//! The whole app as one function of its state, so that tests call it without a socket.

use axum::Router;
use axum::extract::{FromRef, State};
use axum::http::StatusCode;
use axum::routing::get;

use crate::guard::{self, FaultPage};
use crate::services::Services;
use crate::{assets, captcha};

/// Where the widget fetches its challenge.
pub const CHALLENGE_PATH: &str = "/captcha/challenge";

/// The whole app: health, static files, captcha and the portal's own routes, behind the guard.
pub fn assemble<S>(state: S, routes: Router<S>, fault_page: FaultPage) -> Router
where
    S: Clone + Send + Sync + 'static,
    Services: FromRef<S>,
{
    let services = Services::from_ref(&state);
    let router = Router::new()
        .route(guard::HEALTH_PATH, get(health))
        .route(CHALLENGE_PATH, get(challenge))
        .merge(assets::routes())
        .merge(routes)
        .with_state(state);
    guard::protect(router, services, fault_page)
}

async fn health(State(services): State<Services>) -> (StatusCode, &'static str) {
    match services.store.ping().await {
        Ok(()) => (StatusCode::OK, "ok\n"),
        Err(error) => {
            tracing::error!(%error, "the store does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the store does not answer\n")
        }
    }
}

async fn challenge(
    State(services): State<Services>,
) -> Result<axum::Json<impl serde::Serialize>, (StatusCode, &'static str)> {
    services.captcha.challenge().map(axum::Json).map_err(|error: captcha::CaptchaError| {
        tracing::error!(%error, "no challenge");
        (StatusCode::SERVICE_UNAVAILABLE, "no challenge can be made now\n")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::store::sqlite::SqliteStore;
    use axum::body::Body;
    use axum::http::Request;
    use http_body_util::BodyExt;
    use std::sync::Arc;
    use tower::ServiceExt;

    // Rules: REG-19
    #[tokio::test]
    async fn health_and_challenge_are_served() {
        let dir = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(dir.path()).await.unwrap());
        let services = Services::for_tests(store.clone(), Clock::System).unwrap();
        let app = assemble(services.clone(), Router::new(), guard::plain_page);
        let get = |path: &str| {
            let request = Request::get(path).header("host", "127.0.0.1:8480").body(Body::empty()).unwrap();
            app.clone().oneshot(request)
        };
        assert_eq!(get(guard::HEALTH_PATH).await.unwrap().status(), StatusCode::OK);
        let challenge = get(CHALLENGE_PATH).await.unwrap();
        assert_eq!(challenge.headers()["content-type"], "application/json");
        let challenge = challenge.into_body().collect().await.unwrap().to_bytes();
        let solution = captcha::solve(&serde_json::from_slice(&challenge).unwrap()).unwrap();
        services.captcha.verify(&solution).unwrap();
        store.close().await;
        assert_eq!(get(guard::HEALTH_PATH).await.unwrap().status(), StatusCode::SERVICE_UNAVAILABLE);
    }
}
