//! The operator's side of the pipeline: what companies submit is reviewed, and leads and opportunities are shared with them.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use guildhall_core::Id;
use guildhall_core::pipeline::{
    self, Actionable as _, Entry as _, Lead, LeadCommand, LeadFields, Opportunity, OpportunityCommand as Command,
    OpportunityFields, Refusal, ReviewStatus,
};
use guildhall_core::room::{Room, RoomRefusal as _};
use serde::Deserialize;

use super::companies::{Companies, Company, address};
use super::decisions::refused;
use super::sheet::{Action, Row, Section, Sheet, cell, link};
use crate::pages::errors;
use crate::pages::form::{Field, FormPage, Link};
use crate::pages::pipeline::{Around, Fields, Sent, facts, name_of, read, review_word as review, show as form_page};
use crate::pages::view::{Answer, Stop};
use crate::pages::visit::{Posted, Visit};
use crate::pages::words;

/// How many opportunities the queue shows before it goes on with the next page, companies kept whole.
const SHOWN: usize = 100;
/// Where the queue is.
const QUEUE: &str = "/operator/opportunities";

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    after: String,
}

/// `GET /operator/opportunities`: what waits for a review, by company.
pub(super) async fn queue(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    visit.operating()?;
    let w = visit.w;
    let (mut rows, mut next) = (Vec::new(), String::new());
    let mut companies = Companies::after(&visit, &asked.after);
    while let Some(tenant) = companies.next().await? {
        let found = visit.app.portal.load_rooms::<Opportunity>(tenant).await.map_err(|e| visit.stop(&e))?;
        let waiting: Vec<_> = found.into_iter().filter(|room| waits(&room.state)).collect();
        if waiting.is_empty() {
            continue;
        }
        let name = visit.company_name(tenant).await?;
        rows.extend(waiting.iter().map(|room| {
            let changed = room.state.last_modified_at().map(|at| words::moment(w, at.timestamp_millis()));
            Row::new(vec![
                link(format!("{}/opportunities/{}", address(tenant), room.id), room.state.title()),
                cell(name.as_str()),
                cell(room.state.review_status().map(|status| review(w, status)).unwrap_or_default()),
                cell(changed.unwrap_or_default()),
            ])
        }));
        if rows.len() >= SHOWN {
            next = format!("{QUEUE}?after={tenant}");
            break;
        }
    }
    let heads = ["title", "company", "status", "changed"].map(|key| w.t(&format!("operator-head-{key}")).into_owned());
    let table = Section::new("opportunities", "").table(heads.to_vec(), rows, w.t("operator-opportunities-none"));
    let first = if asked.after.is_empty() { String::new() } else { QUEUE.to_owned() };
    let sheet = Sheet::new(visit.page(w.t("operator-opportunities-title")))
        .intro(w.t("operator-opportunities-text"))
        .section(table)
        .pager(first, next);
    Ok(visit.html(&sheet))
}

pub(super) fn waits(entry: &Opportunity) -> bool {
    entry.review_status().is_some_and(ReviewStatus::waits)
}

async fn opportunity(visit: &Visit, company: &str, id: &str) -> Result<(Company, Id, Opportunity), Stop> {
    let company = visit.company(company).await?;
    let missing = || Stop::from(errors::not_found(visit));
    let id: Id = id.parse().map_err(|_| missing())?;
    let (entry, _) = visit.room_of::<Opportunity>(company.tenant, &id.to_string()).await?;
    // What a company has not submitted is not the programme's to read.
    let shown = pipeline::query::show(&company.setting(visit), &entry).is_ok();
    if shown { Ok((company, id, entry)) } else { Err(missing()) }
}

/// What can be decided in a review, as addresses have it.
const STEPS: [&str; 4] = ["start", "approve", "information", "disqualify"];

/// The step of an address that a deed of the core is; the company's own deeds are none of these.
fn step_of(action: pipeline::Action) -> Option<&'static str> {
    use pipeline::Action;
    match action {
        Action::StartReview => Some("start"),
        Action::Approve => Some("approve"),
        Action::RequestInformation => Some("information"),
        Action::Disqualify => Some("disqualify"),
        Action::Edit | Action::Submit | Action::Accept | Action::Reject | Action::Transfer => None,
    }
}

