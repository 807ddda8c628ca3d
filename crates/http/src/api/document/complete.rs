//! What holds for every operation, told once: the answers of what surrounds the handlers, and the headers of writes.
//!
//! A handler's description names what is its own. That a request may be too long, too frequent or not in JSON, that a
//! repeated `Idempotency-Key` or an old `If-Match` is refused, and how a problem is sent, is the same everywhere and is
//! added here, so that no operation can forget it.

use serde_json::{Map, Value, json};

use super::SCHEMA;

/// The methods that an item of `paths` describes.
pub(in crate::api) const METHODS: [&str; 5] = ["get", "put", "post", "delete", "patch"];
/// The media type of problems.
const PROBLEM: &str = "application/problem+json";
/// How the description of a handler names the headers of writes.
const KEY: &str = "Idempotency-Key";
const IF_MATCH: &str = "If-Match";

/// An answer that many operations have: its status, its name among the components, and when it comes.
struct Common {
    status: &'static str,
    name: &'static str,
    about: &'static str,
}

const COMMON: &[Common] = &[
    common("400", "Malformed", "The request is not as described here."),
    common("401", "Unauthenticated", "Nobody is signed in, or the token is no longer good."),
    common("403", "Forbidden", "The caller may not do this; `missing_permission` and `explanation` tell why."),
    common("404", "Missing", "It does not exist, or the caller may not know of it."),
    common("405", "WrongMethod", "The address does not take this method; `Allow` lists those that it takes."),
    common("406", "NotAcceptable", "The answer comes in no media type that `Accept` names."),
    common("409", "Conflict", "Things stand differently by now, or the same request is being answered."),
    common("412", "Changed", "It was changed since the version that `If-Match` names."),
    common("413", "TooLarge", "The body is longer than this address takes."),
    common("415", "WrongMediaType", "The body has another media type than the one described."),
    common("422", "Refused", "A rule refuses it; `code` tells which, `faults` what is wrong with which field."),
    common("429", "TooManyRequests", "Too many requests; `Retry-After` tells how many seconds to wait."),
    common("500", "Internal", "The server failed. The request id helps to find out why."),
    common("503", "Unavailable", "The server is too busy, or could not confirm the change. Try again."),
];

const fn common(status: &'static str, name: &'static str, about: &'static str) -> Common {
    Common { status, name, about }
}

/// The document with everything that holds for all of its operations.
pub(in crate::api) fn completed(mut document: Value) -> Value {
    if let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) {
        for item in paths.values_mut().filter_map(Value::as_object_mut) {
            for method in METHODS {
                if let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) {
                    complete(method, operation);
                }
            }
        }
    }
    bound(&mut document);
    merge(&mut document);
    if let Some(components) = document.get_mut("components").and_then(Value::as_object_mut) {
        components.insert("responses".into(), COMMON.iter().map(|c| (c.name.to_owned(), response(c))).collect());
        components.insert("parameters".into(), parameters());
        components.insert("headers".into(), headers());
    }
    if let Some(document) = document.as_object_mut() {
        document.insert("servers".into(), json!([{ "url": "/" }]));
        let about = "Every operation, to read and to try";
        document.insert("externalDocs".into(), json!({ "url": "/api/docs", "description": about }));
    }
    document
}

fn response(common: &Common) -> Value {
    let mut response = json!({
        "description": common.about,
        "content": { PROBLEM: { "schema": { "$ref": format!("{SCHEMA}Problem") } } },
    });
    let header = match common.status {
        "401" => json!({ "WWW-Authenticate": { "schema": { "type": "string" } } }),
        "405" => json!({ "Allow": { "required": true, "schema": { "type": "string" } } }),
        "429" => json!({ "Retry-After": { "required": true, "schema": { "type": "integer", "minimum": 1 } } }),
        "503" => json!({ "Retry-After": { "schema": { "type": "integer", "minimum": 1 } } }),
        _ => return response,
    };
    if let Some(response) = response.as_object_mut() {
        response.insert("headers".into(), header);
    }
    response
}

