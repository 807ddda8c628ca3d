//! Registration, step by step (REG-8..26, USR-1..12). Which step comes next and what it needs is decided by the core's
//! [`Draft`]; this file asks, keeps the draft, and shows the outcome.

use axum::extract::Path;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use guildhall_core::Id;
use guildhall_core::account::{Actor, Refusal};
use guildhall_core::identity::{EmailAddress, IdentityHints, Purpose};
use guildhall_core::signup::{Door, Draft, Information, Step};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::flow::Open;
use super::models::{InformationForm, information_page, prefix, segment, step_form, who_form};
use super::robot::{Proof, with_captcha};
use crate::cookies::Purpose as CookiePurpose;
use crate::limits::Action;
use crate::pages::errors;
use crate::pages::form::Link;
use crate::pages::view::{Answer, Stop, see_other};
use crate::pages::visit::{Nothing, Posted, Visit};
use crate::pages::{language, words};
use crate::portal::{Extras, PortalError};
use crate::secrets::PasswordError;
use crate::store::FlowChange;

/// The kind of these flows.
const KIND: &str = "registration";

/// What is kept between two steps. The password is kept as its hash only.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Registration {
    draft: Draft,
    /// The company whose invitation was followed.
    tenant: Option<Id>,
    password_hash: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct WhoForm {
    pub(super) name: String,
    pub(super) email: String,
}

/// The fields of every step but the first and the information.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StepForm {
    #[serde(default)]
    answer: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    altcha: String,
    #[serde(default)]
    question: String,
}

/// The door that an address belongs to.
fn door_of(uri: &Uri) -> Door {
    if uri.path().starts_with("/join") { Door::User { invitation: None } } else { Door::Company }
}

/// `GET /register`, `GET /join`: who registers.
pub(in crate::pages) async fn who(visit: Visit, uri: Uri) -> Answer {
    let door = door_of(&uri);
    if visit.signed.is_some() {
        return Ok(see_other("/"));
    }
    Ok(visit.html(&who_form(&visit, door, prefix(door), "", "")))
}

/// `POST /register`, `POST /join`.
pub(in crate::pages) async fn begin(uri: Uri, Posted { visit, form }: Posted<WhoForm>) -> Answer {
    let door = door_of(&uri);
    begin_at(&visit, door, None, prefix(door), &form).await
}

