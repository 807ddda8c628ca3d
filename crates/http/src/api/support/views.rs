//! Support as the API shows it.

use chrono::{DateTime, Utc};
use guildhall_core::program::{Article, CaseType, Choice, QuestionType};
use guildhall_core::support::{self, Author, Case, Desk};
use guildhall_core::{Id, Program};
use serde::Serialize;
use utoipa::ToSchema;

/// The support page of the caller.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DeskView {
    /// What a case can be about.
    case_types: Vec<CaseTypeView>,
    /// The open cases that the caller sees, the last written in first.
    open: Vec<CaseBrief>,
    /// The closed ones, the last closed first.
    previous: Vec<CaseBrief>,
    /// Articles on common questions.
    articles: Vec<ArticleView>,
    /// What files may go with a message.
    files: FileRules,
}

/// A type of case.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CaseTypeView {
    /// Its id.
    id: String,
    /// What people read.
    title: String,
    /// The types of questions under it.
    questions: Vec<QuestionView>,
}

/// A type of question.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct QuestionView {
    /// Its id.
    id: String,
    /// What people read.
    title: String,
    /// The more specific values.
    specifics: Vec<ChoiceView>,
}

/// A value to choose.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseChoice)]
pub(super) struct ChoiceView {
    /// Its id.
    id: String,
    /// What people read.
    title: String,
}

/// An article.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ArticleView {
    /// Its id.
    id: String,
    /// What people read first.
    title: String,
    /// The answer.
    text: String,
    /// The id of the type of case that it is about; absent for what belongs to no one of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    case_type: Option<String>,
}

/// What files may go with a message.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FileRules {
    /// How many.
    files_most: u32,
    /// How large each may be.
    file_bytes_most: u64,
    /// Of which media types.
    media_types: Vec<String>,
}

/// A case in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct CaseBrief {
    /// Its id.
    id: String,
    /// Its subject.
    subject: String,
    /// The id of the person who opened it.
    by: String,
    /// Whether it asks to leave the programme.
    cancellation: bool,
    /// When it was opened.
    opened_at: Option<DateTime<Utc>>,
    /// When it was closed; absent while it is open.
    closed_at: Option<DateTime<Utc>>,
    /// How many messages it has.
    messages: usize,
}

/// A page of cases.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CaseList {
    /// In their order.
    pub(super) cases: Vec<CaseBrief>,
    /// Where to go on; `null` on the last page.
    pub(super) next_cursor: Option<String>,
}

/// A case with its correspondence.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct CaseView {
    /// Its id.
    id: String,
    /// Its subject.
    subject: String,
    /// The id of the person who opened it.
    by: String,
    /// Whether it asks to leave the programme.
    cancellation: bool,
    /// When it was opened.
    opened_at: Option<DateTime<Utc>>,
    /// When it was closed; absent while it is open.
    closed_at: Option<DateTime<Utc>>,
    /// What it is about.
    topic: TopicView,
    /// The correspondence, oldest first; the first message is the description.
    messages: Vec<MessageView>,
}

/// What a case is about, by ids of the programme.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct TopicView {
    /// The type of the case.
    case_type: String,
    /// The type of the question.
    question: String,
    /// The specific value.
    specific: String,
}

/// A message of a case.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct MessageView {
    /// Who wrote it.
    by: AuthorView,
    /// When.
    at: DateTime<Utc>,
    /// What.
    text: String,
    /// The files with it.
    files: Vec<FileView>,
}

/// Who wrote a message: a person of the company, or support.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct AuthorView {
    /// The person's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<String>,
    /// Whether it was support.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    support: bool,
}

/// A file of a message.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct FileView {
    /// Its id.
    id: String,
    /// Its name.
    name: String,
    /// Its size.
    bytes: u64,
    /// Its media type.
    media_type: String,
}

impl DeskView {
    pub(super) fn new(program: &Program, desk: &Desk<'_>) -> Self {
        let rules = program.support();
        let cases = |cases: &[(Id, &Case)]| cases.iter().map(|(id, case)| CaseBrief::new(*id, case)).collect();
        let choice = |c: &Choice| ChoiceView { id: c.name.clone(), title: c.title.clone() };
        let question = |q: &QuestionType| QuestionView {
            id: q.name.clone(),
            title: q.title.clone(),
            specifics: q.specifics.iter().map(choice).collect(),
        };
        let case_type = |t: &CaseType| CaseTypeView {
            id: t.name.clone(),
            title: t.title.clone(),
            questions: t.questions.iter().map(question).collect(),
        };
        let article = |a: &Article| ArticleView {
            id: a.name.clone(),
            title: a.title.clone(),
            text: a.text.clone(),
            case_type: a.case_type.clone(),
        };
        Self {
            case_types: desk.case_types.iter().map(case_type).collect(),
            open: cases(&desk.open),
            previous: cases(&desk.previous),
            articles: desk.articles.iter().map(article).collect(),
            files: FileRules {
                files_most: rules.files_most,
                file_bytes_most: rules.file_bytes_most,
                media_types: rules.media_types.clone(),
            },
        }
    }
}

impl CaseBrief {
    pub(super) fn new(id: Id, case: &Case) -> Self {
        Self {
            id: id.to_string(),
            subject: case.subject.to_string(),
            by: case.by.to_string(),
            cancellation: case.cancellation,
            opened_at: case.posts.first().map(|p| p.at),
            closed_at: case.closed_at,
            messages: case.posts.len(),
        }
    }
}

impl CaseView {
    pub(in crate::api) fn new(id: Id, case: &Case) -> Self {
        let topic = TopicView {
            case_type: case.topic.case_type.clone(),
            question: case.topic.question.clone(),
            specific: case.topic.specific.clone(),
        };
        Self {
            id: id.to_string(),
            subject: case.subject.to_string(),
            by: case.by.to_string(),
            cancellation: case.cancellation,
            opened_at: case.posts.first().map(|p| p.at),
            closed_at: case.closed_at,
            topic,
            messages: case.posts.iter().map(MessageView::from).collect(),
        }
    }
}

impl From<&support::Post> for MessageView {
    fn from(post: &support::Post) -> Self {
        let by = match &post.by {
            Author::Member(id) => AuthorView { member: Some(id.to_string()), support: false },
            Author::Operator(_) => AuthorView { member: None, support: true },
        };
        let files = post.files.iter().map(FileView::from).collect();
        Self { by, at: post.at, text: post.text.to_string(), files }
    }
}

impl From<&support::File> for FileView {
    fn from(file: &support::File) -> Self {
        Self {
            id: file.id.to_string(),
            name: file.name.to_string(),
            bytes: file.bytes,
            media_type: file.media_type.clone(),
        }
    }
}

impl From<&support::FileInput> for FileView {
    fn from(file: &support::FileInput) -> Self {
        Self {
            id: file.id.to_string(),
            name: file.name.clone(),
            bytes: file.bytes,
            media_type: file.media_type.clone(),
        }
    }
}
