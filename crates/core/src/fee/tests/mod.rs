//! The fee, given / when / then.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::views::effects;
use super::*;
use crate::Kind;
use crate::Moment;
use crate::account::{Account, Actor, Event as AccountEvent};
use crate::cast::{self, ROLES, company, company_in, email, id, member, operator, roles_that, setting, stored};
use crate::program::Program;
use crate::room::{Letter, RoomRefusal};

/// Given a state, when `who` asks this on `day`, then it comes out as said; and the state after it.
#[track_caller]
fn check(account: &Account, before: &State, who: &Actor, command: &Command, day: &str, expected: &str) -> State {
    // Ids of different days differ.
    let moment = Moment { fresh: id(day), ..cast::moment(day) };
    let setting = setting(account, who, &moment);
    let decided = before.decide(&setting, command);
    assert_eq!(stored(before).decide(&setting, command), decided, "the stored state decides alike");
    assert_eq!(stored(command), *command);
    assert_eq!(said(&decided), expected, "{command:?} by {who:?} on {day}");
    let mut after = before.clone();
    for event in decided.iter().flatten() {
        assert_eq!(stored(event), *event);
        assert!(serde_json::to_string(event).unwrap().contains(&format!("\"type\":\"{}\"", State::event_name(event))));
        after.apply(event);
    }
    assert_eq!(stored(&after), after);
    after
}

/// Asks for the bills of a day, and again: the second time nothing is left to do.
#[track_caller]
fn bills(account: &Account, before: &State, day: &str, expected: &str) -> State {
    let after = check(account, before, &operator(), &Command::IssueBills, day, expected);
    check(account, &after, &operator(), &Command::IssueBills, day, "")
}

fn said(decided: &Result<Vec<Event>, Refusal>) -> String {
    match decided {
        Ok(events) => events.iter().map(say).collect::<Vec<_>>().join("; "),
        Err(refusal) => {
            assert!(serde_json::to_string(refusal).unwrap().contains(&format!("\"code\":\"{}\"", refusal.code())));
            cast::refused(refusal.code(), refusal.faults())
        }
    }
}

fn say(event: &Event) -> String {
    match event {
        Event::UpgradeFormSubmitted { billing } => {
            format!("form {} bills to {}", billing.account, billing.billed_to())
        }
        Event::BillIssued { bill, .. } => {
            let tax = bill.tax.as_ref().map_or_else(String::new, |t| format!(" + {} {}", t.title, t.amount_minor));
            let to = bill.billed_to.as_ref().map_or_else(String::new, |to| format!(" to {to}"));
            format!("bill {} due {}: {} {}{tax}{to}", bill.year_from, bill.due_on, bill.fee_minor, bill.currency)
        }
        Event::CountRestarted { on } => format!("restarted {on}"),
        Event::Resumed | Event::Lapsed | Event::BillCancelled { .. } => event.name().to_string(),
        Event::BillPaid { on, .. } => format!("paid {on}"),
    }
}

fn form(account: &str, payer: &str) -> Command {
    Command::SubmitUpgradeForm { account: account.to_string(), payer: payer.to_string() }
}

fn confirmed() -> Account {
    company_in("United States", &[("software", "confirmed")])
}

fn first(state: &State) -> Id {
    *state.bills().keys().next().unwrap()
}

// Rules: REG-1, FEE-2, C-058, C-113
#[test]
fn joining_is_free_and_the_first_bill_comes_with_confirmed() {
    for stage in ["registered", "enrolled"] {
        let after = bills(&company("software", stage), &State::default(), "2026-03-02", "");
        assert_eq!(after, State::default(), "{stage}: no record of a fee");
    }
    let account = company_in("United States", &[("software", "registered")]);
    let free = bills(&account, &State::default(), "2026-03-02", "");
    for stage in ["confirmed", "validated"] {
        let stage = AccountEvent::StageSet { path: "software".into(), stage: stage.into() };
        let upgraded = account.clone().evolve(&stage);
        bills(&upgraded, &free, "2026-03-02", "bill 2026-03-02 due 2026-05-31: 250000 USD");
    }
    let two = company_in("Chile", &[("software", "registered"), ("services", "confirmed"), ("hardware", "validated")]);
    bills(&two, &State::default(), "2026-03-02", "bill 2026-03-02 due 2026-05-31: 250000 USD");
}

