//! Requests judged by documents: one row a case, the verdict and what decided it last.

use super::*;

const PERMISSIONS: PolicyKind = PolicyKind::Permissions;
const ROLE: &str = "arn:aws:iam::123456789012:role/PartnerCentralRoleForUser-1";

fn allow(element: &str) -> String {
    policy(&format!("{{'Sid':'A','Effect':'Allow',{element}}}"))
}

fn deny(element: &str) -> String {
    policy(&format!("{{'Sid':'D','Effect':'Deny',{element}}}"))
}

// Rules: IAM-18
#[test]
fn without_a_policy_nothing_is_allowed() {
    check(&[], PERMISSIONS, "partnercentral-account-management:AssociatePartnerUser", "not_allowed");
    check(&[], PolicyKind::Trust, "sts:AssumeRole - by=x", "not_allowed");
}

// Rules: C-093
#[test]
fn actions_ignore_case_and_names_of_resources_do_not() {
    for (element, line, expected) in [
        ("'Action':'IAM:passrole','Resource':'*'", format!("iam:PassRole {ROLE}"), "allowed A"),
        ("'Action':'iam:Pass*','Resource':'*'", format!("iam:PASSROLE {ROLE}"), "allowed A"),
        ("'Action':'iam:Pass????','Resource':'*'", format!("iam:PassRole {ROLE}"), "allowed A"),
        ("'Action':'iam:Pass???','Resource':'*'", format!("iam:PassRole {ROLE}"), "not_allowed"),
        ("'Action':'*','Resource':'*'", format!("iam:PassRole {ROLE}"), "allowed A"),
        ("'Action':'*:*Role','Resource':'*'", format!("iam:PassRole {ROLE}"), "allowed A"),
        ("'Action':'sts:*','Resource':'*'", format!("iam:PassRole {ROLE}"), "not_allowed"),
        ("'NotAction':'sts:*','Resource':'*'", format!("iam:PassRole {ROLE}"), "allowed A"),
        ("'NotAction':['sts:*','IAM:passrole'],'Resource':'*'", format!("iam:PassRole {ROLE}"), "not_allowed"),
        ("'Action':'*','Resource':'arn:aws:iam::123456789012:role/*'", format!("iam:PassRole {ROLE}"), "allowed A"),
        ("'Action':'*','Resource':'arn:aws:iam::*:role/*User-?'", format!("iam:PassRole {ROLE}"), "allowed A"),
        ("'Action':'*','Resource':'arn:aws:iam::*:role/*user-?'", format!("iam:PassRole {ROLE}"), "not_allowed"),
        ("'Action':'*','Resource':'arn:aws:iam::*:Role/*'", format!("iam:PassRole {ROLE}"), "not_allowed"),
        ("'Action':'*','Resource':'arn:aws:iam::123456789013:*'", format!("iam:PassRole {ROLE}"), "not_allowed"),
        ("'Action':'*','Resource':['arn:aws:s3:::x','arn:aws:iam::*:*']", format!("iam:PassRole {ROLE}"), "allowed A"),
        ("'Action':'*','NotResource':'arn:aws:iam::*:role/*'", format!("iam:PassRole {ROLE}"), "not_allowed"),
        ("'Action':'*','NotResource':'arn:aws:iam::*:user/*'", format!("iam:PassRole {ROLE}"), "allowed A"),
        ("'Action':'*','NotResource':'*'", format!("iam:PassRole {ROLE}"), "not_allowed"),
        // A wildcard does not reach over the colon between two parts.
        ("'Action':'*','Resource':'arn:aws:s3:*:x:y'", "s3:Get arn:aws:s3:::x:y".into(), "not_allowed"),
        ("'Action':'*','Resource':'arn:aws:s3:::x*'", "s3:Get arn:aws:s3:::x:y:z".into(), "allowed A"),
        // A request about no particular resource needs the lone star.
        ("'Action':'*','Resource':'arn:aws:iam::*:*'", "iam:PassRole".into(), "not_allowed"),
        ("'Action':'*','Resource':'*'", "iam:PassRole".into(), "allowed A"),
    ] {
        check(&[&allow(element)], PERMISSIONS, &line, expected);
    }
}

