//! What holds of every write to a room: a key makes a repetition harmless, an old version is refused, the caller is told
//! what is missing; and the document describes all of it.

use super::*;

const USER: &str = "user@larkspur.example";

fn tag(answer: &Answer) -> String {
    answer.headers.get("etag").unwrap_or_else(|| panic!("no tag: {}", answer.body)).to_str().unwrap().to_owned()
}

/// Reads at `read`, then writes there with a key and a version: as a table, one row a write.
async fn check(world: &World, token: &str, read: &str, (method, path, body): (&str, &str, Option<Value>)) -> Value {
    let seen = tag(&world.get(token, read).await);
    let old = world.send(token, method, path, body.clone(), &[("if-match", "\"999\"")]).await;
    assert_eq!(
        (old.status, &old.body["code"]),
        (StatusCode::PRECONDITION_FAILED, &json!("changed_meanwhile")),
        "{path}"
    );
    assert!(old.body["request_id"].is_string(), "{path}: {}", old.body);
    assert_eq!(tag(&world.get(token, read).await), seen, "nothing has changed");
    let key = format!("{method} {path} {seen}");
    let once = [("idempotency-key", key.as_str()), ("if-match", seen.as_str())];
    let done = world.send(token, method, path, body.clone(), &once).await;
    assert!(done.status.is_success(), "{method} {path}: {}", done.body);
    let after = tag(&done);
    assert_ne!(after, seen);
    assert_eq!(tag(&world.get(token, read).await), after, "the tag of the answer is that of what is read next");
    let again = world.send(token, method, path, body, &once).await;
    assert_eq!((again.status, &again.body), (done.status, &done.body), "{method} {path}");
    assert!(again.headers.contains_key("idempotent-replayed"), "{method} {path}");
    assert_eq!(tag(&world.get(token, read).await), after, "and happened once");
    let other = json!({ "something": "else" });
    if method != "DELETE" {
        let reused = world.send(token, method, &format!("{path}?x=1"), Some(other), &[("idempotency-key", &key)]).await;
        assert!(reused.status.is_client_error(), "{}", reused.body);
    }
    done.body
}

fn id_in(list: &Value, title: &str) -> String {
    let found = list.as_array().unwrap().iter().find(|row| row["title"] == title);
    found.unwrap_or_else(|| panic!("{title} in {list}"))["id"].as_str().unwrap().to_owned()
}

fn with_id<'a>(list: &'a Value, id: &str) -> &'a Value {
    list.as_array().unwrap().iter().find(|row| row["id"] == id).unwrap()
}

// Rules: PROFILE-15, PROFILE-17, PROFILE-18, PROFILE-20, ROLE-47, ROLE-52
#[tokio::test]
async fn every_write_to_the_profile_counts_once_and_on_what_was_read() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let (read, base) = ("/api/v1/profile", "/api/v1/profile");
    let write = async |method: &str, path: &str, body: Value| {
        let body = (!body.is_null()).then_some(body);
        check(&world, &lead, read, (method, &format!("{base}/{path}"), body)).await
    };
    let types = world.get(&lead, read).await.body["choices"]["customer_types"].clone();
    let customer = types[0]["id"].as_str().unwrap();
    let seen = write("PUT", "customers", json!({ "customers": [customer] })).await;
    assert_eq!(seen["customers"], json!([customer]));
    let seen = write("POST", "products", json!({ "kind": "managed_service", "title": "Quay" })).await;
    let quay = id_in(&seen["products"], "Quay");
    write("PUT", &format!("products/{quay}"), json!({ "kind": "managed_service", "title": "Pier" })).await;
    write("DELETE", &format!("products/{quay}"), Value::Null).await;
    let place = json!({ "title": "Seat", "street": "Dock 1", "city": "Kiel", "country": "Germany" });
    let seen = write("POST", "locations", place).await;
    let seat = id_in(&seen["locations"], "Seat");
    let moved = json!({ "title": "Seat", "city": "Bremen", "country": "Germany" });
    let seen = write("PUT", &format!("locations/{seat}"), moved).await;
    assert_eq!(
        with_id(&seen["locations"], &seat),
        &json!({ "id": seat, "title": "Seat", "street": null, "city": "Bremen", "country": "Germany" })
    );
    write("DELETE", &format!("locations/{seat}"), Value::Null).await;
    let seen = write("POST", "solution-areas", json!({ "title": "Harbours" })).await;
    let area = id_in(&seen["solution_areas"], "Harbours");
    let seen = write("DELETE", &format!("solution-areas/{area}"), Value::Null).await;
    assert!(seen["solution_areas"].as_array().unwrap().iter().all(|a| a["title"] != "Harbours"));
    let seen = write("PUT", "listing", json!({ "summary": "Harbours first" })).await;
    assert_eq!(seen["summary"], "Harbours first");
    let story = json!({ "kind": "case_study", "title": "Port", "description": "Cranes" });
    let seen = write("POST", "records", story).await;
    let record = id_in(&seen["records"], "Port");
    let edit = json!({ "title": "Port", "description": "Bigger cranes" });
    let seen = write("PUT", &format!("records/{record}"), edit).await;
    assert_eq!(with_id(&seen["records"], &record)["description"], "Bigger cranes");
    let words = format!("{base}/records/{record}/words");
    let early = world.send(&lead, "PUT", &words, Some(json!({ "words": "x" })), &[]).await;
    assert_eq!(early.body["code"], "not_validated");
    let seen = write("POST", &format!("records/{record}/submit"), Value::Null).await;
    assert_eq!(with_id(&seen["records"], &record)["status"], "submitted");
    write("DELETE", &format!("records/{record}"), Value::Null).await;
}

