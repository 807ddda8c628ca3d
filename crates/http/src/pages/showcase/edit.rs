//! Beginning and changing a record, and the words beside it on the listing.

use axum::extract::Path;
use axum::http::StatusCode;
use guildhall_core::profile::{Command, Event, Record, RecordKind, State};
use guildhall_core::room::RoomRefusal as _;
use serde::Deserialize;

use super::{Shelf, faults, kind_name, list, refused_words, title};
use crate::pages::form::{Choice, Field, FormPage};
use crate::pages::programs;
use crate::pages::view::{Answer, Stop};
use crate::pages::visit::{Posted, Visit};
use crate::pages::words;

/// A record as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Typed {
    #[serde(default)]
    kind: String,
    title: String,
    description: String,
}

/// Words as they were typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedWords {
    words: String,
}

fn fields(visit: &Visit, kinds: &[RecordKind], typed: &Typed, first: &str, titled: bool) -> Vec<Field> {
    let w = visit.w;
    let mut fields = Vec::new();
    if kinds.len() > 1 {
        let choice = |kind: &RecordKind| Choice {
            value: kind.id().to_owned(),
            label: kind_name(w, kind.id()),
            hint: w.t(&format!("record-{}-purpose", kind.id().replace('_', "-"))).into_owned(),
            chosen: typed.kind == kind.id() || typed.kind.is_empty() && kind.id() == first,
        };
        let choices = kinds.iter().map(choice).collect();
        fields.push(Field::new("radio", "kind", w.t("record-kind")).choices(choices));
    }
    fields.push(match titled {
        true => Field::new("text", "title", w.t("record-title")).value(typed.title.as_str()),
        false => Field::hidden("title", typed.title.as_str()),
    });
    let hint = w.t(&format!("record-{}-hint", first.replace('_', "-")));
    let description = Field::new("area", "description", w.t("record-description")).most(4000);
    fields.push(description.hint(hint).value(typed.description.as_str()));
    fields
}

fn first(kinds: &[RecordKind]) -> &'static str {
    kinds.first().map_or("offering", |kind| kind.id())
}

fn new_page(visit: &Visit, shelf: &Shelf, kinds: &[RecordKind], typed: &Typed) -> FormPage {
    let w = visit.w;
    let title = w.with("record-new-title", &[("kind", &kind_name(w, first(kinds)))]);
    let purpose = w.t(&format!("record-{}-purpose", first(kinds).replace('_', "-")));
    FormPage::new(visit.page(title), format!("{}/new", shelf.path), w.t("record-save-draft"))
        .intro(purpose)
        .fields(fields(visit, kinds, typed, first(kinds), true))
        .link(shelf.path, w.t("cancel"))
}

/// The kinds that the reader may begin; the page that says why not where there are none.
fn workable(visit: &Visit, shelf: &Shelf) -> Result<Vec<RecordKind>, Stop> {
    let me = shelf.reader(visit)?;
    let kinds = shelf.workable(visit, me);
    if kinds.is_empty() {
        let permission = shelf.kinds.first().map(|kind| kind.permission());
        permission.map_or(Ok(()), |permission| visit.permitted(permission))?;
        return Err(visit.with_status(StatusCode::FORBIDDEN));
    }
    Ok(kinds)
}

/// `GET /offerings/new` and so on.
pub(super) async fn new(visit: Visit, shelf: &'static Shelf) -> Answer {
    let kinds = workable(&visit, shelf)?;
    // An application is begun where the programmes are.
    if kinds.iter().all(|kind| kind.is_application()) {
        return Ok(visit.go_with(programs::LIST, []));
    }
    Ok(visit.html(&new_page(&visit, shelf, &kinds, &Typed::default())))
}

pub(super) async fn create(Posted { visit, form }: Posted<Typed>, shelf: &'static Shelf) -> Answer {
    let kinds = workable(&visit, shelf)?;
    let me = visit.member()?;
    let asked = kinds.iter().find(|kind| kind.id() == form.kind).or(kinds.first().filter(|_| form.kind.is_empty()));
    let Some(kind) = asked.copied() else { return Err(visit.with_status(StatusCode::BAD_REQUEST)) };
    let (title, description) = (form.title.clone(), form.description.clone());
    match visit.run_room::<State>(me, &Command::CreateRecord { kind, title, description }).await? {
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
            let path = id.map_or_else(|| shelf.path.to_owned(), |id| shelf.at(id));
            Ok(visit.go_saying(&path, &visit.w.t("record-saved-said")))
        }
        Err(refusal) => {
            let mut page = new_page(&visit, shelf, &kinds, &form).with_faults(faults(&refusal));
            if faults(&refusal).is_empty() {
                page = page.with_fault("#main", refused_words(&visit, &refusal));
            }
            Ok(visit.html_with(words::status(refusal.kind()), &page))
        }
    }
}

