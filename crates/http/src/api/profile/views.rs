//! The company profile as the API shows it.

use guildhall_core::account::Account;
use guildhall_core::profile::{self, ListedRecord, Listing, RecordStatus};
use guildhall_core::program::{Choice, Program, Tab};
use guildhall_core::{Id, access::Standing};
use serde::Serialize;
use utoipa::ToSchema;

/// The profile as the caller sees it. What stands on a tab that they do not see is empty.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Profile {
    /// The tabs that the caller sees.
    tabs: Vec<TabView>,
    /// The ids of the types of customers served.
    customers: Vec<String>,
    /// Products and services.
    products: Vec<ProductView>,
    /// Where the company is.
    locations: Vec<LocationView>,
    /// Its own solution areas.
    solution_areas: Vec<SolutionAreaView>,
    /// What the programme found it qualified for.
    qualifications: Vec<QualificationView>,
    /// The first words of the public entry.
    summary: Option<String>,
    /// Whether the company wants its entry to be public.
    published: bool,
    /// Offerings, case studies and so on, of the kinds that the caller may read.
    records: Vec<RecordView>,
    /// The ids of the paths that products and services point to and that the company does not take yet.
    recommended_paths: Vec<String>,
    /// Whom to ask about what.
    contacts: Vec<ContactsView>,
    /// What fields may hold.
    choices: Choices,
}

/// A tab.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TabView {
    /// Its id.
    id: &'static str,
    /// What people read.
    title: String,
    /// Whether the caller may edit it.
    editable: bool,
}

/// A product or service.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProductView {
    /// Its id.
    id: String,
    /// The id of its type.
    kind: String,
    /// Its name.
    title: String,
    /// What it does.
    description: Option<String>,
}

/// A location.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LocationView {
    /// Its id.
    id: String,
    /// What the company calls it.
    title: String,
    /// Street and number.
    street: Option<String>,
    /// The city.
    city: String,
    /// The country or region.
    country: String,
}

/// A solution area.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SolutionAreaView {
    /// Its id.
    id: String,
    /// Its name.
    title: String,
}

/// A qualification.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct QualificationView {
    /// Its id.
    id: String,
    /// The id of its kind.
    kind: String,
    /// Its name.
    title: String,
}

/// An offering, a case study and so on.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RecordView {
    /// Its id.
    id: String,
    /// What it is.
    kind: &'static str,
    /// Its title.
    title: String,
    /// What there is to say.
    description: String,
    /// `draft`, `submitted`, `validated` or `declined`.
    status: &'static str,
    /// Words for the public entry beside what was validated.
    words: Option<String>,
}

/// Whom to ask about a subject.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ContactsView {
    /// The id of the subject.
    subject: String,
    /// What people read.
    title: String,
    /// The people.
    people: Vec<ContactView>,
}

/// A person to ask.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ContactView {
    /// Their id.
    id: String,
    /// Their name.
    name: String,
    /// Their address.
    email: String,
}

/// What fields may hold.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Choices {
    /// The types of customers.
    customer_types: Vec<ChoiceView>,
    /// The types of products and services.
    product_types: Vec<ChoiceView>,
    /// The kinds of records that the caller may work on.
    record_kinds: Vec<&'static str>,
}

/// A value to choose.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProfileChoice)]
pub(super) struct ChoiceView {
    /// Its id.
    id: String,
    /// What people read.
    title: String,
}

/// A company's public entry.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct ListingView {
    /// The company's name.
    company: String,
    /// The country of its seat.
    country: String,
    /// Its web address.
    website: Option<String>,
    /// What it says about itself.
    description: Option<String>,
    /// The first words.
    summary: Option<String>,
    /// The titles of the types of customers served.
    customers: Vec<String>,
    /// What it sells.
    products: Vec<ListedProductView>,
    /// Where it is.
    locations: Vec<ListedLocationView>,
    /// What the programme found it qualified for.
    qualifications: Vec<ListedQualificationView>,
    /// Its own solution areas.
    solution_areas: Vec<String>,
    /// Its validated offerings.
    solutions: Vec<ListedRecordView>,
    /// Its validated case studies.
    case_studies: Vec<ListedRecordView>,
}

/// A product or service of the public entry.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ListedProductView {
    /// Its name.
    title: String,
    /// The title of its type.
    kind: String,
    /// What it does.
    description: Option<String>,
}

/// A location of the public entry.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ListedLocationView {
    /// What the company calls it.
    title: String,
    /// Street and number.
    street: Option<String>,
    /// The city.
    city: String,
    /// The country or region.
    country: String,
}

/// A qualification of the public entry.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ListedQualificationView {
    /// The title of its kind.
    kind: String,
    /// Its name.
    title: String,
}

/// A validated offering or case study of the public entry.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ListedRecordView {
    /// Its title.
    title: String,
    /// What was validated.
    description: String,
    /// The company's words beside it.
    words: Option<String>,
}

fn all<'a, T: 'a, V>(rows: impl IntoIterator<Item = (&'a Id, &'a T)>, view: impl Fn(String, &T) -> V) -> Vec<V> {
    rows.into_iter().map(|(id, row)| view(id.to_string(), row)).collect()
}