/// `GET /operator/companies/{company}/opportunities/{id}`
pub(super) async fn show(visit: Visit, Path((company, id)): Path<(String, String)>) -> Answer {
    let (company, id, entry) = opportunity(&visit, &company, &id).await?;
    let w = visit.w;
    let here = format!("{}/opportunities/{id}", company.href());
    let status = entry.review_status().map(|status| review(w, status)).unwrap_or_default();
    let mut sheet = Sheet::new(visit.page(entry.title())).tags(vec![status]);
    for step in entry.actions(&company.setting(&visit)).into_iter().filter_map(step_of) {
        sheet = sheet.action(Action::new(format!("{here}/{step}"), w.t(&format!("operator-review-{step}"))));
    }
    let owner = name_of(company.account(), entry.owner()).unwrap_or_default();
    let about = Section::new("about", w.t("operator-about"))
        .fact(w.t("operator-companies-name"), company.name())
        .fact(w.t("operator-owner"), owner)
        .fact(w.t("operator-review-reason"), entry.review_status_reason().unwrap_or_default())
        .fact(w.t("operator-review-comments"), entry.review_comments().unwrap_or_default());
    sheet = sheet.section(about);
    if let Some(details) = entry.details() {
        for group in facts(w, details.fields()) {
            sheet = sheet.section(Section::new("fields", group.heading).facts(group.facts));
        }
    }
    Ok(visit.html(&sheet))
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReviewForm {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    comments: String,
}

fn reviewing(
    visit: &Visit,
    company: &Company,
    (id, entry): (Id, &Opportunity),
    step: &str,
    form: &ReviewForm,
) -> FormPage {
    let w = visit.w;
    let here = format!("{}/opportunities/{id}", company.href());
    let key = |part: &str| format!("operator-review-{step}{part}");
    let page = FormPage::new(visit.page(w.t(&key("-title"))), format!("{here}/{step}"), w.t(&key("")))
        .intro(w.t(&key("-text")))
        .fact(w.t("operator-companies-name"), company.name())
        .fact(w.t("operator-head-title"), entry.title())
        .link(here, w.t("cancel"));
    let reason = || Field::new("text", "reason", w.t("operator-review-reason")).value(form.reason.as_str()).most(200);
    match step {
        "information" => page.fields(vec![
            reason(),
            Field::new("area", "comments", w.t("operator-review-comments"))
                .value(form.comments.as_str())
                .most(1000)
                .optional(w),
        ]),
        "disqualify" => page.fields(vec![reason()]).danger(),
        _ => page,
    }
}

/// `GET /operator/companies/{company}/opportunities/{id}/{step}`
pub(super) async fn ask(visit: Visit, Path((company, id, step)): Path<(String, String, String)>) -> Answer {
    let (company, id, entry) = opportunity(&visit, &company, &id).await?;
    if !STEPS.contains(&step.as_str()) {
        return Ok(errors::not_found(&visit));
    }
    Ok(visit.html(&reviewing(&visit, &company, (id, &entry), &step, &ReviewForm::default())))
}

/// `POST /operator/companies/{company}/opportunities/{id}/{step}`
pub(super) async fn decide(
    Path((company, id, step)): Path<(String, String, String)>,
    Posted { visit, form }: Posted<ReviewForm>,
) -> Answer {
    let (company, id, entry) = opportunity(&visit, &company, &id).await?;
    let command = match step.as_str() {
        "start" => Command::StartReview,
        "approve" => Command::Approve,
        "information" => Command::RequestInformation { reason: form.reason.clone(), comments: form.comments.clone() },
        "disqualify" => Command::Disqualify { reason: form.reason.clone() },
        _ => return Ok(errors::not_found(&visit)),
    };
    let here = format!("{}/opportunities/{id}", company.href());
    match run::<Opportunity>(&visit, &company, id, &command).await? {
        Ok(()) => Ok(visit.go_saying(&here, &visit.w.t(&format!("operator-review-{step}-done")))),
        Err(refusal) if !refusal.faults().is_empty() => {
            let page = reviewing(&visit, &company, (id, &entry), &step, &form).with_faults(refusal.faults());
            Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(refusal) => Ok(refused::<Opportunity>(&visit, &company, &refusal)),
    }
}

async fn run<R: Room>(
    visit: &Visit,
    company: &Company,
    id: Id,
    command: &R::Command,
) -> Result<Result<(), R::Refusal>, Stop> {
    let ran = visit.run_room_as::<R>(company.tenant, &id.to_string(), &company.actor, command).await?;
    Ok(ran.map(|_| ()))
}

fn around(visit: &Visit, company: &Company, what: &str) -> Around {
    let w = visit.w;
    Around {
        title: w.t(&format!("operator-share-{what}-title")).into_owned(),
        back: Link { href: company.href(), text: company.name().to_owned() },
        action: format!("{}/{}/share", company.href(), if what == "lead" { "leads" } else { "opportunities" }),
        intro: w.t(&format!("operator-share-{what}-text")).into_owned(),
        version: String::new(),
        submit: w.t(&format!("operator-share-{what}")).into_owned(),
    }
}

/// `GET /operator/companies/{company}/leads/share`
pub(super) async fn ask_lead(visit: Visit, Path(company): Path<String>) -> Answer {
    let company = visit.company(&company).await?;
    let blank = LeadFields::default();
    Ok(form_page(&visit, around(&visit, &company, "lead"), (&blank, &BTreeMap::new()), &[], StatusCode::OK))
}

/// `GET /operator/companies/{company}/opportunities/share`
pub(super) async fn ask_opportunity(visit: Visit, Path(company): Path<String>) -> Answer {
    let company = visit.company(&company).await?;
    let blank = OpportunityFields::default();
    Ok(form_page(&visit, around(&visit, &company, "opportunity"), (&blank, &BTreeMap::new()), &[], StatusCode::OK))
}

/// `POST /operator/companies/{company}/leads/share`
pub(super) async fn share_lead(
    Path(company): Path<String>,
    Posted { visit, form }: Posted<Vec<(String, String)>>,
) -> Answer {
    let company = visit.company(&company).await?;
    let sent: Sent<LeadFields> = read(&visit, form)?;
    let command = |entry, fields| LeadCommand::Share { entry: Some(entry), fields, to: None, expires_at: None };
    share::<Lead, LeadFields>(&visit, &company, sent, "lead", command).await
}

/// `POST /operator/companies/{company}/opportunities/share`
pub(super) async fn share_opportunity(
    Path(company): Path<String>,
    Posted { visit, form }: Posted<Vec<(String, String)>>,
) -> Answer {
    let company = visit.company(&company).await?;
    let sent: Sent<OpportunityFields> = read(&visit, form)?;
    let command = |entry, fields| Command::Share { entry: Some(entry), fields, to: None, expires_at: None };
    share::<Opportunity, OpportunityFields>(&visit, &company, sent, "opportunity", command).await
}

async fn share<R: Room<Refusal = Refusal>, F: Fields + Clone>(
    visit: &Visit,
    company: &Company,
    sent: Sent<F>,
    what: &str,
    command: impl Fn(Id, Box<F>) -> R::Command,
) -> Answer {
    let typed = (&sent.fields, &sent.rows);
    if !sent.stores() {
        return Ok(form_page(visit, around(visit, company, what), typed, &[], StatusCode::OK));
    }
    let entry = visit.app.portal.moment(&visit.origin).map_err(|e| visit.stop(&e))?.fresh;
    match run::<R>(visit, company, entry, &command(entry, Box::new(sent.fields.clone()))).await? {
        Ok(()) => Ok(visit.go_saying(&company.href(), &visit.w.t(&format!("operator-share-{what}-done")))),
        Err(Refusal::InvalidInput { faults }) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(form_page(visit, around(visit, company, what), typed, &faults, status))
        }
        Err(refusal) => Ok(refused::<R>(visit, company, &refusal)),
    }
}
