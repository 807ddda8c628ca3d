//! What the programme records about a company by a form: qualifications, certifications, work.

use axum::extract::Path;
use axum::http::StatusCode;
use guildhall_core::account::Status;
use guildhall_core::program::Work;
use guildhall_core::room::{Room, RoomRefusal as _};
use guildhall_core::{FieldFault, certifications, profile, tasks};
use serde::Deserialize;

use super::companies::Company;
use super::decisions::{refused, try_run};
use crate::pages::form::{Field, FormPage, choices};
use crate::pages::view::Answer;
use crate::pages::visit::{Posted, Visit};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QualificationForm {
    kind: String,
    title: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CertificationForm {
    address: String,
    #[serde(default)]
    certification: String,
    #[serde(default)]
    course: String,
    on: String,
    #[serde(default)]
    valid_until: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkForm {
    record: String,
    member: String,
}

fn page(visit: &Visit, company: &Company, what: &str, fields: Vec<Field>) -> FormPage {
    let w = visit.w;
    let action = format!("{}/{what}/new", company.href());
    FormPage::new(
        visit.page(w.t(&format!("operator-new-{what}-title"))),
        action,
        w.t(&format!("operator-new-{what}-button")),
    )
    .intro(w.t(&format!("operator-new-{what}-text")))
    .fact(w.t("operator-companies-name"), company.name())
    .fields(fields)
    .link(company.href(), w.t("cancel"))
}

/// Runs the command; its faults are tied to the form, any other refusal is a page.
async fn run<R: Room>(visit: &Visit, company: &Company, command: R::Command, form: FormPage, done: &str) -> Answer {
    match try_run::<R>(visit, company, &command).await? {
        Ok(()) => Ok(visit.go_saying(&company.href(), &visit.w.t(done))),
        Err(refusal) if !refusal.faults().is_empty() => {
            Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &form.with_faults(refusal.faults())))
        }
        Err(refusal) => Ok(refused::<R>(visit, company, &refusal)),
    }
}

fn qualification(visit: &Visit, company: &Company, form: &QualificationForm) -> FormPage {
    let w = visit.w;
    let kinds = visit.program().profile().qualification_kinds.iter().map(|k| (k.name.clone(), k.title.clone()));
    let fields = vec![
        Field::new("select", "kind", w.t("operator-head-kind")).choices(choices(&w.t("choose"), kinds, &form.kind)),
        Field::new("text", "title", w.t("operator-head-title")).value(form.title.as_str()).most(200),
    ];
    page(visit, company, "qualifications", fields)
}

/// `GET /operator/companies/{company}/qualifications/new`
pub(super) async fn ask_qualification(visit: Visit, Path(company): Path<String>) -> Answer {
    let company = visit.company(&company).await?;
    Ok(visit.html(&qualification(&visit, &company, &QualificationForm::default())))
}

/// `POST /operator/companies/{company}/qualifications/new`
pub(super) async fn grant_qualification(
    Path(company): Path<String>,
    Posted { visit, form }: Posted<QualificationForm>,
) -> Answer {
    let company = visit.company(&company).await?;
    let page = qualification(&visit, &company, &form);
    let command = profile::Command::GrantQualification { kind: form.kind, title: form.title };
    run::<profile::State>(&visit, &company, command, page, "operator-recorded").await
}

fn certification(visit: &Visit, company: &Company, form: &CertificationForm) -> FormPage {
    let w = visit.w;
    let known = visit.program().certifications().types.iter().map(|c| (c.name.clone(), c.title.clone()));
    let known = choices(&w.t("operator-no-certification"), known, &form.certification);
    let fields = vec![
        Field::new("email", "address", w.t("operator-head-address")).value(form.address.as_str()).most(254),
        Field::new("select", "certification", w.t("operator-certification")).choices(known).optional(w),
        Field::new("text", "course", w.t("operator-course")).value(form.course.as_str()).most(200).optional(w),
        Field::new("date", "on", w.t("operator-head-on")).value(form.on.as_str()),
        Field::new("date", "valid_until", w.t("operator-head-until")).value(form.valid_until.as_str()).optional(w),
    ];
    page(visit, company, "certifications", fields)
}

/// `GET /operator/companies/{company}/certifications/new`
pub(super) async fn ask_certification(visit: Visit, Path(company): Path<String>) -> Answer {
    let company = visit.company(&company).await?;
    Ok(visit.html(&certification(&visit, &company, &CertificationForm::default())))
}

/// `POST /operator/companies/{company}/certifications/new`
pub(super) async fn record_certification(
    Path(company): Path<String>,
    Posted { visit, form }: Posted<CertificationForm>,
) -> Answer {
    let company = visit.company(&company).await?;
    let page = certification(&visit, &company, &form);
    let until = form.valid_until.trim();
    let (on, valid_until) = (form.on.trim().parse(), (!until.is_empty()).then(|| until.parse()).transpose());
    let mut faults = Vec::new();
    if on.is_err() {
        faults.push(FieldFault::new("on", "not_a_date"));
    }
    if valid_until.is_err() {
        faults.push(FieldFault::new("valid_until", "not_a_date"));
    }
    let (Ok(on), Ok(valid_until)) = (on, valid_until) else {
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page.with_faults(&faults)));
    };
    let CertificationForm { address, certification, course, .. } = form;
    let record = certifications::RecordInput { address, certification, course, on, valid_until };
    let command = certifications::Command::Record { record };
    run::<certifications::State>(&visit, &company, command, page, "operator-recorded").await
}

fn work(visit: &Visit, company: &Company, form: &WorkForm) -> FormPage {
    let w = visit.w;
    let linked = visit.program().tasks().iter().filter_map(|template| match &template.work {
        Work::Link { done_by, .. } => Some((done_by.clone(), template.title.clone())),
        Work::Form(_) => None,
    });
    let people = company.account().members().iter().filter(|(_, m)| m.status == Status::Active);
    let people = people.map(|(id, m)| (id.to_string(), format!("{} ({})", m.name, m.email)));
    let fields = vec![
        Field::new("select", "record", w.t("operator-work")).choices(choices(&w.t("choose"), linked, &form.record)),
        Field::new("select", "member", w.t("operator-who")).choices(choices(&w.t("choose"), people, &form.member)),
    ];
    page(visit, company, "recorded-work", fields)
}

/// `GET /operator/companies/{company}/recorded-work/new`
pub(super) async fn ask_work(visit: Visit, Path(company): Path<String>) -> Answer {
    let company = visit.company(&company).await?;
    Ok(visit.html(&work(&visit, &company, &WorkForm::default())))
}

/// `POST /operator/companies/{company}/recorded-work/new`
pub(super) async fn record_work(Path(company): Path<String>, Posted { visit, form }: Posted<WorkForm>) -> Answer {
    let company = visit.company(&company).await?;
    let page = work(&visit, &company, &form);
    let Ok(member) = form.member.parse() else {
        let page = page.with_faults(&[FieldFault::new("member", "required")]);
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    };
    let command = tasks::Command::RecordWork { record: form.record, member };
    run::<tasks::State>(&visit, &company, command, page, "operator-recorded").await
}
