//! What the command line says about codes of the core: the message of a field's fault, and what to do about a refusal.

use std::borrow::Cow;

use guildhall_core::Permission;
use guildhall_core::account::{Refusal, RoleFault};
use guildhall_core::setting::Denied;

use crate::failure::Failure;
use crate::journal::JournalFault;

/// What to do about a refusal.
pub(crate) fn hint_of(refusal: &Refusal) -> Option<Cow<'static, str>> {
    let hint = match refusal {
        Refusal::PermissionMissing { permission, held_by } => return Some(permission_missing(*permission, held_by)),
        Refusal::ConfirmationMissing { word } => return Some(format!("confirm with --confirm {word}").into()),
        Refusal::TooManyRows { most } => {
            return Some(format!("do it in several commands of {most} people each").into());
        }
        Refusal::InvalidInput { .. } | Refusal::StageUnchanged | Refusal::DomainUnchanged | Refusal::AlreadyHeld => {
            return None;
        }
        Refusal::NotSignedIn | Refusal::NotActive => NAME_A_MEMBER,
        Refusal::OperatorOnly => BE_THE_OPERATOR,
        Refusal::AddressNotProven | Refusal::CaptchaMissing | Refusal::PasswordMissing => {
            "people prove this in the browser; the operator vouches for them here"
        }
        Refusal::LeadNotAccepted => "pass --accept-lead once the registrant has agreed",
        Refusal::TermsNotAccepted => "pass --accept-terms once the registrant has agreed",
        Refusal::CompanyRegistered => "join it with `guildhall join`",
        Refusal::CompanyNotRegistered => "`guildhall companies` lists them; `guildhall register` adds one",
        Refusal::AlreadyMember => "`guildhall people` lists everybody",
        Refusal::MemberDeactivated => "only after `guildhall remove` can a new invitation lead back",
        Refusal::MemberRemoved => "invite the person anew with `guildhall invite`",
        Refusal::InvitationMissing | Refusal::InvitationClosed => "`guildhall invitations` lists them",
        Refusal::InvitationExpired => "renew it with `guildhall renew-invitation`",
        Refusal::InvitationVoid => "somebody who may give its roles has to renew it",
        Refusal::MemberMissing | Refusal::TargetNotActive => "`guildhall people` lists everybody",
        Refusal::TargetIsLead => "move the lead role first with `guildhall hand-over`",
        Refusal::TargetIsSelf => "somebody else with the permission has to do it",
        Refusal::DomainTaken => "a domain belongs to one company; the other one has to withdraw it first",
        Refusal::LastDomain => "add another domain before this one goes",
    };
    Some(hint.into())
}

const NAME_A_MEMBER: &str = "name a member with access with --as EMAIL";
const BE_THE_OPERATOR: &str = "leave --as away to act as the operator";

fn permission_missing(permission: Permission, held_by: &[String]) -> Cow<'static, str> {
    let roles = held_by.join(", ");
    format!("it takes one of the roles {roles}; see `guildhall explain {permission}`").into()
}

/// What to do about somebody not being allowed a thing.
pub(crate) fn hint_of_denied(denied: &Denied) -> Option<Cow<'static, str>> {
    match denied {
        Denied::PermissionMissing { permission, held_by } => Some(permission_missing(*permission, held_by)),
        Denied::NotSignedIn | Denied::NotActive => Some(NAME_A_MEMBER.into()),
        Denied::OperatorOnly => Some(BE_THE_OPERATOR.into()),
    }
}

/// What to do about a room's refusal, by its code.
pub(crate) fn hint_of_room(code: &str) -> Option<&'static str> {
    ROOM_HINTS.iter().find(|(c, _)| *c == code).map(|(_, hint)| *hint)
}

