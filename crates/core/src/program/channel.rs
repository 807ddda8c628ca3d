//! The channel as a programme lays it out: how much a company may report.

use serde::Deserialize;
use toml::Spanned;

use super::build::Check;

/// The rules of the channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChannelRules {
    /// How many program management accounts a company may have open.
    pub accounts_most: u32,
    /// How many end users a company may report, those whose resale ended among them.
    pub end_users_most: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawChannel {
    accounts_most: Spanned<u32>,
    end_users_most: Spanned<u32>,
}

impl Default for RawChannel {
    fn default() -> Self {
        Self { accounts_most: Spanned::new(0..0, 200), end_users_most: Spanned::new(0..0, 5000) }
    }
}

pub(super) fn build(raw: &RawChannel, check: &mut Check<'_>) -> ChannelRules {
    let mut limit = |name: &str, value: &Spanned<u32>, most: u32| {
        if !(1..=most).contains(value.get_ref()) {
            check.fault(value.span(), "limit", alloc::format!("channel.{name} is a number from 1 to {most}"));
        }
        *value.get_ref()
    };
    ChannelRules {
        accounts_most: limit("accounts_most", &raw.accounts_most, 1000),
        end_users_most: limit("end_users_most", &raw.end_users_most, 20_000),
    }
}
