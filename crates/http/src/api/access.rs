//! What may I open and do here, and why?
#![allow(unused_qualifications, reason = "utoipa names the parameters twice")]

use axum::Json;
use axum::extract::State;

use chrono::{DateTime, Utc};
use guildhall_core::access::{Explanation, Question, Standing, menu};
use guildhall_core::account::{Account, Refusal};
use guildhall_core::program::{ItemLookup, Placement, RoleSet};
use guildhall_core::{Permission, Program};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::caller::{Asked, Caller};
use super::people::id_of;
use super::problem::Problem;
use super::reviews;
use super::views::StageView;
use crate::app::App;

/// Everything that the caller may open and do.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AccessView {
    /// The ids of the caller's roles, the one that everybody has included.
    roles: Vec<String>,
    /// The company's paths, each with the stage reached.
    stages: Vec<StageView>,
    /// The menu: exactly the items that are open.
    menu: Vec<SectionView>,
    /// Every permission of the programme.
    permissions: Vec<PermissionView>,
}

/// A section of the menu.
#[derive(Debug, Serialize, ToSchema)]
struct SectionView {
    /// What people read.
    section: String,
    /// `navigation` or `dropdown`.
    placement: &'static str,
    /// Its open items.
    items: Vec<ItemView>,
}

/// An open item.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MenuItem)]
struct ItemView {
    /// Its id, as in `build/case_studies`.
    id: String,
    /// What people read.
    item: String,
    /// What the page is for.
    description: String,
    /// Its address in the portal.
    href: String,
    /// Where it leads outside the portal.
    link: Option<String>,
}

/// A permission.
#[derive(Debug, Serialize, ToSchema)]
struct PermissionView {
    /// Its id.
    permission: String,
    /// What people read.
    title: String,
    /// Whether one of the caller's roles has it.
    allowed: bool,
    /// Whether it can be used on its page of the portal as well: both gates are open.
    in_portal: bool,
}

/// About whom, and when.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct AboutWhom {
    /// Somebody else of the company, by id; for those who may see the people.
    person: Option<String>,
    /// As things were at this moment; as they are without it.
    at: Option<DateTime<Utc>>,
}

/// Whose standing is asked about, in which account.
async fn about(app: &App, caller: &Caller, whom: AboutWhom) -> Result<(Account, Standing), Problem> {
    let member = match &whom.person {
        None => caller.member,
        Some(person) => {
            let id = id_of(person)?;
            if id != caller.member {
                reviews::may_read(app, caller)?;
            }
            id
        }
    };
    let account = reviews::account_at(app, caller, whom.at).await?;
    if whom.person.is_some() && account.member(member).is_none() {
        return Err(Refusal::MemberMissing.into());
    }
    let standing = account.standing(app.portal.program(), member);
    Ok((account, standing))
}

/// What the caller, or somebody else, may open and do here; at a moment in the past if asked.
#[utoipa::path(get, path = "/api/v1/access", tag = "access", params(AboutWhom),
    responses((status = 200, body = AccessView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn all(
    State(app): State<App>,
    caller: Caller,
    Asked(whom): Asked<AboutWhom>,
) -> Result<Json<AccessView>, Problem> {
    let program = app.portal.program();
    let (account, standing) = about(&app, &caller, whom).await?;
    let standing = &standing;
    let sections = menu(program, standing).into_iter().map(|s| SectionView {
        section: s.section.title.clone(),
        placement: match s.section.placement {
            Placement::Navigation => "navigation",
            Placement::Dropdown => "dropdown",
        },
        items: s
            .entries
            .iter()
            .map(|entry| ItemView {
                id: entry.item.name.clone(),
                item: entry.item.title.clone(),
                description: entry.item.description.clone(),
                href: format!("/go/{}", entry.item.name),
                link: entry.item.link.clone(),
            })
            .collect(),
    });
    let permissions = program.grants().iter().map(|grant| PermissionView {
        permission: grant.permission.id().to_owned(),
        title: grant.title.clone(),
        allowed: standing.permits(program, grant.permission),
        in_portal: standing.permits_in_portal(program, grant.permission),
    });
    let stage = |(path, stage): (&String, &String)| StageView { path: path.clone(), stage: stage.clone() };
    Ok(Json(AccessView {
        roles: names(program, standing.roles()),
        stages: account.stages().iter().map(stage).collect(),
        menu: sections.collect(),
        permissions: permissions.collect(),
    }))
}

/// A single question: exactly one of the two.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct ExplainAsked {
    /// A menu item by id, title, `Section/Title` or alias.
    item: Option<String>,
    /// A permission by id.
    permission: Option<String>,
    /// Somebody else of the company, by id; for those who may see the people.
    person: Option<String>,
    /// As things were at this moment; as they are without it.
    at: Option<DateTime<Utc>>,
}

/// The answer with its reasons.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ExplanationView {
    /// The id of the item or permission.
    subject: String,
    /// The answer.
    allowed: bool,
    /// The person's roles that count for it.
    by_roles: Vec<String>,
    /// Any one of these roles would do; empty if a role is not what is missing.
    missing_roles: Vec<String>,
    /// The company would have to be on one of these paths; empty if the path is not what is missing.
    missing_paths: Vec<String>,
    /// The stage that would have to be reached.
    missing_stage: Option<String>,
    /// People with one of these roles can give a missing role.
    grantors: Vec<String>,
    /// The people of the company who hold such a role.
    people_who_can_grant: Vec<Helper>,
}

