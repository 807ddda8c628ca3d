//! The languages: their files say the same, their plurals fit, the programme is in all of them, and whoever chose one reads
//! and gets it.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;
use fluent_syntax::ast;
use guildhall_core::Program;
use intl_pluralrules::{PluralRuleType, PluralRules};

use super::*;
use crate::pages::locale::{Words, languages};

/// The words that name a number's sort.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
/// Where the English texts of the programme are.
const PROGRAMME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/locales/en/programme.ftl");

/// A choice among variants: what it looks at, and its variants.
type Choice = (String, BTreeSet<String>);

fn resources(tag: &str) -> Vec<FluentResource> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(tag);
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.map(|path| FluentResource::try_new(std::fs::read_to_string(path).unwrap()).unwrap()).collect()
}

fn choices_of(pattern: &ast::Pattern<&str>, into: &mut Vec<Choice>) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression: ast::Expression::Select { selector, variants } } = element
        else {
            continue;
        };
        let ast::InlineExpression::VariableReference { id } = selector else { panic!("a choice looks at a value") };
        let key = |variant: &ast::Variant<&str>| match variant.key {
            ast::VariantKey::Identifier { name } => name.to_owned(),
            ast::VariantKey::NumberLiteral { value } => value.to_owned(),
        };
        let default = variants.iter().find(|variant| variant.default).map(key);
        let keys: BTreeSet<String> = variants.iter().map(key).collect();
        assert_eq!(keys.len(), variants.len(), "a variant is given twice: {keys:?}");
        if keys.iter().any(|key| CATEGORIES.contains(&key.as_str())) {
            assert_eq!(default.as_deref(), Some("other"), "{keys:?}");
        }
        into.push((id.name.to_owned(), keys));
        variants.iter().for_each(|variant| choices_of(&variant.value, into));
    }
}

/// The choices of each message that has any.
fn choices(tag: &str) -> BTreeMap<String, Vec<Choice>> {
    let mut found = BTreeMap::new();
    for resource in resources(tag) {
        for entry in resource.entries() {
            let ast::Entry::Message(message) = entry else {
                assert!(matches!(entry, ast::Entry::Comment(_)), "{tag}: only messages and their comments: {entry:?}");
                continue;
            };
            let key = message.id.name.to_owned();
            assert!(message.attributes.is_empty(), "{tag} {key}: a part of a message that nobody asks for");
            let pattern = message.value.as_ref().unwrap_or_else(|| panic!("{tag} {key} says nothing"));
            let mut own = Vec::new();
            choices_of(pattern, &mut own);
            if !own.is_empty() {
                found.insert(key, own);
            }
        }
    }
    found
}

/// The sorts of whole numbers that a language knows: of small ones, which all need their words, and of any.
fn sorts(tag: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let rules =
        PluralRules::create(tag.parse::<unic_langid::LanguageIdentifier>().unwrap(), PluralRuleType::CARDINAL).unwrap();
    let sort = |n: u32| format!("{:?}", rules.select(n).unwrap()).to_lowercase();
    let small: BTreeSet<String> = (0..=200).map(sort).collect();
    let any = small.iter().cloned().chain([1_000, 100_000, 1_000_000, 5_000_000].map(sort));
    (small.clone(), any.chain(["other".to_owned()]).collect())
}

// Rules: HOME-9
#[test]
fn plurals_are_those_of_the_language() {
    let english = choices("en");
    assert!(english.len() > 20, "the scan finds the choices");
    for language in languages() {
        let tag = language.tag;
        let (small, any) = sorts(tag);
        for (key, found) in choices(tag) {
            let expected = english.get(&key).unwrap_or_else(|| panic!("{tag} {key} chooses where English does not"));
            let looks_at =
                |choices: &[Choice]| -> BTreeSet<String> { choices.iter().map(|(by, _)| by.clone()).collect() };
            assert_eq!(looks_at(&found), looks_at(expected), "{tag} {key}");
            for (by, variants) in &found {
                let is_number = |key: &String| key.parse::<u32>().is_ok();
                let plural: BTreeSet<String> = variants.iter().filter(|key| !is_number(key)).cloned().collect();
                assert!(plural.is_subset(&any), "{tag} {key}: {by} is never one of {plural:?}");
                let told = |sort: &&String| !plural.contains(*sort);
                // A number of its own stands for a sort that has no other.
                let lacks: Vec<&String> =
                    small.iter().filter(told).filter(|_| !variants.iter().any(is_number)).collect();
                assert!(lacks.is_empty(), "{tag} {key}: no words for {lacks:?}");
            }
        }
    }
    assert_eq!(sorts("ar").0.len(), 6);
    assert_eq!(sorts("ja").0, BTreeSet::from(["other".to_owned()]));
}

