//! What a company builds and has reviewed: offerings, case studies, devices, workloads, public references and
//! applications (ROLE-52, MENU-9..13, MENU-18, MENU-24). One set of pages for all of them; each kind has its shelf.
//!
//! The core's profile decides who works on which kind, from which stage on, and what a status allows (C-011, C-025).

mod act;
mod edit;
mod list;

pub(super) use list::{paragraphs, title};

use axum::Router;
use axum::extract::Path;
use axum::routing::{get, post};
use guildhall_core::profile::{Record, RecordKind, RecordStatus, Refusal, State, may_work_on, readable_kinds};
use guildhall_core::{FieldFault, Id};

use super::form::Link;
use super::locale::Words;
use super::room::refusal_words_with;
use super::view::Stop;
use super::visit::{Nothing, Posted, Signed, Visit};
use super::{App, errors, words};

/// The pages of some kinds of records behind one item of the menu.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shelf {
    /// The item of the menu.
    item: &'static str,
    /// Where its list is.
    pub(super) path: &'static str,
    /// The kinds; the first is what is begun where nothing else is said.
    kinds: &'static [RecordKind],
}

const SHELVES: &[Shelf] = &[
    Shelf {
        item: "build/offerings",
        path: "/offerings",
        kinds: &[RecordKind::Offering, RecordKind::TechnicalValidation],
    },
    Shelf { item: "build/case_studies", path: "/case-studies", kinds: &[RecordKind::CaseStudy] },
    Shelf { item: "build/aws_device_listing", path: "/devices", kinds: &[RecordKind::DeviceListing] },
    Shelf { item: "build/well_architected_workloads", path: "/workloads", kinds: &[RecordKind::Workload] },
    Shelf { item: "market/public_reference", path: "/references", kinds: &[RecordKind::PublicReference] },
    APPLICATIONS,
];

/// The applications; they are begun from the list of programmes.
pub(super) const APPLICATIONS: Shelf = Shelf {
    item: "sell/program_application",
    path: "/applications",
    kinds: &[RecordKind::ProgramApplication, RecordKind::CompetencyApplication],
};

pub(super) fn routes() -> Router<App> {
    let on = |routes: Router<App>, shelf: &'static Shelf| {
        let at = |rest: &str| format!("{}{rest}", shelf.path);
        routes
            .route(shelf.path, get(move |visit: Visit| list::page(visit, shelf)))
            .route(
                &at("/new"),
                get(move |visit: Visit| edit::new(visit, shelf)).post(move |form| edit::create(form, shelf)),
            )
            .route(&at("/{id}"), get(move |visit: Visit, id: Path<String>| list::record(visit, id, shelf)))
            .route(
                &at("/{id}/edit"),
                get(move |visit: Visit, id: Path<String>| edit::ask(visit, id, shelf))
                    .post(move |id: Path<String>, form| edit::save(id, form, shelf)),
            )
            .route(
                &at("/{id}/words"),
                get(move |visit: Visit, id: Path<String>| edit::ask_words(visit, id, shelf))
                    .post(move |id: Path<String>, form| edit::save_words(id, form, shelf)),
            )
            .route(
                &at("/{id}/submit"),
                post(move |id: Path<String>, form: Posted<Nothing>| act::submit(id, form, shelf)),
            )
            .route(
                &at("/{id}/remove"),
                get(move |visit: Visit, id: Path<String>| act::ask_remove(visit, id, shelf))
                    .post(move |id: Path<String>, form: Posted<Nothing>| act::remove(id, form, shelf)),
            )
    };
    SHELVES.iter().fold(Router::new(), on)
}

/// Where the page of a kind of records is.
pub(super) fn shelf_of(kind: RecordKind) -> Option<&'static Shelf> {
    SHELVES.iter().find(|shelf| shelf.kinds.contains(&kind))
}

impl Shelf {
    /// The address of a record.
    pub(super) fn at(&self, id: Id) -> String {
        format!("{}/{id}", self.path)
    }

    fn below(&self, id: Id, rest: &str) -> String {
        format!("{}/{id}/{rest}", self.path)
    }

    /// What the menu calls it.
    fn title(&self, visit: &Visit) -> String {
        let row = visit.program().items().iter().find(|row| row.name == self.item);
        row.map(|row| row.title.clone()).unwrap_or_default()
    }

