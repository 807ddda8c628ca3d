//! Who calls as an operator.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use guildhall_core::Id;
use guildhall_core::account::Actor;

use crate::api::caller::{Caller, bearer, origin_of};
use crate::api::problem::Problem;
use crate::api::write::Asks;
use crate::app::App;
use crate::guard::RequestId;
use crate::operator::{SignedOperator, by_cookie, by_token};
use crate::portal::{Origin, PROGRAMME};

/// An operator with access: by a token, or by the session of the browser. Whoever is none gets what an address that does
/// not exist answers.
pub(in crate::api) struct OperatorCaller {
    pub(in crate::api) signed: SignedOperator,
    pub(in crate::api) origin: Origin,
}

impl OperatorCaller {
    /// Who they are for a command.
    pub(in crate::api) fn actor(&self) -> Actor {
        self.signed.actor()
    }

    /// Whose an idempotent answer is.
    pub(in crate::api) fn id(&self) -> Id {
        self.signed.id
    }
}

/// In what the programme keeps for all companies.
impl Asks for OperatorCaller {
    fn tenant(&self) -> Id {
        PROGRAMME
    }

    fn principal(&self) -> Id {
        self.id()
    }

    fn actor(&self) -> Actor {
        OperatorCaller::actor(self)
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }
}

impl FromRequestParts<App> for OperatorCaller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        match signed(app, parts).await? {
            Some(signed) => Ok(Self { signed, origin: origin_of(parts) }),
            None => Err(Problem::missing().with_request(parts.extensions.get::<RequestId>())),
        }
    }
}

async fn signed(app: &App, parts: &Parts) -> Result<Option<SignedOperator>, Problem> {
    if let Some(known) = parts.extensions.get::<SignedOperator>() {
        return Ok(Some(known.clone()));
    }
    match bearer(&parts.headers) {
        Ok(Some(token)) => Ok(by_token(app, &token).await?),
        Ok(None) => Ok(by_cookie(app, parts).await?),
        // What cannot be read as a token is nobody's.
        Err(_) => Ok(None),
    }
}

/// Lets operators pass, and to a door whoever is nobody yet; a member of a company finds nothing, not even the door.
pub(crate) async fn admit(app: &App, parts: &mut Parts, door: bool) -> Result<Option<SignedOperator>, Box<Response>> {
    let missing = Problem::missing().with_request(parts.extensions.get::<RequestId>());
    match signed(app, parts).await {
        Ok(Some(known)) => Ok(Some(known)),
        Ok(None) if door && Caller::from_request_parts(parts, app).await.is_err() => Ok(None),
        Ok(None) => Err(Box::new(missing.into_response())),
        Err(problem) => Err(Box::new(problem.into_response())),
    }
}
