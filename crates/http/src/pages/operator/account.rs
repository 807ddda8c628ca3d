//! The operator's own account: password and tokens.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::FieldFault;
use guildhall_core::account::Faults;
use guildhall_core::operators::{Command, Refusal};
use serde::Deserialize;

use crate::cookies::Purpose;
use crate::limits::Action;
use crate::pages::errors;
use crate::pages::form::{Fault, Field, Rule, tie};
use crate::pages::profile::{LIFETIMES, lifetime_field};
use crate::pages::view::{Answer, Page, Stop};
use crate::pages::visit::{Posted, Visit};
use crate::pages::words;
use crate::portal::{Beside, NewPasswordError, RoomError, SignInError, TokenAsked, TokenError};
use crate::secrets::{PasswordError, TokenHash};
use crate::store::PROGRAMME_TENANT;

/// A token as the page shows it.
#[derive(Debug)]
struct TokenLine {
    id: String,
    name: String,
    until: String,
    used: String,
}

#[derive(Debug, Template)]
#[template(path = "operator/account.html")]
struct AccountPage {
    page: Page,
    name: String,
    email: String,
    since: String,
    faults: Vec<Fault>,
    password_fields: Vec<Field>,
    rules: Vec<Rule>,
    symbols: String,
    least: usize,
    token_fields: Vec<Field>,
    tokens: Vec<TokenLine>,
    /// The secret of the token that was made just now; empty otherwise.
    new_token: String,
}

/// What the page shows beyond what is kept.
#[derive(Debug, Default)]
struct Shown<'a> {
    faults: &'a [FieldFault],
    token_name: &'a str,
    new_token: &'a str,
}

/// `GET /operator/account`
pub(super) async fn page(visit: Visit) -> Answer {
    show(&visit, StatusCode::OK, Shown::default()).await
}

