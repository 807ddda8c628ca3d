//! A policy document after it was read: only what evaluation knows how to judge.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::arn::{Arn, ArnPattern};
use super::condition::Condition;
use super::parse::{PolicyFaults, parse};
use super::wildcard::{Case, matches};

/// What a document is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PolicyKind {
    /// What its bearer may do: names resources, and no principal.
    Permissions,
    /// Who may assume the role that carries it: names principals, and no resource.
    Trust,
}

/// What a statement does where it applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StatementEffect {
    /// It allows.
    Allow,
    /// It denies, whatever else allows.
    Deny,
}

/// A policy document that was read whole and holds nothing that evaluation does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    pub(super) kind: PolicyKind,
    pub(super) statements: Vec<Statement>,
}

impl Policy {
    /// Reads a document from JSON. All faults are reported, each with its place.
    pub fn parse(text: &str, kind: PolicyKind) -> Result<Self, PolicyFaults> {
        parse(text, kind)
    }

    /// What it is for.
    #[must_use]
    pub fn kind(&self) -> PolicyKind {
        self.kind
    }

    /// The statements.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub(super) sid: Option<String>,
    pub(super) effect: StatementEffect,
    pub(super) principals: Option<Vec<PrincipalPattern>>,
    pub(super) actions: OneOf<String>,
    pub(super) resources: Option<OneOf<ArnPattern>>,
    pub(super) conditions: Vec<Condition>,
}

impl Statement {
    /// Its own name in the document.
    #[must_use]
    pub fn sid(&self) -> Option<&str> {
        self.sid.as_deref()
    }

    /// What it does where it applies.
    #[must_use]
    pub fn effect(&self) -> StatementEffect {
        self.effect
    }
}

/// One of several patterns, or (the elements that begin with `Not`) none of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OneOf<T> {
    pub(super) not: bool,
    pub(super) patterns: Vec<T>,
}

impl OneOf<String> {
    /// Actions are compared without regard to case (C-093).
    pub(super) fn includes(&self, action: &str) -> bool {
        self.patterns.iter().any(|p| matches(p, action, Case::Insensitive)) != self.not
    }
}

/// Who is meant by a principal of a trust policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PrincipalPattern {
    /// Everybody.
    Anybody,
    /// Everybody of an account, by its id.
    Account(String),
    /// One user, role or session.
    Entity(Arn),
    /// One service; compared with its case (C-093).
    Service(String),
    /// An identity provider.
    Federated(String),
}
