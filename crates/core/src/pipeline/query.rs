//! Lists of entries: narrowed, ordered, and cut into pieces that go on where the last one ended, whatever came or went
//! meanwhile.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::{DateTime, NaiveDate, Utc};

use super::entry::{Entry, list, view};
use super::value::{InvitationStatus, Origin, ReviewStatus, Stage};
use super::{Lead, Opportunity, Refusal};
use crate::Id;
use crate::setting::Setting;
use crate::text::has_words;

/// The most characters of a text to look for.
pub const TEXT_CHARACTERS_MOST: usize = 200;

/// What lists tell of an entry, and what they can be narrowed by.
#[derive(Clone, Debug, Default)]
pub struct Summary<'e> {
    /// What people call it.
    pub title: &'e str,
    /// The customer's company.
    pub customer: &'e str,
    /// How far the sale is; leads have no stage.
    pub stage: Option<Stage>,
    /// Where its review stands; only what a partner brings has one.
    pub review_status: Option<ReviewStatus>,
    /// What became of it, where it was shared.
    pub status: Option<InvitationStatus>,
    /// Who brought it; only opportunities say so.
    pub origin: Option<Origin>,
    /// The Region; empty where it is not known.
    pub region: &'e str,
    /// The day on which it should be done.
    pub target_close_date: Option<NaiveDate>,
    /// When it came to be.
    pub created_at: Option<DateTime<Utc>>,
    /// When it changed last.
    pub last_modified_at: Option<DateTime<Utc>>,
    /// What else a search looks at.
    pub words: Vec<String>,
}

/// An entry that lists can tell of.
pub trait Listed: Entry {
    /// What lists tell of it at `now`.
    fn summary(&self, now: DateTime<Utc>) -> Summary<'_>;

    /// Whether operators see it: what they shared, and what was handed in to them. What a company has not submitted yet is
    /// its own.
    fn is_overseen(&self) -> bool;
}

/// The entry, if whoever asks may see it: members as [`super::view`] says, operators what they oversee.
pub fn show<'e, E: Listed>(setting: &Setting<'_>, entry: &'e E) -> Result<&'e E, Refusal> {
    if setting.operator().is_err() {
        return view(setting, entry);
    }
    if entry.id().is_some() && entry.is_overseen() { Ok(entry) } else { Err(Refusal::EntryMissing) }
}

/// The entries that whoever asks may see: exactly those that [`show`] shows.
fn shown<'e, E: Listed>(
    setting: &Setting<'_>,
    entries: impl IntoIterator<Item = &'e E>,
) -> Result<Vec<&'e E>, Refusal> {
    if setting.operator().is_err() {
        return list(setting, entries);
    }
    Ok(entries.into_iter().filter(|entry| entry.id().is_some() && entry.is_overseen()).collect())
}

impl Listed for Opportunity {
    fn summary(&self, now: DateTime<Utc>) -> Summary<'_> {
        let Some(details) = self.details() else { return Summary::default() };
        let fields = details.fields();
        Summary {
            title: self.title(),
            customer: &fields.customer.account.company_name,
            stage: Some(details.stage()),
            review_status: self.review_status(),
            status: self.share().map(|share| share.status(now)),
            origin: self.origin(),
            region: &fields.region,
            target_close_date: details.target_close_date(),
            created_at: self.created_at(),
            last_modified_at: self.last_modified_at(),
            words: [self.identifier().unwrap_or_default(), fields.partner_opportunity_identifier.clone()].into(),
        }
    }

    fn is_overseen(&self) -> bool {
        self.share().is_some() || self.involvement_type().is_some()
    }
}

