//! Training and certifications: one's own with consent, address and requests (MENU-41, PROFILE-26..28, CERT-6..12), and
//! everybody's of the company (MENU-38, PROFILE-5).

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::routing::{get, post};
use chrono::NaiveDate;
use guildhall_core::certifications::{self as room, Command, PersonEntries, Refusal, State, Subject, Wish};
use guildhall_core::program::Program;
use guildhall_core::room::RoomRefusal as _;
use guildhall_core::{FieldFault, Id, Permission};
use serde::Deserialize;

use super::App;
use super::form::{Choice, Fault, Field, tie};
use super::locale::Words;
use super::room::{refusal_words, refusal_words_with};
use super::search::holds;
use super::view::{Answer, Page};
use super::visit::{Posted, Signed, Visit};
use super::words;
use crate::portal::{Ask, RoomError};

const OWN: &str = "my_profile/my_certifications";
const COMPANY: &str = "my_company/view_all_training_and_certification";
const PATH: &str = "/profile/certifications";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/profile/certifications", get(own))
        .route("/profile/certifications/address", post(set_address))
        .route("/profile/certifications/consent", post(set_consent))
        .route("/profile/certifications/transfers", post(request_transfer))
        .route("/profile/certifications/address-changes", post(request_change))
        .route("/company/certifications", get(company))
}

/// How something that was completed stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Course,
    Counts,
    Expired,
    Waits,
}

impl Standing {
    const ALL: [Self; 4] = [Self::Counts, Self::Waits, Self::Expired, Self::Course];

    const fn id(self) -> &'static str {
        match self {
            Self::Course => "course",
            Self::Counts => "counts",
            Self::Expired => "expired",
            Self::Waits => "waits",
        }
    }

    const fn tone(self) -> &'static str {
        match self {
            Self::Course => "",
            Self::Counts => "good",
            Self::Expired => "off",
            Self::Waits => "warn",
        }
    }

    fn words(self, w: Words) -> String {
        w.t(&format!("certification-{}", self.id())).into_owned()
    }
}

/// What a certification or course is called.
pub(super) fn subject_title(program: &Program, subject: &Subject) -> String {
    match subject {
        Subject::Course { title } => title.to_string(),
        Subject::Certification { name } => {
            program.certifications().kind(name).map_or_else(|| name.clone(), |kind| kind.title.clone())
        }
    }
}

/// Something that was completed, in words.
#[derive(Debug)]
struct Line {
    person: String,
    what: String,
    on: String,
    until: String,
    standing: Standing,
    status: String,
    tone: &'static str,
}

/// What makes lines of records.
struct Lines<'a> {
    w: Words,
    program: &'a Program,
    counted: BTreeSet<(Id, &'a str)>,
    today: NaiveDate,
}

impl Lines<'_> {
    fn of(&self, list: &PersonEntries<'_>) -> Vec<Line> {
        let line = |entry: &room::Entry<'_>| {
            let record = entry.record;
            let (what, standing) = match &record.subject {
                Subject::Course { .. } => (subject_title(self.program, &record.subject), Standing::Course),
                Subject::Certification { name } => {
                    let title = subject_title(self.program, &record.subject);
                    let standing = match record.valid_until {
                        Some(until) if until < self.today => Standing::Expired,
                        _ if self.counted.contains(&(list.member, name.as_str())) => Standing::Counts,
                        _ => Standing::Waits,
                    };
                    (title, standing)
                }
            };
            Line {
                person: list.person.name.to_string(),
                what,
                on: self.w.date(record.on),
                until: record.valid_until.map_or_else(String::new, |day| self.w.date(day)),
                standing,
                status: standing.words(self.w),
                tone: standing.tone(),
            }
        };
        list.entries.iter().map(line).collect()
    }
}

// ---------------------------------------------------------------- one's own