/// Code, hint. A code means the same in every room.
const ROOM_HINTS: &[(&str, &str)] = &[
    ("account_closed", "`guildhall channel accounts` lists those in use; `guildhall channel add-account` reports one"),
    ("already_reported", "`guildhall channel accounts` and `guildhall channel end-user list` show what is reported"),
    ("bill_missing", "`guildhall fee show` lists them"),
    ("case_closed", "`guildhall cases open` opens a new one"),
    ("case_missing", "`guildhall cases list` and `guildhall inquiries list` show what there is"),
    (
        "entry_missing",
        "`guildhall opportunities list`, `leads list`, `profile show`, `profile record list` and `channel accounts` show what there is",
    ),
    ("has_end_users", "`guildhall channel end-user end` ends the resale to one; `edit --account` moves one"),
    ("has_form", "pass its answers with --answer FIELD=TEXT; `guildhall tasks show` names the fields"),
    ("has_no_form", "leave --answer away: its work is looked for in the journal"),
    ("not_confirmed", "pass --yes if it is meant"),
    ("not_recommended", "`guildhall tasks recommended` shows what is; who assigns tasks passes --to"),
    ("not_submitted", "its makers hand it in with `guildhall profile record submit`"),
    ("program_missing", "`guildhall profile record programs` lists them"),
    ("product_missing", "`guildhall profile product add` puts one there; `guildhall profile choices` shows the types"),
    ("requirements_unmet", "`guildhall profile record programs` shows what each asks for"),
    ("record_missing", "`guildhall certifications list` and `mine` show what there is"),
    ("request_missing", "`guildhall certifications requests` lists them"),
    ("task_missing", "`guildhall tasks list` lists them"),
    ("task_required", "complete it, or give it to somebody with `guildhall tasks assign`"),
    ("template_missing", "`guildhall task-templates --all` lists them"),
    (
        "work_not_recorded",
        "do the work first; the operator notes what was done elsewhere: `guildhall tasks record-work`",
    ),
    ("already_linked", "a company has one; `guildhall unlink` undoes it"),
    ("already_mapped", "`guildhall unmap` or `guildhall crm unmap` undoes it"),
    (
        "call_not_permitted",
        "`guildhall policy print PartnerCentralAccountManagementUserRoleAssociation` prints what the role needs; report what has changed with `guildhall iam-roles register`",
    ),
    ("cloud_admin_role_only", "`guildhall mappings --roles` shows which role that is"),
    ("file_too_large", "take it in several parts"),
    ("identity_elsewhere", "name an IAM user of that account with --arn"),
    ("invalid_file", "correct them, or take the good rows alone with --good-rows; --dry-run shows every row"),
    ("item_missing", "`guildhall content list` lists them"),
    ("kind_fixed", "`guildhall content draft` writes another one"),
    (
        "link_not_permitted",
        "`guildhall linking check-identity` shows every statement; `guildhall policy print` prints what is needed",
    ),
    ("lists_mixed", "map cloud admins in a command of their own"),
    ("not_allowed", "pass --allow once it was allowed there"),
    ("not_an_iam_user", "name an IAM user with --arn"),
    ("not_linked", "`guildhall link` links them"),
    ("not_mapped", "`guildhall mappings` and `guildhall crm show` tell what is"),
    ("not_published", "`guildhall content publish` publishes it"),
    ("offer_actions_missing", "`guildhall iam-roles show` shows every statement"),
    ("role_elsewhere", "`guildhall iam-roles list` lists those that are registered"),
    ("role_in_use", "`guildhall iam-roles show` tells by whom"),
    ("role_missing", "`guildhall iam-roles list` lists them; `guildhall iam-roles register` registers one"),
    ("role_not_trusted", "`guildhall policy print PartnerCentralTrust` prints the trust policy that is needed"),
    ("role_of_cloud_admins", "`guildhall mappings --roles` shows which can be picked"),
    ("root_identity", "name an IAM user with --arn"),
    ("share_not_accepted", "`guildhall opportunities accept` or `guildhall leads accept` accepts it"),
    ("target_cannot_own", "`guildhall pipeline owners` lists who may"),
    ("too_many_rows", "take it in several parts"),
    ("wrong_review_status", "`guildhall opportunities show` tells where it stands"),
];

/// The reason of a refused change of a role, by its code.
pub(crate) fn of_role_code(code: &str) -> Cow<'static, str> {
    let known = RoleFault::ALL.into_iter().find(|f| f.code() == code);
    known.map_or_else(|| code.replace('_', " ").into(), |f| f.to_string().into())
}

/// The message of a field's fault and what to do about it. An unknown code speaks for itself.
pub(crate) fn of_fault(code: &str) -> (Cow<'static, str>, Option<&'static str>) {
    match FAULTS.iter().find(|(c, ..)| *c == code) {
        Some((_, message, hint)) => ((*message).into(), Some(*hint).filter(|h| !h.is_empty())),
        None => (of_role_code(code), None),
    }
}

