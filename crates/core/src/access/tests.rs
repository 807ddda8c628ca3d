//! The menu table and the role comparison, whole, against golden files; single rules by name.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;

use super::*;
use crate::program::{Program, RoleSet};

mod duties;

fn standing(roles: &[&str], path: &str, stage: &str) -> Standing {
    Standing::new(Program::guide(), roles.iter().copied(), [(path, stage)])
}

fn opens(roles: &[&str], path: &str, stage: &str, item: &str) -> bool {
    let program = Program::guide();
    standing(roles, path, stage).opens(program, program.find_item(item).unwrap())
}

/// The first letters of roles, in the programme's order, as the golden file's legend says.
const LETTERS: [char; 9] = ['L', 'T', 'S', 'C', 'A', 'M', 'E', 'G', 'U'];

fn letters(set: RoleSet) -> String {
    let program = Program::guide();
    (0..)
        .zip(LETTERS)
        .map(|(i, l)| if set.contains(program.role_id(&program.roles()[i].name).unwrap()) { l } else { '.' })
        .collect()
}

// Rules: MENU-1, MENU-2, MENU-3, MENU-4, MENU-5, MENU-6, MENU-7, MENU-8, MENU-9, MENU-10, MENU-11, MENU-12, MENU-13,
// MENU-14, MENU-15, MENU-16, MENU-17, MENU-18, MENU-19, MENU-20, MENU-21, MENU-22, MENU-23, MENU-24, MENU-25, MENU-26,
// MENU-27, MENU-28, MENU-29, MENU-30, MENU-31, MENU-32, MENU-33, MENU-34, MENU-35, MENU-36, MENU-37, MENU-38, MENU-39,
// MENU-40, MENU-41, MENU-42, MENU-43, HOME-2, HOME-6, HOME-8
#[test]
fn the_whole_menu_matrix() {
    let program = Program::guide();
    let mut page = String::from("Who opens what: every role x path x stage x item.\n");
    for (letter, role) in LETTERS.iter().zip(program.roles()) {
        writeln!(page, "  {letter} {}", role.title).unwrap();
    }
    for path in program.paths() {
        writeln!(page, "\n{} path", path.title).unwrap();
        write!(page, "{:<54}", "").unwrap();
        program.stages().iter().for_each(|s| write!(page, " {:<10}", s.name).unwrap());
        page.push('\n');
        for (id, item) in program.items_with_ids() {
            write!(page, "{:<54}", item.name).unwrap();
            for stage in program.stages() {
                let open: RoleSet = program
                    .roles()
                    .iter()
                    .filter(|r| standing(&[&r.name], &path.name, &stage.name).opens(program, id))
                    .map(|r| program.role_id(&r.name).unwrap())
                    .collect();
                // Everybody has the base role, so a row that it opens is open to all: shown as it is.
                write!(page, " {:<10}", letters(open)).unwrap();
            }
            page = format!("{}\n", page.trim_end());
        }
    }
    insta::assert_snapshot!("menu_access", page);
}

// Rules: CMP-1, CMP-2, CMP-3, CMP-4, CMP-5, CMP-6, CMP-7, CMP-8, CMP-9, CMP-10, CMP-11, CMP-12, CMP-13, CMP-14, CMP-15,
// CMP-16, CMP-17, ROLE-1, ROLE-28
#[test]
fn the_whole_permission_matrix() {
    let program = Program::guide();
    let mut page = String::from("Who may do what.\n");
    for (letter, role) in LETTERS.iter().zip(program.roles()) {
        writeln!(page, "  {letter} {}", role.title).unwrap();
    }
    for (heading, of_comparison) in [("The role comparison", true), ("From elsewhere in the guide", false)] {
        writeln!(page, "\n{heading}").unwrap();
        for grant in program.grants().iter().filter(|g| g.comparison_row.is_some() == of_comparison) {
            let page_name = grant.page.and_then(|i| program.item(i)).map_or("-", |i| i.name.as_str());
            writeln!(page, "{:<32} {}  {}", grant.permission.id(), letters(grant.roles), page_name).unwrap();
        }
    }
    insta::assert_snapshot!("permissions", page);
}

