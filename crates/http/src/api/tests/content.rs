//! Content, the search, the home page as a model and advice on browsers through the API.

use super::*;

const USER: &str = "user@larkspur.example";
const SELLER: &str = "seller@larkspur.example";

fn texts<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().map(|item| item[field].as_str().unwrap()).collect()
}

fn article(title: &str, day: &str) -> Value {
    json!({ "content": "news", "kind": "deadline", "title": title, "summary": "Renewals close.",
        "source": "Programme team", "published_on": day, "link": "https://example.org/renew" })
}

// Rules: NEWS-1, NEWS-2, NEWS-3, NEWS-4, NEWS-5, NEWS-6, NEWS-7, NEWS-8, C-118, C-119
#[tokio::test]
async fn everybody_reads_what_the_programme_publishes() {
    let world = world().await;
    let user = world.token(USER).await;
    let news = world.get(&user, "/api/v1/news").await.body;
    assert_eq!(news["total"], 6, "what is older than six months, and what waits for its day, is not listed: {news}");
    let days = texts(&news["items"], "published_on");
    assert!(days.is_sorted_by(|a, b| a >= b), "the newest first: {days:?}");
    let deadlines = world.get(&user, "/api/v1/news?kind=deadline&q=scorecard").await.body;
    assert_eq!((&deadlines["total"], &deadlines["items"][0]["kind"]), (&json!(1), &json!("deadline")));
    let id = news["items"][0]["id"].as_str().unwrap();
    assert_eq!(world.get(&user, &format!("/api/v1/news/{id}")).await.body, news["items"][0]);
    assert_eq!(world.get(&user, &format!("/api/v1/events/{id}")).await.status, StatusCode::NOT_FOUND);
    let events = world.get(&user, "/api/v1/events").await.body;
    assert_eq!((&events["total"], &events["items"][0]["pinned"]), (&json!(6), &json!(true)));
    let virtually = world.get(&user, "/api/v1/events?delivery=virtual&kind=summit,keynote").await.body;
    assert_eq!(virtually["total"], 2, "an event that is held both ways is also virtual");
    for (path, total) in [("resources", 9), ("resources?kind=video", 2), ("walkthroughs", 3)] {
        assert_eq!(world.get(&user, &format!("/api/v1/{path}")).await.body["total"], total, "{path}");
    }
    for (path, status) in [
        ("news?kind=gossip", 400),
        ("news?color=red", 400),
        ("news?limit=0", 400),
        ("events?limit=201", 400),
        ("resources?cursor=x", 400),
        ("walkthroughs/0", 404),
        ("news/x", 404),
    ] {
        assert_eq!(world.get(&user, &format!("/api/v1/{path}")).await.status.as_u16(), status, "{path}");
    }
    assert_eq!(world.get("", "/api/v1/news").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_list_is_read_page_by_page() {
    let world = world().await;
    let user = world.token(USER).await;
    let whole = world.get(&user, "/api/v1/resources").await.body;
    let (mut titles, mut path) = (Vec::new(), "/api/v1/resources?limit=4".to_owned());
    let mut sizes = Vec::new();
    loop {
        let page = world.get(&user, &path).await.body;
        sizes.push(page["items"].as_array().unwrap().len());
        titles.extend(texts(&page["items"], "title").into_iter().map(str::to_owned));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/api/v1/resources?limit=4&cursor={cursor}");
    }
    assert_eq!(
        (titles, sizes),
        (texts(&whole["items"], "title").into_iter().map(str::to_owned).collect(), vec![4, 4, 1])
    );
}

// Rules: NEWS-1, NEWS-2, C-118
#[tokio::test]
async fn operators_write_publish_and_withdraw() {
    let world = world().await;
    let (operator, user) = (world.operator().await, world.token(USER).await);
    let address = "/api/v1/operator/content";
    assert_eq!(world.post(&user, address, article("Renew", "2027-01-10")).await.status, StatusCode::NOT_FOUND);
    let wrong = world.post(&operator, address, article(" ", "2027-02-30")).await;
    assert_eq!((wrong.status, &wrong.body["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("invalid_input")));
    assert_eq!(texts(&wrong.body["faults"], "field"), ["title", "published_on"]);
    let key = [("idempotency-key", "once")];
    let made = world.send(&operator, "POST", address, Some(article("Renew soon", "2027-01-10")), &key).await;
    assert_eq!((made.status, &made.body["publication"]), (StatusCode::CREATED, &json!("draft")), "{}", made.body);
    let again = world.send(&operator, "POST", address, Some(article("Renew soon", "2027-01-10")), &key).await;
    assert_eq!(again.body["id"], made.body["id"], "the same request is done once");
    let id = made.body["id"].as_str().unwrap();
    let (item, publication) = (format!("{address}/{id}"), format!("{address}/{id}/publication"));
    let reads = |path: String| {
        let (world, user) = (&world, &user);
        async move { world.get(user, &path).await.status.as_u16() }
    };
    assert_eq!(reads(format!("/api/v1/news/{id}")).await, 404, "a draft is the operators'");
    let shown = world.send(&operator, "PUT", &publication, None, &[]).await;
    assert_eq!((shown.status, &shown.body["publication"]), (StatusCode::OK, &json!("published")), "{}", shown.body);
    assert_eq!(reads(format!("/api/v1/news/{id}")).await, 200);
    assert_eq!(world.send(&operator, "PUT", &publication, None, &[]).await.body["code"], "already_published");
    let tag = world.get(&operator, &item).await.headers["etag"].to_str().unwrap().to_owned();
    let edit = |title: &str| Some(article(title, "2027-01-11"));
    let edited = world.send(&operator, "PUT", &item, edit("Renew now"), &[("if-match", &tag)]).await;
    assert_eq!(edited.status, StatusCode::OK, "{}", edited.body);
    let stale = world.send(&operator, "PUT", &item, edit("Renew never"), &[("if-match", &tag)]).await;
    assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(world.get(&user, &format!("/api/v1/news/{id}")).await.body["title"], "Renew now");
    let found = world.get(&user, "/api/v1/search?q=renew%20now&type=news").await.body;
    assert_eq!(found["tables"][0]["rows"], json!([{ "id": id, "title": "Renew now" }]));
    let video =
        json!({ "content": "resource", "kind": "video", "title": "t", "summary": "s", "link": "https://a.example" });
    assert_eq!(world.send(&operator, "PUT", &item, Some(video), &[]).await.body["code"], "kind_fixed");
    assert_eq!(world.send(&operator, "DELETE", &publication, None, &[]).await.status, StatusCode::OK);
    assert_eq!(reads(format!("/api/v1/news/{id}")).await, 404);
    assert_eq!(world.get(&user, "/api/v1/search?q=renew%20now").await.body["tables"], json!([]));
    let withdrawn = world.get(&operator, &format!("{address}?publication=withdrawn")).await.body;
    assert_eq!(
        (withdrawn["items"].as_array().unwrap().len(), &withdrawn["items"][0]["item"]["title"]),
        (1, &json!("Renew now"))
    );
    assert_eq!(world.get(&operator, &format!("{address}?publication=lost")).await.status, StatusCode::BAD_REQUEST);
}

// Rules: SEARCH-2, SEARCH-5, SEARCH-6, SEARCH-7, SEARCH-8, SEARCH-9, SEARCH-11, C-117, TASK-11
#[tokio::test]
async fn a_search_shows_tables_of_what_the_caller_may_open() {
    let world = world().await;
    let (lead, seller) = (world.token(LEAD).await, world.token(SELLER).await);
    let types =
        |body: &Value| texts(&body["tables"], "type").into_iter().map(str::to_owned).collect::<Vec<_>>().join(" ");
    let mine = world.get(&lead, "/api/v1/search?q=profile").await.body;
    assert!(types(&mine).contains("task"), "{mine}");
    let task = |body: &Value| body["filters"].as_array().unwrap().iter().find(|f| f["type"] == "task").cloned();
    assert_eq!(task(&mine).unwrap()["total"], 4, "the lead finds everybody's");
    assert_eq!(task(&world.get(&seller, "/api/v1/search?q=profile").await.body), None, "others only their own");
    assert_eq!(types(&world.get(&seller, "/api/v1/search?q=opportun&type=task").await.body), "task");
    let people = world.get(&lead, "/api/v1/search?q=hanna@lark&type=person").await.body;
    assert_eq!(types(&people), "", "the words of an address stand in its order");
    let people = world.get(&lead, "/api/v1/search?q=lead@lark&type=person").await.body;
    assert_eq!(people["tables"][0]["rows"][0]["title"], "Ana Lark");
    assert_eq!(types(&world.get(&seller, "/api/v1/search?q=lead@lark").await.body), "");
    let strangers = world.get(&lead, "/api/v1/search?q=millrace").await.body;
    assert_eq!(types(&strangers), "", "another company's people are not here");
    let many = world.get(&lead, "/api/v1/search?q=larkspur&type=person,video").await.body;
    assert_eq!((&many["tables"][0]["total"], &many["clear_filters"]), (&json!(8), &json!(true)));
    assert_eq!(
        (many["tables"][0]["rows"].as_array().unwrap().len(), &many["tables"][0]["view_all"]),
        (5, &json!(true))
    );
    let all = "/api/v1/search?q=larkspur&view_all=person&limit=6";
    let first = world.get(&lead, all).await.body["tables"][0].clone();
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = world.get(&lead, &format!("{all}&cursor={cursor}")).await.body["tables"][0].clone();
    assert_eq!((second["rows"].as_array().unwrap().len(), &second["next_cursor"]), (2, &Value::Null));
    let both: std::collections::BTreeSet<&str> =
        texts(&first["rows"], "id").into_iter().chain(texts(&second["rows"], "id")).collect();
    assert_eq!(both.len(), 8, "every row once");
    for (query, status, code) in [
        ("", 400, "malformed"),
        ("?q=", 422, "invalid_input"),
        ("?q=x&type=fund_request", 400, "malformed"),
        ("?q=x&view_all=dashboard", 400, "malformed"),
        ("?q=x&limit=0", 400, "malformed"),
        ("?q=x&cursor=x", 400, "malformed"),
    ] {
        let answer = world.get(&lead, &format!("/api/v1/search{query}")).await;
        assert_eq!((answer.status.as_u16(), &answer.body["code"]), (status, &json!(code)), "{query}");
    }
}

// Rules: SEARCH-2, SIGN-6
#[tokio::test]
async fn who_left_is_found_no_more() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let hanna = world.person(&lead, USER).await;
    let found = |body: Value| body["tables"].as_array().unwrap().len();
    assert_eq!(found(world.get(&lead, "/api/v1/search?q=hanna&type=person").await.body), 1);
    let removal = json!({ "confirm": Program::guide().limits().confirmation_word });
    let removed = world.post(&lead, &format!("/api/v1/people/{hanna}/removal"), removal).await;
    assert!(removed.status.is_success(), "{}", removed.body);
    assert_eq!(found(world.get(&lead, "/api/v1/search?q=hanna&type=person").await.body), 0);
}

// Rules: HOME-2, HOME-3, HOME-4, HOME-7, HOME-10, HOME-11, HOME-12, HOME-13, SEARCH-1
#[tokio::test]
async fn the_home_page_is_a_model() {
    let world = world().await;
    let lead = world.get(&world.token(LEAD).await, "/api/v1/home").await.body;
    assert_eq!(texts(&lead["dropdowns"], "id"), ["support", "language", "my_company", "my_profile"]);
    assert_eq!(texts(&lead["widgets"], "widget"), ["my_tasks", "all_tasks"]);
    assert_eq!(lead["widgets"][1]["all_tasks"]["totals"]["overdue"], 3);
    assert_eq!(lead["marketplace"], "manage_linked_account");
    assert_eq!((lead["news"].as_array().unwrap().len(), lead["events"].as_array().unwrap().len()), (5, 5));
    assert_eq!(lead["walkthroughs"].as_array().unwrap().len(), 3);
    let user = world.get(&world.token(USER).await, "/api/v1/home").await.body;
    assert_eq!((texts(&user["widgets"], "widget"), &user["marketplace"]), (vec!["my_tasks"], &Value::Null));
    assert!(user["navigation"].as_array().unwrap().len() <= lead["navigation"].as_array().unwrap().len());
    assert_eq!(world.get("", "/api/v1/home").await.status, StatusCode::UNAUTHORIZED);
}

// Rules: BROWSER-1, BROWSER-2, BROWSER-3, SIGN-2, C-121
#[tokio::test]
async fn advice_on_browsers_is_open_to_everybody() {
    let world = world().await;
    for (agent, codes) in [
        ("Firefox/128.0", vec!["firefox_extended"]),
        ("Edge/18.1", vec!["edge_legacy"]),
        ("Chrome/126 Mobile", vec!["desktop_recommended"]),
        ("Chrome/126", vec![]),
    ] {
        let answer = world.send("", "GET", "/api/v1/browser-check", None, &[("user-agent", agent)]).await;
        assert_eq!(texts(&answer.body["hints"], "code"), codes, "{agent}");
    }
    let asked = world.get("", "/api/v1/browser-check?user_agent=Edge%2F18").await.body;
    assert_eq!(asked["hints"][0]["unsupported_since"], "2020-12-31");
    assert_eq!(world.get("", "/api/v1/browser-check?x=1").await.status, StatusCode::BAD_REQUEST);
}
