//! The live account against the auditor's books, and against its own log.

use guildhall_core::account::{Account, InvitationStatus, Status};

use super::{Access, Auditor, Books, Invariant, Stand, Violation, plain};

/// One line a fact, sorted, so that two accounts of the same thing are equal texts.
fn of_books(books: &Books) -> Vec<String> {
    let mut facts = vec![format!("tenant {:?}", books.id)];
    facts.extend(books.domains.iter().map(|d| format!("domain {d}")));
    facts.extend(books.stages.iter().map(|(path, stage)| format!("stage {path} {stage}")));
    for person in &books.people {
        let mut roles = person.roles.clone();
        roles.sort();
        facts.push(format!("person {} {} {:?} {roles:?}", person.id, person.email, person.access));
    }
    for invite in &books.invites {
        let mut roles = invite.roles.clone();
        roles.sort();
        let (by, end) = (invite.by, invite.expires_at);
        facts.push(format!("invitation {} {} {:?} {roles:?} {by} {end}", invite.id, invite.email, invite.stand));
    }
    facts.sort();
    facts
}

fn of_account(account: &Account) -> Vec<String> {
    let mut facts = vec![format!("tenant {:?}", account.tenant())];
    facts.extend(account.domains().iter().map(|d| format!("domain {d}")));
    facts.extend(account.stages().iter().map(|(path, stage)| format!("stage {path} {stage}")));
    for (id, member) in account.members() {
        let access = match member.status {
            Status::Active => Access::Active,
            Status::Deactivated => Access::Blocked,
            Status::Removed => Access::Gone,
        };
        let roles: Vec<&String> = member.roles.iter().collect();
        facts.push(format!("person {id} {} {access:?} {roles:?}", plain(&member.email)));
    }
    for (id, invitation) in account.invitations() {
        let stand = match invitation.status {
            InvitationStatus::Open => Stand::Waiting,
            InvitationStatus::Accepted => Stand::Used,
            InvitationStatus::Withdrawn => Stand::Withdrawn,
        };
        let roles: Vec<&String> = invitation.roles.iter().collect();
        let (email, by, end) = (plain(&invitation.email), invitation.by, invitation.expires_at);
        facts.push(format!("invitation {id} {email} {stand:?} {roles:?} {by} {end}"));
    }
    facts.sort();
    facts
}

impl Auditor {
    /// Holds the live account against the books.
    pub fn compare(&mut self, tenant: usize, account: &Account) -> Result<(), Violation> {
        let (books, live) = (self.books().get(tenant).map(of_books).unwrap_or_default(), of_account(account));
        let odd = || {
            let differs = |a: &[String], b: &[String]| a.iter().find(|f| !b.contains(f)).cloned();
            format!("books: {:?}, account: {:?}", differs(&books, &live), differs(&live, &books))
        };
        self.check(Invariant::SameBooks, tenant, books == live, odd)
    }

    /// Holds the live account against the one that its log gives.
    pub fn refold(&mut self, tenant: usize, live: &Account, recovered: &Account) -> Result<(), Violation> {
        let text = |account: &Account| serde_json::to_string(account).unwrap_or_default();
        let (live, recovered) = (text(live), text(recovered));
        self.check(Invariant::Fold, tenant, live == recovered && !live.is_empty(), || {
            "the log gives another state than the one reached step by step".to_owned()
        })
    }
}
