//! Tasks: every command, done and refused.

use crate::support::{GLOBEX, Session, check};

// Rules: TASK-2, TASK-4, TASK-7, TASK-11, TASK-14, TASK-20, TASK-21, C-075, C-078
#[test]
fn tasks_are_created_shown_and_assigned() {
    let mut session = Session::acme();
    session
        .run("tasks recommended --as ann@acme.example")
        .run("tasks recommended --as bo@acme.example")
        .run("tasks create describe_company --as ann@acme.example")
        .run("tasks create describe_company --as ann@acme.example")
        .run("tasks create complete_profile --to chen --due 2026-03-03 --as ann@acme.example")
        .run("tasks create invite_colleagues --to cy@acme.example --due yesterday --as ann@acme.example")
        .run("tasks create invite_colleagues --to zoe --as ann@acme.example")
        .run("tasks create invite_colleagues --due 2026-03-03 --as ann@acme.example")
        .run("tasks create nothing --as ann@acme.example")
        .run("tasks create invite_colleagues --as bo@acme.example")
        .run("tasks create invite_colleagues --to cy@acme.example --as bo@acme.example")
        .run("tasks list --as ann@acme.example")
        .run("tasks list --as bo@acme.example --output json")
        .run("tasks list");
    let describe = session.id("tasks list --as ann@acme.example", "Describe");
    let complete = session.id("tasks list --as ann@acme.example", "Complete");
    session
        .run(&format!("tasks show {} --as ann@acme.example", &describe[..6]))
        .run(&format!("tasks show {complete} --as bo@acme.example --output csv"))
        .run(&format!("tasks show {describe} --as bo@acme.example"))
        .run("tasks show x --as ann@acme.example")
        .run("tasks assignees --as ann@acme.example")
        .run("tasks assignees CY --as ann@acme.example --output json")
        .run("tasks assignees --as bo@acme.example")
        .run(&format!("tasks assign {} --to cy --as ann@acme.example", &complete[..6]))
        .run(&format!("tasks assign {} --to cy --yes --as ann@acme.example", &complete[..6]))
        .run(&format!("tasks assign {complete} --to bo --yes --as cy@acme.example"))
        .run(&format!("tasks assign {complete} --to e --yes --as ann@acme.example"))
        .run("tasks people --as ann@acme.example")
        .run("tasks people --as bo@acme.example");
    check("tasks_created", &session);
}

// Rules: TASK-13, TASK-16, TASK-17, TASK-18, TASK-19, C-076, C-077, C-080
#[test]
fn tasks_are_completed_dismissed_and_deleted() {
    let mut session = Session::with(&[
        crate::support::ACME[0],
        crate::support::ACME[1],
        "tasks create describe_company --as ann@acme.example",
        "tasks create assign_roles --as ann@acme.example",
        "tasks create complete_profile --as ann@acme.example",
        "tasks create plan_first_steps --as ann@acme.example",
    ]);
    let id = |title: &str| session.id("tasks list --as ann@acme.example", title);
    let (form, link, own, plan) = (id("Describe"), id("Give your"), id("Complete"), id("Write down"));
    session
        .run(&format!("tasks complete {form} --as ann@acme.example"))
        .run(&format!("tasks complete {form} --answer description=x --answer website=nowhere --answer colour=red --as ann@acme.example"))
        .run(&format!("tasks complete {form} --answer description=x --answer description=y --as ann@acme.example"))
        .run(&format!("tasks complete {form} --answer description --as ann@acme.example"))
        .run(&format!("tasks complete {form} --answer 'description=We build sails' --as ann@acme.example"))
        .run("profile show --output csv")
        .run(&format!("tasks complete {form} --answer description=x --as ann@acme.example"))
        .run(&format!("tasks complete {link} --answer x=y --as ann@acme.example"))
        .run(&format!("tasks complete {link} --as ann@acme.example"))
        .run("roles --assign bo@acme.example=ace_user --as ann@acme.example --quiet")
        .run(&format!("tasks complete {link} --as ann@acme.example"))
        .run(&format!("tasks dismiss {own} --as ann@acme.example"))
        .run(&format!("tasks dismiss {link} --as ann@acme.example"))
        .run(&format!("tasks delete {own} {plan} --as ann@acme.example"))
        .run(&format!("tasks delete {own} {link} --yes --as ann@acme.example"))
        .run(&format!("tasks delete {own} {plan} --yes --as ann@acme.example"))
        .run(&format!("tasks complete {} --as ann@acme.example", "0".repeat(32)))
        .run("tasks list --as ann@acme.example --output csv")
        .run("events --last 4");
    check("tasks_done", &session);
}

// Rules: TASK-6, TASK-8, TASK-12, C-073, C-081
#[test]
fn tasks_are_sorted_filtered_and_late_by_the_companys_own_days() {
    let mut session = Session::acme();
    session.run("tasks create complete_profile --to bo --due 2026-03-02 --as ann@acme.example --quiet");
    session.run("tasks create describe_company --to cy --as ann@acme.example --quiet");
    let bos = session.id("tasks list --as ann@acme.example", "Bo Chen");
    session.run("tasks create plan_first_steps --to ann@acme.example --as ann@acme.example --quiet");
    session.run(&format!("tasks dismiss {bos} --as bo@acme.example --quiet"));
    session.run("tasks create complete_profile --to bo --due 2026-03-02 --as ann@acme.example --quiet");
    for column in ["status", "due_date", "assigned_to", "type"] {
        session
            .run(&format!("tasks list --sort {column} --as ann@acme.example --output csv"))
            .run(&format!("tasks list --sort {column} --reverse --as ann@acme.example --output csv"));
    }
    session
        .run("tasks list --sort title --as ann@acme.example")
        .run("tasks list --status dismissed --as ann@acme.example --output csv")
        .run("tasks list --type required --as ann@acme.example --output csv")
        .at("2026-03-02T20:00:00Z")
        .run("tasks list --overdue --as ann@acme.example")
        .run("tasks set-utc-offset +05:30 --as ann@acme.example")
        .run("tasks list --overdue --as ann@acme.example")
        .run("tasks set-utc-offset -03:10 --as ann@acme.example")
        .run("tasks set-utc-offset five --as ann@acme.example")
        .run("tasks set-utc-offset UTC --as bo@acme.example")
        .run("tasks set-utc-offset UTC");
    check("tasks_listed", &session);
}

// Rules: TASK-17, C-080
#[test]
fn the_operator_records_work_that_was_done_elsewhere() {
    let mut session = Session::acme();
    session
        .run("tasks record-work marketplace/listing_published --for bo@acme.example")
        .run("tasks record-work nonsense --for bo@acme.example")
        .run("tasks record-work marketplace/listing_published --for zoe@acme.example")
        .run("tasks record-work marketplace/listing_published --for bo@acme.example --as ann@acme.example")
        .run(GLOBEX)
        .run("tasks record-work marketplace/listing_published --for bo@acme.example")
        .run("tasks record-work marketplace/listing_published --for bo@acme.example --company globex.example");
    check("tasks_work", &session);
}
