//! Bringing a new opportunity, and editing opportunities and leads. Every field that may be named may be typed; groups of
//! which there may be several get a row more by a button.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::pipeline::{Action, Opportunity, OpportunityCommand, OpportunityFields, Refusal};
use guildhall_core::{FieldFault, Permission};

use super::fields::{self, FormGroup, ROWS_MOST, label};
use super::{EntryPath, Fields, Kind, own, words};
use crate::pages::form::{Fault, Link};
use crate::pages::view::{Answer, Page};
use crate::pages::visit::{Posted, Signed, Visit};
use crate::portal::{Ask, PortalError, RoomError};

/// The button that stores.
const SAVE: &str = "save";

#[derive(Debug, Template)]
#[template(path = "pipeline_form.html")]
struct FormPage {
    page: Page,
    back: Link,
    action: String,
    intro: String,
    /// The version that was read, to see whether somebody was faster.
    version: String,
    groups: Vec<FormGroup>,
    faults: Vec<Fault>,
    submit: String,
}

/// A form as it was sent.
pub(in crate::pages) struct Sent<F> {
    pub(in crate::pages) fields: F,
    version: Option<i64>,
    button: String,
    /// How many rows the groups have that show more than they hold.
    pub(in crate::pages) rows: BTreeMap<String, usize>,
}

impl<F> Sent<F> {
    /// Whether it is to be stored, not only to get another row.
    pub(in crate::pages) fn stores(&self) -> bool {
        self.button == SAVE
    }
}

pub(in crate::pages) fn read<F: Fields>(
    visit: &Visit,
    sent: Vec<(String, String)>,
) -> Result<Sent<F>, crate::pages::view::Stop> {
    let (own, typed): (Vec<_>, Vec<_>) = sent.into_iter().partition(|(name, _)| name == "do" || name == "version");
    let one = |wanted: &str| own.iter().rev().find(|(name, _)| name == wanted).map(|(_, v)| v.clone());
    let fields: Option<F> = fields::read(&typed);
    let Some(fields) = fields else { return Err(visit.with_status(StatusCode::BAD_REQUEST)) };
    let mut rows = BTreeMap::new();
    for prefix in F::GROUPS.iter().filter_map(|group| group.several) {
        let of = |n: usize| typed.iter().any(|(name, _)| name.starts_with(&format!("{prefix}[{n}].")));
        rows.insert(prefix.to_owned(), (0..ROWS_MOST).rev().find(|n| of(*n)).map_or(1, |n| n + 1));
    }
    let button = one("do").unwrap_or_else(|| SAVE.into());
    if let Some(count) = button.strip_prefix("more.").and_then(|prefix| rows.get_mut(prefix)) {
        *count = (*count + 1).min(ROWS_MOST);
    }
    Ok(Sent { fields, version: one("version").and_then(|v| v.parse().ok()), button, rows })
}

/// What stands around a form.
pub(in crate::pages) struct Around {
    pub(in crate::pages) title: String,
    pub(in crate::pages) back: Link,
    pub(in crate::pages) action: String,
    pub(in crate::pages) intro: String,
    pub(in crate::pages) version: String,
    pub(in crate::pages) submit: String,
}

pub(in crate::pages) fn show<F: Fields>(
    visit: &Visit,
    around: Around,
    typed: (&F, &BTreeMap<String, usize>),
    faults: &[FieldFault],
    status: StatusCode,
) -> Response {
    let w = visit.w;
    let (fields, rows) = typed;
    let mut groups = fields::form(w, visit.program().pipeline(), fields, |prefix| rows.get(prefix).copied());
    let faults = tie(visit, F::GROUPS, &mut groups, faults);
    let Around { title, back, action, intro, version, submit } = around;
    let page = visit.page(title);
    visit.html_with(status, &FormPage { page, back, action, intro, version, groups, faults, submit })
}

/// Puts each fault at its field, and gives the lines of the summary.
fn tie(visit: &Visit, of: &[fields::GroupSpec], groups: &mut [FormGroup], faults: &[FieldFault]) -> Vec<Fault> {
    let w = visit.w;
    let mut lines = Vec::new();
    for fault in faults {
        let text = words::fault(w, &fault.code);
        let mut href = "#main".to_owned();
        for group in groups.iter_mut() {
            let found = group.rows.iter_mut().flat_map(|row| &mut row.fields).find(|field| field.name == fault.field);
            if let Some(field) = found {
                field.faults.push(text.clone());
                href = format!("#{}", field.id);
                // What is wrong is seen without unfolding.
                group.open = true;
            }
        }
        let field = label(w, of, &fault.field);
        let values = [("field", field.as_str()), ("fault", text.as_str())];
        lines.push(Fault { href, text: w.with("fault-line", &values).into_owned() });
    }
    lines
}

fn of_new(visit: &Visit) -> Around {
    let w = visit.w;
    Around {
        title: w.t("pipeline-opportunity-new-title").into_owned(),
        back: Link { href: Opportunity::PATH.into(), text: own::<Opportunity>(visit, "back") },
        action: "/opportunities/new".into(),
        intro: w.t("pipeline-opportunity-new-text").into_owned(),
        version: String::new(),
        submit: w.t("pipeline-opportunity-new-button").into_owned(),
    }
}

