//! Taking up, giving, submitting, completing, dismissing, deleting.

use chrono::TimeDelta;

use super::*;
use crate::Kind;

fn give(template: &str, to: &str, due: &str) -> Command {
    Command::Give { template: template.to_string(), to: id(to), due: due.to_string() }
}

fn take_up(template: &str) -> Command {
    Command::TakeUp { template: template.to_string() }
}

fn change(tasks: &[&str], to: &str, confirmed: bool) -> Command {
    Command::ChangeAssignee { tasks: ids(tasks), to: id(to), confirmed }
}

fn submit(task: &str, answers: &[(&str, &str)]) -> Command {
    let answers = answers.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect();
    Command::Submit { task: id(task), answers }
}

fn deed(record: &str, by: &str, at: &str) -> Deed {
    Deed { record: record.to_string(), by: id(by), at: time(at) }
}

fn complete(task: &str, deeds: Vec<Deed>) -> Command {
    Command::Complete { task: id(task), deeds }
}

fn dismiss(task: &str) -> Command {
    Command::Dismiss { task: id(task) }
}

fn delete(tasks: &[&str], confirmed: bool) -> Command {
    Command::Delete { tasks: ids(tasks), confirmed }
}

// Rules: TASK-4, TASK-14, C-075
#[test]
fn only_the_lead_gives_tasks_and_to_anybody_with_access() {
    let template = "submit_case_study";
    check(&[], "ana", give(template, "sam", ""), "new0 is submit_case_study for sam due 2026-05-30");
    check(&[], "ana", give(template, "mia", ""), "new0 is submit_case_study for mia due 2026-05-30");
    check(&[], "ana", give(template, "ana", ""), "new0 is submit_case_study for ana due 2026-05-30");
    for who in ["tim", "mia", "sam"] {
        check(&[], who, give(template, "sam", ""), "permission_missing");
    }
    check(&[], "ana", give(template, "rex", ""), "target_not_active");
    check(&[], "ana", give(template, "dee", ""), "target_not_active");
    check(&[], "ana", give(template, "zoe", ""), "member_missing"); // of another account
    check(&[], "rex", give(template, "sam", ""), "not_active");
    check(&[], "zoe", give(template, "sam", ""), "not_signed_in");
    check(&[], "ana", give("fly", "sam", ""), "template_missing");
    check(&[added("t", template, "sam", "")], "ana", give(template, "sam", ""), "already_there");
    check(
        &[added("t", template, "sam", ""), completed("t", "sam")],
        "ana",
        give(template, "sam", ""),
        "new0 is submit_case_study for sam due 2026-05-30",
    );
    // Of the removed rex: nobody's, so sam may get one of their own; but what is the company's waits for anybody.
    check(
        &[added("t", template, "rex", "")],
        "ana",
        give(template, "sam", ""),
        "new0 is submit_case_study for sam due 2026-05-30",
    );
    check(&[added("t", "describe_company", "rex", "")], "ana", give("describe_company", "sam", ""), "already_there");
}

// Rules: TASK-4
#[test]
fn a_due_date_is_read_or_refused() {
    for (due, expected) in [
        ("2026-03-01", "new0 is submit_case_study for sam due 2026-03-01"),
        (" 2026-12-31 ", "new0 is submit_case_study for sam due 2026-12-31"),
        ("2036-02-27", "new0 is submit_case_study for sam due 2036-02-27"),
        ("2036-02-28", "due: too_far"),
        ("2026-02-28", "due: in_the_past"),
        ("2026-02-30", "due: not_a_date"),
        ("2026-3-1", "due: not_a_date"),
        ("01.03.2026", "due: not_a_date"),
        ("tomorrow", "due: not_a_date"),
        ("+2026-03-1", "due: not_a_date"),
    ] {
        check(&[], "ana", give("submit_case_study", "sam", due), expected);
    }
}

