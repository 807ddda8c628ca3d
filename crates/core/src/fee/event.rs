//! What happened about the fee. A promotional code never stands here, only the id by which the adapter keeps it.

use alloc::string::String;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Bill, BillingAccount};
use crate::Id;

/// The tax on a bill (FEE-10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxLine {
    /// What people read.
    pub title: String,
    /// The rate in hundredths of a percent.
    pub basis_points: u32,
    /// The amount in the smallest unit of the currency.
    pub amount_minor: u64,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The upgrade form was submitted; unpaid bills go to its account.
    UpgradeFormSubmitted {
        /// The account.
        billing: BillingAccount,
    },
    /// A bill was issued.
    BillIssued {
        /// Its id.
        id: Id,
        /// What it says.
        bill: Bill,
    },
    /// The company came back after the year it was billed for: the yearly count begins anew.
    CountRestarted {
        /// From this day on.
        on: NaiveDate,
    },
    /// The company came back within the year it was billed for.
    Resumed,
    /// The company fell below the stage for the fee.
    Lapsed,
    /// A bill was paid; the lead gets a promotional code.
    BillPaid {
        /// Which.
        id: Id,
        /// When it was noted.
        on: NaiveDate,
        /// The id of the code.
        promotion: Id,
    },
    /// A bill was taken back.
    BillCancelled {
        /// Which.
        id: Id,
    },
}

impl Event {
    /// The event's name in snake case, as in its serialized form.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::UpgradeFormSubmitted { .. } => "upgrade_form_submitted",
            Self::BillIssued { .. } => "bill_issued",
            Self::CountRestarted { .. } => "count_restarted",
            Self::Resumed => "resumed",
            Self::Lapsed => "lapsed",
            Self::BillPaid { .. } => "bill_paid",
            Self::BillCancelled { .. } => "bill_cancelled",
        }
    }
}