/// `GET /opportunities/new` (ACE-2, ACE-10)
pub(super) async fn fresh(visit: Visit) -> Answer {
    visit.opening(Opportunity::ITEM)?;
    visit.permitted(Permission::SubmitOpportunities)?;
    let blank = OpportunityFields::default();
    Ok(show(&visit, of_new(&visit), (&blank, &BTreeMap::new()), &[], StatusCode::OK))
}

/// `POST /opportunities/new`: a row more, or the new opportunity.
pub(super) async fn create(Posted { visit, form }: Posted<Vec<(String, String)>>) -> Answer {
    let me = visit.opening(Opportunity::ITEM)?;
    visit.permitted(Permission::SubmitOpportunities)?;
    let sent: Sent<OpportunityFields> = read(&visit, form)?;
    if sent.button != SAVE {
        return Ok(show(&visit, of_new(&visit), (&sent.fields, &sent.rows), &[], StatusCode::OK));
    }
    let entry = visit.app.portal.moment(&visit.origin).map_err(|error| visit.stop(&error))?.fresh;
    let command = OpportunityCommand::Create { entry: Some(entry), fields: Box::new(sent.fields.clone()) };
    match visit.run_room_of::<Opportunity>(me, &entry.to_string(), &command).await? {
        Ok(_) => Ok(visit.go_saying(&format!("/opportunities/{entry}"), &visit.w.t("pipeline-opportunity-created"))),
        Err(Refusal::InvalidInput { faults }) => {
            let typed = (&sent.fields, &sent.rows);
            Ok(show(&visit, of_new(&visit), typed, &faults, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(refusal) => Err(visit.pipeline_refused::<Opportunity>(&refusal)),
    }
}

fn of_edit<E: Kind>(visit: &Visit, entry: &E, id: &str, version: i64, intro: String) -> Around {
    Around {
        title: visit.w.t1("pipeline-edit-title", "title", entry.title().to_owned()).into_owned(),
        back: Link { href: format!("{}/{id}", E::PATH), text: entry.title().to_owned() },
        action: format!("{}/{id}/edit", E::PATH),
        intro,
        version: version.to_string(),
        submit: visit.w.t("save").into_owned(),
    }
}

/// Whether it can be edited at all; says why not.
fn editable<E: Kind>(visit: &Visit, me: &Signed, entry: &E) -> Result<(), crate::pages::view::Stop> {
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    if entry.actions(&setting).contains(&Action::Edit) {
        return Ok(());
    }
    let same = entry.fields().cloned().unwrap_or_default();
    match entry.decide(&setting, &E::edit(same)) {
        Ok(_) => Ok(()),
        Err(refusal) => Err(visit.pipeline_refused::<E>(&refusal)),
    }
}

/// `GET <kind>/<id>/edit` (ACE-3, ACE-11)
pub(super) async fn page<E: Kind>(visit: Visit, Path(id): EntryPath) -> Answer {
    let me = visit.opening(E::ITEM)?;
    let (entry, version) = visit.entry::<E>(me, &id).await?;
    editable(&visit, me, &entry)?;
    let fields = entry.fields().cloned().unwrap_or_default();
    let around = of_edit(&visit, &entry, &id, version, String::new());
    Ok(show(&visit, around, (&fields, &BTreeMap::new()), &[], StatusCode::OK))
}

/// `POST <kind>/<id>/edit`
pub(super) async fn save<E: Kind>(
    Path(id): EntryPath,
    Posted { visit, form }: Posted<Vec<(String, String)>>,
) -> Answer {
    let me = visit.opening(E::ITEM)?;
    let (entry, version) = visit.entry::<E>(me, &id).await?;
    let sent: Sent<E::Fields> = read(&visit, form)?;
    let seen = sent.version.unwrap_or(version);
    if sent.button != SAVE {
        let around = of_edit(&visit, &entry, &id, seen, String::new());
        return Ok(show(&visit, around, (&sent.fields, &sent.rows), &[], StatusCode::OK));
    }
    let actor = me.actor();
    let ask = Ask { origin: &visit.origin, tenant: me.tenant, actor: &actor, seen: Some(seen) };
    let command = E::edit(sent.fields.clone());
    let ran = visit.app.portal.run_room_with::<E, ()>(&ask, &id, &command, |_, _| ((), None)).await;
    let typed = (&sent.fields, &sent.rows);
    match ran {
        Ok((done, ())) => {
            let said = if done.events.is_empty() { "pipeline-unchanged" } else { "pipeline-saved" };
            Ok(visit.go_saying(&format!("{}/{id}", E::PATH), &visit.w.t(said)))
        }
        Err(RoomError::Refused(Refusal::InvalidInput { faults })) => {
            let around = of_edit(&visit, &entry, &id, seen, String::new());
            Ok(show(&visit, around, typed, &faults, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(RoomError::Refused(refusal)) => Err(visit.pipeline_refused::<E>(&refusal)),
        // Somebody was faster: what was typed stays, and saving again is a decision.
        Err(RoomError::Portal(PortalError::Contended)) => {
            let intro = visit.w.t("pipeline-edit-contended").into_owned();
            let around = of_edit(&visit, &entry, &id, version, intro);
            Ok(show(&visit, around, typed, &[], StatusCode::CONFLICT))
        }
        Err(RoomError::Portal(error)) => Err(visit.stop(&error)),
    }
}
