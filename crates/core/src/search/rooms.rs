//! What can be found of each room: one function a room.
//!
//! INVARIANT (published-only): of content only what is published can be found, from its day on and, of events, until they
//! are over (C-118, C-119).

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::{Entry, RecordType};
use crate::Id;
use crate::account::{Account, Status};
use crate::content::{self, Body, ResourceKind};
use crate::pipeline::{Entry as _, Lead, Opportunity};
use crate::profile;
use crate::support;
use crate::tasks;

/// The people who have access. The account is no room; an adapter indexes them with it.
#[must_use]
pub fn people(account: &Account) -> Vec<Entry> {
    let active = account.members().iter().filter(|(_, member)| member.status == Status::Active);
    active.map(|(id, m)| Entry::new(RecordType::Person, Some(*id), m.name.as_str(), [m.email.as_str()])).collect()
}

pub(crate) fn opportunity(opportunity: &Opportunity) -> Vec<Entry> {
    let (Some(id), Some(details)) = (opportunity.id(), opportunity.details()) else { return Vec::new() };
    let fields = details.fields();
    let identifier = opportunity.identifier().unwrap_or_default();
    let text = [
        fields.customer.account.company_name.as_str(),
        &identifier,
        &fields.partner_opportunity_identifier,
        &fields.region,
        &fields.project.customer_business_problem,
    ];
    vec![Entry::new(RecordType::Opportunity, Some(id), opportunity.title(), text).owned(opportunity.owner())]
}

pub(crate) fn lead(lead: &Lead) -> Vec<Entry> {
    let (Some(id), Some(details)) = (lead.id(), lead.details()) else { return Vec::new() };
    let fields = details.fields();
    let contact = |i: &crate::pipeline::LeadInteraction| {
        format!("{} {} {}", i.contact.first_name, i.contact.last_name, i.business_problem)
    };
    let mut text: Vec<String> = fields.interactions.iter().map(contact).collect();
    text.extend([fields.customer.company_name.clone(), fields.region.clone(), fields.marketing.campaign_name.clone()]);
    vec![Entry::new(RecordType::Lead, Some(id), lead.title(), text).owned(lead.owner())]
}

pub(crate) fn profile(state: &profile::State) -> Vec<Entry> {
    let text = |d: &Option<profile::Description>| d.as_ref().map(ToString::to_string).unwrap_or_default();
    let products = state
        .products()
        .iter()
        .map(|(id, p)| Entry::new(RecordType::Product, Some(*id), p.title.as_str(), [text(&p.description)]));
    let records = state.records().iter().map(|(id, r)| {
        let texts = [r.description.to_string(), text(&r.words)];
        Entry::new(RecordType::of(r.kind), Some(*id), r.title.as_str(), texts)
    });
    products.chain(records).collect()
}

pub(crate) fn tasks(state: &tasks::State) -> Vec<Entry> {
    let found = state.tasks().iter();
    found
        .map(|(id, t)| Entry::new(RecordType::Task, Some(*id), t.title.as_str(), [""; 0]).owned(Some(t.assigned_to)))
        .collect()
}

pub(crate) fn case(state: &support::State) -> Vec<Entry> {
    let found = state.cases().iter();
    found
        .map(|(id, case): (&Id, _)| {
            let posts = case.posts.iter().map(|post| post.text.as_str());
            Entry::new(RecordType::Case, Some(*id), case.subject.as_str(), posts).owned(Some(case.by))
        })
        .collect()
}

pub(crate) fn content(state: &content::State) -> Vec<Entry> {
    let Some(body) = state.published() else { return Vec::new() };
    let record = match body {
        Body::News(_) => RecordType::News,
        Body::Event(_) => RecordType::Event,
        Body::Walkthrough(_) => RecordType::Walkthrough,
        Body::Resource(r) => match r.kind {
            ResourceKind::Guide => RecordType::Guide,
            ResourceKind::Video => RecordType::Video,
            ResourceKind::Document => RecordType::Document,
            ResourceKind::Faq => RecordType::Faq,
        },
    };
    let text = |t: &Option<content::Text>| t.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut texts = vec![body.summary().to_string()];
    match body {
        Body::News(b) => texts.extend([b.source.to_string(), text(&b.text)]),
        Body::Event(b) => {
            texts.extend([b.source.to_string(), b.place.as_ref().map(ToString::to_string).unwrap_or_default()])
        }
        Body::Resource(b) => texts.push(text(&b.text)),
        Body::Walkthrough(b) => texts.extend(b.steps.iter().map(|s| format!("{} {}", s.title, s.text))),
    }
    let mut entry = Entry::new(record, None, body.title().as_str(), texts);
    match body {
        Body::News(b) => entry.from = Some(b.published_on),
        Body::Event(b) => entry.until = Some(b.ends_at.unwrap_or(b.starts_at)),
        Body::Resource(_) | Body::Walkthrough(_) => {}
    }
    vec![entry]
}