impl Listed for Lead {
    fn summary(&self, now: DateTime<Utc>) -> Summary<'_> {
        let Some(details) = self.details() else { return Summary::default() };
        let fields = details.fields();
        let contacts = fields.interactions.iter().map(|i| format!("{} {}", i.contact.first_name, i.contact.last_name));
        Summary {
            title: self.title(),
            customer: &fields.customer.company_name,
            status: self.share().map(|share| share.status(now)),
            region: &fields.region,
            created_at: self.share().map(|share| share.stamp.at),
            last_modified_at: self.last_modified_at(),
            words: core::iter::once(fields.marketing.campaign_name.clone()).chain(contacts).collect(),
            ..Summary::default()
        }
    }

    fn is_overseen(&self) -> bool {
        self.share().is_some()
    }
}

/// Declares the orders of a list, each with the word that asks for it.
macro_rules! sorts {
    ($($(#[$meta:meta])+ $variant:ident = $text:literal,)+) => {
        /// What a list is ordered by. Entries that do not have it stand behind all others.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum Sort {
            $($(#[$meta])+ $variant,)+
        }

        impl Sort {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// The order that a word asks for.
            #[must_use]
            pub fn read(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|sort| sort.as_str() == text)
            }
        }
    };
}

sorts! {
    /// When it changed last.
    #[default]
    LastModifiedDate = "last_modified_date",
    /// When it came to be.
    CreatedDate = "created_date",
    /// What people call it.
    Title = "title",
    /// The customer's company.
    Customer = "customer",
    /// How far the sale is.
    Stage = "stage",
    /// Where its review stands.
    ReviewStatus = "review_status",
    /// What became of what was shared.
    Status = "status",
    /// The day on which it should be done.
    TargetCloseDate = "target_close_date",
    /// The owner's name.
    Owner = "owner",
    /// The Region.
    Region = "region",
}

/// Whose entries a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Those of a member.
    Member(Id),
    /// Those that nobody owns yet.
    Nobody,
}

/// What a list shows, and in which order. Every part that says nothing lets everything through; a list of values lets
/// through what has one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Every word of it stands in the title, the customer's name or another name or number of the entry.
    pub text: String,
    /// The stages.
    pub stages: BTreeSet<Stage>,
    /// Where the review stands.
    pub review_statuses: BTreeSet<ReviewStatus>,
    /// What became of what was shared.
    pub statuses: BTreeSet<InvitationStatus>,
    /// Who brought it.
    pub origin: Option<Origin>,
    /// Whose.
    pub owner: Option<Owner>,
    /// The Region.
    pub region: String,
    /// Due on this day or later.
    pub target_close_from: Option<NaiveDate>,
    /// Due on this day or earlier.
    pub target_close_until: Option<NaiveDate>,
    /// Changed at this moment or later.
    pub modified_from: Option<DateTime<Utc>>,
    /// Changed before this moment.
    pub modified_before: Option<DateTime<Utc>>,
    /// The order.
    pub sort: Sort,
    /// Whether the order is turned round.
    pub descending: bool,
}

/// Where an entry stands in a list: enough to go on behind it, also when it is gone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// What the list is ordered by.
    pub key: String,
    /// The entry, where several have the same key.
    pub id: Id,
}

/// An entry of a list.
#[derive(Clone, Debug)]
pub struct Found<'e, E> {
    /// The entry.
    pub entry: &'e E,
    /// Its id.
    pub id: Id,
    /// What lists tell of it.
    pub summary: Summary<'e>,
    /// Where it stands.
    pub place: Place,
}

