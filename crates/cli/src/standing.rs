//! Whose standing a question is about: a person's of the journal, or one made up on the command line.

use clap::Args;
use guildhall_core::access::Standing;
use guildhall_core::account::Account;
use guildhall_core::{Id, Program};

use crate::context::{Context, find_person};
use crate::failure::Failure;
use crate::journal::Access;
use crate::past::AsOf;

/// Whom a question is about.
#[derive(Debug, Args)]
#[command(next_help_heading = "About whom")]
pub(crate) struct About {
    /// A person of the journal, by address or id [default: the one of --as]
    #[arg(long = "for", value_name = "EMAIL")]
    person: Option<String>,
    /// Made up: somebody who holds these roles; needs no journal
    #[arg(long, value_name = "ROLE,ROLE", value_delimiter = ',', conflicts_with_all = ["person", "moment"])]
    roles: Option<Vec<String>>,
    /// Made up: the company is on this path; repeatable
    #[arg(long = "path", value_name = "PATH[=STAGE]", conflicts_with_all = ["person", "moment"])]
    paths: Vec<String>,
    /// Made up: the stage on every path that names none [default: the first]
    #[arg(long, value_name = "STAGE", conflicts_with_all = ["person", "moment"])]
    stage: Option<String>,
    #[command(flatten)]
    as_of: AsOf,
}

/// A standing with the account that it comes from.
pub(crate) struct Known {
    pub(crate) standing: Standing,
    /// The company and the person, unless they are made up.
    pub(crate) of: Option<(Account, Id)>,
}

impl About {
    /// Finds or makes the standing.
    pub(crate) fn standing(&self, context: &Context<'_>) -> Result<Known, Failure> {
        let program = context.program()?;
        if self.roles.is_some() || !self.paths.is_empty() || self.stage.is_some() {
            return Ok(Known { standing: self.made_up(program)?, of: None });
        }
        let person = self.person.as_deref().or(context.global.acting.as_deref()).ok_or_else(|| {
            Failure::usage("person_missing", "nobody was named")
                .hint("name a person with --for EMAIL, or make one up with --roles, --path and --stage")
        })?;
        let desk = context.open(Access::Read)?;
        let (tenant, account) = context.company_of(&desk, Some(person))?;
        let account = self.as_of.of(&desk, tenant, account)?;
        let found = find_person(&account, person)?;
        let id = found.id;
        Ok(Known { standing: account.standing(program, id), of: Some((account.into_owned(), id)) })
    }

    fn made_up(&self, program: &Program) -> Result<Standing, Failure> {
        let roles: Vec<&str> = self.roles.iter().flatten().map(|r| r.trim()).filter(|r| !r.is_empty()).collect();
        for role in &roles {
            known_role(program, role)?;
        }
        let enrolments = enrolments(program, &self.paths, self.stage.as_deref())?;
        Ok(Standing::new(program, roles, enrolments))
    }
}

/// Whether the programme has a role of this name.
pub(crate) fn known_role(program: &Program, name: &str) -> Result<(), Failure> {
    let known = program.roles().iter().map(|r| r.name.as_str());
    if program.role_id(name).is_some() { Ok(()) } else { Err(unknown("role", name, known)) }
}

/// The paths and stages as typed: `PATH`, on the stage `usual` or the first, or `PATH=STAGE`.
pub(crate) fn enrolments<'a>(
    program: &'a Program,
    paths: &'a [String],
    usual: Option<&'a str>,
) -> Result<Vec<(&'a str, &'a str)>, Failure> {
    let first = program.stages().first().map_or("", |s| s.name.as_str());
    let usual = usual.unwrap_or(first);
    let mut enrolments = Vec::new();
    for text in paths {
        let (path, stage) = text.split_once('=').unwrap_or((text, usual));
        if program.path_id(path).is_none() {
            return Err(unknown("path", path, program.paths().iter().map(|p| p.name.as_str())));
        }
        enrolments.push((path, stage));
    }
    for stage in enrolments.iter().map(|(_, stage)| *stage).chain([usual]) {
        if program.stage_id(stage).is_none() {
            return Err(unknown("stage", stage, program.stages().iter().map(|s| s.name.as_str())));
        }
    }
    Ok(enrolments)
}

fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    let code = match what {
        "role" => "role_unknown",
        "path" => "path_unknown",
        _ => "stage_unknown",
    };
    let known = known.collect::<Vec<_>>().join(", ");
    Failure::usage(code, format!("the programme has no {what} {name:?}")).hint(format!("known: {known}"))
}
