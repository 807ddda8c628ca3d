//! The guide's own documents do what the guide says of them, and nothing else.

use super::*;

const CLOUD_ADMIN: &str = "arn:aws:iam::123456789012:role/PartnerCentralRoleForCloudAdmin-1";
const USER: &str = "arn:aws:iam::123456789012:role/PartnerCentralRoleForUser-1234";

#[track_caller]
fn document_says(document: &Document, rows: &[(&str, &str)]) {
    for (line, expected) in rows {
        check(&[document.text], document.kind, line, expected);
    }
}

// Rules: IAM-1, IAM-6, IAM-11, LINK-8, C-091, C-094, C-105
#[test]
fn every_document_is_read_and_named() {
    for document in &DOCUMENTS {
        let policy = Policy::parse(document.text, document.kind).unwrap();
        assert_eq!(policy.kind(), document.kind);
        let json: serde_json::Value = serde_json::from_str(document.text).unwrap();
        assert_eq!(json["Version"], "2012-10-17");
        let other = match document.kind {
            PolicyKind::Permissions => PolicyKind::Trust,
            PolicyKind::Trust => PolicyKind::Permissions,
        };
        assert!(Policy::parse(document.text, other).is_err(), "{} is of one kind only", document.name);
        assert_eq!(super::super::document(document.name), Some(document));
        assert_eq!(managed(document.name).is_some(), document.managed);
    }
    let sids = |document: &Document| {
        let policy = Policy::parse(document.text, document.kind).unwrap();
        policy.statements().iter().map(|s| s.sid().unwrap_or("-").to_string()).collect::<Vec<_>>()
    };
    assert_eq!(
        sids(&PARTNER_ACCOUNT_MANAGEMENT),
        ["CreatePartnerCentralCloudAdminRole", "AttachPolicyToPartnerCentralCloudAdminRole", "AssociatePartnerAccount"]
    );
    assert_eq!(sids(&PARTNER_CENTRAL_TRUST), ["-"]);
    assert_eq!(sids(&USER_ROLE_ASSOCIATION), ["PassPartnerCentralRole", "PartnerUserRoleAssociation"]);
    assert_eq!(PARTNER_ACCOUNT_MANAGEMENT.name, "PartnerAccountManagement");
    assert!(managed("PartnerCentralAccountManagementUserRoleAssociation").is_some());
    assert!(managed("PartnerCentralAccountManagementAccountAssociation").is_none());
    assert!(managed("PartnerAccountManagement").is_none());
}

// Rules: IAM-2, IAM-3, IAM-4, IAM-5, IAM-6, C-092
#[test]
fn the_linking_policy_creates_and_equips_the_cloud_admins_role_and_links() {
    let managed = "iam:PolicyARN=arn:aws:iam::aws:policy/PartnerCentralAccountManagementUserRoleAssociation";
    let own = "iam:PolicyARN=arn:aws:iam::123456789012:policy/PartnerCentralAccountManagementUserRoleAssociation";
    let attached = "allowed AttachPolicyToPartnerCentralCloudAdminRole";
    document_says(
        &PARTNER_ACCOUNT_MANAGEMENT,
        &[
            (&format!("iam:CreateRole {CLOUD_ADMIN}"), "allowed CreatePartnerCentralCloudAdminRole"),
            (
                "iam:CreateRole arn:aws:iam::123456789012:role/PartnerCentralRoleForCloudAdmin",
                "allowed CreatePartnerCentralCloudAdminRole",
            ),
            ("iam:CreateRole arn:aws:iam::123456789012:role/PartnerCentralRoleForUser-1", "not_allowed"),
            ("iam:CreateRole arn:aws:iam::123456789012:role/partnercentralroleforcloudadmin-1", "not_allowed"),
            ("iam:CreateRole arn:aws:iam::123456789012:role/x/PartnerCentralRoleForCloudAdmin-1", "not_allowed"),
            ("iam:CreateRole arn:aws:iam::123456789012:user/PartnerCentralRoleForCloudAdmin-1", "not_allowed"),
            ("iam:CreateRole", "not_allowed"),
            (&format!("iam:AttachRolePolicy {CLOUD_ADMIN} {managed}"), attached),
            (&format!("iam:AttachRolePolicy {CLOUD_ADMIN} {own}"), attached),
            (&format!("iam:AttachRolePolicy {USER} {managed}"), "not_allowed"),
            (
                &format!(
                    "iam:AttachRolePolicy {CLOUD_ADMIN} iam:PolicyARN=arn:aws:iam::aws:policy/AdministratorAccess"
                ),
                "not_allowed",
            ),
            (&format!("iam:AttachRolePolicy {CLOUD_ADMIN}"), "not_allowed"),
            (
                &format!("iam:AttachRolePolicy {CLOUD_ADMIN} iam:PolicyARN=AdministratorAccess"),
                "failed AttachPolicyToPartnerCentralCloudAdminRole",
            ),
            ("partnercentral-account-management:AssociatePartnerAccount", "allowed AssociatePartnerAccount"),
            ("partnercentral-account-management:AssociatePartnerUser", "not_allowed"),
            ("iam:ListRoles", "not_allowed"),
            (&format!("iam:PassRole {CLOUD_ADMIN} iam:PassedToService={SERVICE}"), "not_allowed"),
            (&format!("iam:DeleteRole {CLOUD_ADMIN}"), "not_allowed"),
        ],
    );
}