fn parameters() -> Value {
    json!({
        KEY: {
            "name": KEY, "in": "header", "required": false,
            "description": "A name for this request, chosen by the caller. The same request with the same name is \
                            answered as it was the first time, and done once.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 128, "pattern": "^[!-~]([ -~]*[!-~])?$" },
        },
        IF_MATCH: {
            "name": IF_MATCH, "in": "header", "required": false,
            "description": "The `ETag` of what was read: refused with 412 if it was changed since. `*` matches \
                            whatever there is.",
            "schema": { "anyOf": [
                { "type": "string", "enum": ["*"] },
                { "type": "string", "pattern": "^\"[!#-~]*\"$" },
            ] },
        },
    })
}

fn headers() -> Value {
    json!({
        "ETag": {
            "description": "The version of what was answered, for `If-Match`.",
            "schema": { "type": "string", "pattern": "^\"[0-9]+\"$" },
        },
        "Idempotent-Replayed": {
            "description": "`true` where this is the answer to the first request with the same `Idempotency-Key`.",
            "schema": { "type": "string", "enum": ["true"] },
        },
    })
}

/// What holds for one operation.
fn complete(method: &str, operation: &mut Map<String, Value>) {
    name(operation);
    let takes = |list: &Value, name: &str| list.as_array().is_some_and(|l| l.iter().any(|p| p["name"] == name));
    let parameters = operation.get("parameters").cloned().unwrap_or_default();
    let in_path = parameters.as_array().is_some_and(|list| list.iter().any(|p| p["in"] == "path"));
    let (keyed, tagged) = (takes(&parameters, KEY), takes(&parameters, IF_MATCH));
    // Nobody has to be known: an empty list says so to every reader, a list of nothing only to some.
    let secured = operation.get("security") != Some(&json!([{}]));
    if !secured {
        operation.insert("security".into(), json!([]));
    }
    let has_body = operation.contains_key("requestBody");
    let writes = method != "get";
    if let Some(content) = operation.get_mut("requestBody").and_then(|body| body.get_mut("content")) {
        binary(content);
    }
    if let Some(list) = operation.get_mut("parameters").and_then(Value::as_array_mut) {
        list.iter_mut().for_each(parameter);
    }
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    let tells = responses.iter().any(|(status, told)| status.starts_with('2') && told.get("content").is_some());
    for common in COMMON {
        let added = match common.status {
            "400" | "429" | "500" | "503" => true,
            "401" => secured,
            "403" => writes,
            "404" => in_path || has_body,
            "406" => tells,
            "409" | "422" => keyed,
            "412" => tagged,
            "413" | "415" => has_body,
            _ => false,
        };
        if added || responses.contains_key(common.status) {
            let reference = format!("#/components/responses/{}", common.name);
            responses.insert(common.status.into(), json!({ "$ref": reference }));
        }
    }
    for (status, told) in responses.iter_mut().filter(|(status, _)| status.starts_with('2')) {
        if let Some(told) = told.as_object_mut() {
            good(status, told, tagged, keyed);
        }
    }
}

/// An operation is named after its tag and what it does there: unique in the document.
fn name(operation: &mut Map<String, Value>) {
    let tag = operation.get("tags").and_then(|tags| tags.get(0)).and_then(Value::as_str).unwrap_or_default();
    let own = operation.get("operationId").and_then(Value::as_str).unwrap_or_default();
    let whole = if own == tag { own.to_owned() } else { format!("{tag}_{own}") };
    operation.insert("operationId".into(), whole.into());
}

/// A good answer: what it is, and its headers.
fn good(status: &str, told: &mut Map<String, Value>, tagged: bool, keyed: bool) {
    let about = match status {
        "201" => "It is made.",
        "202" => "It is taken in.",
        "204" => "It is done; there is nothing to tell.",
        _ => "What was asked for.",
    };
    let described = told.get("description").and_then(Value::as_str).is_some_and(|text| !text.is_empty());
    if !described {
        told.insert("description".into(), about.into());
    }
    let mut names: Vec<String> =
        told.get("headers").and_then(Value::as_object).map(|h| h.keys().cloned().collect()).unwrap_or_default();
    names.extend(tagged.then(|| "ETag".to_owned()));
    names.extend(keyed.then(|| "Idempotent-Replayed".to_owned()));
    if let Some(content) = told.get_mut("content") {
        binary(content);
    }
    if !names.is_empty() {
        let reference = |name: String| {
            let reference = format!("#/components/headers/{name}");
            (name, json!({ "$ref": reference }))
        };
        told.insert("headers".into(), names.into_iter().map(reference).collect());
    }
}

