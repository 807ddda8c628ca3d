//! Questions that need no journal: recommended tasks, hints on browsers.

use crate::support::{Session, check};

// Rules: TASK-1, TASK-2, TASK-3, C-075, C-079
#[test]
fn tasks_are_recommended_by_role_path_and_stage() {
    let mut session = Session::new();
    let about = "task-templates --roles marketing_staff --path software";
    session
        .run(&format!("{about} --stage registered"))
        .run(&format!("{about} --stage validated"))
        .run(&format!("{about} --stage validated --output json"))
        .run("task-templates --roles standard_user --path software --output json")
        .run("task-templates --all --output csv")
        .run("task-templates --all --stage registered")
        .run("task-templates");
    check("task_templates", &session);
}

// Rules: BROWSER-1, BROWSER-2, BROWSER-3, BROWSER-4, SIGN-2, C-121
#[test]
fn browsers_are_warned_of_and_never_blocked() {
    let mut session = Session::new();
    session
        .run("check-browser Firefox/128.0 --on 2026-01-01")
        .run("check-browser Firefox/146.0 --on 2026-01-01")
        .run("check-browser Edge/18.17763 --on 2026-01-01")
        .run("check-browser Edge/18.17763 --on 2026-01-01 --output json")
        .run("check-browser Edge/18.17763 --on 2020-12-30")
        .run("check-browser Edg/80.0 --on 2026-01-01")
        .run("check-browser (iPhone) --on 2026-01-01")
        .run("check-browser Edge/18 --on 2026-01-01 --quiet")
        .run("check-browser x --on tomorrow");
    check("check_browser", &session);
}
