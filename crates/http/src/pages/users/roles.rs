//! Manage roles: one row a person, current roles as chips, roles to add, then Update (USR-13..25).
//!
//! Until Update, everything that was chosen lives in the form itself, so that it also works without JavaScript. Dynamic
//! fields: `member` (a row), `had.<member>` and `keep.<member>` (a role that was shown, and one that stays ticked),
//! `add.<member>` (a role to give), `another` (a person to add), and `do` for the button.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::Id;
use guildhall_core::account::{Command, Refusal, RoleRow, Status};

use super::{RoleChoice, described, grantable, ids, list, titles_of};
use crate::pages::form::{Choice, Fault};
use crate::pages::view::{Answer, Page, Stop, see_other};
use crate::pages::visit::{Posted, Signed, Visit};
use crate::pages::words;
use crate::portal::{Extras, PortalError};

/// The most lists for adding a role that a row shows.
const ADDS: usize = 2;

#[derive(Debug)]
struct Row {
    id: String,
    name: String,
    email: String,
    /// Roles that whoever asks cannot take.
    fixed: Vec<String>,
    /// Roles that can be taken; ticked while they stay.
    held: Vec<RoleChoice>,
    /// The lists from which a role is added.
    adds: Vec<Vec<RoleChoice>>,
}

#[derive(Debug, Template)]
#[template(path = "manage_roles.html")]
struct ManagePage {
    page: Page,
    rows: Vec<Row>,
    others: Vec<Choice>,
    most: u32,
    full: bool,
    faults: Vec<Fault>,
}

/// What was chosen so far.
#[derive(Debug, Default)]
struct Chosen {
    members: Vec<Id>,
    had: Vec<(Id, String)>,
    keep: Vec<(Id, String)>,
    add: Vec<(Id, String)>,
    another: Option<Id>,
    button: String,
}

impl Chosen {
    /// Reads the fields; `None` where one is not of this form.
    fn read(fields: Vec<(String, String)>) -> Option<Self> {
        let mut chosen = Self::default();
        let mut members = Vec::new();
        for (name, value) in fields {
            let (kind, member) = name.split_once('.').map_or((name.as_str(), None), |(k, id)| (k, id.parse().ok()));
            match (kind, member) {
                ("member", None) => members.push(value),
                ("another", None) => chosen.another = value.parse().ok(),
                ("do", None) => chosen.button = value,
                ("had", Some(id)) => chosen.had.push((id, value)),
                ("keep", Some(id)) => chosen.keep.push((id, value)),
                ("add", Some(id)) => chosen.add.extend(Some((id, value)).filter(|(_, role)| !role.is_empty())),
                _ => return None,
            }
        }
        chosen.members = ids(&members);
        Some(chosen)
    }

    fn roles(of: &[(Id, String)], member: Id) -> Vec<String> {
        of.iter().filter(|(id, _)| *id == member).map(|(_, role)| role.clone()).collect()
    }

    /// The changes that were chosen: roles that were shown and unticked go, roles from the lists come.
    fn rows(&self) -> Vec<RoleRow> {
        self.members
            .iter()
            .map(|member| {
                let keep = Self::roles(&self.keep, *member);
                let unassign = Self::roles(&self.had, *member).into_iter().filter(|r| !keep.contains(r)).collect();
                let mut assign = Self::roles(&self.add, *member);
                assign.sort();
                assign.dedup();
                RoleRow { member: *member, assign, unassign }
            })
            .collect()
    }
}

/// `GET /company/users/roles?member=…`: the rows of the people who were ticked (USR-18).
pub(super) async fn page(
    visit: Visit,
    axum::extract::Query(fields): axum::extract::Query<Vec<(String, String)>>,
) -> Answer {
    let me = visit.managing()?;
    let members = ids(&fields.into_iter().filter(|(name, _)| name == "member").map(|(_, v)| v).collect::<Vec<_>>());
    if members.is_empty() {
        return Ok(visit.go_saying("/company/users", &visit.w.t("users-tick-first")));
    }
    let most = visit.program().limits().role_update_rows_most;
    if members.len() > most as usize {
        return Ok(visit.refused(&Refusal::TooManyRows { most }));
    }
    Ok(show(&visit, me, &Chosen { members, ..Chosen::default() }, StatusCode::OK, Vec::new()))
}

