//! `guildhall map`, `guildhall unmap`, `guildhall mappings`: people and the IAM roles that they sign on with
//! (LINK-16..26, LINK-34..38).

use clap::Args;
use guildhall_core::Id;
use guildhall_core::linking::{Command, MappingView, State, UserList, overview};
use guildhall_core::room::RoomRefusal as _;
use serde::Serialize;

use super::told;
use crate::commands::room::{Asked, Who, ask, email, run};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// Map people to an IAM role, one person as the marketplace page does, several as the IAM roles tab does
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall map bo@acme.example --role PartnerCentralRoleForSales --as ann@acme.example
  guildhall map bo@acme.example cy@acme.example --role PartnerCentralRoleForSales \\
    --as ann@acme.example")]
pub(crate) struct Map {
    /// Who, by address or id
    #[arg(value_name = "EMAIL", required = true)]
    people: Vec<String>,
    /// The role's name or ARN; `guildhall mappings --roles` shows which can be picked
    #[arg(long, value_name = "ROLE")]
    role: String,
    /// As the IAM roles tab does also where it is one person
    #[arg(long)]
    tab: bool,
}

/// Undo the mappings of people, all of them or none
#[derive(Debug, Args)]
pub(crate) struct Unmap {
    /// Who, by address or id
    #[arg(value_name = "EMAIL", required = true)]
    people: Vec<String>,
}

/// Show who is mapped to which IAM role, whether they can sign on with it, and who is not mapped yet
#[derive(Debug, Args)]
pub(crate) struct Mappings {
    /// The roles that can be picked instead
    #[arg(long)]
    roles: bool,
}

impl Map {
    pub(in crate::commands) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let command = |asked: &Asked<'_>| {
            let role = self.role.clone();
            Ok(match *people(asked, &self.people)? {
                [user] if !self.tab => Command::MapUser { user, role },
                ref users => Command::MapUsers { users: users.to_vec(), role },
            })
        };
        run::<State>(context, Who::Member, command, told)
    }
}

impl Unmap {
    pub(in crate::commands) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let command = |asked: &Asked<'_>| {
            Ok(match *people(asked, &self.people)? {
                [user] => Command::UnmapUser { user },
                ref users => Command::UnmapUsers { users: users.to_vec() },
            })
        };
        run::<State>(context, Who::Member, command, told)
    }
}

fn people(asked: &Asked<'_>, typed: &[String]) -> Result<Vec<Id>, Failure> {
    typed.iter().map(|name| asked.person(name)).collect()
}

/// Somebody of the company and their role.
#[derive(Serialize)]
struct Row {
    email: String,
    role: Option<String>,
    /// Whether they can sign on with it now.
    sign_on: bool,
    /// Why not.
    why: Option<String>,
    /// The list in which they wait for a role.
    list: Option<UserList>,
}

/// A role that can be picked, and for whom.
#[derive(Serialize)]
struct Choice {
    role: String,
    list: &'static str,
}

impl Mappings {
    pub(in crate::commands) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        if self.roles {
            return choices(context);
        }
        let rows = ask(context, Who::Either, |asked| {
            let (setting, state) = (asked.setting(), asked.room::<State>());
            let overview = overview(&setting, &state)?;
            let mapped = overview.mappings.iter().map(|mapping| row(asked, mapping));
            let lists = [(UserList::CloudAdmins, &overview.cloud_admins), (UserList::Partners, &overview.partners)];
            let waiting = lists.iter().flat_map(|(list, people)| {
                people.iter().map(|(_, member)| {
                    let (email, list) = (member.email.to_string(), Some(*list));
                    Row { email, role: None, sign_on: false, why: None, list }
                })
            });
            Ok(mapped.chain(waiting).collect::<Vec<Row>>())
        })?;
        let table = Table::new(&["email", "role", "sign_on", "why"]).with(rows.iter().map(|row| {
            let why = match row.list {
                Some(UserList::CloudAdmins) => "not mapped yet; a cloud admin".to_owned(),
                Some(_) => "not mapped yet".to_owned(),
                None => row.why.clone().unwrap_or_default(),
            };
            let sign_on = if row.sign_on { "yes" } else { "no" };
            vec![row.email.clone(), row.role.clone().unwrap_or_default(), sign_on.to_owned(), why]
        }));
        context.out.rows(&table, &rows)?;
        Ok(Exit::Done)
    }
}

fn row(asked: &Asked<'_>, mapping: &MappingView<'_>) -> Row {
    let why = mapping.sign_on.as_ref().err().map(|refusal| format!("{refusal} [{}]", refusal.code()));
    let role = Some(mapping.role.to_string());
    Row { email: email(asked.account, mapping.user), role, sign_on: why.is_none(), why, list: None }
}

fn choices(context: &Context<'_>) -> Result<Exit, Failure> {
    let choices = ask(context, Who::Either, |asked| {
        let (setting, state) = (asked.setting(), asked.room::<State>());
        let choices = overview(&setting, &state)?.choices;
        let lists = [("cloud_admins", choices.cloud_admins), ("partners", choices.partners), ("crm", choices.crm)];
        let choice = |list| move |role: &guildhall_core::iam::RoleArn| Choice { role: role.to_string(), list };
        Ok(lists.into_iter().flat_map(|(list, roles)| roles.into_iter().map(choice(list))).collect::<Vec<_>>())
    })?;
    let rows = choices.iter().map(|choice| vec![choice.list.to_owned(), choice.role.clone()]);
    context.out.rows(&Table::new(&["for", "role"]).with(rows), &choices)?;
    Ok(Exit::Done)
}
