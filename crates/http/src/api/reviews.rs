//! Access as a whole: who can do what since when, two people side by side, and what commands would change.
#![allow(unused_qualifications, reason = "utoipa names the parameters twice")]

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use chrono::{DateTime, Utc};
use guildhall_core::Program;
use guildhall_core::access::Standing;
use guildhall_core::account::{Account, Actor, Event, RoleFault, Status};
use guildhall_core::review::{
    self, AccessChange, Finding, PersonReview, Reach, Rehearsal, Review, TenantEvent, TenantRefusal,
};
use guildhall_core::setting::Setting;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::caller::{Asked, Body, Caller};
use super::explained::Reasons;
use super::operator::{At, OperatorCaller};
use super::people::id_of;
use super::plan::{COMMANDS_MOST, Planned};
use super::problem::Problem;
use super::room::{Reading, denied, refused_in};
use super::write::Asks;
use crate::app::App;
use crate::portal::Loaded;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read))
        .routes(routes!(compare))
        .routes(routes!(rehearse))
        .routes(routes!(rehearse_as_operator))
}

/// The moment that a question is about.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Moment {
    /// As things were at this moment; as they are without it.
    pub(super) at: Option<DateTime<Utc>>,
}

/// The account of the caller's company, at a moment if asked.
pub(super) async fn account_at(app: &App, caller: &Caller, at: Option<DateTime<Utc>>) -> Result<Account, Problem> {
    match at {
        None => Ok(Account::clone(&caller.loaded.account)),
        Some(at) => Ok(app.portal.past(caller.loaded.tenant, at).await?.account(at)),
    }
}

/// Whether the caller may look at the access of others.
pub(super) fn may_read(app: &App, caller: &Caller) -> Result<(), Problem> {
    let reading = Reading::new(app, caller)?;
    review::may_read(&reading.setting()).map_err(denied(&reading.setting()))
}

/// A review of access.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AccessReview)]
struct ReviewView {
    /// The moment that it is about.
    at: DateTime<Utc>,
    /// Everybody who is or was of the company then.
    people: Vec<PersonView>,
    /// What good practice would change. Findings advise; nothing is blocked.
    findings: Vec<FindingView>,
}

/// What one person can do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReviewedPerson)]
struct PersonView {
    /// The person's id.
    person: String,
    /// Their name.
    name: String,
    /// Their address.
    email: Option<String>,
    /// `active`, `deactivated` or `removed`.
    status: &'static str,
    /// The roles held, the one that everybody has aside.
    roles: Vec<HeldView>,
    /// The ids of the pages that are open.
    items: Vec<String>,
    /// The permissions.
    permissions: Vec<&'static str>,
    /// The permissions that what they did needed.
    used: Vec<&'static str>,
    /// When they signed in last before that moment, with a browser or a program.
    last_sign_in: Option<DateTime<Utc>>,
}

/// A role that somebody holds.
#[derive(Debug, Serialize, ToSchema)]
struct HeldView {
    /// The role's id.
    role: String,
    /// Since when.
    since: DateTime<Utc>,
    /// Who gave it: a person's id, `operator NAME`, or `registration`.
    granted_by: String,
}

/// A finding.
#[derive(Debug, Serialize, ToSchema)]
struct FindingView {
    /// A stable code, as in `broader_than_used`.
    code: &'static str,
    /// Whose, by id; none for the company's.
    person: Option<String>,
    /// The role that allows more than it was used for.
    role: Option<String>,
    /// The role that would do; none where what everybody has is enough.
    instead: Option<String>,
}

impl FindingView {
    fn new(finding: &Finding) -> Self {
        let (role, instead) = finding.kind.roles();
        Self {
            code: finding.kind.code(),
            person: finding.member.map(|id| id.to_string()),
            role: role.map(str::to_owned),
            instead: instead.map(str::to_owned),
        }
    }
}

