//! The accounts of every company, folded from the journal, and the directory between them.

use std::collections::BTreeMap;

use guildhall_core::account::{Account, Actor, Command, Effect, Event, Recorded, Status, decide, effects, record};
use guildhall_core::identity::{Domain, EmailAddress};
use guildhall_core::{Id, Moment, Program};

use crate::failure::Failure;
use crate::journal::{Journal, JournalFault, Record};

/// Every company of a journal.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Book {
    accounts: BTreeMap<Id, Account>,
}

/// What a command did.
#[derive(Debug)]
pub(crate) struct Done {
    /// The tenant.
    pub(crate) tenant: Id,
    /// The records that it left.
    pub(crate) records: Vec<Record>,
}

impl Book {
    /// Folds records. A record of a company before its registration is damage.
    pub(crate) fn of(records: &[Record]) -> Result<Self, JournalFault> {
        let mut book = Self::default();
        for (line, record) in (1..).zip(records) {
            let registers =
                matches!(&record.event, Event::CompanyRegistered { tenant, .. } if *tenant == record.tenant);
            if registers == book.accounts.contains_key(&record.tenant) {
                let what = if registers { "it registers a company again" } else { "no company has its tenant" };
                return Err(JournalFault::Damaged { line, what });
            }
            book.apply(record.tenant, &record.event);
        }
        Ok(book)
    }

    fn apply(&mut self, tenant: Id, event: &Event) {
        self.accounts.entry(tenant).or_default().apply(event);
    }

    /// The companies by tenant.
    pub(crate) fn accounts(&self) -> &BTreeMap<Id, Account> {
        &self.accounts
    }

    /// The company of a tenant.
    pub(crate) fn account(&self, tenant: Id) -> Option<&Account> {
        self.accounts.get(&tenant)
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

    /// Decides a command on the company of `tenant`, or on one to be registered, and records what was decided.
    pub(crate) fn submit(
        &mut self,
        journal: &mut Journal,
        program: &Program,
        tenant: Option<Id>,
        actor: &Actor,
        command: &Command,
        moment: &Moment,
    ) -> Result<Done, Failure> {
        let unregistered = Account::default();
        let account = tenant.and_then(|id| self.accounts.get(&id)).unwrap_or(&unregistered);
        let events = decide(account, program, actor, command, moment)?;
        let registered = events
            .iter()
            .find_map(|e| if let Event::CompanyRegistered { tenant, .. } = e { Some(*tenant) } else { None });
        let Some(tenant) = tenant.or(registered) else {
            return Err(Failure::internal("a decision was made for no company"));
        };
        self.claims_are_free(program, tenant, account, &events)?;
        let recorded: Vec<Recorded> = record(account, program, actor, command, moment, events);
        let records = match journal.append(tenant, recorded) {
            Ok(records) => records.to_vec(),
            Err(fault) => return Err(Failure::from(fault).at_path(journal.path())),
        };
        records.iter().for_each(|r| self.apply(tenant, &r.event));
        Ok(Done { tenant, records })
    }

    /// The directory's own rule, as a server's tables hold it: a domain and an address are of one tenant only.
    fn claims_are_free(
        &self,
        program: &Program,
        tenant: Id,
        account: &Account,
        events: &[Event],
    ) -> Result<(), Failure> {
        let mut after = account.clone();
        for event in events {
            after.apply(event);
            for effect in effects(program, &after, event) {
                let (code, what, taken) = match effect {
                    Effect::ClaimDomain(domain) => {
                        let taken = self.owner_of(&domain).is_some_and(|owner| owner != tenant);
                        ("domain_taken", domain.to_string(), taken)
                    }
                    Effect::ClaimAddress(address, _) => {
                        // The address of somebody who was removed elsewhere is free again.
                        let holds = |a: &Account| {
                            a.member_by_address(&address).is_some_and(|(_, m)| m.status != Status::Removed)
                        };
                        let taken = self.having(&address).any(|(other, a)| other != tenant && holds(a));
                        ("address_taken", address.to_string(), taken)
                    }
                    // A local journal has no sessions and mails nothing.
                    Effect::ReleaseDomain(_)
                    | Effect::ReleaseAddress(_)
                    | Effect::VoidLink(_)
                    | Effect::EndSessions(_)
                    | Effect::Mail(_) => continue,
                };
                if taken {
                    return Err(Failure::conflict(code, format!("{what} belongs to another company")));
                }
            }
        }
        Ok(())
    }
}
