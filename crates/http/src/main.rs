//! http adapter.
fn main() {}
