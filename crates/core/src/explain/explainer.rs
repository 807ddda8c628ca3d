//! Builds an explanation: what each sort of lack comes to in this account, for who asks, at this moment.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Action, By, CloudNeed, Explanation, Helper, Missing, PEOPLE_MOST, Proof, Step};
use crate::account::{Actor, Member, RoleFault, Status};
use crate::program::{Program, RoleId, RoleKind};
use crate::setting::{Denied, Setting};
use crate::{FieldFault, Id, Kind, Permission};

/// An explanation in the making.
#[derive(Clone, Debug)]
#[must_use]
pub struct Explainer<'a> {
    setting: &'a Setting<'a>,
    missing: Vec<Missing>,
    steps: Vec<Step>,
}

impl<'a> Explainer<'a> {
    /// Begins one for whoever asks in `setting`.
    pub fn new(setting: &'a Setting<'a>) -> Self {
        Self { setting, missing: Vec::new(), steps: Vec::new() }
    }

    /// The explanation. Where no step is known, the kind of the refusal tells one.
    #[must_use]
    pub fn finish(mut self, code: &'static str, kind: Kind) -> Explanation {
        if self.steps.is_empty() {
            self = match kind {
                Kind::Invalid => self.you(Action::Correct),
                Kind::Unauthenticated => self.you(Action::SignIn),
                Kind::Forbidden => self.step(Action::Ask, By::Operator),
                Kind::Missing | Kind::Conflict => self.you(Action::LookAgain),
                Kind::Limited => self.you(Action::MakeRoom),
            };
        }
        Explanation { code, kind, missing: self.missing, steps: self.steps }
    }

    /// With something that is missing.
    pub fn lacks(mut self, missing: Missing) -> Self {
        self.missing.push(missing);
        self
    }

    /// With a step; nobody reads the same one twice.
    pub fn step(mut self, action: Action, by: By) -> Self {
        let step = Step { action, by };
        if !self.steps.contains(&step) {
            self.steps.push(step);
        }
        self
    }

    /// With a step that who asks can take.
    pub fn you(self, action: Action) -> Self {
        self.step(action, By::You)
    }

    /// With a command that who asks can run first, or instead.
    pub fn run(self, command: &'static str) -> Self {
        self.you(Action::Run { command })
    }

    /// With a step of those who have `permission`.
    pub fn members(self, action: Action, permission: Permission) -> Self {
        let by = self.able(permission, None);
        self.step(action, by)
    }

    /// With a step of the programme's operators.
    pub fn operator(self, action: Action) -> Self {
        self.step(action, By::Operator)
    }

    /// Something that who asks has to prove or agree to.
    pub fn proof(self, proof: Proof) -> Self {
        self.lacks(Missing::Proof { proof }).you(Action::Give { proof })
    }

    /// A confirmation.
    pub fn confirmation(self, word: Option<&str>) -> Self {
        let word = word.map(ToString::to_string);
        self.lacks(Missing::Confirmation { word: word.clone() }).you(Action::Confirm { word })
    }

    /// Something in the cloud account.
    pub fn cloud(self, need: CloudNeed, facts: impl IntoIterator<Item = String>) -> Self {
        self.lacks(Missing::Cloud { need, facts: facts.into_iter().collect() }).you(Action::AtCloud { need })
    }

    /// More at once than there may be.
    pub fn split(self, most: u64) -> Self {
        self.lacks(Missing::Room { most }).you(Action::Split { most })
    }

    /// As many as there may be are there.
    pub fn full(self, most: u64) -> Self {
        self.lacks(Missing::Room { most }).you(Action::MakeRoom)
    }

    /// A stage that the company has not reached.
    pub fn stage(self, paths: &[String], stage: &str) -> Self {
        let (paths, stage) = (paths.to_vec(), stage.to_string());
        self.lacks(Missing::Stage { paths: paths.clone(), stage: stage.clone() })
            .operator(Action::SetStage { paths, stage })
    }

    /// Faults of fields. Those of roles come with who may give them and whether a seat is free.
    pub fn fields(mut self, faults: &[FieldFault]) -> Self {
        self = self.lacks(Missing::Fields { faults: faults.to_vec() });
        for fault in faults {
            let role = fault.field.rsplit('.').next().unwrap_or_default();
            let known = RoleFault::ALL.into_iter().find(|known| known.code() == fault.code);
            if let (Some(fault), Some(role)) = (known, self.setting.program.role_id(role)) {
                self = self.role_fault(fault, role);
            }
        }
        self.you(Action::Correct)
    }