impl Query {
    /// The entries that whoever asks may see and that fit, in order.
    pub fn select<'e, E: Listed>(
        &self,
        setting: &Setting<'_>,
        entries: impl IntoIterator<Item = &'e E>,
    ) -> Result<Vec<Found<'e, E>>, Refusal> {
        let wanted: String = self.text.chars().take(TEXT_CHARACTERS_MOST).collect();
        let found = shown(setting, entries)?.into_iter().filter_map(|entry| {
            let (id, summary) = (entry.id()?, entry.summary(setting.moment.at));
            let fits = self.fits(entry.owner(), &summary) && holds(&wanted, &summary);
            let place = Place { key: self.key(setting, entry.owner(), &summary), id };
            fits.then_some(Found { entry, id, summary, place })
        });
        let mut found: Vec<Found<'e, E>> = found.collect();
        found.sort_by(|a, b| self.compare(&a.place, &b.place));
        Ok(found)
    }

    /// The order of the list. Places without a key stand last, whichever way round the others are.
    fn compare(&self, a: &Place, b: &Place) -> Ordering {
        let blank = a.key.is_empty().cmp(&b.key.is_empty());
        let order = if self.descending { b.cmp(a) } else { a.cmp(b) };
        blank.then(order)
    }

    /// The entries that stand behind a place.
    #[must_use]
    pub fn behind<'f, 'e, E>(&self, found: &'f [Found<'e, E>], place: &Place) -> &'f [Found<'e, E>] {
        let begin = found.partition_point(|f| self.compare(&f.place, place) != Ordering::Greater);
        found.get(begin..).unwrap_or_default()
    }

    fn fits(&self, owner: Option<Id>, summary: &Summary<'_>) -> bool {
        let of_owner = match self.owner {
            None => true,
            Some(Owner::Nobody) => owner.is_none(),
            Some(Owner::Member(member)) => owner == Some(member),
        };
        of_owner
            && one_of(&self.stages, summary.stage)
            && one_of(&self.review_statuses, summary.review_status)
            && one_of(&self.statuses, summary.status)
            && self.origin.is_none_or(|origin| summary.origin == Some(origin))
            && (self.region.is_empty() || summary.region == self.region)
            && self.target_close_from.is_none_or(|day| summary.target_close_date.is_some_and(|due| due >= day))
            && self.target_close_until.is_none_or(|day| summary.target_close_date.is_some_and(|due| due <= day))
            && self.modified_from.is_none_or(|at| summary.last_modified_at.is_some_and(|changed| changed >= at))
            && self.modified_before.is_none_or(|at| summary.last_modified_at.is_some_and(|changed| changed < at))
    }

    /// What the entry is ordered by, as a text; empty where it does not have it.
    fn key(&self, setting: &Setting<'_>, owner: Option<Id>, summary: &Summary<'_>) -> String {
        let moment = |at: Option<DateTime<Utc>>| at.map(|at| format!("{:020}", at.timestamp_micros()));
        let rank = |rank: Option<usize>| rank.map(|rank| format!("{rank:02}"));
        match self.sort {
            Sort::LastModifiedDate => moment(summary.last_modified_at).unwrap_or_default(),
            Sort::CreatedDate => moment(summary.created_at).unwrap_or_default(),
            Sort::Title => summary.title.to_lowercase(),
            Sort::Customer => summary.customer.to_lowercase(),
            Sort::Stage => rank(place_in(Stage::ALL, summary.stage)).unwrap_or_default(),
            Sort::ReviewStatus => rank(place_in(ReviewStatus::ALL, summary.review_status)).unwrap_or_default(),
            Sort::Status => rank(place_in(InvitationStatus::ALL, summary.status)).unwrap_or_default(),
            Sort::TargetCloseDate => summary.target_close_date.map(|day| day.to_string()).unwrap_or_default(),
            Sort::Owner => {
                let owner = owner.and_then(|id| setting.account.member(id));
                owner.map(|member| member.name.as_str().to_lowercase()).unwrap_or_default()
            }
            Sort::Region => summary.region.to_string(),
        }
    }
}

fn one_of<T: Ord>(wanted: &BTreeSet<T>, value: Option<T>) -> bool {
    wanted.is_empty() || value.is_some_and(|value| wanted.contains(&value))
}

fn place_in<T: PartialEq>(all: &[T], value: Option<T>) -> Option<usize> {
    value.and_then(|value| all.iter().position(|v| *v == value))
}

/// Whether every word of a query stands somewhere in what the entry is called.
fn holds(wanted: &str, summary: &Summary<'_>) -> bool {
    let called = [summary.title, summary.customer].into_iter();
    has_words(wanted, called.chain(summary.words.iter().map(String::as_str)))
}
