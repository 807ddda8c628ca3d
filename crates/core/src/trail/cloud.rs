//! The account management actions in the form of a cloud account's own trail: seventeen fields, no more and no less.
//!
//! Made of the linking room's events; whatever else happens in the portal is in its own trail only (TRAIL-6, C-099).

use alloc::format;
use alloc::string::{String, ToString};

use chrono::SecondsFormat;
use serde::Serialize;

use super::Recorded;
use crate::Id;
use crate::iam::{AccountId, Arn, RoleArn};
use crate::linking::{Caller, Event};

/// What stands in the place of parameters that must not be read (TRAIL-16).
const HIDDEN: &str = "HIDDEN_DUE_TO_SECURITY_REASONS";
/// As printed (TRAIL-8, C-100): the form of records of users, and that of records of roles.
const VERSION_OF_USERS: &str = "1.08";
const VERSION_OF_ROLES: &str = "1.09";
/// Who is mapped where no person is: the service user of the CRM integration.
const CRM_USER: &str = "crm-integration";

/// Who made the call (TRAIL-4). Its serialized form has the keys of its kind and no others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all_fields = "camelCase")]
pub enum UserIdentity {
    /// The root user of an account.
    Root {
        /// The id of the principal.
        principal_id: String,
        /// Its ARN.
        arn: Arn,
        /// Its account.
        account_id: String,
        /// The id of the key that signed the call.
        access_key_id: String,
    },
    /// An IAM user (TRAIL-9).
    #[serde(rename = "IAMUser")]
    IamUser {
        /// The id of the principal.
        principal_id: String,
        /// Its ARN.
        arn: Arn,
        /// Its account.
        account_id: String,
        /// The id of the key that signed the call.
        access_key_id: String,
        /// Its name.
        user_name: String,
    },
    /// Temporary credentials of a role, taken on by a service (TRAIL-10).
    AssumedRole {
        /// The id of the principal.
        principal_id: String,
        /// The role's ARN, as the guide prints it (C-100).
        arn: Arn,
        /// Its account.
        account_id: String,
        /// The id of the key that signed the call.
        access_key_id: String,
        /// The service that called.
        invoked_by: String,
    },
    /// Temporary credentials of a person of an identity provider.
    FederatedUser {
        /// The id of the principal.
        principal_id: String,
        /// Its ARN.
        arn: Arn,
        /// Its account.
        account_id: String,
        /// The id of the key that signed the call.
        access_key_id: String,
    },
    /// Another service.
    #[serde(rename = "AWSService")]
    Service {
        /// The service.
        invoked_by: String,
    },
}

impl UserIdentity {
    /// The version of the records of such identities (TRAIL-8).
    #[must_use]
    pub const fn version(&self) -> &'static str {
        match self {
            Self::Root { .. } | Self::IamUser { .. } => VERSION_OF_USERS,
            Self::AssumedRole { .. } | Self::FederatedUser { .. } | Self::Service { .. } => VERSION_OF_ROLES,
        }
    }
}

/// The parameters of a link, none of which is shown (TRAIL-16, C-101).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkParameters {
    /// That they are hidden.
    pub value: &'static str,
}

/// The parameters of a mapping or its end (TRAIL-17).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UserParameters {
    /// Who is mapped.
    pub partner_user_id: String,
    /// To which role.
    pub iam_role_arn: RoleArn,
    /// The company.
    pub partner_account_id: String,
}

/// The parameters of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum RequestParameters {
    /// Of a link.
    Link(LinkParameters),
    /// Of a mapping.
    User(UserParameters),
}

/// A record, with its fields in the order in which they are printed (TRAIL-7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CloudRecord {
    /// The version of the form.
    pub event_version: &'static str,
    /// Who made the call.
    pub user_identity: UserIdentity,
    /// When, in UTC and whole seconds (TRAIL-11).
    pub event_time: String,
    /// The service (TRAIL-5).
    pub event_source: String,
    /// The action (TRAIL-12, TRAIL-13).
    pub event_name: &'static str,
    /// The region (TRAIL-14).
    pub aws_region: String,
    /// From where (TRAIL-15).
    #[serde(rename = "sourceIPAddress")]
    pub source_ip_address: String,
    /// With what (TRAIL-15).
    pub user_agent: String,
    /// With which parameters.
    pub request_parameters: RequestParameters,
    /// What the call answered: nothing (TRAIL-18).
    pub response_elements: Option<()>,
    /// The call's id (TRAIL-19).
    #[serde(rename = "requestID")]
    pub request_id: String,
    /// The record's own id (TRAIL-19).
    #[serde(rename = "eventID")]
    pub event_id: String,
    /// It changed something (TRAIL-20).
    pub read_only: bool,
    /// What kind of record it is (TRAIL-20).
    pub event_type: &'static str,
    /// It is about the management of an account (TRAIL-20).
    pub management_event: bool,
    /// The account that the record is for (TRAIL-20).
    pub recipient_account_id: AccountId,
    /// Its category (TRAIL-20).
    pub event_category: &'static str,
}

