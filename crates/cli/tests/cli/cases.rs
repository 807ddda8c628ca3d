//! Support cases and inquiries: every command, done and refused.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::support::{ACME, GLOBEX, Session, check};

const OPEN: &str = "cases open --type account_and_access --question sign_in --specific no_code --subject 'No code' \
    --as bo@acme.example";

// Rules: SUPPORT-1, SUPPORT-2, SUPPORT-3, SUPPORT-4, SUPPORT-5, SUPPORT-6, SUPPORT-7, SUPPORT-8, SUPPORT-9
#[test]
fn a_case_is_opened_answered_and_closed() {
    let mut session = Session::acme();
    fs::write(session.path("screen.png"), b"pixels").unwrap();
    fs::write(session.path("tool.exe"), b"").unwrap();
    session
        .run("cases types --output csv")
        .run(&format!("{OPEN} --text 'Nothing arrives' --attach screen.png"))
        .run_with(&format!("{OPEN} --text -"), Some(b"A second one,\nin two lines\n"))
        .run("cases open --type x --question y --specific z --subject '' --text '' --attach tool.exe --as bo@acme.example")
        .run(&format!("{OPEN} --text x --attach nowhere.png"))
        .run("cases open --type account_and_access --question sign_in --specific no_code --subject x --text x")
        .run("cases list --as bo@acme.example")
        .run("cases list --as cy@acme.example");
    check("cases_opened", &session);
}

// Rules: SUPPORT-3, SUPPORT-9
#[test]
fn the_files_of_a_case_are_kept_beside_the_journal() {
    let mut session = Session::acme();
    fs::write(session.path("screen.png"), b"pixels").unwrap();
    let refused = format!("{OPEN} --text '' --attach screen.png");
    assert_eq!(session.output(&refused, None).status.code(), Some(3));
    let folder = session.path("journal.jsonl.files");
    assert!(!folder.exists(), "what was refused leaves nothing");
    session.run(&format!("{OPEN} --text 'Nothing arrives' --attach screen.png"));
    let kept: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((kept.len(), mode(&folder), mode(&kept[0])), (1, 0o700, 0o600));
    let file = kept[0].file_name().unwrap().to_str().unwrap().to_owned();
    let case = session.id("cases list", "No code");
    let output = session.output(&format!("cases file {case} {} --as bo@acme.example", &file[..8]), None);
    assert_eq!(output.stdout, b"pixels");
    session
        .run(&format!("cases file {case} {file}"))
        .run(&format!("cases file {case} {file} --as cy@acme.example"))
        .run(&format!("cases file {case} {} --as bo@acme.example", "0".repeat(32)));
    fs::remove_dir_all(&folder).unwrap();
    session.run(&format!("cases file {case} {file} --as bo@acme.example"));
    check("cases_files", &session);
}

// Rules: SUPPORT-3, SUPPORT-12, FEE-12, C-116
#[test]
fn operators_answer_what_waits() {
    let mut session = Session::acme();
    session.run(&format!("{OPEN} --text 'Nothing arrives'")).run(GLOBEX).at("2026-03-01T10:00:00Z").run(
        "cases open --type apn_program_fee_and_renewal --question membership \
         --specific downgrade_my_apn_membership --subject 'We leave' --text 'Thank you' --as gil@globex.example",
    );
    let case = session.id("cases list --company acme.example", "No code");
    session
        .run("cases queue")
        .run("cases queue --as bo@acme.example")
        .run(&format!("cases reply {} --text 'Look into\nthe other folder' --company acme.example", &case[..6]))
        .run(&format!("cases reply {case} --text '' --company acme.example"))
        .run(&format!("cases reply {case} --text x --as cy@acme.example"))
        .run(&format!("cases reply {case} --text x --company globex.example"))
        .run("cases queue --output json")
        .run(&format!("cases show {} --as bo@acme.example", &case[..6]))
        .run(&format!("cases show {case} --as ann@acme.example --output json"))
        .run(&format!("cases show {case} --as cy@acme.example"))
        .run(&format!("cases close {case} --as cy@acme.example"))
        .run(&format!("cases close {case} --as bo@acme.example"))
        .run(&format!("cases close {case} --as bo@acme.example"))
        .run(&format!("cases reply {case} --text x --company acme.example"))
        .run("cases list --company acme.example")
        .run("cases articles --output csv");
    check("cases_answered", &session);
}

// Rules: SUPPORT-10, C-116
#[test]
fn who_cannot_sign_in_is_answered_too() {
    let mut session = Session::new();
    session
        .run("inquiries list")
        .run("inquiries submit --name Zoe --email zoe@umbrella.test --subject Hello --text x")
        .run("inquiries submit --name Zoe --email zoe@umbrella.net --of Umbrella --subject Hello --text 'How do I join?'")
        .run("inquiries submit --name '' --email zoe --subject '' --text ''")
        .run("inquiries list")
        .run("cases queue");
    let hello = session.id("inquiries list", "Hello");
    session
        .run(&format!("inquiries answer {} --text 'Register'", &hello[..6]))
        .run(&format!("inquiries answer {hello} --text ''"))
        .run("inquiries answer 0 --text x")
        .run(&format!("inquiries answer {} --text x", "0".repeat(32)))
        .run(&format!("inquiries show {hello}"))
        .run(&format!("inquiries show {hello} --output json"))
        .run(&format!("inquiries close {hello}"))
        .run(&format!("inquiries close {hello}"))
        .run("inquiries list --output csv")
        .run("inquiries list --as ann@acme.example");
    let with_company = Session::with(&ACME);
    assert!(with_company.output("inquiries list", None).status.success());
    check("inquiries", &session);
}
