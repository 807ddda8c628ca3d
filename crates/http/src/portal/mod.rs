//! From a command to the store and back: load, decide in the core, append, and again if somebody else was faster.
//!
//! Every door of this adapter (pages and API) changes accounts through [`Portal::run`]; no rule of the domain is here.

mod change;
mod companies;
mod files;
mod flow;
mod listings;
mod log;
mod operators;
mod past;
mod rehearsal;
mod room;
mod search;
mod sign_in;
mod stage;
mod support;
mod tasks;
mod tokens;
mod training;
mod work;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use guildhall_core::account::{self, Account, Actor, Command, Event, Letter, Refusal};
use guildhall_core::identity::{Domain, EmailAddress};
use guildhall_core::{Id, Moment, Program, profile};

use crate::clock::Clock;
use crate::secrets::{SecretError, Token, fresh_id};
use crate::services::Services;
use crate::store::{AppendError, FlowChange, IdempotentAnswer, StoreError, Taken};

pub use companies::{CompaniesAsked, CompanyPage};
pub use files::{UploadError, Uploaded};
pub use flow::OpenFlow;
pub use listings::{Partners, PartnersAsked};
pub use log::{LogEntry, LogPage};
pub use operators::{Beside, NewPasswordError, OperatorSignedIn};
pub use past::Past;
pub use room::{Ask, Finished, PlanDone, RoomDocument, RoomDone, RoomError, RoomPlan};
pub use search::{Looking, SearchError};
pub use sign_in::{SignInError, SignedIn};
pub use tokens::{TokenAsked, TokenError};
pub use work::Work;

/// The kind of the document that holds an account; its id is the tenant's.
pub const ACCOUNT: &str = "account";
/// The tenant of what the programme itself keeps: its operators, and what they publish for every company.
pub const PROGRAMME: Id = Id::from_bits(0);
/// How many tenants are listed at a time.
const PAGE_TENANTS: u32 = 500;
/// How often a decision is made again after somebody else changed the account first.
const ATTEMPTS_MOST: u32 = 8;

/// A letter of the account or of a room.
#[derive(Debug, Clone, Copy)]
pub enum AnyLetter<'a> {
    /// Of the account.
    Account(&'a Letter),
    /// Of a room.
    Room(&'a guildhall_core::room::Letter),
}

/// Words a letter: subject and text. Beside it stands its secret, if it has one: the invitation's link, the promotion's
/// code.
pub type LetterWriter = dyn Fn(Wording<'_>, Option<&str>) -> (String, String) + Send + Sync;

/// A letter to be worded.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// What it tells.
    pub letter: AnyLetter<'a>,
    /// The tag of the language that its recipient reads; empty where they chose none.
    pub language: &'a str,
}

/// Runs commands. Cheap to clone.
#[derive(Clone)]
pub struct Portal {
    services: Services,
    program: Arc<Program>,
    writer: Arc<LetterWriter>,
    clock: Clock,
}

/// An account as it was read.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Its tenant.
    pub tenant: Id,
    /// The state.
    pub account: Arc<Account>,
    /// The version to expect in the next write.
    pub version: i64,
}

/// Where a request came from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The client's address.
    pub source: String,
    /// The request's id.
    pub request: String,
}

/// What else is written together with the events of a command.
#[derive(Debug, Default)]
pub struct Extras {
    /// A password hash for the member that the command creates, or else for the one who asks.
    pub password_hash: Option<String>,
    /// Multi-step forms to end.
    pub flows: Vec<FlowChange>,
    /// Whether a session of the new or asking member begins.
    pub start_session: bool,
    /// The language in which whoever the command lets in is written to, as they have chosen none yet.
    pub language: Option<&'static str>,
    /// Makes the answer to keep for an idempotent request, from what was done.
    pub idempotency: Option<AnswerMaker>,
}

/// Makes an answer from the account afterwards and from what happened.
type MakeAnswer = dyn Fn(&Account, &[Event]) -> IdempotentAnswer + Send + Sync;

/// Makes the answer to keep, before the append, from what the decision did.
pub struct AnswerMaker(pub Box<MakeAnswer>);

impl std::fmt::Debug for AnswerMaker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AnswerMaker")
    }
}

/// What a command did.
#[derive(Debug)]
pub struct Done {
    /// The tenant; new after a registration.
    pub tenant: Id,
    /// The account afterwards.
    pub account: Arc<Account>,
    /// Its version afterwards.
    pub version: i64,
    /// What happened.
    pub events: Vec<Event>,
    /// The token of the session that began, for its cookie.
    pub session: Option<Token>,
}

