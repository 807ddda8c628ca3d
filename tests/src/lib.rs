//! What the tests that cross crates share: a portal on a free port, a browser to look at it, two doors to the
//! same rules, and programs of other people.

pub mod axe;
pub mod browser;
pub mod crawl;
pub mod devtools;
pub mod doors;
pub mod portal;
pub mod routes;
pub mod tools;
