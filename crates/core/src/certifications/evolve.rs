//! Folds events into the state of the certifications.

use super::{Event, Request, State, TrainingAddress, Wish};
use crate::identity::EmailAddress;

impl State {
    /// Folds `event` in.
    pub(super) fn fold(&mut self, event: &Event) {
        match event {
            Event::TrainingAddressSet { member, address, counts_from, .. } => {
                let address = TrainingAddress { address: address.clone(), counts_from: *counts_from };
                self.addresses.insert(*member, address);
            }
            Event::TrainingAddressCleared { member, .. } => {
                self.addresses.remove(member);
            }
            Event::ConsentSet { member, share: true } => {
                self.withdrawn.remove(member);
            }
            Event::ConsentSet { member, share: false } => {
                self.withdrawn.insert(*member);
            }
            Event::Requested { id, by, wish, due_on } => {
                let request = Request { by: *by, wish: wish.clone(), due_on: *due_on, granted: None };
                self.requests.insert(*id, request);
            }
            Event::RequestSettled { id, granted } => self.settle(*id, *granted),
            Event::Recorded { id, record } => {
                self.records.insert(*id, record.clone());
            }
            Event::RecordDropped { id } => {
                self.records.remove(id);
            }
        }
    }

    fn settle(&mut self, id: crate::Id, granted: bool) {
        let Some(request) = self.requests.get_mut(&id) else { return };
        request.granted = Some(granted);
        let (from, to) = match &request.wish {
            Wish::Transfer { old_profile, new_account } => (old_profile.clone(), new_account.clone()),
            Wish::AddressChange { previous, new } => (previous.clone(), new.clone()),
        };
        if granted {
            self.readdress(&from, &to);
        }
    }

    /// What was passed under one address is from now on kept under another.
    fn readdress(&mut self, from: &EmailAddress, to: &EmailAddress) {
        for record in self.records.values_mut().filter(|r| r.address == *from) {
            record.address = to.clone();
        }
    }
}
