//! Judges commands on the profile.
//!
//! The order of the checks is that of the account: may they, is the company far enough, is the input well-formed, does
//! the state allow it.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{
    Command, Description, Event, Location, LocationInput, Product, ProductInput, Qualification, Record, RecordKind,
    RecordStatus, Refusal, State,
};
use crate::account::Faults;
use crate::program::Tab;
use crate::setting::Setting;
use crate::text::Field;
use crate::{Id, Permission};

/// What a decision reads.
struct Case<'a> {
    state: &'a State,
    setting: &'a Setting<'a>,
}

pub(super) fn decide(state: &State, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    let case = Case { state, setting };
    let event = match command {
        Command::JudgeRecord { id, validated } => return case.judge_record(*id, *validated),
        Command::SetCustomers { customers } => case.set_customers(customers),
        Command::AddProduct { product } => case.set_product(None, product),
        Command::EditProduct { id, product } => case.set_product(Some(*id), product),
        Command::RemoveProduct { id } => {
            case.tab(Tab::Products)?;
            known(state.products.contains_key(id)).map(|()| Event::ProductRemoved { id: *id })
        }
        Command::AddLocation { location } => case.set_location(None, location),
        Command::EditLocation { id, location } => case.set_location(Some(*id), location),
        Command::RemoveLocation { id } => {
            case.tab(Tab::Locations)?;
            known(state.locations.contains_key(id)).map(|()| Event::LocationRemoved { id: *id })
        }
        Command::AddSolutionArea { title } => case.add_solution_area(title),
        Command::RemoveSolutionArea { id } => {
            case.tab(Tab::Qualifications)?;
            known(state.solution_areas.contains_key(id)).map(|()| Event::SolutionAreaRemoved { id: *id })
        }
        Command::EditListing { summary } => case.edit_listing(summary),
        Command::SetListed { listed } => case.set_listed(*listed),
        Command::CreateRecord { kind, title, description } => case.create_record(*kind, title, description),
        Command::ApplyToProgram { program, description } => case.apply_to_program(program, description),
        Command::EditRecord { id, title, description } => case.edit_record(*id, title, description),
        Command::SubmitRecord { id } => {
            case.ready(case.changeable(*id)?)?;
            Ok(Event::RecordSubmitted { id: *id })
        }
        Command::RemoveRecord { id } => case.remove_record(*id),
        Command::DescribeRecord { id, words } => case.describe_record(*id, words),
        Command::GrantQualification { kind, title } => case.grant_qualification(kind, title),
        Command::RevokeQualification { id } => {
            setting.operator()?;
            known(state.qualifications.contains_key(id)).map(|()| Event::QualificationRevoked { id: *id })
        }
    };
    event.map(|event| [event].into())
}

/// The permissions of which a command needs one: that of the tab it edits, or of the kind of record.
pub(super) fn permissions(state: &State, setting: &Setting<'_>, command: &Command) -> Vec<Permission> {
    let tab = |tab| setting.program.profile().tab(tab).map(|row| row.edit);
    let kind = |id| state.records.get(id).map(|record| record.kind);
    let permission = match command {
        Command::SetCustomers { .. } => tab(Tab::Company),
        Command::AddProduct { .. } | Command::EditProduct { .. } | Command::RemoveProduct { .. } => tab(Tab::Products),
        Command::AddLocation { .. } | Command::EditLocation { .. } | Command::RemoveLocation { .. } => {
            tab(Tab::Locations)
        }
        Command::AddSolutionArea { .. } | Command::RemoveSolutionArea { .. } => tab(Tab::Qualifications),
        Command::EditListing { .. } | Command::SetListed { .. } => Some(Permission::ManageListing),
        Command::CreateRecord { kind, .. } => Some(kind.permission()),
        Command::ApplyToProgram { program, .. } => {
            setting.program.partner_program(program).map(|p| p.application.permission())
        }
        Command::EditRecord { id, .. } | Command::SubmitRecord { id } | Command::RemoveRecord { id } => {
            kind(id).map(RecordKind::permission)
        }
        Command::DescribeRecord { id, .. } => kind(id).and_then(|kind| match kind.tab() {
            Some(of_tab) => tab(of_tab),
            None => Some(kind.permission()),
        }),
        Command::JudgeRecord { .. } | Command::GrantQualification { .. } | Command::RevokeQualification { .. } => None,
    };
    permission.into_iter().collect()
}