// Rules: IAM-20
#[test]
fn policies_and_statements_add_up_and_a_denial_wins() {
    let line = &format!("iam:PassRole {ROLE}");
    let (yes, no) = (allow("'Action':'iam:*','Resource':'*'"), deny("'Action':'iam:PassRole','Resource':'*'"));
    let other = allow("'Action':'sts:*','Resource':'*'");
    check(&[&yes], PERMISSIONS, line, "allowed A");
    check(&[&other, &yes], PERMISSIONS, line, "allowed A");
    check(&[&yes, &no], PERMISSIONS, line, "explicitly_denied D");
    check(&[&no, &yes], PERMISSIONS, line, "explicitly_denied D");
    check(&[&no], PERMISSIONS, line, "explicitly_denied D");
    check(&[&other], PERMISSIONS, line, "not_allowed");
    let both = policy(
        "{'Sid':'A','Effect':'Allow','Action':'*','Resource':'*'},{'Sid':'D','Effect':'Deny','Action':'*','Resource':'*'}",
    );
    check(&[&both], PERMISSIONS, line, "explicitly_denied D");
    let unlike = deny("'Action':'*','NotResource':'arn:aws:iam::*:role/PartnerCentralRoleFor*'");
    check(&[&yes, &unlike], PERMISSIONS, line, "allowed A");
    check(&[&yes, &unlike], PERMISSIONS, "iam:PassRole arn:aws:iam::123456789012:role/X", "explicitly_denied D");
    // One policy of three actions.
    let actions = ["AssociatePartnerAccount", "AssociatePartnerUser", "DisassociatePartnerUser"];
    let list = actions.map(|a| format!("'partnercentral-account-management:{a}'")).join(",");
    let combined = allow(&format!("'Action':[{list}],'Resource':'*'"));
    for action in actions {
        check(&[&combined], PERMISSIONS, &format!("partnercentral-account-management:{action}"), "allowed A");
    }
}

// Rules: IAM-21, IAM-22, IAM-23, C-097
#[test]
fn the_account_management_actions_know_no_resource() {
    let arn = "arn:aws:iam::123456789012:role/PartnerCentralRoleForUser-1";
    for action in ["AssociatePartnerAccount", "AssociatePartnerUser", "DisassociatePartnerUser"] {
        let action = format!("partnercentral-account-management:{action}");
        for (element, expected) in [
            ("'Resource':'*'", "allowed A"),
            (&format!("'Resource':['{arn}','*']"), "allowed A"),
            (&format!("'Resource':'{arn}'"), "not_allowed"),
            ("'Resource':'arn:aws:iam::*:*'", "not_allowed"),
            (&format!("'NotResource':'{arn}'"), "not_allowed"),
        ] {
            let document = allow(&format!("'Action':'{action}',{element}"));
            // Even where the request names that very resource: the action does not know it.
            for line in [action.clone(), format!("{action} {arn}"), format!("{} {arn}", action.to_uppercase())] {
                check(&[&document], PERMISSIONS, &line, expected);
            }
        }
        let yes = allow("'Action':'*','Resource':'*'");
        for (element, expected) in [
            ("'Resource':'*'", "explicitly_denied D"),
            (&format!("'Resource':'{arn}'"), "allowed A"),
            (&format!("'NotResource':'{arn}'"), "explicitly_denied D"),
            ("'NotResource':'*'", "allowed A"),
        ] {
            check(&[&yes, &deny(&format!("'Action':'*',{element}"))], PERMISSIONS, &action, expected);
        }
    }
}

