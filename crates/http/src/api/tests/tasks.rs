//! Tasks and languages through the API.

use super::*;

const USER: &str = "user@larkspur.example";
/// The lead of a company that has no tasks yet.
const HEAD: &str = "lead@millrace.example";
const MARKETING: &str = "marketing@larkspur.example";

// Rules: TASK-4, TASK-6, TASK-7, TASK-12, TASK-13, TASK-14, TASK-18, TASK-19, TASK-20, TASK-21, C-072, C-078
#[tokio::test]
async fn the_lead_gives_tasks_and_people_work_on_their_own() {
    let world = world().await;
    let (lead, marketing, user) = (
        world.token(HEAD).await,
        world.token("channel@millrace.example").await,
        world.token("seller@millrace.example").await,
    );
    let people = world.get(&lead, "/api/v1/tasks/people?name=kim").await.body;
    let kim = people["people"][0]["member"].as_str().unwrap().to_owned();
    let give = json!({ "template": "plan_first_steps", "to": kim, "due": "2027-02-01" });
    let refused = world.post(&marketing, "/api/v1/tasks", give.clone()).await;
    assert_eq!((refused.status, &refused.body["code"]), (StatusCode::FORBIDDEN, &json!("permission_missing")));
    let given = world.post(&lead, "/api/v1/tasks", give).await;
    assert_eq!(given.status, StatusCode::CREATED, "{}", given.body);
    let id = given.body["tasks"][0].as_str().unwrap().to_owned();
    let seen = world.get(&user, "/api/v1/tasks?sort=status&order=desc").await.body;
    assert_eq!(seen["tasks"][0]["title"], "Write down your plan for the programme");
    let others = world.get(&marketing, "/api/v1/tasks").await.body;
    assert_eq!(
        others,
        json!({ "tasks": [], "totals": { "open": 1, "outstanding": 1, "overdue": 0 },
        "next_cursor": null })
    );
    assert_eq!(world.get(&user, "/api/v1/tasks?sort=title").await.body["code"], "unknown_sort");
    let path = format!("/api/v1/tasks/{id}");
    assert_eq!(world.get(&user, &path).await.body["work"]["kind"], "form");
    assert_eq!(world.get(&marketing, &path).await.status, StatusCode::NOT_FOUND);
    let empty = world.post(&user, &format!("{path}/form"), json!({ "answers": { "goal": " " } })).await;
    assert_eq!(empty.body["faults"].as_array().unwrap().len(), 2);
    let doomed = |confirm| json!({ "tasks": [id], "confirm": confirm });
    assert_eq!(world.post(&user, "/api/v1/tasks/deletion", doomed(false)).await.body["code"], "not_confirmed");
    let mine = json!({ "tasks": [id], "to": world.person(&lead, HEAD).await, "confirm": true });
    assert_eq!(world.post(&lead, "/api/v1/tasks/assignee", mine).await.status, StatusCode::OK);
    assert_eq!(world.post(&user, "/api/v1/tasks/deletion", doomed(true)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.post(&lead, "/api/v1/tasks/deletion", doomed(true)).await.status, StatusCode::OK);
    assert_eq!(world.get(&lead, &path).await.status, StatusCode::NOT_FOUND);
}

// Rules: TASK-16, TASK-17, C-080
#[tokio::test]
async fn forms_reach_the_company_and_links_wait_for_the_work() {
    let world = world().await;
    let (lead, marketing) = (world.token(LEAD).await, world.token(MARKETING).await);
    let dana = world.person(&lead, MARKETING).await;
    let give = |template: &str| json!({ "template": template, "to": dana });
    let form = world.post(&lead, "/api/v1/tasks", give("describe_company")).await.body["tasks"][0].clone();
    let answers = json!({ "answers": { "description": "We plan wards." } });
    let path = format!("/api/v1/tasks/{}/form", form.as_str().unwrap());
    let done = world.post(&marketing, &path, answers).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    assert_eq!(world.get(&lead, "/api/v1/company").await.body["company"]["description"], "We plan wards.");
    let link = world.post(&lead, "/api/v1/tasks", give("invite_colleagues")).await.body["tasks"][0].clone();
    let path = format!("/api/v1/tasks/{}/completion", link.as_str().unwrap());
    let done = world.send(&marketing, "POST", &path, None, &[]).await;
    assert_eq!(done.status, StatusCode::OK, "the company has invited somebody already");
    let profile = world.post(&lead, "/api/v1/tasks", give("complete_profile")).await.body["tasks"][0].clone();
    let path = format!("/api/v1/tasks/{}", profile.as_str().unwrap());
    let early = world.send(&marketing, "POST", &format!("{path}/completion"), None, &[]).await;
    assert_eq!((early.status, &early.body["code"]), (StatusCode::CONFLICT, &json!("work_not_recorded")));
    let set_aside = world.send(&marketing, "POST", &format!("{path}/dismissal"), None, &[]).await;
    assert_eq!(set_aside.status, StatusCode::OK);
}

// Rules: TASK-2, TASK-5, TASK-10, C-075
#[tokio::test]
async fn the_widgets_recommend_and_sum_up() {
    let world = world().await;
    let lead = world.get(&world.token(LEAD).await, "/api/v1/tasks/summary").await.body;
    assert!(lead["all_tasks"]["totals"].is_object());
    assert_eq!(lead["my_tasks"]["recommended"][0]["template"], "submit_opportunity");
    let user = world.get(&world.token(USER).await, "/api/v1/tasks/summary").await.body;
    assert_eq!((&user["all_tasks"], &user["my_tasks"]["recommended"]), (&Value::Null, &json!([])));
}

// Rules: HOME-9, C-069
#[tokio::test]
async fn a_language_is_chosen_and_kept() {
    let world = world().await;
    let user = world.token(USER).await;
    let choose = |tag: &str| json!({ "language": tag });
    let wrong = world.send(&user, "PUT", "/api/v1/language", Some(choose("xx")), &[]).await;
    assert_eq!((wrong.status, &wrong.body["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("language_unsupported")));
    assert_eq!(world.get(&user, "/api/v1/language").await.body["chosen"], Value::Null);
    assert_eq!(world.send(&user, "PUT", "/api/v1/language", Some(choose("en")), &[]).await.status, StatusCode::OK);
    assert_eq!(world.get(&user, "/api/v1/language").await.body["chosen"], "en");
}
