//! The operator's part of the API, under `/api/v1/operator`. To everybody else it does not exist: not in the document that
//! describes the API, and not by its answers ([`crate::operator`]).

mod at;
mod caller;
mod channel;
mod companies;
mod programme;
mod sessions;
mod support;
mod trail;

pub(super) use at::At;
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
        .routes(routes!(companies::show))
        .routes(routes!(companies::set_stage))
        .routes(routes!(companies::reassign_lead))
        .routes(routes!(companies::deactivate))
        .routes(routes!(companies::remove))
        .routes(routes!(programme::record_certification))
        .routes(routes!(programme::drop_certification))
        .routes(routes!(programme::settle_request))
        .routes(routes!(programme::judge_record))
        .routes(routes!(programme::grant_qualification))
        .routes(routes!(programme::revoke_qualification))
        .routes(routes!(programme::record_payment))
        .routes(routes!(programme::cancel_bill))
        .routes(routes!(programme::record_work))
        .routes(routes!(channel::record_statement))
        .routes(routes!(channel::withdraw_statement))
        .routes(routes!(trail::of_company))
        .routes(routes!(trail::download_of_company))
        .routes(routes!(trail::of_programme))
        .routes(routes!(trail::download_of_programme))
        .routes(routes!(support::queue))
        .routes(routes!(support::case, support::close))
        .routes(routes!(support::reply))
        .routes(routes!(support::upload))
        .routes(routes!(support::download))
        .routes(routes!(support::show_inquiry, support::close_inquiry))
        .routes(routes!(support::answer_inquiry))
}
