//! What the commands say, word for word: each test is a session, and its transcript a snapshot. Lines with `!` are
//! stderr.

use guildhall_core::Program;
use guildhall_core::program::GUIDE_TOML;

use crate::support::{self, GLOBEX, Session, check, lines};

// Rules: REG-3, REG-5, REG-22, ROLE-5
#[test]
fn a_company_registers_and_people_join() {
    let mut session = Session::new();
    session.run("companies");
    for command in support::ACME {
        session.run(command);
    }
    session.run(GLOBEX).run("companies").run("people --company acme.example").run("people --company globex.example");
    session
        .run("companies --output json")
        .run("companies --output csv")
        .run("people --as gil@globex.example --output csv");
    check("register", &session);
}

// Rules: REG-2, REG-4, REG-6, REG-9, REG-15, REG-21, USR-1, USR-2
#[test]
fn registrations_that_are_refused() {
    let mut session = Session::acme();
    let with = |changes: &[(&str, &str)]| {
        let mut command = GLOBEX.to_owned();
        for (from, to) in changes {
            assert!(command.contains(from), "{from}");
            command = command.replace(from, to);
        }
        command
    };
    session
        .run("register")
        .run(&with(&[("gil@globex.example", "gil@gmail.com"), ("+44 20 5550", "none"), ("consulting_services", "x")]))
        .run(&with(&[("gil@globex.example", "support@globex.example")]))
        .run(&with(&[("--accept-lead", "")]))
        .run(&with(&[("--accept-terms", "")]))
        .run(&with(&[("gil@globex.example", "gil@acme.example")]))
        .run(&with(&[("gil@globex.example", "gil@globex.test")]))
        .run(&with(&[("--accept-terms", "--accept-terms --test-mode"), ("gil@globex.example", "gil@globex.test")]))
        .run("join --name X --email x@gmail.com --job-title T --phone 123456 --country C")
        .run("join --name X --email x@nowhere.example --job-title T --phone 123456 --country C")
        .run("join --name X --email bo@acme.example --job-title T --phone 123456 --country C")
        .run("join --name '' --email x@ --job-title '' --phone 1 --country '' --output json");
    check("register_refused", &session);
    assert_eq!(lines(&session.journal()).len(), 4, "a refusal records nothing");
}

/// The id of the `n`th invitation of the listing.
fn invitation(session: &Session, n: usize) -> String {
    let output = session.output("invitations --output csv", None);
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().nth(n + 1).unwrap().rsplit(',').next().unwrap().to_owned()
}

// Rules: INV-3, INV-4, INV-7, INV-9
#[test]
fn people_are_invited() {
    let mut session = Session::acme();
    session
        .run("invite --to dee@acme.example=ace_user")
        .run("invite --as bo@acme.example --to dee@acme.example=ace_user")
        .run("invite --as ann@acme.example --to dee@acme.example=ace_user,technical_staff --to eve@acme.example=alliance_team")
        .run("invite --as ann@acme.example --to dee@acme.example=ace_user --to x@gmail.com=alliance_lead --to y@acme.example=")
        .run("invite --as ann@acme.example --to nonsense")
        .run("invitations");
    let (dee, eve) = (invitation(&session, 0), invitation(&session, 1));
    let join = |email: &str, id: &str| {
        format!("join --invitation {id} --name Dee --email {email} --job-title T --phone 123456 --country C")
    };
    session
        .run(&join("eve@acme.example", &dee))
        .run(&join("dee@acme.example", &dee))
        .run(&join("dee@acme.example", &dee))
        .run(&format!("withdraw-invitation {dee} --as ann@acme.example"))
        .at("2026-04-01T09:00:00Z")
        .run(&join("eve@acme.example", &eve))
        .run("invitations")
        .run(&format!("renew-invitation {eve} --as ann@acme.example"))
        .run(&format!("withdraw-invitation {eve} --as ann@acme.example --output json"))
        .run(&format!("renew-invitation {} --as ann@acme.example", "0".repeat(32)))
        .run("withdraw-invitation nonsense --as ann@acme.example")
        .run("invitations --output json")
        .run("people");
    check("invite", &session);
}

