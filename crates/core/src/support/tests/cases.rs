//! Opening, answering and closing cases.

use super::*;

// Rules: SUPPORT-1, C-069, C-116
#[test]
fn everybody_who_is_signed_in_opens_cases() {
    let account = company("software", "registered");
    for role in ROLES {
        check(&account, &[], &member(role), &open(), &format!("opened new0 by {role}: A role"));
    }
    check(&account, &[], &Actor::Visitor, &open(), "not_signed_in");
    check(&account, &[], &operator(), &open(), "not_signed_in");
}

// Rules: SUPPORT-4, SUPPORT-5, SUPPORT-6, SUPPORT-7, SUPPORT-8, C-115
#[test]
fn the_form_is_judged_as_a_whole() {
    let account = company("software", "registered");
    let [kind, question, specific] = topic();
    for (topic, subject, description, expected) in [
        ([kind, question, specific], " A role ", "It\nis", "opened new0 by ace_user: A role"),
        (["", question, specific], "A", "B", "invalid: case_type required"),
        ([kind, "", specific], "A", "B", "invalid: question required"),
        ([kind, question, ""], "A", "B", "invalid: specific required"),
        ([kind, question, specific], "", "B", "invalid: subject required"),
        ([kind, question, specific], "A", " \n", "invalid: description required"),
        (["sheep", question, specific], "A", "B", "invalid: case_type unknown"),
        ([kind, "membership", specific], "A", "B", "invalid: question not_of_case_type"),
        ([kind, question, "invoice_missing"], "A", "B", "invalid: specific not_of_question"),
        ([kind, "sign_in", specific], "A", "B", "invalid: specific not_of_question"),
        (
            ["", "", ""],
            "a\nb",
            "",
            "invalid: case_type required, question required, specific required, subject bad_character, description required",
        ),
    ] {
        check(&account, &[], &member("ace_user"), &open_about(topic, subject, description, Vec::new()), expected);
    }
    let long = open_about([kind, question, specific], &"x".repeat(201), &"x".repeat(10_001), Vec::new());
    check(&account, &[], &member("ace_user"), &long, "invalid: subject too_long, description too_long");
}

// Rules: SUPPORT-9
#[test]
fn any_number_of_attachments_within_limits() {
    let account = company("software", "registered");
    let with = |files: Vec<FileInput>| open_about(topic(), "A", "B", files);
    let lead = member("alliance_lead");
    let after = check(
        &account,
        &[],
        &lead,
        &with([file("a.png"), file("b.png")].into()),
        "opened new0 by alliance_lead: A [a.png] [b.png]",
    );
    assert_eq!(after.cases().values().next().unwrap().posts[0].files.len(), 2, "both are stored");
    let many = |n: usize| (0..n).map(|n| file(&format!("{n}.png"))).collect::<Vec<_>>();
    assert!(fold(&[]).decide(&setting(&account, &lead, &cast::moment("2026-03-02")), &with(many(100))).is_ok());
    check(&account, &[], &lead, &with(many(101)), "invalid: files too_many");
    let of = |name: &str, bytes: u64, media_type: &str| FileInput {
        id: id("f"),
        name: name.to_string(),
        bytes,
        media_type: media_type.to_string(),
    };
    for (input, expected) in [
        (of(" a.png ", 10, "Image/PNG"), "opened new0 by alliance_lead: A [a.png]"),
        (of("a.pdf", 10 << 20, "application/pdf"), "opened new0 by alliance_lead: A [a.pdf]"),
        (of("a.pdf", (10 << 20) + 1, "application/pdf"), "invalid: files[0].bytes too_large"),
        (of("a.pdf", 0, "application/pdf"), "invalid: files[0].bytes empty"),
        (of("a.html", 10, "text/html"), "invalid: files[0].media_type not_allowed"),
        (of("a.svg", 10, "image/svg+xml"), "invalid: files[0].media_type not_allowed"),
        (of("../a.png", 10, "image/png"), "invalid: files[0].name not_a_file_name"),
        (of("a\\b.png", 10, "image/png"), "invalid: files[0].name not_a_file_name"),
        (of("..", 10, "image/png"), "invalid: files[0].name not_a_file_name, files[0].name ending"),
        (of("a.bat", 10, "text/plain"), "invalid: files[0].name ending"),
        (of("a.png", 10, "application/pdf"), "invalid: files[0].name ending"),
        (of("notes", 10, "text/plain"), "opened new0 by alliance_lead: A [notes]"),
        (of("a\u{202e}exe.png", 10, "image/png"), "invalid: files[0].name bad_character"),
        (of("", 0, ""), "invalid: files[0].name required, files[0].bytes empty, files[0].media_type not_allowed"),
    ] {
        check(&account, &[], &lead, &with([input].into()), expected);
    }
    let twice = with([file("a.png"), file("a.png")].into());
    check(&account, &[], &lead, &twice, "invalid: files[1].id twice");
}

