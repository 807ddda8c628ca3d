//! The command line as a program of this package, so that its tests can run it.

use std::process::ExitCode;

fn main() -> ExitCode {
    guildhall_cli::run(std::env::args_os())
}
