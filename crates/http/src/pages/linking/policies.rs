//! The policy documents that linking needs, to be copied, with advice on managed policies (LINK-8, IAM-10); and any policy
//! tried out.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use guildhall_core::FieldFault;
use guildhall_core::iam::{
    Arn, DOCUMENTS, Document, Policy, PolicyKind, PolicyText, Principal, Request, Unreadable, document, evaluate,
};
use serde::Deserialize;

use super::check::{Check, Line, faults as fault_lines};
use crate::pages::form::{Choice, Fault, Field, tie};
use crate::pages::view::{Answer, Page};
use crate::pages::visit::{Posted, Visit};

/// The longest policy that a field takes.
const POLICY_MOST: u32 = 16_384;

/// A document with what it is for.
#[derive(Debug)]
struct Offered {
    name: &'static str,
    managed: bool,
    purpose: String,
    text: &'static str,
}

/// Something to read about it, on the vendor's site.
#[derive(Debug)]
struct Reading {
    text: String,
    href: &'static str,
}

/// The vendor's guides to policies.
const READINGS: [(&str, &str); 3] = [
    ("reading-practices", "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"),
    ("reading-managing", "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage.html"),
    ("reading-managed", "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"),
];

#[derive(Debug, Template)]
#[template(path = "linking/policies.html")]
struct PoliciesPage {
    page: Page,
    documents: Vec<Offered>,
    readings: Vec<Reading>,
}

#[derive(Debug, Template)]
#[template(path = "linking/policy_check.html")]
struct CheckPage {
    page: Page,
    fields: Vec<Field>,
    faults: Vec<Fault>,
    check: Option<Check>,
    /// What cannot be read, where no action was asked for.
    unread: Vec<Line>,
    readable: bool,
}

/// A question to a policy, as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Question {
    kind: String,
    document: String,
    action: String,
    resource: String,
    by: String,
    key: String,
    value: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Named {
    name: String,
}

/// `GET /company/marketplace/policies`: everybody may read them; they are no secret.
pub(super) async fn page(visit: Visit) -> Answer {
    visit.member()?;
    let w = visit.w;
    let offered = |found: &'static Document| Offered {
        name: found.name,
        managed: found.managed,
        purpose: w.t(&format!("policy-{}", kebab(found.name))).into_owned(),
        text: found.text,
    };
    Ok(visit.html(&PoliciesPage {
        page: visit.page(w.t("policies-title")),
        documents: DOCUMENTS.iter().map(offered).collect(),
        readings: READINGS.iter().map(|(key, href)| Reading { text: w.t(key).into_owned(), href }).collect(),
    }))
}

/// A name in capitals and small letters, as a key.
pub(in crate::pages) fn kebab(name: &str) -> String {
    let mut key = String::new();
    let mut before = ' ';
    for c in name.chars() {
        if c.is_ascii_uppercase() && before.is_ascii_lowercase() {
            key.push('-');
        }
        key.push(c.to_ascii_lowercase());
        before = c;
    }
    key
}

fn fields(visit: &Visit, question: &Question) -> Vec<Field> {
    let w = visit.w;
    let kind = |value: &str, key: &str| Choice {
        value: value.to_owned(),
        label: w.t(key).into_owned(),
        hint: String::new(),
        chosen: question.kind == value || (question.kind.is_empty() && value == "permissions"),
    };
    let optional = |name: &str, key: &str, value: &str, hint: &str| {
        Field::new("text", name, w.t(key)).value(value).hint(w.t(hint)).optional(w).most(2048)
    };
    vec![
        Field::new("radio", "kind", w.t("try-kind"))
            .choices(vec![kind("permissions", "try-permissions"), kind("trust", "try-trust")]),
        Field::new("area", "document", w.t("try-document")).value(&question.document).most(POLICY_MOST),
        optional("action", "try-action", &question.action, "try-action-hint"),
        optional("resource", "try-resource", &question.resource, "try-resource-hint"),
        optional("by", "try-by", &question.by, "try-by-hint"),
        optional("key", "try-key", &question.key, "try-key-hint"),
        optional("value", "try-value", &question.value, "try-value-hint"),
    ]
}

fn empty(visit: &Visit, question: &Question) -> CheckPage {
    CheckPage {
        page: visit.page(visit.w.t("try-title")),
        fields: fields(visit, question),
        faults: Vec::new(),
        check: None,
        unread: Vec::new(),
        readable: false,
    }
}

/// `GET /company/marketplace/policies/check`: with `name`, a document that comes along is filled in.
pub(super) async fn ask(visit: Visit, Query(named): Query<Named>) -> Answer {
    visit.member()?;
    let mut question = Question::default();
    if let Some(found) = document(&named.name) {
        question.document = found.text.to_owned();
        if found.kind == PolicyKind::Trust {
            "trust".clone_into(&mut question.kind);
        }
    }
    Ok(visit.html(&empty(&visit, &question)))
}

/// `POST /company/marketplace/policies/check`: reads the document, and asks it where an action is given (IAM-18, IAM-20).
pub(super) async fn check(Posted { visit, form }: Posted<Question>) -> Answer {
    visit.member()?;
    let w = visit.w;
    let mut page = empty(&visit, &form);
    let mut wrong = Vec::new();
    let kind = match form.kind.as_str() {
        "permissions" => PolicyKind::Permissions,
        "trust" => PolicyKind::Trust,
        _ => {
            wrong.push(FieldFault::new("kind", "unknown"));
            PolicyKind::Permissions
        }
    };
    if form.document.trim().is_empty() {
        wrong.push(FieldFault::new("document", "required"));
    }
    let request = if form.action.trim().is_empty() { None } else { request(&form, &mut wrong) };
    if !wrong.is_empty() {
        page.faults = tie(w, page.fields.iter_mut(), &wrong);
        return Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let text = PolicyText { name: w.t("try-document").into_owned(), document: form.document.trim().to_owned() };
    match request {
        Some(request) => {
            let verdict = evaluate(core::slice::from_ref(&text), kind, &request);
            let allowed = verdict.is_allowed();
            page.check = Some(Check::of(w, request.action(), allowed, &verdict.statements, &verdict.unreadable));
        }
        None => match Policy::parse(&text.document, kind) {
            Ok(_) => page.readable = true,
            Err(faults) => page.unread = fault_lines(w, &Unreadable { policy: text.name, faults }),
        },
    }
    Ok(visit.html(&page))
}

fn request(form: &Question, wrong: &mut Vec<FieldFault>) -> Option<Request> {
    let mut asked = Request::new(&form.action).map_err(|e| wrong.push(FieldFault::new("action", e.code()))).ok();
    let mut arn = |field: &str, text: &str| {
        Arn::parse(text.trim()).map_err(|e| wrong.push(FieldFault::new(field, e.code()))).ok()
    };
    if !form.resource.trim().is_empty()
        && let Some(resource) = arn("resource", &form.resource)
    {
        asked = asked.map(|request| request.on(resource));
    }
    let by = form.by.trim();
    let principal = match by {
        "" => None,
        by if by.starts_with("arn:") => arn("by", by).map(Principal::Entity),
        by => Some(Principal::Service(by.to_owned())),
    };
    if let Some(principal) = principal {
        asked = asked.map(|request| request.by(principal));
    }
    if form.key.trim().is_empty() {
        return asked;
    }
    match asked?.with(form.key.trim(), form.value.trim()) {
        Ok(request) => Some(request),
        Err(e) => {
            wrong.push(FieldFault::new("key", e.code()));
            None
        }
    }
}