fn show(visit: &Visit, me: &Signed, chosen: &Chosen, status: StatusCode, faults: Vec<Fault>) -> Response {
    let offered = grantable(visit, me);
    let rows: Vec<Row> = chosen.members.iter().filter_map(|id| row(visit, me, chosen, &offered, *id)).collect();
    let most = visit.program().limits().role_update_rows_most;
    let others = list::choices(visit, "");
    let others = others.into_iter().filter(|c| rows.iter().all(|row| row.id != c.value)).collect();
    let full = rows.len() >= most as usize;
    let page = visit.page(visit.w.t("manage-roles-title"));
    visit.html_with(status, &ManagePage { page, rows, others, most, full, faults })
}

fn row(visit: &Visit, me: &Signed, chosen: &Chosen, offered: &[RoleChoice], id: Id) -> Option<Row> {
    let person = me.account.member(id).filter(|m| m.status == Status::Active)?;
    let had = Chosen::roles(&chosen.had, id);
    let keep = Chosen::roles(&chosen.keep, id);
    let mut added = Chosen::roles(&chosen.add, id);
    added.truncate(ADDS);
    added.resize(ADDS, String::new());
    let held: Vec<RoleChoice> = offered
        .iter()
        .filter(|role| person.roles.contains(&role.name))
        // A role stays ticked unless it was shown and unticked.
        .map(|role| RoleChoice { chosen: !had.contains(&role.name) || keep.contains(&role.name), ..role.clone() })
        .collect();
    let takeable: Vec<&str> = held.iter().map(|role| role.title.as_str()).collect();
    let fixed = titles_of(visit, person).into_iter().filter(|title| !takeable.contains(&title.as_str())).collect();
    let free = || offered.iter().filter(|role| !person.roles.contains(&role.name));
    let adds = added
        .iter()
        .map(|add| free().map(|role| RoleChoice { chosen: role.name == *add, ..role.clone() }).collect())
        .collect();
    Some(Row {
        id: id.to_string(),
        name: person.name.to_string(),
        email: person.email.as_str().to_owned(),
        fixed,
        held,
        adds,
    })
}

/// `POST /company/users/roles`: a row more, a row less, or Update.
pub(super) async fn update(Posted { visit, form }: Posted<Vec<(String, String)>>) -> Answer {
    let me = visit.managing()?;
    let Some(mut chosen) = Chosen::read(form) else { return Err(visit.with_status(StatusCode::BAD_REQUEST)) };
    match chosen.button.split_once('.').unwrap_or((&chosen.button, "")) {
        ("add", _) => {
            chosen.members.extend(chosen.another.filter(|id| !chosen.members.contains(id)));
            let most = visit.program().limits().role_update_rows_most as usize;
            chosen.members.truncate(most);
            Ok(show(&visit, me, &chosen, StatusCode::OK, Vec::new()))
        }
        ("drop", id) => {
            let dropped = id.parse().ok();
            chosen.members.retain(|member| Some(*member) != dropped);
            if chosen.members.is_empty() {
                return Ok(see_other("/company/users"));
            }
            Ok(show(&visit, me, &chosen, StatusCode::OK, Vec::new()))
        }
        _ => apply(&visit, me, &chosen).await,
    }
}

async fn apply(visit: &Visit, me: &Signed, chosen: &Chosen) -> Answer {
    let command = Command::UpdateRoles { rows: chosen.rows() };
    let run = visit.app.portal.run(&visit.origin, Some(me.tenant), &me.actor(), command, Extras::default()).await;
    match run {
        // The outcome is read back from the log: it can be opened again, and sending the form twice is not needed.
        Ok(_) => Ok(to_outcome(visit, me)),
        Err(PortalError::Refused(refusal @ Refusal::InvalidInput { .. })) => {
            let text = words::refusal(visit.w, &refusal);
            let nothing = chosen.rows().iter().all(|row| row.assign.is_empty() && row.unassign.is_empty());
            let text = if nothing { visit.w.t("manage-roles-nothing").into_owned() } else { text };
            let faults = vec![Fault { href: "#main".into(), text }];
            Ok(show(visit, me, chosen, StatusCode::UNPROCESSABLE_ENTITY, faults))
        }
        Err(error) => Err(Stop::from(visit.failed(&error))),
    }
}

fn to_outcome(visit: &Visit, me: &Signed) -> Response {
    let path = format!("/company/users/roles/{}?after={}", visit.origin.request, me.version);
    see_other(&path)
}

/// A person for the outcome.
pub(super) fn person(me: &Signed, id: Id) -> String {
    me.account.member(id).map_or_else(|| id.to_string(), described)
}
