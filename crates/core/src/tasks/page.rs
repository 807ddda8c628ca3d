//! The Tasks page: one page, whose scope depends on who reads it (C-078), sorted by one of four columns (TASK-12).

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::summary::{Person, person};
use super::{State, Status, Task};
use crate::access::Standing;
use crate::program::Requirement;
use crate::setting::{Denied, Setting};
use crate::text::{Field, folded};
use crate::{Id, Kind, Permission};

/// A column that the page is sorted by. There is no other (TASK-12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Open, completed, dismissed.
    Status,
    /// The due date.
    DueDate,
    /// The name of whose task it is.
    AssignedTo,
    /// Required, optional.
    Type,
}

impl Column {
    /// Every column.
    pub const ALL: [Self; 4] = [Self::Status, Self::DueDate, Self::AssignedTo, Self::Type];

    /// As in its serialized form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::DueDate => "due_date",
            Self::AssignedTo => "assigned_to",
            Self::Type => "type",
        }
    }
}

/// A text that names no column, or no order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("tasks are sorted by status, due_date, assigned_to or type, asc or desc")]
pub struct SortFault;

impl SortFault {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        "unknown_sort"
    }

    /// The kind.
    #[must_use]
    pub const fn kind(self) -> Kind {
        Kind::Invalid
    }
}

impl FromStr for Column {
    type Err = SortFault;

    fn from_str(text: &str) -> Result<Self, SortFault> {
        Self::ALL.into_iter().find(|c| c.id() == text).ok_or(SortFault)
    }
}

/// Which end comes first. Rows without a value come last either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Order {
    /// The first, the earliest.
    #[default]
    #[serde(rename = "asc")]
    Ascending,
    /// The last, the latest.
    #[serde(rename = "desc")]
    Descending,
}

impl FromStr for Order {
    type Err = SortFault;

    fn from_str(text: &str) -> Result<Self, SortFault> {
        match text {
            "asc" => Ok(Self::Ascending),
            "desc" => Ok(Self::Descending),
            _ => Err(SortFault),
        }
    }
}

/// A task in a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its id; the title opens its page (TASK-7).
    pub task: Id,
    /// What people read.
    pub title: Field,
    /// Where it stands.
    pub status: Status,
    /// Whether it is open and late.
    pub overdue: bool,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// Whose it is; nobody's if its assignee was removed.
    pub assigned_to: Option<Person>,
    /// Whether it may be left undone.
    #[serde(rename = "type")]
    pub requirement: Requirement,
}

impl State {
    /// The Tasks page: every task for those who see everybody's, the own ones for others (TASK-11, C-078).
    pub fn page(&self, setting: &Setting<'_>, by: Column, order: Order) -> Result<Vec<Row>, Denied> {
        let (me, standing) = self.reader(setting)?;
        let all = standing.permits(setting.program, Permission::ViewAllTasks);
        let mut rows = self.rows(setting, |t| all || t.assignee(setting.account) == Some(me));
        sort(&mut rows, by, order);
        Ok(rows)
    }

    /// The page behind the number of overdue tasks (TASK-8, C-074), the latest first.
    pub fn overdue_page(&self, setting: &Setting<'_>) -> Result<Vec<Row>, Denied> {
        let mut rows = self.page(setting, Column::DueDate, Order::Ascending)?;
        rows.retain(|row| row.overdue);
        Ok(rows)
    }

    pub(super) fn reader(&self, setting: &Setting<'_>) -> Result<(Id, Standing), Denied> {
        setting.permitted(&[Permission::WorkOnOwnTasks, Permission::ViewAllTasks])
    }

    pub(super) fn rows(&self, setting: &Setting<'_>, wanted: impl Fn(&Task) -> bool) -> Vec<Row> {
        self.tasks().iter().filter(|(_, task)| wanted(task)).map(|(id, task)| self.row(setting, *id, task)).collect()
    }

    pub(super) fn row(&self, setting: &Setting<'_>, id: Id, task: &Task) -> Row {
        Row {
            task: id,
            title: task.title.clone(),
            status: task.status,
            overdue: task.is_overdue(self.today(setting.moment.at)),
            due: task.due,
            assigned_to: task.assignee(setting.account).and_then(|id| person(setting.account, id)),
            requirement: task.requirement,
        }
    }
}

/// Sorts rows; equal ones stay in the order of their ids, so that a page never jumps (C-081).
pub(super) fn sort(rows: &mut [Row], by: Column, order: Order) {
    let name = |row: &Row| row.assigned_to.as_ref().map(|p| folded(p.name.as_str()));
    match by {
        Column::Status => arrange(rows, order, |row| Some(row.status)),
        Column::DueDate => arrange(rows, order, |row| row.due),
        Column::AssignedTo => arrange::<String>(rows, order, name),
        Column::Type => arrange(rows, order, |row| Some(row.requirement)),
    }
}

fn arrange<K: Ord>(rows: &mut [Row], order: Order, key: impl Fn(&Row) -> Option<K>) {
    rows.sort_by_cached_key(|row| Place { key: key(row), order, id: row.task });
}

#[derive(PartialEq, Eq)]
struct Place<K> {
    key: Option<K>,
    order: Order,
    id: Id,
}

impl<K: Ord> Ord for Place<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        let keys = match (&self.key, &other.key) {
            (Some(a), Some(b)) => match self.order {
                Order::Ascending => a.cmp(b),
                Order::Descending => b.cmp(a),
            },
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        };
        keys.then(self.id.cmp(&other.id))
    }
}

impl<K: Ord> PartialOrd for Place<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
