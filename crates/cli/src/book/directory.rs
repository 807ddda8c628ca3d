//! The directory's own rules, as a server's tables hold them: a domain and an address are of one company only, and a
//! certification address is of one person.

use chrono::NaiveDate;
use guildhall_core::account::{Account, Effect, Event, Status, effects};
use guildhall_core::identity::EmailAddress;
use guildhall_core::{Id, Program, certifications, room};

use super::Book;
use crate::failure::Failure;
use crate::journal::Record;
use crate::rooms::{Happening, Key};

/// Whether the account may become what `after` is by `event`.
pub(super) fn takes_account(
    book: &Book,
    program: &Program,
    tenant: Id,
    after: &Account,
    event: &Event,
) -> Result<(), Failure> {
    for effect in effects(program, after, event) {
        match effect {
            Effect::ClaimDomain(domain) => {
                if book.owner_of(&domain).is_some_and(|owner| owner != tenant) {
                    return Err(taken("domain_taken", &domain.to_string()));
                }
            }
            Effect::ClaimAddress(address, _) => {
                if registered(book, &address).any(|other| other != tenant) {
                    return Err(taken("address_taken", &address.to_string()));
                }
            }
            // A local journal has no sessions and mails nothing.
            Effect::ReleaseDomain(_)
            | Effect::ReleaseAddress(_)
            | Effect::VoidLink(_)
            | Effect::EndSessions(_)
            | Effect::Mail(_) => {}
        }
    }
    Ok(())
}

/// Whether what an event of a room asks of the world may be.
pub(super) fn takes(book: &Book, tenant: Option<Id>, asked: room::Effect) -> Result<(), Failure> {
    match asked {
        room::Effect::ClaimTrainingAddress(address, _) => {
            let owner = book.owner_of_training_address(&address);
            if owner.is_some_and(|owner| Some(owner) != tenant) {
                return Err(taken("address_taken", &address.to_string()));
            }
            Ok(())
        }
        // Who asks for the address next finds the day in the journal; and nothing is mailed from one.
        room::Effect::FreeTrainingAddress(_) | room::Effect::KeepFile(_) | room::Effect::Mail(_) => Ok(()),
    }
}

fn taken(code: &'static str, what: &str) -> Failure {
    Failure::conflict(code, format!("{what} belongs to another company"))
}

/// The companies of which somebody has an address as the one they registered with. The address of somebody who was removed
/// is free again.
fn registered(book: &Book, address: &EmailAddress) -> impl Iterator<Item = Id> {
    let holds =
        |account: &Account| account.member_by_address(address).is_some_and(|(_, m)| m.status != Status::Removed);
    book.having(address).filter(move |(_, account)| holds(account)).map(|(tenant, _)| tenant)
}

impl Book {
    /// The tenant in which somebody has an address, as the one they registered with or for their certifications.
    pub(crate) fn owner_of_training_address(&self, address: &EmailAddress) -> Option<Id> {
        let holds = |(tenant, account): &(&Id, &Account)| {
            let state = self.room::<certifications::State>(Key::of_company(**tenant));
            account.members().keys().any(|id| state.address(*id).is_some_and(|held| held.address == *address))
        };
        let for_certifications = || self.accounts().iter().find(holds).map(|(tenant, _)| *tenant);
        registered(self, address).next().or_else(for_certifications)
    }
}

/// The day on which somebody but `member` last gave a certification address free (CERT-10, CERT-11).
pub(crate) fn freed_on(records: &[Record], address: &EmailAddress, member: Id) -> Option<NaiveDate> {
    records.iter().rev().find_map(|record| {
        let Happening::Certifications(event) = &record.event else { return None };
        let (by, freed) = match event {
            certifications::Event::TrainingAddressSet { member, previous, .. } => (member, previous.as_ref()?),
            certifications::Event::TrainingAddressCleared { member, address } => (member, address),
            certifications::Event::ConsentSet { .. }
            | certifications::Event::Requested { .. }
            | certifications::Event::RequestSettled { .. }
            | certifications::Event::Recorded { .. }
            | certifications::Event::RecordDropped { .. } => return None,
        };
        (freed == address && *by != member).then(|| record.at.date_naive())
    })
}
