//! What a company has under way, as operators see it: opportunities, leads, cases, and the records that it hands in.

use axum::extract::{Path, Query};
use guildhall_core::account::Account;
use guildhall_core::pipeline::query::{self, Found, Query as Wanted};
use guildhall_core::pipeline::{Entries, Entry as _, Lead, Opportunity};
use guildhall_core::profile::{Record, RecordStatus};
use guildhall_core::{Id, channel, profile, support};
use serde::Deserialize;

use super::companies::{Companies, Company, address};
use super::sheet::{Action, Cell, Row, Section, Sheet, cell, link};
use crate::pages::errors;
use crate::pages::form::{Field, Link, choices};
use crate::pages::locale::Words;
use crate::pages::pipeline::{Kind, facts, name_of, words as pipeline_words};
use crate::pages::showcase::{kind_name, paragraphs, status, title};
use crate::pages::support::topic_words;
use crate::pages::view::{Answer, Stop, encoded};
use crate::pages::visit::Visit;
use crate::pages::words;

/// How many entries a page shows.
const SHOWN: usize = 50;
/// How many records the queue shows before it goes on with the next page, companies kept whole.
const QUEUE_SHOWN: usize = 100;
/// Where the queue of records is.
const QUEUE: &str = "/operator/records";

fn number(w: Words, number: usize) -> String {
    w.number(i64::try_from(number).unwrap_or(i64::MAX))
}

fn person(account: &Account, id: Id) -> String {
    account.member(id).map(|m| m.name.to_string()).unwrap_or_default()
}

fn heads(w: Words, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| w.t(&format!("operator-head-{name}")).into_owned()).collect()
}

// ---------------------------------------------------------------- in short, on the company's page

/// The lists of a company, each with how much is in it and how much of that waits for the programme.
pub(super) async fn section(visit: &Visit, company: &Company) -> Result<Section, Stop> {
    let w = visit.w;
    let opportunities = company.entries::<Opportunity>(visit).await?;
    let leads = company.entries::<Lead>(visit).await?;
    let cases = company.room::<support::State>(visit).await?;
    let statements = company.room::<channel::State>(visit).await?.statements().len();
    let overseen = company.select(visit, &Wanted::default(), &opportunities)?;
    let reviews = overseen.iter().filter(|found| super::pipeline::waits(found.entry)).count();
    let waiting = cases.cases().values().filter(|case| case.waits_since().is_some()).count();
    let row = |path: &str, all: usize, waits: Option<usize>| {
        Row::new(vec![
            link(format!("{}/{path}", company.href()), w.t(&format!("operator-work-{path}"))),
            cell(number(w, all)),
            cell(waits.map(|waits| number(w, waits)).unwrap_or_default()),
        ])
    };
    let rows = vec![
        row("opportunities", overseen.len(), Some(reviews)),
        row("leads", company.select(visit, &Wanted::default(), &leads)?.len(), None),
        row("cases", cases.cases().len(), Some(waiting)),
        row("rebates", statements, None),
    ];
    Ok(Section::new("work", w.t("operator-under-way")).table(heads(w, &["what", "number", "waiting"]), rows, ""))
}

// ---------------------------------------------------------------- opportunities and leads

impl Company {
    /// Every entry of a kind that the company has.
    async fn entries<E: Kind>(&self, visit: &Visit) -> Result<Vec<E>, Stop> {
        let rooms = visit.app.portal.load_rooms::<E>(self.tenant).await.map_err(|e| visit.stop(&e))?;
        Ok(rooms.into_iter().map(|room| room.state).collect())
    }

    /// Those that operators see and that fit: what a company has not handed in is its own.
    fn select<'e, E: Kind>(&self, visit: &Visit, wanted: &Wanted, all: &'e [E]) -> Result<Vec<Found<'e, E>>, Stop> {
        wanted.select(&self.setting(visit), all).map_err(|refusal| {
            let back = Link { href: self.href(), text: self.name().to_owned() };
            visit.refused_room::<E>(&refusal, back).into()
        })
    }
}

