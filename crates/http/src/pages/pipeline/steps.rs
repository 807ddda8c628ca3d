//! The steps of an entry. Each page says what will happen and to whom before it does it (ACE-2, ACE-4, ACE-5, ACE-12).

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::pipeline::{self, InvolvementType, Opportunity, OpportunityCommand, Refusal, Visibility};
use guildhall_core::{FieldFault, Id, Permission};
use serde::Deserialize;

use super::fields::{Fields, label, name_of};
use super::{EntryPath, Kind, own, refusal_words, words};
use crate::pages::form::{Choice, Fault, Field, FormPage};
use crate::pages::view::{Answer, Stop};
use crate::pages::visit::{Nothing, Posted, Signed, Visit};

fn back_of<E: Kind>(id: &str) -> String {
    format!("{}/{id}", E::PATH)
}

/// What a step of an entry came to.
async fn run<E: Kind>(
    visit: &Visit,
    me: &Signed,
    id: &str,
    command: &E::Command,
    said: &str,
) -> Result<Result<Response, Refusal>, Stop> {
    let ran = visit.run_room_of::<E>(me, id, command).await?;
    Ok(ran.map(|_| visit.go_saying(&back_of::<E>(id), &visit.w.t(said))))
}

// ---------------------------------------------------------------- submission

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Submission {
    #[serde(default)]
    involvement_type: String,
    #[serde(default)]
    visibility: String,
}

fn submission(visit: &Visit, entry: &Opportunity, id: &str, typed: &Submission) -> FormPage {
    let w = visit.w;
    let choice = |value: &str, label: String, hint: &str, chosen: bool| Choice {
        value: value.into(),
        label,
        hint: w.t(hint).into_owned(),
        chosen,
    };
    let (co_sell, only) = (InvolvementType::CoSell, InvolvementType::ForVisibilityOnly);
    let involvement = vec![
        choice(
            co_sell.as_str(),
            words::involvement(w, co_sell),
            "pipeline-co-sell-hint",
            typed.involvement_type == co_sell.as_str(),
        ),
        choice(
            only.as_str(),
            words::involvement(w, only),
            "pipeline-visibility-only-hint",
            typed.involvement_type == only.as_str(),
        ),
    ];
    let (full, limited) = (Visibility::Full, Visibility::Limited);
    let seen = if typed.visibility.is_empty() { full.as_str() } else { &typed.visibility };
    let visibility = vec![
        choice(full.as_str(), words::visibility(w, full), "pipeline-full-hint", seen == full.as_str()),
        choice(limited.as_str(), words::visibility(w, limited), "pipeline-limited-hint", seen == limited.as_str()),
    ];
    let title = pipeline::Entry::title(entry).to_owned();
    let page = visit.page(w.t1("pipeline-submit-title", "title", title));
    FormPage::new(page, format!("/opportunities/{id}/submit"), w.t("pipeline-do-submit"))
        .intro(w.t("pipeline-submit-text"))
        .fields(vec![
            Field::new("radio", "involvement_type", w.t("pipeline-involvement")).choices(involvement),
            Field::new("radio", "visibility", w.t("pipeline-visibility")).choices(visibility),
        ])
        .link(back_of::<Opportunity>(id), w.t("cancel"))
}

/// `GET /opportunities/<id>/submit`
pub(super) async fn ask_submission(visit: Visit, Path(id): EntryPath) -> Answer {
    let me = visit.opening(Opportunity::ITEM)?;
    visit.permitted(Permission::SubmitOpportunities)?;
    let (entry, _) = visit.entry::<Opportunity>(me, &id).await?;
    // What was wanted before is wanted again.
    let typed = Submission {
        involvement_type: entry.involvement_type().map(|of| of.as_str().to_owned()).unwrap_or_default(),
        visibility: entry.visibility().map(|of| of.as_str().to_owned()).unwrap_or_default(),
    };
    Ok(visit.html(&submission(&visit, &entry, &id, &typed)))
}

