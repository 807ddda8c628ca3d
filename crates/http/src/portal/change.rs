//! Turns recorded events and their effects into one append.

use std::sync::Arc;

use guildhall_core::account::{Account, Actor, Effect, Event, Letter, Recorded, effects};
use guildhall_core::room::Letter as RoomLetter;
use guildhall_core::search::people;
use guildhall_core::text::folded;
use guildhall_core::{Id, Moment, language};

use super::{ACCOUNT, AnyLetter, Done, Extras, Portal, PortalError, Wording};
use crate::mail;
use crate::secrets::Token;
use crate::store::{
    Append, CompanyRow, CredentialChange, DirectoryChange, DocumentWrite, LinkChange, NewEvent, OutgoingMail,
    Provenance,
};

/// An append, and what it means once it is on disk.
pub(super) struct Change {
    pub(super) append: Append,
    pub(super) done: Done,
    /// Still to be worded.
    pub(super) letters: Vec<Letter>,
}

/// What the people of a company read.
pub(super) struct Languages<'a> {
    pub(super) account: &'a Account,
    pub(super) chosen: &'a language::State,
}

impl Languages<'_> {
    /// The language that the person with this address chose; empty for others.
    fn of(&self, address: &str) -> &str {
        let reader = self.account.members().iter().find(|(_, member)| member.email.as_str() == address);
        reader.and_then(|(id, _)| self.chosen.chosen(*id)).unwrap_or_default()
    }
}

impl Portal {
    pub(super) fn change(
        &self,
        before: &Account,
        version: i64,
        actor: &Actor,
        moment: &Moment,
        recorded: Vec<Recorded>,
        extras: &Extras,
    ) -> Result<Change, PortalError> {
        let mut account = before.clone();
        let mut outside = Vec::new();
        for line in &recorded {
            account.apply(&line.event);
            outside.extend(effects(&self.program, &account, &line.event));
        }
        let tenant = account.tenant().ok_or_else(|| PortalError::Machine("an event without a tenant".into()))?;
        let tenant_text = tenant.to_string();
        let mut append = Append::new(tenant_text.clone(), provenance(actor, moment));
        let body = json(&account)?;
        let events = recorded.iter().map(new_event).collect::<Result<Vec<_>, _>>()?;
        let new_version = version + i64::try_from(events.len().max(1)).unwrap_or(1);
        append.documents.push(DocumentWrite {
            kind: ACCOUNT.into(),
            id: tenant_text.clone(),
            expected_version: version,
            body,
            events,
        });
        let (was, is) = (people(before), people(&account));
        append.search.extend(super::search::change(ACCOUNT, &tenant_text, was, is));
        append.company = Some(listed(&tenant_text, &account));
        let letters = outside.into_iter().filter_map(|effect| add_effect(&mut append, effect)).collect();
        let events: Vec<Event> = recorded.into_iter().map(|line| line.event).collect();
        let principal = new_member(&events).or(match actor {
            Actor::Member(id) => Some(*id),
            Actor::Visitor | Actor::Operator(_) => None,
        });
        let mut session = None;
        if let Some(principal) = principal.map(|id| id.to_string()) {
            if let Some(password_hash) = extras.password_hash.clone() {
                append.credentials.push(CredentialChange::Set { principal: principal.clone(), password_hash });
            }
            if extras.start_session {
                let (row, token) = self.services.new_session(&tenant_text, &principal)?;
                append.session = Some(row);
                session = Some(token);
            }
        }
        append.flows.clone_from(&extras.flows);
        append.idempotency = extras.idempotency.as_ref().map(|make| (make.0)(&account, &events));
        let done = Done { tenant, account: Arc::new(account), version: new_version, events, session };
        Ok(Change { append, done, letters })
    }

    /// Words a letter; an invitation gets its secret link here, of which only the hash is kept.
    pub(super) fn word(
        &self,
        append: &mut Append,
        letter: &Letter,
        languages: &Languages<'_>,
    ) -> Result<OutgoingMail, PortalError> {
        let machine = |e: &dyn std::fmt::Display| PortalError::Machine(e.to_string());
        let (to, template) = addressed(letter);
        let mut link = None;
        if let Letter::Invitation { invitation, .. } = letter {
            let token = Token::random()?;
            append.links.push(LinkChange::Add { token_hash: token.hash(), invitation: invitation.to_string() });
            let path = format!("/invitation/{}", token.expose());
            link = Some(self.services.settings.public_url.join(&path));
        }
        let wording = Wording { letter: AnyLetter::Account(letter), language: languages.of(to) };
        let (subject, text) = (self.writer)(wording, link.as_deref());
        mail::outgoing(to, template, &subject, &text).map_err(|e| machine(&e))
    }