/// Which part of a list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    state: String,
    page: usize,
}

/// `GET /operator/companies/{company}/opportunities`
pub(super) async fn opportunities(visit: Visit, Path(company): Path<String>, Query(asked): Query<Asked>) -> Answer {
    entries::<Opportunity>(&visit, &company, &asked).await
}

/// `GET /operator/companies/{company}/leads`
pub(super) async fn leads(visit: Visit, Path(company): Path<String>, Query(asked): Query<Asked>) -> Answer {
    entries::<Lead>(&visit, &company, &asked).await
}

/// What an entry's states are called.
fn states<E: Kind>(w: Words, found: &Found<'_, E>) -> String {
    let summary = &found.summary;
    let states = [
        summary.stage.map(|stage| pipeline_words::stage(w, stage)),
        summary.review_status.map(|status| pipeline_words::review(w, status)),
        summary.status.map(|status| pipeline_words::status(w, status)),
    ];
    states.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

async fn entries<E: Kind>(visit: &Visit, company: &str, asked: &Asked) -> Answer {
    let company = visit.company(company).await?;
    let w = visit.w;
    let what = match E::ENTRIES {
        Entries::Opportunities => "opportunities",
        Entries::Leads => "leads",
    };
    let text: String = asked.q.trim().chars().take(100).collect();
    let all = company.entries::<E>(visit).await?;
    let found = company.select(visit, &Wanted { text: text.clone(), descending: true, ..Wanted::default() }, &all)?;
    let last = found.len().div_ceil(SHOWN).max(1);
    let at = asked.page.clamp(1, last);
    let row = |found: &Found<'_, E>| {
        let owner = name_of(company.account(), found.entry.owner());
        Row::new(vec![
            link(format!("{}/{what}/{}", company.href(), found.id), found.summary.title),
            cell(found.summary.customer),
            cell(states(w, found)),
            cell(owner.unwrap_or_else(|| w.t("pipeline-nobody").into_owned())),
            cell(found.summary.last_modified_at.map(|at| w.date(at.date_naive())).unwrap_or_default()),
        ])
    };
    let rows = found.iter().skip((at - 1) * SHOWN).take(SHOWN).map(row).collect();
    let heads = heads(w, &["title", "customer", "status", "owner", "changed"]);
    let none = w.t(if text.is_empty() { "operator-none-yet" } else { "operator-content-none" });
    let to = |page: usize| format!("?q={}&page={page}", encoded(&text));
    let previous = if at > 1 { to(at - 1) } else { String::new() };
    let next = if at < last { to(at + 1) } else { String::new() };
    let share = format!("{}/{what}/share", company.href());
    let sheet = Sheet::new(visit.page(w.t1(&format!("operator-work-{what}-title"), "company", company.name())))
        .action(Action::new(company.href(), w.t("operator-back")))
        .action(Action::new(share, w.t(&format!("operator-work-{what}-share"))))
        .intro(w.t(&format!("operator-work-{what}-text")))
        .filters("", vec![Field::new("search", "q", w.t("operator-work-search")).value(text).most(100)])
        .section(Section::new("entries", "").table(heads, rows, none))
        .pager(previous, next);
    Ok(visit.html(&sheet))
}

