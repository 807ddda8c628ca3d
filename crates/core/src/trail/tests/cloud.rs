//! The records of the account management actions: their fields, and what they hide.

use super::*;

const SERVICE: &str = "partnercentral-account-management.amazonaws.com";

fn records_of(events: Vec<Event>) -> Vec<serde_json::Value> {
    let linking = Program::guide().linking();
    let session = Credentials { principal_id: "AROAEXAMPLE:session".into(), access_key_id: "ASIAEXAMPLE".into() };
    let (service, region) = (linking.service.as_str(), linking.region.as_str());
    let context = CloudContext { service, region, tenant: id("acme"), role: &session };
    records(events).iter().filter_map(|r| cloud_record(r, &context)).map(|r| serde_json::to_value(r).unwrap()).collect()
}

#[track_caller]
fn record_of(event: Event) -> serde_json::Value {
    let mut records = records_of([event].into());
    assert_eq!(records.len(), 1);
    records.remove(0)
}

fn keys(value: &serde_json::Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

fn crm(undo: bool) -> Event {
    let (role, with) = (role("PartnerCentralRoleForCrm"), role("PartnerCentralRoleForCloudAdmin-1234"));
    if undo {
        Event::CrmUnmapped { call: call("crm-"), role, with }
    } else {
        Event::CrmMapped { call: call("crm"), role, with }
    }
}

/// One of each action, and of each that undoes it.
fn actions() -> Vec<Event> {
    [linked(), mapped("ace_user"), unmapped("ace_user"), crm(false), crm(true)].into()
}

// Rules: TRAIL-7, TRAIL-5, TRAIL-14, TRAIL-18, TRAIL-20
#[test]
fn every_record_has_the_seventeen_fields() {
    for record in records_of(actions()) {
        let fields = [
            "awsRegion",
            "eventCategory",
            "eventID",
            "eventName",
            "eventSource",
            "eventTime",
            "eventType",
            "eventVersion",
            "managementEvent",
            "readOnly",
            "recipientAccountId",
            "requestID",
            "requestParameters",
            "responseElements",
            "sourceIPAddress",
            "userAgent",
            "userIdentity",
        ];
        assert_eq!(keys(&record), fields);
        assert_eq!(record["eventSource"], SERVICE);
        assert_eq!(record["awsRegion"], "us-east-1");
        assert_eq!(record["responseElements"], serde_json::Value::Null);
        assert_eq!(record["readOnly"], false);
        assert_eq!(record["eventType"], "AwsApiCall");
        assert_eq!(record["managementEvent"], true);
        assert_eq!(record["eventCategory"], "Management");
        assert_eq!(record["recipientAccountId"], ACCOUNT);
    }
}

// Rules: TRAIL-12, TRAIL-13, C-097, C-098, C-099
#[test]
fn the_name_of_a_record_is_the_action() {
    let names: Vec<String> =
        records_of(actions()).iter().map(|r| r["eventName"].as_str().unwrap().to_string()).collect();
    let (on, off) = ("AssociatePartnerUser", "DisassociatePartnerUser");
    assert_eq!(names, ["AssociatePartnerAccount", on, off, on, off]);
}

// Rules: TRAIL-2, TRAIL-6, C-099
#[test]
fn only_the_account_management_has_such_records() {
    let others = [
        Event::AccountUnlinked { by: id("alliance_lead"), account: AccountId::parse(ACCOUNT).unwrap() },
        Event::RoleRegistered { role: role("X"), trust_policy: String::new(), policies: Vec::new() },
        Event::RoleWithdrawn { role: role("X") },
    ];
    assert!(records_of(others.into()).is_empty());
    // The first call of all is recorded; nothing has to be switched on before.
    assert_eq!(records_of([linked()].into()).len(), 1);
}

// Rules: TRAIL-4, TRAIL-8, TRAIL-9, TRAIL-10, TRAIL-15, C-100
#[test]
fn the_identity_is_that_of_who_called() {
    let record = record_of(linked());
    let who = &record["userIdentity"];
    assert_eq!(keys(who), ["accessKeyId", "accountId", "arn", "principalId", "type", "userName"]);
    assert_eq!(
        (&who["type"], &who["userName"], &who["accountId"]),
        (&"IAMUser".into(), &"Alice".into(), &ACCOUNT.into())
    );
    assert_eq!(record["eventVersion"], "1.08");
    assert_eq!((&record["sourceIPAddress"], &record["userAgent"]), (&"192.0.2.7".into(), &"Mozilla/5.0".into()));

    for event in [mapped("ace_user"), unmapped("ace_user"), crm(false), crm(true)] {
        let record = record_of(event);
        let who = &record["userIdentity"];
        assert_eq!(keys(who), ["accessKeyId", "accountId", "arn", "invokedBy", "principalId", "type"]);
        assert_eq!((&who["type"], &who["invokedBy"]), (&"AssumedRole".into(), &SERVICE.into()));
        assert_eq!(who["arn"], "arn:aws:iam::123456789012:role/PartnerCentralRoleForCloudAdmin-1234");
        assert_eq!(record["eventVersion"], "1.09");
        assert_eq!((&record["sourceIPAddress"], &record["userAgent"]), (&SERVICE.into(), &SERVICE.into()));
    }

    let root = record_of(linked_as("arn:aws:iam::123456789012:root"));
    assert_eq!(keys(&root["userIdentity"]), ["accessKeyId", "accountId", "arn", "principalId", "type"]);
    assert_eq!((&root["userIdentity"]["type"], &root["eventVersion"]), (&"Root".into(), &"1.08".into()));
    let federated = record_of(linked_as("arn:aws:sts::123456789012:federated-user/Bob"));
    assert_eq!(federated["userIdentity"]["type"], "FederatedUser");
    let service = serde_json::to_value(UserIdentity::Service { invoked_by: SERVICE.to_string() }).unwrap();
    assert_eq!(keys(&service), ["invokedBy", "type"]);
    assert_eq!(service["type"], "AWSService");
}

// Rules: C-100
#[test]
fn the_address_is_plain() {
    let mut line = records([linked()].into()).remove(0);
    line.source = "192.0.0.2/24".to_string();
    let session = Credentials { principal_id: "p".to_string(), access_key_id: "k".to_string() };
    let context = CloudContext { service: SERVICE, region: "us-east-1", tenant: id("acme"), role: &session };
    assert_eq!(cloud_record(&line, &context).unwrap().source_ip_address, "192.0.0.2");
}

// Rules: TRAIL-11
#[test]
fn the_time_is_in_utc_and_whole_seconds() {
    assert_eq!(record_of(linked())["eventTime"], "2023-10-11T20:57:35Z");
}

// Rules: TRAIL-16, C-101
#[test]
fn a_link_hides_its_parameters() {
    let record = record_of(linked());
    assert_eq!(keys(&record["requestParameters"]), ["value"]);
    assert_eq!(record["requestParameters"]["value"], "HIDDEN_DUE_TO_SECURITY_REASONS");
    assert!(!record["requestParameters"].to_string().contains(ACCOUNT));
}

// Rules: TRAIL-17, C-101
#[test]
fn a_mapping_shows_who_to_which_role_and_for_whom() {
    for event in [mapped("ace_user"), unmapped("ace_user")] {
        let shown = record_of(event)["requestParameters"].clone();
        assert_eq!(keys(&shown), ["iamRoleArn", "partnerAccountId", "partnerUserId"]);
        assert_eq!(shown["partnerUserId"], id("ace_user").to_string());
        assert_eq!(shown["iamRoleArn"], "arn:aws:iam::123456789012:role/PartnerCentralRoleForUser-1234");
        assert_eq!(shown["partnerAccountId"], id("acme").to_string());
    }
    assert_eq!(record_of(crm(false))["requestParameters"]["partnerUserId"], "crm-integration");
}

// Rules: TRAIL-19
#[test]
fn ids_are_uuids_and_no_two_are_the_same() {
    let people = company("software", "validated");
    let (who, moment) = (member("alliance_lead"), moment("2026-03-02"));
    let state = linked_state();
    let users = ["ace_user", "ace_manager", "technical_staff"].map(id).to_vec();
    let command = linking::Command::MapUsers { users, role: "PartnerCentralRoleForUser-1234".to_string() };
    let events = crate::room::Room::decide(&state, &setting(&people, &who, &moment), &command).unwrap();
    let records = records_of(events);
    let mut ids: Vec<&str> =
        records.iter().flat_map(|r| [&r["eventID"], &r["requestID"]]).map(|id| id.as_str().unwrap()).collect();
    for id in &ids {
        let parts: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12], "{id}");
        assert_eq!(&id[14..15], "4");
        assert!("89ab".contains(&id[19..20]), "{id}");
    }
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 6);
}

