//! Invitations: sent in one go or not at all, renewed, withdrawn.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, TimeDelta, Utc};

use crate::access::Standing;
use crate::account::{Account, Event, Faults, Invitation, InvitationStatus, InviteRow, Refusal, Status};
use crate::identity::EmailAddress;
use crate::setting::Setting;
use crate::{Id, Permission};

impl Setting<'_> {
    pub(super) fn invite(&self, rows: &[InviteRow]) -> Result<Vec<Event>, Refusal> {
        let (me, standing) = self.permitted(&[Permission::InviteUsers])?;
        let most = self.program.limits().invitation_rows_most;
        if rows.len() > most as usize {
            return Err(Refusal::TooManyRows { most });
        }
        let mut faults = Faults::default();
        if rows.is_empty() {
            faults.push("rows", "required");
        }
        // Each row is judged on the state that the rows before it leave, so that two rows cannot share a last seat.
        let mut account = self.account.clone();
        let mut events = Vec::new();
        for (n, row) in (0u64..).zip(rows) {
            let email = self.invitee(&account, n, row, &mut faults);
            let roles = self.invited_roles(&account, &standing, n, row, &mut faults);
            if let (Some(email), Some(roles)) = (email, roles) {
                let (invitation, expires_at) = (self.moment.id(n), self.invitation_end());
                let event = Event::InvitationSent { invitation, email, roles, by: me, expires_at };
                account.apply(&event);
                events.push(event);
            }
        }
        faults.finish()?;
        Ok(events)
    }

    fn invitee(&self, account: &Account, n: u64, row: &InviteRow, faults: &mut Faults) -> Option<EmailAddress> {
        let field = format!("rows[{n}].email");
        let email = faults.email(&field, self.program.email().parse_business(&row.email))?;
        if !account.domains().contains(email.domain()) {
            faults.push(&field, "foreign_domain");
            return None;
        }
        let waiting = account.invitations().values().any(|i| i.email == email && i.is_open(self.moment.at));
        let code = match account.member_by_address(&email).map(|(_, m)| m.status) {
            Some(Status::Active) => Some("already_member"),
            Some(Status::Deactivated) => Some("member_deactivated"),
            Some(Status::Removed) | None if waiting => Some("already_invited"),
            Some(Status::Removed) | None => None,
        };
        match code {
            Some(code) => {
                faults.push(&field, code);
                None
            }
            None => Some(email),
        }
    }

    fn invited_roles(
        &self,
        account: &Account,
        standing: &Standing,
        n: u64,
        row: &InviteRow,
        faults: &mut Faults,
    ) -> Option<Vec<String>> {
        let field = format!("rows[{n}].roles");
        let wanted: BTreeSet<&str> = row.roles.iter().map(|r| r.trim()).collect();
        if wanted.is_empty() {
            faults.push(&field, "required");
            return None;
        }
        let mut roles = Vec::new();
        for name in wanted {
            let judged = self.grantable(standing, name).and_then(|role| {
                self.seat_free(account, role)?;
                Ok(role)
            });
            match judged {
                Ok(role) => roles.push(self.role_name(role)),
                Err(fault) => faults.push(&format!("{field}.{}", crate::text::slug(name)), fault.code()),
            }
        }
        Some(roles).filter(|r| !r.is_empty())
    }

    fn invitation_end(&self) -> DateTime<Utc> {
        let days = TimeDelta::days(i64::from(self.program.limits().invitation_days));
        self.moment.at.checked_add_signed(days).unwrap_or(self.moment.at)
    }

    pub(super) fn withdraw_invitation(&self, id: Id) -> Result<Vec<Event>, Refusal> {
        self.permitted(&[Permission::InviteUsers])?;
        self.pending(id)?;
        Ok([Event::InvitationWithdrawn { invitation: id }].into())
    }

    pub(super) fn renew_invitation(&self, id: Id) -> Result<Vec<Event>, Refusal> {
        let (me, standing) = self.permitted(&[Permission::InviteUsers])?;
        let invitation = self.pending(id)?;
        let mut faults = Faults::default();
        let taken = self.account.member_by_address(&invitation.email).is_some_and(|(_, m)| m.status != Status::Removed);
        let other_waits = self
            .account
            .invitations()
            .iter()
            .any(|(other, i)| *other != id && i.email == invitation.email && i.is_open(self.moment.at));
        if !self.account.domains().contains(invitation.email.domain()) {
            faults.push("email", "foreign_domain");
        } else if taken {
            faults.push("email", "already_member");
        } else if other_waits {
            faults.push("email", "already_invited");
        }
        // An expired invitation gave its seats back: it has to find them free again.
        let holds_seats = invitation.is_open(self.moment.at);
        for name in &invitation.roles {
            let judged = self
                .grantable(&standing, name)
                .and_then(|role| if holds_seats { Ok(()) } else { self.seat_free(self.account, role) });
            if let Err(fault) = judged {
                faults.push(&format!("roles.{name}"), fault.code());
            }
        }
        faults.finish()?;
        Ok([Event::InvitationRenewed { invitation: id, by: me, expires_at: self.invitation_end() }].into())
    }

    fn pending(&self, id: Id) -> Result<&Invitation, Refusal> {
        let invitation = self.account.invitations().get(&id).ok_or(Refusal::InvitationMissing)?;
        if invitation.status == InvitationStatus::Open { Ok(invitation) } else { Err(Refusal::InvitationClosed) }
    }
}
