//! The programmes that a company can apply to, applying, and the page for those who resell (MENU-23, MENU-24, MENU-25).

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use guildhall_core::content::lists::{ResourceQuery, resources};
use guildhall_core::profile::{Command, Event, Prospect, State, prospects};
use guildhall_core::program::PartnerProgram;
use guildhall_core::room::RoomRefusal as _;
use serde::Deserialize;

use super::form::{Field, FormPage, Link};
use super::locale::Words;
use super::showcase::{self, APPLICATIONS, kind_name, refused_words};
use super::view::{Answer, Page, Stop};
use super::visit::{Posted, Visit};
use super::{App, content, errors, navigation, words};

const ITEM: &str = "sell/aws_partner_programs";
const RESALE_ITEM: &str = "programs/solution_provider_resources";
/// The list of programmes.
pub(super) const LIST: &str = "/programs";
/// The programme of those who resell.
const RESALE: &str = "solution_provider";
/// What resources for them are about.
const RESALE_WORDS: &str = "resale";
/// What a solution provider takes care of, in words.
const DUTIES: &[&str] = &["authorised", "accounts", "end-users", "support", "rebate"];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(LIST, get(page))
        .route("/programs/{id}/apply", get(ask).post(apply))
        .route("/solution-providers", get(resale))
}

/// Something that a programme asks for.
#[derive(Debug)]
struct Need {
    text: String,
    met: bool,
    /// Where more of it is made; empty where the reader cannot.
    href: String,
}

/// A programme as it is shown.
#[derive(Debug)]
struct Card {
    id: String,
    title: String,
    description: String,
    needs: Vec<Need>,
    /// The application: its address, status and the chip's class.
    application: Option<(String, String, &'static str)>,
    /// Whether the reader may begin one.
    may_apply: bool,
    ready: bool,
}

#[derive(Debug, Template)]
#[template(path = "programs/list.html")]
struct ProgramsPage {
    page: Page,
    cards: Vec<Card>,
}

fn card(visit: &Visit, prospect: &Prospect<'_>) -> Card {
    let (w, program, target) = (visit.w, visit.program(), prospect.target);
    let stage = program.stage(target.least_stage).map(|s| s.title.clone()).unwrap_or_default();
    let paths: Vec<&str> = program
        .paths()
        .iter()
        .filter(|p| program.path_id(&p.name).is_some_and(|id| target.paths.contains(id)))
        .map(|p| p.title.as_str())
        .collect();
    let stage = if target.paths == program.all_paths() {
        w.with("program-needs-stage", &[("stage", &stage)])
    } else {
        w.with("program-needs-path-stage", &[("stage", &stage), ("paths", &paths.join(", "))])
    };
    let mut needs = vec![Need { text: stage.into_owned(), met: prospect.stage_reached, href: String::new() }];
    needs.extend(prospect.progress.iter().map(|progress| {
        Need {
            text: w
                .with(
                    "program-needs-records",
                    &[
                        ("kind", &kind_name(w, progress.kind.id())),
                        ("have", &number(w, progress.validated)),
                        ("need", &number(w, progress.least)),
                    ],
                )
                .into_owned(),
            met: progress.is_met(),
            href: showcase::shelf_of(progress.kind)
                .filter(|shelf| shelf.is_open(visit))
                .map_or("", |s| s.path)
                .to_owned(),
        }
    }));
    let application = prospect.application.map(|(id, record)| {
        let (status, tone) = showcase::status(w, record.status);
        let href = if APPLICATIONS.is_open(visit) { APPLICATIONS.at(id) } else { String::new() };
        (href, status, tone)
    });
    Card {
        id: target.name.clone(),
        title: target.title.to_string(),
        description: target.description.clone(),
        needs,
        application,
        may_apply: prospect.may_apply && APPLICATIONS.is_open(visit),
        ready: prospect.is_ready(),
    }
}

fn number(w: Words, number: usize) -> String {
    w.number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// `GET /programs` (MENU-23)
async fn page(visit: Visit) -> Answer {
    let me = visit.opening(ITEM)?;
    let state = visit.room::<State>(me).await?;
    let all = prospects(visit.program(), &me.standing, &state);
    let cards = all.iter().map(|prospect| card(&visit, prospect)).collect();
    Ok(visit.html(&ProgramsPage { page: visit.page(visit.w.t("programs-title")), cards }))
}

/// Why the company fits, as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    description: String,
}

/// The programme that is applied to, for those whose page of applications is open.
fn target<'a>(visit: &'a Visit, id: &str) -> Result<&'a PartnerProgram, Stop> {
    APPLICATIONS.admit(visit)?;
    let target = visit.program().partner_program(id).ok_or_else(|| Stop::from(errors::not_found(visit)))?;
    visit.permitted(target.application.permission())?;
    Ok(target)
}

