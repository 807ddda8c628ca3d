//! Reports for those who may download them: the pipeline with its sums (ACE-9), and leads and campaigns by Region and kind
//! of campaign (ROLE-39).

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::check::cents;
use super::entry::{Entry, list};
use super::value::{InvitationStatus, ReviewStatus, Stage};
use super::{Lead, Opportunity, Refusal};
use crate::setting::Setting;
use crate::sheet::Sheet;
use crate::{Id, Permission};

/// How many opportunities stand somewhere, and what is expected of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Total {
    /// How many.
    pub opportunities: usize,
    /// The expected spend a month, by currency, as amounts.
    pub monthly: BTreeMap<String, String>,
}

/// The pipeline in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PipelineReport {
    /// How many opportunities there are.
    pub opportunities: usize,
    /// By stage; stages without any are left out.
    pub by_stage: BTreeMap<Stage, Total>,
    /// By where the review stands; shared ones have none and are left out.
    pub by_review_status: BTreeMap<ReviewStatus, usize>,
    /// By owner; `None` where nobody owns it yet.
    pub by_owner: Vec<(Option<Id>, usize)>,
}

/// One row of the report by Region and kind of campaign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FunnelRow {
    /// The Region; empty where it is not known.
    pub region: String,
    /// The kind of campaign; empty where no campaign is known. A campaign of several kinds counts at each.
    pub channel: String,
    /// How many leads.
    pub leads: usize,
    /// How many of them were accepted.
    pub accepted: usize,
    /// How many campaigns brought them.
    pub campaigns: usize,
}

/// Leads and campaigns by Region and kind of campaign.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Funnel {
    /// How many leads there are, each counted once.
    pub leads: usize,
    /// How many campaigns, each counted once.
    pub campaigns: usize,
    /// The rows, by Region and kind.
    pub rows: Vec<FunnelRow>,
}

/// Only what may be seen is counted, and no more than one report may hold.
fn reported<'e, E: Entry>(
    setting: &Setting<'_>,
    entries: impl IntoIterator<Item = &'e E>,
) -> Result<Vec<&'e E>, Refusal> {
    setting.permitted(&[Permission::DownloadPipelineReports])?;
    let entries = list(setting, entries)?;
    let most = setting.program.pipeline().bulk().export_rows_most;
    if entries.len() > most as usize { Err(Refusal::TooManyRows { most }) } else { Ok(entries) }
}

/// The pipeline in numbers (ACE-9).
pub fn pipeline<'e>(
    setting: &Setting<'_>,
    entries: impl IntoIterator<Item = &'e Opportunity>,
) -> Result<PipelineReport, Refusal> {
    let entries = reported(setting, entries)?;
    let mut sums: BTreeMap<Stage, BTreeMap<String, u128>> = BTreeMap::new();
    let mut owners: BTreeMap<Option<Id>, usize> = BTreeMap::new();
    let mut report = PipelineReport { opportunities: entries.len(), ..PipelineReport::default() };
    for opportunity in entries {
        *owners.entry(opportunity.owner()).or_default() += 1;
        if let Some(status) = opportunity.review_status() {
            *report.by_review_status.entry(status).or_default() += 1;
        }
        let Some(details) = opportunity.details() else { continue };
        report.by_stage.entry(details.stage()).or_default().opportunities += 1;
        let sums = sums.entry(details.stage()).or_default();
        for (currency, amount) in monthly(opportunity) {
            let sum = sums.entry(currency).or_default();
            *sum = sum.saturating_add(amount);
        }
    }
    for (stage, sums) in sums {
        let amounts = sums.into_iter().map(|(currency, sum)| (currency, amount(sum)));
        report.by_stage.entry(stage).or_default().monthly = amounts.collect();
    }
    report.by_owner = owners.into_iter().collect();
    Ok(report)
}

/// The expected spend a month of one opportunity, in hundredths by currency.
fn monthly(opportunity: &Opportunity) -> BTreeMap<String, u128> {
    let mut sums: BTreeMap<String, u128> = BTreeMap::new();
    let spends = opportunity.details().map(|d| d.fields().project.expected_customer_spend.as_slice());
    for spend in spends.unwrap_or_default().iter().filter(|spend| spend.frequency == "Monthly") {
        let sum = sums.entry(spend.currency_code.clone()).or_default();
        *sum = sum.saturating_add(cents(&spend.amount).unwrap_or_default());
    }
    sums
}

