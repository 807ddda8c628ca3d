//! The guide's own policy documents, to print and to judge by (IAM-1..17, IAM-24).

use alloc::string::ToString;

use super::PolicyText;
use super::policy::PolicyKind;

/// A document that the engine brings along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Document {
    /// The name under which it is saved or attached.
    pub name: &'static str,
    /// What it is for.
    pub kind: PolicyKind,
    /// Whether the vendor keeps it, so that a role can carry it by its name alone (IAM-10).
    pub managed: bool,
    /// What it is good for.
    pub purpose: &'static str,
    /// The JSON.
    pub text: &'static str,
}

impl Document {
    /// The document as one that somebody carries.
    #[must_use]
    pub fn attached(&self) -> PolicyText {
        PolicyText { name: self.name.to_string(), document: self.text.to_string() }
    }
}

/// What an IAM user needs to link the accounts (IAM-2..6). A permissions policy, though the guide's heading calls it a
/// trust policy (C-094); attaching it to the user is a step of its own, outside the portal (C-096).
pub const PARTNER_ACCOUNT_MANAGEMENT: Document = Document {
    name: "PartnerAccountManagement",
    kind: PolicyKind::Permissions,
    managed: false,
    purpose: "Link the account: create the cloud admin's role, give it its policy, associate the accounts.",
    text: include_str!("../../data/policies/partner_account_management.json"),
};

/// What a role carries so that it can be mapped (IAM-7..9).
pub const PARTNER_CENTRAL_TRUST: Document = Document {
    name: "PartnerCentralTrust",
    kind: PolicyKind::Trust,
    managed: false,
    purpose: "Trust policy of every IAM role to be mapped: the account management service may assume it.",
    text: include_str!("../../data/policies/partner_central_trust.json"),
};

/// What the cloud admin's role carries (IAM-11..17, IAM-24, C-091, C-092).
pub const USER_ROLE_ASSOCIATION: Document = Document {
    name: "PartnerCentralAccountManagementUserRoleAssociation",
    kind: PolicyKind::Permissions,
    managed: true,
    purpose: "List and pass IAM roles, associate people with them and undo it. The vendor's own; a narrower policy of \
              one's own is the better choice where less is needed.",
    text: include_str!("../../data/policies/user_role_association.json"),
};

/// The part of the seller's full access that this portal asks about (LINK-17, LINK-22); the vendor's document holds more.
pub const SELLER_FULL_ACCESS: Document = Document {
    name: "AWSMarketplaceSellerFullAccess",
    kind: PolicyKind::Permissions,
    managed: true,
    purpose: "Attach private offers to opportunities: the part of the seller's full access that the portal asks about.",
    text: include_str!("../../data/policies/marketplace_seller_full_access.json"),
};

/// Every document.
pub const DOCUMENTS: [Document; 4] =
    [PARTNER_ACCOUNT_MANAGEMENT, PARTNER_CENTRAL_TRUST, USER_ROLE_ASSOCIATION, SELLER_FULL_ACCESS];

/// The document of this name.
#[must_use]
pub fn document(name: &str) -> Option<&'static Document> {
    DOCUMENTS.iter().find(|d| d.name == name)
}

/// The document that the vendor keeps under this name.
#[must_use]
pub fn managed(name: &str) -> Option<&'static Document> {
    document(name).filter(|d| d.managed)
}
