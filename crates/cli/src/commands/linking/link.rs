//! `guildhall link` and `guildhall unlink`: the link itself (LINK-9..15).

use clap::Args;
use guildhall_core::linking::{Command, State};

use super::inputs::Identity;
use super::told;
use crate::commands::room::{Who, confirmed, run};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Link the company's account with its marketplace account
///
/// Whoever links becomes cloud admin. What stands in the cloud account is reported with the command: as whom they are
/// signed in there, and which policies they carry. `guildhall linking check-identity` tries the policies out.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  guildhall link 123456789012 --arn arn:aws:iam::123456789012:user/ann --principal-id AIDAEXAMPLE \\
    --access-key-id AKIAEXAMPLE --policy PartnerAccountManagement=mine.json --allow \\
    --as ann@acme.example")]
pub(crate) struct Link {
    /// The number of the marketplace account: twelve digits
    #[arg(value_name = "NUMBER")]
    account: String,
    /// That the connection was allowed at the marketplace; on a terminal it is asked for
    #[arg(long)]
    allow: bool,
    #[command(flatten)]
    identity: Identity,
}

/// Undo the link with the marketplace account, with every mapping
#[derive(Debug, Args)]
pub(crate) struct Unlink {
    /// That it is meant; on a terminal it is asked for
    #[arg(long, short)]
    yes: bool,
}

impl Link {
    pub(in crate::commands) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let identity = self.identity.read()?;
        let question = || format!("Allow the portal to connect with the account {}?", self.account);
        let allow = confirmed(context, self.allow, |_| Ok(question()))?;
        let command = Command::Link { account_id: self.account.clone(), allow, identity };
        run::<State>(context, Who::Member, |_| Ok(command), told)
    }
}

impl Unlink {
    pub(in crate::commands) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let question = || "Undo the link? Every mapping and every registered IAM role goes with it.".to_owned();
        if !confirmed(context, self.yes, |_| Ok(question()))? {
            return Err(Failure::invalid("not_confirmed", "nothing was changed").hint("pass --yes if it is meant"));
        }
        run::<State>(context, Who::Member, |_| Ok(Command::Unlink), told)
    }
}
