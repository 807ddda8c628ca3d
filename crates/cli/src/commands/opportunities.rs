//! `guildhall opportunities`: what a company sells together with the operator of the programme (the ACE rules).

use clap::{Args, Subcommand};
use guildhall_core::pipeline::bulk::{Operation, template};
use guildhall_core::pipeline::{InvolvementType, Opportunity, OpportunityCommand as Command, Visibility};

use super::entries::bulk::{self, TakeIn};
use super::entries::list::{self, words};
use super::entries::{Edit, One, Reject, ShareNew, Transfer, create};
use super::forms::Form;
use super::room::{Who, ask};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::text_of;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// List, show, create, edit, submit, review, share and transfer opportunities, one by one or by files
#[derive(Debug, Args)]
#[command(after_help = "The names of the fields: `guildhall pipeline fields`
Their values: `guildhall pipeline values`

Examples:
  guildhall opportunities list --stage Prospect --as bo@acme.example
  guildhall opportunities create --file riga.json --set project.title=Riga --as bo@acme.example
  guildhall opportunities edit 3f2a --set life_cycle.stage=Qualified --as bo@acme.example
  guildhall opportunities import pipeline.csv --dry-run --as ann@acme.example
  guildhall opportunities export --as ann@acme.example > pipeline.csv
  guildhall opportunities approve 3f2a --company acme.example")]
pub(crate) struct Opportunities {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    List(list::Opportunities),
    Queue(list::Queue),
    /// Show all of one: its fields, its review, what can be done with it, what was done
    Show(One),
    /// Show what was done to one, the newest first
    History(One),
    Create(Create),
    Edit(Edit),
    Submit(Submit),
    /// Accept one that was shared
    Accept(One),
    Reject(Reject),
    Transfer(Transfer),
    Share(ShareNew),
    /// Begin the review of one that was submitted; the operator does this
    StartReview(One),
    /// Accept one into the pipeline after its review; the operator does this
    Approve(One),
    Disqualify(Disqualify),
    RequestInformation(RequestInformation),
    /// Create opportunities from a file; who imports them owns them
    Import(TakeIn),
    /// Change opportunities by a file with the column `id`, such as an export
    Update(TakeIn),
    /// Write the opportunities that the person may see to the standard output, comma-separated
    Export,
    /// Write a file without rows, with the headings of an import
    Template,
}

/// Bring a new one; whoever brings it owns it
#[derive(Debug, Args)]
struct Create {
    #[command(flatten)]
    form: Form,
}

/// Have one reviewed, or reviewed again after an answer
#[derive(Debug, Args)]
struct Submit {
    #[command(flatten)]
    one: One,
    /// What is wanted
    #[arg(long, value_name = "TYPE", ignore_case = true, value_parser = words!(InvolvementType))]
    involvement_type: InvolvementType,
    /// How much the operator's sellers see
    #[arg(long, ignore_case = true, default_value = Visibility::Full.as_str(), value_parser = words!(Visibility))]
    visibility: Visibility,
}

/// Turn one down after its review; the operator does this
#[derive(Debug, Args)]
struct Disqualify {
    #[command(flatten)]
    one: One,
    /// Why; `-` reads it from the standard input
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

/// Send one back for more information; the operator does this
#[derive(Debug, Args)]
struct RequestInformation {
    #[command(flatten)]
    one: One,
    /// The reason, in a word
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// What is needed; `-` reads it from the standard input
    #[arg(long, value_name = "TEXT", default_value_t, hide_default_value = true)]
    comments: String,
}

impl Opportunities {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.action {
            Action::List(list) => list.run(context),
            Action::Queue(queue) => queue.run(context),
            Action::Show(one) => one.show::<Opportunity>(context),
            Action::History(one) => one.history::<Opportunity>(context),
            Action::Create(Create { form }) => create::<Opportunity>(context, Who::Member, form, |_, entry, fields| {
                Ok(Command::Create { entry: Some(entry), fields: Box::new(fields) })
            }),
            Action::Edit(edit) => edit.run::<Opportunity>(context),
            Action::Submit(Submit { one, involvement_type, visibility }) => {
                let (involvement_type, visibility) = (involvement_type.to_string(), visibility.to_string());
                one.run::<Opportunity>(context, Who::Member, || Command::Submit { involvement_type, visibility })
            }
            Action::Accept(one) => one.run::<Opportunity>(context, Who::Member, || Command::Accept),
            Action::Reject(reject) => reject.run::<Opportunity>(context),
            Action::Transfer(transfer) => transfer.run::<Opportunity>(context),
            Action::Share(share) => share.run::<Opportunity>(context),
            Action::StartReview(one) => operator(one, context, Command::StartReview),
            Action::Approve(one) => operator(one, context, Command::Approve),
            Action::Disqualify(Disqualify { one, reason }) => {
                operator(one, context, Command::Disqualify { reason: text_of(reason)? })
            }
            Action::RequestInformation(RequestInformation { one, reason, comments }) => {
                let (reason, comments) = (reason.clone(), text_of(comments)?);
                operator(one, context, Command::RequestInformation { reason, comments })
            }
            Action::Import(file) => file.run::<Opportunity>(context, Operation::Import),
            Action::Update(file) => file.run::<Opportunity>(context, Operation::Update),
            Action::Export => bulk::export::<Opportunity>(context),
            Action::Template => {
                let file = ask(context, Who::Member, |asked| {
                    template(&asked.setting()).map_err(|refusal| asked.refused(&refusal))
                })?;
                context.out.file(&file)?;
                Ok(Exit::Done)
            }
        }
    }
}

fn operator(one: &One, context: &Context<'_>, command: Command) -> Result<Exit, Failure> {
    one.run::<Opportunity>(context, Who::Operator, || command)
}