fn apply_page(visit: &Visit, target: &PartnerProgram, typed: &str) -> FormPage {
    let w = visit.w;
    let hint = w.t(&format!("record-{}-hint", target.application.id().replace('_', "-")));
    let field = Field::new("area", "description", w.t("program-apply-why")).most(4000).hint(hint).value(typed);
    FormPage::new(
        visit.page(w.with("program-apply-title", &[("title", target.title.as_str())])),
        format!("/programs/{}/apply", target.name),
        w.t("record-save-draft"),
    )
    .intro(target.description.as_str())
    .intro(w.t("program-apply-text"))
    .fields(vec![field])
    .link(LIST, w.t("cancel"))
}

/// `GET /programs/{id}/apply` (MENU-24)
async fn ask(visit: Visit, Path(id): Path<String>) -> Answer {
    let target = target(&visit, &id)?;
    Ok(visit.html(&apply_page(&visit, target, "")))
}

/// `POST /programs/{id}/apply`
async fn apply(Path(id): Path<String>, Posted { visit, form }: Posted<Typed>) -> Answer {
    let target = target(&visit, &id)?;
    let me = visit.member()?;
    let command = Command::ApplyToProgram { program: id, description: form.description.clone() };
    match visit.run_room::<State>(me, &command).await? {
        Ok(done) => {
            let id = done.events.iter().find_map(|event| match event {
                Event::RecordCreated { id, .. } => Some(*id),
                Event::CustomersSet { .. }
                | Event::ProductAdded { .. }
                | Event::ProductEdited { .. }
                | Event::ProductRemoved { .. }
                | Event::LocationAdded { .. }
                | Event::LocationEdited { .. }
                | Event::LocationRemoved { .. }
                | Event::SolutionAreaAdded { .. }
                | Event::SolutionAreaRemoved { .. }
                | Event::ListingEdited { .. }
                | Event::ListedSet { .. }
                | Event::RecordEdited { .. }
                | Event::RecordSubmitted { .. }
                | Event::RecordRemoved { .. }
                | Event::RecordDescribed { .. }
                | Event::RecordJudged { .. }
                | Event::QualificationGranted { .. }
                | Event::QualificationRevoked { .. } => None,
            });
            let path = id.map_or_else(|| LIST.to_owned(), |id| APPLICATIONS.at(id));
            Ok(visit.go_saying(&path, &visit.w.t("record-saved-said")))
        }
        Err(refusal) => {
            let mut page = apply_page(&visit, target, &form.description).with_faults(refusal.faults());
            if refusal.faults().is_empty() {
                page = page.with_fault("#main", refused_words(&visit, &refusal));
            }
            Ok(visit.html_with(words::status(refusal.kind()), &page))
        }
    }
}

#[derive(Debug, Template)]
#[template(path = "programs/resale.html")]
struct ResalePage {
    page: Page,
    text: String,
    card: Option<Card>,
    duties: Vec<(String, String)>,
    resources: Vec<content::Teaser>,
    links: Vec<Link>,
}

/// `GET /solution-providers` (MENU-25)
async fn resale(visit: Visit) -> Answer {
    let me = visit.opening(RESALE_ITEM)?;
    let state = visit.room::<State>(me).await?;
    let w = visit.w;
    let all = prospects(visit.program(), &me.standing, &state);
    let items = content::items(&visit).await?;
    let query = ResourceQuery { words: RESALE_WORDS.to_owned(), kinds: Vec::new() };
    let found = resources(content::by_id(&items), &query);
    let duty = |name: &str| {
        let text = |part: &str| w.t(&format!("resale-{name}-{part}")).into_owned();
        (text("title"), text("text"))
    };
    let opens = |name: &str| {
        let mut rows = visit.program().items_with_ids();
        let (id, row) = rows.find(|(_, row)| row.name == name)?;
        visit.opens(id).then(|| Link { href: navigation::address(row), text: row.title.clone() })
    };
    let row = visit.program().items().iter().find(|row| row.name == RESALE_ITEM);
    Ok(visit.html(&ResalePage {
        page: visit.page(row.map(|row| row.title.clone()).unwrap_or_default()),
        text: row.map(|row| row.description.clone()).unwrap_or_default(),
        card: all.iter().find(|prospect| prospect.target.name == RESALE).map(|prospect| card(&visit, prospect)),
        duties: DUTIES.iter().map(|name| duty(name)).collect(),
        resources: found.iter().map(|entry| content::resource_teaser(w, entry.id, entry.item)).collect(),
        links: ["channel/channel_management", "resources/documents", ITEM].into_iter().filter_map(opens).collect(),
    }))
}

/// The keys that are put together here, for the test of the words.
#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    DUTIES.iter().flat_map(|duty| [format!("resale-{duty}-title"), format!("resale-{duty}-text")]).collect()
}
