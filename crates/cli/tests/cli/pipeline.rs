//! Opportunities and leads: every command, done and refused.

use crate::support::{Session, check};

/// Acme with a manager of the whole pipeline and somebody who works on their own.
const PEOPLE: &str =
    "roles --as ann@acme.example --assign bo@acme.example=ace_user --assign cy@acme.example=ace_manager";

const HARBOUR: &str = r#"{
  "opportunity_type": "Net New Business",
  "primary_needs_from_aws": ["Co-Sell - Deal Support"],
  "region": "eu-west-1",
  "customer": {
    "account": {
      "company_name": "Harbour Ltd", "industry": "Retail", "website_url": "harbour.example",
      "address": { "postal_code": "36201", "country_code": "ES" }
    },
    "contacts": [{ "email": "cay@harbour.example", "phone": "+34600000000" }]
  },
  "project": {
    "title": "Move the harbour",
    "customer_business_problem": "The harbour is full and has to move to the cloud.",
    "customer_use_case": "Migration/Database Migration",
    "delivery_models": ["SaaS or PaaS", "Managed Services"],
    "expected_customer_spend": [
      { "amount": "1200.50", "currency_code": "EUR", "frequency": "Monthly", "target_company": "AWS" }
    ],
    "sales_activities": ["SOW Signed"],
    "other_solution_description": "Moving harbours"
  },
  "life_cycle": { "stage": "Qualified", "target_close_date": "2026-09-30", "next_steps": "Call Cay" }
}"#;

const BAY: &str = r#"{
  "region": "eu-west-1",
  "customer": { "company_name": "Bay Ltd" },
  "interactions": [{
    "source_type": "Event",
    "contact": { "email": "di@bay.example", "first_name": "Di", "last_name": "Bay", "business_title": "Captain" }
  }],
  "marketing": { "campaign_name": "Boats", "channels": ["Email"] }
}"#;

fn staffed() -> Session {
    let mut session = Session::acme();
    let output = session.output(PEOPLE, None);
    assert!(output.status.success());
    session.at("2026-03-02T09:00:00Z");
    session
}

/// The id of the only opportunity with this in its line of the list.
fn opportunity(session: &Session, containing: &str) -> String {
    session.id("opportunities list --as ann@acme.example", containing)
}

// Rules: ACE-2, ACE-3, ACE-8, ACE-10, ACE-11, ROLE-16, ROLE-24, ROLE-65, ROLE-71
#[test]
fn opportunities_are_created_edited_and_shown() {
    let mut session = staffed();
    session
        .run_with("opportunities create --file - --as bo@acme.example", Some(HARBOUR.as_bytes()))
        .run("opportunities create --set project.title='Small one' --set customer.account.company_name=Quay --as ann@acme.example")
        .run("opportunities create --as bo@acme.example")
        .run("opportunities create --set colour=red --set project.title=x --as bo@acme.example")
        .run("opportunities create --set region=nowhere --set life_cycle.stage=Launched --set life_cycle.closed_lost_reason=x --as bo@acme.example")
        .run_with("opportunities create --file - --as bo@acme.example", Some(b"{ \"colour\": 1 }"))
        .run_with("opportunities create --file - --as bo@acme.example", Some(b"{"))
        .run("opportunities create --file nowhere.json --as bo@acme.example")
        .run("opportunities create --set project.title=x")
        .run("opportunities list --as ann@acme.example")
        .run("opportunities list --as bo@acme.example --output json")
        .run("opportunities list");
    let (harbour, small) = (opportunity(&session, "Move the harbour"), opportunity(&session, "Small one"));
    session
        .run(&format!("opportunities edit {} --set life_cycle.stage='Technical Validation' --set 'life_cycle.next_steps=Visit Cay' --as bo@acme.example", &harbour[..8]))
        .run(&format!("opportunities edit {small} --set region=eu-west-1 --as bo@acme.example"))
        .run(&format!("opportunities edit {harbour} --set life_cycle.stage=Lost --as bo@acme.example"))
        .run(&format!("opportunities edit {harbour} --set region=eu-west-1"))
        .run(&format!("opportunities edit {} --set region=eu-west-1 --as ann@acme.example", "0".repeat(32)))
        .run(&format!("opportunities show {harbour} --as bo@acme.example"))
        .run(&format!("opportunities show {harbour} --as bo@acme.example --output json"))
        .run(&format!("opportunities show {small} --as ann@acme.example --output csv"))
        .run(&format!("opportunities show {small} --as bo@acme.example"))
        .run(&format!("opportunities show {harbour}"))
        .run("opportunities show zzz --as ann@acme.example")
        .run(&format!("opportunities history {harbour} --as bo@acme.example"));
    check("opportunities_created", &session);
}

