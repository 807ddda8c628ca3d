//! Reads a policy document. Whatever evaluation could not judge rightly is a fault, and a document with a fault allows
//! nothing: an element or an operator that is skipped might be the one that narrows.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use super::arn::{AccountId, Arn, ArnPattern};
use super::condition::{Comparison, Condition, Operator, Value};
use super::json::{Json, read};
use super::policy::{OneOf, Policy, PolicyKind, PrincipalPattern, Statement, StatementEffect};

/// The version of the policy language that every document names (IAM-1).
pub const VERSION: &str = "2012-10-17";

/// One fault of a document, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PolicyFault {
    /// The place: line and column where the text is not JSON, else the way to the value, as in `Statement[1].Action[0]`.
    pub place: String,
    /// A stable code.
    pub code: &'static str,
    /// What is wrong, for people.
    pub message: String,
}

impl PolicyFault {
    /// Whether the text is no JSON document at all, as opposed to one that says something unknown.
    #[must_use]
    pub fn is_of_form(&self) -> bool {
        matches!(self.code, "too_long" | "syntax" | "duplicate_key" | "too_deep")
    }
}

impl fmt::Display for PolicyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        write!(f, "{} [{}]", self.message, self.code)
    }
}

/// All faults of a document, in the order of their places.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, thiserror::Error)]
#[serde(transparent)]
pub struct PolicyFaults(pub Vec<PolicyFault>);

impl fmt::Display for PolicyFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

/// Reads a document.
pub(super) fn parse(text: &str, kind: PolicyKind) -> Result<Policy, PolicyFaults> {
    let json = read(text).map_err(|fault| PolicyFaults([fault].into()))?;
    let mut check = Check::default();
    let statements = check.document(&json, kind);
    if check.0.is_empty() { Ok(Policy { kind, statements }) } else { Err(PolicyFaults(check.0)) }
}

/// Collects faults while the parts are read.
#[derive(Default)]
struct Check(Vec<PolicyFault>);

impl Check {
    fn fault(&mut self, place: &str, code: &'static str, message: impl Into<String>) {
        self.0.push(PolicyFault { place: place.to_string(), code, message: message.into() });
    }

    fn document(&mut self, json: &Json, kind: PolicyKind) -> Vec<Statement> {
        let Json::Object(elements) = json else {
            self.fault("", "not_an_object", "a policy is a JSON object");
            return Vec::new();
        };
        let (mut version, mut statements) = (None, None);
        for (name, value) in elements {
            match name.as_str() {
                "Version" => version = self.text(name, value),
                "Id" => {
                    self.text(name, value);
                }
                "Statement" => statements = Some(value),
                _ => self.fault(name, "unknown_element", format!("a policy has no element {name:?}")),
            }
        }
        let has_version = elements.iter().any(|(name, _)| name == "Version");
        if !has_version {
            self.fault("Version", "required", format!("without a version another language is meant; say {VERSION}"));
        } else if version.is_some_and(|v| v != VERSION) {
            self.fault("Version", "unknown_version", format!("only the version {VERSION} is known"));
        }
        let Some(statements) = statements else {
            self.fault("Statement", "required", "a policy needs a statement");
            return Vec::new();
        };
        let read = match statements {
            Json::List(list) => {
                if list.is_empty() {
                    self.fault("Statement", "empty", "a policy needs a statement");
                }
                let each = list.iter().enumerate();
                each.filter_map(|(n, json)| self.statement(&format!("Statement[{n}]"), json, kind)).collect()
            }
            one @ (Json::Other | Json::Text(_) | Json::Object(_)) => {
                Vec::from_iter(self.statement("Statement", one, kind))
            }
        };
        self.sids_differ(&read);
        read
    }

    fn sids_differ(&mut self, statements: &[Statement]) {
        let mut seen = BTreeSet::new();
        for sid in statements.iter().filter_map(Statement::sid) {
            if !seen.insert(sid) {
                self.fault("Statement", "sid_twice", format!("two statements are called {sid:?}"));
            }
        }
    }

