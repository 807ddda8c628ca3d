//! `guildhall certifications record` and `drop-record`: what the training organisation reports (CERT-2..5).

use chrono::NaiveDate;
use clap::Args;
use guildhall_core::certifications::{Command, RecordInput, State};

use super::super::room::{Asked, Who, pick, run};
use super::told;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Record a certification passed or a course completed; the operator does this
#[derive(Debug, Args)]
pub(super) struct Record {
    /// The address under which it was done
    #[arg(long)]
    address: String,
    /// The id of a certification, as `certifications kinds` shows it
    #[arg(long, value_name = "ID", required_unless_present = "course")]
    certification: Option<String>,
    /// The title of a course
    #[arg(long, value_name = "TITLE", conflicts_with = "certification")]
    course: Option<String>,
    /// When, as in 2026-02-01
    #[arg(long, value_name = "DATE")]
    on: NaiveDate,
    /// The last day on which it is valid; always without it
    #[arg(long, value_name = "DATE")]
    valid_until: Option<NaiveDate>,
}

/// Take back what was recorded by mistake; the operator does this
#[derive(Debug, Args)]
pub(super) struct DropRecord {
    /// The record's id, or the beginning of it
    #[arg(value_name = "RECORD")]
    id: String,
}

impl Record {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let record = RecordInput {
            address: self.address.clone(),
            certification: self.certification.clone().unwrap_or_default(),
            course: self.course.clone().unwrap_or_default(),
            on: self.on,
            valid_until: self.valid_until,
        };
        run::<State>(context, Who::Operator, |_| Ok(Command::Record { record }), told)
    }
}

impl DropRecord {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let command = |asked: &Asked<'_>| {
            let id = pick(asked.room::<State>().records().keys().copied(), &self.id, "record_missing")?;
            Ok(Command::DropRecord { id })
        };
        run::<State>(context, Who::Operator, command, told)
    }
}
