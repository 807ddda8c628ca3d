//! Long forms: single fields as `--set FIELD=TEXT`, all of them as JSON from a file.

use std::str::FromStr;

use clap::Args;
use guildhall_core::pipeline::bulk::Cells;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::failure::{Failure, Fault};
use crate::input::{BYTES_MOST, file_text};

/// `FIELD=TEXT`, as typed.
#[derive(Clone, Debug)]
pub(super) struct Assignment {
    pub(super) field: String,
    pub(super) text: String,
}

impl FromStr for Assignment {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (field, text) = text.split_once('=').ok_or("write it as FIELD=TEXT")?;
        Ok(Self { field: field.trim().to_owned(), text: text.to_owned() })
    }
}

/// The fields of a form.
#[derive(Debug, Args)]
pub(super) struct Form {
    /// A field and what stands in it, the values of a list parted by `; `; repeatable
    #[arg(long = "set", value_name = "FIELD=TEXT")]
    sets: Vec<Assignment>,
    /// All fields as a JSON object; what --set says comes on top. `-` reads it from the standard input
    #[arg(long, value_name = "FILE")]
    file: Option<String>,
}

impl Form {
    /// The fields of the file, or else those of `before`, with what is set on top. `names` is the command that lists the
    /// names of the fields.
    pub(super) fn cells<F: Cells + DeserializeOwned>(&self, before: F, names: &'static str) -> Result<F, Failure> {
        self.given()?;
        let mut fields = self.file_fields()?.unwrap_or(before);
        self.put(names, |set| if fields.put(&set.field, &set.text) { Ok(()) } else { Err(UNKNOWN) })?;
        Ok(fields)
    }

    /// The same for a form whose fields are those of `T` in JSON.
    pub(super) fn json<T: DeserializeOwned>(&self, before: Value, names: &'static str) -> Result<T, Failure> {
        self.given()?;
        let mut fields = match self.file_fields::<serde_json::Map<String, Value>>()? {
            Some(fields) => Value::Object(overlaid(before, fields)),
            None => before,
        };
        self.put(names, |set| put(&mut fields, &set.field, &set.text))?;
        serde_json::from_value(fields).map_err(|error| {
            Failure::invalid("not_the_fields", format!("these are not the fields of the form: {error}"))
                .hint(format!("`{names}` names them"))
        })
    }

    /// Whether anything is said.
    fn given(&self) -> Result<(), Failure> {
        if self.sets.is_empty() && self.file.is_none() {
            return Err(Failure::usage("fields_missing", "no field was given")
                .hint("pass --set FIELD=TEXT, as often as needed, or --file FILE"));
        }
        Ok(())
    }

    fn file_fields<T: DeserializeOwned>(&self) -> Result<Option<T>, Failure> {
        self.file.as_deref().map(json_file).transpose()
    }

    /// Puts what is set; all fields that there are not are told.
    fn put(&self, names: &'static str, mut put: impl FnMut(&Assignment) -> Result<(), Unfit>) -> Result<(), Failure> {
        let unfit = self.sets.iter().filter_map(|set| put(set).err().map(|unfit| (set, unfit)));
        let faults: Vec<Fault> = unfit
            .map(|(set, Unfit { code, message })| {
                let (code, message) = (code.into(), message.into());
                Fault { field: set.field.clone(), code, message, hint: None }
            })
            .collect();
        if faults.is_empty() {
            return Ok(());
        }
        let failure = Failure::invalid("invalid_input", "some fields are not right").faults(faults);
        Err(failure.hint(format!("`{names}` names the fields")))
    }
}

/// The JSON of a file, read.
pub(super) fn json_file<T: DeserializeOwned>(path: &str) -> Result<T, Failure> {
    let text = file_text(path, BYTES_MOST)?;
    let name = if path == "-" { "the standard input" } else { path };
    serde_json::from_str(&text).map_err(|error| {
        let code = if error.is_data() { "not_the_fields" } else { "not_json" };
        Failure::invalid(code, format!("{name} cannot be read: {error}"))
    })
}

/// `before` with the members of `fields` in the place of its own.
fn overlaid(before: Value, fields: serde_json::Map<String, Value>) -> serde_json::Map<String, Value> {
    let mut all = if let Value::Object(all) = before { all } else { serde_json::Map::new() };
    all.extend(fields);
    all
}

/// The most entries of a list that a name may reach.
const INDEX_MOST: usize = 100;

/// Why a text cannot stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Unfit {
    code: &'static str,
    message: &'static str,
}

const UNKNOWN: Unfit = Unfit { code: "unknown_field", message: "there is no such field" };
const NOT_YES_OR_NO: Unfit = Unfit { code: "not_yes_or_no", message: "this is either yes or no" };

/// Puts a text into the member that `name` means, as in `title` or `steps[0].text`, if there is one. A new entry of a list
/// has blank members.
fn put(fields: &mut Value, name: &str, text: &str) -> Result<(), Unfit> {
    let Some((head, rest)) = name.split_once('[') else {
        return member_put(fields.get_mut(name).ok_or(UNKNOWN)?, text);
    };
    let Some((index, Some(inner))) = rest.split_once(']').map(|(i, inner)| (i, inner.strip_prefix('.'))) else {
        return Err(UNKNOWN);
    };
    let list = fields.get_mut(head).and_then(Value::as_array_mut);
    let (Some(list), Ok(index @ 0..INDEX_MOST)) = (list, index.parse()) else { return Err(UNKNOWN) };
    while list.len() <= index {
        list.push(blank(head));
    }
    put(list.get_mut(index).ok_or(UNKNOWN)?, inner, text)
}

fn member_put(member: &mut Value, text: &str) -> Result<(), Unfit> {
    match member {
        Value::Bool(yes) => match text.trim().to_ascii_lowercase().as_str() {
            "yes" | "true" => *yes = true,
            "no" | "false" | "" => *yes = false,
            _ => return Err(NOT_YES_OR_NO),
        },
        Value::String(value) => text.clone_into(value),
        Value::Null | Value::Number(_) | Value::Array(_) | Value::Object(_) => return Err(UNKNOWN),
    }
    Ok(())
}

/// A new entry of a list: walkthroughs have the only one.
fn blank(list: &str) -> Value {
    let step = guildhall_core::content::StepInput::default();
    if list == "steps" { serde_json::to_value(step).unwrap_or_default() } else { Value::Null }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_name_reaches_its_member_or_none() {
        let form = || json!({ "title": "", "pinned": false, "steps": [] });
        for (name, text, expected) in [
            ("title", "A=B", Ok(json!({ "title": "A=B", "pinned": false, "steps": [] }))),
            ("pinned", "Yes", Ok(json!({ "title": "", "pinned": true, "steps": [] }))),
            ("pinned", "maybe", Err(NOT_YES_OR_NO)),
            ("steps", "x", Err(UNKNOWN)),
            ("steps[0]", "x", Err(UNKNOWN)),
            ("steps[100].title", "x", Err(UNKNOWN)),
            ("steps[-1].title", "x", Err(UNKNOWN)),
            ("steps[0].colour", "x", Err(UNKNOWN)),
            ("colour", "x", Err(UNKNOWN)),
        ] {
            let mut fields = form();
            assert_eq!(put(&mut fields, name, text).map(|()| fields), expected, "{name}={text}");
        }
        let mut fields = form();
        assert_eq!(put(&mut fields, "steps[1].title", "Second"), Ok(()));
        let steps = json!([{ "title": "", "text": "", "item": "" }, { "title": "Second", "text": "", "item": "" }]);
        assert_eq!(fields["steps"], steps);
    }
}
