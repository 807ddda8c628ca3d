//! What can be done with an entry now. Each answer is `decide`'s own: it is asked, and what it would do is thrown away, so
//! that a button and its command never disagree.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::value::InvolvementType;
use super::{Entry, Lead, LeadCommand, Opportunity, OpportunityCommand, Refusal};
use crate::Id;
use crate::setting::Setting;

/// A step with an opportunity or a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Change its fields.
    Edit,
    /// Have it reviewed.
    Submit,
    /// Accept what was shared.
    Accept,
    /// Reject what was shared.
    Reject,
    /// Give it to somebody else.
    Transfer,
    /// Begin its review.
    StartReview,
    /// Accept it into the pipeline.
    Approve,
    /// Turn it down.
    Disqualify,
    /// Ask for more information.
    RequestInformation,
}

impl Action {
    /// The name, as that of the command.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Submit => "submit",
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Transfer => "transfer",
            Self::StartReview => "start_review",
            Self::Approve => "approve",
            Self::Disqualify => "disqualify",
            Self::RequestInformation => "request_information",
        }
    }
}

/// An entry that can say what can be done with it.
pub trait Actionable: Entry {
    /// What whoever asks can do with it now, in the order in which it is offered. What still lacks fields is offered.
    fn actions(&self, setting: &Setting<'_>) -> Vec<Action>;
}

/// Nobody: a transfer to them is refused as the last thing.
const NOBODY: Id = Id::from_bits(0);

impl Actionable for Opportunity {
    fn actions(&self, setting: &Setting<'_>) -> Vec<Action> {
        use OpportunityCommand as Command;
        let fields = self.details().map(|details| Box::new(details.fields().clone())).unwrap_or_default();
        let involvement_type = InvolvementType::CoSell.as_str().to_string();
        let reason = || String::from("-");
        let probes = [
            (Action::Accept, Command::Accept),
            (Action::Reject, Command::Reject { reason: String::new() }),
            (Action::Submit, Command::Submit { involvement_type, visibility: String::new() }),
            (Action::Edit, Command::Edit { fields }),
            (Action::Transfer, Command::Transfer { to: NOBODY }),
            (Action::StartReview, Command::StartReview),
            (Action::Approve, Command::Approve),
            (Action::RequestInformation, Command::RequestInformation { reason: reason(), comments: String::new() }),
            (Action::Disqualify, Command::Disqualify { reason: reason() }),
        ];
        offered(self, setting, probes)
    }
}

impl Actionable for Lead {
    fn actions(&self, setting: &Setting<'_>) -> Vec<Action> {
        let fields = self.details().map(|details| Box::new(details.fields().clone())).unwrap_or_default();
        let probes = [
            (Action::Accept, LeadCommand::Accept),
            (Action::Reject, LeadCommand::Reject { reason: String::new() }),
            (Action::Edit, LeadCommand::Edit { fields }),
            (Action::Transfer, LeadCommand::Transfer { to: NOBODY }),
        ];
        offered(self, setting, probes)
    }
}

fn offered<E: Entry>(
    entry: &E,
    setting: &Setting<'_>,
    probes: impl IntoIterator<Item = (Action, E::Command)>,
) -> Vec<Action> {
    // Nothing is done with what is not there.
    let probes = probes.into_iter().filter(|_| entry.id().is_some());
    let possible = probes.filter(|(_, command)| match entry.decide(setting, command) {
        // What is missing is what the form asks for.
        Ok(_) | Err(Refusal::InvalidInput { .. } | Refusal::MemberMissing) => true,
        Err(_) => false,
    });
    possible.map(|(action, _)| action).collect()
}