/// Linked, with a role for users that is ready to be mapped.
fn linked_state() -> State {
    let mut state = State::default();
    let documents = [crate::iam::USER_ROLE_ASSOCIATION.attached()];
    let registered = |name: &str| Event::RoleRegistered {
        role: role(name),
        trust_policy: crate::iam::PARTNER_CENTRAL_TRUST.text.to_string(),
        policies: documents.to_vec(),
    };
    for event in
        [linked(), registered("PartnerCentralRoleForCloudAdmin-1234"), registered("PartnerCentralRoleForUser-1234")]
    {
        crate::room::Room::apply(&mut state, &event);
    }
    state
}

// Rules: TRAIL-7, TRAIL-16, TRAIL-17
#[test]
fn records_are_printed_as_they_always_were() {
    let linking = Program::guide().linking();
    let session = Credentials { principal_id: "AROAEXAMPLE:session".into(), access_key_id: "ASIAEXAMPLE".into() };
    let (service, region) = (linking.service.as_str(), linking.region.as_str());
    let context = CloudContext { service, region, tenant: id("acme"), role: &session };
    let print = |event: Event| {
        let line = records([event].into()).remove(0);
        serde_json::to_string_pretty(&cloud_record(&line, &context).unwrap()).unwrap()
    };
    insta::assert_snapshot!("associate_partner_account", print(linked()));
    insta::assert_snapshot!("disassociate_partner_user", print(unmapped("ace_user")));
}