#[derive(Debug, Template)]
#[template(path = "certifications_own.html")]
struct OwnPage {
    page: Page,
    lines: Vec<Line>,
    shares: bool,
    address: Field,
    /// From when on what was passed with the address counts; empty if there is none or it counts already.
    counts_from: String,
    transfer: Field,
    change: Vec<Field>,
    requests: Vec<RequestLine>,
    links: Vec<Outside>,
    faults: Vec<Fault>,
}

#[derive(Debug)]
struct RequestLine {
    what: String,
    from: String,
    to: String,
    due: String,
    status: String,
    tone: &'static str,
}

/// A page of another site.
#[derive(Debug)]
pub(super) struct Outside {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) text: String,
}

/// The programme's links of these names, as far as it has them.
pub(super) fn outside(program: &Program, names: &[&str]) -> Vec<Outside> {
    let found = names.iter().filter_map(|name| program.link(name));
    let link = |link: &guildhall_core::program::Link| Outside {
        href: link.address.clone(),
        title: link.title.clone(),
        text: link.description.clone(),
    };
    found.map(link).collect()
}

/// What was typed, and what was wrong with it.
#[derive(Default)]
struct Shown<'a> {
    address: Option<&'a str>,
    old_profile: &'a str,
    previous: &'a str,
    new: &'a str,
    faults: Vec<FieldFault>,
    /// A refusal that belongs to no field.
    refusal: Option<&'a Refusal>,
}

fn request_line(w: Words, request: &room::Request, today: NaiveDate) -> RequestLine {
    let (what, from, to) = match &request.wish {
        Wish::Transfer { old_profile, new_account } => ("certification-transfer", old_profile, new_account),
        Wish::AddressChange { previous, new } => ("certification-change", previous, new),
    };
    let (status, tone) = match request.granted {
        Some(true) => ("certification-granted", "good"),
        Some(false) => ("certification-declined", "off"),
        None if request.is_overdue(today) => ("certification-overdue", "warn"),
        None => ("certification-asked", "info"),
    };
    RequestLine {
        what: w.t(what).into_owned(),
        from: from.to_string(),
        to: to.to_string(),
        due: w.date(request.due_on),
        status: w.t(status).into_owned(),
        tone,
    }
}

async fn show(visit: &Visit, me: &Signed, shown: Shown<'_>, status: StatusCode) -> Answer {
    let state = visit.room::<State>(me).await?;
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    let list = room::own_list(&setting, &state).map_err(|denied| visit.denied(&denied))?;
    let (w, today) = (visit.w, setting.moment.at.date_naive());
    let lines = Lines { w, program: visit.program(), counted: room::counted(&me.account, &state, today), today };
    let held = state.address(me.member);
    let recorded = held.map(|held| held.address.to_string()).unwrap_or_default();
    let email = |name: &str, key: &str, value: &str| Field::new("email", name, w.t(key)).value(value).most(254);
    let mut address = email("address", "field-certification-address", shown.address.unwrap_or(&recorded))
        .hint(w.t1("field-certification-address-hint", "days", visit.program().certifications().address_days))
        .optional(w);
    let mut transfer = email("old_profile", "field-old-profile", shown.old_profile).hint(w.t("field-old-profile-hint"));
    let mut change =
        vec![email("previous", "field-previous-address", shown.previous), email("new", "field-new-address", shown.new)];
    let fields = [&mut address, &mut transfer].into_iter().chain(change.iter_mut());
    let mut faults = tie(w, fields, &shown.faults);
    if let Some(refusal) = shown.refusal {
        faults.push(Fault { href: "#main".into(), text: refused_words(w, refusal) });
    }
    let requests = room::requests(&setting, &state).map_err(|denied| visit.denied(&denied))?;
    let waits = held.filter(|held| held.counts_from > today);
    let model = OwnPage {
        page: visit.page(w.t("certifications-own-title")),
        lines: lines.of(&list),
        shares: list.shares,
        address,
        counts_from: waits.map_or_else(String::new, |held| {
            w.t1("certification-counts-from", "day", w.date(held.counts_from)).into_owned()
        }),
        transfer,
        change,
        requests: requests.into_iter().map(|(_, request)| request_line(w, request, today)).collect(),
        links: outside(visit.program(), &["certification_account", "training_contact"]),
        faults,
    };
    Ok(visit.html_with(status, &model))
}

