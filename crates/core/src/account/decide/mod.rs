//! Judges commands. One file a group of commands; this one holds what they share.
//!
//! The order of the checks is: is somebody there, may they, is the input well-formed, does the state allow it. So a
//! person who may not do a thing learns nothing from the refusal but that. The word to type is asked for last, as the
//! dialog that asks for it opens last.

mod company;
mod invite;
mod join;
mod people;
mod roles;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Account, Actor, Command, Event, Grounds, Member, Recorded, Refusal, RoleFault, Status};
use crate::access::Standing;
use crate::identity::EmailAddress;
use crate::program::{Program, RoleId, RoleKind};
use crate::setting::Setting;
use crate::{Id, Moment, Permission};

/// Judges `command` of `actor` on `account` at `moment`: the events it causes, or why it is refused. Changes nothing.
pub fn decide(
    account: &Account,
    program: &Program,
    actor: &Actor,
    command: &Command,
    moment: &Moment,
) -> Result<Vec<Event>, Refusal> {
    let case = Setting { account, program, actor, moment };
    match command {
        Command::RegisterCompany(form) => case.register_company(form),
        Command::Join(form) => case.join(form),
        Command::Invite { rows } => case.invite(rows),
        Command::WithdrawInvitation { invitation } => case.withdraw_invitation(*invitation),
        Command::RenewInvitation { invitation } => case.renew_invitation(*invitation),
        Command::UpdateRoles { rows } => case.update_roles(rows),
        Command::ReassignLead { to, typed } => case.reassign_lead(*to, typed),
        Command::HandOverCloudAdmin { to } => case.hand_over_cloud_admin(*to),
        Command::RemoveMember { member, typed } => case.remove(*member, typed),
        Command::DeactivateMember { member } => case.deactivate(*member),
        Command::RequestLeadChange { note } => case.request_lead_change(note),
        Command::AddDomain { domain, owner } => case.add_domain(domain, *owner),
        Command::WithdrawDomain { domain } => case.withdraw_domain(domain),
        Command::EditCompany { company } => case.edit_company(company),
        Command::EditProfile { name, customer, contact } => case.edit_profile(name, customer, contact),
        Command::NotePasswordChange => case.note_password_change(),
        Command::SetStage { path, stage } => case.set_stage(path, stage),
    }
}

/// Whether `email`, whose owner has proven it, may join this account, by the invitation whose link was followed or by an
/// open one. The same judgement as in [`Command::Join`], for asking before the rest of the form is filled in.
pub fn may_join(
    account: &Account,
    program: &Program,
    email: &EmailAddress,
    invitation: Option<Id>,
    moment: &Moment,
) -> Result<(), Refusal> {
    let case = Setting { account, program, actor: &Actor::Visitor, moment };
    case.admission(email, invitation).map(|_| ())
}

/// Wraps the events of a decision with who, when, from where and why it was allowed. `account` is the state that the
/// decision read.
#[must_use]
pub fn record(
    account: &Account,
    program: &Program,
    actor: &Actor,
    command: &Command,
    moment: &Moment,
    events: Vec<Event>,
) -> Vec<Recorded> {
    let standing = account.standing_of(program, actor);
    let general = permissions_of(program, command).into_iter().find(|p| standing.permits(program, *p));
    let grounds = |event: &Event| {
        let permission = permission_for(program, command, event).or(general)?;
        let roles = program.role_names(standing.roles().and(program.holders(permission)));
        Some(Grounds { permission, roles: roles.map(ToString::to_string).collect() })
    };
    let wrap = |event| Recorded {
        at: moment.at,
        actor: actor.clone(),
        source: moment.source.clone(),
        request: moment.request.clone(),
        grounds: grounds(&event),
        event,
    };
    events.into_iter().map(wrap).collect()
}

/// The permission that a single event of an update needed: that of the role it gave or took.
fn permission_for(program: &Program, command: &Command, event: &Event) -> Option<Permission> {
    let (Command::UpdateRoles { .. }, Event::RoleAssigned { role, .. } | Event::RoleUnassigned { role, .. }) =
        (command, event)
    else {
        return None;
    };
    match program.role(program.role_id(role)?)?.kind {
        RoleKind::Granted(permission) => Some(permission),
        RoleKind::Lead | RoleKind::Base => None,
    }
}

