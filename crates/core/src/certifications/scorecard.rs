//! The scorecard: what the next stage of each path asks for, and how far the company is (PROFILE-2, C-122).

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use super::{State, counted};
use crate::account::Account;
use crate::profile::{self, RecordKind};
use crate::program::{ItemId, Measure, PathId, Program, StageId, StageRequirement};
use crate::setting::{Denied, Setting};
use crate::{Id, Permission};

/// One requirement and how far it is met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What people read.
    pub title: String,
    /// How many there are.
    pub have: u32,
    /// How many are needed.
    pub need: u32,
    /// The page of the menu where more of it is made. It is an index of the programme, so it is not written out.
    #[serde(skip)]
    pub page: Option<ItemId>,
}

impl Row {
    /// How many are missing.
    #[must_use]
    pub const fn missing(&self) -> u32 {
        self.need.saturating_sub(self.have)
    }
}

/// A path with what its next stage asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PathScore {
    /// The path's id.
    pub path: String,
    /// The id of the stage reached.
    pub stage: String,
    /// The id of the next stage; none on the last.
    pub next: Option<String>,
    /// Its requirements.
    pub rows: Vec<Row>,
}

impl PathScore {
    /// How many requirements are met.
    #[must_use]
    pub fn met(&self) -> usize {
        self.rows.iter().filter(|row| row.missing() == 0).count()
    }
}

/// The scorecard of a company on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scorecard {
    /// The day.
    pub on: NaiveDate,
    /// Certifications that count, each once a person.
    pub certifications: u32,
    /// People with at least one of them.
    pub certified_people: u32,
    /// The paths of the company.
    pub paths: Vec<PathScore>,
}

/// The scorecard on the day of the moment, for those who may see it.
pub fn scorecard(setting: &Setting<'_>, state: &State, profile: &profile::State) -> Result<Scorecard, Denied> {
    let figures = Figures::new(setting, state, profile)?;
    let (program, account) = (setting.program, setting.account);
    let paths = account.stages().iter().filter_map(|(path, stage)| {
        let (path, stage) = (program.path_id(path)?, program.stage_id(stage)?);
        Some(path_score(&figures, account, path, stage))
    });
    Ok(Scorecard {
        on: setting.moment.at.date_naive(),
        certifications: figures.certifications(None),
        certified_people: figures.certified_people(None),
        paths: paths.collect(),
    })
}

/// What the stages that a company has reached go on asking of it, by the id of the path, for those who may see the
/// scorecard: a company that falls behind should hear of it before the programme does.
pub fn kept(setting: &Setting<'_>, state: &State, profile: &profile::State) -> Result<Vec<(String, Vec<Row>)>, Denied> {
    let figures = Figures::new(setting, state, profile)?;
    let program = setting.program;
    let rows = setting.account.stages().iter().filter_map(|(name, stage)| {
        let (path, stage) = (program.path_id(name)?, program.stage_id(stage)?);
        let asked = program.certifications().requirements.iter().filter(|r| r.paths.contains(path) && r.stage <= stage);
        Some((name.clone(), asked.map(|r| figures.row(r)).collect()))
    });
    Ok(rows.collect())
}

/// Where more is made of what is counted: the page of the permission to work on it.
fn page(program: &Program, measure: Measure) -> Option<ItemId> {
    let permission = match measure {
        Measure::Certifications | Measure::CertifiedPeople => Permission::ViewTrainingData,
        Measure::Products => Permission::EditCompanyInformation,
        Measure::PublicReferences => RecordKind::PublicReference.permission(),
        Measure::CaseStudies => RecordKind::CaseStudy.permission(),
        // A validation is asked for on the page of what it validates, unless it has one of its own.
        Measure::Offerings | Measure::TechnicalValidations => RecordKind::Offering.permission(),
        Measure::Workloads => RecordKind::Workload.permission(),
    };
    program.page_of(permission)
}

fn path_score(figures: &Figures<'_>, account: &Account, path: PathId, stage: StageId) -> PathScore {
    let program = figures.program;
    let stages = program.stages();
    let next = stages.get(stage.index() + 1);
    let name = program.path(path).map(|p| p.name.clone()).unwrap_or_default();
    let asked = |r: &&StageRequirement| r.paths.contains(path) && r.stage.index() == stage.index() + 1;
    PathScore {
        stage: account.stages().get(&name).cloned().unwrap_or_default(),
        path: name,
        next: next.map(|s| s.name.clone()),
        rows: program.certifications().requirements.iter().filter(asked).map(|r| figures.row(r)).collect(),
    }
}

/// What the requirements count.
struct Figures<'a> {
    program: &'a Program,
    counted: BTreeSet<(Id, &'a str)>,
    profile: &'a profile::State,
}

impl<'a> Figures<'a> {
    fn new(setting: &Setting<'a>, state: &'a State, profile: &'a profile::State) -> Result<Self, Denied> {
        setting.permitted(&[Permission::ViewScorecard])?;
        let counted = counted(setting.account, state, setting.moment.at.date_naive());
        Ok(Self { program: setting.program, counted, profile })
    }

    fn row(&self, r: &StageRequirement) -> Row {
        Row { title: r.title.clone(), have: self.of(r), need: r.least, page: page(self.program, r.measure) }
    }

    fn of(&self, requirement: &StageRequirement) -> u32 {
        let level = requirement.level.as_deref();
        let validated = |kind| capped(self.profile.validated(kind));
        match requirement.measure {
            Measure::Certifications => self.certifications(level),
            Measure::CertifiedPeople => self.certified_people(level),
            Measure::PublicReferences => validated(RecordKind::PublicReference),
            Measure::CaseStudies => validated(RecordKind::CaseStudy),
            Measure::Offerings => validated(RecordKind::Offering),
            Measure::TechnicalValidations => validated(RecordKind::TechnicalValidation),
            Measure::Workloads => validated(RecordKind::Workload),
            Measure::Products => capped(self.profile.products().len()),
        }
    }

    fn at_level(&self, level: Option<&str>) -> impl Iterator<Item = &(Id, &str)> {
        let rules = self.program.certifications();
        let fits = move |name: &str| level.is_none_or(|l| rules.kind(name).is_some_and(|kind| kind.level == l));
        self.counted.iter().filter(move |(_, name)| fits(name))
    }

    fn certifications(&self, level: Option<&str>) -> u32 {
        capped(self.at_level(level).count())
    }

    fn certified_people(&self, level: Option<&str>) -> u32 {
        capped(self.at_level(level).map(|(id, _)| id).collect::<BTreeSet<_>>().len())
    }
}

fn capped(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
