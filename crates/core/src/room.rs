//! What every room has in common, so that adapters carry all of them the same way.

use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Kind;
use crate::account::{self, Account};
use crate::program::Program;
use crate::setting::{Denied, Setting};

/// A part of the domain with a state of its own: one document of an adapter's store, or one stream of a journal.
///
/// The state is the fold of the events. [`Room::decide`] changes nothing; [`Room::apply`] refuses nothing.
pub trait Room: Clone + Default + Serialize + DeserializeOwned {
    /// What can be asked.
    type Command;
    /// What happens.
    type Event: Clone + Serialize + DeserializeOwned;
    /// Why not.
    type Refusal: RoomRefusal;

    /// The kind of the room's documents, in snake case.
    const KIND: &'static str;

    /// Judges a command.
    fn decide(&self, setting: &Setting<'_>, command: &Self::Command) -> Result<Vec<Self::Event>, Self::Refusal>;

    /// Folds an event in.
    fn apply(&mut self, event: &Self::Event);

    /// The event's name in snake case, as in its serialized form.
    fn event_name(event: &Self::Event) -> &'static str;

    /// What `event` changes in the account, to be recorded there in the same step. `account` is the one that the decision
    /// read; most rooms change nothing in it.
    #[must_use]
    fn account_events(_program: &Program, _account: &Account, _event: &Self::Event) -> Vec<account::Event> {
        Vec::new()
    }
}

/// A refusal of a room: a stable code and a kind; its `Display` is for people.
pub trait RoomRefusal: fmt::Display + From<Denied> {
    /// The stable code.
    fn code(&self) -> &'static str;

    /// The kind.
    fn kind(&self) -> Kind;

    /// All faults of the fields, where the input is what is refused.
    fn faults(&self) -> &[crate::FieldFault] {
        &[]
    }
}
