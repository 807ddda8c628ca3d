//! Where an opportunity can go from where it stands.

use super::*;

/// An opportunity whose review stands there.
fn at(status: ReviewStatus) -> Vec<OpportunityEvent> {
    let review = OpportunityEvent::OpportunityReviewStarted { stamp: stamp(&operator()) };
    let out = OpportunityEvent::OpportunityDisqualified { reason: "No".to_string(), stamp: stamp(&operator()) };
    let mut events = Vec::from([created("ace_user")]);
    match status {
        ReviewStatus::PendingSubmission => return events,
        ReviewStatus::Submitted => events.push(submitted("ace_user")),
        ReviewStatus::InReview => events.extend([submitted("ace_user"), review]),
        ReviewStatus::Approved => events.extend([submitted("ace_user"), approved()]),
        ReviewStatus::Rejected => events.extend([submitted("ace_user"), out]),
        ReviewStatus::ActionRequired => events.extend([submitted("ace_user"), asked()]),
    }
    events
}

// Rules: ACE-1, ACE-2, ACE-3, ACE-11
#[test]
fn every_step_from_every_status() {
    let disqualify = OpportunityCommand::Disqualify { reason: "No".to_string() };
    let table: &[(OpportunityCommand, [&str; 6])] = &[
        // from:       pending submission, submitted, in review, approved, rejected, action required
        (submit(), ["ok Submitted", "wrong", "wrong", "wrong", "wrong", "ok Submitted"]),
        (OpportunityCommand::StartReview, ["wrong", "ok In review", "wrong", "wrong", "wrong", "wrong"]),
        (OpportunityCommand::Approve, ["wrong", "ok Approved", "ok Approved", "wrong", "wrong", "wrong"]),
        (disqualify, ["wrong", "ok Rejected", "ok Rejected", "wrong", "wrong", "wrong"]),
        (ask_for_more(), ["wrong", "ok Action Required", "ok Action Required", "wrong", "wrong", "wrong"]),
        (rename(), ["ok Pending Submission", "locked", "locked", "ok Approved", "locked", "field locked"]),
        (
            give("bo"),
            [
                "ok Pending Submission",
                "ok Submitted",
                "ok In review",
                "ok Approved",
                "ok Rejected",
                "ok Action Required",
            ],
        ),
        (OpportunityCommand::Accept, ["not shared"; 6]),
        (reject(), ["not shared"; 6]),
    ];
    for (command, row) in table {
        for (status, expected) in ReviewStatus::ALL.iter().zip(row) {
            let asker = match command.name() {
                "start_review" | "approve" | "disqualify" | "request_information" => operator(),
                _ => member("ace_manager"),
            };
            let before = fold::<Opportunity>(&at(*status));
            assert_eq!(before.review_status(), Some(*status));
            let (after, result) = decided(&company(), &before, &asker, command);
            let got = match result {
                Ok(_) => format!("ok {}", after.review_status().unwrap()),
                Err(Refusal::WrongReviewStatus { status: said }) if said == Some(*status) => "wrong".to_string(),
                Err(Refusal::ReviewLocked { status: said }) if said == *status => "locked".to_string(),
                Err(Refusal::NotShared) => "not shared".to_string(),
                Err(Refusal::InvalidInput { faults }) if faults[0].code == "locked_in_review" => {
                    "field locked".to_string()
                }
                Err(other) => format!("{other:?}"),
            };
            assert_eq!(got, *expected, "{} from {status}", command.name());
        }
    }
}

#[test]
fn what_does_not_exist_is_missing_and_what_does_is_not_made_again() {
    for command in [submit(), rename(), give("bo"), OpportunityCommand::Accept, reject()] {
        check(&[], &member("ace_manager"), command, "entry_missing");
    }
    for command in [OpportunityCommand::StartReview, OpportunityCommand::Approve, ask_for_more()] {
        check(&[], &operator(), command, "entry_missing");
    }
    check(&[created("ace_user")], &member("ace_user"), create(full()), "entry_exists");
    let share = OpportunityCommand::Share { entry: None, fields: Box::new(full()), to: None, expires_at: None };
    check(&[created("ace_user")], &operator(), share.clone(), "entry_exists");
    check_in(&Account::default(), &[], &operator(), share, "company_missing");
}