    /// Why one change of one role is prohibited.
    pub fn role_fault(self, fault: RoleFault, role: RoleId) -> Self {
        let program = self.setting.program;
        let name = role_name(program, role);
        match fault {
            RoleFault::NotGrantable => {
                let roles = role_names(program, program.grantors(role));
                let by = program.role(role).and_then(|r| granted_with(r.kind)).map(|p| self.able(p, None));
                let explained = self.lacks(Missing::RoleGrant { role: name, roles });
                by.map_or(explained.clone(), |by| explained.step(Action::DoInstead, by))
            }
            RoleFault::Lead => self.members(Action::HandOverLead, Permission::ReassignLead),
            RoleFault::QuotaFull => self.seat(role),
            RoleFault::AlreadyHeld | RoleFault::NotHeld | RoleFault::Base => self.you(Action::Nothing),
            RoleFault::Unknown => {
                let values = program.roles().iter().map(|r| r.name.clone()).collect();
                self.lacks(Missing::Choice { values }).you(Action::Correct)
            }
            RoleFault::MemberMissing | RoleFault::MemberNotActive => self.you(Action::LookAgain),
        }
    }

    /// No seat of `role` is free: somebody gives theirs up, or an invitation runs out.
    pub fn seat(self, role: RoleId) -> Self {
        let Setting { program, account, moment, .. } = *self.setting;
        let Some(found) = program.role(role) else { return self };
        let name = found.name.clone();
        let taken = account.seats_taken(program, role, moment);
        let waiting = account.invitations().values().filter(|i| i.is_open(moment.at) && i.roles.contains(&name));
        let until = waiting.map(|i| i.expires_at).min();
        let by = granted_with(found.kind).map(|p| self.able(p, None));
        let mut explained = self.lacks(Missing::Seat { role: name.clone(), quota: found.quota.unwrap_or(0), taken });
        if let Some(by) = by {
            explained = explained.step(Action::FreeSeat { role: name }, by);
        }
        if until.is_some() { explained.you(Action::Wait { until }) } else { explained }
    }

    /// The same for the role that is given with `permission`.
    pub fn seat_given_with(self, permission: Permission) -> Self {
        let program = self.setting.program;
        let role = program.roles().iter().find(|r| r.kind == RoleKind::Granted(permission));
        match role.and_then(|r| program.role_id(&r.name)) {
            Some(role) => self.seat(role),
            None => self,
        }
    }

    /// The refusals that every room shares.
    pub fn denied(self, denied: &Denied) -> Self {
        match denied {
            Denied::NotSignedIn => self.lacks(Missing::SignIn).you(Action::SignIn),
            Denied::NotActive => {
                let status = match self.setting.actor {
                    Actor::Member(id) => self.setting.account.member(*id).map(|m| m.status),
                    Actor::Visitor | Actor::Operator(_) => None,
                };
                // Who is deactivated is of the company still: only after a removal does an invitation lead back (C-035).
                let explained = self.lacks(Missing::Access { status });
                let explained = match status {
                    Some(Status::Deactivated) => {
                        explained.members(Action::Run { command: "remove_member" }, Permission::RemoveUsers)
                    }
                    Some(Status::Active | Status::Removed) | None => explained,
                };
                explained.members(Action::Invite, Permission::InviteUsers)
            }
            Denied::PermissionMissing { permission, held_by } => self.permission(*permission, held_by),
            Denied::OperatorOnly => self.lacks(Missing::Operator).operator(Action::DoInstead),
        }
    }

    /// Who asks lacks a permission: a role would give it, and others have it.
    pub fn permission(self, permission: Permission, held_by: &[String]) -> Self {
        let explained = self.lacks(Missing::Permission { permission, roles: held_by.to_vec() });
        let Ok((me, _)) = explained.setting.me() else { return explained.you(Action::SignIn) };
        let explained = explained.roles_of(held_by);
        let by = explained.able(permission, Some(me));
        // Where nobody of the company can help, the programme's people are asked.
        if by.is_nobody() { explained } else { explained.step(Action::DoInstead, by) }
    }

    /// Entries of others are for those who look after all of them (ROLE-71).
    pub fn whole_pipeline(self) -> Self {
        let permission = Permission::ManageAllPipeline;
        let program = self.setting.program;
        self.permission(permission, &role_names(program, program.holders(permission)))
    }

    /// Somebody else than who asks has to do what ends an access (C-035).
    pub fn colleagues(self) -> Self {
        let me = self.setting.me().ok().map(|(me, _)| me);
        let by = [Permission::RemoveUsers, Permission::DeactivateUsers].map(|permission| self.able(permission, me));
        by.into_iter().filter(|by| !by.is_nobody()).fold(self, |why, by| why.step(Action::DoInstead, by))
    }

