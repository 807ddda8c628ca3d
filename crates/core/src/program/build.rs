//! Checks a programme as its file says it and builds the one that decisions use. Every fault is found in one go.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use toml::Spanned;

use super::portal::{self, RawPortal};
use super::raw::{
    AllOrList, Names, RawCode, RawConfirmation, RawEmail, RawInvitation, RawItem, RawOffering, RawPassword, RawPath,
    RawPermission, RawProgram, RawRole, RawRoleUpdate,
};
use super::{
    Grant, ItemId, Limits, MailWords, MenuItem, Offering, Path, PathId, PathSet, Placement, Program, Role, RoleId,
    RoleKind, RoleSet, Section, Stage, StageId, tasks,
};
use crate::Permission;
use crate::identity::{Domain, EmailAddress, EmailPolicy, PasswordPolicy};
use crate::text::slug;

/// The longest programme that is read, in bytes.
const MOST_BYTES: usize = 1 << 20;

/// One fault of a programme, with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramFault {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// A stable code.
    pub code: &'static str,
    /// What is wrong, for people.
    pub message: String,
}

impl fmt::Display for ProgramFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {} [{}]", self.line, self.column, self.message, self.code)
    }
}

/// All faults of a programme, in the order of their places.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct ProgramFaults(pub Vec<ProgramFault>);

impl fmt::Display for ProgramFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

/// Collects faults while the parts are built.
pub(super) struct Check<'a> {
    text: &'a str,
    faults: Vec<ProgramFault>,
}

impl Check<'_> {
    pub(super) fn fault(&mut self, span: Range<usize>, code: &'static str, message: impl Into<String>) {
        let before = self.text.get(..span.start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        self.faults.push(ProgramFault { line, column, code, message: message.into() });
    }

    /// An address outside, to which people are sent: of a named host, by an encrypted connection.
    pub(super) fn web_address(&mut self, what: &str, address: &Spanned<String>) {
        let text = address.get_ref();
        let host =
            text.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
        let is_host = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
        let named = host.contains('.') && host.chars().all(is_host) && !host.starts_with('.') && !host.ends_with('.');
        let plain = text.chars().all(|c| c.is_ascii_graphic() && !"\"'<>\\`".contains(c));
        if !named || !plain {
            self.fault(
                address.span(),
                "web_address",
                format!("{what} is an address such as https://www.site.example/"),
            );
        }
    }

    /// The ids of a list: each in snake case, none twice, not more than `most`.
    pub(super) fn ids<'a>(
        &mut self,
        what: &str,
        most: usize,
        ids: impl Iterator<Item = &'a Spanned<String>>,
    ) -> Vec<String> {
        let mut seen = Vec::new();
        for (n, id) in ids.enumerate() {
            let name = id.get_ref();
            if name.is_empty() || *name != slug(name) {
                self.fault(id.span(), "id_form", format!("the {what} id {name:?} is not in snake case"));
            }
            if seen.contains(name) {
                self.fault(id.span(), "id_twice", format!("the {what} {name:?} is defined twice"));
            }
            if n == most {
                self.fault(id.span(), "too_many", format!("a programme has at most {most} {what}s"));
            }
            // What is too many has no place in a set of ids.
            if n < most {
                seen.push(name.clone());
            }
        }
        seen
    }

    pub(super) fn index(&mut self, what: &str, names: &[String], wanted: &Spanned<String>) -> Option<u8> {
        self.index_at(what, names, wanted.get_ref(), wanted.span())
    }

    fn index_at(&mut self, what: &str, names: &[String], wanted: &str, span: Range<usize>) -> Option<u8> {
        let found = names.iter().position(|n| n == wanted).and_then(|i| u8::try_from(i).ok());
        if found.is_none() {
            let known = names.join(", ");
            self.fault(span, "unknown_name", format!("no {what} is called {wanted:?}; known: {known}"));
        }
        found
    }

    /// The indexes that `names` stands for: all of `known`, or those listed.
    pub(super) fn indexes(&mut self, what: &str, known: &[String], names: &Names) -> Vec<u8> {
        match names.get_ref() {
            AllOrList::Word(word) if word == "all" => (0..known.len()).filter_map(|i| u8::try_from(i).ok()).collect(),
            AllOrList::Word(_) => {
                self.fault(names.span(), "not_all", format!("expected \"all\" or a list of {what}s"));
                Vec::new()
            }
            AllOrList::List(list) => {
                list.iter().filter_map(|name| self.index_at(what, known, name, names.span())).collect()
            }
        }
    }

    /// The menu item with this name.
    pub(super) fn item(&mut self, items: &[MenuItem], wanted: &Spanned<String>) -> Option<ItemId> {
        let found = items.iter().position(|i| i.name == *wanted.get_ref());
        if found.is_none() {
            self.fault(wanted.span(), "unknown_name", format!("the menu has no item {:?}", wanted.get_ref()));
        }
        found.and_then(|i| u16::try_from(i).ok()).map(ItemId)
    }

    pub(super) fn permission(&mut self, wanted: &Spanned<String>) -> Option<Permission> {
        let found = wanted.get_ref().parse().ok();
        if found.is_none() {
            self.fault(
                wanted.span(),
                "unknown_permission",
                format!("the engine has no permission {:?}", wanted.get_ref()),
            );
        }
        found
    }
}

