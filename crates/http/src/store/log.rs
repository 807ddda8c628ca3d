//! What is looked for in a tenant's log.

use super::Millis;

/// Whose events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogActor {
    /// Of exactly this actor.
    Is(String),
    /// Of all actors that begin so.
    Begins(String),
}

/// Which events of a tenant's log are read; every field that is given has to match.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// The kind of aggregate.
    pub kind: Option<String>,
    /// The event's stable name.
    pub event_type: Option<String>,
    /// By whom.
    pub actor: Option<LogActor>,
    /// From this moment on.
    pub from: Option<Millis>,
    /// Before this moment.
    pub until: Option<Millis>,
    /// In which request.
    pub request_id: Option<String>,
}
