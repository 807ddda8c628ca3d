//! The forms of the profile's entries: products and services, locations, solution areas, words beside what is validated.

use axum::extract::Path;
use axum::http::StatusCode;
use guildhall_core::Id;
use guildhall_core::profile::{Command, Location, LocationInput, Product, ProductInput, State};
use guildhall_core::program::Tab;
use serde::Deserialize;

use super::{address, editing, page_of, run_form};
use crate::pages::form::{Choice, Field, FormPage};
use crate::pages::view::{Answer, Stop};
use crate::pages::visit::{Nothing, Posted, Visit};

/// The most characters of a description, as the core counts them.
const TEXT_MOST: u32 = 4000;

fn id_of(visit: &Visit, id: &str) -> Result<Id, Stop> {
    id.parse().map_err(|_| visit.with_status(StatusCode::NOT_FOUND))
}

fn text(text: Option<&impl ToString>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

fn form(visit: &Visit, title: &str, action: &str, tab: Tab) -> FormPage {
    let w = visit.w;
    FormPage::new(page_of(visit, title), action, w.t("save")).link(address(tab), w.t("cancel"))
}

/// The page that asks before something is taken off.
fn ask(visit: &Visit, title: &str, what: String, action: String, tab: Tab) -> FormPage {
    let w = visit.w;
    FormPage::new(page_of(visit, title), action, w.t("remove"))
        .intro(w.t("company-remove-text"))
        .fact(w.t("field-title"), what)
        .danger()
        .link(address(tab), w.t("cancel"))
}

// ---------------------------------------------------------------- products and services (PROFILE-20)

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct ProductForm {
    kind: String,
    title: String,
    #[serde(default)]
    description: String,
}

impl From<ProductForm> for ProductInput {
    fn from(form: ProductForm) -> Self {
        Self { kind: form.kind, title: form.title, description: form.description }
    }
}

fn product_form(visit: &Visit, action: &str, title: &str, input: &ProductInput) -> FormPage {
    let w = visit.w;
    let none = Choice { value: String::new(), label: w.t("choose").into_owned(), hint: String::new(), chosen: false };
    let types = &visit.program().profile().product_types;
    let kinds = types.iter().map(|kind| Choice {
        value: kind.name.clone(),
        label: kind.title.clone(),
        hint: String::new(),
        chosen: kind.name == input.kind,
    });
    let kinds = std::iter::once(none).chain(kinds).collect();
    form(visit, title, action, Tab::Products).intro(w.t("company-products-form")).fields(vec![
        Field::new("select", "kind", w.t("field-kind")).choices(kinds),
        Field::new("text", "title", w.t("field-title")).value(&input.title),
        Field::new("area", "description", w.t("company-description"))
            .value(&input.description)
            .most(TEXT_MOST)
            .optional(w),
    ])
}

const NEW_PRODUCT: &str = "/company/profile/products/new";
const PRODUCTS: (&str, &str) = ("/company/profile/products", "company-entry-saved");

pub(super) async fn new_product(visit: Visit) -> Answer {
    editing(&visit, Tab::Products)?;
    Ok(visit.html(&product_form(&visit, NEW_PRODUCT, "company-products-add", &ProductInput::default())))
}

pub(super) async fn add_product(Posted { visit, form }: Posted<ProductForm>) -> Answer {
    let me = editing(&visit, Tab::Products)?;
    let product = ProductInput::from(form);
    let page = product_form(&visit, NEW_PRODUCT, "company-products-add", &product);
    run_form(&visit, me, &Command::AddProduct { product }, PRODUCTS, page).await
}

async fn found_product(visit: &Visit, id: &str) -> Result<(Id, Product), Stop> {
    let id = id_of(visit, id)?;
    let state = visit.room::<State>(editing(visit, Tab::Products)?).await?;
    let product = state.products().get(&id).cloned();
    product.map(|product| (id, product)).ok_or_else(|| visit.with_status(StatusCode::NOT_FOUND))
}

pub(super) async fn product(visit: Visit, Path(id): Path<String>) -> Answer {
    let (id, product) = found_product(&visit, &id).await?;
    let Product { kind, title, description } = product;
    let input = ProductInput { kind, title: title.to_string(), description: text(description.as_ref()) };
    let action = format!("/company/profile/products/{id}");
    Ok(visit.html(&product_form(&visit, &action, "company-products-edit", &input)))
}

pub(super) async fn edit_product(Path(id): Path<String>, Posted { visit, form }: Posted<ProductForm>) -> Answer {
    let me = editing(&visit, Tab::Products)?;
    let id = id_of(&visit, &id)?;
    let action = format!("/company/profile/products/{id}");
    let product = ProductInput::from(form);
    let page = product_form(&visit, &action, "company-products-edit", &product);
    run_form(&visit, me, &Command::EditProduct { id, product }, PRODUCTS, page).await
}

pub(super) async fn ask_product(visit: Visit, Path(id): Path<String>) -> Answer {
    let (id, product) = found_product(&visit, &id).await?;
    let action = format!("/company/profile/products/{id}/remove");
    Ok(visit.html(&ask(&visit, "company-products-remove", product.title.to_string(), action, Tab::Products)))
}

pub(super) async fn remove_product(Path(id): Path<String>, Posted { visit, .. }: Posted<Nothing>) -> Answer {
    let (id, product) = found_product(&visit, &id).await?;
    let me = editing(&visit, Tab::Products)?;
    let action = format!("/company/profile/products/{id}/remove");
    let page = ask(&visit, "company-products-remove", product.title.to_string(), action, Tab::Products);
    let done = (PRODUCTS.0, "company-entry-removed");
    run_form(&visit, me, &Command::RemoveProduct { id }, done, page).await
}

// ---------------------------------------------------------------- locations (PROFILE-18)

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct LocationForm {
    title: String,
    #[serde(default)]
    street: String,
    city: String,
    country: String,
}

impl From<LocationForm> for LocationInput {
    fn from(form: LocationForm) -> Self {
        Self { title: form.title, street: form.street, city: form.city, country: form.country }
    }
}

fn location_form(visit: &Visit, action: &str, title: &str, input: &LocationInput) -> FormPage {
    let w = visit.w;
    form(visit, title, action, Tab::Locations).fields(vec![
        Field::new("text", "title", w.t("field-title")).hint(w.t("company-locations-hint")).value(&input.title),
        Field::new("text", "street", w.t("field-street")).value(&input.street).optional(w),
        Field::new("text", "city", w.t("field-city")).value(&input.city).most(100),
        Field::new("text", "country", w.t("field-country")).value(&input.country).most(100),
    ])
}

const NEW_LOCATION: &str = "/company/profile/locations/new";
const LOCATIONS: (&str, &str) = ("/company/profile/locations", "company-entry-saved");

pub(super) async fn new_location(visit: Visit) -> Answer {
    editing(&visit, Tab::Locations)?;
    Ok(visit.html(&location_form(&visit, NEW_LOCATION, "company-locations-add", &LocationInput::default())))
}

pub(super) async fn add_location(Posted { visit, form }: Posted<LocationForm>) -> Answer {
    let me = editing(&visit, Tab::Locations)?;
    let location = LocationInput::from(form);
    let page = location_form(&visit, NEW_LOCATION, "company-locations-add", &location);
    run_form(&visit, me, &Command::AddLocation { location }, LOCATIONS, page).await
}

async fn found_location(visit: &Visit, id: &str) -> Result<(Id, Location), Stop> {
    let id = id_of(visit, id)?;
    let state = visit.room::<State>(editing(visit, Tab::Locations)?).await?;
    let location = state.locations().get(&id).cloned();
    location.map(|location| (id, location)).ok_or_else(|| visit.with_status(StatusCode::NOT_FOUND))
}

pub(super) async fn location(visit: Visit, Path(id): Path<String>) -> Answer {
    let (id, location) = found_location(&visit, &id).await?;
    let input = LocationInput {
        title: location.title.to_string(),
        street: text(location.street.as_ref()),
        city: location.city.to_string(),
        country: location.country.to_string(),
    };
    let action = format!("/company/profile/locations/{id}");
    Ok(visit.html(&location_form(&visit, &action, "company-locations-edit", &input)))
}

pub(super) async fn edit_location(Path(id): Path<String>, Posted { visit, form }: Posted<LocationForm>) -> Answer {
    let me = editing(&visit, Tab::Locations)?;
    let id = id_of(&visit, &id)?;
    let action = format!("/company/profile/locations/{id}");
    let location = LocationInput::from(form);
    let page = location_form(&visit, &action, "company-locations-edit", &location);
    run_form(&visit, me, &Command::EditLocation { id, location }, LOCATIONS, page).await
}

pub(super) async fn ask_location(visit: Visit, Path(id): Path<String>) -> Answer {
    let (id, location) = found_location(&visit, &id).await?;
    let action = format!("/company/profile/locations/{id}/remove");
    Ok(visit.html(&ask(&visit, "company-locations-remove", location.title.to_string(), action, Tab::Locations)))
}

pub(super) async fn remove_location(Path(id): Path<String>, Posted { visit, .. }: Posted<Nothing>) -> Answer {
    let (id, location) = found_location(&visit, &id).await?;
    let me = editing(&visit, Tab::Locations)?;
    let action = format!("/company/profile/locations/{id}/remove");
    let page = ask(&visit, "company-locations-remove", location.title.to_string(), action, Tab::Locations);
    let done = (LOCATIONS.0, "company-entry-removed");
    run_form(&visit, me, &Command::RemoveLocation { id }, done, page).await
}

// ---------------------------------------------------------------- own solution areas (PROFILE-17)

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct AreaForm {
    title: String,
}

const NEW_AREA: &str = "/company/profile/solution-areas/new";
const AREAS: (&str, &str) = ("/company/profile/qualifications", "company-entry-saved");

fn area_form(visit: &Visit, typed: &str) -> FormPage {
    let w = visit.w;
    form(visit, "company-areas-add", NEW_AREA, Tab::Qualifications)
        .intro(w.t("company-areas-text"))
        .fields(vec![Field::new("text", "title", w.t("field-title")).value(typed)])
}

pub(super) async fn new_area(visit: Visit) -> Answer {
    editing(&visit, Tab::Qualifications)?;
    Ok(visit.html(&area_form(&visit, "")))
}

pub(super) async fn add_area(Posted { visit, form }: Posted<AreaForm>) -> Answer {
    let me = editing(&visit, Tab::Qualifications)?;
    let page = area_form(&visit, &form.title);
    run_form(&visit, me, &Command::AddSolutionArea { title: form.title }, AREAS, page).await
}

async fn area_page(visit: &Visit, id: &str) -> Result<(Id, FormPage), Stop> {
    let id = id_of(visit, id)?;
    let state = visit.room::<State>(editing(visit, Tab::Qualifications)?).await?;
    let title = state.solution_areas().get(&id).map(ToString::to_string);
    let title = title.ok_or_else(|| visit.with_status(StatusCode::NOT_FOUND))?;
    let action = format!("/company/profile/solution-areas/{id}/remove");
    Ok((id, ask(visit, "company-areas-remove", title, action, Tab::Qualifications)))
}

pub(super) async fn ask_area(visit: Visit, Path(id): Path<String>) -> Answer {
    let (_, page) = area_page(&visit, &id).await?;
    Ok(visit.html(&page))
}

pub(super) async fn remove_area(Path(id): Path<String>, Posted { visit, .. }: Posted<Nothing>) -> Answer {
    let (id, page) = area_page(&visit, &id).await?;
    let me = editing(&visit, Tab::Qualifications)?;
    let done = (AREAS.0, "company-entry-removed");
    run_form(&visit, me, &Command::RemoveSolutionArea { id }, done, page).await
}

// ---------------------------------------------------------------- words beside what is validated (PROFILE-16, PROFILE-19)

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct WordsForm {
    words: String,
}

/// The form with the words of a record, typed or recorded; and where its list is.
async fn words_page(visit: &Visit, id: &str, typed: Option<&str>) -> Result<(Id, Tab, FormPage), Stop> {
    let id = id_of(visit, id)?;
    let missing = || visit.with_status(StatusCode::NOT_FOUND);
    let me = visit.opening(super::PROFILE)?;
    let state = visit.room::<State>(me).await?;
    let record = state.records().get(&id).ok_or_else(missing)?;
    let tab = record.kind.tab().ok_or_else(missing)?;
    editing(visit, tab)?;
    let w = visit.w;
    let words = typed.map_or_else(|| text(record.words.as_ref()), str::to_owned);
    let field = Field::new("area", "words", w.t("company-words")).hint(w.t("company-words-hint")).value(words);
    let page = form(visit, "company-words-edit", &format!("/company/profile/words/{id}"), tab)
        .fact(w.t("field-title"), record.title.to_string())
        .fact(w.t("company-as-validated"), record.description.to_string())
        .fields(vec![field.most(TEXT_MOST).optional(w)]);
    Ok((id, tab, page))
}

pub(super) async fn words_of(visit: Visit, Path(id): Path<String>) -> Answer {
    let (_, _, page) = words_page(&visit, &id, None).await?;
    Ok(visit.html(&page))
}

pub(super) async fn describe(Path(id): Path<String>, Posted { visit, form }: Posted<WordsForm>) -> Answer {
    let (id, tab, page) = words_page(&visit, &id, Some(&form.words)).await?;
    let me = editing(&visit, tab)?;
    let command = Command::DescribeRecord { id, words: form.words };
    run_form(&visit, me, &command, (&address(tab), "company-entry-saved"), page).await
}
