//! Opportunities and leads: lists, details, forms, steps, files and reports. Both kinds go the same way; what differs is
//! said once by [`Kind`].
//!
//! - `list`: filters, order, pages. `detail`: one entry with its history. `form`: bringing and editing one.
//! - `steps`: submit, accept, reject, transfer; each says first what it does and to whom.
//! - `bulk`: a file, what it would change, and then the change. `report`: the pipeline in numbers.
//! - `fields`, `words`: what fields and states are called.

mod bulk;
mod detail;
pub(super) mod fields;
mod form;
mod list;
mod report;
mod steps;
mod upload;
pub(super) mod words;

use axum::Router;
use axum::extract::Path;
use axum::routing::{get, post};
use guildhall_core::Permission;
use guildhall_core::pipeline::bulk::Filed;
use guildhall_core::pipeline::query::Listed;
use guildhall_core::pipeline::{
    self, Actionable, Lead, LeadCommand, LeadFields, Opportunity, OpportunityCommand, OpportunityFields, Refusal,
};
pub(super) use upload::limited;

use super::form::Link;
use super::view::Stop;
use super::visit::{Signed, Visit};
use super::{errors, room};
use crate::app::App;

pub(super) use fields::{Fields, facts, name_of};
pub(super) use form::{Around, Sent, read, show};
pub(super) use words::review as review_word;

/// One of the two kinds, as the pages show it.
pub(super) trait Kind: Listed + Actionable + Filed + detail::About + Send + Sync + 'static {
    /// The menu item behind which it is.
    const ITEM: &'static str;
    /// Where its list is.
    const PATH: &'static str;
    /// What stands before the keys of its words.
    const KEY: &'static str;
    /// Its fields.
    type Fields: Fields + Send + Sync;

    /// Its fields; nothing before it exists.
    fn fields(&self) -> Option<&Self::Fields>;
    /// The command that changes its fields.
    fn edit(fields: Self::Fields) -> Self::Command;
    /// The command that accepts it.
    fn accept() -> Self::Command;
    /// The command that rejects it.
    fn reject(reason: String) -> Self::Command;
}

impl Kind for Opportunity {
    const ITEM: &'static str = "sell/opportunity_management";
    const PATH: &'static str = "/opportunities";
    const KEY: &'static str = "opportunity";
    type Fields = OpportunityFields;

    fn fields(&self) -> Option<&OpportunityFields> {
        self.details().map(pipeline::Details::fields)
    }

    fn edit(fields: OpportunityFields) -> OpportunityCommand {
        OpportunityCommand::Edit { fields: Box::new(fields) }
    }

    fn accept() -> OpportunityCommand {
        OpportunityCommand::Accept
    }

    fn reject(reason: String) -> OpportunityCommand {
        OpportunityCommand::Reject { reason }
    }
}

impl Kind for Lead {
    const ITEM: &'static str = "market/leads_management";
    const PATH: &'static str = "/leads";
    const KEY: &'static str = "lead";
    type Fields = LeadFields;

    fn fields(&self) -> Option<&LeadFields> {
        self.details().map(pipeline::LeadDetails::fields)
    }

    fn edit(fields: LeadFields) -> LeadCommand {
        LeadCommand::Edit { fields: Box::new(fields) }
    }

    fn accept() -> LeadCommand {
        LeadCommand::Accept
    }

    fn reject(reason: String) -> LeadCommand {
        LeadCommand::Reject { reason }
    }
}

pub(super) fn routes() -> Router<App> {
    of_kind::<Opportunity>()
        .merge(of_kind::<Lead>())
        .route("/opportunities/new", get(form::fresh).post(form::create))
        .route("/opportunities/{id}/submit", get(steps::ask_submission).post(steps::submit))
        .route("/opportunities/template.csv", get(bulk::template))
        .route("/opportunities/report", get(report::pipeline))
        .route("/opportunities/report.csv", get(report::download))
        .route("/leads/report", get(report::funnel))
}

