//! Judges commands on the certifications.

use alloc::vec::Vec;

use chrono::{Days, NaiveDate};

use super::{Command, Event, Record, RecordInput, Refusal, State, Subject, Wish, add_business_days};
use crate::account::{Faults, Status};
use crate::identity::EmailAddress;
use crate::setting::Setting;
use crate::{Id, Permission};

/// What a decision reads.
struct Case<'a> {
    state: &'a State,
    setting: &'a Setting<'a>,
}

pub(super) fn decide(state: &State, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    let case = Case { state, setting };
    let event = match command {
        Command::SetTrainingAddress { address, owner, freed_on } => case.set_address(address, *owner, *freed_on),
        Command::SetConsent { share } => case.set_consent(*share),
        Command::RequestTransfer { old_profile } => case.request_transfer(old_profile),
        Command::RequestAddressChange { previous, new } => case.request_address_change(previous, new),
        Command::SettleRequest { id, granted } => case.settle(*id, *granted),
        Command::Record { record } => case.record(record),
        Command::DropRecord { id } => {
            setting.operator()?;
            if state.records.contains_key(id) {
                Ok(Event::RecordDropped { id: *id })
            } else {
                Err(Refusal::RecordMissing)
            }
        }
    };
    event.map(|event| [event].into())
}

impl Case<'_> {
    fn today(&self) -> NaiveDate {
        self.setting.moment.at.date_naive()
    }

    fn address(&self, faults: &mut Faults, field: &str, text: &str) -> Option<EmailAddress> {
        if text.trim().is_empty() {
            faults.push(field, "required");
            return None;
        }
        let parsed = self.setting.program.email().parse(text.trim());
        parsed.map_err(|fault| faults.push(field, fault.code())).ok()
    }

    /// INVARIANT (one-holder): the directory speaks for other accounts, the account and the state for this one.
    fn set_address(&self, text: &str, owner: Option<Id>, freed_on: Option<NaiveDate>) -> Result<Event, Refusal> {
        let (member, _) = self.setting.permitted(&[Permission::EditOwnProfile])?;
        let current = self.state.address(member).map(|a| &a.address);
        if text.trim().is_empty() {
            let address = current.cloned().ok_or(Refusal::Unchanged)?;
            return Ok(Event::TrainingAddressCleared { member, address });
        }
        let mut faults = Faults::default();
        let address = self.address(&mut faults, "address", text);
        let address = faults.whole(address)?;
        let account = self.setting.account;
        if current == Some(&address) || account.member(member).is_some_and(|m| m.email == address) {
            return Err(Refusal::Unchanged);
        }
        let others = self.state.addresses.iter().any(|(id, a)| *id != member && a.address == address);
        let registered = account.members().values().any(|m| m.status != Status::Removed && m.email == address);
        let elsewhere = owner.is_some_and(|owner| Some(owner) != account.tenant());
        if others || registered || elsewhere {
            return Err(Refusal::AddressTaken);
        }
        let rules = self.setting.program.certifications();
        let today = self.today();
        let counts_from = match freed_on {
            // Freed elsewhere: the transfer's clock, which runs from the clearing, or from now if that was long ago.
            Some(freed) => add_business_days(freed, rules.transfer_business_days).max(today),
            None => today.checked_add_days(Days::new(rules.address_days.into())).unwrap_or(NaiveDate::MAX),
        };
        Ok(Event::TrainingAddressSet { member, address, previous: current.cloned(), counts_from })
    }

    fn set_consent(&self, share: bool) -> Result<Event, Refusal> {
        let (member, _) = self.setting.permitted(&[Permission::EditOwnProfile])?;
        if self.state.shares(member) == share {
            return Err(Refusal::Unchanged);
        }
        Ok(Event::ConsentSet { member, share })
    }

    fn request_transfer(&self, old_profile: &str) -> Result<Event, Refusal> {
        let (by, _) = self.setting.permitted(&[Permission::EditOwnProfile])?;
        let mut faults = Faults::default();
        let old_profile = self.address(&mut faults, "old_profile", old_profile);
        let new_account = self.setting.account.member(by).map(|m| m.email.clone());
        if old_profile.is_some() && old_profile == new_account {
            faults.push("old_profile", "same_address");
        }
        let parts = old_profile.zip(new_account);
        let (old_profile, new_account) = faults.whole(parts)?;
        self.request(by, Wish::Transfer { old_profile, new_account })
    }

    fn request_address_change(&self, previous: &str, new: &str) -> Result<Event, Refusal> {
        let (by, _) = self.setting.permitted(&[Permission::EditOwnProfile])?;
        let mut faults = Faults::default();
        let previous = self.address(&mut faults, "previous", previous);
        let new = self.address(&mut faults, "new", new);
        if previous.is_some() && previous == new {
            faults.push("new", "same_address");
        }
        let (previous, new) = faults.whole(previous.zip(new))?;
        self.request(by, Wish::AddressChange { previous, new })
    }

    fn request(&self, by: Id, wish: Wish) -> Result<Event, Refusal> {
        if self.state.requests.values().any(|r| r.by == by && r.wish == wish && r.granted.is_none()) {
            return Err(Refusal::AlreadyRequested);
        }
        let rules = self.setting.program.certifications();
        self.room_for_one(self.state.requests.len())?;
        let due_on = add_business_days(self.today(), rules.transfer_business_days);
        Ok(Event::Requested { id: self.setting.moment.id(0), by, wish, due_on })
    }

    fn room_for_one(&self, entries: usize) -> Result<(), Refusal> {
        let most = self.setting.program.certifications().records_most;
        if entries < most as usize { Ok(()) } else { Err(Refusal::TooManyEntries { most }) }
    }

    fn settle(&self, id: Id, granted: bool) -> Result<Event, Refusal> {
        self.setting.operator()?;
        let request = self.state.requests.get(&id).ok_or(Refusal::RequestMissing)?;
        if request.granted.is_some() {
            return Err(Refusal::RequestSettled);
        }
        Ok(Event::RequestSettled { id, granted })
    }

    fn record(&self, input: &RecordInput) -> Result<Event, Refusal> {
        self.setting.operator()?;
        let mut faults = Faults::default();
        let address = self.address(&mut faults, "address", &input.address);
        let subject = self.subject(&mut faults, input);
        if input.on > self.today() {
            faults.push("on", "in_the_future");
        }
        if input.valid_until.is_some_and(|until| until < input.on) {
            faults.push("valid_until", "too_early");
        }
        let (address, subject) = faults.whole(address.zip(subject))?;
        let record = Record { address, subject, on: input.on, valid_until: input.valid_until };
        if self.state.records.values().any(|r| *r == record) {
            return Err(Refusal::AlreadyRecorded);
        }
        self.room_for_one(self.state.records.len())?;
        Ok(Event::Recorded { id: self.setting.moment.id(0), record })
    }

    fn subject(&self, faults: &mut Faults, input: &RecordInput) -> Option<Subject> {
        match (input.certification.trim(), input.course.trim()) {
            ("", "") => {
                faults.push("certification", "required");
                None
            }
            ("", course) => faults.line("course", course).map(|title| Subject::Course { title }),
            (name, "") => match self.setting.program.certifications().kind(name) {
                Some(kind) => Some(Subject::Certification { name: kind.name.clone() }),
                None => {
                    faults.push("certification", "unknown");
                    None
                }
            },
            (_, _) => {
                faults.push("course", "one_of_two");
                None
            }
        }
    }
}