// Rules: TASK-2, TASK-3, C-075, C-079
#[test]
fn people_take_up_what_is_recommended_to_them() {
    check(&[], "mia", take_up("submit_case_study"), "new0 is submit_case_study for mia due 2026-05-30");
    check(&[], "sam", take_up("submit_case_study"), "not_recommended");
    check(&[], "sam", take_up("complete_profile"), "not_recommended"); // for every role but the base one
    check(&[], "mia", take_up("assign_roles"), "not_recommended"); // the lead's
    check(&[], "ana", take_up("assign_roles"), "not_recommended"); // of the stage before
    check(&[], "mia", take_up("list_on_marketplace"), "not_recommended"); // of the stage after
    check(&[], "mia", take_up("create_service_offering"), "not_recommended"); // of another path
    check(&[], "mia", take_up("fly"), "template_missing");
    let mine = added("t", "submit_case_study", "mia", "");
    check(core::slice::from_ref(&mine), "mia", take_up("submit_case_study"), "already_there");
    check(&[mine, completed("t", "mia")], "mia", take_up("submit_case_study"), "already_there");
    let theirs = added("t", "describe_company", "tim", "");
    check(core::slice::from_ref(&theirs), "mia", take_up("describe_company"), "already_there");
    check(&[theirs, completed("t", "tim")], "mia", take_up("describe_company"), "already_there");
}

// Rules: TASK-20, TASK-14, TASK-21, C-036
#[test]
fn the_assignee_changes_on_confirm_only() {
    let after = check_then(&given(), "ana", change(&["mia-opt"], "dee", true), "target_not_active");
    assert_eq!(after.tasks()[&id("mia-opt")].assigned_to, id("mia"));
    let one = [added("t", "submit_case_study", "mia", ""), added("u", "complete_profile", "mia", "")];
    check(&one, "ana", change(&["t"], "sam", false), "not_confirmed");
    let after = check_then(&one, "ana", change(&["t", "u", "t"], "sam", true), "t to sam, u to sam");
    assert_eq!(after.tasks()[&id("t")].assignee(&acme()), Some(id("sam")));
    for who in ["tim", "mia", "sam"] {
        check(&one, who, change(&["t"], "sam", true), "permission_missing");
    }
    check(&one, "ana", change(&["t"], "zoe", true), "member_missing");
    check(&one, "ana", change(&["v"], "sam", true), "task_missing");
    check(&one, "ana", change(&["t", "v"], "sam", true), "task_missing"); // all or nothing
    check(&one, "ana", change(&[], "sam", true), "tasks: required");
    check(&one, "ana", change(&["t"], "mia", true), "already_there");
    check(&given(), "ana", change(&["mia-opt", "tim-opt"], "sam", true), "already_there");
    let two = [added("t", "submit_case_study", "mia", ""), added("u", "submit_case_study", "tim", "")];
    check(&two, "ana", change(&["t", "u"], "sam", true), "already_there"); // two of one kind
    check(
        &[added("t", "submit_case_study", "mia", ""), completed("t", "mia")],
        "ana",
        change(&["t"], "sam", true),
        "task_closed",
    );
    check(&[added("t", "submit_case_study", "rex", "")], "ana", change(&["t"], "sam", true), "t to sam");
}

// Rules: TASK-16, TASK-13, TASK-15, C-080
#[test]
fn a_form_completes_its_task_when_every_field_is_right() {
    let description = ("description", "We build things.");
    check(&given(), "mia", submit("mia-form", &[description]), "mia-form completed description=We build things.");
    let both = [description, ("website", "https://acme.example")];
    let after = check_then(
        &given(),
        "mia",
        submit("mia-form", &both),
        "mia-form completed description=We build things. website=https://acme.example",
    );
    let task = &after.tasks()[&id("mia-form")];
    assert_eq!((task.status, task.closed_by, task.answers.len()), (Status::Completed, Some(id("mia")), 2));
    for (answers, expected) in [
        (&[("description", "")][..], "answers.description: required"),
        (
            &[("description", "  "), ("website", "acme")],
            "answers.description: required, answers.website: not_a_web_address",
        ),
        (&[], "answers.description: required"),
        (&[description, ("mood", "good")], "answers.mood: unknown_field"),
        (&[("description", "a\u{202e}b")], "answers.description: bad_character"),
    ] {
        check(&given(), "mia", submit("mia-form", answers), expected);
    }
    for (length, expected) in [(500, true), (501, false), (40_000, false)] {
        let text = "x".repeat(length);
        let answers = [("goal", text.as_str()), ("first_step", "Ask.")];
        let fits = format!("sam-free completed first_step=Ask. goal={text}");
        check(&given(), "sam", submit("sam-free", &answers), if expected { &fits } else { "answers.goal: too_long" });
    }
    check(&given(), "mia", submit("mia-link", &[description]), "has_no_form");
    let done = [given(), Vec::from([completed("mia-form", "mia")])].concat();
    check(&done, "mia", submit("mia-form", &[description]), "task_closed");
    // What changes the company's information needs the right to change it: sam asks somebody else.
    check(&given(), "sam", submit("sam-form", &[description]), "permission_missing");
}