/// Reads a programme.
pub(super) fn parse(text: &str) -> Result<Program, ProgramFaults> {
    let mut check = Check { text, faults: Vec::new() };
    if text.len() > MOST_BYTES {
        check.fault(0..0, "too_long", format!("a programme has at most {MOST_BYTES} bytes"));
        return Err(ProgramFaults(check.faults));
    }
    let raw: RawProgram = match toml::from_str(text) {
        Ok(raw) => raw,
        Err(error) => {
            check.fault(error.span().unwrap_or(0..0), "syntax", error.message().trim_end().to_owned());
            return Err(ProgramFaults(check.faults));
        }
    };
    build(raw, &mut check).filter(|_| check.faults.is_empty()).ok_or_else(|| {
        check.faults.sort_by_key(|f| (f.line, f.column));
        ProgramFaults(check.faults)
    })
}

fn build(raw: RawProgram, check: &mut Check<'_>) -> Option<Program> {
    let (path_names, paths) = paths(raw.path, check);
    let stage_names = check.ids("stage", StageId::MOST, raw.stage.iter().map(|s| &s.id));
    let stages: Vec<Stage> = raw.stage.into_iter().map(|s| Stage { name: s.id.into_inner(), title: s.title }).collect();
    if stages.is_empty() {
        check.fault(0..0, "no_stage", "a programme needs at least one stage");
    }
    let offerings = offerings(raw.offering, &path_names, check);
    let role_names = check.ids("role", RoleId::MOST, raw.role.iter().map(|r| &r.id));
    let roles = roles(&raw.role, check);
    let lead = single(&roles, RoleKind::Lead, "lead", check);
    let base = single(&roles, RoleKind::Base, "base", check);
    let (sections, items) = menu(
        &raw.section,
        &raw.item,
        &Known { path_names: &path_names, stage_names: &stage_names, role_names: &role_names },
        check,
    );
    let grants = grants(&raw.permission, &role_names, &items, check);
    grantable(&raw.role, &grants, check);
    let known = tasks::Known { roles: &role_names, paths: &path_names, stages: &stage_names, items: &items };
    let tasks = tasks::templates(raw.task, &known, check);
    let portal = RawPortal {
        feeds: raw.feeds,
        language: raw.language,
        route: raw.route,
        browsers: raw.browsers,
        link: raw.link,
        sign_in_address: raw.sign_in_address,
    };
    let portal = portal::portal(portal, &items, check);
    let holders = holders(&grants);
    let profile = super::profile::build(raw.profile, &known, check);
    let qualifications = &profile.qualification_kinds;
    let partner_programs = super::partner_programs::build(raw.partner_program, qualifications, &known, check);
    let certifications = super::certifications::build(raw.certifications, &known, check);
    let fee = super::fee::build(raw.fee, &known, check);
    let limits = limits(&raw.code, &raw.invitation, &raw.role_update, &raw.confirmation, check);
    if EmailAddress::restore(raw.mail.sender.get_ref()).is_none() {
        check.fault(raw.mail.sender.span(), "sender", "the sender is not an e-mail address");
    }
    Some(Program {
        title: raw.title,
        paths,
        stages,
        offerings,
        roles,
        lead: lead?,
        base: base?,
        grants,
        holders: holders.into_boxed_slice(),
        sections,
        items,
        tasks,
        review: raw.review.into(),
        portal,
        pipeline: super::pipeline::pipeline(raw.pipeline, &role_names, check),
        linking: super::linking::linking(raw.linking, check),
        password: password(&raw.password, check),
        email: email(raw.email, check),
        limits,
        profile,
        partner_programs,
        certifications,
        fee,
        channel: super::channel::build(&raw.channel, check),
        support: super::support::build(raw.support, check),
        mail: MailWords { sender: raw.mail.sender.into_inner(), verification_subject: raw.mail.verification_subject },
    })
}

