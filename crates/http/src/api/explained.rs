//! Why a refusal stands and what leads on, as the API tells it.

use guildhall_core::explain::{By, Explanation};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// Why a refusal stands: what is missing, who can help, what to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Reasons {
    /// What would have to be there as well; empty where things only stand differently.
    missing: Vec<MissingView>,
    /// What leads on, the likeliest first.
    steps: Vec<StepView>,
}

/// Something that is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
struct MissingView {
    /// What sort of thing, as in `permission`, `stage` or `seat`.
    what: String,
    /// The same in words.
    text: String,
    /// Its facts by name, as in `permission`, `roles`, `paths`, `stage`, `quota`.
    facts: Map<String, Value>,
}

/// A step that leads on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = NextStep)]
struct StepView {
    /// What to do, as in `assign_role`.
    action: String,
    /// The same in words, with who can do it.
    text: String,
    /// What it is about, by name, as in `role`, `stage`, `until`.
    facts: Map<String, Value>,
    /// `you`, `members`, `operator` or `others`.
    who: String,
    /// The roles that make members able to.
    roles: Vec<String>,
    /// Members who can.
    people: Vec<HelperView>,
    /// How many more can than are named.
    more: usize,
}

/// Somebody who can help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
struct HelperView {
    /// The person's id.
    person: String,
    /// Their name.
    name: String,
    /// Their address.
    email: String,
}

/// The tag of a stored value, and its other fields.
fn tagged(value: &impl Serialize, tag: &str) -> (String, Map<String, Value>) {
    let Ok(Value::Object(mut facts)) = serde_json::to_value(value) else { return Default::default() };
    let name = facts.remove(tag).and_then(|v| v.as_str().map(ToOwned::to_owned)).unwrap_or_default();
    (name, facts)
}

impl From<&Explanation> for Reasons {
    fn from(explanation: &Explanation) -> Self {
        let missing = explanation.missing.iter().map(|missing| {
            let (what, facts) = tagged(missing, "what");
            MissingView { what, text: missing.to_string(), facts }
        });
        let steps = explanation.steps.iter().map(|step| {
            let (action, facts) = tagged(&step.action, "action");
            let (who, _) = tagged(&step.by, "who");
            let (roles, people, more) = match &step.by {
                By::Members { roles, people, more } => (roles.clone(), people.as_slice(), *more),
                By::You | By::Operator | By::Others => (Vec::new(), &[][..], 0),
            };
            let people = people.iter().map(|helper| HelperView {
                person: helper.id.to_string(),
                name: helper.name.to_string(),
                email: helper.email.to_string(),
            });
            StepView { action, text: step.to_string(), facts, who, roles, people: people.collect(), more }
        });
        Self { missing: missing.collect(), steps: steps.collect() }
    }
}
