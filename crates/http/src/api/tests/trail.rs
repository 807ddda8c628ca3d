//! The audit trail through the API.

use super::*;

const CLOUD: &str = "cloud@larkspur.example";

fn names(page: &Value) -> Vec<String> {
    page["entries"].as_array().unwrap().iter().map(|e| e["name"].as_str().unwrap().to_owned()).collect()
}

// Rules: TRAIL-1, TRAIL-2, TRAIL-3
#[tokio::test]
async fn what_happened_in_every_room_is_read_newest_first() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let crane = json!({ "kind": "software_product", "title": "Crane =1+1" });
    assert_eq!(world.post(&lead, "/api/v1/profile/products", crane).await.status, StatusCode::CREATED);
    let trail = world.get(&lead, "/api/v1/trail").await;
    assert_eq!(trail.status, StatusCode::OK, "{}", trail.body);
    let newest = &trail.body["entries"][0];
    assert_eq!((&newest["room"], &newest["name"]), (&json!("profile"), &json!("product_added")));
    assert_eq!((&newest["actor"]["kind"], &newest["actor"]["name"]), (&json!("member"), &json!("Ana Lark")));
    assert!(newest["request"].as_str().is_some_and(|id| !id.is_empty()) && newest["source"].is_string());
    let all = names(&trail.body);
    assert!(all.contains(&"account_linked".to_owned()), "the demo's link is there: {all:?}");
    let sequences: Vec<i64> =
        trail.body["entries"].as_array().unwrap().iter().map(|e| e["sequence"].as_i64().unwrap()).collect();
    assert!(sequences.is_sorted_by(|a, b| a > b));
}

// Rules: TRAIL-3
#[tokio::test]
async fn the_trail_is_paged_to_its_beginning() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let (mut found, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = world.get(&lead, &format!("/api/v1/trail?limit=7{cursor}")).await.body;
        found.extend(page["entries"].as_array().unwrap().iter().map(|e| e["sequence"].as_i64().unwrap()));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    let newest = found[0];
    assert_eq!(found, (1..=newest).rev().collect::<Vec<_>>(), "each place once, none left out");
    let last = world.get(&lead, &format!("/api/v1/trail?limit={}", newest.min(200))).await.body;
    assert_eq!(last["next_cursor"].is_null(), newest <= 200, "a page that holds the last one says so");
}

// Rules: TRAIL-3
#[tokio::test]
async fn the_trail_is_searched_by_each_of_its_fields() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let cleo = world.person(&lead, CLOUD).await;
    let count = async |query: &str| {
        let page = world.get(&lead, &format!("/api/v1/trail?limit=200&{query}")).await;
        assert_eq!(page.status, StatusCode::OK, "{query}: {}", page.body);
        names(&page.body)
    };
    assert!(count("name=Company_Registered").await.len() == 1);
    assert!(count("room=linking").await.iter().all(|name| name != "company_registered"));
    assert!(!count(&format!("by={cleo}&room=linking")).await.is_empty());
    assert!(!count("by=operators").await.is_empty());
    assert!(count("by=visitors").await.contains(&"company_registered".to_owned()));
    assert!(count("until=2000-01-01").await.is_empty());
    assert!(count("from=2000-01-01").await.len() > 5);
    assert_eq!(count("text=LARKSPUR%20Software").await, ["company_registered"]);
    assert!(count("request=none").await.is_empty());
    for (query, code) in
        [("by=ana", "by"), ("from=x", "from"), ("cursor=x", "cursor"), ("limit=201", "limit"), ("color=red", "unknown")]
    {
        let bad = world.get(&lead, &format!("/api/v1/trail?{query}")).await;
        assert_eq!((bad.status, &bad.body["code"]), (StatusCode::BAD_REQUEST, &json!("malformed")), "{query}");
        assert!(bad.body["detail"].as_str().unwrap().contains(code), "{}", bad.body);
    }
}

