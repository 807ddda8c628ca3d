//! `guildhall check-password`: does a password meet the policy (PWD-5..9)? It is never shown, and never an argument,
//! which other users of the machine could read.

use std::fmt::Write as _;
use std::io::{IsTerminal, Read as _, stdin};

use clap::Args;
use guildhall_core::identity::{EmailAddress, IdentityHints, PasswordFault, PasswordPolicy};
use serde::Serialize;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// The most of stdin that is read, in bytes: more than any policy accepts.
const INPUT_MOST: u64 = 1 << 20;

/// Check a password against the programme's policy; it is read from stdin
///
/// On a terminal it is asked for and not shown. Every rule that it does not meet is reported. The exit code is 3 if
/// there is one. A company's name that the password must not be is passed with --company.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall check-password --email ann@acme.example --name 'Ann Lee' < password.txt")]
pub(crate) struct CheckPassword {
    /// The person's address, which the password must not be
    #[arg(long)]
    email: Option<String>,
    /// The person's name, which the password must not be
    #[arg(long)]
    name: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    ok: bool,
    faults: Vec<Fault>,
}

#[derive(Serialize)]
struct Fault {
    code: &'static str,
    message: String,
    hint: String,
}

impl CheckPassword {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let policy = context.program()?.password();
        let hints = self.hints(context.global.company.as_deref());
        let hints: Vec<&str> = hints.iter().map(String::as_str).collect();
        let faults = policy.parse(&read()?, IdentityHints(&hints)).err().unwrap_or_default();
        let faults: Vec<Fault> = faults
            .into_iter()
            .map(|f| Fault { code: f.code(), message: f.to_string(), hint: advice(f, policy) })
            .collect();
        let answer = Answer { ok: faults.is_empty(), faults };
        let rows = answer.faults.iter().map(|f| vec![f.code.to_owned(), f.message.clone(), f.hint.clone()]);
        let table = Table::new(&["code", "message", "hint"]).with(rows);
        let mut text = format!("{}\n", context.out.verdict(answer.ok, if answer.ok { "ok" } else { "refused" }));
        for fault in &answer.faults {
            let _ = writeln!(text, "  {}; {} [{}]", fault.message, fault.hint, fault.code);
        }
        if !context.out.is_quiet() {
            context.out.answer(&text, &table, &answer)?;
        }
        Ok(if answer.ok { Exit::Done } else { Exit::Refused })
    }

    /// The words that the password must not be: the address and its parts, the names and their parts.
    fn hints(&self, company: Option<&str>) -> Vec<String> {
        let mut hints = Vec::new();
        if let Some(email) = &self.email {
            hints.push(email.clone());
            if let Ok(address) = EmailAddress::parse(email, true) {
                hints.push(address.local_part().to_owned());
                hints.push(address.domain().to_string());
                hints.extend(address.domain().as_str().split('.').next().map(str::to_owned));
            }
        }
        for name in [self.name.as_deref(), company].into_iter().flatten() {
            hints.push(name.to_owned());
            hints.extend(name.split_whitespace().map(str::to_owned));
        }
        hints
    }
}

fn read() -> Result<String, Failure> {
    if stdin().is_terminal() {
        return Ok(rpassword::prompt_password("Password (not shown): ")?);
    }
    let mut bytes = Vec::new();
    stdin().lock().take(INPUT_MOST).read_to_end(&mut bytes)?;
    let text = String::from_utf8(bytes).map_err(|_| Failure::invalid("not_utf8", "the password is not UTF-8"))?;
    // The line end that a file or `echo` puts behind it is none of the password.
    let line = text.strip_suffix('\n').map(|t| t.strip_suffix('\r').unwrap_or(t));
    Ok(line.map_or_else(|| text.clone(), str::to_owned))
}

fn advice(fault: PasswordFault, policy: &PasswordPolicy) -> String {
    match fault {
        PasswordFault::TooShort => format!("use {} characters or more", policy.least_code_points),
        PasswordFault::TooLong => format!("use at most {} bytes", policy.most_bytes),
        PasswordFault::BadCharacter => "leave out control characters and line breaks".to_owned(),
        PasswordFault::NoUpper => "add one of A to Z".to_owned(),
        PasswordFault::NoLower => "add one of a to z".to_owned(),
        PasswordFault::NoDigit => "add one of 0 to 9".to_owned(),
        PasswordFault::NoSymbol => {
            let symbols: Vec<String> = policy.symbols.iter().map(char::to_string).collect();
            format!("add one of {}", symbols.join(" "))
        }
        PasswordFault::Common => "choose one that nobody else has".to_owned(),
        PasswordFault::ContainsIdentity => "choose one that does not name you or the company".to_owned(),
    }
}
