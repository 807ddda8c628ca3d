//! Documents that are refused: one row a document, its faults with their places last.

use super::*;

/// The faults, each as its place and code.
fn faults(text: &str, kind: PolicyKind) -> String {
    match Policy::parse(text, kind) {
        Ok(_) => "ok".to_string(),
        Err(faults) => faults.0.iter().map(|f| format!("{} {}", f.place, f.code)).collect::<Vec<_>>().join(", "),
    }
}

#[test]
fn what_is_no_json_is_refused_with_line_and_column() {
    let deep = format!("{}1{}", "[".repeat(9), "]".repeat(9));
    for (text, expected) in [
        ("", "line 1, column 0 syntax"),
        ("{", "line 1, column 1 syntax"),
        ("{}x", "line 1, column 3 syntax"),
        ("{\"Version\": \"2012-10-17\",}", "line 1, column 26 syntax"),
        ("{\n  'Version': 1\n}", "line 2, column 3 syntax"),
        ("{\"Version\":\"a\",\n \"Version\":\"b\"}", "line 2, column 10 duplicate_key"),
        (
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Effect\":\"Allow\"}]}",
            "line 1, column 62 duplicate_key",
        ),
        (&deep, "line 1, column 9 too_deep"),
        (&"[".repeat(10_000), "line 1, column 9 too_deep"),
        (&" ".repeat((16 << 10) + 1), " too_long"),
        ("\"a\u{0}\"", "line 1, column 3 syntax"),
        ("{\"\\ud800\":1}", "line 1, column 9 syntax"),
    ] {
        let got = faults(text, PolicyKind::Permissions);
        assert_eq!(got, expected, "{}", text.chars().take(80).collect::<String>());
        assert!(Policy::parse(text, PolicyKind::Permissions).unwrap_err().0[0].is_of_form());
    }
    for text in ["[]", "null", "1.5", "-1", "18446744073709551616", "true", "\"x\""] {
        assert_eq!(faults(text, PolicyKind::Trust), " not_an_object", "{text}");
    }
}

#[test]
fn every_fault_of_a_document_is_reported_with_its_place() {
    for (text, expected) in [
        ("{}", "Version required, Statement required"),
        ("{'Version':'2008-10-17','Statement':[]}", "Version unknown_version, Statement empty"),
        (
            "{'Version':1,'Statement':{}}",
            "Version not_a_text, Statement.Effect required, Statement.Action required, Statement.Resource required",
        ),
        (
            "{'Version':'2012-10-17','Id':'','Sid':'x','Statement':['x']}",
            "Id empty, Sid unknown_element, Statement[0] not_an_object",
        ),
        (&statement("'Effect':'allow'"), "Statement[0].Effect unknown_effect"),
        (&statement("'Sid':'a b'"), "Statement[0].Sid sid_form"),
        (&statement("'Note':'x'"), "Statement[0].Note unknown_element"),
        (&statement("'NotPrincipal':'*'"), "Statement[0].NotPrincipal unsupported_element"),
        (&statement("'Principal':'*'"), "Statement[0].Principal principal_not_allowed"),
        (&statement("'NotAction':'iam:*'"), "Statement[0].NotAction element_and_its_opposite"),
        (&statement("'NotResource':'*'"), "Statement[0].NotResource element_and_its_opposite"),
        (&statement("'Action':[]"), "Statement[0].Action empty"),
        (
            &statement("'Action':['iam:PassRole',1,'']"),
            "Statement[0].Action[1] not_a_text, Statement[0].Action[2] empty",
        ),
        (
            &statement("'Action':['PassRole','iam:','iam:a b','i*:x','*:*','*']"),
            "Statement[0].Action[0] action_form, Statement[0].Action[1] action_form, Statement[0].Action[2] action_form, Statement[0].Action[3] action_form",
        ),
        (&statement("'Resource':'role/x'"), "Statement[0].Resource not_an_arn"),
        (
            &statement("'Resource':['?','**']"),
            "Statement[0].Resource[0] not_an_arn, Statement[0].Resource[1] not_an_arn",
        ),
        (&statement("'Resource':'arn:aws:*::1:x'"), "Statement[0].Resource service_wildcard"),
        (&statement("'Resource':'arn:aws:s3:::${aws:username}'"), "Statement[0].Resource variable"),
        (&statement("'Condition':'x'"), "Statement[0].Condition not_an_object"),
        (&statement("'Condition':{'StringEquals':'x'}"), "Statement[0].Condition.StringEquals not_an_object"),
        (&statement("'Condition':{'StringEquals':{}}"), "Statement[0].Condition.StringEquals empty"),
        (&statement("'Condition':{'StringEquals':{'a':'x'}}"), "Statement[0].Condition.StringEquals.a key_form"),
        (&statement("'Condition':{'StringEquals':{'a:b':[]}}"), "Statement[0].Condition.StringEquals.a:b empty"),
        (
            &statement("'Condition':{'StringEquals':{'a:b':[true]}}"),
            "Statement[0].Condition.StringEquals.a:b[0] not_a_text",
        ),
        (&statement("'Condition':{'StringLike':{'a:b':'${x}'}}"), "Statement[0].Condition.StringLike.a:b variable"),
        (&statement("'Condition':{'ArnLike':{'a:b':'x'}}"), "Statement[0].Condition.ArnLike.a:b not_an_arn"),
        (
            &statement(
                "'Condition':{'stringequals':{'a:b':'x'},'Bool':{'a:b':'true'},'ForAnyValue:StringEquals':{'a:b':'x'},'IfExists':{'a:b':'x'}}",
            ),
            "Statement[0].Condition.stringequals unknown_operator, Statement[0].Condition.Bool unknown_operator, Statement[0].Condition.ForAnyValue:StringEquals unknown_operator, Statement[0].Condition.IfExists unknown_operator",
        ),
        (
            &policy(
                "{'Sid':'A','Effect':'Allow','Action':'*','Resource':'*'},{'Sid':'A','Effect':'Deny','Action':'*','Resource':'*'}",
            ),
            "Statement sid_twice",
        ),
    ] {
        let text = text.replace('\'', "\"");
        assert_eq!(faults(&text, PolicyKind::Permissions), expected, "{text}");
        assert!(!Policy::parse(&text, PolicyKind::Permissions).unwrap_err().0[0].is_of_form());
    }
}

