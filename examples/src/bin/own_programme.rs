//! Another programme, the same engine: a makers' club with three roles, two stages, no paths and a menu of its own.

use std::io::Write;

use anyhow::Result;
use guildhall_core::Program;
use guildhall_core::access::{Standing, menu};

/// The club's rules. A product would read them from a file that its operators keep.
const RULES: &str = include_str!("own_programme.toml");

fn main() -> Result<()> {
    let club = Program::parse(RULES)?;
    let mut out = std::io::stdout();
    writeln!(out, "{}", club.title())?;

    // Without paths in the file there is one, called `all`, that everybody is on.
    for (role, stage) in [("maker", "resident"), ("keyholder", "guest"), ("keyholder", "resident")] {
        let standing = Standing::new(&club, [role], [("all", stage)]);
        let open = menu(&club, &standing).into_iter().flat_map(|section| section.entries);
        let titles: Vec<&str> = open.map(|entry| entry.item.title.as_str()).collect();
        writeln!(out, "{role} of a {stage} workshop: {}", titles.join(", "))?;
    }

    // Limits and words are the club's as well.
    writeln!(out, "to hand over, type {:?}", club.limits().confirmation_word)?;

    // A mistake in the rules is found when they are read, all of them at once, each with its place.
    let mistaken = RULES.replace("roles = [\"head\"]", "roles = [\"boss\"]");
    if let Err(faults) = Program::parse(&mistaken) {
        writeln!(out, "{faults}")?;
    }
    Ok(())
}
