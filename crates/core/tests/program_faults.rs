//! Every fault that a programme can have, each with its place: where in the file the reader has to look.
//!
//! A row says what is replaced in a small but complete programme, by what, and which faults that gives: the code, and the
//! text that stands at the place reported; `""` where something is missing from the file as a whole.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::path::Path;

use guildhall_core::Program;
use guildhall_core::program::ProgramFault;

const BASE: &str = r#"title = "Base"
path = [{ id = "up", title = "Up" }, { id = "down", title = "Down" }]
stage = [{ id = "in", title = "In" }, { id = "far", title = "Far" }]
offering = [{ id = "any", title = "Any", path = "up" }]
section = [{ id = "floor", title = "Floor", placement = "navigation" }]

[[role]]
id = "owner"
title = "Owner"
kind = "lead"
[[role]]
id = "aide"
title = "Aide"
kind = "granted"
granted_with = "assign_staff_roles"
quota = 2
[[role]]
id = "guest"
title = "Guest"
kind = "base"

[[permission]]
id = "assign_staff_roles"
title = "Assign"
roles = ["owner"]
page = "floor/board"

[[item]]
section = "floor"
title = "Board"
description = "What is new."
access = { roles = "all", paths = ["up"], least_stage = "in" }

[[task]]
id = "greet"
title = "Say hello"
purpose = "So that people know you."
goal = "onboarding"
type = "optional"
audience = { roles = "all", paths = "all", stages = ["in"] }
due_days = 14
form = [{ id = "words", title = "Words", characters_most = 100 }]
[[task]]
id = "look"
title = "Look around"
purpose = "So that you know the place."
goal = "onboarding"
type = "optional"
audience = { roles = "all", paths = "all", stages = "all" }
link = { item = "floor/board", done_by = "account/profile_edited" }

[feeds]
news_months = 6
[[language]]
tag = "en"
title = "English"
[[route]]
id = "first"
title = "First"
item = "floor/board"
steps = ["Look"]

[pipeline]
manager_role = "aide"
[pipeline.bulk]
rows_most = 10
[pipeline.picklist]
industry = ["Art", "Trade"]

[password]
least_code_points = 8
most_bytes = 100
symbols = "!@"
[email]
personal_domains = ["mail.example"]
[code]
minutes = 10
tries = 5
[confirmation]
word = "yes"

[profile]
entries_most = 9
tab = [{ id = "company", title = "C", least_stage = "in", edit = "invite_users" }]
[certifications]
records_most = 9
requirement = [{ title = "A", paths = "all", stage = "far", counts = "products", least = 1 }]
[fee]
billed_from = "far"
amount_minor = 5
currency = "EUR"
console = "https://pay.example"
tax = [{ country = "Spain", title = "T", basis_points = 1 }]
[support]
files_most = 3
media_types = ["text/plain"]
cancellation = { case_type = "t", specific = "s" }
[[support.case_type]]
id = "t"
title = "T"
[[support.case_type.question]]
id = "q"
title = "Q"
specific = [{ id = "s", title = "S" }]

[linking]
role_prefix = "RoleFor"
cloud_admin_role_prefix = "RoleForCloud"

[mail]
sender = "portal@example.org"
verification_subject = "Your code"
"#;

