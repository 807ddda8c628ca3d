//! What opportunities and leads have in common: an owner, a reach, a history, and what was shared.

use alloc::collections::{BTreeMap, VecDeque};
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Refusal;
use super::value::InvitationStatus;
use crate::account::{Actor, Status};
use crate::room::Room;
use crate::setting::{Denied, Setting};
use crate::{Id, Permission};

/// How many changes an entry remembers. The trail has all of them.
pub(super) const HISTORY_MOST: usize = 200;

/// Who did it, and when. The owner of an entry is another matter (ACE-8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

impl Stamp {
    pub(super) fn of(setting: &Setting<'_>) -> Self {
        Self { by: setting.actor.clone(), at: setting.moment.at }
    }
}

/// One change in the history of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Who made it, and when.
    pub stamp: Stamp,
    /// What happened, by the name of the event.
    pub event: String,
    /// Who owned the entry then.
    pub owner: Option<Id>,
    /// The names of the fields that changed.
    pub fields: Vec<String>,
}

/// What is remembered of the past.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct History(VecDeque<Change>);

impl History {
    pub(super) fn note(&mut self, stamp: &Stamp, event: &str, owner: Option<Id>, fields: Vec<String>) {
        if self.0.len() == HISTORY_MOST {
            self.0.pop_front();
        }
        self.0.push_back(Change { stamp: stamp.clone(), event: event.into(), owner, fields });
    }

    /// The changes, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Change> {
        self.0.iter()
    }
}

/// That an entry was shared by the operator, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// By whom, and when.
    pub stamp: Stamp,
    /// When the time to answer ends, if it does.
    pub expires_at: Option<DateTime<Utc>>,
    /// The answer.
    pub answer: Option<Answer>,
}

/// The answer to something shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Who gave it, and when.
    pub stamp: Stamp,
    /// Whether it is Yes.
    pub accepted: bool,
    /// Why not.
    pub reason: Option<String>,
}

impl Share {
    pub(super) fn new(stamp: &Stamp, expires_at: Option<DateTime<Utc>>) -> Self {
        Self { stamp: stamp.clone(), expires_at, answer: None }
    }

    /// What became of it by `now`.
    #[must_use]
    pub fn status(&self, now: DateTime<Utc>) -> InvitationStatus {
        match &self.answer {
            Some(answer) if answer.accepted => InvitationStatus::Accepted,
            Some(_) => InvitationStatus::Rejected,
            None if self.expires_at.is_some_and(|end| end <= now) => InvitationStatus::Expired,
            None => InvitationStatus::Pending,
        }
    }

    /// Whether it can be answered at `now`.
    pub(super) fn answerable(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        match self.status(now) {
            InvitationStatus::Pending => Ok(()),
            InvitationStatus::Accepted | InvitationStatus::Rejected => Err(Refusal::ShareAnswered),
            InvitationStatus::Expired => Err(Refusal::ShareExpired),
        }
    }
}

/// Work on it begins once it is accepted; what nobody shared needs no acceptance.
pub(super) fn open_for_work(share: Option<&Share>, now: DateTime<Utc>) -> Result<(), Refusal> {
    match share.map(|share| share.status(now)) {
        None | Some(InvitationStatus::Accepted) => Ok(()),
        Some(InvitationStatus::Pending) => Err(Refusal::ShareNotAccepted),
        Some(InvitationStatus::Rejected) => Err(Refusal::ShareRejected),
        Some(InvitationStatus::Expired) => Err(Refusal::ShareExpired),
    }
}

/// Which entries somebody reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of the company.
    All,
    /// Those that this person owns.
    Own(Id),
}

impl Scope {
    /// The reach of whoever asks. The wider permission wins.
    pub fn of(setting: &Setting<'_>) -> Result<Self, Denied> {
        let (me, standing) = setting.permitted(&[Permission::ManageOwnedPipeline, Permission::ManageAllPipeline])?;
        let all = standing.permits(setting.program, Permission::ManageAllPipeline);
        Ok(if all { Self::All } else { Self::Own(me) })
    }

    /// Whether it holds an entry of this owner.
    #[must_use]
    pub fn holds(self, owner: Option<Id>) -> bool {
        match self {
            Self::All => true,
            Self::Own(me) => owner == Some(me),
        }
    }
}

/// An opportunity or a lead, as bulk work, lists and reports see it.
pub trait Entry: Room<Refusal = Refusal> {
    /// Which of the two it is.
    const ENTRIES: Entries;

    /// Its id; `None` before it exists.
    fn id(&self) -> Option<Id>;
    /// Who owns it; nobody owns what was shared with the company as a whole and is not accepted yet.
    fn owner(&self) -> Option<Id>;
    /// What people call it.
    fn title(&self) -> &str;
    /// What was done to it.
    fn history(&self) -> &History;
    /// The command that gives it to somebody else.
    fn transfer(to: Id) -> Self::Command;

