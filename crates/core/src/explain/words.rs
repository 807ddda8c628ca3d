//! Short words for what is missing and what to do, for programs and command lines.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::{Action, By, CloudNeed, Helper, Missing, Proof, Step};
use crate::account::Status;

/// `a`, `a or b`, `a, b or c`.
fn any_of<T: AsRef<str>>(words: &[T]) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_string(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            [first.join(", ").as_str(), last.as_ref()].join(" or ")
        }
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignIn => f.write_str("a person who is signed in"),
            Self::Access { status: Some(Status::Deactivated) } => f.write_str("access: the person is deactivated"),
            Self::Access { status: Some(Status::Removed) } => f.write_str("access: the person was removed"),
            Self::Access { status: Some(Status::Active) | None } => f.write_str("access"),
            Self::Permission { permission, roles } if roles.is_empty() => {
                write!(f, "the permission {permission}, which no role of this programme has")
            }
            Self::Permission { permission, roles } => write!(f, "the permission {permission}, of {}", any_of(roles)),
            Self::RoleGrant { role, roles } if roles.is_empty() => write!(f, "{role} is a role that nobody gives"),
            Self::RoleGrant { role, roles } => write!(f, "the right to give {role}, of {}", any_of(roles)),
            Self::Operator => f.write_str("an operator of the programme"),
            Self::Stage { paths, stage } if paths.is_empty() => write!(f, "the stage {stage}"),
            Self::Stage { paths, stage } => write!(f, "the stage {stage} on the path {}", any_of(paths)),
            Self::Seat { role, quota, taken } => write!(f, "a free seat: {taken} of {quota} for {role} are taken"),
            Self::Fields { faults } => {
                let faults: Vec<String> = faults.iter().map(|x| [x.field.as_str(), &x.code].join(" ")).collect();
                write!(f, "fields that are right ({})", faults.join(", "))
            }
            Self::Choice { values } => write!(f, "one of {}", any_of(values)),
            Self::Confirmation { word: Some(word) } => write!(f, "the word {word:?}"),
            Self::Confirmation { word: None } => f.write_str("a confirmation"),
            Self::Proof { proof } => write!(f, "{proof}"),
            Self::Record { record } => write!(f, "the record {record}"),
            Self::Product { path, kinds } => write!(f, "a product or service for {path}: {}", any_of(kinds)),
            Self::Link => f.write_str("a linked cloud account"),
            Self::Cloud { need, facts } if facts.is_empty() => write!(f, "{need}"),
            Self::Cloud { need, facts } => write!(f, "{need} ({})", facts.join(", ")),
            Self::Room { most } => write!(f, "room: there may be {most}"),
        }
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Address => "the code that was mailed",
            Self::Captcha => "the solved CAPTCHA",
            Self::Password => "a password",
            Self::Lead => "the Yes to becoming lead",
            Self::Terms => "the acceptance of the terms",
        })
    }
}

impl fmt::Display for CloudNeed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::IamUser => "an IAM user of the account to be linked",
            Self::UserPolicy => "policies of the IAM user that allow to link",
            Self::Consent => "the consent at the marketplace",
            Self::RoleAccount => "an IAM role of the linked account",
            Self::RoleName => "an IAM role with the right beginning of its name",
            Self::TrustPolicy => "a trust policy that lets the service assume the role",
            Self::RolePolicy => "policies of the IAM role that allow this",
        })
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignIn => f.write_str("sign in"),
            Self::Register => f.write_str("register the company"),
            Self::Join => f.write_str("join the company"),
            Self::Correct => f.write_str("put the fields right"),
            Self::Confirm { word: Some(word) } => write!(f, "confirm with {word:?}"),
            Self::Confirm { word: None } => f.write_str("confirm"),
            Self::Give { proof } => write!(f, "give {proof}"),
            Self::AssignRole { role } => write!(f, "give the role {role}"),
            Self::HandOverLead => f.write_str("hand over the lead role"),
            Self::FreeSeat { role } => write!(f, "free a seat of {role}"),
            Self::DoInstead => f.write_str("do it instead"),
            Self::Invite => f.write_str("invite the person"),
            Self::RenewInvitation => f.write_str("renew the invitation"),
            Self::SetStage { paths, stage } if paths.is_empty() => write!(f, "put the company on the stage {stage}"),
            Self::SetStage { paths, stage } => write!(f, "put the company on the stage {stage} of {}", any_of(paths)),
            Self::Run { command } => write!(f, "{}", command.replace('_', " ")),
            Self::AtCloud { need } => write!(f, "provide {need}"),
            Self::Split { most: 1 } => f.write_str("do it one by one"),
            Self::Split { most } => write!(f, "do it in parts of at most {most}"),
            Self::MakeRoom => f.write_str("take something away first"),
            Self::Wait { until: Some(until) } => write!(f, "wait until {}", until.format("%Y-%m-%d %H:%M UTC")),
            Self::Wait { until: None } => f.write_str("wait for the answer"),
            Self::Ask => f.write_str("change what stands in the way"),
            Self::LookAgain => f.write_str("look again at what there is"),
            Self::Nothing => f.write_str("nothing to do: it is so already"),
        }
    }
}

impl fmt::Display for Helper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} <{}>", self.name, self.email)
    }
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::You => f.write_str("you"),
            Self::Members { roles, people, .. } if people.is_empty() && roles.is_empty() => {
                f.write_str("somebody of the company")
            }
            Self::Members { roles, people, .. } if people.is_empty() => {
                write!(f, "somebody with the role {}", any_of(roles))
            }
            Self::Members { people, more, .. } => {
                let mut names: Vec<String> = people.iter().map(ToString::to_string).collect();
                if *more > 0 {
                    names.push(alloc::format!("{more} more"));
                }
                f.write_str(&any_of(&names))
            }
            Self::Operator => f.write_str("an operator of the programme"),
            Self::Others => f.write_str("who has it now"),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.by, self.action)
    }
}
