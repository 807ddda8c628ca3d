//! `guildhall iam-roles`: the IAM roles of the cloud account that the portal knows, and what each is good for
//! (LINK-16..22, IAM-7..18).

use clap::{Args, Subcommand};
use guildhall_core::linking::{Command, RoleCheck, RoleView, State, check_role, overview};
use serde::Serialize;

use super::inputs::Role;
use super::{checked, checks_table, told};
use crate::commands::room::{Asked, Who, ask, email, missing, run};
use crate::commands::shared::listed;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Table, escape};

/// List, show, check, register and withdraw the IAM roles of the linked cloud account
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall policy print PartnerCentralTrust > trust.json
  guildhall iam-roles check arn:aws:iam::123456789012:role/PartnerCentralRoleForSales \\
    --trust trust.json --policy AWSMarketplaceSellerFullAccess
  guildhall iam-roles register arn:aws:iam::123456789012:role/PartnerCentralRoleForSales \\
    --trust trust.json --policy AWSMarketplaceSellerFullAccess --as ann@acme.example
  guildhall iam-roles show PartnerCentralRoleForSales --as ann@acme.example")]
pub(crate) struct IamRoles {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List the registered roles
    List,
    /// Show what one is good for, with every statement that was asked
    Show {
        /// Its name or ARN
        #[arg(value_name = "ROLE")]
        role: String,
    },
    /// Try one out as it stands in the cloud account; the exit code is 3 if nobody can be mapped to it
    Check(Role),
    /// Register one, or what has changed about one
    Register(Role),
    /// Forget one that nobody is mapped to
    Withdraw {
        /// Its name or ARN
        #[arg(value_name = "ROLE")]
        role: String,
    },
}

/// A registered role.
#[derive(Serialize)]
struct Shown {
    arn: String,
    name: String,
    trust_policy: String,
    policies: Vec<String>,
    mappable: bool,
    attaches_offers: bool,
    of_link: bool,
    users: Vec<String>,
    crm: bool,
    check: RoleCheck,
}

impl Shown {
    fn new(asked: &Asked<'_>, view: &RoleView<'_>) -> Self {
        let role = view.role;
        Self {
            arn: role.arn.to_string(),
            name: role.arn.name().to_owned(),
            trust_policy: role.trust_policy.clone(),
            policies: role.policies.iter().map(|policy| policy.name.clone()).collect(),
            mappable: view.check.is_mappable(),
            attaches_offers: view.check.attaches_offers(),
            of_link: view.of_link,
            users: view.users.iter().map(|user| email(asked.account, *user)).collect(),
            crm: view.crm,
            check: view.check.clone(),
        }
    }

    fn used_by(&self) -> String {
        let crm = self.crm.then_some("the CRM integration");
        listed(self.users.iter().map(String::as_str).chain(crm))
    }
}

impl IamRoles {
    pub(in crate::commands) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.action {
            Action::List => list(context),
            Action::Show { role } => show(context, role),
            Action::Check(role) => {
                let input = role.read()?;
                let check = ask(context, Who::Either, |asked| {
                    check_role(&asked.setting(), &input).map_err(|refusal| asked.refused(&refusal))
                })?;
                if !context.out.is_quiet() {
                    context.out.answer(&page(context, &check), &table(&check), &check)?;
                }
                Ok(if check.is_mappable() { Exit::Done } else { Exit::Refused })
            }
            Action::Register(role) => {
                let role = role.read()?;
                run::<State>(context, Who::Either, |_| Ok(Command::RegisterRole { role }), told)
            }
            Action::Withdraw { role } => {
                run::<State>(context, Who::Either, |_| Ok(Command::WithdrawRole { role: role.clone() }), told)
            }
        }
    }
}

fn roles(context: &Context<'_>) -> Result<Vec<Shown>, Failure> {
    ask(context, Who::Either, |asked| {
        let (setting, state) = (asked.setting(), asked.room::<State>());
        Ok(overview(&setting, &state)?.roles.iter().map(|view| Shown::new(asked, view)).collect())
    })
}

fn list(context: &Context<'_>) -> Result<Exit, Failure> {
    let roles = roles(context)?;
    let word = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let rows = roles.iter().map(|role| {
        let whom = if role.of_link { "cloud admins" } else { "partners" };
        let whom = if role.mappable { whom } else { "nobody" }.to_owned();
        vec![role.name.clone(), whom, word(role.attaches_offers), role.used_by(), role.arn.clone()]
    });
    context.out.rows(&Table::new(&["name", "can_be_mapped_to", "offers", "used_by", "arn"]).with(rows), &roles)?;
    Ok(Exit::Done)
}

fn show(context: &Context<'_>, typed: &str) -> Result<Exit, Failure> {
    let found = roles(context)?.into_iter().find(|role| role.name == typed || role.arn == typed);
    let role = found.ok_or_else(|| missing("role_missing", format!("no IAM role {typed:?} is registered")))?;
    let used = Some(role.used_by()).filter(|used| !used.is_empty()).unwrap_or_else(|| "nobody".to_owned());
    let of_link = if role.of_link { "\n  linking created it, for cloud admins" } else { "" };
    let policies = listed(role.policies.iter().map(String::as_str));
    let head = format!("{}\n  policies: {}\n  used by: {used}{of_link}\n\n", escape(&role.arn), escape(&policies));
    context.out.answer(&(head + &page(context, &role.check)), &table(&role.check), &role)?;
    Ok(Exit::Done)
}

/// What a role is good for, point by point.
fn page(context: &Context<'_>, check: &RoleCheck) -> String {
    let named = context.out.verdict(check.named, if check.named { "yes" } else { "no" });
    let mut page = format!("{named}: its name begins with {}\n", escape(&check.prefix));
    if check.for_cloud_admins {
        page.push_str("  it is a name for cloud admins only\n");
    }
    page.push_str(&checked(context, &check.trust));
    check.offers.iter().for_each(|offer| page.push_str(&checked(context, offer)));
    page
}

fn table(check: &RoleCheck) -> Table {
    checks_table(std::iter::once(&check.trust).chain(&check.offers))
}
