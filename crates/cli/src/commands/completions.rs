//! `guildhall completions`.

use clap::Args;
use clap_complete::Shell;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::write_out;

/// Print the completions for a shell
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall completions bash > ~/.local/share/bash-completion/completions/guildhall")]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self) -> Result<Exit, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut crate::command(), "guildhall", &mut script);
        write_out(&String::from_utf8_lossy(&script))?;
        Ok(Exit::Done)
    }
}