fn paths(raw: Vec<RawPath>, check: &mut Check<'_>) -> (Vec<String>, Vec<Path>) {
    let names = check.ids("path", PathId::MOST, raw.iter().map(|p| &p.id));
    let paths: Vec<Path> = raw.into_iter().map(|p| Path { name: p.id.into_inner(), title: p.title }).collect();
    if paths.is_empty() {
        // A programme without paths has one that everybody is on, so that the engine knows no special case.
        return (vec!["all".to_owned()], vec![Path { name: "all".to_owned(), title: "All".to_owned() }]);
    }
    (names, paths)
}

/// The roles that hold each permission, by its index.
fn holders(grants: &[Grant]) -> Vec<RoleSet> {
    let mut holders = vec![RoleSet::EMPTY; Permission::ALL.len()];
    for grant in grants {
        if let Some(slot) = holders.get_mut(grant.permission.index()) {
            *slot = grant.roles;
        }
    }
    holders
}

fn offerings(raw: Vec<RawOffering>, path_names: &[String], check: &mut Check<'_>) -> Vec<Offering> {
    check.ids("offering", usize::MAX, raw.iter().map(|o| &o.id));
    let mut offerings = Vec::new();
    for offering in raw {
        let path = match &offering.path {
            Some(path) => check.index("path", path_names, path).map(PathId),
            None if path_names.len() == 1 => Some(PathId(0)),
            None => {
                check.fault(offering.id.span(), "no_path", "an offering names its path where there are several");
                None
            }
        };
        if let Some(path) = path {
            offerings.push(Offering { name: offering.id.into_inner(), title: offering.title, path });
        }
    }
    if offerings.is_empty() {
        check.fault(0..0, "no_offering", "a programme needs at least one primary offering");
    }
    offerings
}

/// A limit of zero would close a door for everybody, and an empty word would open one.
fn limits(
    code: &RawCode,
    invitation: &RawInvitation,
    role_update: &RawRoleUpdate,
    confirmation: &RawConfirmation,
    check: &mut Check<'_>,
) -> Limits {
    let limits = Limits {
        code_minutes: *code.minutes.get_ref(),
        code_tries: *code.tries.get_ref(),
        invitation_days: *invitation.days.get_ref(),
        invitation_rows_most: *invitation.rows_most.get_ref(),
        role_update_rows_most: *role_update.rows_most.get_ref(),
        confirmation_word: confirmation.word.get_ref().trim().to_owned(),
    };
    let numbers = [
        ("code.minutes", &code.minutes),
        ("code.tries", &code.tries),
        ("invitation.days", &invitation.days),
        ("invitation.rows_most", &invitation.rows_most),
        ("role_update.rows_most", &role_update.rows_most),
    ];
    for (name, number) in numbers.iter().filter(|(_, n)| !(1..=10_000).contains(n.get_ref())) {
        check.fault(number.span(), "limit", format!("{name} is a number from 1 to 10000"));
    }
    if limits.confirmation_word.is_empty() {
        check.fault(confirmation.word.span(), "confirmation_word", "the word to type is not empty");
    }
    limits
}

