//! The letters of the portal, worded. The core says what a letter tells; the words are Fluent's.

use std::sync::Arc;

use guildhall_core::Program;
use guildhall_core::account::Letter;
use guildhall_core::identity::{Purpose, SecurityCode};

use super::locale::Words;
use super::words::date;
use crate::config::Settings;
use crate::portal::LetterWriter;

/// The writer that the portal words its letters with.
pub fn writer(settings: &Settings, program: &Program) -> Arc<LetterWriter> {
    let home = settings.public_url.join("/");
    let programme = program.title().to_owned();
    Arc::new(move |letter, link| {
        let link = link.map(ToString::to_string).unwrap_or_default();
        render(Words::default(), &programme, &home, letter, &link)
    })
}

/// Subject and text of a letter.
fn render(w: Words, programme: &str, home: &str, letter: &Letter, link: &str) -> (String, String) {
    let say = |key: &str, values: &[(&str, &str)]| {
        let all: Vec<(&str, &str)> =
            values.iter().copied().chain([("programme", programme), ("home", home), ("link", link)]).collect();
        (
            w.with(&format!("mail-{key}-subject"), &all).into_owned(),
            w.with(&format!("mail-{key}-text"), &all).into_owned(),
        )
    };
    match letter {
        Letter::Invitation { company, roles, expires_at, .. } => {
            let (roles, until) = (roles.join(", "), date(*expires_at));
            say("invitation", &[("company", company), ("roles", &roles), ("until", &until)])
        }
        Letter::Welcome { name, company, .. } => say("welcome", &[("name", name), ("company", company)]),
        Letter::LeadReceived { company, from, .. } => say("lead-received", &[("company", company), ("from", from)]),
        Letter::LeadGiven { company, new_lead, .. } => {
            say("lead-given", &[("company", company), ("new-lead", new_lead)])
        }
        Letter::LeadChangeAsked { by, note, .. } => say("lead-change-asked", &[("by", by), ("note", note)]),
        Letter::PasswordChanged { .. } => say("password-changed", &[]),
        Letter::AccessEnded { company, .. } => say("access-ended", &[("company", company)]),
    }
}

/// Subject and text of the letter with a code (REG-16, PWD-3).
pub(crate) fn code(w: Words, program: &Program, purpose: Purpose, code: &SecurityCode) -> (String, String) {
    let key = match purpose {
        Purpose::Registration => "mail-code-registration-text",
        Purpose::PasswordReset => "mail-code-reset-text",
    };
    let minutes = program.limits().code_minutes.to_string();
    let values = [("code", code.expose()), ("minutes", minutes.as_str()), ("programme", program.title())];
    (program.mail().verification_subject.clone(), w.with(key, &values).into_owned())
}
