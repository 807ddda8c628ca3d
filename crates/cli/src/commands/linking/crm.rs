//! `guildhall crm`: the IAM role of the CRM integration (LINK-27..31).

use clap::{Args, Subcommand};
use guildhall_core::linking::{Command, State, overview};
use guildhall_core::room::RoomRefusal as _;
use serde::Serialize;

use super::told;
use crate::commands::room::{Who, ask, run};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// Show, map and unmap the IAM role of the CRM integration
#[derive(Debug, Args)]
pub(crate) struct Crm {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Its role, and whether offers can be attached with it
    Show,
    /// Map it to an IAM role
    Map {
        /// The role's name or ARN; `guildhall mappings --roles` shows which can be picked
        #[arg(value_name = "ROLE")]
        role: String,
    },
    /// Undo its mapping
    Unmap,
}

#[derive(Serialize)]
struct Shown {
    role: Option<String>,
    attaches_offers: bool,
    why: Option<String>,
}

impl Crm {
    pub(in crate::commands) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.action {
            Action::Show => show(context),
            Action::Map { role } => {
                run::<State>(context, Who::Member, |_| Ok(Command::MapCrm { role: role.clone() }), told)
            }
            Action::Unmap => run::<State>(context, Who::Member, |_| Ok(Command::UnmapCrm), told),
        }
    }
}

fn show(context: &Context<'_>) -> Result<Exit, Failure> {
    let shown = ask(context, Who::Either, |asked| {
        let (setting, state) = (asked.setting(), asked.room::<State>());
        let crm = overview(&setting, &state)?.crm;
        let why = crm.as_ref().and_then(|crm| crm.offers.as_ref().err()).map(|r| format!("{r} [{}]", r.code()));
        let role = crm.as_ref().map(|crm| crm.role.to_string());
        Ok(Shown { attaches_offers: role.is_some() && why.is_none(), role, why })
    })?;
    let text = match (&shown.role, &shown.why) {
        (None, _) => "the CRM integration is not mapped to an IAM role\n".to_owned(),
        (Some(role), None) => format!("{role}; offers can be attached with it\n"),
        (Some(role), Some(why)) => format!("{role}; no offers can be attached with it: {why}\n"),
    };
    let cells = vec![
        shown.role.clone().unwrap_or_default(),
        if shown.attaches_offers { "yes" } else { "no" }.to_owned(),
        shown.why.clone().unwrap_or_default(),
    ];
    context.out.answer(&text, &Table::new(&["role", "attaches_offers", "why"]).with([cells]), &shown)?;
    Ok(Exit::Done)
}
