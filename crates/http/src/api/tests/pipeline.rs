//! Opportunities and leads through the API: entries, lists, files, reports, and the operator's side.

use super::*;

const MANAGER: &str = "manager@larkspur.example";
const SELLER: &str = "seller@larkspur.example";
const TECHNICAL: &str = "technical@larkspur.example";
const USER: &str = "user@larkspur.example";
const OPPORTUNITIES: &str = "/api/v1/opportunities";
const LEADS: &str = "/api/v1/leads";

/// The fields of an opportunity that is ready to be submitted.
fn full(title: &str) -> Value {
    json!({
        "opportunity_type": "Net New Business", "region": "eu-west-1",
        "primary_needs_from_aws": ["Co-Sell - Deal Support"],
        "customer": { "account": { "company_name": "Harbour Ltd", "industry": "Retail",
            "website_url": "harbour.example", "address": { "postal_code": "36201", "country_code": "ES" } } },
        "project": { "title": title, "customer_business_problem": "The harbour is full and has to move.",
            "customer_use_case": "Migration/Database Migration", "delivery_models": ["SaaS or PaaS"],
            "sales_activities": ["SOW Signed"], "other_solution_description": "Moving harbours",
            "expected_customer_spend": [{ "amount": "1200.50", "currency_code": "EUR", "target_company": "AWS" }] },
        "life_cycle": { "stage": "Qualified", "target_close_date": "2027-09-30" }
    })
}

/// The fields of a lead.
fn lead(company: &str) -> Value {
    let contact = json!({ "email": "di@bay.example", "first_name": "Di", "last_name": "Bay",
        "business_title": "Captain" });
    json!({ "region": "eu-west-1", "customer": { "company_name": company },
        "interactions": [{ "source_type": "Event", "contact": contact }],
        "marketing": { "campaign_name": "Boats", "channels": ["Email"] } })
}

impl World {
    /// Brings an opportunity, and gives its id.
    async fn opportunity(&self, token: &str, title: &str) -> String {
        self.services.clock.advance(TimeDelta::seconds(1));
        let made = self.post(token, OPPORTUNITIES, full(title)).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        made.body["id"].as_str().unwrap().to_owned()
    }

