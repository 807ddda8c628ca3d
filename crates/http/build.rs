//! Lists the languages under `locales/`, and builds again when a migration is added: `sqlx::migrate!` alone notices only
//! changes of those it knows.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The language that the others fall back to; it comes first.
const FIRST: &str = "en";

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=locales");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("locales");
    let mut folders: Vec<PathBuf> = entries(&root)?.into_iter().filter(|path| path.is_dir()).collect();
    folders.sort_by_key(|folder| (!folder.ends_with(FIRST), folder.clone()));
    let mut code = String::from("/// The files of each language, the first language being the one to fall back to.\n");
    code.push_str("static FOLDERS: &[(&str, &[&str])] = &[\n");
    for folder in folders {
        let tag = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let _ = writeln!(code, "    ({tag:?}, &[");
        for file in entries(&folder)?.iter().filter(|file| file.extension().is_some_and(|e| e == "ftl")) {
            let _ = writeln!(code, "        include_str!({:?}),", file.display().to_string());
        }
        code.push_str("    ]),\n");
    }
    code.push_str("];\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("locales.rs"), code)
}

/// What is in a folder, in order.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
