//! `guildhall channel rebate`: the statements of the growth rebate, which the operator records.

use clap::{Args, Subcommand};
use guildhall_core::channel::{Command, State, StatementInput, StatementView};

use super::super::room::{Asked, Who, pick, run};
use super::{One, seen, told};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// List the statements of the growth rebate, record one, take one back
#[derive(Debug, Subcommand)]
pub(super) enum Rebate {
    /// List the statements, newest first
    List,
    Record(Record),
    /// Take one back that was recorded by mistake; the operator does this
    Withdraw(One),
}

/// Record what a quarter brought; the operator does this. Amounts are in the smallest unit of the currency
#[derive(Debug, Args)]
pub(super) struct Record {
    /// The year
    year: i32,
    /// The quarter, from 1 to 4
    quarter: u8,
    /// The currency: three capital letters
    #[arg(long)]
    currency: String,
    /// What was resold in the same quarter a year before
    #[arg(long, value_name = "AMOUNT")]
    base: u64,
    /// What was resold
    #[arg(long, value_name = "AMOUNT")]
    resold: u64,
    /// The rebate
    #[arg(long, value_name = "AMOUNT")]
    rebate: u64,
}

impl Rebate {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match self {
            Self::List => list(context),
            Self::Record(record) => {
                let statement = StatementInput {
                    year: record.year,
                    quarter: record.quarter,
                    currency: record.currency.clone(),
                    base_minor: record.base,
                    resold_minor: record.resold,
                    rebate_minor: record.rebate,
                };
                run::<State>(context, Who::Operator, |_| Ok(Command::RecordStatement { statement }), told)
            }
            Self::Withdraw(One { id }) => {
                let command = |asked: &Asked<'_>| {
                    let known = asked.room::<State>().statements().keys().copied().collect::<Vec<_>>();
                    Ok(Command::WithdrawStatement { id: pick(known, id, "entry_missing")? })
                };
                run::<State>(context, Who::Operator, command, told)
            }
        }
    }
}

fn list(context: &Context<'_>) -> Result<Exit, Failure> {
    let statements = seen(context)?.statements;
    let row = |view: &StatementView| {
        let statement = &view.statement;
        vec![
            statement.quarter.to_string(),
            statement.currency.clone(),
            statement.base_minor.to_string(),
            statement.resold_minor.to_string(),
            view.growth_permille.map(|growth| growth.to_string()).unwrap_or_default(),
            statement.rebate_minor.to_string(),
            view.id.to_string(),
        ]
    };
    let heads = ["quarter", "currency", "base_minor", "resold_minor", "growth_permille", "rebate_minor", "id"];
    context.out.rows_with(&Table::new(&heads).with(statements.iter().map(row)), "", &statements)?;
    Ok(Exit::Done)
}