/// Begins a registration; a person's begins with the code, a company's with the Yes.
pub(super) async fn begin_at(visit: &Visit, door: Door, tenant: Option<Id>, action: &str, form: &WhoForm) -> Answer {
    if let Err(limited) = visit.app.services.limits.check(Action::StartRegistration, visit.ip, None) {
        return Ok(errors::limited(visit, limited));
    }
    let mut draft = match Draft::begin(visit.program(), door, &form.name, &form.email) {
        Ok(draft) => draft,
        Err(Refusal::InvalidInput { faults }) => {
            let page = who_form(visit, door, action, &form.name, &form.email).with_faults(&faults);
            return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
        Err(refusal) => return Ok(visit.refused(&refusal)),
    };
    let mut mail = None;
    if draft.step() == Step::Code {
        mail = Some(send_code(visit, &mut draft)?);
    }
    let step = draft.step();
    let subject = draft.email().key().to_owned();
    let state = Registration { draft, tenant, password_hash: None };
    let token = visit.begin_flow(KIND, &subject, &state, None, mail).await?;
    let path = format!("{}/{}", prefix(door), segment(step));
    Ok(visit.go_with(&path, [visit.cookies.set(CookiePurpose::Flow, &token)]))
}

/// Makes a code and its letter, within the limits for this address.
fn send_code(visit: &Visit, draft: &mut Draft) -> Result<crate::store::OutgoingMail, Stop> {
    let address = draft.email().clone();
    let allowed = visit.app.services.limits.check(Action::SendCode, visit.ip, Some(address.key()));
    allowed.map_err(|limited| Stop::from(errors::limited(visit, limited)))?;
    let (hash, mail) = visit.new_code(Purpose::Registration, &address)?;
    let now = visit.app.services.clock.now();
    draft.await_code(visit.program(), hash, now).map_err(|refusal| Stop::from(visit.refused(&refusal)))?;
    Ok(mail)
}

/// The registration of this browser; without one, or at another door, the person begins again.
async fn current(visit: &Visit, uri: &Uri) -> Result<Open<Registration>, Stop> {
    let expected = door_of(uri);
    match visit.flow::<Registration>(KIND).await? {
        Some(open) if prefix(open.state.draft.door()) == prefix(expected) => Ok(open),
        _ => Err(visit.go_saying(prefix(expected), &visit.w.t("flow-gone")).into()),
    }
}

fn step_of(text: &str) -> Option<Step> {
    [Step::Lead, Step::Code, Step::Password, Step::Information, Step::Review].into_iter().find(|s| segment(*s) == text)
}

/// Whether a step can be shown or sent now: the one that comes next, or the information once more before Register.
fn is_at(draft: &Draft, step: Step) -> bool {
    draft.step() == step || (step == Step::Information && draft.step() == Step::Review)
}

fn to_step(draft: &Draft) -> Response {
    see_other(&format!("{}/{}", prefix(draft.door()), segment(draft.step())))
}

/// `GET /register/<step>`, `GET /join/<step>`.
pub(in crate::pages) async fn show(visit: Visit, uri: Uri, Path(step): Path<String>) -> Answer {
    let Some(step) = step_of(&step) else { return Ok(errors::not_found(&visit)) };
    let open = current(&visit, &uri).await?;
    let draft = &open.state.draft;
    if !is_at(draft, step) {
        return Ok(to_step(draft));
    }
    let mut form = step_form(&visit, draft, step);
    if step == Step::Password {
        form = with_captcha(&visit, form, Vec::new());
    }
    Ok(visit.html(&form))
}

/// `POST /register/resend`, `POST /join/resend`: another code, which voids the one before.
pub(in crate::pages) async fn resend(uri: Uri, Posted { visit, form: Nothing {} }: Posted<Nothing>) -> Answer {
    let mut open = current(&visit, &uri).await?;
    if open.state.draft.step() != Step::Code {
        return Ok(to_step(&open.state.draft));
    }
    let mail = send_code(&visit, &mut open.state.draft)?;
    visit.step_flow(&open, Some(mail)).await?;
    let path = format!("{}/code", prefix(open.state.draft.door()));
    Ok(visit.go_saying(&path, &visit.w.t("code-resent")))
}

/// `POST /register/<step>`, `POST /join/<step>`.
pub(in crate::pages) async fn take(
    uri: Uri,
    Path(step): Path<String>,
    Posted { visit, form }: Posted<Vec<(String, String)>>,
) -> Answer {
    let Some(step) = step_of(&step) else { return Ok(errors::not_found(&visit)) };
    let open = current(&visit, &uri).await?;
    if !is_at(&open.state.draft, step) {
        return Ok(to_step(&open.state.draft));
    }
    if step == Step::Information {
        let form: InformationForm = read(&visit, form)?;
        return inform(&visit, open, form.into()).await;
    }
    let form: StepForm = read(&visit, form)?;
    match step {
        Step::Lead => lead(&visit, open, form.answer == "yes").await,
        Step::Code => code(&visit, open, &form.code).await,
        Step::Password => password(&visit, open, form).await,
        Step::Information | Step::Review => register(&visit, open).await,
    }
}

/// Reads the fields of a step.
fn read<T: serde::de::DeserializeOwned>(visit: &Visit, fields: Vec<(String, String)>) -> Result<T, Stop> {
    let text: String = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    serde_html_form::from_str(&text).map_err(|_| visit.with_status(StatusCode::BAD_REQUEST))
}

async fn lead(visit: &Visit, mut open: Open<Registration>, yes: bool) -> Answer {
    if let Err(refusal) = open.state.draft.answer_lead(yes) {
        let text = words::refusal(visit.w, &refusal);
        let form = step_form(visit, &open.state.draft, Step::Lead).with_fault("#f-answer", text);
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &form));
    }
    let mail = send_code(visit, &mut open.state.draft)?;
    visit.step_flow(&open, Some(mail)).await?;
    Ok(to_step(&open.state.draft))
}

