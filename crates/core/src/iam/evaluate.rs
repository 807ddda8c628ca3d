//! Judges a request by policies and says which statement decided.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use super::arn::Arn;
use super::parse::PolicyFaults;
use super::policy::{OneOf, Policy, PolicyKind, PrincipalPattern, Statement, StatementEffect};
use super::request::{Principal, Request};
use super::{ArnPattern, PolicyText};

/// What policies say of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// A statement allows it and none denies it.
    Allowed,
    /// A statement denies it, whatever others say.
    ExplicitlyDenied,
    /// No statement allows it (IAM-18).
    NotAllowed,
    /// A policy holds something that is not known, or a statement cannot be judged: then nothing is allowed.
    Failed,
}

/// What one statement says of a request.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// It allows it.
    Allows,
    /// It denies it.
    Denies,
    /// It is about other actions.
    OtherAction,
    /// It is about other resources.
    OtherResource,
    /// It is about others who ask.
    OtherPrincipal,
    /// A condition does not hold.
    ConditionUnmet {
        /// The operator.
        operator: String,
        /// The key.
        key: String,
    },
    /// It cannot be judged.
    Failed {
        /// Why.
        why: String,
    },
}

/// A statement and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Judged {
    /// The policy's name.
    pub policy: String,
    /// Which statement of it, from 0.
    pub statement: usize,
    /// The statement's own name.
    pub sid: Option<String>,
    /// What it says.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// A policy that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Unreadable {
    /// The policy's name.
    pub policy: String,
    /// What is wrong with it.
    pub faults: PolicyFaults,
}

/// The answer with its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Verdict {
    /// The answer.
    pub decision: Decision,
    /// Every statement of every policy that could be read.
    pub statements: Vec<Judged>,
    /// The policies that could not be read.
    pub unreadable: Vec<Unreadable>,
}

impl Verdict {
    /// Whether the request is allowed.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        self.decision == Decision::Allowed
    }

    /// The statements that decided; none where no statement allows.
    pub fn deciding(&self) -> impl Iterator<Item = &Judged> {
        self.statements.iter().filter(|judged| match (self.decision, &judged.outcome) {
            (Decision::Allowed, Outcome::Allows)
            | (Decision::ExplicitlyDenied, Outcome::Denies)
            | (Decision::Failed, Outcome::Failed { .. }) => true,
            (Decision::Allowed | Decision::ExplicitlyDenied | Decision::Failed | Decision::NotAllowed, _) => false,
        })
    }
}

impl fmt::Display for Judged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, ", self.policy)?;
        match &self.sid {
            Some(sid) => write!(f, "statement {sid}: ")?,
            None => write!(f, "statement {}: ", self.statement)?,
        }
        match &self.outcome {
            Outcome::Allows => f.write_str("allows"),
            Outcome::Denies => f.write_str("denies"),
            Outcome::OtherAction => f.write_str("is about other actions"),
            Outcome::OtherResource => f.write_str("is about other resources"),
            Outcome::OtherPrincipal => f.write_str("is about others"),
            Outcome::ConditionUnmet { operator, key } => write!(f, "its condition {operator} of {key} does not hold"),
            Outcome::Failed { why } => write!(f, "cannot be judged: {why}"),
        }
    }
}

/// The answer in a few words: what decided, or that nothing allows.
impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut reasons: Vec<String> = self.deciding().map(ToString::to_string).collect();
        if self.decision == Decision::Failed {
            let told =
                |u: &Unreadable| u.faults.0.iter().map(|fault| format!("{}: {fault}", u.policy)).collect::<Vec<_>>();
            reasons.extend(self.unreadable.iter().flat_map(told));
        }
        if self.decision == Decision::NotAllowed {
            reasons.push("no statement allows it".to_string());
        }
        f.write_str(&reasons.join("; "))
    }
}