/// `GET /operator/companies/{company}/leads/{id}`
pub(super) async fn lead(visit: Visit, Path((company, id)): Path<(String, String)>) -> Answer {
    let company = visit.company(&company).await?;
    let (entry, _) = visit.room_of::<Lead>(company.tenant, &id).await?;
    if query::show(&company.setting(&visit), &entry).is_err() {
        return Ok(errors::not_found(&visit));
    }
    let w = visit.w;
    let all = [entry];
    let found = company.select(&visit, &Wanted::default(), &all)?;
    let Some(found) = found.first() else { return Ok(errors::not_found(&visit)) };
    let owner = name_of(company.account(), found.entry.owner());
    let about = Section::new("about", w.t("operator-about"))
        .fact(w.t("operator-companies-name"), company.name())
        .fact(w.t("operator-owner"), owner.unwrap_or_else(|| w.t("pipeline-nobody").into_owned()))
        .fact(w.t("operator-head-changed"), found.summary.last_modified_at.map(|at| w.moment(at)).unwrap_or_default());
    let mut sheet = Sheet::new(visit.page(found.summary.title))
        .tags(vec![states(w, found)])
        .action(Action::new(format!("{}/leads", company.href()), w.t("operator-back")))
        .section(about);
    for group in found.entry.fields().map(|fields| facts(w, fields)).unwrap_or_default() {
        sheet = sheet.section(Section::new("fields", group.heading).facts(group.facts));
    }
    Ok(visit.html(&sheet))
}

// ---------------------------------------------------------------- cases

/// `GET /operator/companies/{company}/cases`
pub(super) async fn cases(visit: Visit, Path(company): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let company = visit.company(&company).await?;
    let w = visit.w;
    let state = company.room::<support::State>(&visit).await?;
    let wanted = |case: &support::Case| match asked.state.as_str() {
        "open" => case.is_open(),
        "closed" => !case.is_open(),
        _ => true,
    };
    let mut found: Vec<_> = state.cases().iter().filter(|(_, case)| wanted(case)).collect();
    // What waits for an answer first, the longest before all; then what was written in last.
    found.sort_by_key(|(_, case)| {
        let waits = case.waits_since();
        (waits.is_none(), waits, std::cmp::Reverse(case.posts.last().map(|post| post.at)))
    });
    let row = |(id, case): (&Id, &support::Case)| {
        let standing = match (case.is_open(), case.waits_since().is_some()) {
            (true, true) => "operator-case-waits",
            (true, false) => "operator-case-open",
            (false, _) => "operator-case-closed",
        };
        Row::new(vec![
            link(format!("{}/cases/{id}", company.href()), case.subject.as_str()),
            cell(topic_words(visit.program(), &case.topic)),
            cell(person(company.account(), case.by)),
            cell(w.t(standing)),
            cell(case.posts.last().map(|post| w.moment(post.at)).unwrap_or_default()),
        ])
    };
    let rows = found.into_iter().map(row).collect();
    let heads = heads(w, &["subject", "topic", "by", "status", "last"]);
    let states = ["open", "closed"].map(|s| (s.to_owned(), w.t(&format!("operator-case-{s}")).into_owned()));
    let filter = Field::new("select", "state", w.t("operator-head-status"));
    let sheet = Sheet::new(visit.page(w.t1("operator-work-cases-title", "company", company.name())))
        .action(Action::new(company.href(), w.t("operator-back")))
        .filters("", vec![filter.choices(choices(&w.t("operator-any"), states, &asked.state))])
        .section(Section::new("cases", "").table(heads, rows, w.t("operator-none-yet")));
    Ok(visit.html(&sheet))
}

// ---------------------------------------------------------------- records

/// Where a record of a company is; a draft is the company's own.
pub(super) fn record_cell(w: Words, company: &str, id: Id, record: &Record) -> Cell {
    match record.status {
        RecordStatus::Draft => cell(title(w, record)),
        RecordStatus::Submitted | RecordStatus::Validated | RecordStatus::Declined => {
            link(format!("{company}/records/{id}"), title(w, record))
        }
    }
}

/// What can be decided about a record.
pub(super) fn decisions(visit: &Visit, company: &str, id: Id, record: &Record) -> Vec<Action> {
    let act = |what: &str| {
        let href = format!("{company}/decide/records/{id}/{what}");
        Action::new(href, visit.w.t(&format!("operator-{what}")))
    };
    match record.status {
        RecordStatus::Submitted => vec![act("validate"), act("decline")],
        RecordStatus::Validated => vec![act("decline")],
        RecordStatus::Draft | RecordStatus::Declined => Vec::new(),
    }
}

