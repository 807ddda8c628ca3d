//! Lists, single sign-on, offers and offerings.

use super::*;

fn names(state: &State, people: &Account, list: UserList) -> Vec<String> {
    let mut names: Vec<String> = state.users(Program::guide(), people, list).map(|(id, _)| name_of(id)).collect();
    names.sort_unstable();
    names
}

// Rules: LINK-26, LINK-36, LINK-38
#[test]
fn lists_show_who_still_needs_a_role() {
    let mut people = people();
    let state = fold(&linked());
    assert_eq!(names(&state, &people, UserList::Available).len(), 9);
    assert_eq!(names(&state, &people, UserList::CloudAdmins), ["alliance_lead", "cloud_admin"]);
    let partners = names(&state, &people, UserList::Partners);
    assert_eq!(partners.len(), 7);
    assert!(!partners.contains(&"cloud_admin".to_string()));
    let state = fold(&with(linked(), [mapped("cloud_admin", ADMIN_ROLE), mapped("ace_user", USER_ROLE)]));
    assert_eq!(names(&state, &people, UserList::CloudAdmins), ["alliance_lead"]);
    assert_eq!(names(&state, &people, UserList::Available).len(), 7);
    assert!(!names(&state, &people, UserList::Partners).contains(&"ace_user".to_string()));
    people.apply(&account::Event::MemberRemoved { member: id("channel_user") });
    people.apply(&account::Event::MemberDeactivated { member: id("marketing_staff") });
    give(&mut people, "ace_manager", "cloud_admin");
    assert_eq!(names(&state, &people, UserList::Partners), ["alliance_team", "standard_user", "technical_staff"]);
    assert_eq!(names(&state, &people, UserList::CloudAdmins), ["ace_manager", "alliance_lead"]);
}

#[track_caller]
fn sign_on(given: &[Event], people: &Account, who: &str) -> String {
    match fold(given).sign_on(Program::guide(), people, id(who)) {
        Ok(granted) => granted.role.name().to_string(),
        Err(refusal) => said_no(&refusal),
    }
}

// Rules: LINK-2, LINK-25, LINK-32, C-087
#[test]
fn mapped_people_sign_on_and_nobody_else() {
    let mut people = people();
    let given = with(linked(), [mapped("ace_user", USER_ROLE), mapped("cloud_admin", ADMIN_ROLE)]);
    assert_eq!(sign_on(&[], &people, "ace_user"), "not_linked");
    assert_eq!(sign_on(&given, &people, "ace_user"), USER_ROLE);
    assert_eq!(sign_on(&given, &people, "cloud_admin"), ADMIN_ROLE);
    assert_eq!(sign_on(&given, &people, "ace_manager"), "not_mapped");
    assert_eq!(sign_on(&given, &people, "nobody"), "member_missing");
    let unmapped =
        Event::UserUnmapped { call: call(), user: id("ace_user"), role: arn(USER_ROLE), with: arn(ADMIN_ROLE) };
    assert_eq!(sign_on(&with(given.clone(), [unmapped]), &people, "ace_user"), "not_mapped");
    // What was right when they were mapped has to be right still.
    let untrusted = role_with(USER_ROLE, &TRUST.replace("Allow", "Deny"), &[]);
    assert_eq!(sign_on(&with(given.clone(), [untrusted]), &people, "ace_user"), "role_not_trusted");
    give(&mut people, "ace_user", "cloud_admin");
    assert_eq!(sign_on(&given, &people, "ace_user"), "cloud_admin_role_only");
    take(&mut people, "cloud_admin", "cloud_admin");
    assert_eq!(sign_on(&given, &people, "cloud_admin"), "role_of_cloud_admins");
    people.apply(&account::Event::MemberDeactivated { member: id("ace_user") });
    assert_eq!(sign_on(&given, &people, "ace_user"), "target_not_active");
}