    /// Words a letter of a room of `tenant`. A promotional code is made here from the id that the event has, and kept
    /// nowhere: the server's secret makes it again where somebody redeems it.
    pub(super) fn word_of_room(
        &self,
        tenant: &str,
        letter: &RoomLetter,
        languages: &Languages<'_>,
    ) -> Result<OutgoingMail, PortalError> {
        let secret = match letter {
            RoomLetter::Promotion { promotion, .. } => Some(self.services.promotional_code(tenant, *promotion)),
            RoomLetter::CaseAnswered { .. } | RoomLetter::InquiryAnswered { .. } | RoomLetter::Pipeline(_) => None,
        };
        let wording = Wording { letter: AnyLetter::Room(letter), language: languages.of(letter.to().as_str()) };
        let (subject, text) = (self.writer)(wording, secret.as_deref());
        let mail = mail::outgoing(letter.to().as_str(), letter.name(), &subject, &text);
        mail.map_err(|e| PortalError::Machine(e.to_string()))
    }
}

/// The company as lists show it.
fn listed(tenant: &str, account: &Account) -> CompanyRow {
    let name = account.company_name();
    let domains = account.domains().iter().map(|domain| domain.as_str());
    let words: Vec<&str> = std::iter::once(name).chain(domains).collect();
    let standings = account.stages().iter().map(|(path, stage)| format!("{path}:{stage} "));
    CompanyRow {
        tenant: tenant.to_owned(),
        name: name.to_owned(),
        name_key: folded(name),
        words: folded(&words.join(" ")),
        standings: std::iter::once(" ".to_owned()).chain(standings).collect(),
    }
}

/// Puts an effect into the append; a letter is given back.
fn add_effect(append: &mut Append, effect: Effect) -> Option<Letter> {
    match effect {
        Effect::ClaimDomain(domain) => {
            append.directory.push(DirectoryChange::ClaimDomain { domain: domain.as_str().to_owned() });
        }
        Effect::ReleaseDomain(domain) => {
            append.directory.push(DirectoryChange::ReleaseDomain { domain: domain.as_str().to_owned() });
        }
        Effect::ClaimAddress(address, member) => append
            .directory
            .push(DirectoryChange::ClaimAddress { address: address.key().to_owned(), principal: member.to_string() }),
        Effect::ReleaseAddress(address) => {
            append.directory.push(DirectoryChange::ReleaseAddress { address: address.key().to_owned() });
        }
        Effect::EndSessions(member) => append.revoke.push(member.to_string()),
        Effect::VoidLink(invitation) => {
            append.links.push(LinkChange::Remove { invitation: invitation.to_string() });
        }
        Effect::Mail(letter) => return Some(letter),
    }
    None
}

/// Whom a letter goes to, and its name in the outbox.
fn addressed(letter: &Letter) -> (&str, &'static str) {
    match letter {
        Letter::Invitation { to, .. } => (to.as_str(), "invitation"),
        Letter::Welcome { to, .. } => (to.as_str(), "welcome"),
        Letter::LeadReceived { to, .. } => (to.as_str(), "lead_received"),
        Letter::LeadGiven { to, .. } => (to.as_str(), "lead_given"),
        Letter::LeadChangeAsked { to, .. } => (to.as_str(), "lead_change_asked"),
        Letter::PasswordChanged { to } => (to.as_str(), "password_changed"),
        Letter::AccessEnded { to, .. } => (to.as_str(), "access_ended"),
    }
}

pub(super) fn actor_text(actor: &Actor) -> String {
    match actor {
        Actor::Visitor => "visitor".into(),
        Actor::Member(id) => id.to_string(),
        Actor::Operator(name) => format!("operator {name}"),
    }
}

/// Who caused an append, when and from where.
pub(super) fn provenance(actor: &Actor, moment: &Moment) -> Provenance {
    Provenance {
        at: moment.at.timestamp_millis(),
        actor: actor_text(actor),
        source: moment.source.clone(),
        request_id: moment.request.clone(),
    }
}

fn new_event(line: &Recorded) -> Result<NewEvent, PortalError> {
    Ok(NewEvent { event_type: line.event.name().to_owned(), body: json(line)? })
}

pub(super) fn json(value: &impl serde::Serialize) -> Result<String, PortalError> {
    serde_json::to_string(value).map_err(|e| PortalError::Machine(e.to_string()))
}

pub(super) fn new_member(events: &[Event]) -> Option<Id> {
    events.iter().find_map(|event| match event {
        Event::CompanyRegistered { lead, .. } => Some(lead.member),
        Event::MemberJoined { person, .. } => Some(person.member),
        Event::InvitationSent { .. }
        | Event::InvitationRenewed { .. }
        | Event::InvitationWithdrawn { .. }
        | Event::RoleAssigned { .. }
        | Event::RoleUnassigned { .. }
        | Event::RoleChangeRefused { .. }
        | Event::LeadReassigned { .. }
        | Event::LeadChangeRequested { .. }
        | Event::MemberRemoved { .. }
        | Event::MemberDeactivated { .. }
        | Event::DomainAdded { .. }
        | Event::DomainWithdrawn { .. }
        | Event::CompanyEdited { .. }
        | Event::ProfileEdited { .. }
        | Event::PasswordChanged { .. }
        | Event::StageSet { .. } => None,
    })
}
