//! What can be asked about the channel. Texts arrive as people typed them.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::Id;

/// An end user, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndUserInput {
    /// The id of the account that manages the resale. Required.
    pub account: String,
    /// The customer's name. Required.
    pub company: String,
    /// The customer's country or region. Required.
    pub country: String,
    /// The customer's web address.
    #[serde(default)]
    pub website: String,
    /// The twelve digits of the customer's own account. Required.
    pub number: String,
}

/// A statement of the rebate, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementInput {
    /// The year.
    pub year: i32,
    /// The quarter, from 1 to 4.
    pub quarter: u8,
    /// The currency: three capital letters.
    pub currency: String,
    /// What was resold in the same quarter a year before, in the smallest unit of the currency.
    pub base_minor: u64,
    /// What was resold.
    pub resold_minor: u64,
    /// The rebate.
    pub rebate_minor: u64,
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Report an account with which resale is managed.
    AddAccount {
        /// Its twelve digits.
        number: String,
        /// What the company calls it.
        title: String,
    },
    /// Call an account something else.
    RenameAccount {
        /// Which.
        id: Id,
        /// Its name now.
        title: String,
    },
    /// Stop using an account on which no end user hangs any more.
    CloseAccount {
        /// Which.
        id: Id,
    },
    /// Report a customer that the company resells to.
    ReportEndUser {
        /// Who.
        end_user: EndUserInput,
    },
    /// Correct what was reported of an end user.
    EditEndUser {
        /// Which.
        id: Id,
        /// What it is now.
        end_user: EndUserInput,
    },
    /// Say that the resale to an end user ended.
    EndResale {
        /// Which.
        id: Id,
    },
    /// Record what a quarter brought; operators only.
    RecordStatement {
        /// The statement.
        statement: StatementInput,
    },
    /// Take a statement back that was recorded by mistake; operators only.
    WithdrawStatement {
        /// Which.
        id: Id,
    },
}
