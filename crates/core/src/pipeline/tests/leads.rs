//! What is shared: leads, and opportunities that the operator brings. They are answered once, in time, then worked on.

use super::*;

// Rules: ACE-1
#[test]
fn a_lead_is_shared_with_a_person_or_with_the_company() {
    let share = |to: Option<&str>| LeadCommand::Share {
        entry: None,
        fields: Box::new(lead_fields()),
        to: to.map(id),
        expires_at: None,
    };
    for (to, expected) in [
        (None, "new0 shared by operator olga with nobody"),
        (Some("ace_user"), "new0 shared by operator olga with ace_user"),
        (Some("standard_user"), "target_cannot_own"),
        (Some("stranger"), "member_missing"),
    ] {
        check_lead(&[], &operator(), share(to), expected);
    }
    check_lead(&[lead_shared(None, None)], &operator(), share(None), "entry_exists");
}

// Rules: ACE-4, C-040
#[test]
fn a_lead_is_answered_once_and_in_time() {
    let reject = || LeadCommand::Reject { reason: " Too far ".to_string() };
    let rejected = LeadEvent::LeadRejected { reason: None, stamp: stamp(&member("ace_manager")) };
    let manager = member("ace_manager");
    for (given, on_accept, on_reject) in [
        (
            Vec::from([lead_shared(None, None)]),
            "accepted by ace_manager for ace_manager",
            "rejected by ace_manager: Too far",
        ),
        (
            Vec::from([lead_shared(Some("bo"), None)]),
            "accepted by ace_manager for bo",
            "rejected by ace_manager: Too far",
        ),
        (
            Vec::from([lead_shared(None, Some("2026-03-03"))]),
            "accepted by ace_manager for ace_manager",
            "rejected by ace_manager: Too far",
        ),
        (Vec::from([lead_shared(None, Some(TODAY))]), "share_expired", "share_expired"),
        (Vec::from([lead_shared(None, None), lead_accepted("bo")]), "share_answered", "share_answered"),
        (Vec::from([lead_shared(None, None), rejected]), "share_answered", "share_answered"),
        (Vec::new(), "entry_missing", "entry_missing"),
    ] {
        check_lead(&given, &manager, LeadCommand::Accept, on_accept);
        check_lead(&given, &manager, reject(), on_reject);
    }
}

// Rules: ACE-4, ACE-5
#[test]
fn work_begins_when_a_lead_is_accepted() {
    let manager = member("ace_manager");
    let change = || edit_lead(|f| f.qualification_status = "Qualified".to_string());
    let rejected = LeadEvent::LeadRejected { reason: None, stamp: stamp(&manager) };
    let transfer = || LeadCommand::Transfer { to: id("ace_user") };
    for (given, on_edit, on_transfer) in [
        (Vec::from([lead_shared(Some("bo"), None)]), "share_not_accepted", "bo to ace_user by ace_manager"),
        (Vec::from([lead_shared(None, None)]), "share_not_accepted", "nobody to ace_user by ace_manager"),
        (
            Vec::from([lead_shared(None, None), lead_accepted("bo")]),
            "edited by ace_manager: qualification_status",
            "bo to ace_user by ace_manager",
        ),
        (Vec::from([lead_shared(None, None), rejected]), "share_rejected", "share_rejected"),
        (Vec::from([lead_shared(None, Some("2026-03-01"))]), "share_expired", "share_expired"),
    ] {
        check_lead(&given, &manager, change(), on_edit);
        check_lead(&given, &manager, transfer(), on_transfer);
    }
    let taken = [lead_shared(None, None), lead_accepted("bo")];
    check_lead(&taken, &manager, edit_lead(|_| ()), "");
    let none = edit_lead(|f| f.interactions.clear());
    check_lead(&taken, &manager, none, "invalid: interactions required");
}

// Rules: ACE-4
#[test]
fn a_shared_opportunity_is_answered_and_then_worked_on() {
    let manager = member("ace_manager");
    let accepted = OpportunityEvent::OpportunityAccepted { owner: id("bo"), stamp: stamp(&manager) };
    let given = [shared(None, Some("2026-03-03"))];
    let after = check(&given, &manager, OpportunityCommand::Accept, "accepted by ace_manager for ace_manager");
    assert_eq!((after.origin(), after.review_status()), (Some(Origin::AwsReferral), None));
    check(&given, &manager, reject(), "rejected by ace_manager: Too far");
    check(&given, &manager, rename(), "share_not_accepted");
    check(&given, &manager, submit(), "wrong_review_status none");
    check(&[shared(None, Some(TODAY))], &manager, OpportunityCommand::Accept, "share_expired");
    let taken = [shared(None, None), accepted];
    check(&taken, &member("bo"), rename(), "edited by bo: project.title");
    check(&taken, &member("ace_user"), rename(), "not_owner");
    check(&taken, &manager, OpportunityCommand::Accept, "share_answered");
}
