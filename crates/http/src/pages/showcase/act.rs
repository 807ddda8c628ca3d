//! Handing a record in, and taking it away after a question.

use axum::extract::Path;
use guildhall_core::profile::{Command, State};

use super::{Shelf, kind_name, title};
use crate::pages::form::FormPage;
use crate::pages::view::Answer;
use crate::pages::visit::{Nothing, Posted, Visit};

pub(super) async fn submit(
    Path(id): Path<String>,
    Posted { visit, .. }: Posted<Nothing>,
    shelf: &'static Shelf,
) -> Answer {
    let me = shelf.reader(&visit)?;
    let (id, _) = shelf.find(&visit, me, &id).await?;
    match visit.run_room::<State>(me, &Command::SubmitRecord { id }).await? {
        Ok(_) => Ok(visit.go_saying(&shelf.at(id), &visit.w.t("record-submitted-said"))),
        Err(refusal) => Err(shelf.refused(&visit, &refusal, shelf.at(id))),
    }
}

pub(super) async fn ask_remove(visit: Visit, Path(id): Path<String>, shelf: &'static Shelf) -> Answer {
    let me = shelf.reader(&visit)?;
    let (id, record) = shelf.find(&visit, me, &id).await?;
    visit.permitted(record.kind.permission())?;
    let w = visit.w;
    let page = FormPage::new(visit.page(w.t("record-remove-title")), shelf.below(id, "remove"), w.t("record-remove"))
        .intro(w.t("record-remove-text"))
        .fact(kind_name(w, record.kind.id()), title(w, &record))
        .danger()
        .link(shelf.at(id), w.t("cancel"));
    Ok(visit.html(&page))
}

pub(super) async fn remove(
    Path(id): Path<String>,
    Posted { visit, .. }: Posted<Nothing>,
    shelf: &'static Shelf,
) -> Answer {
    let me = shelf.reader(&visit)?;
    let (id, _) = shelf.find(&visit, me, &id).await?;
    match visit.run_room::<State>(me, &Command::RemoveRecord { id }).await? {
        Ok(_) => Ok(visit.go_saying(shelf.path, &visit.w.t("record-removed-said"))),
        Err(refusal) => Err(shelf.refused(&visit, &refusal, shelf.at(id))),
    }
}