// Rules: TASK-16, TASK-1
#[test]
fn the_answers_become_the_companys_information() {
    let answers = |of: &[(&str, &str)]| of.iter().map(|(k, v)| (k.to_string(), Answer::parse(v).unwrap())).collect();
    let done =
        |task: &str, of| Event::TaskCompleted { task: id(task), by: id("mia"), answers: answers(of), deed: None };
    let (account, tasks) = (acme(), state(&given()));
    let edit = |event: &Event| company_edit(Program::guide(), &tasks, event, account.company().unwrap());
    let edited = edit(&done("mia-form", &[("description", "We build."), ("website", "https://acme.example")])).unwrap();
    assert_eq!((edited.name.as_str(), edited.description.as_str()), ("Acme", "We build."));
    assert_eq!(edited.website, "https://acme.example");
    assert_eq!(edit(&done("mia-form", &[("description", "We build.")])).unwrap().website, "", "what is not said stays");
    assert_eq!(edit(&done("mia-free", &[("goal", "Grow.")])), None);
    assert_eq!(edit(&dismissed("mia-form", "mia")), None);
}

// Rules: TASK-17, TASK-13, C-080
#[test]
fn a_link_is_done_when_the_work_is_on_record() {
    let work = "profile/record_submitted/case_study";
    let mine = deed(work, "mia", NOW);
    check(
        &given(),
        "mia",
        complete("mia-opt", Vec::from([mine.clone()])),
        "mia-opt completed by profile/record_submitted/case_study",
    );
    check(&given(), "mia", complete("mia-opt", Vec::new()), "work_not_recorded");
    check(
        &given(),
        "mia",
        complete("mia-opt", Vec::from([deed("account/company_edited", "mia", NOW)])),
        "work_not_recorded",
    );
    check(&given(), "mia", complete("mia-opt", Vec::from([deed(work, "tim", NOW)])), "work_not_recorded");
    check(
        &given(),
        "mia",
        complete("mia-opt", Vec::from([deed(work, "mia", "2026-03-01T08:59:59Z")])),
        "work_not_recorded",
    );
    check(&given(), "mia", complete("mia-form", Vec::from([mine.clone()])), "has_form");
    check(
        &given(),
        "ana",
        complete("mia-opt", Vec::from([mine.clone()])),
        "mia-opt completed by profile/record_submitted/case_study",
    );
    check(&given(), "tim", complete("mia-opt", Vec::from([mine.clone()])), "task_missing");
    let done = [given(), Vec::from([completed("mia-opt", "mia")])].concat();
    check(&done, "mia", complete("mia-opt", Vec::from([mine.clone()])), "task_closed");
    // What the company has done is done, whoever did it and whenever.
    let offering = deed("profile/record_created/offering", "tim", "2025-01-01T00:00:00Z");
    check(
        &given(),
        "mia",
        complete("mia-link", Vec::from([offering])),
        "mia-link completed by profile/record_created/offering",
    );
    // Nobody's task is done by the lead's own work.
    let nobodys = [added("t", "submit_case_study", "rex", "")];
    check(
        &nobodys,
        "ana",
        complete("t", Vec::from([deed(work, "ana", NOW)])),
        "t completed by profile/record_submitted/case_study",
    );
    check(&nobodys, "ana", complete("t", Vec::from([deed(work, "rex", NOW)])), "work_not_recorded");
    let many = core::iter::repeat_n(mine, DEEDS_MOST + 1).collect();
    check(&given(), "mia", complete("mia-opt", many), "too_many");
}

