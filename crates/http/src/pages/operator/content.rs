//! What operators publish for every company: news, events, resources, walkthroughs.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use guildhall_core::content::{
    ArticleInput, ArticleKind, Body, Command, Delivery, EventInput, EventKind, Input, Publication, ResourceInput,
    ResourceKind, STEPS_MOST, State, StepInput, WalkthroughInput,
};
use guildhall_core::room::RoomRefusal as _;
use serde::Deserialize;

use super::sheet::{Action, Row, Section, Sheet, cell, link};
use crate::pages::content::kind_words;
use crate::pages::errors;
use crate::pages::form::{Field, FormPage, Link, choices};
use crate::pages::room::refusal_words;
use crate::pages::view::{Answer, Stop};
use crate::pages::visit::{Nothing, Posted, Visit};
use crate::pages::words;
use crate::portal::PROGRAMME;

/// Where the list is.
const LIST: &str = "/operator/content";
/// The kinds, as addresses and keys have them.
const KINDS: [&str; 4] = ["news", "event", "resource", "walkthrough"];
/// How many steps a form offers at least.
const STEPS: usize = 8;
/// The most characters of the longest text.
const TEXT_MOST: u32 = 20_000;

type Values = BTreeMap<String, String>;

/// A field: its name, what it is typed into, whether it may be blank.
type Spec = (&'static str, &'static str, bool);

const NEWS: &[Spec] = &[
    ("kind", "select", false),
    ("title", "text", false),
    ("summary", "area", false),
    ("source", "text", false),
    ("published_on", "date", false),
    ("link", "url", true),
    ("text", "area", true),
];
const EVENT: &[Spec] = &[
    ("kind", "select", false),
    ("delivery", "select", false),
    ("title", "text", false),
    ("summary", "area", false),
    ("source", "text", false),
    ("starts_at", "text", false),
    ("ends_at", "text", true),
    ("place", "text", true),
    ("link", "url", false),
    ("pinned", "check", true),
];
const RESOURCE: &[Spec] = &[
    ("kind", "select", false),
    ("title", "text", false),
    ("summary", "area", false),
    ("link", "url", true),
    ("text", "area", true),
];
const WALKTHROUGH: &[Spec] = &[("title", "text", false), ("summary", "area", false)];

fn specs(kind: &str) -> &'static [Spec] {
    match kind {
        "news" => NEWS,
        "event" => EVENT,
        "resource" => RESOURCE,
        _ => WALKTHROUGH,
    }
}

/// The words that a field of a kind can have.
fn values_of(kind: &str, field: &str) -> Vec<&'static str> {
    match (kind, field) {
        ("news", "kind") => ArticleKind::ALL.iter().map(|kind| kind.id()).collect(),
        ("event", "kind") => EventKind::ALL.iter().map(|kind| kind.id()).collect(),
        ("event", "delivery") => Delivery::ALL.iter().map(|delivery| delivery.id()).collect(),
        ("resource", "kind") => ResourceKind::ALL.iter().map(|kind| kind.id()).collect(),
        _ => Vec::new(),
    }
}

fn kind_of(body: &Body) -> &'static str {
    match body {
        Body::News(_) => "news",
        Body::Event(_) => "event",
        Body::Resource(_) => "resource",
        Body::Walkthrough(_) => "walkthrough",
    }
}

fn status(publication: Publication) -> &'static str {
    match publication {
        Publication::Draft => "draft",
        Publication::Published => "published",
        Publication::Withdrawn => "withdrawn",
    }
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    publication: String,
}

