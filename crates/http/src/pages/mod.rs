//! The pages of the portal, rendered on the server. They work without JavaScript and are better with it.
//!
//! - `visit`: one request: who asks, in which language; forms that were sent.
//! - `view`, `form`, `navigation`: what pages are made of. `locale`, `words`, `letters`: what they say.
//! - `entry`: registration, invitations, password reset. `sign`: in and out.
//! - `home`, `items`, `denied`, `search`, `help`, `language`: finding the way, and why a way is closed.
//! - `tasks`; `content`: news, events, resources, walkthroughs.
//! - `pipeline`: opportunities and leads. `showcase`, `programs`, `badges`, `channel`: what the company builds and earns.
//! - `partners`: the directory, for everybody. `support`: cases, articles, the contact form.
//! - `attachments`, `once`: forms with files, and forms that count once.
//! - `operator`: the side of the programme's operators.
//! - `users`, `company`, `scorecard`, `certifications`, `fee`, `profile`: the company's own pages. `linking`: the
//!   marketplace and IAM roles. `trail`: what happened.
//!
//! INVARIANT (no rule here): what somebody may see or do is asked of the core; a page never looks at a role's name.

mod attachments;
mod badges;
mod certifications;
mod channel;
mod company;
mod content;
mod denied;
mod entry;
mod errors;
mod fee;
mod form;
mod help;
mod home;
mod items;
mod language;
pub mod letters;
mod linking;
pub mod locale;
mod mailbox;
mod navigation;
mod once;
mod operator;
mod partners;
mod pipeline;
mod profile;
mod programs;
mod reference;
mod room;
mod scorecard;
mod search;
mod showcase;
mod sign;
mod support;
mod tasks;
#[cfg(test)]
mod tests;
mod trail;
mod users;
mod view;
mod visit;
mod words;

use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};

use crate::app::App;
use crate::guard::{Fault, RequestId};

/// The routes of all pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(sign::front))
        .route("/sign-in", post(sign::sign_in))
        .route("/logout", get(sign::ask_sign_out).post(sign::sign_out))
        .route("/language", get(language::page).post(language::choose))
        .route("/forgot", get(entry::forgot).post(entry::forgot_begin))
        .route("/forgot/code", get(entry::reset_code).post(entry::reset_enter))
        .route("/forgot/password", get(entry::reset_password).post(entry::reset_set))
        .route("/invitation/{token}", get(entry::open_invitation).post(entry::accept_invitation))
        .route("/register", get(entry::who).post(entry::begin))
        .route("/register/resend", post(entry::resend))
        .route("/register/{step}", get(entry::show).post(entry::take))
        .route("/join", get(entry::who).post(entry::begin))
        .route("/join/resend", post(entry::resend))
        .route("/join/{step}", get(entry::show).post(entry::take))
        .route("/go/{section}/{item}", get(items::item))
        .route("/search", get(search::search))
        .route("/help", get(help::index))
        .route("/help/{name}", get(help::walk))
        .route("/terms", get(help::terms))
        .route("/api/docs", get(reference::everybodys))
        .route("/mailbox", get(mailbox::list))
        .route("/mailbox/{id}", get(mailbox::read))
        .merge(users::routes())
        .merge(linking::routes())
        .merge(trail::routes())
        .merge(tasks::routes())
        .merge(content::routes())
        .merge(company::routes())
        .merge(scorecard::routes())
        .merge(certifications::routes())
        .merge(fee::routes())
        .merge(profile::routes())
        .merge(pipeline::routes())
        .merge(showcase::routes())
        .merge(programs::routes())
        .merge(badges::routes())
        .merge(channel::routes())
        .merge(partners::routes())
        .merge(support::routes())
        .merge(operator::routes())
        .fallback(errors::no_such_page)
        .method_not_allowed_fallback(errors::no_such_method)
}

pub(crate) use operator::admit as admit_operator;

/// How a fault that the guard found is shown.
pub fn fault_page(fault: Fault, id: &RequestId) -> Response {
    errors::guarded(fault, id)
}