// Rules: TASK-17, TASK-1, C-080
#[test]
fn operators_record_what_was_done_outside_the_portal() {
    let record = |record: &str, who: &str| Command::RecordWork { record: record.to_string(), member: id(who) };
    let listing = "marketplace/listing_published";
    check(&[], "olga", record(listing, "tim"), "marketplace/listing_published by tim says olga");
    check(&[], "ana", record(listing, "tim"), "operator_only");
    check(&[], "olga", record("marketplace/nothing", "tim"), "record: unknown_record");
    check(&[], "olga", record(listing, "zoe"), "member_missing");
    check(&[], "olga", record(listing, "rex"), "target_not_active");
    let recorded = Event::WorkRecorded { deed: deed(listing, "tim", NOW), operator: "olga".to_string() };
    let given = [added("t", "list_on_marketplace", "mia", ""), recorded.clone()];
    check(&given[..1], "mia", complete("t", Vec::new()), "work_not_recorded");
    check(&given, "mia", complete("t", Vec::new()), "t completed by marketplace/listing_published");
    let full: Vec<Event> = core::iter::repeat_n(recorded, DEEDS_MOST).collect();
    check(&full, "olga", record(listing, "tim"), "too_many");
}

// Rules: TASK-17, C-080
#[test]
fn the_records_that_the_guide_waits_for_are_left_by_rooms_or_operators() {
    use crate::{account, pipeline, profile};

    let mut cases = profile::State::default();
    let mut left = Vec::new();
    for kind in ["offering", "case_study"] {
        let event = serde_json::json!({ "type": "record_created", "id": id(kind), "kind": kind, "title": "T",
            "description": "D", "by": id("mia") });
        let event: profile::Event = serde_json::from_value(event).unwrap();
        cases.apply(&event);
        left.push(profile_record(&cases, &event));
        left.push(profile_record(&cases, &profile::Event::RecordSubmitted { id: id(kind) }));
    }
    assert_eq!(
        left,
        ["offering", "case_study"]
            .map(|k| [format!("profile/record_created/{k}"), format!("profile/record_submitted/{k}")])
            .concat()
    );
    assert_eq!(profile_record(&cases, &profile::Event::RecordRemoved { id: id("offering") }), "profile/record_removed");
    let sent = account::Event::InvitationWithdrawn { invitation: id("i") };
    assert_eq!(account_record(&sent), "account/invitation_withdrawn");
    assert_eq!(room_record::<State>(&dismissed("t", "mia")), "tasks/task_dismissed");
    left.extend(["invitation_sent", "role_assigned", "profile_edited"].map(|e| format!("account/{e}")));
    left.push(format!("{}/opportunity_submitted", pipeline::Opportunity::KIND));
    left.push("marketplace/listing_published".to_string()); // an operator's
    for template in Program::guide().tasks() {
        if let Work::Link { done_by, .. } = &template.work {
            assert!(left.contains(done_by), "nothing leaves {done_by}");
        }
    }
}

// Rules: TASK-13, TASK-18, C-076, C-077
#[test]
fn only_optional_tasks_are_dismissed_and_they_are_kept() {
    let after = check_then(&given(), "mia", dismiss("mia-opt"), "mia-opt dismissed");
    assert_eq!(after.tasks()[&id("mia-opt")].status, Status::Dismissed);
    assert_eq!(after.tasks()[&id("mia-opt")].closed_by, Some(id("mia")));
    check(&given(), "mia", dismiss("mia-form"), "task_required");
    check(&given(), "mia", dismiss("mia-link"), "task_required");
    check(&given(), "ana", dismiss("mia-opt"), "mia-opt dismissed");
    for who in ["tim", "sam"] {
        check(&given(), who, dismiss("mia-opt"), "task_missing");
    }
    check(&given(), "rex", dismiss("mia-opt"), "not_active");
    let gone = [given(), Vec::from([dismissed("mia-opt", "mia")])].concat();
    check(&gone, "mia", dismiss("mia-opt"), "task_closed");
}

