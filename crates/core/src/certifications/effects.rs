//! What an event asks of the world outside.

use alloc::vec::Vec;

use super::Event;
use crate::room::Effect;

/// What `event` asks for.
pub(super) fn effects(event: &Event) -> Vec<Effect> {
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
