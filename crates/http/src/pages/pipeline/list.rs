//! Lists of opportunities and leads: searched, narrowed, ordered, page by page; and the same as a file.

use askama::Template;
use axum::extract::Query as Asked;
use guildhall_core::pipeline::query::{Found, Owner, Query, Sort};
use guildhall_core::pipeline::{self, Entries, InvitationStatus, Origin, Refusal, ReviewStatus, Stage, bulk};
use guildhall_core::setting::Setting;
use guildhall_core::{Id, Permission};
use serde::Deserialize;

use super::words::{self, Tag};
use super::{Kind, name_of, own};
use crate::download::csv_file;
use crate::pages::form::{Choice, choices};
use crate::pages::view::{Answer, Page, encoded};
use crate::pages::visit::{Signed, Visit};

/// How many rows a page has.
const ROWS: usize = 25;

/// What the list shows, and in which order. What says nothing that is known says nothing.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct Wanted {
    q: String,
    stage: String,
    review: String,
    status: String,
    origin: String,
    owner: String,
    from: String,
    until: String,
    sort: String,
    dir: String,
    page: usize,
}

impl Wanted {
    fn query(&self, me: Id) -> Query {
        let sort = Sort::read(&self.sort);
        Query {
            text: self.q.trim().to_owned(),
            stages: Stage::read(&self.stage).into_iter().collect(),
            review_statuses: ReviewStatus::read(&self.review).into_iter().collect(),
            statuses: InvitationStatus::read(&self.status).into_iter().collect(),
            origin: Origin::read(&self.origin),
            owner: match self.owner.as_str() {
                "me" => Some(Owner::Member(me)),
                "none" => Some(Owner::Nobody),
                id => id.parse().ok().map(Owner::Member),
            },
            target_close_from: self.from.parse().ok(),
            target_close_until: self.until.parse().ok(),
            descending: if sort.is_some() { self.dir == "desc" } else { true },
            sort: sort.unwrap_or_default(),
            ..Query::default()
        }
    }

    /// Whether something is left out.
    fn narrows(&self, query: &Query) -> bool {
        let everything = Query { sort: query.sort, descending: query.descending, ..Query::default() };
        *query != everything
    }

    /// The filters as they stand in an address.
    fn filters(&self) -> String {
        let parts = [
            ("q", &self.q),
            ("stage", &self.stage),
            ("review", &self.review),
            ("status", &self.status),
            ("origin", &self.origin),
            ("owner", &self.owner),
            ("from", &self.from),
            ("until", &self.until),
        ];
        let said = parts.iter().filter(|(_, value)| !value.is_empty());
        said.map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
    }
}

/// A heading by which the list can be ordered.
#[derive(Debug)]
struct Heading {
    text: String,
    href: String,
    /// The value of `aria-sort`; empty where it is not ordered by this.
    sorted: &'static str,
}

#[derive(Debug)]
struct Line {
    href: String,
    title: String,
    customer: String,
    number: String,
    tags: Vec<Tag>,
    owner: String,
    due: String,
    region: String,
    changed: String,
}

/// A filter with its choices.
#[derive(Debug)]
struct Filter {
    name: &'static str,
    label: String,
    choices: Vec<Choice>,
}

#[derive(Debug, Template)]
#[template(path = "pipeline_list.html")]
struct ListPage {
    page: Page,
    path: &'static str,
    search_label: String,
    wanted: Wanted,
    filters: Vec<Filter>,
    /// Opportunities have due dates and stages.
    dated: bool,
    narrowed: bool,
    headings: Vec<Heading>,
    lines: Vec<Line>,
    /// What is said where there is nothing.
    none: String,
    previous: String,
    next: String,
    shown: String,
    export: String,
    can_create: bool,
    can_bulk: bool,
    can_report: bool,
}

const OPPORTUNITY_HEADINGS: &[Sort] =
    &[Sort::Title, Sort::Stage, Sort::Owner, Sort::TargetCloseDate, Sort::LastModifiedDate];
