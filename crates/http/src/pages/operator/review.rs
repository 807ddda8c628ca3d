//! The access review of a company: who can do what since when and by whose grant, at a day of choice, and what good
//! practice would change. To read, to print, and as a file.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use guildhall_core::account::{Account, Actor};
use guildhall_core::review::{FindingKind, PersonReview, Review};
use guildhall_core::sheet::Sheet;
use serde::Deserialize;

use super::companies::Company;
use super::sheet::{Action, Row, Section, Sheet as Layout, cell};
use crate::download::csv_file;
use crate::pages::form::Field;
use crate::pages::view::{Answer, Stop};
use crate::pages::visit::Visit;
use crate::pages::words;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    on: String,
}

/// The review at the end of the day that is asked for, or now.
async fn find(visit: &Visit, company: &Company, asked: &Asked) -> Result<Review, Stop> {
    let day = Some(asked.on.trim()).filter(|on| !on.is_empty()).map(str::parse::<NaiveDate>).transpose();
    let day = day.map_err(|_| visit.with_status(StatusCode::BAD_REQUEST))?;
    let next = day.and_then(|day| day.checked_add_signed(TimeDelta::days(1)));
    let end = next.map(|next| next.and_time(NaiveTime::MIN).and_utc() - TimeDelta::milliseconds(1));
    visit.app.portal.review(company.tenant, end).await.map_err(|e| visit.stop(&e))
}

/// Who gave a role, in words.
fn giver(visit: &Visit, account: &Account, by: &Actor) -> String {
    match by {
        Actor::Member(id) => account.member(*id).map(|m| m.name.to_string()).unwrap_or_default(),
        Actor::Operator(name) => visit.w.t1("trail-operator", "name", name.as_str()).into_owned(),
        Actor::Visitor => visit.w.t("operator-by-registration").into_owned(),
    }
}

/// The roles of a person, each with since when and by whom.
fn roles(visit: &Visit, found: &Review, person: &PersonReview) -> String {
    let held = person.roles.iter().map(|held| {
        let values = [
            ("role", words::role_title(visit.program(), &held.role)),
            ("since", words::date(visit.w, held.since)),
            ("by", giver(visit, &found.account, &held.granted_by)),
        ];
        visit.w.with("operator-held", &values.each_ref().map(|(k, v)| (*k, v.as_str()))).into_owned()
    });
    held.collect::<Vec<_>>().join("; ")
}

/// What a person may do, in the programme's words.
fn actions(visit: &Visit, person: &PersonReview) -> Vec<String> {
    let grants = person.reach.permissions.iter().filter_map(|p| visit.program().grant(*p));
    grants.map(|grant| grant.title.clone()).collect()
}

/// The permissions that what they did needed.
fn used(visit: &Visit, found: &Review, person: &PersonReview) -> Vec<String> {
    let used = found.used(person.member).filter_map(|p| visit.program().grant(p));
    used.map(|grant| grant.title.clone()).collect()
}

/// When a person signed in last, in words.
fn signed_in(visit: &Visit, found: &Review, person: &PersonReview) -> String {
    found.last_sign_in(person.member).map(|at| words::moment(visit.w, at.timestamp_millis())).unwrap_or_default()
}

/// `GET /operator/companies/{company}/review`
pub(super) async fn page(visit: Visit, Path(company): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let company = visit.company(&company).await?;
    let found = find(&visit, &company, &asked).await?;
    let w = visit.w;
    let rows = found.people.iter().map(|person| {
        Row::new(vec![
            cell(person.name.as_str()),
            cell(words::member_status(w, person.status)),
            cell(roles(&visit, &found, person)),
            cell(person.reach.items.len().to_string()),
            cell(actions(&visit, person).join(", ")),
            cell(used(&visit, &found, person).join(", ")),
            cell(signed_in(&visit, &found, person)),
        ])
    });
    let heads = ["person", "status", "roles", "pages", "permissions", "used", "signed-in"];
    let heads = heads.map(|key| w.t(&format!("operator-head-{key}")).into_owned()).to_vec();
    let people = Section::new("people", w.t("operator-companies-people")).table(
        heads,
        rows.collect(),
        w.t("operator-review-nobody"),
    );
    let rows = found.findings.iter().map(|finding| {
        let who = finding.member.and_then(|id| found.account.member(id)).map(|m| m.name.to_string());
        let advice = match &finding.kind {
            FindingKind::BroaderThanUsed { role, instead } => {
                let title = |role: &str| words::role_title(visit.program(), role);
                let instead = instead.as_deref().map_or_else(|| w.t("operator-base-role").into_owned(), title);
                w.with("operator-finding-broader-than-used-text", &[("role", &title(role)), ("instead", &instead)])
            }
            FindingKind::ReviewOverdue
            | FindingKind::Absent
            | FindingKind::SharedLogin
            | FindingKind::ImpersonalLead
            | FindingKind::ImpersonalLogin => {
                w.t(&format!("operator-finding-{}-text", finding.kind.code().replace('_', "-")))
            }
        };
        Row::new(vec![
            cell(w.t(&format!("operator-finding-{}", finding.kind.code().replace('_', "-")))),
            cell(who.unwrap_or_else(|| company.name().to_owned())),
            cell(advice),
        ])
    });
    let heads = ["finding", "about", "advice"].map(|key| w.t(&format!("operator-head-{key}")).into_owned());
    let findings = Section::new("findings", w.t("operator-findings")).text(w.t("operator-findings-text")).table(
        heads.to_vec(),
        rows.collect(),
        w.t("operator-findings-none"),
    );
    let csv = format!("{}/review/download?on={}", company.href(), crate::pages::view::encoded(&asked.on));
    let on = Field::new("date", "on", w.t("operator-as-of")).value(asked.on.as_str());
    let sheet = Layout::new(visit.page(w.t1("operator-review-title", "company", company.name())))
        .intro(w.t1("operator-review-text", "at", words::moment(w, found.at.timestamp_millis())))
        .action(Action::new(company.href(), w.t("operator-back")))
        .action(Action::file(csv, w.t("operator-csv")))
        .filters("", vec![on])
        .section(people)
        .section(findings);
    Ok(visit.html(&sheet))
}

/// `GET /operator/companies/{company}/review/download`: the same as comma-separated rows.
pub(super) async fn download(visit: Visit, Path(company): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let company = visit.company(&company).await?;
    let found = find(&visit, &company, &asked).await?;
    let mut sheet = Sheet::new();
    sheet.row(["person", "address", "status", "role", "since", "granted_by", "permissions", "used", "last_sign_in"]);
    for person in &found.people {
        let address = found.account.member(person.member).map(|m| m.email.to_string()).unwrap_or_default();
        let status = words::member_status(visit.w, person.status);
        let (may, used) = (actions(&visit, person).join("; "), used(&visit, &found, person).join("; "));
        let seen = found.last_sign_in(person.member).map(|at| at.to_rfc3339()).unwrap_or_default();
        let mut line = |role: &str, since: &str, by: &str| {
            sheet.row([person.name.as_str(), &address, &status, role, since, by, &may, &used, &seen]);
        };
        if person.roles.is_empty() {
            line("", "", "");
        }
        for held in &person.roles {
            let by = giver(&visit, &found.account, &held.granted_by);
            line(&held.role, &held.since.to_rfc3339(), &by);
        }
    }
    Ok(csv_file("access-review.csv", sheet.finish()))
}
