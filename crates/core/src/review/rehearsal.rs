//! A rehearsal: commands on a copy of a company, and who would gain and lose which pages and actions.

use alloc::string::String;
use alloc::vec::Vec;

use super::Reach;
use crate::account::{Account, Actor, Command, Event, Refusal, decide};
use crate::program::Program;
use crate::room::{Room, RoomRefusal as _};
use crate::setting::Setting;
use crate::{Id, Moment, linking, profile};

/// What one person gains and loses between two states of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessChange {
    /// The person.
    pub member: Id,
    /// Their name.
    pub name: String,
    /// The pages that open to them, and what they may do from then on.
    pub gained: Reach,
    /// The pages that close to them, and what they may no longer do.
    pub lost: Reach,
}

/// What a rehearsal plays on: a company's account, and the rooms that have a say in who may do what.
#[derive(Clone, Debug, Default)]
pub struct Tenant {
    /// The account.
    pub account: Account,
    /// The profile: a stage asks for products on it (PROFILE-21).
    pub profile: profile::State,
    /// The link with the marketplace account: who links becomes its cloud administrator.
    pub linking: linking::State,
}

/// A command of a rehearsal.
#[derive(Clone, Debug)]
pub enum TenantCommand {
    /// On the account; facts that only a directory knows come with it.
    Account(Command),
    /// On the profile.
    Profile(profile::Command),
    /// On the link.
    Linking(linking::Command),
}

/// Something that a rehearsed command would do.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a rehearsal holds a few of them, for a moment")]
pub enum TenantEvent {
    /// In the account.
    Account(Event),
    /// On the profile.
    Profile(profile::Event),
    /// About the link.
    Linking(linking::Event),
}

impl TenantEvent {
    /// The event's name in snake case.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Account(event) => event.name(),
            Self::Profile(event) => profile::State::event_name(event),
            Self::Linking(event) => linking::State::event_name(event),
        }
    }
}

/// Why a rehearsed command would do nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum TenantRefusal {
    /// By the account.
    Account(Refusal),
    /// By the profile.
    Profile(profile::Refusal),
    /// By the room of the link.
    Linking(linking::Refusal),
}

impl TenantRefusal {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Account(refusal) => refusal.code(),
            Self::Profile(refusal) => refusal.code(),
            Self::Linking(refusal) => refusal.code(),
        }
    }
}

/// What a rehearsal found.
#[derive(Clone, Debug)]
pub struct Rehearsal {
    /// The outcome of each command, in order. A refused one changes nothing, and the next ones go on.
    pub outcomes: Vec<Result<Vec<TenantEvent>, TenantRefusal>>,
    /// Who gains and loses what by all of them together; people without a change are left out.
    pub changes: Vec<AccessChange>,
    /// The company as it would be.
    pub after: Tenant,
}

/// Applies commands to a copy of a company, each on what those before it left. The company itself is not touched.
#[must_use]
pub fn rehearse(program: &Program, before: &Tenant, commands: &[(Actor, TenantCommand)], moment: &Moment) -> Rehearsal {
    let mut after = before.clone();
    let mut outcomes = Vec::new();
    for (n, (actor, command)) in (0u64..).zip(commands) {
        // Each command gets fresh ids of its own, as it would when it is really given.
        let mut moment = moment.clone();
        moment.fresh = moment.id(1_000_000 * (n + 1));
        let outcome = after.decide(program, actor, command, &moment);
        outcome.iter().flatten().for_each(|event| after.apply(event));
        outcomes.push(outcome);
    }
    let changes = compare(program, &before.account, &after.account);
    Rehearsal { outcomes, changes, after }
}

impl Tenant {
    /// What a command would do, and what that brings about in the account.
    fn decide(
        &self,
        program: &Program,
        actor: &Actor,
        command: &TenantCommand,
        moment: &Moment,
    ) -> Result<Vec<TenantEvent>, TenantRefusal> {
        let account = &self.account;
        let setting = Setting { program, account, actor, moment };
        match command {
            TenantCommand::Account(command) => {
                let events = decide(account, program, actor, command, moment).map_err(TenantRefusal::Account)?;
                // The account's own judgement comes first: who may, and is there such a stage.
                if let Command::SetStage { path, stage } = command {
                    profile::check_stage(program, &self.profile, path, stage).map_err(TenantRefusal::Profile)?;
                }
                Ok(events.into_iter().map(TenantEvent::Account).collect())
            }
            TenantCommand::Profile(command) => {
                let events = self.profile.decide(&setting, command).map_err(TenantRefusal::Profile)?;
                Ok(with_account::<profile::State>(&setting, events, TenantEvent::Profile))
            }
            TenantCommand::Linking(command) => {
                let events = self.linking.decide(&setting, command).map_err(TenantRefusal::Linking)?;
                Ok(with_account::<linking::State>(&setting, events, TenantEvent::Linking))
            }
        }
    }

    fn apply(&mut self, event: &TenantEvent) {
        match event {
            TenantEvent::Account(event) => self.account.apply(event),
            TenantEvent::Profile(event) => self.profile.apply(event),
            TenantEvent::Linking(event) => self.linking.apply(event),
        }
    }
}

/// The events of a room, and those that they bring about in the account in the same step.
fn with_account<R: Room>(
    setting: &Setting<'_>,
    events: Vec<R::Event>,
    wrap: fn(R::Event) -> TenantEvent,
) -> Vec<TenantEvent> {
    let on_account = |event| R::account_events(setting.program, setting.account, event);
    let on_account: Vec<Event> = events.iter().flat_map(on_account).collect();
    events.into_iter().map(wrap).chain(on_account.into_iter().map(TenantEvent::Account)).collect()
}

/// Who gains and loses what from one state of an account to another.
#[must_use]
pub fn compare(program: &Program, before: &Account, after: &Account) -> Vec<AccessChange> {
    let everybody =
        after.members().iter().chain(before.members().iter().filter(|(id, _)| after.member(**id).is_none()));
    everybody
        .map(|(id, member)| {
            let then = Reach::of(program, &before.standing(program, *id));
            let now = Reach::of(program, &after.standing(program, *id));
            let name = String::from(member.name.as_str());
            AccessChange { member: *id, name, gained: now.beyond(&then), lost: then.beyond(&now) }
        })
        .filter(|change| !(change.gained.is_empty() && change.lost.is_empty()))
        .collect()
}