fn known(there: bool) -> Result<(), Refusal> {
    if there { Ok(()) } else { Err(Refusal::EntryMissing) }
}

impl<'a> Case<'a> {
    /// Whether the actor may edit a tab, and the company is far enough to have it (PROFILE-9, C-048, C-064).
    fn tab(&self, tab: Tab) -> Result<(), Refusal> {
        let row = self.setting.program.profile().tab(tab).ok_or(Refusal::TabMissing)?;
        let (_, standing) = self.setting.permitted(&[row.edit])?;
        Ok(standing.reaches(self.setting.program, None, row.least_stage)?)
    }

    /// Whether the actor may work on records of a kind, and path and stage of the menu's row are met (ROLE-52).
    fn record_gate(&self, kind: RecordKind) -> Result<Id, Refusal> {
        let (me, standing) = self.setting.permitted(&[kind.permission()])?;
        standing.reaches_page_of(self.setting.program, kind.permission())?;
        Ok(me)
    }

    fn room_for_one(&self, entries: usize) -> Result<(), Refusal> {
        let most = self.setting.program.profile().entries_most;
        if entries < most as usize { Ok(()) } else { Err(Refusal::TooManyEntries { most }) }
    }

    fn set_customers(&self, customers: &[String]) -> Result<Event, Refusal> {
        self.tab(Tab::Company)?;
        let types = &self.setting.program.profile().customer_types;
        let mut faults = Faults::default();
        // A list longer than the programme's has repetitions or unknown values, and is not worth reading.
        if customers.len() > types.len() {
            faults.push("customers", "too_many");
        } else {
            for (n, customer) in customers.iter().enumerate().filter(|(_, c)| types.iter().all(|t| t.name != **c)) {
                let code = if customer.is_empty() { "required" } else { "unknown" };
                faults.push(&format!("customers[{n}]"), code);
            }
        }
        let customers: BTreeSet<String> = customers.iter().cloned().collect();
        Ok(faults.whole(Some(Event::CustomersSet { customers }))?)
    }

    fn set_product(&self, id: Option<Id>, input: &ProductInput) -> Result<Event, Refusal> {
        self.tab(Tab::Products)?;
        let mut faults = Faults::default();
        let kind =
            choice(&mut faults, "kind", &input.kind, |k| self.setting.program.profile().product_type(k).is_some());
        let title: Option<Field> = faults.line("title", &input.title);
        let description = Description::optional(&mut faults, "description", &input.description);
        let product = kind.zip(title).map(|(kind, title)| Product { kind, title, description });
        let product = faults.whole(product)?;
        match id {
            Some(id) => known(self.state.products.contains_key(&id)).map(|()| Event::ProductEdited { id, product }),
            None => {
                self.room_for_one(self.state.products.len())?;
                Ok(Event::ProductAdded { id: self.setting.moment.id(0), product })
            }
        }
    }

    fn set_location(&self, id: Option<Id>, input: &LocationInput) -> Result<Event, Refusal> {
        self.tab(Tab::Locations)?;
        let mut faults = Faults::default();
        let title = faults.line("title", &input.title);
        let street = faults.optional("street", &input.street);
        let city = faults.line("city", &input.city);
        let country = faults.line("country", &input.country);
        let location = title.zip(city).zip(country);
        let location = location.map(|((title, city), country)| Location { title, street, city, country });
        let location = faults.whole(location)?;
        match id {
            Some(id) => known(self.state.locations.contains_key(&id)).map(|()| Event::LocationEdited { id, location }),
            None => {
                self.room_for_one(self.state.locations.len())?;
                Ok(Event::LocationAdded { id: self.setting.moment.id(0), location })
            }
        }
    }