/// One role, path and stage, an item, and whether it opens: the boundary of each row of the menu.
const BOUNDARIES: &[(&str, &str, &str, &str, bool)] = &[
    ("standard_user", "software", "registered", "learn/partner_training", true), // MENU-5
    ("standard_user", "software", "registered", "learn/aws_self_paced_training", true), // MENU-6
    ("standard_user", "software", "registered", "learn/aws_instructor_led_training", true), // MENU-7
    ("standard_user", "software", "registered", "learn/aws_certification", true), // MENU-8
    ("marketing_staff", "software", "registered", "build/offerings", true),      // MENU-9
    ("ace_user", "software", "registered", "build/offerings", false),
    ("marketing_staff", "software", "registered", "build/case_studies", true), // MENU-10
    ("standard_user", "software", "registered", "build/case_studies", false),
    ("standard_user", "software", "registered", "build/aws_device_listing", true), // MENU-11
    ("technical_staff", "software", "confirmed", "build/well_architected_workloads", true), // MENU-12
    ("ace_user", "software", "confirmed", "build/well_architected_workloads", false),
    ("technical_staff", "distribution", "confirmed", "build/well_architected_workloads", false),
    ("technical_staff", "software", "enrolled", "build/well_architected_workloads", false),
    ("marketing_staff", "software", "registered", "market/offerings", true), // MENU-13
    ("ace_user", "software", "registered", "market/offerings", false),
    ("marketing_staff", "software", "confirmed", "market/aws_marketing_central", true), // MENU-14
    ("technical_staff", "software", "confirmed", "market/aws_marketing_central", false),
    ("marketing_staff", "software", "enrolled", "market/aws_marketing_central", false),
    ("marketing_staff", "software", "registered", "market/aws_sponsorships", true), // MENU-15
    ("technical_staff", "software", "registered", "market/aws_sponsorships", false),
    ("marketing_staff", "software", "registered", "market/apn_marketing_toolkit", true), // MENU-16
    ("technical_staff", "software", "registered", "market/apn_marketing_toolkit", false),
    ("marketing_staff", "software", "validated", "market/my_partner_solutions_finder_listing", true), // MENU-17
    ("ace_user", "software", "validated", "market/my_partner_solutions_finder_listing", false),
    ("marketing_staff", "software", "confirmed", "market/my_partner_solutions_finder_listing", false),
    ("marketing_staff", "software", "enrolled", "market/public_reference", true), // MENU-18
    ("technical_staff", "software", "enrolled", "market/public_reference", false),
    ("marketing_staff", "software", "registered", "market/public_reference", false),
    ("marketing_staff", "software", "registered", "market/find_aws_partners", true), // MENU-19
    ("technical_staff", "software", "registered", "market/find_aws_partners", false),
    ("alliance_team", "software", "validated", "market/badge_manager", true), // MENU-20
    ("ace_user", "software", "validated", "market/badge_manager", false),
    ("alliance_team", "software", "confirmed", "market/badge_manager", false),
    ("marketing_staff", "software", "registered", "market/leads_management", true), // MENU-21
    ("technical_staff", "software", "registered", "market/leads_management", false),
    ("marketing_staff", "software", "registered", "sell/opportunity_management", true), // MENU-22
    ("technical_staff", "software", "registered", "sell/opportunity_management", false),
    ("standard_user", "software", "registered", "sell/aws_partner_programs", true), // MENU-23
    ("technical_staff", "software", "validated", "sell/program_application", true), // MENU-24
    ("ace_user", "software", "validated", "sell/program_application", false),
    ("technical_staff", "software", "confirmed", "sell/program_application", false),
    ("standard_user", "software", "registered", "programs/solution_provider_resources", true), // MENU-25
    ("standard_user", "software", "registered", "funding/funding_benefits_for_aws_partners", true), // MENU-26
    ("standard_user", "software", "registered", "funding/aws_partner_funding_portal", true),   // MENU-27
    ("standard_user", "software", "registered", "resources/navigate", true),                   // MENU-28
    ("standard_user", "software", "registered", "resources/documents", true),                  // MENU-29
    ("standard_user", "software", "registered", "resources/videos", true),                     // MENU-30
    ("standard_user", "software", "registered", "resources/faqs", true),                       // MENU-31
    ("standard_user", "software", "registered", "resources/view_all", true),                   // MENU-32
    ("channel_user", "services", "enrolled", "channel/channel_management", true),              // MENU-33
    ("ace_user", "services", "enrolled", "channel/channel_management", false),
    ("channel_user", "software", "enrolled", "channel/channel_management", false),
    ("channel_user", "services", "registered", "channel/channel_management", false),
    ("alliance_team", "software", "registered", "my_company/partner_scorecard", true), // MENU-34
    ("ace_user", "software", "registered", "my_company/partner_scorecard", false),
    ("marketing_staff", "software", "registered", "my_company/company_profile", true), // MENU-35
    ("ace_user", "software", "registered", "my_company/company_profile", false),
    ("alliance_team", "software", "registered", "my_company/user_management", true), // MENU-36
    ("ace_user", "software", "registered", "my_company/user_management", false),
    ("alliance_team", "software", "registered", "my_company/aws_educate_job_board", true), // MENU-37
    ("ace_user", "software", "registered", "my_company/aws_educate_job_board", false),
    ("alliance_team", "software", "registered", "my_company/view_all_training_and_certification", true), // MENU-38
    ("ace_user", "software", "registered", "my_company/view_all_training_and_certification", false),
    ("standard_user", "software", "registered", "my_company/view_alliance_lead_and_request_change", true), // MENU-39
    ("standard_user", "software", "registered", "my_profile/my_profile", true),                            // MENU-40
    ("standard_user", "software", "registered", "my_profile/my_certifications", true),                     // MENU-41
    ("standard_user", "software", "registered", "my_profile/logout", true),                                // MENU-42
    ("standard_user", "software", "registered", "my_profile/partner_terms_and_conditions", true),          // MENU-43
];