/// Replaced, by what, and the faults: code and the text at their place.
type Row = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // The file as a whole.
    ("title = \"Base\"", "titel = \"Base\"", &[("syntax", "titel")]),
    ("title = \"Base\"", "title = ", &[("syntax", "\npath")]),
    ("title = \"Base\"", "title = \"Base\"\nsign_in_address = \"ftp://x\"", &[("web_address", "\"ftp://x\"")]),
    ("title = \"Base\"", "title = 1", &[("syntax", "1\npath")]),
    ("title = \"Base\"", "title = \"a\u{0}\"", &[("syntax", "\u{0}")]),
    ("due_days = 14", "due_days = 99999999999999999999", &[("syntax", "99999999999999999999")]),
    ("due_days = 14", "due_days = -1", &[("syntax", "-1")]),
    ("due_days = 14", "due_days = 1979-05-27", &[("syntax", "1979-05-27")]),
    ("[mail]", "[mail]\n[mail]", &[("syntax", "mail]\nsender")]),
    // Ids.
    ("id = \"guest\"", "id = \"Guest user\"", &[("id_form", "\"Guest user\"")]),
    ("id = \"guest\"", "id = \"\"", &[("id_form", "\"\"")]),
    ("id = \"guest\"", "id = \"owner\"", &[("id_twice", "\"owner\"\ntitle = \"Guest\"")]),
    ("{ id = \"far\", ", "{ id = \"in\", ", &[("id_twice", "\"in\", title = \"Far\""), ("unknown_name", "\"far\", counts"), ("unknown_name", "\"far\"\namount")]),
    ("[[item]]", "[[permission]]\nid = \"assign_staff_roles\"\ntitle = \"A\"\nroles = \"all\"\n[[item]]", &[("id_twice", "\"assign_staff_roles\"\ntitle = \"A\"")]),
    ("tab = [{", "tab = [{ id = \"company\", title = \"C\", least_stage = \"in\", edit = \"invite_users\" }, {", &[("id_twice", "\"company\", title = \"C\", least_stage = \"in\", edit = \"invite_users\" }]")]),
    // Paths, stages, offerings.
    ("stage = [{ id = \"in\", title = \"In\" }, { id = \"far\", title = \"Far\" }]", "stage = []", &[
        ("no_stage", ""),
        ("unknown_name", "\"floor/board\"\n\n[[item]]"),
        ("unknown_name", "\"in\" }\n"),
        ("unknown_name", "[\"in\"] }"),
        ("unknown_name", "\"floor/board\", done_by"),
        ("unknown_name", "\"floor/board\"\nsteps"),
        ("unknown_name", "\"in\", edit"),
        ("unknown_name", "\"far\", counts"),
        ("unknown_name", "\"far\"\namount"),
    ]),
    ("path = \"up\" }", "path = \"left\" }", &[("no_offering", ""), ("unknown_name", "\"left\"")]),
    (", path = \"up\" }", " }", &[("no_offering", ""), ("no_path", "\"any\"")]),
    ("offering = [{ id = \"any\", title = \"Any\", path = \"up\" }]", "offering = []", &[("no_offering", "")]),
    // Roles and permissions.
    ("kind = \"lead\"", "kind = \"boss\"", &[("one_role", ""), ("role_kind", "\"boss\"")]),
    ("kind = \"base\"", "kind = \"lead\"", &[("one_role", ""), ("one_role", "")]),
    ("granted_with = \"assign_staff_roles\"", "", &[("no_grantor", "\"aide\"")]),
    ("granted_with = \"assign_staff_roles\"", "granted_with = \"fly\"", &[("unknown_permission", "\"fly\"")]),
    ("granted_with = \"assign_staff_roles\"", "granted_with = \"invite_users\"", &[("nobody_grants", "\"invite_users\"")]),
    ("kind = \"base\"", "kind = \"base\"\ngranted_with = \"invite_users\"", &[("one_role", ""), ("not_granted", "\"invite_users\"")]),
    ("kind = \"base\"", "kind = \"base\"\nquota = 3", &[("quota", "3")]),
    ("quota = 2", "quota = 0", &[("quota", "0")]),
    ("roles = [\"owner\"]", "roles = [\"owner\", \"pilot\"]", &[("unknown_name", "[\"owner\", \"pilot\"]")]),
    ("roles = [\"owner\"]", "roles = \"some\"", &[("nobody_grants", "\"assign_staff_roles\"\nquota"), ("not_all", "\"some\"")]),
    ("page = \"floor/board\"", "page = \"floor/nothing\"", &[("unknown_name", "\"floor/nothing\"")]),
    // The menu.
    ("placement = \"navigation\"", "placement = \"left\"", &[("placement", "\"left\"")]),
    ("[[task]]\nid = \"greet\"", "[[item]]\nsection = \"floor\"\ntitle = \"board\"\ndescription = \"D\"\naccess = { roles = \"all\", paths = \"all\", least_stage = \"in\" }\n[[task]]\nid = \"greet\"", &[("item_twice", "\"board\"")]),
    ("least_stage = \"in\" }", "least_stage = \"out\" }", &[("unknown_name", "\"floor/board\"\n\n[[item]]"), ("unknown_name", "\"out\""), ("unknown_name", "\"floor/board\", done_by"), ("unknown_name", "\"floor/board\"\nsteps")]),
    // Tasks.
    ("due_days = 14", "due_days = 99999", &[("due_days", "99999")]),
    ("title = \"Say hello\"", "title = \" \"", &[("title", "\" \"")]),
    ("link = { item = \"floor/board\", done_by = \"account/profile_edited\" }", "", &[("form_or_link", "\"look\"")]),
    ("characters_most = 100 }", "characters_most = 100, required = false }", &[("no_required_field", "\"greet\"")]),
    ("characters_most = 100", "characters_most = 0", &[("characters_most", "0")]),
    ("account/profile_edited", "profile_edited", &[("done_by", "\"profile_edited\"")]),
    // The portal.
    ("news_months = 6", "news_months = 0", &[("feeds", "[feeds]")]),
    ("steps = [\"Look\"]", "steps = []", &[("no_steps", "\"first\"")]),
    ("tag = \"en\"", "tag = \"english language\"", &[("language_tag", "\"english language\"")]),
    ("[[route]]", "[[language]]\ntag = \"EN\"\ntitle = \"E\"\n[[route]]", &[("language_twice", "\"EN\"")]),
    // Opportunities.
    ("rows_most = 10", "rows_most = 0", &[("limit", "[pipeline.bulk]")]),
    ("manager_role = \"aide\"", "manager_role = \"king\"", &[("unknown_name", "\"king\"")]),
    ("industry = [", "colour = [", &[("unknown_name", "[\"Art\"")]),
    ("[\"Art\", \"Trade\"]", "[]", &[("picklist_length", "[]")]),
    ("[\"Art\", \"Trade\"]", "[\"Art\", \"art\"]", &[("value_twice", "[\"Art\", \"art\"]")]),
    ("[\"Art\", \"Trade\"]", "[\"Art; Trade\"]", &[("value_form", "[\"Art; Trade\"]")]),
    // Policies and limits.
    ("symbols = \"!@\"", "symbols = \"!a\"", &[("symbols", "\"!a\"")]),
    ("least_code_points = 8", "least_code_points = 0", &[("password_length", "0\nmost_bytes")]),
    ("least_code_points = 8\nmost_bytes = 100", "most_bytes = 7", &[("password_length", "7\n")]),
    ("[\"mail.example\"]", "[\"mail.example\", \"Not A Domain\"]", &[("domain", "\"Not A Domain\"")]),
    ("minutes = 10\ntries = 5", "minutes = 0\ntries = 10001", &[("limit", "0\ntries"), ("limit", "10001")]),
    ("word = \"yes\"", "word = \" \"", &[("confirmation_word", "\" \"")]),
    ("portal@example.org", "portal", &[("sender", "\"portal\"")]),
    // Rooms.
    ("entries_most = 9", "entries_most = 0", &[("limit", "0\ntab")]),
    ("edit = \"invite_users\"", "edit = \"fly\"", &[("unknown_permission", "\"fly\"")]),
    ("least = 1", "least = 0", &[("limit", "0 }]")]),
    ("currency = \"EUR\"", "currency = \"euro\"", &[("currency", "\"euro\"")]),
    (
        "[[permission]]",
        "[[partner_program]]\nid = \"p\"\ntitle = \"P\"\ndescription = \"D\"\napplication = \"offering\"\npaths = \"all\"\n\
         least_stage = \"in\"\n[[permission]]",
        &[("application", "\"offering\"\npaths")],
    ),
    ("https://pay.example", "http://pay.example", &[("web_address", "\"http://pay.example\"")]),
    ("basis_points = 1 }", "basis_points = 10001 }", &[("limit", "10001")]),
    ("files_most = 3", "files_most = 0", &[("limit", "0\nmedia")]),
    ("[\"text/plain\"]", "[\"text\"]", &[("media_type", "\"text\"")]),
    ("specific = \"s\" }", "specific = \"z\" }", &[("unknown_name", "\"z\"")]),
    ("specific = [{ id = \"s\", title = \"S\" }]", "specific = []", &[("unknown_name", "\"s\" }"), ("no_choice", "\"t\"\ntitle")]),
    // Linking.
    ("role_prefix = \"RoleFor\"", "role_prefix = \"a b\"", &[("role_prefix", "[linking]")]),
    ("[linking]", "[linking]\nregion = \"\"", &[("service", "[linking]")]),
    ("[linking]", "[linking]\noffer_actions = [\"all of them\"]", &[("offer_actions", "[linking]")]),
    ("[linking]", "[linking]\nportal = \"http://x\"", &[("portal", "[linking]")]),
    ("[linking]", "[linking]\nusers_most = 0", &[("limits", "[linking]")]),
];

