//! Files of entries: sent, shown row by row with what they would change, and then taken in whole or row by row as asked
//! (ACE-6, ACE-7, ACE-13, ACE-14).

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::Permission;
use guildhall_core::pipeline::bulk::{self, CellFault, Mode, Operation, Outcome, Plan, PlannedRow};
use guildhall_core::pipeline::{Entries, Refusal};
use guildhall_core::setting::Setting;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::fields::{Fields, label, name_of};
use super::upload::{FileFault, PostedFile};
use super::words::{self, Tag};
use super::{EntryPath, Kind, own, refusal_words};
use crate::download::csv_file;
use crate::pages::form::{Choice, Link};
use crate::pages::view::{Answer, Page, Stop, see_other};
use crate::pages::visit::{Posted, Signed, Visit};
use crate::portal::{Ask, OpenFlow, PortalError, RoomDocument, RoomError, RoomPlan};
use crate::secrets::Token;

/// The kind of the flows that keep a file between its preview and its confirmation.
const FLOW: &str = "pipeline_file";
/// What a form and a file can ask for.
const OPERATIONS: [Operation; 3] = [Operation::Import, Operation::Update, Operation::Transfer];

/// A file between its preview and its confirmation.
#[derive(Debug, Serialize, Deserialize)]
struct Draft {
    tenant: guildhall_core::Id,
    member: guildhall_core::Id,
    kind: String,
    operation: String,
    mode: Mode,
    name: String,
    text: String,
}

/// A fault with its place.
#[derive(Debug)]
struct Place {
    line: String,
    column: String,
    field: String,
    text: String,
}

#[derive(Debug, Template)]
#[template(path = "pipeline_bulk.html")]
struct BulkPage {
    page: Page,
    path: &'static str,
    back: Link,
    operations: Vec<Choice>,
    modes: Vec<Choice>,
    limits: String,
    template: bool,
    export: bool,
    fault: String,
    places: Vec<Place>,
}

/// A row of the preview.
#[derive(Debug)]
struct Row {
    line: String,
    title: String,
    href: String,
    outcome: Tag,
    details: Vec<String>,
    refused: bool,
}

#[derive(Debug, Template)]
#[template(path = "pipeline_preview.html")]
struct PreviewPage {
    page: Page,
    back: Link,
    action: String,
    name: String,
    intro: String,
    notice: String,
    counts: Vec<Tag>,
    ignored: String,
    rows: Vec<Row>,
    digest: String,
    /// The words of the button; empty where there is nothing to confirm.
    confirm: String,
    done: bool,
}

fn word(operation: Operation) -> &'static str {
    match operation {
        Operation::Import => "import",
        Operation::Export => "export",
        Operation::Update => "update",
        Operation::Transfer => "transfer",
    }
}

/// What whoever asks may do with files of a kind.
fn offered<E: Kind>(visit: &Visit, me: &Signed) -> Vec<Operation> {
    let may = |operation: &Operation| operation.permission(E::ENTRIES).is_some_and(|p| visit.may(me, p));
    OPERATIONS.into_iter().filter(may).collect()
}

/// The operation that a form names, if whoever asks may do it.
fn allowed<E: Kind>(visit: &Visit, name: &str) -> Result<Operation, Stop> {
    let operation = OPERATIONS.into_iter().find(|operation| word(*operation) == name);
    let operation = operation.ok_or_else(|| visit.with_status(StatusCode::BAD_REQUEST))?;
    match operation.permission(E::ENTRIES) {
        Some(permission) => visit.permitted(permission)?,
        None => return Err(visit.pipeline_refused::<E>(&Refusal::OperationNotOffered)),
    }
    Ok(operation)
}

