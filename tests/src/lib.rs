//! What the tests that cross crates share: a portal on a free port, a browser to look at it, and two doors to
//! the same rules.

pub mod browser;
pub mod doors;
pub mod portal;
