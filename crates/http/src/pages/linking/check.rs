//! What policies say, statement by statement, in words.

use askama::Template;
use guildhall_core::iam::{Judged, Outcome, Unreadable};
use guildhall_core::linking::{ActionCheck, RoleCheck};

use crate::pages::locale::Words;

/// An action and what the policies say of it.
#[derive(Debug, Clone, Template)]
#[template(path = "linking/check.html")]
pub(super) struct Check {
    pub(super) action: String,
    pub(super) allowed: bool,
    pub(super) verdict: String,
    /// Each statement and what it says; each fault of a policy and its place.
    pub(super) lines: Vec<Line>,
    pub(super) none: String,
}

/// A statement or a fault.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) place: String,
    pub(super) says: String,
    /// `good`, `off` or nothing: whether it allows, denies or fails, or is about something else.
    pub(super) tone: &'static str,
}

impl askama::filters::HtmlSafe for Check {}

impl Check {
    pub(super) fn new(w: Words, check: &ActionCheck) -> Self {
        Self::of(w, &check.action, check.allowed, &check.statements, &check.unreadable)
    }

    pub(super) fn of(w: Words, action: &str, allowed: bool, statements: &[Judged], unreadable: &[Unreadable]) -> Self {
        let mut lines: Vec<Line> = statements.iter().map(|judged| statement(w, judged)).collect();
        lines.extend(unreadable.iter().flat_map(|policy| faults(w, policy)));
        Self {
            action: action.to_owned(),
            allowed,
            verdict: w.t(if allowed { "check-allowed" } else { "check-not-allowed" }).into_owned(),
            lines,
            none: w.t("check-no-statement").into_owned(),
        }
    }
}

fn statement(w: Words, judged: &Judged) -> Line {
    let number = (judged.statement + 1).to_string();
    let place = match &judged.sid {
        Some(sid) => w.with("check-place", &[("policy", &judged.policy), ("statement", sid)]),
        None => w.with("check-place", &[("policy", &judged.policy), ("statement", &number)]),
    };
    let (says, tone) = match &judged.outcome {
        Outcome::Allows => (w.t("check-allows"), "good"),
        Outcome::Denies => (w.t("check-denies"), "off"),
        Outcome::OtherAction => (w.t("check-other-action"), ""),
        Outcome::OtherResource => (w.t("check-other-resource"), ""),
        Outcome::OtherPrincipal => (w.t("check-other-principal"), ""),
        Outcome::ConditionUnmet { operator, key } => {
            (w.with("check-condition", &[("operator", operator), ("key", key)]), "off")
        }
        Outcome::Failed { why } => (w.t1("check-failed", "why", why.as_str()), "off"),
    };
    Line { place: place.into_owned(), says: says.into_owned(), tone }
}

/// The faults of a policy; the words of each fault are the core's, which name elements of the policy language.
pub(super) fn faults(w: Words, policy: &Unreadable) -> Vec<Line> {
    let line = |fault: &guildhall_core::iam::PolicyFault| {
        let place = if fault.place.is_empty() { "1" } else { fault.place.as_str() };
        Line {
            place: w.with("check-place", &[("policy", &policy.policy), ("statement", place)]).into_owned(),
            says: fault.message.clone(),
            tone: "off",
        }
    };
    policy.faults.0.iter().map(line).collect()
}

/// A point on which a role is good or not.
#[derive(Debug, Clone)]
pub(super) struct Point {
    pub(super) text: String,
    pub(super) good: bool,
}

/// The points of a role in short.
pub(super) fn points(w: Words, check: &RoleCheck) -> Vec<Point> {
    let point = |good: bool, yes: &str, no: &str| Point { text: w.t(if good { yes } else { no }).into_owned(), good };
    vec![
        point(check.named, "role-named", "role-not-named"),
        point(check.trust.allowed, "role-trusted", "role-not-trusted"),
        point(check.attaches_offers(), "role-offers", "role-no-offers"),
    ]
}