// Rules: MENU-3, MENU-5, MENU-6, MENU-7, MENU-8, MENU-9, MENU-10, MENU-11, MENU-12, MENU-13, MENU-14, MENU-15, MENU-16,
// MENU-17, MENU-18, MENU-19, MENU-20, MENU-21, MENU-22, MENU-23, MENU-24, MENU-25, MENU-26, MENU-27, MENU-28, MENU-29,
// MENU-30, MENU-31, MENU-32, MENU-33, MENU-34, MENU-35, MENU-36, MENU-37, MENU-38, MENU-39, MENU-40, MENU-41, MENU-42,
// MENU-43
#[test]
fn every_row_opens_up_to_its_boundary() {
    for (role, path, stage, item, expected) in BOUNDARIES {
        assert_eq!(opens(&[role], path, stage, item), *expected, "{item} for {role}, {path}/{stage}");
    }
    let mut items: Vec<&str> = BOUNDARIES.iter().map(|row| row.3).collect();
    items.dedup();
    assert_eq!(items.len(), Program::guide().items().len(), "no row without a boundary");
}

// Rules: MENU-2, HOME-8, PROFILE-1, ROLE-26, C-014, C-015, C-017
#[test]
fn a_standard_user_opens_the_nineteen_rows_of_all_roles() {
    let program = Program::guide();
    for path in program.paths() {
        for stage in program.stages() {
            let everybody = standing(&[], &path.name, &stage.name);
            let open: Vec<&str> = program
                .items_with_ids()
                .filter(|(id, _)| everybody.opens(program, *id))
                .map(|(_, item)| item.name.as_str())
                .collect();
            assert_eq!(open.len(), 19, "{}/{}", path.name, stage.name);
            let of_company: Vec<&&str> = open.iter().filter(|name| name.starts_with("my_company/")).collect();
            assert_eq!(of_company, [&"my_company/view_alliance_lead_and_request_change"]);
        }
    }
}

