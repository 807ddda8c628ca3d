//! What the guide says of each role, one role after the other, at both gates.

use super::*;
use crate::program::Role;

/// Whether the action is allowed on its page.
fn works(role: &str, stage: &str, permission: Permission) -> bool {
    standing(&[role], "software", stage).permits_in_portal(Program::guide(), permission)
}

/// Whether the action is allowed, whatever its page.
fn permitted(role: &str, permission: Permission) -> bool {
    standing(&[role], "software", "validated").permits(Program::guide(), permission)
}

/// The first stage at which the action is allowed on its page, on the software path.
fn from(role: &str, permission: Permission) -> Option<&'static str> {
    let stages = Program::guide().stages().iter().map(|stage| stage.name.as_str());
    let open: Vec<&str> = stages.filter(|stage| works(role, stage, permission)).collect();
    // Once open, it stays open.
    assert!(Program::guide().stages().iter().rev().zip(open.iter().rev()).all(|(stage, open)| stage.name == *open));
    open.first().copied()
}

// Rules: ROLE-10, ROLE-15, ROLE-12
#[test]
fn the_lead_may_do_all_but_what_belongs_to_another_role_by_its_nature() {
    let others: Vec<&str> = Permission::ALL
        .iter()
        .filter(|permission| !permitted("alliance_lead", **permission))
        .map(|permission| permission.id())
        .collect();
    assert_eq!(others, ["hand_over_cloud_admin_role", "receive_pipeline_mail", "manage_channel"]);
    assert_eq!(from("alliance_lead", Permission::ViewTrainingData), Some("registered"));
    assert_eq!(from("alliance_lead", Permission::EditCompanyInformation), Some("registered"));
}

// Rules: ROLE-18, ROLE-21, ROLE-23, ROLE-25
#[test]
fn the_team_shares_the_administration() {
    for (permission, stage) in [
        (Permission::ManageAllPipeline, Some("registered")),
        (Permission::SubmitOpportunities, Some("registered")),
        (Permission::DecideOnLeads, Some("registered")),
        (Permission::ManageProgramApplications, Some("validated")),
        (Permission::ViewScorecard, Some("registered")),
        (Permission::ViewTrainingData, Some("registered")),
        (Permission::AssignTeamRole, Some("registered")),
        (Permission::AssignStaffRoles, Some("registered")),
        (Permission::AssignCloudAdminRole, None),
        (Permission::ReassignLead, None),
    ] {
        assert_eq!(from("alliance_team", permission), stage, "{permission}");
    }
}

// Rules: ROLE-32, LINK-9, LINK-23, LINK-29, LINK-34, C-043, C-083
#[test]
fn the_cloud_admin_links_and_maps_but_not_on_the_tab_of_the_users_page() {
    for (permission, who) in [
        (Permission::LinkMarketplaceAccount, "L...A...."),
        (Permission::MapMarketplaceUsers, "L...A...."),
        (Permission::MapCrmIntegration, "L...A...."),
        (Permission::MapIamRoles, "LT......."),
    ] {
        let program = Program::guide();
        let roles = program.roles().iter().filter(|role| works(&role.name, "registered", permission));
        let roles: RoleSet = roles.map(|role| program.role_id(&role.name).unwrap()).collect();
        assert_eq!(letters(roles), who, "{permission}");
    }
}

// Rules: ROLE-38, ROLE-45, ROLE-49, C-005
#[test]
fn the_pages_of_marketing() {
    for (item, stage) in [
        ("market/aws_marketing_central", Some("confirmed")),
        ("market/aws_sponsorships", Some("registered")),
        ("market/my_partner_solutions_finder_listing", Some("validated")),
        ("market/public_reference", Some("enrolled")),
        ("market/badge_manager", None),
    ] {
        let mut stages = Program::guide().stages().iter().map(|stage| stage.name.as_str());
        assert_eq!(stages.find(|stage| opens(&["marketing_staff"], "software", stage, item)), stage, "{item}");
    }
    assert!(!permitted("marketing_staff", Permission::UseBadgeManager));
}

// Rules: ROLE-40, ROLE-43, ROLE-44, ROLE-46, ROLE-48, ROLE-51, C-003, C-004, C-007
#[test]
fn the_work_of_marketing() {
    for (permission, stage) in [
        (Permission::TakeTraining, Some("registered")),
        (Permission::BuildCaseStudies, Some("registered")),
        (Permission::BuildWithMarketingToolkit, Some("registered")),
        (Permission::ManagePublicReferences, Some("enrolled")),
        (Permission::ManageOwnedPipeline, Some("registered")),
        (Permission::DecideOnLeads, Some("registered")),
        // The comparison grants it, the menu has no page of it for them.
        (Permission::ManageProgramApplications, None),
    ] {
        assert_eq!(from("marketing_staff", permission), stage, "{permission}");
        assert!(permitted("marketing_staff", permission), "{permission}");
    }
}

// Rules: ROLE-52, ROLE-54, ROLE-58, ROLE-59, ROLE-60, ROLE-61, ROLE-62, ROLE-63, ROLE-64, C-011, C-025
#[test]
fn the_work_of_technical_staff() {
    for (permission, stage) in [
        (Permission::TakeTraining, Some("registered")),
        (Permission::ManageOfferings, Some("registered")),
        (Permission::BuildCaseStudies, Some("registered")),
        (Permission::BuildTechnicalValidations, Some("registered")),
        (Permission::BuildDeviceListings, Some("registered")),
        (Permission::BuildWellArchitectedWorkloads, Some("confirmed")),
        (Permission::ManageProgramApplications, Some("validated")),
        (Permission::ManageAllPipeline, None),
        (Permission::BuildWithMarketingToolkit, None),
    ] {
        assert_eq!(from("technical_staff", permission), stage, "{permission}");
    }
    let workloads = "build/well_architected_workloads";
    assert!(opens(&["technical_staff"], "services", "confirmed", workloads));
    assert!(!opens(&["technical_staff"], "distribution", "validated", workloads));
}

