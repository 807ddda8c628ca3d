//! Offerings, case studies, device listings and so on: who works on them, and what a judgement changes.

use super::*;

/// Who may begin a record of each kind, once path and stage permit.
const BUILDERS: [(RecordKind, &[&str]); 8] = [
    (RecordKind::Offering, &["alliance_lead", "alliance_team", "cloud_admin", "marketing_staff", "technical_staff"]),
    (RecordKind::TechnicalValidation, &["alliance_lead", "alliance_team", "technical_staff"]),
    (RecordKind::CaseStudy, &["alliance_lead", "alliance_team", "cloud_admin", "marketing_staff", "technical_staff"]),
    (RecordKind::DeviceListing, &["alliance_lead", "alliance_team", "technical_staff"]),
    (RecordKind::Workload, &["alliance_lead", "alliance_team", "marketing_staff", "technical_staff"]),
    (RecordKind::PublicReference, &["alliance_lead", "alliance_team", "cloud_admin", "marketing_staff"]),
    (
        RecordKind::ProgramApplication,
        &["alliance_lead", "alliance_team", "cloud_admin", "marketing_staff", "technical_staff"],
    ),
    (RecordKind::CompetencyApplication, &["alliance_lead", "alliance_team", "cloud_admin", "technical_staff"]),
];

// Rules: ROLE-18, ROLE-44, ROLE-48, ROLE-51, ROLE-52, ROLE-54, ROLE-59, ROLE-60, ROLE-61, ROLE-62, ROLE-64, CMP-9, CMP-10
// Rules: CMP-11, CMP-12, CMP-14, CMP-16, CMP-17, C-002, C-004, C-007, C-008, C-009, C-025
#[test]
fn each_kind_is_built_by_those_who_may() {
    let account = company("software", "validated");
    for (kind, builders) in BUILDERS {
        for role in ROLES {
            let expected = if builders.contains(&role) {
                format!("{} new0 {} by {role}", kind.id(), titled(kind))
            } else {
                "permission_missing".to_string()
            };
            check(&account, &[], &member(role), &begin(kind), &expected);
            assert_eq!(
                may_work_on(Program::guide(), &standing(&account, role), kind),
                builders.contains(&role),
                "{role} {kind:?}"
            );
        }
        check(&account, &[], &operator(), &begin(kind), "not_signed_in");
    }
}

// Rules: ROLE-48, ROLE-52, ROLE-54, ROLE-63, ROLE-64, MENU-12, MENU-18, MENU-24
#[test]
fn path_and_stage_of_the_page_count() {
    let least = [
        (RecordKind::Offering, "registered"),
        (RecordKind::TechnicalValidation, "registered"),
        (RecordKind::CaseStudy, "registered"),
        (RecordKind::DeviceListing, "registered"),
        (RecordKind::Workload, "confirmed"),
        (RecordKind::PublicReference, "enrolled"),
        (RecordKind::ProgramApplication, "validated"),
        (RecordKind::CompetencyApplication, "validated"),
    ];
    let stages = ["registered", "enrolled", "confirmed", "validated"];
    for path in ["software", "services", "distribution", "hardware", "training"] {
        for (reached, stage) in stages.iter().enumerate() {
            let account = company(path, stage);
            for (kind, needed) in least {
                let off_path = kind == RecordKind::Workload && !matches!(path, "software" | "services");
                let paths = if kind == RecordKind::Workload { "software services" } else { "" };
                let expected = if off_path || stages.iter().position(|s| *s == needed).unwrap() > reached {
                    format!("stage_not_reached {needed} [{paths}]")
                } else {
                    format!("{} new0 {} by alliance_lead", kind.id(), titled(kind))
                };
                check(&account, &[], &member("alliance_lead"), &begin(kind), &expected);
            }
        }
    }
    // One path has to meet both: hardware is far enough, software is the right one (C-067).
    let two = cast::company_in("Spain", &[("software", "enrolled"), ("hardware", "validated")]);
    let expected = "stage_not_reached confirmed [software services]";
    check(&two, &[], &member("technical_staff"), &create(RecordKind::Workload), expected);
}

// Rules: ROLE-52, C-011
#[test]
fn records_are_the_companys_and_not_the_authors() {
    let account = company("software", "validated");
    let given = record("port", RecordKind::CaseStudy, RecordStatus::Draft);
    for role in ["alliance_lead", "marketing_staff", "technical_staff"] {
        check(&account, &given, &member(role), &edit("port"), "edited port Quay");
    }
    check(&account, &given, &member("ace_user"), &edit("port"), "permission_missing");
    check(&account, &given, &Actor::Visitor, &edit("port"), "not_signed_in");
    check(&account, &given, &Actor::Visitor, &edit("none"), "not_signed_in");
    check(&account, &given, &member("alliance_lead"), &edit("none"), "entry_missing");
    let reads = |role: &str| readable_kinds(Program::guide(), &standing(&account, role));
    assert!(reads("ace_user").contains(&RecordKind::CaseStudy), "the page is open to them");
    assert!(!reads("ace_user").contains(&RecordKind::Offering));
    assert!(reads("cloud_admin").contains(&RecordKind::Offering), "the ability is enough to read");
    assert_eq!(reads("standard_user"), [RecordKind::DeviceListing]);
}

