//! The company profile: what the company sells, where it is, what it has built, and its public entry.
#![allow(unused_qualifications, reason = "utoipa names the parameters twice")]

mod views;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use guildhall_core::profile::{self, Command, LocationInput, ProductInput, RecordKind};
use serde::Deserialize;
use utoipa::ToSchema;

use super::caller::{Body, Caller};
use super::problem::{Problem, ProblemFault};
use super::room;
use super::write::{Write, with_etag};
use crate::app::App;
pub(super) use views::{ListingView, Profile};

/// The profile as the caller sees it: tabs and what stands on them, records, recommended paths, contacts.
#[utoipa::path(get, path = "/api/v1/profile", tag = "profile",
    responses((status = 200, body = Profile, headers(("ETag" = String))), (status = 401, body = Problem)))]
pub(super) async fn show(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let (state, version) = room::versioned::<profile::State>(&app, &caller).await?;
    let view = Profile::new(app.portal.program(), &caller.loaded.account, &caller.standing, &state);
    Ok(with_etag(Json(view).into_response(), version))
}

/// The company's public entry; there is none before the stage for listings.
#[utoipa::path(get, path = "/api/v1/profile/listing", tag = "profile",
    responses((status = 200, body = ListingView, headers(("ETag" = String))), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn listing(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let (state, version) = room::versioned::<profile::State>(&app, &caller).await?;
    let listing = profile::listing(app.portal.program(), &caller.loaded.account, &state);
    let listing = listing.ok_or_else(|| {
        Problem::new(
            StatusCode::NOT_FOUND,
            "not_listed",
            "the company has no public entry: its stage is too low, or it took the entry back",
        )
    })?;
    Ok(with_etag(Json(ListingView::from(listing)).into_response(), version))
}

/// Runs a command and shows the profile afterwards.
pub(super) async fn run(write: Write<'_>, command: &Command, status: StatusCode) -> Result<Response, Problem> {
    write
        .room::<profile::State>(command, |setting, done| {
            let standing = setting.account.standing_of(setting.program, setting.actor);
            room::told(status, Profile::new(setting.program, setting.account, &standing, &done.state))
        })
        .await
}

fn id_of(text: &str) -> Result<guildhall_core::Id, Problem> {
    text.parse().map_err(|_| Problem::missing())
}

/// The types of customers served.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CustomersBody {
    /// Their ids.
    customers: Vec<String>,
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

/// A location.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LocationBody {
    /// What the company calls it.
    title: String,
    /// Street and number, or an empty text.
    #[serde(default)]
    street: String,
    /// The city.
    city: String,
    /// The country or region.
    country: String,
}

/// A solution area.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SolutionAreaBody {
    /// Its name.
    title: String,
}

/// The public entry's own words.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ListingBody {
    /// The first words; empty for none.
    summary: String,
}

/// Whether the entry is public.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PublishedBody {
    /// Whether the world sees it, from the stage for listings on.
    published: bool,
}

/// An offering, a case study and so on, to begin.
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

/// An offering, a case study and so on, as it is now.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RecordEdit {
    /// Its title.
    title: String,
    /// What there is to say.
    description: String,
}

/// Words beside a validated record.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WordsBody {
    /// The words; empty for none.
    words: String,
}

impl From<ProductBody> for ProductInput {
    fn from(body: ProductBody) -> Self {
        Self { kind: body.kind, title: body.title, description: body.description }
    }
}

impl From<LocationBody> for LocationInput {
    fn from(body: LocationBody) -> Self {
        Self { title: body.title, street: body.street, city: body.city, country: body.country }
    }
}

pub(super) fn kind_of(text: &str) -> Result<RecordKind, Problem> {
    RecordKind::ALL.into_iter().find(|kind| kind.id() == text).ok_or_else(|| {
        let mut problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid_input", "some fields are not right");
        problem.faults.push(ProblemFault { field: "kind".into(), code: "unknown".into() });
        problem.hint("each entry of faults names a field and a code")
    })
}

/// Says which types of customers are served.
#[utoipa::path(put, path = "/api/v1/profile/customers", tag = "profile", request_body = CustomersBody,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn set_customers(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<CustomersBody>,
) -> Result<Response, Problem> {
    let command = Command::SetCustomers { customers: body.value.customers };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::OK).await
}

/// Puts a product or service on the profile.
#[utoipa::path(post, path = "/api/v1/profile/products", tag = "profile", request_body = ProductBody,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn add_product(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<ProductBody>,
) -> Result<Response, Problem> {
    let command = Command::AddProduct { product: body.value.into() };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::CREATED).await
}

/// Changes a product or service.
#[utoipa::path(put, path = "/api/v1/profile/products/{id}", tag = "profile", request_body = ProductBody,
    params(("id" = String, Path),
        ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn edit_product(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<ProductBody>,
) -> Result<Response, Problem> {
    let command = Command::EditProduct { id: id_of(&id)?, product: body.value.into() };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::OK).await
}

