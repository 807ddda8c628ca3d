//! The company profile: products and services, offerings and case studies, the public listing.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use guildhall_core::Id;
use guildhall_core::profile::{self, Command, ProductInput, RecordKind};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::caller::{Body, Caller};
use super::people::id_of;
use super::problem::Problem;
use super::room;
use crate::app::App;

/// The profile as the caller sees it: tabs, products and services, records, recommended paths, contacts.
#[utoipa::path(get, path = "/api/v1/profile", tag = "profile",
    responses((status = 200), (status = 401, body = Problem)))]
pub(super) async fn show(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let state = room::load::<profile::State>(&app, &caller).await?;
    Ok(Json(view(&app, &caller, &state)).into_response())
}

/// The company's public entry; there is none before the stage for listings.
#[utoipa::path(get, path = "/api/v1/profile/listing", tag = "profile",
    responses((status = 200), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn listing(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let state = room::load::<profile::State>(&app, &caller).await?;
    let listing = profile::listing(app.portal.program(), &caller.loaded.account, &state);
    let listing = listing
        .ok_or_else(|| Problem::new(StatusCode::NOT_FOUND, "not_listed", "the company is not listed at its stage"))?;
    Ok(Json(listing).into_response())
}

/// A product or service.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ProductBody {
    /// The id of its type.
    kind: String,
    /// Its name.
    title: String,
    /// What it does, or an empty text.
    #[serde(default)]
    description: String,
}

impl From<ProductBody> for ProductInput {
    fn from(body: ProductBody) -> Self {
        Self { kind: body.kind, title: body.title, description: body.description }
    }
}

/// Puts a product or service on the profile.
#[utoipa::path(post, path = "/api/v1/profile/products", tag = "profile", request_body = ProductBody,
    responses((status = 201), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn add_product(
    State(app): State<App>,
    caller: Caller,
    body: Body<ProductBody>,
) -> Result<Response, Problem> {
    run(&app, &caller, &Command::AddProduct { product: body.value.into() }, StatusCode::CREATED).await
}

/// Changes a product or service.
#[utoipa::path(put, path = "/api/v1/profile/products/{id}", tag = "profile", request_body = ProductBody,
    params(("id" = String, Path)),
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn edit_product(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    body: Body<ProductBody>,
) -> Result<Response, Problem> {
    let command = Command::EditProduct { id: id_of(&id)?, product: body.value.into() };
    run(&app, &caller, &command, StatusCode::OK).await
}

/// Takes a product or service off.
#[utoipa::path(delete, path = "/api/v1/profile/products/{id}", tag = "profile", params(("id" = String, Path)),
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(super) async fn remove_product(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    run(&app, &caller, &Command::RemoveProduct { id: id_of(&id)? }, StatusCode::OK).await
}

/// The listing's own words.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ListingBody {
    /// The first words; empty for none.
    summary: String,
}

/// Writes the first words of the public entry.
#[utoipa::path(put, path = "/api/v1/profile/listing", tag = "profile", request_body = ListingBody,
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn edit_listing(
    State(app): State<App>,
    caller: Caller,
    body: Body<ListingBody>,
) -> Result<Response, Problem> {
    run(&app, &caller, &Command::EditListing { summary: body.value.summary }, StatusCode::OK).await
}

/// An offering, a case study and so on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RecordBody {
    /// What it is: `offering`, `technical_validation`, `case_study`, `device_listing`, `workload`, `public_reference`,
    /// `program_application` or `competency_application`.
    kind: String,
    /// Its title.
    title: String,
    /// What there is to say.
    description: String,
}

/// Begins a record.
#[utoipa::path(post, path = "/api/v1/profile/records", tag = "profile", request_body = RecordBody,
    responses((status = 201), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn create_record(
    State(app): State<App>,
    caller: Caller,
    body: Body<RecordBody>,
) -> Result<Response, Problem> {
    let RecordBody { kind, title, description } = body.value;
    let kind = RecordKind::ALL.into_iter().find(|k| k.id() == kind).ok_or_else(|| {
        let mut problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid_input", "some fields are not right");
        problem.faults.push(super::problem::ProblemFault { field: "kind".into(), code: "unknown".into() });
        problem
    })?;
    run(&app, &caller, &Command::CreateRecord { kind, title, description }, StatusCode::CREATED).await
}

/// Hands a record in for review.
#[utoipa::path(post, path = "/api/v1/profile/records/{id}/submit", tag = "profile", params(("id" = String, Path)),
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn submit_record(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    run(&app, &caller, &Command::SubmitRecord { id: id_of(&id)? }, StatusCode::OK).await
}

/// Takes a record away that is not validated.
#[utoipa::path(delete, path = "/api/v1/profile/records/{id}", tag = "profile", params(("id" = String, Path)),
    responses((status = 200), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn remove_record(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    run(&app, &caller, &Command::RemoveRecord { id: id_of(&id)? }, StatusCode::OK).await
}

async fn run(app: &App, caller: &Caller, command: &Command, status: StatusCode) -> Result<Response, Problem> {
    let done = room::run::<profile::State>(app, caller, command).await?;
    Ok((status, Json(view(app, caller, &done.state))).into_response())
}

fn view(app: &App, caller: &Caller, state: &profile::State) -> Value {
    let (program, account) = (app.portal.program(), &caller.loaded.account);
    let readable = profile::readable_kinds(program, &caller.standing);
    let record = |(id, r): (&Id, &profile::Record)| {
        json!({ "id": id, "kind": r.kind.id(), "title": r.title, "description": r.description, "status": r.status,
            "words": r.words })
    };
    let tabs = profile::tabs(program, &caller.standing);
    let product = |(id, p): (&Id, &profile::Product)| json!({ "id": id, "kind": p.kind, "title": p.title, "description": p.description });
    // Who sees no tab sees what stands on none of them.
    let products = if tabs.is_empty() { Vec::new() } else { state.products().iter().map(product).collect() };
    let contact = |c: &profile::Contacts<'_>| {
        let people: Vec<Value> =
            c.people.iter().map(|(id, m)| json!({ "id": id, "name": m.name, "email": m.email })).collect();
        json!({ "subject": c.row.name, "title": c.row.title, "people": people })
    };
    json!({
        "tabs": tabs.iter().map(|t| json!({ "id": t.row.tab.id(), "title": t.row.title, "editable": t.editable }))
            .collect::<Vec<_>>(),
        "products": products,
        "records": state.records().iter().filter(|(_, r)| readable.contains(&r.kind)).map(record).collect::<Vec<_>>(),
        "recommended_paths": profile::recommended_paths(program, account, state),
        "contacts": profile::contacts(program, account).iter().map(contact).collect::<Vec<_>>(),
    })
}
