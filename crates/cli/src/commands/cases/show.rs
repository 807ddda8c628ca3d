//! `guildhall cases show`: a case with its correspondence (SUPPORT-3).

use std::fmt::Write as _;

use guildhall_core::Id;
use guildhall_core::support::{Case, State, case as found};
use serde::Serialize;

use super::super::room::{Who, ask, missing};
use super::{author, case};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Table, escape};

#[derive(Serialize)]
struct Shown {
    id: Id,
    #[serde(flatten)]
    case: Case,
}

/// Prints a case.
pub(super) fn print(context: &Context<'_>, typed: &str) -> Result<Exit, Failure> {
    let (shown, authors) = ask(context, Who::Either, |asked| {
        let id = case(asked, typed)?;
        let state = asked.room::<State>();
        let case =
            found(&asked.setting(), &state, id)?.ok_or_else(|| missing("case_missing", "there is no such case"))?;
        let authors: Vec<String> = case.posts.iter().map(|post| author(asked.account, &post.by)).collect();
        Ok((Shown { id, case: case.clone() }, authors))
    })?;
    let Shown { id, case } = &shown;
    let status =
        case.closed_at.map_or_else(|| "open".to_owned(), |at| format!("closed {}", at.format("%Y-%m-%d %H:%M")));
    let topic = format!("{} / {} / {}", case.topic.case_type, case.topic.question, case.topic.specific);
    let mut text = format!("{}\n{topic}, {status}, {id}\n", escape(case.subject.as_str()));
    if case.cancellation {
        text.push_str("This case asks to leave the programme.\n");
    }
    let mut table = Table::new(&["at", "by", "text", "files"]);
    for (post, author) in case.posts.iter().zip(authors) {
        let at = post.at.format("%Y-%m-%d %H:%M").to_string();
        let _ = writeln!(text, "\n{at}  {}", escape(&author));
        post.text.as_str().lines().for_each(|line| {
            let _ = writeln!(text, "  {}", escape(line));
        });
        let files: Vec<String> =
            post.files.iter().map(|f| format!("{} ({} bytes): {}", f.name, f.bytes, f.id)).collect();
        files.iter().for_each(|file| {
            let _ = writeln!(text, "  [{}]", escape(file));
        });
        table.row([at, author, post.text.to_string(), files.join("; ")]);
    }
    context.out.answer(&text, &table, &shown)?;
    Ok(Exit::Done)
}
