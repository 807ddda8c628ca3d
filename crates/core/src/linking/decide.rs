//! Judges commands, in the order: may they, is the input well-formed, does the state allow it, do the policies.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::roles::{cloud_admin_role, is_active, is_cloud_admin, may_call};
use super::{Call, Caller, Command, Event, IdentityInput, PolicyInput, Refusal, RoleInput, State};
use crate::Id;
use crate::account::Faults;
use crate::iam::{
    AccountId, Arn, ArnFault, PARTNER_CENTRAL_TRUST, Policy, PolicyKind, PolicyText, RoleArn, USER_ROLE_ASSOCIATION,
    managed,
};
use crate::program::Linking;
use crate::setting::Setting;
use crate::text::{Field, Line, Name};

/// What a decision reads.
struct Case<'a> {
    state: &'a State,
    setting: &'a Setting<'a>,
    linking: &'a Linking,
}

pub(super) fn decide(state: &State, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    // An operator, or a job of theirs, reports what stands in the cloud account; everything else is the company's.
    let reports = matches!(command, Command::RegisterRole { .. } | Command::WithdrawRole { .. });
    let me = match setting.permitted(&[command.permission()]) {
        Ok((me, _)) => Ok(me),
        Err(denied) => {
            if !reports || setting.operator().is_err() {
                return Err(denied.into());
            }
            Err(denied)
        }
    };
    let case = Case { state, setting, linking: setting.program.linking() };
    match command {
        Command::Link { account_id, allow, identity } => case.link(me?, account_id, *allow, identity),
        Command::Unlink => case.unlink(me?),
        Command::RegisterRole { role } => case.register(role),
        Command::WithdrawRole { role } => case.withdraw(role),
        Command::MapUser { user, role } => case.map(core::slice::from_ref(user), role),
        Command::MapUsers { users, role } => case.map(users, role),
        Command::UnmapUser { user } => case.unmap(core::slice::from_ref(user)),
        Command::UnmapUsers { users } => case.unmap(users),
        Command::MapCrm { role } => case.map_crm(role),
        Command::UnmapCrm => case.unmap_crm(),
    }
}

impl From<ArnFault> for Refusal {
    /// Of an ARN that was made here, not typed.
    fn from(fault: ArnFault) -> Self {
        let mut faults = Faults::default();
        faults.push("account_id", fault.code());
        faults.finish().map_or_else(|faults| Self::InvalidInput { faults }, |()| Self::RoleMissing)
    }
}