// Rules: HOME-9
#[test]
fn the_texts_of_the_programme_are_those_of_the_guide() {
    let now = std::fs::read_to_string(PROGRAMME).unwrap();
    let head: String = now.lines().take_while(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    let texts = Program::guide().texts();
    for (key, text) in &texts {
        let plain = !text.contains(['{', '}', '\n', '"']) && !text.starts_with(['[', '*', '.', ' ']);
        assert!(plain, "{key}: write it so that it needs no quoting: {text}");
    }
    let lines: String = texts.iter().map(|(key, text)| format!("programme-{key} = {text}\n")).collect();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(PROGRAMME, format!("{head}{lines}")).unwrap();
        return;
    }
    let now: String = now.lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    assert!(now == lines, "the guide's texts changed: `cargo xtask golden`, then the words of every language");
}

// Rules: HOME-9
#[test]
fn every_text_of_the_guide_is_said_in_every_language() {
    // Names of products and letters that mean the same everywhere may stay as they are; whole sentences may not.
    for language in languages().iter().skip(1) {
        let w = Words::of(language.tag).unwrap();
        let spoken: BTreeMap<String, String> = w.program(Program::guide()).texts().into_iter().collect();
        for (key, text) in Program::guide().texts() {
            assert!(w.has(&format!("programme-{key}")), "{} {key}", language.tag);
            let is_sentence = text.ends_with(['.', '?']) && text.split(' ').count() > 4;
            assert!(!is_sentence || spoken.get(&key) != Some(&text), "{} {key} is English: {text}", language.tag);
        }
    }
}

impl Browser {
    /// Opens a page with these wishes for a language.
    async fn get_wishing(&mut self, path: &str, wishes: &str) {
        self.send(Request::get(path).header("accept-language", wishes), Body::empty()).await;
    }

    /// The language of the page, as it says itself.
    #[track_caller]
    fn reads(&self, tag: &str) {
        let direction = Words::of(tag).unwrap().direction();
        self.shows(&format!("<html lang=\"{tag}\" dir=\"{direction}\">"));
        assert_eq!(self.headers["content-language"], tag);
    }
}

// Rules: HOME-9, C-069
#[tokio::test]
async fn a_visitor_reads_the_best_of_their_browsers_wishes_until_they_choose() {
    let world = World::demo().await;
    let mut b = world.browser();
    for (wishes, expected) in [
        ("ja", "ja"),
        ("ar-EG, en;q=0.5", "ar"),
        ("fr, de-CH;q=0.9, en;q=0.8", "de"),
        ("es-MX,es;q=0.9", "es"),
        ("fr", "en"),
        ("", "en"),
    ] {
        b.get_wishing("/", wishes).await;
        b.reads(expected);
        assert_eq!(b.headers["vary"].to_str().unwrap().to_lowercase(), "accept-language, cookie");
        // A page of the portal's own fault is in the language too.
        b.get_wishing("/nothing", wishes).await;
        assert_eq!(b.status, 404);
        b.reads(expected);
    }
    b.get_wishing("/join", "ja").await;
    b.post("/language", &[("language", "de"), ("next", "/join")]).await;
    b.reads("de");
    b.get_wishing("/join", "ja").await;
    b.reads("de");
    assert_eq!(Words::of("ar").unwrap().direction(), "rtl");
}

// Rules: HOME-9, C-069
#[tokio::test]
async fn who_chose_a_language_reads_it_in_every_browser() {
    let world = World::demo().await;
    let mut b = world.signed_in("user@larkspur.example").await;
    b.shows("lang=\"ar\"><span class=\"item-title\">العربية</span>");
    b.post("/language", &[("language", "ar"), ("next", "/")]).await;
    b.reads("ar");
    let w = Words::of("ar").unwrap();
    b.shows(&w.t1("language-chosen", "language", "العربية"));
    b.shows(&w.said("section", "Learn"));
    b.hides(">Learn<");
    let mut elsewhere = world.browser();
    elsewhere.get_wishing("/", "de").await;
    let (email, password) = ("user@larkspur.example", crate::demo::PASSWORD);
    elsewhere.post("/sign-in", &[("email", email), ("password", password)]).await;
    elsewhere.get_wishing("/", "de").await;
    elsewhere.reads("ar");
    // Others of the company read their own.
    let other = world.signed_in("team@larkspur.example").await;
    other.reads("en");
}

