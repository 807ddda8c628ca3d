//! `guildhall linking show`: the link at a glance.

use guildhall_core::Permission;
use guildhall_core::linking::{HomeAction, State, overview};
use serde::Serialize;

use crate::commands::room::{Who, ask, email};
use crate::commands::shared::counted;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

#[derive(Serialize)]
struct Shown {
    account: Option<String>,
    cloud_admin_role: Option<String>,
    linked_by: Option<String>,
    home: Option<HomeAction>,
    may: Vec<Permission>,
    roles: usize,
    mapped: usize,
    cloud_admins_waiting: usize,
    partners_waiting: usize,
    crm: Option<String>,
}

pub(super) fn show(context: &Context<'_>) -> Result<Exit, Failure> {
    let shown = ask(context, Who::Either, |asked| {
        let (setting, state) = (asked.setting(), asked.room::<State>());
        let overview = overview(&setting, &state)?;
        Ok(Shown {
            account: overview.link.map(|link| link.account.to_string()),
            cloud_admin_role: overview.link.map(|link| link.cloud_admin_role.to_string()),
            linked_by: overview.link.map(|link| email(asked.account, link.by)),
            home: overview.home,
            may: overview.may,
            roles: overview.roles.len(),
            mapped: overview.mappings.len(),
            cloud_admins_waiting: overview.cloud_admins.len(),
            partners_waiting: overview.partners.len(),
            crm: overview.crm.map(|crm| crm.role.to_string()),
        })
    })?;
    let rows = rows(&shown);
    let text: String = rows.iter().map(|(name, text)| format!("{name}: {text}\n")).collect();
    let cells = rows.iter().map(|(name, text)| vec![(*name).to_owned(), text.clone()]);
    context.out.answer(&text, &Table::new(&["what", "is"]).with(cells), &shown)?;
    Ok(Exit::Done)
}

fn rows(shown: &Shown) -> Vec<(&'static str, String)> {
    let none = || "none".to_owned();
    let mut rows = vec![("marketplace account", shown.account.clone().unwrap_or_else(none))];
    rows.extend(shown.linked_by.clone().map(|by| ("linked by", by)));
    rows.extend(shown.cloud_admin_role.clone().map(|role| ("role for cloud admins", role)));
    rows.push(("registered", counted(shown.roles, "IAM role")));
    let waiting = shown.cloud_admins_waiting + shown.partners_waiting;
    rows.push(("mapped", format!("{} of {} with access", shown.mapped, shown.mapped + waiting)));
    rows.push(("CRM integration", shown.crm.clone().unwrap_or_else(none)));
    let may: Vec<&str> = shown.may.iter().map(|permission| permission.id()).collect();
    if !may.is_empty() {
        rows.push(("you may", may.join(", ")));
    }
    rows
}
