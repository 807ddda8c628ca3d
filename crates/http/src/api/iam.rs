//! Policy documents: the ones that linking needs, to be copied, and any other, to be tried out.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use guildhall_core::iam::{
    Arn, DOCUMENTS, Decision, Document, Policy, PolicyKind, PolicyText, Principal, Request, RequestFault, Unreadable,
    document, evaluate, managed,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

use super::caller::{Body, Caller};
use super::linking::{PolicyBody, PolicyFaultView, StatementView, faults};
use super::problem::{Problem, ProblemFault, status_of};
use crate::app::App;
use guildhall_core::Kind;

/// A document that comes along.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DocumentView {
    /// The name under which it is saved or attached.
    name: &'static str,
    /// `permissions` or `trust`.
    kind: &'static str,
    /// Whether the vendor keeps it: then a role carries it by its name alone.
    managed: bool,
    /// What it is good for.
    purpose: &'static str,
    /// The JSON, ready to be pasted.
    document: &'static str,
}

/// Documents.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Documents {
    /// All that come along.
    policies: Vec<DocumentView>,
}

const fn kind_word(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Permissions => "permissions",
        PolicyKind::Trust => "trust",
    }
}

impl From<&'static Document> for DocumentView {
    fn from(found: &'static Document) -> Self {
        let Document { name, kind, managed, purpose, text } = found;
        Self { name, kind: kind_word(*kind), managed: *managed, purpose, document: text }
    }
}

/// The policy documents that linking needs, and those that the vendor keeps.
#[utoipa::path(get, operation_id = "policies", path = "/api/v1/iam/policies", tag = "linking",
    responses((status = 200, body = Documents), (status = 401, body = Problem)))]
pub(super) async fn list(_caller: Caller) -> Json<Documents> {
    Json(Documents { policies: DOCUMENTS.iter().map(DocumentView::from).collect() })
}

/// One document as it is: the JSON that is pasted into the cloud account's editor.
#[utoipa::path(get, operation_id = "policy", path = "/api/v1/iam/policies/{name}", tag = "linking",
    params(("name" = String, Path)),
    responses((status = 200, body = serde_json::Value), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn show(_caller: Caller, Path(name): Path<String>) -> Result<Response, Problem> {
    let found = document(&name).ok_or_else(Problem::missing)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], found.text).into_response())
}

/// What documents are for.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kinds {
    /// What their bearer may do.
    #[default]
    Permissions,
    /// Who may assume the role that carries them.
    Trust,
}

/// A question to policies.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// What the documents are for.
    #[serde(default)]
    kind: Kinds,
    /// The documents, which hold together as those of one user or role do. One that comes along is named without text.
    policies: Vec<PolicyBody>,
    /// What is to be done, as in `iam:PassRole`. Without it the documents are only read.
    #[serde(default)]
    action: Option<String>,
    /// On which resource: an ARN. Without it, on none in particular.
    #[serde(default)]
    resource: Option<String>,
    /// By whom, for trust policies: an ARN or a service.
    #[serde(default)]
    by: Option<String>,
    /// What else is known of the request, by key.
    #[serde(default)]
    context: BTreeMap<String, String>,
}

/// What policies say.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Said {
    /// Whether all documents can be read; one that cannot allows nothing.
    readable: bool,
    /// `allowed`, `explicitly_denied`, `not_allowed` or `failed`; nothing where no action was asked for.
    decision: Option<&'static str>,
    /// What decided, for people.
    why: Option<String>,
    /// Every statement that was asked.
    statements: Vec<StatementView>,
    /// The faults of the documents, each with its place.
    faults: Vec<PolicyFaultView>,
}

