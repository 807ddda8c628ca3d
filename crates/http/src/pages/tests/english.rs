//! No English is left on the pages of a language with another script: what letters of the Latin script a page shows are
//! names, codes, addresses, and what people of the demo wrote.

use std::collections::{BTreeSet, VecDeque};

use guildhall_core::Program;

use super::*;
use crate::pages::locale::Words;

/// Names and codes that stay as they are in every language.
const NAMES: &[&str] =
    &["Guildhall", "AWS", "APN", "ACE", "IAM", "CRM", "ARN", "CSV", "JSON", "UTC", "API", "URL", "SVG", "PDF", "USD"];

/// Whole texts that are names of the cloud vendor's places, of others' products, or words on a badge.
const WHOLE: &[&str] = &[
    "AWS Educate Job Board",
    "AWS Marketplace",
    "AWS Marketplace · Guildhall",
    "AWS Partner Funding Portal",
    "APN Marketing Toolkit",
    "APN Support",
    "APN Support · Guildhall",
    "Validated: Software",
    "VMware",
    "IoT",
    "Navigate",
];
/// Pages of English by decision: the description of the API, and the demo's mails to others.
const ENGLISH_PAGES: &[&str] = &["/api/docs", "/operator/api", "/mailbox"];
/// Pages that show values as the log has them, and images whose texts are the same everywhere.
const OF_DATA: &[&str] = &["/trail", "/badges"];

/// Pages of which every person sees some; the others are found by following links.
const PAGES_MOST: usize = 160;

/// Everything that the demo's people wrote, and the names of the programme's that are not translated, the longest first.
fn data() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut texts = vec![std::fs::read_to_string(root.join("demo.rs")).unwrap()];
    for entry in std::fs::read_dir(root.join("demo")).unwrap() {
        texts.push(std::fs::read_to_string(entry.unwrap().path()).unwrap());
    }
    let mut data: BTreeSet<String> = BTreeSet::new();
    for text in &texts {
        // Quoted text, with the escapes of source code.
        let text = text.replace("\\\"", "\u{0}");
        for quoted in text.split('"').skip(1).step_by(2) {
            let whole = quoted.replace('\u{0}', "\"").replace("\\n", "\n").replace("\\\n", "");
            let pieces =
                whole.split(['\n', '{', '}']).map(|piece| piece.split_whitespace().collect::<Vec<_>>().join(" "));
            data.extend(pieces.filter(|piece| piece.len() > 1));
        }
    }
    let program = Program::guide();
    data.extend(program.certifications().types.iter().map(|row| row.title.clone()));
    data.extend(program.fee().taxes.iter().flat_map(|row| [row.country.clone(), row.title.clone()]));
    data.extend(program.items().iter().flat_map(|row| row.aliases.clone()));
    data.extend(program.languages().iter().map(|row| row.title.clone()));
    for list in guildhall_core::program::Picklist::ALL {
        data.extend(
            program
                .pipeline()
                .values(*list)
                .iter()
                .filter(|v| Words::of("ja").unwrap().said(&list.kind(), v) == **v)
                .cloned(),
        );
    }
    data.extend([
        program.title().to_owned(),
        program.mail().sender.clone(),
        program.limits().confirmation_word.clone(),
    ]);
    let mut data: Vec<String> = data.into_iter().collect();
    data.sort_by_key(|text| std::cmp::Reverse(text.len()));
    data
}

fn unescaped(text: &str) -> String {
    [
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (code, plain)| text.replace(code, plain))
}

/// What a page says: its text, and the attributes that are read out or shown. Code is no text, and what is marked as not to
/// be translated is data.
fn said(html: &str) -> Vec<String> {
    const SILENT: [&str; 5] = ["script", "style", "code", "pre", "textarea"];
    const READ: [&str; 6] = ["title", "aria-label", "placeholder", "alt", "data-label", "data-copied"];
    let (mut said, mut silent_until) = (Vec::new(), "");
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.trim_start_matches('/').split(|c: char| c.is_whitespace() || c == '/').next().unwrap();
        if silent_until.is_empty() {
            for attribute in READ {
                if let Some((_, rest)) = tag.split_once(&format!(" {attribute}=\"")) {
                    said.push(unescaped(rest.split('"').next().unwrap()));
                }
            }
            if !tag.starts_with('/') && (SILENT.contains(&name) || tag.contains("translate=\"no\"")) {
                silent_until = name;
            }
        } else if tag.starts_with('/') && name == silent_until {
            silent_until = "";
        }
        if silent_until.is_empty() && !text.trim().is_empty() {
            said.push(unescaped(text.trim()));
        }
    }
    said
}

