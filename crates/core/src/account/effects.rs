//! What has to happen outside when an event is recorded, as data: the directory, the mail, the sessions.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use super::{Account, Event};
use crate::Id;
use crate::identity::{Domain, EmailAddress};
use crate::program::Program;

/// Something an adapter has to do in the same transaction that records the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Enter the domain into the directory; it must be nobody else's (C-047).
    ClaimDomain(Domain),
    /// Take the domain out of the directory.
    ReleaseDomain(Domain),
    /// Enter the address into the directory as this member's; it must be of no other tenant.
    ClaimAddress(EmailAddress, Id),
    /// Take the address out of the directory: the account remembers whose it was (USR-30), others need not.
    ReleaseAddress(EmailAddress),
    /// End every session and token of the member.
    EndSessions(Id),
    /// Make the secret link of the invitation worthless.
    VoidLink(Id),
    /// Mail a letter.
    Mail(Letter),
}

/// A letter to be worded and mailed by the adapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letter {
    /// The link to register with (INV-6).
    Invitation {
        /// The invitation, for which the adapter makes a secret link.
        invitation: Id,
        /// To whom.
        to: EmailAddress,
        /// The company's name.
        company: String,
        /// The titles of the roles that wait.
        roles: Vec<String>,
        /// When it ends.
        expires_at: DateTime<Utc>,
    },
    /// Registration is done.
    Welcome {
        /// To whom.
        to: EmailAddress,
        /// Their name.
        name: String,
        /// The company's name.
        company: String,
    },
    /// To the new lead.
    LeadReceived {
        /// To whom.
        to: EmailAddress,
        /// The company's name.
        company: String,
        /// The name of the lead until now.
        from: String,
    },
    /// To the lead until now, so that a hand-over nobody meant is noticed.
    LeadGiven {
        /// To whom.
        to: EmailAddress,
        /// The company's name.
        company: String,
        /// The name of the new lead.
        new_lead: String,
    },
    /// To the lead: somebody asks for another one.
    LeadChangeAsked {
        /// To whom.
        to: EmailAddress,
        /// The name of who asks.
        by: String,
        /// What they wrote.
        note: String,
    },
    /// The password was changed; if it was somebody else, the owner learns of it.
    PasswordChanged {
        /// To whom.
        to: EmailAddress,
    },
    /// Access has ended.
    AccessEnded {
        /// To whom.
        to: EmailAddress,
        /// The company's name.
        company: String,
    },
}

/// What `event` asks for; `account` is the state after it.
#[must_use]
pub fn effects(program: &Program, account: &Account, event: &Event) -> Vec<Effect> {
    let company = || String::from(account.company_name());
    let email = |id: &Id| account.member(*id).map(|m| m.email.clone());
    let name = |id: &Id| account.member(*id).map_or_else(String::new, |m| String::from(m.name.as_str()));
    let mut effects = Vec::new();
    match event {
        Event::CompanyRegistered { domain, lead, .. } => {
            effects.push(Effect::ClaimDomain(domain.clone()));
            effects.push(Effect::ClaimAddress(lead.email.clone(), lead.member));
            let (to, name) = (lead.email.clone(), String::from(lead.name.as_str()));
            effects.push(Effect::Mail(Letter::Welcome { to, name, company: company() }));
        }
        Event::MemberJoined { person, invitation, .. } => {
            effects.extend(invitation.map(Effect::VoidLink));
            effects.push(Effect::ClaimAddress(person.email.clone(), person.member));
            let (to, name) = (person.email.clone(), String::from(person.name.as_str()));
            effects.push(Effect::Mail(Letter::Welcome { to, name, company: company() }));
        }
        Event::InvitationSent { invitation, .. } | Event::InvitationRenewed { invitation, .. } => {
            // A renewed invitation gets a new link; the old one may have been read by others.
            effects.push(Effect::VoidLink(*invitation));
            effects.extend(letter_of(program, account, *invitation).map(Effect::Mail));
        }
        Event::LeadReassigned { from, to, .. } => {
            let received = email(to).map(|to| Letter::LeadReceived { to, company: company(), from: name(from) });
            let given = email(from).map(|addr| Letter::LeadGiven { to: addr, company: company(), new_lead: name(to) });
            effects.extend(received.into_iter().chain(given).map(Effect::Mail));
        }
        Event::LeadChangeRequested { by, note } => {
            let lead = account.lead(program).filter(|(id, _)| id != by).map(|(_, m)| m.email.clone());
            let asked = |to| Letter::LeadChangeAsked { to, by: name(by), note: String::from(note.as_str()) };
            effects.extend(lead.map(asked).map(Effect::Mail));
        }
        Event::MemberRemoved { member } | Event::MemberDeactivated { member } => {
            effects.push(Effect::EndSessions(*member));
            // A deactivated person is still of the company, and so is the address.
            let removed = matches!(event, Event::MemberRemoved { .. });
            effects.extend(email(member).filter(|_| removed).map(Effect::ReleaseAddress));
            effects.extend(email(member).map(|to| Effect::Mail(Letter::AccessEnded { to, company: company() })));
        }
        Event::PasswordChanged { member } => {
            effects.push(Effect::EndSessions(*member));
            effects.extend(email(member).map(|to| Effect::Mail(Letter::PasswordChanged { to })));
        }
        Event::DomainAdded { domain } => effects.push(Effect::ClaimDomain(domain.clone())),
        Event::DomainWithdrawn { domain } => effects.push(Effect::ReleaseDomain(domain.clone())),
        Event::InvitationWithdrawn { invitation } => effects.push(Effect::VoidLink(*invitation)),
        Event::RoleAssigned { .. }
        | Event::RoleUnassigned { .. }
        | Event::RoleChangeRefused { .. }
        | Event::CompanyEdited { .. }
        | Event::ProfileEdited { .. }
        | Event::StageSet { .. } => {}
    }
    effects
}

fn letter_of(program: &Program, account: &Account, id: Id) -> Option<Letter> {
    let invitation = account.invitations().get(&id)?;
    let title = |name: &String| program.role_id(name).and_then(|r| program.role(r)).map(|r| r.title.clone());
    Some(Letter::Invitation {
        invitation: id,
        to: invitation.email.clone(),
        company: String::from(account.company_name()),
        roles: invitation.roles.iter().filter_map(title).collect(),
        expires_at: invitation.expires_at,
    })
}