// Rules: PROFILE-10, PROFILE-2, PROFILE-4, PROFILE-5, PROFILE-6, ROLE-67
#[test]
fn my_company_by_role() {
    for (item, expected) in [
        ("partner_scorecard", "LT......."),
        ("company_profile", "LT...M..."),
        ("user_management", "LT......."),
        ("aws_educate_job_board", "LT......."),
        ("view_all_training_and_certification", "LT......."),
        ("view_alliance_lead_and_request_change", "LTSCAMEGU"),
    ] {
        let program = Program::guide();
        let open: RoleSet = program
            .roles()
            .iter()
            .filter(|r| opens(&[&r.name], "software", "registered", &format!("my_company/{item}")))
            .map(|r| program.role_id(&r.name).unwrap())
            .collect();
        assert_eq!(letters(open), expected, "{item}");
    }
}

// Rules: CMP-17, ROLE-26, ROLE-28, ROLE-29, ROLE-31
#[test]
fn standard_and_channel_users_have_no_task_of_the_comparison() {
    let program = Program::guide();
    for role in ["standard_user", "channel_user"] {
        let standing = standing(&[role], "services", "validated");
        for grant in program.grants().iter().filter(|g| g.comparison_row.is_some()) {
            assert!(!standing.permits(program, grant.permission), "{role}: {}", grant.permission);
        }
        for permission in [Permission::EditOwnProfile, Permission::TakeTraining, Permission::RequestLeadChange] {
            assert!(standing.permits(program, permission), "{role}: {permission}");
        }
        assert_eq!(standing.permits(program, Permission::ManageChannel), role == "channel_user");
    }
}

// Rules: MENU-1, MENU-33, ROLE-31
#[test]
fn role_path_and_stage_must_all_hold() {
    let channel = "channel/channel_management";
    assert!(!opens(&["channel_user"], "services", "registered", channel));
    assert!(opens(&["channel_user"], "services", "enrolled", channel));
    assert!(!opens(&["channel_user"], "software", "enrolled", channel));
    assert!(!opens(&["alliance_lead"], "services", "validated", channel), "the lead is no channel user (C-016)");
}

// Rules: MENU-4
#[test]
fn an_unknown_path_opens_nothing_and_a_known_one_without_rows_opens_what_all_paths_open() {
    assert!(!opens(&["alliance_lead"], "nowhere", "validated", "build/case_studies"));
    assert!(opens(&["alliance_lead"], "training", "registered", "build/case_studies"));
    assert!(!opens(&["alliance_lead"], "training", "validated", "build/well_architected_workloads"));
}

// Rules: MENU-12, ROLE-63
#[test]
fn one_path_has_to_meet_both_path_and_stage() {
    // Software at registered and distribution at validated do not add up to software at confirmed (C-067).
    let program = Program::guide();
    let item = program.find_item("build/well_architected_workloads").unwrap();
    let both = Standing::new(program, ["technical_staff"], [("software", "registered"), ("distribution", "validated")]);
    assert!(!both.opens(program, item));
    let one = Standing::new(program, ["technical_staff"], [("software", "confirmed"), ("distribution", "registered")]);
    assert!(one.opens(program, item));
}

// Rules: ROLE-4
#[test]
fn several_roles_add_up() {
    let program = Program::guide();
    let both = standing(&["ace_user", "marketing_staff"], "software", "validated");
    assert!(both.permits(program, Permission::SubmitOpportunities) && both.permits(program, Permission::ManageListing));
}

// Rules: ROLE-8
#[test]
fn the_lead_opens_everything_but_the_channel() {
    let program = Program::guide();
    for path in ["software", "services"] {
        let lead = standing(&["alliance_lead"], path, "validated");
        let closed: Vec<&str> = program
            .items_with_ids()
            .filter(|(id, _)| !lead.opens(program, *id))
            .map(|(_, i)| i.name.as_str())
            .collect();
        assert_eq!(closed, ["channel/channel_management"]);
    }
}

