//! What people see of the channel: its three tabs (MENU-44).

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::decide::gate;
use super::{EndUser, ManagementAccount, Refusal, State, Statement};
use crate::Id;
use crate::setting::Setting;

/// An account as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AccountView {
    /// Its id.
    pub id: Id,
    /// What it is.
    #[serde(flatten)]
    pub account: ManagementAccount,
    /// To how many end users the resale goes on.
    pub end_users: usize,
}

/// An end user as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndUserView {
    /// Its id.
    pub id: Id,
    /// What was reported.
    #[serde(flatten)]
    pub end_user: EndUser,
    /// What the company calls the account that manages the resale.
    pub account_title: String,
}

/// A statement as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatementView {
    /// Its id.
    pub id: Id,
    /// What it says.
    #[serde(flatten)]
    pub statement: Statement,
    /// How much the resale grew, in tenths of a percent.
    pub growth_permille: Option<i64>,
}

/// The channel of a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Overview {
    /// The accounts, those that are used first, by name.
    pub accounts: Vec<AccountView>,
    /// The end users, those to whom the resale goes on first, by name.
    pub end_users: Vec<EndUserView>,
    /// The statements, newest first.
    pub statements: Vec<StatementView>,
}

/// The channel, for those who work in it, and for operators.
pub fn overview(setting: &Setting<'_>, state: &State) -> Result<Overview, Refusal> {
    if setting.operator().is_err() {
        gate(setting)?;
    }
    let title = |id: &Id| state.accounts.get(id).map(|a| String::from(a.title.as_str())).unwrap_or_default();
    let mut accounts: Vec<AccountView> = state
        .accounts
        .iter()
        .map(|(id, account)| AccountView { id: *id, account: account.clone(), end_users: state.active_end_users(*id) })
        .collect();
    let mut end_users: Vec<EndUserView> = state
        .end_users
        .iter()
        .map(|(id, end_user)| EndUserView {
            id: *id,
            account_title: title(&end_user.account),
            end_user: end_user.clone(),
        })
        .collect();
    let mut statements: Vec<StatementView> = state
        .statements
        .iter()
        .map(|(id, statement)| StatementView {
            id: *id,
            growth_permille: statement.growth_permille(),
            statement: statement.clone(),
        })
        .collect();
    accounts.sort_by(|a, b| {
        (a.account.closed_on.is_some(), &a.account.title, a.id).cmp(&(
            b.account.closed_on.is_some(),
            &b.account.title,
            b.id,
        ))
    });
    end_users.sort_by(|a, b| {
        (a.end_user.ended_on.is_some(), &a.end_user.company, a.id).cmp(&(
            b.end_user.ended_on.is_some(),
            &b.end_user.company,
            b.id,
        ))
    });
    statements.sort_by_key(|view| core::cmp::Reverse((view.statement.quarter, view.id)));
    Ok(Overview { accounts, end_users, statements })
}