// Rules: ACE-1, ACE-5, ACE-12, CMP-4
#[test]
fn opportunities_are_reviewed_and_transferred() {
    let mut session = staffed();
    session.run_with("opportunities create --file - --as bo@acme.example --quiet", Some(HARBOUR.as_bytes()));
    let harbour = opportunity(&session, "harbour");
    let mut run = |command: &str| {
        session.run(&command.replace("ID", &harbour));
    };
    run("opportunities submit ID --as bo@acme.example");
    run("opportunities submit ID --involvement-type dance --as bo@acme.example");
    run("opportunities start-review ID");
    run("opportunities submit ID --involvement-type co-sell --visibility limited --as bo@acme.example");
    run("opportunities edit ID --set region=eu-west-2 --as bo@acme.example");
    run("opportunities start-review ID --as ann@acme.example");
    run("opportunities start-review ID");
    run("opportunities list");
    run("opportunities queue");
    run("opportunities queue --review-status approved --output json");
    run("opportunities queue --as ann@acme.example");
    run("opportunities show O6764094845812671073 --as bo@acme.example --output csv");
    run("opportunities request-information ID --reason Budget --comments 'Who pays?'");
    run("opportunities show ID --as bo@acme.example --output csv");
    run("opportunities list --review-status 'action required' --as bo@acme.example");
    run("opportunities submit ID --involvement-type co-sell --as bo@acme.example");
    run("opportunities start-review ID");
    run("opportunities approve ID");
    run("opportunities disqualify ID --reason late");
    run("opportunities transfer ID --to cy@acme.example --as bo@acme.example");
    run("opportunities transfer ID --to cy@acme.example --as bo@acme.example");
    run("opportunities transfer ID --to cy@acme.example --as ann@acme.example");
    run("opportunities transfer ID --to zoe@acme.example --as ann@acme.example");
    run("opportunities transfer ID --as ann@acme.example");
    run("opportunities history ID --as cy@acme.example");
    session.run_with("opportunities create --file - --as bo@acme.example --quiet", Some(HARBOUR.as_bytes()));
    let second = session.id("opportunities list --owner bo@acme.example --as ann@acme.example", "harbour");
    for command in [
        "submit ID --involvement-type 'for visibility only' --as bo@acme.example",
        "start-review ID",
        "disqualify ID --reason ''",
        "disqualify ID --reason 'no budget'",
        "show ID",
    ] {
        session.run(&format!("opportunities {}", command.replace("ID", &second)));
    }
    check("opportunities_reviewed", &session);
}

// Rules: ACE-1, ACE-4, ACE-5
#[test]
fn what_the_operator_shares_is_accepted_or_rejected() {
    let mut session = staffed();
    session
        .run_with("leads share --file - --to bo@acme.example --expires-at 2026-03-10T00:00:00Z", Some(BAY.as_bytes()))
        .run_with("leads share --file - --set customer.company_name='Cove Ltd'", Some(BAY.as_bytes()))
        .run_with(
            "leads share --file - --set customer.company_name='Late Ltd' --expires-at 2026-03-03T00:00:00Z",
            Some(BAY.as_bytes()),
        )
        .run("leads share --set customer.company_name=Empty")
        .run_with("leads share --file - --to zoe@acme.example", Some(BAY.as_bytes()))
        .run_with("leads share --file - --as ann@acme.example", Some(BAY.as_bytes()))
        .run_with("opportunities share --file - --to cy@acme.example", Some(HARBOUR.as_bytes()))
        .run("leads list --sort customer")
        .run("leads list --as bo@acme.example --output json")
        .run("leads list --owner nobody --as cy@acme.example --output csv")
        .at("2026-03-04T09:00:00Z")
        .run("leads list --status expired --as cy@acme.example");
    let lead = |name: &str| session.id("leads list --as cy@acme.example", name);
    let (bay, cove, late) = (lead("Bay"), lead("Cove"), lead("Late"));
    let shared = opportunity(&session, "harbour");
    session
        .run(&format!("leads accept {bay} --as bo@acme.example"))
        .run(&format!("leads edit {bay} --set region=eu-west-2 --as bo@acme.example"))
        .run(&format!("leads accept {bay} --as ann@acme.example"))
        .run(&format!("leads accept {bay} --as ann@acme.example"))
        .run(&format!("leads edit {bay} --set region=eu-west-2 --as bo@acme.example"))
        .run(&format!("leads edit {bay} --set regions=x --as bo@acme.example"))
        .run(&format!("leads reject {cove} --reason 'no budget' --as cy@acme.example"))
        .run(&format!("leads accept {late} --as cy@acme.example"))
        .run(&format!("leads accept {late}"))
        .run(&format!("leads transfer {bay} --to cy@acme.example --as bo@acme.example"))
        .run(&format!("leads show {cove} --as cy@acme.example"))
        .run(&format!("leads show {bay} --as bo@acme.example"))
        .run(&format!("leads history {bay} --as cy@acme.example"))
        .run(&format!("opportunities reject {shared} --reason 'not ours' --as bo@acme.example"))
        .run(&format!("opportunities accept {shared} --as cy@acme.example"))
        .run(&format!("opportunities reject {shared} --as cy@acme.example"))
        .run("leads export --as cy@acme.example")
        .run("leads export --as bo@acme.example")
        .run_with(
            "leads transfer --file - --as cy@acme.example",
            Some(format!("id,owner\n{bay},ann@acme.example\n").as_bytes()),
        );
    check("leads", &session);
}