/// The credentials with which a role was taken on: a fact of whoever made the call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// The id of the principal.
    pub principal_id: String,
    /// The id of the key; not the key.
    pub access_key_id: String,
}

/// What a record says that is not in the event.
#[derive(Clone, Copy, Debug)]
pub struct CloudContext<'a> {
    /// The service that records.
    pub service: &'a str,
    /// Its region.
    pub region: &'a str,
    /// The company.
    pub tenant: Id,
    /// With which the cloud admin's role was taken on, for the calls made with it.
    pub role: &'a Credentials,
}

/// The record of an event of the linking room; `None` where the event is none of the three actions (TRAIL-6).
#[must_use]
pub fn cloud_record(recorded: &Recorded<Event>, context: &CloudContext<'_>) -> Option<CloudRecord> {
    let user = |user: Option<Id>, role: &RoleArn| {
        RequestParameters::User(UserParameters {
            partner_user_id: user.map_or_else(|| CRM_USER.to_string(), |id| id.to_string()),
            iam_role_arn: role.clone(),
            partner_account_id: context.tenant.to_string(),
        })
    };
    let (call, name, parameters, who) = match &recorded.event {
        Event::AccountLinked { call, caller, .. } => (
            call,
            "AssociatePartnerAccount",
            RequestParameters::Link(LinkParameters { value: HIDDEN }),
            Who::User(caller),
        ),
        Event::UserMapped { call, user: id, role, with } => {
            (call, "AssociatePartnerUser", user(Some(*id), role), Who::Role(with))
        }
        Event::CrmMapped { call, role, with } => (call, "AssociatePartnerUser", user(None, role), Who::Role(with)),
        Event::UserUnmapped { call, user: id, role, with } => {
            (call, "DisassociatePartnerUser", user(Some(*id), role), Who::Role(with))
        }
        Event::CrmUnmapped { call, role, with } => (call, "DisassociatePartnerUser", user(None, role), Who::Role(with)),
        Event::AccountUnlinked { .. } | Event::RoleRegistered { .. } | Event::RoleWithdrawn { .. } => return None,
    };
    let (user_identity, account, source_ip_address, user_agent) = match who {
        Who::User(caller) => {
            let account = caller.arn.account()?;
            let agent = caller.user_agent.clone();
            (identity_of(caller, &account), account, plain_address(&recorded.source), agent)
        }
        Who::Role(role) => {
            let account = role.arn().account()?;
            let service = context.service.to_string();
            let identity = UserIdentity::AssumedRole {
                principal_id: context.role.principal_id.clone(),
                arn: role.arn().clone(),
                account_id: account.to_string(),
                access_key_id: context.role.access_key_id.clone(),
                invoked_by: service.clone(),
            };
            (identity, account, service.clone(), service)
        }
    };
    Some(CloudRecord {
        event_version: user_identity.version(),
        user_identity,
        event_time: recorded.at.to_rfc3339_opts(SecondsFormat::Secs, true),
        event_source: context.service.to_string(),
        event_name: name,
        aws_region: context.region.to_string(),
        source_ip_address,
        user_agent,
        request_parameters: parameters,
        response_elements: None,
        request_id: uuid(call.request),
        event_id: uuid(call.event),
        read_only: false,
        event_type: "AwsApiCall",
        management_event: true,
        recipient_account_id: account,
        event_category: "Management",
    })
}

/// Who made a call: the person who signed in at the vendor, or the portal with the cloud admin's role.
enum Who<'a> {
    User(&'a Caller),
    Role(&'a RoleArn),
}

fn identity_of(caller: &Caller, account: &AccountId) -> UserIdentity {
    let (principal_id, access_key_id) = (caller.principal_id.to_string(), caller.access_key_id.to_string());
    let (arn, account_id) = (caller.arn.clone(), account.to_string());
    if let Some(name) = caller.arn.user_name() {
        let user_name = name.to_string();
        return UserIdentity::IamUser { principal_id, arn, account_id, access_key_id, user_name };
    }
    if caller.arn.is_root() {
        return UserIdentity::Root { principal_id, arn, account_id, access_key_id };
    }
    UserIdentity::FederatedUser { principal_id, arn, account_id, access_key_id }
}

/// An address without the length of a network's prefix, which the guide's example has (C-100).
fn plain_address(source: &str) -> String {
    source.split('/').next().unwrap_or_default().to_string()
}

/// An id in the form of a random UUID.
fn uuid(id: Id) -> String {
    let bits = (id.bits() & !(0xF << 76) & !(0x3 << 62)) | (0x4 << 76) | (0x2 << 62);
    let hex = format!("{bits:032x}");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!("{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}
