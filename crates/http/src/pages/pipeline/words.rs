//! The words of the life cycle, and the looks of their tags.

use guildhall_core::pipeline::{InvitationStatus, InvolvementType, Origin, ReviewStatus, Stage, Visibility};

use crate::pages::locale::Words;

/// A word in a coloured tag.
#[derive(Debug, Clone)]
pub(in crate::pages) struct Tag {
    pub(in crate::pages) text: String,
    pub(in crate::pages) class: &'static str,
}

pub(in crate::pages) fn stage(w: Words, stage: Stage) -> String {
    w.t(match stage {
        Stage::Prospect => "pipeline-stage-prospect",
        Stage::Qualified => "pipeline-stage-qualified",
        Stage::TechnicalValidation => "pipeline-stage-technical-validation",
        Stage::BusinessValidation => "pipeline-stage-business-validation",
        Stage::Committed => "pipeline-stage-committed",
        Stage::Launched => "pipeline-stage-launched",
        Stage::ClosedLost => "pipeline-stage-closed-lost",
    })
    .into_owned()
}

pub(in crate::pages) fn stage_tag(w: Words, of: Stage) -> Tag {
    let class = match of {
        Stage::Launched => "good",
        Stage::ClosedLost => "off",
        Stage::Prospect => "",
        Stage::Qualified | Stage::TechnicalValidation | Stage::BusinessValidation | Stage::Committed => "info",
    };
    Tag { text: stage(w, of), class }
}

pub(in crate::pages) fn review(w: Words, status: ReviewStatus) -> String {
    w.t(match status {
        ReviewStatus::PendingSubmission => "pipeline-review-pending-submission",
        ReviewStatus::Submitted => "pipeline-review-submitted",
        ReviewStatus::InReview => "pipeline-review-in-review",
        ReviewStatus::Approved => "pipeline-review-approved",
        ReviewStatus::Rejected => "pipeline-review-rejected",
        ReviewStatus::ActionRequired => "pipeline-review-action-required",
    })
    .into_owned()
}

pub(in crate::pages) fn review_tag(w: Words, status: ReviewStatus) -> Tag {
    let class = match status {
        ReviewStatus::PendingSubmission => "",
        ReviewStatus::Submitted | ReviewStatus::InReview => "info",
        ReviewStatus::Approved => "good",
        ReviewStatus::Rejected => "off",
        ReviewStatus::ActionRequired => "warn",
    };
    Tag { text: review(w, status), class }
}

pub(in crate::pages) fn status(w: Words, status: InvitationStatus) -> String {
    w.t(match status {
        InvitationStatus::Pending => "pipeline-status-pending",
        InvitationStatus::Accepted => "pipeline-status-accepted",
        InvitationStatus::Rejected => "pipeline-status-rejected",
        InvitationStatus::Expired => "pipeline-status-expired",
    })
    .into_owned()
}

pub(in crate::pages) fn status_tag(w: Words, of: InvitationStatus) -> Tag {
    let class = match of {
        InvitationStatus::Pending => "warn",
        InvitationStatus::Accepted => "good",
        InvitationStatus::Rejected | InvitationStatus::Expired => "off",
    };
    Tag { text: status(w, of), class }
}

pub(in crate::pages) fn origin(w: Words, origin: Origin) -> String {
    w.t(match origin {
        Origin::AwsReferral => "pipeline-origin-aws-referral",
        Origin::PartnerReferral => "pipeline-origin-partner-referral",
    })
    .into_owned()
}

pub(in crate::pages) fn involvement(w: Words, of: InvolvementType) -> String {
    w.t(match of {
        InvolvementType::CoSell => "pipeline-involvement-co-sell",
        InvolvementType::ForVisibilityOnly => "pipeline-involvement-for-visibility-only",
    })
    .into_owned()
}

pub(in crate::pages) fn visibility(w: Words, of: Visibility) -> String {
    w.t(match of {
        Visibility::Full => "pipeline-visibility-full",
        Visibility::Limited => "pipeline-visibility-limited",
    })
    .into_owned()
}

/// The words for a fault of a field or a cell.
pub(in crate::pages) fn fault(w: Words, code: &str) -> String {
    let dashed = code.replace('_', "-");
    // A cell can hold what a whole command is refused for.
    let refused = [format!("refusal-pipeline-{dashed}"), format!("refusal-{dashed}")];
    let fault = format!("fault-{dashed}");
    let key = if w.has(&fault) { &fault } else { refused.iter().find(|key| w.has(key)).unwrap_or(&fault) };
    w.t(key).into_owned()
}

/// The codes of faults and refusals that the pages show, for the test of words.
#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    let faults = [
        "required",
        "too_long",
        "too_short",
        "bad_character",
        "unknown_value",
        "too_many",
        "bad_form",
        "not_a_date",
        "not_an_amount",
        "not_a_number",
        "not_a_phone_number",
        "not_a_web_address",
        "address_too_long",
        "in_the_past",
        "before_start",
        "only_with_other",
        "only_for_government",
        "only_when_lost",
        "not_to_be_submitted",
        "locked_in_review",
        "not_an_id",
        "exists_already",
        "twice_in_file",
        "changed_meanwhile",
        "no_headings",
        "unknown_heading",
        "heading_twice",
        "heading_missing",
        "too_many_columns",
        "wrong_number_of_cells",
        "quote_not_closed",
    ];
    let refusals = [
        "invalid_file",
        "file_too_large",
        "too_many_rows",
        "company_missing",
        "entry_missing",
        "entry_exists",
        "not_owner",
        "review_locked",
        "wrong_review_status",
        "not_shared",
        "share_not_accepted",
        "share_answered",
        "share_rejected",
        "share_expired",
        "member_missing",
        "target_not_active",
        "target_cannot_own",
        "already_owner",
        "operation_not_offered",
    ];
    let faults = faults.map(|code| format!("fault-{}", code.replace('_', "-")));
    let refusals = refusals.map(|code| format!("refusal-pipeline-{}", code.replace('_', "-")));
    faults.into_iter().chain(refusals).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    /// Every code of a fault in the core's pipeline has words here: those in calls that note a fault.
    #[test]
    fn every_fault_of_the_core_is_known() {
        let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src/pipeline");
        let mut found = BTreeSet::new();
        for file in [
            "check.rs",
            "opportunity/details.rs",
            "opportunity/decide.rs",
            "lead/details.rs",
            "bulk/intake.rs",
            "bulk/csv.rs",
        ] {
            let text = std::fs::read_to_string(core.join(file)).unwrap();
            for call in ["fault(", "push(", "::row(", "::cell("] {
                for rest in text.split(call).skip(1) {
                    let arguments = rest.split(';').next().unwrap();
                    let last = arguments.rsplit_once('"').and_then(|(before, _)| before.rsplit_once('"'));
                    let code = last.map_or("", |(_, code)| code);
                    let is_code = code.contains('_') && code.chars().all(|c| c.is_ascii_lowercase() || c == '_');
                    let is_field = ["business_problem", "involvement_type", "primary_needs_from_aws"].contains(&code);
                    if is_code && !is_field {
                        found.insert(format!("fault-{}", code.replace('_', "-")));
                    }
                }
            }
        }
        let known: BTreeSet<String> = super::keys().into_iter().collect();
        let unknown: Vec<&String> = found.difference(&known).collect();
        assert!(found.len() > 15, "the scan finds codes: {found:?}");
        assert!(unknown.is_empty(), "no words for {unknown:?}");
    }
}
