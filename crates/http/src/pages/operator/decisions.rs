//! One page before each decision about something that a company has: it says what will happen and to what, and its button
//! does it.

use axum::extract::Path;
use axum::response::Response;
use guildhall_core::room::Room;
use guildhall_core::{Id, certifications, channel, fee, profile};

use super::companies::Company;
use crate::pages::certifications::subject_title;
use crate::pages::errors;
use crate::pages::form::{FormPage, Link};
use crate::pages::showcase::title;
use crate::pages::view::{Answer, Stop};
use crate::pages::visit::{Nothing, Posted, Visit};

/// What is decided: of what sort it is, and how.
#[derive(Debug, Clone, Copy)]
enum Decision {
    Validate,
    Decline,
    Grant,
    Refuse,
    Drop,
    Revoke,
    Payment,
    Cancel,
    Withdraw,
}

/// What an address stands for.
const DECISIONS: &[(&str, &str, Decision)] = &[
    ("records", "validate", Decision::Validate),
    ("records", "decline", Decision::Decline),
    ("requests", "grant", Decision::Grant),
    ("requests", "refuse", Decision::Refuse),
    ("certifications", "drop", Decision::Drop),
    ("qualifications", "revoke", Decision::Revoke),
    ("bills", "payment", Decision::Payment),
    ("bills", "cancel", Decision::Cancel),
    ("statements", "withdraw", Decision::Withdraw),
];

type Place = Path<(String, String, String, String)>;

/// A decision about one thing of a company.
struct Case {
    company: Company,
    id: Id,
    what: String,
    decision: Decision,
    key: &'static str,
    action: String,
}

async fn case(visit: &Visit, (company, sort, id, how): (String, String, String, String)) -> Result<Case, Stop> {
    let missing = || Stop::from(errors::not_found(visit));
    let company = visit.company(&company).await?;
    let found = DECISIONS.iter().find(|(s, h, _)| *s == sort && *h == how);
    let (_, key, decision) = *found.ok_or_else(missing)?;
    let id: Id = id.parse().map_err(|_| missing())?;
    let what = subject(visit, &company, decision, id).await?.ok_or_else(missing)?;
    let action = format!("{}/decide/{sort}/{id}/{how}", company.href());
    Ok(Case { company, id, what, decision, key, action })
}

/// What the decision is about, in words.
async fn subject(visit: &Visit, company: &Company, decision: Decision, id: Id) -> Result<Option<String>, Stop> {
    Ok(match decision {
        Decision::Validate | Decision::Decline => {
            company.room::<profile::State>(visit).await?.records().get(&id).map(|r| title(visit.w, r))
        }
        Decision::Revoke => company
            .room::<profile::State>(visit)
            .await?
            .qualifications()
            .get(&id)
            .map(|q| visit.w.said("program", q.title.as_str()).into_owned()),
        Decision::Grant | Decision::Refuse => {
            let state = company.room::<certifications::State>(visit).await?;
            state.requests().get(&id).map(|request| match &request.wish {
                certifications::Wish::Transfer { old_profile: from, new_account: to }
                | certifications::Wish::AddressChange { previous: from, new: to } => format!("{from} → {to}"),
            })
        }
        Decision::Drop => {
            let state = company.room::<certifications::State>(visit).await?;
            let said = |record: &certifications::Record| {
                format!("{}, {}", subject_title(visit.program(), &record.subject), record.address)
            };
            state.records().get(&id).map(said)
        }
        Decision::Payment | Decision::Cancel => {
            let state = company.room::<fee::State>(visit).await?;
            state
                .bills()
                .get(&id)
                .map(|bill| visit.w.t1("operator-bill-of", "on", visit.w.date(bill.issued_on)).into_owned())
        }
        Decision::Withdraw => {
            let state = company.room::<channel::State>(visit).await?;
            let of = |statement: &channel::Statement| {
                visit.w.t1("operator-rebate-of", "quarter", statement.quarter.to_string())
            };
            state.statements().get(&id).map(|statement| of(statement).into_owned())
        }
    })
}