fn roles(raw: &[RawRole], check: &mut Check<'_>) -> Vec<Role> {
    let mut roles = Vec::new();
    for role in raw {
        let kind = match (role.kind.get_ref().as_str(), &role.granted_with) {
            ("lead", None) => RoleKind::Lead,
            ("base", None) => RoleKind::Base,
            ("granted", Some(with)) => match check.permission(with) {
                Some(permission) => RoleKind::Granted(permission),
                None => continue,
            },
            ("granted", None) => {
                check.fault(role.id.span(), "no_grantor", "a granted role names the permission it is granted with");
                continue;
            }
            ("lead" | "base", Some(with)) => {
                check.fault(
                    with.span(),
                    "not_granted",
                    "only a role of the kind \"granted\" is granted with a permission",
                );
                continue;
            }
            (other, _) => {
                check.fault(
                    role.kind.span(),
                    "role_kind",
                    format!("a role is \"lead\", \"base\" or \"granted\", not {other:?}"),
                );
                continue;
            }
        };
        if let (Some(quota), RoleKind::Lead | RoleKind::Base) = (&role.quota, kind) {
            check.fault(quota.span(), "quota", "only a granted role has a quota");
        }
        if let Some(quota) = role.quota.as_ref().filter(|quota| *quota.get_ref() == 0) {
            check.fault(quota.span(), "quota", "a quota is at least 1");
        }
        roles.push(Role {
            name: role.id.get_ref().clone(),
            title: role.title.clone(),
            purpose: role.purpose.clone(),
            kind,
            quota: role.quota.as_ref().map(|q| *q.get_ref()),
        });
    }
    roles
}

fn single(roles: &[Role], kind: RoleKind, word: &str, check: &mut Check<'_>) -> Option<RoleId> {
    let mut of_kind = roles.iter().enumerate().filter(|(_, r)| r.kind == kind);
    match (of_kind.next(), of_kind.next()) {
        (Some((i, _)), None) => u8::try_from(i).ok().map(RoleId),
        _ => {
            check.fault(0..0, "one_role", format!("a programme has exactly one role of the kind {word:?}"));
            None
        }
    }
}

/// The names that a row of the menu may use.
struct Known<'a> {
    path_names: &'a [String],
    stage_names: &'a [String],
    role_names: &'a [String],
}

fn menu(
    raw_sections: &[super::raw::RawSection],
    raw_items: &[RawItem],
    known: &Known<'_>,
    check: &mut Check<'_>,
) -> (Vec<Section>, Vec<MenuItem>) {
    let section_names = check.ids("section", 64, raw_sections.iter().map(|s| &s.id));
    let mut sections = Vec::new();
    for section in raw_sections {
        let placement = match section.placement.get_ref().as_str() {
            "navigation" => Placement::Navigation,
            "dropdown" => Placement::Dropdown,
            other => {
                let message = format!("a section stands in the \"navigation\" or is a \"dropdown\", not {other:?}");
                check.fault(section.placement.span(), "placement", message);
                Placement::Navigation
            }
        };
        sections.push(Section { name: section.id.get_ref().clone(), title: section.title.clone(), placement });
    }
    let mut items: Vec<MenuItem> = Vec::new();
    let mut seen = BTreeSet::new();
    for item in raw_items {
        let section = check.index("section", &section_names, &item.section);
        let roles: RoleSet =
            check.indexes("role", known.role_names, &item.access.roles).into_iter().map(RoleId).collect();
        let paths: PathSet =
            check.indexes("path", known.path_names, &item.access.paths).into_iter().map(PathId).collect();
        let stage = check.index("stage", known.stage_names, &item.access.least_stage);
        let (Some(section), Some(stage)) = (section, stage) else { continue };
        let name = format!("{}/{}", item.section.get_ref(), slug(item.title.get_ref()));
        if !seen.insert(name.clone()) {
            check.fault(item.title.span(), "item_twice", format!("the menu has {name:?} twice"));
        }
        if let Some(link) = &item.link {
            check.web_address("the link of an item", link);
        }
        items.push(MenuItem {
            link: item.link.as_ref().map(|link| link.get_ref().clone()),
            name,
            section: usize::from(section),
            title: item.title.get_ref().clone(),
            description: item.description.clone(),
            aliases: item.aliases.iter().map(|a| a.get_ref().clone()).collect(),
            tabs: item.tabs.clone(),
            roles,
            paths,
            least_stage: StageId(stage),
        });
    }
    (sections, items)
}