/// `GET /operator/content`
pub(super) async fn list(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    visit.operating()?;
    let w = visit.w;
    let rooms = visit.app.portal.load_rooms::<State>(PROGRAMME).await.map_err(|e| visit.stop(&e))?;
    let mut items: Vec<_> =
        rooms.iter().filter_map(|room| Some((&room.id, room.state.body()?, room.state.publication()?))).collect();
    items.retain(|(_, body, publication)| {
        (asked.kind.is_empty() || asked.kind == kind_of(body))
            && (asked.publication.is_empty() || asked.publication == status(*publication))
    });
    items.sort_by_key(|(_, body, _)| body.title().as_str().to_lowercase());
    let rows = items.into_iter().map(|(id, body, publication)| {
        Row::new(vec![
            link(format!("{LIST}/{id}"), body.title().as_str()),
            cell(w.t(&format!("operator-content-{}", kind_of(body)))),
            cell(w.t(&format!("operator-content-{}", status(publication)))),
        ])
    });
    let heads = ["title", "kind", "status"].map(|key| w.t(&format!("operator-head-{key}")).into_owned());
    let table = Section::new("content", "").table(heads.to_vec(), rows.collect(), w.t("operator-content-none"));
    let word = |name: &str| (name.to_owned(), w.t(&format!("operator-content-{name}")).into_owned());
    let any = w.t("operator-any");
    let kinds = choices(&any, KINDS.into_iter().map(word), &asked.kind);
    let publications = choices(&any, ["draft", "published", "withdrawn"].into_iter().map(word), &asked.publication);
    let filters = vec![
        Field::new("select", "kind", w.t("operator-head-kind")).choices(kinds),
        Field::new("select", "publication", w.t("operator-head-status")).choices(publications),
    ];
    let mut sheet = Sheet::new(visit.page(w.t("operator-content-title")))
        .intro(w.t("operator-content-text"))
        .filters(LIST, filters)
        .section(table);
    for kind in KINDS {
        sheet = sheet.action(Action::new(format!("{LIST}/new/{kind}"), w.t(&format!("operator-content-new-{kind}"))));
    }
    Ok(visit.html(&sheet))
}

fn form(visit: &Visit, kind: &str, action: String, values: &Values) -> FormPage {
    let w = visit.w;
    let value = |name: &str| values.get(name).cloned().unwrap_or_default();
    let mut fields = Vec::new();
    for (name, widget, blank) in specs(kind) {
        let label = w.t(&format!("operator-field-{}", name.replace('_', "-")));
        let mut field = Field::new(widget, *name, label).value(value(name));
        field = match *widget {
            "select" => {
                let words = values_of(kind, name).into_iter().map(|v| (v.to_owned(), kind_words(w, v)));
                field.choices(choices(&w.t("choose"), words, &value(name)))
            }
            "area" => field.most(if *name == "text" { TEXT_MOST } else { 1000 }),
            "check" => field.value("yes").checked(value(name) == "yes"),
            _ => field.most(200),
        };
        if name.ends_with("_at") {
            field = field.hint(w.t("operator-field-moment-hint"));
        }
        fields.push(if *blank { field.optional(w) } else { field });
    }
    let mut page =
        FormPage::new(visit.page(w.t(&format!("operator-content-new-{kind}"))), action, w.t("operator-content-save"))
            .fields(fields)
            .link(LIST, w.t("cancel"));
    if kind == "walkthrough" {
        for n in 0..STEPS.max(steps(values).len() + 2).min(STEPS_MOST) {
            let name = |part: &str| format!("steps[{n}].{part}");
            let field = |widget, part: &str| {
                let label = w.t(&format!("operator-field-step-{part}"));
                Field::new(widget, name(part), label).value(value(&name(part))).optional(w)
            };
            let fields = vec![field("text", "title"), field("area", "text").most(1000), field("text", "item")];
            page = page.group(w.t1("operator-field-step", "n", u32::try_from(n + 1).unwrap_or(0)), fields);
        }
    }
    page
}

/// The steps that a form has, but those in which nothing stands. One more than there may be is read, to be refused.
fn steps(values: &Values) -> Vec<StepInput> {
    let value = |n: usize, part: &str| values.get(&format!("steps[{n}].{part}")).cloned().unwrap_or_default();
    let step = |n| StepInput { title: value(n, "title"), text: value(n, "text"), item: value(n, "item") };
    let blank = |step: &StepInput| [&step.title, &step.text, &step.item].iter().all(|part| part.trim().is_empty());
    (0..=STEPS_MOST).map(step).filter(|step| !blank(step)).collect()
}

/// A form as it was sent. Its steps move up where one between them is empty, so that they are numbered as they are read.
fn sent(fields: Vec<(String, String)>) -> Values {
    let mut values: Values = fields.into_iter().collect();
    let steps = steps(&values);
    values.retain(|name, _| !name.starts_with("steps["));
    for (n, step) in steps.into_iter().enumerate() {
        let parts = [("title", step.title), ("text", step.text), ("item", step.item)];
        values.extend(parts.map(|(part, value)| (format!("steps[{n}].{part}"), value)));
    }
    values
}

