//! What is asked of policies: who wants to do what to which resource, and what else is known.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};

use super::arn::Arn;

/// The actions that know no resource. A statement about them has to say `"Resource": "*"`; with the name of a resource it
/// is about nothing (IAM-21..23).
const WITHOUT_RESOURCE: [&str; 4] = [
    "partnercentral-account-management:associatepartneraccount",
    "partnercentral-account-management:associatepartneruser",
    "partnercentral-account-management:disassociatepartneruser",
    "iam:listroles",
];

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Principal {
    /// A user, a role or a session.
    Entity(Arn),
    /// A service, by its full name.
    Service(String),
    /// Somebody whom an identity provider vouches for.
    Federated(String),
}

/// Why a request cannot be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum RequestFault {
    /// The action is not one action.
    #[error("an action is of the form service:Name, without wildcards")]
    ActionForm,
    /// A key of the context is not one.
    #[error("a key of the context is of the form service:Name")]
    KeyForm,
    /// A key of the context is given twice.
    #[error("a key of the context is given twice")]
    KeyTwice,
    /// It is longer than anything that is asked.
    #[error("a value of the request has more than 2048 bytes")]
    TooLong,
}

impl RequestFault {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ActionForm => "action_form",
            Self::KeyForm => "key_form",
            Self::KeyTwice => "key_twice",
            Self::TooLong => "too_long",
        }
    }
}

/// The longest text of a request, in bytes.
const MOST_BYTES: usize = 2048;

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub(super) action: String,
    pub(super) resource: Option<Arn>,
    pub(super) principal: Option<Principal>,
    /// By the key in small letters.
    context: BTreeMap<String, String>,
}

impl Request {
    /// To do `action`, `service:Name`, on no particular resource.
    pub fn new(action: &str) -> Result<Self, RequestFault> {
        let is_name = |part: &str, more: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
        };
        match action.trim().split_once(':') {
            _ if action.len() > MOST_BYTES => Err(RequestFault::TooLong),
            Some((service, name)) if is_name(service, "-") && is_name(name, "") => Ok(Self {
                action: action.trim().to_string(),
                resource: None,
                principal: None,
                context: BTreeMap::new(),
            }),
            _ => Err(RequestFault::ActionForm),
        }
    }

    /// On this resource. An action that knows no resource is asked for as before.
    #[must_use]
    pub fn on(mut self, resource: Arn) -> Self {
        self.resource = (!self.is_without_resource()).then_some(resource);
        self
    }

    /// By this principal.
    #[must_use]
    pub fn by(mut self, principal: Principal) -> Self {
        self.principal = Some(principal);
        self
    }

    /// With one more thing that is known of it.
    pub fn with(mut self, key: &str, value: &str) -> Result<Self, RequestFault> {
        if key.len() > MOST_BYTES || value.len() > MOST_BYTES {
            return Err(RequestFault::TooLong);
        }
        if !key.contains(':') || key.chars().any(char::is_whitespace) {
            return Err(RequestFault::KeyForm);
        }
        match self.context.insert(key.to_ascii_lowercase(), value.to_string()) {
            Some(_) => Err(RequestFault::KeyTwice),
            None => Ok(self),
        }
    }

    /// The action.
    #[must_use]
    pub fn action(&self) -> &str {
        &self.action
    }

    /// Whether the action knows no resource.
    #[must_use]
    pub fn is_without_resource(&self) -> bool {
        WITHOUT_RESOURCE.iter().any(|action| self.action.eq_ignore_ascii_case(action))
    }

    pub(super) fn known(&self, key: &str) -> Option<&str> {
        self.context.get(&key.to_ascii_lowercase()).map(String::as_str)
    }
}