/// Who can do what, since when and by whose grant, and what good practice would change.
#[utoipa::path(get, path = "/api/v1/access/review", tag = "access", params(Moment),
    responses((status = 200, body = ReviewView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
async fn read(
    State(app): State<App>,
    caller: Caller,
    Asked(asked): Asked<Moment>,
) -> Result<Json<ReviewView>, Problem> {
    may_read(&app, &caller)?;
    let program = app.portal.program();
    let review = app.portal.review(caller.loaded.tenant, asked.at).await?;
    let people = review.people.iter().map(|person| PersonView::new(program, &review, person)).collect();
    Ok(Json(ReviewView { at: review.at, people, findings: review.findings.iter().map(FindingView::new).collect() }))
}

impl PersonView {
    fn new(program: &Program, review: &Review, person: &PersonReview) -> Self {
        let by = |actor: &Actor| match actor {
            Actor::Member(id) => id.to_string(),
            Actor::Operator(name) => format!("operator {name}"),
            Actor::Visitor => "registration".to_owned(),
        };
        let reach = ReachView::new(program, &person.reach);
        let held = person.roles.iter();
        Self {
            person: person.member.to_string(),
            name: person.name.clone(),
            email: review.account.member(person.member).map(|member| member.email.to_string()),
            status: match person.status {
                Status::Active => "active",
                Status::Deactivated => "deactivated",
                Status::Removed => "removed",
            },
            roles: held
                .map(|held| HeldView { role: held.role.clone(), since: held.since, granted_by: by(&held.granted_by) })
                .collect(),
            items: reach.items,
            permissions: reach.permissions,
            used: review.used(person.member).map(|p| p.id()).collect(),
            last_sign_in: review.last_sign_in(person.member),
        }
    }
}

/// Whom to compare.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Compared {
    /// A person's id, or a role's: somebody who holds it alone.
    first: String,
    /// Another one.
    second: String,
    /// As things were at this moment; as they are without it.
    at: Option<DateTime<Utc>>,
}

/// Pages and permissions.
#[derive(Debug, Default, Serialize, ToSchema)]
struct ReachView {
    /// The ids of the pages.
    items: Vec<String>,
    /// The permissions.
    permissions: Vec<&'static str>,
}

impl ReachView {
    fn new(program: &Program, reach: &Reach) -> Self {
        let name = |id: &_| program.item(*id).map(|item| item.name.clone());
        Self {
            items: reach.items.iter().filter_map(name).collect(),
            permissions: reach.permissions.iter().map(|p| p.id()).collect(),
        }
    }
}

/// What two people, or roles, have each for themselves and in common.
#[derive(Debug, Serialize, ToSchema)]
struct DifferenceView {
    /// Only the first.
    only_first: ReachView,
    /// Only the second.
    only_second: ReachView,
    /// Both.
    both: ReachView,
}

/// What two people, or roles, open and may do that the other does not.
#[utoipa::path(get, path = "/api/v1/access/compare", tag = "access", params(Compared),
    responses((status = 200, body = DifferenceView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn compare(
    State(app): State<App>,
    caller: Caller,
    Asked(asked): Asked<Compared>,
) -> Result<Json<DifferenceView>, Problem> {
    may_read(&app, &caller)?;
    let program = app.portal.program();
    let account = account_at(&app, &caller, asked.at).await?;
    let found = review::difference(
        program,
        &standing(program, &account, &asked.first)?,
        &standing(program, &account, &asked.second)?,
    );
    Ok(Json(DifferenceView {
        only_first: ReachView::new(program, &found.only_first),
        only_second: ReachView::new(program, &found.only_second),
        both: ReachView::new(program, &found.both),
    }))
}

fn standing(program: &Program, account: &Account, name: &str) -> Result<Standing, Problem> {
    if program.role_id(name).is_some() {
        let stages = account.stages().iter().map(|(path, stage)| (path.as_str(), stage.as_str()));
        return Ok(Standing::new(program, [name], stages));
    }
    let id = id_of(name)?;
    account.member(id).ok_or_else(|| Problem::from(guildhall_core::account::Refusal::MemberMissing))?;
    Ok(account.standing(program, id))
}

/// Commands to rehearse, in order.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Plan {
    /// At most a hundred.
    commands: Vec<Planned>,
}

/// What the commands would do.
#[derive(Debug, Serialize, ToSchema)]
struct RehearsalView {
    /// What would come of each command.
    outcomes: Vec<OutcomeView>,
    /// Who would gain and lose what by all of them together.
    changes: Vec<ChangeView>,
}

/// What would come of a command.
#[derive(Debug, Serialize, ToSchema)]
struct OutcomeView {
    /// The names of what would happen.
    events: Vec<&'static str>,
    /// Single changes of roles that would not be made.
    prohibited: Vec<ProhibitedView>,
    /// Why nothing of it would.
    problem: Option<Problem>,
}

/// A change of a role that would not be made.
#[derive(Debug, Serialize, ToSchema)]
struct ProhibitedView {
    /// The person's id.
    person: String,
    /// The role's id.
    role: String,
    /// A stable code.
    code: String,
    /// Why, and what leads on.
    explanation: Reasons,
}

/// What one person would gain and lose.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AccessChange)]
struct ChangeView {
    /// The person's id.
    person: String,
    /// Their name.
    name: String,
    /// What opens to them and what they may do from then on.
    gains: ReachView,
    /// What closes to them and what they may no longer do.
    loses: ReachView,
}

impl ChangeView {
    fn new(program: &Program, change: AccessChange) -> Self {
        Self {
            person: change.member.to_string(),
            name: change.name,
            gains: ReachView::new(program, &change.gained),
            loses: ReachView::new(program, &change.lost),
        }
    }
}

/// What commands would do, in the caller's name; nothing is changed. A refused one changes nothing and the next go on.
#[utoipa::path(post, path = "/api/v1/access/rehearse", tag = "access", request_body = Plan,
    responses((status = 200, body = RehearsalView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn rehearse(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<Plan>,
) -> Result<Json<RehearsalView>, Problem> {
    may_read(&app, &caller)?;
    rehearsed(&app, (&caller, &headers), &caller.loaded, body.value).await.map(Json)
}

/// What commands would do in a company, in the operator's name; nothing is changed.
#[utoipa::path(post, path = "/api/v1/operator/companies/{company}/rehearsal", tag = "operator", request_body = Plan,
    params(("company" = String, Path, description = "The company's id")),
    responses((status = 200, body = RehearsalView), (status = 400, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
async fn rehearse_as_operator(
    State(app): State<App>,
    operator: OperatorCaller,
    Path(company): Path<String>,
    headers: HeaderMap,
    body: Body<Plan>,
) -> Result<Json<RehearsalView>, Problem> {
    let at = At::new(&app, &operator, &company).await?;
    rehearsed(&app, (&at, &headers), &at.loaded, body.value).await.map(Json)
}

async fn rehearsed(
    app: &App,
    (who, headers): (&dyn Asks, &HeaderMap),
    loaded: &Loaded,
    plan: Plan,
) -> Result<RehearsalView, Problem> {
    if plan.commands.len() > COMMANDS_MOST {
        let detail = format!("at most {COMMANDS_MOST} commands are rehearsed");
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "too_many_commands", detail));
    }
    let (program, actor, moment) = (app.portal.program(), who.actor(), app.portal.moment(who.origin())?);
    let word = &program.limits().confirmation_word;
    let commands: Result<Vec<_>, Problem> = plan.commands.into_iter().map(|c| c.command(word, headers)).collect();
    let Rehearsal { outcomes, changes, after } = app.portal.rehearse(loaded, &actor, &moment, commands?).await?;
    let after = Setting { program, account: &after.account, actor: &actor, moment: &moment };
    let outcomes = outcomes.into_iter().map(|outcome| match outcome {
        Ok(events) => OutcomeView {
            events: events.iter().map(TenantEvent::name).collect(),
            prohibited: events.iter().filter_map(|event| prohibited(&after, event)).collect(),
            problem: None,
        },
        Err(refusal) => {
            OutcomeView { events: Vec::new(), prohibited: Vec::new(), problem: Some(refused(&after, refusal)) }
        }
    });
    let changes = changes.into_iter().map(|change| ChangeView::new(program, change));
    Ok(RehearsalView { outcomes: outcomes.collect(), changes: changes.collect() })
}

fn refused(setting: &Setting<'_>, refusal: TenantRefusal) -> Problem {
    match refusal {
        TenantRefusal::Account(refusal) => {
            let explanation = refusal.explain(setting);
            Problem::from(refusal).explained(&explanation)
        }
        TenantRefusal::Profile(refusal) => refused_in(setting)(refusal),
        TenantRefusal::Linking(refusal) => refused_in(setting)(refusal),
    }
}

fn prohibited(setting: &Setting<'_>, event: &TenantEvent) -> Option<ProhibitedView> {
    let TenantEvent::Account(Event::RoleChangeRefused { member, role, code, .. }) = event else { return None };
    let fault = RoleFault::ALL.into_iter().find(|fault| fault.code() == code)?;
    let explanation = Reasons::from(&fault.explain(role, setting));
    Some(ProhibitedView { person: member.to_string(), role: role.clone(), code: code.clone(), explanation })
}