/// The programme that an application is for.
fn program_title(visit: &Visit, record: &Record) -> Option<String> {
    let name = record.program.as_deref()?;
    Some(visit.program().partner_program(name).map_or_else(|| name.to_owned(), |target| target.title.to_string()))
}

/// `GET /operator/companies/{company}/records/{id}`: all that is handed in, to be read before it is decided.
pub(super) async fn record(visit: Visit, Path((company, id)): Path<(String, String)>) -> Answer {
    let company = visit.company(&company).await?;
    let w = visit.w;
    let state = company.room::<profile::State>(&visit).await?;
    let found = id.parse().ok().and_then(|id: Id| Some((id, state.records().get(&id)?)));
    let Some((id, record)) = found.filter(|(_, record)| record.status != RecordStatus::Draft) else {
        return Ok(errors::not_found(&visit));
    };
    let mut about = Section::new("about", w.t("operator-about"))
        .fact(w.t("operator-companies-name"), company.name())
        .fact(w.t("operator-companies-stages"), words::standings(w, visit.program(), company.account()).join(", "))
        .fact(w.t("record-kind"), kind_name(w, record.kind.id()));
    if let Some(title) = program_title(&visit, record) {
        about = about.fact(w.t("operator-head-program"), title);
    }
    about = about.fact(w.t("record-by"), person(company.account(), record.by));
    let texts = |id, key: &str, text: &str| {
        paragraphs(text).into_iter().fold(Section::new(id, w.t(key)), |section, text| section.text(text))
    };
    let mut sheet = Sheet::new(visit.page(title(w, record))).tags(vec![status(w, record.status).0]);
    for action in decisions(&visit, &company.href(), id, record) {
        sheet = sheet.action(action);
    }
    sheet = sheet.action(Action::new(company.href(), w.t("operator-back"))).section(about).section(texts(
        "description",
        "record-description",
        record.description.as_str(),
    ));
    if let Some(said) = &record.words {
        sheet = sheet.section(texts("words", "record-words", said.as_str()));
    }
    Ok(visit.html(&sheet))
}

/// Where the queue goes on.
#[derive(Debug, Default, Deserialize)]
pub(super) struct After {
    #[serde(default)]
    after: String,
}

/// `GET /operator/records`: what companies handed in, applications to programmes among them, by company.
pub(super) async fn queue(visit: Visit, Query(asked): Query<After>) -> Answer {
    visit.operating()?;
    let w = visit.w;
    let (mut rows, mut next) = (Vec::new(), String::new());
    let mut companies = Companies::after(&visit, &asked.after);
    while let Some(tenant) = companies.next().await? {
        let (state, _) = visit.room_of::<profile::State>(tenant, &tenant.to_string()).await?;
        let waiting = state.records().iter().filter(|(_, record)| record.status == RecordStatus::Submitted);
        let waiting: Vec<_> = waiting.collect();
        if waiting.is_empty() {
            continue;
        }
        let name = visit.company_name(tenant).await?;
        rows.extend(waiting.into_iter().map(|(id, record)| {
            let kind = kind_name(w, record.kind.id());
            let kind = program_title(&visit, record).map_or(kind.clone(), |title| format!("{kind}: {title}"));
            Row::new(vec![record_cell(w, &address(tenant), *id, record), cell(name.as_str()), cell(kind)])
        }));
        if rows.len() >= QUEUE_SHOWN {
            next = format!("{QUEUE}?after={tenant}");
            break;
        }
    }
    let first = if asked.after.is_empty() { String::new() } else { QUEUE.to_owned() };
    let heads = heads(w, &["title", "company", "kind"]);
    let sheet = Sheet::new(visit.page(w.t("operator-menu-records")))
        .intro(w.t("operator-records-text"))
        .section(Section::new("records", "").table(heads, rows, w.t("operator-opportunities-none")))
        .pager(first, next);
    Ok(visit.html(&sheet))
}
