//! How things were: a company's log, and its account at a moment.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::{Account, Recorded};
use guildhall_core::review::as_of;

use crate::context::Desk;
use crate::failure::Failure;

/// The moment that a question is about.
#[derive(Clone, Copy, Debug, Default, Args)]
pub(crate) struct AsOf {
    /// As things were at this moment, as in 2026-03-01T00:00:00Z; as they are without it
    #[arg(long = "as-of", alias = "at", value_name = "TIME")]
    pub(crate) moment: Option<DateTime<Utc>>,
}

impl AsOf {
    /// The account at the moment; `now` is how it stands.
    pub(crate) fn of<'d>(self, desk: &Desk, tenant: Id, now: &'d Account) -> Result<Cow<'d, Account>, Failure> {
        let Some(moment) = self.moment else { return Ok(Cow::Borrowed(now)) };
        let account = as_of(&log(desk, tenant), moment);
        if account.tenant().is_none() {
            let message = format!("{} was not registered at {moment}", now.company_name());
            return Err(Failure::missing("company_missing", message).hint("`guildhall events` tells since when it is"));
        }
        Ok(Cow::Owned(account))
    }
}

/// What happened in the account of a company; what people may do comes from nothing else.
pub(crate) fn log(desk: &Desk, tenant: Id) -> Vec<Recorded> {
    let records = desk.journal.of_company(tenant);
    records.filter_map(|record| Some(record.recorded(record.event.in_account()?.clone()))).collect()
}
