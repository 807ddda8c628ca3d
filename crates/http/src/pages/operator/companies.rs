//! The companies of the programme: the list, and one of them.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use guildhall_core::account::{Account, Actor, Status};
use guildhall_core::room::Room;
use guildhall_core::setting::Setting;
use guildhall_core::{Id, Moment, certifications, fee, linking, profile};
use serde::Deserialize;

use super::sheet::{Action, Row, Section, Sheet, cell, link};
use super::work;
use crate::pages::certifications::subject_title;
use crate::pages::errors;
use crate::pages::form::{Field, choices};
use crate::pages::showcase::{kind_name, status};
use crate::pages::view::{Answer, Stop, encoded};
use crate::pages::visit::Visit;
use crate::pages::words;
use crate::portal::{CompaniesAsked, Loaded};

/// How many companies a page shows.
const SHOWN: u32 = 50;
/// Where the list is.
pub(super) const LIST: &str = "/operator/companies";

/// A company in which an operator works.
#[derive(Debug)]
pub(super) struct Company {
    pub(super) tenant: Id,
    pub(super) loaded: Loaded,
    pub(super) actor: Actor,
    moment: Moment,
}

impl Company {
    pub(super) fn account(&self) -> &Account {
        &self.loaded.account
    }

    /// Where its page is.
    pub(super) fn href(&self) -> String {
        address(self.tenant)
    }

    pub(super) fn name(&self) -> &str {
        self.loaded.account.company_name()
    }

    pub(super) fn setting<'a>(&'a self, visit: &'a Visit) -> Setting<'a> {
        Setting { program: visit.program(), account: self.account(), actor: &self.actor, moment: &self.moment }
    }

    pub(super) async fn room<R: Room>(&self, visit: &Visit) -> Result<R, Stop> {
        Ok(visit.room_of::<R>(self.tenant, &self.tenant.to_string()).await?.0)
    }
}

/// Where a company's page is.
pub(super) fn address(tenant: Id) -> String {
    format!("{LIST}/{tenant}")
}

impl Visit {
    /// The company that an address names, for an operator.
    pub(super) async fn company(&self, company: &str) -> Result<Company, Stop> {
        let me = self.operating()?;
        let Ok(tenant) = company.parse() else { return Err(errors::not_found(self).into()) };
        let loaded = self.app.portal.load(tenant).await.map_err(|e| self.stop(&e))?;
        let loaded = loaded.ok_or_else(|| Stop::from(errors::not_found(self)))?;
        let moment = self.app.portal.moment(&self.origin).map_err(|e| self.stop(&e))?;
        Ok(Company { tenant, loaded, actor: me.actor(), moment })
    }

    /// What a company is called.
    pub(super) async fn company_name(&self, tenant: Id) -> Result<String, Stop> {
        let loaded = self.app.portal.load(tenant).await.map_err(|e| self.stop(&e))?;
        Ok(loaded.map(|loaded| loaded.account.company_name().to_owned()).unwrap_or_default())
    }
}

/// The companies of the programme, one after the other.
pub(super) struct Companies<'a> {
    visit: &'a Visit,
    after: Option<Id>,
    read: std::vec::IntoIter<Id>,
}

impl<'a> Companies<'a> {
    /// Those behind this one; all where it is none.
    pub(super) fn after(visit: &'a Visit, after: &str) -> Self {
        Self { visit, after: after.parse().ok(), read: Vec::new().into_iter() }
    }

    pub(super) async fn next(&mut self) -> Result<Option<Id>, Stop> {
        let mut next = self.read.next();
        if next.is_none() {
            let ids = self.visit.app.portal.company_ids(self.after).await.map_err(|e| self.visit.stop(&e))?;
            self.read = ids.into_iter();
            next = self.read.next();
        }
        self.after = next.or(self.after);
        Ok(next)
    }
}

/// Which companies.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    path: String,
    #[serde(default)]
    stage: String,
    #[serde(default)]
    cursor: String,
}

