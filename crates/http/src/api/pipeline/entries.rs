//! What both kinds of entries have in common: read, listed, changed, given on.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use guildhall_core::pipeline::query::{self, Listed};
use guildhall_core::pipeline::{Actionable, Entry, Lead, Opportunity, Refusal};
use guildhall_core::setting::Setting;
use guildhall_core::{FieldFault, Id};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::asked::Page;
use super::fields::{LeadFields, OpportunityFields};
use super::views::{HistoryView, LeadView, OpportunityView, PersonRef};
use crate::api::caller::Caller;
use crate::api::problem::Problem;
use crate::api::room::{self, Reading};
use crate::api::write::{Write, with_etag};
use crate::app::App;
use crate::portal::RoomDone;

/// How often some fields are merged again after somebody else changed the entry first.
const MERGES_MOST: u32 = 4;

/// An entry as the API shows it.
pub(in crate::api) trait Shown: Listed + Actionable {
    /// All of it; nothing where there is none.
    fn shown(&self, setting: &Setting<'_>) -> Value;

    /// The fields, as a `PUT` takes them.
    fn wire_fields(&self) -> Value;
}

impl Shown for Opportunity {
    fn shown(&self, setting: &Setting<'_>) -> Value {
        json!(OpportunityView::new(setting, self))
    }

    fn wire_fields(&self) -> Value {
        json!(self.details().map(|details| OpportunityFields::from(details.fields().clone())))
    }
}

impl Shown for Lead {
    fn shown(&self, setting: &Setting<'_>) -> Value {
        json!(LeadView::new(setting, self))
    }

    fn wire_fields(&self) -> Value {
        json!(self.details().map(|details| LeadFields::from(details.fields().clone())))
    }
}

/// Every entry of a kind that the caller's company has.
pub(super) async fn all<E: Entry>(app: &App, caller: &Caller) -> Result<Vec<E>, Problem> {
    let rooms = app.portal.load_rooms::<E>(caller.loaded.tenant).await?;
    Ok(rooms.into_iter().map(|room| room.state).collect())
}

pub(super) async fn list<E: Shown>(app: &App, caller: &Caller, page: &Page) -> Result<Response, Problem> {
    let entries = all::<E>(app, caller).await?;
    let reading = Reading::new(app, caller)?;
    let list = page.show(&reading.setting(), &entries).map_err(room::refused_in(&reading.setting()))?;
    Ok(Json(list).into_response())
}

/// An entry that the caller may see, with its version.
async fn seen<E: Listed>(app: &App, caller: &Caller, id: &str) -> Result<(E, i64), Problem> {
    let (entry, version) = app.portal.load_room::<E>(caller.loaded.tenant, id).await?;
    let reading = Reading::new(app, caller)?;
    query::show(&reading.setting(), &entry).map_err(room::refused_in(&reading.setting()))?;
    Ok((entry, version))
}

pub(super) async fn show<E: Shown>(app: &App, caller: &Caller, id: &str) -> Result<Response, Problem> {
    let (entry, version) = seen::<E>(app, caller, id).await?;
    let reading = Reading::new(app, caller)?;
    Ok(with_etag(Json(entry.shown(&reading.setting())).into_response(), version))
}

pub(super) async fn history<E: Listed>(app: &App, caller: &Caller, id: &str) -> Result<Response, Problem> {
    let (entry, version) = seen::<E>(app, caller, id).await?;
    let reading = Reading::new(app, caller)?;
    Ok(with_etag(Json(HistoryView::new(&reading.setting(), &entry)).into_response(), version))
}

/// The answer to a write: the entry as it is then.
pub(in crate::api) fn answer<E: Shown>(setting: &Setting<'_>, done: &RoomDone<E>) -> (StatusCode, Value) {
    (StatusCode::OK, done.state.shown(setting))
}

/// Runs a command on an entry as the caller.
pub(super) async fn run<E: Shown>(write: Write<'_>, id: &str, command: &E::Command) -> Result<Response, Problem> {
    write.room_called::<E>(id, command, answer).await
}

/// Makes an entry, which is found under `base` then. The answer names its address.
pub(in crate::api) async fn create<E: Shown>(
    write: Write<'_>,
    base: &str,
    entry: Id,
    command: &E::Command,
) -> Result<Response, Problem> {
    let made = |setting: &Setting<'_>, done: &RoomDone<E>| (StatusCode::CREATED, done.state.shown(setting));
    let mut response = write.room_called::<E>(&entry.to_string(), command, made).await?;
    // An answer that is given again is about the entry that was made then.
    let again = response.headers().contains_key("idempotent-replayed");
    if let (false, Ok(address)) = (again, HeaderValue::from_str(&format!("{base}/{entry}"))) {
        response.headers_mut().insert(header::LOCATION, address);
    }
    Ok(response)
}

/// Changes some fields: merges them into those that the entry has, and stands on the version that they were merged into.
pub(super) async fn change<E: Shown, F: DeserializeOwned>(
    app: &App,
    caller: &Caller,
    write: Write<'_>,
    id: &str,
    patch: &Value,
    edit: impl Fn(F) -> E::Command,
) -> Result<Response, Problem> {
    // What was answered before is answered again, whatever has become of the entry since.
    if let Some(replay) = write.replayed().await? {
        return Ok(replay);
    }
    let conditional = write.headers.contains_key(header::IF_MATCH);
    for attempt in 1.. {
        let (entry, version) = seen::<E>(app, caller, id).await?;
        let mut fields = entry.wire_fields();
        merge(&mut fields, patch);
        let fields: F = serde_json::from_value(fields).map_err(|error| {
            let detail = format!("the body is not as described: {error}");
            Problem::new(StatusCode::BAD_REQUEST, "malformed", detail)
                .hint("the bodies are described in /api/openapi.json")
        })?;
        let mut headers = write.headers.clone();
        if let (false, Ok(tag)) = (conditional, HeaderValue::from_str(&format!("\"{version}\""))) {
            headers.insert(header::IF_MATCH, tag);
        }
        let once = Write::new(write.app, write.caller, &headers, write.request_hash.clone());
        match run::<E>(once, id, &edit(fields)).await {
            Err(problem) if problem.code == "changed_meanwhile" && !conditional && attempt < MERGES_MOST => {}
            done => return done,
        }
    }
    Err(Problem::missing())
}

/// Merges as RFC 7396 says.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        target.clone_from(patch);
        return;
    };
    if !target.is_object() {
        *target = json!({});
    }
    let Value::Object(target) = target else { return };
    for (name, value) in patch {
        if value.is_null() {
            target.remove(name);
        } else {
            merge(target.entry(name.clone()).or_insert(Value::Null), value);
        }
    }
}

