//! What happened to a company's profile.

use alloc::collections::BTreeSet;
use alloc::string::String;

use serde::{Deserialize, Serialize};

use super::{Description, Location, Product, Qualification, RecordKind};
use crate::Id;
use crate::text::Field;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The types of customers served are these now.
    CustomersSet {
        /// By their ids.
        customers: BTreeSet<String>,
    },
    /// A product or service was added.
    ProductAdded {
        /// Its id.
        id: Id,
        /// What it is.
        product: Product,
    },
    /// A product or service changed.
    ProductEdited {
        /// Its id.
        id: Id,
        /// What it is now.
        product: Product,
    },
    /// A product or service went.
    ProductRemoved {
        /// Its id.
        id: Id,
    },
    /// A location was added.
    LocationAdded {
        /// Its id.
        id: Id,
        /// Where.
        location: Location,
    },
    /// A location changed.
    LocationEdited {
        /// Its id.
        id: Id,
        /// Where it is now.
        location: Location,
    },
    /// A location went.
    LocationRemoved {
        /// Its id.
        id: Id,
    },
    /// The company reported a solution area.
    SolutionAreaAdded {
        /// Its id.
        id: Id,
        /// Its name.
        title: Field,
    },
    /// The company took a solution area back.
    SolutionAreaRemoved {
        /// Its id.
        id: Id,
    },
    /// The listing's first words changed.
    ListingEdited {
        /// The words now.
        summary: Option<Description>,
    },
    /// The company put its listing before the world, or took it back.
    ListedSet {
        /// Whether the world sees it.
        listed: bool,
    },
    /// A record was begun.
    RecordCreated {
        /// Its id.
        id: Id,
        /// What it is.
        kind: RecordKind,
        /// Its title.
        title: Field,
        /// What there is to say.
        description: Description,
        /// Who began it.
        by: Id,
        /// Of an application, the id of its programme.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        program: Option<String>,
    },
    /// A record changed.
    RecordEdited {
        /// Its id.
        id: Id,
        /// Its title now.
        title: Field,
        /// What there is to say now.
        description: Description,
    },
    /// A record was handed in.
    RecordSubmitted {
        /// Its id.
        id: Id,
    },
    /// A record went.
    RecordRemoved {
        /// Its id.
        id: Id,
    },
    /// The words beside a validated record changed.
    RecordDescribed {
        /// Its id.
        id: Id,
        /// The words now.
        words: Option<Description>,
    },
    /// The programme judged a record.
    RecordJudged {
        /// Its id.
        id: Id,
        /// Whether it is validated.
        validated: bool,
    },
    /// The programme gave a qualification.
    QualificationGranted {
        /// Its id.
        id: Id,
        /// What it is.
        qualification: Qualification,
    },
    /// The programme took a qualification.
    QualificationRevoked {
        /// Its id.
        id: Id,
    },
}

impl Event {
    /// The event's name in snake case, as in its serialized form.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::CustomersSet { .. } => "customers_set",
            Self::ProductAdded { .. } => "product_added",
            Self::ProductEdited { .. } => "product_edited",
            Self::ProductRemoved { .. } => "product_removed",
            Self::LocationAdded { .. } => "location_added",
            Self::LocationEdited { .. } => "location_edited",
            Self::LocationRemoved { .. } => "location_removed",
            Self::SolutionAreaAdded { .. } => "solution_area_added",
            Self::SolutionAreaRemoved { .. } => "solution_area_removed",
            Self::ListingEdited { .. } => "listing_edited",
            Self::ListedSet { .. } => "listed_set",
            Self::RecordCreated { .. } => "record_created",
            Self::RecordEdited { .. } => "record_edited",
            Self::RecordSubmitted { .. } => "record_submitted",
            Self::RecordRemoved { .. } => "record_removed",
            Self::RecordDescribed { .. } => "record_described",
            Self::RecordJudged { .. } => "record_judged",
            Self::QualificationGranted { .. } => "qualification_granted",
            Self::QualificationRevoked { .. } => "qualification_revoked",
        }
    }
}