/// Reads policy documents and asks them whether they allow something: which statement says what.
#[utoipa::path(post, operation_id = "check_policy", path = "/api/v1/iam/policy-checks", tag = "linking", request_body = Question,
    responses((status = 200, body = Said), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn check(
    State(app): State<App>,
    _caller: Caller,
    body: Body<Question>,
) -> Result<Json<Said>, Problem> {
    let question = body.value;
    let kind = match question.kind {
        Kinds::Permissions => PolicyKind::Permissions,
        Kinds::Trust => PolicyKind::Trust,
    };
    let mut wrong = Vec::new();
    let most = app.portal.program().linking().policies_most as usize;
    if question.policies.is_empty() {
        wrong.push(fault("policies", "required"));
    } else if question.policies.len() > most {
        wrong.push(fault("policies", "too_many"));
    }
    let policies = texts(&question.policies, &mut wrong);
    let request = question.action.as_deref().and_then(|action| request(action, &question, &mut wrong));
    if !wrong.is_empty() {
        let mut problem = Problem::new(status_of(Kind::Invalid), "invalid_input", "some fields need another look");
        problem.faults = wrong;
        return Err(problem.hint("each entry of faults names a field and a code"));
    }
    Ok(Json(match request {
        None => {
            let unreadable = |text: &PolicyText| {
                let faults = Policy::parse(&text.document, kind).err()?;
                Some(Unreadable { policy: text.name.clone(), faults })
            };
            let unreadable: Vec<Unreadable> = policies.iter().filter_map(unreadable).collect();
            let (decision, why, statements) = (None, None, Vec::new());
            Said { readable: unreadable.is_empty(), decision, why, statements, faults: faults(&unreadable) }
        }
        Some(request) => {
            let verdict = evaluate(&policies, kind, &request);
            Said {
                readable: verdict.unreadable.is_empty(),
                decision: Some(decision_word(verdict.decision)),
                why: Some(verdict.to_string()),
                statements: verdict.statements.iter().map(StatementView::from).collect(),
                faults: faults(&verdict.unreadable),
            }
        }
    }))
}

const fn decision_word(decision: Decision) -> &'static str {
    match decision {
        Decision::Allowed => "allowed",
        Decision::ExplicitlyDenied => "explicitly_denied",
        Decision::NotAllowed => "not_allowed",
        Decision::Failed => "failed",
    }
}

fn fault(field: &str, code: &str) -> ProblemFault {
    ProblemFault { field: field.into(), code: code.into() }
}

/// The texts of the documents; those that come along are found by their names.
fn texts(policies: &[PolicyBody], wrong: &mut Vec<ProblemFault>) -> Vec<PolicyText> {
    let mut texts = Vec::new();
    for (n, policy) in policies.iter().enumerate() {
        match (&policy.document, managed(&policy.name).or_else(|| document(&policy.name))) {
            (Some(text), _) => texts.push(PolicyText { name: policy.name.clone(), document: text.clone() }),
            (None, Some(known)) => texts.push(known.attached()),
            (None, None) => wrong.push(fault(&format!("policies[{n}].name"), "unknown_managed_policy")),
        }
    }
    texts
}

fn request(action: &str, question: &Question, wrong: &mut Vec<ProblemFault>) -> Option<Request> {
    let mut asked = Request::new(action).map_err(|e: RequestFault| wrong.push(fault("action", e.code()))).ok();
    let mut arn = |field: &str, text: &str| Arn::parse(text).map_err(|e| wrong.push(fault(field, e.code()))).ok();
    if let Some(resource) = question.resource.as_deref().and_then(|text| arn("resource", text)) {
        asked = asked.map(|request| request.on(resource));
    }
    let by = question.by.as_deref().and_then(|by| {
        if by.starts_with("arn:") {
            return arn("by", by).map(Principal::Entity);
        }
        Some(Principal::Service(by.to_owned()))
    });
    if let Some(by) = by {
        asked = asked.map(|request| request.by(by));
    }
    for (key, value) in &question.context {
        match asked.map(|request| request.with(key, value)) {
            Some(Ok(request)) => asked = Some(request),
            Some(Err(e)) => {
                wrong.push(fault(&format!("context.{key}"), e.code()));
                return None;
            }
            None => return None,
        }
    }
    asked
}