fn show<E: Kind>(visit: &Visit, me: &Signed, chosen: (&str, Mode), fault: String, cells: &[CellFault]) -> Response {
    let w = visit.w;
    let limits = visit.program().pipeline().bulk();
    let number = |n: u32| w.number(i64::from(n));
    let values = [("rows", number(limits.rows_most)), ("kilobytes", number(limits.bytes_most / 1000))];
    let operations = offered::<E>(visit, me);
    let choice = |n: usize, operation: &Operation| Choice {
        value: word(*operation).into(),
        label: w.t(&format!("pipeline-bulk-{}", word(*operation))).into_owned(),
        hint: own::<E>(visit, &format!("bulk-{}-hint", word(*operation))),
        chosen: if chosen.0.is_empty() { n == 0 } else { chosen.0 == word(*operation) },
    };
    let mode = |value: &str, key: &str, of: Mode| Choice {
        value: value.into(),
        label: w.t(key).into_owned(),
        hint: w.t(&format!("{key}-hint")).into_owned(),
        chosen: chosen.1 == of,
    };
    let model = BulkPage {
        page: visit.page(own::<E>(visit, "bulk-title")),
        path: E::PATH,
        back: Link { href: E::PATH.into(), text: own::<E>(visit, "back") },
        template: E::ENTRIES == Entries::Opportunities && operations.contains(&Operation::Import),
        export: Operation::Export.permission(E::ENTRIES).is_some_and(|p| visit.may(me, p)),
        operations: operations.iter().enumerate().map(|(n, operation)| choice(n, operation)).collect(),
        modes: vec![
            mode("all", "pipeline-bulk-all", Mode::AllOrNothing),
            mode("good", "pipeline-bulk-good", Mode::GoodRows),
        ],
        limits: w.with("pipeline-bulk-limits", &values.each_ref().map(|(k, v)| (*k, v.as_str()))).into_owned(),
        places: cells.iter().map(|cell| place::<E>(visit, cell)).collect(),
        fault,
    };
    let status = if model.fault.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.html_with(status, &model)
}

fn place<E: Kind>(visit: &Visit, cell: &CellFault) -> Place {
    let w = visit.w;
    let number = |n: u64| w.number(i64::try_from(n).unwrap_or(i64::MAX));
    Place {
        line: number(cell.line),
        column: cell.column.map(|n| number(n as u64)).unwrap_or_default(),
        field: if cell.field.is_empty() { String::new() } else { label(w, E::Fields::GROUPS, &cell.field) },
        text: words::fault(w, &cell.code),
    }
}

/// A fault in one line, with its place.
fn place_line<E: Kind>(visit: &Visit, cell: &CellFault) -> String {
    let Place { column, field, text, .. } = place::<E>(visit, cell);
    if column.is_empty() {
        return if field.is_empty() { text } else { format!("{field}: {text}") };
    }
    let values = [("column", column.as_str()), ("field", field.as_str()), ("fault", text.as_str())];
    visit.w.with("pipeline-cell-fault", &values).into_owned()
}

/// `GET <kind>/bulk`
pub(super) async fn page<E: Kind>(visit: Visit) -> Answer {
    let me = visit.opening(E::ITEM)?;
    if offered::<E>(&visit, me).is_empty() {
        visit.permitted(Operation::Transfer.permission(E::ENTRIES).unwrap_or(Permission::ManageOwnedPipeline))?;
    }
    Ok(show::<E>(&visit, me, ("", Mode::AllOrNothing), String::new(), &[]))
}

/// `GET /opportunities/template.csv`
pub(super) async fn template(visit: Visit) -> Answer {
    type E = guildhall_core::pipeline::Opportunity;
    let me = visit.opening(E::ITEM)?;
    visit.permitted(Permission::BulkManageOpportunities)?;
    let reading = visit.reading(me)?;
    let file = bulk::template(&reading.setting()).map_err(|refusal| visit.pipeline_refused::<E>(&refusal))?;
    Ok(csv_file("opportunities-template.csv", file))
}

