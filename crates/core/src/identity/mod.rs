//! Who somebody says they are: e-mail addresses, domains, personal domains, passwords, security codes.

mod code;
mod domain;
mod email;
mod password;
mod personal;

pub use code::{Challenge, CodeFault, CodeHash, Purpose, SecurityCode};
pub use domain::{Domain, DomainFault};
pub use email::{AddressFault, EmailAddress, EmailFault, EmailPolicy};
pub use password::{IdentityHints, Password, PasswordFault, PasswordPolicy};
pub use personal::{embedded_list, is_embedded_personal};

#[cfg(test)]
mod email_tests;
#[cfg(test)]
mod password_tests;