/// A document with one statement that would be sound but for `element`, which takes the place of its own of that name.
fn statement(element: &str) -> String {
    let name = element.split('\'').nth(1).unwrap();
    let rest: Vec<&str> = ["'Effect':'Allow'", "'Action':'iam:PassRole'", "'Resource':'*'"]
        .into_iter()
        .filter(|own| own.split('\'').nth(1) != Some(name))
        .collect();
    policy(&format!("{{{},{element}}}", rest.join(",")))
}

#[test]
fn a_trust_policy_names_principals_and_no_resource() {
    let trust = |element: &str| policy(&format!("{{'Effect':'Allow','Action':'sts:AssumeRole',{element}}}"));
    for (element, expected) in [
        ("'Principal':'*'", "ok"),
        ("'Principal':{'AWS':['123456789012','arn:aws:iam::123456789012:root','*']}", "ok"),
        ("'Principal':{'Service':['a','b'],'Federated':'c'}", "ok"),
        ("'Principal':'x'", "Statement[0].Principal principal_form"),
        ("'Principal':['x']", "Statement[0].Principal not_a_text"),
        ("'Principal':{}", "Statement[0].Principal empty"),
        ("'Principal':{'Service':[]}", "Statement[0].Principal.Service empty"),
        ("'Principal':{'AWS':'arn:aws:iam::*:role/x'}", "Statement[0].Principal.AWS wildcard"),
        ("'Principal':{'AWS':'12'}", "Statement[0].Principal.AWS not_an_arn"),
        ("'Principal':{'CanonicalUser':'x'}", "Statement[0].Principal.CanonicalUser unknown_principal"),
        ("'Principal':'*','Resource':'*'", "Statement[0] resource_not_allowed"),
        ("'Sid':'x'", "Statement[0].Principal required"),
    ] {
        assert_eq!(faults(&trust(element), PolicyKind::Trust), expected, "{element}");
    }
}

#[test]
fn one_text_stands_for_a_list_of_one_and_one_statement_for_a_list() {
    let one =
        r#"{"Version":"2012-10-17","Id":"x","Statement":{"Effect":"Allow","Action":"iam:ListRoles","Resource":"*"}}"#;
    let list =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:ListRoles"],"Resource":["*"]}]}"#;
    let parse = |text| Policy::parse(text, PolicyKind::Permissions).unwrap();
    assert_eq!(parse(one), parse(list));
}

#[test]
fn a_fault_says_its_place_to_people() {
    let faults = Policy::parse("{}", PolicyKind::Trust).unwrap_err();
    assert_eq!(
        faults.to_string(),
        "Version: without a version another language is meant; say 2012-10-17 [required]\n\
         Statement: a policy needs a statement [required]"
    );
}