    fn add_solution_area(&self, title: &str) -> Result<Event, Refusal> {
        self.tab(Tab::Qualifications)?;
        let mut faults = Faults::default();
        let title: Option<Field> = faults.line("title", title);
        let title = faults.whole(title)?;
        if self.state.solution_areas.values().any(|area| *area == title) {
            return Err(Refusal::Unchanged);
        }
        self.room_for_one(self.state.solution_areas.len())?;
        Ok(Event::SolutionAreaAdded { id: self.setting.moment.id(0), title })
    }

    /// The listing is edited on the tabs that only a listed company has; its own words and whether it is public need the
    /// same (ROLE-47, PROFILE-9).
    fn listing_gate(&self) -> Result<(), Refusal> {
        let (_, standing) = self.setting.permitted(&[Permission::ManageListing])?;
        let from = self.setting.program.profile().listed_from.ok_or(Refusal::TabMissing)?;
        Ok(standing.reaches(self.setting.program, None, from)?)
    }

    fn set_listed(&self, listed: bool) -> Result<Event, Refusal> {
        self.listing_gate()?;
        if self.state.wants_listing() == listed { Err(Refusal::Unchanged) } else { Ok(Event::ListedSet { listed }) }
    }

    fn edit_listing(&self, summary: &str) -> Result<Event, Refusal> {
        self.listing_gate()?;
        let mut faults = Faults::default();
        let summary = Description::optional(&mut faults, "summary", summary);
        Ok(faults.whole(Some(Event::ListingEdited { summary }))?)
    }

    fn create_record(&self, kind: RecordKind, title: &str, description: &str) -> Result<Event, Refusal> {
        let by = self.record_gate(kind)?;
        // It would be an application to nothing, without the requirements of any programme.
        if kind.is_application() {
            return Err(Refusal::ProgramRequired);
        }
        let (title, description) = record_form(title, description)?;
        self.room_for_one(self.state.records.values().filter(|r| r.kind == kind).count())?;
        Ok(Event::RecordCreated { id: self.setting.moment.id(0), kind, title, description, by, program: None })
    }

    fn apply_to_program(&self, name: &str, description: &str) -> Result<Event, Refusal> {
        // Who is not signed in learns nothing of what there is.
        self.setting.me()?;
        let target = self.setting.program.partner_program(name).ok_or(Refusal::ProgramMissing)?;
        let by = self.record_gate(target.application)?;
        let mut faults = Faults::default();
        let description = Description::required(&mut faults, "description", description);
        let description = faults.whole(description)?;
        if self.state.application(&target.name).is_some() {
            return Err(Refusal::Unchanged);
        }
        let kind = target.application;
        self.room_for_one(self.state.records.values().filter(|r| r.kind == kind).count())?;
        let (title, program) = (target.title.clone(), Some(target.name.clone()));
        Ok(Event::RecordCreated { id: self.setting.moment.id(0), kind, title, description, by, program })
    }

    /// Whether a record can be handed in: an application needs what its programme asks for.
    fn ready(&self, record: &Record) -> Result<(), Refusal> {
        let Some(name) = &record.program else { return Ok(()) };
        let target = self.setting.program.partner_program(name).ok_or(Refusal::ProgramMissing)?;
        let (_, standing) = self.setting.permitted(&[target.application.permission()])?;
        standing.reaches(self.setting.program, Some(target.paths), target.least_stage)?;
        let progress = self.state.progress(target);
        let unmet = progress.iter().filter(|p| !p.is_met()).map(|p| p.kind.id().to_string());
        let records: Vec<String> = unmet.collect();
        if records.is_empty() { Ok(()) } else { Err(Refusal::RequirementsUnmet { records }) }
    }

