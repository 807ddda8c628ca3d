//! Opportunities and leads: what a company sells together with the operator of the programme (the ACE rules).
//!
//! An [`Opportunity`] is a customer's project; a [`Lead`] is somebody who may become a customer. Each is a document of
//! its own with an owner. Who manages all reaches every entry of the company, who manages owned ones reaches their own,
//! and nobody else reaches any ([`view`], [`list`]). Fields and words are those of the programme's published API.
//!
//! INVARIANT (reach): a list holds exactly the entries that can be viewed, and a bulk file changes exactly those that
//! could be changed one by one (ROLE-71).
//! INVARIANT (one way): bulk work decides each row by the same `decide` as a single command.

mod action;
mod advice;
pub mod bulk;
mod check;
mod entry;
mod fields;
mod lead;
mod notice;
mod opportunity;
pub mod query;
mod refusal;
pub mod report;
mod value;

pub use action::{Action, Actionable};
pub use advice::{Advice, advise};
pub use entry::{Answer, Change, Entries, Entry, History, Scope, Share, Stamp, list, possible_owners, view};
pub use fields::{
    Address, Contact, Customer, CustomerAccount, ExpectedContractDuration, ExpectedCustomerSpend, LeadCustomer,
    LeadFields, LeadInteraction, LifeCycle, Marketing, MonetaryValue, OpportunityFields, Project,
    RelatedEntityIdentifiers, SoftwareRevenue,
};
pub use lead::{Command as LeadCommand, Event as LeadEvent, Lead, LeadDetails};
pub use notice::{Notice, Subject, lead_notices, opportunity_notices};
pub use opportunity::{
    Command as OpportunityCommand, Details, Event as OpportunityEvent, NEXT_STEPS_MOST, NextStep, Opportunity,
    identifier,
};
pub use refusal::Refusal;
pub use value::{InvitationStatus, InvolvementType, Origin, ReviewStatus, Stage, Visibility};

#[cfg(test)]
mod tests;