// Rules: FEE-3, C-113
#[test]
fn every_year_brings_a_bill_while_the_stage_holds() {
    let account = confirmed();
    let one = bills(&account, &State::default(), "2026-03-02", "bill 2026-03-02 due 2026-05-31: 250000 USD");
    let one = bills(&account, &one, "2027-03-01", "");
    let two = bills(&account, &one, "2027-03-02", "bill 2027-03-02 due 2027-05-31: 250000 USD");
    assert_eq!(two.bills().len(), 2);
    // Who asks late issues what was left out, each year once.
    let late = "bill 2027-03-02 due 2029-06-08: 250000 USD; bill 2028-03-02 due 2029-06-08: 250000 USD; \
                bill 2029-03-02 due 2029-06-08: 250000 USD";
    bills(&account, &one, "2029-03-10", late);
    let fallen = account.clone().evolve(&AccountEvent::StageSet { path: "software".into(), stage: "enrolled".into() });
    let lapsed = bills(&fallen, &one, "2027-03-02", "lapsed");
    bills(&fallen, &lapsed, "2028-03-02", "");
    // Back after the year is over, the count begins anew; nobody pays for the time away.
    let back = "restarted 2028-06-01; bill 2028-06-01 due 2028-08-30: 250000 USD";
    let back = bills(&account, &lapsed, "2028-06-01", back);
    bills(&account, &back, "2029-05-31", "");
    bills(&account, &back, "2029-06-01", "bill 2029-06-01 due 2029-08-30: 250000 USD");
    // Back within the year, the count goes on.
    let short = bills(&fallen, &one, "2026-06-01", "lapsed");
    let short = bills(&account, &short, "2026-07-01", "resumed");
    bills(&account, &short, "2027-03-02", "bill 2027-03-02 due 2027-05-31: 250000 USD");
}

// Rules: FEE-3
#[test]
fn a_year_that_began_on_a_leap_day_keeps_its_day() {
    let account = confirmed();
    let mut state = bills(&account, &State::default(), "2028-02-29", "bill 2028-02-29 due 2028-05-29: 250000 USD");
    for year in ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"] {
        let due = year.parse::<NaiveDate>().unwrap() + chrono::Days::new(90);
        state = bills(&account, &state, year, &format!("bill {year} due {due}: 250000 USD"));
    }
}

// Rules: FEE-4, C-112
#[test]
fn after_ninety_days_a_company_is_at_risk_and_keeps_its_stage() {
    let account = confirmed();
    let state = bills(&account, &State::default(), "2026-03-02", "bill 2026-03-02 due 2026-05-31: 250000 USD");
    let at_risk = |state: &State, day: &str| {
        let (who, moment) = (member("alliance_team"), cast::moment(day));
        overview(&setting(&account, &who, &moment), state).unwrap().at_risk
    };
    assert!(!at_risk(&state, "2026-05-31"), "day 90");
    assert!(at_risk(&state, "2026-06-01"), "day 91");
    bills(&account, &state, "2026-06-01", "");
    assert_eq!(account.stages()["software"], "confirmed");
    let pay = Command::RecordPayment { id: first(&state) };
    let paid = check(&account, &state, &operator(), &pay, "2026-06-02", "paid 2026-06-02");
    assert!(!at_risk(&paid, "2026-06-03"));
}

