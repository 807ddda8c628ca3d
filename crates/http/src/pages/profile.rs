//! My Profile: contact details, password, personal tokens (PROFILE-24, PROFILE-25).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use guildhall_core::FieldFault;
use guildhall_core::Permission;
use guildhall_core::account::{Command, ContactInput, CustomerInput, Refusal};
use guildhall_core::identity::IdentityHints;
use serde::Deserialize;

use super::entry::hash_password;
use super::entry::models::{contact_fields, customer_fields, password_field};
use super::errors;
use super::form::{Choice, Fault, Field, Rule, tie};
use super::locale::Words;
use super::view::{Answer, Page};
use super::visit::{Posted, Signed, Visit};
use super::words;
use crate::app::App;
use crate::cookies::Purpose;
use crate::limits::Action;
use crate::portal::{Extras, PortalError, SignInError, TokenAsked, TokenError};
use crate::secrets::TokenHash;
use crate::services::TOKEN_DAYS_MAX;
use crate::store::{FlowChange, PersonalToken};

const ITEM: &str = "my_profile/my_profile";
/// How long a token that is made on a page may live, in days.
pub(super) const LIFETIMES: [u32; 4] = [7, 30, 90, TOKEN_DAYS_MAX];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/profile", get(profile).post(edit))
        .route("/profile/password", post(change_password))
        .route("/profile/hand-over", post(hand_over))
        .route("/profile/tokens", post(create_token))
        .route("/profile/tokens/revoke", post(revoke_token))
}

/// The question how long a token shall live.
pub(super) fn lifetime_field(w: Words) -> Field {
    let choice = |days: u32| Choice::new(days.to_string(), w.t1("token-days", "days", days), "90");
    Field::new("select", "days", w.t("field-token-days")).choices(LIFETIMES.map(choice).into())
}

#[derive(Debug, Template)]
#[template(path = "profile.html")]
struct ProfilePage {
    page: Page,
    email: String,
    roles: Vec<String>,
    details: Vec<Field>,
    password: Vec<Field>,
    rules: Vec<Rule>,
    symbols: String,
    least: usize,
    /// Whom to hand the own cloud administrator's role to; only for who may.
    hand_over: Option<Field>,
    token: Vec<Field>,
    tokens: Vec<TokenLine>,
    /// A token that was just made: shown once.
    secret: String,
    faults: Vec<Fault>,
}

