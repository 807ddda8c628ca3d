//! Puts a company on a stage: first it shows who would gain and lose which pages and permissions, then it does it.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use guildhall_core::account::{Command, Refusal};
use guildhall_core::profile;
use guildhall_core::review::{AccessChange, TenantCommand, TenantRefusal};
use guildhall_core::room::RoomRefusal as _;
use serde::Deserialize;

use super::companies::Company;
use crate::pages::form::{Choice, Field, FormPage};
use crate::pages::room::refusal_words;
use crate::pages::view::Answer;
use crate::pages::visit::{Posted, Visit};
use crate::pages::words;
use crate::portal::{Extras, PortalError};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StageForm {
    #[serde(default)]
    path: String,
    #[serde(default)]
    stage: String,
}

/// The first step: which path and which stage.
fn choosing(visit: &Visit, company: &Company, form: &StageForm) -> FormPage {
    let (w, program) = (visit.w, visit.program());
    let paths = program.paths().iter().map(|p| Choice::new(&p.name, &p.title, &form.path)).collect();
    let stages = program.stages().iter().map(|s| Choice::new(&s.name, &s.title, &form.stage)).collect();
    let action = format!("{}/stage", company.href());
    FormPage::new(visit.page(w.t("operator-stage-title")), action, w.t("operator-stage-rehearse"))
        .intro(w.t("operator-stage-text"))
        .fact(w.t("operator-companies-name"), company.name())
        .fact(w.t("operator-companies-stages"), words::standings(w, program, company.account()).join(", "))
        .fields(vec![
            Field::new("radio", "path", w.t("operator-path")).choices(paths),
            Field::new("radio", "stage", w.t("operator-stage")).choices(stages),
        ])
        .link(company.href(), w.t("cancel"))
}

/// `GET /operator/companies/{company}/stage`
pub(super) async fn ask(visit: Visit, Path(company): Path<String>, Query(asked): Query<StageForm>) -> Answer {
    let company = visit.company(&company).await?;
    Ok(visit.html(&choosing(&visit, &company, &asked)))
}

/// `POST /operator/companies/{company}/stage`: what it would do.
pub(super) async fn show(Path(company): Path<String>, Posted { visit, form }: Posted<StageForm>) -> Answer {
    let company = visit.company(&company).await?;
    let (w, program) = (visit.w, visit.program());
    let command = Command::SetStage { path: form.path.clone(), stage: form.stage.clone() };
    let portal = &visit.app.portal;
    let moment = portal.moment(&visit.origin).map_err(|e| visit.stop(&e))?;
    let commands = vec![TenantCommand::Account(command)];
    let rehearsal = portal.rehearse(&company.loaded, &company.actor, &moment, commands).await;
    let rehearsal = rehearsal.map_err(|e| visit.stop(&e))?;
    let page = || choosing(&visit, &company, &form);
    match rehearsal.outcomes.first() {
        Some(Err(TenantRefusal::Account(refusal))) => {
            let page = with_refusal(&visit, page(), refusal);
            return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
        Some(Err(TenantRefusal::Profile(refusal))) => {
            let text = refusal_words::<profile::State>(w, refusal);
            return Ok(visit.html_with(words::status(refusal.kind()), &page().with_fault("#main", text)));
        }
        Some(Err(TenantRefusal::Linking(_)) | Ok(_)) | None => {}
    }
    let action = format!("{}/stage/set", company.href());
    let mut page = FormPage::new(visit.page(w.t("operator-rehearsal-title")), action, w.t("operator-set-stage"))
        .fact(w.t("operator-companies-name"), company.name())
        .fact(w.t("operator-before"), words::standings(w, program, company.account()).join(", "))
        .fact(w.t("operator-after"), words::standings(w, program, &rehearsal.after.account).join(", "))
        .fields(vec![Field::hidden("path", form.path.as_str()), Field::hidden("stage", form.stage.as_str())])
        .link(format!("{}/stage?path={}&stage={}", company.href(), form.path, form.stage), w.t("operator-back"))
        .link(company.href(), w.t("cancel"));
    if rehearsal.changes.is_empty() {
        page = page.intro(w.t("operator-rehearsal-none"));
    }
    for change in &rehearsal.changes {
        page = page.fact(change.name.as_str(), said(&visit, change));
    }
    Ok(visit.html(&page))
}

/// What one person gains and loses.
fn said(visit: &Visit, change: &AccessChange) -> String {
    let (w, program) = (visit.w, visit.program());
    let items = |ids: &[guildhall_core::program::ItemId]| {
        ids.iter().filter_map(|id| program.item(*id)).map(|item| item.title.clone()).collect::<Vec<_>>()
    };
    let actions = |permissions: &[guildhall_core::Permission]| {
        permissions.iter().filter_map(|p| program.grant(*p)).map(|grant| grant.title.clone()).collect::<Vec<_>>()
    };
    let lists = [
        ("operator-gains-pages", items(&change.gained.items)),
        ("operator-loses-pages", items(&change.lost.items)),
        ("operator-gains-actions", actions(&change.gained.permissions)),
        ("operator-loses-actions", actions(&change.lost.permissions)),
    ];
    let lists = lists.into_iter().filter(|(_, titles)| !titles.is_empty());
    lists.map(|(key, titles)| w.t1(key, "list", titles.join(", ")).into_owned()).collect::<Vec<_>>().join(" ")
}

fn with_refusal(visit: &Visit, page: FormPage, refusal: &Refusal) -> FormPage {
    if let Refusal::InvalidInput { faults } = refusal {
        return page.with_faults(faults);
    }
    page.with_fault("#main", words::refusal(visit.w, refusal))
}

/// `POST /operator/companies/{company}/stage/set`
pub(super) async fn set(Path(company): Path<String>, Posted { visit, form }: Posted<StageForm>) -> Answer {
    let company = visit.company(&company).await?;
    let command = Command::SetStage { path: form.path.clone(), stage: form.stage.clone() };
    let page = || choosing(&visit, &company, &form);
    let portal = &visit.app.portal;
    match portal.run(&visit.origin, Some(company.tenant), &company.actor, command, Extras::default()).await {
        Ok(_) => Ok(visit.go_saying(&company.href(), &visit.w.t("operator-stage-done"))),
        Err(PortalError::Profile(refusal)) => {
            let text = refusal_words::<profile::State>(visit.w, &refusal);
            Ok(visit.html_with(words::status(refusal.kind()), &page().with_fault("#main", text)))
        }
        Err(PortalError::Refused(refusal)) => {
            let page = with_refusal(&visit, page(), &refusal);
            Ok(visit.html_with(words::status(refusal.kind()), &page))
        }
        Err(error) => Err(visit.stop(&error)),
    }
}
