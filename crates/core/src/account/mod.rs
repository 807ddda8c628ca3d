//! The account.
