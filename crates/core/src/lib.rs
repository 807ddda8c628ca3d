//! The domain of Guildhall, an open-source partner portal: tenants, roles, permissions, the menu access table, e-mail
//! and password rules, and the account with its invitations and members.
//!
//! Everything here is a pure function of its arguments: no I/O, no clock, no randomness, no async. What a decision needs
//! (the state, the command, the moment with its time and fresh ids) arrives as data; what it decides leaves as data:
//! events, or a refusal with a stable code.
//!
//! ```
//! use guildhall_core::access::Standing;
//! use guildhall_core::{Permission, Program};
//!
//! let program = Program::guide();
//! let standing = Standing::new(program, ["ace_user"], [("software", "registered")]);
//! assert!(standing.permits(program, Permission::SubmitOpportunities));
//! assert!(!standing.permits(program, Permission::ManageAllPipeline));
//! ```
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod access;
pub mod account;
pub mod browser;
#[cfg(test)]
mod cast;
pub mod certifications;
pub mod channel;
pub mod content;
pub mod explain;
pub mod fee;
#[cfg(test)]
mod fixture;
pub mod home;
pub mod iam;
pub mod identity;
pub mod language;
pub mod linking;
mod moment;
pub mod operators;
mod permission;
pub mod pipeline;
pub mod profile;
pub mod program;
pub mod prose;
mod refusal;
pub mod review;
pub mod room;
pub mod search;
pub mod setting;
pub mod sheet;
pub mod signup;
pub mod support;
pub mod tasks;
pub mod text;
pub mod trail;

pub use moment::{Id, Moment};
pub use permission::Permission;
pub use program::Program;
pub use refusal::{FieldFault, Kind};