// Rules: TRAIL-3
#[tokio::test]
async fn each_reads_as_far_as_they_may() {
    let world = world().await;
    let cloud = world.get(&world.token(CLOUD).await, "/api/v1/trail?limit=200").await.body;
    assert_eq!(cloud["only_room"], "linking");
    assert!(cloud["entries"].as_array().unwrap().iter().all(|e| e["room"] == "linking"));
    assert!(!names(&cloud).is_empty());
    let cloud = world.token(CLOUD).await;
    assert!(names(&world.get(&cloud, "/api/v1/trail?room=account").await.body).is_empty());
    let seller = world.get(&world.token("seller@larkspur.example").await, "/api/v1/trail").await;
    assert_eq!((seller.status, &seller.body["missing_permission"]), (StatusCode::FORBIDDEN, &json!("view_trail")));
    for path in ["/api/v1/trail", "/api/v1/trail/download", "/api/v1/trail/cloud"] {
        assert_eq!(world.get("", path).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    let other = world.get(&world.token("lead@millrace.example").await, "/api/v1/trail?text=larkspur").await.body;
    assert!(names(&other).is_empty(), "another company's");
}

/// A file as text.
async fn file(world: &World, token: &str, path: &str) -> (HeaderMap, String) {
    let request = Request::get(path)
        .header("host", "127.0.0.1:8480")
        .header("authorization", format!("Bearer {token}"))
        .body(HttpBody::empty())
        .unwrap();
    let (parts, body) = world.app.clone().oneshot(request).await.unwrap().into_parts();
    assert_eq!(parts.status, StatusCode::OK);
    (parts.headers, String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap())
}

// Rules: TRAIL-3
#[tokio::test]
async fn the_trail_is_downloaded_as_rows_or_lines() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let (headers, rows) = file(&world, &lead, "/api/v1/trail/download?room=linking").await;
    assert_eq!(headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(headers["content-disposition"], "attachment; filename=\"trail.csv\"");
    assert!(rows.starts_with("at,actor,actor_id,room,event,"), "{rows}");
    let page = world.get(&lead, "/api/v1/trail?room=linking&limit=200").await.body;
    let (headers, lines) = file(&world, &lead, "/api/v1/trail/download?room=linking&format=jsonl").await;
    assert_eq!(headers["content-type"], "application/x-ndjson");
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let kept: Vec<String> = lines.iter().map(|line| line["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(kept, names(&page));
    assert_eq!(rows.lines().filter(|line| line.contains(",linking,")).count(), kept.len());
}

// Rules: TRAIL-5, TRAIL-6, TRAIL-7, TRAIL-12, TRAIL-13, TRAIL-15, TRAIL-16, TRAIL-17, TRAIL-19
#[tokio::test]
async fn account_management_is_told_in_the_form_of_the_cloud_accounts_trail() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let linking = world.get(&lead, "/api/v1/linking").await.body;
    let mapped = linking["mappings"][0]["user"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/linking/mappings/{mapped}");
    assert_eq!(world.send(&lead, "DELETE", &path, None, &[]).await.status, StatusCode::OK);
    let page = world.get(&lead, "/api/v1/trail/cloud").await.body;
    let records = page["Records"].as_array().unwrap();
    let named = |name: &str| records.iter().filter(|r| r["eventName"] == name).collect::<Vec<_>>();
    let [link] = named("AssociatePartnerAccount")[..] else { panic!("one link: {page}") };
    assert_eq!(link["requestParameters"], json!({ "value": "HIDDEN_DUE_TO_SECURITY_REASONS" }));
    assert_eq!((&link["userIdentity"]["type"], &link["sourceIPAddress"]), (&json!("IAMUser"), &json!("demo")));
    assert_eq!(link.as_object().unwrap().len(), 17);
    let [unmap] = named("DisassociatePartnerUser")[..] else { panic!("one mapping was undone: {page}") };
    assert_eq!(unmap["requestParameters"]["partnerUserId"], mapped);
    assert_eq!(unmap["userIdentity"]["type"], "AssumedRole");
    assert_eq!(unmap["eventSource"], "partnercentral-account-management.amazonaws.com");
    let ids: std::collections::BTreeSet<&str> = records.iter().map(|r| r["eventID"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), records.len());
    let only = world.get(&lead, "/api/v1/trail/cloud?name=associatepartneraccount&limit=1").await.body;
    assert_eq!(only["Records"].as_array().unwrap().len(), 1);
    let again = world.get(&lead, "/api/v1/trail/cloud?limit=1").await.body;
    assert!(again["next_cursor"].is_string());
}
