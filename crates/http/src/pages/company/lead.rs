//! Who leads the company, and asking for another lead (MENU-39, PROFILE-7).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::account::{Command, Member, Refusal, Status};
use guildhall_core::{FieldFault, Permission};
use serde::Deserialize;

use super::run;
use crate::pages::form::{Fact, Fault, Field, tie};
use crate::pages::view::{Answer, Page};
use crate::pages::visit::{Posted, Signed, Visit};
use crate::portal::PortalError;

const LEAD: &str = "my_company/view_alliance_lead_and_request_change";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct NoteForm {
    note: String,
}

#[derive(Debug, Template)]
#[template(path = "lead.html")]
struct LeadPage {
    page: Page,
    lead: Option<Contact>,
    team: Vec<Contact>,
    can_request: bool,
    is_me: bool,
    can_reassign: bool,
    note: Field,
    faults: Vec<Fault>,
    requests: Vec<Fact>,
}

#[derive(Debug)]
struct Contact {
    name: String,
    email: String,
    job_title: String,
}

fn lead_page(visit: &Visit, me: &Signed, typed: &str, faults: &[FieldFault], status: StatusCode) -> Response {
    let w = visit.w;
    let program = visit.program();
    let contact = |m: &Member| Contact {
        name: m.name.to_string(),
        email: m.email.as_str().to_owned(),
        job_title: m.customer.job_title.to_string(),
    };
    let lead = me.account.lead(program);
    let is_me = lead.is_some_and(|(id, _)| id == me.member);
    // The second contacts are those who share the lead's administration (ROLE-17).
    let team_roles: Vec<&str> = program
        .role_names(program.holders(Permission::InviteUsers).without([program.lead()].into_iter().collect()))
        .collect();
    let members = me.account.members().values();
    let team = members
        .filter(|m| m.status == Status::Active)
        .filter(|m| m.roles.iter().any(|role| team_roles.contains(&role.as_str())))
        .filter(|m| lead.is_none_or(|(_, lead)| lead.email != m.email))
        .map(contact)
        .collect();
    let name = |id| me.account.member(id).map(|m| m.name.to_string()).unwrap_or_default();
    let requests = if is_me {
        let all = me.account.lead_change_requests().iter();
        all.map(|r| Fact { term: name(r.by), text: r.note.to_string() }).collect()
    } else {
        Vec::new()
    };
    let mut note = Field::new("area", "note", w.t("field-note")).hint(w.t("field-note-hint")).value(typed).most(1000);
    let faults = tie(w, std::iter::once(&mut note), faults);
    let model = LeadPage {
        page: visit.page(w.t("lead-page-title")),
        lead: lead.map(|(_, m)| contact(m)),
        team,
        can_request: !is_me && me.standing.permits_in_portal(program, Permission::RequestLeadChange),
        is_me,
        can_reassign: me.standing.permits_in_portal(program, Permission::ReassignLead),
        note,
        faults,
        requests,
    };
    visit.html_with(status, &model)
}

/// `GET /company/lead` (MENU-39)
pub(super) async fn lead(visit: Visit) -> Answer {
    let me = visit.opening(LEAD)?;
    Ok(lead_page(&visit, me, "", &[], StatusCode::OK))
}

/// `POST /company/lead` (PROFILE-7, C-029)
pub(super) async fn request_change(Posted { visit, form }: Posted<NoteForm>) -> Answer {
    let me = visit.opening(LEAD)?;
    visit.permitted(Permission::RequestLeadChange)?;
    // A browser sends the line breaks of a text area; the note is one paragraph.
    let note = form.note.split_whitespace().collect::<Vec<_>>().join(" ");
    match run(&visit, me, Command::RequestLeadChange { note }).await {
        Ok(()) => Ok(visit.go_saying("/company/lead", &visit.w.t("lead-requested"))),
        Err(PortalError::Refused(Refusal::InvalidInput { faults })) => {
            Ok(lead_page(&visit, me, &form.note, &faults, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(error) => Err(visit.stop(&error)),
    }
}