/// Somebody who can help.
#[derive(Debug, Serialize, ToSchema)]
struct Helper {
    /// Their name.
    name: String,
    /// Their address.
    email: String,
}

/// May I open this page, or do this? With the reasons.
#[utoipa::path(get, path = "/api/v1/access/explain", tag = "access", params(ExplainAsked),
    responses((status = 200, body = ExplanationView), (status = 400, body = Problem),
        (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn explain(
    State(app): State<App>,
    caller: Caller,
    Asked(asked): Asked<ExplainAsked>,
) -> Result<Json<ExplanationView>, Problem> {
    let program = app.portal.program();
    let bad = |detail: &str| {
        Problem::new(axum::http::StatusCode::BAD_REQUEST, "malformed", detail)
            .hint("ask with ?item=... or with ?permission=...")
    };
    let (question, subject) = match (asked.item, asked.permission) {
        (Some(item), None) => item_question(program, &item)?,
        (None, Some(permission)) => {
            let permission: Permission = permission.parse().map_err(|_| unknown("permission", &permission))?;
            (Question::Do(permission), permission.id().to_owned())
        }
        (Some(_), Some(_)) | (None, None) => return Err(bad("exactly one of item and permission is asked about")),
    };
    let (account, standing) = about(&app, &caller, AboutWhom { person: asked.person, at: asked.at }).await?;
    let Explanation { allowed, by_roles, missing, grantors, .. } = standing.explain(program, question);
    let helpers = account
        .holders_of_any(program, grantors)
        .map(|(_, m)| Helper { name: m.name.to_string(), email: m.email.to_string() });
    Ok(Json(ExplanationView {
        subject,
        allowed,
        by_roles: names(program, by_roles),
        missing_roles: names(program, missing.roles),
        missing_paths: program.path_names(missing.paths).map(ToOwned::to_owned).collect(),
        missing_stage: missing.stage.and_then(|s| program.stage(s)).map(|s| s.name.clone()),
        grantors: names(program, grantors),
        people_who_can_grant: helpers.collect(),
    }))
}

fn item_question(program: &Program, item: &str) -> Result<(Question, String), Problem> {
    match program.find_item(item) {
        Ok(id) => Ok((Question::Open(id), program.item(id).map(|i| i.name.clone()).unwrap_or_default())),
        Err(ItemLookup::Unknown) => Err(unknown("menu item", item)),
        Err(ItemLookup::Ambiguous(names)) => {
            let detail = format!("several items have that name: {}", names.join(", "));
            Err(Problem::new(axum::http::StatusCode::BAD_REQUEST, "ambiguous", detail))
        }
    }
}

fn unknown(what: &str, name: &str) -> Problem {
    let shown: String = name.chars().take(80).collect();
    Problem::new(axum::http::StatusCode::NOT_FOUND, "missing", format!("there is no {what} {shown:?}"))
        .hint("GET /api/v1/access lists what there is")
}

fn names(program: &Program, roles: RoleSet) -> Vec<String> {
    program.role_names(roles).map(ToOwned::to_owned).collect()
}