// Rules: CMP-11, CMP-15, CMP-16, MENU-20, MENU-24
#[test]
fn a_mark_without_a_page_is_refused_in_the_portal() {
    let program = Program::guide();
    let marketing = standing(&["marketing_staff"], "software", "validated");
    for permission in [Permission::BuildWellArchitectedWorkloads, Permission::ManageProgramApplications] {
        assert!(marketing.permits(program, permission));
        assert!(!marketing.permits_in_portal(program, permission), "C-007, C-008: {permission}");
    }
    let admin = standing(&["cloud_admin"], "software", "validated");
    assert!(
        admin.permits(program, Permission::UseBadgeManager)
            && !admin.permits_in_portal(program, Permission::UseBadgeManager)
    );
}

#[test]
fn an_answer_names_what_is_missing_and_who_can_help() {
    let program = Program::guide();
    let channel = program.find_item("Channel").unwrap();
    let answer = standing(&["ace_user"], "software", "registered").explain(program, Question::Open(channel));
    assert!(!answer.allowed && answer.by_roles.is_empty());
    assert_eq!(program.role_names(answer.missing.roles).collect::<Vec<_>>(), ["channel_user"]);
    assert_eq!(program.path_names(answer.missing.paths).collect::<Vec<_>>(), ["services", "distribution"]);
    assert_eq!(answer.missing.stage, program.stage_id("enrolled"));
    assert_eq!(program.role_names(answer.grantors).collect::<Vec<_>>(), ["alliance_lead", "alliance_team"]);

    let answer =
        standing(&["alliance_team"], "software", "registered").explain(program, Question::Do(Permission::InviteUsers));
    assert!(answer.allowed && answer.missing == Missing::default() && answer.grantors.is_empty());
    assert_eq!(program.role_names(answer.by_roles).collect::<Vec<_>>(), ["alliance_team"]);
}

/// An explanation says yes exactly where nothing is missing, over the whole space of single roles.
#[test]
fn an_answer_is_yes_exactly_where_nothing_is_missing() {
    let program = Program::guide();
    for role in program.roles() {
        for path in program.paths() {
            for stage in program.stages() {
                let standing = standing(&[&role.name], &path.name, &stage.name);
                for (id, _) in program.items_with_ids() {
                    let answer = standing.explain(program, Question::Open(id));
                    assert_eq!(answer.allowed, answer.missing == Missing::default());
                    assert_eq!(answer.allowed, standing.opens(program, id));
                }
                for permission in Permission::ALL {
                    let answer = standing.explain(program, Question::Do(*permission));
                    assert_eq!(answer.allowed, answer.missing == Missing::default());
                }
            }
        }
    }
}

// Rules: C-022
#[test]
fn standings_of_ids_and_of_names_are_the_same() {
    let program = Program::guide();
    let ids = |names: &[&str]| -> RoleSet { names.iter().filter_map(|name| program.role_id(name)).collect() };
    let place = (program.path_id("software").unwrap(), program.stage_id("confirmed").unwrap());
    let by_ids = Standing::of_ids(program, ids(&["ace_user"]), Vec::from([place]));
    assert_eq!(by_ids, standing(&["ace_user", "janitor"], "software", "confirmed"));
    assert_eq!(by_ids.roles(), ids(&["ace_user", "standard_user"]));
    assert_eq!(by_ids.enrolments(), [place]);
    for role in program.roles() {
        let held = by_ids.holds(program.role_id(&role.name).unwrap());
        assert_eq!(held, ["ace_user", "standard_user"].contains(&role.name.as_str()), "{}", role.name);
    }
}

#[test]
fn nobody_without_access_opens_anything() {
    let program = Program::guide();
    let nobody = Standing::none();
    assert!(program.items_with_ids().all(|(id, _)| !nobody.opens(program, id)));
    assert!(Permission::ALL.iter().all(|p| !nobody.permits(program, *p)));
}
