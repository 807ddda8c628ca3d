//! The tabs of the profile that are lists: what is validated, what it is qualified for, where the company is, and what it
//! sells (PROFILE-16..20).

use askama::Template;
use axum::extract::Path;
use guildhall_core::Id;
use guildhall_core::profile::{self, Record, RecordKind, RecordStatus, State};
use guildhall_core::program::{Program, Tab};

use super::{Head, page_of, seeing};
use crate::pages::form::Link;
use crate::pages::view::{Answer, Page};
use crate::pages::visit::{Signed, Visit};
use crate::pages::{errors, navigation};

#[derive(Debug, Template)]
#[template(path = "company_tab.html")]
struct TabPage {
    page: Page,
    head: Head,
    intro: String,
    lists: Vec<List>,
    /// The titles of paths that what is sold points to.
    paths: Vec<String>,
}

/// A list on a tab.
#[derive(Debug)]
struct List {
    heading: String,
    /// What stands in the columns.
    columns: Vec<String>,
    rows: Vec<Row>,
    empty: String,
    /// Where one more is added, for those who may.
    add: Option<Link>,
    /// Where entries of this sort are made, if that is another page.
    elsewhere: Option<Link>,
}

#[derive(Debug)]
struct Row {
    title: String,
    cells: Vec<String>,
    edit: Option<Link>,
    remove: Option<String>,
}

/// What making a list needs.
struct Making<'a> {
    visit: &'a Visit,
    me: &'a Signed,
    state: &'a State,
    editable: bool,
}

/// `GET /company/profile/{tab}`
pub(super) async fn page(visit: Visit, Path(name): Path<String>) -> Answer {
    let Some(tab) = Tab::ALL.into_iter().find(|tab| tab.id() == name) else { return Ok(errors::not_found(&visit)) };
    let (me, editable) = seeing(&visit, tab)?;
    let state = visit.room::<State>(me).await?;
    let making = Making { visit: &visit, me, state: &state, editable };
    let w = visit.w;
    let (intro, lists) = match tab {
        Tab::Company | Tab::Domains => return Ok(errors::not_found(&visit)),
        Tab::Solutions => ("company-solutions-text", vec![making.records(RecordKind::Offering, "company-solutions")]),
        Tab::CaseStudies => ("company-cases-text", vec![making.records(RecordKind::CaseStudy, "company-cases")]),
        Tab::Qualifications => ("company-qualifications-text", vec![making.qualifications(), making.areas()]),
        Tab::Locations => ("company-locations-text", vec![making.locations()]),
        Tab::Products => ("company-products-text", vec![making.products()]),
    };
    let program = visit.program();
    let paths = match tab {
        Tab::Products => profile::recommended_paths(program, &me.account, &state),
        Tab::Company | Tab::Solutions | Tab::Qualifications | Tab::Locations | Tab::CaseStudies | Tab::Domains => {
            Vec::new()
        }
    };
    let path_title = |path: &&str| program.path_id(path).and_then(|id| program.path(id)).map(|p| p.title.clone());
    Ok(visit.html(&TabPage {
        page: page_of(&visit, "company-title"),
        head: Head::new(&visit, me, tab),
        intro: w.t(intro).into_owned(),
        lists,
        paths: paths.iter().filter_map(path_title).collect(),
    }))
}

