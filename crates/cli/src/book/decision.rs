//! A decision under way: what one or several commands decide, before any of it is recorded.
//!
//! INVARIANT (whole decisions): each command is judged by what those before it decided, and all of them are recorded
//! together or none is.

use std::borrow::Cow;
use std::collections::BTreeMap;

use guildhall_core::account::{self, Account, Actor, Command, Event};
use guildhall_core::room::RoomRefusal;
use guildhall_core::setting::Setting;
use guildhall_core::trail::{self, Recorded};
use guildhall_core::{Id, Moment, Permission, Program};

use super::{Book, directory};
use crate::failure::Failure;
use crate::journal::Entry;
use crate::rooms::{Happening, Kept, Key};

/// How many fresh ids a command of several may use.
const IDS_PER_COMMAND: u64 = 1 << 32;

/// What was decided about several documents of a room at once.
pub(crate) struct Planned<R: Kept, T> {
    /// The permissions of which it needed one.
    pub(crate) permissions: Vec<Permission>,
    /// What happens, by the documents' ids.
    pub(crate) changes: Vec<(Id, Vec<R::Event>)>,
    /// What there is to say of it.
    pub(crate) answer: T,
}

/// What is decided so far.
pub(crate) struct Decision<'a> {
    book: &'a Book,
    program: &'a Program,
    moment: Moment,
    commands: u64,
    /// The accounts and documents that changed, as they are now.
    newer: Book,
    entries: Vec<Entry>,
}

impl<'a> Decision<'a> {
    pub(super) fn new(book: &'a Book, program: &'a Program, moment: Moment) -> Self {
        Self { book, program, moment, commands: 0, newer: Book::default(), entries: Vec::new() }
    }

    /// What changed, and the records to be made of it.
    pub(super) fn finish(self) -> (Book, Vec<Entry>) {
        (self.newer, self.entries)
    }

