//! Policy documents of the linked cloud account: read from JSON, evaluated, explained.
//!
//! INVARIANT (deny-wins): a statement that denies wins over every one that allows; without one that allows, nothing is
//! allowed (IAM-18).
//! INVARIANT (fail-closed): what evaluation does not know for sure (an element, an operator, a variable, a context that is
//! no ARN) allows nothing, and the verdict says what it was.

mod arn;
mod condition;
mod documents;
mod evaluate;
mod json;
mod parse;
mod policy;
mod request;
mod wildcard;

use alloc::string::String;

use serde::{Deserialize, Serialize};

use arn::ArnPattern;

pub use arn::{AccountId, AccountIdFault, Arn, ArnFault, RoleArn};
pub use documents::{
    DOCUMENTS, Document, PARTNER_ACCOUNT_MANAGEMENT, PARTNER_CENTRAL_TRUST, SELLER_FULL_ACCESS, USER_ROLE_ASSOCIATION,
    document, managed,
};
pub use evaluate::{Decision, Judged, Outcome, Unreadable, Verdict, evaluate};
pub use parse::{PolicyFault, PolicyFaults, VERSION};
pub use policy::{Policy, PolicyKind, Statement, StatementEffect};
pub use request::{Principal, Request, RequestFault};

/// A document under its name, as somebody carries it: JSON that may or may not be a policy.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PolicyText {
    /// Its name.
    pub name: String,
    /// The JSON.
    pub document: String,
}

#[cfg(test)]
mod tests;
