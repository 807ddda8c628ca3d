//! What an event asks of the world outside.

use alloc::vec::Vec;

use super::Event;
use crate::Id;
use crate::identity::EmailAddress;

/// Something that an adapter does, in the same step in which it stores the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The certification address is this person's; it must be nobody else's (C-110).
    ClaimTrainingAddress(EmailAddress, Id),
    /// The certification address is nobody's any more; the directory keeps the day (CERT-10, CERT-11).
    FreeTrainingAddress(EmailAddress),
}

/// What `event` asks for.
#[must_use]
pub fn effects(event: &Event) -> Vec<Effect> {
    match event {
        Event::TrainingAddressSet { member, address, previous, .. } => {
            let freed = previous.iter().cloned().map(Effect::FreeTrainingAddress);
            freed.chain([Effect::ClaimTrainingAddress(address.clone(), *member)]).collect()
        }
        Event::TrainingAddressCleared { address, .. } => [Effect::FreeTrainingAddress(address.clone())].into(),
        Event::ConsentSet { .. }
        | Event::Requested { .. }
        | Event::RequestSettled { .. }
        | Event::Recorded { .. }
        | Event::RecordDropped { .. } => Vec::new(),
    }
}