// Rules: ACE-6, ACE-7, ACE-13, ACE-14, ROLE-71
#[test]
fn files_of_opportunities_are_taken_in_and_written() {
    let mut session = staffed();
    let file =
        "customer.account.company_name,project.title,region,owner\nQuay,First,eu-west-1,x\nPier,Second,eu-west-1,x\n";
    let bad = "customer.account.company_name,project.title,region\nQuay,Third,eu-west-1\n,Fourth,nowhere\nDock\n";
    session
        .run_with("opportunities import - --dry-run --as bo@acme.example", Some(file.as_bytes()))
        .run("opportunities list --as bo@acme.example --output json")
        .run_with("opportunities import - --as bo@acme.example", Some(file.as_bytes()))
        .run_with("opportunities import - --dry-run --as bo@acme.example", Some(bad.as_bytes()))
        .run_with("opportunities import - --as bo@acme.example", Some(bad.as_bytes()))
        .run_with("opportunities import - --as bo@acme.example --output json", Some(bad.as_bytes()))
        .run_with("opportunities import - --good-rows --as bo@acme.example", Some(bad.as_bytes()))
        .run_with("opportunities import - --as bo@acme.example", Some(b"colour,colour\n"))
        .run_with("opportunities import - --as bo@acme.example", Some(b"a\n\xff\n"))
        .run("opportunities import nowhere.csv --as bo@acme.example")
        .run_with("opportunities import -", Some(file.as_bytes()))
        .run("opportunities list --sort title --as ann@acme.example")
        .run("opportunities template --as bo@acme.example")
        .run("opportunities export");
    let (first, second) = (opportunity(&session, "First"), opportunity(&session, "Second"));
    let update = format!("id,region\n{first},eu-west-2\n{second},eu-west-1\n");
    let owners = format!("id,owner\n{first},cy@acme.example\n{second},zoe@acme.example\n");
    session
        .run_with("opportunities update - --dry-run --as bo@acme.example", Some(update.as_bytes()))
        .run_with("opportunities update - --as bo@acme.example --output json", Some(update.as_bytes()))
        .run_with("opportunities transfer --file - --dry-run --as bo@acme.example", Some(owners.as_bytes()))
        .run_with("opportunities transfer --file - --good-rows --as bo@acme.example", Some(owners.as_bytes()))
        .run_with("opportunities update - --as bo@acme.example", Some(update.as_bytes()))
        .run(&format!("opportunities transfer {first} --to cy@acme.example --dry-run --as ann@acme.example"))
        .run("opportunities export --as bo@acme.example")
        .run("events --last 2");
    check("opportunities_files", &session);
}

// Rules: ACE-9, ROLE-39, ROLE-69
#[test]
fn the_pipeline_is_counted_and_advised_on() {
    let mut session = staffed();
    for who in ["bo@acme.example", "cy@acme.example"] {
        session.run_with(&format!("opportunities create --file - --as {who} --quiet"), Some(HARBOUR.as_bytes()));
    }
    session.run_with("leads share --file - --quiet", Some(BAY.as_bytes()));
    session
        .run("pipeline owners --as bo@acme.example")
        .run("pipeline owners")
        .run("pipeline fields --leads --output csv")
        .run("pipeline values stage")
        .run("pipeline values payment_frequency --output json")
        .run("pipeline values colours")
        .run("pipeline report --as ann@acme.example")
        .run("pipeline report --as ann@acme.example --output json")
        .run("pipeline report --rows --as ann@acme.example")
        .run("pipeline report --as bo@acme.example")
        .run("pipeline lead-report --as ann@acme.example")
        .run("pipeline lead-report --as bo@acme.example --output json")
        .run("pipeline advice --as ann@acme.example")
        .run("pipeline advice --as ann@acme.example --output csv")
        .run("pipeline advice --as bo@acme.example");
    check("pipeline", &session);
}