const LEAD_HEADINGS: &[Sort] = &[Sort::Customer, Sort::Status, Sort::Owner, Sort::Region, Sort::LastModifiedDate];

fn headings<E: Kind>() -> &'static [Sort] {
    match E::ENTRIES {
        Entries::Opportunities => OPPORTUNITY_HEADINGS,
        Entries::Leads => LEAD_HEADINGS,
    }
}

pub(super) async fn page<E: Kind>(visit: Visit, Asked(wanted): Asked<Wanted>) -> Answer {
    let me = visit.opening(E::ITEM)?;
    let entries = visit.entries::<E>(me).await?;
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    let query = wanted.query(me.member);
    let found = query.select(&setting, &entries).map_err(|refusal| visit.pipeline_refused::<E>(&refusal))?;
    let w = visit.w;
    let narrowed = wanted.narrows(&query);
    let last = found.len().div_ceil(ROWS).max(1);
    let at = wanted.page.clamp(1, last);
    let lines: Vec<Line> = found.iter().skip((at - 1) * ROWS).take(ROWS).map(|f| line(&visit, me, f)).collect();
    let keep = wanted.filters();
    let order = format!("sort={}&dir={}", query.sort.as_str(), if query.descending { "desc" } else { "asc" });
    let go = |page: usize| format!("{}?{keep}&{order}&page={page}", E::PATH);
    let number = |n: usize| w.number(i64::try_from(n).unwrap_or(i64::MAX));
    let (first, end) = ((at - 1) * ROWS + 1, (at - 1) * ROWS + lines.len());
    let values = [("first", number(first)), ("last", number(end)), ("total", number(found.len()))];
    let shown = w.with("pipeline-shown", &values.each_ref().map(|(k, v)| (*k, v.as_str()))).into_owned();
    let export = bulk::Operation::Export.permission(E::ENTRIES).filter(|permission| visit.may(me, *permission));
    let operations = [bulk::Operation::Import, bulk::Operation::Update, bulk::Operation::Transfer];
    let can_bulk = operations.iter().filter_map(|o| o.permission(E::ENTRIES)).any(|p| visit.may(me, p));
    let model = ListPage {
        page: visit.page(own::<E>(&visit, "title")),
        path: E::PATH,
        search_label: own::<E>(&visit, "search-label"),
        filters: filters::<E>(&visit, &setting, &wanted),
        dated: E::ENTRIES == Entries::Opportunities,
        headings: headings::<E>().iter().map(|sort| heading::<E>(&visit, &query, *sort, &keep)).collect(),
        none: own::<E>(&visit, if narrowed { "none-fit" } else { "none" }),
        previous: if at > 1 { go(at - 1) } else { String::new() },
        next: if at < last { go(at + 1) } else { String::new() },
        shown,
        export: export.map(|_| format!("{}/export.csv?{keep}&{order}", E::PATH)).unwrap_or_default(),
        can_create: E::ENTRIES == Entries::Opportunities && visit.may(me, Permission::SubmitOpportunities),
        can_bulk,
        can_report: visit.may(me, Permission::DownloadPipelineReports),
        narrowed,
        lines,
        wanted,
    };
    Ok(visit.html(&model))
}

/// The list as a file; what is shown and nothing else.
pub(super) async fn export<E: Kind>(visit: Visit, Asked(wanted): Asked<Wanted>) -> Answer {
    let me = visit.opening(E::ITEM)?;
    if let Some(permission) = bulk::Operation::Export.permission(E::ENTRIES) {
        visit.permitted(permission)?;
    }
    let entries = visit.entries::<E>(me).await?;
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    let refused = |refusal: Refusal| visit.pipeline_refused::<E>(&refusal);
    let found = wanted.query(me.member).select(&setting, &entries).map_err(refused)?;
    let file = E::export(&setting, found.into_iter().map(|f| f.entry)).map_err(refused)?;
    Ok(csv_file(&format!("{}s.csv", E::KEY), file))
}

