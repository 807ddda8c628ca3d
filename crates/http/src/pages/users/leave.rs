//! The grave steps: moving the lead role, removing and deactivating people. Each page says what will happen and to whom,
//! and the first two ask for the typed word (USR-26..35, C-030, C-031).

use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::account::{Command, Member, Refusal};
use guildhall_core::{FieldFault, Id, Permission};
use serde::Deserialize;

use super::{back, described, ids, list, titles_of};
use crate::pages::errors;
use crate::pages::form::{Choice, Field, FormPage};
use crate::pages::view::{Answer, Stop};
use crate::pages::visit::{Posted, Signed, Visit};
use crate::portal::{Extras, PortalError};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LeadForm {
    to: String,
    #[serde(default)]
    typed: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LeaveForm {
    member: String,
    #[serde(default)]
    typed: String,
}

/// The fields of an address with repeated names.
type Fields = axum::extract::Query<Vec<(String, String)>>;

/// The one person who was ticked.
fn ticked<'a>(visit: &Visit, me: &'a Signed, fields: &Fields) -> Result<(Id, &'a Member), Stop> {
    let texts: Vec<String> = fields.iter().filter(|(name, _)| name == "member").map(|(_, v)| v.clone()).collect();
    let chosen = ids(&texts);
    let [id] = chosen.as_slice() else {
        return Err(visit.go_saying("/company/users", &visit.w.t("users-tick-one")).into());
    };
    person(visit, me, *id)
}

fn person<'a>(visit: &Visit, me: &'a Signed, id: Id) -> Result<(Id, &'a Member), Stop> {
    let found = me.account.member(id).map(|member| (id, member));
    found.ok_or_else(|| visit.refused(&Refusal::MemberMissing).into())
}

fn typed_field(visit: &Visit) -> Field {
    let word = visit.program().limits().confirmation_word.as_str();
    Field::new("text", "typed", visit.w.t1("field-typed", "word", word)).hint(visit.w.t("field-typed-hint")).most(40)
}

/// Shows a refusal at the typed word, or as a page of its own.
fn refused(visit: &Visit, form: FormPage, error: &PortalError) -> Answer {
    if let PortalError::Refused(refusal @ Refusal::ConfirmationMissing { .. }) = error {
        let text = crate::pages::words::refusal(visit.w, refusal);
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &form.with_fault("#f-typed", text)));
    }
    if let PortalError::Refused(Refusal::InvalidInput { faults }) = error {
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &form.with_faults(faults)));
    }
    Err(visit.stop(error))
}

async fn run(visit: &Visit, me: &Signed, command: Command) -> Result<(), PortalError> {
    let done = visit.app.portal.run(&visit.origin, Some(me.tenant), &me.actor(), command, Extras::default()).await;
    done.map(|_| ())
}

fn lead_form(visit: &Visit, me: &Signed, preselected: &str) -> FormPage {
    let w = visit.w;
    let own = me.member.to_string();
    let choices: Vec<Choice> =
        list::choices(visit, preselected).into_iter().filter(|choice| choice.value != own).collect();
    let empty = Choice { value: String::new(), label: w.t("choose").into_owned(), hint: String::new(), chosen: false };
    FormPage::new(visit.page(w.t("reassign-title")), "/company/users/lead", w.t("reassign-button"))
        .intro(w.t("reassign-text"))
        .intro(w.t("reassign-keep"))
        .fields(vec![
            Field::new("select", "to", w.t("reassign-to")).choices([empty].into_iter().chain(choices).collect()),
            typed_field(visit),
        ])
        .danger()
        .link("/company/users", w.t("cancel"))
}

/// `GET /company/users/lead`: the choice in the list is only a preselection (C-030).
pub(super) async fn ask_lead(visit: Visit, fields: Fields) -> Answer {
    let me = visit.managing()?;
    visit.permitted(Permission::ReassignLead)?;
    let preselected = fields.iter().find(|(name, _)| name == "member").map(|(_, id)| id.clone()).unwrap_or_default();
    Ok(visit.html(&lead_form(&visit, me, &preselected)))
}

