//! The document as the page of the API shows it: operations by tag, their fields, an example of each body.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use super::document::{METHODS, for_everybody};

/// How deep an example goes.
const DEEPEST: usize = 6;

/// The operations of one tag.
#[derive(Debug)]
pub(crate) struct Group {
    /// The tag.
    pub(crate) name: String,
    /// What it is about.
    pub(crate) about: String,
    /// In the order of their addresses.
    pub(crate) operations: Vec<Operation>,
}

/// An operation.
#[derive(Debug)]
pub(crate) struct Operation {
    /// Its name, unique in the document.
    pub(crate) id: String,
    /// The method in capitals.
    pub(crate) method: String,
    /// The address, with the names of its parts in braces.
    pub(crate) path: String,
    /// What it does, in a line.
    pub(crate) summary: String,
    /// More about it.
    pub(crate) about: String,
    /// What stands in the address and the headers.
    pub(crate) fields: Vec<Field>,
    /// What is sent.
    pub(crate) body: Option<Body>,
    /// What is answered: the status, and what it means.
    pub(crate) answers: Vec<(String, String)>,
}

/// A parameter.
#[derive(Debug)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: String,
    /// `path`, `query` or `header`.
    pub(crate) place: String,
    /// What it is.
    pub(crate) about: String,
    /// Whether it has to be there.
    pub(crate) required: bool,
    /// Whether it may stand there several times.
    pub(crate) many: bool,
    /// All that it can be; empty where that is not a list.
    pub(crate) choices: Vec<String>,
}

/// What is sent with an operation.
#[derive(Debug)]
pub(crate) struct Body {
    /// Its media type.
    pub(crate) media_type: String,
    /// An example of it; empty where it is a file.
    pub(crate) example: String,
    /// Whether it is bytes.
    pub(crate) file: bool,
}

static EVERYBODYS: LazyLock<Vec<Group>> = LazyLock::new(|| groups(&for_everybody(super::whole())));
static OPERATORS: LazyLock<Vec<Group>> = LazyLock::new(|| {
    let whole = super::whole();
    groups(&whole)
        .into_iter()
        .filter(|group| group.operations.iter().all(|o| crate::operator::is_under(&o.path, crate::operator::API_PATH)))
        .collect()
});

/// What everybody may read of the API.
pub(crate) fn everybodys() -> &'static [Group] {
    &EVERYBODYS
}

/// The operators' part.
pub(crate) fn operators() -> &'static [Group] {
    &OPERATORS
}

