//! The Tasks page, its order, the page of overdue tasks, a task's own page.

use super::*;

fn titles(rows: &[Row]) -> String {
    rows.iter().map(|r| name_of(r.task)).collect::<Vec<_>>().join(" ")
}

fn read<T>(given: &[Event], who: &str, at: &str, read: impl Fn(&State, &Setting<'_>) -> T) -> T {
    let (account, actor, moment) = (acme(), member(who), moment(at));
    read(&state(given), &setting(&account, &actor, &moment))
}

#[track_caller]
fn page(given: &[Event], who: &str, by: Column, order: Order, expected: &str) {
    let rows = read(given, who, NOW, |tasks, setting| tasks.page(setting, by, order)).unwrap();
    assert_eq!(titles(&rows), expected, "by {by:?} {order:?}");
}

fn few() -> Vec<Event> {
    [
        added("a", "submit_case_study", "mia", "2026-03-05"),
        added("b", "describe_company", "tim", "2026-02-27"),
        added("c", "complete_profile", "mia", ""),
        added("d", "create_software_offering", "rex", "2026-03-05"),
        added("e", "plan_first_steps", "ana", "2026-02-20"),
        completed("b", "tim"),
        dismissed("c", "mia"),
    ]
    .into()
}

// Rules: TASK-12, C-081
#[test]
fn the_page_sorts_by_four_columns_both_ways() {
    use Column::{AssignedTo, DueDate, Type};
    use Order::{Ascending, Descending};
    page(&few(), "ana", Column::Status, Ascending, "a d e b c");
    page(&few(), "ana", Column::Status, Descending, "c b a d e");
    page(&few(), "ana", DueDate, Ascending, "e b a d c");
    page(&few(), "ana", DueDate, Descending, "a d b e c"); // without a date: last either way; equal dates by id
    page(&few(), "ana", AssignedTo, Ascending, "e a c b d");
    page(&few(), "ana", AssignedTo, Descending, "b a c e d"); // nobody's: last either way
    page(&few(), "ana", Type, Ascending, "b d a c e");
    page(&few(), "ana", Type, Descending, "a c e b d");
    for column in Column::ALL {
        assert_eq!(column.id().parse(), Ok(column));
        assert_eq!(serde_json::to_value(column).unwrap(), column.id());
    }
    for other in ["title", "Status", "id", "", "purpose"] {
        assert_eq!(other.parse::<Column>(), Err(SortFault), "{other:?}");
    }
    assert_eq!(("asc".parse(), "desc".parse()), (Ok(Ascending), Ok(Descending)));
    assert_eq!("up".parse::<Order>(), Err(SortFault));
    assert_eq!((SortFault.code(), SortFault.kind()), ("unknown_sort", crate::Kind::Invalid));
}

// Rules: TASK-11, C-078
#[test]
fn others_see_their_own_tasks_only() {
    page(&few(), "mia", Column::DueDate, Order::Ascending, "a c");
    page(&few(), "tim", Column::DueDate, Order::Ascending, "b");
    page(&few(), "sam", Column::DueDate, Order::Ascending, "");
    for who in ["rex", "dee", "zoe"] {
        assert!(read(&few(), who, NOW, |t, s| t.page(s, Column::Type, Order::Ascending)).is_err(), "{who}");
    }
}

// Rules: TASK-8, C-074
#[test]
fn the_overdue_page_holds_overdue_tasks_only() {
    let overdue = |who: &str, at: &str| titles(&read(&few(), who, at, State::overdue_page).unwrap());
    assert_eq!(overdue("ana", NOW), "e");
    assert_eq!(overdue("ana", "2026-03-05T23:59:59Z"), "e", "due today is not overdue");
    assert_eq!(overdue("ana", "2026-03-06T00:00:00Z"), "e a d");
    assert_eq!(overdue("mia", "2026-03-06T00:00:00Z"), "a");
    assert_eq!(overdue("tim", "2026-03-06T00:00:00Z"), "", "what is completed is not overdue");
}

// Rules: TASK-7, TASK-15, TASK-16, TASK-17
#[test]
fn a_task_has_a_page_where_the_work_starts() {
    let detail = |who: &str, task: &str| read(&given(), who, NOW, |t, s| t.detail(s, id(task)));
    let form = detail("mia", "mia-form").unwrap();
    assert_eq!(form.row.title.as_str(), "Describe your company");
    assert!(form.purpose.len() > 20);
    let DetailWork::Form { fields } = form.work else { panic!("{:?}", form.work) };
    assert_eq!(fields.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), ["description", "website"]);
    let link = |opens| DetailWork::Link { item: "build/offerings".to_string(), title: "Offerings".to_string(), opens };
    assert_eq!(detail("mia", "mia-link").unwrap().work, link(true));
    assert_eq!(detail("sam", "sam-link").unwrap().work, link(false), "the page needs a role that sam has not");
    assert!(detail("ana", "mia-form").is_ok());
    for (who, task) in [("tim", "mia-form"), ("mia", "nothing"), ("sam", "ana-opt")] {
        assert_eq!(detail(who, task).unwrap_err(), Refusal::TaskMissing, "{who} {task}");
    }
    assert_eq!(detail("rex", "mia-form").unwrap_err().code(), "not_active");
}

// Rules: TASK-17
#[test]
fn a_task_outlives_its_template() {
    let mut old = [added("t", "submit_case_study", "mia", "")];
    if let Event::TaskAdded { template, .. } = &mut old[0] {
        *template = "of_last_year".to_string();
    }
    let detail = read(&old, "mia", NOW, |t, s| t.detail(s, id("t"))).unwrap();
    assert_eq!((detail.row.title.as_str(), detail.work), ("Submit a case study", DetailWork::Gone));
    check(&old, "mia", Command::Submit { task: id("t"), answers: BTreeMap::new() }, "template_missing");
    check(&old, "mia", Command::Complete { task: id("t"), deeds: Vec::new() }, "template_missing");
    check(&old, "mia", Command::Dismiss { task: id("t") }, "t dismissed");
}

// Rules: TASK-21, C-075
#[test]
fn people_are_found_by_name_in_the_own_account_only() {
    let found = |who: &str, name: &str| {
        let people = read(&[], who, NOW, |t, s| t.assignable(s, name));
        people.map(|people| people.iter().map(|p| p.name.to_string()).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(found("ana", "ana").unwrap(), "ana");
    assert_eq!(found("ana", "ANA").unwrap(), "ana");
    assert_eq!(found("ana", "m").unwrap(), "mia sam tim");
    assert_eq!(found("ana", "").unwrap(), "ana mia sam tim", "removed and deactivated people are not offered");
    assert_eq!(found("ana", "rex").unwrap(), "");
    assert_eq!(found("ana", "zoe").unwrap(), "", "a person of another account never");
    assert_eq!(found("tim", "ana").unwrap_err().code(), "permission_missing");
}
