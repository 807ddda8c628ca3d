//! Every key that templates and code name has words in every language, and every word is used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use guildhall_core::Program;

use crate::pages::locale::{Words, languages};

/// The files of a folder and those below it, but for tests, with their texts.
fn files(folder: &Path, extension: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path.file_name().unwrap() != "tests" {
                found.extend(files(&path, extension));
            }
        } else if path.extension().is_some_and(|e| e == extension) && !path.ends_with("tests.rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

fn texts(folder: &Path, extension: &str) -> Vec<String> {
    files(folder, extension).into_iter().map(|(_, text)| text).collect()
}

/// The texts of templates and code.
fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = texts(&root.join("templates"), "html");
    all.extend(texts(&root.join("src/pages"), "rs"));
    all
}

fn key(prefix: &str, code: &str) -> String {
    format!("{prefix}-{}", code.replace('_', "-"))
}

fn quotations(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).step_by(2)
}

/// The last argument of a call, or of the call that is its only argument; `call` begins behind the parenthesis.
fn last_argument(call: &str) -> &str {
    let (mut depth, mut begin) = (0_i32, None);
    for (at, c) in call.char_indices() {
        match c {
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' if depth == 0 => {
                let inner = || call[..at].split_once('(').map_or("", |(_, inner)| last_argument(inner));
                return begin.map_or_else(inner, |begin| &call[begin..at]);
            }
            ')' | '}' | ']' => depth -= 1,
            ',' if depth == 0 && call[at + 1..].trim_start().starts_with(|c: char| c != ')') => begin = Some(at + 1),
            _ => {}
        }
    }
    ""
}

/// Where a `code()` names faults of a field.
const CODES: &[&str] = &["identity/", "iam/", "account/refusal.rs", "text.rs"];
/// What no page shows: the faults of a programme's file, and of operators' accounts, which are made on the server.
const UNSHOWN: &[&str] = &["program/", "operators/"];

/// The keys of the core's faults of fields.
fn of_core() -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = BTreeSet::new();
    for (path, text) in files(&core(), "rs") {
        let place = path.strip_prefix(core()).unwrap().to_str().unwrap().to_owned();
        if UNSHOWN.iter().any(|folder| place.starts_with(folder)) {
            continue;
        }
        let pushed = text.split("faults.push(").skip(1).map(last_argument);
        keys.extend(pushed.flat_map(quotations).map(|code| key("fault", code)));
        if CODES.iter().any(|at| place.starts_with(at)) {
            let bodies = text.split("fn code(").skip(1).filter_map(|rest| rest.split("\n    }").next());
            keys.extend(bodies.flat_map(quotations).map(|code| key("fault", code)));
        }
    }
    assert!(keys.len() > 60 && keys.contains("fault-not-a-time"), "the scan finds the faults: {keys:?}");
    // Those of the adapter, and of what the core does not push at once.
    let own = ["wrong-code", "wrong-password", "too-many-tokens", "already-invited", "foreign-domain", "too-far"];
    let of_refusals = ["domain-taken", "domain-unchanged", "last-domain", "member-deactivated"];
    keys.extend(own.iter().chain(&of_refusals).map(|code| format!("fault-{code}")));
    keys
}

/// The keys that pages list themselves, and those of their rooms' refusals.
fn of_pages() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    keys.extend(crate::pages::operator::keys());
    keys.extend(crate::pages::pipeline::keys());
    keys.extend(crate::pages::company::keys());
    keys.extend(crate::pages::certifications::keys());
    keys.extend(crate::pages::fee::keys());
    keys.extend(crate::pages::support::keys());
    for page in [
        crate::pages::showcase::keys(),
        crate::pages::programs::keys(),
        crate::pages::badges::keys(),
        crate::pages::channel::keys(),
        crate::pages::partners::keys(),
    ] {
        keys.extend(page);
    }
    keys.extend(
        ["account", "tasks", "support", "profile", "certifications", "fee", "channel"]
            .iter()
            .flat_map(|room| refusals_of(room)),
    );
    keys
}

