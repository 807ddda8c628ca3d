//! Tasks in the browser, without scripts.

use super::*;

const LEAD: &str = "lead@larkspur.example";
const USER: &str = "user@larkspur.example";
const TECHNICAL: &str = "technical@larkspur.example";

impl Browser {
    /// The id of the task with this title and assignee, from the tasks page.
    async fn task(&mut self, title: &str, assignee: &str) -> String {
        self.get("/tasks").await;
        let rows = self.body.split("<tr>").filter(|row| row.contains(title) && row.contains(assignee));
        let row = rows.last().unwrap_or_else(|| panic!("no task {title} of {assignee}: {}", self.body));
        row.split("href=\"/tasks/").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }

    fn count(&self, name: &str) -> String {
        self.between(&format!("<strong data-count=\"{name}\">"), "<").unwrap()
    }
}

// Rules: HOME-12, TASK-5, TASK-6, TASK-7, TASK-8, TASK-9, TASK-10, TASK-15, C-072
#[tokio::test]
async fn the_home_page_has_the_widgets_of_each_role() {
    let world = World::demo().await;
    let mut lead = world.signed_in(LEAD).await;
    lead.get("/").await;
    for shown in ["data-widget=\"my_tasks\"", "data-widget=\"all_tasks\"", "href=\"/tasks/overdue\"", "href=\"/tasks\""]
    {
        lead.shows(shown);
    }
    assert_eq!(
        (lead.count("open"), lead.count("outstanding"), lead.count("overdue")),
        ("7".into(), "4".into(), "3".into())
    );
    let everybody = lead.between("data-widget=\"all_tasks\"", "</section>").unwrap();
    assert!(everybody.contains("Hanna Wood") && everybody.contains("Eli Stone"));
    let mut user = world.signed_in(USER).await;
    user.get("/").await;
    user.shows("data-widget=\"my_tasks\"");
    user.hides("data-widget=\"all_tasks\"");
    assert_eq!(user.count("overdue"), "3", "the numbers are the company's");
    let mine = user.between("data-widget=\"my_tasks\"", "</section>").unwrap();
    assert_eq!(mine.matches("href=\"/tasks/").count() - 1, 2, "two own tasks and the way to the overdue ones: {mine}");
    user.get("/tasks/overdue").await;
    assert_eq!(user.body.matches("data-label=\"Status\"").count(), 1, "only the own overdue one");
    lead.get("/tasks/overdue").await;
    assert_eq!(lead.body.matches("data-label=\"Status\"").count(), 3);
    lead.hides(">Open<");
}

// Rules: TASK-11, TASK-12, C-078, C-081
#[tokio::test]
async fn the_page_sorts_by_four_columns_and_nothing_else() {
    let world = World::demo().await;
    let mut lead = world.signed_in(LEAD).await;
    for column in ["status", "due_date", "assigned_to", "type"] {
        for (order, marked) in [("asc", "ascending"), ("desc", "descending")] {
            lead.get(&format!("/tasks?sort={column}&order={order}")).await;
            assert_eq!(lead.body.matches(&format!("aria-sort=\"{marked}\"")).count(), 1, "{column} {order}");
        }
    }
    for query in ["sort=title", "sort=due_date&order=up", "color=red"] {
        lead.get(&format!("/tasks?{query}")).await;
        assert_eq!(lead.status, 400, "{query}");
    }
    lead.get("/tasks?sort=assigned_to").await;
    let (first, last) = (lead.body.find("Ana Lark</td>").unwrap(), lead.body.find("Hanna Wood</td>").unwrap());
    assert!(first < last);
    let mut user = world.signed_in(USER).await;
    user.get("/tasks").await;
    user.hides("Eli Stone</td>");
    user.hides("Change assignee");
}

// Rules: TASK-16, TASK-17, TASK-2, C-075, C-080
#[tokio::test]
async fn a_task_is_done_by_its_form_or_by_the_work_it_links_to() {
    let world = World::demo().await;
    let mut user = world.signed_in(USER).await;
    let plan = user.task("Write down your plan", "Hanna Wood").await;
    user.get(&format!("/tasks/{plan}")).await;
    user.post(&format!("/tasks/{plan}/form"), &[("answers.goal", "Grow"), ("answers.first_step", " ")]).await;
    assert_eq!(user.status, 422);
    user.shows("id=\"f-answers-first_step\"");
    user.shows("aria-invalid=\"true\"");
    user.shows(">Grow</textarea>");
    user.post(&format!("/tasks/{plan}/form"), &[("answers.goal", "Grow"), ("answers.first_step", "Hire")]).await;
    assert_eq!((user.status.as_u16(), user.path.as_str()), (200, "/tasks"));
    user.shows("the task is completed");
    user.get(&format!("/tasks/{plan}")).await;
    user.shows("<dd>Hire</dd>");
    user.hides("Submit");
    let profile = user.task("Complete your own profile", "Hanna Wood").await;
    user.get(&format!("/tasks/{profile}")).await;
    user.shows("href=\"/profile\"");
    user.post(&format!("/tasks/{profile}/complete"), &[]).await;
    assert_eq!(user.status, 409);
    user.shows("The work is not on record yet");
    user.get("/profile").await;
    let fields = [
        ("name", "Hanna Wood"),
        ("customer.job_title", "Principal"),
        ("contact.phone", "+49 30 1"),
        ("contact.country", "Germany"),
    ];
    user.post("/profile", &fields).await;
    assert_eq!(user.status, 200, "{}", user.body);
    user.get(&format!("/tasks/{profile}")).await;
    user.post(&format!("/tasks/{profile}/complete"), &[]).await;
    assert_eq!((user.status.as_u16(), user.path.as_str()), (200, "/tasks"));
}