/// `GET /operator/companies/{company}/decide/{sort}/{id}/{how}`
pub(super) async fn ask(visit: Visit, Path(place): Place) -> Answer {
    let case = case(&visit, place).await?;
    Ok(visit.html(&form(&visit, &case)))
}

fn form(visit: &Visit, case: &Case) -> FormPage {
    let w = visit.w;
    let form = FormPage::new(
        visit.page(w.t(&format!("operator-{}-title", case.key))),
        case.action.as_str(),
        w.t(&format!("operator-{}", case.key)),
    )
    .intro(w.t(&format!("operator-{}-text", case.key)))
    .fact(w.t("operator-companies-name"), case.company.name())
    .fact(w.t("operator-head-title"), case.what.as_str())
    .link(case.company.href(), w.t("cancel"));
    match case.decision {
        Decision::Validate | Decision::Grant | Decision::Payment => form,
        Decision::Decline
        | Decision::Refuse
        | Decision::Drop
        | Decision::Revoke
        | Decision::Cancel
        | Decision::Withdraw => form.danger(),
    }
}

/// `POST /operator/companies/{company}/decide/{sort}/{id}/{how}`
pub(super) async fn decide(Path(place): Place, Posted { visit, form: Nothing {} }: Posted<Nothing>) -> Answer {
    let case = case(&visit, place).await?;
    let id = case.id;
    let company = &case.company;
    match case.decision {
        Decision::Validate => {
            run::<profile::State>(&visit, company, profile::Command::JudgeRecord { id, validated: true }).await?;
        }
        Decision::Decline => {
            run::<profile::State>(&visit, company, profile::Command::JudgeRecord { id, validated: false }).await?;
        }
        Decision::Revoke => {
            run::<profile::State>(&visit, company, profile::Command::RevokeQualification { id }).await?;
        }
        Decision::Grant => {
            let command = certifications::Command::SettleRequest { id, granted: true };
            run::<certifications::State>(&visit, company, command).await?;
        }
        Decision::Refuse => {
            let command = certifications::Command::SettleRequest { id, granted: false };
            run::<certifications::State>(&visit, company, command).await?;
        }
        Decision::Drop => {
            run::<certifications::State>(&visit, company, certifications::Command::DropRecord { id }).await?;
        }
        Decision::Payment => run::<fee::State>(&visit, company, fee::Command::RecordPayment { id }).await?,
        Decision::Cancel => run::<fee::State>(&visit, company, fee::Command::CancelBill { id }).await?,
        Decision::Withdraw => {
            run::<channel::State>(&visit, company, channel::Command::WithdrawStatement { id }).await?;
        }
    }
    Ok(visit.go_saying(&company.href(), &visit.w.t1("operator-done", "what", case.what)))
}

/// Runs a command in the room that the company has one of; a refusal is a page.
async fn run<R: Room>(visit: &Visit, company: &Company, command: R::Command) -> Result<(), Stop> {
    try_run::<R>(visit, company, &command).await?.map_err(|refusal| refused::<R>(visit, company, &refusal).into())
}

/// The same; the refusal is for a form to show.
pub(super) async fn try_run<R: Room>(
    visit: &Visit,
    company: &Company,
    command: &R::Command,
) -> Result<Result<(), R::Refusal>, Stop> {
    let id = company.tenant.to_string();
    Ok(visit.run_room_as::<R>(company.tenant, &id, &company.actor, command).await?.map(|_| ()))
}

/// The page of a refusal that no form shows.
pub(super) fn refused<R: Room>(visit: &Visit, company: &Company, refusal: &R::Refusal) -> Response {
    visit.refused_room::<R>(refusal, Link { href: company.href(), text: company.name().to_owned() })
}