fn edit_page(visit: &Visit, shelf: &Shelf, id: guildhall_core::Id, record: &Record, typed: &Typed) -> FormPage {
    let w = visit.w;
    let kind = record.kind.id();
    let mut page = FormPage::new(
        visit.page(w.with("record-edit-title", &[("title", &title(w, record))])),
        shelf.below(id, "edit"),
        w.t("save"),
    );
    if record.program.is_some() {
        page = page.fact(w.t("record-program-application"), title(w, record));
    }
    // An application is called what its programme is called.
    page.fields(fields(visit, &[record.kind], typed, kind, record.program.is_none())).link(shelf.at(id), w.t("cancel"))
}

pub(super) async fn ask(visit: Visit, Path(id): Path<String>, shelf: &'static Shelf) -> Answer {
    let me = shelf.reader(&visit)?;
    let (id, record) = shelf.find(&visit, me, &id).await?;
    visit.permitted(record.kind.permission())?;
    let typed =
        Typed { kind: String::new(), title: record.title.to_string(), description: record.description.to_string() };
    Ok(visit.html(&edit_page(&visit, shelf, id, &record, &typed)))
}

pub(super) async fn save(
    Path(id): Path<String>,
    Posted { visit, form }: Posted<Typed>,
    shelf: &'static Shelf,
) -> Answer {
    let me = shelf.reader(&visit)?;
    let (id, record) = shelf.find(&visit, me, &id).await?;
    let command = Command::EditRecord { id, title: form.title.clone(), description: form.description.clone() };
    match visit.run_room::<State>(me, &command).await? {
        Ok(_) => Ok(visit.go_saying(&shelf.at(id), &visit.w.t("record-saved-said"))),
        Err(refusal) if faults(&refusal).is_empty() => Err(shelf.refused(&visit, &refusal, shelf.at(id))),
        Err(refusal) => {
            let page = edit_page(&visit, shelf, id, &record, &form).with_faults(faults(&refusal));
            Ok(visit.html_with(words::status(refusal.kind()), &page))
        }
    }
}

fn words_page(visit: &Visit, shelf: &Shelf, id: guildhall_core::Id, record: &Record, typed: &str) -> FormPage {
    let w = visit.w;
    let field = Field::new("area", "words", w.t("record-words")).most(4000).optional(w);
    FormPage::new(visit.page(w.t("record-words-title")), shelf.below(id, "words"), w.t("save"))
        .intro(w.t("record-words-text"))
        .fact(w.t("record-title"), title(w, record))
        .fields(vec![field.hint(w.t("record-words-hint")).value(typed)])
        .link(shelf.at(id), w.t("cancel"))
}

pub(super) async fn ask_words(visit: Visit, Path(id): Path<String>, shelf: &'static Shelf) -> Answer {
    let me = shelf.reader(&visit)?;
    let (id, record) = shelf.find(&visit, me, &id).await?;
    if !list::describes(&visit, me, record.kind) {
        return Err(visit.with_status(StatusCode::FORBIDDEN));
    }
    let typed = record.words.as_ref().map(ToString::to_string).unwrap_or_default();
    Ok(visit.html(&words_page(&visit, shelf, id, &record, &typed)))
}

pub(super) async fn save_words(
    Path(id): Path<String>,
    Posted { visit, form }: Posted<TypedWords>,
    shelf: &'static Shelf,
) -> Answer {
    let me = shelf.reader(&visit)?;
    let (id, record) = shelf.find(&visit, me, &id).await?;
    match visit.run_room::<State>(me, &Command::DescribeRecord { id, words: form.words.clone() }).await? {
        Ok(_) => Ok(visit.go_saying(&shelf.at(id), &visit.w.t("record-words-said"))),
        Err(refusal) if faults(&refusal).is_empty() => Err(shelf.refused(&visit, &refusal, shelf.at(id))),
        Err(refusal) => {
            let page = words_page(&visit, shelf, id, &record, &form.words).with_faults(faults(&refusal));
            Ok(visit.html_with(words::status(refusal.kind()), &page))
        }
    }
}
