//! The list of a shelf, and the page of one record.

use askama::Template;
use axum::extract::Path;
use guildhall_core::profile::{Record, RecordKind, RecordStatus, State, tabs};
use guildhall_core::program::Tab;

use super::{Shelf, author, kind_name, status};
use crate::pages::form::Fact;
use crate::pages::locale::Words;
use crate::pages::view::{Answer, Page};
use crate::pages::visit::{Signed, Visit};

/// A record in the list.
#[derive(Debug)]
struct Line {
    href: String,
    title: String,
    kind: String,
    status: String,
    tone: &'static str,
    by: String,
}

#[derive(Debug, Template)]
#[template(path = "showcase/list.html")]
struct ListPage {
    page: Page,
    /// What the page is for.
    text: String,
    /// Where a record is begun; empty for those who may not.
    add: String,
    add_text: String,
    /// Whether the list has several kinds.
    kinds: bool,
    lines: Vec<Line>,
    empty: String,
    /// What the company sells, on the page of the offerings.
    products: Vec<Fact>,
    shows_products: bool,
    /// Whether the reader may go to where products are edited.
    edits_products: bool,
}

/// `GET /offerings` and so on.
/// The title of a record. An application has that of the programme that it is for.
pub(in crate::pages) fn title(w: Words, record: &Record) -> String {
    match record.program {
        Some(_) => w.said("program", record.title.as_str()).into_owned(),
        None => record.title.to_string(),
    }
}

pub(super) async fn page(visit: Visit, shelf: &'static Shelf) -> Answer {
    let me = shelf.reader(&visit)?;
    let state = visit.room::<State>(me).await?;
    let (w, readable, workable) = (visit.w, shelf.readable(&visit, me), shelf.workable(&visit, me));
    let mut lines: Vec<Line> = Vec::new();
    for (id, record) in state.records().iter().filter(|(_, record)| readable.contains(&record.kind)) {
        let (status, tone) = status(w, record.status);
        lines.push(Line {
            href: shelf.at(*id),
            title: title(w, record),
            kind: kind_name(w, record.kind.id()),
            status,
            tone,
            by: author(me, w, record.by),
        });
    }
    lines.sort_by(|a, b| a.title.cmp(&b.title).then_with(|| a.href.cmp(&b.href)));
    let shows_products = shelf.kinds.contains(&RecordKind::Offering);
    let product = |p: &guildhall_core::profile::Product| {
        let kind = visit.program().profile().product_type(&p.kind).map_or(p.kind.clone(), |t| t.title.clone());
        Fact { term: p.title.to_string(), text: kind }
    };
    let applies = shelf.kinds.contains(&RecordKind::ProgramApplication);
    let row = visit.program().items().iter().find(|row| row.name == shelf.item);
    let first = shelf.kinds.first().map(|kind| kind.id().replace('_', "-")).unwrap_or_default();
    let add = match (workable.is_empty(), applies) {
        (true, _) => String::new(),
        (false, true) => super::super::programs::LIST.to_owned(),
        (false, false) => format!("{}/new", shelf.path),
    };
    Ok(visit.html(&ListPage {
        page: visit.page(shelf.title(&visit)),
        text: row.map(|row| row.description.clone()).unwrap_or_default(),
        add_text: w.t(if applies { "record-add-application" } else { "record-add" }).into_owned(),
        kinds: shelf.kinds.len() > 1,
        empty: w.t(if add.is_empty() { "record-none" } else { "record-none-yet" }).into_owned()
            + " "
            + &w.t(&format!("record-{first}-purpose")),
        add,
        lines,
        products: if shows_products { state.products().values().map(product).collect() } else { Vec::new() },
        shows_products,
        edits_products: tabs(visit.program(), &me.standing).iter().any(|tab| tab.row.tab == Tab::Products),
    }))
}

#[derive(Debug, Template)]
#[template(path = "showcase/record.html")]
struct RecordPage {
    page: Page,
    back: String,
    back_title: String,
    facts: Vec<Fact>,
    status: String,
    tone: &'static str,
    /// What the status means and what comes next.
    status_text: String,
    description: Vec<String>,
    /// The words beside it on the listing.
    words: Vec<String>,
    is_listed: bool,
    href: String,
    can_change: bool,
    can_remove: bool,
    can_describe: bool,
}

/// `GET /offerings/{id}` and so on.
pub(super) async fn record(visit: Visit, Path(id): Path<String>, shelf: &'static Shelf) -> Answer {
    let me = shelf.reader(&visit)?;
    let (id, record) = shelf.find(&visit, me, &id).await?;
    let w = visit.w;
    let works = shelf.workable(&visit, me).contains(&record.kind);
    let (status_word, tone) = status(w, record.status);
    let text = match record.status {
        RecordStatus::Draft => "record-draft-text",
        RecordStatus::Submitted => "record-submitted-text",
        RecordStatus::Validated => "record-validated-text",
        RecordStatus::Declined => "record-declined-text",
    };
    let fact = |key: &str, text: String| Fact { term: w.t(key).into_owned(), text };
    let is_validated = record.status == RecordStatus::Validated;
    Ok(visit.html(&RecordPage {
        page: visit.page(title(w, &record)),
        back: shelf.path.to_owned(),
        back_title: shelf.title(&visit),
        facts: vec![fact("record-kind", kind_name(w, record.kind.id())), fact("record-by", author(me, w, record.by))],
        status: status_word,
        tone,
        status_text: w.t(text).into_owned(),
        description: paragraphs(record.description.as_str()),
        words: record.words.as_ref().map(|words| paragraphs(words.as_str())).unwrap_or_default(),
        is_listed: is_validated && record.kind.tab().is_some(),
        href: shelf.at(id),
        can_change: works && record.status.is_changeable(),
        can_remove: works && record.status.is_removable(),
        can_describe: is_validated && describes(&visit, me, record.kind),
    }))
}

/// Whether the reader may write the words beside a record of this kind (PROFILE-16, PROFILE-19).
pub(super) fn describes(visit: &Visit, me: &Signed, kind: RecordKind) -> bool {
    let shown = tabs(visit.program(), &me.standing);
    kind.tab().is_some_and(|tab| shown.iter().any(|view| view.row.tab == tab && view.editable))
}

/// The paragraphs of a text.
pub(in crate::pages) fn paragraphs(text: &str) -> Vec<String> {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
