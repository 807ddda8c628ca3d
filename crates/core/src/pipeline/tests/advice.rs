//! Who holds a wide role and needs a narrow one.

use super::*;

fn edited(by: &str) -> OpportunityEvent {
    OpportunityEvent::OpportunityEdited { stamp: stamp(&member(by)), changed: Vec::new(), details: details(&full()) }
}

fn advice(entries: &[&[OpportunityEvent]], leads: &[&[LeadEvent]]) -> Vec<String> {
    let entries: Vec<Opportunity> = entries.iter().map(|events| fold(events)).collect();
    let leads: Vec<Lead> = leads.iter().map(|events| fold(events)).collect();
    let advice = ask(&company(), &member("alliance_lead"), |s| advise(s, &entries, &leads)).unwrap();
    advice.iter().map(|a| format!("{}: {} to {}, {}", name_of(a.member), a.role, a.instead, a.entries)).collect()
}

// Rules: ROLE-69
#[test]
fn a_manager_who_works_on_own_entries_only_needs_the_narrower_role() {
    let own: &[OpportunityEvent] = &[created("ace_manager"), edited("ace_manager")];
    let others: &[OpportunityEvent] = &[created("bo"), edited("ace_manager")];
    let given: &[OpportunityEvent] = &[created("ace_manager"), transferred("ace_manager", "bo", "ace_manager")];
    let fetched: &[OpportunityEvent] = &[created("bo"), transferred("bo", "ace_user", "ace_manager")];
    let lead: &[LeadEvent] = &[lead_shared(Some("bo"), None), lead_accepted("bo")];
    assert_eq!(advice(&[own], &[]), ["ace_manager: ace_manager to ace_user, 1"]);
    assert_eq!(advice(&[own, own, given], &[]), ["ace_manager: ace_manager to ace_user, 3"]);
    for none in [advice(&[own, others], &[]), advice(&[own, fetched], &[]), advice(&[own], &[lead]), advice(&[], &[])] {
        assert_eq!(none, [""; 0]);
    }
    assert_eq!(advice(&[&[created("ace_user")], &[created("alliance_lead")]], &[]), [""; 0]);
}

// Rules: ROLE-69
#[test]
fn advice_is_for_those_who_give_the_roles() {
    for role in ROLES {
        let may = matches!(role, "alliance_lead" | "alliance_team");
        let asked = ask(&company(), &member(role), |s| advise::<Opportunity, Lead>(s, [], []));
        assert_eq!(asked.is_ok(), may, "{role}");
    }
}
