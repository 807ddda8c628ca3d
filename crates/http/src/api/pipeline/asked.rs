//! How lists are asked for: filters, order, and where to go on.

use chrono::{DateTime, NaiveDate, Utc};
use data_encoding::BASE64URL_NOPAD;
use guildhall_core::pipeline::query::{Found, Listed, Owner, Place, Query, Sort};
use guildhall_core::setting::Setting;
use guildhall_core::{Id, pipeline};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::views::{ListView, SummaryView};
use crate::api::caller::{bad_parameter, page_limit};
use crate::api::problem::Problem;

/// How many rows a page has that does not say how many.
const ROWS: u32 = 25;
/// How many it has at most.
const ROWS_MOST: u32 = 100;

/// Declares the words of the life cycle on the wire.
macro_rules! words {
    ($(#[doc = $about:literal])+ $name:ident = $core:ident { $($variant:ident = $text:literal,)+ }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
        pub(in crate::api) enum $name {
            $(#[serde(rename = $text)] $variant,)+
        }

        impl From<$name> for pipeline::$core {
            fn from(from: $name) -> Self {
                match from { $($name::$variant => Self::$variant,)+ }
            }
        }
    };
}

words! {
    /// How far a sale is.
    StageWord = Stage {
        Prospect = "Prospect",
        Qualified = "Qualified",
        TechnicalValidation = "Technical Validation",
        BusinessValidation = "Business Validation",
        Committed = "Committed",
        Launched = "Launched",
        ClosedLost = "Closed Lost",
    }
}

words! {
    /// Where a review stands.
    ReviewWord = ReviewStatus {
        PendingSubmission = "Pending Submission",
        Submitted = "Submitted",
        InReview = "In review",
        Approved = "Approved",
        Rejected = "Rejected",
        ActionRequired = "Action Required",
    }
}

words! {
    /// What became of something that was shared.
    StatusWord = InvitationStatus {
        Pending = "PENDING",
        Accepted = "ACCEPTED",
        Rejected = "REJECTED",
        Expired = "EXPIRED",
    }
}

words! {
    /// Who brought an opportunity.
    OriginWord = Origin {
        AwsReferral = "AWS Referral",
        PartnerReferral = "Partner Referral",
    }
}

/// Which way round a list is.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::api) enum OrderWord {
    /// The smallest, or earliest, first.
    Asc,
    /// The largest, or latest, first.
    Desc,
}

/// What a list of opportunities can be ordered by.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::api) enum OpportunitySort {
    LastModifiedDate,
    CreatedDate,
    Title,
    Customer,
    Stage,
    ReviewStatus,
    TargetCloseDate,
    Owner,
    Region,
}

impl From<OpportunitySort> for Sort {
    fn from(sort: OpportunitySort) -> Self {
        match sort {
            OpportunitySort::LastModifiedDate => Self::LastModifiedDate,
            OpportunitySort::CreatedDate => Self::CreatedDate,
            OpportunitySort::Title => Self::Title,
            OpportunitySort::Customer => Self::Customer,
            OpportunitySort::Stage => Self::Stage,
            OpportunitySort::ReviewStatus => Self::ReviewStatus,
            OpportunitySort::TargetCloseDate => Self::TargetCloseDate,
            OpportunitySort::Owner => Self::Owner,
            OpportunitySort::Region => Self::Region,
        }
    }
}

/// What a list of leads can be ordered by.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::api) enum LeadSort {
    LastModifiedDate,
    CreatedDate,
    Customer,
    Status,
    Owner,
    Region,
}

impl From<LeadSort> for Sort {
    fn from(sort: LeadSort) -> Self {
        match sort {
            LeadSort::LastModifiedDate => Self::LastModifiedDate,
            LeadSort::CreatedDate => Self::CreatedDate,
            LeadSort::Customer => Self::Customer,
            LeadSort::Status => Self::Status,
            LeadSort::Owner => Self::Owner,
            LeadSort::Region => Self::Region,
        }
    }
}

/// Which opportunities, and in which order. A parameter that may stand there several times means any of its values.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in crate::api) struct OpportunitiesAsked {
    /// Every word of it stands in the title, the customer's name, the identifier or the partner's own number.
    #[serde(default)]
    #[param(max_length = 200)]
    text: String,
    /// How far the sale is; may stand there several times.
    #[serde(default)]
    stage: Vec<StageWord>,
    /// Where the review stands; may stand there several times.
    #[serde(default)]
    review_status: Vec<ReviewWord>,
    /// What became of what was shared; may stand there several times.
    #[serde(default)]
    status: Vec<StatusWord>,
    /// Who brought it.
    origin: Option<OriginWord>,
    /// Whose: a person's id, `me`, or `none` for those that nobody owns yet.
    #[param(pattern = "^(me|none|[0-9a-f]{32})$")]
    owner: Option<String>,
    /// The Region.
    #[serde(default)]
    region: String,
    /// Due on this day or later.
    target_close_from: Option<NaiveDate>,
    /// Due on this day or earlier.
    target_close_until: Option<NaiveDate>,
    /// Changed at this moment or later.
    modified_from: Option<DateTime<Utc>>,
    /// Changed before this moment.
    modified_before: Option<DateTime<Utc>>,
    /// What it is ordered by; `last_modified_date` if left out.
    sort: Option<OpportunitySort>,
    /// Which way round; newest first if neither this nor `sort` is given, `asc` otherwise.
    order: Option<OrderWord>,
    /// How many rows a page has; 25 if left out.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// Where to go on: `next_cursor` of the page before, with the other parameters as they were.
    cursor: Option<String>,
}

