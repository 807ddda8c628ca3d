//! stub
use crate::app::App;
use axum::Router;
pub(super) fn routes() -> Router<App> {
    Router::new()
}
