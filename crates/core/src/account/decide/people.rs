//! How people leave, and what they say about themselves.

use alloc::vec::Vec;

use crate::account::{ContactInput, CustomerInput, Event, Faults, Invitation, InvitationStatus, Refusal};
use crate::setting::Setting;
use crate::{Id, Permission};

impl Setting<'_> {
    pub(super) fn remove(&self, member: Id, typed: &str) -> Result<Vec<Event>, Refusal> {
        let me = self.entitled(Permission::RemoveUsers)?;
        // A deactivated person can be removed as well; a removed one cannot be removed again.
        match self.active(member) {
            Ok(_) => {}
            Err(Refusal::TargetNotActive) if self.is_deactivated(member) => {}
            Err(refusal) => return Err(refusal),
        }
        self.leaves(me, member)?;
        self.confirmed(typed)?;
        let mut events = Vec::from([Event::MemberRemoved { member }]);
        events.extend(self.unused_invitations(member).map(|invitation| Event::InvitationWithdrawn { invitation }));
        Ok(events)
    }

    /// The invitations that wait for a member's address: one that was void when they joined is left over. It goes when
    /// they go, since only an invitation sent after the removal leads back (USR-30, C-032).
    fn unused_invitations(&self, member: Id) -> impl Iterator<Item = Id> {
        let invitations = self.account.invitations().iter();
        let of_member = move |i: &Invitation| self.account.member(member).is_some_and(|m| m.email == i.email);
        let waiting = invitations.filter(move |(_, i)| i.status == InvitationStatus::Open && of_member(i));
        waiting.map(|(id, _)| *id)
    }

    pub(super) fn deactivate(&self, member: Id) -> Result<Vec<Event>, Refusal> {
        let me = self.entitled(Permission::DeactivateUsers)?;
        self.active(member)?;
        self.leaves(me, member)?;
        Ok([Event::MemberDeactivated { member }].into())
    }

    fn is_deactivated(&self, member: Id) -> bool {
        self.account.member(member).is_some_and(|m| m.status == crate::account::Status::Deactivated)
    }

    /// The lead role has to move before its holder goes, and nobody goes by their own hand (USR-32, C-033, C-035).
    fn leaves(&self, me: Option<Id>, member: Id) -> Result<(), Refusal> {
        if self.account.lead(self.program).is_some_and(|(lead, _)| lead == member) {
            return Err(Refusal::TargetIsLead);
        }
        if me == Some(member) { Err(Refusal::TargetIsSelf) } else { Ok(()) }
    }

    pub(super) fn request_lead_change(&self, note: &str) -> Result<Vec<Event>, Refusal> {
        let (by, _) = self.permitted(&[Permission::RequestLeadChange])?;
        let mut faults = Faults::default();
        let note = faults.line("note", note);
        Ok([Event::LeadChangeRequested { by, note: faults.whole(note)? }].into())
    }

    pub(super) fn edit_profile(
        &self,
        name: &str,
        customer: &CustomerInput,
        contact: &ContactInput,
    ) -> Result<Vec<Event>, Refusal> {
        let (member, _) = self.permitted(&[Permission::EditOwnProfile])?;
        let mut faults = Faults::default();
        let name = faults.line("name", name);
        let customer = customer.check(&mut faults);
        let contact = contact.check(&mut faults);
        let ((name, customer), contact) = faults.whole(name.zip(customer).zip(contact))?;
        Ok([Event::ProfileEdited { member, name, customer, contact }].into())
    }

    pub(super) fn note_password_change(&self) -> Result<Vec<Event>, Refusal> {
        let (member, _) = self.permitted(&[Permission::EditOwnProfile])?;
        Ok([Event::PasswordChanged { member }].into())
    }
}