/// `GET /operator/companies`
pub(super) async fn list(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    visit.operating()?;
    let (w, program) = (visit.w, visit.program());
    let Asked { q, path, stage, cursor } = &asked;
    let wanted = CompaniesAsked { text: q, path, stage, cursor, limit: SHOWN };
    let page = visit.app.portal.list_companies(&wanted).await.map_err(|e| visit.stop(&e))?;
    let Some(page) = page else { return Err(visit.with_status(StatusCode::BAD_REQUEST)) };
    let rows = page.companies.iter().map(|loaded| {
        let account = &loaded.account;
        let domains: Vec<String> = account.domains().iter().map(ToString::to_string).collect();
        let people = account.members().values().filter(|m| m.status == Status::Active).count();
        let lead = account.lead(program).map(|(_, lead)| lead.name.to_string()).unwrap_or_default();
        Row::new(vec![
            link(address(loaded.tenant), account.company_name()),
            cell(domains.join(", ")),
            cell(words::standings(w, program, account).join(", ")),
            cell(people.to_string()),
            cell(lead),
        ])
    });
    let heads = ["name", "domains", "stages", "people", "lead"];
    let heads = heads.map(|key| w.t(&format!("operator-companies-{key}")).into_owned()).to_vec();
    let table = Section::new("companies", "").table(heads, rows.collect(), w.t("operator-companies-none"));
    let paths = program.paths().iter().map(|p| (p.name.clone(), p.title.clone()));
    let stages = program.stages().iter().map(|s| (s.name.clone(), s.title.clone()));
    let filters = vec![
        Field::new("search", "q", w.t("operator-search-label")).value(q.as_str()).most(100),
        Field::new("select", "path", w.t("operator-path")).choices(choices(&w.t("operator-any"), paths, path)),
        Field::new("select", "stage", w.t("operator-stage")).choices(choices(&w.t("operator-any"), stages, stage)),
    ];
    let to = |cursor: &str| format!("{LIST}?q={}&path={path}&stage={stage}&cursor={cursor}", encoded(q));
    let first = if cursor.is_empty() { String::new() } else { to("") };
    let next = page.next.map(|cursor| to(&cursor)).unwrap_or_default();
    let mut layout = visit.page(w.t("operator-companies-title"));
    layout.query.clone_from(q);
    Ok(visit.html(&Sheet::new(layout).filters(LIST, filters).section(table).pager(first, next)))
}

/// `GET /operator/companies/{company}`
pub(super) async fn show(visit: Visit, Path(company): Path<String>) -> Answer {
    let company = visit.company(&company).await?;
    let (w, href) = (visit.w, company.href());
    let profile = company.room::<profile::State>(&visit).await?;
    let certifications = company.room::<certifications::State>(&visit).await?;
    let link = company.room::<linking::State>(&visit).await?;
    let bills = company.room::<fee::State>(&visit).await?;
    let action = |path: &str, key: &str| Action::new(format!("{href}/{path}"), w.t(key));
    let sheet = Sheet::new(visit.page(company.name()))
        .tags(words::standings(w, visit.program(), company.account()))
        .action(action("stage", "operator-set-stage"))
        .action(action("leads/share", "operator-share-lead"))
        .action(action("opportunities/share", "operator-share-opportunity"))
        .action(action("review", "operator-review"))
        .action(action("trail", "operator-trail"))
        .section(about(&visit, &company, link.link().map(|link| link.account.to_string())))
        .section(work::section(&visit, &company).await?)
        .section(people(&visit, &company))
        .section(wishes(&visit, &company))
        .section(records(&visit, &company, &profile))
        .section(qualifications(&visit, &company, &profile))
        .section(requests(&visit, &company, &certifications)?)
        .section(passed(&visit, &company, &certifications))
        .section(payments(&visit, &company, &bills)?);
    Ok(visit.html(&sheet))
}

fn about(visit: &Visit, company: &Company, linked: Option<String>) -> Section {
    let (w, account) = (visit.w, company.account());
    let mut section = Section::new("about", w.t("operator-about"));
    if let Some(said) = account.company() {
        let said = guildhall_core::account::CompanyInput::from(said);
        for (key, text) in [("country", said.country), ("website", said.website), ("description", said.description)] {
            if !text.is_empty() {
                section = section.fact(w.t(&format!("operator-company-{key}")), text);
            }
        }
    }
    let domains: Vec<String> = account.domains().iter().map(ToString::to_string).collect();
    section
        .fact(w.t("operator-companies-domains"), domains.join(", "))
        .fact(w.t("operator-linked"), linked.unwrap_or_else(|| w.t("operator-not-linked").into_owned()))
}