async fn code(visit: &Visit, mut open: Open<Registration>, typed: &str) -> Answer {
    let address = open.state.draft.email().clone();
    if let Err(limited) = visit.app.services.limits.check(Action::CheckCode, visit.ip, Some(address.key())) {
        return Ok(errors::limited(visit, limited));
    }
    let matches = open
        .state
        .draft
        .challenge()
        .is_some_and(|c| c.purpose == Purpose::Registration && visit.is_code(c.purpose, &address, typed, &c.hash));
    let now = visit.app.services.clock.now();
    if open.state.draft.try_code(matches, now).is_err() {
        // The try is on disk before it is answered; all faults are answered alike.
        visit.step_flow(&open, None).await?;
        let form = step_form(visit, &open.state.draft, Step::Code)
            .with_faults(&[guildhall_core::FieldFault::new("code", "wrong_code")]);
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &form));
    }
    if let Err(error) = place(visit, &open.state, &address).await {
        visit.end_flow(&open).await?;
        return blocked(visit, &error);
    }
    // From here on the flow is worth something: it gets a new token, so that nobody else's cookie leads to it.
    let token = visit.begin_flow(KIND, address.key(), &open.state, Some(open.consume()), None).await?;
    let path = format!("{}/{}", prefix(open.state.draft.door()), segment(open.state.draft.step()));
    Ok(visit.go_with(&path, [visit.cookies.set(CookiePurpose::Flow, &token)]))
}

/// Whether the company is there (or not yet), and lets this person in. Asked only after the address is proven.
async fn place(visit: &Visit, state: &Registration, address: &EmailAddress) -> Result<(), PortalError> {
    let owner = visit.app.portal.tenant_of_domain(address.domain()).await?;
    state.draft.check_place(owner)?;
    if let (Door::User { invitation }, Some(tenant)) = (state.draft.door(), state.tenant.or(owner)) {
        visit.app.portal.may_join(tenant, address, invitation, &visit.origin).await?;
    }
    Ok(())
}

/// The page of a registration that cannot go on, with the way that can.
fn blocked(visit: &Visit, error: &PortalError) -> Answer {
    let PortalError::Refused(refusal) = error else { return Err(visit.stop(error)) };
    let w = visit.w;
    let link = |href: &str, key: &str| Link { href: href.into(), text: w.t(key).into_owned() };
    let sign_in = link("/", "blocked-sign-in");
    let by_invitation = matches!(
        refusal,
        Refusal::InvitationMissing | Refusal::InvitationExpired | Refusal::InvitationClosed | Refusal::InvitationVoid
    );
    let links = if *refusal == Refusal::CompanyRegistered {
        vec![link("/join", "blocked-join"), sign_in]
    } else if *refusal == Refusal::CompanyNotRegistered {
        vec![link("/register", "blocked-register")]
    } else if *refusal == Refusal::AlreadyMember {
        vec![sign_in, link("/forgot", "signin-forgot")]
    } else if by_invitation {
        vec![link("/join", "blocked-join")]
    } else {
        vec![link("/", "error-home")]
    };
    let mut response = errors::message(visit, words::status(refusal.kind()), words::refusal(w, refusal), links);
    let gone = axum_extra::extract::cookie::CookieJar::new().add(visit.cookies.clear(CookiePurpose::Flow));
    for (name, value) in axum::response::IntoResponse::into_response(gone).headers() {
        response.headers_mut().append(name.clone(), value.clone());
    }
    Ok(response)
}

