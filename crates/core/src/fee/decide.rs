//! Judges commands about the fee.

use alloc::vec::Vec;

use chrono::{Days, Months, NaiveDate};

use super::{AccountNumber, Bill, BillingAccount, Command, Event, Refusal, State, TaxLine};
use crate::account::Faults;
use crate::setting::Setting;
use crate::{Id, Permission};

/// How many years one asking may catch up on: more were not left unasked but come from a wrong clock.
const YEARS_MOST: u64 = 30;

pub(super) fn decide(state: &State, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::SubmitUpgradeForm { account, payer } => submit(setting, account, payer),
        Command::IssueBills => {
            setting.operator()?;
            Ok(issue(state, setting))
        }
        Command::RecordPayment { id } => {
            setting.operator()?;
            unpaid(state, *id)?;
            let on = setting.moment.at.date_naive();
            Ok([Event::BillPaid { id: *id, on, promotion: setting.moment.id(0) }].into())
        }
        Command::CancelBill { id } => {
            setting.operator()?;
            unpaid(state, *id)?;
            Ok([Event::BillCancelled { id: *id }].into())
        }
    }
}

fn unpaid(state: &State, id: Id) -> Result<(), Refusal> {
    match state.bills.get(&id) {
        None => Err(Refusal::BillMissing),
        Some(bill) if bill.paid_on.is_some() => Err(Refusal::AlreadyPaid),
        Some(_) => Ok(()),
    }
}

fn submit(setting: &Setting<'_>, account: &str, payer: &str) -> Result<Vec<Event>, Refusal> {
    let (by, _) = setting.permitted(&[Permission::SubmitUpgradeForm])?;
    let mut faults = Faults::default();
    let mut read = |field: &str, text: &str| -> Option<AccountNumber> {
        let number = text.parse().ok();
        if number.is_none() {
            faults.push(field, if text.trim().is_empty() { "required" } else { "not_an_account_number" });
        }
        number
    };
    let account = read("account", account);
    let payer = if payer.trim().is_empty() { None } else { read("payer", payer) };
    faults.finish()?;
    let billing = account.map(|account| {
        // An account that pays for itself needs no payer.
        let payer = payer.filter(|payer| *payer != account);
        BillingAccount { account, payer, by }
    });
    Ok(billing.map(|billing| Event::UpgradeFormSubmitted { billing }).into_iter().collect())
}

/// The start of the `n`th year of a count that began on `since`. Counted from the beginning, so that a 29 February comes
/// back in leap years.
fn year_start(since: NaiveDate, n: u64) -> Option<NaiveDate> {
    let months = u32::try_from(n.saturating_mul(12)).ok()?;
    since.checked_add_months(Months::new(months))
}

/// The bills due today (FEE-2, FEE-3, C-113).
fn issue(state: &State, setting: &Setting<'_>) -> Vec<Event> {
    let rules = setting.program.fee();
    let today = setting.moment.at.date_naive();
    let stages = || setting.account.stages().values().filter_map(|stage| setting.program.stage_id(stage));
    let due = rules.billed_from.is_some_and(|from| stages().any(|stage| stage >= from));
    let mut events = Vec::new();
    if !due {
        if state.running {
            events.push(Event::Lapsed);
        }
        return events;
    }
    let next = next_year(state);
    let since = match (state.since, next) {
        // Back after the year that was billed: nobody pays for the years away.
        (Some(_), Some(next)) if !state.running && next <= today => {
            events.push(Event::CountRestarted { on: today });
            None
        }
        (since, _) => since,
    };
    if !state.running && since.is_some() {
        events.push(Event::Resumed);
    }
    let (since, mut from) = match (since, next) {
        (Some(since), Some(next)) => (since, next),
        (_, _) => (today, today),
    };
    let mut n = (0..).find(|n| year_start(since, *n).is_none_or(|start| start >= from)).unwrap_or_default();
    for count in 0..YEARS_MOST {
        if from > today {
            break;
        }
        events.push(Event::BillIssued { id: setting.moment.id(count), bill: bill(state, setting, from) });
        n += 1;
        let Some(start) = year_start(since, n) else { break };
        from = start;
    }
    events
}

/// The first day of the year that was not billed yet.
fn next_year(state: &State) -> Option<NaiveDate> {
    let since = state.since?;
    let last = state.bills.values().map(|bill| bill.year_from).filter(|from| *from >= since).max();
    match last {
        // Every bill of this count was taken back.
        None => Some(since),
        Some(last) => (0..).map_while(|n| year_start(since, n)).find(|start| *start > last),
    }
}

fn bill(state: &State, setting: &Setting<'_>, year_from: NaiveDate) -> Bill {
    let rules = setting.program.fee();
    let issued_on = setting.moment.at.date_naive();
    let country = setting.account.company().map_or("", |company| company.country.as_str());
    let tax = rules.tax(country).map(|row| TaxLine {
        title: row.title.clone(),
        basis_points: row.basis_points,
        // To the nearest unit, half of one up.
        amount_minor: (rules.amount_minor.saturating_mul(row.basis_points.into()).saturating_add(5000)) / 10_000,
    });
    Bill {
        issued_on,
        year_from,
        due_on: issued_on.checked_add_days(Days::new(rules.days.into())).unwrap_or(NaiveDate::MAX),
        fee_minor: rules.amount_minor,
        currency: rules.currency.clone(),
        tax,
        billed_to: state.billing.as_ref().map(|billing| billing.billed_to().clone()),
        paid_on: None,
    }
}
