//! The access decision a second time: slow, obvious, by names and lists, read from the programme's text alone. It shares no
//! code with the core.

use std::collections::BTreeSet;

use toml::{Table, Value};

/// Who opens a page.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// `section/Title`.
    pub(crate) name: String,
    /// The name by which permissions refer to it.
    pub(crate) page: String,
    pub(crate) roles: BTreeSet<String>,
    pub(crate) paths: BTreeSet<String>,
    pub(crate) least_stage: String,
}

/// Who may do a thing.
#[derive(Clone, Debug)]
pub(crate) struct Grant {
    pub(crate) permission: String,
    pub(crate) roles: BTreeSet<String>,
    pub(crate) page: Option<String>,
}

/// A programme as far as access goes.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    pub(crate) roles: Vec<String>,
    pub(crate) base: String,
    pub(crate) paths: Vec<String>,
    pub(crate) stages: Vec<String>,
    pub(crate) rows: Vec<Row>,
    pub(crate) grants: Vec<Grant>,
}

/// Somebody: the roles that were given to them, and the paths of their company with a stage each.
#[derive(Clone, Debug)]
pub(crate) struct Who<'a> {
    pub(crate) roles: Vec<&'a str>,
    pub(crate) enrolments: Vec<(&'a str, &'a str)>,
}

fn text(table: &Table, key: &str) -> String {
    table[key].as_str().unwrap().to_owned()
}

fn tables<'a>(programme: &'a Table, key: &str) -> Vec<&'a Table> {
    programme
        .get(key)
        .map_or_else(Vec::new, |list| list.as_array().unwrap().iter().map(|t| t.as_table().unwrap()).collect())
}

/// The names of a list, or all of them.
fn names(value: &Value, all: &[String]) -> BTreeSet<String> {
    if value.as_str() == Some("all") {
        return all.iter().cloned().collect();
    }
    value.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

/// A title in lower case with underscores.
fn snake(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<String>>().join("_")
}

impl Reference {
    pub(crate) fn read(programme: &str) -> Self {
        let programme: Table = programme.parse().unwrap();
        let ids = |key| tables(&programme, key).into_iter().map(|t| text(t, "id")).collect::<Vec<String>>();
        let (roles, stages, mut paths) = (ids("role"), ids("stage"), ids("path"));
        if paths.is_empty() {
            paths.push("all".to_owned());
        }
        let base = tables(&programme, "role").into_iter().find(|role| text(role, "kind") == "base").unwrap();
        let row = |item: &Table| {
            let access = item["access"].as_table().unwrap();
            let (section, title) = (text(item, "section"), text(item, "title"));
            Row {
                name: format!("{section}/{title}"),
                page: format!("{section}/{}", snake(&title)),
                roles: names(&access["roles"], &roles),
                paths: names(&access["paths"], &paths),
                least_stage: text(access, "least_stage"),
            }
        };
        let grant = |permission: &Table| Grant {
            permission: text(permission, "id"),
            roles: names(&permission["roles"], &roles),
            page: permission.get("page").map(|page| page.as_str().unwrap().to_owned()),
        };
        let rows = tables(&programme, "item").into_iter().map(row).collect();
        let grants = tables(&programme, "permission").into_iter().map(grant).collect();
        Self { base: text(base, "id"), roles, paths, stages, rows, grants }
    }

    /// Everything that can be asked: each page, each permission, and each permission on its page.
    pub(crate) fn questions(&self) -> Vec<String> {
        let pages = self.rows.iter().map(|row| format!("open {}", row.name));
        let deeds = self.grants.iter().map(|grant| format!("do {}", grant.permission));
        let there = self.grants.iter().map(|grant| format!("do {} on its page", grant.permission));
        pages.chain(deeds).chain(there).collect()
    }

    /// The answers, in the order of the questions.
    pub(crate) fn answers(&self, who: &Who<'_>) -> Vec<bool> {
        let pages = self.rows.iter().map(|row| self.opens(who, row));
        let deeds = self.grants.iter().map(|grant| self.may(who, grant));
        let there = self.grants.iter().map(|grant| self.may_there(who, grant));
        pages.chain(deeds).chain(there).collect()
    }

    fn holds_one(&self, who: &Who<'_>, roles: &BTreeSet<String>) -> bool {
        roles.contains(&self.base) || who.roles.iter().any(|role| roles.contains(*role))
    }

    fn rank(&self, stage: &str) -> usize {
        self.stages.iter().position(|known| known == stage).unwrap()
    }

    fn opens(&self, who: &Who<'_>, row: &Row) -> bool {
        for (path, stage) in &who.enrolments {
            if row.paths.contains(*path) && self.rank(stage) >= self.rank(&row.least_stage) {
                return self.holds_one(who, &row.roles);
            }
        }
        false
    }

    fn may(&self, who: &Who<'_>, grant: &Grant) -> bool {
        self.holds_one(who, &grant.roles)
    }

    fn may_there(&self, who: &Who<'_>, grant: &Grant) -> bool {
        let page = grant.page.as_ref().map(|page| self.rows.iter().find(|row| row.page == *page).unwrap());
        self.may(who, grant) && page.is_none_or(|row| self.opens(who, row))
    }
}