// Rules: ROLE-34, USR-15, USR-24, USR-25
#[test]
fn roles_are_given_and_taken() {
    let mut session = Session::acme();
    session
        .run("roles --as ann@acme.example --assign bo@acme.example=ace_manager,marketing_staff --assign cy@acme.example=alliance_team")
        .run("roles --as cy@acme.example --unassign bo@acme.example=ace_manager --assign bo@acme.example=alliance_lead,cloud_admin,nothing --unassign ann@acme.example=ace_user")
        .run("roles --as cy@acme.example --assign bo@acme.example=ace_manager --output json")
        .run("roles --as bo@acme.example --assign bo@acme.example=alliance_team")
        .run("roles --as ann@acme.example --assign who@acme.example=ace_user")
        .run("roles --as who@acme.example --assign bo@acme.example=ace_user")
        .run("roles --as ann@acme.example")
        .run("roles --as ann@acme.example --assign bo@acme.example")
        .run("people");
    check("roles", &session);
}

// Rules: USR-14
#[test]
fn ten_people_at_once_and_no_more() {
    let mut session = Session::acme();
    let people: Vec<String> = (0..11).map(|n| format!("p{n:02}@acme.example")).collect();
    for email in &people {
        let join = format!("join --name P --email {email} --job-title T --phone 123456 --country C");
        assert!(session.output(&join, None).status.success());
    }
    let roles = |people: &[String]| {
        let rows: Vec<String> = people.iter().map(|p| format!("--assign {p}=ace_user")).collect();
        format!("roles --as ann@acme.example {}", rows.join(" "))
    };
    session.run(&roles(&people)).run(&roles(&people[..10]));
    check("roles_ten", &session);
}

// Rules: USR-26, USR-28, ROLE-6
#[test]
fn the_lead_and_the_cloud_admin_move() {
    let mut session = Session::acme();
    session
        .run("hand-over bo@acme.example --as ann@acme.example")
        .run("hand-over bo@acme.example --as ann@acme.example --confirm no")
        .run("hand-over bo@acme.example --as cy@acme.example --confirm confirm")
        .run("hand-over who@acme.example --as ann@acme.example --confirm confirm")
        .run("hand-over ann@acme.example --as ann@acme.example --confirm confirm")
        .run("hand-over bo@acme.example --as ann@acme.example --confirm confirm")
        .run("roles --as bo@acme.example --assign ann@acme.example=cloud_admin")
        .run("hand-over-cloud-admin cy@acme.example --as bo@acme.example")
        .run("hand-over-cloud-admin cy@acme.example --as ann@acme.example")
        .run("people");
    check("hand_over", &session);
}

// Rules: USR-29, USR-30, USR-32, USR-35, AUDIT-8
#[test]
fn people_leave() {
    let mut session = Session::acme();
    session
        .run("remove bo@acme.example --as ann@acme.example")
        .run("remove ann@acme.example --as ann@acme.example --confirm confirm")
        .run("remove cy@acme.example --as bo@acme.example --confirm confirm")
        .run("remove bo@acme.example --as ann@acme.example --confirm confirm")
        .run("remove bo@acme.example --as ann@acme.example --confirm confirm")
        .run("deactivate cy@acme.example --as ann@acme.example")
        .run("deactivate cy@acme.example --as ann@acme.example --output json")
        .run("menu --for cy@acme.example --output csv")
        .run("people --as bo@acme.example")
        .run(support::ACME[1]);
    check("leave", &session);
}

// Rules: PROFILE-22
#[test]
fn domains_come_and_go() {
    let mut session = Session::with(&[support::ACME[0], GLOBEX]);
    session
        .run("domain add acme.ca --as ann@acme.example")
        .run("domain add acme.ca --as ann@acme.example")
        .run("domain add globex.example --as ann@acme.example")
        .run("domain add gmail.com --as ann@acme.example")
        .run("domain add co.uk --as ann@acme.example")
        .run("domain withdraw acme.ca --as ann@acme.example")
        .run("domain withdraw acme.example --as ann@acme.example")
        .run("domain add acme.ca --as gil@globex.example --company acme.example")
        .run("domain add acme.ca");
    check("domain", &session);
}

