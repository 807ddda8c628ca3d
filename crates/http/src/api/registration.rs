//! Registration for programs: the steps of the pages, from the same [`Draft`].
//!
//! A registration begins with a secret of its own, which every further step names. What comes next is in every answer.

use axum::Json;
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use guildhall_core::account::{Actor, Refusal};
use guildhall_core::identity::{IdentityHints, Purpose};
use guildhall_core::signup::{Door, Draft, Information, Step};
use guildhall_core::{Id, identity};
use secrecy::SecretString;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::caller::{Body, origin_of};
use super::me::{NewToken, make_token};
use super::problem::{Problem, ProblemFault};
use super::views::{CompanyBody, ContactBody, CustomerBody};
use crate::app::App;
use crate::guard::ClientIp;
use crate::limits::Action;
use crate::pages::letters;
use crate::pages::locale::Words;
use crate::portal::{Extras, OpenFlow, Origin};
use crate::secrets::{PasswordError, Token};
use crate::store::OutgoingMail;

/// The kind of these flows. A registration begun on a page cannot be continued here, and the other way round.
const KIND: &str = "registration by program";

/// What is kept between two steps.
#[derive(Serialize, Deserialize)]
struct Kept {
    draft: Draft,
    tenant: Option<Id>,
    password_hash: Option<String>,
}

/// A step: where it came from, and its body.
pub(super) struct StepOf<T> {
    ip: std::net::IpAddr,
    origin: Origin,
    value: T,
}

impl<T: DeserializeOwned> FromRequest<App> for StepOf<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let ip =
            axum::Extension::<ClientIp>::from_request_parts(&mut parts, app).await.map_err(|_| Problem::missing())?;
        let origin = origin_of(&parts);
        let body = Body::<T>::from_request(Request::from_parts(parts, body), app).await?;
        Ok(Self { ip: ip.0.0, origin, value: body.value })
    }
}

/// Where a registration stands.
#[derive(Serialize, ToSchema)]
pub(super) struct Progress {
    /// The secret that every further step names.
    registration: String,
    /// The step that comes next: `lead`, `code`, `password`, `information` or `review`.
    next: StepView,
}

/// A step of the registration.
#[derive(Serialize, ToSchema)]
#[schema(as = RegistrationStep)]
#[serde(rename_all = "snake_case")]
enum StepView {
    /// Answer the question about the lead.
    Lead,
    /// Enter the mailed code.
    Code,
    /// Choose a password and solve the CAPTCHA.
    Password,
    /// Give the information.
    Information,
    /// Register.
    Review,
}

impl From<Step> for StepView {
    fn from(step: Step) -> Self {
        match step {
            Step::Lead => Self::Lead,
            Step::Code => Self::Code,
            Step::Password => Self::Password,
            Step::Information => Self::Information,
            Step::Review => Self::Review,
        }
    }
}

/// Which registration.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum DoorBody {
    /// A company, by the person who becomes its lead.
    Company,
    /// A person of a registered company.
    User,
}

/// Who registers.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Begin {
    /// Which registration.
    door: DoorBody,
    /// The person's name.
    name: String,
    /// The person's business address.
    email: String,
    /// The last part of an invitation's link, where there is one. Only for a person of a registered company.
    #[serde(default)]
    invitation: Option<String>,
}

/// Begins a registration.
#[utoipa::path(post, path = "/api/v1/registrations", tag = "registration", request_body = Begin, security(()),
    responses((status = 201, body = Progress), (status = 404, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem)))]
pub(super) async fn begin(State(app): State<App>, step: StepOf<Begin>) -> Result<Response, Problem> {
    app.services.limits.check(Action::StartRegistration, step.ip, None)?;
    let Begin { door, name, email, invitation } = step.value;
    let mut tenant = None;
    let door = match (door, invitation) {
        (DoorBody::Company, _) => Door::Company,
        (DoorBody::User, None) => Door::User { invitation: None },
        (DoorBody::User, Some(link)) => {
            let missing = || Problem::from(Refusal::InvitationMissing);
            let hash = Token::parse(&link).ok_or_else(missing)?.hash();
            let found = app.services.store.invitation_link(&hash).await.map_err(|e| Problem::internal(&e))?;
            let found = found.ok_or_else(missing)?;
            tenant = found.tenant.parse().ok();
            Door::User { invitation: found.invitation.parse().ok() }
        }
    };
    let mut draft = Draft::begin(app.portal.program(), door, &name, &email)?;
    let mail = if draft.step() == Step::Code { Some(send_code(&app, step.ip, &mut draft)?) } else { None };
    let (subject, next) = (draft.email().key().to_owned(), draft.step());
    let kept = Kept { draft, tenant, password_hash: None };
    let token = app.portal.begin_flow(&step.origin, (KIND, &subject), &kept, None, mail).await?;
    Ok((StatusCode::CREATED, Json(Progress { registration: token.expose().into(), next: next.into() })).into_response())
}

