//! The tab with general information and the customers served (PROFILE-8, PROFILE-15), and My Domains (PROFILE-22).

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::account::{Command, CompanyInput, Refusal};
use guildhall_core::program::Tab;
use guildhall_core::{FieldFault, Permission, profile};
use serde::Deserialize;

use super::{Head, address, editing, page_of, refused, run, seeing};
use crate::pages::entry::models::company_fields;
use crate::pages::form::{Choice, Fact, Fault, Field, FormPage, tie};
use crate::pages::view::{Answer, Page};
use crate::pages::visit::{Posted, Signed, Visit};
use crate::pages::words;
use crate::portal::PortalError;

#[derive(Debug, Template)]
#[template(path = "company_profile.html")]
struct ProfilePage {
    page: Page,
    head: Head,
    can_edit: bool,
    fields: Vec<Field>,
    facts: Vec<Fact>,
    customers: Field,
    /// The titles of the types of customers served, for those who only read them.
    served: Vec<String>,
    faults: Vec<Fault>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct CompanyForm {
    #[serde(rename = "company.name")]
    name: String,
    #[serde(rename = "company.country")]
    country: String,
    #[serde(rename = "company.website", default)]
    website: String,
    #[serde(rename = "company.description", default)]
    description: String,
}

/// The types of customers that were ticked.
fn ticked(fields: &[(String, String)]) -> Vec<String> {
    fields.iter().filter(|(name, _)| name == "customers").map(|(_, value)| value.clone()).collect()
}

async fn show(
    visit: &Visit,
    me: &Signed,
    typed: Option<&CompanyInput>,
    faults: &[FieldFault],
    status: StatusCode,
) -> Answer {
    let w = visit.w;
    let program = visit.program();
    let state = visit.room::<profile::State>(me).await?;
    let (_, can_edit) = seeing(visit, Tab::Company)?;
    let recorded = me.account.company().map(CompanyInput::from).unwrap_or_default();
    let mut fields = company_fields(w, typed.unwrap_or(&recorded));
    let kinds = &program.profile().customer_types;
    let choice = |kind: &guildhall_core::program::Choice| Choice {
        value: kind.name.clone(),
        label: kind.title.clone(),
        hint: String::new(),
        chosen: state.customers().contains(&kind.name),
    };
    let mut customers =
        Field::new("checks", "customers", w.t("field-customers")).choices(kinds.iter().map(choice).collect());
    let faults = tie(w, fields.iter_mut().chain([&mut customers]), faults);
    let offering = program.offering(me.account.offering()).map(|o| o.title.clone()).unwrap_or_default();
    let fact = |key: &str, text: String| Fact { term: w.t(key).into_owned(), text };
    let mut facts = vec![
        fact("field-offering", offering),
        fact("company-stands", words::standings(w, program, &me.account).join("; ")),
    ];
    if !can_edit {
        let rows = [&recorded.name, &recorded.country, &recorded.website, &recorded.description];
        facts.extend(
            fields.iter().zip(rows).map(|(field, text)| Fact { term: field.label.clone(), text: text.clone() }),
        );
    }
    let served = customers.choices.iter().filter(|c| c.chosen).map(|c| c.label.clone()).collect();
    let head = Head::new(visit, me, Tab::Company);
    let page = page_of(visit, "company-title");
    Ok(visit.html_with(status, &ProfilePage { page, head, can_edit, fields, facts, customers, served, faults }))
}

/// `GET /company/profile` (MENU-35)
pub(super) async fn profile(visit: Visit) -> Answer {
    let (me, _) = seeing(&visit, Tab::Company)?;
    show(&visit, me, None, &[], StatusCode::OK).await
}

/// `POST /company/profile` (PROFILE-8)
pub(super) async fn edit(Posted { visit, form }: Posted<CompanyForm>) -> Answer {
    let me = editing(&visit, Tab::Company)?;
    visit.permitted(Permission::EditCompanyInformation)?;
    let company =
        CompanyInput { name: form.name, country: form.country, website: form.website, description: form.description };
    match run(&visit, me, Command::EditCompany { company: company.clone() }).await {
        Ok(()) => Ok(visit.go_saying(&address(Tab::Company), &visit.w.t("company-saved"))),
        Err(PortalError::Refused(Refusal::InvalidInput { faults })) => {
            show(&visit, me, Some(&company), &faults, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(visit.stop(&error)),
    }
}

/// `POST /company/profile/customers` (PROFILE-15)
pub(super) async fn set_customers(Posted { visit, form }: Posted<Vec<(String, String)>>) -> Answer {
    let me = editing(&visit, Tab::Company)?;
    if form.iter().any(|(name, _)| name != "customers") {
        return Err(visit.with_status(StatusCode::BAD_REQUEST));
    }
    let command = profile::Command::SetCustomers { customers: ticked(&form) };
    match visit.run_room::<profile::State>(me, &command).await? {
        Ok(_) => Ok(visit.go_saying(&address(Tab::Company), &visit.w.t("company-customers-saved"))),
        Err(profile::Refusal::InvalidInput { .. }) => {
            let faults = [FieldFault::new("customers", "unknown")];
            show(&visit, me, None, &faults, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(refusal) => Err(refused(&visit, &refusal, Tab::Company)),
    }
}

#[derive(Debug, Template)]
#[template(path = "company_domains.html")]
struct DomainsPage {
    page: Page,
    head: Head,
    can_edit: bool,
    domains: Vec<Domain>,
    domain: Field,
    faults: Vec<Fault>,
}

#[derive(Debug)]
struct Domain {
    /// As people read it.
    shown: String,
    /// Where it is taken back.
    withdraw: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct DomainForm {
    domain: String,
}

fn domains_page(
    visit: &Visit,
    me: &Signed,
    can_edit: bool,
    (typed, faults): (&str, &[FieldFault]),
    status: StatusCode,
) -> Response {
    let w = visit.w;
    let mut domain = Field::new("text", "domain", w.t("field-domain")).value(typed).most(253);
    let faults = tie(w, std::iter::once(&mut domain), faults);
    let line = |domain: &guildhall_core::identity::Domain| Domain {
        shown: domain.to_unicode(),
        withdraw: format!("/company/domains/withdraw?domain={}", domain.as_str()),
    };
    let domains = me.account.domains().iter().map(line).collect();
    let head = Head::new(visit, me, Tab::Domains);
    let page = page_of(visit, "company-title");
    visit.html_with(status, &DomainsPage { page, head, can_edit, domains, domain, faults })
}

/// `GET /company/profile/domains` (PROFILE-22)
pub(super) async fn domains(visit: Visit) -> Answer {
    let (me, can_edit) = seeing(&visit, Tab::Domains)?;
    Ok(domains_page(&visit, me, can_edit, ("", &[]), StatusCode::OK))
}

/// `POST /company/domains` (PROFILE-22, USR-12)
pub(super) async fn add_domain(Posted { visit, form }: Posted<DomainForm>) -> Answer {
    let command = Command::AddDomain { domain: form.domain.clone(), owner: None };
    change_domain(&visit, &form.domain, command, "domain-added").await
}

/// `GET /company/domains/withdraw`
pub(super) async fn ask_withdraw(visit: Visit, asked: Query<DomainForm>) -> Answer {
    editing(&visit, Tab::Domains)?;
    let w = visit.w;
    let form =
        FormPage::new(page_of(&visit, "domain-withdraw-title"), "/company/domains/withdraw", w.t("domain-withdraw"))
            .intro(w.t("domain-withdraw-text"))
            .fact(w.t("domain"), &asked.domain)
            .danger()
            .fields(vec![Field::hidden("domain", &asked.domain)])
            .link(address(Tab::Domains), w.t("cancel"));
    Ok(visit.html(&form))
}

/// `POST /company/domains/withdraw`
pub(super) async fn withdraw_domain(Posted { visit, form }: Posted<DomainForm>) -> Answer {
    let command = Command::WithdrawDomain { domain: form.domain };
    change_domain(&visit, "", command, "domain-withdrawn").await
}

async fn change_domain(visit: &Visit, typed: &str, command: Command, said: &str) -> Answer {
    let me = editing(visit, Tab::Domains)?;
    visit.permitted(Permission::ManageDomains)?;
    let faults = match run(visit, me, command).await {
        Ok(()) => return Ok(visit.go_saying(&address(Tab::Domains), &visit.w.t(said))),
        Err(PortalError::Refused(Refusal::InvalidInput { faults })) => faults,
        Err(PortalError::Refused(
            refusal @ (Refusal::DomainTaken | Refusal::DomainUnchanged | Refusal::LastDomain),
        )) => vec![FieldFault::new("domain", refusal.code())],
        Err(error) => return Err(visit.stop(&error)),
    };
    Ok(domains_page(visit, me, true, (typed, &faults), StatusCode::UNPROCESSABLE_ENTITY))
}