/// The keys that are put together while the portal runs, written out.
fn composed() -> BTreeSet<String> {
    let mut keys = of_core();
    keys.extend(of_pages());
    for code in [400, 401, 403, 404, 405, 409, 413, 415, 421, 422, 429, 500, 503] {
        keys.extend([format!("error-{code}-title"), format!("error-{code}-text")]);
    }
    for step in ["who", "lead", "code", "password", "information", "review"] {
        keys.insert(format!("step-{step}"));
    }
    for (name, steps) in crate::pages::help::WALKS {
        keys.extend([format!("walk-{name}-title"), format!("walk-{name}-text")]);
        keys.extend((1..=*steps).map(|n| format!("walk-{name}-{n}")));
    }
    for n in 1..=crate::pages::help::QUESTIONS {
        keys.extend([format!("question-{n}"), format!("answer-{n}")]);
    }
    for n in 1..=crate::pages::help::CLAUSES {
        keys.extend([format!("terms-{n}-title"), format!("terms-{n}-text")]);
    }
    for record in guildhall_core::search::RecordType::ALL {
        keys.insert(format!("search-type-{}", record.id().replace('_', "-")));
    }
    for list in ["news", "events", "resources", "walkthroughs"] {
        keys.extend([format!("{list}-title"), format!("{list}-lead")]);
    }
    keys.extend(of_content().iter().map(|kind| format!("content-{}", kind.replace('_', "-"))));
    for column in guildhall_core::tasks::Column::ALL {
        keys.insert(format!("tasks-by-{}", column.id().replace('_', "-")));
    }
    for total in ["open", "outstanding", "overdue"] {
        keys.insert(format!("tasks-total-{total}"));
    }
    for word in ["goal-onboarding", "goal-strategic", "required", "optional"] {
        keys.insert(format!("task-{word}"));
    }
    keys.extend(["language-name", "language-direction"].map(str::to_owned));
    for by in ["name", "roles", "status"] {
        keys.insert(format!("sort-{by}"));
    }
    for page in ["remove", "deactivate"] {
        keys.extend(["title", "text", "button"].map(|part| format!("{page}-{part}")));
    }
    for letter in [
        "invitation",
        "welcome",
        "lead-received",
        "lead-given",
        "lead-change-asked",
        "password-changed",
        "access-ended",
        "case-answered",
        "inquiry-answered",
        "promotion",
        "lead-shared",
        "opportunity-shared",
        "information-requested",
        "information-requested-with-comments",
    ] {
        keys.extend([format!("mail-{letter}-subject"), format!("mail-{letter}-text")]);
    }
    keys.extend(["questions-title", "questions-text"].map(str::to_owned));
    keys.extend(of_marketplace());
    keys.extend(of_trail());
    keys.extend(Program::guide().texts().into_iter().map(|(key, _)| format!("programme-{key}")));
    keys
}

/// The words of a room's refusals: its own, or the common ones where those say it.
fn refusals_of(room: &str) -> Vec<String> {
    let text = std::fs::read_to_string(core().join(room).join("refusal.rs")).unwrap();
    // A row of `refusals!`; other codes of the file have words of their own.
    let rows = text.lines().filter(|line| line.contains("Kind::")).filter_map(|line| line.split_once("=> \""));
    let codes = rows.filter_map(|(_, rest)| rest.split('"').next());
    let key = |code: &str| {
        let code = code.replace('_', "-");
        let own = format!("refusal-{room}-{code}");
        if Words::default().has(&own) { own } else { format!("refusal-{code}") }
    };
    codes.map(key).collect()
}

