//! The fee: every command, done and refused.

use crate::support::{ACME, GLOBEX, Session, check};

// Rules: FEE-1, FEE-2, FEE-3, FEE-4, FEE-5, FEE-6, FEE-8, C-112, C-113
#[test]
fn bills_are_issued_addressed_paid_and_taken_back() {
    let sails = "profile product add --kind software_product --title Sails --as ann@acme.example";
    let mut session = Session::with(&[ACME[0], ACME[1], sails, "stage software enrolled"]);
    session
        .run("fee show")
        .run("fee issue")
        .run("fee account 1234-5678-9012 --payer 210987654321 --as ann@acme.example")
        .run("fee account 123 --payer x --as ann@acme.example")
        .run("fee account 123456789012 --as bo@acme.example")
        .run("fee account 123456789012")
        .run("stage software confirmed")
        .run("fee issue")
        .run("fee issue --as ann@acme.example")
        .run("fee show --as ann@acme.example")
        .run("fee show --as bo@acme.example")
        .at("2026-06-15T09:00:00Z")
        .run("fee show")
        .at("2027-03-01T09:00:00Z")
        .run("fee issue --all --as ann@acme.example")
        .run("fee issue --all");
    let (first, second) = (session.id("fee show", "2026-03-01,"), session.id("fee show", "2027-03-01,"));
    session
        .run(&format!("fee pay {first} --as ann@acme.example"))
        .run(&format!("fee pay {}", &first[..6]))
        .run(&format!("fee pay {first}"))
        .run(&format!("fee cancel {first}"))
        .run(&format!("fee cancel {second}"))
        .run(&format!("fee cancel {second}"))
        .run("fee show --output json")
        .run("fee show --output csv")
        .run(GLOBEX)
        .run("fee show")
        .run("fee issue --all --output json");
    check("fee", &session);
}
