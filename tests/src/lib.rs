//! What the tests that cross crates share: a portal on a free port, and a browser to look at it.

pub mod browser;
pub mod portal;
