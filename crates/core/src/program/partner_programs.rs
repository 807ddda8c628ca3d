//! The programmes within the programme that a company can apply to, and what each asks of it (MENU-23, MENU-24).

use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use toml::Spanned;

use super::build::Check;
use super::raw::Names;
use super::tasks::Known;
use super::{Choice, PathId, PathSet, StageId};
use crate::profile::RecordKind;
use crate::text::Field;

/// So many validated records of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordNeed {
    /// The kind.
    pub kind: RecordKind,
    /// How many at least.
    pub least: u32,
}

/// A programme that a company can apply to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerProgram {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: Field,
    /// What it is and what it brings.
    pub description: String,
    /// The kind of its applications: to a programme, or to the competency programme.
    pub application: RecordKind,
    /// The paths of which the company needs one.
    pub paths: PathSet,
    /// The least stage on one of these paths.
    pub least_stage: StageId,
    /// The validated records that the company needs.
    pub needs: Vec<RecordNeed>,
    /// The kind of the qualification that a validated application gives, if any.
    pub qualification: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPartnerProgram {
    id: Spanned<String>,
    title: Spanned<String>,
    description: String,
    application: Spanned<String>,
    paths: Names,
    least_stage: Spanned<String>,
    #[serde(default)]
    needs: Vec<RawNeed>,
    qualification: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNeed {
    record: Spanned<String>,
    least: Spanned<u32>,
}

pub(super) fn build(
    raw: Vec<RawPartnerProgram>,
    qualifications: &[Choice],
    known: &Known<'_>,
    check: &mut Check<'_>,
) -> Vec<PartnerProgram> {
    check.ids("partner programme", 100, raw.iter().map(|row| &row.id));
    raw.into_iter().filter_map(|row| one(row, qualifications, known, check)).collect()
}

fn one(
    row: RawPartnerProgram,
    qualifications: &[Choice],
    known: &Known<'_>,
    check: &mut Check<'_>,
) -> Option<PartnerProgram> {
    let title = Field::parse(row.title.get_ref()).ok();
    if title.is_none() {
        check.fault(row.title.span(), "title", "a partner programme has a title of one line, at most 200 characters");
    }
    let application = record_kind(&row.application, check);
    if application.is_some_and(|kind| !kind.is_application()) {
        let message = "an application is a program_application or a competency_application";
        check.fault(row.application.span(), "application", message);
    }
    let paths = check.indexes("path", known.paths, &row.paths).into_iter().map(PathId).collect();
    let least_stage = check.index("stage", known.stages, &row.least_stage).map(StageId);
    let mut needs = Vec::new();
    for need in row.needs {
        if !(1..=1000).contains(need.least.get_ref()) {
            check.fault(need.least.span(), "limit", "least is a number from 1 to 1000");
        }
        if let Some(kind) = record_kind(&need.record, check) {
            needs.push(RecordNeed { kind, least: need.least.into_inner() });
        }
    }
    if let Some(kind) = row.qualification.as_ref().filter(|q| qualifications.iter().all(|c| c.name != *q.get_ref())) {
        check.fault(kind.span(), "unknown_name", "the profile has no such kind of qualification");
    }
    Some(PartnerProgram {
        name: row.id.into_inner(),
        title: title?,
        description: row.description,
        application: application.filter(|kind| kind.is_application())?,
        paths,
        least_stage: least_stage?,
        needs,
        qualification: row.qualification.map(Spanned::into_inner),
    })
}

fn record_kind(name: &Spanned<String>, check: &mut Check<'_>) -> Option<RecordKind> {
    let found = RecordKind::ALL.into_iter().find(|kind| kind.id() == name.get_ref());
    if found.is_none() {
        check.fault(name.span(), "unknown_name", "there is no such kind of record");
    }
    found
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use super::super::tests::LEAST;
    use super::*;
    use crate::Program;

    // Rules: MENU-23, MENU-24
    #[test]
    fn every_fault_of_a_partner_programme_is_reported() {
        let stage = Program::parse(LEAST).unwrap().stages()[0].name.clone();
        let row = |more: &str| {
            let paths = "paths = \"all\"";
            format!("[[partner_program]]\nid = \"p\"\ndescription = \"D\"\n{paths}\nleast_stage = \"{stage}\"\n{more}")
        };
        let title = "title = \"P\"";
        let to_program = "application = \"program_application\"";
        for (more, expected) in [
            (format!("{title}\n{to_program}"), "ok"),
            (format!("title = \" \"\n{to_program}"), "title"),
            (format!("{title}\napplication = \"offering\""), "application"),
            (format!("{title}\napplication = \"wish\""), "unknown_name"),
            (format!("{title}\n{to_program}\nneeds = [{{ record = \"offering\", least = 1 }}]"), "ok"),
            (format!("{title}\n{to_program}\nneeds = [{{ record = \"offering\", least = 0 }}]"), "limit"),
            (format!("{title}\n{to_program}\nneeds = [{{ record = \"wish\", least = 1 }}]"), "unknown_name"),
            (format!("{title}\n{to_program}\nqualification = \"medal\""), "unknown_name"),
        ] {
            let got = match Program::parse(&format!("{LEAST}\n{}\n", row(&more))) {
                Ok(_) => "ok".to_string(),
                Err(faults) => faults.0.iter().map(|f| f.code).collect::<Vec<_>>().join(", "),
            };
            assert_eq!(got, expected, "{more}");
        }
    }
}
