//! The rules that no test proves yet: a file that may only shrink.

use std::fmt;

use anyhow::{Context, Result, ensure};

const AFTER_COUNT: &str = "open; this number may only fall";

/// What the file says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Open {
    /// How many there were at most when the file was last written.
    pub(crate) recorded: usize,
    /// Their ids, one a line.
    pub(crate) ids: Vec<String>,
}

impl Open {
    /// Reads the file.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let mut lines = text.lines();
        let first = lines.next().unwrap_or_default();
        let count = first.strip_prefix("# ").and_then(|rest| rest.strip_suffix(AFTER_COUNT));
        let recorded = count
            .and_then(|count| count.trim().parse().ok())
            .with_context(|| format!("the first line is `{first}`, not `# N {AFTER_COUNT}`"))?;
        Ok(Self { recorded, ids: lines.map(str::to_owned).collect() })
    }

    /// Whether the rule is still open.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.ids.iter().any(|open| open == id)
    }

    /// Without the rules that are no longer `open`. A file that has grown is not made legal by this.
    pub(crate) fn shrunk(mut self, open: impl Fn(&str) -> bool) -> Result<Self> {
        let (now, recorded) = (self.ids.len(), self.recorded);
        ensure!(now <= recorded, "{now} rules are listed as open, {recorded} are recorded: the list may only shrink");
        self.ids.retain(|id| open(id));
        self.recorded = self.ids.len();
        Ok(self)
    }
}

impl fmt::Display for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "# {} {AFTER_COUNT}", self.recorded)?;
        self.ids.iter().try_for_each(|id| writeln!(f, "{id}"))
    }
}