impl Case<'_> {
    fn call(&self, n: u64) -> Call {
        let (event, request) = (n.saturating_mul(2), n.saturating_mul(2).saturating_add(1));
        Call { event: self.setting.moment.id(event), request: self.setting.moment.id(request) }
    }

    fn link(&self, me: Id, account_id: &str, allow: bool, identity: &IdentityInput) -> Result<Vec<Event>, Refusal> {
        let mut faults = Faults::default();
        let account = AccountId::parse(account_id).map_err(|fault| faults.push("account_id", fault.code())).ok();
        let arn = Arn::parse(identity.arn.trim()).map_err(|f| faults.push("identity.arn", f.code())).ok();
        let principal_id: Option<Field> = faults.line("identity.principal_id", &identity.principal_id);
        let access_key_id: Option<Field> = faults.line("identity.access_key_id", &identity.access_key_id);
        let user_agent: Option<Line<500>> = faults.line("identity.user_agent", &identity.user_agent);
        let policies = read_policies(self.linking, "identity.policies", &identity.policies, &mut faults);
        let parts = account.zip(arn).zip(principal_id.zip(access_key_id)).zip(user_agent);
        let (((account, arn), (principal_id, access_key_id)), user_agent) = faults.whole(parts)?;
        if let Some(link) = self.state.link() {
            return Err(Refusal::AlreadyLinked { account: link.account.clone() });
        }
        if arn.is_root() {
            return Err(Refusal::RootIdentity);
        }
        if arn.user_name().is_none() {
            return Err(Refusal::NotAnIamUser);
        }
        if arn.account().as_ref() != Some(&account) {
            return Err(Refusal::IdentityElsewhere);
        }
        may_call(self.linking, &policies, "AssociatePartnerAccount")
            .map_err(|why| Refusal::LinkNotPermitted { why })?;
        if !allow {
            return Err(Refusal::NotAllowed);
        }
        self.seat_for(me)?;
        let caller = Caller { arn, principal_id, access_key_id, user_agent: user_agent.to_string() };
        self.linked_events(me, account, caller)
    }

    /// The link, and the role that the marketplace creates with it (LINK-15, C-086).
    fn linked_events(&self, me: Id, account: AccountId, caller: Caller) -> Result<Vec<Event>, Refusal> {
        let suffix: String = self.setting.moment.id(2).to_string().chars().rev().take(12).collect();
        let name = format!("{}-{suffix}", self.linking.cloud_admin_role_prefix);
        let role = RoleArn::of(&account, &name)?;
        let trust_policy = PARTNER_CENTRAL_TRUST.text.to_string();
        let policies = Vec::from([USER_ROLE_ASSOCIATION.attached()]);
        let created = Event::RoleRegistered { role: role.clone(), trust_policy, policies };
        let call = self.call(0);
        Ok([Event::AccountLinked { call, by: me, account, caller, cloud_admin_role: role }, created].into())
    }

    /// Whether one more person may be cloud admin, where `me` is not yet.
    fn seat_for(&self, me: Id) -> Result<(), Refusal> {
        let Setting { program, account, moment, .. } = *self.setting;
        let Some(role) = cloud_admin_role(program) else { return Ok(()) };
        let taken = program.role_id(&role.name).map_or(0, |id| account.seats_taken(program, id, moment));
        let full = role.quota.is_some_and(|quota| taken >= quota as usize);
        if full && !is_cloud_admin(program, account, me) { Err(Refusal::QuotaFull) } else { Ok(()) }
    }

    /// A link can always be undone, whatever has become of the roles. Each mapping ends by a call of its own.
    fn unlink(&self, me: Id) -> Result<Vec<Event>, Refusal> {
        let link = self.state.linked()?;
        let with = &link.cloud_admin_role;
        let mut events = Vec::new();
        for (n, (user, role)) in (0..).zip(self.state.mappings()) {
            let (role, with) = (role.clone(), with.clone());
            events.push(Event::UserUnmapped { call: self.call(n), user: *user, role, with });
        }
        if let Some(role) = self.state.crm() {
            let call = self.call(events.len() as u64);
            events.push(Event::CrmUnmapped { call, role: role.clone(), with: with.clone() });
        }
        events.push(Event::AccountUnlinked { by: me, account: link.account.clone() });
        Ok(events)
    }

    fn register(&self, role: &RoleInput) -> Result<Vec<Event>, Refusal> {
        let mut faults = Faults::default();
        let arn = RoleArn::parse(&role.arn).map_err(|fault| faults.push("arn", fault.code())).ok();
        let trust = role.trust_policy.trim();
        well_formed("trust_policy", trust, PolicyKind::Trust, &mut faults);
        let policies = read_policies(self.linking, "policies", &role.policies, &mut faults);
        faults.finish()?;
        let Some(arn) = arn else { return Err(Refusal::RoleMissing) };
        let link = self.state.linked()?;
        if !arn.is_of(&link.account) {
            return Err(Refusal::RoleElsewhere);
        }
        let known = self.state.roles().get(arn.name());
        // The mappings of a role are of its ARN: another path is another role, and the old one has to go first.
        if known.is_some_and(|role| role.arn != arn) {
            return Err(Refusal::RoleInUse);
        }
        let most = self.linking.roles_most;
        if known.is_none() && self.state.roles().len() >= most as usize {
            return Err(Refusal::TooManyRoles { most });
        }
        Ok([Event::RoleRegistered { role: arn, trust_policy: trust.to_string(), policies }].into())
    }

    fn withdraw(&self, text: &str) -> Result<Vec<Event>, Refusal> {
        let link = self.state.linked()?;
        let role = &self.state.role(text)?.arn;
        let mapped = self.state.mappings().values().any(|r| r == role) || self.state.crm() == Some(role);
        if mapped || link.cloud_admin_role == *role {
            return Err(Refusal::RoleInUse);
        }
        Ok([Event::RoleWithdrawn { role: role.clone() }].into())
    }

    /// Maps people to one role, all of them or none. On the tab they are of one list; one person is always of one.
    fn map(&self, users: &[Id], role: &str) -> Result<Vec<Event>, Refusal> {
        let mut faults = self.picked(users)?;
        let _: Option<Line<2048>> = faults.line("role", role);
        faults.finish()?;
        let role = self.state.mappable(self.linking, role)?;
        let Setting { program, account, .. } = *self.setting;
        for user in users {
            is_active(account, *user)?;
            if self.state.mappings().contains_key(user) {
                return Err(Refusal::AlreadyMapped { user: Some(*user) });
            }
        }
        let admins = users.iter().filter(|user| is_cloud_admin(program, account, **user)).count();
        if admins != 0 && admins != users.len() {
            return Err(Refusal::ListsMixed);
        }
        self.state.suits(self.linking, role, admins != 0)?;
        let with = self.state.mapper(self.linking, role)?;
        let mapped = |(n, user): (u64, &Id)| Event::UserMapped {
            call: self.call(n),
            user: *user,
            role: role.arn.clone(),
            with: with.clone(),
        };
        Ok((0..).zip(users).map(mapped).collect())
    }

    /// The faults of a list of people.
    fn picked(&self, users: &[Id]) -> Result<Faults, Refusal> {
        let most = self.linking.users_most;
        if users.len() > most as usize {
            return Err(Refusal::TooManyUsers { most });
        }
        let mut faults = Faults::default();
        if users.is_empty() {
            faults.push("users", "required");
        }
        let mut seen = BTreeSet::new();
        for (n, _) in users.iter().enumerate().filter(|(_, user)| !seen.insert(**user)) {
            faults.push(&format!("users[{n}]"), "twice");
        }
        Ok(faults)
    }

    /// Undoes mappings, all of them or none; each is a call of its own.
    fn unmap(&self, users: &[Id]) -> Result<Vec<Event>, Refusal> {
        self.picked(users)?.finish()?;
        self.state.linked()?;
        let mapping = |user: &Id| self.state.mappings().get(user).cloned().ok_or(Refusal::NotMapped);
        let roles: Vec<RoleArn> = users.iter().map(mapping).collect::<Result<_, _>>()?;
        let with = self.state.caller(self.linking, "DisassociatePartnerUser")?;
        let unmapped = |(n, (user, role)): (u64, (&Id, RoleArn))| Event::UserUnmapped {
            call: self.call(n),
            user: *user,
            role,
            with: with.clone(),
        };
        Ok((0..).zip(users.iter().zip(roles)).map(unmapped).collect())
    }

    /// One role at a time; what is mapped is unmapped first (C-089).
    fn map_crm(&self, role: &str) -> Result<Vec<Event>, Refusal> {
        let mut faults = Faults::default();
        let _: Option<Line<2048>> = faults.line("role", role);
        faults.finish()?;
        let role = self.state.mappable(self.linking, role)?;
        if self.state.crm().is_some() {
            return Err(Refusal::AlreadyMapped { user: None });
        }
        self.state.suits(self.linking, role, false)?;
        role.attaches_offers(self.linking)?;
        let with = self.state.mapper(self.linking, role)?.clone();
        Ok([Event::CrmMapped { call: self.call(0), role: role.arn.clone(), with }].into())
    }

    fn unmap_crm(&self) -> Result<Vec<Event>, Refusal> {
        self.state.linked()?;
        let role = self.state.crm().ok_or(Refusal::NotMapped)?.clone();
        let with = self.state.caller(self.linking, "DisassociatePartnerUser")?.clone();
        Ok([Event::CrmUnmapped { call: self.call(0), role, with }].into())
    }
}

