//! The reference page of the command line, rendered from its definition. A test compares it with the checked-in one.

use std::fmt::Write as _;

use clap::{Arg, Command};

use crate::exit::Exit;
use crate::surroundings::VARIABLES;

/// The page in Markdown.
#[must_use]
pub fn render() -> String {
    let mut root = crate::command();
    root.build();
    let mut page = String::from(
        "# The command line\n\nGenerated from the program's own definition; `UPDATE_GOLDEN=1 cargo test -p guildhall-cli` \
         writes it anew.\n",
    );
    command(&mut page, &root, "guildhall");
    page.push_str("\n## Exit codes\n\n| Code | Meaning |\n| --- | --- |\n");
    for exit in Exit::ALL {
        let _ = writeln!(page, "| {} | {} |", exit.code(), exit.meaning());
    }
    page.push_str("\n## Environment variables without a flag\n\n| Variable | Meaning |\n| --- | --- |\n");
    for (name, meaning) in VARIABLES {
        let _ = writeln!(page, "| `{name}` | {meaning} |");
    }
    page
}

fn command(page: &mut String, command_: &Command, name: &str) {
    let about = command_.get_long_about().or_else(|| command_.get_about()).map(ToString::to_string);
    let _ = write!(page, "\n## `{name}`\n\n{}\n", about.unwrap_or_default());
    let usage = command_.clone().render_usage().to_string();
    let _ = write!(page, "\n```text\n{}\n```\n", usage.trim_start_matches("Usage: "));
    let is_root = !name.contains(' ');
    let arguments: Vec<&Arg> = command_
        .get_arguments()
        .filter(|a| !a.is_hide_set() && !["help", "version"].contains(&a.get_id().as_str()))
        // What every command understands stands once, at the top.
        .filter(|a| is_root || !a.is_global_set())
        .collect();
    if !arguments.is_empty() {
        page.push_str("\n| Argument | Variable | Meaning |\n| --- | --- | --- |\n");
        for argument in arguments {
            row(page, argument);
        }
    }
    if let Some(examples) = command_.get_after_help().map(ToString::to_string).filter(|t| t.starts_with("Examples:")) {
        let lines: Vec<&str> = examples.lines().skip(1).map(|l| l.strip_prefix("  ").unwrap_or(l)).collect();
        let _ = write!(page, "\n```sh\n{}\n```\n", lines.join("\n"));
    }
    for sub in command_.get_subcommands().filter(|s| s.get_name() != "help" && !s.is_hide_set()) {
        command(page, sub, &format!("{name} {}", sub.get_name()));
    }
}

fn row(page: &mut String, argument: &Arg) {
    let value = argument.get_value_names().unwrap_or_default().first().map_or("", |n| n.as_str());
    let takes = argument.get_action().takes_values();
    let shown = match (argument.get_long(), takes) {
        (Some(long), true) => format!("--{long} {value}"),
        (Some(long), false) => format!("--{long}"),
        (None, _) => value.to_owned(),
    };
    let needed = if argument.is_required_set() { " (required)" } else { "" };
    let variable = argument.get_env().map(|v| format!("`{}`", v.to_string_lossy())).unwrap_or_default();
    let mut meaning = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let values: Vec<String> = argument.get_possible_values().iter().map(|v| format!("`{}`", v.get_name())).collect();
    if takes && !values.is_empty() {
        let _ = write!(meaning, ": {}", values.join(", "));
    }
    let _ = writeln!(page, "| `{shown}`{needed} | {variable} | {} |", meaning.replace('|', "\\|"));
}

#[cfg(test)]
mod tests {
    use std::{env, fs, path::Path};

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        crate::command().debug_assert();
    }

    /// Longer lines are wrapped in the help, and what is copied from there does not run.
    #[test]
    fn examples_fit_the_help() {
        fn check(command: &Command) {
            let text = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(text.lines().all(|line| line.chars().count() <= 100), "{}: {text}", command.get_name());
            command.get_subcommands().for_each(check);
        }
        check(&crate::command());
    }

    #[test]
    fn the_checked_in_page_is_this_one() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/cli.md");
        let page = render();
        if env::var_os("UPDATE_GOLDEN").is_some_and(|v| v == "1") {
            fs::write(&path, &page).unwrap();
        }
        let checked_in = fs::read_to_string(&path).unwrap_or_default();
        assert!(page == checked_in, "docs/reference/cli.md differs; write it anew with UPDATE_GOLDEN=1 and read it");
    }
}
