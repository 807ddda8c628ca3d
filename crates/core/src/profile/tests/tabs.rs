//! Which tabs show, who edits them, whom to ask.

use super::*;

fn titles(account: &Account, role: &str) -> Vec<String> {
    tabs(Program::guide(), &standing(account, role)).iter().map(|t| t.row.title.clone()).collect()
}

// Rules: PROFILE-3, PROFILE-12, PROFILE-13, C-064
#[test]
fn three_tabs_below_validated_and_seven_from_there() {
    for stage in ["registered", "enrolled", "confirmed"] {
        for role in ["alliance_lead", "alliance_team", "marketing_staff"] {
            let titles = titles(&company("software", stage), role);
            assert_eq!(titles, ["Company", "Products & Services", "My Domains"], "{role} at {stage}");
        }
    }
    assert_eq!(
        titles(&company("services", "validated"), "alliance_team"),
        [
            "Company",
            "Solutions/Practices",
            "Qualifications",
            "Locations",
            "Case Studies",
            "Products & Services",
            "My Domains"
        ]
    );
    let two = cast::company_in("Spain", &[("software", "registered"), ("hardware", "validated")]);
    assert_eq!(titles(&two, "alliance_lead").len(), 7, "one path that far is enough");
}

// Rules: PROFILE-10, C-002
#[test]
fn only_lead_team_and_marketing_staff_open_the_page() {
    for stage in ["registered", "validated"] {
        let account = company("software", stage);
        assert_eq!(
            roles_that(|role| !titles(&account, role).is_empty()),
            ["alliance_lead", "alliance_team", "marketing_staff"]
        );
    }
    assert!(tabs(Program::guide(), &Standing::none()).is_empty());
}

// Rules: C-048, PROFILE-8, PROFILE-22
#[test]
fn marketing_staff_edits_all_tabs_but_the_domains() {
    let account = company("software", "validated");
    let editable = |role: &str| -> Vec<String> {
        let views = tabs(Program::guide(), &standing(&account, role));
        views.iter().filter(|t| t.editable).map(|t| t.row.tab.id().to_string()).collect()
    };
    assert_eq!(editable("alliance_lead").len(), 7);
    assert_eq!(editable("alliance_team").len(), 7);
    assert_eq!(
        editable("marketing_staff"),
        ["company", "solutions", "qualifications", "locations", "case_studies", "products"]
    );
}

// Rules: PROFILE-9, ROLE-11, ROLE-20, ROLE-47, CMP-7, C-002, C-065
#[test]
fn the_listing_is_edited_from_validated_on_by_those_who_manage_it() {
    let edit = Command::EditListing { summary: "Harbours\nfirst".to_string() };
    for role in ROLES {
        let may = matches!(role, "alliance_lead" | "alliance_team" | "cloud_admin" | "marketing_staff");
        let expected = if may { "summary Harbours\nfirst" } else { "permission_missing" };
        check(&company("software", "validated"), &[], &member(role), &edit, expected);
        for stage in ["registered", "enrolled", "confirmed"] {
            let expected = if may { "stage_not_reached validated []" } else { "permission_missing" };
            check(&company("software", stage), &[], &member(role), &edit, expected);
        }
    }
    check(&company("software", "validated"), &[], &Actor::Visitor, &edit, "not_signed_in");
    check(&company("software", "validated"), &[], &operator(), &edit, "not_signed_in");
}

// Rules: PROFILE-9, PROFILE-12
#[test]
fn a_tab_that_does_not_show_cannot_be_edited() {
    let area = Command::AddSolutionArea { title: "Ports".to_string() };
    for stage in ["registered", "enrolled", "confirmed"] {
        let account = company("software", stage);
        check(&account, &[], &member("alliance_lead"), &add_location(), "stage_not_reached validated []");
        check(&account, &[], &member("alliance_lead"), &area, "stage_not_reached validated []");
        check(&account, &[], &member("ace_user"), &area, "permission_missing");
    }
    let account = company("software", "validated");
    check(&account, &[], &member("marketing_staff"), &add_location(), "location_added new0 Head office Vigo");
    check(&account, &[], &member("marketing_staff"), &area, "area new0 Ports");
}

// Rules: ROLE-17, ROLE-32, C-043
#[test]
fn the_lead_is_the_first_contact_the_team_the_second_and_cloud_admins_for_the_marketplace() {
    use crate::account::Event as AccountEvent;
    let account = company("software", "registered")
        .evolve(&AccountEvent::RoleAssigned { member: id("ace_user"), role: "cloud_admin".to_string() });
    let names = |account: &Account| -> Vec<(String, Vec<String>)> {
        let rows = contacts(Program::guide(), account);
        let people = |c: &Contacts<'_>| c.people.iter().map(|(_, m)| m.name.to_string()).collect::<Vec<_>>();
        rows.iter().map(|c| (c.row.name.clone(), people(c))).collect()
    };
    let [first, second, marketplace] = names(&account).try_into().unwrap();
    assert_eq!(first, ("partnership".to_string(), Vec::from(["alliance_lead".to_string()])));
    assert_eq!(second, ("second".to_string(), Vec::from(["alliance_team".to_string()])));
    assert_eq!(marketplace.0, "marketplace");
    assert_eq!(marketplace.1.len(), 2, "several may be: {marketplace:?}");
    let account = account.evolve(&AccountEvent::MemberDeactivated { member: id("alliance_team") });
    assert!(names(&account)[1].1.is_empty(), "who has no access is nobody's contact");
}

// Rules: ROLE-53
#[test]
fn everybody_is_recommended_pages_that_are_open_to_them() {
    let program = Program::guide();
    let titles = |account: &Account, role: &str| -> Vec<String> {
        let standing = standing(account, role);
        let rows = recommendations(program, &standing);
        assert!(rows.iter().all(|r| standing.opens(program, r.page)));
        rows.iter().map(|r| r.title.clone()).collect()
    };
    let account = company("software", "confirmed");
    assert_eq!(
        titles(&account, "technical_staff"),
        ["Learn the basics", "Prove what you know", "Describe what you build", "Have a workload reviewed"]
    );
    assert_eq!(titles(&account, "standard_user"), ["Learn the basics"]);
    let early = titles(&company("software", "registered"), "technical_staff");
    assert!(!early.contains(&"Have a workload reviewed".to_string()), "its page is closed at that stage");
    assert!(titles(&company("hardware", "registered"), "technical_staff").contains(&"List your devices".to_string()));
    assert!(recommendations(program, &Standing::none()).is_empty());
}
