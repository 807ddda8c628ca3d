//! The rules of one partner programme as data: paths, stages, roles, permissions, the menu, policies.
//!
//! [`Program::guide`] is the programme of the guide, embedded. [`Program::parse`] reads anybody's own from TOML and
//! reports every fault with its place.

mod build;
mod certifications;
mod channel;
mod choice;
mod fee;
mod linking;
mod partner_programs;
mod pipeline;
mod portal;
mod profile;
mod raw;
mod review;
mod sets;
mod support;
mod tasks;
mod texts;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

pub use build::{ProgramFault, ProgramFaults};
pub use certifications::{CertificationRules, CertificationType, Measure, StageRequirement};
pub use channel::ChannelRules;
pub use choice::Choice;
pub(crate) use fee::is_currency;
pub use fee::{FeeRules, TaxRow};
pub use linking::Linking;
pub use partner_programs::{PartnerProgram, RecordNeed};
pub use pipeline::{BulkLimits, Picklist, PipelineRules};
pub use portal::{Browsers, EdgeLegacy, ExtendedRelease, Feeds, Language, Link, Route};
pub use profile::{ContactRow, ProductType, ProfileRules, Recommendation, Tab, TabRow};
pub use review::ReviewPolicy;
pub use sets::{ItemId, PathId, PathSet, RoleId, RoleSet, StageId, StageSet};
pub use support::{Article, CaseType, QuestionType, SupportRules};
pub use tasks::{FIELD_CHARACTERS_MOST, Fills, FormField, Goal, Requirement, Scope, TaskTemplate, Work};

use crate::Permission;
use crate::identity::{EmailPolicy, PasswordPolicy};

/// The text of the guide's programme, a complete example of the format.
pub const GUIDE_TOML: &str = include_str!("../../data/guide.toml");

/// A path that a company can take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
}

/// A stage on a path. A programme's stages are ordered, the first is where everybody begins (C-066).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
}

/// A primary offering, chosen at registration; it decides the first path (REG-21..23).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offering {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
    /// The path that it leads to.
    pub path: PathId,
}

/// How a role comes to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleKind {
    /// Exactly one person of an account holds it; it moves by reassignment only (ROLE-6, USR-26).
    Lead,
    /// Everybody has it, nobody can give or take it (C-022).
    Base,
    /// It is given and taken by those who hold the permission.
    Granted(Permission),
}

/// A role of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// How it comes to a person.
    pub kind: RoleKind,
    /// How many people of an account may hold it, pending invitations included (C-026).
    pub quota: Option<u32>,
}

/// Who has a permission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The permission.
    pub permission: Permission,
    /// What people read.
    pub title: String,
    /// The title of its row in the guide's comparison of roles, if it has one.
    pub comparison_row: Option<String>,
    /// The roles that have it.
    pub roles: RoleSet,
    /// The menu item through which it is used in the portal, where both gates must open (C-001).
    pub page: Option<ItemId>,
}

/// Where a section of the menu stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// In the navigation bar (HOME-4).
    Navigation,
    /// Among the drop-down menus at the top right (HOME-7).
    Dropdown,
}

/// A section of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
    /// Where it stands.
    pub placement: Placement,
}

/// An item of the menu with its three conditions, which must all hold (MENU-1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuItem {
    /// Its id in text: the section's, a slash, and its title in snake case, as in `build/case_studies`.
    pub name: String,
    /// Its section, as an index into [`Program::sections`].
    pub section: usize,
    /// What people read.
    pub title: String,
    /// What the page behind it is for (HOME-5).
    pub description: String,
    /// Other names that it is found by: `Title` or `Section/Title`.
    pub aliases: Vec<String>,
    /// The titles of the page's tabs, in order (MENU-44).
    pub tabs: Vec<String>,
    /// Where it leads outside the portal; nothing here ever asks that address for anything.
    pub link: Option<String>,
    /// The roles that open it.
    pub roles: RoleSet,
    /// The paths that open it.
    pub paths: PathSet,
    /// The least stage that opens it.
    pub least_stage: StageId,
}

/// The limits and words of a programme that are single values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long a mailed code is good for, in minutes.
    pub code_minutes: u32,
    /// How many wrong tries void a code.
    pub code_tries: u32,
    /// How long an invitation is open, in days.
    pub invitation_days: u32,
    /// How many people one call may invite.
    pub invitation_rows_most: u32,
    /// How many people one update of roles may cover (USR-14).
    pub role_update_rows_most: u32,
    /// The word to type before the lead role moves or a person is removed (C-031).
    pub confirmation_word: String,
}

/// How the programme's mail looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailWords {
    /// The sender of codes (REG-16).
    pub sender: String,
    /// The subject of mails that carry a code (PWD-3).
    pub verification_subject: String,
}

