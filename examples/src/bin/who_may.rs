//! What may somebody open and do? Ask the guide's programme about a standing that is made up on the spot.

use std::io::Write;

use anyhow::Result;
use guildhall_core::access::{Question, Standing, menu};
use guildhall_core::{Permission, Program};

fn main() -> Result<()> {
    let program = Program::guide();
    let mut out = std::io::stdout();

    // An ACE user of a company that has just registered on the software path.
    let standing = Standing::new(program, ["ace_user"], [("software", "registered")]);

    writeln!(out, "The sections they see:")?;
    for section in menu(program, &standing) {
        writeln!(out, "  {} ({} items)", section.section.title, section.entries.len())?;
    }

    writeln!(out, "What they may do:")?;
    for permission in [Permission::SubmitOpportunities, Permission::ManageAllPipeline, Permission::InviteUsers] {
        let answer = standing.explain(program, Question::Do(permission));
        if answer.allowed {
            let by: Vec<&str> = program.role_names(answer.by_roles).collect();
            writeln!(out, "  {permission}: yes, as {}", by.join(", "))?;
        } else {
            // A refusal says what would help, and who can give it.
            let roles: Vec<&str> = program.role_names(answer.missing.roles).collect();
            let grantors: Vec<&str> = program.role_names(answer.grantors).collect();
            writeln!(out, "  {permission}: no; takes {}; ask {}", roles.join(" or "), grantors.join(" or "))?;
        }
    }
    Ok(())
}