/// Why a command did not happen.
#[derive(Debug, thiserror::Error)]
pub enum PortalError {
    /// The core refused it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The account kept changing under it.
    #[error("the account changed too often at the same time")]
    Contended,
    /// The profile of the company refused it: a stage asks for products on it (PROFILE-21).
    #[error(transparent)]
    Profile(profile::Refusal),
    /// The idempotency key was used before: the answer then is to be given again.
    #[error("this request was answered before")]
    Duplicate,
    /// A multi-step form has moved on elsewhere, or is gone.
    #[error("this form was sent already")]
    FlowGone,
    /// The store failed; nothing was written.
    #[error("the store failed")]
    Store(#[source] StoreError),
    /// The store failed in a way that leaves open whether the change was written.
    #[error("the store did not confirm the change")]
    Unknown(#[source] AppendError),
    /// The machine's source of randomness or a message failed; nothing was written.
    #[error("the machine failed: {0}")]
    Machine(String),
}

impl From<StoreError> for PortalError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<SecretError> for PortalError {
    fn from(error: SecretError) -> Self {
        Self::Machine(error.to_string())
    }
}

impl std::fmt::Debug for Portal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Portal").field("program", &self.program.title()).finish_non_exhaustive()
    }
}

impl Portal {
    /// A portal of `program` on `services`, whose letters `writer` words.
    pub fn new(services: Services, program: Arc<Program>, writer: Arc<LetterWriter>) -> Self {
        let clock = services.clock.clone();
        Self { services, program, writer, clock }
    }

    /// The same portal at another time: the demo has a past.
    #[must_use]
    pub fn at(&self, at: DateTime<Utc>) -> Self {
        Self { clock: Clock::fixed(at), ..self.clone() }
    }

    /// The programme.
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// The account of a tenant; `None` where there is none.
    pub async fn load(&self, tenant: Id) -> Result<Option<Loaded>, PortalError> {
        let id = tenant.to_string();
        let Some(document) = self.services.store.document(&id, ACCOUNT, &id).await? else { return Ok(None) };
        let account: Account = serde_json::from_str(&document.body)
            .map_err(|e| PortalError::Machine(format!("the account {id} cannot be read: {e}")))?;
        Ok(Some(Loaded { tenant, account: Arc::new(account), version: document.version }))
    }

    /// The tenant that has this domain.
    pub async fn tenant_of_domain(&self, domain: &Domain) -> Result<Option<Id>, PortalError> {
        let found = self.services.store.tenant_of_domain(domain.as_str()).await?;
        Ok(found.and_then(|t| t.parse().ok()))
    }

    /// The tenant and member that this address belongs to.
    pub async fn owner_of_address(&self, address: &EmailAddress) -> Result<Option<(Id, Id)>, PortalError> {
        let found = self.services.store.owner_of_address(address.key()).await?;
        Ok(found.and_then(|(tenant, member)| Some((tenant.parse().ok()?, member.parse().ok()?))))
    }

    /// The moment of a decision made now.
    pub fn moment(&self, origin: &Origin) -> Result<Moment, PortalError> {
        Ok(Moment {
            at: self.clock.now(),
            fresh: fresh_id()?,
            source: origin.source.clone(),
            request: origin.request.clone(),
        })
    }

    /// Whether a proven address may join a tenant, asked before the rest of the form.
    pub async fn may_join(
        &self,
        tenant: Id,
        email: &EmailAddress,
        invitation: Option<Id>,
        origin: &Origin,
    ) -> Result<(), PortalError> {
        let Some(loaded) = self.load(tenant).await? else { return Err(Refusal::CompanyNotRegistered.into()) };
        Ok(account::may_join(&loaded.account, &self.program, email, invitation, &self.moment(origin)?)?)
    }

    /// Runs a command on the account of `tenant`; without one, on an account that is not registered yet.
    pub async fn run(
        &self,
        origin: &Origin,
        tenant: Option<Id>,
        actor: &Actor,
        command: Command,
        extras: Extras,
    ) -> Result<Done, PortalError> {
        self.run_at(origin, tenant, None, actor, command, extras).await
    }

    /// The same, but only if the account still has the version that the caller saw (`If-Match`): otherwise
    /// [`PortalError::Contended`], without deciding.
    pub async fn run_at(
        &self,
        origin: &Origin,
        tenant: Option<Id>,
        seen: Option<i64>,
        actor: &Actor,
        mut command: Command,
        extras: Extras,
    ) -> Result<Done, PortalError> {
        for _ in 0..ATTEMPTS_MOST {
            let mut work = self.begin(origin, tenant, actor).await?;
            if seen.is_some_and(|seen| seen != work.version()) {
                return Err(PortalError::Contended);
            }
            self.look_up_facts(&mut command).await?;
            self.carry_out(&mut work, &command).await?;
            work.list().await?;
            let (append, done) = work.finish(&extras)?;
            let Some(append) = append else { return Ok(done) };
            match self.services.store.append(append).await {
                Ok(()) => {
                    self.services.mailer.wake();
                    return Ok(done);
                }
                Err(AppendError::Conflict) if self.flows_stand(&extras).await? => {}
                Err(AppendError::Conflict) => return Err(PortalError::FlowGone),
                Err(AppendError::Taken { what }) => return Err(taken(&what, &command).into()),
                Err(error) => return Err(failed_append(error)),
            }
        }
        Err(PortalError::Contended)
    }