/// `POST <kind>/bulk/preview`: keeps the file and goes on to what it would change.
pub(super) async fn preview<E: Kind>(posted: PostedFile) -> Answer {
    let visit = &posted.visit;
    let me = visit.opening(E::ITEM)?;
    let operation = allowed::<E>(visit, posted.field("operation"))?;
    let mode = match posted.field("mode") {
        "good" => Mode::GoodRows,
        "all" | "" => Mode::AllOrNothing,
        _ => return Err(visit.with_status(StatusCode::BAD_REQUEST)),
    };
    let again = |fault: String, cells: &[CellFault]| Ok(show::<E>(visit, me, (word(operation), mode), fault, cells));
    let file = match &posted.file {
        Ok(file) => file,
        Err(fault) => return again(file_fault(visit, *fault), &[]),
    };
    let entries = visit.entries::<E>(me).await?;
    let reading = visit.reading(me)?;
    match E::plan(&reading.setting(), operation, &entries, &file.text, mode) {
        Ok(_) => {}
        Err(refusal @ Refusal::InvalidFile { .. }) => {
            let cells = guildhall_core::room::RoomRefusal::cells(&refusal).to_vec();
            return again(visit.w.t("pipeline-bulk-unreadable").into_owned(), &cells);
        }
        Err(refusal @ (Refusal::TooManyRows { .. } | Refusal::FileTooLarge { .. })) => {
            return again(refusal_words(visit, &refusal), &[]);
        }
        Err(refusal) => return Err(visit.pipeline_refused::<E>(&refusal)),
    }
    let draft = Draft {
        tenant: me.tenant,
        member: me.member,
        kind: E::KEY.into(),
        operation: word(operation).into(),
        mode,
        name: file.name.clone(),
        text: file.text.clone(),
    };
    let secret = keep(visit, me, &draft).await?;
    Ok(see_other(&format!("{}/bulk/{secret}", E::PATH)))
}

/// Keeps a file until it is confirmed or forgotten. Answers its secret.
async fn keep(visit: &Visit, me: &Signed, draft: &Draft) -> Result<String, Stop> {
    let subject = format!("{}/{}", me.tenant, me.member);
    let token = visit.app.portal.begin_flow(&visit.origin, (FLOW, &subject), draft, None, None).await;
    token.map(|token| token.expose().to_owned()).map_err(|error| visit.stop(&error))
}

/// The page for a file that is done with, or was forgotten.
fn gone<E: Kind>(visit: &Visit) -> Stop {
    let text = visit.w.t("pipeline-bulk-gone").into_owned();
    let back = Link { href: format!("{}/bulk", E::PATH), text: own::<E>(visit, "bulk-title") };
    crate::pages::errors::message(visit, StatusCode::NOT_FOUND, text, vec![back]).into()
}

fn file_fault(visit: &Visit, fault: FileFault) -> String {
    let w = visit.w;
    let limits = visit.program().pipeline().bulk();
    match fault {
        FileFault::Missing => w.t("pipeline-bulk-no-file").into_owned(),
        FileFault::TooLarge => refusal_words(visit, &Refusal::FileTooLarge { most: limits.bytes_most }),
        FileFault::NotUtf8(line) => {
            let line = w.number(i64::try_from(line).unwrap_or(i64::MAX));
            w.t1("pipeline-bulk-not-utf8", "line", line).into_owned()
        }
    }
}

/// The file behind a secret, if it is of whoever asks.
async fn open<E: Kind>(visit: &Visit, me: &Signed, secret: &str) -> Result<(OpenFlow<Draft>, Operation), Stop> {
    let token = Token::parse(secret).ok_or_else(|| gone::<E>(visit))?;
    let flow = visit.app.portal.flow::<Draft>(FLOW, &token).await.map_err(|error| visit.stop(&error))?;
    let mine = |draft: &Draft| draft.tenant == me.tenant && draft.member == me.member && draft.kind == E::KEY;
    let flow = flow.filter(|flow| mine(&flow.state)).ok_or_else(|| gone::<E>(visit))?;
    let operation = allowed::<E>(visit, &flow.state.operation)?;
    Ok((flow, operation))
}

/// What people agreed to: the rows and what comes of them. A new entry gets its id only when it is made.
fn digest<E>(plan: &Plan<E>) -> String {
    let rows = plan.rows().iter().map(|row| match row.outcome {
        Outcome::Created => PlannedRow { entry: None, ..row.clone() },
        Outcome::Updated { .. } | Outcome::Transferred { .. } | Outcome::Unchanged | Outcome::Refused { .. } => {
            row.clone()
        }
    });
    let rows = serde_json::to_vec(&rows.collect::<Vec<_>>()).unwrap_or_default();
    data_encoding::HEXLOWER.encode(&Sha256::digest(&rows))
}

