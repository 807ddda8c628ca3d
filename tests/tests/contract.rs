//! The API against its own document: schemathesis with all checks as three roles, and a client that a public generator
//! makes of the document, type-checked and used.
#![allow(clippy::unwrap_used, reason = "a test stops where it is surprised")]

use guildhall_http::demo;
use guildhall_tests::portal::{Failure, Running};
use guildhall_tests::tools::{programs, root, run};
use tokio::process::Command;

/// The operations that could end the access of the role that the tool plays, which learns ids from the answers it gets:
/// revoking its token, removing or deactivating people, moving the lead. They are tried apart, without what was learned.
const ENDS_ACCESS: &str = "/(tokens/[{]token[}]|[{]person[}]/(removal|deactivation)|lead)$";
/// How many requests the tool makes up for each operation, besides those that its own coverage asks for.
const EXAMPLES: &str = "3";
/// The same requests every time.
const SEED: &str = "20270131";

/// Whom the tool plays.
struct Role {
    email: &'static str,
    sign_in: &'static str,
    document: &'static str,
    /// Only these operations; the others are another role's.
    tag: Option<&'static str>,
}

/// Runs schemathesis as a role on a portal of its own.
async fn keeps_its_word(role: Role) -> Result<(), Failure> {
    let Some([tool]) = programs(["schemathesis"])? else { return Ok(()) };
    let portal = Running::start().await?;
    let tag = role.tag.map(|tag| ["--include-tag", tag]);
    for (filter, phases, tag) in [
        ("--exclude-path-regex", "examples,coverage,fuzzing", tag),
        // What is included is included besides the tag.
        ("--include-path-regex", "examples,coverage", None),
    ] {
        let token = portal.token(role.sign_in, role.email).await?;
        let mut command = Command::new(&tool);
        // What the tool keeps of a run is no part of the tree.
        let folder = tempfile::tempdir()?;
        command.current_dir(folder.path()).arg("--config-file").arg(root().join("schemathesis.toml"));
        command.arg("run").arg(format!("{}{}", portal.address, role.document));
        // All checks run unless some are named; `schemathesis.toml` says where one does not apply.
        command.args(["--header", &format!("Authorization: Bearer {token}")]);
        command.args(["--phases", phases, "--max-examples", EXAMPLES, "--seed", SEED, "--workers", "1"]);
        command.args(["--generation-database", "none", "--continue-on-failure", "--no-color", "--warnings", "off"]);
        command.args([filter, ENDS_ACCESS]);
        command.args(tag.into_iter().flatten());
        let said = run(&mut command).await?;
        assert!(said.contains("No issues found"), "{said}");
    }
    portal.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_document_holds_for_a_lead() -> Result<(), Failure> {
    let (sign_in, document) = ("/api/v1/sessions", "/api/openapi.json");
    keeps_its_word(Role { email: "lead@larkspur.example", sign_in, document, tag: None }).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_document_holds_for_a_member_without_roles() -> Result<(), Failure> {
    let (sign_in, document) = ("/api/v1/sessions", "/api/openapi.json");
    keeps_its_word(Role { email: "user@larkspur.example", sign_in, document, tag: None }).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_document_holds_for_an_operator() -> Result<(), Failure> {
    let (sign_in, document) = ("/api/v1/operator/sessions", "/api/v1/operator/openapi.json");
    keeps_its_word(Role { email: demo::OPERATOR_ADDRESS, sign_in, document, tag: Some("operator") }).await
}

/// The client is made of the whole document, its types hold, and the scenario in `clients/python` does what it says.
#[tokio::test(flavor = "multi_thread")]
async fn a_generated_client_is_typed_and_works() -> Result<(), Failure> {
    let Some([generator, checker, python]) = programs(["openapi-python-client", "mypy", "python"])? else {
        return Ok(());
    };
    let portal = Running::start().await?;
    let folder = tempfile::tempdir()?;
    let (document, client) = (folder.path().join("openapi.json"), folder.path().join("guildhall_client"));
    let (_, described) = portal.ask("GET", "/api/openapi.json", "", None).await?;
    std::fs::write(&document, described.to_string())?;
    let own = root().join("tests/clients/python");
    let mut generate = Command::new(generator);
    generate.args(["generate", "--meta", "none", "--path"]).arg(&document);
    generate.arg("--config").arg(own.join("generator.yml")).arg("--output-path").arg(&client);
    let said = run(&mut generate).await?;
    // It cannot send rows as text, nor read what may be of any media type; of everything else it makes a function.
    let left_out = said.lines().filter(|line| line.starts_with("WARNING parsing"));
    let left_out: Vec<&str> = left_out.filter(|line| !line.contains("/bulk/") && !line.contains("/files/")).collect();
    assert!(left_out.is_empty() && !said.contains("Unable to process schema"), "{said}");
    std::fs::copy(own.join("scenario.py"), folder.path().join("scenario.py"))?;
    let mut check = Command::new(checker);
    check.current_dir(folder.path()).args(["--strict", "guildhall_client", "scenario.py"]);
    run(&mut check).await?;
    let mut scenario = Command::new(python);
    scenario.current_dir(folder.path()).args(["scenario.py", &portal.address, "lead@larkspur.example", demo::PASSWORD]);
    let said = run(&mut scenario).await?;
    assert!(said.trim_end().ends_with("done"), "{said}");
    portal.stop().await
}
