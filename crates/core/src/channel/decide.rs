//! Judges commands about the channel.

use alloc::string::ToString;

use chrono::NaiveDate;

use super::{
    Command, EndUser, EndUserInput, Event, ManagementAccount, Quarter, Refusal, State, Statement, StatementInput,
};
use crate::account::{Faults, is_web_address};
use crate::fee::AccountNumber;
use crate::program::is_currency;
use crate::setting::Setting;
use crate::text::Field;
use crate::{Id, Permission};

/// The years of statements that make sense.
const YEARS: core::ops::RangeInclusive<i32> = 2000..=2200;

/// Whether the actor works in the channel, and path and stage of the page's row are met (ROLE-29, C-061).
pub(super) fn gate(setting: &Setting<'_>) -> Result<Id, Refusal> {
    let (me, standing) = setting.permitted(&[Permission::ManageChannel])?;
    standing.reaches_page_of(setting.program, Permission::ManageChannel)?;
    Ok(me)
}

pub(super) fn decide(state: &State, setting: &Setting<'_>, command: &Command) -> Result<Event, Refusal> {
    match command {
        Command::AddAccount { number, title } => add_account(state, setting, number, title),
        Command::RenameAccount { id, title } => {
            gate(setting)?;
            let mut faults = Faults::default();
            let title: Option<Field> = faults.line("title", title);
            let title = faults.whole(title)?;
            open(state, *id)?;
            Ok(Event::AccountRenamed { id: *id, title })
        }
        Command::CloseAccount { id } => {
            gate(setting)?;
            open(state, *id)?;
            match state.active_end_users(*id) {
                0 => Ok(Event::AccountClosed { id: *id, on: today(setting) }),
                n => Err(Refusal::HasEndUsers { end_users: u64::try_from(n).unwrap_or(u64::MAX) }),
            }
        }
        Command::ReportEndUser { end_user } => report(state, setting, end_user),
        Command::EditEndUser { id, end_user } => edit(state, setting, *id, end_user),
        Command::EndResale { id } => {
            gate(setting)?;
            active(state, *id)?;
            Ok(Event::ResaleEnded { id: *id, on: today(setting) })
        }
        Command::RecordStatement { statement } => record(state, setting, statement),
        Command::WithdrawStatement { id } => {
            setting.operator()?;
            if state.statements.contains_key(id) {
                Ok(Event::StatementWithdrawn { id: *id })
            } else {
                Err(Refusal::EntryMissing)
            }
        }
    }
}

fn today(setting: &Setting<'_>) -> NaiveDate {
    setting.moment.at.date_naive()
}

fn number(faults: &mut Faults, text: &str) -> Option<AccountNumber> {
    let number = text.parse().ok();
    if number.is_none() {
        faults.push("number", if text.trim().is_empty() { "required" } else { "not_an_account_number" });
    }
    number
}

/// An account that is used.
fn open(state: &State, id: Id) -> Result<&ManagementAccount, Refusal> {
    match state.accounts.get(&id) {
        None => Err(Refusal::EntryMissing),
        Some(account) if account.closed_on.is_some() => Err(Refusal::AccountClosed),
        Some(account) => Ok(account),
    }
}

/// An end user to whom the resale goes on.
fn active(state: &State, id: Id) -> Result<&EndUser, Refusal> {
    match state.end_users.get(&id) {
        None => Err(Refusal::EntryMissing),
        Some(end_user) if end_user.ended_on.is_some() => Err(Refusal::ResaleEnded),
        Some(end_user) => Ok(end_user),
    }
}

/// Whether nobody but `except` reports this cloud account now.
fn unreported(state: &State, number: &AccountNumber, except: Option<Id>) -> Result<(), Refusal> {
    let managed = state.accounts.values().any(|a| a.closed_on.is_none() && a.number == *number);
    let mut others = state.end_users.iter().filter(|(id, _)| Some(**id) != except);
    let resold = others.any(|(_, e)| e.ended_on.is_none() && e.number == *number);
    if managed || resold { Err(Refusal::AlreadyReported) } else { Ok(()) }
}