// Rules: ROLE-42, ROLE-57, ROLE-68
#[test]
fn a_role_says_whom_it_is_meant_for() {
    let program = Program::guide();
    for (role, teams) in [
        ("marketing_staff", ["brand", "awareness", "field marketing"]),
        ("technical_staff", ["product", "presales", "technical advice"]),
        ("ace_manager", ["operations", "sales", "marketing"]),
    ] {
        let role = program.role_id(role).and_then(|id| program.role(id)).unwrap();
        let (_, meant) = role.purpose.split_once(" For ").unwrap();
        assert!(teams.iter().all(|team| meant.contains(team)) && meant.contains("teams"), "{}", role.purpose);
    }
}

// Rules: PROFILE-23, MENU-40, MENU-41, MENU-42, MENU-43
#[test]
fn the_four_personal_items_are_there_for_every_role() {
    let program = Program::guide();
    for role in program.roles() {
        for stage in program.stages() {
            let standing = standing(&[&role.name], "software", &stage.name);
            let menu = menu(program, &standing);
            let own = menu.iter().find(|section| section.section.name == "my_profile").unwrap();
            let titles: Vec<&str> = own.entries.iter().map(|entry| entry.item.title.as_str()).collect();
            assert_eq!(
                titles,
                ["My Profile", "My Certifications", "Logout", "Partner Terms and Conditions"],
                "{}",
                role.name
            );
        }
    }
}

// Rules: HOME-7, HOME-4
#[test]
fn the_sections_beside_the_bar_are_those_of_company_and_profile() {
    let program = Program::guide();
    let place = |placement| {
        let sections = program.sections().iter().filter(move |section| section.placement == placement);
        sections.map(|section| section.title.as_str()).collect::<Vec<_>>()
    };
    // Support and Language are not made of menu rows: the adapter adds them.
    assert_eq!(place(crate::program::Placement::Dropdown), ["My Company", "My Profile"]);
    assert_eq!(place(crate::program::Placement::Navigation).len(), 8);
}

/// The sixteen tasks of the role comparison: the rule, the permission, who is marked in the guide's table, and who may in
/// the end, where the guide's text says more than its table.
const COMPARISON: [(&str, Permission, &str, &str); 16] = [
    ("CMP-1", Permission::ReassignLead, "L........", ""),
    ("CMP-2", Permission::AssignStaffRoles, "LT.......", ""),
    ("CMP-3", Permission::RemoveUsers, "LT.......", ""),
    ("CMP-4", Permission::SubmitOpportunities, "LT..AMEGU", ""),
    ("CMP-5", Permission::ManageAllPipeline, "LT..AM.G.", ""),
    ("CMP-6", Permission::ManageOwnedPipeline, "LT..AMEGU", ""),
    ("CMP-7", Permission::ManageListing, "LT..AM...", ""),
    ("CMP-8", Permission::ViewTrainingData, "LT..A....", ""),
    ("CMP-9", Permission::ApplyToCompetency, "LT..A.E..", ""),
    ("CMP-10", Permission::ManageOfferings, "LT..AME..", ""),
    ("CMP-11", Permission::BuildWellArchitectedWorkloads, "LT...ME..", ""),
    ("CMP-12", Permission::BuildCaseStudies, "LT..AME..", ""),
    ("CMP-13", Permission::BuildWithMarketingToolkit, "LT..A....", "LT..AM..."), // C-003
    ("CMP-14", Permission::ManagePublicReferences, "LT..A....", "LT..AM..."),    // C-004
    ("CMP-15", Permission::UseBadgeManager, "LT..A....", ""),
    ("CMP-16", Permission::ManageProgramApplications, "LT..AME..", ""),
];

// Rules: CMP-1, CMP-2, CMP-3, CMP-4, CMP-5, CMP-6, CMP-7, CMP-8, CMP-9, CMP-10, CMP-11, CMP-12, CMP-13, CMP-14, CMP-15
// Rules: CMP-16, CMP-17, ROLE-28, ROLE-46, C-002, C-003, C-004
#[test]
fn the_comparison_is_what_is_decided_of_each_role_wherever_the_company_stands() {
    let program = Program::guide();
    for (rule, permission, marked, restored) in COMPARISON {
        let expected = if restored.is_empty() { marked } else { restored };
        for path in program.paths() {
            for stage in program.stages() {
                let may = |role: &&Role| standing(&[&role.name], &path.name, &stage.name).permits(program, permission);
                let who = program.roles().iter().filter(may).map(|role| program.role_id(&role.name).unwrap());
                assert_eq!(letters(who.collect()), expected, "{rule} {permission} {}/{}", path.name, stage.name);
            }
        }
        assert_eq!(&marked[2..4], "..", "{rule}: standard and channel users have no task of it");
        assert!(program.grant(permission).unwrap().comparison_row.is_some(), "{rule}");
    }
    let marks = COMPARISON.iter().map(|(_, _, marked, _)| marked.chars().filter(|c| *c != '.').count()).sum::<usize>();
    assert_eq!(marks, 63, "as many as the guide's table has");
}
