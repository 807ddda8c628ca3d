//! Everything that reads text from outside: nothing panics, whatever it is given; sizes and depths have limits; what was
//! read reads back as it prints.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests")]

use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, Utc};
use guildhall_core::fee::AccountNumber;
use guildhall_core::iam::{AccountId, Arn, Policy, PolicyKind, Request, RoleArn};
use guildhall_core::identity::{Domain, EmailAddress, IdentityHints, SecurityCode};
use guildhall_core::pipeline::{Details, LeadDetails, LeadFields, OpportunityFields, Stage};
use guildhall_core::prose::Prose;
use guildhall_core::search::Query;
use guildhall_core::tasks::{Column, Order};
use guildhall_core::text::{Field, folded, has_words, slug};
use guildhall_core::{
    Id, Permission, Program, account, browser, certifications, content, language, linking, profile, tasks,
};
use proptest::prelude::*;

/// A reader of text: what it is called, and the text as it was read, or the code of its fault.
type Reader = (&'static str, fn(&str) -> Result<String, String>);

#[expect(clippy::needless_pass_by_value, reason = "passed as a function to `map`")]
fn code(text: impl ToString) -> String {
    text.to_string()
}

fn unreadable<T>(_: T) -> String {
    "unreadable".to_owned()
}

fn opportunity_code(change: impl FnOnce(&mut OpportunityFields)) -> Result<String, String> {
    let mut fields = OpportunityFields::default();
    fields.project.title = "Move".into();
    fields.customer.account.company_name = "Harbour".into();
    change(&mut fields);
    let read = Details::read(Program::guide(), &fields);
    read.map(|details| serde_json::to_string(details.fields()).unwrap()).map_err(|faults| faults[0].code.clone())
}

const READERS: &[Reader] = &[
    ("id", |t| t.parse::<Id>().map(code).map_err(unreadable)),
    ("permission", |t| t.parse::<Permission>().map(code).map_err(unreadable)),
    ("domain", |t| Domain::parse(t, false).map(|d| code(d.as_str())).map_err(|f| code(f.code()))),
    ("email", |t| EmailAddress::parse(t, false).map(|e| code(e.as_str())).map_err(|f| code(f.code()))),
    ("registrant", |t| {
        let read = Program::guide().email().parse_registrant(t);
        read.map(|e| code(e.as_str())).map_err(|f| code(f.code()))
    }),
    ("password", |t| {
        let hints = IdentityHints(&["ana@acme.example", "Lantern"]);
        let read = Program::guide().password().parse(t, hints);
        read.map(|p| code(p.expose())).map_err(|faults| code(faults[0].code()))
    }),
    ("security code", |t| SecurityCode::parse(t).map(|c| code(c.expose())).ok_or_else(|| unreadable(()))),
    ("line", |t| Field::parse(t).map(|l| code(l.as_str())).map_err(|f| code(f.code()))),
    ("prose", |t| Prose::<1000>::parse(t).map(|p| code(p.as_str())).map_err(|f| code(f.code()))),
    ("account number", |t| t.parse::<AccountNumber>().map(code).map_err(unreadable)),
    ("cloud account", |t| AccountId::parse(t).map(|a| code(a.as_str())).map_err(|f| code(f.code()))),
    ("arn", |t| Arn::parse(t).map(|a| code(a.as_str())).map_err(|f| code(f.code()))),
    ("role arn", |t| RoleArn::parse(t).map(|a| code(a.arn().as_str())).map_err(|f| code(f.code()))),
    ("action", |t| Request::new(t).map(|r| code(r.action())).map_err(unreadable)),
    ("policy", |t| Policy::parse(t, PolicyKind::Permissions).map(|p| format!("{p:?}")).map_err(unreadable)),
    ("search", |t| Query::parse(t).map(|q| code(q.words.as_str())).map_err(|f| code(f.code()))),
    ("stage", |t| Stage::read(t).map(|s| format!("{s:?}")).ok_or_else(|| unreadable(()))),
    ("column", |t| t.parse::<Column>().map(|c| format!("{c:?}")).map_err(unreadable)),
    ("order", |t| t.parse::<Order>().map(|o| format!("{o:?}")).map_err(unreadable)),
    ("date", |t| opportunity_code(|f| f.life_cycle.target_close_date = t.to_owned())),
    ("money", |t| opportunity_code(|f| f.software_revenue.value.amount = t.to_owned())),
    ("months", |t| opportunity_code(|f| f.project.expected_contract_duration.value = t.to_owned())),
    ("website", |t| opportunity_code(|f| f.customer.account.website_url = t.to_owned())),
    ("phone", |t| {
        opportunity_code(|f| {
            let contact = guildhall_core::pipeline::Contact { phone: t.to_owned(), ..Default::default() };
            f.customer.contacts = vec![contact];
        })
    }),
    ("duns", |t| opportunity_code(|f| f.customer.account.duns = t.to_owned())),
    ("programme", |t| Program::parse(t).map(|p| format!("{p:?}")).map_err(|f| code(f.0[0].code))),
];

/// The readers whose text does not come out in the form in which it is typed: of these only the same is read twice.
const OTHER_FORMS: [&str; 11] =
    ["stage", "column", "order", "date", "money", "months", "website", "phone", "duns", "policy", "programme"];

/// Texts that nobody means, each with its name.
fn hostile() -> Vec<(&'static str, String)> {
    vec![
        ("nothing", String::new()),
        ("blanks", "  \t ".into()),
        ("a zero byte", "a\0b".into()),
        ("a line break", "a\nb".into()),
        ("a reversal of direction", "a\u{202e}b@acme.example".into()),
        ("a hidden space", "acme\u{200b}.example".into()),
        ("a lone mark", "\u{301}".into()),
        ("digits of another script", "\u{661}\u{662}\u{663}".into()),
        ("a formula", "=1+1".into()),
        ("a script", "<script>alert(1)</script>".into()),
        ("a path", "../../etc/passwd".into()),
        ("a quote", "' OR 1=1 --".into()),
        ("minus", "-1".into()),
        ("an enormous number", "9".repeat(400)),
        ("an exponent", "1e400".into()),
        ("not a number", "NaN".into()),
        ("a day that is none", "2026-02-30".into()),
        ("the last year of all", "+262143-12-31".into()),
        ("an unclosed list", "[".into()),
        ("deep lists", "[".repeat(200_000)),
        ("deep objects", "{\"a\":".repeat(100_000)),
        ("a million letters", "a".repeat(1 << 20)),
        ("a million marks", format!("a{}", "\u{301}".repeat(1 << 19))),
        ("many labels", "a.".repeat(100_000)),
        ("many at signs", "@".repeat(100_000)),
        ("many colons", "arn:".repeat(100_000)),
        ("many wildcards", "*?".repeat(100_000)),
    ]
}

/// The whole matrix on one page: every reader and every hostile text, with the code of the fault or `ok`.
#[test]
fn hostile_texts_are_refused_by_name() {
    let mut page = String::from("What becomes of texts that nobody means.\n");
    for (reader, read) in READERS {
        write!(page, "\n{reader}\n").unwrap();
        for (name, text) in hostile() {
            let said = read(&text).map_or_else(|code| code, |_| "ok".to_owned());
            writeln!(page, "  {name:<26} {said}").unwrap();
        }
    }
    insta::assert_snapshot!("hostile", page);
}

/// Examples that are read, so that what differs from them a little is tried too.
const EXAMPLES: [&str; 16] = [
    "ana@acme.example",
    "m\u{fc}nchen.example",
    "xn--mnchen-3ya.example",
    "0123456789abcdef0123456789abcdef",
    "Lantern+Bridge7",
    "ABCD-2345",
    "123456789012",
    "arn:aws:iam::123456789012:role/path/PartnerCentralRoleForA",
    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}",
    "customer.account.company_name,project.title\nHarbour,Move\n",
    "2026-03-02T09:00:00+02:00",
    "pt-BR, pt;q=0.8, en;q=0.5",
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "https://example.org/a?b=c#d",
    "1234.50",
    "title = \"T\"\nstage = [{ id = \"in\", title = \"In\" }]\n[mail]\nsender = \"a@b.example\"\n",
];

