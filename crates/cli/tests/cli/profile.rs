//! The profile: every command, done and refused.

use crate::support::{ACME, Session, check};

const STAFF: &str = "roles --assign bo@acme.example=technical_staff --assign cy@acme.example=marketing_staff \
    --as ann@acme.example";
const SAILS: &str = "profile product add --kind software_product --title Sails --as ann@acme.example";

// Rules: PROFILE-9, PROFILE-10, PROFILE-12, PROFILE-15, PROFILE-20, PROFILE-21, PROFILE-22
#[test]
fn a_profile_before_it_is_listed() {
    let mut session = Session::with(&[ACME[0], ACME[1], ACME[2], STAFF]);
    session
        .run("profile show --as ann@acme.example")
        .run("profile show --as bo@acme.example")
        .run("profile choices")
        .run("stage software enrolled")
        .run("profile product add --kind software_product --title Sails --description 'For clouds' --as ann@acme.example")
        .run("profile product add --kind nonsense --title '' --as ann@acme.example")
        .run("profile product add --kind managed_service --title Care --as bo@acme.example")
        .run("profile product add --kind managed_service --title Care")
        .run("stage software enrolled");
    let sails = session.id("profile show", "Sails");
    session
        .run(&format!("profile product edit {} --title 'New sails' --as cy@acme.example", &sails[..6]))
        .run(&format!("profile product edit {sails} --kind nonsense --as cy@acme.example"))
        .run(&format!("profile product edit {} --title x --as cy@acme.example", "0".repeat(32)))
        .run("profile set-customers enterprise start_up --as cy@acme.example")
        .run("profile set-customers nonsense --as cy@acme.example")
        .run("profile location add --title Yard --city Toronto --country Canada --as cy@acme.example")
        .run("profile solution-area add Sailing --as cy@acme.example")
        .run("profile listing edit Hello --as cy@acme.example")
        .run("profile listing show")
        .run("profile show --as cy@acme.example --output json")
        .run("profile recommendations --as cy@acme.example")
        .run("profile recommendations")
        .run(&format!("profile product remove {sails} --as cy@acme.example"))
        .run(&format!("profile product remove {sails} --as cy@acme.example"))
        .run("profile contacts --output csv");
    check("profile_early", &session);
}

// Rules: PROFILE-11, PROFILE-13, PROFILE-14, PROFILE-16, PROFILE-17, PROFILE-18, PROFILE-19, ROLE-47
#[test]
fn a_profile_that_is_listed() {
    let mut session = Session::with(&[ACME[0], ACME[1], ACME[2], STAFF, SAILS, "stage software validated"]);
    let cy = "--as cy@acme.example";
    session
        .run(&format!("profile location add --title Yard --street 'Quay 1' --city Toronto --country Canada {cy}"))
        .run(&format!("profile location add --title '' --city Toronto --country Canada {cy}"))
        .run(&format!("profile solution-area add Sailing {cy}"))
        .run(&format!("profile solution-area add Sailing {cy}"))
        .run(&format!("profile set-customers enterprise {cy}"))
        .run(&format!("profile set-customers {cy}"))
        .run("profile qualification grant competency 'Sea Competency'")
        .run("profile qualification grant nonsense ''")
        .run(&format!("profile qualification grant competency Own {cy}"));
    let (yard, area) = (session.id("profile show", "Yard"), session.id("profile show", "Sailing"));
    let sea = session.id("profile show", "Sea Competency");
    session
        .run(&format!("profile location edit {} --street '' {cy}", &yard[..6]))
        .run(&format!("profile location edit {yard} --city '' {cy}"))
        .run_with(&format!("profile listing edit - {cy}"), Some(b"We build sails.\nFor clouds.\n"))
        .run("profile listing edit Hello --as bo@acme.example")
        .run("profile listing show")
        .run("profile show --as ann@acme.example")
        .run(&format!("profile location remove {yard} {cy}"))
        .run(&format!("profile solution-area remove {} {cy}", &area[..6]))
        .run(&format!("profile solution-area remove {area} {cy}"))
        .run(&format!("profile qualification revoke {sea} {cy}"))
        .run(&format!("profile qualification revoke {}", &sea[..6]))
        .run("profile listing show --output json")
        .run("profile listing show --output csv");
    check("profile_listed", &session);
}

// Rules: PROFILE-16, PROFILE-19, ROLE-52, CMP-10, CMP-12
#[test]
fn offerings_and_case_studies_are_reviewed() {
    let mut session = Session::with(&[ACME[0], ACME[1], ACME[2], STAFF, SAILS, "stage software validated"]);
    let bo = "--as bo@acme.example";
    session
        .run(&format!("profile record create offering --title Sails --description 'Sails as a service' {bo}"))
        .run_with(&format!("profile record create case_study --title Riga --description - {bo}"), Some(b"It sails.\n"))
        .run(&format!("profile record create offering --title '' --description '' {bo}"))
        .run(&format!("profile record create sauna --title x --description x {bo}"))
        .run(&format!("profile record create public_reference --title x --description x {bo}"));
    let sails = session.id("profile record list", "Sails");
    session
        .run(&format!("profile record edit {} --title 'New sails' {bo}", &sails[..6]))
        .run(&format!("profile record edit {sails} --description '' {bo}"))
        .run(&format!("profile record judge {sails} --validated"))
        .run(&format!("profile record describe {sails} 'Ours' --as cy@acme.example"))
        .run(&format!("profile record submit {sails} {bo}"))
        .run(&format!("profile record edit {sails} --title Late {bo}"))
        .run(&format!("profile record judge {sails} --validated {bo}"))
        .run(&format!("profile record judge {sails}"))
        .run(&format!("profile record judge {sails} --validated --declined"))
        .run(&format!("profile record judge {sails} --validated"))
        .run(&format!("profile record submit {sails} {bo}"))
        .run(&format!("profile record remove {sails} {bo}"))
        .run(&format!("profile record describe {sails} 'Our own words' --as cy@acme.example"))
        .run("profile record list --as bo@acme.example --output json")
        .run("profile record list --as cy@acme.example")
        .run("profile show --output csv")
        .run(&format!("profile record describe {sails} '' --as cy@acme.example"))
        .run(&format!("profile record judge {sails} --declined"));
    let riga = session.id("profile record list", "Riga");
    session
        .run(&format!("profile record remove {riga} {bo}"))
        .run(&format!("profile record remove {riga} {bo}"))
        .run("profile record list");
    check("profile_records", &session);
}
