//! A linked account: IAM roles good and bad, people and the CRM integration mapped, others still to be mapped.

use guildhall_core::Id;
use guildhall_core::account::{Account, Actor};
use guildhall_core::iam::{Document, PARTNER_ACCOUNT_MANAGEMENT, PARTNER_CENTRAL_TRUST, SELLER_FULL_ACCESS};
use guildhall_core::linking::{Command, IdentityInput, PolicyInput, RoleInput, State};

use super::{member, run};
use crate::portal::{Portal, PortalError};

/// The company whose account is linked, by its domain.
const LINKED: &str = "larkspur.example";
const ACCOUNT: &str = "123456789012";
/// Who links: the local part of their address. They hold the cloud admin's role.
const LINKER: &str = "cloud";
/// The roles that people and the integration are mapped to.
const SALES: &str = "PartnerCentralRoleForSales";
const CRM: &str = "PartnerCentralRoleForCrm";
/// Whom the demo maps to the role for sales.
const SELLERS: [&str; 2] = ["seller", "manager"];

/// Links the demo's company.
pub(super) async fn seed(portal: &Portal, tenant: Id, account: &Account, domain: &str) -> Result<(), PortalError> {
    let person = |local: &str| member(account, &format!("{local}@{domain}"));
    let Some(linker) = person(LINKER).filter(|_| domain == LINKED) else { return Ok(()) };
    let by = Actor::Member(linker);
    run::<State>(portal, tenant, &by, &link()).await?;
    let untrusted =
        PARTNER_CENTRAL_TRUST.text.replace(portal.program().linking().service.as_str(), "ec2.amazonaws.com");
    for (name, trust) in [
        (SALES, PARTNER_CENTRAL_TRUST.text),
        (CRM, PARTNER_CENTRAL_TRUST.text),
        ("PartnerCentralRoleForReporting", &untrusted),
        ("BillingReader", PARTNER_CENTRAL_TRUST.text),
    ] {
        run::<State>(portal, tenant, &by, &Command::RegisterRole { role: role(name, trust) }).await?;
    }
    let state = portal.load_room::<State>(tenant, &tenant.to_string()).await?.0;
    if let Some(link) = state.link() {
        let role = link.cloud_admin_role.name().to_owned();
        run::<State>(portal, tenant, &by, &Command::MapUser { user: linker, role }).await?;
    }
    for user in SELLERS.into_iter().filter_map(person) {
        run::<State>(portal, tenant, &by, &Command::MapUser { user, role: SALES.into() }).await?;
    }
    run::<State>(portal, tenant, &by, &Command::MapCrm { role: CRM.into() }).await.map(|_| ())
}

fn link() -> Command {
    let Document { name, text, .. } = PARTNER_ACCOUNT_MANAGEMENT;
    let identity = IdentityInput {
        arn: format!("arn:aws:iam::{ACCOUNT}:user/cleo"),
        principal_id: "AIDAEXAMPLEPRINCIPAL".into(),
        access_key_id: "AKIAEXAMPLEKEYID".into(),
        user_agent: "Mozilla/5.0".into(),
        policies: vec![PolicyInput { name: name.into(), document: Some(text.into()) }],
    };
    Command::Link { account_id: ACCOUNT.into(), allow: true, identity }
}

fn role(name: &str, trust: &str) -> RoleInput {
    let policies = vec![PolicyInput { name: SELLER_FULL_ACCESS.name.into(), document: None }];
    RoleInput { arn: format!("arn:aws:iam::{ACCOUNT}:role/{name}"), trust_policy: trust.into(), policies }
}