/// Any text; one of the examples with something put into it or taken out; one thing again and again.
fn text() -> impl Strategy<Value = String> {
    let changed = (0..EXAMPLES.len(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), ".{0,4}");
    let changed = changed.prop_map(|(n, from, to, put)| {
        let letters: Vec<char> = EXAMPLES[n].chars().collect();
        let (one, other) = (from.index(letters.len() + 1), to.index(letters.len() + 1));
        let (head, tail) = (&letters[..one.min(other)], &letters[one.max(other)..]);
        head.iter().copied().chain(put.chars()).chain(tail.iter().copied()).collect()
    });
    let repeated = (".{1,3}", 0..3000usize).prop_map(|(part, n)| part.repeat(n));
    prop_oneof![2 => any::<String>(), 2 => "[\\[\\]{}\",:;=@./*?#%a-c0-9 \\n\\r\u{0}\u{e9}-]{0,60}", 4 => changed, 1 => repeated]
}

/// Reads JSON as everything that adapters keep or carry.
fn read_as_json(text: &str) {
    let _ = serde_json::from_str::<account::Command>(text);
    let _ = serde_json::from_str::<account::Event>(text);
    let _ = serde_json::from_str::<account::Recorded>(text);
    let _ = serde_json::from_str::<account::Account>(text);
    let _ = serde_json::from_str::<tasks::Command>(text);
    let _ = serde_json::from_str::<profile::Command>(text);
    let _ = serde_json::from_str::<certifications::Command>(text);
    let _ = serde_json::from_str::<linking::Command>(text);
    let _ = serde_json::from_str::<content::Command>(text);
    let _ = serde_json::from_str::<OpportunityFields>(text);
    let _ = serde_json::from_str::<LeadFields>(text);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_read_panics_and_what_was_read_reads_back(text in text()) {
        for (name, read) in READERS {
            if let Ok(once) = read(&text) {
                // Details of opportunities, policies and the like print in another form than they are typed.
                let again = if OTHER_FORMS.contains(name) { read(&text) } else { read(&once) };
                prop_assert_eq!(again, Ok(once), "{} {:?}", name, text);
            }
        }
        read_as_json(&text);
        let _ = (slug(&text), folded(&text), has_words(&text, [text.as_str()]));
        let _ = language::best(Program::guide(), &text);
        let _ = browser::hints(Program::guide(), &text, NaiveDate::MIN);
        let _ = Program::guide().find_item(&text);
        let _ = (EmailAddress::restore(&text), Domain::restore(&text));
        let _ = text.parse::<DateTime<Utc>>();
        let mut lead = LeadFields::default();
        lead.customer.company_name.clone_from(&text);
        lead.customer.website_url.clone_from(&text);
        lead.interactions = vec![Default::default(); 2];
        lead.interactions[0].interaction_date.clone_from(&text);
        let _ = LeadDetails::read(Program::guide(), &lead);
    }
}
