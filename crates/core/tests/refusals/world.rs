//! A company with all its rooms, and one question asked of one of them.

use std::collections::BTreeSet;
use std::fmt::Debug;

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_core::account::{self, Account, Actor};
use guildhall_core::pipeline::{Lead, Opportunity};
use guildhall_core::room::{Room, RoomRefusal};
use guildhall_core::setting::Setting;
use guildhall_core::support::inquiry::Inquiry;
use guildhall_core::{
    Id, Moment, Program, certifications, channel, content, fee, language, linking, operators, profile, support, tasks,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::dice::Dice;

/// What a run came across: commands by room and name, refusals by room and code.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) commands: BTreeSet<(String, String)>,
    pub(crate) done: BTreeSet<(String, String)>,
    pub(crate) refusals: BTreeSet<(String, String)>,
}

/// The company and its rooms. Of what there are several documents, there are a few.
pub(crate) struct World<'p> {
    pub(crate) program: &'p Program,
    pub(crate) at: DateTime<Utc>,
    pub(crate) account: Account,
    pub(crate) tasks: tasks::State,
    pub(crate) profile: profile::State,
    pub(crate) certifications: certifications::State,
    pub(crate) fee: fee::State,
    pub(crate) channel: channel::State,
    pub(crate) support: support::State,
    pub(crate) linking: linking::State,
    pub(crate) language: language::State,
    pub(crate) operators: operators::State,
    pub(crate) content: Vec<content::State>,
    pub(crate) opportunities: Vec<Opportunity>,
    pub(crate) leads: Vec<Lead>,
    pub(crate) inquiries: Vec<Inquiry>,
}

pub(crate) fn text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

fn stored<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&text(value)).unwrap()
}

/// A command's name: the tag of its serialized form.
pub(crate) fn name<T: Serialize>(command: &T) -> String {
    let value = serde_json::to_value(command).unwrap();
    let tagged = value.get("type").cloned();
    let outer = || value.as_object().and_then(|object| object.keys().next().cloned());
    tagged
        .or_else(|| value.is_string().then(|| value.clone()))
        .map_or_else(|| outer().unwrap(), |v| v.as_str().unwrap().to_owned())
}

/// Every id that stands in a state.
pub(crate) fn ids<T: Serialize>(state: &T) -> Vec<Id> {
    let text = text(state);
    let mut ids: Vec<Id> = text.split('"').filter_map(|part| part.parse().ok()).collect();
    ids.sort();
    ids.dedup();
    ids
}

impl<'p> World<'p> {
    pub(crate) fn new(program: &'p Program) -> Self {
        let several = 2;
        Self {
            program,
            at: "2026-03-02T09:00:00Z".parse().unwrap(),
            account: Account::default(),
            tasks: tasks::State::default(),
            profile: profile::State::default(),
            certifications: certifications::State::default(),
            fee: fee::State::default(),
            channel: channel::State::default(),
            support: support::State::default(),
            linking: linking::State::default(),
            language: language::State::default(),
            operators: operators::State::default(),
            content: vec![content::State::default(); several],
            opportunities: vec![Opportunity::default(); several],
            leads: vec![Lead::default(); several],
            inquiries: vec![Inquiry::default(); several],
        }
    }

    /// Time stands still more often than it runs; 400 hours are longer than an invitation is open.
    pub(crate) fn moment(&mut self, dice: &mut Dice<'_>) -> Moment {
        let hours = if dice.below(40) == 0 { 400 } else { *dice.one(&[0, 0, 0, 0, 1, 21]) };
        self.at += TimeDelta::hours(hours);
        Moment { at: self.at, fresh: Id::from_bits(dice.fresh()), source: "test".into(), request: "r".into() }
    }

    /// The members, whether or not they have access.
    pub(crate) fn people(&self) -> Vec<Id> {
        self.account.members().keys().copied().collect()
    }

    /// Who asks: the lead more often than others, so that something happens; an operator `operators` times of ten.
    pub(crate) fn actor(&self, dice: &mut Dice<'_>, operators: usize) -> Actor {
        if dice.often(operators) {
            return Actor::Operator("olga".into());
        }
        match (dice.below(10), self.account.lead(self.program)) {
            (0, _) => Actor::Visitor,
            (1..=5, Some((lead, _))) => Actor::Member(lead),
            _ => Actor::Member(dice.id(&self.people())),
        }
    }

    /// Asks the account, and checks what holds of every question.
    pub(crate) fn ask_account(&mut self, actor: &Actor, command: &account::Command, moment: &Moment, seen: &mut Seen) {
        let key = |name: &str| ("account".to_owned(), name.to_owned());
        let before = text(&self.account);
        let decide = |account: &Account| account::decide(account, self.program, actor, command, moment);
        let decided = decide(&self.account);
        assert_eq!(decide(&self.account), decided, "asked twice, {command:?}");
        assert_eq!(decide(&stored(&self.account)), decided, "the stored state decides alike, {command:?}");
        seen.commands.insert(key(&name(command)));
        match decided {
            Err(refusal) => {
                assert_eq!(text(&self.account), before, "{command:?}");
                seen.refusals.insert(key(refusal.code()));
            }
            Ok(events) => {
                seen.done.insert(key(&name(command)));
                for event in &events {
                    assert_eq!(stored(event), *event);
                    self.account.apply(event);
                }
                let after = text(&self.account);
                assert_eq!(text(&stored(&self.account)), after, "{command:?}");
            }
        }
    }
}

/// Asks a room, and checks what holds of every question: a refusal leaves room and account as they are, byte for byte;
/// asked twice it is the same; what is stored decides alike, and reads back as it was.
pub(crate) fn ask<R>(
    program: &Program,
    account: &mut Account,
    room: &mut R,
    asked: (&Actor, &R::Command, &Moment),
    seen: &mut Seen,
) where
    R: Room,
    R::Command: Debug + PartialEq + Serialize + DeserializeOwned,
    R::Event: Debug + PartialEq,
    R::Refusal: Debug + PartialEq,
{
    let (actor, command, moment) = asked;
    let key = |name: &str| (R::KIND.to_owned(), name.to_owned());
    let (before, people) = (text(room), text(account));
    let setting = Setting { program, account, actor, moment };
    let decided = room.decide(&setting, command);
    assert_eq!(room.decide(&setting, command), decided, "asked twice, {command:?}");
    assert_eq!(stored(room).decide(&setting, command), decided, "the stored state decides alike, {command:?}");
    assert_eq!(stored(command), *command);
    seen.commands.insert(key(&name(command)));
    match decided {
        Err(refusal) => {
            assert_eq!((text(room), text(account)), (before, people), "{command:?}");
            seen.refusals.insert(key(refusal.code()));
        }
        Ok(events) => {
            seen.done.insert(key(&name(command)));
            for event in &events {
                assert_eq!(stored(event), *event);
                let of_account = R::account_events(program, account, event);
                room.apply(event);
                of_account.iter().for_each(|event| account.apply(event));
            }
            assert_eq!(text(&stored(room)), text(room), "{command:?}");
        }
    }
}
