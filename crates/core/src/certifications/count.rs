//! Which certifications count for a company, and the lists of what people completed.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::cmp::Reverse;

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Record, Request, State, Subject};
use crate::account::{Account, Member, Status};
use crate::setting::{Denied, Setting};
use crate::{Id, Permission};

/// The date `days` business days, Monday to Friday, after `date` (C-108).
#[must_use]
pub fn add_business_days(date: NaiveDate, days: u32) -> NaiveDate {
    let is_business = |date: &NaiveDate| !matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    if days == 0 {
        return date;
    }
    let later = date.iter_days().skip(1).filter(is_business).nth(days as usize - 1);
    later.unwrap_or(NaiveDate::MAX)
}

/// Whether a record is one of a person who is registered and not removed (CERT-2): by the registered address (CERT-3) or
/// by the certification address (CERT-4), whatever its age.
fn is_of(state: &State, id: Id, member: &Member, record: &Record) -> bool {
    member.status != Status::Removed
        && (record.address == member.email || state.address(id).is_some_and(|a| a.address == record.address))
}

/// The certifications that count for the company on a day: pairs of person and certification, each once, however many
/// records of it there are and whichever address they came by (CERT-2..5, CERT-7, C-109).
#[must_use]
pub fn counted<'a>(account: &'a Account, state: &'a State, today: NaiveDate) -> BTreeSet<(Id, &'a str)> {
    let mut counted = BTreeSet::new();
    for record in state.records.values() {
        let Subject::Certification { name } = &record.subject else { continue };
        if record.on > today || record.valid_until.is_some_and(|until| until < today) {
            continue;
        }
        // Who registered with the address is its holder, whoever may have added it.
        let registered = account.member_by_address(&record.address).filter(|(_, m)| m.status != Status::Removed);
        let by_added = |(id, member): &(&Id, &Member)| {
            let address = state.address(**id).filter(|a| a.address == record.address && a.counts_from <= today);
            member.status != Status::Removed && address.is_some()
        };
        let holder =
            registered.map(|(id, _)| id).or_else(|| account.members().iter().find(by_added).map(|(id, _)| *id));
        counted.extend(holder.filter(|id| state.shares(*id)).map(|id| (id, name.as_str())));
    }
    counted
}

/// Something a person completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The record's id.
    pub id: Id,
    /// The record.
    pub record: &'a Record,
}

/// A person of the company with what they completed.
#[derive(Clone, Debug)]
pub struct PersonEntries<'a> {
    /// Who.
    pub member: Id,
    /// Their details.
    pub person: &'a Member,
    /// Whether they share it. If not, the list of the company shows nothing of it.
    pub shares: bool,
    /// What they completed, newest first.
    pub entries: Vec<Entry<'a>>,
}

fn entries<'a>(state: &'a State, id: Id, member: &Member) -> Vec<Entry<'a>> {
    let own = state.records.iter().filter(|(_, record)| is_of(state, id, member, record));
    let mut entries: Vec<Entry<'a>> = own.map(|(id, record)| Entry { id: *id, record }).collect();
    entries.sort_by(|a, b| b.record.on.cmp(&a.record.on).then(a.id.cmp(&b.id)));
    entries
}

/// What the person who asks completed, shared or not (PROFILE-26).
pub fn own_list<'a>(setting: &Setting<'a>, state: &'a State) -> Result<PersonEntries<'a>, Denied> {
    let (member, person) = setting.me()?;
    Ok(PersonEntries { member, person, shares: state.shares(member), entries: entries(state, member, person) })
}

/// The requests that who asks may see, those due last first: all of the company's for operators, the own ones for a member.
pub fn requests<'a>(setting: &Setting<'a>, state: &'a State) -> Result<Vec<(Id, &'a Request)>, Denied> {
    let mine = if setting.operator().is_ok() { None } else { Some(setting.me()?.0) };
    let wanted = state.requests.iter().filter(|(_, request)| mine.is_none_or(|me| request.by == me));
    let mut requests: Vec<(Id, &Request)> = wanted.map(|(id, request)| (*id, request)).collect();
    requests.sort_by_key(|(id, request)| (Reverse(request.due_on), *id));
    Ok(requests)
}

/// What everybody of the company completed, for those who see its training data (PROFILE-5, ROLE-15, ROLE-23). Who does
/// not share is named without entries.
pub fn company_list<'a>(setting: &Setting<'a>, state: &'a State) -> Result<Vec<PersonEntries<'a>>, Denied> {
    setting.permitted(&[Permission::ViewTrainingData])?;
    let present = setting.account.members().iter().filter(|(_, m)| m.status != Status::Removed);
    let list = present.map(|(id, person)| {
        let shares = state.shares(*id);
        let entries = if shares { entries(state, *id, person) } else { Vec::new() };
        PersonEntries { member: *id, person, shares, entries }
    });
    Ok(list.collect())
}