/// Reads policies. The vendor's own come by name; what is JSON but no policy that evaluation knows is kept: it stands
/// in the cloud account, and it allows nothing.
pub(super) fn read_policies(
    linking: &Linking,
    field: &str,
    inputs: &[PolicyInput],
    faults: &mut Faults,
) -> Vec<PolicyText> {
    if inputs.len() > linking.policies_most as usize {
        faults.push(field, "too_many");
        return Vec::new();
    }
    let mut texts = Vec::new();
    for (n, input) in inputs.iter().enumerate() {
        let name: Option<Name> = faults.line(&format!("{field}[{n}].name"), &input.name);
        let Some(name) = name else { continue };
        match (&input.document, managed(name.as_str())) {
            (Some(document), _) => {
                let document = document.trim();
                let at = format!("{field}[{n}].document");
                well_formed(&at, document, PolicyKind::Permissions, faults);
                texts.push(PolicyText { name: name.to_string(), document: document.to_string() });
            }
            (None, Some(known)) => texts.push(known.attached()),
            (None, None) => faults.push(&format!("{field}[{n}].name"), "unknown_managed_policy"),
        }
    }
    texts
}

/// Notes what is no JSON document, or one that no policy can be.
pub(super) fn well_formed(field: &str, document: &str, kind: PolicyKind, faults: &mut Faults) {
    let Err(found) = Policy::parse(document, kind) else { return };
    for fault in found.0.iter().filter(|fault| fault.is_of_form()) {
        faults.push(field, fault.code);
    }
}