// Rules: TASK-13, TASK-18, TASK-19, C-077
#[test]
fn only_optional_tasks_are_deleted_and_only_with_consent() {
    let after = check_then(&given(), "mia", delete(&["mia-opt"], true), "mia-opt deleted");
    assert!(!after.tasks().contains_key(&id("mia-opt")));
    check(&given(), "mia", delete(&["mia-opt"], false), "not_confirmed");
    check(&given(), "mia", delete(&["mia-form"], true), "task_required");
    check(&given(), "mia", delete(&["mia-opt", "mia-link"], true), "task_required"); // all or nothing
    check(&given(), "mia", delete(&["mia-opt", "mia-free"], true), "mia-opt deleted, mia-free deleted");
    check(&given(), "mia", delete(&["mia-opt", "tim-opt"], true), "task_missing");
    check(&given(), "ana", delete(&["mia-opt", "tim-opt"], true), "mia-opt deleted, tim-opt deleted");
    check(&given(), "mia", delete(&[], true), "tasks: required");
    check(&given(), "zoe", delete(&[], true), "not_signed_in");
    check(
        &given(),
        "mia",
        Command::Delete { tasks: core::iter::repeat_n(id("mia-opt"), 101).collect(), confirmed: true },
        "too_many",
    );
}

// Rules: TASK-5
#[test]
fn an_account_keeps_a_limited_number_of_tasks() {
    let mut full = State::default();
    for n in 0..TASKS_MOST {
        let mut event = added("t", "submit_case_study", "tim", "");
        if let Event::TaskAdded { task, .. } = &mut event {
            *task = Id::from_bits(n as u128 + 1);
        }
        full.apply(&event);
    }
    assert_eq!(full.tasks().len(), TASKS_MOST);
    let (account, moment) = (acme(), moment(NOW));
    for (who, command) in [("ana", give("submit_case_study", "sam", "")), ("mia", take_up("submit_case_study"))] {
        let actor = member(who);
        let refused = full.decide(&setting(&account, &actor, &moment), &command).unwrap_err();
        assert_eq!((refused.code(), refused.kind()), ("too_many", Kind::Limited));
    }
}

// Rules: TASK-14
#[test]
fn operators_and_visitors_have_no_tasks() {
    let (account, moment) = (acme(), moment(NOW));
    for actor in [operator(), crate::account::Actor::Visitor] {
        let setting = setting(&account, &actor, &moment);
        let refused = state(&given()).decide(&setting, &give("submit_case_study", "sam", "")).unwrap_err();
        assert_eq!((refused.code(), refused.kind()), ("not_signed_in", Kind::Unauthenticated));
        assert!(state(&given()).my_tasks(&setting).is_err());
    }
}

// Rules: TASK-6, C-073
#[test]
fn the_companys_days_begin_where_it_is() {
    for (minutes, expected) in [
        (0, "offset 0"),
        (-720, "offset -720"),
        (840, "offset 840"),
        (345, "offset 345"),
        (-15, "offset -15"),
        (825, "offset 825"),
        (-721, "minutes: not_an_offset"),
        (841, "minutes: not_an_offset"),
        (1, "minutes: not_an_offset"),
        (-1, "minutes: not_an_offset"),
        (i32::MIN, "minutes: not_an_offset"),
        (855, "minutes: not_an_offset"),
        (-735, "minutes: not_an_offset"),
        (61, "minutes: not_an_offset"),
        (i32::MAX, "minutes: not_an_offset"),
    ] {
        check(&[], "ana", Command::SetUtcOffset { minutes }, expected);
    }
    check(&[], "tim", Command::SetUtcOffset { minutes: 60 }, "permission_missing");
    let at = time("2026-03-10T23:30:00Z");
    for (minutes, today) in [(0, "2026-03-10"), (60, "2026-03-11"), (-720, "2026-03-10"), (840, "2026-03-11")] {
        let tasks = state(&[Event::UtcOffsetSet { minutes }]);
        assert_eq!(tasks.today(at).to_string(), today, "{minutes}");
        assert_eq!(tasks.today(at - TimeDelta::days(1)).to_string(), tasks.today(at).pred_opt().unwrap().to_string());
    }
    assert_eq!(state(&[Event::UtcOffsetSet { minutes: i32::MAX }]).today(at).to_string(), "2026-03-10");
}