/// Code, message, hint.
const FAULTS: &[(&str, &str, &str)] = &[
    ("required", "this is required", ""),
    ("too_long", "this is too long", "shorten it"),
    ("bad_character", "this holds a character that is not allowed", "leave out line breaks and hidden characters"),
    ("unknown", "there is no such name", "`--help` says where the names are listed"),
    ("twice", "this stands here twice", "name each person once"),
    ("not_a_phone_number", "this is no telephone number", "write digits, blanks and + - ( ) . only"),
    ("not_a_web_address", "this is no web address", "begin with https://"),
    ("empty", "the address is missing", "write it as name@company.example"),
    ("no_at_sign", "the address has no @", "write it as name@company.example"),
    ("several_at_signs", "the address has more than one @", "write it as name@company.example"),
    ("empty_local_part", "nothing stands before the @", "write it as name@company.example"),
    ("quoted_local_part", "quoted names before the @ are not accepted", "use an address without quotation marks"),
    ("non_ascii_local_part", "only plain letters may stand before the @", "use an address of a to z, digits and dots"),
    ("bad_local_part", "a sign before the @ is not accepted", "use an address of a to z, digits and dots"),
    ("misplaced_dot", "the dots before the @ are misplaced", "put a dot between two characters only"),
    ("local_part_too_long", "more than 64 characters stand before the @", "use a shorter address"),
    ("address_too_long", "the address is longer than 254 characters", "use a shorter address"),
    ("empty_domain", "the domain is missing", "write it as company.example"),
    ("domain_literal", "an address in brackets is not a domain", "use the company's domain"),
    ("trailing_dot", "the domain ends in a dot", "leave the last dot out"),
    ("empty_label", "the domain has an empty part", "write it with single dots"),
    ("domain_too_long", "the domain is longer than 253 characters", "use a shorter domain"),
    ("label_too_long", "a part of the domain is longer than 63 characters", "use a shorter domain"),
    ("bad_domain", "the domain has a character or a form that is not allowed", "check the spelling"),
    ("look_alike_domain", "the domain is written with look-alike characters", "type it by hand in plain letters"),
    ("reserved_domain", "the domain is reserved and gets no mail", "for trials there is --test-mode"),
    ("single_label", "the domain has only one part", "write it with its ending, as in company.example"),
    ("numeric_last_label", "the domain ends in a number", "use a name, not a number"),
    ("public_suffix", "everybody can register below this domain", "use the domain that the company registered"),
    ("personal_domain", "this is a personal address", "use the address that the company gave"),
    ("shared_mailbox", "several people read this mailbox", "use the address of one person"),
    ("foreign_domain", "the domain is not one of the company's", "add it with `guildhall domain add`"),
    ("already_member", "this person is in the company already", ""),
    ("member_deactivated", "this person is deactivated", ""),
    ("in_the_past", "the day is over", "name today or a later day"),
    ("in_the_future", "the day has not come yet", ""),
    ("too_far", "the day is too far ahead", "name an earlier one"),
    ("too_early", "this ends before it begins", ""),
    ("not_a_date", "this is no date", "write it as in 2026-03-01"),
    ("unknown_record", "no template names this work", "templates name it as room/event, such as account/role_assigned"),
    ("unknown_field", "the form has no such field", "`guildhall tasks show` names the fields"),
    ("not_an_offset", "this is no distance from UTC", "from -12:00 to +14:00, in quarters of an hour"),
    ("not_an_account_number", "this is no account number", "write its twelve digits"),
    ("same_address", "both addresses are the same", ""),
    ("one_of_two", "only one of the two may be given", ""),
    ("not_of_case_type", "this type of case has no such question", "`guildhall cases types` lists them"),
    ("not_of_question", "this question has no such value", "`guildhall cases types` lists them"),
    ("too_many", "these are too many", ""),
    ("empty_file", "the file is empty", ""),
    ("too_large", "the file is too large", ""),
    ("not_allowed", "files of this type are not accepted", ""),
    ("not_a_file_name", "this is no plain file name", ""),
    ("already_invited", "this person is invited already", "renew that one with `guildhall renew-invitation`"),
    ("unknown_value", "there is no such value", "`guildhall pipeline values` and `guildhall content fields` list them"),
    ("not_a_number", "this is no number", "write digits only"),
    ("not_an_amount", "this is no amount of money", "write it as in 1200.50"),
    ("bad_form", "this does not have the form that it should", ""),
    ("before_start", "this ends before it begins", ""),
    ("only_for_government", "this is only said where the customer's industry is Government", ""),
    ("only_when_lost", "this is only said where the stage is Closed Lost", ""),
    ("only_with_other", "this is only said where Other is chosen beside it", ""),
    ("not_to_be_submitted", "this cannot be submitted as it stands", ""),
    ("too_short", "this is too short", "write more"),
    ("unknown_managed_policy", "the vendor has no policy of this name here", "pass the file of its JSON as NAME=FILE"),
    ("link_or_text", "a link or a text is needed", ""),
    ("not_a_time", "this is no time", "write it as in 2026-03-01T09:00:00Z"),
    ("unknown_item", "the menu has no such item", "`guildhall program menu` lists them"),
    ("no_headings", "the file has no headings", "`guildhall opportunities template` writes them"),
    ("unknown_heading", "no field has this name", "`guildhall pipeline fields` names them"),
    ("heading_twice", "this heading stands here twice", ""),
    ("heading_missing", "this heading is missing", ""),
    ("too_many_columns", "the row has too many cells", ""),
    ("wrong_number_of_cells", "the row has more or fewer cells than there are headings", ""),
    ("exists_already", "this is there already", ""),
    ("changed_meanwhile", "this changed since the file was written", "write the file anew"),
    ("not_an_id", "this is no id", ""),
    ("twice_in_file", "another row names the same", ""),
    ("entry_missing", "there is nothing with this id", ""),
    ("not_owner", "this belongs to somebody else", ""),
    ("member_missing", "nobody in the company has this address", ""),
    ("not_twelve_digits", "this is no account number", "write its twelve digits without hyphens"),
    ("not_an_arn", "this is no ARN", "write it as arn:partition:service:region:account:resource"),
    (
        "bad_part",
        "a part of the ARN is empty, or holds a character that is not allowed there",
        "copy it from the console",
    ),
    ("wildcard", "one resource is meant here, not several", "write the ARN without * and ?"),
    (
        "not_a_role",
        "this is the ARN of something else than an IAM role",
        "write it as arn:aws:iam::123456789012:role/NAME",
    ),
    ("syntax", "this is not JSON", "`guildhall policy check` names the line and column"),
    ("duplicate_key", "the policy says one thing twice", "`guildhall policy check` names the line and column"),
    ("too_deep", "the policy is nested too deep", "`guildhall policy check` names the line and column"),
];

