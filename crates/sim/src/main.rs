//! sim adapter.
fn main() {}
