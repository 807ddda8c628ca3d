//! Who is told by mail: every member with the permission to get it, and nobody else (ACE-1, C-044).

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::lead::{Event as LeadEvent, Lead};
use super::opportunity::{Event as OpportunityEvent, Opportunity};
use super::{Entry, entry::Entries};
use crate::account::Account;
use crate::identity::EmailAddress;
use crate::program::Program;
use crate::{Id, Permission};

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A lead was shared with the company.
    LeadShared,
    /// The operator needs more information about a submitted opportunity.
    InformationRequested,
}

/// A mail to be worded and sent by the adapter, in the same transaction that records the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// To whom.
    pub to: EmailAddress,
    /// Their name.
    pub name: String,
    /// What it is about.
    pub subject: Subject,
    /// Which of the two kinds the entry is.
    pub entries: Entries,
    /// The entry.
    pub entry: Id,
    /// What people call it.
    pub title: String,
    /// What the operator wrote.
    pub comments: Option<String>,
}

/// The mails that an event of a lead asks for; `lead` is the state after it.
#[must_use]
pub fn lead_notices(program: &Program, account: &Account, lead: &Lead, event: &LeadEvent) -> Vec<Notice> {
    match event {
        LeadEvent::LeadShared { .. } => to_managers(program, account, lead, Subject::LeadShared, None),
        LeadEvent::LeadAccepted { .. }
        | LeadEvent::LeadRejected { .. }
        | LeadEvent::LeadEdited { .. }
        | LeadEvent::LeadTransferred { .. } => Vec::new(),
    }
}

/// The mails that an event of an opportunity asks for; `opportunity` is the state after it.
#[must_use]
pub fn opportunity_notices(
    program: &Program,
    account: &Account,
    opportunity: &Opportunity,
    event: &OpportunityEvent,
) -> Vec<Notice> {
    match event {
        OpportunityEvent::OpportunityInformationRequested { comments, .. } => {
            to_managers(program, account, opportunity, Subject::InformationRequested, comments.as_ref())
        }
        OpportunityEvent::OpportunityCreated { .. }
        | OpportunityEvent::OpportunityShared { .. }
        | OpportunityEvent::OpportunitySubmitted { .. }
        | OpportunityEvent::OpportunityEdited { .. }
        | OpportunityEvent::OpportunityTransferred { .. }
        | OpportunityEvent::OpportunityAccepted { .. }
        | OpportunityEvent::OpportunityRejected { .. }
        | OpportunityEvent::OpportunityReviewStarted { .. }
        | OpportunityEvent::OpportunityApproved { .. }
        | OpportunityEvent::OpportunityDisqualified { .. } => Vec::new(),
    }
}

fn to_managers<E: Entry>(
    program: &Program,
    account: &Account,
    entry: &E,
    subject: Subject,
    comments: Option<&String>,
) -> Vec<Notice> {
    let Some(id) = entry.id() else { return Vec::new() };
    let managers = account.holders_of_any(program, program.holders(Permission::ReceivePipelineMail));
    let notice = |(_, member): (Id, &crate::account::Member)| Notice {
        to: member.email.clone(),
        name: String::from(member.name.as_str()),
        subject,
        entries: E::ENTRIES,
        entry: id,
        title: String::from(entry.title()),
        comments: comments.cloned(),
    };
    managers.map(notice).collect()
}
