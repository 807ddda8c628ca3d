//! The documents that describe the API: one that everybody may read, and the whole one for operators.
//!
//! What is the operators' alone is left out of the first with everything that only it uses, so that nothing points to it.

mod complete;

use std::collections::BTreeSet;

use serde_json::Value;

pub(super) use complete::{METHODS, completed};

use crate::operator::{API_PATH, is_under};

/// How a document points to a schema.
const SCHEMA: &str = "#/components/schemas/";
/// The tag of the operators' operations.
const TAG: &str = "operator";

/// The document without what is the operators' alone.
pub(super) fn for_everybody(mut document: Value) -> Value {
    if let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) {
        paths.retain(|path, _| !is_under(path, API_PATH));
    }
    if let Some(tags) = document.get_mut("tags").and_then(Value::as_array_mut) {
        tags.retain(|tag| tag.get("name").and_then(Value::as_str) != Some(TAG));
    }
    let mut used = BTreeSet::new();
    let mut open = document.get("paths").map(named).unwrap_or_default();
    open.extend(document.pointer("/components/responses").map(named).unwrap_or_default());
    let schemas = document.pointer("/components/schemas").cloned().unwrap_or_default();
    while let Some(name) = open.pop_first() {
        open.extend(schemas.get(&name).map(named).unwrap_or_default());
        used.insert(name);
        open.retain(|name| !used.contains(name));
    }
    if let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) {
        schemas.retain(|name, _| used.contains(name));
    }
    document
}

/// The schemas that a part of a document points to.
fn named(part: &Value) -> BTreeSet<String> {
    match part {
        Value::String(text) => text.strip_prefix(SCHEMA).map(str::to_owned).into_iter().collect(),
        Value::Array(parts) => parts.iter().flat_map(named).collect(),
        Value::Object(parts) => parts.values().flat_map(named).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => BTreeSet::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_operators_alone_is_left_out() {
        let whole = crate::api::whole();
        let everybodys = for_everybody(whole.clone());
        let count = |document: &Value, pointer: &str| document.pointer(pointer).unwrap().as_object().unwrap().len();
        assert!(count(&whole, "/paths") > count(&everybodys, "/paths") + 3);
        assert!(count(&whole, "/components/schemas") > count(&everybodys, "/components/schemas") + 2);
        assert!(whole.pointer("/components/schemas/CompanyList").is_some());
        let text = everybodys.to_string();
        for hidden in ["/operator", "\"name\":\"operator\"", "CompanyList", "OperatorView"] {
            assert!(!text.contains(hidden), "{hidden}");
        }
        for document in [&whole, &everybodys] {
            for name in named(document) {
                assert!(document.pointer(&format!("/components/schemas/{name}")).is_some(), "{name} is described");
            }
        }
    }
}
