//! The marketplace: linking the account, who signs on with which IAM role, the CRM integration, IAM roles and policies.
//!
//! Facts of the cloud account (who signed in there, which roles exist and what they allow) are told by the person who
//! looks after it; whatever depends on them is judged by the core, and shown with the statement that decided.

mod check;
mod home;
mod link;
mod manage;
mod map;
mod policies;
mod roles;

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use guildhall_core::account::Member;
use guildhall_core::iam::RoleArn;
use guildhall_core::linking::{self, Command, Refusal};
use guildhall_core::room::RoomRefusal as _;
use guildhall_core::{Id, Permission};

use super::form::{Field, FormPage, Link, choices};
use super::locale::Words;
use super::room::refusal_words_with;
use super::view::{Answer, Stop};
use super::visit::{Signed, Visit};
use super::words;
use crate::app::App;

pub(super) use home::{MarketplaceSection, section};
pub(super) use map::Fields;
#[cfg(test)]
pub(super) use policies::kebab;

/// The page on which the link is managed.
pub(super) const PAGE: &str = "/company/marketplace";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/company/marketplace", get(manage::page))
        .route("/company/marketplace/link", get(link::prepare).post(link::step))
        .route("/company/marketplace/unlink", get(link::ask_unlink).post(link::unlink))
        .route("/company/marketplace/map", get(map::ask).post(map::map))
        .route("/company/marketplace/unmap", get(map::ask_unmap).post(map::unmap))
        .route("/company/marketplace/crm", get(map::ask_crm).post(map::map_crm))
        .route("/company/marketplace/crm/unmap", get(map::ask_unmap_crm).post(map::unmap_crm))
        .route("/company/marketplace/roles", get(roles::form).post(roles::register))
        .route("/company/marketplace/roles/withdraw", get(roles::ask_withdraw).post(roles::withdraw))
        .route("/company/marketplace/roles/{name}", get(roles::show))
        .route("/company/marketplace/policies", get(policies::page))
        .route("/company/marketplace/policies/check", get(policies::ask).post(policies::check))
}

/// Somebody as the lists show them.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) email: String,
}

impl Person {
    fn new(id: Id, member: &Member) -> Self {
        Self { id: id.to_string(), name: member.name.to_string(), email: member.email.as_str().to_owned() }
    }

    pub(super) fn all(people: &[(Id, &Member)]) -> Vec<Self> {
        people.iter().map(|(id, member)| Self::new(*id, member)).collect()
    }

    fn described(&self) -> String {
        if self.email.is_empty() { self.name.clone() } else { format!("{} ({})", self.name, self.email) }
    }
}

impl Visit {
    /// Whoever looks after the link on the marketplace page (LINK-9, LINK-23): the team has a tab of its own (C-083).
    fn linking(&self) -> Result<&Signed, Stop> {
        let me = self.member()?;
        self.permitted(Permission::LinkMarketplaceAccount)?;
        Ok(me)
    }

    /// Runs a command; what is refused is for the page to show.
    pub(super) async fn run_linking(&self, me: &Signed, command: &Command) -> Result<Result<(), Refusal>, Stop> {
        Ok(self.run_room::<linking::State>(me, command).await?.map(|_| ()))
    }
}

/// The words of a refusal.
fn refusal_words(w: Words, refusal: &Refusal) -> String {
    let (account, missing, most);
    let values: &[(&str, &str)] = match refusal {
        Refusal::AlreadyLinked { account: linked } => {
            account = linked.to_string();
            &[("account", &account)]
        }
        Refusal::LinkNotPermitted { why } | Refusal::RoleNotTrusted { why } | Refusal::CallNotPermitted { why } => {
            &[("why", why)]
        }
        Refusal::RolePrefix { prefix } => &[("prefix", prefix)],
        Refusal::OfferActionsMissing { missing: actions } => {
            missing = actions.join(", ");
            &[("actions", &missing)]
        }
        Refusal::TooManyUsers { most: limit } | Refusal::TooManyRoles { most: limit } => {
            most = limit.to_string();
            &[("most", &most)]
        }
        Refusal::Denied(_)
        | Refusal::InvalidInput { .. }
        | Refusal::NotLinked
        | Refusal::RootIdentity
        | Refusal::NotAnIamUser
        | Refusal::IdentityElsewhere
        | Refusal::NotAllowed
        | Refusal::QuotaFull
        | Refusal::RoleMissing
        | Refusal::RoleElsewhere
        | Refusal::CloudAdminRoleOnly
        | Refusal::RoleOfCloudAdmins
        | Refusal::RoleInUse
        | Refusal::MemberMissing
        | Refusal::TargetNotActive
        | Refusal::AlreadyMapped { .. }
        | Refusal::NotMapped
        | Refusal::ListsMixed => &[],
    };
    refusal_words_with::<linking::State>(w, refusal, values)
}