    fn record(&self, id: Id) -> Result<&'a Record, Refusal> {
        // Who is not signed in learns nothing of what there is.
        self.setting.me()?;
        self.state.records.get(&id).ok_or(Refusal::EntryMissing)
    }

    /// A record that the actor may work on and the company may change.
    fn changeable(&self, id: Id) -> Result<&'a Record, Refusal> {
        let record = self.record(id)?;
        self.record_gate(record.kind)?;
        record.status.judge_change().map(|()| record)
    }

    fn edit_record(&self, id: Id, title: &str, description: &str) -> Result<Event, Refusal> {
        let record = self.changeable(id)?;
        let (mut title, description) = record_form(title, description)?;
        // An application is called what its programme is called.
        if record.program.is_some() {
            title.clone_from(&record.title);
        }
        Ok(Event::RecordEdited { id, title, description })
    }

    fn remove_record(&self, id: Id) -> Result<Event, Refusal> {
        let record = self.record(id)?;
        self.record_gate(record.kind)?;
        if record.status.is_removable() { Ok(Event::RecordRemoved { id }) } else { Err(Refusal::Validated) }
    }

    fn describe_record(&self, id: Id, words: &str) -> Result<Event, Refusal> {
        let record = self.record(id)?;
        let Some(tab) = record.kind.tab() else {
            self.record_gate(record.kind)?;
            return Err(Refusal::NotListed);
        };
        self.tab(tab)?;
        let mut faults = Faults::default();
        let words = Description::optional(&mut faults, "words", words);
        let event = faults.whole(Some(Event::RecordDescribed { id, words }))?;
        match record.status {
            RecordStatus::Validated => Ok(event),
            RecordStatus::Draft | RecordStatus::Submitted | RecordStatus::Declined => Err(Refusal::NotValidated),
        }
    }

    fn judge_record(&self, id: Id, validated: bool) -> Result<Vec<Event>, Refusal> {
        self.setting.operator()?;
        let record = self.state.records.get(&id).ok_or(Refusal::EntryMissing)?;
        match (record.status, validated) {
            (RecordStatus::Submitted, _) | (RecordStatus::Validated, false) => {
                let qualification = self.qualification(record, validated);
                Ok(core::iter::once(Event::RecordJudged { id, validated }).chain(qualification).collect())
            }
            (RecordStatus::Validated, true) | (RecordStatus::Declined, false) => Err(Refusal::Unchanged),
            (RecordStatus::Draft, _) | (RecordStatus::Declined, true) => Err(Refusal::NotSubmitted),
        }
    }

    /// A validated application gives its programme's qualification; one that no longer is takes it. One that never was
    /// takes nothing: the company may hold the qualification by another way.
    fn qualification(&self, record: &Record, validated: bool) -> Option<Event> {
        let target = self.setting.program.partner_program(record.program.as_deref()?)?;
        let qualification = Qualification { kind: target.qualification.clone()?, title: record.title.clone() };
        let held = self.state.qualifications.iter().find(|(_, held)| **held == qualification).map(|(id, _)| *id);
        match (held, validated) {
            (Some(_), false) if record.status != RecordStatus::Validated => None,
            (None, true) => Some(Event::QualificationGranted { id: self.setting.moment.id(0), qualification }),
            (Some(id), false) => Some(Event::QualificationRevoked { id }),
            (Some(_), true) | (None, false) => None,
        }
    }

    fn grant_qualification(&self, kind: &str, title: &str) -> Result<Event, Refusal> {
        self.setting.operator()?;
        let kinds = &self.setting.program.profile().qualification_kinds;
        let mut faults = Faults::default();
        let kind = choice(&mut faults, "kind", kind, |k| kinds.iter().any(|q| q.name == k));
        let title: Option<Field> = faults.line("title", title);
        let qualification = faults.whole(kind.zip(title).map(|(kind, title)| Qualification { kind, title }))?;
        if self.state.qualifications.values().any(|q| *q == qualification) {
            return Err(Refusal::Unchanged);
        }
        self.room_for_one(self.state.qualifications.len())?;
        Ok(Event::QualificationGranted { id: self.setting.moment.id(0), qualification })
    }
}

fn record_form(title: &str, description: &str) -> Result<(Field, Description), Refusal> {
    let mut faults = Faults::default();
    let title = faults.line("title", title);
    let description = Description::required(&mut faults, "description", description);
    Ok(faults.whole(title.zip(description))?)
}

/// A value that the programme lists.
fn choice(faults: &mut Faults, field: &str, text: &str, is_known: impl FnOnce(&str) -> bool) -> Option<String> {
    let text = text.trim();
    if is_known(text) {
        return Some(text.to_string());
    }
    faults.push(field, if text.is_empty() { "required" } else { "unknown" });
    None
}
