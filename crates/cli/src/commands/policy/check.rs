//! `guildhall policy check`: what policies say of a request, and which statement decided (IAM-18, IAM-20).

use std::fmt::Write as _;
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use clap::Args;
use guildhall_core::iam::{
    Arn, Decision, Judged, PolicyKind, PolicyText, Principal, Request, RequestFault, Unreadable, Verdict, evaluate,
};

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Table, escape};

/// The most of a file that is read, in bytes; the core takes much less.
const FILE_MOST: u64 = 1 << 20;

/// Ask policies whether they allow something; the exit code is 3 if they do not
///
/// All documents that are given hold together, as those of one user or role do: a statement that denies wins, and what
/// cannot be judged allows nothing.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall policy check mine.json --action iam:PassRole --context a:b=c \\
    --resource arn:aws:iam::123456789012:role/X
  guildhall policy check trust.json --trust --action sts:AssumeRole --by ec2.amazonaws.com")]
pub(crate) struct Check {
    /// Files with policies in JSON
    files: Vec<PathBuf>,
    /// A document that comes along, by its name
    #[arg(long = "document", value_name = "NAME")]
    documents: Vec<String>,
    /// They are trust policies of a role, not permissions
    #[arg(long)]
    trust: bool,
    /// What is to be done, as in iam:PassRole
    #[arg(long, value_name = "SERVICE:NAME")]
    action: String,
    /// On which resource; without it, on none in particular
    #[arg(long, value_name = "ARN")]
    resource: Option<String>,
    /// By whom, for trust policies: an ARN or a service
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// What else is known of the request
    #[arg(long, value_name = "KEY=VALUE")]
    context: Vec<String>,
}

impl Check {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut policies = Vec::new();
        for path in &self.files {
            policies.push(PolicyText { name: path.display().to_string(), document: read(path)? });
        }
        for name in &self.documents {
            policies.push(super::document(name)?.attached());
        }
        if policies.is_empty() {
            return Err(Failure::usage("no_policy", "there is no policy to ask").hint("name a file, or use --document"));
        }
        let kind = if self.trust { PolicyKind::Trust } else { PolicyKind::Permissions };
        let verdict = evaluate(&policies, kind, &self.request()?);
        if !context.out.is_quiet() {
            context.out.answer(&page(context, &self.action, &verdict), &table(&verdict), &verdict)?;
        }
        Ok(if verdict.is_allowed() { Exit::Done } else { Exit::Refused })
    }

    fn request(&self) -> Result<Request, Failure> {
        let fault = |what: &str, fault: RequestFault| Failure::invalid(fault.code(), format!("{what}: {fault}"));
        let arn = |text: &str| Arn::parse(text).map_err(|f| Failure::invalid(f.code(), format!("{text}: {f}")));
        let mut request = Request::new(&self.action).map_err(|f| fault(&self.action, f))?;
        if let Some(resource) = &self.resource {
            request = request.on(arn(resource)?);
        }
        if let Some(by) = &self.by {
            let entity = by.starts_with("arn:");
            request = request.by(if entity { Principal::Entity(arn(by)?) } else { Principal::Service(by.clone()) });
        }
        for pair in &self.context {
            let Some((key, value)) = pair.split_once('=') else {
                let message = format!("{pair} is not of the form key=value");
                return Err(Failure::usage("context_form", message));
            };
            request = request.with(key, value).map_err(|f| fault(key, f))?;
        }
        Ok(request)
    }
}

fn read(path: &Path) -> Result<String, Failure> {
    let read = || {
        let mut text = String::new();
        File::open(path)?.take(FILE_MOST).read_to_string(&mut text)?;
        Ok(text)
    };
    read().map_err(|error: std::io::Error| {
        let message = format!("the policy {} cannot be read: {error}", path.display());
        if error.kind() == ErrorKind::NotFound {
            Failure::missing("policy_missing", message)
        } else {
            Failure::invalid("policy_unreadable", message)
        }
    })
}

const fn word(decision: Decision) -> &'static str {
    match decision {
        Decision::Allowed => "allowed",
        Decision::ExplicitlyDenied => "denied",
        Decision::NotAllowed => "not allowed",
        Decision::Failed => "not allowed, as something cannot be judged",
    }
}

fn page(context: &Context<'_>, action: &str, verdict: &Verdict) -> String {
    let answer = context.out.verdict(verdict.is_allowed(), word(verdict.decision));
    format!("{answer}: {}\n{}", escape(action), statements(&verdict.statements, &verdict.unreadable))
}

/// What each statement says, a line each, and why what cannot be read says nothing.
pub(in crate::commands) fn statements(judged: &[Judged], unreadable: &[Unreadable]) -> String {
    let mut lines = String::new();
    for judged in judged {
        let _ = writeln!(lines, "  {}", escape(&judged.to_string()));
    }
    for unreadable in unreadable {
        for fault in &unreadable.faults.0 {
            let _ = writeln!(lines, "  {}: {}", escape(&unreadable.policy), escape(&fault.to_string()));
        }
    }
    lines
}

fn table(verdict: &Verdict) -> Table {
    let judged = verdict.statements.iter().map(|judged| {
        let place = judged.sid.clone().unwrap_or_else(|| judged.statement.to_string());
        vec![judged.policy.clone(), place, judged.to_string()]
    });
    let unreadable = verdict.unreadable.iter().flat_map(|unreadable| {
        let row =
            |f: &guildhall_core::iam::PolicyFault| vec![unreadable.policy.clone(), f.place.clone(), f.to_string()];
        unreadable.faults.0.iter().map(row).collect::<Vec<_>>()
    });
    Table::new(&["policy", "statement", "says"]).with(judged.chain(unreadable))
}
