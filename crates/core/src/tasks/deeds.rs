//! How the events of other rooms are named as work on record, so that tasks with a link know when they are done.

use alloc::format;
use alloc::string::String;

use crate::room::Room;
use crate::{account, profile};

/// The record that an event of a room leaves.
#[must_use]
pub fn room_record<R: Room>(event: &R::Event) -> String {
    format!("{}/{}", R::KIND, R::event_name(event))
}

/// The record that an event of the account leaves.
#[must_use]
pub fn account_record(event: &account::Event) -> String {
    format!("account/{}", event.name())
}

/// The record that an event of the company's profile leaves: with the kind where it is about an offering, a case study and
/// so on. `state` is the profile after the event.
#[must_use]
pub fn profile_record(state: &profile::State, event: &profile::Event) -> String {
    let kind = match event {
        profile::Event::RecordCreated { kind, .. } => Some(*kind),
        profile::Event::RecordEdited { id, .. }
        | profile::Event::RecordSubmitted { id }
        | profile::Event::RecordDescribed { id, .. }
        | profile::Event::RecordJudged { id, .. } => state.records().get(id).map(|r| r.kind),
        profile::Event::RecordRemoved { .. }
        | profile::Event::CustomersSet { .. }
        | profile::Event::ProductAdded { .. }
        | profile::Event::ProductEdited { .. }
        | profile::Event::ProductRemoved { .. }
        | profile::Event::LocationAdded { .. }
        | profile::Event::LocationEdited { .. }
        | profile::Event::LocationRemoved { .. }
        | profile::Event::SolutionAreaAdded { .. }
        | profile::Event::SolutionAreaRemoved { .. }
        | profile::Event::ListingEdited { .. }
        | profile::Event::ListedSet { .. }
        | profile::Event::QualificationGranted { .. }
        | profile::Event::QualificationRevoked { .. } => None,
    };
    let plain = room_record::<profile::State>(event);
    kind.map_or_else(|| plain.clone(), |kind| format!("{plain}/{}", kind.id()))
}