    /// A company's account as it is now; one that is not registered yet is empty.
    pub(crate) fn account(&self, tenant: Option<Id>) -> Cow<'a, Account> {
        let newer = || tenant.and_then(|id| self.newer.account(id)).cloned().map(Cow::Owned);
        let older = || tenant.and_then(|id| self.book.account(id)).map(Cow::Borrowed);
        newer().or_else(older).unwrap_or_default()
    }

    /// A document of a room as it is now.
    pub(crate) fn room<R: Kept>(&self, key: Key) -> Cow<'a, R> {
        match R::documents(&self.newer.rooms).get(&key) {
            Some(newer) => Cow::Owned(newer.clone()),
            None => self.book.room(key),
        }
    }

    /// Decides a command on the account of `tenant`, or on one to be registered, and answers the tenant.
    pub(crate) fn decide(&mut self, tenant: Option<Id>, actor: &Actor, command: &Command) -> Result<Id, Failure> {
        let before = self.account(tenant);
        let moment = self.next_moment();
        let events = account::decide(&before, self.program, actor, command, &moment).map_err(|refusal| {
            let setting = Setting { program: self.program, account: &before, actor, moment: &moment };
            let explanation = refusal.explain(&setting);
            Failure::from(refusal).explained(explanation)
        })?;
        let registered = events
            .iter()
            .find_map(|e| if let Event::CompanyRegistered { tenant, .. } = e { Some(*tenant) } else { None });
        let Some(tenant) = tenant.or(registered) else {
            return Err(Failure::internal("a decision was made for no company"));
        };
        let recorded = account::record(&before, self.program, actor, command, &moment, events);
        self.keep_account(tenant, &before, recorded)?;
        Ok(tenant)
    }

    /// Decides a command on a document of a room, with what follows from it in the account, and answers what happened.
    pub(crate) fn decide_room<R: Kept>(
        &mut self,
        key: Key,
        actor: &Actor,
        command: &R::Command,
    ) -> Result<Vec<R::Event>, Failure> {
        let account = self.account(key.tenant);
        let moment = self.next_moment();
        let setting = Setting { program: self.program, account: &account, actor, moment: &moment };
        let document = self.room::<R>(key);
        let events = document.decide(&setting, command).map_err(|refusal| Failure::refused(&refusal, &setting))?;
        let grounds = document.permissions(&setting, command);
        self.keep_room::<R>(key, &setting, &grounds, &events)?;
        Ok(events)
    }

    /// Decides about all documents that a company has of a room in one step, and answers what `plan` says of it.
    pub(crate) fn plan<R: Kept, T>(
        &mut self,
        tenant: Id,
        actor: &Actor,
        plan: impl FnOnce(&Setting<'_>, Vec<&R>) -> Result<Planned<R, T>, R::Refusal>,
    ) -> Result<T, Failure> {
        let account = self.account(Some(tenant));
        let moment = self.next_moment();
        let setting = Setting { program: self.program, account: &account, actor, moment: &moment };
        let mut documents: BTreeMap<Id, &R> = self.book.documents::<R>(Some(tenant)).collect();
        documents.extend(self.newer.documents::<R>(Some(tenant)));
        let planned = plan(&setting, documents.into_values().collect())
            .map_err(|refusal| Failure::refused(&refusal, &setting))?;
        for (id, events) in planned.changes {
            self.keep_room::<R>(Key::entry(tenant, id), &setting, &planned.permissions, &events)?;
        }
        Ok(planned.answer)
    }

    /// Keeps what `setting` decided in a document, with what follows from it in the account.
    fn keep_room<R: Kept>(
        &mut self,
        key: Key,
        setting: &Setting<'_>,
        permissions: &[Permission],
        events: &[R::Event],
    ) -> Result<(), Failure> {
        let account = self.account(key.tenant);
        let in_account = events.iter().flat_map(|e| R::account_events(self.program, &account, e)).collect();
        let in_account = trail::record(setting, permissions, in_account);
        let mut document = self.room::<R>(key).into_owned();
        for line in trail::record(setting, permissions, events.to_vec()) {
            document.apply(&line.event);
            self.entries.push(Entry { key, recorded: happened(line, R::happening) });
        }
        if let Some(tenant) = key.tenant {
            self.keep_account(tenant, &account, in_account)?;
        }
        // What is asked of the world is asked of how things stand after the step.
        let account = self.account(key.tenant);
        for effect in events.iter().flat_map(|event| document.effects(self.program, &account, event)) {
            directory::takes(self.book, key.tenant, effect)?;
        }
        R::documents_mut(&mut self.newer.rooms).insert(key, document);
        Ok(())
    }

    fn keep_account(&mut self, tenant: Id, before: &Account, recorded: Vec<account::Recorded>) -> Result<(), Failure> {
        let mut account = before.clone();
        for line in recorded {
            account.apply(&line.event);
            directory::takes_account(self.book, self.program, tenant, &account, &line.event)?;
            let key = Key::of_company(tenant);
            self.entries.push(Entry { key, recorded: happened(line, Happening::Account) });
        }
        self.newer.accounts.insert(tenant, account);
        Ok(())
    }

    /// What a question beside the commands refused to whoever asks.
    pub(crate) fn refused(&self, tenant: Id, actor: &Actor, refusal: &impl RoomRefusal) -> Failure {
        let account = self.account(Some(tenant));
        Failure::refused(refusal, &Setting { program: self.program, account: &account, actor, moment: &self.moment })
    }

    /// The moment of the next command: the same time and request, and fresh ids of its own.
    fn next_moment(&mut self) -> Moment {
        let fresh = self.moment.id(self.commands.wrapping_mul(IDS_PER_COMMAND));
        self.commands += 1;
        Moment { fresh, ..self.moment.clone() }
    }
}

fn happened<E>(line: Recorded<E>, happening: impl FnOnce(E) -> Happening) -> Recorded<Happening> {
    let Recorded { at, actor, source, request, grounds, event } = line;
    Recorded { at, actor, source, request, grounds, event: happening(event) }
}
