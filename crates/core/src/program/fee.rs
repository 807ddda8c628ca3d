//! The yearly fee of a programme: how much, from which stage, how long there is to pay, and which taxes may come on top.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use toml::Spanned;

use super::StageId;
use super::build::Check;
use super::tasks::Known;

/// A tax that comes on top of the fee in a country (FEE-10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxRow {
    /// The country, as companies write it.
    pub country: String,
    /// What people read on the bill.
    pub title: String,
    /// The rate in hundredths of a percent.
    pub basis_points: u32,
}

/// The rules of the fee.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeeRules {
    /// From this stage on, on any path, the fee is due every year; without one it never is (C-058).
    pub billed_from: Option<StageId>,
    /// The fee of a year in the smallest unit of the currency.
    pub amount_minor: u64,
    /// The currency.
    pub currency: String,
    /// Days to pay before a company is at risk (FEE-4).
    pub days: u32,
    /// Where bills are paid (FEE-1).
    pub console: String,
    /// The taxes.
    pub taxes: Vec<TaxRow>,
}

impl FeeRules {
    /// The tax of a country, if it has one.
    #[must_use]
    pub fn tax(&self, country: &str) -> Option<&TaxRow> {
        self.taxes.iter().find(|t| t.country.eq_ignore_ascii_case(country.trim()))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFee {
    billed_from: Spanned<String>,
    amount_minor: Spanned<u64>,
    currency: Spanned<String>,
    #[serde(default = "ninety")]
    days: Spanned<u32>,
    #[serde(default)]
    console: Option<Spanned<String>>,
    #[serde(default)]
    tax: Vec<RawTax>,
}

fn ninety() -> Spanned<u32> {
    Spanned::new(0..0, 90)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTax {
    country: Spanned<String>,
    title: String,
    basis_points: Spanned<u32>,
}

/// Whether a text is a currency's code as ISO 4217 writes it.
pub(crate) fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

pub(super) fn build(raw: Option<RawFee>, known: &Known<'_>, check: &mut Check<'_>) -> FeeRules {
    let Some(raw) = raw else { return FeeRules::default() };
    let billed_from = check.index("stage", known.stages, &raw.billed_from).map(StageId);
    if !(1..=1_000_000_000_000).contains(raw.amount_minor.get_ref()) {
        check.fault(raw.amount_minor.span(), "limit", "fee.amount_minor is a number from 1 to 10^12");
    }
    let currency = raw.currency.get_ref();
    if !is_currency(currency) {
        check.fault(raw.currency.span(), "currency", "a currency is three capital letters");
    }
    if !(1..=3660).contains(raw.days.get_ref()) {
        check.fault(raw.days.span(), "limit", "fee.days is a number from 1 to 3660");
    }
    if let Some(console) = &raw.console {
        check.web_address("fee.console", console);
    }
    let mut taxes: Vec<TaxRow> = Vec::new();
    for row in raw.tax {
        if *row.basis_points.get_ref() > 10_000 {
            check.fault(row.basis_points.span(), "limit", "a tax is at most 10000 hundredths of a percent");
        }
        if taxes.iter().any(|t| t.country.eq_ignore_ascii_case(row.country.get_ref())) {
            check.fault(row.country.span(), "id_twice", "a country has one tax");
        }
        let country = row.country.into_inner();
        taxes.push(TaxRow { country, title: row.title, basis_points: row.basis_points.into_inner() });
    }
    FeeRules {
        billed_from,
        amount_minor: *raw.amount_minor.get_ref(),
        currency: raw.currency.into_inner(),
        days: *raw.days.get_ref(),
        console: raw.console.map(Spanned::into_inner).unwrap_or_default(),
        taxes,
    }
}
