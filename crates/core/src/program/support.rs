//! Support as a programme lays it out: what cases are about, which files go with them, articles on common questions.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use toml::Spanned;

use super::build::Check;
use super::choice::{Choice, RawChoice, choices};

/// A type of case, which routes it (SUPPORT-4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseType {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
    /// The types of questions under it.
    pub questions: Vec<QuestionType>,
}

/// A type of question within a type of case (SUPPORT-5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionType {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
    /// The more specific values (SUPPORT-6).
    pub specifics: Vec<Choice>,
}

/// An article on a common question (SUPPORT-2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read first.
    pub title: String,
    /// The answer.
    pub text: String,
    /// The type of case that it is about; none for what belongs to no one of them.
    pub case_type: Option<String>,
}

/// The rules of support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportRules {
    /// What the support team is called (SUPPORT-11).
    pub title: String,
    /// The types of cases.
    pub case_types: Vec<CaseType>,
    /// The type of case and the specific value that together ask to leave the programme (SUPPORT-12).
    pub cancellation: Option<(String, String)>,
    /// The articles.
    pub articles: Vec<Article>,
    /// The media types that may be attached.
    pub media_types: Vec<String>,
    /// How large a file may be, in bytes.
    pub file_bytes_most: u64,
    /// How many files a message may carry.
    pub files_most: u32,
    /// How many messages a case may hold.
    pub posts_most: u32,
    /// How many cases of a company may be open.
    pub open_cases_most: u32,
}

impl SupportRules {
    /// The type of case called `name`.
    #[must_use]
    pub fn case_type(&self, name: &str) -> Option<&CaseType> {
        self.case_types.iter().find(|t| t.name == name)
    }

    /// The article called `name`.
    #[must_use]
    pub fn article(&self, name: &str) -> Option<&Article> {
        self.articles.iter().find(|article| article.name == name)
    }

    /// The titles of what a case is about, from the wide to the narrow; what the programme has no more is left out.
    #[must_use]
    pub fn titles(&self, [case_type, question, specific]: [&str; 3]) -> Vec<&str> {
        let found = self.case_type(case_type);
        let question = found.and_then(|t| t.questions.iter().find(|q| q.name == question));
        let specific = question.and_then(|q| q.specifics.iter().find(|s| s.name == specific));
        let titles = [found.map(|t| &t.title), question.map(|q| &q.title), specific.map(|s| &s.title)];
        titles.into_iter().flatten().map(String::as_str).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawSupport {
    title: String,
    file_bytes_most: Spanned<u64>,
    files_most: Spanned<u32>,
    posts_most: Spanned<u32>,
    open_cases_most: Spanned<u32>,
    media_types: Vec<Spanned<String>>,
    cancellation: Option<RawCancellation>,
    case_type: Vec<RawCaseType>,
    article: Vec<RawArticle>,
}

impl Default for RawSupport {
    fn default() -> Self {
        Self {
            title: "Partner Support".into(),
            file_bytes_most: Spanned::new(0..0, 10 << 20),
            files_most: Spanned::new(0..0, 100),
            posts_most: Spanned::new(0..0, 500),
            open_cases_most: Spanned::new(0..0, 500),
            media_types: Vec::new(),
            cancellation: None,
            case_type: Vec::new(),
            article: Vec::new(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCancellation {
    case_type: Spanned<String>,
    specific: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCaseType {
    id: Spanned<String>,
    title: String,
    question: Vec<RawQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    id: Spanned<String>,
    title: String,
    specific: Vec<RawChoice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawArticle {
    id: Spanned<String>,
    title: String,
    text: String,
    case_type: Option<Spanned<String>>,
}

pub(super) fn build(raw: RawSupport, check: &mut Check<'_>) -> SupportRules {
    if !(1..=1 << 30).contains(raw.file_bytes_most.get_ref()) {
        check.fault(raw.file_bytes_most.span(), "limit", "support.file_bytes_most is a number from 1 to 2^30");
    }
    for (name, most) in
        [("files_most", &raw.files_most), ("posts_most", &raw.posts_most), ("open_cases_most", &raw.open_cases_most)]
    {
        if !(1..=10_000).contains(most.get_ref()) {
            check.fault(most.span(), "limit", format!("support.{name} is a number from 1 to 10000"));
        }
    }
    for media_type in &raw.media_types {
        if !is_media_type(media_type.get_ref()) {
            let message = format!("{:?} is not a media type in lower case", media_type.get_ref());
            check.fault(media_type.span(), "media_type", message);
        }
    }
    check.ids("type of case", 100, raw.case_type.iter().map(|t| &t.id));
    check.ids("article", 1000, raw.article.iter().map(|a| &a.id));
    let case_types: Vec<CaseType> = raw.case_type.into_iter().map(|row| case_type(row, check)).collect();
    for case_type in raw.article.iter().filter_map(|a| a.case_type.as_ref()) {
        if !case_types.iter().any(|t| t.name == *case_type.get_ref()) {
            check.fault(case_type.span(), "unknown_name", "the programme has no such type of case");
        }
    }
    let article = |a: RawArticle| Article {
        name: a.id.into_inner(),
        title: a.title,
        text: a.text,
        case_type: a.case_type.map(Spanned::into_inner),
    };
    SupportRules {
        title: raw.title,
        cancellation: raw.cancellation.and_then(|c| cancellation(c, &case_types, check)),
        case_types,
        articles: raw.article.into_iter().map(article).collect(),
        media_types: raw.media_types.into_iter().map(Spanned::into_inner).collect(),
        file_bytes_most: *raw.file_bytes_most.get_ref(),
        files_most: *raw.files_most.get_ref(),
        posts_most: *raw.posts_most.get_ref(),
        open_cases_most: *raw.open_cases_most.get_ref(),
    }
}

fn is_media_type(text: &str) -> bool {
    let token = |t: &str| {
        !t.is_empty() && t.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"+-.".contains(&b))
    };
    text.split_once('/').is_some_and(|(kind, of)| token(kind) && token(of))
}

/// A case cannot be described by a type without questions, nor a question without specific values.
fn case_type(row: RawCaseType, check: &mut Check<'_>) -> CaseType {
    check.ids("type of question", 100, row.question.iter().map(|q| &q.id));
    if row.question.is_empty() || row.question.iter().any(|q| q.specific.is_empty()) {
        check.fault(row.id.span(), "no_choice", "a type of case has questions, and each has specific values");
    }
    let questions = row.question.into_iter().map(|q| QuestionType {
        name: q.id.into_inner(),
        title: q.title,
        specifics: choices("specific value", q.specific, check),
    });
    let questions = questions.collect();
    CaseType { name: row.id.into_inner(), title: row.title, questions }
}

fn cancellation(raw: RawCancellation, types: &[CaseType], check: &mut Check<'_>) -> Option<(String, String)> {
    let named = types.iter().find(|t| t.name == *raw.case_type.get_ref());
    if named.is_none() {
        check.fault(raw.case_type.span(), "unknown_name", "the programme has no such type of case");
    }
    let specifics = || named.into_iter().flat_map(|t| &t.questions).flat_map(|q| &q.specifics);
    if !specifics().any(|s| s.name == *raw.specific.get_ref()) {
        check.fault(raw.specific.span(), "unknown_name", "the type of case has no such specific value");
        return None;
    }
    Some((raw.case_type.into_inner(), raw.specific.into_inner()))
}
