//! A programme as its TOML file says it, before it is checked.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use toml::Spanned;

use super::linking::Linking;
use super::partner_programs::RawPartnerProgram;
use super::portal::{Browsers, Feeds, RawLanguage, RawLink, RawRoute};
use super::review::RawReview;
use super::tasks::RawTask;

/// One or more names, or the word `all`. The place of the whole is known: serde's untagged form loses that of each name.
pub(super) type Names = Spanned<AllOrList>;

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected \"all\" or a list of names")]
pub(super) enum AllOrList {
    Word(String),
    List(Vec<String>),
}

/// A value that the file leaves out.
fn unplaced<T>(value: T) -> Spanned<T> {
    Spanned::new(0..0, value)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawProgram {
    pub(super) title: String,
    pub(super) sign_in_address: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) path: Vec<RawPath>,
    pub(super) stage: Vec<RawStage>,
    pub(super) offering: Vec<RawOffering>,
    pub(super) role: Vec<RawRole>,
    #[serde(default)]
    pub(super) permission: Vec<RawPermission>,
    #[serde(default)]
    pub(super) section: Vec<RawSection>,
    #[serde(default)]
    pub(super) item: Vec<RawItem>,
    #[serde(default)]
    pub(super) task: Vec<RawTask>,
    pub(super) feeds: Option<Spanned<Feeds>>,
    #[serde(default)]
    pub(super) language: Vec<RawLanguage>,
    #[serde(default)]
    pub(super) route: Vec<RawRoute>,
    #[serde(default)]
    pub(super) link: Vec<RawLink>,
    #[serde(default)]
    pub(super) browsers: Browsers,
    #[serde(default)]
    pub(super) pipeline: super::pipeline::RawPipeline,
    #[serde(default)]
    pub(super) password: RawPassword,
    #[serde(default)]
    pub(super) email: RawEmail,
    #[serde(default)]
    pub(super) code: RawCode,
    #[serde(default)]
    pub(super) invitation: RawInvitation,
    #[serde(default)]
    pub(super) role_update: RawRoleUpdate,
    #[serde(default)]
    pub(super) confirmation: RawConfirmation,
    #[serde(default)]
    pub(super) profile: super::profile::RawProfile,
    #[serde(default)]
    pub(super) partner_program: Vec<RawPartnerProgram>,
    #[serde(default)]
    pub(super) certifications: super::certifications::RawCertifications,
    #[serde(default)]
    pub(super) channel: super::channel::RawChannel,
    pub(super) fee: Option<super::fee::RawFee>,
    #[serde(default)]
    pub(super) support: super::support::RawSupport,
    #[serde(default)]
    pub(super) review: RawReview,
    pub(super) mail: RawMail,
    pub(super) linking: Option<Spanned<Linking>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPath {
    pub(super) id: Spanned<String>,
    pub(super) title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStage {
    pub(super) id: Spanned<String>,
    pub(super) title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOffering {
    pub(super) id: Spanned<String>,
    pub(super) title: String,
    pub(super) path: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRole {
    pub(super) id: Spanned<String>,
    pub(super) title: String,
    #[serde(default)]
    pub(super) purpose: String,
    pub(super) kind: Spanned<String>,
    pub(super) granted_with: Option<Spanned<String>>,
    pub(super) quota: Option<Spanned<u32>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPermission {
    pub(super) id: Spanned<String>,
    pub(super) title: String,
    pub(super) comparison_row: Option<String>,
    pub(super) roles: Names,
    pub(super) page: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSection {
    pub(super) id: Spanned<String>,
    pub(super) title: String,
    pub(super) placement: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawItem {
    pub(super) section: Spanned<String>,
    pub(super) title: Spanned<String>,
    pub(super) description: String,
    pub(super) access: RawAccess,
    #[serde(default)]
    pub(super) aliases: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) tabs: Vec<String>,
    pub(super) link: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAccess {
    pub(super) roles: Names,
    pub(super) paths: Names,
    pub(super) least_stage: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawPassword {
    pub(super) least_code_points: Spanned<u32>,
    pub(super) most_bytes: Spanned<u32>,
    pub(super) symbols: Spanned<String>,
}

impl Default for RawPassword {
    fn default() -> Self {
        let symbols = unplaced("!@#$%^_=+:".into());
        Self { least_code_points: unplaced(8), most_bytes: unplaced(512), symbols }
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawEmail {
    pub(super) personal_domains: Vec<Spanned<String>>,
    pub(super) company_domains: Vec<Spanned<String>>,
    pub(super) personal_last_labels: Vec<String>,
    pub(super) shared_mailboxes: Vec<String>,
    pub(super) test_mode: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawCode {
    pub(super) minutes: Spanned<u32>,
    pub(super) tries: Spanned<u32>,
}

impl Default for RawCode {
    fn default() -> Self {
        Self { minutes: unplaced(10), tries: unplaced(5) }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawInvitation {
    pub(super) days: Spanned<u32>,
    pub(super) rows_most: Spanned<u32>,
}

impl Default for RawInvitation {
    fn default() -> Self {
        Self { days: unplaced(14), rows_most: unplaced(20) }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawRoleUpdate {
    pub(super) rows_most: Spanned<u32>,
}

impl Default for RawRoleUpdate {
    fn default() -> Self {
        Self { rows_most: unplaced(10) }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawConfirmation {
    pub(super) word: Spanned<String>,
}

impl Default for RawConfirmation {
    fn default() -> Self {
        Self { word: unplaced("confirm".into()) }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMail {
    pub(super) sender: Spanned<String>,
    pub(super) verification_subject: String,
}