/// A person whose domain moved to another company stays the first company's.
#[test]
fn an_address_belongs_to_one_company() {
    let mut session = Session::with(&[support::ACME[0], GLOBEX]);
    session
        .run("domain add acme.ca --as ann@acme.example --quiet")
        .run("join --name Di --email di@acme.ca --job-title T --phone 123456 --country C --quiet")
        .run("domain withdraw acme.ca --as ann@acme.example --quiet")
        .run("domain add acme.ca --as gil@globex.example --quiet")
        .run("join --name Di --email di@acme.ca --job-title T --phone 123456 --country C");
    check("address_taken", &session);
}

// Rules: PROFILE-7, PROFILE-8, PROFILE-24
#[test]
fn companies_and_people_say_something_new_about_themselves() {
    let mut session = Session::acme();
    session
        .run(
            "edit-company --website https://www.acme.example --description 'Tools for everybody' --as ann@acme.example",
        )
        .run("edit-company --website javascript:alert(1) --name '' --as ann@acme.example")
        .run("edit-company --website '' --as bo@acme.example")
        .run("edit-company --as ann@acme.example")
        .run("edit-profile --phone '+1 555 0199' --as bo@acme.example")
        .run("edit-profile --phone none --as bo@acme.example")
        .run("edit-profile --phone '+1 555 0199'")
        .run("request-lead-change 'Bo could do it' --as cy@acme.example")
        .run("request-lead-change '' --as cy@acme.example")
        .run("events --last 3 --output json");
    check("edit", &session);
}

#[test]
fn the_operator_sets_stages() {
    let mut session = Session::acme();
    session
        .run("stage software validated")
        .run("profile product add --kind software_product --title Sails --as ann@acme.example --quiet")
        .run("profile product add --kind managed_service --title Care --as ann@acme.example --quiet")
        .run("stage software validated")
        .run("stage software validated")
        .run("stage services enrolled --company acme.example")
        .run("stage nowhere someday")
        .run("stage software validated --company other.example")
        .run("companies");
    check("stage", &session);
}

#[test]
fn the_trail_tells_who_did_what_and_why() {
    let mut session = Session::acme();
    session
        .at("2026-03-02T10:30:00Z")
        .run("roles --as ann@acme.example --assign bo@acme.example=ace_user,alliance_lead --quiet")
        .run("invite --as ann@acme.example --to dee@acme.example=ace_user --quiet")
        .run("hand-over cy@acme.example --as ann@acme.example --confirm confirm --quiet")
        .run("profile product add --kind software_product --title Sails --as cy@acme.example --quiet")
        .run("stage software enrolled --quiet")
        .run("events")
        .run("events --last 1 --output json")
        .run("events --last 2 --output csv");
    check("events", &session);
}

// Rules: HOME-8
#[test]
fn the_menu_of_somebody() {
    let mut session = Session::acme();
    session
        .run("menu --for bo@acme.example")
        .run("menu --roles channel_user --path services --stage enrolled --output json")
        .run("menu --roles technical_staff --path software=confirmed --path training --output csv")
        .run("menu --path software")
        .run("menu")
        .run("menu --roles nothing")
        .run("menu --roles ace_user --path nowhere")
        .run("menu --roles ace_user --path software --stage someday")
        .run("menu --roles ace_user --for bo@acme.example");
    check("menu", &session);
}

// Rules: MENU-1, HOME-6
#[test]
fn questions_are_answered_with_reasons() {
    let mut session = Session::acme();
    session
        .run("can invite_users --for bo@acme.example")
        .run("can invite_users --as ann@acme.example")
        .run("can 'Case Studies' --roles technical_staff --path software --stage validated --output json")
        .run("can Channel --roles channel_user --path services --stage registered")
        .run("can Channel --roles channel_user --path services --stage enrolled")
        .run("can Channel --roles channel_user --path software --stage enrolled")
        .run("can 'Badge Manager' --roles ace_user --path software --stage validated")
        .run("can everything --as ann@acme.example")
        .run("can invite_users --for ann@acme.example --quiet")
        .run("explain invite_users --for bo@acme.example")
        .run("explain remove_users --as ann@acme.example")
        .run("explain channel/channel_management --roles ace_user --path software")
        .run("explain use_badge_manager --roles cloud_admin --path software --stage validated --output json")
        .run("explain Channel --for bo@acme.example --output csv")
        .run("deactivate cy@acme.example --as ann@acme.example --quiet")
        .run("explain take_training --for cy@acme.example")
        .run("can invite_users --roles alliance_team --quiet --output json");
    check("explain", &session);
}

