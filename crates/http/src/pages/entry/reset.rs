//! Forgot password (PWD-1..10). The answer is the same whether the address has an account or not (C-107); the code is
//! bound to purpose, address and browser; a new password ends every session.

use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use guildhall_core::account::{Actor, Command, Status};
use guildhall_core::identity::{Challenge, EmailAddress, IdentityHints, Purpose};
use guildhall_core::{FieldFault, Id};
use serde::{Deserialize, Serialize};

use super::flow::Open;
use super::models::password_field;
use super::register::hash_password;
use crate::cookies::Purpose as CookiePurpose;
use crate::limits::Action;
use crate::pages::errors;
use crate::pages::form::{Field, FormPage};
use crate::pages::view::{Answer, Stop, see_other};
use crate::pages::visit::{Posted, Visit};
use crate::portal::Extras;
use crate::store::FlowChange;

const KIND: &str = "password_reset";

/// What is kept between the steps. The steps are in order by their type: no owner, no new password.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Reset {
    /// The code is waited for. An address without an account waits for a code that nobody has.
    Code { address: EmailAddress, owner: Option<(Id, Id)>, challenge: Challenge },
    /// The code was right.
    Password { owner: (Id, Id) },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct AddressForm {
    email: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct CodeForm {
    code: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct PasswordForm {
    password: String,
}

fn address_form(visit: &Visit, email: &str) -> FormPage {
    let w = visit.w;
    FormPage::new(visit.page(w.t("forgot-title")), "/forgot", w.t("next"))
        .intro(w.t("forgot-text"))
        .fields(vec![
            Field::new("email", "email", w.t("field-business-email")).value(email).autocomplete("email").most(254),
        ])
        .link("/", w.t("cancel"))
}

/// `GET /forgot`
pub(in crate::pages) async fn ask(visit: Visit) -> Answer {
    Ok(visit.html(&address_form(&visit, "")))
}

/// `POST /forgot`: mails a code to the address of an active member, and to nobody else (PWD-2, C-107).
pub(in crate::pages) async fn begin(Posted { visit, form }: Posted<AddressForm>) -> Answer {
    let address = match visit.program().email().parse(&form.email) {
        Ok(address) => address,
        Err(fault) => {
            let page = address_form(&visit, &form.email).with_faults(&[FieldFault::new("email", fault.code())]);
            return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    if let Err(limited) = visit.app.services.limits.check(Action::SendCode, visit.ip, Some(address.key())) {
        return Ok(errors::limited(&visit, limited));
    }
    let found = owner(&visit, &address).await?;
    // The letter goes to the address on record, never to the one that was typed.
    let to = found.as_ref().map_or_else(|| address.clone(), |(_, stored)| stored.clone());
    let (hash, mail) = visit.new_code(Purpose::PasswordReset, &to)?;
    let now: DateTime<Utc> = visit.app.services.clock.now();
    let limits = visit.program().limits();
    let challenge = Challenge::new(Purpose::PasswordReset, hash, now, limits.code_minutes, limits.code_tries);
    let mail = found.is_some().then_some(mail);
    let state = Reset::Code { address: to, owner: found.map(|(owner, _)| owner), challenge };
    let token = visit.begin_flow(KIND, address.key(), &state, None, mail).await?;
    Ok(visit.go_with("/forgot/code", [visit.cookies.set(CookiePurpose::Flow, &token)]))
}

/// The active member of an address, with the address on record.
async fn owner(visit: &Visit, address: &EmailAddress) -> Result<Option<((Id, Id), EmailAddress)>, Stop> {
    let found = visit.app.portal.owner_of_address(address).await.map_err(|e| visit.stop(&e))?;
    let Some((tenant, member)) = found else { return Ok(None) };
    let loaded = visit.app.portal.load(tenant).await.map_err(|e| visit.stop(&e))?;
    Ok(loaded.and_then(|l| {
        let person = l.account.member(member).filter(|m| m.status == Status::Active)?;
        Some(((tenant, member), person.email.clone()))
    }))
}

async fn current(visit: &Visit) -> Result<Open<Reset>, Stop> {
    let open = visit.flow::<Reset>(KIND).await?;
    open.ok_or_else(|| visit.go_saying("/forgot", &visit.w.t("flow-gone")).into())
}

fn code_form(visit: &Visit) -> FormPage {
    let w = visit.w;
    FormPage::new(visit.page(w.t("reset-title")), "/forgot/code", w.t("continue"))
        .intro(w.t("reset-code-text"))
        .fields(vec![Field::new("code", "code", w.t("field-code")).hint(w.t("field-code-hint"))])
        .link("/forgot", w.t("reset-again"))
}

/// `GET /forgot/code`
pub(in crate::pages) async fn code(visit: Visit) -> Answer {
    match current(&visit).await?.state {
        Reset::Code { .. } => Ok(visit.html(&code_form(&visit))),
        Reset::Password { .. } => Ok(see_other("/forgot/password")),
    }
}

/// `POST /forgot/code` (PWD-4)
pub(in crate::pages) async fn enter(Posted { visit, form }: Posted<CodeForm>) -> Answer {
    let mut open = current(&visit).await?;
    let Reset::Code { address, owner, challenge } = &mut open.state else { return Ok(see_other("/forgot/password")) };
    if let Err(limited) = visit.app.services.limits.check(Action::CheckCode, visit.ip, Some(address.key())) {
        return Ok(errors::limited(&visit, limited));
    }
    let matches = visit.is_code(Purpose::PasswordReset, address, &form.code, &challenge.hash) && owner.is_some();
    let verdict = challenge.attempt(matches, visit.app.services.clock.now());
    let (key, proven) = (address.key().to_owned(), verdict.is_ok().then_some(*owner).flatten());
    let Some(owner) = proven else {
        // The try is on disk before it is answered; all faults are answered alike.
        visit.step_flow(&open, None).await?;
        let page = code_form(&visit).with_faults(&[FieldFault::new("code", "wrong_code")]);
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    };
    let token = visit.begin_flow(KIND, &key, &Reset::Password { owner }, Some(open.consume()), None).await?;
    Ok(visit.go_with("/forgot/password", [visit.cookies.set(CookiePurpose::Flow, &token)]))
}

fn password_form(visit: &Visit) -> FormPage {
    let w = visit.w;
    FormPage::new(visit.page(w.t("reset-title")), "/forgot/password", w.t("reset-button"))
        .intro(w.t("reset-password-text"))
        .fields(vec![password_field(w)])
        .password_rules(visit.program().password())
}

/// `GET /forgot/password`
pub(in crate::pages) async fn password(visit: Visit) -> Answer {
    match current(&visit).await?.state {
        Reset::Code { .. } => Ok(see_other("/forgot/code")),
        Reset::Password { .. } => Ok(visit.html(&password_form(&visit))),
    }
}

/// `POST /forgot/password` (PWD-5..10)
pub(in crate::pages) async fn set(Posted { visit, form }: Posted<PasswordForm>) -> Answer {
    let open = current(&visit).await?;
    let Reset::Password { owner: (tenant, member) } = open.state else { return Ok(see_other("/forgot/code")) };
    let loaded = visit.app.portal.load(tenant).await.map_err(|e| visit.stop(&e))?;
    let person = loaded.as_ref().and_then(|l| l.account.member(member)).cloned();
    let Some(person) = person else { return Err(visit.with_status(StatusCode::CONFLICT)) };
    let own = [person.name.as_str(), person.email.as_str(), person.email.local_part(), person.email.domain().as_str()];
    let password = match visit.program().password().parse(&form.password, IdentityHints(&own)) {
        Ok(password) => password,
        Err(faults) => {
            let faults: Vec<_> = faults.iter().map(|f| FieldFault::new("password", f.code())).collect();
            return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &password_form(&visit).with_faults(&faults)));
        }
    };
    let hash = hash_password(&visit, password.expose()).await?;
    // Whatever else waits for a code to this address is void: it began before the password changed.
    let others = FlowChange::Void { subject: person.email.key().to_owned() };
    let extras = Extras { password_hash: Some(hash), flows: vec![open.consume(), others], ..Extras::default() };
    let actor = Actor::Member(member);
    let run = visit.app.portal.run(&visit.origin, Some(tenant), &actor, Command::NotePasswordChange, extras).await;
    run.map_err(|e| visit.stop(&e))?;
    let cookies = [
        visit.cookies.clear(CookiePurpose::Flow),
        visit.cookies.clear(CookiePurpose::Session),
        visit.flash_cookie(&visit.w.t("reset-done")),
    ];
    Ok(visit.go_with("/", cookies))
}