    /// Whoever may read these records: the page is open to them.
    fn reader<'a>(&self, visit: &'a Visit) -> Result<&'a Signed, Stop> {
        visit.opening(self.item)
    }

    /// Whether the page is open to the reader.
    pub(super) fn is_open(&self, visit: &Visit) -> bool {
        let mut rows = visit.program().items_with_ids();
        rows.any(|(id, row)| row.name == self.item && visit.opens(id))
    }

    /// Lets those in to whom the page is open.
    pub(super) fn admit(&self, visit: &Visit) -> Result<(), Stop> {
        self.reader(visit).map(drop)
    }

    /// The kinds that the reader sees here.
    fn readable(&self, visit: &Visit, me: &Signed) -> Vec<RecordKind> {
        readable_kinds(visit.program(), &me.standing).into_iter().filter(|kind| self.kinds.contains(kind)).collect()
    }

    /// The kinds that the reader may begin here.
    fn workable(&self, visit: &Visit, me: &Signed) -> Vec<RecordKind> {
        let may = |kind: &RecordKind| may_work_on(visit.program(), &me.standing, *kind);
        self.kinds.iter().copied().filter(may).collect()
    }

    /// A record of this shelf that the reader sees; the page for what is not there otherwise.
    async fn find(&self, visit: &Visit, me: &Signed, id: &str) -> Result<(Id, Record), Stop> {
        let state = visit.room::<State>(me).await?;
        let id = id.parse::<Id>().ok();
        let found = id.and_then(|id| state.records().get(&id).map(|record| (id, record.clone())));
        let readable = self.readable(visit, me);
        found.filter(|(_, record)| readable.contains(&record.kind)).ok_or_else(|| Stop::from(errors::not_found(visit)))
    }

    /// The page for a refusal that no form shows.
    fn refused(&self, visit: &Visit, refusal: &Refusal, back: String) -> Stop {
        if let Refusal::Denied(denied) = refusal {
            return visit.denied(denied).into();
        }
        let links = vec![Link { href: back, text: self.title(visit) }, errors::home(visit.w)];
        let kind = guildhall_core::room::RoomRefusal::kind(refusal);
        errors::message(visit, words::status(kind), refused_words(visit, refusal), links).into()
    }
}

/// The words of a refusal, with what it names.
pub(super) fn refused_words(visit: &Visit, refusal: &Refusal) -> String {
    let w = visit.w;
    match refusal {
        Refusal::StageNotReached { stage, .. } => {
            let program = visit.program();
            let title = program.stage_id(stage).and_then(|id| program.stage(id)).map_or(stage.as_str(), |s| &s.title);
            refusal_words_with::<State>(w, refusal, &[("stage", title)])
        }
        Refusal::RequirementsUnmet { records } => {
            let names: Vec<String> = records.iter().map(|name| kind_name(w, name)).collect();
            refusal_words_with::<State>(w, refusal, &[("records", &names.join(", "))])
        }
        Refusal::TooManyEntries { most } => {
            refusal_words_with::<State>(w, refusal, &[("most", &w.number(i64::from(*most)))])
        }
        Refusal::InvalidInput { .. }
        | Refusal::ProgramRequired
        | Refusal::ProgramMissing
        | Refusal::TabMissing
        | Refusal::EntryMissing
        | Refusal::Validated
        | Refusal::UnderReview
        | Refusal::NotSubmitted
        | Refusal::NotValidated
        | Refusal::NotListed
        | Refusal::Unchanged
        | Refusal::ProductMissing { .. }
        | Refusal::Denied(_) => refusal_words_with::<State>(w, refusal, &[]),
    }
}

/// The faults of the fields in a refusal.
fn faults(refusal: &Refusal) -> &[FieldFault] {
    guildhall_core::room::RoomRefusal::faults(refusal)
}

/// What a kind is called, by its id.
pub(super) fn kind_name(w: Words, kind: &str) -> String {
    w.t(&format!("record-{}", kind.replace('_', "-"))).into_owned()
}

/// The words of a status and the class of its chip.
pub(super) fn status(w: Words, status: RecordStatus) -> (String, &'static str) {
    let (key, tone) = match status {
        RecordStatus::Draft => ("record-draft", ""),
        RecordStatus::Submitted => ("record-submitted", "info"),
        RecordStatus::Validated => ("record-validated", "good"),
        RecordStatus::Declined => ("record-declined", "off"),
    };
    (w.t(key).into_owned(), tone)
}

/// Who began it, by name; somebody who is gone has none.
fn author(me: &Signed, w: Words, by: Id) -> String {
    me.account.member(by).map_or_else(|| w.t("record-author-gone").into_owned(), |m| m.name.to_string())
}

/// The keys that are put together here, for the test of the words.
#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    let of = |kind: &RecordKind| {
        let kind = kind.id().replace('_', "-");
        [format!("record-{kind}"), format!("record-{kind}-purpose"), format!("record-{kind}-hint")]
    };
    RecordKind::ALL.iter().flat_map(of).collect()
}
