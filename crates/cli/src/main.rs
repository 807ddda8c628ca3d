//! The binary `guildhall`.

use std::process::ExitCode;

fn main() -> ExitCode {
    guildhall_cli::run(std::env::args_os())
}
