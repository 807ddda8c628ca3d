//! Numbers and files for those who plan with them.

use super::*;
use crate::pipeline::report::{download, funnel, pipeline};

fn with(owner: &str, stage: &str, amount: &str, currency: &str) -> Opportunity {
    let mut fields = full();
    fields.life_cycle.stage = stage.to_string();
    fields.project.expected_customer_spend[0].amount = amount.to_string();
    fields.project.expected_customer_spend[0].currency_code = currency.to_string();
    fold(&[created_with(owner, &fields)])
}

// Rules: ACE-9
#[test]
fn the_pipeline_in_numbers() {
    let entries = [
        with("ace_user", "Qualified", "10.5", "EUR"),
        with("ace_user", "Qualified", "0.75", "EUR"),
        with("bo", "Qualified", "3", "USD"),
        with("bo", "Committed", "", "USD"),
        fold::<Opportunity>(&[shared(None, None)]),
    ];
    let report = ask(&company(), &member("ace_manager"), |s| pipeline(s, &entries)).unwrap();
    assert_eq!(report.opportunities, 5);
    let stage = |stage: Stage| {
        let total = &report.by_stage[&stage];
        let sums: Vec<String> = total.monthly.iter().map(|(c, a)| format!("{a} {c}")).collect();
        format!("{} {}", total.opportunities, sums.join(" "))
    };
    assert_eq!(stage(Stage::Qualified), "4 1211.75 EUR 3.00 USD");
    assert_eq!(stage(Stage::Committed), "1 0.00 USD");
    assert_eq!(report.by_review_status[&ReviewStatus::PendingSubmission], 4);
    assert_eq!(
        report.by_owner.iter().map(|(o, n)| format!("{} {n}", owner(*o))).collect::<Vec<_>>(),
        ["nobody 1", "bo 2", "ace_user 2"]
    );
}

// Rules: ACE-9
#[test]
fn the_pipeline_as_a_file() {
    let entries = [with("ace_user", "Qualified", "10.5", "EUR"), Opportunity::default()];
    let text = ask(&company(), &member("ace_manager"), |s| download(s, &entries)).unwrap();
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows.len(), 2);
    let expected = format!(
        "{},ace_user,ace_user@acme.example,Harbour Ltd,Move the harbour,Qualified,Pending Submission,2026-09-30,eu-west-1,10.50,EUR,Partner Referral,2026-03-01T09:00:00+00:00,2026-03-01T09:00:00+00:00",
        identifier(id("opp"))
    );
    assert_eq!(rows[1], expected);
    let refused = ask(&company(), &member("ace_user"), |s| download(s, &entries)).unwrap_err();
    assert_eq!(refused.code(), "permission_missing");
}

// Rules: ROLE-39
#[test]
fn leads_and_campaigns_by_region_and_kind_of_campaign() {
    let lead = |region: &str, campaign: &str, channels: &[&str], accepted: bool| {
        let mut fields = lead_fields();
        fields.region = region.to_string();
        fields.marketing.campaign_name = campaign.to_string();
        fields.marketing.channels = channels.iter().map(ToString::to_string).collect();
        let mut events = Vec::from([lead_shared_with(Some("bo"), None, &fields)]);
        events.extend(accepted.then(|| lead_accepted("bo")));
        fold::<Lead>(&events)
    };
    let leads = [
        lead("eu-west-1", "Boats", &["Email"], true),
        lead("eu-west-1", "Boats", &["Email", "Social"], false),
        lead("eu-west-1", "Ships", &["Email"], false),
        lead("us-east-1", "Boats", &["Email"], false),
        lead("", "", &[], false),
    ];
    let report = ask(&company(), &member("marketing_staff"), |s| funnel(s, &leads)).unwrap();
    assert_eq!((report.leads, report.campaigns), (5, 2));
    let rows: Vec<String> = report
        .rows
        .iter()
        .map(|r| {
            format!("{}/{}: {} leads, {} accepted, {} campaigns", r.region, r.channel, r.leads, r.accepted, r.campaigns)
        })
        .collect();
    assert_eq!(
        rows,
        [
            "/: 1 leads, 0 accepted, 0 campaigns",
            "eu-west-1/Email: 3 leads, 1 accepted, 2 campaigns",
            "eu-west-1/Social: 1 leads, 0 accepted, 1 campaigns",
            "us-east-1/Email: 1 leads, 0 accepted, 1 campaigns",
        ]
    );
}