fn preview_page<E: Kind>(
    visit: &Visit,
    me: &Signed,
    draft: &Draft,
    plan: &Plan<E::Event>,
    (secret, done, notice): (&str, bool, String),
) -> PreviewPage {
    let w = visit.w;
    let counts = plan.counts();
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let count = |n: usize, key: &str, class: &'static str| {
        (n > 0).then(|| Tag { text: w.t1(&format!("pipeline-count-{key}"), "count", number(n)).into_owned(), class })
    };
    let changes = counts.created + counts.updated + counts.transferred;
    let confirm = if !done && plan.applies() {
        w.t1("pipeline-bulk-confirm", "count", number(changes)).into_owned()
    } else {
        String::new()
    };
    let intro = match (done, plan.is_held(), plan.applies()) {
        (true, ..) => "pipeline-bulk-done",
        (false, true, _) => "pipeline-bulk-held",
        (false, false, true) => "pipeline-bulk-preview",
        (false, false, false) => "pipeline-bulk-nothing",
    };
    PreviewPage {
        page: visit.page(w.t(if done { "pipeline-bulk-done-title" } else { "pipeline-bulk-preview-title" })),
        back: Link { href: format!("{}/bulk", E::PATH), text: own::<E>(visit, "bulk-title") },
        action: format!("{}/bulk/{secret}", E::PATH),
        name: draft.name.clone(),
        intro: w.t(intro).into_owned(),
        notice,
        counts: [
            count(counts.created, "created", "good"),
            count(counts.updated, "updated", "good"),
            count(counts.transferred, "transferred", "good"),
            count(counts.unchanged, "unchanged", ""),
            count(counts.refused, "refused", "bad"),
        ]
        .into_iter()
        .flatten()
        .collect(),
        ignored: plan.ignored_columns().join(", "),
        rows: plan.rows().iter().map(|row| preview_row::<E>(visit, me, row, done)).collect(),
        digest: digest(plan),
        confirm,
        done,
    }
}

fn preview_row<E: Kind>(visit: &Visit, me: &Signed, row: &PlannedRow, done: bool) -> Row {
    let w = visit.w;
    let (key, class, details) = match &row.outcome {
        Outcome::Created => ("created", "good", Vec::new()),
        Outcome::Updated { fields } => {
            ("updated", "good", fields.iter().map(|name| label(w, E::Fields::GROUPS, name)).collect())
        }
        Outcome::Transferred { to } => {
            let name = name_of(&me.account, Some(*to)).unwrap_or_default();
            ("transferred", "good", vec![w.t1("pipeline-row-to", "to", name).into_owned()])
        }
        Outcome::Unchanged => ("unchanged", "", Vec::new()),
        Outcome::Refused { faults } => {
            let mut faults: Vec<&CellFault> = faults.iter().collect();
            faults.sort_by_key(|fault| fault.column);
            ("refused", "off", faults.into_iter().map(|fault| place_line::<E>(visit, fault)).collect())
        }
    };
    let there = done || !matches!(row.outcome, Outcome::Created);
    Row {
        line: w.number(i64::try_from(row.line).unwrap_or(i64::MAX)),
        title: row.title.clone(),
        href: row.entry.filter(|_| there).map(|id| format!("{}/{id}", E::PATH)).unwrap_or_default(),
        outcome: Tag { text: w.t(&format!("pipeline-row-{key}")).into_owned(), class },
        details,
        refused: matches!(row.outcome, Outcome::Refused { .. }),
    }
}

