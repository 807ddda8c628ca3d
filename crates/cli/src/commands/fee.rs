//! `guildhall fee`: the yearly fee, its bills, and the account they go to (the FEE rules).

use std::fmt::Write as _;

use clap::{Args, Subcommand};
use guildhall_core::Id;
use guildhall_core::account::Account;
use guildhall_core::fee::{BillView, Command, Event, Overview, State, overview};

use super::room::{Asked, Who, ask, email, pick, run};
use super::shared::{counted, done};
use crate::book::Done;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::output::Table;
use crate::rooms::Key;

/// Show the fee and its bills, name the account to be billed, issue bills and note payments
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall fee show --company acme.example
  guildhall fee account 1234-5678-9012 --as ann@acme.example
  guildhall fee issue --all
  guildhall fee pay 3f2a --company acme.example")]
pub(crate) struct Fee {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// The bills, the account on record, and where is paid
    Show,
    Account(UpgradeForm),
    Issue(Issue),
    /// Note that a bill was paid in the console; the operator does this
    Pay(One),
    /// Take an unpaid bill back that was issued by mistake; the operator does this
    Cancel(One),
}

/// Submit the upgrade form with the account to be billed
#[derive(Debug, Args)]
struct UpgradeForm {
    /// The number of the account: twelve digits
    #[arg(value_name = "NUMBER")]
    account: String,
    /// The number of the payer account, if the account belongs to an organisation
    #[arg(long, value_name = "NUMBER", default_value_t, hide_default_value = true)]
    payer: String,
}

/// Issue the bills that are due; the operator does this every day. Doing it twice changes nothing more
#[derive(Debug, Args)]
struct Issue {
    /// Of every company
    #[arg(long)]
    all: bool,
}

/// One bill.
#[derive(Debug, Args)]
struct One {
    /// The bill's id, or the beginning of it
    #[arg(value_name = "BILL")]
    id: String,
}

impl Fee {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.action {
            Action::Show => show(context),
            Action::Account(UpgradeForm { account, payer }) => {
                let command = Command::SubmitUpgradeForm { account: account.clone(), payer: payer.clone() };
                run::<State>(context, Who::Member, |_| Ok(command), told)
            }
            Action::Issue(Issue { all }) => issue(context, *all),
            Action::Pay(one) => one.run(context, |id| Command::RecordPayment { id }),
            Action::Cancel(one) => one.run(context, |id| Command::CancelBill { id }),
        }
    }
}

impl One {
    fn run(&self, context: &Context<'_>, command: impl FnOnce(Id) -> Command) -> Result<Exit, Failure> {
        let command = |asked: &Asked<'_>| {
            Ok(command(pick(asked.room::<State>().bills().keys().copied(), &self.id, "bill_missing")?))
        };
        run::<State>(context, Who::Operator, command, told)
    }
}

/// Issues the bills that are due, each company's in a decision of its own.
fn issue(context: &Context<'_>, all: bool) -> Result<Exit, Failure> {
    let operator = context.as_operator()?;
    let mut desk = context.open(Access::Write)?;
    let tenants: Vec<Id> =
        if all { desk.book.accounts().keys().copied().collect() } else { vec![context.company(&desk)?.0] };
    let (mut lines, mut records, mut issued) = (Vec::new(), Vec::new(), 0);
    for tenant in &tenants {
        let key = Key::of_company(*tenant);
        let (events, outcome) = context.submit_room::<State>(&mut desk, key, &operator, &Command::IssueBills)?;
        let account = context.company_of_id(&desk, *tenant)?;
        issued += events.iter().filter(|event| matches!(event, Event::BillIssued { .. })).count();
        let told = events.iter().filter_map(|event| told(account, event));
        lines.extend(told.map(|line| format!("{}: {line}", account.company_name())));
        records.extend(outcome.records);
    }
    lines.push(format!("{} issued", counted(issued, "bill")));
    let tenant = tenants.first().copied().filter(|_| !all);
    done(context, &Done { tenant, records }, &lines)
}

fn show(context: &Context<'_>) -> Result<Exit, Failure> {
    let (overview, by): (Overview, Option<String>) = ask(context, Who::Either, |asked| {
        let overview = overview(&asked.setting(), &asked.room::<State>())?;
        let by = overview.billing.as_ref().map(|billing| email(asked.account, billing.by));
        Ok((overview, by))
    })?;
    let table = Table::new(&["year_from", "fee", "tax", "total", "due_on", "billed_to", "status", "id"])
        .with(overview.bills.iter().map(row));
    let mut footer = format!("paid at {}\n", overview.console);
    match (&overview.billing, by) {
        (Some(billing), Some(by)) => {
            let payer = billing.payer.as_ref().map(|payer| format!(", paid by {payer}")).unwrap_or_default();
            let _ = writeln!(footer, "billed to {}{payer}, as {by} said", billing.account);
        }
        (_, _) => footer.push_str("no account is on record yet\n"),
    }
    if overview.at_risk {
        footer.push_str("a bill is overdue: the company is at risk of a lower stage\n");
    }
    context.out.rows_with(&table, &footer, &overview)?;
    Ok(Exit::Done)
}

fn row(view: &BillView) -> Vec<String> {
    let bill = &view.bill;
    let money = |minor: u64| money(minor, &bill.currency);
    let tax = bill.tax.as_ref().map(|tax| format!("{} {}", money(tax.amount_minor), tax.title));
    let status = match bill.paid_on {
        Some(on) => format!("paid on {on}"),
        None if view.overdue => "overdue".to_owned(),
        None => "open".to_owned(),
    };
    vec![
        bill.year_from.to_string(),
        money(bill.fee_minor),
        tax.unwrap_or_default(),
        money(view.total_minor),
        bill.due_on.to_string(),
        bill.billed_to.as_ref().map(ToString::to_string).unwrap_or_default(),
        status,
        view.id.to_string(),
    ]
}

/// An amount in the unit of the currency, which has a hundred smaller ones.
fn money(minor: u64, currency: &str) -> String {
    format!("{}.{:02} {currency}", minor / 100, minor % 100)
}

/// What happened, for people.
pub(super) fn told(_: &Account, event: &Event) -> Option<String> {
    match event {
        Event::UpgradeFormSubmitted { billing } => Some(format!("bills go to {} now", billing.billed_to())),
        Event::BillIssued { id, bill } => {
            let total = money(bill.total_minor(), &bill.currency);
            Some(format!("issued a bill of {total} for the year from {}, due on {}: {id}", bill.year_from, bill.due_on))
        }
        Event::BillPaid { id, promotion, .. } => {
            Some(format!("{id} is paid; the lead gets the promotional code with the id {promotion}"))
        }
        Event::BillCancelled { id } => Some(format!("took {id} back")),
        Event::CountRestarted { on } => Some(format!("the years count from {on} on")),
        Event::Resumed => Some("the fee is due again".to_owned()),
        Event::Lapsed => Some("no fee is due below its stage".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_with_two_places() {
        for (minor, text) in [(0, "0.00 USD"), (5, "0.05 USD"), (250_000, "2500.00 USD"), (299_999, "2999.99 USD")] {
            assert_eq!(money(minor, "USD"), text);
        }
    }
}