fn refused_words(w: Words, refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooManyEntries { most } => refusal_words_with::<State>(w, refusal, &[("most", &w.number(*most))]),
        Refusal::InvalidInput { .. }
        | Refusal::AddressTaken
        | Refusal::Unchanged
        | Refusal::RequestMissing
        | Refusal::RequestSettled
        | Refusal::AlreadyRequested
        | Refusal::RecordMissing
        | Refusal::AlreadyRecorded
        | Refusal::Denied(_) => refusal_words::<State>(w, refusal),
    }
}

/// Shows what was refused at the field that it is about.
async fn refused(visit: &Visit, me: &Signed, refusal: Refusal, field: &str, mut shown: Shown<'_>) -> Answer {
    let status = words::status(refusal.kind());
    match &refusal {
        Refusal::Denied(denied) => return Err(visit.denied(denied).into()),
        Refusal::InvalidInput { faults } => shown.faults.clone_from(faults),
        Refusal::AddressTaken | Refusal::Unchanged | Refusal::AlreadyRequested if !field.is_empty() => {
            shown.faults = vec![FieldFault::new(field, refusal.code())];
        }
        other @ Refusal::AddressTaken
        | other @ Refusal::Unchanged
        | other @ Refusal::RequestMissing
        | other @ Refusal::RequestSettled
        | other @ Refusal::AlreadyRequested
        | other @ Refusal::RecordMissing
        | other @ Refusal::AlreadyRecorded
        | other @ Refusal::TooManyEntries { .. } => {
            return show(visit, me, Shown { refusal: Some(other), ..shown }, status).await;
        }
    }
    show(visit, me, shown, status).await
}