// Rules: SUPPORT-3, SUPPORT-1
#[test]
fn the_correspondence_of_an_open_case() {
    let account = company("software", "registered");
    let given = [opened("role", "ace_user", "2026-03-01")];
    let with_file = reply("role", "See", [file("a.png")].into());
    let after = check(&account, &given, &member("ace_user"), &with_file, "ace_user in role: See [a.png]");
    assert_eq!(after.cases()[&id("role")].posts[1].files[0].name.as_str(), "a.png", "it is in the thread");
    for (who, command, expected) in [
        (operator(), reply("role", "Done", Vec::new()), "olga in role: Done"),
        (member("alliance_lead"), reply("role", "Please", Vec::new()), "alliance_lead in role: Please"),
        (member("ace_manager"), reply("role", "Please", Vec::new()), "case_missing"),
        (member("ace_user"), reply("none", "Please", Vec::new()), "case_missing"),
        (operator(), reply("none", "Done", Vec::new()), "case_missing"),
        (
            member("ace_user"),
            reply("role", "", [FileInput { bytes: 0, ..file("a.png") }].into()),
            "invalid: text required, files[0].bytes empty",
        ),
        (Actor::Visitor, reply("role", "Please", Vec::new()), "not_signed_in"),
        (operator(), close("role"), "closed role by olga"),
        (member("ace_user"), close("role"), "closed role by ace_user"),
        (member("ace_manager"), close("role"), "case_missing"),
        (Actor::Visitor, close("role"), "not_signed_in"),
    ] {
        check(&account, &given, &who, &command, expected);
    }
    let done = [given[0].clone(), closed("role", "2026-03-01")];
    for (who, command) in [
        (member("ace_user"), reply("role", "More", Vec::new())),
        (operator(), reply("role", "More", Vec::new())),
        (operator(), close("role")),
    ] {
        check(&account, &done, &who, &command, "case_closed");
    }
    check(&account, &done, &member("ace_manager"), &close("role"), "case_missing");
}

// Rules: SUPPORT-12, FEE-12, C-115
#[test]
fn one_pair_of_type_and_specific_value_asks_to_leave() {
    let account = company("software", "confirmed");
    let fee = "apn_program_fee_and_renewal";
    for (topic, leaves) in [
        ([fee, "membership", "downgrade_my_apn_membership"], true),
        ([fee, "membership", "renew_my_apn_membership"], false),
        ([fee, "program_fee", "invoice_missing"], false),
        (["other", "other", "other"], false),
    ] {
        let expected = format!("opened new0 by alliance_lead: Bye{}", if leaves { " leaves" } else { "" });
        let command = open_about(topic, "Bye", "We close", Vec::new());
        check(&account, &[], &member("alliance_lead"), &command, &expected);
    }
    let program = Program::guide().support();
    let kind = program.case_type(fee).unwrap();
    let specifics = kind.questions.iter().flat_map(|q| &q.specifics);
    assert_eq!(kind.title, "APN Program Fee and Renewal");
    assert!(specifics.into_iter().any(|s| s.title == "Downgrade my APN Membership"));
}

// Rules: SUPPORT-3
#[test]
fn cases_and_messages_have_limits() {
    let account = company("software", "registered");
    let lead = member("alliance_lead");
    let many: Vec<Event> = (0..500).map(|n| opened(&format!("c{n}"), "ace_user", "2026-03-01")).collect();
    check(&account, &many, &lead, &open(), "too_many_open_cases");
    let mut one_less = many;
    one_less.push(closed("c0", "2026-03-01"));
    check(&account, &one_less, &lead, &open(), "opened new0 by alliance_lead: A role");
    let mut talk = Vec::from([opened("role", "ace_user", "2026-03-01")]);
    talk.extend((1..500).map(|_| replied("role", Author::Member(id("ace_user")), "2026-03-01")));
    check(&account, &talk, &lead, &reply("role", "One more", Vec::new()), "too_many_posts");
    check(&account, &talk[1..499], &lead, &close("role"), "case_missing");
    check(&account, &talk[..499], &lead, &reply("role", "One more", Vec::new()), "alliance_lead in role: One more");
}
