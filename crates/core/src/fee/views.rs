//! What people see of the fee, and what an event asks of the world outside.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::{Bill, BillingAccount, Event, State};
use crate::account::Account;
use crate::program::Program;
use crate::room::{Effect, Letter};
use crate::setting::{Denied, Setting};
use crate::{Id, Permission};

/// A bill as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BillView {
    /// Its id.
    pub id: Id,
    /// What it says.
    #[serde(flatten)]
    pub bill: Bill,
    /// Fee and tax together.
    pub total_minor: u64,
    /// Whether it is unpaid though its time is over.
    pub overdue: bool,
}

/// The fee of a company on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Overview {
    /// Where bills are paid (FEE-1).
    pub console: String,
    /// The account on record (FEE-6).
    pub billing: Option<BillingAccount>,
    /// The bills, newest first.
    pub bills: Vec<BillView>,
    /// Whether the company is at risk of a lower stage (FEE-4, C-112).
    pub at_risk: bool,
}

/// The fee, for those who submit the upgrade form, and for operators.
pub fn overview(setting: &Setting<'_>, state: &State) -> Result<Overview, Denied> {
    if setting.operator().is_err() {
        setting.permitted(&[Permission::SubmitUpgradeForm])?;
    }
    let today = setting.moment.at.date_naive();
    let view = |(id, bill): (&Id, &Bill)| BillView {
        id: *id,
        total_minor: bill.total_minor(),
        overdue: bill.is_overdue(today),
        bill: bill.clone(),
    };
    let mut bills: Vec<BillView> = state.bills().iter().map(view).collect();
    bills.sort_by(|a, b| b.bill.year_from.cmp(&a.bill.year_from).then(a.id.cmp(&b.id)));
    Ok(Overview {
        console: setting.program.fee().console.clone(),
        billing: state.billing().cloned(),
        at_risk: bills.iter().any(|b| b.overdue),
        bills,
    })
}

/// What `event` asks for.
pub(super) fn effects(program: &Program, account: &Account, event: &Event) -> Vec<Effect> {
    match event {
        Event::BillPaid { id, promotion, .. } => {
            let lead = account.lead(program).map(|(_, lead)| lead.email.clone());
            let company = String::from(account.company_name());
            let letter = lead.map(|to| Letter::Promotion { to, company, bill: *id, promotion: *promotion });
            letter.map(Effect::Mail).into_iter().collect()
        }
        Event::UpgradeFormSubmitted { .. }
        | Event::BillIssued { .. }
        | Event::CountRestarted { .. }
        | Event::Resumed
        | Event::Lapsed
        | Event::BillCancelled { .. } => Vec::new(),
    }
}
