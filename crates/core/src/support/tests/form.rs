//! The contact form for those who are locked out.

use super::*;
use crate::support::inquiry::{Answer, Command as Ask, Event as Heard, Inquiry, Question};

fn submit(email: &str, captcha: bool) -> Ask {
    Ask::Submit {
        name: "Bo".to_string(),
        email: email.to_string(),
        company: String::new(),
        subject: "Locked out".to_string(),
        text: "No code\narrives".to_string(),
        captcha,
    }
}

pub(super) fn submitted(day: &str) -> Heard {
    let question = Question {
        name: Line::parse("Bo").unwrap(),
        email: email("bo@acme.example"),
        company: None,
        subject: Line::parse("Locked out").unwrap(),
        text: Message::parse("No code").unwrap(),
    };
    Heard::Submitted { question, at: at(day) }
}

fn answered() -> Heard {
    let text = Message::parse("Look again").unwrap();
    Heard::Answered { answer: Answer { by: "olga".to_string(), text, at: at("2026-03-02") } }
}

fn ended() -> Heard {
    Heard::Closed { by: "olga".to_string(), at: at("2026-03-02") }
}

#[track_caller]
fn check_form(given: &[Heard], who: &Actor, command: &Ask, expected: &str) -> Inquiry {
    let mut inquiry = Inquiry::default();
    given.iter().for_each(|event| inquiry.apply(event));
    let (nobody, moment) = (Account::default(), cast::moment("2026-03-02"));
    let decided = inquiry.decide(&setting(&nobody, who, &moment), command);
    let said = match &decided {
        Ok(events) => events.iter().map(Inquiry::event_name).collect::<Vec<_>>().join(" "),
        Err(refusal) => cast::refused(refusal.code(), refusal.faults()),
    };
    assert_eq!(said, expected, "{command:?}");
    for event in decided.iter().flatten() {
        assert_eq!(stored(event), *event);
        inquiry.apply(event);
    }
    assert_eq!(stored(&inquiry), inquiry);
    inquiry
}

// Rules: SUPPORT-10, C-069
#[test]
fn nobody_has_to_be_signed_in() {
    let after = check_form(&[], &Actor::Visitor, &submit("bo@gmail.com", true), "submitted");
    assert_eq!(after.question().unwrap().email, email("bo@gmail.com"));
    assert_eq!(after.waits_since(), Some(at("2026-03-02")));
    check_form(&[], &Actor::Visitor, &submit("bo@gmail.com", false), "captcha_missing");
    check_form(&[], &Actor::Visitor, &submit("", true), "invalid: email required");
    check_form(
        &[],
        &Actor::Visitor,
        &submit("bo@gmail.com\r\nBcc: al@gmail.com", true),
        "invalid: email bad_character",
    );
    let empty = Ask::Submit {
        name: String::new(),
        email: "bo".to_string(),
        company: "a\0".to_string(),
        subject: String::new(),
        text: String::new(),
        captcha: true,
    };
    let faults = "invalid: name required, email no_at_sign, company bad_character, subject required, text required";
    check_form(&[], &Actor::Visitor, &empty, faults);
    let given = [submitted("2026-03-01")];
    check_form(&given, &Actor::Visitor, &submit("bo@gmail.com", true), "already_submitted");
}

// Rules: SUPPORT-10, C-116
#[test]
fn an_operator_answers_and_closes() {
    let answer = |text: &str| Ask::Answer { text: text.to_string() };
    let open = [submitted("2026-03-01")];
    for (given, who, command, expected) in [
        (&open[..], operator(), answer("Look again"), "answered"),
        (&open, operator(), answer(" "), "invalid: text required"),
        (&open, operator(), Ask::Close, "closed"),
        (&open, Actor::Visitor, answer("Look"), "operator_only"),
        (&open, Actor::Visitor, Ask::Close, "operator_only"),
        (&[], operator(), answer("Look"), "case_missing"),
        (&[], operator(), Ask::Close, "case_missing"),
        (&[submitted("2026-03-01"), answered()], operator(), answer("And again"), "answered"),
        (&[submitted("2026-03-01"), ended()], operator(), answer("Look"), "case_closed"),
        (&[submitted("2026-03-01"), ended()], operator(), Ask::Close, "case_closed"),
    ] {
        check_form(given, &who, &command, expected);
    }
    let after = check_form(&open, &operator(), &answer("Look again"), "answered");
    assert_eq!((after.answers().len(), after.waits_since()), (1, None));
    let after = check_form(&open, &operator(), &Ask::Close, "closed");
    assert_eq!((after.closed_at(), after.waits_since()), (Some(at("2026-03-02")), None));
    let mut full = Vec::from([submitted("2026-03-01")]);
    full.extend((0..500).map(|_| answered()));
    check_form(&full, &operator(), &answer("Look"), "too_many_posts");
}

// Rules: SUPPORT-10
#[test]
fn an_answer_is_mailed_to_the_address_of_the_form() {
    use crate::room::{Effect, Letter, Room as _};
    let (account, given) = (company("software", "registered"), [submitted("2026-03-01"), answered()]);
    let mut inquiry = Inquiry::default();
    given.iter().for_each(|event| inquiry.apply(event));
    let asked = |event: &Heard| inquiry.effects(Program::guide(), &account, event);
    let [Effect::Mail(Letter::InquiryAnswered { to, name, subject, text })] = &asked(&given[1])[..] else { panic!() };
    let question = inquiry.question().unwrap();
    assert_eq!((to, name.as_str()), (&question.email, question.name.as_str()));
    assert_eq!((subject.as_str(), text.as_str()), (question.subject.as_str(), inquiry.answers()[0].text.as_str()));
    for event in [submitted("2026-03-01"), ended()] {
        assert_eq!(asked(&event), []);
    }
}