    /// Runs a command of the account, with what belongs to it in rooms.
    async fn carry_out(&self, work: &mut Work<'_>, command: &Command) -> Result<(), PortalError> {
        let Command::SetStage { path, stage } = command else { return work.on_account(command) };
        match work.set_stage(path, stage).await {
            Ok(()) => Ok(()),
            Err(RoomError::Refused(refusal)) => Err(PortalError::Profile(refusal)),
            Err(RoomError::Portal(error)) => Err(error),
        }
    }

    /// The ids of the companies, in their order, some at a time: those after `after`, none at the end.
    pub async fn company_ids(&self, after: Option<Id>) -> Result<Vec<Id>, PortalError> {
        // The programme's own documents come before every company's.
        let after = after.unwrap_or(PROGRAMME).to_string();
        let tenants = self.services.store.tenants(&after, PAGE_TENANTS).await?;
        Ok(tenants.iter().filter_map(|tenant| tenant.parse().ok()).collect())
    }

    async fn current(&self, tenant: Option<Id>) -> Result<(Arc<Account>, i64), PortalError> {
        let Some(tenant) = tenant else { return Ok((Arc::default(), 0)) };
        let loaded = self.load(tenant).await?;
        Ok(loaded.map_or_else(|| (Arc::default(), 0), |l| (l.account, l.version)))
    }

    /// Fills in what only the directory knows. The constraint in the store has the last word.
    async fn look_up_facts(&self, command: &mut Command) -> Result<(), PortalError> {
        let policy = self.program.email();
        match command {
            Command::RegisterCompany(form) => {
                form.domain_owner = match policy.parse(&form.email) {
                    Ok(email) => self.tenant_of_domain(email.domain()).await?,
                    Err(_) => None,
                };
            }
            Command::AddDomain { domain, owner } => {
                *owner = match Domain::parse(domain.trim(), policy.test_mode) {
                    Ok(domain) => self.tenant_of_domain(&domain).await?,
                    Err(_) => None,
                };
            }
            Command::Join(_)
            | Command::Invite { .. }
            | Command::WithdrawInvitation { .. }
            | Command::RenewInvitation { .. }
            | Command::UpdateRoles { .. }
            | Command::ReassignLead { .. }
            | Command::HandOverCloudAdmin { .. }
            | Command::RemoveMember { .. }
            | Command::DeactivateMember { .. }
            | Command::RequestLeadChange { .. }
            | Command::WithdrawDomain { .. }
            | Command::EditCompany { .. }
            | Command::EditProfile { .. }
            | Command::NotePasswordChange
            | Command::SetStage { .. } => {}
        }
        Ok(())
    }

    /// Whether every form that the change would end is still as it was read: then the conflict was the account's.
    async fn flows_stand(&self, extras: &Extras) -> Result<bool, PortalError> {
        for change in &extras.flows {
            if let FlowChange::Consume { token_hash, expected_version }
            | FlowChange::Step { token_hash, expected_version, .. } = change
            {
                let flow = self.services.store.flow(token_hash).await?;
                if flow.is_none_or(|f| f.version != *expected_version) {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}

/// What an append that did not succeed means, where trying again is no answer.
fn failed_append(error: AppendError) -> PortalError {
    match error {
        AppendError::Conflict => PortalError::Contended,
        AppendError::Duplicate => PortalError::Duplicate,
        AppendError::Taken { what } => PortalError::Machine(format!("a claim that nobody made: {what:?}")),
        AppendError::Failed(source) => PortalError::Store(StoreError::Failed(source)),
        unknown @ AppendError::Unknown(_) => PortalError::Unknown(unknown),
    }
}

/// Two doors raced for a domain or an address; the directory let one in.
fn taken(what: &Taken, command: &Command) -> Refusal {
    match (what, command) {
        (Taken::Domain(_), Command::RegisterCompany(_)) => Refusal::CompanyRegistered,
        (Taken::Domain(_), _) => Refusal::DomainTaken,
        (Taken::Address(_), _) => Refusal::AlreadyMember,
    }
}

#[cfg(test)]
mod tests;
