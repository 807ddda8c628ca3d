//! The contact form for those who cannot sign in (SUPPORT-10): no session, but the proof that the other public forms ask.
//! Whatever is known of the address, the answer is the same; it comes by mail.

use axum::http::StatusCode;
use guildhall_core::Id;
use guildhall_core::identity::EmailAddress;
use guildhall_core::room::RoomRefusal as _;
use guildhall_core::support::Refusal;
use guildhall_core::support::inquiry::{Command, Inquiry};
use serde::Deserialize;

use super::{CONTACT, MESSAGE_MOST, NEW};
use crate::limits::Action;
use crate::pages::entry::robot::{Proof, with_captcha};
use crate::pages::errors;
use crate::pages::form::{Field, FormPage, Link};
use crate::pages::help::TextPage;
use crate::pages::room::refusal_words;
use crate::pages::view::{Answer, Entry, see_other};
use crate::pages::visit::{Posted, Visit};
use crate::pages::words;
use crate::portal::RoomError;

/// What is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ContactForm {
    name: String,
    email: String,
    company: String,
    subject: String,
    text: String,
    /// The id that the message will have, so that it counts once however often it is sent.
    once: String,
    altcha: String,
    question: String,
    answer: String,
}

fn form(visit: &Visit, typed: &ContactForm, once: &str) -> FormPage {
    let w = visit.w;
    let mut page = visit.page(w.t("support-contact-form-title"));
    // The form is the help that other pages point to.
    page.desk.clear();
    FormPage::new(page, CONTACT, w.t("support-contact-button"))
        .intro(w.t1("support-contact-intro", "desk", visit.program().support().title.as_str()))
        .fields(vec![
            Field::hidden("once", once),
            Field::new("text", "name", w.t("field-name")).value(typed.name.as_str()).autocomplete("name").most(100),
            Field::new("email", "email", w.t("support-contact-email"))
                .hint(w.t("support-contact-email-hint"))
                .value(typed.email.as_str())
                .autocomplete("email")
                .most(254),
            Field::new("text", "company", w.t("support-contact-company"))
                .value(typed.company.as_str())
                .autocomplete("organization")
                .most(100)
                .optional(w),
            Field::new("text", "subject", w.t("support-subject")).value(typed.subject.as_str()),
            Field::new("area", "text", w.t("support-contact-message"))
                .hint(w.t("support-contact-message-hint"))
                .value(typed.text.as_str())
                .most(MESSAGE_MOST),
        ])
        .link("/", w.t("cancel"))
}

/// `GET /support/contact`; who is signed in opens a case instead.
pub(super) async fn ask(visit: Visit) -> Answer {
    if visit.signed.is_some() {
        return Ok(see_other(NEW));
    }
    let id = visit.app.portal.moment(&visit.origin).map_err(|error| visit.stop(&error))?.fresh;
    Ok(visit.html(&with_captcha(&visit, form(&visit, &ContactForm::default(), &id.to_string()), Vec::new())))
}

/// `POST /support/contact`
pub(super) async fn take(Posted { visit, form: typed }: Posted<ContactForm>) -> Answer {
    let id = match typed.once.parse::<Id>() {
        Ok(id) => id,
        Err(_) => return Err(visit.with_status(StatusCode::BAD_REQUEST)),
    };
    let ContactForm { name, email, company, subject, text, .. } = &typed;
    let submit = |captcha: bool| Command::Submit {
        name: name.clone(),
        email: email.clone(),
        company: company.clone(),
        subject: subject.clone(),
        text: text.clone(),
        captcha,
    };
    let again = |refusal: &Refusal| {
        let page = form(&visit, &typed, &typed.once).with_faults(refusal.faults());
        let said = refusal.faults().is_empty().then(|| refusal_words::<Inquiry>(visit.w, refusal));
        let page = with_captcha(&visit, page, said.into_iter().collect());
        Ok(visit.html_with(words::status(refusal.kind()), &page))
    };
    // A form with faults spends neither the solved challenge nor a try.
    match visit.app.portal.judge_inquiry(&visit.origin, &submit(true)) {
        Ok(()) => {}
        Err(RoomError::Refused(refusal)) => return again(&refusal),
        Err(RoomError::Portal(error)) => return Err(visit.stop(&error)),
    }
    let key = EmailAddress::parse(email, true).map(|address| address.key().to_owned()).ok();
    if let Err(limited) = visit.app.services.limits.check(Action::Inquiry, visit.ip, key.as_deref()) {
        return Ok(errors::limited(&visit, limited));
    }
    let proof = Proof { altcha: &typed.altcha, question: &typed.question, answer: &typed.answer };
    let passed = proof.passes(&visit)?;
    match visit.app.portal.hand_in_inquiry(&visit.origin, id, &submit(passed)).await {
        // Sent twice, it is there once.
        Ok(_) | Err(RoomError::Refused(Refusal::AlreadySubmitted)) => Ok(see_other("/support/contact/sent")),
        Err(RoomError::Refused(refusal)) => again(&refusal),
        Err(RoomError::Portal(error)) => Err(visit.stop(&error)),
    }
}

/// `GET /support/contact/sent`
pub(super) async fn sent(visit: Visit) -> Answer {
    let w = visit.w;
    let desk = visit.program().support().title.as_str();
    let link = |link: Link| Entry { href: link.href, title: link.text, description: String::new(), posts: false };
    let home = link(errors::home(w));
    let lead = vec![w.t1("support-contact-sent-text", "desk", desk).into_owned()];
    Ok(visit.html(&TextPage::new(visit.page(w.t("support-contact-sent"))).lead(lead).links(vec![home])))
}
