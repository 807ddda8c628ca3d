//! Certifications and scorecard: every command, done and refused.

use crate::support::{ACME, GLOBEX, Session, check};

// Rules: CERT-2, CERT-3, CERT-5, PROFILE-2, PROFILE-5, PROFILE-26, PROFILE-28, C-109
#[test]
fn what_people_passed_is_recorded_shown_and_counted() {
    let mut session = Session::with(&[
        ACME[0],
        ACME[1],
        ACME[2],
        "profile product add --kind software_product --title Sails --as ann@acme.example",
        "stage software enrolled",
    ]);
    session
        .run("certifications kinds")
        .run("certifications record --address bo@acme.example --certification cloud_practitioner --on 2026-02-01")
        .run("certifications record --address bo@acme.example --certification cloud_practitioner --on 2026-02-01")
        .run(
            "certifications record --address bo@acme.example --course Sailing --on 2026-01-01 --valid-until 2027-01-01",
        )
        .run("certifications record --address nobody --certification sailing --on 2027-01-01")
        .run("certifications record --address bo@acme.example --on 2026-02-01")
        .run("certifications record --address bo@acme.example --course x --on soon")
        .run("certifications record --address bo@acme.example --course x --on 2026-01-01 --as ann@acme.example")
        .run("certifications mine --as bo@acme.example")
        .run("certifications mine")
        .run("certifications list --as ann@acme.example")
        .run("certifications list --as bo@acme.example")
        .run("scorecard --as ann@acme.example")
        .run("scorecard --as bo@acme.example")
        .run("certifications consent withdraw --as bo@acme.example")
        .run("certifications consent withdraw --as bo@acme.example")
        .run("certifications list --as ann@acme.example --output json")
        .run("scorecard --as ann@acme.example --output json")
        .run("certifications consent give --as bo@acme.example");
    let course = session.id("certifications mine --as bo@acme.example", "Sailing");
    session
        .run(&format!("certifications drop-record {course} --as bo@acme.example"))
        .run(&format!("certifications drop-record {}", &course[..6]))
        .run(&format!("certifications drop-record {course}"))
        .run("certifications mine --as bo@acme.example --output csv");
    check("certifications", &session);
}

// Rules: PROFILE-27, CERT-4, CERT-6, CERT-7, CERT-10, CERT-11, C-110
#[test]
fn a_certification_address_is_of_one_person_in_all_companies() {
    let gil = "--as gil@globex.example --company globex.example";
    let bo = "--as bo@acme.example --company acme.example";
    let mut session = Session::with(&[ACME[0], ACME[1], GLOBEX]);
    session
        .run(&format!("certifications set-address bo@private.net {bo}"))
        .run(&format!("certifications set-address bo@private.net {bo}"))
        .run(&format!("certifications set-address bo@private.net {gil}"))
        .run(&format!("certifications set-address ann@acme.example {gil}"))
        .run(&format!("certifications set-address nonsense {gil}"))
        .run("certifications record --address bo@private.net --certification cloud_practitioner --on 2026-02-01 --company acme.example")
        .run("scorecard --as ann@acme.example --company acme.example --output json")
        .at("2026-03-06T09:00:00Z")
        .run("scorecard --as ann@acme.example --company acme.example --output json")
        .run(&format!("certifications set-address '' {bo}"))
        .run(&format!("certifications set-address '' {bo}"))
        .run("scorecard --as ann@acme.example --company acme.example --output json")
        .at("2026-03-09T09:00:00Z")
        .run(&format!("certifications set-address bo@private.net {gil}"))
        .run(&format!("certifications mine {gil}"));
    check("certification_address", &session);
}

// Rules: CERT-8, CERT-9, CERT-12, C-108
#[test]
fn requests_to_the_training_organisation() {
    let bo = "--as bo@acme.example";
    let mut session = Session::acme();
    session
        .run(&format!("certifications request-transfer bo@old.net {bo}"))
        .run(&format!("certifications request-transfer bo@old.net {bo}"))
        .run(&format!("certifications request-transfer bo@acme.example {bo}"))
        .run(&format!("certifications request-address-change bo@old.net bo@new.net {bo}"))
        .run(&format!("certifications request-address-change bo@old.net '' {bo}"))
        .run("certifications requests --as cy@acme.example")
        .at("2026-03-20T09:00:00Z")
        .run("certifications requests");
    let (transfer, change) =
        (session.id("certifications requests", "transfer"), session.id("certifications requests", "change"));
    session
        .run(&format!("certifications settle {transfer} grant {bo}"))
        .run(&format!("certifications settle {} grant", &transfer[..6]))
        .run(&format!("certifications settle {transfer} decline"))
        .run(&format!("certifications settle {change} decline"))
        .run(&format!("certifications settle {} grant", "0".repeat(32)))
        .run(&format!("certifications requests {bo} --output json"));
    check("certification_requests", &session);
}
