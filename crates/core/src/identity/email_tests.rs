//! E-mail addresses as a table of inputs and outcomes. A row keeps its later faults, so the order of the checks is pinned.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{AddressFault, Domain, DomainFault, EmailAddress, EmailFault, EmailPolicy};
use crate::Program;

/// `ok SPELLING`, with `key KEY` where the key is spelled otherwise, or the fault's code.
fn outcome(policy: &EmailPolicy, input: &str) -> String {
    match policy.parse_registrant(input) {
        Ok(a) if a.key() == a.as_str() => format!("ok {a}"),
        Ok(a) => format!("ok {a} key {}", a.key()),
        Err(fault) => fault.code().to_string(),
    }
}

#[track_caller]
fn check(policy: &EmailPolicy, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(input, expected)| (input, expected, outcome(policy, input)))
        .filter(|(_, expected, got)| got != *expected)
        .map(|(input, expected, got)| format!("{input:?}: expected {expected}, got {got}"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn guide() -> &'static EmailPolicy {
    Program::guide().email()
}

fn in_test_mode() -> EmailPolicy {
    EmailPolicy { test_mode: true, ..guide().clone() }
}

const FORM: &[(&str, &str)] = &[
    // Blanks and hidden characters come before everything else.
    ("", "empty"),
    (" \t\r\n ", "empty"),
    (" @", "empty_local_part"),
    ("ann smith", "bad_character"),
    ("ann @example.org", "bad_character"),
    ("ann@ example.org", "bad_character"),
    ("ann@exam ple@x", "bad_character"),
    ("ann\t@example.org", "bad_character"),
    ("ann@example.org\r\nBcc: eve@evil.example", "bad_character"),
    ("ann@example.org\nBcc:", "bad_character"),
    ("ann\r@example.org", "bad_character"),
    ("a\0@example.org", "bad_character"),
    ("ann@exam\0ple.org", "bad_character"),
    ("ann\u{7f}@example.org", "bad_character"),
    ("ann\u{85}@example.org", "bad_character"),
    ("ann\u{a0}@example.org", "bad_character"),
    ("ann\u{3000}@example.org", "bad_character"),
    ("\u{feff}ann@example.org", "bad_character"),
    ("an\u{200b}n@example.org", "bad_character"),
    ("ann@exa\u{200b}mple.org", "bad_character"),
    ("ann@exa\u{200c}mple.org", "bad_character"),
    ("ann@exa\u{200d}mple.org", "bad_character"),
    ("ann@exa\u{2060}mple.org", "bad_character"),
    ("ann@\u{202e}gro.elpmaxe", "bad_character"),
    ("ann@\u{2066}example.org", "bad_character"),
    ("\u{200f}ann@example.org", "bad_character"),
    ("ann@example.org\u{2028}", "bad_character"),
    // The at sign.
    ("ann", "no_at_sign"),
    ("ann.example.org", "no_at_sign"),
    ("an\u{ff20}nexample", "no_at_sign"),
    ("ann\u{ff20}example.org", "no_at_sign"),
    ("@", "empty_local_part"),
    ("@example.org", "empty_local_part"),
    ("@@", "several_at_signs"),
    ("a@b@c", "several_at_signs"),
    ("bo@@acme", "several_at_signs"),
    ("@a.example,@b.example:ann@example.org", "several_at_signs"),
    ("Ann<ann@example.org>", "bad_local_part"),
    ("ann@example.org,bo@example.org", "several_at_signs"),
    // The local part.
    ("\"a@b\"@c", "quoted_local_part"),
    ("\"ab\"@example.org", "quoted_local_part"),
    ("\"a b\"@example.org", "bad_character"),
    ("\"\"@", "quoted_local_part"),
    ("a\"b\"@example.org", "bad_local_part"),
    ("\u{e9}va@example.org", "non_ascii_local_part"),
    ("e\u{301}va@example.org", "non_ascii_local_part"),
    ("m\u{131}ke@example.org", "non_ascii_local_part"),
    ("mi\u{212a}e@example.org", "non_ascii_local_part"),
    ("me\u{17f}@example.org", "non_ascii_local_part"),
    ("stra\u{df}e@example.org", "non_ascii_local_part"),
    ("\u{ff41}nn@example.org", "non_ascii_local_part"),
    ("\u{430}nn@example.org", "non_ascii_local_part"),
    ("an\u{ad}n@example.org", "non_ascii_local_part"),
    ("\u{e9}(x)@", "non_ascii_local_part"),
    ("ann(comment)@example.org", "bad_local_part"),
    ("(comment)ann@example.org", "bad_local_part"),
    ("ann%example.net@example.org", "bad_local_part"),
    ("example.net!ann@example.org", "bad_local_part"),
    ("=?utf-8?q?ann?=@example.org", "bad_local_part"),
    ("ann`id`@example.org", "bad_local_part"),
    ("ann|cat@example.org", "bad_local_part"),
    ("ann;bo@example.org", "bad_local_part"),
    ("ann:bo@example.org", "bad_local_part"),
    ("ann,bo@example.org", "bad_local_part"),
    ("ann\\bo@example.org", "bad_local_part"),
    ("ann[1]@example.org", "bad_local_part"),
    (".a..b%@", "bad_local_part"),
    (".ann@example.org", "misplaced_dot"),
    ("ann.@example.org", "misplaced_dot"),
    ("an..n@example.org", "misplaced_dot"),
    (".@", "misplaced_dot"),
    ("ann@", "empty_domain"),
    ("+@example.org", "ok +@example.org"),
    ("a_b+c-d'e&f=g~h#i$j*k/l^m{n}o@example.org", "ok a_b+c-d'e&f=g~h#i$j*k/l^m{n}o@example.org"),
    ("=ann@example.org", "ok =ann@example.org"),
    ("-ann@example.org", "ok -ann@example.org"),
];

const DOMAINS: &[(&str, &str)] = &[
    ("a@[127.0.0.1]", "domain_literal"),
    ("a@[::1]", "domain_literal"),
    ("a@[IPv6:::1].", "domain_literal"),
    ("a@example.org.", "trailing_dot"),
    ("a@.", "trailing_dot"),
    ("a@..example.", "trailing_dot"),
    ("a@x.edu.", "trailing_dot"),
    ("a@.example.org", "empty_label"),
    ("a@example..org", "empty_label"),
    ("a@.-x", "empty_label"),
    ("a@exa_mple.org", "bad_domain"),
    ("a@example.org:25", "bad_domain"),
    ("a@example.org/x", "bad_domain"),
    ("a@example.org(x)", "bad_domain"),
    ("a@example.org>", "bad_domain"),
    ("a@-example.org", "bad_domain"),
    ("a@example-.org", "bad_domain"),
    ("a@ex--ample.org", "bad_domain"),
    ("a@xn--", "bad_domain"),
    ("a@xn--.org", "bad_domain"),
    ("a@xn--a", "bad_domain"),
    ("a@xn--a.org", "bad_domain"),
    ("a@xn--example-.org", "bad_domain"),
    ("a@xn--b\u{fc}cher-kva.example", "bad_domain"),
    ("a@\u{301}example.org", "bad_domain"),
    // Written otherwise than it would be read: look-alikes.
    ("a@exam\u{ad}ple.org", "look_alike_domain"),
    ("a@\u{ff45}xample.org", "look_alike_domain"),
    ("a@example\u{ff0e}org", "look_alike_domain"),
    ("a@example\u{3002}org", "look_alike_domain"),
    ("a@example\u{ff61}org", "look_alike_domain"),
    ("a@example.org\u{3002}", "look_alike_domain"),
    ("a@boo\u{212a}s.example", "look_alike_domain"),
    ("a@\u{212a}.example", "look_alike_domain"),
    ("a@me\u{17f}s.example", "look_alike_domain"),
    ("a@\u{fb01}sh.example", "look_alike_domain"),
    ("a@\u{130}stanbul.example", "look_alike_domain"),
    ("a@\u{24b6}cme.example", "look_alike_domain"),
    ("a@acme\u{2460}.example", "look_alike_domain"),
    ("a@acm\u{34f}e.example", "look_alike_domain"),
    ("a@acm\u{fe0f}e.example", "look_alike_domain"),
    // Reserved, single, numeric, public.
    ("a@localhost", "reserved_domain"),
    ("a@mail.localhost", "reserved_domain"),
    ("a@test", "reserved_domain"),
    ("a@acme.test", "reserved_domain"),
    ("a@acme.TEST", "reserved_domain"),
    ("a@acme.invalid", "reserved_domain"),
    ("a@acme.local", "reserved_domain"),
    ("a@acme.onion", "reserved_domain"),
    ("a@1.0.0.127.in-addr.arpa", "reserved_domain"),
    ("a@b", "single_label"),
    ("a@org", "single_label"),
    ("a@123", "single_label"),
    ("a@1.2", "numeric_last_label"),
    ("a@1.2.3.4", "numeric_last_label"),
    ("a@example.007", "numeric_last_label"),
    ("a@co.uk", "public_suffix"),
    ("a@CO.UK", "public_suffix"),
    ("a@github.io", "public_suffix"),
    ("a@x.ck", "public_suffix"),
    ("a@\u{516c}\u{53f8}.cn", "public_suffix"),
    ("a@xn--55qx5d.cn", "public_suffix"),
    ("a@acme.\u{516c}\u{53f8}.cn", "ok a@acme.xn--55qx5d.cn"),
    ("a@www.ck", "ok a@www.ck"),
    ("a@acme.co.uk", "ok a@acme.co.uk"),
    ("a@acme.github.io", "ok a@acme.github.io"),
];

const SPELLINGS: &[(&str, &str)] = &[
    ("ann@example.org", "ok ann@example.org"),
    (" Ann@Example.ORG\t\r\n", "ok Ann@example.org key ann@example.org"),
    ("ANN+Tag@EXAMPLE.ORG", "ok ANN+Tag@example.org key ann+tag@example.org"),
    ("ann+tag@example.org", "ok ann+tag@example.org"),
    ("a.n.n@example.org", "ok a.n.n@example.org"),
    ("ana@acme.example", "ok ana@acme.example"),
    ("a@mail.eu.acme.example", "ok a@mail.eu.acme.example"),
    ("a@1and1.example", "ok a@1and1.example"),
    ("a@3m.example", "ok a@3m.example"),
    ("a@acme.xn--p1ai", "ok a@acme.xn--p1ai"),
    // International names: composed, decomposed, capital and A-label spellings are one domain.
    ("a@b\u{fc}cher.example", "ok a@xn--bcher-kva.example"),
    ("a@bu\u{308}cher.example", "ok a@xn--bcher-kva.example"),
    ("a@B\u{fc}cher.example", "ok a@xn--bcher-kva.example"),
    ("a@B\u{dc}CHER.example", "ok a@xn--bcher-kva.example"),
    ("a@BU\u{308}CHER.example", "ok a@xn--bcher-kva.example"),
    ("a@xn--bcher-kva.example", "ok a@xn--bcher-kva.example"),
    ("a@XN--BCHER-KVA.example", "ok a@xn--bcher-kva.example"),
    ("a@\u{3a9}mega.example", "ok a@xn--mega-fpd.example"),
    ("a@\u{2126}mega.example", "ok a@xn--mega-fpd.example"),
    ("a@\u{212b}ngstrom.example", "ok a@xn--ngstrom-dxa.example"),
    // Non-transitional: these letters stay themselves.
    ("a@fa\u{df}.example", "ok a@xn--fa-hia.example"),
    ("a@xn--fa-hia.example", "ok a@xn--fa-hia.example"),
    ("a@d\u{131}s.example", "ok a@xn--ds-hpa.example"),
    // Another alphabet is another name, never the Latin one.
    ("a@\u{430}cme.example", "ok a@xn--cme-5cd.example"),
    ("a@\u{430}\u{441}\u{43c}\u{435}.example", "ok a@xn--80akut.example"),
    ("a@x.\u{435}du", "ok a@x.xn--du-mlc"),
    ("a@x.\u{437}\u{434}\u{435}", "ok a@x.xn--d1ace"),
];

// Rules: REG-8, USR-3, INV-3, C-051
#[test]
fn addresses_are_read_strictly_and_the_first_fault_is_named() {
    for rows in [FORM, DOMAINS, SPELLINGS] {
        check(guide(), rows);
    }
}

// Rules: REG-8, USR-3
#[test]
fn lengths_end_where_the_standards_end_them() {
    let s = |n: usize, c: &str| c.repeat(n);
    // 63 + 1 + 63 + 1 + 63 + 1 + n bytes.
    let long = |n: usize| format!("{0}.{0}.{0}.{1}", s(63, "x"), s(n, "y"));
    // An address of 64 + 1 + n bytes.
    let whole = |n: usize| format!("{0}@{1}.{1}.{2}", s(64, "a"), s(63, "x"), s(n - 128, "y"));
    let rows = [
        (format!("{}@example.org", s(64, "a")), "ok"),
        (format!("{}@example.org", s(65, "a")), "local_part_too_long"),
        (format!("{}.@example.org", s(64, "a")), "misplaced_dot"),
        (format!("{}@", s(65, "a")), "local_part_too_long"),
        (format!("a@{}.org", s(63, "x")), "ok"),
        (format!("a@{}.org", s(64, "x")), "label_too_long"),
        (format!("a@{}", s(64, "x")), "label_too_long"),
        (format!("a@x.{}", s(64, "7")), "label_too_long"),
        // The U-label has 58 letters, its A-label 64 bytes.
        (format!("a@{}\u{fc}.org", s(55, "x")), "ok"),
        (format!("a@{}\u{fc}.org", s(56, "x")), "label_too_long"),
        // Four labels: 3 * 64 + 61 = 253 is a legal domain, in an address that is one byte too long.
        (format!("a@{}", long(60)), "ok"),
        (format!("a@{}", long(61)), "address_too_long"),
        (format!("a@{}", long(62)), "domain_too_long"),
        (format!("a@{}", s(2000, "x.")), "trailing_dot"),
        (format!("a@{}org", s(2000, "x.")), "domain_too_long"),
        (format!("a@{}", s(5000, "\u{fc}")), "domain_too_long"),
        (whole(189), "ok"),
        (whole(190), "address_too_long"),
        (s(100_000, "a"), "no_at_sign"),
    ];
    for (input, expected) in &rows {
        let got = outcome(guide(), input);
        assert_eq!(got.split(' ').next(), Some(*expected), "{} bytes: {input}", input.len());
    }
    assert_eq!(long(61).len(), 253);
    assert_eq!(whole(189).len(), 254);
    assert_eq!(Domain::parse(&long(61), false).map(|d| d.as_str().len()), Ok(253));
    assert_eq!(Domain::parse(&long(62), false), Err(DomainFault::TooLong));
}

#[test]
fn test_mode_accepts_reserved_names_and_nothing_else() {
    let rows: &[(&str, &str)] = &[
        ("a@acme.test", "ok a@acme.test"),
        ("a@acme.TEST", "ok a@acme.test"),
        ("a@mail.localhost", "ok a@mail.localhost"),
        ("a@acme.invalid", "ok a@acme.invalid"),
        ("a@acme.local", "ok a@acme.local"),
        ("a@acme.onion", "ok a@acme.onion"),
        ("a@acme.arpa", "ok a@acme.arpa"),
        ("a@acme.example", "ok a@acme.example"),
        ("a@localhost", "single_label"),
        ("a@test", "single_label"),
        ("a@1.2", "numeric_last_label"),
        ("a@co.uk", "public_suffix"),
        ("a@acme.test.", "trailing_dot"),
        ("a@acm\u{ad}e.test", "look_alike_domain"),
        ("a@gmail.com", "personal_domain"),
    ];
    check(&in_test_mode(), rows);
}

const PERSONAL: &[(&str, &str)] = &[
    ("ana@gmail.com", "personal_domain"),
    ("ana@GMAIL.COM", "personal_domain"),
    ("ana@GMail.com", "personal_domain"),
    ("ana@googlemail.com", "personal_domain"),
    ("ana@hotmail.com", "personal_domain"),
    ("ana@outlook.com", "personal_domain"),
    ("ana@outlook.com.br", "personal_domain"),
    ("ana@yahoo.co.uk", "personal_domain"),
    ("ana@icloud.com", "personal_domain"),
    ("ana@mailbox.org", "personal_domain"),
    ("ana@mail.gmail.com", "personal_domain"),
    ("ana@a.b.c.gmail.com", "personal_domain"),
    ("ana@x.mailinator.com", "personal_domain"),
    ("ana+acme.example@gmail.com", "personal_domain"),
    ("ana@college.edu", "personal_domain"),
    ("ana@x.EDU", "personal_domain"),
    ("ana@cs.college.edu", "personal_domain"),
    // A suffix of text, or a word inside, is not a parent.
    ("ana@notgmail.com", "ok ana@notgmail.com"),
    ("ana@gmail.com.evil.org", "ok ana@gmail.com.evil.org"),
    ("ana@gmail.com.br.example", "ok ana@gmail.com.br.example"),
    ("ana@gmail-com.example", "ok ana@gmail-com.example"),
    ("ana@gmail.example", "ok ana@gmail.example"),
    ("ana@edu.example", "ok ana@edu.example"),
    ("ana@edu.x.com", "ok ana@edu.x.com"),
    ("ana@college.edu.au", "ok ana@college.edu.au"),
    ("ana@college.ac.uk", "ok ana@college.ac.uk"),
    ("ana@myedu", "single_label"),
    ("ana@acme.myedu", "ok ana@acme.myedu"),
    ("ana@verizon.com", "ok ana@verizon.com"),
    ("ana@att.com", "ok ana@att.com"),
    ("ana@facebook.com", "ok ana@facebook.com"),
    // A fault of form comes first, and a shared mailbox at a personal domain is personal.
    ("ana@@gmail.com", "several_at_signs"),
    ("ana@gmail.com.", "trailing_dot"),
    ("support@gmail.com", "personal_domain"),
    ("support@acme.example", "shared_mailbox"),
    ("NoReply@acme.example", "shared_mailbox"),
    ("postmaster@mail.acme.example", "shared_mailbox"),
    ("supporter@acme.example", "ok supporter@acme.example"),
    ("info@acme.example", "ok info@acme.example"),
];

// Rules: REG-9, REG-10, REG-11, REG-12, REG-14, USR-2, C-046
#[test]
fn personal_domains_and_shared_mailboxes_are_refused() {
    check(guide(), PERSONAL);
}

// Rules: REG-13, C-046
#[test]
fn configuration_adds_personal_domains_and_takes_them_off() {
    let set = |names: &[&str]| names.iter().map(ToString::to_string).collect();
    let mut policy = guide().clone();
    check(&policy, &[("ana@freemail.example", "ok ana@freemail.example"), ("ana@gmail.com", "personal_domain")]);
    policy.personal_domains = set(&["freemail.example", "icloud.com", "home.acme.example"]);
    policy.company_domains = set(&["gmail.com", "freemail.example"]);
    policy.personal_last_labels = set(&["edu", "academy"]);
    policy.shared_mailboxes = set(&["desk"]);
    check(
        &policy,
        &[
            // What was added by name stays refused, whatever else is accepted.
            ("ana@freemail.example", "personal_domain"),
            ("ana@Mail.Freemail.example", "personal_domain"),
            ("ana@icloud.com", "personal_domain"),
            ("ana@gmail.com", "ok ana@gmail.com"),
            ("ana@mail.gmail.com", "ok ana@mail.gmail.com"),
            ("ana@hotmail.com", "personal_domain"),
            ("ana@acme.academy", "personal_domain"),
            ("ana@college.edu", "personal_domain"),
            ("ana@acme.example", "ok ana@acme.example"),
            ("ana@x.home.acme.example", "personal_domain"),
            ("desk@acme.example", "shared_mailbox"),
            ("support@acme.example", "ok support@acme.example"),
        ],
    );
    let bare = EmailPolicy::default();
    check(&bare, &[("ana@gmail.com", "personal_domain"), ("ana@college.edu", "ok ana@college.edu")]);
}

// Rules: INV-3, C-051, C-052
#[test]
fn each_door_asks_as_much_as_it_has_to() {
    let policy = guide();
    assert!(policy.parse("ana@gmail.com").is_ok(), "for signing in and for a forgotten password");
    assert_eq!(policy.parse_business("ana@gmail.com"), Err(EmailFault::Personal));
    assert!(policy.parse_business("support@acme.example").is_ok(), "may be invited");
    assert_eq!(policy.parse_registrant("support@acme.example"), Err(EmailFault::SharedMailbox));
    assert_eq!(
        policy.parse_registrant("ana@co.uk"),
        Err(EmailFault::Address(AddressFault::Domain(DomainFault::PublicSuffix)))
    );
}

#[test]
fn two_spellings_of_a_key_are_one_person_and_a_tag_is_another() {
    let read = |text: &str| EmailAddress::parse(text, false).unwrap();
    assert_eq!(read("Ann@Example.org"), read("ann@EXAMPLE.org"));
    assert_eq!(read("Ann@Example.org").as_str(), "Ann@example.org", "mail goes to the spelling");
    assert_ne!(read("ann@example.org"), read("ann+x@example.org"));
    assert_ne!(read("ann@example.org"), read("a.nn@example.org"));
    assert_ne!(read("ann@example.org"), read("ann@mail.example.org"));
    assert_eq!(read("Ann.X@mail.example.org").local_part(), "Ann.X");
    assert_eq!(read("a@mail.example.org").domain().registrable(), "example.org");
}

#[test]
fn an_address_prints_by_display_only_and_reads_back() {
    for text in ["Ann+Tag@Example.ORG", "a@b\u{fc}cher.example", "a@acme.\u{516c}\u{53f8}.cn"] {
        let address = EmailAddress::parse(text, false).unwrap();
        assert_eq!(format!("{address:?}"), "EmailAddress(..)");
        let json = serde_json::to_string(&address).unwrap();
        let back: EmailAddress = serde_json::from_str(&json).unwrap();
        assert_eq!((back.as_str(), back.key()), (address.as_str(), address.key()));
        assert_eq!(back.domain(), address.domain());
    }
    for json in ["\"ann\"", "\"ann@Example.org\"", "\"ann@b\u{fc}cher.example\"", "\"a b@x.org\"", "\"a@b@x.org\"", "7"]
    {
        assert!(serde_json::from_str::<EmailAddress>(json).is_err(), "{json}");
    }
}

#[test]
fn parents_end_at_the_registrable_domain() {
    let parents = |text: &str| -> Vec<String> {
        Domain::parse(text, false).unwrap().up_to_registrable().map(ToString::to_string).collect()
    };
    assert_eq!(parents("a.b.acme.co.uk"), ["a.b.acme.co.uk", "b.acme.co.uk", "acme.co.uk"]);
    assert_eq!(parents("acme.example"), ["acme.example"]);
    assert_eq!(parents("x.acme.github.io"), ["x.acme.github.io", "acme.github.io"]);
}