/// `POST /opportunities/<id>/submit`
pub(super) async fn submit(Path(id): EntryPath, Posted { visit, form }: Posted<Submission>) -> Answer {
    let me = visit.opening(Opportunity::ITEM)?;
    visit.permitted(Permission::SubmitOpportunities)?;
    let (entry, _) = visit.entry::<Opportunity>(me, &id).await?;
    let command = OpportunityCommand::Submit {
        involvement_type: form.involvement_type.clone(),
        visibility: form.visibility.clone(),
    };
    match run::<Opportunity>(&visit, me, &id, &command, "pipeline-submitted").await? {
        Ok(done) => Ok(done),
        Err(Refusal::InvalidInput { faults }) => {
            let mut page = submission(&visit, &entry, &id, &form);
            let (own, missing): (Vec<FieldFault>, Vec<FieldFault>) =
                faults.into_iter().partition(|f| f.field == "involvement_type" || f.field == "visibility");
            page = page.with_faults(&own);
            // What is missing is typed elsewhere: each line leads there.
            for fault in missing {
                let values = [
                    ("field", label(visit.w, <Opportunity as Kind>::Fields::GROUPS, &fault.field)),
                    ("fault", words::fault(visit.w, &fault.code)),
                ];
                let text = visit.w.with("fault-line", &values.each_ref().map(|(k, v)| (*k, v.as_str())));
                let at = fault.field.replace(['.', '[', ']'], "-");
                page.faults.push(Fault { href: format!("/opportunities/{id}/edit#f-{at}"), text: text.into_owned() });
            }
            Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(refusal) => Err(visit.pipeline_refused::<Opportunity>(&refusal)),
    }
}

// ---------------------------------------------------------------- accept, reject

/// `GET <kind>/<id>/accept`
pub(super) async fn ask_acceptance<E: Kind>(visit: Visit, Path(id): EntryPath) -> Answer {
    let me = visit.opening(E::ITEM)?;
    visit.permitted(Permission::DecideOnLeads)?;
    let (entry, _) = visit.entry::<E>(me, &id).await?;
    let w = visit.w;
    let owner = name_of(&me.account, entry.owner()).unwrap_or_else(|| me.person.name.to_string());
    let page = visit.page(w.t1("pipeline-accept-title", "title", entry.title().to_owned()));
    let form = FormPage::new(page, format!("{}/{id}/accept", E::PATH), w.t("pipeline-do-accept"))
        .intro(w.t1("pipeline-accept-text", "owner", owner))
        .link(back_of::<E>(&id), w.t("cancel"));
    Ok(visit.html(&form))
}

/// `POST <kind>/<id>/accept` (ACE-4)
pub(super) async fn accept<E: Kind>(
    Path(id): EntryPath,
    Posted { visit, form: Nothing {} }: Posted<Nothing>,
) -> Answer {
    let me = visit.opening(E::ITEM)?;
    visit.permitted(Permission::DecideOnLeads)?;
    let ran = run::<E>(&visit, me, &id, &E::accept(), "pipeline-accepted").await?;
    ran.map_err(|refusal| visit.pipeline_refused::<E>(&refusal))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rejection {
    #[serde(default)]
    reason: String,
}

fn rejection<E: Kind>(visit: &Visit, entry: &E, id: &str, typed: &str) -> FormPage {
    let w = visit.w;
    let page = visit.page(w.t1("pipeline-reject-title", "title", entry.title().to_owned()));
    let reason = Field::new("area", "reason", w.t("pipeline-reason")).hint(w.t("pipeline-reason-hint"));
    FormPage::new(page, format!("{}/{id}/reject", E::PATH), w.t("pipeline-do-reject"))
        .intro(w.t("pipeline-reject-text"))
        .fields(vec![reason.value(typed).most(1000).optional(w)])
        .danger()
        .link(back_of::<E>(id), w.t("cancel"))
}

/// `GET <kind>/<id>/reject`
pub(super) async fn ask_rejection<E: Kind>(visit: Visit, Path(id): EntryPath) -> Answer {
    let me = visit.opening(E::ITEM)?;
    visit.permitted(Permission::DecideOnLeads)?;
    let (entry, _) = visit.entry::<E>(me, &id).await?;
    Ok(visit.html(&rejection(&visit, &entry, &id, "")))
}

/// `POST <kind>/<id>/reject` (ACE-4)
pub(super) async fn reject<E: Kind>(Path(id): EntryPath, Posted { visit, form }: Posted<Rejection>) -> Answer {
    let me = visit.opening(E::ITEM)?;
    visit.permitted(Permission::DecideOnLeads)?;
    // A browser sends the line breaks of a text area; the reason is one paragraph.
    let reason = form.reason.split_whitespace().collect::<Vec<_>>().join(" ");
    match run::<E>(&visit, me, &id, &E::reject(reason), "pipeline-rejected").await? {
        Ok(done) => Ok(done),
        Err(Refusal::InvalidInput { faults }) => {
            let (entry, _) = visit.entry::<E>(me, &id).await?;
            let page = rejection(&visit, &entry, &id, &form.reason).with_faults(&faults);
            Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(refusal) => Err(visit.pipeline_refused::<E>(&refusal)),
    }
}

// ---------------------------------------------------------------- transfer

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Transfer {
    to: String,
    /// What will happen was shown.
    #[serde(default)]
    confirmed: String,
}

/// The people to whom it can be given.
fn people<E: Kind>(visit: &Visit, me: &Signed, entry: &E, chosen: &str) -> Result<Vec<Choice>, Stop> {
    let reading = visit.reading(me)?;
    let able = pipeline::possible_owners(&reading.setting());
    let able = able.map_err(|refusal| visit.pipeline_refused::<E>(&refusal))?;
    let mut people: Vec<(Id, String)> = able.into_iter().filter(|(id, _)| entry.owner() != Some(*id)).collect();
    people.sort_by_cached_key(|(_, name)| name.to_lowercase());
    let choice = |(id, name): (Id, String)| Choice {
        value: id.to_string(),
        label: name,
        hint: String::new(),
        chosen: id.to_string() == chosen,
    };
    Ok(people.into_iter().map(choice).collect())
}

fn choosing<E: Kind>(visit: &Visit, me: &Signed, entry: &E, id: &str, fault: Option<String>) -> Answer {
    let w = visit.w;
    let people = people(visit, me, entry, "")?;
    let owner = name_of(&me.account, entry.owner()).unwrap_or_else(|| w.t("pipeline-nobody").into_owned());
    let page = visit.page(w.t1("pipeline-transfer-title", "title", entry.title().to_owned()));
    let mut form = FormPage::new(page, format!("{}/{id}/transfer", E::PATH), w.t("continue"))
        .intro(w.t("pipeline-transfer-text"))
        .fact(w.t("pipeline-owner"), owner)
        .fields(vec![Field::new("select", "to", w.t("pipeline-transfer-to")).choices(people)])
        .link(back_of::<E>(id), w.t("cancel"));
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    if let Some(fault) = fault {
        form = form.with_fault("#f-to", fault);
    }
    Ok(visit.html_with(status, &form))
}

/// `GET <kind>/<id>/transfer`: to whom.
pub(super) async fn ask_transfer<E: Kind>(visit: Visit, Path(id): EntryPath) -> Answer {
    let me = visit.opening(E::ITEM)?;
    let (entry, _) = visit.entry::<E>(me, &id).await?;
    choosing(&visit, me, &entry, &id, None)
}

/// What a transfer will do, and to whom.
fn confirming<E: Kind>(visit: &Visit, me: &Signed, entry: &E, id: &str, to: &str) -> Answer {
    let w = visit.w;
    let Some(name) = to.parse().ok().and_then(|to| name_of(&me.account, Some(to))) else {
        return Err(visit.pipeline_refused::<E>(&Refusal::MemberMissing));
    };
    let owner = name_of(&me.account, entry.owner()).unwrap_or_else(|| w.t("pipeline-nobody").into_owned());
    let reading = visit.reading(me)?;
    let reaches_all = matches!(pipeline::Scope::of(&reading.setting()), Ok(pipeline::Scope::All));
    let consequence = if reaches_all { "pipeline-transfer-keeps" } else { "pipeline-transfer-loses" };
    let page = visit.page(w.t1("pipeline-transfer-title", "title", entry.title().to_owned()));
    let form = FormPage::new(page, format!("{}/{id}/transfer", E::PATH), w.t("pipeline-transfer-confirm"))
        .intro(w.t1(consequence, "to", name.clone()))
        .fact(own::<E>(visit, "called"), entry.title())
        .fact(w.t("pipeline-transfer-from"), owner)
        .fact(w.t("pipeline-transfer-to"), name)
        .fields(vec![Field::hidden("to", to), Field::hidden("confirmed", "yes")])
        .link(format!("{}/{id}/transfer", E::PATH), w.t("pipeline-transfer-other"))
        .link(back_of::<E>(id), w.t("cancel"));
    Ok(visit.html(&form))
}

/// `POST <kind>/<id>/transfer`: says what will happen, and once that is confirmed does it (ACE-5, ACE-12).
pub(super) async fn transfer<E: Kind>(Path(id): EntryPath, Posted { visit, form }: Posted<Transfer>) -> Answer {
    let me = visit.opening(E::ITEM)?;
    let (entry, _) = visit.entry::<E>(me, &id).await?;
    let Ok(to) = form.to.parse::<Id>() else {
        let fault = words::fault(visit.w, "required");
        return choosing(&visit, me, &entry, &id, Some(fault));
    };
    if form.confirmed != "yes" {
        return confirming(&visit, me, &entry, &id, &form.to);
    }
    let ran = visit.run_room_of::<E>(me, &id, &E::transfer(to)).await?;
    match ran {
        Ok(done) => {
            let name = name_of(&me.account, done.state.owner()).unwrap_or_default();
            let values = [("title", done.state.title()), ("to", name.as_str())];
            let said = visit.w.with("pipeline-transferred", &values).into_owned();
            // Whoever gave their own away does not reach it any more.
            let reading = visit.reading(me)?;
            let seen = pipeline::view(&reading.setting(), &done.state).is_ok();
            let next = if seen { back_of::<E>(&id) } else { E::PATH.to_owned() };
            Ok(visit.go_saying(&next, &said))
        }
        Err(refusal @ (Refusal::AlreadyOwner | Refusal::TargetCannotOwn | Refusal::TargetNotActive)) => {
            choosing(&visit, me, &entry, &id, Some(refusal_words(&visit, &refusal)))
        }
        Err(refusal) => Err(visit.pipeline_refused::<E>(&refusal)),
    }
}

#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    ["pipeline-opportunity-called", "pipeline-lead-called"].map(str::to_owned).into()
}