/// The answer to the question about the lead.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LeadAnswer {
    /// The registration's secret.
    registration: String,
    /// Whether the person is the main contact and agrees to become lead.
    yes: bool,
}

/// Agrees to become lead; the code is mailed.
#[utoipa::path(post, path = "/api/v1/registrations/lead", tag = "registration", request_body = LeadAnswer, security(()),
    responses((status = 200, body = Progress), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn lead(State(app): State<App>, step: StepOf<LeadAnswer>) -> Result<Json<Progress>, Problem> {
    let mut open = read(&app, &step.value.registration).await?;
    open.state.draft.answer_lead(step.value.yes)?;
    let mail = send_code(&app, step.ip, &mut open.state.draft)?;
    advance(&app, &step.origin, open, Some(mail), step.value.registration).await
}

/// Which registration.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    /// The registration's secret.
    registration: String,
}

/// Mails another code, which voids the one before.
#[utoipa::path(post, path = "/api/v1/registrations/resend", tag = "registration", request_body = Named, security(()),
    responses((status = 200, body = Progress), (status = 404, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn resend(State(app): State<App>, step: StepOf<Named>) -> Result<Json<Progress>, Problem> {
    let mut open = read(&app, &step.value.registration).await?;
    if open.state.draft.step() != Step::Code {
        return Err(Problem::new(StatusCode::CONFLICT, "not_this_step", "no code is waited for"));
    }
    let mail = send_code(&app, step.ip, &mut open.state.draft)?;
    advance(&app, &step.origin, open, Some(mail), step.value.registration).await
}

/// The mailed code.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CodeAnswer {
    /// The registration's secret.
    registration: String,
    /// The code.
    code: String,
}

/// Proves the address. From here on the answer tells whether the company is registered.
#[utoipa::path(post, path = "/api/v1/registrations/code", tag = "registration", request_body = CodeAnswer, security(()),
    responses((status = 200, body = Progress), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn code(State(app): State<App>, step: StepOf<CodeAnswer>) -> Result<Json<Progress>, Problem> {
    let mut open = read(&app, &step.value.registration).await?;
    let address = open.state.draft.email().clone();
    app.services.limits.check(Action::CheckCode, step.ip, Some(address.key()))?;
    let matches = open
        .state
        .draft
        .challenge()
        .is_some_and(|c| app.portal.is_code(c.purpose, &address, &step.value.code, &c.hash));
    if open.state.draft.try_code(matches, app.services.clock.now()).is_err() {
        // The try is on disk before it is answered; all faults are answered alike.
        let _ = advance(&app, &step.origin, open, None, String::new()).await?;
        return Err(field_problem("code", "wrong_code"));
    }
    let owner = app.portal.tenant_of_domain(address.domain()).await?;
    open.state.draft.check_place(owner)?;
    if let (Door::User { invitation }, Some(tenant)) = (open.state.draft.door(), open.state.tenant.or(owner)) {
        app.portal.may_join(tenant, &address, invitation, &step.origin).await?;
    }
    advance(&app, &step.origin, open, None, step.value.registration).await
}

/// A password, and the solved challenge of `GET /captcha/challenge`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordAnswer {
    /// The registration's secret.
    registration: String,
    /// The password.
    password: String,
    /// The payload that an ALTCHA solver makes.
    altcha: String,
}

/// Chooses a password.
#[utoipa::path(post, path = "/api/v1/registrations/password", tag = "registration", request_body = PasswordAnswer, security(()),
    responses((status = 200, body = Progress), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem), (status = 503, body = Problem)))]
pub(super) async fn password(State(app): State<App>, step: StepOf<PasswordAnswer>) -> Result<Json<Progress>, Problem> {
    let mut open = read(&app, &step.value.registration).await?;
    let draft = &mut open.state.draft;
    if draft.step() < Step::Password {
        draft.choose_password(false)?;
    }
    let email = draft.email();
    let own = [draft.name().as_str(), email.as_str(), email.local_part(), email.domain().as_str()];
    let judged = app.portal.program().password().parse(&step.value.password, IdentityHints(&own));
    let password = judged.map_err(|faults| password_problem(&faults))?;
    draft.choose_password(app.services.captcha.verify(&step.value.altcha).is_ok())?;
    let hash = app.services.passwords.hash(SecretString::from(password.expose().to_owned())).await;
    open.state.password_hash = Some(hash.map_err(|error| match error {
        PasswordError::Busy => Problem::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "too many at this moment"),
        error @ (PasswordError::Failed(_) | PasswordError::Secret(_)) => Problem::internal(&error),
    })?);
    advance(&app, &step.origin, open, None, step.value.registration).await
}

