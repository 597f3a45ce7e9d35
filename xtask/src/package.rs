//! `cargo xtask package`: packs every crate and checks the lists of packed files.

use crate::workspace::{self, Package};
use std::process::{Command, ExitCode};

pub(crate) const DETAILS: &str = "\
Runs `cargo package --workspace --no-verify --exclude chat`, then checks the files of each published crate: a README and both
licences are packed; files of CI, of the project's development and of compile-time test cases are not. Each manifest
names its repository and documentation.";

/// The files that every published crate packs.
const REQUIRED: [&str; 3] = ["README.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// The starts of the paths that no published crate packs.
const FORBIDDEN: [&str; 14] = [
    ".cargo/",
    ".ci/",
    ".git",
    "api/",
    "benches/peers/",
    "clippy.toml",
    "deny.toml",
    "docs/decisions/",
    "runnable-",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "tests/",
    "typos.toml",
    "xtask/",
];

/// The fields that every published manifest has.
const FIELDS: [&str; 4] = ["description", "documentation", "license", "repository"];

/// Packs the crates and checks them.
pub(crate) fn command(_: &[String]) -> Result<ExitCode, String> {
    let root = workspace::root();
    let mut cargo = workspace::cargo();
    cargo.args(["package", "--workspace", "--no-verify", "--allow-dirty", "--quiet"]).current_dir(&root);
    // Cargo looks for `llm_server`, on which this example depends, in the registry, where no example is.
    cargo.args(["--exclude", "chat"]);
    let status = cargo.status().map_err(|error| format!("cannot run `cargo package`: {error}"))?;
    if !status.success() {
        return Ok(ExitCode::FAILURE);
    }
    let mut problems = vec![];
    for package in workspace::packages(&root)?.iter().filter(|package| package.published) {
        let files = list(package)?;
        problems.extend(check(&files).into_iter().chain(missing(package)).map(|it| format!("{}: {it}", package.name)));
    }
    problems.iter().for_each(|problem| println!("{problem}"));
    Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Lists the files that a crate packs.
fn list(package: &Package) -> Result<Vec<String>, String> {
    let mut cargo: Command = workspace::cargo();
    cargo.args(["package", "--list", "--allow-dirty", "--quiet", "--package", &package.name]);
    let output = cargo.current_dir(workspace::root()).output();
    let output = output.map_err(|error| format!("cannot run `cargo package`: {error}"))?;
    if !output.status.success() {
        return Err(format!("`cargo package --list` failed: {}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect())
}

/// Returns the problems of a list of packed files.
fn check(files: &[String]) -> Vec<String> {
    let missing = REQUIRED.iter().filter(|required| !files.iter().any(|file| file == *required));
    let forbidden = files.iter().filter(|file| FORBIDDEN.iter().any(|start| file.starts_with(start)));
    missing
        .map(|file| format!("does not pack {file}"))
        .chain(forbidden.map(|file| format!("packs {file}; help: leave it out of `include` in the manifest")))
        .collect()
}

/// Returns the fields that the manifest lacks.
fn missing(package: &Package) -> Vec<String> {
    let missing = FIELDS.iter().filter(|field| !package.fields.iter().any(|present| present == *field));
    missing.map(|field| format!("the manifest has no `{field}`")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_readme_and_licences_are_required_and_files_of_ci_are_not_packed() {
        let files = ["README.md", "LICENSE-MIT", "src/lib.rs", ".ci/run", "tests/ui/a.rs"].map(str::to_owned);
        let problems = check(&files).join("\n");
        assert_eq!(problems.lines().count(), 3, "{problems}");
        assert!(problems.contains("does not pack LICENSE-APACHE") && problems.contains("packs .ci/run"), "{problems}");
        let files = ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "src/lib.rs"].map(str::to_owned);
        assert!(check(&files).is_empty());
    }
}