fn of_kind<E: Kind>() -> Router<App>
where
    E::Command: Send + Sync,
    E::Event: Send + Sync,
{
    let at = |rest: &str| format!("{}{rest}", E::PATH);
    Router::new()
        .route(E::PATH, get(list::page::<E>))
        .route(&at("/export.csv"), get(list::export::<E>))
        .route(&at("/bulk"), get(bulk::page::<E>))
        .route(&at("/bulk/preview"), post(bulk::preview::<E>))
        .route(&at("/bulk/{draft}"), get(bulk::draft::<E>).post(bulk::confirm::<E>))
        .route(&at("/{id}"), get(detail::page::<E>))
        .route(&at("/{id}/edit"), get(form::page::<E>).post(form::save::<E>))
        .route(&at("/{id}/accept"), get(steps::ask_acceptance::<E>).post(steps::accept::<E>))
        .route(&at("/{id}/reject"), get(steps::ask_rejection::<E>).post(steps::reject::<E>))
        .route(&at("/{id}/transfer"), get(steps::ask_transfer::<E>).post(steps::transfer::<E>))
}

/// The id of an entry in the address.
type EntryPath = Path<String>;

/// The words of a key that both kinds have in words of their own.
fn own<E: Kind>(visit: &Visit, key: &str) -> String {
    visit.w.t(&format!("pipeline-{}-{key}", E::KEY)).into_owned()
}

/// The words of a refusal, with what it knows.
pub(super) fn refusal_words(visit: &Visit, refusal: &Refusal) -> String {
    let w = visit.w;
    let code = refusal.code().replace('_', "-");
    let own = format!("refusal-pipeline-{code}");
    let key = if w.has(&own) { own } else { format!("refusal-{code}") };
    if let Refusal::ReviewLocked { status } = refusal {
        return w.t1(&key, "status", words::review(w, *status)).into_owned();
    }
    if let Refusal::FileTooLarge { most } | Refusal::TooManyRows { most } = refusal {
        return w.t1(&key, "most", w.number(i64::from(*most))).into_owned();
    }
    w.t(&key).into_owned()
}

impl Visit {
    /// The page for what the pipeline refuses and no form shows.
    fn pipeline_refused<E: Kind>(&self, refusal: &Refusal) -> Stop {
        if let Refusal::Denied(denied) = refusal {
            return self.denied(denied).into();
        }
        let back = Link { href: E::PATH.into(), text: own::<E>(self, "back") };
        let text = refusal_words(self, refusal);
        errors::message(self, super::words::status(refusal.kind()), text, vec![back]).into()
    }

    /// Every entry of a kind that the reader's company has.
    async fn entries<E: Kind>(&self, me: &Signed) -> Result<Vec<E>, Stop> {
        let rooms = self.app.portal.load_rooms::<E>(me.tenant).await.map_err(|error| self.stop(&error))?;
        Ok(rooms.into_iter().map(|room| room.state).collect())
    }

    /// An entry that the reader may see, with its version.
    async fn entry<E: Kind>(&self, me: &Signed, id: &str) -> Result<(E, i64), Stop> {
        let (entry, version) = self.room_of::<E>(me.tenant, id).await?;
        let reading: room::Reading<'_> = self.reading(me)?;
        pipeline::view(&reading.setting(), &entry).map_err(|refusal| self.pipeline_refused::<E>(&refusal))?;
        Ok((entry, version))
    }

    fn may(&self, me: &Signed, permission: Permission) -> bool {
        me.standing.permits_in_portal(self.program(), permission)
    }
}

/// The keys that are put together while the portal runs, for the test of words.
#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    let both = ["title", "back", "search-label", "none", "none-fit"];
    let kinds = ["opportunity", "lead"];
    let own = kinds.iter().flat_map(|kind| both.iter().map(move |key| format!("pipeline-{kind}-{key}")));
    let parts = [fields::keys(), detail::keys(), steps::keys(), bulk::keys(), list::keys(), words::keys()];
    own.chain(parts.into_iter().flatten()).collect()
}
