//! The account, given / when / then.