    fn statement(&mut self, place: &str, json: &Json, kind: PolicyKind) -> Option<Statement> {
        let Json::Object(elements) = json else {
            self.fault(place, "not_an_object", "a statement is a JSON object");
            return None;
        };
        let (mut sid, mut effect, mut principals, mut conditions) = (None, None, None, Vec::new());
        let (mut actions, mut resources) = (None, None);
        for (name, value) in elements {
            let at = format!("{place}.{name}");
            match name.as_str() {
                "Sid" => sid = self.sid(&at, value),
                "Effect" => effect = self.effect(&at, value),
                "Principal" => principals = Some(self.principals(&at, value)),
                "Action" | "NotAction" => {
                    self.once(&at, actions.is_some());
                    actions = Some(OneOf { not: name == "NotAction", patterns: self.each(&at, value, Self::action) });
                }
                "Resource" | "NotResource" => {
                    self.once(&at, resources.is_some());
                    let patterns = self.each(&at, value, Self::resource);
                    resources = Some(OneOf { not: name == "NotResource", patterns });
                }
                "Condition" => conditions = self.conditions(&at, value),
                "NotPrincipal" => self.fault(&at, "unsupported_element", "NotPrincipal is not evaluated here"),
                _ => self.fault(&at, "unknown_element", format!("a statement has no element {name:?}")),
            }
        }
        let has = |wanted: &str| elements.iter().any(|(name, _)| name == wanted);
        self.present(place, "Effect", has("Effect"));
        self.present(place, "Action", actions.is_some());
        self.present(place, "Principal", kind == PolicyKind::Permissions || principals.is_some());
        self.present(place, "Resource", kind == PolicyKind::Trust || resources.is_some());
        if kind == PolicyKind::Permissions && principals.is_some() {
            self.fault(
                &format!("{place}.Principal"),
                "principal_not_allowed",
                "only a role's trust policy names principals",
            );
        }
        if kind == PolicyKind::Trust && resources.is_some() {
            self.fault(place, "resource_not_allowed", "a trust policy is about the role that carries it");
        }
        Some(Statement { sid, effect: effect?, principals, actions: actions?, resources, conditions })
    }

    fn present(&mut self, place: &str, element: &str, present: bool) {
        if !present {
            self.fault(&format!("{place}.{element}"), "required", format!("a statement needs {element}"));
        }
    }

    fn once(&mut self, place: &str, already: bool) {
        if already {
            self.fault(place, "element_and_its_opposite", "an element and its Not form exclude each other");
        }
    }

