//! What stands in the cloud account, as whoever acts reports it: who signed in there, IAM roles, policies.

use std::str::FromStr;

use clap::Args;
use guildhall_core::linking::{IdentityInput, PolicyInput, RoleInput};

use crate::commands::forms::json_file;
use crate::failure::Failure;
use crate::input::{BYTES_MOST, file_text};

/// `NAME` of one of the vendor's own policies, or `NAME=FILE` with the JSON of any other.
#[derive(Clone, Debug)]
struct Policy {
    name: String,
    file: Option<String>,
}

impl FromStr for Policy {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, file) = match text.split_once('=') {
            Some((_, "")) => return Err("write it as NAME, or as NAME=FILE"),
            Some((name, file)) => (name, Some(file.to_owned())),
            None => (text, None),
        };
        Ok(Self { name: name.to_owned(), file })
    }
}

impl Policy {
    fn read(&self) -> Result<PolicyInput, Failure> {
        let document = self.file.as_deref().map(|file| file_text(file, BYTES_MOST)).transpose()?;
        Ok(PolicyInput { name: self.name.clone(), document })
    }
}

/// Who signed in at the marketplace.
#[derive(Debug, Args)]
#[command(next_help_heading = "Who signed in at the marketplace")]
pub(in crate::commands) struct Identity {
    /// Their ARN, as in arn:aws:iam::123456789012:user/ann
    #[arg(long, default_value_t, hide_default_value = true)]
    arn: String,
    /// The id of the principal
    #[arg(long, value_name = "ID", default_value_t, hide_default_value = true)]
    principal_id: String,
    /// The id of the key that signs; never the key
    #[arg(long, value_name = "ID", default_value_t, hide_default_value = true)]
    access_key_id: String,
    /// With which program they came
    #[arg(long, value_name = "TEXT", default_value = concat!("guildhall/", env!("CARGO_PKG_VERSION")))]
    user_agent: String,
    /// A policy that they carry: the vendor's own by its name, any other with the file of its JSON; repeatable
    #[arg(long = "policy", value_name = "NAME[=FILE]")]
    policies: Vec<Policy>,
    /// All of this as a JSON object; `-` reads it from the standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["arn", "principal_id", "access_key_id", "user_agent", "policies"])]
    identity: Option<String>,
}

impl Identity {
    pub(super) fn read(&self) -> Result<IdentityInput, Failure> {
        if let Some(file) = &self.identity {
            return json_file(file);
        }
        Ok(IdentityInput {
            arn: self.arn.clone(),
            principal_id: self.principal_id.clone(),
            access_key_id: self.access_key_id.clone(),
            user_agent: self.user_agent.clone(),
            policies: self.policies.iter().map(Policy::read).collect::<Result<_, _>>()?,
        })
    }
}

/// An IAM role as it stands in the cloud account.
#[derive(Debug, Args)]
pub(in crate::commands) struct Role {
    /// Its ARN, as in arn:aws:iam::123456789012:role/PartnerCentralRoleForSales
    #[arg(value_name = "ARN", required_unless_present = "file")]
    arn: Option<String>,
    /// The file of its trust policy; `-` reads it from the standard input
    #[arg(long, value_name = "FILE", required_unless_present = "file")]
    trust: Option<String>,
    /// A policy that it carries: the vendor's own by its name, any other with the file of its JSON; repeatable
    #[arg(long = "policy", value_name = "NAME[=FILE]")]
    policies: Vec<Policy>,
    /// All of this as a JSON object; `-` reads it from the standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["arn", "trust", "policies"])]
    file: Option<String>,
}

impl Role {
    pub(super) fn read(&self) -> Result<RoleInput, Failure> {
        if let Some(file) = &self.file {
            return json_file(file);
        }
        let trust = self.trust.as_deref().map(|file| file_text(file, BYTES_MOST)).transpose()?;
        Ok(RoleInput {
            arn: self.arn.clone().unwrap_or_default(),
            trust_policy: trust.unwrap_or_default(),
            policies: self.policies.iter().map(Policy::read).collect::<Result<_, _>>()?,
        })
    }
}