    async fn csv(&self, token: &str, path: &str, text: impl Into<HttpBody>, extra: &[(&str, &str)]) -> Answer {
        let mut request = Request::post(path).header("host", "127.0.0.1:8480");
        request = request.header("authorization", format!("Bearer {token}"));
        if !extra.iter().any(|(name, _)| *name == "content-type") {
            request = request.header("content-type", "text/csv; charset=utf-8");
        }
        for (name, value) in extra {
            request = request.header(*name, *value);
        }
        let response = self.app.clone().oneshot(request.body(text.into()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: serde_json::from_slice(&bytes).unwrap_or_default(),
        }
    }

    /// A file that is downloaded.
    async fn file(&self, token: &str, path: &str) -> (StatusCode, HeaderMap, String) {
        let request =
            Request::get(path).header("host", "127.0.0.1:8480").header("authorization", format!("Bearer {token}"));
        let response = self.app.clone().oneshot(request.body(HttpBody::empty()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        (parts.status, parts.headers, String::from_utf8(bytes.to_vec()).unwrap())
    }

    /// The id of the company of the demo to which somebody belongs.
    async fn company(&self, operator: &str, name: &str) -> String {
        let all = self.get(operator, "/api/v1/operator/companies").await.body;
        let found = all["companies"].as_array().unwrap().iter().find(|c| c["name"] == name).unwrap();
        found["id"].as_str().unwrap().to_owned()
    }
}

fn titles(list: &Value) -> Vec<&str> {
    list["entries"].as_array().unwrap().iter().map(|e| e["title"].as_str().unwrap()).collect()
}

// Rules: ACE-2, ACE-3, ACE-8, ACE-10, ACE-11, CMP-4, CMP-6, ROLE-71
#[tokio::test]
async fn an_opportunity_is_brought_seen_changed_and_submitted() {
    let world = world().await;
    let (seller, manager, user) = (world.token(SELLER).await, world.token(MANAGER).await, world.token(USER).await);
    let refused = world.post(&user, OPPORTUNITIES, full("Quay")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(refused.body["missing_permission"], "submit_opportunities");
    let made = world.post(&seller, OPPORTUNITIES, full("Quay")).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    let path = made.headers["location"].to_str().unwrap().to_owned();
    assert_eq!(made.body["owner"]["email"], SELLER);
    assert!(made.body["identifier"].as_str().unwrap().starts_with('O'));
    assert_eq!(made.body["review"]["review_status"], "Pending Submission");
    let read = world.get(&seller, &path).await;
    assert_eq!((&read.body, &read.headers["etag"]), (&made.body, &made.headers["etag"]));
    assert_eq!(read.body["actions"], json!(["submit", "edit", "transfer"]));
    let technical = world.token(TECHNICAL).await;
    assert_eq!(world.get(&technical, &path).await.body["code"], "not_owner");
    // What was read goes back as it is and changes nothing; the manager's edit leaves the owner.
    let fields = read.body["fields"].clone();
    let same = world.send(&seller, "PUT", &path, Some(fields.clone()), &[]).await;
    assert_eq!((same.status, &same.headers["etag"]), (StatusCode::OK, &made.headers["etag"]), "{}", same.body);
    let patch = json!({ "project": { "title": "Long Quay" }, "region": null });
    let edited = world.send(&manager, "PATCH", &path, Some(patch), &[]).await;
    assert_eq!(edited.status, StatusCode::OK, "{}", edited.body);
    assert_eq!(edited.body["fields"]["project"]["title"], "Long Quay");
    assert_eq!((&edited.body["fields"]["region"], &edited.body["owner"]["email"]), (&json!(""), &json!(SELLER)));
    assert_eq!(edited.body["fields"]["project"]["customer_use_case"], fields["project"]["customer_use_case"]);
    let history = world.get(&seller, &format!("{path}/history")).await.body;
    assert_eq!(history["changes"][0]["by"]["member"]["name"], "Fay Brook");
    assert_eq!(history["changes"][0]["fields"], json!(["project.title", "region"]));
    assert_eq!(history["changes"][1]["event"], "opportunity_created");
    for (body, code) in
        [(json!({ "involvement_type": "" }), "required"), (json!({ "involvement_type": "Never" }), "unknown_value")]
    {
        let refused = world.post(&seller, &format!("{path}/submission"), body).await;
        assert_eq!(refused.body["faults"], json!([{ "field": "involvement_type", "code": code }]));
    }
    let wish = json!({ "involvement_type": "Co-Sell", "visibility": "Limited" });
    let submitted = world.post(&seller, &format!("{path}/submission"), wish.clone()).await;
    assert_eq!(submitted.body["review"]["review_status"], "Submitted", "{}", submitted.body);
    assert_eq!(submitted.body["review"]["visibility"], "Limited");
    assert_eq!(submitted.body["actions"], json!(["transfer"]));
    let locked = world.send(&seller, "PUT", &path, Some(full("Pier")), &[]).await;
    assert_eq!((locked.status, &locked.body["code"]), (StatusCode::CONFLICT, &json!("review_locked")));
    let again = world.post(&seller, &format!("{path}/submission"), wish).await;
    assert_eq!(again.body["code"], "wrong_review_status");
}

#[tokio::test]
async fn bad_bodies_and_addresses_change_nothing_and_say_where() {
    let world = world().await;
    let seller = world.token(SELLER).await;
    let mut bad = full("");
    bad["customer"]["account"]["website_url"] = json!("javascript:alert(1)");
    bad["project"]["expected_customer_spend"][0]["amount"] = json!("lots");
    let refused = world.post(&seller, OPPORTUNITIES, bad).await;
    let fields: Vec<&str> =
        refused.body["faults"].as_array().unwrap().iter().map(|f| f["field"].as_str().unwrap()).collect();
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(fields, ["customer.account.website_url", "project.title", "project.expected_customer_spend[0].amount"]);
    for body in [json!({ "colour": "red" }), json!([]), json!({ "project": { "title": 1 } })] {
        assert_eq!(world.post(&seller, OPPORTUNITIES, body).await.body["code"], "malformed");
    }
    let id = world.opportunity(&seller, "Quay").await;
    let path = format!("{OPPORTUNITIES}/{id}");
    for patch in [json!({ "colour": "red" }), json!([1]), json!(null), json!({ "project": { "title": 1 } })] {
        assert_eq!(world.send(&seller, "PATCH", &path, Some(patch), &[]).await.status, StatusCode::BAD_REQUEST);
    }
    for missing in ["x", "00000000000000000000000000000000", "%00", &"a".repeat(300)] {
        let path = format!("{OPPORTUNITIES}/{missing}");
        for (method, body) in [("GET", None), ("PUT", Some(full("x"))), ("PATCH", Some(json!({})))] {
            let answer = world.send(&seller, method, &path, body, &[]).await;
            assert_eq!((answer.status, &answer.body["code"]), (StatusCode::NOT_FOUND, &json!("entry_missing")));
        }
    }
    let other = world.token("seller@millrace.example").await;
    assert_eq!(world.get(&other, &path).await.body["code"], "entry_missing", "another company's");
    let to = world.post(&seller, &format!("{path}/transfer"), json!({ "to": "x" })).await;
    assert_eq!(to.body["faults"], json!([{ "field": "to", "code": "not_an_id" }]));
}

// Rules: ACE-5, ACE-12, C-042
#[tokio::test]
async fn of_two_transfers_at_once_one_wins() {
    let world = world().await;
    let (seller, manager) = (world.token(SELLER).await, world.token(MANAGER).await);
    let owners = world.get(&seller, "/api/v1/pipeline/owners").await.body;
    let owners: Vec<&str> = owners["owners"].as_array().unwrap().iter().map(|o| o["email"].as_str().unwrap()).collect();
    assert!(owners.contains(&TECHNICAL) && !owners.contains(&USER), "{owners:?}");
    let lead_token = world.token(LEAD).await;
    let (technical, user) = (world.person(&lead_token, TECHNICAL).await, world.person(&lead_token, USER).await);
    let manager_id = world.person(&lead_token, MANAGER).await;
    let id = world.opportunity(&seller, "Quay").await;
    let path = format!("{OPPORTUNITIES}/{id}");
    let nobody = world.post(&seller, &format!("{path}/transfer"), json!({ "to": user })).await;
    assert_eq!((nobody.status, &nobody.body["code"]), (StatusCode::CONFLICT, &json!("target_cannot_own")));
    let tag = world.get(&seller, &path).await.headers["etag"].to_str().unwrap().to_owned();
    let give = |token: &str, to: &str| {
        let (token, path, tag) = (token.to_owned(), format!("{path}/transfer"), tag.clone());
        let body = json!({ "to": to });
        let world = &world;
        async move { world.send(&token, "POST", &path, Some(body), &[("if-match", &tag)]).await }
    };
    let (one, two) = tokio::join!(give(&manager, &technical), give(&manager, &manager_id));
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::OK, StatusCode::PRECONDITION_FAILED], "{} {}", one.body, two.body);
    let winner = if one.status == StatusCode::OK { one } else { two };
    assert_eq!(world.get(&manager, &path).await.body["owner"], winner.body["owner"]);
    assert_eq!(world.get(&seller, &path).await.body["code"], "not_owner", "who gave it away reaches it no more");
}

#[tokio::test]
async fn a_request_that_is_sent_again_is_answered_again() {
    let world = world().await;
    let seller = world.token(SELLER).await;
    let send = |body: Value| {
        let (world, seller) = (&world, &seller);
        async move { world.send(seller, "POST", OPPORTUNITIES, Some(body), &[("idempotency-key", "k1")]).await }
    };
    let (first, second) = (send(full("Quay")).await, send(full("Quay")).await);
    assert_eq!((first.status, &first.body), (second.status, &second.body));
    assert_eq!(second.headers["idempotent-replayed"], "true");
    assert_eq!(send(full("Pier")).await.body["code"], "idempotency_key_reused");
    let list = world.get(&seller, &format!("{OPPORTUNITIES}?text=quay&owner=me")).await.body;
    assert_eq!(list["total"], 1);
    // Some fields, twice with the version that was read.
    let path = format!("{OPPORTUNITIES}/{}", first.body["id"].as_str().unwrap());
    let tag = first.headers["etag"].to_str().unwrap();
    let patch = |title: &str| json!({ "project": { "title": title } });
    let once = world.send(&seller, "PATCH", &path, Some(patch("Mole")), &[("if-match", tag)]).await;
    assert_eq!(once.status, StatusCode::OK);
    let late = world.send(&seller, "PATCH", &path, Some(patch("Pier")), &[("if-match", tag)]).await;
    assert_eq!((late.status, &late.body["code"]), (StatusCode::PRECONDITION_FAILED, &json!("changed_meanwhile")));
    // A change that was made is answered again also to whom the entry is no longer shown.
    let keyed = [("idempotency-key", "k2")];
    let made = world.send(&seller, "PATCH", &path, Some(patch("Jetty")), &keyed).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.body);
    let lead = world.token(LEAD).await;
    let to = world.person(&lead, TECHNICAL).await;
    let given = world.post(&seller, &format!("{path}/transfer"), json!({ "to": to })).await;
    assert!(given.status.is_success(), "{}", given.body);
    assert_eq!(world.get(&seller, &path).await.body["code"], "not_owner");
    let again = world.send(&seller, "PATCH", &path, Some(patch("Jetty")), &keyed).await;
    assert_eq!((again.status, &again.body), (made.status, &made.body));
    assert_eq!(again.headers["idempotent-replayed"], "true");
}

// Rules: ACE-3, ACE-11, ROLE-65, ROLE-71
#[tokio::test]
async fn lists_are_narrowed_ordered_and_go_on() {
    let world = world().await;
    let (seller, technical, manager) =
        (world.token(SELLER).await, world.token(TECHNICAL).await, world.token(MANAGER).await);
    for title in ["Zq alpha", "Zq beta", "Zq gamma"] {
        world.opportunity(&seller, title).await;
    }
    world.opportunity(&technical, "Zq delta").await;
    let list = |token: &str, query: &str| {
        let (world, token, path) = (&world, token.to_owned(), format!("{OPPORTUNITIES}?{query}"));
        async move { world.get(&token, &path).await }
    };
    let all = list(&manager, "text=zq&sort=title").await.body;
    assert_eq!(titles(&all), ["Zq alpha", "Zq beta", "Zq delta", "Zq gamma"]);
    assert_eq!((&all["total"], &all["next_cursor"]), (&json!(4), &Value::Null));
    assert_eq!(titles(&list(&seller, "text=zq&sort=title&order=desc").await.body), ["Zq gamma", "Zq beta", "Zq alpha"]);
    assert_eq!(titles(&list(&seller, "text=zq").await.body)[0], "Zq gamma", "the newest first");
    let first = list(&manager, "text=zq&sort=title&limit=3").await.body;
    let cursor = first["next_cursor"].as_str().unwrap();
    assert_eq!(
        titles(&list(&manager, &format!("text=zq&sort=title&limit=3&cursor={cursor}")).await.body),
        ["Zq gamma"]
    );
    for (query, count) in [
        ("text=zq&stage=Qualified", 4),
        ("text=zq&stage=Prospect&stage=Launched", 0),
        ("text=zq&review_status=Pending%20Submission", 4),
        ("text=zq&status=PENDING", 0),
        ("text=zq&origin=Partner%20Referral", 4),
        ("text=zq&owner=me", 0),
        ("text=zq&owner=none", 0),
        ("text=zq&region=eu-west-1", 4),
        ("text=zq&target_close_until=2027-09-29", 0),
        ("text=zq&target_close_from=2027-09-30", 4),
        ("text=zq&modified_from=2020-01-01T00:00:00Z", 4),
        ("text=zq&modified_before=2020-01-01T00:00:00Z", 0),
    ] {
        assert_eq!(list(&manager, query).await.body["total"], count, "{query}");
    }
    for query in [
        "stage=Nowhere",
        "sort=status",
        "order=up",
        "owner=x",
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=x",
        "cursor=x",
        "colour=red",
        "target_close_from=yesterday",
        &format!("sort=title&order=desc&cursor={cursor}"),
    ] {
        let answer = list(&manager, query).await;
        assert_eq!((answer.status, &answer.body["code"]), (StatusCode::BAD_REQUEST, &json!("malformed")), "{query}");
    }
    let user = list(&world.token(USER).await, "").await;
    assert_eq!((user.status, &user.body["code"]), (StatusCode::FORBIDDEN, &json!("permission_missing")));
}

// Rules: ACE-6, ACE-7, ACE-13, ACE-14, C-040
#[tokio::test]
async fn files_are_rehearsed_and_then_taken_in_whole() {
    let world = world().await;
    let (seller, manager) = (world.token(SELLER).await, world.token(MANAGER).await);
    let bulk = |operation: &str, query: &str| format!("{OPPORTUNITIES}/bulk/{operation}{query}");
    let file = "customer.account.company_name,project.title\nBay,Zq one\n,Zq two\nCape,Zq three\n";
    let rehearsed = world.csv(&seller, &bulk("import", "?dry_run=true"), file, &[]).await;
    assert_eq!(rehearsed.status, StatusCode::OK, "{}", rehearsed.body);
    assert_eq!((&rehearsed.body["applied"], &rehearsed.body["counts"]["created"]), (&json!(false), &json!(2)));
    let fault = json!({ "line": 3, "column": 1, "field": "customer.account.company_name", "code": "required" });
    assert_eq!(rehearsed.body["rows"][1]["faults"], json!([fault]));
    let held = world.csv(&seller, &bulk("import", ""), file, &[]).await;
    assert_eq!((held.status, &held.body["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("invalid_file")));
    assert_eq!(held.body["cells"], json!([fault]));
    let found = |path: &'static str| world.get(&seller, path);
    assert_eq!(found("/api/v1/opportunities?text=zq").await.body["total"], 0);
    let kept = [("idempotency-key", "once")];
    let taken = world.csv(&seller, &bulk("import", "?mode=good_rows"), file, &kept).await;
    assert_eq!((taken.status, &taken.body["applied"]), (StatusCode::OK, &json!(true)), "{}", taken.body);
    let again = world.csv(&seller, &bulk("import", "?mode=good_rows"), file, &kept).await;
    assert_eq!(again.body, taken.body);
    assert_eq!(found("/api/v1/opportunities?text=zq").await.body["total"], 2);
    let id = taken.body["rows"][0]["id"].as_str().unwrap();
    let made = world.get(&seller, &format!("{OPPORTUNITIES}/{id}")).await;
    assert_eq!(
        (&made.body["fields"]["project"]["title"], &made.body["owner"]["email"]),
        (&json!("Zq one"), &json!(SELLER))
    );
    // What is downloaded can be edited and given back.
    let (status, headers, exported) = world.file(&seller, &bulk("export", "")).await;
    assert_eq!((status, &headers["content-type"]), (StatusCode::OK, &"text/csv; charset=utf-8".parse().unwrap()));
    assert!(headers["content-disposition"].to_str().unwrap().contains("opportunities.csv"));
    let unchanged = world.csv(&seller, &bulk("update", ""), exported.clone(), &[]).await;
    assert_eq!(unchanged.body["applied"], false, "{}", unchanged.body);
    let edited = exported.replace("Zq one", "Zq uno");
    world.services.clock.advance(TimeDelta::seconds(1));
    let updated = world.csv(&seller, &bulk("update", ""), edited.clone(), &[]).await;
    assert_eq!(updated.body["counts"]["updated"], 1, "{}", updated.body);
    let stale = world.csv(&seller, &bulk("update", ""), edited.replace("uno", "eins"), &[]).await;
    assert_eq!(stale.body["cells"][0]["code"], "changed_meanwhile");
    let give = format!("id,owner\n{id},{MANAGER}\n");
    let given = world.csv(&seller, &bulk("transfer", ""), give, &[]).await;
    assert_eq!(given.body["rows"][0]["to"]["email"], MANAGER, "{}", given.body);
    assert_eq!(world.get(&manager, &format!("{OPPORTUNITIES}/{id}")).await.body["owner"]["email"], MANAGER);
    let (_, _, template) = world.file(&seller, &bulk("template", "")).await;
    assert!(template.starts_with("partner_opportunity_identifier,customer.account.company_name,"));
}

// Rules: ACE-7, ACE-14, ACE-9, ROLE-39
#[tokio::test]
async fn files_have_limits_and_their_faults_a_place() {
    let world = world().await;
    let (seller, manager, user) = (world.token(SELLER).await, world.token(MANAGER).await, world.token(USER).await);
    let import = "/api/v1/opportunities/bulk/import";
    let small = "customer.account.company_name,project.title\nBay,One\n";
    for (path, text, headers, status, code) in [
        (import, small.to_owned(), vec![("content-type", "application/json")], 415, "not_csv"),
        (import, "x".repeat(2_000_001), vec![], 413, "file_too_large"),
        (import, "a,b\n1,2\n".to_owned(), vec![], 422, "invalid_file"),
        (import, String::new(), vec![], 422, "invalid_file"),
        (
            import,
            format!("customer.account.company_name,project.title\n{}", "B,O\n".repeat(501)),
            vec![],
            422,
            "too_many_rows",
        ),
        ("/api/v1/opportunities/bulk/burn", small.to_owned(), vec![], 404, "missing"),
        ("/api/v1/opportunities/bulk/import?mode=some", small.to_owned(), vec![], 400, "malformed"),
        ("/api/v1/leads/bulk/import", small.to_owned(), vec![], 403, "operation_not_offered"),
        ("/api/v1/leads/bulk/update", small.to_owned(), vec![], 403, "operation_not_offered"),
        ("/api/v1/leads/bulk/transfer", "id,owner\n".to_owned(), vec![], 200, ""),
    ] {
        let answer = world.csv(&manager, path, text, &headers).await;
        let got = answer.body["code"].as_str().unwrap_or_default();
        assert_eq!((answer.status.as_u16(), got), (status, code), "{path} {}", answer.body);
    }
    let bytes: &[u8] = b"customer.account.company_name,project.title\nBay,\xff\n";
    let answer = world.csv(&manager, import, bytes, &[]).await;
    assert_eq!((answer.status.as_u16(), &answer.body["code"]), (400, &json!("not_utf8")));
    assert!(answer.body["detail"].as_str().unwrap().contains("line 2"), "{}", answer.body);
    let unknown = world.csv(&manager, import, "project.title,colour,customer.account.company_name\n", &[]).await;
    let place = json!([{ "line": 1, "column": 2, "field": "colour", "code": "unknown_heading" }]);
    assert_eq!(unknown.body["cells"], place);
    for (token, path, status) in [
        (&user, "/api/v1/opportunities/bulk/export", 403),
        (&seller, "/api/v1/opportunities/bulk/export", 200),
        (&seller, "/api/v1/leads/bulk/export", 403),
        (&manager, "/api/v1/leads/bulk/export", 200),
        (&seller, "/api/v1/pipeline/report.csv", 403),
        (&manager, "/api/v1/pipeline/report.csv", 200),
        (&seller, "/api/v1/pipeline/report", 403),
        (&seller, "/api/v1/pipeline/lead-report", 403),
        (&seller, "/api/v1/pipeline/values", 200),
        (&user, "/api/v1/pipeline/values", 403),
        (&user, "/api/v1/pipeline/owners", 403),
        (&seller, "/api/v1/pipeline/advice", 403),
    ] {
        assert_eq!(world.file(token, path).await.0.as_u16(), status, "{path}");
    }
}

// Rules: ACE-9, ROLE-39, ROLE-69
#[tokio::test]
async fn reports_count_what_is_there() {
    let world = world().await;
    let (manager, seller) = (world.token(MANAGER).await, world.token(SELLER).await);
    let before = world.get(&manager, "/api/v1/pipeline/report").await.body;
    let count = |report: &Value| -> u64 {
        report["by_stage"].as_array().unwrap().iter().map(|s| s["opportunities"].as_u64().unwrap()).sum()
    };
    let id = world.opportunity(&seller, "Quay").await;
    let after = world.get(&manager, "/api/v1/pipeline/report").await.body;
    assert_eq!(count(&after), count(&before) + 1);
    assert_eq!(after["opportunities"].as_u64().unwrap(), count(&after));
    let qualified = after["by_stage"].as_array().unwrap().iter().find(|s| s["stage"] == "Qualified").unwrap();
    assert!(qualified["monthly"]["EUR"].as_str().unwrap().contains('.'));
    let owners = after["by_owner"].as_array().unwrap();
    assert!(owners.iter().any(|o| o["owner"]["email"] == SELLER));
    let (_, _, file) = world.file(&manager, "/api/v1/pipeline/report.csv").await;
    assert!(file.starts_with("identifier,owner_name,") && file.contains("Quay"));
    let values = world.get(&manager, "/api/v1/pipeline/values").await.body;
    assert_eq!((&values["lists"]["currency_code"][0], &values["bulk_rows_most"]), (&json!("USD"), &json!(500)));
    // The manager works on nothing but an opportunity of their own: the narrower role would do.
    let own = world.opportunity(&manager, "Own").await;
    let lead_token = world.token("lead@millrace.example").await;
    assert_eq!(world.get(&lead_token, "/api/v1/pipeline/advice").await.body, json!({ "advice": [] }));
    assert_ne!(own, id);
}

// Rules: ACE-1, ACE-4, ACE-5, C-040, C-044
#[tokio::test]
async fn an_operator_shares_leads_and_the_company_answers() {
    let world = world().await;
    let (operator, manager, seller) = (world.operator().await, world.token(MANAGER).await, world.token(SELLER).await);
    let company = world.company(&operator, "Larkspur Software").await;
    let base = format!("/api/v1/operator/companies/{company}/leads");
    let shared = world.post(&operator, &base, json!({ "fields": lead("Zq Bay Ltd") })).await;
    assert_eq!(shared.status, StatusCode::CREATED, "{}", shared.body);
    assert_eq!(shared.headers["location"].to_str().unwrap(), format!("{base}/{}", shared.body["id"].as_str().unwrap()));
    let mails = world.services.store.outbox(500).await.unwrap();
    let told: Vec<&str> = mails.iter().filter(|m| m.template == "lead_shared").map(|m| m.to_address.as_str()).collect();
    assert!(!told.is_empty() && told.iter().all(|to| *to == MANAGER), "{told:?}");
    let path = format!("{LEADS}/{}", shared.body["id"].as_str().unwrap());
    assert_eq!(world.get(&seller, &path).await.body["code"], "not_owner");
    assert_eq!(world.get(&manager, &path).await.body["share"]["status"], "PENDING");
    let list = world.get(&manager, &format!("{LEADS}?text=zq&status=PENDING&sort=customer")).await.body;
    assert_eq!(titles(&list), ["Zq Bay Ltd"]);
    let early = world.send(&manager, "PUT", &path, Some(lead("Bay AG")), &[]).await;
    assert_eq!(early.body["code"], "share_not_accepted");
    let refused = world.send(&seller, "POST", &format!("{path}/acceptance"), None, &[]).await;
    assert_eq!(refused.body["missing_permission"], "decide_on_leads");
    let accepted = world.send(&manager, "POST", &format!("{path}/acceptance"), None, &[]).await;
    assert_eq!(accepted.body["share"]["status"], "ACCEPTED", "{}", accepted.body);
    assert_eq!(accepted.body["owner"]["email"], MANAGER);
    let twice = world.post(&manager, &format!("{path}/rejection"), json!({})).await;
    assert_eq!(twice.body["code"], "share_answered");
    let edited = world.send(&manager, "PATCH", &path, Some(json!({ "qualification_status": "Hot" })), &[]).await;
    assert_eq!(edited.body["fields"]["qualification_status"], "Hot", "{}", edited.body);
    let lead_token = world.token(LEAD).await;
    let to = world.person(&lead_token, SELLER).await;
    let given = world.post(&manager, &format!("{path}/transfer"), json!({ "to": to })).await;
    assert_eq!(given.body["owner"]["email"], SELLER, "{}", given.body);
    let history = world.get(&seller, &format!("{path}/history")).await.body;
    let events: Vec<&str> =
        history["changes"].as_array().unwrap().iter().map(|c| c["event"].as_str().unwrap()).collect();
    assert_eq!(events, ["lead_transferred", "lead_edited", "lead_accepted", "lead_shared"]);
    let second = world.post(&operator, &base, json!({ "fields": lead("Zq Cape"), "to": to })).await.body;
    let path = format!("{LEADS}/{}", second["id"].as_str().unwrap());
    let rejected = world.post(&manager, &format!("{path}/rejection"), json!({ "reason": "Too far" })).await;
    assert_eq!((&rejected.body["share"]["reason"], &rejected.body["actions"]), (&json!("Too far"), &json!([])));
    let funnel = world.get(&manager, "/api/v1/pipeline/lead-report").await.body;
    assert!(funnel["leads"].as_u64().unwrap() >= 2);
}

// Rules: ACE-1, CMP-4, C-044
#[tokio::test]
async fn an_operator_reviews_what_is_submitted_and_sees_nothing_else() {
    let world = world().await;
    let (operator, seller) = (world.operator().await, world.token(SELLER).await);
    let company = world.company(&operator, "Larkspur Software").await;
    let base = format!("/api/v1/operator/companies/{company}/opportunities");
    let id = world.opportunity(&seller, "Zq Quay").await;
    let path = format!("{base}/{id}");
    assert_eq!(world.get(&operator, &path).await.body["code"], "entry_missing", "it was not submitted yet");
    assert_eq!(world.get(&operator, &format!("{base}?text=zq")).await.body["total"], 0);
    let step = |name: &str, body: Option<Value>| {
        let (world, operator, path) = (&world, &operator, format!("{path}/{name}"));
        async move { world.send(operator, "POST", &path, body, &[]).await }
    };
    assert_eq!(step("approval", None).await.body["code"], "wrong_review_status");
    let submission = format!("{OPPORTUNITIES}/{id}/submission");
    world.post(&seller, &submission, json!({ "involvement_type": "Co-Sell" })).await;
    let queue = world.get(&operator, "/api/v1/operator/opportunities").await.body;
    let queued = queue["entries"].as_array().unwrap().iter().find(|e| e["opportunity"]["id"] == json!(id)).unwrap();
    assert_eq!(queued["company_name"], "Larkspur Software");
    assert_eq!(step("review", None).await.body["review"]["review_status"], "In review");
    let question = json!({ "reason": "Customer", "comments": "Which harbour?" });
    let asked = step("information-request", Some(question)).await;
    assert_eq!(asked.body["review"]["review_status"], "Action Required", "{}", asked.body);
    let mails = world.services.store.outbox(500).await.unwrap();
    assert!(mails.iter().any(|m| m.template == "information_requested" && m.to_address == MANAGER));
    let seen = world.get(&seller, &format!("{OPPORTUNITIES}/{id}")).await.body;
    assert_eq!(seen["review"]["review_comments"], "Which harbour?");
    let answer = json!({ "customer": { "account": { "website_url": "www.harbour.example" } } });
    let answered = world.send(&seller, "PATCH", &format!("{OPPORTUNITIES}/{id}"), Some(answer), &[]).await;
    assert_eq!(answered.body["review"]["review_status"], "Submitted", "{}", answered.body);
    let history = world.get(&seller, &format!("{OPPORTUNITIES}/{id}/history")).await.body;
    assert!(!history.to_string().contains(demo::OPERATOR_ADDRESS), "who it was is the programme's matter");
    let silent = step("disqualification", Some(json!({ "reason": " " }))).await;
    assert_eq!(silent.body["faults"], json!([{ "field": "reason", "code": "required" }]));
    assert_eq!(step("approval", None).await.body["review"]["review_status"], "Approved");
    // An opportunity that the programme brings is accepted by the company.
    let to = world.person(&world.token(LEAD).await, SELLER).await;
    let offer = json!({ "fields": full("Zq Offer"), "to": to, "expires_at": "2027-06-01T00:00:00Z" });
    let offer = world.post(&operator, &base, offer).await;
    assert_eq!(offer.body["origin"], "AWS Referral", "{}", offer.body);
    let path = format!("{OPPORTUNITIES}/{}/acceptance", offer.body["id"].as_str().unwrap());
    let accepted = world.send(&world.token(MANAGER).await, "POST", &path, None, &[]).await;
    assert_eq!(
        (&accepted.body["share"]["status"], &accepted.body["owner"]["email"]),
        (&json!("ACCEPTED"), &json!(SELLER))
    );
    let elsewhere = world.get(&operator, "/api/v1/operator/companies/x/opportunities").await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
}