impl Profile {
    pub(super) fn new(program: &Program, account: &Account, standing: &Standing, state: &profile::State) -> Self {
        let tabs = profile::tabs(program, standing);
        let sees = |tab: Tab| tabs.iter().any(|view| view.row.tab == tab);
        let readable = profile::readable_kinds(program, standing);
        let mut records = all(state.records(), record);
        records.retain(|r| readable.iter().any(|kind| kind.id() == r.kind));
        Self {
            customers: if sees(Tab::Company) { state.customers().iter().cloned().collect() } else { Vec::new() },
            products: if sees(Tab::Products) { all(state.products(), product) } else { Vec::new() },
            locations: if sees(Tab::Locations) { all(state.locations(), location) } else { Vec::new() },
            solution_areas: if sees(Tab::Qualifications) { all(state.solution_areas(), area) } else { Vec::new() },
            qualifications: if sees(Tab::Qualifications) {
                all(state.qualifications(), qualification)
            } else {
                Vec::new()
            },
            summary: state.summary().filter(|_| !tabs.is_empty()).map(ToString::to_string),
            published: state.wants_listing(),
            records,
            recommended_paths: profile::recommended_paths(program, account, state)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            contacts: profile::contacts(program, account).iter().map(contacts).collect(),
            choices: Choices::new(program, standing),
            tabs: tabs.iter().map(tab).collect(),
        }
    }
}

fn tab(view: &profile::TabView<'_>) -> TabView {
    TabView { id: view.row.tab.id(), title: view.row.title.clone(), editable: view.editable }
}

fn product(id: String, product: &profile::Product) -> ProductView {
    let description = product.description.as_ref().map(ToString::to_string);
    ProductView { id, kind: product.kind.clone(), title: product.title.to_string(), description }
}

fn location(id: String, location: &profile::Location) -> LocationView {
    let profile::Location { title, street, city, country } = location;
    let street = street.as_ref().map(ToString::to_string);
    LocationView { id, title: title.to_string(), street, city: city.to_string(), country: country.to_string() }
}

fn area(id: String, title: &guildhall_core::text::Field) -> SolutionAreaView {
    SolutionAreaView { id, title: title.to_string() }
}

fn qualification(id: String, qualification: &profile::Qualification) -> QualificationView {
    QualificationView { id, kind: qualification.kind.clone(), title: qualification.title.to_string() }
}

fn record(id: String, record: &profile::Record) -> RecordView {
    let status = match record.status {
        RecordStatus::Draft => "draft",
        RecordStatus::Submitted => "submitted",
        RecordStatus::Validated => "validated",
        RecordStatus::Declined => "declined",
    };
    RecordView {
        id,
        kind: record.kind.id(),
        title: record.title.to_string(),
        description: record.description.to_string(),
        status,
        words: record.words.as_ref().map(ToString::to_string),
    }
}

fn contacts(contacts: &profile::Contacts<'_>) -> ContactsView {
    let person = |(id, member): &(Id, &guildhall_core::account::Member)| ContactView {
        id: id.to_string(),
        name: member.name.to_string(),
        email: member.email.to_string(),
    };
    ContactsView {
        subject: contacts.row.name.clone(),
        title: contacts.row.title.clone(),
        people: contacts.people.iter().map(person).collect(),
    }
}

impl Choices {
    fn new(program: &Program, standing: &Standing) -> Self {
        let rules = program.profile();
        let choice = |c: &Choice| ChoiceView { id: c.name.clone(), title: c.title.clone() };
        let kinds = profile::RecordKind::ALL.into_iter().filter(|kind| profile::may_work_on(program, standing, *kind));
        Self {
            customer_types: rules.customer_types.iter().map(choice).collect(),
            product_types: rules
                .product_types
                .iter()
                .map(|t| ChoiceView { id: t.name.clone(), title: t.title.clone() })
                .collect(),
            record_kinds: kinds.map(profile::RecordKind::id).collect(),
        }
    }
}

impl From<Listing> for ListingView {
    fn from(listing: Listing) -> Self {
        let records = |records: Vec<ListedRecord>| {
            let view =
                |r: ListedRecord| ListedRecordView { title: r.title, description: r.description, words: r.words };
            records.into_iter().map(view).collect()
        };
        let product =
            |p: profile::ListedProduct| ListedProductView { title: p.title, kind: p.kind, description: p.description };
        let location = |l: profile::ListedLocation| ListedLocationView {
            title: l.title,
            street: l.street,
            city: l.city,
            country: l.country,
        };
        let qualification = |q: profile::ListedQualification| ListedQualificationView { kind: q.kind, title: q.title };
        Self {
            company: listing.company,
            country: listing.country,
            website: listing.website,
            description: listing.description,
            summary: listing.summary,
            customers: listing.customers,
            products: listing.products.into_iter().map(product).collect(),
            locations: listing.locations.into_iter().map(location).collect(),
            qualifications: listing.qualifications.into_iter().map(qualification).collect(),
            solution_areas: listing.solution_areas,
            solutions: records(listing.solutions),
            case_studies: records(listing.case_studies),
        }
    }
}