    /// The permissions of which work on it needs one from whoever asks, the narrower first: what somebody owns asks for no
    /// more than the permission for own entries (ROLE-69).
    fn reached_by(&self, setting: &Setting<'_>) -> Vec<Permission> {
        let own = matches!(setting.actor, Actor::Member(me) if self.owner() == Some(*me));
        let narrow = Some(Permission::ManageOwnedPipeline).filter(|_| own);
        narrow.into_iter().chain([Permission::ManageAllPipeline]).collect()
    }
}

/// The two kinds of entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Entries {
    /// Opportunities.
    Opportunities,
    /// Leads.
    Leads,
}

/// The entry, if whoever asks may see it: its owner, and those who manage all (ROLE-16, ROLE-24, ROLE-65, ROLE-71).
pub fn view<'e, E: Entry>(setting: &Setting<'_>, entry: &'e E) -> Result<&'e E, Refusal> {
    let scope = Scope::of(setting)?;
    if entry.id().is_none() {
        return Err(Refusal::EntryMissing);
    }
    if scope.holds(entry.owner()) { Ok(entry) } else { Err(Refusal::NotOwner) }
}

/// The entries that whoever asks may see: exactly those that [`view`] shows.
pub fn list<'e, E: Entry>(
    setting: &Setting<'_>,
    entries: impl IntoIterator<Item = &'e E>,
) -> Result<Vec<&'e E>, Refusal> {
    let scope = Scope::of(setting)?;
    Ok(entries.into_iter().filter(|e| e.id().is_some() && scope.holds(e.owner())).collect())
}

/// Whether `member` may own an entry: active, of this company, and allowed to manage what they own (C-042).
pub(super) fn may_own(setting: &Setting<'_>, member: Id) -> Result<(), Refusal> {
    match setting.account.member(member) {
        None => Err(Refusal::MemberMissing),
        Some(m) if m.status != Status::Active => Err(Refusal::TargetNotActive),
        Some(_) => {
            let standing = setting.account.standing(setting.program, member);
            let owns = standing.permits(setting.program, Permission::ManageOwnedPipeline)
                || standing.permits(setting.program, Permission::ManageAllPipeline);
            if owns { Ok(()) } else { Err(Refusal::TargetCannotOwn) }
        }
    }
}

/// The members who may own entries, for a list to choose from.
pub fn possible_owners(setting: &Setting<'_>) -> Result<BTreeMap<Id, String>, Refusal> {
    Scope::of(setting)?;
    let able = setting.account.members().iter().filter(|(id, _)| may_own(setting, **id).is_ok());
    Ok(able.map(|(id, member)| (*id, String::from(member.name.as_str()))).collect())
}

/// Gives an entry to somebody else (ACE-5, ACE-12).
pub(super) fn judge_transfer<E: Entry>(
    setting: &Setting<'_>,
    entry: &E,
    share: Option<&Share>,
    to: Id,
) -> Result<(), Refusal> {
    view(setting, entry)?;
    // What was turned down, or ran out, is nobody's work.
    match share.map(|share| share.status(setting.moment.at)) {
        None | Some(InvitationStatus::Pending | InvitationStatus::Accepted) => {}
        Some(InvitationStatus::Rejected) => return Err(Refusal::ShareRejected),
        Some(InvitationStatus::Expired) => return Err(Refusal::ShareExpired),
    }
    may_own(setting, to)?;
    if entry.owner() == Some(to) { Err(Refusal::AlreadyOwner) } else { Ok(()) }
}

/// Accepts or rejects what was shared (ACE-4). Whoever accepts what nobody owns becomes its owner.
pub(super) fn judge_answer<E: Entry>(setting: &Setting<'_>, entry: &E, share: Option<&Share>) -> Result<Id, Refusal> {
    let (me, _) = setting.permitted(&[Permission::DecideOnLeads])?;
    view(setting, entry)?;
    share.ok_or(Refusal::NotShared)?.answerable(setting.moment.at)?;
    Ok(me)
}

/// The owner of what an operator shares: the person it is meant for, or nobody yet.
pub(super) fn judge_share(setting: &Setting<'_>, to: Option<Id>) -> Result<(), Refusal> {
    setting.operator()?;
    if setting.account.tenant().is_none() {
        return Err(Refusal::CompanyMissing);
    }
    to.map_or(Ok(()), |to| may_own(setting, to))
}

/// A reason, a comment or another text of an operator or a person: required or not.
pub(super) fn remark(field: &str, text: &str, required: bool) -> Result<Option<String>, Refusal> {
    let mut faults = crate::account::Faults::default();
    let line = if required { faults.line::<1000>(field, text) } else { faults.optional::<1000>(field, text) };
    faults.finish()?;
    Ok(line.map(|line| String::from(line.as_str())))
}