    /// Somebody else lacks a permission that a role would give them.
    pub fn others_permission(self, permission: Permission) -> Self {
        let program = self.setting.program;
        let roles = role_names(program, program.holders(permission));
        self.lacks(Missing::Permission { permission, roles: roles.clone() }).roles_of(&roles)
    }

    /// How one comes to one of `roles`: the narrowest first, as nobody should have more than they need (AUDIT-1).
    fn roles_of(mut self, roles: &[String]) -> Self {
        let program = self.setting.program;
        let mut found: Vec<RoleId> = roles.iter().filter_map(|name| program.role_id(name)).collect();
        let breadth = |role: &RoleId| Permission::ALL.iter().filter(|p| program.holders(**p).contains(*role)).count();
        found.sort_by_key(breadth);
        let mut given = false;
        for role in &found {
            let Some(permission) = program.role(*role).and_then(|r| granted_with(r.kind)) else { continue };
            let by = self.able(permission, None);
            if by.is_nobody() && self.knows_people() {
                continue;
            }
            given = true;
            let full = self.setting.seat_free(self.setting.account, *role).is_err();
            self = if full {
                self.seat(*role)
            } else {
                let role = role_name(program, *role);
                self.step(Action::AssignRole { role }, by)
            };
        }
        // Nobody becomes lead for a thing that a narrower role allows as well.
        if !given && found.contains(&program.lead()) {
            self = self.members(Action::HandOverLead, Permission::ReassignLead);
        }
        self
    }

    /// Those who have `permission`, `but` aside.
    fn able(&self, permission: Permission, but: Option<Id>) -> By {
        let Setting { program, account, .. } = *self.setting;
        let roles = role_names(program, program.holders(permission));
        if !self.knows_people() {
            return By::Members { roles, people: Vec::new(), more: 0 };
        }
        let mut able: Vec<(Id, &Member)> =
            account.holders_of_any(program, program.holders(permission)).filter(|(id, _)| Some(*id) != but).collect();
        able.sort_by(|(a, one), (b, other)| (&one.name, a).cmp(&(&other.name, b)));
        let more = able.len().saturating_sub(PEOPLE_MOST);
        let people = able.into_iter().take(PEOPLE_MOST).map(|(id, m)| Helper {
            id,
            name: m.name.clone(),
            email: m.email.clone(),
        });
        By::Members { roles, people: people.collect(), more }
    }

    /// Whether who asks may know the company's people.
    fn knows_people(&self) -> bool {
        matches!(self.setting.actor, Actor::Operator(_)) || self.setting.me().is_ok()
    }
}

/// The permission with which a role is given.
fn granted_with(kind: RoleKind) -> Option<Permission> {
    match kind {
        RoleKind::Granted(permission) => Some(permission),
        RoleKind::Lead | RoleKind::Base => None,
    }
}

fn role_name(program: &Program, role: RoleId) -> String {
    program.role(role).map(|r| r.name.clone()).unwrap_or_default()
}

fn role_names(program: &Program, roles: crate::program::RoleSet) -> Vec<String> {
    program.role_names(roles).map(ToString::to_string).collect()
}

impl RoleFault {
    /// Why the change of `role` is prohibited, and what leads on.
    #[must_use]
    pub fn explain(self, role: &str, setting: &Setting<'_>) -> Explanation {
        let why = Explainer::new(setting);
        let kind = match self {
            Self::Unknown | Self::MemberMissing => Kind::Missing,
            Self::Lead | Self::Base | Self::NotGrantable => Kind::Forbidden,
            Self::QuotaFull => Kind::Limited,
            Self::AlreadyHeld | Self::NotHeld | Self::MemberNotActive => Kind::Conflict,
        };
        let why = match (self, setting.program.role_id(role)) {
            (fault, Some(role)) => why.role_fault(fault, role),
            (Self::MemberMissing | Self::MemberNotActive, None) => why.you(Action::LookAgain),
            (_, None) => {
                let values = setting.program.roles().iter().map(|r| r.name.clone()).collect();
                why.lacks(Missing::Choice { values }).you(Action::Correct)
            }
        };
        why.finish(self.code(), kind)
    }
}

impl Denied {
    /// Why, and what leads on, for whoever asks in `setting`.
    #[must_use]
    pub fn explain(&self, setting: &Setting<'_>) -> Explanation {
        Explainer::new(setting).denied(self).finish(self.code(), self.kind())
    }
}
