//! `cargo xtask coverage` and `cargo xtask mutants`: how strong the core's tests are.

pub(crate) mod coverage;
pub(crate) mod mutants;
mod tools;