async fn show(visit: &Visit, status: StatusCode, shown: Shown<'_>) -> Answer {
    let me = visit.operating()?;
    let w = visit.w;
    let policy = visit.program().password();
    let current = Field::new("password", "current", w.t("field-current-password")).autocomplete("current-password");
    let new = Field::new("password", "password", w.t("field-new-password")).autocomplete("new-password");
    let mut password_fields = vec![current, new];
    let mut token_fields = vec![
        Field::new("text", "token_name", w.t("field-token-name")).value(shown.token_name).most(100),
        lifetime_field(w),
    ];
    let fields = password_fields.iter_mut().chain(&mut token_fields);
    let faults = tie(w, fields, shown.faults);
    let kept = visit.app.services.store.tokens(PROGRAMME_TENANT, &me.id.to_string()).await;
    let tokens = kept.map_err(|e| visit.crash(&e))?.into_iter().map(|t| TokenLine {
        id: t.token_hash.as_str().to_owned(),
        name: t.name,
        until: words::moment(w, t.expires_at),
        used: t.last_used_at.map_or_else(|| w.t("token-unused").into_owned(), |at| words::moment(w, at)),
    });
    let model = AccountPage {
        page: visit.page(w.t("operator-account-title")),
        name: me.operator.name.to_string(),
        email: me.operator.email.as_str().to_owned(),
        since: words::date(w, me.operator.added_at),
        faults,
        password_fields,
        rules: words::password_rules(w, policy),
        symbols: words::symbols(policy, ""),
        least: policy.least_code_points,
        token_fields,
        tokens: tokens.collect(),
        new_token: shown.new_token.to_owned(),
    };
    Ok(visit.html_with(status, &model))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordForm {
    current: String,
    password: String,
}

/// `POST /operator/account/password`: needs the current one; sessions and tokens end, and this browser gets a new session.
pub(super) async fn change_password(Posted { visit, form }: Posted<PasswordForm>) -> Answer {
    let me = visit.operating()?;
    let (name, email) = (me.operator.name.as_str(), &me.operator.email);
    let key = format!("operator {}", email.key());
    if let Err(limited) = visit.app.services.limits.check(Action::SignIn, visit.ip, Some(&key)) {
        return Ok(errors::limited(&visit, limited));
    }
    let mut faults = Faults::default();
    match visit.app.portal.check_operator_password(email.as_str(), &form.current).await {
        Ok(_) => {}
        Err(SignInError::Rejected) => faults.push("current", "wrong_password"),
        Err(SignInError::Busy) => return Err(visit.with_status(StatusCode::SERVICE_UNAVAILABLE)),
        Err(SignInError::Portal(error)) => return Err(visit.stop(&error)),
    }
    let hash = match visit.app.portal.new_operator_password(name, email.as_str(), &form.password).await {
        Ok(hash) => Some(hash),
        Err(NewPasswordError::Faulty(found)) => {
            found.iter().for_each(|fault| faults.push("password", fault.code()));
            None
        }
        Err(NewPasswordError::Hash(PasswordError::Busy)) => {
            return Err(visit.with_status(StatusCode::SERVICE_UNAVAILABLE));
        }
        Err(error @ NewPasswordError::Hash(PasswordError::Failed(_) | PasswordError::Secret(_))) => {
            return Err(visit.crash(&error));
        }
    };
    if let Err(faults) = faults.finish() {
        let shown = Shown { faults: &faults, ..Shown::default() };
        return show(&visit, StatusCode::UNPROCESSABLE_ENTITY, shown).await;
    }
    let command = Command::NotePasswordChange { operator: me.id };
    let beside = Beside { password_hash: hash, start_session: true, ..Beside::default() };
    let ran = visit.app.portal.run_operators(&visit.origin, &me.actor(), &command, &beside).await;
    let (_, session) = ran.map_err(|error| stopped(&visit, error))?;
    let cookies = session.iter().map(|token| visit.cookies.set(Purpose::Operator, token));
    let said = visit.flash_cookie(&visit.w.t("operator-password-changed"));
    Ok(visit.go_with("/operator/account", cookies.chain([said])))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TokenForm {
    token_name: String,
    days: String,
}

/// `POST /operator/account/tokens`: the token is shown in the answer and never again.
pub(super) async fn create_token(Posted { visit, form }: Posted<TokenForm>) -> Answer {
    let me = visit.operating()?;
    // A length of life that the page does not offer is no length.
    let days = form.days.parse().ok().filter(|days| LIFETIMES.contains(days)).unwrap_or_default();
    let asked = TokenAsked { name: &form.token_name, days };
    match visit.app.portal.new_operator_token(&visit.origin, &me.actor(), me.id, asked).await {
        Ok((_, token)) => show(&visit, StatusCode::OK, Shown { new_token: token.expose(), ..Shown::default() }).await,
        Err(TokenError::Faulty(faults)) => {
            let faults = words::token_faults(faults);
            let shown = Shown { faults: &faults, token_name: &form.token_name, ..Shown::default() };
            show(&visit, StatusCode::UNPROCESSABLE_ENTITY, shown).await
        }
        Err(TokenError::Refused(refusal)) => Err(stopped(&visit, RoomError::Refused(refusal))),
        Err(TokenError::Portal(error)) => Err(visit.stop(&error)),
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RevokeForm {
    token: String,
}

/// `POST /operator/account/tokens/revoke`
pub(super) async fn revoke_token(Posted { visit, form }: Posted<RevokeForm>) -> Answer {
    let me = visit.operating()?;
    let kept = visit.app.services.store.tokens(PROGRAMME_TENANT, &me.id.to_string()).await;
    let mut kept = kept.map_err(|e| visit.crash(&e))?.into_iter();
    let Some(found) = kept.find(|t| t.token_hash.as_str() == form.token) else {
        return Ok(errors::not_found(&visit));
    };
    let said = visit.w.t("token-revoked");
    let command = Command::NoteTokenRevoked { operator: me.id, name: found.name };
    let beside = Beside { revoked: Some(TokenHash::from_text(&form.token)), ..Beside::default() };
    let ran = visit.app.portal.run_operators(&visit.origin, &me.actor(), &command, &beside).await;
    ran.map_err(|error| stopped(&visit, error))?;
    Ok(visit.go_saying("/operator/account", &said))
}

fn stopped(visit: &Visit, error: RoomError<Refusal>) -> Stop {
    match error {
        RoomError::Refused(refusal) => {
            use guildhall_core::room::RoomRefusal as _;
            let status = words::status(refusal.kind());
            let response: Response = errors::status(visit, status);
            response.into()
        }
        RoomError::Portal(error) => visit.stop(&error),
    }
}