fn grants(raw: &[RawPermission], role_names: &[String], items: &[MenuItem], check: &mut Check<'_>) -> Vec<Grant> {
    let mut grants: Vec<Grant> = Vec::new();
    for row in raw {
        let Some(permission) = check.permission(&row.id) else { continue };
        if grants.iter().any(|g| g.permission == permission) {
            check.fault(row.id.span(), "id_twice", format!("the permission {:?} has two rows", row.id.get_ref()));
        }
        let page = row.page.as_ref().and_then(|page| check.item(items, page));
        let roles = check.indexes("role", role_names, &row.roles).into_iter().map(RoleId).collect();
        let (title, comparison_row) = (row.title.clone(), row.comparison_row.clone());
        grants.push(Grant { permission, title, comparison_row, roles, page });
    }
    grants
}

/// A role that nobody may ever give is a slip of the file.
fn grantable(raw: &[RawRole], grants: &[Grant], check: &mut Check<'_>) {
    for role in raw {
        let Some(with) = role.granted_with.as_ref().filter(|_| role.kind.get_ref() == "granted") else { continue };
        let given = grants.iter().any(|g| g.permission.id() == with.get_ref() && !g.roles.is_empty());
        if !given && with.get_ref().parse::<Permission>().is_ok() {
            check.fault(with.span(), "nobody_grants", format!("no role has the permission {:?}", with.get_ref()));
        }
    }
}

fn password(raw: &RawPassword, check: &mut Check<'_>) -> PasswordPolicy {
    let (least, most) = (*raw.least_code_points.get_ref(), *raw.most_bytes.get_ref());
    if let Some(bad) = raw.symbols.get_ref().chars().find(|c| !c.is_ascii_punctuation()) {
        check.fault(raw.symbols.span(), "symbols", format!("{:?} is not an ASCII symbol", bad.to_string()));
    }
    if least == 0 || most < least {
        let place = if raw.least_code_points.span().is_empty() { &raw.most_bytes } else { &raw.least_code_points };
        let message = "the least length of a password is 1 or more and within the byte cap";
        check.fault(place.span(), "password_length", message);
    }
    PasswordPolicy {
        least_code_points: least as usize,
        most_bytes: most as usize,
        symbols: raw.symbols.get_ref().chars().collect(),
    }
}

fn email(raw: RawEmail, check: &mut Check<'_>) -> EmailPolicy {
    let mut domains = |list: Vec<Spanned<String>>| -> BTreeSet<String> {
        list.into_iter()
            .filter_map(|name| match Domain::restore(name.get_ref()) {
                Some(domain) => Some(domain.as_str().to_owned()),
                None => {
                    check.fault(
                        name.span(),
                        "domain",
                        format!("{:?} is not a domain in its ASCII form", name.get_ref()),
                    );
                    None
                }
            })
            .collect()
    };
    EmailPolicy {
        personal_domains: domains(raw.personal_domains),
        company_domains: domains(raw.company_domains),
        personal_last_labels: raw.personal_last_labels.into_iter().map(|l| l.to_ascii_lowercase()).collect(),
        shared_mailboxes: raw.shared_mailboxes.into_iter().map(|l| l.to_ascii_lowercase()).collect(),
        test_mode: raw.test_mode,
    }
}