fn people(visit: &Visit, company: &Company) -> Section {
    let (w, program, account) = (visit.w, visit.program(), company.account());
    let lead = account.lead(program).map(|(id, _)| id);
    let mut members: Vec<_> = account.members().iter().collect();
    members.sort_by_key(|(id, m)| (Some(**id) != lead, m.status != Status::Active, m.name.to_string()));
    let rows = members.into_iter().map(|(id, member)| {
        let act = |what: &str| {
            let href = format!("{}/people/{id}/{what}", company.href());
            Action::new(href, w.t(&format!("operator-{what}")))
        };
        let actions = match member.status {
            _ if Some(*id) == lead => Vec::new(),
            Status::Active => vec![act("lead"), act("deactivate"), act("remove")],
            Status::Deactivated => vec![act("remove")],
            Status::Removed => Vec::new(),
        };
        let mut titles: Vec<String> = member.roles.iter().map(|role| words::role_title(program, role)).collect();
        if titles.is_empty() {
            titles.extend(program.role(program.base()).map(|role| role.title.clone()));
        }
        let cells = vec![
            cell(member.name.as_str()),
            cell(member.email.as_str()),
            cell(titles.join(", ")),
            cell(words::member_status(w, member.status)),
        ];
        Row::new(cells).actions(actions)
    });
    let heads =
        ["people-name", "people-email", "people-roles", "operator-head-status"].map(|key| w.t(key).into_owned());
    Section::new("people", w.t("operator-companies-people"))
        .table(heads.to_vec(), rows.collect(), "")
        .acting(w.t("operator-actions"))
}

fn wishes(visit: &Visit, company: &Company) -> Section {
    let (w, account) = (visit.w, company.account());
    let by = |id: Id| account.member(id).map(|m| m.name.to_string()).unwrap_or_default();
    let wishes = account.lead_change_requests().iter();
    let rows = wishes.map(|wish| Row::new(vec![cell(by(wish.by)), cell(wish.note.as_str())])).collect();
    let heads = vec![w.t("operator-by").into_owned(), w.t("operator-note").into_owned()];
    Section::new("wishes", w.t("operator-lead-wishes")).text(w.t("operator-lead-wishes-text")).table(
        heads,
        rows,
        w.t("operator-none-wait"),
    )
}

fn records(visit: &Visit, company: &Company, profile: &profile::State) -> Section {
    let w = visit.w;
    let rows = profile.records().iter().map(|(id, record)| {
        let href = company.href();
        let title = work::record_cell(w, &href, *id, record);
        let cells = vec![title, cell(kind_name(w, record.kind.id())), cell(status(w, record.status).0)];
        Row::new(cells).actions(work::decisions(visit, &href, *id, record))
    });
    let heads = ["title", "kind", "status"].map(|key| w.t(&format!("operator-head-{key}")).into_owned());
    Section::new("records", w.t("operator-records"))
        .table(heads.to_vec(), rows.collect(), w.t("operator-none-yet"))
        .acting(w.t("operator-actions"))
}

fn qualifications(visit: &Visit, company: &Company, profile: &profile::State) -> Section {
    let w = visit.w;
    let kinds = &visit.program().profile().qualification_kinds;
    let rows = profile.qualifications().iter().map(|(id, found)| {
        let kind = kinds.iter().find(|k| k.name == found.kind).map_or(found.kind.as_str(), |k| k.title.as_str());
        let href = format!("{}/decide/qualifications/{id}/revoke", company.href());
        Row::new(vec![cell(w.said("program", found.title.as_str())), cell(kind)])
            .actions(vec![Action::new(href, w.t("operator-revoke"))])
    });
    let heads = ["title", "kind"].map(|key| w.t(&format!("operator-head-{key}")).into_owned());
    Section::new("qualifications", w.t("operator-qualifications"))
        .action(format!("{}/qualifications/new", company.href()), w.t("operator-grant-qualification"))
        .table(heads.to_vec(), rows.collect(), w.t("operator-none-yet"))
        .acting(w.t("operator-actions"))
}