/// Which leads, and in which order. A parameter that may stand there several times means any of its values.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in crate::api) struct LeadsAsked {
    /// Every word of it stands in the customer's name, the campaign or a contact's name.
    #[serde(default)]
    #[param(max_length = 200)]
    text: String,
    /// What became of it; may stand there several times.
    #[serde(default)]
    status: Vec<StatusWord>,
    /// Whose: a person's id, `me`, or `none` for those that nobody owns yet.
    #[param(pattern = "^(me|none|[0-9a-f]{32})$")]
    owner: Option<String>,
    /// The Region.
    #[serde(default)]
    region: String,
    /// Changed at this moment or later.
    modified_from: Option<DateTime<Utc>>,
    /// Changed before this moment.
    modified_before: Option<DateTime<Utc>>,
    /// What it is ordered by; `last_modified_date` if left out.
    sort: Option<LeadSort>,
    /// Which way round; newest first if neither this nor `sort` is given, `asc` otherwise.
    order: Option<OrderWord>,
    /// How many rows a page has; 25 if left out.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// Where to go on: `next_cursor` of the page before, with the other parameters as they were.
    cursor: Option<String>,
}

/// A list as it was asked for.
#[derive(Debug)]
pub(super) struct Page {
    query: Query,
    limit: usize,
    after: Option<Place>,
}

/// Where to go on, as it stands in a cursor.
#[derive(Serialize, Deserialize)]
struct Mark {
    sort: String,
    descending: bool,
    key: String,
    id: Id,
}

fn owner_of(asked: Option<&str>, me: Id) -> Result<Option<Owner>, Problem> {
    match asked {
        None => Ok(None),
        Some("me") => Ok(Some(Owner::Member(me))),
        Some("none") => Ok(Some(Owner::Nobody)),
        Some(id) => id.parse().map(|id| Some(Owner::Member(id))).map_err(|_| bad_parameter("owner", "not_an_id")),
    }
}

impl Page {
    fn new(query: Query, limit: Option<u32>, cursor: Option<&str>) -> Result<Self, Problem> {
        if query.text.chars().count() > pipeline::query::TEXT_CHARACTERS_MOST {
            return Err(bad_parameter("text", "too_long"));
        }
        let limit = page_limit(limit, ROWS, ROWS_MOST)?;
        let after = match cursor {
            None => None,
            Some(cursor) => {
                let bytes = BASE64URL_NOPAD.decode(cursor.as_bytes()).ok();
                let mark: Option<Mark> = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
                let fits = |m: &Mark| m.sort == query.sort.as_str() && m.descending == query.descending;
                let mark = mark.filter(fits).ok_or_else(|| bad_parameter("cursor", "unknown_value"))?;
                Some(Place { key: mark.key, id: mark.id })
            }
        };
        Ok(Self { query, limit: limit as usize, after })
    }

    pub(super) fn of_opportunities(asked: OpportunitiesAsked, me: Id) -> Result<Self, Problem> {
        let query = Query {
            text: asked.text,
            stages: asked.stage.into_iter().map(Into::into).collect(),
            review_statuses: asked.review_status.into_iter().map(Into::into).collect(),
            statuses: asked.status.into_iter().map(Into::into).collect(),
            origin: asked.origin.map(Into::into),
            owner: owner_of(asked.owner.as_deref(), me)?,
            region: asked.region,
            target_close_from: asked.target_close_from,
            target_close_until: asked.target_close_until,
            modified_from: asked.modified_from,
            modified_before: asked.modified_before,
            descending: descending(asked.order, asked.sort.is_some()),
            sort: asked.sort.map(Into::into).unwrap_or_default(),
        };
        Self::new(query, asked.limit, asked.cursor.as_deref())
    }

    pub(super) fn of_leads(asked: LeadsAsked, me: Id) -> Result<Self, Problem> {
        let query = Query {
            text: asked.text,
            statuses: asked.status.into_iter().map(Into::into).collect(),
            owner: owner_of(asked.owner.as_deref(), me)?,
            region: asked.region,
            modified_from: asked.modified_from,
            modified_before: asked.modified_before,
            descending: descending(asked.order, asked.sort.is_some()),
            sort: asked.sort.map(Into::into).unwrap_or_default(),
            ..Query::default()
        };
        Self::new(query, asked.limit, asked.cursor.as_deref())
    }

    /// The page.
    pub(super) fn show<E: Listed>(&self, setting: &Setting<'_>, entries: &[E]) -> Result<ListView, pipeline::Refusal> {
        let found = self.query.select(setting, entries)?;
        let rest = self.after.as_ref().map_or(found.as_slice(), |place| self.query.behind(&found, place));
        let shown = rest.get(..self.limit.min(rest.len())).unwrap_or_default();
        let more = rest.len() > shown.len();
        let mark = |last: &Found<'_, E>| {
            let mark = Mark {
                sort: self.query.sort.as_str().to_owned(),
                descending: self.query.descending,
                key: last.place.key.clone(),
                id: last.id,
            };
            serde_json::to_vec(&mark).map(|bytes| BASE64URL_NOPAD.encode(&bytes)).unwrap_or_default()
        };
        Ok(ListView {
            entries: shown.iter().map(|found| SummaryView::new(setting, found)).collect(),
            total: found.len(),
            next_cursor: if more { shown.last().map(mark) } else { None },
        })
    }
}

fn descending(order: Option<OrderWord>, sorted: bool) -> bool {
    match order {
        Some(OrderWord::Asc) => false,
        Some(OrderWord::Desc) => true,
        None => !sorted,
    }
}
