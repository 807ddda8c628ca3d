//! What can be asked of a company's profile. Texts arrive as people typed them.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::RecordKind;
use crate::Id;

/// A product or service, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductInput {
    /// Its type, by the id in the programme. Required.
    pub kind: String,
    /// Its name. Required.
    pub title: String,
    /// What it does.
    #[serde(default)]
    pub description: String,
}

/// A location, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocationInput {
    /// What the company calls it. Required.
    pub title: String,
    /// Street and number.
    #[serde(default)]
    pub street: String,
    /// The city. Required.
    pub city: String,
    /// The country or region. Required.
    pub country: String,
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Say which types of customers are served (PROFILE-15).
    SetCustomers {
        /// The ids of the types.
        customers: Vec<String>,
    },
    /// Put a product or service on the profile (PROFILE-20).
    AddProduct {
        /// What it is.
        product: ProductInput,
    },
    /// Change a product or service.
    EditProduct {
        /// Which.
        id: Id,
        /// What it is now.
        product: ProductInput,
    },
    /// Take a product or service off.
    RemoveProduct {
        /// Which.
        id: Id,
    },
    /// Add a location (PROFILE-18).
    AddLocation {
        /// Where.
        location: LocationInput,
    },
    /// Change a location.
    EditLocation {
        /// Which.
        id: Id,
        /// Where it is now.
        location: LocationInput,
    },
    /// Take a location off.
    RemoveLocation {
        /// Which.
        id: Id,
    },
    /// Report an own solution area (PROFILE-17).
    AddSolutionArea {
        /// Its name.
        title: String,
    },
    /// Take a solution area back.
    RemoveSolutionArea {
        /// Which.
        id: Id,
    },
    /// Write the first words of the listing (ROLE-11, ROLE-47).
    EditListing {
        /// The words; empty for none.
        summary: String,
    },
    /// Say whether the listing is public, from the stage for listings on (PROFILE-11).
    SetListed {
        /// Whether the world sees it.
        listed: bool,
    },
    /// Begin an offering, a case study and so on (ROLE-52).
    CreateRecord {
        /// What it is.
        kind: RecordKind,
        /// Its title.
        title: String,
        /// What there is to say.
        description: String,
    },
    /// Begin an application to a programme; it can be handed in once its requirements are met (CMP-9, CMP-16).
    ApplyToProgram {
        /// The id of the programme to apply to.
        program: String,
        /// Why the company fits.
        description: String,
    },
    /// Change a record that is not under review and not validated.
    EditRecord {
        /// Which.
        id: Id,
        /// Its title now.
        title: String,
        /// What there is to say now.
        description: String,
    },
    /// Hand a record in for review.
    SubmitRecord {
        /// Which.
        id: Id,
    },
    /// Take a record away that is not validated.
    RemoveRecord {
        /// Which.
        id: Id,
    },
    /// Add words for the listing beside a validated record (PROFILE-16, PROFILE-19).
    DescribeRecord {
        /// Which.
        id: Id,
        /// The words; empty for none.
        words: String,
    },
    /// Say whether a submitted record is validated, or that a validated one no longer is; operators only.
    JudgeRecord {
        /// Which.
        id: Id,
        /// The judgement.
        validated: bool,
    },
    /// Give a qualification; operators only.
    GrantQualification {
        /// Its kind, by the id in the programme.
        kind: String,
        /// Its name.
        title: String,
    },
    /// Take a qualification; operators only.
    RevokeQualification {
        /// Which.
        id: Id,
    },
}