// Rules: REG-9, REG-10, REG-11, REG-12
#[test]
fn addresses_are_checked() {
    let mut session = Session::new();
    session
        .run("check-email Ann.Lee+crm@Acme.Example")
        .run("check-email ann@mail.gmail.com")
        .run("check-email ann@notgmail.com --output json")
        .run("check-email ann@uni.edu --output json")
        .run("check-email support@acme.example")
        .run("check-email ann@acme.test")
        .run("check-email ann@acme.test --test-mode --output csv")
        .run("check-email --quiet -- -ann@acme.example")
        .run("check-email '' --output json")
        .run_with("check-email - --output json", Some(b"ann@acme.example\r\nann@acme.example.\n\n@\n"))
        .run_with(
            "check-email - --output csv",
            Some(b"ana@gmail.com\nana@hotmail.com\nana@outlook.com\nana@edu.example"),
        )
        .run_with("check-email -", Some(b"\xff"))
        .run_with("check-email -", Some("ann@a\u{ad}cme.example\nann\u{1b}[31m@acme.example\n".as_bytes()));
    check("check_email", &session);
}

// Rules: PWD-5, PWD-6, PWD-7, PWD-8, PWD-9, PWD-11
#[test]
fn passwords_are_checked_and_never_shown() {
    let mut session = Session::new();
    let secret = "zq#Vw7pLm";
    session
        .run_with("check-password", Some(secret.as_bytes()))
        .run_with("check-password", Some(format!("{secret}\r\n").as_bytes()))
        .run_with("check-password --output json", Some(b"abc"))
        .run_with("check-password", Some(b"Password"))
        .run_with("check-password --output csv", Some("\u{c9}t\u{e9}\u{c9}t\u{e9}".as_bytes()))
        .run_with("check-password", Some(format!("{secret} {}", "\u{20ac}".repeat(150)).as_bytes()))
        .run_with("check-password", Some(&[b'a'; 513]))
        .run_with("check-password", Some(b"line1\nLine2!"))
        .run_with("check-password", Some(b"\xff"))
        .run_with("check-password --email Margaret_7.B@acme.example", Some(b"margaret_7.B"))
        .run_with("check-password --name 'Ann Zweistein=9'", Some(b"zweistein=9"))
        .run_with("check-password --company Globex_Ltd7", Some(b"7dtl_Xebolg"))
        .run_with("check-password --quiet", Some(b""));
    check("check_password", &session);
    for typed in [secret, "abc", "Password", "line1", "Line2", "dtl_Xebolg"] {
        assert!(!session.transcript().contains(typed), "{typed} was shown");
    }
}

// Rules: ROLE-3
#[test]
fn roles_and_limits_of_the_programme() {
    let mut session = Session::new();
    session
        .run("program roles")
        .run("program roles --output json")
        .run("program show")
        .run("program show --output csv");
    check("program", &session);
}

fn json(session: &Session, command: &str) -> serde_json::Value {
    serde_json::from_slice(&session.output(command, None).stdout).unwrap()
}

#[test]
fn the_menu_of_the_programme_is_read_whole() {
    let program = Program::guide();
    let rows = json(&Session::new(), "program menu --output json");
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 39);
    for (row, item) in rows.iter().zip(program.items()) {
        let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["aliases", "item", "least_stage", "paths", "roles", "section"]);
        assert_eq!(row["section"], program.sections()[item.section].title);
        assert_eq!((&row["item"], &row["aliases"]), (&item.title.clone().into(), &item.aliases.clone().into()));
        assert_eq!(row["roles"], serde_json::json!(program.role_names(item.roles).collect::<Vec<_>>()));
        assert_eq!(row["least_stage"], program.stage(item.least_stage).unwrap().name);
        let paths = program.path_names(item.paths).collect::<Vec<_>>();
        let all = paths.len() == program.paths().len();
        assert_eq!(row["paths"], if all { "all".into() } else { serde_json::Value::from(paths) });
    }
    assert!(rows.iter().any(|r| r["paths"] == "all") && rows.iter().any(|r| r["paths"].is_array()));
}