fn text(text: Option<&impl ToString>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

/// The title of a value of the programme; one that it no longer has stands for itself.
fn title_of(choices: &[guildhall_core::program::Choice], name: &str) -> String {
    choices.iter().find(|c| c.name == name).map_or_else(|| name.to_owned(), |c| c.title.clone())
}

impl Making<'_> {
    fn program(&self) -> &Program {
        self.visit.program()
    }

    fn say(&self, key: &str) -> String {
        self.visit.w.t(key).into_owned()
    }

    fn columns(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.say(key)).collect()
    }

    fn add(&self, what: &str, key: &str) -> Option<Link> {
        self.editable.then(|| Link { href: format!("/company/profile/{what}/new"), text: self.say(key) })
    }

    fn row(&self, what: &str, id: Id, title: String, cells: Vec<String>) -> Row {
        let href = format!("/company/profile/{what}/{id}");
        let remove = self.editable.then(|| format!("{href}/remove"));
        Row { title, cells, edit: self.editable.then(|| Link { href, text: self.say("edit") }), remove }
    }

    /// What the programme validated: read-only but for the words beside it.
    fn records(&self, kind: RecordKind, words: &str) -> List {
        let validated = |(_, r): &(&Id, &Record)| r.kind == kind && r.status == RecordStatus::Validated;
        let mut records: Vec<(&Id, &Record)> = self.state.records().iter().filter(validated).collect();
        records.sort_by_key(|(id, record)| (record.title.clone(), **id));
        let edit =
            |id: &Id| Link { href: format!("/company/profile/words/{id}"), text: self.say("company-words-edit") };
        let row = |(id, record): &(&Id, &Record)| Row {
            title: record.title.to_string(),
            cells: vec![record.description.to_string(), text(record.words.as_ref())],
            edit: self.editable.then(|| edit(id)),
            remove: None,
        };
        let page = self.program().page_of(kind.permission());
        let page = page.filter(|page| self.me.standing.opens(self.program(), *page));
        let item = page.and_then(|page| self.program().item(page));
        List {
            heading: self.say(&format!("{words}-title")),
            columns: self.columns(&["field-title", "company-as-validated", "company-words"]),
            rows: records.iter().map(row).collect(),
            empty: self.say(&format!("{words}-none")),
            add: None,
            elsewhere: item.map(|item| Link { href: navigation::address(item), text: item.title.clone() }),
        }
    }

    fn qualifications(&self) -> List {
        let kinds = &self.program().profile().qualification_kinds;
        let row = |q: &profile::Qualification| Row {
            title: self.visit.w.said("program", q.title.as_str()).into_owned(),
            cells: vec![title_of(kinds, &q.kind)],
            edit: None,
            remove: None,
        };
        let mut rows: Vec<Row> = self.state.qualifications().values().map(row).collect();
        rows.sort_by(|a, b| (&a.cells, &a.title).cmp(&(&b.cells, &b.title)));
        List {
            heading: self.say("company-qualifications-title"),
            columns: self.columns(&["field-title", "field-kind"]),
            rows,
            empty: self.say("company-qualifications-none"),
            add: None,
            elsewhere: None,
        }
    }

    fn areas(&self) -> List {
        let row = |(id, title): (&Id, &guildhall_core::text::Field)| Row {
            edit: None,
            ..self.row("solution-areas", *id, title.to_string(), Vec::new())
        };
        let mut rows: Vec<Row> = self.state.solution_areas().iter().map(row).collect();
        rows.sort_by(|a, b| a.title.cmp(&b.title));
        List {
            heading: self.say("company-areas-title"),
            columns: self.columns(&["field-title"]),
            rows,
            empty: self.say("company-areas-none"),
            add: self.add("solution-areas", "company-areas-add"),
            elsewhere: None,
        }
    }

    fn locations(&self) -> List {
        let row = |(id, l): (&Id, &profile::Location)| {
            let place = [text(l.street.as_ref()), l.city.to_string(), l.country.to_string()];
            let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
            self.row("locations", *id, l.title.to_string(), vec![place.join(", ")])
        };
        let mut rows: Vec<Row> = self.state.locations().iter().map(row).collect();
        rows.sort_by(|a, b| a.title.cmp(&b.title));
        List {
            heading: self.say("company-locations-title"),
            columns: self.columns(&["field-title", "company-place"]),
            rows,
            empty: self.say("company-locations-none"),
            add: self.add("locations", "company-locations-add"),
            elsewhere: None,
        }
    }

    fn products(&self) -> List {
        let kind =
            |name: &str| self.program().profile().product_type(name).map_or(name.to_owned(), |t| t.title.clone());
        let row = |(id, p): (&Id, &profile::Product)| {
            self.row("products", *id, p.title.to_string(), vec![kind(&p.kind), text(p.description.as_ref())])
        };
        let mut rows: Vec<Row> = self.state.products().iter().map(row).collect();
        rows.sort_by(|a, b| a.title.cmp(&b.title));
        List {
            heading: self.say("company-products-title"),
            columns: self.columns(&["field-title", "field-kind", "company-description"]),
            rows,
            empty: self.say("company-products-none"),
            add: self.add("products", "company-products-add"),
            elsewhere: None,
        }
    }
}
