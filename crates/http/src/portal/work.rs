//! One step: what a command reads, decides and changes, in the account and in rooms, as one append.
//!
//! A decision never stands on something that has moved on: the append is conditional on the version of everything that was
//! read, the account always included, so that who lost a role a moment ago does nothing with it. Whoever is slower finds
//! [`crate::store::AppendError::Conflict`], begins a new [`Work`] and decides again.

use std::sync::Arc;

use guildhall_core::account::{self, Account, Actor, Command, Recorded, Refusal};
use guildhall_core::room::{Effect, Room};
use guildhall_core::setting::Setting;
use guildhall_core::{Id, Moment, Permission, Program, language, profile, trail};

use super::change::{Change, Languages, json, new_member, provenance};
use super::room::{RoomDocument, RoomDone};
use super::{ACCOUNT, Done, Extras, Origin, PROGRAMME, Portal, PortalError, listings, search};
use crate::secrets::fresh_id;
use crate::store::{
    Append, DirectoryChange, DocumentRead, DocumentWrite, IdempotentAnswer, KindRead, NewEvent, SearchChange,
};

/// How many documents are read at a time.
const PAGE_DOCUMENTS: u32 = 500;

/// A step under way. Each document is written at most once in it.
pub struct Work<'a> {
    portal: &'a Portal,
    actor: &'a Actor,
    moment: Moment,
    tenant: Option<Id>,
    before: Arc<Account>,
    version: i64,
    account: Arc<Account>,
    recorded: Vec<Recorded>,
    writes_account: bool,
    reads: Vec<DocumentRead>,
    kinds: Vec<KindRead>,
    documents: Vec<DocumentWrite>,
    outside: Vec<Effect>,
    found: Vec<SearchChange>,
    languages: language::State,
    /// The profile that the company's entry in the directory is made of, where the step changes the entry.
    entered: Option<profile::State>,
    answer: Option<IdempotentAnswer>,
}

impl std::fmt::Debug for Work<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Work").field("tenant", &self.tenant).field("version", &self.version).finish_non_exhaustive()
    }
}

impl Portal {
    /// Begins a step on a tenant's account; without one, on an account that is not registered yet.
    pub(super) async fn begin<'a>(
        &'a self,
        origin: &Origin,
        tenant: Option<Id>,
        actor: &'a Actor,
    ) -> Result<Work<'a>, PortalError> {
        let (before, version) = self.current(tenant).await?;
        let account = Arc::clone(&before);
        // Letters are worded in the language of who gets them.
        let languages = match tenant {
            Some(tenant) => self.load_room::<language::State>(tenant, &tenant.to_string()).await?.0,
            None => language::State::default(),
        };
        Ok(Work {
            portal: self,
            actor,
            moment: self.moment(origin)?,
            tenant,
            before,
            version,
            account,
            recorded: Vec::new(),
            writes_account: false,
            reads: Vec::new(),
            kinds: Vec::new(),
            documents: Vec::new(),
            outside: Vec::new(),
            found: Vec::new(),
            languages,
            entered: None,
            answer: None,
        })
    }

    /// Begins a step in rooms of a company, which has to be there, or of the programme itself.
    pub(super) async fn begin_in<'a>(
        &'a self,
        origin: &Origin,
        tenant: Id,
        actor: &'a Actor,
    ) -> Result<Work<'a>, PortalError> {
        let work = self.begin(origin, Some(tenant), actor).await?;
        if work.version == 0 && tenant != PROGRAMME {
            return Err(Refusal::CompanyNotRegistered.into());
        }
        Ok(work)
    }

    /// A room of a tenant with its version; one that nothing has happened in yet is empty, at version 0.
    pub async fn load_room<R: Room>(&self, tenant: Id, id: &str) -> Result<(R, i64), PortalError> {
        let found = self.services.store.document(&tenant.to_string(), R::KIND, id).await?;
        let Some(document) = found else { return Ok((R::default(), 0)) };
        Ok((read::<R>(id, &document.body)?, document.version))
    }

    /// All rooms of a kind that a tenant has, in the order of their ids.
    pub async fn load_rooms<R: Room>(&self, tenant: Id) -> Result<Vec<RoomDocument<R>>, PortalError> {
        let tenant = tenant.to_string();
        let (mut rooms, mut after) = (Vec::new(), String::new());
        loop {
            let page = self.services.store.documents(&tenant, R::KIND, &after, PAGE_DOCUMENTS).await?;
            let Some(last) = page.last() else { return Ok(rooms) };
            after.clone_from(&last.id);
            for document in page {
                let state = read::<R>(&document.id, &document.body)?;
                rooms.push(RoomDocument { id: document.id, state, version: document.version });
            }
        }
    }
}

fn read<R: Room>(id: &str, body: &str) -> Result<R, PortalError> {
    serde_json::from_str(body)
        .map_err(|e| PortalError::Machine(format!("the document {} {id} cannot be read: {e}", R::KIND)))
}

