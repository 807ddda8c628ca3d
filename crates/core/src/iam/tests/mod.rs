//! Policies: what is read and what is refused, the verdicts on requests, the guide's own documents.

mod documents;
mod names;
mod properties;
mod reading;
mod verdicts;
mod wildcards;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;

const SERVICE: &str = "partnercentral-account-management.amazonaws.com";

/// A request in a line: the action, then the resource (`-` for none), then what is known, as `key=value`, and who asks,
/// as `by=...`.
#[track_caller]
fn request(line: &str) -> Request {
    let mut words = line.split_whitespace();
    let mut request = Request::new(words.next().unwrap()).unwrap();
    match words.next() {
        None | Some("-") => {}
        Some(arn) => request = request.on(Arn::parse(arn).unwrap()),
    }
    for word in words {
        let (key, value) = word.split_once('=').unwrap();
        request = match key {
            "by" if value.starts_with("arn:") => request.by(Principal::Entity(Arn::parse(value).unwrap())),
            "by" => request.by(Principal::Service(value.to_string())),
            "idp" => request.by(Principal::Federated(value.to_string())),
            key => request.with(key, value).unwrap(),
        };
    }
    request
}

/// The verdict in a word, with what decided.
fn said(verdict: &Verdict) -> String {
    let by: Vec<String> = verdict
        .deciding()
        .map(|j| j.sid.clone().unwrap_or_else(|| format!("{}#{}", j.policy, j.statement)))
        .chain(verdict.unreadable.iter().map(|u| format!("{}: {}", u.policy, u.faults.0[0].code)))
        .collect();
    let word = serde_json::to_value(verdict.decision).unwrap();
    [word.as_str().unwrap().to_string(), by.join(" ")].join(" ").trim().to_string()
}

fn texts(documents: &[&str]) -> Vec<PolicyText> {
    let named = |(n, text): (usize, &&str)| PolicyText { name: format!("p{n}"), document: text.to_string() };
    documents.iter().enumerate().map(named).collect()
}

/// Given these documents, a request comes out as said.
#[track_caller]
fn check(documents: &[&str], kind: PolicyKind, line: &str, expected: &str) {
    let verdict = evaluate(&texts(documents), kind, &request(line));
    assert_eq!(said(&verdict), expected, "{line}\n{verdict}");
    assert_eq!(verdict.is_allowed(), expected.starts_with("allowed"));
    assert!(!verdict.to_string().is_empty());
}

/// A document with these statements, which are written with single quotes.
fn policy(statements: &str) -> String {
    format!("{{'Version':'2012-10-17','Statement':[{statements}]}}").replace('\'', "\"")
}
