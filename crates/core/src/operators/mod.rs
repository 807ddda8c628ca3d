//! The operators of the programme: people with accounts of their own that belong to no company.
//!
//! One document holds all of them. What an operator does is recorded under their name, so names are unique and stay
//! taken: a line of the trail points to one person for ever.
//!
//! INVARIANT (console-only): accounts are made, disabled and enabled at the server's own command line, never over the
//! network, so that a stolen session makes no second account.
//! INVARIANT (one-name): no two operators have the same name or address, whatever their case and accents.

mod decide;
mod refusal;
#[cfg(test)]
mod tests;

pub use refusal::Refusal;

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::account::Actor;
use crate::identity::EmailAddress;
use crate::room::Room;
use crate::setting::Setting;
use crate::text::Name;
use crate::{Id, Permission};

/// The name under which the server's own command line acts. No account can have it.
pub const CONSOLE: &str = "console";
/// The name under which the portal issues the bills that become due by themselves. No account can have it.
pub const BILLING: &str = "billing";
/// How many operators there are at most, disabled ones included.
pub const OPERATORS_MOST: usize = 1000;

/// Whether an operator has access.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// They have.
    Active,
    /// They have none: sessions and tokens are ended.
    Disabled,
}

/// An operator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operator {
    /// The name that the trail shows.
    pub name: Name,
    /// The address to sign in with.
    pub email: EmailAddress,
    /// Whether they have access.
    pub status: Status,
    /// Since when there is the account.
    pub added_at: DateTime<Utc>,
}

/// All operators, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    operators: BTreeMap<Id, Operator>,
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Command {
    /// Makes an account.
    Add {
        /// The name that the trail will show.
        name: String,
        /// The address to sign in with.
        email: String,
    },
    /// Takes an operator's access.
    Disable {
        /// Whose.
        operator: Id,
    },
    /// Gives it back.
    Enable {
        /// Whose.
        operator: Id,
    },
    /// Notes that the password was changed; the adapter keeps it apart from the log.
    NotePasswordChange {
        /// Whose.
        operator: Id,
    },
    /// Notes that a token for programs was made; the adapter keeps its hash apart from the log.
    NoteTokenCreated {
        /// Whose.
        operator: Id,
        /// What it is called.
        name: String,
        /// When it ends.
        expires_at: DateTime<Utc>,
    },
    /// Notes that a token for programs was revoked.
    NoteTokenRevoked {
        /// Whose.
        operator: Id,
        /// What it was called.
        name: String,
    },
}

/// What happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// An account was made.
    OperatorAdded {
        /// Its id.
        operator: Id,
        /// The name.
        name: Name,
        /// The address.
        email: EmailAddress,
        /// When.
        at: DateTime<Utc>,
    },
    /// An operator lost access.
    OperatorDisabled {
        /// Who.
        operator: Id,
    },
    /// An operator has access again.
    OperatorEnabled {
        /// Who.
        operator: Id,
    },
    /// A password was changed.
    OperatorPasswordChanged {
        /// Whose.
        operator: Id,
    },
    /// A token was made.
    OperatorTokenCreated {
        /// Whose.
        operator: Id,
        /// What it is called.
        name: Name,
        /// When it ends.
        expires_at: DateTime<Utc>,
    },
    /// A token was revoked.
    OperatorTokenRevoked {
        /// Whose.
        operator: Id,
        /// What it was called.
        name: Name,
    },
}

impl Operator {
    /// Who they are for a command.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::Operator(self.name.to_string())
    }
}

impl State {
    /// Everybody who ever had an account, by id.
    #[must_use]
    pub fn operators(&self) -> &BTreeMap<Id, Operator> {
        &self.operators
    }

    /// The operator with this id, if they have access.
    #[must_use]
    pub fn active(&self, id: Id) -> Option<&Operator> {
        self.operators.get(&id).filter(|o| o.status == Status::Active)
    }

    /// The operator with this address.
    #[must_use]
    pub fn by_address(&self, address: &EmailAddress) -> Option<(Id, &Operator)> {
        self.operators.iter().find(|(_, o)| o.email == *address).map(|(id, o)| (*id, o))
    }

    /// The operator with this name or address, as somebody types it.
    #[must_use]
    pub fn named(&self, text: &str) -> Option<(Id, &Operator)> {
        let text = text.trim();
        let is = |o: &Operator| decide::same(o.name.as_str(), text) || o.email.key().eq_ignore_ascii_case(text);
        self.operators.iter().find(|(_, o)| is(o)).map(|(id, o)| (*id, o))
    }

    fn set(&mut self, id: Id, status: Status) {
        if let Some(operator) = self.operators.get_mut(&id) {
            operator.status = status;
        }
    }
}

impl Room for State {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const KIND: &'static str = "operators";

    fn decide(&self, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        decide::decide(self, setting, command)
    }

    fn permissions(&self, _: &Setting<'_>, _: &Command) -> Vec<Permission> {
        Vec::new()
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::OperatorAdded { operator, name, email, at } => {
                let (name, email) = (name.clone(), email.clone());
                let added = Operator { name, email, status: Status::Active, added_at: *at };
                self.operators.insert(*operator, added);
            }
            Event::OperatorDisabled { operator } => self.set(*operator, Status::Disabled),
            Event::OperatorEnabled { operator } => self.set(*operator, Status::Active),
            Event::OperatorPasswordChanged { .. }
            | Event::OperatorTokenCreated { .. }
            | Event::OperatorTokenRevoked { .. } => {}
        }
    }

    fn event_name(event: &Event) -> &'static str {
        match event {
            Event::OperatorAdded { .. } => "operator_added",
            Event::OperatorDisabled { .. } => "operator_disabled",
            Event::OperatorEnabled { .. } => "operator_enabled",
            Event::OperatorPasswordChanged { .. } => "operator_password_changed",
            Event::OperatorTokenCreated { .. } => "operator_token_created",
            Event::OperatorTokenRevoked { .. } => "operator_token_revoked",
        }
    }
}