/// The information.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct InformationAnswer {
    /// The registration's secret.
    registration: String,
    /// About the person's work.
    customer: CustomerBody,
    /// How the person is reached.
    contact: ContactBody,
    /// About the company; only where a company registers.
    #[serde(default)]
    company: CompanyBody,
    /// The id of the primary offering; only where a company registers.
    #[serde(default)]
    offering: String,
    /// The acceptance of the terms; only where a company registers.
    #[serde(default)]
    accepts_terms: bool,
}

/// Gives the information. It can be given again until the registration is completed.
#[utoipa::path(post, path = "/api/v1/registrations/information", tag = "registration", request_body = InformationAnswer, security(()),
    responses((status = 200, body = Progress), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn information(
    State(app): State<App>,
    step: StepOf<InformationAnswer>,
) -> Result<Json<Progress>, Problem> {
    let InformationAnswer { registration, customer, contact, company, offering, accepts_terms } = step.value;
    let mut open = read(&app, &registration).await?;
    let told = Information {
        customer: customer.into(),
        contact: contact.into(),
        company: company.into(),
        offering,
        accepts_terms,
    };
    open.state.draft.inform(app.portal.program(), told)?;
    advance(&app, &step.origin, open, None, registration).await
}

/// Completes the registration: the company or person exists, and a personal token that lives one day is answered.
#[utoipa::path(post, path = "/api/v1/registrations/register", tag = "registration", request_body = Named, security(()),
    responses((status = 201, body = NewToken), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn register(State(app): State<App>, step: StepOf<Named>) -> Result<Response, Problem> {
    let open = read(&app, &step.value.registration).await?;
    let address = open.state.draft.email().clone();
    let owner = app.portal.tenant_of_domain(address.domain()).await?;
    let command = open.state.draft.command(owner)?;
    let tenant = match open.state.draft.door() {
        Door::Company => None,
        Door::User { .. } => {
            Some(open.state.tenant.or(owner).ok_or_else(|| Problem::from(Refusal::CompanyNotRegistered))?)
        }
    };
    let flows = vec![open.consume()];
    let extras = Extras { password_hash: open.state.password_hash.clone(), flows, ..Extras::default() };
    let done = app.portal.run(&step.origin, tenant, &Actor::Visitor, command, extras).await?;
    let Some((member, _)) = done.account.member_by_address(&address) else { return Err(Problem::missing()) };
    let name = format!("Registration from {}", step.origin.source);
    app.portal.note_sign_in(done.tenant, member).await?;
    let token = make_token(&app, done.tenant, member, &name, 1).await?;
    Ok((StatusCode::CREATED, Json(token)).into_response())
}

fn send_code(app: &App, ip: std::net::IpAddr, draft: &mut Draft) -> Result<OutgoingMail, Problem> {
    let address = draft.email().clone();
    app.services.limits.check(Action::SendCode, ip, Some(address.key()))?;
    let word = |code: &_| letters::code(Words::default(), app.portal.program(), Purpose::Registration, code);
    let (hash, mail) = app.portal.new_code(Purpose::Registration, &address, word)?;
    draft.await_code(app.portal.program(), hash, app.services.clock.now())?;
    Ok(mail)
}

async fn read(app: &App, secret: &str) -> Result<OpenFlow<Kept>, Problem> {
    let gone = || {
        Problem::new(StatusCode::NOT_FOUND, "registration_missing", "there is no such registration, or it has ended")
            .hint("begin again with POST /api/v1/registrations")
    };
    app.portal.flow(KIND, &Token::parse(secret).ok_or_else(gone)?).await?.ok_or_else(gone)
}

/// Keeps the registration as it stands now, and says what comes next.
async fn advance(
    app: &App,
    origin: &Origin,
    open: OpenFlow<Kept>,
    mail: Option<OutgoingMail>,
    registration: String,
) -> Result<Json<Progress>, Problem> {
    app.portal.step_flow(origin, &open, mail).await?;
    Ok(Json(Progress { registration, next: open.state.draft.step().into() }))
}

fn field_problem(field: &str, code: &str) -> Problem {
    let mut problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid_input", "some fields are not right")
        .hint("each entry of faults names a field and a code");
    problem.faults = vec![ProblemFault { field: field.into(), code: code.into() }];
    problem
}

fn password_problem(faults: &[identity::PasswordFault]) -> Problem {
    let mut problem = field_problem("password", "");
    problem.faults = faults.iter().map(|f| ProblemFault { field: "password".into(), code: f.code().into() }).collect();
    problem.detail = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    problem
}