/// What a form says.
fn input(kind: &str, values: &Values) -> Input {
    let value = |name: &str| values.get(name).cloned().unwrap_or_default();
    match kind {
        "news" => Input::News(ArticleInput {
            kind: value("kind"),
            title: value("title"),
            summary: value("summary"),
            source: value("source"),
            published_on: value("published_on"),
            link: value("link"),
            text: value("text"),
        }),
        "event" => Input::Event(EventInput {
            kind: value("kind"),
            delivery: value("delivery"),
            title: value("title"),
            summary: value("summary"),
            source: value("source"),
            starts_at: value("starts_at"),
            ends_at: value("ends_at"),
            place: value("place"),
            link: value("link"),
            pinned: value("pinned") == "yes",
        }),
        "resource" => Input::Resource(ResourceInput {
            kind: value("kind"),
            title: value("title"),
            summary: value("summary"),
            link: value("link"),
            text: value("text"),
        }),
        _ => Input::Walkthrough(WalkthroughInput {
            title: value("title"),
            summary: value("summary"),
            steps: steps(values),
        }),
    }
}

/// What a form of an item that is there begins with.
fn values(body: &Body) -> Values {
    let text = |found: &serde_json::Value| match found {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Bool(true) => "yes".to_owned(),
        serde_json::Value::Null
        | serde_json::Value::Bool(false)
        | serde_json::Value::Number(_)
        | serde_json::Value::Array(_)
        | serde_json::Value::Object(_) => String::new(),
    };
    let whole = serde_json::to_value(body).unwrap_or_default();
    let mut values = Values::new();
    for (name, found) in whole.as_object().into_iter().flatten() {
        for (n, step) in found.as_array().into_iter().flatten().enumerate() {
            for (part, said) in step.as_object().into_iter().flatten() {
                values.insert(format!("{name}[{n}].{part}"), text(said));
            }
        }
        values.insert(name.clone(), text(found));
    }
    values
}

fn known(visit: &Visit, kind: &str) -> Result<&'static str, Stop> {
    KINDS.into_iter().find(|k| *k == kind).ok_or_else(|| errors::not_found(visit).into())
}

/// `GET /operator/content/new/{kind}`
pub(super) async fn fresh(visit: Visit, Path(kind): Path<String>) -> Answer {
    visit.operating()?;
    let kind = known(&visit, &kind)?;
    Ok(visit.html(&form(&visit, kind, format!("{LIST}/new/{kind}"), &Values::new())))
}

/// `POST /operator/content/new/{kind}`
pub(super) async fn draft(
    Path(kind): Path<String>,
    Posted { visit, form: fields }: Posted<Vec<(String, String)>>,
) -> Answer {
    let kind = known(&visit, &kind)?;
    let values = sent(fields);
    let id = visit.app.portal.moment(&visit.origin).map_err(|e| visit.stop(&e))?.id(0).to_string();
    let command = Command::Draft { input: input(kind, &values) };
    let page = form(&visit, kind, format!("{LIST}/new/{kind}"), &values);
    save(&visit, &id, &command, page).await
}

async fn item(visit: &Visit, id: &str) -> Result<(State, Body, Publication), Stop> {
    visit.operating()?;
    let missing = || Stop::from(errors::not_found(visit));
    let id: guildhall_core::Id = id.parse().map_err(|_| missing())?;
    let (state, _) = visit.room_of::<State>(PROGRAMME, &id.to_string()).await?;
    let body = state.body().cloned().ok_or_else(missing)?;
    let publication = state.publication().ok_or_else(missing)?;
    Ok((state, body, publication))
}

/// `GET /operator/content/{id}/edit`
pub(super) async fn edit(visit: Visit, Path(id): Path<String>) -> Answer {
    let (_, body, _) = item(&visit, &id).await?;
    Ok(visit.html(&form(&visit, kind_of(&body), format!("{LIST}/{id}/edit"), &values(&body))))
}

/// `POST /operator/content/{id}/edit`
pub(super) async fn change(
    Path(id): Path<String>,
    Posted { visit, form: fields }: Posted<Vec<(String, String)>>,
) -> Answer {
    let (_, body, _) = item(&visit, &id).await?;
    let values = sent(fields);
    let command = Command::Edit { input: input(kind_of(&body), &values) };
    let page = form(&visit, kind_of(&body), format!("{LIST}/{id}/edit"), &values);
    save(&visit, &id, &command, page).await
}

