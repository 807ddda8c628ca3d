//! `guildhall explain`: why somebody may do a thing or open a page, or what is missing and who can help.

use std::fmt::Write as _;

use clap::Args;
use guildhall_core::access::{Explanation, Question};
use guildhall_core::account::Status;
use guildhall_core::program::{ItemLookup, Program, RoleSet};
use guildhall_core::{Permission, access};
use serde::Serialize;

use super::shared::listed;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Table, escape};
use crate::standing::{About, Known};

/// Say why somebody may do a thing or open a page, or which role, path or stage is missing and who can give it
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall explain channel/channel_management --for bo@acme.example
  guildhall explain remove_users --roles alliance_team --path services")]
pub(crate) struct Explain {
    /// A permission's id, or a menu item by id, title or Section/Title
    #[arg(value_name = "PERMISSION-OR-ITEM")]
    what: String,
    #[command(flatten)]
    about: About,
}

/// What was asked, by id and title.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Topic<'a> {
    /// May they open this page?
    Open { id: &'a str, title: &'a str },
    /// May they do this?
    Do { id: &'a str, title: &'a str },
}

impl<'a> Topic<'a> {
    pub(super) fn of(program: &'a Program, question: Question) -> Self {
        match question {
            Question::Open(item) => {
                let (id, title) = program.item(item).map_or(("", ""), |i| (i.name.as_str(), i.title.as_str()));
                Self::Open { id, title }
            }
            Question::Do(permission) => {
                let title = program.grant(permission).map_or(permission.id(), |g| g.title.as_str());
                Self::Do { id: permission.id(), title }
            }
        }
    }

    pub(super) fn id(&self) -> &'a str {
        match self {
            Self::Open { id, .. } | Self::Do { id, .. } => id,
        }
    }
}

/// The page or action that a text names.
pub(super) fn find(program: &Program, text: &str) -> Result<Question, Failure> {
    if let Ok(permission) = text.trim().parse::<Permission>() {
        return Ok(Question::Do(permission));
    }
    program.find_item(text).map(Question::Open).map_err(|lookup| match lookup {
        ItemLookup::Unknown => {
            Failure::missing("question_unknown", format!("no permission or page is called {text:?}"))
                .hint("`guildhall program permissions` and `guildhall program menu` list them")
        }
        ItemLookup::Ambiguous(names) => {
            Failure::usage("item_ambiguous", format!("several pages are called {text:?}")).hint(names.join(", "))
        }
    })
}

/// The answer with its reasons.
#[derive(Serialize)]
struct Answer<'a> {
    question: Topic<'a>,
    allowed: bool,
    /// Whether the person has access at all; absent for somebody made up.
    status: Option<Status>,
    by_roles: Vec<&'a str>,
    missing: Missing<'a>,
    /// The roles whose holders can give a missing role.
    grantors: Vec<&'a str>,
    /// The people of the company who hold one of them.
    people: Vec<String>,
    /// The page in the portal through which a permission is used, with its own answer.
    page: Option<Box<Answer<'a>>>,
}

#[derive(Serialize)]
struct Missing<'a> {
    roles: Vec<&'a str>,
    paths: Vec<&'a str>,
    stage: Option<&'a str>,
}

impl Explain {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let program = context.program()?;
        let question = find(program, &self.what)?;
        let known = self.about.standing(context)?;
        let mut answer = Answer::of(program, &known, known.standing.explain(program, question));
        answer.page = page_of(program, question).map(|page| {
            let explained = known.standing.explain(program, page);
            Box::new(Answer::of(program, &known, explained))
        });
        let mut table = Table::new(&["question", "allowed", "by_roles", "roles", "paths", "stage", "grantors"]);
        table.row(answer.cells());
        if let Some(page) = &answer.page {
            table.row(page.cells());
        }
        context.out.answer(&answer.text(context), &table, &answer)?;
        Ok(Exit::Done)
    }
}

fn page_of(program: &Program, question: Question) -> Option<Question> {
    match question {
        Question::Open(_) => None,
        Question::Do(permission) => program.page_of(permission).map(Question::Open),
    }
}

impl<'a> Answer<'a> {
    fn of(program: &'a Program, known: &Known, explanation: Explanation) -> Self {
        let access::Missing { roles, paths, stage } = explanation.missing;
        let names = |set: RoleSet| program.role_names(set).collect();
        Self {
            question: Topic::of(program, explanation.question),
            allowed: explanation.allowed,
            status: known.of.as_ref().and_then(|(account, id)| account.member(*id)).map(|m| m.status),
            by_roles: names(explanation.by_roles),
            missing: Missing {
                roles: names(roles),
                paths: program.path_names(paths).collect(),
                stage: stage.and_then(|s| program.stage(s)).map(|s| s.name.as_str()),
            },
            grantors: names(explanation.grantors),
            people: holders(program, known, explanation.grantors),
            page: None,
        }
    }

    fn cells(&self) -> Vec<String> {
        vec![
            self.question.id().to_owned(),
            if self.allowed { "yes" } else { "no" }.to_owned(),
            listed(self.by_roles.iter().copied()),
            listed(self.missing.roles.iter().copied()),
            listed(self.missing.paths.iter().copied()),
            self.missing.stage.unwrap_or_default().to_owned(),
            listed(self.grantors.iter().copied()),
        ]
    }

    fn text(&self, context: &Context<'_>) -> String {
        let verdict = context.out.verdict(self.allowed, if self.allowed { "yes" } else { "no" });
        let what = match &self.question {
            Topic::Open { id, title } => format!("open {title} ({id})"),
            Topic::Do { id, title } => format!("{title} ({id})"),
        };
        let mut text = format!("{verdict}: {what}\n");
        let gone = match self.status {
            Some(Status::Deactivated) => Some("deactivated"),
            Some(Status::Removed) => Some("removed"),
            Some(Status::Active) | None => None,
        };
        if let Some(gone) = gone {
            let _ = writeln!(text, "  this person has no access any more: {gone}");
            return text;
        }
        let mut line = |label: &str, words: &[&str]| {
            if !words.is_empty() {
                let _ = writeln!(text, "  {label}: {}", words.join(", "));
            }
        };
        line("by role", &self.by_roles);
        line("missing: one of the roles", &self.missing.roles);
        line("missing: one of the paths", &self.missing.paths);
        line("missing: the stage", self.missing.stage.as_slice());
        line("who can give such a role", &self.grantors);
        line("in this company", &self.people.iter().map(String::as_str).collect::<Vec<_>>());
        if let Some(page) = &self.page {
            let _ = write!(text, "in the portal, its page has to be open too\n{}", page.text(context));
        }
        text
    }
}

/// The people with access who hold one of `roles`.
fn holders(program: &Program, known: &Known, roles: RoleSet) -> Vec<String> {
    let Some((account, asking)) = &known.of else { return Vec::new() };
    let helps = |(id, member): &(&guildhall_core::Id, &guildhall_core::account::Member)| {
        *id != asking && member.status == Status::Active && account.standing(program, **id).roles().meets(roles)
    };
    account.members().iter().filter(helps).map(|(_, m)| format!("{} <{}>", escape(m.name.as_str()), m.email)).collect()
}