#[test]
fn the_permissions_of_the_programme_are_read_whole() {
    let program = Program::guide();
    let rows = json(&Session::new(), "program permissions --output json");
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), program.grants().len());
    for (row, grant) in rows.iter().zip(program.grants()) {
        let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["comparison_row", "permission", "roles", "title"]);
        assert_eq!((&row["permission"], &row["title"]), (&grant.permission.id().into(), &grant.title.clone().into()));
        assert_eq!(row["comparison_row"], serde_json::json!(grant.comparison_row));
        assert_eq!(row["roles"], serde_json::json!(program.role_names(grant.roles).collect::<Vec<_>>()));
    }
    assert_eq!(rows.iter().filter(|r| !r["comparison_row"].is_null()).count(), 16);
}

const BROKEN: &str = "title = \"x\"\npath = [{ id = \"Not Snake\", title = \"a\" }]\n";

#[test]
fn another_programme() {
    let mut session = Session::new();
    let own = GUIDE_TOML.replacen("title = \"AWS Partner Central\"", "title = \"Our own\"", 1);
    std::fs::write(session.path("own.toml"), own.replace("word = \"confirm\"", "word = \"really\"")).unwrap();
    std::fs::write(session.path("broken.toml"), BROKEN).unwrap();
    session
        .run("program lint own.toml")
        .run("program lint own.toml --output json")
        .run("program lint broken.toml")
        .run("program lint absent.toml")
        .run("menu --roles ace_user --programme broken.toml");
    for command in support::ACME {
        session.run(&format!("{command} --programme own.toml --quiet"));
    }
    session.run("remove cy@acme.example --as ann@acme.example --programme own.toml");
    check("programme", &session);
}

#[test]
fn every_fault_of_a_programme_is_shown() {
    let session = Session::new();
    let two = GUIDE_TOML.replacen("least_stage = \"registered\"", "least_stage = \"nowhere\"", 1);
    std::fs::write(session.path("two.toml"), two.replacen("quota = 20", "quota = 0", 1)).unwrap();
    let output = session.output("program lint two.toml --output json", None);
    assert_eq!(output.status.code(), Some(3));
    let error: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
    let faults = error["error"]["faults"].as_array().unwrap();
    let has =
        |code: &str| faults.iter().any(|f| f["code"] == code && f["field"].as_str().unwrap().starts_with("line "));
    assert!(faults.len() > 1 && has("quota") && has("unknown_name"), "{error}");
}

#[test]
fn misuse_is_told() {
    let mut session = Session::with(&[support::ACME[0], GLOBEX]);
    session
        .run("nonsense")
        .run("people --output json")
        .run("people --company 'no domain'")
        .run("people --company nowhere.example")
        .run("roles --as nobody@nowhere.example --assign x@acme.example=ace_user")
        .run("check-email --output json")
        .run("people --output xml");
    check("misuse", &session);
}

#[test]
fn help_shows_the_exit_codes_and_examples() {
    let session = Session::new();
    let help = |arguments: &str| String::from_utf8(session.output(arguments, None).stdout).unwrap();
    assert!(help("--help").contains("  6  the journal cannot be read or written, or is damaged"));
    for command in ["register", "invite", "roles", "explain", "check-email"] {
        assert!(help(&format!("{command} --help")).contains("Examples:\n  "), "{command}");
    }
    let none = session.output("", None);
    assert_eq!(none.status.code(), Some(2));
    assert!(String::from_utf8(none.stderr).unwrap().contains("Usage: guildhall [OPTIONS] <COMMAND>"));
}

#[test]
fn completions_and_manual_pages() {
    let session = Session::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = session.output(&format!("completions {shell}"), None);
        let script = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && script.contains("hand-over-cloud-admin"), "{shell}");
    }
    let page = String::from_utf8(session.output("man", None).stdout).unwrap();
    assert!(page.contains(".TH guildhall 1"), "{page}");
    assert!(session.output("man --to pages", None).status.success());
    let pages = std::fs::read_dir(session.path("pages")).unwrap().count();
    assert!(pages > 20 && session.path("pages/guildhall-register.1").exists(), "{pages}");
}

/// Whoever reads only the first lines is no reason to complain.
#[test]
fn a_reader_that_leaves_is_no_fault() {
    let session = Session::new();
    let mut command = session.command();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    command.args(["program", "menu", "--output", "json"]).stdout(writer).stderr(std::process::Stdio::piped());
    let output = command.output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
}
