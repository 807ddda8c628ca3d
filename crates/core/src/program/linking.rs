//! How the company's account is linked with the marketplace: names of roles, the service, and limits.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::Program;
use super::build::Check;
use crate::iam::Request;

/// How the account is linked with the marketplace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Linking {
    /// With what the name of an IAM role begins that can be mapped (LINK-20, C-088).
    pub role_prefix: String,
    /// With what the name of the cloud admin's IAM role begins (LINK-15, C-086).
    pub cloud_admin_role_prefix: String,
    /// The service that takes on the roles and records the calls (IAM-7, TRAIL-5).
    pub service: String,
    /// The region of its records (TRAIL-14).
    pub region: String,
    /// What a role has to allow before its people attach offers to opportunities (LINK-17, C-102).
    pub offer_actions: Vec<String>,
    /// Where single sign-on leads: the marketplace's portal, never the console of the cloud account (C-103).
    pub portal: String,
    /// How many people one call may map.
    pub users_most: u32,
    /// How many IAM roles a company may register.
    pub roles_most: u32,
    /// How many policies a role or a user may carry.
    pub policies_most: u32,
}

impl Default for Linking {
    fn default() -> Self {
        Self {
            role_prefix: "PartnerCentralRoleFor".into(),
            cloud_admin_role_prefix: "PartnerCentralRoleForCloudAdmin".into(),
            service: "partnercentral-account-management.amazonaws.com".into(),
            region: "us-east-1".into(),
            offer_actions: ["aws-marketplace:ListEntities".into(), "aws-marketplace:SearchAgreements".into()].into(),
            portal: "https://aws.amazon.com/marketplace/management".into(),
            users_most: 50,
            roles_most: 100,
            policies_most: 20,
        }
    }
}

/// The longest prefix of a role's name: what follows it has to fit into the 64 characters of a name.
const PREFIX_MOST: usize = 40;

/// Checks the section.
pub(super) fn linking(raw: Option<Spanned<Linking>>, check: &mut Check<'_>) -> Linking {
    let place = raw.as_ref().map_or(0..0, Spanned::span);
    let raw = raw.map(Spanned::into_inner).unwrap_or_default();
    let is_prefix = |text: &str| {
        (1..=PREFIX_MOST).contains(&text.len())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || "+=,.@_-".contains(c))
    };
    if !is_prefix(&raw.role_prefix) || !is_prefix(&raw.cloud_admin_role_prefix) {
        check.fault(place.clone(), "role_prefix", "the prefix of a role's name has 1 to 40 letters and digits");
    } else if !raw.cloud_admin_role_prefix.starts_with(&raw.role_prefix)
        || raw.cloud_admin_role_prefix == raw.role_prefix
    {
        let message = "the prefix of the cloud admin's role begins with that of every role, and is longer";
        check.fault(place.clone(), "role_prefix", message);
    }
    if raw.service.is_empty() || raw.region.is_empty() {
        check.fault(place.clone(), "service", "the linking needs a service and its region");
    }
    if raw.offer_actions.is_empty() || raw.offer_actions.iter().any(|action| Request::new(action).is_err()) {
        check.fault(place.clone(), "offer_actions", "the actions for offers are of the form service:Name");
    }
    if !raw.portal.starts_with("https://") {
        check.fault(place.clone(), "portal", "the marketplace's portal is an address that begins with https://");
    }
    if raw.users_most == 0 || raw.roles_most == 0 || raw.policies_most == 0 {
        check.fault(place, "limits", "a limit of 0 allows nothing");
    }
    raw
}

impl Program {
    /// How the account is linked with the marketplace.
    #[must_use]
    pub fn linking(&self) -> &Linking {
        &self.linking
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::GUIDE_TOML;

    /// The first fault of the guide's programme with `change` made to its section.
    fn outcome(from: &str, to: &str) -> &'static str {
        assert!(GUIDE_TOML.contains(from), "{from}");
        let text = GUIDE_TOML.replacen(from, to, 1);
        Program::parse(&text).map_or_else(|faults| faults.0[0].code, |_| "ok")
    }

    #[test]
    fn a_programme_says_how_it_links_and_its_faults_are_found() {
        for (from, to, expected) in [
            ("role_prefix = \"PartnerCentralRoleFor\"", "role_prefix = \"PartnerCentralRole\"", "ok"),
            ("role_prefix = \"PartnerCentralRoleFor\"", "role_prefix = \"\"", "role_prefix"),
            ("role_prefix = \"PartnerCentralRoleFor\"", "role_prefix = \"a b\"", "role_prefix"),
            ("role_prefix = \"PartnerCentralRoleFor\"", "role_prefix = \"Other\"", "role_prefix"),
            ("\"PartnerCentralRoleForCloudAdmin\"", "\"PartnerCentralRoleFor\"", "role_prefix"),
            ("region = \"us-east-1\"", "region = \"\"", "service"),
            ("\"aws-marketplace:ListEntities\"", "\"aws-marketplace:*\"", "offer_actions"),
            ("portal = \"https://", "portal = \"http://", "portal"),
            ("roles_most = 100", "roles_most = 0", "limits"),
            ("roles_most = 100", "roles_most = 100\nfoo = 1", "syntax"),
        ] {
            assert_eq!(outcome(from, to), expected, "{from} -> {to}");
        }
    }

    // Rules: C-086, C-088, C-103
    #[test]
    fn the_guide_says_what_the_defaults_say() {
        assert_eq!(*Program::guide().linking(), Linking::default());
    }
}