async fn save(visit: &Visit, id: &str, command: &Command, page: FormPage) -> Answer {
    let actor = visit.operating()?.actor();
    match visit.run_room_as::<State>(PROGRAMME, id, &actor, command).await? {
        Ok(_) => Ok(visit.go_saying(&format!("{LIST}/{id}"), &visit.w.t("operator-content-saved"))),
        Err(refusal) if !refusal.faults().is_empty() => {
            Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page.with_faults(refusal.faults())))
        }
        Err(refusal) => {
            let text = refusal_words::<State>(visit.w, &refusal);
            Ok(visit.html_with(words::status(refusal.kind()), &page.with_fault("#main", text)))
        }
    }
}

/// `GET /operator/content/{id}`: as people will read it, and where it stands.
pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Answer {
    let (_, body, publication) = item(&visit, &id).await?;
    let (w, kind) = (visit.w, kind_of(&body));
    let said = values(&body);
    let mut preview = Section::new("preview", w.t("operator-content-preview"));
    for (name, _, _) in specs(kind) {
        let Some(text) = said.get(*name).filter(|text| !text.is_empty()) else { continue };
        let text = if values_of(kind, name).contains(&text.as_str()) { kind_words(w, text) } else { text.clone() };
        preview = preview.fact(w.t(&format!("operator-field-{}", name.replace('_', "-"))), text);
    }
    let mut sheet = Sheet::new(visit.page(body.title().as_str()))
        .tags(vec![
            w.t(&format!("operator-content-{kind}")).into_owned(),
            w.t(&format!("operator-content-{}", status(publication))).into_owned(),
        ])
        .action(Action::new(format!("{LIST}/{id}/edit"), w.t("operator-content-edit")));
    let next = if publication == Publication::Published { "withdraw" } else { "publish" };
    sheet = sheet.action(Action::new(format!("{LIST}/{id}/put/{next}"), w.t(&format!("operator-content-{next}"))));
    sheet = sheet.section(preview);
    if let Body::Walkthrough(walk) = &body {
        let rows = walk.steps.iter().map(|step| {
            Row::new(vec![
                cell(step.title.as_str()),
                cell(step.text.as_str()),
                cell(step.item.clone().unwrap_or_default()),
            ])
        });
        let heads = ["title", "text", "item"].map(|part| w.t(&format!("operator-field-step-{part}")).into_owned());
        sheet = sheet.section(Section::new("steps", w.t("operator-content-steps")).table(
            heads.to_vec(),
            rows.collect(),
            "",
        ));
    }
    Ok(visit.html(&sheet))
}

/// `GET /operator/content/{id}/put/publish` and `/withdraw`
pub(super) async fn ask(visit: Visit, Path((id, how)): Path<(String, String)>) -> Answer {
    let (_, body, _) = item(&visit, &id).await?;
    if !["publish", "withdraw"].contains(&how.as_str()) {
        return Ok(errors::not_found(&visit));
    }
    let w = visit.w;
    let key = |part: &str| format!("operator-content-{how}{part}");
    let mut form = FormPage::new(visit.page(w.t(&key("-title"))), format!("{LIST}/{id}/put/{how}"), w.t(&key("")))
        .intro(w.t(&key("-text")))
        .fact(w.t("operator-head-title"), body.title().as_str())
        .link(format!("{LIST}/{id}"), w.t("cancel"));
    if how == "withdraw" {
        form = form.danger();
    }
    Ok(visit.html(&form))
}

/// `POST /operator/content/{id}/put/publish` and `/withdraw`
pub(super) async fn put(
    Path((id, how)): Path<(String, String)>,
    Posted { visit, form: Nothing {} }: Posted<Nothing>,
) -> Answer {
    item(&visit, &id).await?;
    let command = match how.as_str() {
        "publish" => Command::Publish,
        "withdraw" => Command::Withdraw,
        _ => return Ok(errors::not_found(&visit)),
    };
    let actor = visit.operating()?.actor();
    match visit.run_room_as::<State>(PROGRAMME, &id, &actor, &command).await? {
        Ok(_) => Ok(visit.go_saying(&format!("{LIST}/{id}"), &visit.w.t(&format!("operator-content-{how}-done")))),
        Err(refusal) => {
            let back = Link { href: format!("{LIST}/{id}"), text: visit.w.t("operator-back").into_owned() };
            Ok(visit.refused_room::<State>(&refusal, back))
        }
    }
}
