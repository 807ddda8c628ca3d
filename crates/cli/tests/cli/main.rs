//! The binary as people use it: every command, happy and refused, and a journal in every condition.

#[cfg(test)]
mod advice;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod certifications;
#[cfg(test)]
mod content;
#[cfg(test)]
mod fee;
#[cfg(test)]
mod journal;
#[cfg(test)]
mod linking;
#[cfg(test)]
mod pipeline;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod profile;
#[cfg(test)]
mod review;
#[cfg(test)]
mod rooms;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tasks;