// Rules: HOME-9, C-069
#[tokio::test]
async fn mail_is_in_the_language_of_who_gets_it() {
    let world = World::demo().await;
    let mut lead = world.signed_in("lead@larkspur.example").await;
    lead.post("/language", &[("language", "ja"), ("next", "/")]).await;
    let mut user = world.signed_in("user@larkspur.example").await;
    user.post("/language", &[("language", "de"), ("next", "/")]).await;
    lead.get("/company/users").await;
    let member = lead.member("user@larkspur.example").await;
    lead.post("/company/users/deactivate", &[("member", &member)]).await;
    let mail = world.mail_to("user@larkspur.example").await.unwrap();
    let (de, ja) = (Words::of("de").unwrap(), Words::of("ja").unwrap());
    let subject = |w: Words| w.with("mail-access-ended-subject", &mail_values(&world)).into_owned();
    assert_eq!(mail.subject, subject(de));
    assert_ne!(subject(de), subject(ja));
    // A code goes to whoever fills in the form, in the language of the form.
    let mut visitor = world.browser();
    visitor.get_wishing("/register", "ar").await;
    visitor.post("/language", &[("language", "ar"), ("next", "/register")]).await;
    visitor.post("/register", &[("name", "Sami Nour"), ("email", "sami@oasis.example")]).await;
    visitor.post("/register/lead", &[("answer", "yes")]).await;
    let mail = world.mail_to("sami@oasis.example").await.unwrap();
    assert!(mail.body_text.chars().filter(|c| ('\u{600}'..'\u{700}').contains(c)).count() > 50, "{}", mail.body_text);
}

// Rules: HOME-9, C-069
#[tokio::test]
async fn who_registers_in_a_language_goes_on_in_it() {
    let world = World::new().await;
    let ja = Words::of("ja").unwrap();
    let mut visitor = world.browser();
    visitor.get("/register").await;
    visitor.post("/language", &[("language", "ja"), ("next", "/register")]).await;
    visitor.post("/register", &[("name", "Hana Mori"), ("email", "hana@acme.example")]).await;
    visitor.post("/register/lead", &[("answer", "yes")]).await;
    let code = world.code_for("hana@acme.example").await;
    visitor.post("/register/code", &[("code", &code)]).await;
    visitor.shows(&ja.t("captcha-widget-label"));
    visitor.post("/register/password", &[("password", PASSWORD), ("altcha", &world.captcha())]).await;
    visitor.post("/register/information", COMPANY).await;
    visitor.post("/register/review", &[]).await;
    assert_eq!((visitor.status, visitor.path.as_str()), (StatusCode::OK, "/"), "{}", visitor.body);
    let mail = world.mail_to("hana@acme.example").await.unwrap();
    assert_eq!(mail.template, "welcome");
    let values = [("name", "Hana Mori"), ("company", "Acme"), ("programme", "AWS Partner Central")];
    assert_eq!(mail.subject, ja.with("mail-welcome-subject", &values));
    // Another browser knows nothing of the choice but by the account.
    let mut elsewhere = world.browser();
    elsewhere.sign_in("hana@acme.example", PASSWORD).await;
    elsewhere.reads("ja");
}

/// What every mail may name.
fn mail_values(world: &World) -> [(&'static str, &'static str); 2] {
    assert_eq!(world.app.portal.program().title(), "AWS Partner Central");
    [("programme", "AWS Partner Central"), ("company", "Larkspur Software")]
}

// Rules: HOME-9
#[tokio::test]
async fn an_invitation_names_the_roles_in_the_language_of_the_programme() {
    let de = Words::of("de").unwrap();
    assert_ne!(de.said("role", "Alliance team"), "Alliance team");
    let chosen = [("role", "Alliance team"), ("task", "Submit a case study"), ("program", "Competency Program")];
    for (kind, text) in chosen {
        for language in languages().iter().skip(1) {
            let said = Words::of(language.tag).unwrap().said(kind, text).into_owned();
            assert!(!said.is_empty() && (said != text || kind == "program"), "{} {text}", language.tag);
        }
    }
}