/// The text from the place of a fault on.
fn at<'t>(text: &'t str, fault: &ProgramFault) -> &'t str {
    let line: usize = text.split_inclusive('\n').take(fault.line - 1).map(str::len).sum();
    let rest = &text[line..];
    let column = rest.char_indices().nth(fault.column - 1).map_or(rest.len(), |(at, _)| at);
    &rest[column..]
}

fn faults(text: &str) -> Vec<ProgramFault> {
    Program::parse(text).map_or_else(|faults| faults.0, |_| Vec::new())
}

/// Programmes that no row of text can show.
fn large() -> Vec<(String, &'static str)> {
    let many = |n: usize| (0..n).map(|n| format!("{{ id = \"p{n}\", title = \"P\" }}")).collect::<Vec<_>>().join(", ");
    let paths = |n| BASE.replace("{ id = \"down\", title = \"Down\" }", &many(n));
    let nested = |n: usize| format!("{BASE}\n[extra]\na = {}{}\n", "[".repeat(n), "]".repeat(n));
    vec![
        (BASE.to_owned(), ""),
        (paths(31), ""),
        (paths(32), "too_many"),
        (format!("{BASE}#{}", "x".repeat(1 << 20)), "too_long"),
        (nested(10), "syntax"),
        (nested(100_000), "syntax"),
        (format!("{BASE}\n{}", "[a.".repeat(100_000)), "syntax"),
        (BASE.replace("due_days = 14", &format!("due_days = {}", "9".repeat(100_000))), "syntax"),
        (format!("\u{feff}{BASE}"), ""),
        (BASE.replace('\n', "\r\n"), ""),
        (String::new(), "syntax"),
    ]
}

