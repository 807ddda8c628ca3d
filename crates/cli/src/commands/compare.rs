//! `guildhall compare`: what two people, or two roles, open and may do.

use clap::Args;
use guildhall_core::access::Standing;
use guildhall_core::review::difference;
use serde::Serialize;

use super::reach::Reached;
use crate::context::{Context, find_person};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::output::{Table, escape};
use crate::past::AsOf;
use crate::standing::{enrolments, known_role};

/// Compare two people, or two roles: what each opens and may do that the other does not
///
/// A role is compared as somebody who holds it alone.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall compare bo@acme.example cy@acme.example
  guildhall compare bo@acme.example ace_manager --as-of 2026-03-01T00:00:00Z
  guildhall compare ace_user ace_manager --path software --stage enrolled")]
pub(crate) struct Compare {
    /// A person by address or id, or a role by id
    #[arg(value_name = "PERSON-OR-ROLE")]
    first: String,
    /// Another one
    #[arg(value_name = "PERSON-OR-ROLE")]
    second: String,
    /// For roles: the company is on this path; repeatable [default: as the company of the journal]
    #[arg(long = "path", value_name = "PATH[=STAGE]")]
    paths: Vec<String>,
    /// For roles: the stage on every path that names none [default: the first]
    #[arg(long, value_name = "STAGE", requires = "paths")]
    stage: Option<String>,
    #[command(flatten)]
    as_of: AsOf,
}

#[derive(Serialize)]
struct Answer<'a> {
    first: &'a str,
    second: &'a str,
    only_first: Reached<'a>,
    only_second: Reached<'a>,
    both: Reached<'a>,
}

impl Compare {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let program = context.program()?;
        let found = difference(program, &self.standing(context, &self.first)?, &self.standing(context, &self.second)?);
        let answer = Answer {
            first: &self.first,
            second: &self.second,
            only_first: Reached::of(program, &found.only_first),
            only_second: Reached::of(program, &found.only_second),
            both: Reached::of(program, &found.both),
        };
        let mut table = Table::new(&["kind", "id", "first", "second"]);
        let sides =
            [(&answer.both, "yes", "yes"), (&answer.only_first, "yes", "no"), (&answer.only_second, "no", "yes")];
        for (reached, first, second) in sides {
            let pages = reached.pages.iter().map(|id| ("page", id));
            for (kind, id) in pages.chain(reached.actions.iter().map(|id| ("action", id))) {
                table.row([kind, id, first, second].map(str::to_owned));
            }
        }
        context.out.answer(&answer.text(), &table, &answer)?;
        Ok(Exit::Done)
    }

    fn standing(&self, context: &Context<'_>, name: &str) -> Result<Standing, Failure> {
        let program = context.program()?;
        let is_role = program.role_id(name).is_some();
        if is_role && !self.paths.is_empty() {
            return Ok(Standing::new(program, [name], enrolments(program, &self.paths, self.stage.as_deref())?));
        }
        // Neither an address nor an id of the journal: then it was meant as a role.
        if !is_role && !name.contains('@') && name.parse::<guildhall_core::Id>().is_err() {
            known_role(program, name)?;
        }
        let desk = context.open(Access::Read)?;
        let (tenant, account) =
            context.company_of(&desk, (!is_role).then_some(name).or(context.global.acting.as_deref()))?;
        let account = self.as_of.of(&desk, tenant, account)?;
        if is_role {
            let stages = account.stages().iter().map(|(path, stage)| (path.as_str(), stage.as_str()));
            return Ok(Standing::new(program, [name], stages));
        }
        Ok(account.standing(program, find_person(&account, name)?.id))
    }
}

impl Answer<'_> {
    fn text(&self) -> String {
        let mut text = String::new();
        for (name, reached) in [(self.first, &self.only_first), (self.second, &self.only_second)] {
            text.push_str(&format!("only {}\n", escape(name)));
            if reached.pages.is_empty() && reached.actions.is_empty() {
                text.push_str("  nothing\n");
            }
            reached.tell(&mut text, "opens", "may");
        }
        let (pages, actions) = (self.both.pages.len(), self.both.actions.len());
        text.push_str(&format!("both open {pages} pages and may do {actions} things\n"));
        text
    }
}