/// Takes a product or service off.
#[utoipa::path(delete, path = "/api/v1/profile/products/{id}", tag = "profile",
    params(("id" = String, Path),
        ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 412, body = Problem)))]
pub(super) async fn remove_product(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let command = Command::RemoveProduct { id: id_of(&id)? };
    run(Write::without_body(&app, &caller, &headers, &uri), &command, StatusCode::OK).await
}

/// Adds a location.
#[utoipa::path(post, path = "/api/v1/profile/locations", tag = "profile", request_body = LocationBody,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn add_location(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<LocationBody>,
) -> Result<Response, Problem> {
    let command = Command::AddLocation { location: body.value.into() };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::CREATED).await
}

/// Changes a location.
#[utoipa::path(put, path = "/api/v1/profile/locations/{id}", tag = "profile", request_body = LocationBody,
    params(("id" = String, Path),
        ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn edit_location(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<LocationBody>,
) -> Result<Response, Problem> {
    let command = Command::EditLocation { id: id_of(&id)?, location: body.value.into() };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::OK).await
}

/// Takes a location off.
#[utoipa::path(delete, path = "/api/v1/profile/locations/{id}", tag = "profile",
    params(("id" = String, Path),
        ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 412, body = Problem)))]
pub(super) async fn remove_location(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let command = Command::RemoveLocation { id: id_of(&id)? };
    run(Write::without_body(&app, &caller, &headers, &uri), &command, StatusCode::OK).await
}

/// Reports an own solution area.
#[utoipa::path(post, path = "/api/v1/profile/solution-areas", tag = "profile", request_body = SolutionAreaBody,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn add_solution_area(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<SolutionAreaBody>,
) -> Result<Response, Problem> {
    let command = Command::AddSolutionArea { title: body.value.title };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::CREATED).await
}

/// Takes a solution area back.
#[utoipa::path(delete, path = "/api/v1/profile/solution-areas/{id}", tag = "profile",
    params(("id" = String, Path),
        ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 412, body = Problem)))]
pub(super) async fn remove_solution_area(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let command = Command::RemoveSolutionArea { id: id_of(&id)? };
    run(Write::without_body(&app, &caller, &headers, &uri), &command, StatusCode::OK).await
}

/// Writes the first words of the public entry.
#[utoipa::path(put, path = "/api/v1/profile/listing", tag = "profile", request_body = ListingBody,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn edit_listing(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<ListingBody>,
) -> Result<Response, Problem> {
    let command = Command::EditListing { summary: body.value.summary };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::OK).await
}

/// Publishes the company's entry or takes it back. It is public of itself from the stage for listings on.
#[utoipa::path(put, path = "/api/v1/profile/listing/published", tag = "profile", request_body = PublishedBody,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem)))]
pub(super) async fn publish_listing(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<PublishedBody>,
) -> Result<Response, Problem> {
    let command = Command::SetListed { listed: body.value.published };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::OK).await
}

/// Begins a record.
#[utoipa::path(post, path = "/api/v1/profile/records", tag = "profile", request_body = RecordBody,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 201, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn create_record(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<RecordBody>,
) -> Result<Response, Problem> {
    let RecordBody { kind, title, description } = body.value;
    let command = Command::CreateRecord { kind: kind_of(&kind)?, title, description };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::CREATED).await
}

/// Changes a record that is not under review and not validated.
#[utoipa::path(put, path = "/api/v1/profile/records/{id}", tag = "profile", request_body = RecordEdit,
    params(("id" = String, Path),
        ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn edit_record(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<RecordEdit>,
) -> Result<Response, Problem> {
    let RecordEdit { title, description } = body.value;
    let command = Command::EditRecord { id: id_of(&id)?, title, description };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::OK).await
}

/// Hands a record in for review.
#[utoipa::path(post, path = "/api/v1/profile/records/{id}/submit", tag = "profile",
    params(("id" = String, Path),
        ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem)))]
pub(super) async fn submit_record(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let command = Command::SubmitRecord { id: id_of(&id)? };
    run(Write::without_body(&app, &caller, &headers, &uri), &command, StatusCode::OK).await
}

/// Takes a record away that is not validated.
#[utoipa::path(delete, path = "/api/v1/profile/records/{id}", tag = "profile",
    params(("id" = String, Path),
        ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem)))]
pub(super) async fn remove_record(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let command = Command::RemoveRecord { id: id_of(&id)? };
    run(Write::without_body(&app, &caller, &headers, &uri), &command, StatusCode::OK).await
}

/// Adds words for the public entry beside a validated offering or case study.
#[utoipa::path(put, path = "/api/v1/profile/records/{id}/words", tag = "profile", request_body = WordsBody,
    params(("id" = String, Path),
        ("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = Profile), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn describe_record(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body<WordsBody>,
) -> Result<Response, Problem> {
    let command = Command::DescribeRecord { id: id_of(&id)?, words: body.value.words };
    run(Write::new(&app, &caller, &headers, body.hash), &command, StatusCode::OK).await
}
