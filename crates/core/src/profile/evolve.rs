//! Folds events into the state of the profile.

use super::{Event, Record, RecordStatus, State};
use crate::Id;

impl State {
    /// Folds `event` in.
    pub(super) fn fold(&mut self, event: &Event) {
        match event {
            Event::CustomersSet { customers } => self.customers.clone_from(customers),
            Event::ProductAdded { id, product } | Event::ProductEdited { id, product } => {
                self.products.insert(*id, product.clone());
            }
            Event::ProductRemoved { id } => {
                self.products.remove(id);
            }
            Event::LocationAdded { id, location } | Event::LocationEdited { id, location } => {
                self.locations.insert(*id, location.clone());
            }
            Event::LocationRemoved { id } => {
                self.locations.remove(id);
            }
            Event::SolutionAreaAdded { id, title } => {
                self.solution_areas.insert(*id, title.clone());
            }
            Event::SolutionAreaRemoved { id } => {
                self.solution_areas.remove(id);
            }
            Event::ListedSet { listed } => self.withheld = !listed,
            Event::ListingEdited { summary } => self.summary.clone_from(summary),
            Event::RecordCreated { id, kind, title, description, by, program } => {
                let record = Record {
                    kind: *kind,
                    title: title.clone(),
                    description: description.clone(),
                    status: RecordStatus::Draft,
                    by: *by,
                    words: None,
                    program: program.clone(),
                };
                self.records.insert(*id, record);
            }
            Event::RecordEdited { id, title, description } => self.with(*id, |record| {
                record.title = title.clone();
                record.description = description.clone();
            }),
            Event::RecordSubmitted { id } => self.with(*id, |record| record.status = RecordStatus::Submitted),
            Event::RecordRemoved { id } => {
                self.records.remove(id);
            }
            Event::RecordDescribed { id, words } => self.with(*id, |record| record.words.clone_from(words)),
            Event::RecordJudged { id, validated } => self.with(*id, |record| {
                record.status = if *validated { RecordStatus::Validated } else { RecordStatus::Declined };
            }),
            Event::QualificationGranted { id, qualification } => {
                self.qualifications.insert(*id, qualification.clone());
            }
            Event::QualificationRevoked { id } => {
                self.qualifications.remove(id);
            }
        }
    }

    fn with(&mut self, id: Id, change: impl FnOnce(&mut Record)) {
        if let Some(record) = self.records.get_mut(&id) {
            change(record);
        }
    }
}