/// The permissions of which a command needs one; empty where it needs none.
fn permissions_of(program: &Program, command: &Command) -> Vec<Permission> {
    match command {
        Command::Invite { .. } | Command::WithdrawInvitation { .. } | Command::RenewInvitation { .. } => {
            [Permission::InviteUsers].into()
        }
        Command::UpdateRoles { .. } => granting_permissions(program),
        Command::ReassignLead { .. } => [Permission::ReassignLead].into(),
        Command::HandOverCloudAdmin { .. } => [Permission::HandOverCloudAdminRole].into(),
        Command::RemoveMember { .. } => [Permission::RemoveUsers].into(),
        Command::DeactivateMember { .. } => [Permission::DeactivateUsers].into(),
        Command::RequestLeadChange { .. } => [Permission::RequestLeadChange].into(),
        Command::AddDomain { .. } | Command::WithdrawDomain { .. } => [Permission::ManageDomains].into(),
        Command::EditCompany { .. } => [Permission::EditCompanyInformation].into(),
        Command::EditProfile { .. } | Command::NotePasswordChange => [Permission::EditOwnProfile].into(),
        Command::RegisterCompany(_) | Command::Join(_) | Command::SetStage { .. } => Vec::new(),
    }
}

/// The permissions with which the programme's roles are given.
fn granting_permissions(program: &Program) -> Vec<Permission> {
    let mut permissions: Vec<Permission> = program
        .roles()
        .iter()
        .filter_map(|role| match role.kind {
            RoleKind::Granted(permission) => Some(permission),
            RoleKind::Lead | RoleKind::Base => None,
        })
        .collect();
    permissions.sort_unstable();
    permissions.dedup();
    permissions
}

impl<'a> Setting<'a> {
    /// Another person of the account, with access.
    fn active(&self, member: Id) -> Result<&'a Member, Refusal> {
        match self.account.member(member) {
            None => Err(Refusal::MemberMissing),
            Some(m) if m.status == Status::Active => Ok(m),
            Some(_) => Err(Refusal::TargetNotActive),
        }
    }

    /// A member with `permission`, by their id, or an operator of the programme: where the company's own lead cannot act,
    /// the operators do it for them.
    fn entitled(&self, permission: Permission) -> Result<Option<Id>, Refusal> {
        if self.operator().is_ok() && self.account.tenant().is_some() {
            return Ok(None);
        }
        Ok(self.permitted(&[permission]).map(|(me, _)| Some(me))?)
    }

    fn confirmed(&self, typed: &str) -> Result<(), Refusal> {
        let word = &self.program.limits().confirmation_word;
        if typed.trim() == word { Ok(()) } else { Err(Refusal::ConfirmationMissing { word: word.clone() }) }
    }

    /// The role called `name`, if `standing` may give and take it.
    fn grantable(&self, standing: &Standing, name: &str) -> Result<RoleId, RoleFault> {
        let id = self.program.role_id(name).ok_or(RoleFault::Unknown)?;
        match self.program.role(id).map(|r| r.kind) {
            Some(RoleKind::Granted(permission)) if standing.permits(self.program, permission) => Ok(id),
            Some(RoleKind::Granted(_)) => Err(RoleFault::NotGrantable),
            Some(RoleKind::Lead) => Err(RoleFault::Lead),
            Some(RoleKind::Base) => Err(RoleFault::Base),
            None => Err(RoleFault::Unknown),
        }
    }

    /// Whether one more person may hold `role` in the account as it stands.
    pub(crate) fn seat_free(&self, account: &Account, role: RoleId) -> Result<(), RoleFault> {
        let Some(quota) = self.program.role(role).and_then(|r| r.quota) else { return Ok(()) };
        let taken = account.seats_taken(self.program, role, self.moment);
        if taken < quota as usize { Ok(()) } else { Err(RoleFault::QuotaFull) }
    }

    fn role_name(&self, role: RoleId) -> String {
        self.program.role(role).map(|r| r.name.clone()).unwrap_or_default()
    }
}