/// The form again, with its faults; a refusal that is of no field stands above it.
fn refused(visit: &Visit, form: FormPage, refusal: &Refusal) -> Response {
    if let Refusal::Denied(denied) = refusal {
        return visit.denied(denied);
    }
    let form = match refusal {
        Refusal::InvalidInput { faults } => form.with_faults(faults),
        other @ Refusal::Denied(_)
        | other @ Refusal::NotLinked
        | other @ Refusal::AlreadyLinked { .. }
        | other @ Refusal::RootIdentity
        | other @ Refusal::NotAnIamUser
        | other @ Refusal::IdentityElsewhere
        | other @ Refusal::LinkNotPermitted { .. }
        | other @ Refusal::NotAllowed
        | other @ Refusal::QuotaFull
        | other @ Refusal::RoleMissing
        | other @ Refusal::RoleElsewhere
        | other @ Refusal::RolePrefix { .. }
        | other @ Refusal::RoleNotTrusted { .. }
        | other @ Refusal::CloudAdminRoleOnly
        | other @ Refusal::RoleOfCloudAdmins
        | other @ Refusal::RoleInUse
        | other @ Refusal::MemberMissing
        | other @ Refusal::TargetNotActive
        | other @ Refusal::AlreadyMapped { .. }
        | other @ Refusal::NotMapped
        | other @ Refusal::ListsMixed
        | other @ Refusal::TooManyUsers { .. }
        | other @ Refusal::TooManyRoles { .. }
        | other @ Refusal::OfferActionsMissing { .. }
        | other @ Refusal::CallNotPermitted { .. } => form.with_fault("#main", refusal_words(visit.w, other)),
    };
    visit.html_with(words::status(refusal.kind()), &form)
}

/// After a command: on to `path` with `said`, or the form again.
pub(super) fn done(visit: &Visit, outcome: Result<(), Refusal>, form: FormPage, path: &str, said: &str) -> Answer {
    match outcome {
        Ok(()) => Ok(visit.go_saying(path, said)),
        Err(refusal) => Ok(refused(visit, form, &refusal)),
    }
}

/// A field to pick a role in.
pub(super) fn role_field(w: Words, roles: &[&RoleArn], chosen: &str) -> Field {
    let names = roles.iter().map(|role| (role.name().to_owned(), role.name().to_owned()));
    Field::new("select", "role", w.t("map-role")).choices(choices(&w.t("choose"), names, chosen))
}

fn back(w: Words) -> Link {
    Link { href: PAGE.into(), text: w.t("marketplace-back").into_owned() }
}

/// The ids in the fields `user` of an address or a form; what is none is left out.
pub(super) fn users_of(fields: &[(String, String)]) -> Vec<Id> {
    let mut users = Vec::new();
    for id in fields.iter().filter(|(name, _)| name == "user").filter_map(|(_, id)| id.parse().ok()) {
        if !users.contains(&id) {
            users.push(id);
        }
    }
    users
}

/// A person of the company by their id, whatever has become of them.
pub(super) fn person(me: &Signed, id: Id) -> Person {
    match me.account.member(id) {
        Some(member) => Person::new(id, member),
        None => Person { id: id.to_string(), name: id.to_string(), email: String::new() },
    }
}
