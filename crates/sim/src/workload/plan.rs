//! What the workload hands to the run: commands, the fault that meets them, and how each must end.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use guildhall_core::account::{Actor, Command};

/// How a command must end: `done` or a refusal's code; and the finer codes below it, all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Expect {
    /// `done`, or the code of the refusal.
    pub(crate) code: &'static str,
    /// The codes of faulty fields, or of role changes that an update may not make.
    pub(crate) details: BTreeSet<&'static str>,
}

impl Expect {
    /// It is done.
    #[must_use]
    pub(crate) fn done() -> Self {
        Self::refused("done")
    }

    /// It is done but for role changes that are prohibited with these codes.
    #[must_use]
    pub(crate) fn done_but(details: BTreeSet<&'static str>) -> Self {
        Self { code: "done", details }
    }

    /// It is refused with `code`.
    #[must_use]
    pub(crate) fn refused(code: &'static str) -> Self {
        Self { code, details: BTreeSet::new() }
    }

    /// It is refused for fields with these faults.
    #[must_use]
    pub(crate) fn invalid(details: impl IntoIterator<Item = &'static str>) -> Self {
        Self { code: "invalid_input", details: details.into_iter().collect() }
    }
}

/// What goes wrong around a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    /// Nothing.
    None,
    /// The process dies between the decision and the append; the state is read from the log and the command asked again.
    Crash,
    /// The reply is lost after the append; the client sends the same command again.
    LostReply,
    /// Two commands are decided on the same state; the store takes one, the other is decided again.
    Race,
}

impl Fault {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::None, Self::Crash, Self::LostReply, Self::Race];

    /// The id, as reports print it.
    #[must_use]
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Crash => "crash",
            Self::LostReply => "lost_reply",
            Self::Race => "race",
        }
    }
}

/// One command to ask.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    /// Of which tenant.
    pub(crate) tenant: usize,
    /// By whom.
    pub(crate) actor: Actor,
    /// What.
    pub(crate) command: Command,
    /// How the decision must end.
    pub(crate) expect: Expect,
    /// Whether the directory turns the append away although the decision is good.
    pub(crate) turned_away: bool,
    /// How it must end when it is asked a second time: after a lost reply, or by the loser of a race.
    pub(crate) again: Option<Expect>,
}

/// One step of a run.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// The name of the recipe that made it.
    pub(crate) recipe: &'static str,
    /// When.
    pub(crate) at: DateTime<Utc>,
    /// What goes wrong.
    pub(crate) fault: Fault,
    /// One command; two in a race, of which the first wins.
    pub(crate) attempts: Vec<Attempt>,
}

/// How a command that was done ends when it is sent again unchanged; `None` where that depends on more than the command.
#[must_use]
pub(crate) fn repeated(actor: &Actor, command: &Command) -> Option<Expect> {
    match command {
        Command::RegisterCompany(_) => Some(Expect::refused("company_registered")),
        Command::Join(form) if form.invitation.is_some() => Some(Expect::refused("invitation_closed")),
        Command::Join(_) => Some(Expect::refused("already_member")),
        Command::Invite { rows } => {
            let limited = |role: &String| crate::audit::rights::seats(role).is_some();
            let depends = rows.iter().any(|row| row.roles.iter().any(limited));
            (!depends).then(|| Expect::invalid(["already_invited"]))
        }
        Command::WithdrawInvitation { .. } => Some(Expect::refused("invitation_closed")),
        Command::ReassignLead { .. } if matches!(actor, Actor::Operator(_)) => Some(Expect::refused("target_is_lead")),
        Command::ReassignLead { .. } | Command::HandOverCloudAdmin { .. } => {
            Some(Expect::refused("permission_missing"))
        }
        Command::RemoveMember { .. } | Command::DeactivateMember { .. } => Some(Expect::refused("target_not_active")),
        Command::AddDomain { .. } | Command::WithdrawDomain { .. } => Some(Expect::refused("domain_unchanged")),
        Command::SetStage { .. } => Some(Expect::refused("stage_unchanged")),
        Command::RenewInvitation { .. }
        | Command::RequestLeadChange { .. }
        | Command::EditCompany { .. }
        | Command::EditProfile { .. }
        | Command::NotePasswordChange => Some(Expect::done()),
        Command::UpdateRoles { .. } => None,
    }
}
