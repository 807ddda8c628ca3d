//! Deterministic simulation of the partner portal: random commands over several tenants through the core's `decide`, with
//! faults, and an auditor that re-derives the rules from the log. A run is a function of its seed on every machine.
#![forbid(unsafe_code)]

pub mod audit;
pub mod coverage;
mod directory;
mod random;
pub mod replay;
pub mod report;
pub mod run;
pub mod sweep;
mod workload;
mod world;