/// `POST /company/users/lead` (USR-26..28)
pub(super) async fn reassign(Posted { visit, form }: Posted<LeadForm>) -> Answer {
    let me = visit.managing()?;
    visit.permitted(Permission::ReassignLead)?;
    let page = lead_form(&visit, me, &form.to);
    let Ok(to) = form.to.parse() else {
        let page = page.with_faults(&[FieldFault::new("to", "required")]);
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    };
    let name = me.account.member(to).map(described).unwrap_or_default();
    match run(&visit, me, Command::ReassignLead { to, typed: form.typed }).await {
        Ok(()) => Ok(visit.go_saying("/", &visit.w.t1("reassign-done", "name", name.as_str()))),
        Err(error) => refused(&visit, page, &error),
    }
}

fn leave_form(visit: &Visit, key: &str, id: Id, member: &Member) -> FormPage {
    let w = visit.w;
    FormPage::new(
        visit.page(w.t(&format!("{key}-title"))),
        format!("/company/users/{key}"),
        w.t(&format!("{key}-button")),
    )
    .intro(w.t(&format!("{key}-text")))
    .fact(w.t("people-name"), member.name.as_str())
    .fact(w.t("people-email"), member.email.as_str())
    .fact(w.t("people-roles"), titles_of(visit, member).join(", "))
    .fields(vec![Field::hidden("member", id.to_string())])
    .danger()
    .link("/company/users", w.t("cancel"))
}

fn removal_form(visit: &Visit, id: Id, member: &Member) -> FormPage {
    let form = leave_form(visit, "remove", id, member);
    form.fields(vec![typed_field(visit)])
}

/// `GET /company/users/remove` (USR-34)
pub(super) async fn ask_removal(visit: Visit, fields: Fields) -> Answer {
    let me = visit.managing()?;
    visit.permitted(Permission::RemoveUsers)?;
    let (id, member) = ticked(&visit, me, &fields)?;
    Ok(guarded(&visit, me, id).unwrap_or_else(|| visit.html(&removal_form(&visit, id, member))))
}

/// Says at once what the command would refuse: the lead, and oneself (USR-32, C-033).
fn guarded(visit: &Visit, me: &Signed, id: Id) -> Option<Response> {
    let lead = me.account.lead(visit.program()).is_some_and(|(lead, _)| lead == id);
    let refusal = if lead {
        Refusal::TargetIsLead
    } else if id == me.member {
        Refusal::TargetIsSelf
    } else {
        return None;
    };
    let text = crate::pages::words::refusal(visit.w, &refusal);
    Some(errors::message(visit, crate::pages::words::status(refusal.kind()), text, vec![back(visit)]))
}

/// `POST /company/users/remove` (USR-29..35)
pub(super) async fn remove(Posted { visit, form }: Posted<LeaveForm>) -> Answer {
    let me = visit.managing()?;
    visit.permitted(Permission::RemoveUsers)?;
    let id = form.member.parse().map_err(|_| Stop::from(visit.refused(&Refusal::MemberMissing)))?;
    let (id, member) = person(&visit, me, id)?;
    let said = visit.w.t1("remove-done", "name", described(member)).into_owned();
    match run(&visit, me, Command::RemoveMember { member: id, typed: form.typed }).await {
        Ok(()) => Ok(visit.go_saying("/company/users", &said)),
        Err(error) => refused(&visit, removal_form(&visit, id, member), &error),
    }
}

/// `GET /company/users/deactivate`
pub(super) async fn ask_deactivation(visit: Visit, fields: Fields) -> Answer {
    let me = visit.managing()?;
    visit.permitted(Permission::DeactivateUsers)?;
    let (id, member) = ticked(&visit, me, &fields)?;
    Ok(guarded(&visit, me, id).unwrap_or_else(|| visit.html(&leave_form(&visit, "deactivate", id, member))))
}

/// `POST /company/users/deactivate` (AUDIT-8, C-035)
pub(super) async fn deactivate(Posted { visit, form }: Posted<LeaveForm>) -> Answer {
    let me = visit.managing()?;
    visit.permitted(Permission::DeactivateUsers)?;
    let id = form.member.parse().map_err(|_| Stop::from(visit.refused(&Refusal::MemberMissing)))?;
    let (id, member) = person(&visit, me, id)?;
    let said = visit.w.t1("deactivate-done", "name", described(member)).into_owned();
    match run(&visit, me, Command::DeactivateMember { member: id }).await {
        Ok(()) => Ok(visit.go_saying("/company/users", &said)),
        Err(error) => refused(&visit, leave_form(&visit, "deactivate", id, member), &error),
    }
}