// Rules: FEE-5, CERT-6, CERT-9, CERT-12, PROFILE-28, HOME-9
#[tokio::test]
async fn every_write_about_fee_certifications_and_language_counts_once() {
    let world = world().await;
    let (lead, user) = (world.token(LEAD).await, world.token(USER).await);
    check(&world, &lead, "/api/v1/fee", ("PUT", "/api/v1/fee/account", Some(json!({ "account": "123456789012" }))))
        .await;
    let own = "/api/v1/me/certifications";
    let write = async |method: &str, path: &str, body: Value| {
        check(&world, &user, own, (method, &format!("{own}/{path}"), Some(body))).await
    };
    assert_eq!(write("PUT", "consent", json!({ "share": false })).await["shares"], false);
    let set = write("PUT", "address", json!({ "address": "hanna@mail.example" })).await;
    assert_eq!(set["training_address"], "hanna@mail.example");
    assert!(set["counts_from"].is_string());
    write("POST", "transfers", json!({ "old_profile": "old@before.example" })).await;
    write("POST", "address-changes", json!({ "previous": "a@mail.example", "new": "b@mail.example" })).await;
    let requests = world.get(&user, own).await.body["requests"].clone();
    let sorts: Vec<&str> = requests.as_array().unwrap().iter().map(|r| r["sort"].as_str().unwrap()).collect();
    assert_eq!(sorts.len(), 2);
    assert!(sorts.contains(&"transfer") && sorts.contains(&"address_change"));
    let cleared = write("PUT", "address", json!({ "address": "" })).await;
    assert_eq!(cleared["training_address"], Value::Null);
    let language = "/api/v1/language";
    let tag = world.get(&user, language).await.body["languages"][0]["tag"].as_str().unwrap().to_owned();
    check(&world, &user, language, ("PUT", language, Some(json!({ "language": tag })))).await;
}

// Rules: TASK-4, TASK-16, TASK-17, TASK-18, TASK-20, SUPPORT-1, SUPPORT-3
#[tokio::test]
async fn every_write_to_tasks_and_cases_counts_once() {
    let world = world().await;
    // A company whose people have no tasks yet.
    let lead = world.token("lead@pebble.example").await;
    let me = world.person(&lead, "lead@pebble.example").await;
    let mia = world.person(&lead, "user@pebble.example").await;
    let invited = json!({ "rows": [{ "email": "new@pebble.example", "roles": ["ace_user"] }] });
    assert!(world.post(&lead, "/api/v1/invitations", invited).await.status.is_success());
    let read = "/api/v1/tasks";
    let write = async |path: &str, body: Value| {
        let body = (!body.is_null()).then_some(body);
        check(&world, &lead, read, ("POST", &format!("{read}{path}"), body)).await
    };
    let give = |template: &str, to: &str| json!({ "template": template, "to": to });
    let ids = |body: Value| body["tasks"][0].as_str().unwrap().to_owned();
    let form = ids(write("", give("describe_company", &me)).await);
    write(&format!("/{form}/form"), json!({ "answers": { "description": "We plan wards." } })).await;
    let link = ids(write("", give("invite_colleagues", &me)).await);
    write(&format!("/{link}/completion"), Value::Null).await;
    let plan = ids(write("", give("plan_first_steps", &me)).await);
    write("/assignee", json!({ "tasks": [plan], "to": mia, "confirm": true })).await;
    write(&format!("/{plan}/dismissal"), Value::Null).await;
    let plan = ids(write("", give("plan_first_steps", &me)).await);
    write("/deletion", json!({ "tasks": [plan], "confirm": true })).await;
    let case = json!({ "case_type": "apn_program_fee_and_renewal", "question": "membership",
        "specific": "downgrade_my_apn_membership", "subject": "Bye", "description": "We close" });
    let (desk, cases) = ("/api/v1/support", "/api/v1/support/cases");
    let opened = check(&world, &lead, desk, ("POST", cases, Some(case))).await;
    let path = format!("{cases}/{}", opened["id"].as_str().unwrap());
    check(&world, &lead, &path, ("POST", &format!("{path}/messages"), Some(json!({ "text": "Soon" })))).await;
    check(&world, &lead, &path, ("DELETE", &path, None)).await;
}