// Rules: IAM-7, IAM-9, C-093, C-095
#[test]
fn the_trust_policy_is_for_the_service_alone() {
    document_says(
        &PARTNER_CENTRAL_TRUST,
        &[
            (&format!("sts:AssumeRole - by={SERVICE}"), "allowed p0#0"),
            ("sts:AssumeRole - by=ec2.amazonaws.com", "not_allowed"),
            ("sts:AssumeRole - by=Partnercentral-account-management.amazonaws.com", "not_allowed"),
            ("sts:AssumeRole - by=arn:aws:iam::123456789012:user/Alice", "not_allowed"),
            ("sts:AssumeRole - idp=partnercentral-account-management.amazonaws.com", "not_allowed"),
            ("sts:AssumeRole", "not_allowed"),
            (&format!("sts:TagSession - by={SERVICE}"), "not_allowed"),
        ],
    );
    // Carried by a user it is no policy: only roles have a trust policy.
    let line = format!("sts:AssumeRole - by={SERVICE}");
    check(&[PARTNER_CENTRAL_TRUST.text], PolicyKind::Permissions, &line, "failed p0: required");
}

// Rules: IAM-12, IAM-13, IAM-14, IAM-15, IAM-16, IAM-17, C-090, C-092, C-097
#[test]
fn the_managed_policy_maps_people_and_nothing_else() {
    let pass = format!("iam:PassRole {USER}");
    let (passed, mapped) = ("allowed PassPartnerCentralRole", "allowed PartnerUserRoleAssociation");
    document_says(
        &USER_ROLE_ASSOCIATION,
        &[
            ("iam:ListRoles", mapped),
            (&format!("{pass} iam:PassedToService={SERVICE}"), passed),
            (&format!("{pass} IAM:passedtoservice={SERVICE}"), passed),
            (&format!("{pass} iam:PassedToService=ec2.amazonaws.com"), "not_allowed"),
            (&pass, "not_allowed"),
            (
                &format!("iam:PassRole arn:aws:iam::123456789012:role/OtherRole iam:PassedToService={SERVICE}"),
                "not_allowed",
            ),
            ("partnercentral-account-management:AssociatePartnerUser", mapped),
            ("partnercentral-account-management:DisassociatePartnerUser", mapped),
            ("partnercentral-account-management:AssociatePartnerAccount", "not_allowed"),
            (&format!("iam:CreateRole {USER}"), "not_allowed"),
            (&format!("iam:CreateRole {CLOUD_ADMIN}"), "not_allowed"),
        ],
    );
}

// Rules: IAM-24, C-093
#[test]
fn the_cloud_admins_permissions_as_printed_differ_by_case_only() {
    let printed = USER_ROLE_ASSOCIATION.text.replace("partnercentral-", "Partnercentral-");
    assert_eq!(printed.matches("Partnercentral-").count(), 3);
    let lower = |text: &str| text.to_ascii_lowercase();
    assert_eq!(lower(&printed), lower(USER_ROLE_ASSOCIATION.text));
    let kind = PolicyKind::Permissions;
    for action in ["AssociatePartnerUser", "DisassociatePartnerUser"] {
        let line = format!("partnercentral-account-management:{action}");
        check(&[&printed], kind, &line, "allowed PartnerUserRoleAssociation");
    }
    // The service is compared with its case: the printed one is of no service, so the canonical document is used.
    check(&[&printed], kind, &format!("iam:PassRole {USER} iam:PassedToService={SERVICE}"), "not_allowed");
    let canonical = USER_ROLE_ASSOCIATION.text;
    let capital = "iam:PassedToService=Partnercentral-account-management.amazonaws.com";
    check(&[canonical], kind, &format!("iam:PassRole {USER} {capital}"), "not_allowed");
}

// Rules: LINK-17, LINK-22, C-102
#[test]
fn the_sellers_full_access_covers_the_attachment_of_offers() {
    document_says(
        &SELLER_FULL_ACCESS,
        &[
            ("aws-marketplace:ListEntities", "allowed OfferAttachment"),
            ("aws-marketplace:SearchAgreements", "allowed OfferAttachment"),
            ("aws-marketplace:CancelAgreement", "not_allowed"),
        ],
    );
}