fn add_account(state: &State, setting: &Setting<'_>, text: &str, title: &str) -> Result<Event, Refusal> {
    let by = gate(setting)?;
    let mut faults = Faults::default();
    let parts = number(&mut faults, text).zip(faults.line("title", title));
    let (number, title) = faults.whole(parts)?;
    unreported(state, &number, None)?;
    let used = state.accounts.values().filter(|account| account.closed_on.is_none()).count();
    let most = setting.program.channel().accounts_most;
    if used >= most as usize {
        return Err(Refusal::TooManyAccounts { most });
    }
    let account = ManagementAccount { number, title, by, opened_on: today(setting), closed_on: None };
    Ok(Event::AccountAdded { id: setting.moment.id(0), account })
}

fn end_user(setting: &Setting<'_>, input: &EndUserInput, by: Id) -> Result<EndUser, Refusal> {
    let mut faults = Faults::default();
    let account: Option<Id> = input.account.trim().parse().ok();
    if account.is_none() {
        faults.push("account", if input.account.trim().is_empty() { "required" } else { "unknown" });
    }
    let company = faults.line("company", &input.company);
    let country = faults.line("country", &input.country);
    let website: Option<Field> = faults.optional("website", &input.website);
    if website.as_ref().is_some_and(|website| !is_web_address(website.as_str())) {
        faults.push("website", "not_a_web_address");
    }
    let number = number(&mut faults, &input.number);
    let parts = account.zip(company).zip(country).zip(number);
    let (((account, company), country), number) = faults.whole(parts)?;
    Ok(EndUser { account, company, country, website, number, by, reported_on: today(setting), ended_on: None })
}

fn report(state: &State, setting: &Setting<'_>, input: &EndUserInput) -> Result<Event, Refusal> {
    let by = gate(setting)?;
    let end_user = end_user(setting, input, by)?;
    open(state, end_user.account)?;
    unreported(state, &end_user.number, None)?;
    let most = setting.program.channel().end_users_most;
    if state.end_users.len() >= most as usize {
        return Err(Refusal::TooManyEndUsers { most });
    }
    Ok(Event::EndUserReported { id: setting.moment.id(0), end_user })
}

fn edit(state: &State, setting: &Setting<'_>, id: Id, input: &EndUserInput) -> Result<Event, Refusal> {
    let by = gate(setting)?;
    let input = end_user(setting, input, by)?;
    let before = active(state, id)?;
    open(state, input.account)?;
    unreported(state, &input.number, Some(id))?;
    // Who reported it, and when, stays.
    let end_user = EndUser { by: before.by, reported_on: before.reported_on, ..input };
    Ok(Event::EndUserEdited { id, end_user })
}

fn record(state: &State, setting: &Setting<'_>, input: &StatementInput) -> Result<Event, Refusal> {
    setting.operator()?;
    let mut faults = Faults::default();
    if !YEARS.contains(&input.year) {
        faults.push("year", "not_a_year");
    }
    if !(1..=4).contains(&input.quarter) {
        faults.push("quarter", "not_a_quarter");
    }
    let currency = input.currency.trim();
    if !is_currency(currency) {
        faults.push("currency", if currency.is_empty() { "required" } else { "not_a_currency" });
    }
    let quarter = Quarter { year: input.year, quarter: input.quarter };
    let after = faults.whole(quarter.ends_before())?;
    if today(setting) < after {
        return Err(Refusal::QuarterNotOver);
    }
    if state.statements.values().any(|s| s.quarter == quarter) {
        return Err(Refusal::AlreadyRecorded);
    }
    let statement = Statement {
        quarter,
        currency: currency.to_string(),
        base_minor: input.base_minor,
        resold_minor: input.resold_minor,
        rebate_minor: input.rebate_minor,
        recorded_on: today(setting),
    };
    Ok(Event::StatementRecorded { id: setting.moment.id(0), statement })
}