// Rules: FEE-5, ROLE-1
#[tokio::test]
async fn a_refused_write_names_what_is_missing_and_who_has_it() {
    let world = world().await;
    let user = world.token(USER).await;
    for (method, path, body, permission) in [
        ("PUT", "/api/v1/fee/account", json!({ "account": "123456789012" }), "submit_upgrade_form"),
        ("POST", "/api/v1/profile/products", json!({ "kind": "resale", "title": "x" }), "edit_company_information"),
        ("POST", "/api/v1/tasks", json!({ "template": "describe_company", "to": "0".repeat(32) }), "assign_tasks"),
    ] {
        let refused = world.send(&user, method, path, Some(body), &[]).await;
        assert_eq!(
            (refused.status, &refused.body["code"]),
            (StatusCode::FORBIDDEN, &json!("permission_missing")),
            "{path}"
        );
        assert_eq!(refused.body["missing_permission"], permission, "{path}");
        assert!(refused.body["held_by"].as_array().unwrap().contains(&json!("alliance_lead")), "{}", refused.body);
        let id = refused.headers.get("x-request-id").unwrap().to_str().unwrap();
        assert_eq!(refused.body["request_id"], id, "{path}");
    }
    for path in ["/api/v1/nowhere", "/api/v1/tasks/0"] {
        let missing = world.get(&user, path).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
        assert_eq!(missing.body["request_id"], missing.headers.get("x-request-id").unwrap().to_str().unwrap());
    }
    let nobody = world.get("", "/api/v1/tasks").await;
    assert!(nobody.status == StatusCode::UNAUTHORIZED && nobody.body["request_id"].is_string(), "{}", nobody.body);
}

// Rules: C-110, CERT-10, CERT-11
#[tokio::test]
async fn a_certification_address_is_of_one_person_over_all_companies() {
    let world = world().await;
    let (hanna, bo, other) =
        (world.token(USER).await, world.token("team@larkspur.example").await, world.token("lead@pebble.example").await);
    let path = "/api/v1/me/certifications/address";
    let set = async |token: &str, address: &str| {
        world.send(token, "PUT", path, Some(json!({ "address": address })), &[]).await
    };
    let first = set(&hanna, "hanna@mail.example").await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.body);
    // Five days after it was added.
    assert_eq!(first.body["counts_from"], "2027-01-20");
    for token in [&bo, &other] {
        assert_eq!(set(token, "Hanna@Mail.Example").await.body["code"], "address_taken");
    }
    // What somebody is registered with, in whichever company, is theirs.
    assert_eq!(set(&other, "lead@larkspur.example").await.body["code"], "address_taken");
    assert_eq!(set(&bo, "seller@larkspur.example").await.body["code"], "address_taken");
    assert_eq!(set(&hanna, "").await.status, StatusCode::OK);
    // Freed in another company: it counts after the transfer's business days, Friday to Friday.
    let moved = set(&other, "hanna@mail.example").await;
    assert_eq!((moved.status, &moved.body["counts_from"]), (StatusCode::OK, &json!("2027-01-22")), "{}", moved.body);
    assert_eq!(set(&hanna, "hanna@mail.example").await.body["code"], "address_taken");
}

#[test]
fn the_document_describes_answers_and_headers_of_every_room() {
    let document = crate::api::whole();
    let rooms = ["profile", "certifications", "fee", "tasks", "support"];
    let mut seen = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            if !rooms.contains(&operation["tags"][0].as_str().unwrap()) {
                continue;
            }
            seen += 1;
            let responses = operation["responses"].as_object().unwrap();
            let (status, good) = responses.iter().find(|(status, _)| status.starts_with('2')).unwrap();
            assert!(status == "204" || good["content"].is_object(), "{method} {path} has no schema");
            let public = operation["security"] == json!([]);
            // A file is kept under its hash: sending it again does no harm.
            if method != "get" && !public && !path.ends_with("/files") {
                let key = json!({ "$ref": "#/components/parameters/Idempotency-Key" });
                let keyed = operation["parameters"].as_array().is_some_and(|list| list.contains(&key));
                assert!(keyed, "{method} {path}");
            }
        }
    }
    assert!(seen > 35, "{seen}");
}
