//! The access review: who can do what, since when, by whose grant; and the past.

use crate::support::{Session, check};

// Rules: ROLE-1, ROLE-2, AUDIT-2
#[test]
fn a_review_tells_since_when_and_by_whom() {
    let mut session = Session::acme();
    session
        .run("review --company acme.example")
        .run("review --company acme.example --as-of 2020-01-01T00:00:00Z")
        .run("review --company acme.example --as-of yesterday")
        .run("review --company acme.example --output csv");
    check("review", &session);
}

// Rules: CMP-2, CMP-4, USR-15, ROLE-6
#[test]
fn a_refusal_tells_who_can_help() {
    let mut session = Session::acme();
    session
        .run("invite --as bo@acme.example --to dee@acme.example=ace_user")
        .run("invite --as bo@acme.example --to dee@acme.example=ace_user --output json")
        .run("invite --as ann@acme.example --to dee@acme.example=alliance_lead")
        .run("remove ann@acme.example --as bo@acme.example --confirm confirm");
    check("explained", &session);
}

// Rules: MENU-36, ROLE-1, USR-26
#[test]
fn the_past_can_be_asked() {
    let mut session = Session::acme();
    session
        .at("2026-03-02T09:00:00Z")
        .run("roles --as ann@acme.example --assign bo@acme.example=alliance_team")
        .at("2026-03-03T09:00:00Z")
        .run("can view_users --for bo@acme.example")
        .run("can view_users --for bo@acme.example --as-of 2026-03-02T08:59:59Z")
        .run("explain view_users --for bo@acme.example --as-of 2026-03-02T08:59:59Z")
        .run("menu --for bo@acme.example --as-of 2026-03-02T08:59:59Z --output csv")
        .run("people --as-of 2026-03-02T08:59:59Z")
        .run("people --as-of 2026-02-01T00:00:00Z");
    check("past", &session);
}

// Rules: CMP-4, CMP-5, AUDIT-1
#[test]
fn people_and_roles_are_compared() {
    let mut session = Session::acme();
    session
        .run("roles --as ann@acme.example --assign bo@acme.example=ace_user --assign cy@acme.example=ace_manager")
        .run("compare bo@acme.example cy@acme.example")
        .run("compare bo@acme.example ace_user")
        .run("compare ace_user technical_staff --path software=validated --output csv")
        .run("compare bo@acme.example janitor")
        .run("compare bo@acme.example nobody@acme.example")
        .run("compare bo@acme.example cy@acme.example --as-of 2026-03-01T08:00:00Z");
    check("compare", &session);
}

const PLAN: &str = "# Bo looks after the pipeline
roles --as ann@acme.example --assign bo@acme.example=ace_manager

guildhall invite --as bo@acme.example --to dee@acme.example=ace_user
roles --as ann@acme.example --assign cy@acme.example=alliance_lead
hand-over bo@acme.example --as ann@acme.example --confirm confirm
menu --for bo@acme.example
dance
rehearse -
invite 'unclosed
stage software confirmed
trail --follow --company acme.example
cases file CASE FILE --company acme.example
";

// Rules: CMP-2, USR-24, USR-26, ROLE-4
#[test]
fn a_plan_is_rehearsed_and_nothing_is_recorded() {
    let mut session = Session::acme();
    std::fs::write(session.path("screen.png"), b"pixels").unwrap();
    let open =
        "cases open --type account_and_access --question sign_in --specific no_code --subject 'No code' --text x";
    assert!(session.output(&format!("{open} --attach screen.png --as bo@acme.example"), None).status.success());
    let case = session.id("cases list", "No code");
    let kept = std::fs::read_dir(session.path("journal.jsonl.files")).unwrap().next().unwrap().unwrap();
    let plan = PLAN.replace("CASE", &case).replace("FILE", kept.file_name().to_str().unwrap());
    let before = std::fs::read(session.journal()).unwrap();
    session
        .run_with("rehearse -", Some(plan.as_bytes()))
        .run_with("rehearse - --output csv", Some(plan.as_bytes()))
        .run_with("rehearse - --as ann@acme.example --output json", Some(b"roles --assign bo@acme.example=ace_user"))
        .run_with("rehearse -", Some(b"# nothing\n"))
        .run("rehearse no-such-file");
    check("rehearse", &session);
    assert_eq!(std::fs::read(session.journal()).unwrap(), before, "the journal is as it was");
}