#[test]
fn conditions_hold_as_their_operators_say() {
    // Operator, value, what the request knows (absent: -), verdict.
    for (operator, value, known, holds) in [
        ("StringEquals", "'a'", "a", true),
        ("StringEquals", "'a'", "A", false),
        ("StringEquals", "'a*'", "ab", false),
        ("StringEquals", "['a','b']", "b", true),
        ("StringEquals", "'a'", "-", false),
        ("StringEqualsIfExists", "'a'", "-", true),
        ("StringEqualsIfExists", "'a'", "b", false),
        ("StringNotEquals", "'a'", "b", true),
        ("StringNotEquals", "['a','b']", "b", false),
        ("StringNotEquals", "'a'", "-", true),
        ("StringNotEqualsIfExists", "'a'", "a", false),
        ("StringEqualsIgnoreCase", "'aB'", "Ab", true),
        ("StringNotEqualsIgnoreCase", "'aB'", "Ab", false),
        ("StringLike", "'a*c?'", "abbbcd", true),
        ("StringLike", "'a*c'", "Abc", false),
        ("StringLike", "'a*'", "-", false),
        ("StringLikeIfExists", "'a*'", "-", true),
        ("StringNotLike", "'a*'", "b", true),
        ("StringNotLike", "'a*'", "ab", false),
        ("ArnEquals", "'arn:aws:iam::*:policy/X'", "arn:aws:iam::aws:policy/X", true),
        ("ArnLike", "'arn:aws:iam::*:policy/X'", "arn:aws:iam::aws:policy/X", true),
        ("ArnLike", "'arn:aws:iam::*:policy/X'", "arn:aws:iam::aws:policy/x", false),
        ("ArnLike", "'arn:aws:*:policy/X'", "arn:aws:iam::aws:policy/X", false),
        ("ArnLike", "['arn:aws:iam::aws:policy/Y','*']", "arn:aws:iam::aws:policy/X", true),
        ("ArnLike", "'arn:aws:iam::*:policy/X'", "-", false),
        ("ArnLikeIfExists", "'arn:aws:iam::*:policy/X'", "-", true),
        ("ArnNotEquals", "'arn:aws:iam::*:policy/X'", "arn:aws:iam::aws:policy/X", false),
        ("ArnNotLike", "'arn:aws:iam::*:policy/X'", "arn:aws:iam::aws:policy/Y", true),
        ("ArnNotLike", "'arn:aws:iam::*:policy/X'", "-", true),
    ] {
        let known_as = if known == "-" { String::new() } else { format!(" a:KEY={known}") };
        let condition = format!("'Action':'*','Resource':'*','Condition':{{'{operator}':{{'a:Key':{value}}}}}");
        let expected = if holds { "allowed A" } else { "not_allowed" };
        let allowing = if value.contains("arn:aws:*:policy") {
            // A pattern with too few parts is no pattern of ARNs.
            "failed p0: not_an_arn"
        } else {
            expected
        };
        check(&[&allow(&condition)], PERMISSIONS, &format!("s3:Get -{known_as}"), allowing);
    }
}

#[test]
fn every_condition_of_a_statement_must_hold() {
    let document = allow(
        "'Action':'*','Resource':'*','Condition':{'StringEquals':{'a:x':'1','a:y':'2'},'StringLike':{'a:z':'3*'}}",
    );
    for (known, expected) in [
        ("a:x=1 a:y=2 a:z=33", "allowed A"),
        ("a:x=1 a:y=2 a:z=4", "not_allowed"),
        ("a:x=1 a:y=0 a:z=33", "not_allowed"),
        ("a:x=1 a:z=33", "not_allowed"),
    ] {
        check(&[&document], PERMISSIONS, &format!("s3:Get - {known}"), expected);
    }
    let verdict = evaluate(&texts(&[&document]), PERMISSIONS, &request("s3:Get - a:x=1 a:y=0 a:z=33"));
    assert_eq!(verdict.statements[0].to_string(), "p0, statement A: its condition StringEquals of a:y does not hold");
}

#[test]
fn what_cannot_be_judged_allows_nothing_and_says_so() {
    let line = "s3:Get - a:Key=x";
    let yes = allow("'Action':'*','Resource':'*'");
    let unknown = allow("'Action':'*','Resource':'*','Condition':{'NumericLessThan':{'a:Key':'1'}}");
    check(&[&unknown], PERMISSIONS, line, "failed p0: unknown_operator");
    check(&[&yes, &unknown], PERMISSIONS, line, "failed p1: unknown_operator");
}