// Rules: ACE-10
#[test]
fn a_new_one_belongs_to_who_brings_it_and_waits_to_be_submitted() {
    let made = check(&[], &member("ace_user"), create(full()), "new0 created by ace_user for ace_user");
    assert_eq!(made.owner(), Some(id("ace_user")));
    assert_eq!(made.review_status(), Some(ReviewStatus::PendingSubmission));
    assert_eq!(made.origin(), Some(Origin::PartnerReferral));
    assert_eq!(made.created_at(), Some(cast::at(TODAY)));
    assert_eq!(made.id(), Some(moment(TODAY).id(0)));
    let chosen = OpportunityCommand::Create { entry: Some(id("chosen")), fields: Box::new(full()) };
    check(&[], &member("ace_user"), chosen, "chosen created by ace_user for ace_user");
    let identifier = made.identifier().unwrap();
    assert!(identifier.starts_with('O') && (2..=20).contains(&identifier.len()), "{identifier}");
}

// Rules: ACE-2, ACE-10, CMP-4
#[test]
fn only_what_is_complete_is_submitted() {
    check(
        &[created_with("ace_user", &small("Move"))],
        &member("ace_user"),
        submit(),
        "invalid: opportunity_type required, customer.account.industry required, \
         customer.account.website_url required, customer.account.address.country_code required, \
         customer.account.address.postal_code required, project.customer_business_problem required, \
         project.customer_use_case required, project.delivery_models required, project.sales_activities required, \
         life_cycle.target_close_date required, primary_needs_from_aws required, \
         project.expected_customer_spend[0].amount required, related_entity_identifiers.solutions required, \
         life_cycle.stage not_to_be_submitted",
    );
    let with = |involvement: &str, visibility: &str| OpportunityCommand::Submit {
        involvement_type: involvement.to_string(),
        visibility: visibility.to_string(),
    };
    let mut alone = full();
    alone.primary_needs_from_aws.clear();
    let mut lost = full();
    lost.life_cycle.stage = "Closed Lost".to_string();
    lost.life_cycle.closed_lost_reason = "Price".to_string();
    let mut late = full();
    late.life_cycle.target_close_date = "2026-02-28".to_string();
    let mut last_minute = full();
    // Somewhere on earth it is still the first of March.
    last_minute.life_cycle.target_close_date = "2026-03-01".to_string();
    for (fields, command, expected) in [
        (&full(), with("co-sell", ""), "submitted by ace_user: Co-Sell, Full"),
        (&full(), with("Co-Sell", "limited"), "submitted by ace_user: Co-Sell, Limited"),
        (&full(), with("", ""), "invalid: involvement_type required"),
        (&full(), with("Both", "None"), "invalid: involvement_type unknown_value, visibility unknown_value"),
        (&alone, with("Co-Sell", ""), "invalid: primary_needs_from_aws required"),
        (&alone, with("For Visibility Only", ""), "submitted by ace_user: For Visibility Only, Full"),
        (&lost, with("Co-Sell", ""), "invalid: life_cycle.stage not_to_be_submitted"),
        (&late, with("Co-Sell", ""), "invalid: life_cycle.target_close_date in_the_past"),
        (&last_minute, with("Co-Sell", ""), "submitted by ace_user: Co-Sell, Full"),
    ] {
        check(&[created_with("ace_user", fields)], &member("ace_user"), command, expected);
    }
}

// Rules: ACE-1, ACE-3
#[test]
fn an_answer_changes_what_was_asked_about_and_goes_back_into_review() {
    let asked = at(ReviewStatus::ActionRequired);
    let entry = fold::<Opportunity>(&asked);
    assert_eq!(entry.review_status_reason(), Some("Customer"));
    assert_eq!(entry.review_comments(), Some("Which harbour?"));
    let answer = edit(|f| {
        f.customer.account.address.city = "Vigo".to_string();
        f.project.expected_customer_spend[0].amount = "90".to_string();
    });
    let after = check(
        &asked,
        &member("ace_manager"),
        answer,
        "edited by ace_manager: customer.account.address.city, project.expected_customer_spend[0].amount; \
         submitted by ace_manager: Co-Sell, Full",
    );
    assert_eq!((after.review_status(), after.review_comments()), (Some(ReviewStatus::Submitted), None));
    let both = edit(|f| {
        f.project.title = "Keep".to_string();
        f.region = String::new();
        f.customer.account.address.city = "Vigo".to_string();
    });
    check(&asked, &member("ace_user"), both, "invalid: project.title locked_in_review, region locked_in_review");
    let emptied = edit(|f| f.customer.account.website_url = String::new());
    check(&asked, &member("ace_user"), emptied, "invalid: customer.account.website_url required");
    check(&asked, &member("ace_user"), edit(|_| ()), "");
}

