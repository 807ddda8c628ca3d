//! The language that people read, and what any room of a company has in common.

use crate::support::{Session, check};

// Rules: HOME-9
#[test]
fn a_person_chooses_a_language() {
    let mut session = Session::acme();
    session
        .run("language list --as bo@acme.example")
        .run("language choose EN --as bo@acme.example")
        .run("language list --as bo@acme.example --output json")
        .run("language choose tlh --as bo@acme.example")
        .run("language choose en")
        .run("language choose en --as zoe@acme.example")
        .run("events --last 1")
        .run("events --last 1 --output json");
    check("language", &session);
}
