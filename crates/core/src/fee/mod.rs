//! The yearly fee: bills, the account they go to, payment. Nothing is paid here; the portal shows where (FEE-1).
//!
//! A company is billed when it comes to the programme's stage for the fee and then every year while it stays there or
//! beyond (C-113). Unpaid after its time, it is at risk; its stage does not change by itself (C-112).
//!
//! INVARIANT (fee-whole): the fee of a bill is the programme's; a tax is a line of its own and never changes it (FEE-11).
//! INVARIANT (one-bill-a-year): no two bills that stand are for the same year of membership.

mod account_number;
mod command;
mod decide;
mod event;
mod refusal;
mod views;

pub use account_number::{AccountNumber, NotAnAccountNumber};
pub use command::Command;
pub use event::{Event, TaxLine};
pub use refusal::Refusal;
pub use views::{BillView, Overview, overview};

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::program::Program;
use crate::room::{Effect, Room};
use crate::setting::Setting;
use crate::{Id, Permission};

/// A bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bill {
    /// The day it was issued.
    pub issued_on: NaiveDate,
    /// The first day of the year it is for.
    pub year_from: NaiveDate,
    /// The last day to pay in time.
    pub due_on: NaiveDate,
    /// The fee in the smallest unit of the currency.
    pub fee_minor: u64,
    /// The currency.
    pub currency: String,
    /// The tax on top, where there is one.
    pub tax: Option<TaxLine>,
    /// The account that it is addressed to, as far as it is known.
    pub billed_to: Option<AccountNumber>,
    /// When it was paid.
    pub paid_on: Option<NaiveDate>,
}

impl Bill {
    /// Fee and tax together.
    #[must_use]
    pub fn total_minor(&self) -> u64 {
        self.fee_minor.saturating_add(self.tax.as_ref().map_or(0, |tax| tax.amount_minor))
    }

    /// Whether it is unpaid though its time is over (FEE-4, C-112).
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.paid_on.is_none() && today > self.due_on
    }
}

/// The account on record (FEE-5, FEE-6, FEE-8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BillingAccount {
    /// The account that the upgrade form named.
    pub account: AccountNumber,
    /// The payer account of its organisation, if it has one.
    pub payer: Option<AccountNumber>,
    /// Who submitted the form.
    pub by: Id,
}

impl BillingAccount {
    /// The account that bills go to: the payer's, where there is one.
    #[must_use]
    pub fn billed_to(&self) -> &AccountNumber {
        self.payer.as_ref().unwrap_or(&self.account)
    }
}

/// The state of a company's fee.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    bills: BTreeMap<Id, Bill>,
    billing: Option<BillingAccount>,
    /// The day on which the yearly count began; absent while nothing is billed.
    since: Option<NaiveDate>,
    /// Whether the company was on the stage for the fee or beyond when that was looked at last.
    running: bool,
}

impl State {
    /// Every bill, by id.
    #[must_use]
    pub fn bills(&self) -> &BTreeMap<Id, Bill> {
        &self.bills
    }

    /// The account on record.
    #[must_use]
    pub fn billing(&self) -> Option<&BillingAccount> {
        self.billing.as_ref()
    }

    /// The day on which the yearly count began.
    #[must_use]
    pub fn since(&self) -> Option<NaiveDate> {
        self.since
    }
}

impl Room for State {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const KIND: &'static str = "fee";

    fn decide(&self, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        decide::decide(self, setting, command)
    }

    fn permissions(&self, _: &Setting<'_>, command: &Command) -> Vec<Permission> {
        match command {
            Command::SubmitUpgradeForm { .. } => [Permission::SubmitUpgradeForm].into(),
            Command::IssueBills | Command::RecordPayment { .. } | Command::CancelBill { .. } => Vec::new(),
        }
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::BillIssued { id, bill } => {
                self.running = true;
                self.since.get_or_insert(bill.year_from);
                self.bills.insert(*id, bill.clone());
            }
            Event::CountRestarted { on } => self.since = Some(*on),
            Event::Resumed => self.running = true,
            Event::Lapsed => self.running = false,
            Event::BillCancelled { id } => {
                self.bills.remove(id);
            }
            Event::BillPaid { id, on, .. } => {
                if let Some(bill) = self.bills.get_mut(id) {
                    bill.paid_on = Some(*on);
                }
            }
            Event::UpgradeFormSubmitted { billing } => {
                // What is paid stays as it was billed.
                for bill in self.bills.values_mut().filter(|b| b.paid_on.is_none()) {
                    bill.billed_to = Some(billing.billed_to().clone());
                }
                self.billing = Some(billing.clone());
            }
        }
    }

    fn effects(&self, program: &Program, account: &Account, event: &Event) -> Vec<Effect> {
        views::effects(program, account, event)
    }

    fn event_name(event: &Event) -> &'static str {
        event.name()
    }
}

#[cfg(test)]
mod tests;