/// Bytes are sent as they are, not as a list of numbers.
fn binary(content: &mut Value) {
    for (media_type, told) in content.as_object_mut().into_iter().flatten() {
        if media_type != "application/json" && told.pointer("/schema/type") == Some(&json!("array")) {
            *told = json!({ "schema": { "type": "string", "format": "binary" } });
        }
    }
}

/// A parameter: the headers of writes are described once, nothing in an address is `null`, and what may be left out may
/// also be left empty, but for a list and for yes or no.
fn parameter(parameter: &mut Value) {
    let name = parameter.get("name").and_then(Value::as_str).unwrap_or_default();
    if name == KEY || name == IF_MATCH {
        *parameter = json!({ "$ref": format!("#/components/parameters/{name}") });
        return;
    }
    let kind = parameter.pointer("/schema/type");
    let yes_or_list = kind == Some(&json!("boolean")) || kind == Some(&json!("array"));
    let optional = parameter.get("required") != Some(&Value::Bool(true)) && !yes_or_list;
    if let Some(fields) = parameter.as_object_mut()
        && optional
        && fields.get("in") == Some(&json!("query"))
    {
        // `?from=&until=2027-01-31` is what a form sends.
        fields.insert("allowEmptyValue".into(), Value::Bool(true));
    }
    let Some(schema) = parameter.get_mut("schema").and_then(Value::as_object_mut) else { return };
    if let Some(types) = schema.get_mut("type")
        && let Some(first) = types.as_array().and_then(|list| list.iter().find(|t| *t != "null")).cloned()
    {
        *types = first;
    }
}

/// A choice whose parts are a strict object and the field that tells which it is: described apart, each would refuse
/// the other's fields, so they become one object.
fn merge(document: &mut Value) {
    let known = document.pointer("/components/schemas").cloned().unwrap_or_default();
    let schemas = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut);
    for choices in schemas.into_iter().flat_map(Map::values_mut).filter_map(|schema| schema.get_mut("oneOf")) {
        for choice in choices.as_array_mut().into_iter().flatten() {
            let Some(parts) = choice.get("allOf").and_then(Value::as_array).cloned() else { continue };
            let (mut properties, mut required, mut whole) = (Map::new(), Vec::new(), Map::new());
            for part in &parts {
                let reference = part.get("$ref").and_then(Value::as_str).and_then(|r| r.strip_prefix(SCHEMA));
                let told = reference.and_then(|name| known.get(name)).unwrap_or(part);
                let fields = told.as_object().cloned().unwrap_or_default();
                properties.extend(fields.get("properties").and_then(Value::as_object).cloned().unwrap_or_default());
                required.extend(fields.get("required").and_then(Value::as_array).cloned().unwrap_or_default());
                whole.extend(fields);
            }
            whole.insert("properties".into(), Value::Object(properties));
            whole.insert("required".into(), Value::Array(required));
            *choice = Value::Object(whole);
        }
    }
}