// Rules: TASK-4, TASK-14, TASK-20, TASK-21
#[tokio::test]
async fn the_lead_gives_tasks_and_hands_them_over() {
    let world = World::demo().await;
    let mut lead = world.signed_in(LEAD).await;
    let case = lead.task("Submit a case study", "Eli Stone").await;
    lead.get("/tasks/assignee").await;
    lead.shows("Tick at least one task");
    lead.get(&format!("/tasks/assignee?task={case}&name=fay")).await;
    lead.shows(">Fay Brook</option>");
    lead.hides(">Hanna Wood</option>");
    lead.hides("Ida Mill");
    lead.post("/tasks/assignee", &[("task", &case), ("to", "")]).await;
    assert_eq!(lead.status, 422);
    lead.get(&format!("/tasks/assignee?task={case}")).await;
    let fay = lead
        .body
        .split("<option value=\"")
        .skip(1)
        .find(|o| o.contains("Fay Brook"))
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    lead.post("/tasks/assignee", &[("task", &case), ("to", &fay)]).await;
    lead.shows("One task has a new assignee");
    assert_eq!(lead.task("Submit a case study", "Fay Brook").await, case);
    lead.get("/tasks/give?template=complete_profile").await;
    lead.post("/tasks/give", &[("template", "complete_profile"), ("to", &fay), ("due", "2020-01-01")]).await;
    assert_eq!(lead.status, 422);
    lead.shows("This day is over.");
    lead.post("/tasks/give", &[("template", "complete_profile"), ("to", &fay), ("due", "2030-01-01")]).await;
    lead.shows("The task is assigned.");
    lead.get("/tasks/give").await;
    lead.post("/tasks/give", &[("template", "complete_profile"), ("to", &fay), ("due", "")]).await;
    assert_eq!(lead.status, 409, "she has it already");
    let mut technical = world.signed_in(TECHNICAL).await;
    for path in [format!("/tasks/assignee?task={case}"), "/tasks/give".into()] {
        technical.get(&path).await;
        assert_eq!(technical.status, 403, "{path}");
    }
    technical.get(&format!("/tasks/{case}")).await;
    assert_eq!(technical.status, 404, "it is hers no more");
}

// Rules: TASK-13, TASK-18, TASK-19, C-076, C-077
#[tokio::test]
async fn deleting_and_dismissing_are_asked_first() {
    let world = World::demo().await;
    let mut user = world.signed_in(USER).await;
    let plan = user.task("Write down your plan", "Hanna Wood").await;
    user.get(&format!("/tasks/delete?task={plan}")).await;
    user.shows("Delete these tasks?");
    user.shows("<dt>Write down your plan for the programme</dt><dd>Hanna Wood</dd>");
    assert_eq!(user.task("Write down your plan", "Hanna Wood").await, plan, "nothing happened yet");
    user.get(&format!("/tasks/delete?task={plan}")).await;
    user.post("/tasks/delete", &[("task", &plan)]).await;
    user.shows("One task is deleted.");
    user.get(&format!("/tasks/{plan}")).await;
    assert_eq!(user.status, 404);
    let profile = user.task("Complete your own profile", "Hanna Wood").await;
    user.get(&format!("/tasks/{profile}/dismiss")).await;
    user.shows("Dismiss this task?");
    user.post(&format!("/tasks/{profile}/dismiss"), &[]).await;
    user.shows("The task is dismissed.");
    user.get(&format!("/tasks/{profile}")).await;
    user.shows(">Dismissed</span>");
    let mut lead = world.signed_in(LEAD).await;
    lead.get("/tasks/give").await;
    let ana = lead
        .body
        .split("<option value=\"")
        .skip(1)
        .find(|o| o.contains("Ana Lark"))
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    lead.post("/tasks/give", &[("template", "assign_roles"), ("to", &ana), ("due", "")]).await;
    let required = lead.task("Give your people their roles", "Ana Lark").await;
    lead.get(&format!("/tasks/delete?task={required}")).await;
    lead.post("/tasks/delete", &[("task", &required)]).await;
    assert_eq!(lead.status, 409);
    lead.shows("A required task stays until it is done");
}

// Rules: TASK-1, TASK-2, C-079
#[tokio::test]
async fn what_is_recommended_is_taken_up() {
    let world = World::demo().await;
    let mut technical = world.signed_in(TECHNICAL).await;
    technical.get("/tasks").await;
    technical.hides("Take up");
    let mut mill = world.signed_in("lead@millrace.example").await;
    mill.get("/tasks").await;
    mill.shows("Create a service offering");
    mill.hides("Create a software offering");
    mill.post("/tasks/take-up", &[("template", "create_service_offering")]).await;
    assert!(mill.path.starts_with("/tasks/"), "{}", mill.path);
    mill.shows("The task is on your list now.");
    mill.post("/tasks/take-up", &[("template", "create_software_offering")]).await;
    assert_eq!(mill.status, 403);
}
