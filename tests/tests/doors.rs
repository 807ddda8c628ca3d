//! One rule at every door: the same deeds through the JSON API and the command line have the same outcome.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops where it is surprised"
)]

use guildhall_tests::doors::{Api, CommandLine, Deed, Door};
use guildhall_tests::portal::Running;

const LEAD: &str = "ana@acme.example";
const BO: &str = "bo@acme.example";
const CY: &str = "cy@acme.example";
const DI: &str = "di@acme.example";

/// Who does what, and the outcome.
const SCRIPT: &[(&str, Deed, &str)] = &[
    (BO, Deed::Invite("eli@acme.example", &["ace_user"]), "permission_missing"),
    (LEAD, Deed::Invite("not-an-address", &["ace_user"]), "no_at_sign"),
    (LEAD, Deed::Invite("eli@gmail.com", &["ace_user"]), "personal_domain"),
    (LEAD, Deed::Invite("eli@other.example", &["ace_user"]), "foreign_domain"),
    (LEAD, Deed::Invite("eli@acme.example", &["alliance_lead"]), "role_is_lead"),
    (LEAD, Deed::Invite("eli@acme.example", &["ace_user", "channel_user"]), "done"),
    (LEAD, Deed::Invite("eli@acme.example", &["ace_user"]), "already_invited"),
    (BO, Deed::Assign(CY, "ace_user"), "permission_missing"),
    (LEAD, Deed::Assign(BO, "alliance_team"), "done"),
    (LEAD, Deed::Assign(BO, "alliance_team"), "already_held"),
    (BO, Deed::Assign(CY, "cloud_admin"), "role_not_grantable"),
    (BO, Deed::Assign(CY, "alliance_lead"), "role_is_lead"),
    (BO, Deed::Assign(CY, "standard_user"), "role_is_base"),
    (BO, Deed::Assign(CY, "nothing"), "role_unknown"),
    (BO, Deed::Unassign(CY, "ace_user"), "not_held"),
    (LEAD, Deed::Assign(CY, "cloud_admin"), "done"),
    (CY, Deed::HandOverCloudAdmin(DI), "done"),
    (CY, Deed::HandOverCloudAdmin(BO), "permission_missing"),
    (BO, Deed::HandOver(CY, "confirm"), "permission_missing"),
    (LEAD, Deed::HandOver(BO, "Confirm"), "confirmation_missing"),
    (LEAD, Deed::HandOver(BO, "confirm"), "done"),
    (LEAD, Deed::HandOver(LEAD, "confirm"), "permission_missing"),
    (BO, Deed::Remove(BO, "confirm"), "target_is_lead"),
    (BO, Deed::Remove(LEAD, "yes"), "confirmation_missing"),
    (BO, Deed::Remove(LEAD, "confirm"), "done"),
    (BO, Deed::Remove(LEAD, "confirm"), "target_not_active"),
    (CY, Deed::Deactivate(DI), "permission_missing"),
    (BO, Deed::Deactivate(DI), "done"),
    (BO, Deed::AddDomain("gmail.com"), "personal_domain"),
    (BO, Deed::AddDomain("acme-labs.example"), "done"),
    (BO, Deed::AddDomain("acme-labs.example"), "domain_unchanged"),
    (CY, Deed::AddDomain("acme-shop.example"), "permission_missing"),
    (CY, Deed::TakeUpTask("describe_company"), "not_recommended"),
    (BO, Deed::TakeUpTask("describe_company"), "done"),
    (BO, Deed::CompleteTask("description", ""), "required"),
    (BO, Deed::CompleteTask("description", "We build sails"), "done"),
    (CY, Deed::CreateOpportunity("Move the harbour"), "permission_missing"),
    (BO, Deed::CreateOpportunity("Move the harbour"), "done"),
    (BO, Deed::TransferOpportunity(CY), "target_cannot_own"),
    (BO, Deed::Assign(CY, "ace_user"), "done"),
    (BO, Deed::TransferOpportunity(CY), "done"),
];

/// Plays the script and answers what everybody opens afterwards.
async fn play(door: &mut impl Door) -> Vec<(String, Vec<String>)> {
    for email in [BO, CY, DI] {
        door.join(email).await.unwrap();
    }
    for (n, (who, deed, expected)) in SCRIPT.iter().enumerate() {
        let before = door.kept().await.unwrap();
        assert_eq!(door.act(who, *deed).await.unwrap(), *expected, "row {n}: {who} {deed:?}");
        let same = door.kept().await.unwrap() == before;
        // What is refused as a whole changes nothing, byte for byte. A change of a role that is prohibited by itself is
        // noted in the log, as the others of its call are done.
        let noted = matches!(deed, Deed::Assign(..) | Deed::Unassign(..)) && *expected != "permission_missing";
        assert_eq!(same, *expected != "done" && !noted, "row {n}: {who} {deed:?}");
    }
    door.join("fay@acme-labs.example").await.unwrap();
    let mut menus = Vec::new();
    for who in [BO, CY, "fay@acme-labs.example"] {
        menus.push((who.to_owned(), door.menu(who).await.unwrap()));
    }
    menus
}

// Rules: INV-1, INV-3, INV-9, INV-10, USR-12, USR-15, USR-16, USR-25, USR-26, USR-28, USR-32, USR-35, ROLE-7, ROLE-34,
// AUDIT-8, PROFILE-22, HOME-6, TASK-2, TASK-13, CMP-4
#[test]
fn the_same_deeds_have_the_same_outcome_at_both_doors() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let portal = Running::start().await.unwrap();
        let mut api = Api::open(portal.app.clone(), LEAD).await.unwrap();
        let mut line = CommandLine::open(env!("CARGO_BIN_EXE_guildhall-under-test"), LEAD).unwrap();
        let (by_api, by_line) = (play(&mut api).await, play(&mut line).await);
        assert_eq!(by_api, by_line);
        assert_eq!(by_api[0].1.len(), 32, "the new lead of a company that has just registered");
        portal.stop().await.unwrap();
    });
}
