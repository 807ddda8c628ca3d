//! Recommendations and the widgets of the home page.

use super::*;
use crate::fixture::company;

fn widget(account: &Account, given: &[Event], who: &str, at: &str) -> MyTasks {
    let (actor, moment) = (member(who), moment(at));
    state(given).my_tasks(&setting(account, &actor, &moment)).unwrap()
}

fn recommended(stage: &str, given: &[Event], who: &str) -> String {
    let people: &[(&str, &[&str])] =
        &[("tim", &["alliance_team"]), ("mia", &["marketing_staff"]), ("eve", &["ace_user"]), ("sam", &[])];
    let widget = widget(&company(stage, people), given, who, NOW);
    widget.recommended.iter().map(|r| r.template.as_str()).collect::<Vec<_>>().join(" ")
}

// Rules: TASK-1, TASK-2, TASK-3, C-075, C-079
#[test]
fn recommendations_depend_on_role_path_and_stage() {
    for (stage, who, expected) in [
        ("registered", "ana", "describe_company assign_roles invite_colleagues complete_profile plan_first_steps"),
        (
            "enrolled",
            "ana",
            "describe_company complete_profile plan_first_steps create_software_offering submit_opportunity submit_case_study",
        ),
        ("validated", "ana", "submit_opportunity submit_case_study list_on_marketplace"),
        ("registered", "tim", "describe_company invite_colleagues complete_profile plan_first_steps"),
        ("registered", "mia", "describe_company complete_profile"),
        ("validated", "mia", "submit_opportunity submit_case_study"),
        ("registered", "eve", "complete_profile"),
        ("enrolled", "eve", "complete_profile submit_opportunity"),
        ("registered", "sam", ""),
        ("validated", "sam", ""),
    ] {
        assert_eq!(recommended(stage, &[], who), expected, "{who} at {stage}");
    }
}

// Rules: TASK-2, C-079
#[test]
fn one_path_has_to_meet_both_path_and_stage() {
    let mut account = company("validated", &[("mia", &["marketing_staff"])]);
    account.apply(&crate::account::Event::StageSet { path: "services".to_string(), stage: "enrolled".to_string() });
    let widget = widget(&account, &[], "mia", NOW);
    let names: Vec<&str> = widget.recommended.iter().map(|r| r.template.as_str()).collect();
    assert!(names.contains(&"create_service_offering"), "{names:?}");
    assert!(!names.contains(&"create_software_offering"), "software is validated already: {names:?}");
}

// Rules: TASK-2, C-076
#[test]
fn what_is_there_or_done_or_set_aside_is_not_recommended_again() {
    let all = "describe_company complete_profile";
    assert_eq!(recommended("registered", &[], "mia"), all);
    let company_wide = added("t", "describe_company", "tim", "");
    assert_eq!(recommended("registered", core::slice::from_ref(&company_wide), "mia"), "complete_profile");
    assert_eq!(recommended("registered", &[company_wide, completed("t", "tim")], "mia"), "complete_profile");
    let own = added("t", "complete_profile", "mia", "");
    let deleted = Event::TaskDeleted { task: id("t"), by: id("mia") };
    for more in [&[][..], &[completed("t", "mia")], &[dismissed("t", "mia")], &[deleted]] {
        let given = [core::slice::from_ref(&own), more].concat();
        assert_eq!(recommended("registered", &given, "mia"), "describe_company", "{more:?}");
        assert!(recommended("registered", &given, "eve").contains("complete_profile"), "others have their own");
    }
}

// Rules: TASK-5, TASK-6, TASK-9, C-072, C-073
#[test]
fn my_tasks_are_mine_and_the_totals_are_everybodys() {
    for who in ["ana", "tim", "mia", "sam"] {
        let widget = widget(&acme(), &given(), who, NOW);
        let mine: Vec<String> = widget.tasks.iter().map(|r| name_of(r.task)).collect();
        let [opt, form, free, link] = ["opt", "form", "free", "link"].map(|kind| format!("{who}-{kind}"));
        assert_eq!(mine, [opt, form, free, link], "the next due first, then by id");
        assert_eq!(widget.account_totals, Totals { open: 16, outstanding: 12, overdue: 4 });
    }
    let shown = serde_json::to_value(widget(&acme(), &given(), "sam", NOW)).unwrap();
    assert_eq!(
        shown["account_totals"],
        serde_json::json!({ "open": 16, "outstanding": 12, "overdue": 4 }),
        "bare numbers"
    );
    assert!(!shown.to_string().contains("\"mia\""), "nobody else is named");
}

// Rules: TASK-6, C-073
#[test]
fn open_is_outstanding_and_overdue() {
    let given = [
        added("a", "submit_case_study", "mia", "2026-03-05"),
        added("b", "submit_case_study", "tim", "2026-03-06"),
        added("c", "submit_case_study", "sam", ""),
        added("d", "complete_profile", "tim", "2026-01-01"),
        added("e", "complete_profile", "mia", "2026-01-01"),
        completed("d", "tim"),
        dismissed("e", "mia"),
    ];
    for (at, outstanding, overdue) in
        [("2026-03-05T12:00:00Z", 3, 0), ("2026-03-06T12:00:00Z", 2, 1), ("2026-03-07T12:00:00Z", 1, 2)]
    {
        let totals = widget(&acme(), &given, "sam", at).account_totals;
        assert_eq!(totals, Totals { open: 3, outstanding, overdue }, "{at}");
    }
    // The company's own date decides: at one in the morning in Madrid the day before ends in London.
    let east = [given.as_slice(), &[Event::UtcOffsetSet { minutes: 60 }]].concat();
    assert_eq!(widget(&acme(), &east, "sam", "2026-03-05T23:00:00Z").account_totals.overdue, 1);
    assert_eq!(widget(&acme(), &given, "sam", "2026-03-05T23:00:00Z").account_totals.overdue, 0);
}

// Rules: TASK-10, C-036, C-072
#[test]
fn the_lead_sees_what_everybody_has() {
    let mut given = given();
    given.extend([
        completed("mia-form", "mia"),
        dismissed("mia-opt", "mia"),
        added("x", "submit_case_study", "rex", "2026-02-01"),
        added("y", "complete_profile", "rex", ""),
        completed("y", "rex"),
    ]);
    let (account, moment) = (acme(), moment(NOW));
    let lead = member("ana");
    let all = state(&given).all_tasks(&setting(&account, &lead, &moment)).unwrap();
    let lines: Vec<String> = all
        .people
        .iter()
        .map(|p| {
            let name = p.person.as_ref().map_or("nobody", |p| p.name.as_str());
            format!(
                "{name} {} {} {} {} {}",
                p.totals.open, p.totals.outstanding, p.totals.overdue, p.completed, p.dismissed
            )
        })
        .collect();
    // Of the removed rex, what is open is nobody's; what was done stays with the name.
    assert_eq!(
        lines,
        ["ana 4 3 1 0 0", "mia 2 2 0 1 1", "rex 0 0 0 1 0", "sam 4 3 1 0 0", "tim 4 3 1 0 0", "nobody 1 0 1 0 0"]
    );
    assert_eq!(all.totals, Totals { open: 15, outstanding: 11, overdue: 4 });
    for who in ["tim", "mia", "sam"] {
        let actor = member(who);
        let refused = state(&given).all_tasks(&setting(&account, &actor, &moment)).unwrap_err();
        assert_eq!(refused.code(), "permission_missing", "{who}");
    }
}
