//! What the tests that cross crates share: a portal on a free port, a browser to look at it, two doors to the
//! same rules, and programs of other people.

pub mod browser;
pub mod doors;
pub mod portal;
pub mod tools;
