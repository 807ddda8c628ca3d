//! `guildhall linking`: the link between the portal's account and the marketplace account, and the questions that others
//! ask of it (the LINK rules). It is made by `link` and undone by `unlink`; people are mapped by `map`.

pub(super) mod crm;
pub(super) mod inputs;
pub(super) mod link;
pub(super) mod map;
pub(super) mod roles;
mod show;

use clap::{Args, Subcommand};
use guildhall_core::account::Account;
use guildhall_core::linking::{ActionCheck, Event, OfferBy, SignOn, State, own_sign_on};
use serde::Serialize;

use self::inputs::Identity;
use super::policy::check::statements;
use super::room::{Who, ask, email};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Table, escape};

/// Show the link with the marketplace account, and ask what it allows
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall linking show --as ann@acme.example
  guildhall linking check-identity --policy PartnerAccountManagement=mine.json
  guildhall linking sign-on --as bo@acme.example
  guildhall linking attach-offer --crm --as ann@acme.example")]
pub(crate) struct Linking {
    #[command(subcommand)]
    part: Part,
}

#[derive(Debug, Subcommand)]
enum Part {
    /// The link, its IAM roles, who is mapped and who is not yet
    Show,
    CheckIdentity(CheckIdentity),
    /// Whether the person may sign on to the marketplace's portal, and with which role; the exit code says it too
    SignOn,
    AttachOffer(AttachOffer),
    /// Whether a product of the marketplace may be linked with an offering of the company
    LinkOffering,
}

/// Ask whether the policies of an IAM user allow to link; the exit code is 3 if they do not
#[derive(Debug, Args)]
struct CheckIdentity {
    #[command(flatten)]
    identity: Identity,
}

/// Whether a private offer may be attached to an opportunity, and with which role
#[derive(Debug, Args)]
struct AttachOffer {
    /// By the CRM integration
    #[arg(long)]
    crm: bool,
    /// By this person, by address or id [default: the one of --as]
    #[arg(long = "for", value_name = "EMAIL", conflicts_with = "crm")]
    person: Option<String>,
}

impl Linking {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.part {
            Part::Show => show::show(context),
            Part::CheckIdentity(check) => check.run(context),
            Part::SignOn => sign_on(context),
            Part::AttachOffer(attach) => attach.run(context),
            Part::LinkOffering => link_offering(context),
        }
    }
}

impl CheckIdentity {
    fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let identity = self.identity.read()?;
        let check = ask(context, Who::Either, |asked| {
            guildhall_core::linking::check_identity(&asked.setting(), &identity)
                .map_err(|refusal| asked.refused(&refusal))
        })?;
        if !context.out.is_quiet() {
            let table = checks_table(std::slice::from_ref(&check));
            context.out.answer(&checked(context, &check), &table, &check)?;
        }
        Ok(if check.allowed { Exit::Done } else { Exit::Refused })
    }
}

fn sign_on(context: &Context<'_>) -> Result<Exit, Failure> {
    let SignOn { role, portal } = ask(context, Who::Member, |asked| {
        own_sign_on(&asked.setting(), &asked.room::<State>()).map_err(|refusal| asked.refused(&refusal))
    })?;
    let text = format!("yes, with {role}: {portal}\n");
    let table = Table::new(&["role", "portal"]).with([vec![role.to_string(), portal.clone()]]);
    context.out.answer(&text, &table, &SignOn { role, portal })?;
    Ok(Exit::Done)
}

impl AttachOffer {
    fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        #[derive(Serialize)]
        struct Answer {
            role: String,
        }
        let role = ask(context, Who::Either, |asked| {
            let setting = asked.setting();
            let by = match &self.person {
                _ if self.crm => OfferBy::Crm,
                Some(person) => OfferBy::User(asked.person(person)?),
                None => OfferBy::User(setting.me()?.0),
            };
            let state = asked.room::<State>();
            let role = state.attach_offer(setting.program, asked.account, by);
            role.map(ToString::to_string).map_err(|refusal| asked.refused(&refusal))
        })?;
        let table = Table::new(&["role"]).with([vec![role.clone()]]);
        context.out.answer(&format!("yes, with {role}\n"), &table, &Answer { role })?;
        Ok(Exit::Done)
    }
}

fn link_offering(context: &Context<'_>) -> Result<Exit, Failure> {
    let link = ask(context, Who::Either, |asked| {
        asked.room::<State>().link_offering().cloned().map_err(|refusal| asked.refused(&refusal))
    })?;
    let table = Table::new(&["account"]).with([vec![link.account.to_string()]]);
    context.out.answer(&format!("yes, those of the account {}\n", link.account), &table, &link)?;
    Ok(Exit::Done)
}

/// What policies say of an action, with every statement.
fn checked(context: &Context<'_>, check: &ActionCheck) -> String {
    let answer = context.out.verdict(check.allowed, if check.allowed { "allowed" } else { "not allowed" });
    let says = statements(&check.statements, &check.unreadable);
    format!("{answer}: {}, {}\n{says}", escape(&check.action), escape(&check.why))
}

fn checks_table<'c>(checks: impl IntoIterator<Item = &'c ActionCheck>) -> Table {
    Table::new(&["action", "allowed", "why"]).with(checks.into_iter().map(|check| {
        let allowed = if check.allowed { "yes" } else { "no" };
        vec![check.action.clone(), allowed.to_owned(), check.why.clone()]
    }))
}

/// What happened, for people.
fn told(account: &Account, event: &Event) -> Option<String> {
    Some(match event {
        Event::AccountLinked { account: linked, cloud_admin_role, .. } => {
            format!("linked with the account {linked}; the role for cloud admins is {cloud_admin_role}")
        }
        Event::AccountUnlinked { account: linked, .. } => format!("the link with {linked} and every mapping are gone"),
        Event::RoleRegistered { role, .. } => format!("registered {role}"),
        Event::RoleWithdrawn { role } => format!("{role} is registered no more"),
        Event::UserMapped { user, role, .. } => format!("mapped {} to {role}", email(account, *user)),
        Event::UserUnmapped { user, role, .. } => format!("{} is mapped to {role} no more", email(account, *user)),
        Event::CrmMapped { role, .. } => format!("mapped the CRM integration to {role}"),
        Event::CrmUnmapped { role, .. } => format!("the CRM integration is mapped to {role} no more"),
    })
}
