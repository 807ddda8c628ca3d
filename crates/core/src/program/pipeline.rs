//! What a programme says about opportunities and leads: the values that their fields may have, and the limits of bulk work.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use toml::Spanned;

use super::build::Check;

/// The most values of one list.
const VALUES_MOST: usize = 1000;
/// The most characters of one value.
const VALUE_CHARACTERS_MOST: usize = 255;

/// Declares the lists once: variant, key in the file, and what it holds.
macro_rules! picklists {
    ($($(#[doc = $doc:literal])+ $variant:ident = $key:literal,)+) => {
        /// A list of values that a field of an opportunity or lead may have.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Picklist {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Picklist {
            /// Every list.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its key in a programme.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }
        }
    };
}

picklists! {
    /// Branches of industry.
    Industry = "industry",
    /// Whether the business is new, renewed or grows.
    OpportunityType = "opportunity_type",
    /// What help the partner asks for.
    PrimaryNeed = "primary_need",
    /// How the offering reaches the customer.
    DeliveryModel = "delivery_model",
    /// Kinds of workload.
    CustomerUseCase = "customer_use_case",
    /// Partner programmes that brought the opportunity.
    ApnProgram = "apn_program",
    /// Steps of selling that were done.
    SalesActivity = "sales_activity",
    /// Competitors.
    CompetitorName = "competitor_name",
    /// Why an opportunity was lost.
    ClosedLostReason = "closed_lost_reason",
    /// Whether marketing brought it.
    MarketingSource = "marketing_source",
    /// Kinds of campaign.
    Channel = "channel",
    /// How software is paid for.
    RevenueModel = "revenue_model",
    /// Whose revenue an expected spend is.
    TargetCompany = "target_company",
    /// How often an expected spend comes.
    PaymentFrequency = "payment_frequency",
    /// The unit of a contract's duration.
    ContractTerm = "contract_term",
    /// Regions.
    Region = "region",
    /// Countries.
    CountryCode = "country_code",
    /// Currencies.
    CurrencyCode = "currency_code",
}

/// The limits of a file of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BulkLimits {
    /// How many rows one import, update or transfer may have.
    pub rows_most: u32,
    /// How many bytes a file may have.
    pub bytes_most: u32,
    /// How many columns a file may have.
    pub columns_most: u32,
    /// How many characters a field of a file may have.
    pub field_characters_most: u32,
    /// How many rows an export or report may have.
    pub export_rows_most: u32,
}

impl Default for BulkLimits {
    fn default() -> Self {
        Self {
            rows_most: 500,
            bytes_most: 2_000_000,
            columns_most: 300,
            field_characters_most: 4000,
            export_rows_most: 10_000,
        }
    }
}

/// What a programme says about opportunities and leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PipelineRules {
    manager_role: Option<String>,
    user_role: Option<String>,
    bulk: BulkLimits,
    picklists: BTreeMap<Picklist, Vec<String>>,
}

impl PipelineRules {
    /// The role that oversees everything, and the one that is enough for the own entries (ROLE-69).
    #[must_use]
    pub fn narrower_role(&self) -> Option<(&str, &str)> {
        self.manager_role.as_deref().zip(self.user_role.as_deref())
    }

    /// The limits of bulk work.
    #[must_use]
    pub fn bulk(&self) -> &BulkLimits {
        &self.bulk
    }

    /// The values of a list; empty where the programme takes any.
    #[must_use]
    pub fn values(&self, list: Picklist) -> &[String] {
        self.picklists.get(&list).map_or(&[], Vec::as_slice)
    }

    /// The value of a list that `text` means, whatever its case; any text where the programme has no such list.
    #[must_use]
    pub fn pick<'a>(&'a self, list: Picklist, text: &'a str) -> Option<&'a str> {
        let values = self.values(list);
        if values.is_empty() {
            return Some(text);
        }
        let exact = values.iter().find(|v| v.as_str() == text);
        exact.or_else(|| values.iter().find(|v| v.eq_ignore_ascii_case(text))).map(String::as_str)
    }
}

/// The section as the file says it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawPipeline {
    manager_role: Option<Spanned<String>>,
    user_role: Option<Spanned<String>>,
    bulk: Option<Spanned<BulkLimits>>,
    picklist: BTreeMap<String, Spanned<Vec<String>>>,
}

/// Checks the section.
pub(super) fn pipeline(raw: RawPipeline, role_names: &[String], check: &mut Check<'_>) -> PipelineRules {
    let mut role = |name: Option<Spanned<String>>| {
        name.filter(|name| check.index("role", role_names, name).is_some()).map(Spanned::into_inner)
    };
    let (manager_role, user_role) = (role(raw.manager_role), role(raw.user_role));
    let place = raw.bulk.as_ref().map_or(0..0, Spanned::span);
    let bulk = raw.bulk.map(Spanned::into_inner).unwrap_or_default();
    let limits = [
        ("rows_most", bulk.rows_most, 10_000),
        ("bytes_most", bulk.bytes_most, 50_000_000),
        ("columns_most", bulk.columns_most, 1000),
        ("field_characters_most", bulk.field_characters_most, 100_000),
        ("export_rows_most", bulk.export_rows_most, 100_000),
    ];
    for (name, _, most) in limits.iter().filter(|(_, n, most)| !(1..=*most).contains(n)) {
        check.fault(place.clone(), "limit", format!("pipeline.bulk.{name} is a number from 1 to {most}"));
    }
    let mut picklists = BTreeMap::new();
    for (key, values) in raw.picklist {
        let place = values.span();
        let Some(list) = Picklist::ALL.iter().copied().find(|list| list.key() == key) else {
            check.fault(place, "unknown_name", format!("the engine knows no list of values {key:?}"));
            continue;
        };
        let values = values.into_inner();
        if values.is_empty() || values.len() > VALUES_MOST {
            check.fault(place.clone(), "picklist_length", format!("a list has from 1 to {VALUES_MOST} values"));
        }
        let mut seen = BTreeSet::new();
        for value in &values {
            if !seen.insert(value.to_lowercase()) {
                check.fault(place.clone(), "value_twice", format!("the list {key:?} has {value:?} twice"));
            }
            if !is_value(value) {
                check.fault(place.clone(), "value_form", format!("the list {key:?} cannot hold {value:?}"));
            }
        }
        picklists.insert(list, values);
    }
    PipelineRules { manager_role, user_role, bulk, picklists }
}

/// One line without blanks at its ends, and without the mark that parts the values of a cell.
fn is_value(value: &str) -> bool {
    !value.is_empty()
        && value.trim() == value
        && !value.contains(';')
        && !value.chars().any(crate::text::is_deceptive)
        && value.chars().count() <= VALUE_CHARACTERS_MOST
}
