//! What opportunities and leads have in common: which entry is meant, the commands on one, and what is told of them.

pub(super) mod bulk;
pub(super) mod list;
pub(super) mod show;

use chrono::{DateTime, Utc};
use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::Account;
use guildhall_core::pipeline::bulk::{Cells, Filed};
use guildhall_core::pipeline::query::Listed;
use guildhall_core::pipeline::{
    Actionable, Lead, LeadCommand, LeadEvent, LeadFields, Opportunity, OpportunityCommand, OpportunityEvent,
    OpportunityFields, Share, identifier,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::forms::Form;
use super::room::{Asked, Who, email, pick, run_in};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::text_of;
use crate::rooms::{Kept, Key};

/// An opportunity or a lead, as the commands work on it.
pub(super) trait Kind: Kept + Filed + Listed + Actionable {
    /// Its fields.
    type Fields: Cells + Serialize + DeserializeOwned;

    /// Whether it has an identifier in the programme's published API.
    const NUMBERED: bool;
    /// The command that names its fields.
    const NAMES: &'static str;

    /// The fields; `None` before it exists.
    fn fields(&self) -> Option<&Self::Fields>;
    /// That it was shared, if it was.
    fn shared(&self) -> Option<&Share>;
    /// Rejects it.
    fn reject(reason: String) -> Self::Command;
    /// Changes its fields.
    fn edit(fields: Self::Fields) -> Self::Command;
    /// Shares a new one.
    fn share(entry: Id, fields: Self::Fields, to: Option<Id>, expires_at: Option<DateTime<Utc>>) -> Self::Command;
    /// What happened, for people.
    fn told(account: &Account, event: &Self::Event) -> String;
}

impl Kind for Opportunity {
    type Fields = OpportunityFields;

    const NUMBERED: bool = true;
    const NAMES: &'static str = "guildhall pipeline fields";

    fn fields(&self) -> Option<&OpportunityFields> {
        self.details().map(|details| details.fields())
    }

    fn shared(&self) -> Option<&Share> {
        Self::share(self)
    }

    fn reject(reason: String) -> OpportunityCommand {
        OpportunityCommand::Reject { reason }
    }

    fn edit(fields: OpportunityFields) -> OpportunityCommand {
        OpportunityCommand::Edit { fields: Box::new(fields) }
    }

    fn share(entry: Id, fields: OpportunityFields, to: Option<Id>, until: Option<DateTime<Utc>>) -> OpportunityCommand {
        OpportunityCommand::Share { entry: Some(entry), fields: Box::new(fields), to, expires_at: until }
    }

    fn told(account: &Account, event: &OpportunityEvent) -> String {
        use OpportunityEvent as Event;
        match event {
            Event::OpportunityCreated { opportunity, details, .. } => {
                let (title, number) = (&details.fields().project.title, identifier(*opportunity));
                format!("created {title:?}, {number}: {opportunity}")
            }
            Event::OpportunityShared { opportunity, owner, details, .. } => {
                let (title, number) = (&details.fields().project.title, identifier(*opportunity));
                format!("shared {title:?}, {number}{}: {opportunity}", meant_for(account, *owner))
            }
            Event::OpportunitySubmitted { involvement_type, visibility, .. } => {
                format!("submitted for review: {involvement_type}, visibility {visibility}")
            }
            Event::OpportunityEdited { changed, .. } => changed_fields(changed),
            Event::OpportunityTransferred { to, .. } => format!("it belongs to {} now", email(account, *to)),
            Event::OpportunityAccepted { owner, .. } => format!("accepted; it belongs to {}", email(account, *owner)),
            Event::OpportunityRejected { .. } => "rejected".to_owned(),
            Event::OpportunityReviewStarted { .. } => "its review has begun".to_owned(),
            Event::OpportunityApproved { .. } => "approved".to_owned(),
            Event::OpportunityDisqualified { reason, .. } => format!("turned down: {reason}"),
            Event::OpportunityInformationRequested { reason, .. } => format!("more information is asked for: {reason}"),
        }
    }
}

impl Kind for Lead {
    type Fields = LeadFields;

    const NUMBERED: bool = false;
    const NAMES: &'static str = "guildhall pipeline fields --leads";

    fn fields(&self) -> Option<&LeadFields> {
        self.details().map(|details| details.fields())
    }

    fn shared(&self) -> Option<&Share> {
        Self::share(self)
    }

    fn reject(reason: String) -> LeadCommand {
        LeadCommand::Reject { reason }
    }

    fn edit(fields: LeadFields) -> LeadCommand {
        LeadCommand::Edit { fields: Box::new(fields) }
    }

    fn share(entry: Id, fields: LeadFields, to: Option<Id>, until: Option<DateTime<Utc>>) -> LeadCommand {
        LeadCommand::Share { entry: Some(entry), fields: Box::new(fields), to, expires_at: until }
    }

    fn told(account: &Account, event: &LeadEvent) -> String {
        match event {
            LeadEvent::LeadShared { lead, owner, details, .. } => {
                format!("shared {:?}{}: {lead}", details.fields().customer.company_name, meant_for(account, *owner))
            }
            LeadEvent::LeadAccepted { owner, .. } => format!("accepted; it belongs to {}", email(account, *owner)),
            LeadEvent::LeadRejected { .. } => "rejected".to_owned(),
            LeadEvent::LeadEdited { changed, .. } => changed_fields(changed),
            LeadEvent::LeadTransferred { to, .. } => format!("it belongs to {} now", email(account, *to)),
        }
    }
}

fn meant_for(account: &Account, owner: Option<Id>) -> String {
    owner.map(|id| format!(" with {}", email(account, id))).unwrap_or_default()
}

fn changed_fields(changed: &[String]) -> String {
    if changed.is_empty() { "everything is so already".to_owned() } else { format!("changed {}", changed.join(", ")) }
}

/// One entry.
#[derive(Debug, Args)]
pub(super) struct One {
    /// Its id or the beginning of it; of an opportunity also its identifier
    #[arg(value_name = "ID")]
    pub(super) id: String,
}

/// Change the fields of one; what is not named stays, but a file holds all fields
#[derive(Debug, Args)]
pub(super) struct Edit {
    #[command(flatten)]
    one: One,
    #[command(flatten)]
    form: Form,
}

/// Reject one that was shared
#[derive(Debug, Args)]
pub(super) struct Reject {
    #[command(flatten)]
    one: One,
    /// Why; `-` reads it from the standard input
    #[arg(long, value_name = "TEXT", default_value_t, hide_default_value = true)]
    reason: String,
}

/// Give one to somebody else, or many by a file with the columns `id` and `owner`
#[derive(Debug, Args)]
pub(super) struct Transfer {
    /// Its id or the beginning of it; of an opportunity also its identifier
    #[arg(value_name = "ID", required_unless_present = "file", conflicts_with_all = ["file", "dry_run", "good_rows"])]
    id: Option<String>,
    /// Who gets it, by address or id; `guildhall pipeline owners` lists who may own one
    #[arg(long, value_name = "EMAIL", required_unless_present = "file", conflicts_with = "file")]
    to: Option<String>,
    /// A file of comma-separated rows; `-` reads it from the standard input
    #[arg(long, value_name = "FILE")]
    file: Option<String>,
    #[command(flatten)]
    how: bulk::How,
}

/// Share a new one with a company; the operator does this
#[derive(Debug, Args)]
pub(super) struct ShareNew {
    #[command(flatten)]
    form: Form,
    /// For whom it is meant, by address or id; without it, for the whole company
    #[arg(long, value_name = "EMAIL")]
    to: Option<String>,
    /// When the time to answer ends, as in 2026-03-01T00:00:00Z; never without it
    #[arg(long, value_name = "TIME")]
    expires_at: Option<DateTime<Utc>>,
}

impl One {
    /// Runs a command on it that needs nothing else.
    pub(super) fn run<E: Kind>(
        &self,
        context: &Context<'_>,
        who: Who,
        command: impl FnOnce() -> E::Command,
    ) -> Result<Exit, Failure> {
        on::<E>(context, who, &self.id, |_, _| Ok(command()))
    }
}

impl Edit {
    pub(super) fn run<E: Kind>(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        on::<E>(context, Who::Member, &self.one.id, |_, entry| {
            Ok(E::edit(self.form.cells(entry.fields().cloned().unwrap_or_default(), E::NAMES)?))
        })
    }
}

impl Reject {
    pub(super) fn run<E: Kind>(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let reason = text_of(&self.reason)?;
        self.one.run::<E>(context, Who::Member, || E::reject(reason))
    }
}

impl Transfer {
    pub(super) fn run<E: Kind>(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match (&self.file, &self.id, &self.to) {
            (None, Some(id), Some(to)) => {
                on::<E>(context, Who::Member, id, |asked, _| Ok(E::transfer(asked.person(to)?)))
            }
            (Some(file), ..) => self.how.run::<E>(context, guildhall_core::pipeline::bulk::Operation::Transfer, file),
            (None, ..) => Err(Failure::usage("usage", "name an entry and who gets it, or a file")),
        }
    }
}

impl ShareNew {
    pub(super) fn run<E: Kind>(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        create::<E>(context, Who::Operator, &self.form, |asked, entry, fields| {
            let to = self.to.as_deref().map(|to| asked.person(to)).transpose()?;
            Ok(E::share(entry, fields, to, self.expires_at))
        })
    }
}

/// Runs a command that makes a new entry of the fields of a form.
pub(super) fn create<E: Kind>(
    context: &Context<'_>,
    who: Who,
    form: &Form,
    command: impl FnOnce(&Asked<'_>, Id, E::Fields) -> Result<E::Command, Failure>,
) -> Result<Exit, Failure> {
    let make = |asked: &Asked<'_>| {
        let entry = context.moment(&asked.desk.journal)?.fresh;
        let fields = form.cells(E::Fields::default(), E::NAMES)?;
        Ok((Key::entry(asked.tenant, entry), command(asked, entry, fields)?))
    };
    run_in::<E>(context, who, make, |account, event| Some(E::told(account, event)))
}

/// Runs a command on the entry that is meant.
pub(super) fn on<E: Kind>(
    context: &Context<'_>,
    who: Who,
    typed: &str,
    command: impl FnOnce(&Asked<'_>, &E) -> Result<E::Command, Failure>,
) -> Result<Exit, Failure> {
    let make = |asked: &Asked<'_>| {
        let key = Key::entry(asked.tenant, entry::<E>(asked, typed)?);
        Ok((key, command(asked, &asked.desk.book.room::<E>(key))?))
    };
    run_in::<E>(context, who, make, |account, event| Some(E::told(account, event)))
}

/// The entry that is meant: by its id, the beginning of it, or an opportunity's identifier.
fn entry<E: Kind>(asked: &Asked<'_>, typed: &str) -> Result<Id, Failure> {
    let known = || asked.desk.book.documents::<E>(Some(asked.tenant)).map(|(id, _)| id);
    let by_number = || known().find(|id| identifier(*id) == typed);
    match by_number().filter(|_| E::NUMBERED) {
        Some(id) => Ok(id),
        None => pick(known(), typed, "entry_missing"),
    }
}
