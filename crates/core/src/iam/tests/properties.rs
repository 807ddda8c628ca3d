//! What holds of every document and every request.

use proptest::prelude::*;

use super::*;

const ACTIONS: [&str; 4] =
    ["iam:PassRole", "iam:ListRoles", "sts:AssumeRole", "partnercentral-account-management:AssociatePartnerUser"];
const RESOURCES: [&str; 3] =
    ["", "arn:aws:iam::123456789012:role/PartnerCentralRoleForUser-1", "arn:aws:s3:::bucket/key"];

fn a_statement() -> impl Strategy<Value = String> {
    let action = prop::sample::select(
        ["'*'", "'iam:*'", "'IAM:passrole'", "['sts:*','iam:List*']", "'partnercentral-account-management:?ssociate*'"]
            .as_slice(),
    );
    let resource = prop::sample::select(
        ["'*'", "'arn:aws:iam::*:role/*'", "['arn:aws:s3:::*','*']", "'arn:aws:s3:::x'"].as_slice(),
    );
    let condition = prop::sample::select(
        ["", ",'Condition':{'StringEquals':{'a:b':'x'}}", ",'Condition':{'ArnNotLike':{'a:b':'arn:aws:s3:::*'}}"]
            .as_slice(),
    );
    let not =
        |element: &'static str| prop::bool::ANY.prop_map(move |not| [if not { "Not" } else { "" }, element].concat());
    let effect = prop::sample::select(["Allow", "Deny"].as_slice());
    (effect, not("Action"), action, not("Resource"), resource, condition).prop_map(
        |(effect, a, action, r, resource, c)| format!("{{'Effect':'{effect}','{a}':{action},'{r}':{resource}{c}}}"),
    )
}

fn a_document() -> impl Strategy<Value = String> {
    prop::collection::vec(a_statement(), 1..4).prop_map(|statements| policy(&statements.join(",")))
}

fn a_request() -> impl Strategy<Value = Request> {
    let known = prop::option::of(prop::sample::select(["x", "y", "arn:aws:s3:::bucket"].as_slice()));
    (prop::sample::select(ACTIONS.as_slice()), prop::sample::select(RESOURCES.as_slice()), known).prop_map(
        |(action, resource, known)| {
            let mut request = Request::new(action).unwrap();
            if !resource.is_empty() {
                request = request.on(Arn::parse(resource).unwrap());
            }
            known.map_or(request.clone(), |value| request.with("a:b", value).unwrap())
        },
    )
}

fn decided(documents: &[&str], request: &Request) -> Decision {
    evaluate(&texts(documents), PolicyKind::Permissions, request).decision
}

proptest! {
    #[test]
    fn no_text_makes_reading_panic(text in ".{0,200}") {
        for kind in [PolicyKind::Permissions, PolicyKind::Trust] {
            if let Err(faults) = Policy::parse(&text, kind) {
                prop_assert!(!faults.0.is_empty());
            }
        }
    }

    #[test]
    fn a_damaged_document_is_read_or_refused(at in 0usize..900, with in "[ \"{}\\[\\]:,*a0]?") {
        for document in &DOCUMENTS {
            let mut text = document.text.to_string();
            let at = at % text.len();
            text.replace_range(at..=at, &with);
            if let Err(faults) = Policy::parse(&text, document.kind) {
                prop_assert!(!faults.to_string().is_empty());
            }
        }
    }

    #[test]
    fn a_denial_stays_whatever_is_added(one in a_document(), two in a_document(), request in a_request()) {
        if decided(&[&one], &request) == Decision::ExplicitlyDenied {
            prop_assert_eq!(decided(&[&one, &two], &request), Decision::ExplicitlyDenied);
            prop_assert_eq!(decided(&[&two, &one], &request), Decision::ExplicitlyDenied);
        }
    }

    #[test]
    fn the_order_of_documents_does_not_matter(one in a_document(), two in a_document(), request in a_request()) {
        prop_assert_eq!(decided(&[&one, &two], &request), decided(&[&two, &one], &request));
    }

    #[test]
    fn an_unreadable_document_allows_nothing(one in a_document(), request in a_request()) {
        let odd = one.replacen("Effect", "Affect", 1);
        prop_assert_ne!(decided(&[&one, &odd], &request), Decision::Allowed);
    }

    #[test]
    fn what_is_allowed_is_allowed_by_a_statement_that_says_so(one in a_document(), request in a_request()) {
        let verdict = evaluate(&texts(&[&one]), PolicyKind::Permissions, &request);
        let any = |wanted: Outcome| verdict.statements.iter().any(|judged| judged.outcome == wanted);
        prop_assert_eq!(any(Outcome::Denies), verdict.decision == Decision::ExplicitlyDenied);
        if verdict.is_allowed() {
            prop_assert!(any(Outcome::Allows));
            prop_assert!(one.contains("Allow"));
        }
    }
}