// Rules: SIGN-9, C-103
#[test]
fn no_way_leads_to_the_console() {
    let is_console = |text: &str| text.to_lowercase().contains("console");
    let given = with(linked(), [mapped("ace_user", USER_ROLE), mapped("cloud_admin", ADMIN_ROLE)]);
    for who in ["ace_user", "cloud_admin"] {
        let granted = fold(&given).sign_on(Program::guide(), &people(), id(who)).unwrap();
        assert_eq!(granted.portal, Program::guide().linking().portal);
        assert!(granted.portal.starts_with("https://") && !is_console(&granted.portal), "{}", granted.portal);
    }
    for item in Program::guide().items() {
        let texts = [&item.name, &item.title, &item.description];
        assert!(!texts.into_iter().chain(&item.aliases).any(|text| is_console(text)), "{}", item.name);
    }
}

#[track_caller]
fn offer(given: &[Event], people: &Account, by: OfferBy) -> String {
    match fold(given).attach_offer(Program::guide(), people, by) {
        Ok(role) => role.name().to_string(),
        Err(refusal) => said_no(&refusal),
    }
}

// Rules: LINK-6, LINK-17, LINK-22, LINK-31, C-102
#[test]
fn offers_are_attached_by_people_whose_role_allows_both_actions() {
    let people = people();
    let user = OfferBy::User(id("ace_user"));
    assert_eq!(offer(&[], &people, user), "not_linked");
    assert_eq!(offer(&linked(), &people, user), "not_mapped");
    let (list, search) = ("'aws-marketplace:ListEntities'", "'aws-marketplace:SearchAgreements'");
    for (policies, expected) in [
        (Vec::from([SELLER_FULL_ACCESS.attached()]), USER_ROLE),
        (Vec::from([allowing(&format!("{list},{search}"))]), USER_ROLE),
        (Vec::from([allowing("'aws-marketplace:*'")]), USER_ROLE),
        (Vec::from([allowing(list)]), "offer_actions_missing aws-marketplace:SearchAgreements"),
        (Vec::from([allowing(search)]), "offer_actions_missing aws-marketplace:ListEntities"),
        (Vec::new(), "offer_actions_missing aws-marketplace:ListEntities aws-marketplace:SearchAgreements"),
    ] {
        let role = role_with(USER_ROLE, TRUST, &policies);
        let given = with(linked(), [role, mapped("ace_user", USER_ROLE), mapped("cloud_admin", ADMIN_ROLE)]);
        assert_eq!(offer(&given, &people, user), expected);
        // Whoever the person is: the cloud admin's role does not allow it.
        let missing = "offer_actions_missing aws-marketplace:ListEntities aws-marketplace:SearchAgreements";
        assert_eq!(offer(&given, &people, OfferBy::User(id("cloud_admin"))), missing);
    }
}

// Rules: LINK-27
#[test]
fn the_crm_integration_attaches_offers_while_it_is_mapped() {
    let people = people();
    assert_eq!(offer(&[], &people, OfferBy::Crm), "not_linked");
    assert_eq!(offer(&linked(), &people, OfferBy::Crm), "not_mapped");
    let given = with(linked(), [crm_mapped(USER_ROLE)]);
    assert_eq!(offer(&given, &people, OfferBy::Crm), USER_ROLE);
    let narrowed = with(given.clone(), [role_with(USER_ROLE, TRUST, &[])]);
    assert!(offer(&narrowed, &people, OfferBy::Crm).starts_with("offer_actions_missing"));
    let unmapped = Event::CrmUnmapped { call: call(), role: arn(USER_ROLE), with: arn(ADMIN_ROLE) };
    assert_eq!(offer(&with(given, [unmapped]), &people, OfferBy::Crm), "not_mapped");
}

// Rules: LINK-3
#[test]
fn offerings_are_linked_with_products_once_the_accounts_are() {
    assert_eq!(State::default().link_offering(), Err(Refusal::NotLinked));
    assert_eq!(fold(&linked()).link_offering().unwrap().account.as_str(), ACCOUNT);
}