/// Judges `request` by documents of one kind that hold together: what a person or role has of policies, or the trust
/// policy of a role.
///
/// A statement that denies wins over everything. Then a document or a statement that cannot be judged wins over what
/// allows. Without a statement that allows, nothing is allowed.
#[must_use]
pub fn evaluate(policies: &[PolicyText], kind: PolicyKind, request: &Request) -> Verdict {
    let mut statements = Vec::new();
    let mut unreadable = Vec::new();
    for text in policies {
        match Policy::parse(&text.document, kind) {
            Ok(policy) => {
                statements.extend(policy.statements.iter().enumerate().map(|(n, statement)| Judged {
                    policy: text.name.clone(),
                    statement: n,
                    sid: statement.sid.clone(),
                    outcome: judge(statement, request),
                }));
            }
            Err(faults) => unreadable.push(Unreadable { policy: text.name.clone(), faults }),
        }
    }
    let any = |wanted: fn(&Outcome) -> bool| statements.iter().any(|judged: &Judged| wanted(&judged.outcome));
    let decision = if any(|o| *o == Outcome::Denies) {
        Decision::ExplicitlyDenied
    } else if !unreadable.is_empty() || any(|o| matches!(o, Outcome::Failed { .. })) {
        Decision::Failed
    } else if any(|o| *o == Outcome::Allows) {
        Decision::Allowed
    } else {
        Decision::NotAllowed
    };
    Verdict { decision, statements, unreadable }
}

fn judge(statement: &Statement, request: &Request) -> Outcome {
    if !statement.actions.includes(&request.action) {
        return Outcome::OtherAction;
    }
    if !statement.resources.as_ref().is_none_or(|resources| is_about(statement.effect, resources, request)) {
        return Outcome::OtherResource;
    }
    if let Some(principals) = &statement.principals
        && !principals.iter().any(|p| p.is(request.principal.as_ref()))
    {
        return Outcome::OtherPrincipal;
    }
    for condition in &statement.conditions {
        let unmet = match condition.holds(request.known(&condition.key)) {
            Ok(true) => continue,
            Ok(false) => Outcome::ConditionUnmet { operator: condition.name.clone(), key: condition.key.clone() },
            Err(why) => Outcome::Failed { why },
        };
        return unmet;
    }
    match statement.effect {
        StatementEffect::Allow => Outcome::Allows,
        StatementEffect::Deny => Outcome::Denies,
    }
}

/// Whether the resources of a statement include that of the request.
fn is_about(effect: StatementEffect, resources: &OneOf<ArnPattern>, request: &Request) -> bool {
    if let Some(arn) = &request.resource {
        return resources.patterns.iter().any(|p| p.matches(arn)) != resources.not;
    }
    let all = resources.patterns.contains(&ArnPattern::Any);
    match (resources.not, effect) {
        (false, _) => all,
        // To allow what knows no resource a statement has to say "*" itself (IAM-21..23); to deny all but some
        // resources denies it, unless those are all.
        (true, StatementEffect::Allow) => false,
        (true, StatementEffect::Deny) => !all,
    }
}

impl PrincipalPattern {
    fn is(&self, principal: Option<&Principal>) -> bool {
        match (self, principal) {
            (_, None) => false,
            (Self::Anybody, Some(_)) => true,
            (Self::Account(id), Some(Principal::Entity(arn))) => arn.account().is_some_and(|a| a.as_str() == id),
            (Self::Entity(wanted), Some(Principal::Entity(arn))) => wanted == arn || is_session_of(arn, wanted),
            (Self::Service(wanted), Some(Principal::Service(name)))
            | (Self::Federated(wanted), Some(Principal::Federated(name))) => wanted == name,
            (Self::Account(_) | Self::Entity(_), Some(Principal::Service(_) | Principal::Federated(_)))
            | (Self::Service(_), Some(Principal::Entity(_) | Principal::Federated(_)))
            | (Self::Federated(_), Some(Principal::Entity(_) | Principal::Service(_))) => false,
        }
    }
}

/// Whether `arn` is a session of the role `role`: who names a role means whoever has assumed it.
fn is_session_of(arn: &Arn, role: &Arn) -> bool {
    let session = arn.resource().strip_prefix("assumed-role/").filter(|_| arn.service() == "sts");
    let assumed = session.and_then(|rest| rest.split_once('/')).map(|(name, _)| name);
    let named = role.resource().strip_prefix("role/").filter(|_| role.service() == "iam");
    let named = named.and_then(|path| path.rsplit('/').next());
    assumed.is_some() && assumed == named && arn.account() == role.account()
}
