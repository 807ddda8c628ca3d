//! The ways in before there is a session: registration of a company or a person, invitation links, password reset.
//!
//! What was told so far is kept on the server, in a flow that belongs to this browser's cookie. Nothing tells whether an
//! address or a domain is known before the address is proven by the mailed code.

mod flow;
mod invitation;
pub(super) mod models;
mod register;
mod reset;
pub(super) mod robot;

pub(super) use invitation::{accept as accept_invitation, open as open_invitation};
pub(super) use register::{begin, hash_password, resend, show, take, who};
pub(super) use reset::{
    ask as forgot, begin as forgot_begin, code as reset_code, enter as reset_enter, password as reset_password,
    set as reset_set,
};