/// The words of the Latin script in a text that are neither data nor names nor codes.
fn english(text: &str, data: &[String]) -> Vec<String> {
    // A sentence of the other script may name something; an event in the trail shows its documents as they are, and
    // a customer has a web address.
    let other_script = |c: char| c.is_alphabetic() && !c.is_ascii();
    if text.contains(other_script) || text.starts_with('{') || text.ends_with(".example") || WHOLE.contains(&text) {
        return Vec::new();
    }
    let mut rest = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for known in data.iter().filter(|known| known.len() > 3) {
        if rest.contains(known.as_str()) {
            rest = rest.replace(known.as_str(), " ");
        }
    }
    let is_code = |word: &&str| {
        word.contains(['@', '/', '_', ':', '.', '=']) || word.chars().any(|c| c.is_ascii_digit()) || word.contains('*')
    };
    let words = rest.split(|c: char| c.is_whitespace() || "()[]“”\"'’,;·|–".contains(c)).filter(|word| !is_code(word));
    let latin = words.flat_map(|word| word.split(|c: char| !c.is_ascii_alphabetic())).filter(|word| word.len() > 2);
    latin.filter(|word| !NAMES.contains(word) && data.iter().all(|known| known != word)).map(str::to_owned).collect()
}

/// The addresses of pages that a page links to.
fn links(html: &str) -> Vec<String> {
    let links = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(unescaped);
    links.filter(|href| href.starts_with('/') && !href.contains("/assets") && !href.starts_with("//")).collect()
}

/// An address without what differs between pages of one kind, so that each kind is looked at twice at most.
fn kind_of(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let is_id = |part: &&str| part.len() == 32 && part.chars().all(|c| c.is_ascii_hexdigit());
    let parts: Vec<&str> = path.split('/').map(|part| if is_id(&part) { "{id}" } else { part }).collect();
    let names: BTreeSet<&str> = query.split('&').filter_map(|field| field.split('=').next()).collect();
    format!("{}?{}", parts.join("/"), names.into_iter().collect::<Vec<_>>().join("&"))
}

/// Follows every link, and gives what is in English, with where it was seen first.
async fn crawl(browser: &mut Browser, start: &[&str], data: &[String], found: &mut BTreeMap<String, String>) -> usize {
    let mut queue: VecDeque<String> = start.iter().map(|path| (*path).to_owned()).collect();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut pages = 0;
    while let Some(path) = queue.pop_front() {
        let times = seen.entry(kind_of(&path)).or_default();
        *times += 1;
        let place = path.split('?').next().unwrap_or_default();
        if ENGLISH_PAGES.iter().any(|page| place.starts_with(page)) || OF_DATA.iter().any(|end| place.ends_with(end)) {
            continue;
        }
        if *times > 2 || pages >= PAGES_MOST {
            continue;
        }
        browser.send(Request::get(&path), Body::empty()).await;
        let is_page =
            browser.headers.get("content-type").is_some_and(|kind| kind.to_str().unwrap().starts_with("text/html"));
        if !is_page {
            continue;
        }
        pages += 1;
        for text in said(&browser.body) {
            for word in english(&text, data) {
                found.entry(format!("{word}: {text}")).or_insert_with(|| path.clone());
            }
        }
        queue.extend(links(&browser.body));
    }
    pages
}

// Rules: HOME-9
#[tokio::test]
async fn pages_of_another_script_hold_no_english() {
    let world = World::demo().await;
    let data = data();
    let mut found = BTreeMap::new();
    for tag in ["ja", "ar"] {
        let mut pages = 0;
        for email in ["lead@larkspur.example", "channel@millrace.example", "technical@larkspur.example"] {
            let mut b = world.signed_in(email).await;
            b.post("/language", &[("language", tag), ("next", "/")]).await;
            pages += crawl(&mut b, &["/"], &data, &mut found).await;
            b.get("/").await;
            b.post("/language", &[("language", "en"), ("next", "/")]).await;
        }
        let mut operator = world.operator().await;
        operator.post("/language", &[("language", tag), ("next", "/operator/companies")]).await;
        pages += crawl(&mut operator, &["/operator/companies"], &data, &mut found).await;
        let mut visitor = world.browser();
        visitor.get("/").await;
        visitor.post("/language", &[("language", tag), ("next", "/")]).await;
        pages += crawl(&mut visitor, &["/", "/nothing"], &data, &mut found).await;
        assert!(pages > 200, "{tag}: the links lead to the pages: {pages}");
    }
    let found: Vec<String> = found.into_iter().map(|(text, path)| format!("{path}  {text}")).collect();
    assert!(found.is_empty(), "{} texts are in English:\n{}", found.len(), found.join("\n"));
}