// Rules: FEE-5
#[test]
fn lead_and_team_submit_the_form_with_twelve_digits() {
    let account = confirmed();
    let none = State::default();
    for role in ROLES {
        let may = matches!(role, "alliance_lead" | "alliance_team");
        let expected = if may { "form 123456789012 bills to 123456789012" } else { "permission_missing" };
        check(&account, &none, &member(role), &form("123456789012", ""), "2026-03-02", expected);
    }
    check(&account, &none, &Actor::Visitor, &form("123456789012", ""), "2026-03-02", "not_signed_in");
    check(&account, &none, &operator(), &form("123456789012", ""), "2026-03-02", "not_signed_in");
    for (number, payer, expected) in [
        (" 1234-5678-9012 ", "", "form 123456789012 bills to 123456789012"),
        ("1234 5678 9012", "123456789012", "form 123456789012 bills to 123456789012"),
        ("", "", "invalid: account required"),
        ("12345678901", "", "invalid: account not_an_account_number"),
        ("1234567890123", "", "invalid: account not_an_account_number"),
        ("12-345678-9012", "", "invalid: account not_an_account_number"),
        ("12345678901a", "1", "invalid: account not_an_account_number, payer not_an_account_number"),
        ("\u{661}\u{662}\u{663}\u{664}\u{665}\u{666}", "", "invalid: account not_an_account_number"),
        ("ab\u{e9}-5678-9012", "", "invalid: account not_an_account_number"),
    ] {
        check(&account, &none, &member("alliance_lead"), &form(number, payer), "2026-03-02", expected);
    }
    assert!(serde_json::from_str::<AccountNumber>("\"12\"").is_err());
}

// Rules: FEE-6, FEE-1, C-002
#[test]
fn the_account_stays_on_record_and_the_portal_shows_where_to_pay() {
    let account = confirmed();
    let lead = member("alliance_lead");
    let submitted = "form 123456789012 bills to 123456789012";
    let state = check(&account, &State::default(), &lead, &form("123456789012", ""), "2026-03-02", submitted);
    let moment = cast::moment("2026-03-05");
    let reads = |role: &str| overview(&setting(&account, &member(role), &moment), &state).is_ok();
    assert_eq!(roles_that(reads), ["alliance_lead", "alliance_team"]);
    let team = member("alliance_team");
    let seen = overview(&setting(&account, &team, &moment), &state).unwrap();
    assert_eq!(seen.billing.unwrap().account.as_str(), "123456789012");
    assert!(seen.console.starts_with("https://"), "a link; nothing here takes a payment");
    assert!(overview(&setting(&account, &operator(), &moment), &state).is_ok());
    assert!(overview(&setting(&account, &Actor::Visitor, &moment), &state).is_err());
}

// Rules: FEE-8
#[test]
fn bills_go_to_the_payer_account() {
    let account = confirmed();
    let lead = member("alliance_lead");
    let open = bills(&account, &State::default(), "2026-03-02", "bill 2026-03-02 due 2026-05-31: 250000 USD");
    let payer = form("123456789012", "999999999999");
    let known = "form 123456789012 bills to 999999999999";
    let state = check(&account, &open, &lead, &payer, "2026-03-03", known);
    assert_eq!(state.bills()[&first(&state)].billed_to.as_ref().unwrap().as_str(), "999999999999");
    let next = "bill 2027-03-02 due 2027-05-31: 250000 USD to 999999999999";
    bills(&account, &state, "2027-03-02", next);
    let pay = Command::RecordPayment { id: first(&state) };
    let paid = check(&account, &state, &operator(), &pay, "2026-03-04", "paid 2026-03-04");
    let own = "form 111111111111 bills to 111111111111";
    let moved = check(&account, &paid, &lead, &form("111111111111", ""), "2026-03-05", own);
    let first_bill = &moved.bills()[&first(&moved)];
    assert_eq!(first_bill.billed_to.as_ref().unwrap().as_str(), "999999999999", "what was paid stays as billed");
}

