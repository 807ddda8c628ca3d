//! What a run has seen of what can happen: every command with every outcome, every finer code, every fault.

use std::collections::BTreeMap;

use crate::workload::Fault;

const GATE: [&str; 3] = ["not_signed_in", "not_active", "permission_missing"];

/// The outcomes of each command that the guide's programme makes possible; those of [`GATE`] aside.
const OUTCOMES: [(&str, &[&str]); 17] = [
    (
        "register_company",
        &[
            "done",
            "invalid_input",
            "lead_not_accepted",
            "terms_not_accepted",
            "address_not_proven",
            "captcha_missing",
            "password_missing",
            "company_registered",
        ],
    ),
    (
        "join",
        &[
            "done",
            "invalid_input",
            "address_not_proven",
            "captcha_missing",
            "password_missing",
            "company_not_registered",
            "invitation_missing",
            "invitation_closed",
            "invitation_expired",
            "invitation_void",
            "already_member",
            "member_deactivated",
            "member_removed",
        ],
    ),
    ("invite", &["done", "too_many_rows", "invalid_input"]),
    ("withdraw_invitation", &["done", "invitation_missing", "invitation_closed"]),
    ("renew_invitation", &["done", "invalid_input", "invitation_missing", "invitation_closed"]),
    ("update_roles", &["done", "too_many_rows", "invalid_input"]),
    ("reassign_lead", &["done", "member_missing", "target_not_active", "target_is_lead", "confirmation_missing"]),
    ("hand_over_cloud_admin", &["done", "target_is_self", "member_missing", "target_not_active", "already_held"]),
    (
        "remove_member",
        &["done", "member_missing", "target_not_active", "target_is_lead", "target_is_self", "confirmation_missing"],
    ),
    // Nobody but the lead may, and the lead is told `target_is_lead`: `target_is_self` cannot be seen here.
    ("deactivate_member", &["done", "member_missing", "target_not_active", "target_is_lead"]),
    ("request_lead_change", &["done", "invalid_input"]),
    ("add_domain", &["done", "invalid_input", "domain_unchanged", "domain_taken"]),
    ("withdraw_domain", &["done", "invalid_input", "domain_unchanged", "last_domain"]),
    ("edit_company", &["done", "invalid_input"]),
    ("edit_profile", &["done", "invalid_input"]),
    ("note_password_change", &["done"]),
    ("set_stage", &["done", "operator_only", "company_not_registered", "invalid_input", "stage_unchanged"]),
];

/// The codes of role changes that an update may refuse.
const CHANGES: [&str; 9] = [
    "role_unknown",
    "role_is_lead",
    "role_is_base",
    "role_not_grantable",
    "quota_full",
    "already_held",
    "not_held",
    "member_missing",
    "target_not_active",
];

/// The outcomes that `command` can have.
pub fn outcomes(command: &str) -> Vec<&'static str> {
    let mut outcomes =
        OUTCOMES.iter().find(|(name, _)| *name == command).map_or_else(Vec::new, |(_, codes)| codes.to_vec());
    match command {
        "register_company" | "join" | "set_stage" => {}
        // Every active member may do these: no permission can be missing.
        "request_lead_change" | "edit_profile" | "note_password_change" => outcomes.extend(GATE.iter().take(2)),
        _ => outcomes.extend(GATE),
    }
    outcomes
}

/// The names of every command.
pub fn commands() -> impl Iterator<Item = &'static str> {
    OUTCOMES.iter().map(|(command, _)| *command)
}

/// Counts of what was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// By command, then by outcome.
    pub outcomes: BTreeMap<String, BTreeMap<String, u64>>,
    /// By command, then by finer code.
    pub details: BTreeMap<String, BTreeMap<String, u64>>,
    /// By fault.
    pub faults: BTreeMap<String, u64>,
    /// By what the store said.
    pub appends: BTreeMap<String, u64>,
}

impl Coverage {
    /// Notes how a command ended.
    pub(crate) fn outcome(&mut self, command: &str, code: &str, details: &[String]) {
        let outcomes = self.outcomes.entry(command.to_owned()).or_default();
        *outcomes.entry(code.to_owned()).or_default() += 1;
        for detail in details {
            *self.details.entry(command.to_owned()).or_default().entry(detail.clone()).or_default() += 1;
        }
    }

    /// Notes a fault.
    pub(crate) fn fault(&mut self, fault: Fault) {
        *self.faults.entry(fault.id().to_owned()).or_default() += 1;
    }

    /// Notes what the store said.
    pub(crate) fn append(&mut self, word: &str) {
        *self.appends.entry(word.to_owned()).or_default() += 1;
    }

    /// Adds what another run has seen.
    pub(crate) fn add(&mut self, other: &Self) {
        add_tables(&mut self.outcomes, &other.outcomes);
        add_tables(&mut self.details, &other.details);
        add(&mut self.faults, &other.faults);
        add(&mut self.appends, &other.appends);
    }

    /// What can happen and was not seen, as `command/code`.
    #[must_use]
    pub fn never_seen(&self) -> Vec<String> {
        let seen = |table: &BTreeMap<String, BTreeMap<String, u64>>, command: &str, code: &str| {
            table.get(command).is_some_and(|codes| codes.contains_key(code))
        };
        let mut missing = Vec::new();
        for command in commands() {
            let unseen = outcomes(command).into_iter().filter(|code| !seen(&self.outcomes, command, code));
            missing.extend(unseen.map(|code| format!("{command}/{code}")));
        }
        let unseen = CHANGES.iter().filter(|code| !seen(&self.details, "update_roles", code));
        missing.extend(unseen.map(|code| format!("update_roles/done/{code}")));
        missing.extend(Fault::ALL.iter().map(|f| f.id()).filter(|f| !self.faults.contains_key(*f)).map(str::to_owned));
        missing
    }

    /// What was seen and cannot happen, as far as this file knows.
    #[must_use]
    pub fn unforeseen(&self) -> Vec<String> {
        let pairs = self.outcomes.iter().flat_map(|(command, codes)| codes.keys().map(move |code| (command, code)));
        let strange = pairs.filter(|(command, code)| !outcomes(command).contains(&code.as_str()));
        strange.map(|(command, code)| format!("{command}/{code}")).collect()
    }
}

fn add(to: &mut BTreeMap<String, u64>, from: &BTreeMap<String, u64>) {
    for (key, n) in from {
        *to.entry(key.clone()).or_default() += n;
    }
}

fn add_tables(to: &mut BTreeMap<String, BTreeMap<String, u64>>, from: &BTreeMap<String, BTreeMap<String, u64>>) {
    for (key, table) in from {
        add(to.entry(key.clone()).or_default(), table);
    }
}
