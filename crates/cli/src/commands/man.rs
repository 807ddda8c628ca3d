//! `guildhall man`.

use std::path::PathBuf;

use clap::Args;
use clap_mangen::Man as Page;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::write_out;

/// Print the manual page, or write one for every command
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall man | man -l -
  guildhall man --to ~/.local/share/man/man1")]
pub(crate) struct Man {
    /// Write a page for every command into this folder
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let Some(folder) = &self.to else {
            let mut page = Vec::new();
            Page::new(crate::command()).render(&mut page)?;
            write_out(&String::from_utf8_lossy(&page))?;
            return Ok(Exit::Done);
        };
        std::fs::create_dir_all(folder)
            .and_then(|()| clap_mangen::generate_to(crate::command(), folder))
            .map_err(|e| Failure::internal(format!("{} cannot be written: {e}", folder.display())))?;
        context.out.note(&format!("written to {}", folder.display()));
        Ok(Exit::Done)
    }
}