/// The rules of one partner programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    title: String,
    paths: Vec<Path>,
    stages: Vec<Stage>,
    offerings: Vec<Offering>,
    roles: Vec<Role>,
    lead: RoleId,
    base: RoleId,
    grants: Vec<Grant>,
    holders: Box<[RoleSet]>,
    sections: Vec<Section>,
    items: Vec<MenuItem>,
    tasks: Vec<TaskTemplate>,
    review: ReviewPolicy,
    portal: portal::Portal,
    pipeline: PipelineRules,
    linking: Linking,
    password: PasswordPolicy,
    email: EmailPolicy,
    limits: Limits,
    profile: ProfileRules,
    partner_programs: Vec<PartnerProgram>,
    certifications: CertificationRules,
    fee: FeeRules,
    channel: ChannelRules,
    support: SupportRules,
    mail: MailWords,
}

/// Why a name did not find one menu item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemLookup {
    /// No item has that name.
    Unknown,
    /// Several have it; these are their full names.
    Ambiguous(Vec<String>),
}

impl Program {
    /// The programme of the guide, parsed once.
    ///
    /// # Panics
    /// Never: the embedded text is parsed by the tests of every build.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the text is a constant that the tests parse")]
    pub fn guide() -> &'static Self {
        static GUIDE: OnceBox<Program> = OnceBox::new();
        GUIDE.get_or_init(|| Box::new(Self::parse(GUIDE_TOML).expect("the embedded programme is valid")))
    }

    /// Reads a programme from TOML. Every fault is reported, each with its line and column.
    pub fn parse(text: &str) -> Result<Self, ProgramFaults> {
        build::parse(text)
    }

    /// The same programme, which also accepts names that the public internet never resolves (`.test`, `.local`, ...).
    #[must_use]
    pub fn with_test_mode(mut self) -> Self {
        self.email.test_mode = true;
        self
    }

    /// The programme's title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The paths.
    #[must_use]
    pub fn paths(&self) -> &[Path] {
        &self.paths
    }

    /// The stages, first to last.
    #[must_use]
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// The primary offerings.
    #[must_use]
    pub fn offerings(&self) -> &[Offering] {
        &self.offerings
    }

    /// The roles.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// The role that exactly one person holds.
    #[must_use]
    pub fn lead(&self) -> RoleId {
        self.lead
    }

    /// The role that everybody has.
    #[must_use]
    pub fn base(&self) -> RoleId {
        self.base
    }

    /// Who has which permission, in the order of the file. A permission that no row names is nobody's.
    #[must_use]
    pub fn grants(&self) -> &[Grant] {
        &self.grants
    }

    /// The roles that have `permission`.
    #[must_use]
    pub fn holders(&self, permission: Permission) -> RoleSet {
        self.holders.get(permission.index()).copied().unwrap_or_default()
    }

    /// The row of `permission`, if the programme has one.
    #[must_use]
    pub fn grant(&self, permission: Permission) -> Option<&Grant> {
        self.grants.iter().find(|g| g.permission == permission)
    }

    /// The page on which what `permission` allows is done, if it has one.
    #[must_use]
    pub fn page_of(&self, permission: Permission) -> Option<ItemId> {
        self.grant(permission).and_then(|grant| grant.page)
    }

    /// The sections of the menu.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The items of the menu.
    #[must_use]
    pub fn items(&self) -> &[MenuItem] {
        &self.items
    }

    /// The items with their ids.
    pub fn items_with_ids(&self) -> impl Iterator<Item = (ItemId, &MenuItem)> {
        (0u16..).map(ItemId).zip(&self.items)
    }

    /// The password policy.
    #[must_use]
    pub fn password(&self) -> &PasswordPolicy {
        &self.password
    }

    /// The e-mail policy.
    #[must_use]
    pub fn email(&self) -> &EmailPolicy {
        &self.email
    }

    /// What an access review looks for.
    #[must_use]
    pub fn review(&self) -> &ReviewPolicy {
        &self.review
    }

    /// Limits and words.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The company profile.
    #[must_use]
    pub fn profile(&self) -> &ProfileRules {
        &self.profile
    }

    /// The programmes that a company can apply to (MENU-23).
    #[must_use]
    pub fn partner_programs(&self) -> &[PartnerProgram] {
        &self.partner_programs
    }

    /// The programme to apply to that is called `name`.
    #[must_use]
    pub fn partner_program(&self, name: &str) -> Option<&PartnerProgram> {
        self.partner_programs.iter().find(|row| row.name == name)
    }

    /// Certifications and the scorecard.
    #[must_use]
    pub fn certifications(&self) -> &CertificationRules {
        &self.certifications
    }

    /// The channel.
    #[must_use]
    pub fn channel(&self) -> ChannelRules {
        self.channel
    }

    /// The yearly fee.
    #[must_use]
    pub fn fee(&self) -> &FeeRules {
        &self.fee
    }

    /// Support.
    #[must_use]
    pub fn support(&self) -> &SupportRules {
        &self.support
    }

    /// How the mail looks.
    #[must_use]
    pub fn mail(&self) -> &MailWords {
        &self.mail
    }

    /// What it says about opportunities and leads.
    #[must_use]
    pub fn pipeline(&self) -> &PipelineRules {
        &self.pipeline
    }

    /// The role called `name`.
    #[must_use]
    pub fn role_id(&self, name: &str) -> Option<RoleId> {
        (0..).map(RoleId).zip(&self.roles).find(|(_, r)| r.name == name).map(|(id, _)| id)
    }

    /// The path called `name`.
    #[must_use]
    pub fn path_id(&self, name: &str) -> Option<PathId> {
        (0..).map(PathId).zip(&self.paths).find(|(_, p)| p.name == name).map(|(id, _)| id)
    }

    /// The stage called `name`.
    #[must_use]
    pub fn stage_id(&self, name: &str) -> Option<StageId> {
        (0..).map(StageId).zip(&self.stages).find(|(_, s)| s.name == name).map(|(id, _)| id)
    }

    /// The offering called `name`.
    #[must_use]
    pub fn offering(&self, name: &str) -> Option<&Offering> {
        self.offerings.iter().find(|o| o.name == name)
    }

    /// The role with this id; `None` for an id of another programme.
    #[must_use]
    pub fn role(&self, id: RoleId) -> Option<&Role> {
        self.roles.get(id.index())
    }

    /// The path with this id.
    #[must_use]
    pub fn path(&self, id: PathId) -> Option<&Path> {
        self.paths.get(id.index())
    }

    /// The stage with this id.
    #[must_use]
    pub fn stage(&self, id: StageId) -> Option<&Stage> {
        self.stages.get(id.index())
    }

    /// The item with this id.
    #[must_use]
    pub fn item(&self, id: ItemId) -> Option<&MenuItem> {
        self.items.get(id.index())
    }

    /// The names of the roles in `set`.
    pub fn role_names(&self, set: RoleSet) -> impl Iterator<Item = &str> {
        set.iter().filter_map(|id| self.role(id)).map(|r| r.name.as_str())
    }

    /// The names of the paths in `set`.
    pub fn path_names(&self, set: PathSet) -> impl Iterator<Item = &str> {
        set.iter().filter_map(|id| self.path(id)).map(|p| p.name.as_str())
    }

    /// The set of every role.
    #[must_use]
    pub fn all_roles(&self) -> RoleSet {
        RoleSet::first(self.roles.len())
    }

    /// The set of every path.
    #[must_use]
    pub fn all_paths(&self) -> PathSet {
        PathSet::first(self.paths.len())
    }

    /// The roles whose holders may give `role` to somebody.
    #[must_use]
    pub fn grantors(&self, role: RoleId) -> RoleSet {
        match self.role(role).map(|r| r.kind) {
            Some(RoleKind::Granted(permission)) => self.holders(permission),
            Some(RoleKind::Lead) => self.holders(Permission::ReassignLead),
            Some(RoleKind::Base) | None => RoleSet::EMPTY,
        }
    }

    /// Finds a menu item by its name (`build/case_studies`), by `Section/Title`, by title or by alias, whatever the case.
    pub fn find_item(&self, text: &str) -> Result<ItemId, ItemLookup> {
        let wanted = text.trim();
        if let Some((id, _)) = self.items_with_ids().find(|(_, i)| i.name == wanted) {
            return Ok(id);
        }
        let matches = |name: &str| name.eq_ignore_ascii_case(wanted);
        let full = |item: &MenuItem| {
            let section = self.sections.get(item.section).map_or("", |s| s.title.as_str());
            wanted.split_once('/').is_some_and(|(s, t)| {
                section.eq_ignore_ascii_case(s.trim()) && item.title.eq_ignore_ascii_case(t.trim())
            })
        };
        let found: Vec<(ItemId, &MenuItem)> = self
            .items_with_ids()
            .filter(|(_, i)| matches(&i.title) || full(i) || i.aliases.iter().any(|a| matches(a)))
            .collect();
        match found.as_slice() {
            [] => Err(ItemLookup::Unknown),
            [(id, _)] => Ok(*id),
            several => Err(ItemLookup::Ambiguous(several.iter().map(|(_, i)| i.name.clone()).collect())),
        }
    }
}

#[cfg(test)]
mod rooms_tests;
#[cfg(test)]
mod tests;