/// Integers have the bounds that their format names, so that no program sends what cannot be read.
fn bound(part: &mut Value) {
    match part {
        Value::Array(parts) => parts.iter_mut().for_each(bound),
        Value::Object(fields) => {
            // A least value of 0 is how an unsigned number is described, whose format then names the wrong most.
            let unsigned = fields.get("minimum") == Some(&json!(0));
            let bounds: Option<(Value, Value)> = match (fields.get("format").and_then(Value::as_str), unsigned) {
                (Some("int32"), true) => Some((0.into(), u32::MAX.into())),
                (Some("int32"), false) => Some((i32::MIN.into(), i32::MAX.into())),
                (Some("int64"), true) => Some((0.into(), u64::MAX.into())),
                (Some("int64"), false) => Some((i64::MIN.into(), i64::MAX.into())),
                _ => None,
            };
            if let Some((least, most)) = bounds {
                fields.entry("minimum").or_insert(least);
                fields.entry("maximum").or_insert(most);
                if unsigned {
                    fields.remove("format");
                }
            }
            fields.values_mut().for_each(bound);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every operation of the document: where it is, and what it says.
    fn operations(document: &Value) -> Vec<(String, &Value)> {
        let mut all = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for method in METHODS {
                if let Some(operation) = item.get(method) {
                    all.push((format!("{method} {path}"), operation));
                }
            }
        }
        all
    }

    #[test]
    fn every_operation_has_a_name_of_its_own_and_a_summary() {
        let document = crate::api::whole();
        let (mut names, all) = (BTreeSet::new(), operations(&document));
        for (place, operation) in &all {
            assert!(names.insert(operation["operationId"].as_str().unwrap()), "{place} shares its name");
            assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{place} has no summary");
        }
        assert!(all.len() > 150, "{}", all.len());
    }

    /// Two types of one name would overwrite each other's description, and nobody would be told.
    #[test]
    fn every_schema_has_a_name_of_its_own() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api");
        let (mut folders, mut names) = (vec![root], BTreeSet::new());
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let text = std::fs::read_to_string(&path).unwrap();
                // The attributes of a type stand between its derive and its name.
                for part in text.split("#[derive(").skip(1) {
                    let head = part.split_once(['{', ';']).map_or(part, |(head, _)| head);
                    if !head.split_once(')').is_some_and(|(derived, _)| derived.contains("ToSchema")) {
                        continue;
                    }
                    let given = head.split_once("schema(as = ").and_then(|(_, rest)| rest.split([')', ',']).next());
                    let own = head.rsplit(['\n']).find_map(|line| {
                        line.split_once("struct ").or_else(|| line.split_once("enum ")).map(|(_, name)| name)
                    });
                    let Some(name) = given.or(own) else { continue };
                    // A macro's own name for what it makes.
                    if name.starts_with('$') {
                        continue;
                    }
                    let name = name.trim().split(['<', ' ', '(']).next().unwrap().to_owned();
                    assert!(names.insert(name.clone()), "{}: {name} is taken", path.display());
                }
            }
        }
        assert!(names.len() > 150, "{}", names.len());
    }

    /// Generated clients make a class of a schema and a variable of a field: one name for both does not compile.
    #[test]
    fn no_schema_is_called_like_a_field_of_its_own() {
        let document = crate::api::whole();
        for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
            let own = schema["properties"].as_object().is_some_and(|fields| fields.contains_key(&name.to_lowercase()));
            assert!(!own, "{name}");
        }
    }

    #[test]
    fn every_operation_declares_what_surrounds_it() {
        let document = crate::api::whole();
        for (place, operation) in operations(&document) {
            let responses = operation["responses"].as_object().unwrap();
            let good = responses.iter().any(|(status, told)| {
                status.starts_with('2') && told["description"].as_str().is_some_and(|text| !text.is_empty())
            });
            assert!(good, "{place} says what it answers");
            for status in ["400", "429", "500", "503"] {
                assert!(responses.contains_key(status), "{place} declares {status}");
            }
            let open = operation.get("security") == Some(&json!([]));
            assert!(open || responses.contains_key("401"), "{place}: 401");
            for (status, told) in responses.iter().filter(|(status, _)| !status.starts_with('2')) {
                let reference = told["$ref"].as_str().unwrap_or_else(|| panic!("{place}: {status} is a problem"));
                let pointer = format!("{}/content", reference.trim_start_matches('#'));
                assert!(document.pointer(&pointer).unwrap().get(PROBLEM).is_some(), "{place}: {status}");
            }
            assert_eq!(operation.get("requestBody").is_some(), responses.contains_key("415"), "{place}: 415");
        }
    }

    #[test]
    fn every_write_of_somebody_known_takes_a_key() {
        let document = crate::api::whole();
        let key = json!({ "$ref": format!("#/components/parameters/{KEY}") });
        let mut writes = 0;
        for (place, operation) in operations(&document) {
            let open = operation.get("security") == Some(&json!([]));
            if open || place.starts_with("get ") {
                continue;
            }
            writes += 1;
            // These answer a question and change nothing; a secret that is shown once is not kept to be shown again.
            let asks = ["/access/rehearse", "/rehearsal", "-checks", "/tokens", "/tokens/{token}"];
            let keyed = operation["parameters"].as_array().is_some_and(|list| list.contains(&key));
            assert!(keyed != asks.iter().any(|end| place.ends_with(end)), "{place}");
        }
        assert!(writes > 80, "{writes}");
    }
}