/// `GET <kind>/bulk/<secret>`: what the file would change.
pub(super) async fn draft<E: Kind>(visit: Visit, Path(secret): EntryPath) -> Answer {
    let me = visit.opening(E::ITEM)?;
    let (flow, operation) = open::<E>(&visit, me, &secret).await?;
    let entries = visit.entries::<E>(me).await?;
    let reading = visit.reading(me)?;
    let plan = E::plan(&reading.setting(), operation, &entries, &flow.state.text, flow.state.mode);
    let plan = plan.map_err(|refusal| visit.pipeline_refused::<E>(&refusal))?;
    Ok(visit.html(&preview_page::<E>(&visit, me, &flow.state, &plan, (&secret, false, String::new()))))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Confirmation {
    /// What was shown.
    digest: String,
}

/// `POST <kind>/bulk/<secret>`: does what was shown, once. If it would be something else by now, that is shown instead.
pub(super) async fn confirm<E: Kind>(Path(secret): EntryPath, Posted { visit, form }: Posted<Confirmation>) -> Answer {
    let me = visit.opening(E::ITEM)?;
    let (flow, operation) = open::<E>(&visit, me, &secret).await?;
    let entries = visit.entries::<E>(me).await?;
    let reading = visit.reading(me)?;
    let file = &flow.state;
    let plan = E::plan(&reading.setting(), operation, &entries, &file.text, file.mode);
    let plan = plan.map_err(|refusal| visit.pipeline_refused::<E>(&refusal))?;
    if digest(&plan) != form.digest {
        return Ok(changed::<E>(&visit, me, file, &plan, &secret));
    }
    // From here on the file is done with: sent twice at the same moment, it is taken in once.
    match visit.app.portal.end_flow(&visit.origin, &flow).await {
        Ok(()) => {}
        Err(PortalError::FlowGone) => return Err(gone::<E>(&visit)),
        Err(error) => return Err(visit.stop(&error)),
    }
    let (plan, agreed) = take_in::<E>(&visit, me, file, operation, &form.digest).await?;
    if agreed {
        return Ok(visit.html(&preview_page::<E>(&visit, me, file, &plan, (&secret, true, String::new()))));
    }
    let secret = keep(&visit, me, file).await?;
    Ok(changed::<E>(&visit, me, file, &plan, &secret))
}

/// What the file would do by now is not what was agreed to.
fn changed<E: Kind>(visit: &Visit, me: &Signed, file: &Draft, plan: &Plan<E::Event>, secret: &str) -> Response {
    let notice = visit.w.t("pipeline-bulk-changed").into_owned();
    let page = preview_page::<E>(visit, me, file, plan, (secret, false, notice));
    visit.html_with(StatusCode::CONFLICT, &page)
}

/// Records what a file changes if it is what was agreed to, and nothing otherwise.
async fn take_in<E: Kind>(
    visit: &Visit,
    me: &Signed,
    file: &Draft,
    operation: Operation,
    agreed_to: &str,
) -> Result<(Plan<E::Event>, bool), Stop> {
    let actor = me.actor();
    let ask = Ask { origin: &visit.origin, tenant: me.tenant, actor: &actor, seen: None };
    let decide = |setting: &Setting<'_>, rooms: &[RoomDocument<E>]| {
        let entries = rooms.iter().map(|room| &room.state);
        let plan = E::plan(setting, operation, entries, &file.text, file.mode)?;
        let agreed = digest(&plan) == agreed_to;
        let changes = plan.changes().iter().filter(|_| agreed);
        let changes = changes.map(|change| (change.entry.to_string(), change.events.clone())).collect();
        let permissions = operation.permission(E::ENTRIES).into_iter().collect();
        Ok(RoomPlan { permissions, changes, value: (plan, agreed) })
    };
    let ran = visit.app.portal.run_plan::<E, (Plan<E::Event>, bool), ()>(&ask, decide, |_, _| ((), None)).await;
    match ran {
        Ok((done, ())) => Ok(done.value),
        Err(RoomError::Refused(refusal)) => Err(visit.pipeline_refused::<E>(&refusal)),
        Err(RoomError::Portal(error)) => Err(visit.stop(&error)),
    }
}

#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    let mut keys: Vec<String> = ["opportunity", "lead"].map(|kind| format!("pipeline-{kind}-bulk-title")).into();
    keys.extend(["import", "update", "transfer"].map(|name| format!("pipeline-opportunity-bulk-{name}-hint")));
    keys.push("pipeline-lead-bulk-transfer-hint".into());
    keys.extend(["import", "update", "transfer"].map(|name| format!("pipeline-bulk-{name}")));
    keys.extend(["all", "good"].map(|name| format!("pipeline-bulk-{name}-hint")));
    for outcome in ["created", "updated", "transferred", "unchanged", "refused"] {
        keys.extend([format!("pipeline-count-{outcome}"), format!("pipeline-row-{outcome}")]);
    }
    keys
}
