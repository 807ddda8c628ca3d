//! The directory of partners: whom it lists, and how it is kept up to date.
//!
//! INVARIANT (directory): a company stands in the directory exactly while the core gives its public entry
//! ([`profile::listing`]): the step that changes what the entry stands on writes the directory too (PROFILE-11, PROFILE-14).

use guildhall_core::profile::{self, Listing};
use guildhall_core::room::Room as _;
use guildhall_core::text::folded;
use guildhall_core::{Id, Program};

use super::room::RoomDocument;
use super::work::Work;
use super::{Portal, PortalError};
use crate::store::{ListingChange, ListingFilter, ListingRow};

/// The most characters of the first words in a list.
const SUMMARY_MOST: usize = 240;

/// What is asked of the directory.
#[derive(Debug, Clone, Default)]
pub struct PartnersAsked<'a> {
    /// Words that stand in the entry.
    pub text: &'a str,
    /// The country; empty for any.
    pub country: &'a str,
    /// The id of a type of product; empty for any.
    pub product: &'a str,
    /// The id of a type of customers; empty for any.
    pub customer: &'a str,
    /// The title of a qualification, such as a competency; empty for any.
    pub qualification: &'a str,
    /// How many to leave out.
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

/// Entries of the directory, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partners {
    /// How many there are in all.
    pub total: u32,
    /// Those that were asked for.
    pub rows: Vec<ListingRow>,
}

/// A mark as it is kept: one word, whatever its value is.
fn mark(sort: &str, value: &str) -> String {
    let word: String = folded(value).chars().map(|c| if c.is_whitespace() { '_' } else { c }).collect();
    format!("{sort}:{word}")
}

/// The row of a public entry.
fn row(tenant: &str, listing: &Listing, state: &profile::State) -> ListingRow {
    let summary = listing.summary.as_ref().or(listing.description.as_ref()).map_or("", String::as_str);
    let mut words: Vec<&str> = vec![&listing.company, &listing.country, summary];
    words.extend(listing.description.as_deref());
    words.extend(listing.customers.iter().chain(&listing.solution_areas).map(String::as_str));
    for product in &listing.products {
        words.extend([product.title.as_str(), &product.kind]);
        words.extend(product.description.as_deref());
    }
    words.extend(listing.locations.iter().flat_map(|l| [l.city.as_str(), &l.country]));
    words.extend(listing.qualifications.iter().flat_map(|q| [q.title.as_str(), &q.kind]));
    for record in listing.solutions.iter().chain(&listing.case_studies) {
        words.extend([record.title.as_str(), &record.description]);
        words.extend(record.words.as_deref());
    }
    let products = state.products().values().map(|product| mark("product", &product.kind));
    let customers = state.customers().iter().map(|customer| mark("customer", customer));
    let qualifications = state.qualifications().values().map(|q| mark("qualification", q.title.as_str()));
    let marks: Vec<String> = products.chain(customers).chain(qualifications).map(|mark| format!("{mark} ")).collect();
    ListingRow {
        tenant: tenant.to_owned(),
        name: listing.company.clone(),
        name_key: folded(&listing.company),
        country: listing.country.clone(),
        summary: shortened(summary),
        words: folded(&words.join("\n")),
        marks: format!(" {}", marks.concat()),
    }
}

/// The beginning of a text, to the end of a word.
fn shortened(text: &str) -> String {
    if text.chars().count() <= SUMMARY_MOST {
        return text.to_owned();
    }
    let head: String = text.chars().take(SUMMARY_MOST).collect();
    let cut = head.rfind(char::is_whitespace).unwrap_or(head.len());
    format!("{}\u{2026}", head.get(..cut).unwrap_or(&head))
}

/// What becomes of a company's entry.
pub(super) fn change(
    program: &Program,
    account: &guildhall_core::account::Account,
    state: &profile::State,
    tenant: &str,
) -> ListingChange {
    let listing = profile::listing(program, account, state);
    listing.map_or(ListingChange::Drop, |listing| ListingChange::Put(row(tenant, &listing, state)))
}

impl Portal {
    /// The directory of partners; everybody may read it.
    pub async fn partners(&self, asked: &PartnersAsked<'_>) -> Result<Partners, PortalError> {
        let marks = [("product", asked.product), ("customer", asked.customer), ("qualification", asked.qualification)];
        let filter = ListingFilter {
            words: folded(asked.text).split_whitespace().map(str::to_owned).collect(),
            country: asked.country.to_owned(),
            marks: marks.iter().filter(|(_, value)| !value.is_empty()).map(|(sort, value)| mark(sort, value)).collect(),
        };
        let (total, rows) = self.services.store.listings(&filter, asked.offset, asked.limit).await?;
        Ok(Partners { total, rows })
    }

    /// The countries of the companies in the directory.
    pub async fn partner_countries(&self) -> Result<Vec<String>, PortalError> {
        Ok(self.services.store.listing_countries().await?)
    }

    /// A company's public entry; `None` where there is none.
    pub async fn partner(&self, tenant: Id) -> Result<Option<Listing>, PortalError> {
        let Some(loaded) = self.load(tenant).await? else { return Ok(None) };
        let (state, _) = self.load_room::<profile::State>(tenant, &tenant.to_string()).await?;
        Ok(profile::listing(self.program(), &loaded.account, &state))
    }
}

impl Work<'_> {
    /// Looks what the step makes of the company's entry in the directory. To be asked once, when nothing else is to come.
    pub(super) async fn list(&mut self) -> Result<(), PortalError> {
        let written = self.written(profile::State::KIND);
        let state = match (written, self.moves_listing()) {
            (Some(body), _) => serde_json::from_str(body)
                .map_err(|error| PortalError::Machine(format!("a profile cannot be read: {error}")))?,
            (None, true) => {
                let id = self.tenant().map(|tenant| tenant.to_string()).unwrap_or_default();
                let room: RoomDocument<profile::State> = self.room(&id).await?;
                if self.tenant().is_some() {
                    self.stand_on(&room);
                }
                room.state
            }
            (None, false) => return Ok(()),
        };
        self.enter(state);
        Ok(())
    }
}
