//! What the journal folds to: the account of every company, the documents of every room, and the directory between them.

mod decision;
mod directory;

use std::borrow::Cow;
use std::collections::BTreeMap;

use guildhall_core::account::{Account, Event};
use guildhall_core::identity::{Domain, EmailAddress};
use guildhall_core::{Id, Moment, Program, search};

pub(crate) use decision::{Decision, Planned};
pub(crate) use directory::freed_on;

use crate::failure::Failure;
use crate::journal::{Journal, JournalFault, Record};
use crate::rooms::{Belongs, Happening, Kept, Key, Rooms};

/// Everything that a journal holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Book {
    accounts: BTreeMap<Id, Account>,
    rooms: Rooms,
}

/// What a command did.
#[derive(Debug)]
pub(crate) struct Done {
    /// The tenant; none where it was done to the programme.
    pub(crate) tenant: Option<Id>,
    /// The records that it left.
    pub(crate) records: Vec<Record>,
}

impl Book {
    /// Folds records. A record of a company before its registration, or of a document that is not whose it says, is
    /// damage.
    pub(crate) fn of(records: &[Record]) -> Result<Self, JournalFault> {
        let mut book = Self::default();
        for (line, record) in (1..).zip(records) {
            book.takes(record).map_err(|what| JournalFault::Damaged { line, what })?;
            book.apply(record.key(), &record.event);
        }
        Ok(book)
    }

    /// Whether a record makes sense as the next one.
    fn takes(&self, record: &Record) -> Result<(), &'static str> {
        let (tenant, id) = match (record.event.belongs(), record.tenant) {
            (Belongs::Programme, None) => return Ok(()),
            (Belongs::Programme, Some(_)) => return Err("what is of the programme is said to be a company's"),
            (Belongs::OnePerCompany | Belongs::ManyPerCompany, None) => return Err("it is of no company"),
            (Belongs::OnePerCompany, Some(tenant)) => (tenant, record.place.id),
            (Belongs::ManyPerCompany, Some(tenant)) => (tenant, tenant),
        };
        let registered = self.accounts.contains_key(&tenant);
        let registers =
            matches!(&record.event, Happening::Account(Event::CompanyRegistered { tenant: new, .. }) if *new == tenant);
        if registers && registered {
            return Err("it registers a company again");
        }
        if !registers && !registered {
            return Err("no company has its tenant");
        }
        if id == tenant { Ok(()) } else { Err("its place is not the company's own") }
    }

    fn apply(&mut self, key: Key, happening: &Happening) {
        match (happening, key.tenant) {
            (Happening::Account(event), Some(tenant)) => self.accounts.entry(tenant).or_default().apply(event),
            (happening, _) => self.rooms.apply(key, happening),
        }
    }

    /// Takes over accounts and documents as they are in `newer`.
    fn take_over(&mut self, newer: Self) {
        self.accounts.extend(newer.accounts);
        self.rooms.take_over(newer.rooms);
    }

    /// The companies by tenant.
    pub(crate) fn accounts(&self) -> &BTreeMap<Id, Account> {
        &self.accounts
    }

    /// The company of a tenant.
    pub(crate) fn account(&self, tenant: Id) -> Option<&Account> {
        self.accounts.get(&tenant)
    }

    /// A document of a room; one that nothing has happened in yet is empty.
    pub(crate) fn room<R: Kept>(&self, key: Key) -> Cow<'_, R> {
        R::documents(&self.rooms).get(&key).map_or_else(|| Cow::Owned(R::default()), Cow::Borrowed)
    }

    /// Every document that a company, or without a tenant the programme, has of a room, by id.
    pub(crate) fn documents<R: Kept>(&self, tenant: Option<Id>) -> impl Iterator<Item = (Id, &R)> {
        let key = |bits| Key { tenant, id: Id::from_bits(bits) };
        R::documents(&self.rooms).range(key(0)..=key(u128::MAX)).map(|(key, document)| (key.id, document))
    }

    /// What a search finds in the rooms of a company, or without a tenant in the programme's: each with the id of its
    /// document.
    pub(crate) fn searchable(&self, tenant: Option<Id>) -> Vec<(Id, search::Entry)> {
        self.rooms.searchable(tenant)
    }

    /// The tenant that has a domain.
    pub(crate) fn owner_of(&self, domain: &Domain) -> Option<Id> {
        self.accounts.iter().find(|(_, a)| a.domains().contains(domain)).map(|(id, _)| *id)
    }

    /// The companies that have, or had, a person with this address.
    pub(crate) fn having<'a>(&'a self, address: &EmailAddress) -> impl Iterator<Item = (Id, &'a Account)> {
        self.accounts.iter().filter(|(_, a)| a.member_by_address(address).is_some()).map(|(id, a)| (*id, a))
    }

    /// The tenant that sent an invitation.
    pub(crate) fn sender_of(&self, invitation: Id) -> Option<Id> {
        self.accounts.iter().find(|(_, a)| a.invitations().contains_key(&invitation)).map(|(id, _)| *id)
    }

    /// Runs `work`, which takes one or several decisions, and records all of them together; or none, if one is refused.
    pub(crate) fn decide<T>(
        &mut self,
        journal: &mut Journal,
        program: &Program,
        moment: Moment,
        work: impl FnOnce(&mut Decision<'_>) -> Result<T, Failure>,
    ) -> Result<(T, Done), Failure> {
        let mut decision = Decision::new(self, program, moment);
        let answer = work(&mut decision)?;
        let (newer, entries) = decision.finish();
        let tenant = entries.first().and_then(|entry| entry.key.tenant);
        let records = match journal.append(entries) {
            Ok(records) => records.to_vec(),
            Err(fault) => return Err(Failure::from(fault).at_path(journal.path())),
        };
        self.take_over(newer);
        Ok((answer, Done { tenant, records }))
    }
}