/// The keys of the marketplace's pages.
fn of_marketplace() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (begin, most) in [("marketplace-need", 3), ("prepare-policy", 5), ("allow-consequence", 3)] {
        keys.extend((1..=most).map(|n| format!("{begin}-{n}")));
    }
    for step in ["prepare", "account", "identity", "allow"] {
        keys.insert(format!("link-step-{step}"));
    }
    for document in &guildhall_core::iam::DOCUMENTS {
        keys.insert(format!("policy-{}", crate::pages::linking::kebab(document.name)));
    }
    for reading in ["practices", "managing", "managed", "trail", "integrations", "notifications", "regions", "identity"]
    {
        keys.insert(format!("reading-{reading}"));
    }
    for kind in guildhall_core::linking::SIGN_IN_KINDS {
        keys.insert(format!("link-sign-in-{}", kind.replace('_', "-")));
    }
    for code in [
        "not-twelve-digits",
        "not-an-arn",
        "bad-part",
        "wildcard",
        "not-a-role",
        "syntax",
        "duplicate-key",
        "too-deep",
        "too-long",
        "twice",
        "too-many",
        "unknown-managed-policy",
        "action-form",
        "key-form",
        "key-twice",
    ] {
        keys.insert(format!("fault-{code}"));
    }
    let refusals = std::fs::read_to_string(core().join("linking/refusal.rs")).unwrap();
    let codes = refusals.split("=> \"").skip(1).filter_map(|rest| rest.split('"').next());
    let own = codes.filter(|code| *code != "invalid_input");
    keys.extend(own.map(|code| format!("refusal-linking-{}", code.replace('_', "-"))));
    keys
}

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src")
}

/// The rooms of the core, with the names of their events.
fn rooms() -> BTreeMap<String, BTreeSet<String>> {
    let names = |text: &str, function: &str| -> Vec<String> {
        let bodies = text.split(function).skip(1).filter_map(|rest| rest.split("\n    }").next());
        let named = bodies.flat_map(|body| body.split("=> \"").skip(1).filter_map(|rest| rest.split('"').next()));
        named.map(str::to_owned).collect()
    };
    let mut rooms = BTreeMap::new();
    for (path, text) in files(&core(), "rs") {
        let Some((_, rest)) = text.split_once("const KIND: &'static str = \"") else { continue };
        let mut events: BTreeSet<String> = names(&text, "fn event_name(").into_iter().collect();
        if path.ends_with("mod.rs")
            && let Ok(beside) = std::fs::read_to_string(path.with_file_name("event.rs"))
        {
            events.extend(names(&beside, "fn name("));
        }
        rooms.insert(rest.split('"').next().unwrap().to_owned(), events);
    }
    let account = std::fs::read_to_string(core().join("account/event.rs")).unwrap();
    rooms.insert("account".to_owned(), names(&account, "fn name(").into_iter().collect());
    rooms
}

/// The words of the trail: every room and every event that happens there.
fn of_trail() -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = ["operators", "visitors"].map(|by| format!("trail-by-{by}")).into();
    for (room, events) in rooms() {
        let own = |event: &String| key(&format!("event-{room}"), event);
        keys.extend(events.iter().map(|e| if Words::default().has(&own(e)) { own(e) } else { key("event", e) }));
        keys.insert(key("room", &room));
    }
    keys
}

// Rules: TRAIL-1
#[test]
fn every_room_is_in_one_of_the_two_trails() {
    let listed = guildhall_core::trail::ROOMS.into_iter().chain(guildhall_core::trail::PROGRAMME_ROOMS);
    let listed: BTreeSet<String> = listed.map(str::to_owned).collect();
    let rooms = rooms();
    assert_eq!(listed, rooms.keys().cloned().collect());
    assert!(rooms.values().all(|events| !events.is_empty()), "the scan finds the events: {rooms:?}");
}

/// The words of the lists of content.
fn of_content() -> Vec<&'static str> {
    use guildhall_core::content::{ArticleKind, Delivery, EventKind, ResourceKind};
    let kinds = ArticleKind::ALL.iter().map(|k| k.id()).chain(EventKind::ALL.iter().map(|k| k.id()));
    let kinds = kinds.chain(Delivery::ALL.iter().map(|k| k.id())).chain(ResourceKind::ALL.iter().map(|k| k.id()));
    kinds.collect()
}

