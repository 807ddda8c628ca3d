//! The access review: who can do what, since when, by whose grant; and the past.

use crate::support::{Session, check};

// Rules: ROLE-1, ROLE-2, AUDIT-2
#[test]
fn a_review_tells_since_when_and_by_whom() {
    let mut session = Session::acme();
    session
        .run("review --company acme.example")
        .run("review --company acme.example --at 2020-01-01T00:00:00Z")
        .run("review --company acme.example --at yesterday")
        .run("review --company acme.example --output csv");
    check("review", &session);
}
