//! What can be asked about the fee.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::Id;

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Submit the upgrade form with the account to be billed (FEE-5).
    SubmitUpgradeForm {
        /// The number of the account.
        account: String,
        /// The number of the payer account, if the account belongs to an organisation (FEE-8).
        #[serde(default)]
        payer: String,
    },
    /// Issue the bills that are due at the moment; operators only. Adapters ask it after each change of a stage and every
    /// day: asking twice changes nothing more.
    IssueBills,
    /// Note that a bill was paid in the console; operators only.
    RecordPayment {
        /// Which.
        id: Id,
    },
    /// Take an unpaid bill back that was issued by mistake; operators only.
    CancelBill {
        /// Which.
        id: Id,
    },
}
