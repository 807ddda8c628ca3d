//! The rooms that a journal keeps beside the accounts, and what can happen in each: one table at the end of this file,
//! from which everything is made that has to know them all. A room that is not in it is not kept.

use std::collections::BTreeMap;

use guildhall_core::account;
use guildhall_core::room::Room;
use guildhall_core::{
    Id, certifications, channel, content, fee, language, linking, pipeline, profile, search, support, tasks,
};
use serde::Serialize;

/// The kind of the account among the places of records.
pub(crate) const ACCOUNT: &str = "account";

/// Whose the documents of a room are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belongs {
    /// A company has one; its id is the tenant's.
    OnePerCompany,
    /// A company has any number, each with an id of its own.
    ManyPerCompany,
    /// The programme has any number; no company's.
    Programme,
}

/// Which document of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Whose it is; the programme's without one.
    pub tenant: Option<Id>,
    /// Its id.
    pub id: Id,
}

impl Key {
    /// The one document that a company has of a room.
    #[must_use]
    pub const fn of_company(tenant: Id) -> Self {
        Self { tenant: Some(tenant), id: tenant }
    }

    /// One of the documents that a company has of a room.
    #[must_use]
    pub const fn entry(tenant: Id, id: Id) -> Self {
        Self { tenant: Some(tenant), id }
    }

    /// One of the documents that the programme has of a room.
    #[must_use]
    pub const fn of_programme(id: Id) -> Self {
        Self { tenant: None, id }
    }
}

/// A room that the journal keeps.
pub(crate) trait Kept: Room + 'static {
    /// Its documents.
    fn documents(rooms: &Rooms) -> &BTreeMap<Key, Self>;

    /// Its documents, to be changed.
    fn documents_mut(rooms: &mut Rooms) -> &mut BTreeMap<Key, Self>;

    /// An event of it as a record holds it.
    fn happening(event: Self::Event) -> Happening;
}

impl Happening {
    /// What happened, if it did in the account.
    #[must_use]
    pub const fn in_account(&self) -> Option<&account::Event> {
        if let Self::Account(event) = self { Some(event) } else { None }
    }
}

/// Declares every room once: the field that holds its documents, the name of its events' variant, its state, and whose its
/// documents are.
macro_rules! rooms {
    ($($field:ident: $variant:ident($state:ty) $belongs:ident,)+) => {
        /// Something that happened, in the account or in a room. In JSON it is the event alone: the record's place says
        /// which room's.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        #[allow(clippy::large_enum_variant, reason = "most records are of the account, the largest")]
        pub enum Happening {
            /// In the account.
            Account(account::Event),
            $(
                #[doc = concat!("In a room: ", stringify!($field), ".")]
                $variant(<$state as Room>::Event),
            )+
        }

        impl Happening {
            /// The kind of the room.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self {
                    Self::Account(_) => ACCOUNT,
                    $(Self::$variant(_) => <$state as Room>::KIND,)+
                }
            }

            /// The event's name in snake case.
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self {
                    Self::Account(event) => event.name(),
                    $(Self::$variant(event) => <$state as Room>::event_name(event),)+
                }
            }

            /// Whose the room's documents are.
            #[must_use]
            pub const fn belongs(&self) -> Belongs {
                match self {
                    Self::Account(_) => Belongs::OnePerCompany,
                    $(Self::$variant(_) => Belongs::$belongs,)+
                }
            }

            /// Reads an event of a room of this kind; `None` if there is no such room.
            pub(crate) fn parse(kind: &str, json: &str) -> Option<serde_json::Result<Self>> {
                match kind {
                    ACCOUNT => Some(serde_json::from_str(json).map(Self::Account)),
                    $(<$state as Room>::KIND => Some(serde_json::from_str(json).map(Self::$variant)),)+
                    _ => None,
                }
            }
        }

        /// The documents of every room.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub(crate) struct Rooms {
            $($field: BTreeMap<Key, $state>,)+
        }

        impl Rooms {
            /// Folds what happened into the document of `key`. What happened in the account is not kept here.
            pub(crate) fn apply(&mut self, key: Key, happening: &Happening) {
                match happening {
                    Happening::Account(_) => {}
                    $(Happening::$variant(event) => self.$field.entry(key).or_default().apply(event),)+
                }
            }

            /// What a search finds in the documents of a company, or without a tenant in the programme's: each with the
            /// document's id.
            pub(crate) fn searchable(&self, tenant: Option<Id>) -> Vec<(Id, search::Entry)> {
                let mut found = Vec::new();
                $(
                    for (key, document) in self.$field.iter().filter(|(key, _)| key.tenant == tenant) {
                        found.extend(document.searchable().into_iter().map(|entry| (key.id, entry)));
                    }
                )+
                found
            }

            /// Takes over documents as they are in `newer`.
            pub(crate) fn take_over(&mut self, newer: Self) {
                $(self.$field.extend(newer.$field);)+
            }
        }

        $(
            impl Kept for $state {
                fn documents(rooms: &Rooms) -> &BTreeMap<Key, Self> {
                    &rooms.$field
                }

                fn documents_mut(rooms: &mut Rooms) -> &mut BTreeMap<Key, Self> {
                    &mut rooms.$field
                }

                fn happening(event: Self::Event) -> Happening {
                    Happening::$variant(event)
                }
            }
        )+
    };
}

rooms! {
    tasks: Tasks(tasks::State) OnePerCompany,
    profile: Profile(profile::State) OnePerCompany,
    certifications: Certifications(certifications::State) OnePerCompany,
    fee: Fee(fee::State) OnePerCompany,
    channel: Channel(channel::State) OnePerCompany,
    support: Support(support::State) OnePerCompany,
    linking: Linking(linking::State) OnePerCompany,
    language: Language(language::State) OnePerCompany,
    opportunities: Opportunity(pipeline::Opportunity) ManyPerCompany,
    leads: Lead(pipeline::Lead) ManyPerCompany,
    content: Content(content::State) Programme,
    inquiries: Inquiry(support::inquiry::Inquiry) Programme,
}
