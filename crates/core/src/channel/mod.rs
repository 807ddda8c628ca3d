//! The channel: the accounts with which a company manages its resale, the end users behind them, and the growth rebate
//! (MENU-44, ROLE-29).
//!
//! Channel users report accounts and end users; the programme's operators record the statements of the rebate. The page's
//! row decides from which stage and on which paths (MENU-33, C-060, C-061).
//!
//! INVARIANT (one-report): no cloud account is reported twice while it is reported at all.
//! INVARIANT (no-orphan): an end user whose resale goes on hangs on an account that is open.
//! INVARIANT (one-statement): a quarter has one statement.

mod command;
mod decide;
mod event;
mod refusal;
mod views;

pub use command::{Command, EndUserInput, StatementInput};
pub use event::Event;
pub use refusal::Refusal;
pub use views::{AccountView, EndUserView, Overview, StatementView, overview};

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::fee::AccountNumber;
use crate::room::Room;
use crate::setting::Setting;
use crate::text::{Field, Name};
use crate::{Id, Permission};

/// An account that manages resale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagementAccount {
    /// Its number.
    pub number: AccountNumber,
    /// What the company calls it.
    pub title: Field,
    /// Who reported it.
    pub by: Id,
    /// When it was reported.
    pub opened_on: NaiveDate,
    /// When the company stopped using it.
    pub closed_on: Option<NaiveDate>,
}

/// A customer that the company resells to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndUser {
    /// The account that manages the resale.
    pub account: Id,
    /// The customer's name.
    pub company: Name,
    /// The customer's country or region.
    pub country: Name,
    /// The customer's web address.
    pub website: Option<Field>,
    /// The number of the customer's own account.
    pub number: AccountNumber,
    /// Who reported it.
    pub by: Id,
    /// When it was reported.
    pub reported_on: NaiveDate,
    /// When the resale ended.
    pub ended_on: Option<NaiveDate>,
}

/// A quarter of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quarter {
    /// The year.
    pub year: i32,
    /// From 1 to 4.
    pub quarter: u8,
}

impl Quarter {
    /// The first day after it.
    #[must_use]
    pub fn ends_before(self) -> Option<NaiveDate> {
        let (year, month) = match self.quarter {
            1 => (self.year, 4),
            2 => (self.year, 7),
            3 => (self.year, 10),
            4 => (self.year.checked_add(1)?, 1),
            _ => return None,
        };
        NaiveDate::from_ymd_opt(year, month, 1)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-Q{}", self.year, self.quarter)
    }
}

/// What a quarter brought, in the smallest unit of the currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The quarter.
    pub quarter: Quarter,
    /// The currency.
    pub currency: String,
    /// What was resold in the same quarter a year before.
    pub base_minor: u64,
    /// What was resold.
    pub resold_minor: u64,
    /// The rebate.
    pub rebate_minor: u64,
    /// When it was recorded.
    pub recorded_on: NaiveDate,
}

impl Statement {
    /// How much the resale grew, in tenths of a percent; `None` where nothing was resold the year before.
    #[must_use]
    pub fn growth_permille(&self) -> Option<i64> {
        let (base, resold) = (i128::from(self.base_minor), i128::from(self.resold_minor));
        let growth = resold.checked_sub(base)?.checked_mul(1000)?.checked_div(base)?;
        i64::try_from(growth).ok()
    }
}

/// The state of a company's channel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    accounts: BTreeMap<Id, ManagementAccount>,
    end_users: BTreeMap<Id, EndUser>,
    statements: BTreeMap<Id, Statement>,
}

impl State {
    /// The accounts that manage resale, by id.
    #[must_use]
    pub fn accounts(&self) -> &BTreeMap<Id, ManagementAccount> {
        &self.accounts
    }

    /// The end users, by id.
    #[must_use]
    pub fn end_users(&self) -> &BTreeMap<Id, EndUser> {
        &self.end_users
    }

    /// The statements of the rebate, by id.
    #[must_use]
    pub fn statements(&self) -> &BTreeMap<Id, Statement> {
        &self.statements
    }

    /// How many end users hang on an account.
    fn active_end_users(&self, account: Id) -> usize {
        self.end_users.values().filter(|e| e.account == account && e.ended_on.is_none()).count()
    }
}

impl Room for State {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const KIND: &'static str = "channel";

    fn decide(&self, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        decide::decide(self, setting, command).map(|event| [event].into())
    }

    fn permissions(&self, _: &Setting<'_>, command: &Command) -> Vec<Permission> {
        match command {
            Command::AddAccount { .. }
            | Command::RenameAccount { .. }
            | Command::CloseAccount { .. }
            | Command::ReportEndUser { .. }
            | Command::EditEndUser { .. }
            | Command::EndResale { .. } => [Permission::ManageChannel].into(),
            Command::RecordStatement { .. } | Command::WithdrawStatement { .. } => Vec::new(),
        }
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::AccountAdded { id, account } => {
                self.accounts.insert(*id, account.clone());
            }
            Event::AccountRenamed { id, title } => {
                if let Some(account) = self.accounts.get_mut(id) {
                    account.title = title.clone();
                }
            }
            Event::AccountClosed { id, on } => {
                if let Some(account) = self.accounts.get_mut(id) {
                    account.closed_on = Some(*on);
                }
            }
            Event::EndUserReported { id, end_user } | Event::EndUserEdited { id, end_user } => {
                self.end_users.insert(*id, end_user.clone());
            }
            Event::ResaleEnded { id, on } => {
                if let Some(end_user) = self.end_users.get_mut(id) {
                    end_user.ended_on = Some(*on);
                }
            }
            Event::StatementRecorded { id, statement } => {
                self.statements.insert(*id, statement.clone());
            }
            Event::StatementWithdrawn { id } => {
                self.statements.remove(id);
            }
        }
    }

    fn event_name(event: &Event) -> &'static str {
        event.name()
    }
}

#[cfg(test)]
mod tests;