fn heading<E: Kind>(visit: &Visit, query: &Query, sort: Sort, keep: &str) -> Heading {
    let current = query.sort == sort;
    let turn = current && !query.descending;
    let dir = if turn { "desc" } else { "asc" };
    Heading {
        text: visit.w.t(&format!("pipeline-sort-{}", sort.as_str().replace('_', "-"))).into_owned(),
        href: format!("{}?{keep}&sort={}&dir={dir}", E::PATH, sort.as_str()),
        sorted: match (current, query.descending) {
            (false, _) => "",
            (true, false) => "ascending",
            (true, true) => "descending",
        },
    }
}

fn line<E: Kind>(visit: &Visit, me: &Signed, found: &Found<'_, E>) -> Line {
    let (w, s) = (visit.w, &found.summary);
    let tags = [
        s.stage.map(|stage| words::stage_tag(w, stage)),
        s.review_status.map(|status| words::review_tag(w, status)),
        s.status.map(|status| words::status_tag(w, status)),
    ];
    Line {
        href: format!("{}/{}", E::PATH, found.id),
        title: s.title.to_owned(),
        customer: if s.customer == s.title { String::new() } else { s.customer.to_owned() },
        number: s.stage.map(|_| pipeline::identifier(found.id)).unwrap_or_default(),
        tags: tags.into_iter().flatten().collect(),
        owner: name_of(&me.account, found.entry.owner()).unwrap_or_else(|| w.t("pipeline-nobody").into_owned()),
        due: s.target_close_date.map(|day| w.date(day)).unwrap_or_default(),
        region: s.region.to_owned(),
        changed: s.last_modified_at.map(|at| w.date(at.date_naive())).unwrap_or_default(),
    }
}

fn filters<E: Kind>(visit: &Visit, setting: &Setting<'_>, wanted: &Wanted) -> Vec<Filter> {
    let w = visit.w;
    let filter = |name: &'static str, chosen: &str, of: Vec<(String, String)>| {
        let label = w.t(&format!("pipeline-filter-{name}")).into_owned();
        Filter { name, label, choices: choices(&w.t("pipeline-filter-all"), of, chosen) }
    };
    let mut owners = vec![
        ("me".to_owned(), w.t("pipeline-owner-me").into_owned()),
        ("none".to_owned(), w.t("pipeline-nobody").into_owned()),
    ];
    let everybody = pipeline::possible_owners(setting).unwrap_or_default();
    let reaches_all = matches!(pipeline::Scope::of(setting), Ok(pipeline::Scope::All));
    let mut people: Vec<(String, String)> = everybody.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    people.sort_by_cached_key(|(_, name)| name.to_lowercase());
    owners.extend(people);
    let statuses = InvitationStatus::ALL.iter().map(|s| (s.as_str().to_owned(), words::status(w, *s))).collect();
    let mut filters = Vec::new();
    if E::ENTRIES == Entries::Opportunities {
        let stages = Stage::ALL.iter().map(|s| (s.as_str().to_owned(), words::stage(w, *s))).collect();
        let reviews = ReviewStatus::ALL.iter().map(|s| (s.as_str().to_owned(), words::review(w, *s))).collect();
        let origins = Origin::ALL.iter().map(|o| (o.as_str().to_owned(), words::origin(w, *o))).collect();
        filters.push(filter("stage", &wanted.stage, stages));
        filters.push(filter("review", &wanted.review, reviews));
        filters.push(filter("origin", &wanted.origin, origins));
    }
    filters.push(filter("status", &wanted.status, statuses));
    // Who reaches only their own need not choose whose.
    if reaches_all {
        filters.push(filter("owner", &wanted.owner, owners));
    }
    filters
}

#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    let sorts = OPPORTUNITY_HEADINGS.iter().chain(LEAD_HEADINGS);
    let sorts = sorts.map(|sort| format!("pipeline-sort-{}", sort.as_str().replace('_', "-")));
    let filters = ["stage", "review", "origin", "status", "owner"].map(|name| format!("pipeline-filter-{name}"));
    sorts.chain(filters).collect()
}
