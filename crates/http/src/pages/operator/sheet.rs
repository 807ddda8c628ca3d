//! What most pages of the operator's side are made of: sections with facts, a table, or correspondence.

use askama::Template;

use crate::pages::form::{Fact, Field};
use crate::pages::view::Page;

/// A link that does or opens something.
#[derive(Debug, Clone)]
pub(super) struct Action {
    pub(super) href: String,
    pub(super) text: String,
    /// Whether it is a file.
    pub(super) file: bool,
}

impl Action {
    pub(super) fn new(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { href: href.into(), text: text.into(), file: false }
    }

    pub(super) fn file(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { file: true, ..Self::new(href, text) }
    }
}

/// A cell of a table.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) href: String,
}

/// A cell of text.
pub(super) fn cell(text: impl Into<String>) -> Cell {
    Cell { text: text.into(), href: String::new() }
}

/// A cell that leads on.
pub(super) fn link(href: impl Into<String>, text: impl Into<String>) -> Cell {
    Cell { text: text.into(), href: href.into() }
}

/// A row of a table.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    pub(super) actions: Vec<Action>,
}

impl Row {
    pub(super) fn new(cells: Vec<Cell>) -> Self {
        Self { cells, actions: Vec::new() }
    }

    pub(super) fn actions(mut self, actions: Vec<Action>) -> Self {
        self.actions = actions;
        self
    }

    /// What the row is about, for those who do not see it.
    fn name(&self) -> &str {
        self.cells.first().map_or("", |cell| cell.text.as_str())
    }
}

/// A message of a correspondence.
#[derive(Debug, Clone)]
pub(super) struct Post {
    pub(super) who: String,
    pub(super) at: String,
    pub(super) lines: Vec<String>,
    pub(super) files: Vec<Action>,
}

/// A section.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    id: &'static str,
    title: String,
    texts: Vec<String>,
    facts: Vec<Fact>,
    heads: Vec<String>,
    rows: Vec<Row>,
    /// Whether rows have actions.
    acts: bool,
    empty: String,
    actions: Vec<Action>,
    posts: Vec<Post>,
}

impl Section {
    pub(super) fn new(id: &'static str, title: impl Into<String>) -> Self {
        Self { id, title: title.into(), ..Self::default() }
    }

    pub(super) fn text(mut self, text: impl Into<String>) -> Self {
        self.texts.push(text.into());
        self
    }

    pub(super) fn fact(mut self, term: impl Into<String>, text: impl Into<String>) -> Self {
        self.facts.push(Fact { term: term.into(), text: text.into() });
        self
    }

    pub(super) fn facts(mut self, facts: Vec<Fact>) -> Self {
        self.facts.extend(facts);
        self
    }

    /// A table, or `empty` where it has no row.
    pub(super) fn table(mut self, heads: Vec<String>, rows: Vec<Row>, empty: impl Into<String>) -> Self {
        self.acts = rows.iter().any(|row| !row.actions.is_empty());
        (self.heads, self.rows, self.empty) = (heads, rows, empty.into());
        self
    }

    /// The head of the column with the actions.
    pub(super) fn acting(mut self, head: impl Into<String>) -> Self {
        if self.acts {
            self.heads.push(head.into());
        }
        self
    }

    pub(super) fn action(mut self, href: impl Into<String>, text: impl Into<String>) -> Self {
        self.actions.push(Action::new(href, text));
        self
    }

    pub(super) fn posts(mut self, posts: Vec<Post>) -> Self {
        self.posts = posts;
        self
    }

    fn head(&self, index: &usize) -> &str {
        self.heads.get(*index).map_or("", String::as_str)
    }

    fn table_id(&self) -> String {
        format!("{}-table", self.id)
    }
}

/// A page of sections.
#[derive(Debug, Template)]
#[template(path = "operator/sheet.html")]
pub(super) struct Sheet {
    page: Page,
    tags: Vec<String>,
    intro: Vec<String>,
    actions: Vec<Action>,
    filter_action: &'static str,
    filters: Vec<Field>,
    sections: Vec<Section>,
    previous: String,
    next: String,
}

impl Sheet {
    pub(super) fn new(page: Page) -> Self {
        Self {
            page,
            tags: Vec::new(),
            intro: Vec::new(),
            actions: Vec::new(),
            filter_action: "",
            filters: Vec::new(),
            sections: Vec::new(),
            previous: String::new(),
            next: String::new(),
        }
    }

    pub(super) fn tags(mut self, tags: Vec<String>) -> Self {
        self.tags = tags;
        self
    }

    pub(super) fn intro(mut self, text: impl Into<String>) -> Self {
        self.intro.push(text.into());
        self
    }

    pub(super) fn action(mut self, action: Action) -> Self {
        self.actions.push(action);
        self
    }

    pub(super) fn filters(mut self, action: &'static str, filters: Vec<Field>) -> Self {
        (self.filter_action, self.filters) = (action, filters);
        self
    }

    pub(super) fn section(mut self, section: Section) -> Self {
        self.sections.push(section);
        self
    }

    pub(super) fn pager(mut self, previous: String, next: String) -> Self {
        (self.previous, self.next) = (previous, next);
        self
    }
}
