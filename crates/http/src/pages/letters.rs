//! The letters of the portal, worded. The core says what a letter tells; the words are Fluent's.

use std::sync::Arc;

use guildhall_core::Program;
use guildhall_core::account::Letter;
use guildhall_core::identity::{Purpose, SecurityCode};
use guildhall_core::pipeline::{Entries, Subject};
use guildhall_core::room::Letter as RoomLetter;

use super::locale::Words;
use crate::config::Settings;
use crate::portal::{AnyLetter, LetterWriter};

/// The writer that the portal words its letters with.
pub fn writer(settings: &Settings, program: &Program) -> Arc<LetterWriter> {
    let home = settings.public_url.join("/");
    let programme = program.title().to_owned();
    let first = super::language::spoken(program).next().unwrap_or_default();
    Arc::new(move |wording, secret| {
        let w = Words::of(wording.language).unwrap_or(first);
        let say = |key: &str, values: &[(&str, &str)]| {
            let common = [("programme", programme.as_str()), ("home", &home), ("link", secret.unwrap_or_default())];
            let all: Vec<(&str, &str)> = values.iter().copied().chain(common).collect();
            (
                w.with(&format!("mail-{key}-subject"), &all).into_owned(),
                w.with(&format!("mail-{key}-text"), &all).into_owned(),
            )
        };
        match wording.letter {
            AnyLetter::Account(letter) => of_account(w, letter, say),
            AnyLetter::Room(letter) => {
                let in_portal = |path: &str| format!("{}{}", home.trim_end_matches('/'), path);
                of_room(letter, secret.unwrap_or_default(), in_portal, say)
            }
        }
    })
}

/// A letter of a room.
fn of_room(
    letter: &RoomLetter,
    code: &str,
    in_portal: impl Fn(&str) -> String,
    say: impl Fn(&str, &[(&str, &str)]) -> (String, String),
) -> (String, String) {
    match letter {
        RoomLetter::CaseAnswered { case, subject, .. } => {
            say("case-answered", &[("subject", subject), ("case", &in_portal(&super::support::address(*case)))])
        }
        RoomLetter::InquiryAnswered { name, subject, text, .. } => {
            say("inquiry-answered", &[("name", name), ("subject", subject), ("text", text)])
        }
        RoomLetter::Promotion { company, .. } => say("promotion", &[("company", company), ("code", code)]),
        RoomLetter::Pipeline(notice) => {
            let values = [
                ("name", notice.name.as_str()),
                ("title", notice.title.as_str()),
                ("comments", notice.comments.as_deref().unwrap_or_default()),
            ];
            match (notice.subject, notice.entries) {
                (Subject::LeadShared, Entries::Leads) => say("lead-shared", &values),
                (Subject::LeadShared, Entries::Opportunities) => say("opportunity-shared", &values),
                (Subject::InformationRequested, _) if notice.comments.is_some() => {
                    say("information-requested-with-comments", &values)
                }
                (Subject::InformationRequested, Entries::Leads | Entries::Opportunities) => {
                    say("information-requested", &values)
                }
            }
        }
    }
}

/// A letter of the account.
fn of_account(w: Words, letter: &Letter, say: impl Fn(&str, &[(&str, &str)]) -> (String, String)) -> (String, String) {
    match letter {
        Letter::Invitation { company, roles, expires_at, .. } => {
            let roles = roles.iter().map(|role| w.said("role", role)).collect::<Vec<_>>().join(", ");
            let until = w.date(expires_at.date_naive());
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