impl From<JournalFault> for Failure {
    fn from(fault: JournalFault) -> Self {
        let (code, message) = (fault.code(), fault.to_string());
        match fault {
            JournalFault::Absent => Self::missing(code, message)
                .hint("register a company with `guildhall register`, or name a journal with --journal"),
            JournalFault::ReadOnly => Self::internal(message),
            JournalFault::Locked => Self::busy(code, message).hint("try again when it is done"),
            JournalFault::Symlink => Self::journal(code, message).hint("name the file itself"),
            JournalFault::NotAFile | JournalFault::Foreign => {
                Self::journal(code, message).hint("name another file with --journal; this one was left alone")
            }
            JournalFault::Damaged { .. } => Self::journal(code, message)
                .hint("restore it from a copy; nothing was changed, and the lines before this one are whole"),
            JournalFault::Newer { .. } => {
                Self::journal(code, message).hint("use the guildhall that wrote it, or a later one")
            }
            JournalFault::Io { .. } => Self::journal(code, message).hint("nothing was recorded"),
            JournalFault::Unknown { .. } => {
                Self::journal(code, message).hint("check the disk, then look with `guildhall events`")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_once_and_have_words() {
        for (i, (code, message, _)) in FAULTS.iter().enumerate() {
            assert!(FAULTS[..i].iter().all(|(c, ..)| c != code), "{code} stands twice");
            assert!(!message.is_empty());
        }
        assert_eq!(of_fault("quota_full").0, "as many people as may hold this role do");
        assert_eq!(of_fault("something_new"), ("something new".into(), None));
    }
}
