//! Giving and taking roles, moving the lead, handing over the cloud administrator's role.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::granting_permissions;
use crate::access::Standing;
use crate::account::{Account, Event, Faults, Refusal, RoleChange, RoleFault, RoleRow, Status};
use crate::program::{RoleId, RoleKind};
use crate::setting::Setting;
use crate::{Id, Permission};

impl Setting<'_> {
    /// Each change is judged on its own and the allowed ones are made (C-038). The events say which were prohibited and
    /// why, so that the counts of successes and failures are theirs (USR-24, USR-25).
    pub(super) fn update_roles(&self, rows: &[RoleRow]) -> Result<Vec<Event>, Refusal> {
        let (_, standing) = self.permitted(&granting_permissions(self.program))?;
        let most = self.program.limits().role_update_rows_most;
        if rows.len() > most as usize {
            return Err(Refusal::TooManyRows { most });
        }
        self.rows_are_sound(rows)?;
        let mut account = self.account.clone();
        let mut events = Vec::new();
        for row in rows {
            let taken = row.unassign.iter().map(|role| (RoleChange::Unassign, role));
            let given = row.assign.iter().map(|role| (RoleChange::Assign, role));
            for (change, role) in taken.chain(given) {
                let event = match self.role_change(&account, &standing, row.member, change, role.trim()) {
                    Ok(event) => event,
                    Err(fault) => Event::RoleChangeRefused {
                        member: row.member,
                        role: crate::text::slug(role).chars().take(64).collect(),
                        change,
                        code: String::from(fault.code()),
                    },
                };
                account.apply(&event);
                events.push(event);
            }
        }
        Ok(events)
    }

    fn rows_are_sound(&self, rows: &[RoleRow]) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        if rows.iter().all(|r| r.assign.is_empty() && r.unassign.is_empty()) {
            faults.push("rows", "required");
        }
        let mut seen = BTreeSet::new();
        for (n, row) in rows.iter().enumerate() {
            if !seen.insert(row.member) {
                faults.push(&format!("rows[{n}].member"), "twice");
            }
            // Every role once is the most that a row can mean.
            if row.assign.len() + row.unassign.len() > 2 * self.program.roles().len() {
                faults.push(&format!("rows[{n}]"), "too_long");
            }
        }
        Ok(faults.finish()?)
    }

    fn role_change(
        &self,
        account: &Account,
        standing: &Standing,
        id: Id,
        change: RoleChange,
        name: &str,
    ) -> Result<Event, RoleFault> {
        let member = account.member(id).ok_or(RoleFault::MemberMissing)?;
        if member.status != Status::Active {
            return Err(RoleFault::MemberNotActive);
        }
        let role = self.grantable(standing, name)?;
        let holds = member.roles.contains(name);
        match change {
            RoleChange::Assign if holds => Err(RoleFault::AlreadyHeld),
            RoleChange::Unassign if !holds => Err(RoleFault::NotHeld),
            RoleChange::Assign => {
                self.seat_free(account, role)?;
                Ok(Event::RoleAssigned { member: id, role: self.role_name(role) })
            }
            RoleChange::Unassign => Ok(Event::RoleUnassigned { member: id, role: self.role_name(role) }),
        }
    }

    pub(super) fn reassign_lead(&self, to: Id, typed: &str) -> Result<Vec<Event>, Refusal> {
        self.entitled(Permission::ReassignLead)?;
        self.active(to)?;
        let role = self.role_name(self.program.lead());
        // The permission may be anybody's in another programme: the role is taken from who has it.
        let Some((from, _)) = self.account.lead(self.program) else { return Err(Refusal::MemberMissing) };
        if from == to {
            return Err(Refusal::TargetIsLead);
        }
        self.confirmed(typed)?;
        Ok([Event::LeadReassigned { from, to, role }].into())
    }

    /// The giver loses the role (C-020), so the number of holders stays and no quota is asked.
    pub(super) fn hand_over_cloud_admin(&self, to: Id) -> Result<Vec<Event>, Refusal> {
        let (me, standing) = self.permitted(&[Permission::HandOverCloudAdminRole])?;
        if me == to {
            return Err(Refusal::TargetIsSelf);
        }
        let target = self.active(to)?;
        let Some(role) = self.cloud_admin_role().filter(|role| standing.holds(*role)) else {
            return Err(Refusal::PermissionMissing {
                permission: Permission::HandOverCloudAdminRole,
                held_by: self.cloud_admin_role().map(|r| self.role_name(r)).into_iter().collect(),
            });
        };
        let role = self.role_name(role);
        if target.roles.contains(&role) {
            return Err(Refusal::AlreadyHeld);
        }
        Ok([Event::RoleUnassigned { member: me, role: role.clone() }, Event::RoleAssigned { member: to, role }].into())
    }

    /// The role that is given with [`Permission::AssignCloudAdminRole`].
    fn cloud_admin_role(&self) -> Option<RoleId> {
        let is_it = |kind| kind == RoleKind::Granted(Permission::AssignCloudAdminRole);
        self.program.roles().iter().find(|r| is_it(r.kind)).and_then(|r| self.program.role_id(&r.name))
    }
}