#[test]
fn every_fault_is_reported_where_it_is() {
    assert_eq!(faults(BASE), []);
    let mut wrong = Vec::new();
    for (from, to, expected) in ROWS {
        assert!(BASE.contains(from), "{from}");
        let text = BASE.replacen(from, to, 1);
        let found = faults(&text);
        let shown: Vec<_> = found.iter().map(|f| (f.code, at(&text, f).chars().take(40).collect::<String>())).collect();
        let same = found.len() == expected.len()
            && found.iter().zip(*expected).all(|(fault, (code, there))| {
                let whole = there.is_empty() && (fault.line, fault.column) == (1, 1);
                fault.code == *code && (whole || !there.is_empty() && at(&text, fault).starts_with(there))
            });
        if !same {
            wrong.push(format!("{from} -> {to}\n  expected {expected:?}\n  found    {shown:?}"));
        }
        assert!(found.iter().all(|fault| !fault.message.is_empty()));
        assert!(found.is_sorted_by_key(|fault| (fault.line, fault.column)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn size_and_depth_have_their_limits() {
    for (text, expected) in large() {
        let codes: Vec<&str> = faults(&text).iter().map(|fault| fault.code).collect();
        let shown: String = text.chars().skip(BASE.len()).take(30).collect();
        assert_eq!(codes.first().copied().unwrap_or_default(), expected, "{shown} {codes:?}");
    }
}

/// The codes that the sources of the programme report.
fn codes() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/program");
    let code = regex::Regex::new(r#"\.fault\([^"]*?"([a-z_]+)""#).unwrap();
    let mut codes = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let source = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        codes.extend(code.captures_iter(&source).map(|found| found[1].to_owned()));
    }
    codes
}

#[test]
fn every_code_has_a_row() {
    let of_rows = ROWS.iter().flat_map(|(_, _, faults)| faults.iter().map(|(code, _)| (*code).to_owned()));
    let of_large = large().into_iter().filter(|(_, code)| !code.is_empty()).map(|(_, code)| code.to_owned());
    let shown: BTreeSet<String> = of_rows.chain(of_large).collect();
    let known = codes();
    assert!(known.len() > 40, "the sources are read as they are written: {known:?}");
    assert_eq!(known, shown);
}