// Rules: ACE-11
#[test]
fn stages_move_as_the_sale_does_and_a_loss_has_a_reason() {
    let given = [created("ace_user"), submitted("ace_user"), approved()];
    let to = |stage: &str, reason: &str| {
        edit(|f| {
            f.life_cycle.stage = stage.to_string();
            f.life_cycle.closed_lost_reason = reason.to_string();
        })
    };
    for (stage, reason, expected) in [
        ("Committed", "", "edited by ace_user: life_cycle.stage"),
        ("launched", "", "edited by ace_user: life_cycle.stage"),
        ("Prospect", "", "edited by ace_user: life_cycle.stage"),
        ("Closed Lost", "Price", "edited by ace_user: life_cycle.stage, life_cycle.closed_lost_reason"),
        ("Closed Lost", "", "invalid: life_cycle.closed_lost_reason required"),
        ("Committed", "Price", "invalid: life_cycle.closed_lost_reason only_when_lost"),
        ("Won", "", "invalid: life_cycle.stage unknown_value"),
        ("Qualified", "", ""),
        (" ", "", "invalid: life_cycle.stage required"),
        (" ", "Price", "invalid: life_cycle.closed_lost_reason only_when_lost, life_cycle.stage required"),
    ] {
        let after = check(&given, &member("ace_user"), to(stage, reason), expected);
        if expected.starts_with("edited") {
            assert_eq!(after.details().unwrap().stage(), Stage::read(stage).unwrap());
        }
    }
}

// Rules: ACE-11
#[test]
fn a_date_is_not_moved_into_the_past_but_may_pass_by_itself() {
    let mut old = full();
    old.life_cycle.target_close_date = "2026-02-01".to_string();
    let given = [created_with("ace_user", &old), submitted("ace_user"), approved()];
    let with = |date: &str, title: &str| {
        edit(|f| {
            f.life_cycle.target_close_date = date.to_string();
            f.project.title = title.to_string();
        })
    };
    check(&given, &member("ace_user"), with("2026-02-01", "Keep"), "edited by ace_user: project.title");
    check(&given, &member("ace_user"), with("2026-02-02", "Keep"), "invalid: life_cycle.target_close_date in_the_past");
    let mut fields = full();
    fields.life_cycle.target_close_date = "2026-02-28".to_string();
    check(&[], &member("ace_user"), create(fields), "invalid: life_cycle.target_close_date in_the_past");
}

// Rules: ACE-8
#[test]
fn the_editor_is_kept_apart_from_the_owner() {
    let given = [created("ace_user"), submitted("ace_user"), approved()];
    let after = check(&given, &member("ace_manager"), rename(), "edited by ace_manager: project.title");
    assert_eq!(after.owner(), Some(id("ace_user")), "the owner stays");
    let last = after.history().iter().next_back().unwrap();
    assert_eq!(last.stamp.by, member("ace_manager"));
    assert_eq!(last.owner, Some(id("ace_user")));
    assert_eq!(
        (last.event.as_str(), last.fields.clone()),
        ("opportunity_edited", Vec::from(["project.title".to_string()]))
    );
    assert_eq!(after.history().iter().count(), 4);
    assert_eq!(after.last_modified_at(), Some(cast::at(TODAY)));
}

#[test]
fn the_past_that_an_entry_keeps_has_an_end() {
    let mut entry = fold::<Opportunity>(&[created("ace_user")]);
    for n in 0..300 {
        let mut fields = full();
        fields.life_cycle.next_steps = format!("Step {n}");
        let details = details(&fields);
        entry.apply(&OpportunityEvent::OpportunityEdited { stamp: stamp(&operator()), changed: Vec::new(), details });
    }
    assert_eq!(entry.history().iter().count(), 200);
    assert_eq!(entry.next_steps_history().len(), NEXT_STEPS_MOST);
    assert_eq!(entry.next_steps_history().last().unwrap().value, "Step 299");
    assert_eq!(entry.next_steps_history()[0].value, "Step 250");
}

#[test]
fn what_an_operator_says_is_short_and_said() {
    let given = at(ReviewStatus::Submitted);
    let ask = |reason: &str, comments: &str| OpportunityCommand::RequestInformation {
        reason: reason.to_string(),
        comments: comments.to_string(),
    };
    check(&given, &operator(), ask(" ", ""), "invalid: reason required");
    check(&given, &operator(), ask("Customer", ""), "operator olga asks: Customer, ");
    check(&given, &operator(), ask("Customer", &"x".repeat(1001)), "invalid: comments too_long");
    let disqualify = OpportunityCommand::Disqualify { reason: "a\u{202e}b".to_string() };
    check(&given, &operator(), disqualify, "invalid: reason bad_character");
}
