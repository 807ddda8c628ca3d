//! The binary as people use it: every command, happy and refused, and a journal in every condition.

#[cfg(test)]
mod advice;
#[cfg(test)]
mod journal;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod review;
#[cfg(test)]
mod rooms;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod support;