/// `GET /profile/certifications` (MENU-41)
async fn own(visit: Visit) -> Answer {
    let me = visit.opening(OWN)?;
    show(&visit, me, Shown::default(), StatusCode::OK).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AddressForm {
    #[serde(default)]
    address: String,
}

/// `POST /profile/certifications/address` (PROFILE-27, CERT-6, CERT-10)
async fn set_address(Posted { visit, form }: Posted<AddressForm>) -> Answer {
    let me = visit.opening(OWN)?;
    visit.permitted(Permission::EditOwnProfile)?;
    let actor = me.actor();
    let ask = Ask { origin: &visit.origin, tenant: me.tenant, actor: &actor, seen: None };
    match visit.app.portal.set_training_address(&ask, &form.address, |_, _| ((), None)).await {
        Ok(_) if form.address.trim().is_empty() => {
            Ok(visit.go_saying(PATH, &visit.w.t("certification-address-cleared")))
        }
        Ok(_) => Ok(visit.go_saying(PATH, &visit.w.t("certification-address-saved"))),
        Err(RoomError::Refused(refusal)) => {
            let shown = Shown { address: Some(&form.address), ..Shown::default() };
            refused(&visit, me, refusal, "address", shown).await
        }
        Err(RoomError::Portal(error)) => Err(visit.stop(&error)),
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsentForm {
    share: Share,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Share {
    Yes,
    No,
}

/// Runs a command about one's own certifications.
async fn run(visit: &Visit, command: &Command, said: &str, field: &str, shown: Shown<'_>) -> Answer {
    let me = visit.opening(OWN)?;
    visit.permitted(Permission::EditOwnProfile)?;
    match visit.run_room::<State>(me, command).await? {
        Ok(_) => Ok(visit.go_saying(PATH, &visit.w.t(said))),
        Err(refusal) => refused(visit, me, refusal, field, shown).await,
    }
}

/// `POST /profile/certifications/consent` (PROFILE-28, C-109)
async fn set_consent(Posted { visit, form }: Posted<ConsentForm>) -> Answer {
    let share = form.share == Share::Yes;
    let said = if share { "certification-consent-given" } else { "certification-consent-withdrawn" };
    run(&visit, &Command::SetConsent { share }, said, "", Shown::default()).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TransferForm {
    old_profile: String,
}

/// `POST /profile/certifications/transfers` (CERT-8, CERT-9)
async fn request_transfer(Posted { visit, form }: Posted<TransferForm>) -> Answer {
    let shown = Shown { old_profile: &form.old_profile, ..Shown::default() };
    let command = Command::RequestTransfer { old_profile: form.old_profile.clone() };
    run(&visit, &command, "certification-transfer-asked", "old_profile", shown).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeForm {
    previous: String,
    new: String,
}

/// `POST /profile/certifications/address-changes` (CERT-12)
async fn request_change(Posted { visit, form }: Posted<ChangeForm>) -> Answer {
    let shown = Shown { previous: &form.previous, new: &form.new, ..Shown::default() };
    let command = Command::RequestAddressChange { previous: form.previous.clone(), new: form.new.clone() };
    run(&visit, &command, "certification-change-asked", "new", shown).await
}

// ---------------------------------------------------------------- everybody's of the company

#[derive(Debug, Template)]
#[template(path = "certifications_company.html")]
struct CompanyPage {
    page: Page,
    certifications: String,
    certified_people: String,
    query: String,
    status: Field,
    /// Whether anything was asked for, so that nothing may be found.
    filtered: bool,
    lines: Vec<Line>,
    /// Who shares nothing.
    silent: Vec<String>,
    /// Who shares, and has nothing to show.
    without: Vec<String>,
}

/// What the list is narrowed to.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    status: String,
}

/// `GET /company/certifications` (MENU-38, PROFILE-5)
async fn company(visit: Visit, asked: Query<Asked>) -> Answer {
    let me = visit.opening(COMPANY)?;
    let state = visit.room::<State>(me).await?;
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    let mut people = room::company_list(&setting, &state).map_err(|denied| visit.denied(&denied))?;
    people.sort_by(|a, b| a.person.name.cmp(&b.person.name).then(a.member.cmp(&b.member)));
    let (w, today) = (visit.w, setting.moment.at.date_naive());
    let counted = room::counted(&me.account, &state, today);
    let holders: BTreeSet<Id> = counted.iter().map(|(id, _)| *id).collect();
    let number = |n: usize| w.number(i64::try_from(n).unwrap_or(i64::MAX));
    let (certifications, certified_people) = (number(counted.len()), number(holders.len()));
    let lines = Lines { w, program: visit.program(), counted, today };
    let wanted: Vec<String> = asked.q.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let keeps = |line: &Line| {
        (asked.status.is_empty() || line.standing.id() == asked.status)
            && holds(&wanted, [line.person.as_str(), line.what.as_str()])
    };
    let names = |shares: bool| {
        let of = people.iter().filter(|p| p.shares == shares && p.entries.is_empty());
        of.map(|p| p.person.name.to_string()).collect()
    };
    let choice = |value: &str, label: String| Choice {
        value: value.into(),
        label,
        hint: String::new(),
        chosen: value == asked.status,
    };
    let any = std::iter::once(choice("", w.t("certification-any").into_owned()));
    let choices = any.chain(Standing::ALL.into_iter().map(|s| choice(s.id(), s.words(w)))).collect();
    Ok(visit.html(&CompanyPage {
        page: visit.page(w.t("certifications-company-title")),
        certifications,
        certified_people,
        query: asked.q.clone(),
        status: Field::new("select", "status", w.t("certification-status")).choices(choices),
        filtered: !asked.q.trim().is_empty() || !asked.status.is_empty(),
        lines: people.iter().flat_map(|p| lines.of(p)).filter(keeps).collect(),
        silent: names(false),
        without: names(true),
    }))
}

/// The words that are put together while the portal runs.
#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    let standings = Standing::ALL.iter().map(|s| format!("certification-{}", s.id()));
    let faults =
        ["address-taken", "unchanged", "already-requested", "same-address"].map(|code| format!("fault-{code}"));
    standings.chain(faults).collect()
}