impl<'a> Work<'a> {
    /// The programme.
    pub fn program(&self) -> &'a Program {
        &self.portal.program
    }

    /// The account as it stands in this step.
    pub fn account(&self) -> &Arc<Account> {
        &self.account
    }

    /// The tenant; none while it is being registered.
    pub(super) fn tenant(&self) -> Option<Id> {
        self.tenant
    }

    /// The body of the document of a kind that the step writes, if it does.
    pub(super) fn written(&self, kind: &str) -> Option<&str> {
        self.documents.iter().find(|document| document.kind == kind).map(|document| document.body.as_str())
    }

    /// Whether the step changes what of the account stands in the company's public entry, or whether there is one.
    pub(super) fn moves_listing(&self) -> bool {
        self.account.company() != self.before.company() || self.account.stages() != self.before.stages()
    }

    /// The company's public entry is to be made of this profile, and of the account as it is then.
    pub(super) fn enter(&mut self, state: profile::State) {
        self.entered = Some(state);
    }

    /// The version of the account that was read.
    pub(super) fn version(&self) -> i64 {
        self.version
    }

    /// What a decision reads now, with the ids of `moment`.
    fn setting<'s>(&'s self, moment: &'s Moment) -> Setting<'s> {
        Setting { program: &self.portal.program, account: &self.account, actor: self.actor, moment }
    }

    /// Asks something of the setting as it stands now.
    pub fn with_setting<T>(&self, ask: impl FnOnce(&Setting<'_>) -> T) -> T {
        ask(&self.setting(&self.moment))
    }

    /// The moment of the step, with fresh ids: two decisions of one step never make the same one.
    fn next_moment(&self) -> Result<Moment, PortalError> {
        Ok(Moment { fresh: fresh_id()?, ..self.moment.clone() })
    }

    /// Reads a room of the tenant for this step.
    pub async fn room<R: Room>(&self, id: &str) -> Result<RoomDocument<R>, PortalError> {
        let Some(tenant) = self.tenant else {
            return Ok(RoomDocument { id: id.to_owned(), state: R::default(), version: 0 });
        };
        let (state, version) = self.portal.load_room::<R>(tenant, id).await?;
        Ok(RoomDocument { id: id.to_owned(), state, version })
    }

    /// The step stands on this room, though it does not change it.
    pub fn stand_on<R: Room>(&mut self, room: &RoomDocument<R>) {
        self.reads.push(DocumentRead { kind: R::KIND.into(), id: room.id.clone(), version: room.version });
    }

    /// Reads all rooms of a kind; the step stands on all of them, and on there being no others.
    pub async fn rooms<R: Room>(&mut self) -> Result<Vec<RoomDocument<R>>, PortalError> {
        let Some(tenant) = self.tenant else { return Ok(Vec::new()) };
        let rooms = self.portal.load_rooms::<R>(tenant).await?;
        self.kinds.push(KindRead {
            kind: R::KIND.into(),
            documents: i64::try_from(rooms.len()).unwrap_or(i64::MAX),
            versions: rooms.iter().map(|room| room.version).sum(),
        });
        Ok(rooms)
    }

    /// Runs a command of the account.
    pub fn on_account(&mut self, command: &Command) -> Result<(), PortalError> {
        let moment = self.next_moment()?;
        let program = &self.portal.program;
        let events = account::decide(&self.account, program, self.actor, command, &moment)?;
        let recorded = account::record(&self.account, program, self.actor, command, &moment, events);
        self.fold_in(recorded);
        self.writes_account = true;
        Ok(())
    }

    fn fold_in(&mut self, recorded: Vec<Recorded>) {
        for line in &recorded {
            Arc::make_mut(&mut self.account).apply(&line.event);
        }
        self.recorded.extend(recorded);
    }

    /// Runs a command in a room. `Ok(Err(_))` is the room's refusal.
    pub fn command<R: Room>(
        &mut self,
        room: RoomDocument<R>,
        command: &R::Command,
    ) -> Result<Result<RoomDone<R>, R::Refusal>, PortalError> {
        let moment = self.next_moment()?;
        let setting = self.setting(&moment);
        let events = match room.state.decide(&setting, command) {
            Ok(events) => events,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let permissions = room.state.permissions(&setting, command);
        self.record(room, &permissions, events).map(Ok)
    }

    /// Records events of a room that were decided on this step's setting, for want of one of `permissions`. Without events
    /// the step stands on the room and leaves it as it is.
    pub fn record<R: Room>(
        &mut self,
        room: RoomDocument<R>,
        permissions: &[Permission],
        events: Vec<R::Event>,
    ) -> Result<RoomDone<R>, PortalError> {
        if events.is_empty() {
            self.stand_on(&room);
            let RoomDocument { id, state, version } = room;
            return Ok(RoomDone { id, state, version, events, account: Arc::clone(&self.account) });
        }
        let RoomDocument { id, mut state, version } = room;
        let moment = self.moment.clone();
        let setting = self.setting(&moment);
        let on_account: Vec<account::Event> =
            events.iter().flat_map(|e| R::account_events(setting.program, &self.account, e)).collect();
        let on_account = trail::record(&setting, permissions, on_account);
        let lines = trail::record(&setting, permissions, events);
        self.writes_account |= !on_account.is_empty();
        self.fold_in(on_account);
        let before = state.searchable();
        lines.iter().for_each(|line| state.apply(&line.event));
        self.found.extend(search::change(R::KIND, &id, before, state.searchable()));
        for line in &lines {
            self.outside.extend(state.effects(&self.portal.program, &self.account, &line.event));
        }
        let new_event = |line: &trail::Recorded<R::Event>| {
            Ok(NewEvent { event_type: R::event_name(&line.event).to_owned(), body: json(line)? })
        };
        self.documents.push(DocumentWrite {
            kind: R::KIND.into(),
            id: id.clone(),
            expected_version: version,
            body: json(&state)?,
            events: lines.iter().map(new_event).collect::<Result<_, PortalError>>()?,
        });
        let version = version + i64::try_from(lines.len()).unwrap_or(i64::MAX);
        let events = lines.into_iter().map(|line| line.event).collect();
        Ok(RoomDone { id, state, version, events, account: Arc::clone(&self.account) })
    }

    /// Keeps the answer to an idempotent request with the step.
    pub fn keep(&mut self, answer: Option<IdempotentAnswer>) {
        self.answer = answer;
    }

    /// Whether the step would leave everything as it is.
    fn is_idle(&self, extras: &Extras) -> bool {
        !self.writes_account && self.documents.is_empty() && self.answer.is_none() && extras.flows.is_empty()
    }

    /// The append of the step, and what it means once it is on disk; no append where there is nothing to write.
    pub(super) fn finish(self, extras: &Extras) -> Result<(Option<Append>, Done), PortalError> {
        let idle = self.is_idle(extras);
        let Change { mut append, done, letters } = if self.writes_account {
            self.portal.change(&self.before, self.version, self.actor, &self.moment, self.recorded, extras)?
        } else {
            self.unchanged_account(extras)?
        };
        append.reads.extend(self.reads);
        append.kinds.extend(self.kinds);
        append.documents.extend(self.documents);
        append.search.extend(self.found);
        append.listing =
            self.entered.map(|state| listings::change(&self.portal.program, &done.account, &state, &append.tenant));
        append.idempotency = append.idempotency.or(self.answer);
        let mut chosen = self.languages;
        if let (Some(tag), Some(member)) = (extras.language, new_member(&done.events)) {
            chosen.apply(&language::Event::LanguageChosen { member, language: tag.to_owned() });
        }
        let languages = Languages { account: &done.account, chosen: &chosen };
        for letter in letters {
            let mail = self.portal.word(&mut append, &letter, &languages)?;
            append.outbox.push(mail);
        }
        for effect in self.outside {
            self.portal.add_room_effect(&mut append, effect, &languages)?;
        }
        Ok(((!idle).then_some(append), done))
    }

    /// An append that only stands on the account.
    fn unchanged_account(&self, extras: &Extras) -> Result<Change, PortalError> {
        let tenant = self.tenant.ok_or_else(|| PortalError::Machine("a step without a tenant".into()))?;
        let id = tenant.to_string();
        let mut append = Append::new(id.clone(), provenance(self.actor, &self.moment));
        append.reads.push(DocumentRead { kind: ACCOUNT.into(), id, version: self.version });
        append.flows.clone_from(&extras.flows);
        let account = Arc::clone(&self.account);
        let done = Done { tenant, account, version: self.version, events: Vec::new(), session: None };
        Ok(Change { append, done, letters: Vec::new() })
    }
}

impl Portal {
    fn add_room_effect(
        &self,
        append: &mut Append,
        effect: Effect,
        languages: &Languages<'_>,
    ) -> Result<(), PortalError> {
        match effect {
            Effect::Mail(letter) => {
                let mail = self.word_of_room(&append.tenant, &letter, languages)?;
                append.outbox.push(mail);
            }
            Effect::KeepFile(file) => append.files.push(file.to_string()),
            Effect::ClaimTrainingAddress(address, member) => {
                let (address, principal) = (address.key().to_owned(), member.to_string());
                append.directory.push(DirectoryChange::ClaimTrainingAddress { address, principal });
            }
            Effect::FreeTrainingAddress(address) => {
                append.directory.push(DirectoryChange::FreeTrainingAddress { address: address.key().to_owned() });
            }
        }
        Ok(())
    }
}