#[test]
fn a_context_that_is_no_arn_fails_both_ways() {
    let yes = allow("'Action':'*','Resource':'*'");
    for operator in ["ArnLike", "ArnNotLike"] {
        let condition =
            format!("'Action':'*','Resource':'*','Condition':{{'{operator}':{{'a:Key':'arn:aws:s3:::x'}}}}");
        check(&[&allow(&condition)], PERMISSIONS, "s3:Get - a:Key=x", "failed A");
        check(&[&yes, &deny(&condition)], PERMISSIONS, "s3:Get - a:Key=x", "failed D");
        // Not asked of a statement about something else.
        let other = condition.replace("'Action':'*'", "'Action':'ec2:*'");
        check(&[&yes, &deny(&other)], PERMISSIONS, "s3:Get - a:Key=x", "allowed A");
    }
    let no = deny("'Action':'*','Resource':'*'");
    check(&["{", &no], PERMISSIONS, "s3:Get", "explicitly_denied D p0: syntax");
}

#[test]
fn principals_are_who_they_are() {
    let user = "arn:aws:iam::123456789012:user/Alice";
    let role = "arn:aws:iam::123456789012:role/team/R";
    let session = "arn:aws:sts::123456789012:assumed-role/R/me";
    let trust =
        |principal: &str| policy(&format!("{{'Sid':'A','Effect':'Allow','Action':'sts:*','Principal':{principal}}}"));
    for (principal, by, expected) in [
        ("'*'", user, "allowed A"),
        ("'*'", "ec2.amazonaws.com", "allowed A"),
        ("{'AWS':'*'}", user, "allowed A"),
        ("{'AWS':'123456789012'}", user, "allowed A"),
        ("{'AWS':'arn:aws:iam::123456789012:root'}", session, "allowed A"),
        ("{'AWS':'123456789013'}", user, "not_allowed"),
        (&format!("{{'AWS':'{user}'}}"), user, "allowed A"),
        (&format!("{{'AWS':'{user}'}}"), &user.to_lowercase(), "not_allowed"),
        (&format!("{{'AWS':'{role}'}}"), role, "allowed A"),
        (&format!("{{'AWS':'{role}'}}"), session, "allowed A"),
        (&format!("{{'AWS':'{role}'}}"), "arn:aws:sts::123456789013:assumed-role/R/me", "not_allowed"),
        (&format!("{{'AWS':'{role}'}}"), "arn:aws:sts::123456789012:assumed-role/S/me", "not_allowed"),
        ("{'Service':['a.amazonaws.com','b.amazonaws.com']}", "b.amazonaws.com", "allowed A"),
        ("{'Service':'b.amazonaws.com'}", user, "not_allowed"),
        ("{'AWS':'123456789012'}", "b.amazonaws.com", "not_allowed"),
    ] {
        check(&[&trust(principal)], PolicyKind::Trust, &format!("sts:AssumeRole - by={by}"), expected);
    }
    check(&[&trust("{'Federated':'cognito'}")], PolicyKind::Trust, "sts:AssumeRole - idp=cognito", "allowed A");
}

#[test]
fn a_verdict_explains_every_statement() {
    let document = policy(
        "{'Sid':'Pass','Effect':'Allow','Action':'iam:PassRole','Resource':'arn:aws:iam::*:role/X'},\
         {'Effect':'Allow','Action':'sts:*','Resource':'*'},{'Effect':'Deny','Action':'iam:*','Resource':'*'}",
    );
    let verdict = evaluate(&texts(&[&document, "{"]), PERMISSIONS, &request(&format!("iam:PassRole {ROLE}")));
    let lines: Vec<String> = verdict.statements.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "p0, statement Pass: is about other resources",
            "p0, statement 1: is about other actions",
            "p0, statement 2: denies"
        ]
    );
    assert_eq!(verdict.to_string(), "p0, statement 2: denies");
    let json = serde_json::to_value(&verdict).unwrap();
    assert_eq!(json["decision"], "explicitly_denied");
    assert_eq!(json["statements"][0]["outcome"], "other_resource");
    assert_eq!(json["unreadable"][0]["faults"][0]["code"], "syntax");
}
