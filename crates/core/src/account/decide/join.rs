//! How people come in: registering a company, joining by domain, accepting an invitation.

use alloc::string::String;
use alloc::vec::Vec;

use crate::account::{
    Actor, Event, Faults, Invitation, InvitationStatus, Join, NewMember, Proof, Refusal, RegisterCompany, Status,
};
use crate::identity::EmailAddress;
use crate::setting::Setting;
use crate::{FieldFault, Id};

impl Setting<'_> {
    pub(super) fn register_company(&self, form: &RegisterCompany) -> Result<Vec<Event>, Refusal> {
        let mut faults = Faults::default();
        let name = faults.line("name", &form.name);
        let email = faults.email("email", self.program.email().parse_registrant(&form.email));
        let customer = form.customer.check(&mut faults);
        let contact = form.contact.check(&mut faults);
        let company = form.company.check(&mut faults);
        let offering = self.program.offering(&form.offering);
        if offering.is_none() {
            faults.push("offering", if form.offering.is_empty() { "required" } else { "unknown" });
        }
        let parts = name.zip(email).zip(customer.zip(contact)).zip(company.zip(offering));
        let (((name, email), (customer, contact)), (company, offering)) = faults.whole(parts)?;
        if !form.accepts_lead {
            return Err(Refusal::LeadNotAccepted);
        }
        if !form.accepts_terms {
            return Err(Refusal::TermsNotAccepted);
        }
        self.proven(form.proof)?;
        if form.domain_owner.is_some() || self.account.tenant().is_some() {
            return Err(Refusal::CompanyRegistered);
        }
        let path = self.program.path(offering.path).map(|p| p.name.clone()).unwrap_or_default();
        let stage = self.program.stages().first().map(|s| s.name.clone()).unwrap_or_default();
        Ok([Event::CompanyRegistered {
            tenant: self.moment.id(0),
            company,
            domain: email.domain().clone(),
            offering: offering.name.clone(),
            path,
            stage,
            lead_role: self.role_name(self.program.lead()),
            lead: NewMember { member: self.moment.id(1), name, email, customer, contact },
        }]
        .into())
    }

    pub(super) fn join(&self, form: &Join) -> Result<Vec<Event>, Refusal> {
        let mut faults = Faults::default();
        let name = faults.line("name", &form.name);
        let email = faults.email("email", self.program.email().parse_business(&form.email));
        let customer = form.customer.check(&mut faults);
        let contact = form.contact.check(&mut faults);
        let ((name, email), (customer, contact)) = faults.whole(name.zip(email).zip(customer.zip(contact)))?;
        self.proven(form.proof)?;
        let invitation = self.admission(&email, form.invitation)?;
        let roles = invitation.map(|(_, i)| i.roles.iter().cloned().collect::<Vec<String>>()).unwrap_or_default();
        let person = NewMember { member: self.moment.id(0), name, email, customer, contact };
        Ok([Event::MemberJoined { person, invitation: invitation.map(|(id, _)| id), roles }].into())
    }

    /// Whether `email` may join, and by which invitation: the one whose link was followed, or an open one of the address.
    pub(super) fn admission(
        &self,
        email: &EmailAddress,
        followed: Option<Id>,
    ) -> Result<Option<(Id, &Invitation)>, Refusal> {
        if self.account.tenant().is_none() || !self.account.domains().contains(email.domain()) {
            return Err(Refusal::CompanyNotRegistered);
        }
        let invitation = match followed {
            Some(id) => Some((id, self.invitation_for(id, email)?)),
            None => self.open_invitation(email),
        };
        match (self.account.member_by_address(email).map(|(_, m)| m.status), &invitation) {
            (Some(Status::Active), _) => Err(Refusal::AlreadyMember),
            (Some(Status::Deactivated), _) => Err(Refusal::MemberDeactivated),
            (Some(Status::Removed), None) => Err(Refusal::MemberRemoved),
            // A shared mailbox may be invited, but does not walk in by itself.
            (None, None) if self.program.email().is_shared(email) => {
                Err(Refusal::InvalidInput { faults: [FieldFault::new("email", "shared_mailbox")].into() })
            }
            (Some(Status::Removed), Some(_)) | (None, _) => Ok(invitation),
        }
    }

    /// Operators vouch for whom they register; everybody else proves it.
    fn proven(&self, proof: Proof) -> Result<(), Refusal> {
        if matches!(self.actor, Actor::Operator(_)) {
            return Ok(());
        }
        if !proof.address {
            return Err(Refusal::AddressNotProven);
        }
        if !proof.captcha {
            return Err(Refusal::CaptchaMissing);
        }
        if !proof.password {
            return Err(Refusal::PasswordMissing);
        }
        Ok(())
    }

    /// The invitation whose link was followed, if it is for `email` and still holds.
    fn invitation_for(&self, id: Id, email: &EmailAddress) -> Result<&Invitation, Refusal> {
        let invitation =
            self.account.invitations().get(&id).filter(|i| i.email == *email).ok_or(Refusal::InvitationMissing)?;
        if invitation.status != InvitationStatus::Open {
            return Err(Refusal::InvitationClosed);
        }
        if !invitation.is_open(self.moment.at) {
            return Err(Refusal::InvitationExpired);
        }
        if self.still_granted(invitation) { Ok(invitation) } else { Err(Refusal::InvitationVoid) }
    }

    /// An invitation for `email` that holds, found without its link.
    fn open_invitation(&self, email: &EmailAddress) -> Option<(Id, &Invitation)> {
        self.account
            .invitations()
            .iter()
            .map(|(id, i)| (*id, i))
            .find(|(_, i)| i.email == *email && i.is_open(self.moment.at) && self.still_granted(i))
    }

    /// Whether the person who answers for the invitation may still invite and give its roles. Its seats are its own: they
    /// were counted when it was sent.
    fn still_granted(&self, invitation: &Invitation) -> bool {
        let standing = self.account.standing(self.program, invitation.by);
        standing.permits(self.program, crate::Permission::InviteUsers)
            && invitation.roles.iter().all(|role| self.grantable(&standing, role).is_ok())
    }
}