async fn password(visit: &Visit, mut open: Open<Registration>, form: StepForm) -> Answer {
    let draft = &open.state.draft;
    let email = draft.email();
    let own = [draft.name().as_str(), email.as_str(), email.local_part(), email.domain().as_str()];
    let judged = visit.program().password().parse(&form.password, IdentityHints(&own));
    let faults: Vec<guildhall_core::FieldFault> = judged
        .as_ref()
        .err()
        .into_iter()
        .flatten()
        .map(|fault| guildhall_core::FieldFault::new("password", fault.code()))
        .collect();
    // A solved challenge is spent only where the password is good, so that nobody has to solve it twice.
    let proof = Proof { altcha: &form.altcha, question: &form.question, answer: &form.answer };
    let solved = match &judged {
        Ok(_) => proof.passes(visit)?,
        Err(_) => proof.is_given(),
    };
    let (Ok(password), true) = (judged, solved) else {
        let missing = (!solved).then(|| words::refusal(visit.w, &Refusal::CaptchaMissing));
        let page = step_form(visit, &open.state.draft, Step::Password).with_faults(&faults);
        let page = with_captcha(visit, page, missing.into_iter().collect());
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    };
    let hash = hash_password(visit, password.expose()).await?;
    open.state.draft.choose_password(true).map_err(|refusal| Stop::from(visit.refused(&refusal)))?;
    open.state.password_hash = Some(hash);
    visit.step_flow(&open, None).await?;
    Ok(to_step(&open.state.draft))
}

/// Hashes a new password.
pub(in crate::pages) async fn hash_password(visit: &Visit, password: &str) -> Result<String, Stop> {
    match visit.app.services.passwords.hash(SecretString::from(password.to_owned())).await {
        Ok(hash) => Ok(hash),
        Err(PasswordError::Busy) => Err(visit.with_status(StatusCode::SERVICE_UNAVAILABLE)),
        Err(error) => Err(visit.crash(&error)),
    }
}

async fn inform(visit: &Visit, mut open: Open<Registration>, told: Information) -> Answer {
    let door = open.state.draft.door();
    match open.state.draft.inform(visit.program(), told.clone()) {
        Ok(()) => {
            visit.step_flow(&open, None).await?;
            Ok(to_step(&open.state.draft))
        }
        Err(Refusal::InvalidInput { faults }) => {
            let action = format!("{}/information", prefix(door));
            let page = information_page(visit, door, action, &told, &faults);
            Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(refusal) => Ok(visit.refused(&refusal)),
    }
}

/// Register: the account, the password, the session and the end of the flow are written together (REG-24, REG-25).
async fn register(visit: &Visit, open: Open<Registration>) -> Answer {
    let state = &open.state;
    let email = state.draft.email();
    let owner = visit.app.portal.tenant_of_domain(email.domain()).await.map_err(|e| visit.stop(&e))?;
    let command = state.draft.command(owner).map_err(|refusal| Stop::from(visit.refused(&refusal)))?;
    let tenant = match state.draft.door() {
        Door::Company => None,
        Door::User { .. } => match state.tenant.or(owner) {
            Some(tenant) => Some(tenant),
            None => return blocked(visit, &Refusal::CompanyNotRegistered.into()),
        },
    };
    let extras = Extras {
        password_hash: state.password_hash.clone(),
        // Nobody else's registration for this address goes on.
        flows: vec![open.consume(), FlowChange::Void { subject: email.key().to_owned() }],
        start_session: true,
        language: language::unlike_first(visit.program(), visit.w),
        ..Extras::default()
    };
    let done = match visit.app.portal.run(&visit.origin, tenant, &Actor::Visitor, command, extras).await {
        Ok(done) => done,
        Err(error @ PortalError::Refused(_)) => return blocked(visit, &error),
        Err(error) => return Err(visit.stop(&error)),
    };
    language::keep(visit, &done, email).await;
    let Some(token) = done.session else { return Ok(see_other("/")) };
    let said = visit.w.t1("registered", "company", done.account.company_name());
    let cookies = [
        visit.cookies.set(CookiePurpose::Session, &token),
        visit.cookies.clear(CookiePurpose::Flow),
        visit.flash_cookie(&said),
    ];
    Ok(visit.go_with("/", cookies))
}