#[derive(Debug)]
struct TokenLine {
    name: String,
    hash: String,
    until: String,
    used: String,
}

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DetailsForm {
    name: String,
    #[serde(rename = "customer.job_title")]
    job_title: String,
    #[serde(rename = "customer.department", default)]
    department: String,
    #[serde(rename = "contact.phone")]
    phone: String,
    #[serde(rename = "contact.country")]
    country: String,
    #[serde(rename = "contact.city", default)]
    city: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordForm {
    current: String,
    password: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TokenForm {
    token_name: String,
    days: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HandOverForm {
    to: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RevokeForm {
    token: String,
}

/// What was typed, what was wrong with it, and a token to show once.
#[derive(Default)]
struct Shown<'a> {
    details: Option<&'a DetailsForm>,
    token_name: &'a str,
    hand_over: &'a str,
    faults: &'a [FieldFault],
    secret: &'a str,
}

async fn show(visit: &Visit, me: &Signed, shown: Shown<'_>, status: StatusCode) -> Answer {
    let w = visit.w;
    let person = &me.person;
    let (name, customer, contact) = match shown.details {
        Some(form) => inputs(form.clone()),
        None => (person.name.to_string(), CustomerInput::from(&person.customer), ContactInput::from(&person.contact)),
    };
    let mut details = vec![Field::new("text", "name", w.t("field-name")).value(name).autocomplete("name").most(100)];
    details.extend(customer_fields(w, &customer));
    details.extend(contact_fields(w, &contact));
    let mut password = vec![
        Field::new("password", "current", w.t("field-current-password")).autocomplete("current-password"),
        password_field(w),
    ];
    let mut token = vec![
        Field::new("text", "token_name", w.t("field-token-name")).value(shown.token_name).most(60),
        lifetime_field(w),
    ];
    let may_hand_over = me.standing.permits_in_portal(visit.program(), Permission::HandOverCloudAdminRole);
    let mut hand_over = may_hand_over.then(|| {
        Field::new("email", "to", w.t("field-hand-over")).value(shown.hand_over).hint(w.t("field-hand-over-hint"))
    });
    let all = details.iter_mut().chain(password.iter_mut()).chain(token.iter_mut()).chain(hand_over.iter_mut());
    let faults = tie(w, all, shown.faults);
    let policy = visit.program().password();
    let model = ProfilePage {
        page: visit.page(w.t("profile-title")),
        email: person.email.as_str().to_owned(),
        roles: words::role_titles(visit.program(), me.standing.roles()),
        details,
        password,
        rules: words::password_rules(w, policy),
        symbols: words::symbols(policy, ""),
        least: policy.least_code_points,
        hand_over,
        token,
        tokens: tokens(visit, me).await?.iter().map(|t| line(visit, t)).collect(),
        secret: shown.secret.to_owned(),
        faults,
    };
    Ok(visit.html_with(status, &model))
}

fn inputs(form: DetailsForm) -> (String, CustomerInput, ContactInput) {
    let customer = CustomerInput { job_title: form.job_title, department: form.department };
    (form.name, customer, ContactInput { phone: form.phone, country: form.country, city: form.city })
}

/// The tokens that have not ended.
async fn tokens(visit: &Visit, me: &Signed) -> Result<Vec<PersonalToken>, super::view::Stop> {
    let all = visit.app.services.store.tokens(&me.session.tenant, &me.session.principal).await;
    let now = visit.app.services.clock.millis();
    Ok(all.map_err(|e| visit.crash(&e))?.into_iter().filter(|t| now < t.expires_at).collect())
}

fn line(visit: &Visit, token: &PersonalToken) -> TokenLine {
    TokenLine {
        name: token.name.clone(),
        hash: token.token_hash.as_str().to_owned(),
        until: words::moment(visit.w, token.expires_at),
        used: token
            .last_used_at
            .map_or_else(|| visit.w.t("token-unused").into_owned(), |at| words::moment(visit.w, at)),
    }
}

/// `GET /profile` (MENU-40)
async fn profile(visit: Visit) -> Answer {
    let me = visit.opening(ITEM)?;
    show(&visit, me, Shown::default(), StatusCode::OK).await
}

/// `POST /profile` (PROFILE-24)
async fn edit(Posted { visit, form }: Posted<DetailsForm>) -> Answer {
    let me = visit.opening(ITEM)?;
    visit.permitted(Permission::EditOwnProfile)?;
    let (name, customer, contact) = inputs(form.clone());
    let command = Command::EditProfile { name, customer, contact };
    match visit.app.portal.run(&visit.origin, Some(me.tenant), &me.actor(), command, Extras::default()).await {
        Ok(_) => Ok(visit.go_saying("/profile", &visit.w.t("profile-saved"))),
        Err(PortalError::Refused(Refusal::InvalidInput { faults })) => {
            let shown = Shown { details: Some(&form), faults: &faults, ..Shown::default() };
            show(&visit, me, shown, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(visit.stop(&error)),
    }
}

/// `POST /profile/password`: needs the current one; every other session ends, and this one gets a new token (PROFILE-25).
async fn change_password(Posted { visit, form }: Posted<PasswordForm>) -> Answer {
    let me = visit.opening(ITEM)?;
    visit.permitted(Permission::EditOwnProfile)?;
    let email = &me.person.email;
    if let Err(limited) = visit.app.services.limits.check(Action::SignIn, visit.ip, Some(email.key())) {
        return Ok(errors::limited(&visit, limited));
    }
    let mut faults = Vec::new();
    match visit.app.portal.check_password(email.as_str(), &form.current).await {
        Ok(_) => {}
        Err(SignInError::Rejected) => faults.push(FieldFault::new("current", "wrong_password")),
        Err(SignInError::Busy) => return Err(visit.with_status(StatusCode::SERVICE_UNAVAILABLE)),
        Err(SignInError::Portal(error)) => return Err(visit.stop(&error)),
    }
    let own = [me.person.name.as_str(), email.as_str(), email.local_part(), email.domain().as_str()];
    let judged = visit.program().password().parse(&form.password, IdentityHints(&own));
    faults.extend(judged.as_ref().err().into_iter().flatten().map(|f| FieldFault::new("password", f.code())));
    let (Ok(password), true) = (judged, faults.is_empty()) else {
        let shown = Shown { faults: &faults, ..Shown::default() };
        return show(&visit, me, shown, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let hash = hash_password(&visit, password.expose()).await?;
    // Whatever waits for a code to this address is void: it began before the password changed.
    let flows = vec![FlowChange::Void { subject: email.key().to_owned() }];
    let extras = Extras { password_hash: Some(hash), start_session: true, flows, ..Extras::default() };
    let command = Command::NotePasswordChange;
    let done = visit.app.portal.run(&visit.origin, Some(me.tenant), &me.actor(), command, extras).await;
    let session = done.map_err(|e| visit.stop(&e))?.session;
    let cookies = session.iter().map(|token| visit.cookies.set(Purpose::Session, token));
    Ok(visit.go_with("/profile", cookies.chain([visit.flash_cookie(&visit.w.t("password-changed"))])))
}

/// `POST /profile/tokens`: the token is shown in the answer and never again.
async fn create_token(Posted { visit, form }: Posted<TokenForm>) -> Answer {
    let me = visit.opening(ITEM)?;
    visit.permitted(Permission::EditOwnProfile)?;
    // A length of life that the page does not offer is no length.
    let days = if LIFETIMES.contains(&form.days) { form.days } else { 0 };
    let asked = TokenAsked { name: &form.token_name, days };
    let token = match visit.app.portal.new_member_token(me.tenant, me.member, asked).await {
        Ok((_, token)) => token,
        Err(TokenError::Faulty(faults)) => {
            let faults = words::token_faults(faults);
            let shown = Shown { token_name: &form.token_name, faults: &faults, ..Shown::default() };
            return show(&visit, me, shown, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Err(TokenError::Refused(_)) => return Err(visit.with_status(StatusCode::FORBIDDEN)),
        Err(TokenError::Portal(error)) => return Err(visit.stop(&error)),
    };
    show(&visit, me, Shown { secret: token.expose(), ..Shown::default() }, StatusCode::OK).await
}

/// `POST /profile/tokens/revoke`
async fn revoke_token(Posted { visit, form }: Posted<RevokeForm>) -> Answer {
    let me = visit.opening(ITEM)?;
    let hash = TokenHash::from_text(&form.token);
    let store = &visit.app.services.store;
    let gone = store.revoke_token(&me.session.tenant, &me.session.principal, &hash).await;
    let key = if gone.map_err(|e| visit.crash(&e))? { "token-revoked" } else { "token-gone" };
    Ok(visit.go_saying("/profile", &visit.w.t(key)))
}

/// `POST /profile/hand-over`: the own cloud administrator's role goes to a colleague (ROLE-34, C-020). The colleague is
/// named by address, since those who may do this need not see the list of people.
async fn hand_over(Posted { visit, form }: Posted<HandOverForm>) -> Answer {
    let me = visit.opening(ITEM)?;
    visit.permitted(Permission::HandOverCloudAdminRole)?;
    let policy = visit.program().email();
    let colleague = policy.parse(&form.to).ok().and_then(|address| me.account.member_by_address(&address));
    let outcome = match colleague {
        Some((to, _)) => {
            let command = Command::HandOverCloudAdmin { to };
            visit.app.portal.run(&visit.origin, Some(me.tenant), &me.actor(), command, Extras::default()).await
        }
        None => Err(Refusal::MemberMissing.into()),
    };
    let code = match outcome {
        Ok(_) => return Ok(visit.go_saying("/profile", &visit.w.t("hand-over-done"))),
        Err(PortalError::Refused(Refusal::MemberMissing)) => "member_missing",
        Err(PortalError::Refused(Refusal::TargetNotActive)) => "target_not_active",
        Err(PortalError::Refused(Refusal::AlreadyHeld)) => "already_held",
        Err(error) => return Err(visit.stop(&error)),
    };
    let faults = [FieldFault::new("to", code)];
    let shown = Shown { hand_over: &form.to, faults: &faults, ..Shown::default() };
    show(&visit, me, shown, StatusCode::UNPROCESSABLE_ENTITY).await
}
