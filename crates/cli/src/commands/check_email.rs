//! `guildhall check-email`: is this a business address, and in which form is it kept (REG-8..14, USR-2)?

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Read as _;

use clap::Args;
use guildhall_core::identity::EmailPolicy;
use serde::Serialize;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Format, Table, escape};
use crate::words;

/// The most of stdin that is read, in bytes.
const INPUT_MOST: u64 = 16 << 20;

/// Check whether an address is a company's, and show the form in which it is kept
///
/// With `-`, every line of stdin is an address and, with --output json, every line of the output one JSON object. The
/// exit code is 3 if an address is refused.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall check-email Ann@Acme.example
  printf 'ann@acme.example\\nbo@gmail.com\\n' | guildhall check-email - --output json")]
pub(crate) struct CheckEmail {
    /// The address, or `-` to read addresses from stdin
    #[arg(allow_hyphen_values = true)]
    address: String,
}

/// What is known of one address.
#[derive(Serialize)]
struct Checked<'a> {
    input: &'a str,
    ok: bool,
    address: Option<String>,
    key: Option<String>,
    domain: Option<String>,
    personal: bool,
    shared: bool,
    code: Option<&'static str>,
    message: Option<Cow<'static, str>>,
    hint: Option<&'static str>,
}

impl CheckEmail {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let policy = context.program()?.email();
        let from_stdin = self.address == "-";
        let input = if from_stdin { read_stdin()? } else { self.address.clone() };
        let texts: Vec<&str> = if from_stdin { input.lines().collect() } else { vec![&input] };
        let checked: Vec<Checked<'_>> = texts.iter().map(|text| check(policy, text)).collect();
        match (context.out.format(), checked.as_slice()) {
            (Format::Json, [one]) if !from_stdin => context.out.rows(&Table::default(), one)?,
            (Format::Json, all) => all.iter().try_for_each(|one| context.out.json_line(one))?,
            (Format::Table | Format::Csv, all) => print(context, all)?,
        }
        Ok(if checked.iter().all(|c| c.ok) { Exit::Done } else { Exit::Refused })
    }
}

fn read_stdin() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(INPUT_MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > INPUT_MOST {
        return Err(Failure::invalid("input_too_long", "more than 16 MiB on stdin").hint("split it"));
    }
    String::from_utf8(bytes).map_err(|_| Failure::invalid("not_utf8", "stdin is not UTF-8"))
}

fn check<'a>(policy: &EmailPolicy, text: &'a str) -> Checked<'a> {
    let fault = policy.parse_business(text).err();
    let address = policy.parse(text).ok();
    let code = fault.map(|f| f.code());
    Checked {
        input: text,
        ok: fault.is_none(),
        personal: address.as_ref().is_some_and(|a| policy.is_personal(a.domain())),
        shared: address.as_ref().is_some_and(|a| policy.is_shared(a)),
        key: address.as_ref().map(|a| a.key().to_owned()),
        domain: address.as_ref().map(|a| a.domain().to_string()),
        address: address.map(|a| a.to_string()),
        code,
        message: code.map(|code| words::of_fault(code).0),
        hint: code.and_then(|code| words::of_fault(code).1),
    }
}

fn print(context: &Context<'_>, checked: &[Checked<'_>]) -> Result<(), Failure> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let yes = |value: bool| if value { "yes" } else { "no" }.to_owned();
    let table = Table::new(&["input", "ok", "address", "key", "domain", "personal", "shared", "code"]).with(
        checked.iter().map(|c| {
            let code = c.code.unwrap_or_default().to_owned();
            vec![
                c.input.to_owned(),
                yes(c.ok),
                text(&c.address),
                text(&c.key),
                text(&c.domain),
                yes(c.personal),
                yes(c.shared),
                code,
            ]
        }),
    );
    let mut page = String::new();
    for c in checked {
        let verdict = context.out.verdict(c.ok, if c.ok { "ok" } else { "refused" });
        let _ = writeln!(page, "{verdict}: {}", escape(c.input));
        let mut line = |label: &str, value: &str| {
            let _ = writeln!(page, "  {label:<9}{}", escape(value));
        };
        if let (Some(message), Some(code)) = (&c.message, c.code) {
            line("why", &format!("{message} [{code}]"));
        }
        if let Some(hint) = c.hint {
            line("hint", hint);
        }
        if let (Some(address), Some(key), Some(domain)) = (&c.address, &c.key, &c.domain) {
            line("address", address);
            line("key", key);
            line("domain", domain);
            line("personal", &yes(c.personal));
        }
        if c.shared {
            line("shared", "several people read such a mailbox: it joins by invitation only");
        }
    }
    if context.out.is_quiet() {
        return Ok(());
    }
    context.out.answer(&page, &table, &checked)
}