fn text(value: &Value, field: &str) -> String {
    value.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn list(value: &Value, field: &str) -> Vec<Value> {
    value.get(field).and_then(Value::as_array).cloned().unwrap_or_default()
}

/// The operations of a document by tag, in the order in which the document names the tags.
fn groups(document: &Value) -> Vec<Group> {
    let mut groups: Vec<Group> = list(document, "tags")
        .iter()
        .map(|tag| Group { name: text(tag, "name"), about: text(tag, "description"), operations: Vec::new() })
        .collect();
    let paths = document.get("paths").and_then(Value::as_object).into_iter().flatten();
    for (path, item) in paths {
        for method in METHODS {
            let Some(told) = item.get(method) else { continue };
            let tag = told.pointer("/tags/0").and_then(Value::as_str).unwrap_or_default();
            if let Some(group) = groups.iter_mut().find(|group| group.name == tag) {
                group.operations.push(operation(document, path, method, told));
            }
        }
    }
    groups.retain(|group| !group.operations.is_empty());
    groups
}

fn operation(document: &Value, path: &str, method: &str, told: &Value) -> Operation {
    let answers = told.get("responses").and_then(Value::as_object).into_iter().flatten();
    Operation {
        id: text(told, "operationId"),
        method: method.to_ascii_uppercase(),
        path: path.to_owned(),
        summary: text(told, "summary"),
        about: text(told, "description"),
        fields: list(told, "parameters").iter().map(|p| field(document, resolved(document, p))).collect(),
        body: told.get("requestBody").and_then(|body| body.get("content")).and_then(|c| body(document, c)),
        answers: answers
            .map(|(status, told)| (status.clone(), text(resolved(document, told), "description")))
            .collect(),
    }
}

/// What a reference points to; what is none, itself.
fn resolved<'a>(document: &'a Value, part: &'a Value) -> &'a Value {
    let reference = part.get("$ref").and_then(Value::as_str).and_then(|r| r.strip_prefix('#'));
    reference.and_then(|pointer| document.pointer(pointer)).unwrap_or(part)
}

fn field(document: &Value, parameter: &Value) -> Field {
    let schema = parameter.get("schema").map(|s| resolved(document, s)).unwrap_or(&Value::Null);
    let many = schema.get("type") == Some(&json!("array"));
    let one = schema.get("items").filter(|_| many).map(|s| resolved(document, s)).unwrap_or(schema);
    let mut choices: Vec<String> = list(one, "enum").iter().filter_map(Value::as_str).map(ToOwned::to_owned).collect();
    if one.get("type") == Some(&json!("boolean")) {
        choices = vec!["true".into(), "false".into()];
    }
    Field {
        name: text(parameter, "name"),
        place: text(parameter, "in"),
        about: text(parameter, "description"),
        required: parameter.get("required") == Some(&Value::Bool(true)),
        many,
        choices,
    }
}

fn body(document: &Value, content: &Value) -> Option<Body> {
    let (media_type, told) = content.as_object()?.iter().next()?;
    let example = if media_type == "application/json" {
        let schema = told.get("schema").unwrap_or(&Value::Null);
        serde_json::to_string_pretty(&example(document, schema, 0)).unwrap_or_default()
    } else {
        String::new()
    };
    let file = told.pointer("/schema/format") == Some(&json!("binary"));
    Some(Body { media_type: media_type.clone(), example, file })
}

/// A value that a schema describes: every field, with something short in it.
fn example(document: &Value, schema: &Value, depth: usize) -> Value {
    let schema = resolved(document, schema);
    if let Some(given) = schema.get("example").or_else(|| schema.get("default")).or_else(|| schema.pointer("/enum/0")) {
        return given.clone();
    }
    if let Some(constant) = schema.get("const") {
        return constant.clone();
    }
    if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
        let parts = parts.iter().filter_map(|part| example(document, part, depth).as_object().cloned());
        return Value::Object(parts.flatten().collect());
    }
    let choices = ["oneOf", "anyOf"].iter().find_map(|word| schema.get(word).and_then(Value::as_array));
    if let Some(choices) = choices {
        let real = choices.iter().find(|choice| choice.get("type") != Some(&json!("null")));
        return real.map(|choice| example(document, choice, depth)).unwrap_or_default();
    }
    let kind = schema.get("type").map(|kind| kind.get(0).unwrap_or(kind)).and_then(Value::as_str);
    match kind {
        Some("object") if depth < DEEPEST => {
            let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
            let fields = properties.map(|(name, told)| (name.clone(), example(document, told, depth + 1)));
            Value::Object(fields.collect::<Map<String, Value>>())
        }
        Some("array") if depth < DEEPEST => {
            let item = schema.get("items").map(|items| example(document, items, depth + 1));
            Value::Array(item.into_iter().collect())
        }
        Some("object") => json!({}),
        Some("array") => json!([]),
        Some("boolean") => json!(false),
        Some("integer" | "number") => {
            schema.get("minimum").filter(|m| m.as_i64() > Some(0)).cloned().unwrap_or(json!(0))
        }
        Some("string") => match schema.get("format").and_then(Value::as_str) {
            Some("date") => json!("2027-01-31"),
            Some("date-time") => json!("2027-01-31T09:00:00Z"),
            _ => json!(""),
        },
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_on_one_of_the_pages() {
        let whole = crate::api::whole();
        let items = whole["paths"].as_object().unwrap().values();
        let described: usize = items.map(|item| METHODS.iter().filter(|m| item.get(**m).is_some()).count()).sum();
        let shown = |groups: &[Group]| groups.iter().map(|group| group.operations.len()).sum::<usize>();
        assert_eq!(shown(everybodys()) + shown(operators()), described);
        assert!(everybodys().iter().flat_map(|g| &g.operations).all(|o| !o.path.contains("/operator")));
    }

    #[test]
    fn an_example_has_every_field_and_choices_are_listed() {
        let find = |id: &str| everybodys().iter().flat_map(|g| &g.operations).find(|o| o.id == id).unwrap();
        let invite = find("invitations_invite");
        let body: Value = serde_json::from_str(&invite.body.as_ref().unwrap().example).unwrap();
        assert!(body["rows"][0].get("email").is_some(), "{body}");
        assert!(invite.fields.iter().any(|f| f.name == "Idempotency-Key" && f.place == "header" && !f.required));
        let list = find("opportunities_list");
        let stage = list.fields.iter().find(|f| f.name == "stage").unwrap();
        assert!(stage.many && stage.choices.contains(&"Qualified".to_owned()));
        assert!(find("support_upload").body.as_ref().unwrap().file);
    }
}
