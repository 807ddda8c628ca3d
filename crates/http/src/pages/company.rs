//! The company's own pages: its profile with My Domains, and who leads it.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use guildhall_core::account::{Command, CompanyInput, Refusal};
use guildhall_core::{FieldFault, Permission};
use serde::Deserialize;

use super::entry::models::company_fields;
use super::form::{Fact, Fault, Field, tie};
use super::view::{Answer, Page};
use super::visit::{Posted, Signed, Visit};
use super::words;
use crate::app::App;
use crate::portal::{Extras, PortalError};

const PROFILE: &str = "my_company/company_profile";
const LEAD: &str = "my_company/view_alliance_lead_and_request_change";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/company/profile", get(profile).post(edit))
        .route("/company/domains", post(add_domain))
        .route("/company/domains/withdraw", post(withdraw_domain))
        .route("/company/lead", get(lead).post(request_change))
}

#[derive(Debug, Template)]
#[template(path = "company_profile.html")]
struct ProfilePage {
    page: Page,
    can_edit: bool,
    can_domains: bool,
    fields: Vec<Field>,
    facts: Vec<Fact>,
    domains: Vec<Domain>,
    domain: Field,
    faults: Vec<Fault>,
}

#[derive(Debug)]
struct Domain {
    /// As it is kept.
    name: String,
    /// As people read it.
    shown: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CompanyForm {
    #[serde(rename = "company.name")]
    name: String,
    #[serde(rename = "company.country")]
    country: String,
    #[serde(rename = "company.website", default)]
    website: String,
    #[serde(rename = "company.description", default)]
    description: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DomainForm {
    domain: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NoteForm {
    note: String,
}

/// What was typed and what was wrong with it.
struct Typed<'a> {
    company: Option<&'a CompanyInput>,
    domain: &'a str,
    faults: &'a [FieldFault],
}

const FRESH: Typed<'static> = Typed { company: None, domain: "", faults: &[] };

fn show(visit: &Visit, me: &Signed, typed: &Typed<'_>, status: StatusCode) -> Response {
    let w = visit.w;
    let program = visit.program();
    let recorded = me.account.company().map(CompanyInput::from).unwrap_or_default();
    let mut fields = company_fields(w, typed.company.unwrap_or(&recorded));
    let mut domain = Field::new("text", "domain", w.t("field-domain")).value(typed.domain).most(253);
    let faults = tie(w, fields.iter_mut().chain([&mut domain]), typed.faults);
    let offering = program.offering(me.account.offering()).map(|o| o.title.clone()).unwrap_or_default();
    let fact = |key: &str, text: String| Fact { term: w.t(key).into_owned(), text };
    let mut facts = vec![
        fact("field-offering", offering),
        fact("company-stands", words::standings(w, program, &me.account).join("; ")),
    ];
    let can_edit = me.standing.permits_in_portal(program, Permission::EditCompanyInformation);
    if !can_edit {
        let rows = [&recorded.name, &recorded.country, &recorded.website, &recorded.description];
        facts.extend(
            fields.iter().zip(rows).map(|(field, text)| Fact { term: field.label.clone(), text: text.clone() }),
        );
    }
    let domains = me
        .account
        .domains()
        .iter()
        .map(|domain| Domain { name: domain.as_str().to_owned(), shown: domain.to_unicode() })
        .collect();
    let can_domains = me.standing.permits_in_portal(program, Permission::ManageDomains);
    let page = visit.page(w.t("company-title"));
    visit.html_with(status, &ProfilePage { page, can_edit, can_domains, fields, facts, domains, domain, faults })
}

/// `GET /company/profile` (MENU-35)
async fn profile(visit: Visit) -> Answer {
    let me = visit.opening(PROFILE)?;
    Ok(show(&visit, me, &FRESH, StatusCode::OK))
}

async fn run(visit: &Visit, me: &Signed, command: Command) -> Result<(), PortalError> {
    let done = visit.app.portal.run(&visit.origin, Some(me.tenant), &me.actor(), command, Extras::default()).await;
    done.map(|_| ())
}

/// `POST /company/profile` (PROFILE-8)
async fn edit(Posted { visit, form }: Posted<CompanyForm>) -> Answer {
    let me = visit.opening(PROFILE)?;
    visit.permitted(Permission::EditCompanyInformation)?;
    let company =
        CompanyInput { name: form.name, country: form.country, website: form.website, description: form.description };
    match run(&visit, me, Command::EditCompany { company: company.clone() }).await {
        Ok(()) => Ok(visit.go_saying("/company/profile", &visit.w.t("company-saved"))),
        Err(PortalError::Refused(Refusal::InvalidInput { faults })) => {
            let typed = Typed { company: Some(&company), faults: &faults, ..FRESH };
            Ok(show(&visit, me, &typed, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(error) => Err(visit.stop(&error)),
    }
}

/// `POST /company/domains` (PROFILE-22, USR-12)
async fn add_domain(Posted { visit, form }: Posted<DomainForm>) -> Answer {
    let command = Command::AddDomain { domain: form.domain.clone(), owner: None };
    change_domain(&visit, &form.domain, command, "domain-added").await
}

/// `POST /company/domains/withdraw`
async fn withdraw_domain(Posted { visit, form }: Posted<DomainForm>) -> Answer {
    let command = Command::WithdrawDomain { domain: form.domain };
    change_domain(&visit, "", command, "domain-withdrawn").await
}

async fn change_domain(visit: &Visit, typed: &str, command: Command, said: &str) -> Answer {
    let me = visit.opening(PROFILE)?;
    visit.permitted(Permission::ManageDomains)?;
    let faults = match run(visit, me, command).await {
        Ok(()) => return Ok(visit.go_saying("/company/profile", &visit.w.t(said))),
        Err(PortalError::Refused(Refusal::InvalidInput { faults })) => faults,
        Err(PortalError::Refused(
            refusal @ (Refusal::DomainTaken | Refusal::DomainUnchanged | Refusal::LastDomain),
        )) => vec![FieldFault::new("domain", refusal.code())],
        Err(error) => return Err(visit.stop(&error)),
    };
    Ok(show(visit, me, &Typed { domain: typed, faults: &faults, ..FRESH }, StatusCode::UNPROCESSABLE_ENTITY))
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
    let contact = |m: &guildhall_core::account::Member| Contact {
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
        .filter(|m| m.status == guildhall_core::account::Status::Active)
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
async fn lead(visit: Visit) -> Answer {
    let me = visit.opening(LEAD)?;
    Ok(lead_page(&visit, me, "", &[], StatusCode::OK))
}

/// `POST /company/lead` (PROFILE-7, C-029)
async fn request_change(Posted { visit, form }: Posted<NoteForm>) -> Answer {
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
