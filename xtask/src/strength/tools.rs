//! The programs that the two chores need: installed into `target/tools`, never into the user's own folders.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::workspace::{cargo, root, run};

/// A cargo subcommand and the version that the chores were written for.
pub(crate) struct Tool {
    name: &'static str,
    version: &'static str,
}

pub(crate) const LLVM_COV: Tool = Tool { name: "cargo-llvm-cov", version: "0.9.1" };
pub(crate) const MUTANTS: Tool = Tool { name: "cargo-mutants", version: "27.1.0" };

impl Tool {
    /// The program, installed first where it is not there yet.
    pub(crate) fn program(&self) -> Result<PathBuf> {
        let folder = root().join("target/tools");
        let program = folder.join("bin").join(self.name);
        if !self.is_current(&program) {
            println!("installing {} {} into {}", self.name, self.version, folder.display());
            let mut install = cargo();
            install.args(["install", "--locked", "--force", "--root"]).arg(&folder);
            install.arg(format!("{}@{}", self.name, self.version));
            run(&mut install).with_context(|| format!("installing {}", self.name))?;
        }
        Ok(program)
    }

    /// Whether the program is there in the version that is wanted; each is asked as cargo would ask it.
    fn is_current(&self, program: &Path) -> bool {
        let subcommand = self.name.trim_start_matches("cargo-");
        let said = Command::new(program).args([subcommand, "--version"]).output();
        said.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).trim_end().ends_with(self.version))
    }
}

/// The two programs that read a coverage profile.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Llvm {
    pub(crate) cov: PathBuf,
    pub(crate) profdata: PathBuf,
}

impl Llvm {
    /// From the variables `LLVM_COV` and `LLVM_PROFDATA`, from the toolchain's component, or from the system. An LLVM older
    /// than the compiler's cannot read what it writes.
    pub(crate) fn find() -> Result<Self> {
        if let (Some(cov), Some(profdata)) = (std::env::var_os("LLVM_COV"), std::env::var_os("LLVM_PROFDATA")) {
            return Ok(Self { cov: cov.into(), profdata: profdata.into() });
        }
        let least = llvm_major(&said("rustc", &["--version", "--verbose"])?)?;
        let sysroot = said("rustc", &["--print", "sysroot"])?;
        let host = said("rustc", &["--print", "host-tuple"])?;
        let component = Path::new(sysroot.trim()).join("lib/rustlib").join(host.trim()).join("bin");
        // A few releases ahead is far enough: nobody has more.
        let of_system = (least..least + 10).map(|major| PathBuf::from(format!("/usr/lib/llvm-{major}/bin")));
        let Some(found) = std::iter::once(component).chain(of_system).find_map(|folder| Self::within(&folder)) else {
            bail!(
                "found no llvm-cov and llvm-profdata of LLVM {least} or later, which is what the compiler writes for; to \
                 install them: `rustup component add llvm-tools`, or `apt-get install llvm-{least}`; or say where they \
                 are in LLVM_COV and LLVM_PROFDATA"
            );
        };
        Ok(found)
    }

    fn within(folder: &Path) -> Option<Self> {
        let (cov, profdata) = (folder.join("llvm-cov"), folder.join("llvm-profdata"));
        (cov.is_file() && profdata.is_file()).then_some(Self { cov, profdata })
    }
}

fn said(program: &str, arguments: &[&str]) -> Result<String> {
    let output = Command::new(program).args(arguments).current_dir(root()).output();
    let output = output.with_context(|| format!("starting {program}"))?;
    ensure!(output.status.success(), "`{program} {}` failed", arguments.join(" "));
    Ok(String::from_utf8(output.stdout)?)
}

/// The major version of the compiler's LLVM, from what it says of itself.
fn llvm_major(verbose: &str) -> Result<u32> {
    let line = verbose.lines().find_map(|line| line.strip_prefix("LLVM version: "));
    let major = line.and_then(|version| version.split('.').next()).and_then(|major| major.parse().ok());
    major.context("the compiler does not say which LLVM it has")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_says_which_llvm_it_has() {
        assert_eq!(llvm_major("rustc 1.95.0\nrelease: 1.95.0\nLLVM version: 22.1.2\n").unwrap(), 22);
        assert!(llvm_major("rustc 1.95.0\nLLVM version: unknown\n").is_err());
        assert!(llvm_major("rustc 1.95.0\n").is_err());
    }

    #[test]
    fn both_programs_have_to_be_there() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Llvm::within(folder.path()), None);
        std::fs::write(folder.path().join("llvm-cov"), "").unwrap();
        assert_eq!(Llvm::within(folder.path()), None);
        std::fs::write(folder.path().join("llvm-profdata"), "").unwrap();
        assert!(Llvm::within(folder.path()).is_some());
    }
}