/// Why something is rejected.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Rejection {
    /// Why; may be left out.
    #[serde(default)]
    pub(super) reason: String,
}

/// Who gets an entry.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = OwnerTransfer)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Transfer {
    /// The person's id; `GET /api/v1/pipeline/owners` lists who can be chosen.
    pub(super) to: String,
}

/// Whose an entry is after it was given on.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Transferred {
    /// The entry.
    id: String,
    /// Who owns it.
    owner: Option<PersonRef>,
}

/// Gives an entry to somebody else. What the answer tells, also those may know who do not reach it any more.
pub(super) async fn transfer<E: Shown>(write: Write<'_>, id: &str, asked: &Transfer) -> Result<Response, Problem> {
    let to = person("to", &asked.to)?;
    let answer = |setting: &Setting<'_>, done: &RoomDone<E>| {
        let owner = done.state.owner().and_then(|owner| PersonRef::new(setting, owner));
        (StatusCode::OK, json!(Transferred { id: id.to_owned(), owner }))
    };
    write.room_called::<E>(id, &E::transfer(to), answer).await
}

/// A person's id in a field of a body.
pub(in crate::api) fn person(field: &str, text: &str) -> Result<Id, Problem> {
    let fault = |_| Refusal::InvalidInput { faults: vec![FieldFault::new(field, "not_an_id")] };
    text.parse().map_err(|error| room::refused(&fault(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_is_merged_as_the_standard_says() {
        for (target, patch, expected) in [
            (json!({"a": "b"}), json!({"a": "c"}), json!({"a": "c"})),
            (json!({"a": "b"}), json!({"b": "c"}), json!({"a": "b", "b": "c"})),
            (json!({"a": "b", "b": "c"}), json!({"a": null}), json!({"b": "c"})),
            (json!({"a": ["b"]}), json!({"a": "c"}), json!({"a": "c"})),
            (json!({"a": {"b": "c"}}), json!({"a": {"b": "d", "c": null}}), json!({"a": {"b": "d"}})),
            (json!({"a": [{"b": "c"}]}), json!({"a": [1]}), json!({"a": [1]})),
            (json!({"a": "foo"}), json!(null), json!(null)),
            (json!({"e": null}), json!({"a": 1}), json!({"e": null, "a": 1})),
            (json!([1, 2]), json!({"a": "b", "c": null}), json!({"a": "b"})),
            (json!({}), json!({"a": {"bb": {"ccc": null}}}), json!({"a": {"bb": {}}})),
        ] {
            let mut merged = target;
            merge(&mut merged, &patch);
            assert_eq!(merged, expected);
        }
    }
}
