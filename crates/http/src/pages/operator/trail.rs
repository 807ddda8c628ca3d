//! The audit trail of a company, and of the programme itself.

use std::sync::Arc;

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use guildhall_core::Id;
use guildhall_core::account::Account;

use crate::pages::trail::{Line, line};
use crate::pages::view::{Answer, Page};
use crate::pages::visit::Visit;
use crate::portal::PROGRAMME;
use crate::trail::{self, Asked};

#[derive(Debug, Template)]
#[template(path = "operator/trail.html")]
struct TrailPage {
    page: Page,
    intro: String,
    action: String,
    asked: Asked,
    fault: String,
    lines: Vec<Line>,
    first: String,
    next: String,
    csv: String,
    json_lines: String,
}

type AskedQuery = Result<Query<Asked>, QueryRejection>;

/// `GET /operator/companies/{company}/trail`
pub(super) async fn of_company(visit: Visit, Path(company): Path<String>, asked: AskedQuery) -> Answer {
    let company = visit.company(&company).await?;
    let title = visit.w.t1("operator-trail-title", "company", company.name()).into_owned();
    show(
        &visit,
        (company.tenant, company.account()),
        (title, "operator-trail-text"),
        format!("{}/trail", company.href()),
        asked,
    )
    .await
}

/// `GET /operator/trail`
pub(super) async fn of_programme(visit: Visit, asked: AskedQuery) -> Answer {
    visit.operating()?;
    let title = visit.w.t("operator-programme-trail-title").into_owned();
    let account = Account::default();
    show(&visit, (PROGRAMME, &account), (title, "operator-programme-trail-text"), "/operator/trail".into(), asked).await
}

async fn show(
    visit: &Visit,
    (tenant, account): (Id, &Account),
    (title, intro): (String, &str),
    action: String,
    asked: AskedQuery,
) -> Answer {
    let Ok(Query(asked)) = asked else { return Err(visit.with_status(StatusCode::BAD_REQUEST)) };
    let w = visit.w;
    let csv = asked.address(&format!("{action}/download"), None);
    let mut model = TrailPage {
        page: visit.page(title),
        intro: w.t(intro).into_owned(),
        fault: String::new(),
        lines: Vec::new(),
        first: if asked.cursor.trim().is_empty() { String::new() } else { asked.address(&action, None) },
        next: String::new(),
        json_lines: format!("{csv}{}format=jsonl", if csv.contains('?') { '&' } else { '?' }),
        csv,
        action,
        asked: asked.clone(),
    };
    match asked.read() {
        Ok(wanted) => {
            let log = visit.app.portal.log(tenant, &wanted.query, wanted.before, wanted.most).await;
            let log = log.map_err(|error| visit.stop(&error))?;
            model.lines = log.entries.iter().map(|found| line(w, visit, account, found)).collect();
            let cursor = log.next.map(trail::cursor);
            model.next = cursor.map(|cursor| asked.address(&model.action, Some(&cursor))).unwrap_or_default();
            Ok(visit.html(&model))
        }
        Err(_) => {
            model.fault = w.t("operator-trail-fault").into_owned();
            Ok(visit.html_with(StatusCode::BAD_REQUEST, &model))
        }
    }
}

/// `GET /operator/companies/{company}/trail/download`
pub(super) async fn download_of_company(visit: Visit, Path(company): Path<String>, asked: AskedQuery) -> Answer {
    let company = visit.company(&company).await?;
    file(&visit, company.tenant, company.loaded.account, asked)
}

/// `GET /operator/trail/download`
pub(super) async fn download_of_programme(visit: Visit, asked: AskedQuery) -> Answer {
    visit.operating()?;
    file(&visit, PROGRAMME, Arc::default(), asked)
}

fn file(visit: &Visit, tenant: Id, account: Arc<Account>, asked: AskedQuery) -> Answer {
    let read = asked.ok().and_then(|Query(asked)| asked.read().ok());
    let wanted = read.ok_or_else(|| visit.with_status(StatusCode::BAD_REQUEST))?;
    Ok(trail::file(&visit.app.portal, tenant, account, wanted))
}
