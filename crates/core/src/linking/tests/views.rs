//! The link as it is shown, and roles tried out.

use super::*;

fn seen(given: &[Event], who: &Actor, see: impl FnOnce(&Overview<'_>)) -> Result<(), Denied> {
    let (people, moment, state) = (people(), moment(DAY), fold(given));
    overview(&setting(&people, who, &moment), &state).map(|overview| see(&overview))
}

fn words(people: &[(Id, &account::Member)]) -> Vec<String> {
    people.iter().map(|(id, _)| name_of(*id)).collect()
}

// Rules: LINK-9, LINK-23, LINK-29, LINK-34
#[test]
fn those_with_something_to_do_there_see_the_link() {
    for role in crate::cast::ROLES {
        let may = |overview: &Overview<'_>| overview.may.iter().map(|p| p.id()).collect::<Vec<_>>().join(" ");
        let mut said = String::new();
        match seen(&linked(), &member(role), |overview| said = may(overview)) {
            Ok(()) => {}
            Err(denied) => said = denied.code().to_string(),
        }
        let both = "link_marketplace_account map_marketplace_users";
        let expected = match role {
            "alliance_lead" => format!("{both} map_iam_roles map_crm_integration"),
            "cloud_admin" => format!("{both} map_crm_integration"),
            "alliance_team" => "map_iam_roles".to_string(),
            _ => "permission_missing".to_string(),
        };
        assert_eq!(said, expected, "{role}");
    }
    assert_eq!(seen(&linked(), &operator(), |overview| assert!(overview.may.is_empty())), Ok(()));
    assert_eq!(seen(&linked(), &Actor::Visitor, |_| ()), Err(Denied::NotSignedIn));
}

// Rules: LINK-10, LINK-18, LINK-20, LINK-26, LINK-36, LINK-38
#[test]
fn the_overview_lists_people_roles_and_choices() {
    let given = with(linked(), [role("SalesRole"), mapped("ace_user", USER_ROLE), crm_mapped(USER_ROLE)]);
    let lead = member("alliance_lead");
    let checked = seen(&given, &lead, |all| {
        assert_eq!(all.home, Some(HomeAction::ManageLinkedAccount));
        assert_eq!(words(&all.cloud_admins), ["alliance_lead", "cloud_admin"]);
        assert!(!words(&all.partners).contains(&"ace_user".to_string()));
        let names = |roles: &[&RoleArn]| roles.iter().map(|r| r.name().to_string()).collect::<Vec<_>>().join(" ");
        let Choices { cloud_admins, partners, crm } = &all.choices;
        assert_eq!([names(cloud_admins), names(partners), names(crm)], [ADMIN_ROLE, USER_ROLE, USER_ROLE]);
        let roles: Vec<_> =
            all.roles.iter().map(|r| (r.role.arn.name(), r.check.is_mappable(), r.users.len())).collect();
        assert_eq!(roles, [(ADMIN_ROLE, true, 0), (USER_ROLE, true, 1), ("SalesRole", false, 0)]);
        assert!(all.roles[0].of_link && all.roles[0].check.for_cloud_admins && all.roles[1].crm);
        let [mapped] = &all.mappings[..] else { panic!("one is mapped") };
        assert_eq!((name_of(mapped.user).as_str(), mapped.sign_on.is_ok()), ("ace_user", true));
        assert_eq!(all.crm.as_ref().map(|crm| (crm.role.name(), crm.offers.is_ok())), Some((USER_ROLE, true)));
        assert!(all.may(Permission::LinkMarketplaceAccount));
    });
    assert_eq!(checked, Ok(()));
    let fresh = seen(&[], &lead, |all| {
        assert_eq!((all.home, all.link), (Some(HomeAction::LinkAccount), None));
        assert!(all.roles.is_empty() && all.mappings.is_empty() && all.choices.partners.is_empty());
    });
    assert_eq!(fresh, Ok(()));
}

fn tried(arn: &str, trust: &str, policies: &[PolicyText]) -> Result<RoleCheck, Refusal> {
    let (people, who, moment) = (people(), member("standard_user"), moment(DAY));
    let role = RoleInput { arn: arn.to_string(), trust_policy: trust.to_string(), policies: own(policies) };
    check_role(&setting(&people, &who, &moment), &role)
}

// Rules: LINK-17, LINK-20, IAM-7, IAM-8, C-102
#[test]
fn a_role_is_tried_out_and_each_statement_says_why() {
    let good = "arn:aws:iam::123456789012:role/PartnerCentralRoleForSales";
    let check = tried(good, TRUST, &[SELLER_FULL_ACCESS.attached()]).unwrap();
    assert!(check.is_mappable() && check.attaches_offers() && !check.for_cloud_admins);
    let other = TRUST.replace("partnercentral-account-management", "ec2");
    let check = tried(good, &other, &[allowing("'aws-marketplace:ListEntities'")]).unwrap();
    assert!(check.named && !check.is_mappable());
    assert_eq!(check.trust.statements[0].outcome, crate::iam::Outcome::OtherPrincipal);
    assert_eq!(check.trust.why, "no statement allows it");
    let offers: Vec<_> = check.offers.iter().map(|o| (o.action.as_str(), o.allowed)).collect();
    assert_eq!(offers, [("aws-marketplace:ListEntities", true), ("aws-marketplace:SearchAgreements", false)]);
    let broken = TRUST.replace("\"Effect\": \"Allow\"", "\"Effect\": \"Maybe\"");
    let check = tried(good, &broken, &[]).unwrap();
    assert!(!check.trust.allowed);
    assert_eq!(check.trust.unreadable[0].faults.0[0].place, "Statement[0].Effect");
    let check = tried("arn:aws:iam::123456789012:role/SalesRole", TRUST, &[]).unwrap();
    assert!(!check.named && check.prefix == "PartnerCentralRoleFor");
    let refusal = tried("SalesRole", "{", &[]).unwrap_err();
    assert_eq!(said_no(&refusal), "invalid: arn not_an_arn, trust_policy syntax");
}

// Rules: LINK-7, IAM-21
#[test]
fn whether_an_iam_user_may_link_is_tried_out_before() {
    let (people, who, moment) = (people(), member("alliance_lead"), moment(DAY));
    let setting = setting(&people, &who, &moment);
    let may = check_identity(&setting, &identity()).unwrap();
    assert_eq!((may.action.as_str(), may.allowed), ("partnercentral-account-management:AssociatePartnerAccount", true));
    let none = IdentityInput { policies: own(&[allowing("'iam:ListRoles'")]), ..identity() };
    let may = check_identity(&setting, &none).unwrap();
    assert_eq!((may.allowed, may.why.as_str()), (false, "no statement allows it"));
}

// Rules: LINK-2, LINK-32
#[test]
fn everybody_asks_for_their_own_sign_on() {
    let (people, moment) = (people(), moment(DAY));
    let state = fold(&with(linked(), [mapped("ace_user", USER_ROLE)]));
    for (who, expected) in [("ace_user", USER_ROLE), ("ace_manager", "not_mapped")] {
        let who = member(who);
        let said = own_sign_on(&setting(&people, &who, &moment), &state);
        assert_eq!(said.map_or_else(|no| said_no(&no), |yes| yes.role.name().to_string()), expected);
    }
}