// Rules: PROFILE-16, PROFILE-19
#[test]
fn the_status_says_what_can_be_done() {
    use RecordStatus::{Declined, Draft, Submitted, Validated};
    let account = company("software", "validated");
    let submit = || Command::SubmitRecord { id: id("port") };
    let remove = || Command::RemoveRecord { id: id("port") };
    let judge = |validated| Command::JudgeRecord { id: id("port"), validated };
    let team = member("alliance_team");
    let rows = [
        (Draft, &team, edit("port"), "edited port Quay"),
        (Draft, &team, submit(), "record_submitted port"),
        (Draft, &team, remove(), "record_removed port"),
        (Draft, &team, describe("port", "Big"), "not_validated"),
        (Draft, &operator(), judge(true), "not_submitted"),
        (Draft, &operator(), judge(false), "not_submitted"),
        (Submitted, &team, edit("port"), "under_review"),
        (Submitted, &team, submit(), "under_review"),
        (Submitted, &team, remove(), "record_removed port"),
        (Submitted, &team, describe("port", "Big"), "not_validated"),
        (Submitted, &team, judge(true), "operator_only"),
        (Submitted, &operator(), judge(true), "judged port true"),
        (Submitted, &operator(), judge(false), "judged port false"),
        (Validated, &team, edit("port"), "validated"),
        (Validated, &team, submit(), "validated"),
        (Validated, &team, remove(), "validated"),
        (Validated, &team, describe("port", "Big"), "words port Big"),
        (Validated, &team, describe("port", " "), "words port -"),
        (Validated, &team, describe("port", "\0"), "invalid: words bad_character"),
        (Validated, &operator(), judge(true), "unchanged"),
        (Validated, &operator(), judge(false), "judged port false"),
        (Declined, &team, edit("port"), "edited port Quay"),
        (Declined, &team, submit(), "record_submitted port"),
        (Declined, &team, describe("port", "Big"), "not_validated"),
        (Declined, &operator(), judge(true), "not_submitted"),
        (Declined, &operator(), judge(false), "unchanged"),
    ];
    for kind in [RecordKind::Offering, RecordKind::CaseStudy] {
        for (status, who, command, expected) in &rows {
            check(&account, &record("port", kind, *status), who, command, expected);
        }
    }
    let device = record("port", RecordKind::DeviceListing, Validated);
    check(&account, &device, &team, &describe("port", "Big"), "not_listed");
    check(&account, &device, &member("ace_user"), &describe("port", "Big"), "permission_missing");
    check(&account, &device, &operator(), &Command::JudgeRecord { id: id("none"), validated: true }, "entry_missing");
}

// Rules: PROFILE-16, C-064
#[test]
fn words_for_the_listing_need_the_tab() {
    let given = record("port", RecordKind::Offering, RecordStatus::Validated);
    let words = describe("port", "Big");
    check(&company("software", "validated"), &given, &member("marketing_staff"), &words, "words port Big");
    check(&company("software", "validated"), &given, &member("technical_staff"), &words, "permission_missing");
    let below = company("software", "confirmed");
    check(&below, &given, &member("marketing_staff"), &words, "stage_not_reached validated []");
}

// Rules: ROLE-59, ROLE-61
#[test]
fn a_record_has_a_title_and_a_description_and_there_are_not_too_many() {
    let account = company("software", "registered");
    let staff = member("technical_staff");
    let empty = |kind| Command::CreateRecord { kind, title: String::new(), description: " ".to_string() };
    let wrong = "invalid: title required, description required";
    check(&account, &[], &staff, &empty(RecordKind::Offering), wrong);
    let given = record("port", RecordKind::Offering, RecordStatus::Draft);
    let wiped = Command::EditRecord { id: id("port"), title: String::new(), description: String::new() };
    check(&account, &given, &staff, &wiped, wrong);
    let full: Vec<Event> =
        (0..200).flat_map(|n| record(&format!("r{n}"), RecordKind::Offering, RecordStatus::Draft)).collect();
    check(&account, &full, &staff, &create(RecordKind::Offering), "too_many_entries 200");
    check(&account, &full, &staff, &create(RecordKind::CaseStudy), "case_study new0 Port by technical_staff");
}