fn amount(cents: u128) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// The pipeline as a file, a row for each opportunity (ACE-9).
pub fn download<'e>(
    setting: &Setting<'_>,
    entries: impl IntoIterator<Item = &'e Opportunity>,
) -> Result<String, Refusal> {
    let entries = reported(setting, entries)?;
    let mut sheet = Sheet::new();
    let headings = [
        "identifier",
        "owner_name",
        "owner",
        "customer.account.company_name",
        "project.title",
        "life_cycle.stage",
        "life_cycle.review_status",
        "life_cycle.target_close_date",
        "region",
        "expected_monthly_spend",
        "currency_code",
        "origin",
        "created_date",
        "last_modified_date",
    ];
    headings.iter().for_each(|heading| sheet.cell(heading));
    sheet.end_row();
    for opportunity in entries {
        let Some(details) = opportunity.details() else { continue };
        let fields = details.fields();
        let owner = opportunity.owner().and_then(|id| setting.account.member(id));
        // Amounts of several currencies cannot be one number; they stand side by side.
        let sums = monthly(opportunity);
        let amounts: Vec<String> = sums.values().map(|sum| amount(*sum)).collect();
        let currencies: Vec<&str> = sums.keys().map(String::as_str).collect();
        let cells = [
            opportunity.identifier().unwrap_or_default(),
            owner.map(|m| m.name.to_string()).unwrap_or_default(),
            owner.map(|m| m.email.to_string()).unwrap_or_default(),
            fields.customer.account.company_name.clone(),
            fields.project.title.clone(),
            details.stage().to_string(),
            opportunity.review_status().map(|s| s.to_string()).unwrap_or_default(),
            fields.life_cycle.target_close_date.clone(),
            fields.region.clone(),
            amounts.join("; "),
            currencies.join("; "),
            opportunity.origin().map(|o| o.to_string()).unwrap_or_default(),
            opportunity.created_at().map(|at| at.to_rfc3339()).unwrap_or_default(),
            opportunity.last_modified_at().map(|at| at.to_rfc3339()).unwrap_or_default(),
        ];
        cells.iter().for_each(|cell| sheet.cell(cell));
        sheet.end_row();
    }
    Ok(sheet.finish())
}

/// Leads and campaigns by Region and kind of campaign (ROLE-39).
pub fn funnel<'e>(setting: &Setting<'_>, leads: impl IntoIterator<Item = &'e Lead>) -> Result<Funnel, Refusal> {
    let leads = reported(setting, leads)?;
    #[derive(Default)]
    struct Cell<'a> {
        leads: usize,
        accepted: usize,
        campaigns: BTreeSet<&'a str>,
    }
    let mut cells: BTreeMap<(&str, &str), Cell<'_>> = BTreeMap::new();
    let mut campaigns = BTreeSet::new();
    let total = leads.len();
    for lead in leads {
        let Some(details) = lead.details() else { continue };
        let (fields, marketing) = (details.fields(), &details.fields().marketing);
        let accepted = lead.share().is_some_and(|s| s.status(setting.moment.at) == InvitationStatus::Accepted);
        let campaign = Some(marketing.campaign_name.as_str()).filter(|name| !name.is_empty());
        campaigns.extend(campaign);
        let channels: Vec<&str> = match marketing.channels.as_slice() {
            [] => [""].into(),
            channels => channels.iter().map(String::as_str).collect(),
        };
        for channel in channels {
            let cell = cells.entry((fields.region.as_str(), channel)).or_default();
            cell.leads += 1;
            cell.accepted += usize::from(accepted);
            cell.campaigns.extend(campaign);
        }
    }
    let rows = cells.into_iter().map(|((region, channel), cell)| FunnelRow {
        region: region.to_string(),
        channel: channel.to_string(),
        leads: cell.leads,
        accepted: cell.accepted,
        campaigns: cell.campaigns.len(),
    });
    Ok(Funnel { leads: total, campaigns: campaigns.len(), rows: rows.collect() })
}