    /// A text that is not empty.
    fn text<'a>(&mut self, place: &str, json: &'a Json) -> Option<&'a str> {
        match json {
            Json::Text(text) if text.is_empty() => {
                self.fault(place, "empty", "this is empty");
                None
            }
            Json::Text(text) => Some(text),
            Json::Other | Json::List(_) | Json::Object(_) => {
                self.fault(place, "not_a_text", "a text is expected here");
                None
            }
        }
    }

    /// One text or a list of them, each read by `read`.
    fn each<T>(&mut self, place: &str, json: &Json, read: impl Fn(&mut Self, &str, &str) -> Option<T>) -> Vec<T> {
        match json {
            Json::List(list) => {
                if list.is_empty() {
                    self.fault(place, "empty", "an empty list never matches");
                }
                let mut values = Vec::new();
                for (n, json) in list.iter().enumerate() {
                    let at = format!("{place}[{n}]");
                    let text = self.text(&at, json);
                    values.extend(text.and_then(|text| read(self, &at, text)));
                }
                values
            }
            one @ (Json::Other | Json::Text(_) | Json::Object(_)) => {
                let text = self.text(place, one);
                text.and_then(|text| read(self, place, text)).into_iter().collect()
            }
        }
    }

    fn sid(&mut self, place: &str, json: &Json) -> Option<String> {
        let text = self.text(place, json)?;
        if !text.chars().all(|c| c.is_ascii_alphanumeric()) {
            self.fault(place, "sid_form", "a statement's name holds letters and digits only");
        }
        Some(text.to_string())
    }

    fn effect(&mut self, place: &str, json: &Json) -> Option<StatementEffect> {
        match self.text(place, json)? {
            "Allow" => Some(StatementEffect::Allow),
            "Deny" => Some(StatementEffect::Deny),
            other => {
                self.fault(place, "unknown_effect", format!("{other:?} is neither \"Allow\" nor \"Deny\""));
                None
            }
        }
    }

    fn action(&mut self, place: &str, text: &str) -> Option<String> {
        let is_of = |part: &str, more: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
        };
        let known = text == "*"
            || text
                .split_once(':')
                .is_some_and(|(service, name)| (service == "*" || is_of(service, "-")) && is_of(name, "*?"));
        if !known {
            self.fault(place, "action_form", format!("{text:?} is not of the form service:Name"));
        }
        known.then(|| text.to_string())
    }

    fn resource(&mut self, place: &str, text: &str) -> Option<ArnPattern> {
        self.no_variable(place, text);
        let pattern = ArnPattern::parse(text);
        // A pattern of services would reach resources that nobody has thought of.
        if pattern.is_ok() && text.split(':').nth(2).is_some_and(|service| service.contains(['*', '?'])) {
            self.fault(place, "service_wildcard", "the service of a resource is named in full");
        }
        pattern.map_err(|fault| self.fault(place, fault.code(), fault.to_string())).ok()
    }

    fn no_variable(&mut self, place: &str, text: &str) {
        if text.contains("${") {
            self.fault(place, "variable", "variables are not evaluated here");
        }
    }

    fn principals(&mut self, place: &str, json: &Json) -> Vec<PrincipalPattern> {
        let Json::Object(kinds) = json else {
            return match self.text(place, json) {
                Some("*") => [PrincipalPattern::Anybody].into(),
                Some(_) => {
                    self.fault(place, "principal_form", "a principal is \"*\" or an object");
                    Vec::new()
                }
                None => Vec::new(),
            };
        };
        if kinds.is_empty() {
            self.fault(place, "empty", "a principal is missing");
        }
        let mut principals = Vec::new();
        for (kind, value) in kinds {
            let at = format!("{place}.{kind}");
            principals.extend(match kind.as_str() {
                "AWS" => self.each(&at, value, Self::aws_principal),
                "Service" => self.each(&at, value, |_, _, text| Some(PrincipalPattern::Service(text.to_string()))),
                "Federated" => self.each(&at, value, |_, _, text| Some(PrincipalPattern::Federated(text.to_string()))),
                _ => {
                    self.fault(&at, "unknown_principal", format!("principals of the kind {kind:?} are not known"));
                    Vec::new()
                }
            });
        }
        principals
    }

    fn aws_principal(&mut self, place: &str, text: &str) -> Option<PrincipalPattern> {
        if text == "*" {
            return Some(PrincipalPattern::Anybody);
        }
        if let Ok(account) = AccountId::parse(text) {
            return Some(PrincipalPattern::Account(account.to_string()));
        }
        match Arn::parse(text) {
            Ok(arn) if arn.is_root() => arn.account().map(|account| PrincipalPattern::Account(account.to_string())),
            Ok(arn) => Some(PrincipalPattern::Entity(arn)),
            Err(fault) => {
                self.fault(place, fault.code(), fault.to_string());
                None
            }
        }
    }

    fn conditions(&mut self, place: &str, json: &Json) -> Vec<Condition> {
        let Json::Object(operators) = json else {
            self.fault(place, "not_an_object", "a condition is a JSON object");
            return Vec::new();
        };
        let mut conditions = Vec::new();
        for (name, keys) in operators {
            let at = format!("{place}.{name}");
            let Some(operator) = Operator::parse(name) else {
                self.fault(&at, "unknown_operator", format!("the operator {name:?} is not evaluated here"));
                continue;
            };
            let Json::Object(keys) = keys else {
                self.fault(&at, "not_an_object", "an operator holds keys with values");
                continue;
            };
            if keys.is_empty() {
                self.fault(&at, "empty", "an operator without a key says nothing");
            }
            for (key, values) in keys {
                let at = format!("{at}.{key}");
                if !key.contains(':') || key.chars().any(|c| c.is_whitespace() || c == '$') {
                    self.fault(&at, "key_form", "a key is of the form service:Name");
                }
                let values = self.each(&at, values, |check, at, text| check.value(at, text, operator.comparison));
                conditions.push(Condition { name: name.clone(), operator, key: key.clone(), values });
            }
        }
        conditions
    }

    fn value(&mut self, place: &str, text: &str, comparison: Comparison) -> Option<Value> {
        self.no_variable(place, text);
        match comparison {
            Comparison::Text | Comparison::TextIgnoringCase | Comparison::Pattern => {
                Some(Value::Text(text.to_string()))
            }
            Comparison::Arn => match ArnPattern::parse(text) {
                Ok(pattern) => Some(Value::Arn(pattern)),
                Err(fault) => {
                    self.fault(place, fault.code(), fault.to_string());
                    None
                }
            },
        }
    }
}
