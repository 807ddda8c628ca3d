//! The tab Partner Central roles (C-037).

use askama::Template;
use guildhall_core::Permission;
use guildhall_core::account::InvitationStatus;

use super::{Tab, tabs, taken};
use crate::pages::view::{Answer, Page};
use crate::pages::visit::Visit;
use crate::pages::words;

/// A role with its purpose and its holders.
#[derive(Debug)]
struct RoleCard {
    title: String,
    purpose: String,
    holders: String,
    taken: usize,
    /// Zero where any number of people may hold the role.
    quota: u32,
    grantors: String,
}

/// A row of the comparison: a task, and a mark for each role.
#[derive(Debug)]
struct Task {
    title: String,
    marks: Vec<bool>,
}

/// An invitation that was not used yet.
#[derive(Debug)]
struct Waiting {
    id: String,
    email: String,
    roles: Vec<String>,
    until: String,
    expired: bool,
}

#[derive(Debug, Template)]
#[template(path = "partner_roles.html")]
struct PartnerRolesPage {
    page: Page,
    tabs: Vec<Tab>,
    can_invite: bool,
    cards: Vec<RoleCard>,
    roles: Vec<String>,
    tasks: Vec<Task>,
    waiting: Vec<Waiting>,
}

/// The nine roles, who may hold them, what they allow, and the open invitations (INV-2).
pub(super) async fn partner_roles(visit: Visit) -> Answer {
    let me = visit.managing()?;
    let program = visit.program();
    let w = visit.w;
    let now = visit.app.services.clock.now();
    let cards = program
        .roles()
        .iter()
        .map(|role| {
            let (holders, waiting) = taken(&visit, me, &role.name);
            let counts = [("holders", holders.to_string()), ("waiting", waiting.to_string())];
            let everybody = program.role_id(&role.name) == Some(program.base());
            let words_for = counts.each_ref().map(|(k, v)| (*k, v.as_str()));
            let grantors = program.role_id(&role.name).map(|id| program.grantors(id)).unwrap_or_default();
            RoleCard {
                title: role.title.clone(),
                purpose: role.purpose.clone(),
                holders: if everybody { w.t("role-everybody") } else { w.with("role-holders", &words_for) }
                    .into_owned(),
                taken: holders + waiting,
                quota: role.quota.unwrap_or(0),
                grantors: words::role_titles(program, grantors).join(", "),
            }
        })
        .collect();
    let ids: Vec<_> = program.roles().iter().filter_map(|role| program.role_id(&role.name)).collect();
    let tasks = program
        .grants()
        .iter()
        .map(|grant| Task {
            title: grant.title.clone(),
            marks: ids.iter().map(|id| grant.roles.contains(*id)).collect(),
        })
        .collect();
    let mut waiting: Vec<Waiting> = me
        .account
        .invitations()
        .iter()
        .filter(|(_, i)| i.status == InvitationStatus::Open)
        .map(|(id, i)| Waiting {
            id: id.to_string(),
            email: i.email.as_str().to_owned(),
            roles: i.roles.iter().map(|role| words::role_title(program, role)).collect(),
            until: words::date(w, i.expires_at),
            expired: !i.is_open(now),
        })
        .collect();
    waiting.sort_by(|a, b| a.email.cmp(&b.email));
    Ok(visit.html(&PartnerRolesPage {
        page: visit.page(w.t("users-title")),
        tabs: tabs(&visit, "/company/users/partner-roles"),
        can_invite: visit.can(me, Permission::InviteUsers),
        cards,
        roles: program.roles().iter().map(|role| role.title.clone()).collect(),
        tasks,
        waiting,
    }))
}