// Rules: FEE-7
#[test]
fn a_payment_brings_the_current_lead_one_letter_and_no_code_into_the_log() {
    let account = confirmed();
    let state = bills(&account, &State::default(), "2026-03-02", "bill 2026-03-02 due 2026-05-31: 250000 USD");
    let id_ = first(&state);
    let pay = Command::RecordPayment { id: id_ };
    let paid = check(&account, &state, &operator(), &pay, "2026-03-04", "paid 2026-03-04");
    check(&account, &paid, &operator(), &pay, "2026-03-05", "already_paid");
    check(&account, &state, &operator(), &Command::RecordPayment { id: id("none") }, "2026-03-05", "bill_missing");
    check(&account, &state, &member("alliance_lead"), &pay, "2026-03-05", "operator_only");
    let (from, to, role) = (id("alliance_lead"), id("alliance_team"), "alliance_lead".to_string());
    let account = account.evolve(&AccountEvent::LeadReassigned { from, to, role });
    let event = Event::BillPaid { id: id_, on: "2026-03-04".parse().unwrap(), promotion: id("promo") };
    let letter = Letter::Promotion {
        to: email("alliance_team"),
        company: "Acme".to_string(),
        bill: id_,
        promotion: id("promo"),
    };
    assert_eq!(effects(Program::guide(), &account, &event), [Effect::Mail(letter)]);
    assert_eq!(effects(Program::guide(), &account, &Event::Lapsed), []);
    let json = serde_json::to_string(&event).unwrap();
    assert!(!json.contains("code"), "{json}");
}

// Rules: FEE-10, FEE-11, C-114
#[test]
fn a_tax_is_a_line_of_its_own_and_the_fee_stays_whole() {
    for (country, tax) in [
        ("United States", ""),
        ("Spain", " + IVA 52500"),
        (" germany ", " + Umsatzsteuer 47500"),
        ("Chile", ""),
        ("", ""),
    ] {
        let account = match country {
            "" => company_in("Atlantis", &[("software", "confirmed")]),
            other => company_in(other, &[("software", "confirmed")]),
        };
        let expected = format!("bill 2026-03-02 due 2026-05-31: 250000 USD{tax}");
        let state = bills(&account, &State::default(), "2026-03-02", &expected);
        let bill = &state.bills()[&first(&state)];
        let on_top = bill.tax.as_ref().map_or(0, |t| t.amount_minor);
        assert_eq!((bill.fee_minor, bill.total_minor()), (250_000, 250_000 + on_top), "{country}");
    }
}

// Rules: FEE-2
#[test]
fn a_bill_issued_by_mistake_is_taken_back_and_can_be_issued_again() {
    let account = confirmed();
    let state = bills(&account, &State::default(), "2026-03-02", "bill 2026-03-02 due 2026-05-31: 250000 USD");
    let cancel = Command::CancelBill { id: first(&state) };
    let none = check(&account, &state, &operator(), &cancel, "2026-03-03", "bill_cancelled");
    assert!(none.bills().is_empty());
    check(&account, &none, &operator(), &cancel, "2026-03-03", "bill_missing");
    check(&account, &state, &member("alliance_lead"), &cancel, "2026-03-03", "operator_only");
    bills(&account, &none, "2026-03-04", "bill 2026-03-02 due 2026-06-02: 250000 USD");
}

// Rules: FEE-1, FEE-2
#[test]
fn only_operators_issue_bills_and_a_programme_may_have_no_fee() {
    for who in [member("alliance_lead"), Actor::Visitor] {
        check(&confirmed(), &State::default(), &who, &Command::IssueBills, "2026-03-02", "operator_only");
    }
    let text = crate::program::GUIDE_TOML;
    let (start, end) = (text.find("\n[fee]").unwrap(), text.find("\n[support]").unwrap());
    let program = Program::parse(&format!("{}{}", &text[..start], &text[end..])).unwrap();
    let (account, who, moment) = (confirmed(), operator(), cast::moment("2026-03-02"));
    let free = Setting { program: &program, account: &account, actor: &who, moment: &moment };
    assert_eq!(State::default().decide(&free, &Command::IssueBills), Ok(Vec::new()));
    assert_eq!(Refusal::AlreadyPaid.kind(), Kind::Conflict);
}