fn requests(visit: &Visit, company: &Company, state: &certifications::State) -> Result<Section, Stop> {
    let (w, account) = (visit.w, company.account());
    let found = certifications::requests(&company.setting(visit), state).map_err(|denied| visit.denied(&denied))?;
    let rows = found.into_iter().map(|(id, request)| {
        let act = |what: &str| {
            let href = format!("{}/decide/requests/{id}/{what}", company.href());
            Action::new(href, w.t(&format!("operator-{what}")))
        };
        let (sort, from, to) = match &request.wish {
            certifications::Wish::Transfer { old_profile, new_account } => ("transfer", old_profile, new_account),
            certifications::Wish::AddressChange { previous, new } => ("address-change", previous, new),
        };
        let (answer, actions) = match request.granted {
            None => ("waits", vec![act("grant"), act("refuse")]),
            Some(true) => ("granted", Vec::new()),
            Some(false) => ("refused", Vec::new()),
        };
        let by = account.member(request.by).map(|m| m.name.to_string()).unwrap_or_default();
        let cells = vec![
            cell(by),
            cell(w.t(&format!("operator-request-{sort}"))),
            cell(format!("{from} → {to}")),
            cell(w.date(request.due_on)),
            cell(w.t(&format!("operator-request-{answer}"))),
        ];
        Row::new(cells).actions(actions)
    });
    let heads =
        ["by", "kind", "addresses", "due", "status"].map(|key| w.t(&format!("operator-head-{key}")).into_owned());
    Ok(Section::new("requests", w.t("operator-requests"))
        .table(heads.to_vec(), rows.collect(), w.t("operator-none-yet"))
        .acting(w.t("operator-actions")))
}

fn passed(visit: &Visit, company: &Company, state: &certifications::State) -> Section {
    let w = visit.w;
    let rows = state.records().iter().map(|(id, record)| {
        let what = subject_title(visit.program(), &record.subject);
        let until = record.valid_until.map(|day| w.date(day)).unwrap_or_default();
        let href = format!("{}/decide/certifications/{id}/drop", company.href());
        Row::new(vec![cell(what), cell(record.address.as_str()), cell(w.date(record.on)), cell(until)])
            .actions(vec![Action::new(href, w.t("operator-drop"))])
    });
    let heads = ["title", "address", "on", "until"].map(|key| w.t(&format!("operator-head-{key}")).into_owned());
    Section::new("certifications", w.t("operator-certifications"))
        .action(format!("{}/certifications/new", company.href()), w.t("operator-record-certification"))
        .action(format!("{}/recorded-work/new", company.href()), w.t("operator-record-work"))
        .table(heads.to_vec(), rows.collect(), w.t("operator-none-yet"))
        .acting(w.t("operator-actions"))
}

fn payments(visit: &Visit, company: &Company, state: &fee::State) -> Result<Section, Stop> {
    let w = visit.w;
    let overview = fee::overview(&company.setting(visit), state).map_err(|denied| visit.denied(&denied))?;
    let rows = overview.bills.iter().map(|view| {
        let act = |what: &str| {
            let href = format!("{}/decide/bills/{}/{what}", company.href(), view.id);
            Action::new(href, w.t(&format!("operator-{what}")))
        };
        let bill = &view.bill;
        let (status, actions) = match (bill.paid_on, view.overdue) {
            (Some(day), _) => (w.t1("operator-bill-paid", "on", w.date(day)), Vec::new()),
            (None, true) => (w.t("operator-bill-overdue"), vec![act("payment"), act("cancel")]),
            (None, false) => (w.t("operator-bill-open"), vec![act("payment"), act("cancel")]),
        };
        let cells = vec![
            cell(w.date(bill.issued_on)),
            cell(w.money(view.total_minor, &bill.currency)),
            cell(w.date(bill.due_on)),
            cell(status),
        ];
        Row::new(cells).actions(actions)
    });
    let heads = ["issued", "amount", "due", "status"].map(|key| w.t(&format!("operator-head-{key}")).into_owned());
    Ok(Section::new("fee", w.t("operator-fee"))
        .table(heads.to_vec(), rows.collect(), w.t("operator-none-yet"))
        .acting(w.t("operator-actions")))
}
