//! cli adapter.
fn main() {}