/// Every text in quotes that looks like a key.
fn quoted(texts: &[String]) -> BTreeSet<String> {
    let is_key = |text: &&str| {
        !text.is_empty()
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && text.starts_with(|c: char| c.is_ascii_lowercase())
    };
    texts.iter().flat_map(|text| text.split('"')).filter(is_key).map(str::to_owned).collect()
}

/// The keys in calls for words, as in `w.t("key")`.
fn called(texts: &[String]) -> BTreeSet<String> {
    let calls = [".t(\"", ".t1(\"", ".with(\"", "say(\"link"];
    let mut keys = BTreeSet::new();
    for text in texts {
        for call in calls {
            keys.extend(text.split(call).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
    }
    keys
}

/// The messages of a language, each with the names of the values in it.
fn messages(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let files_of_words = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(tag), "ftl");
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for text in files_of_words {
        let faultless = FluentResource::try_new(text.clone());
        assert!(faultless.is_ok(), "a file of words is broken: {:?}", faultless.err().map(|(_, faults)| faults));
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                key = line.split('=').next().unwrap().trim().to_owned();
                assert!(messages.insert(key.clone(), BTreeSet::new()).is_none(), "{key} is given twice in {tag}");
            }
            let name = |rest: &str| {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len());
                rest[..end].to_owned()
            };
            if let Some(values) = messages.get_mut(&key) {
                values.extend(line.split('$').skip(1).map(name));
            }
        }
    }
    messages
}

// Rules: HOME-9
#[test]
fn every_language_says_the_same_with_the_same_values() {
    let english = messages("en");
    assert!(english.len() > 400 && english["tasks-tick-one"].contains("title"), "the scan finds the messages");
    for language in languages() {
        let other = messages(language.tag);
        let lacks: Vec<&String> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        let alone: Vec<&String> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        let differs: Vec<_> = other.iter().filter(|(k, v)| english.get(*k).is_some_and(|e| e != *v)).collect();
        let tag = language.tag;
        assert!(lacks.is_empty() && alone.is_empty() && differs.is_empty(), "{tag}: {lacks:?} {alone:?} {differs:?}");
        assert!(["ltr", "rtl"].contains(&language.direction.as_str()) && !language.name.is_empty());
    }
    assert_eq!(languages().first().unwrap().tag, "en");
}

// Rules: HOME-9
#[test]
fn every_key_has_words_in_every_language() {
    let texts = sources();
    let mut keys = called(&texts);
    assert!(keys.len() > 200, "the scan finds the keys: {}", keys.len());
    keys.extend(composed());
    for language in languages() {
        let words = Words::of(language.tag).unwrap();
        let missing: Vec<&String> = keys.iter().filter(|key| !words.has(key)).collect();
        assert!(missing.is_empty(), "{} has no words for {missing:#?}", language.tag);
    }
}

#[test]
fn every_word_is_used() {
    let mut used = quoted(&sources());
    used.extend(composed());
    let unused: Vec<String> = messages("en").into_keys().filter(|key| !used.contains(key)).collect();
    assert!(unused.is_empty(), "nobody says {unused:#?}");
}

#[test]
fn a_missing_key_is_seen() {
    assert!(!Words::default().has("no-such-key"));
    assert_eq!(Words::default().t("no-such-key"), "\u{27e6}no-such-key\u{27e7}");
    assert!(Words::of("tlh").is_none());
}

// Rules: REG-16, PWD-3
#[test]
fn letters_with_codes_have_the_programmes_subject() {
    let program = Program::guide();
    let code = guildhall_core::identity::SecurityCode::from_entropy([1, 2, 3, 4, 5]);
    for purpose in [guildhall_core::identity::Purpose::Registration, guildhall_core::identity::Purpose::PasswordReset] {
        let (subject, text) = crate::pages::letters::code(Words::default(), program, purpose, &code);
        assert_eq!(subject, "AWS Partner Network Email Verification");
        assert!(text.contains(code.expose()) && text.contains("10 minutes"));
    }
    assert_eq!(program.mail().sender, "apn-no-reply@amazon.com");
}
