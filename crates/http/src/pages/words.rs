//! From the core's codes to words and statuses: one exhaustive match each, so that a new refusal cannot be forgotten.

use axum::http::StatusCode;
use guildhall_core::account::{Account, Refusal, Status};
use guildhall_core::identity::PasswordPolicy;
use guildhall_core::program::{Program, RoleSet};
use guildhall_core::{FieldFault, Kind};

use super::form::Rule;
use super::locale::Words;

/// The words for the fault of a field.
pub(super) fn fault(w: Words, code: &str) -> String {
    w.t(&format!("fault-{}", code.replace('_', "-"))).into_owned()
}

/// The status of a kind of refusal.
pub(super) fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::Missing => StatusCode::NOT_FOUND,
        Kind::Conflict => StatusCode::CONFLICT,
        // What was sent is more than one go covers; waiting does not help.
        Kind::Limited => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// The words for a refusal.
pub(super) fn refusal(w: Words, refusal: &Refusal) -> String {
    let key = format!("refusal-{}", refusal.code().replace('_', "-"));
    match refusal {
        Refusal::TooManyRows { most } => w.t1(&key, "most", *most),
        Refusal::ConfirmationMissing { word } => w.t1(&key, "word", word.as_str()),
        Refusal::InvalidInput { .. }
        | Refusal::NotSignedIn
        | Refusal::NotActive
        | Refusal::PermissionMissing { .. }
        | Refusal::OperatorOnly
        | Refusal::AddressNotProven
        | Refusal::CaptchaMissing
        | Refusal::PasswordMissing
        | Refusal::LeadNotAccepted
        | Refusal::TermsNotAccepted
        | Refusal::CompanyRegistered
        | Refusal::CompanyNotRegistered
        | Refusal::AlreadyMember
        | Refusal::MemberDeactivated
        | Refusal::MemberRemoved
        | Refusal::InvitationMissing
        | Refusal::InvitationExpired
        | Refusal::InvitationClosed
        | Refusal::InvitationVoid
        | Refusal::MemberMissing
        | Refusal::TargetNotActive
        | Refusal::TargetIsLead
        | Refusal::TargetIsSelf
        | Refusal::AlreadyHeld
        | Refusal::DomainTaken
        | Refusal::DomainUnchanged
        | Refusal::LastDomain
        | Refusal::StageUnchanged => w.t(&key),
    }
    .into_owned()
}

/// The word for a person's status.
pub(super) fn member_status(w: Words, status: Status) -> String {
    w.t(match status {
        Status::Active => "status-active",
        Status::Deactivated => "status-deactivated",
        Status::Removed => "status-removed",
    })
    .into_owned()
}

/// The title of a role by its id; the id itself where the programme has none.
pub(super) fn role_title(program: &Program, name: &str) -> String {
    program.role_id(name).and_then(|id| program.role(id)).map_or_else(|| name.to_owned(), |r| r.title.clone())
}

/// The titles of roles, in the programme's order.
pub(super) fn role_titles(program: &Program, roles: RoleSet) -> Vec<String> {
    roles.iter().filter_map(|id| program.role(id)).map(|r| r.title.clone()).collect()
}

/// Where the company stands, as `Software: Registered`.
pub(super) fn standings(w: Words, program: &Program, account: &Account) -> Vec<String> {
    account
        .stages()
        .iter()
        .map(|(path, stage)| {
            let path_title = program.path_id(path).and_then(|id| program.path(id)).map_or(path.as_str(), |p| &p.title);
            let stage_title =
                program.stage_id(stage).and_then(|id| program.stage(id)).map_or(stage.as_str(), |s| &s.title);
            w.with("path-stage", &[("path", path_title), ("stage", stage_title)]).into_owned()
        })
        .collect()
}

/// The rules of a new password, in words (PWD-5..9).
pub(super) fn password_rules(w: Words, policy: &PasswordPolicy) -> Vec<Rule> {
    let least = u32::try_from(policy.least_code_points).unwrap_or(u32::MAX);
    let rule = |id, text: std::borrow::Cow<'static, str>| Rule { id, text: text.into_owned() };
    vec![
        rule("length", w.t1("password-rule-length", "least", least)),
        rule("upper", w.t("password-rule-upper")),
        rule("lower", w.t("password-rule-lower")),
        rule("digit", w.t("password-rule-digit")),
        rule("symbol", w.t1("password-rule-symbol", "symbols", symbols(policy, " "))),
        rule("own", w.t("password-rule-own")),
    ]
}

/// The symbols that count, joined.
pub(super) fn symbols(policy: &PasswordPolicy, between: &str) -> String {
    policy.symbols.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}

/// A date.
pub(super) fn date(w: Words, at: chrono::DateTime<chrono::Utc>) -> String {
    w.date(at.date_naive())
}

/// A moment, to the minute.
pub(super) fn moment(w: Words, millis: i64) -> String {
    chrono::DateTime::from_timestamp_millis(millis).map(|at| w.moment(at)).unwrap_or_default()
}

/// The faults of a token at the fields of its form, where the length of its life is chosen from a list.
pub(super) fn token_faults(faults: Vec<FieldFault>) -> Vec<FieldFault> {
    let at_field = |fault: FieldFault| match fault.field.as_str() {
        "name" => FieldFault::new("token_name", &fault.code),
        _ => FieldFault::new("days", "unknown"),
    };
    faults.into_iter().map(at_field).collect()
}
