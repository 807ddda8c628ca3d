//! The operator's part of the API, under `/api/v1/operator`. To everybody else it does not exist: not in the document that
//! describes the API, and not by its answers ([`crate::operator`]).

mod caller;
mod companies;
mod sessions;

pub(super) use caller::OperatorCaller;
pub(crate) use caller::admit;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The operations.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(sessions::sign_in))
        .routes(routes!(sessions::show))
        .routes(routes!(sessions::tokens, sessions::create_token))
        .routes(routes!(sessions::revoke_token))
        .routes(routes!(companies::list))
}
