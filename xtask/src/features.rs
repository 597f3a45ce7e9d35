//! `cargo xtask features`: checks every published crate with each of its features alone.

use crate::workspace::{self, Package};
use serde_json::Value;
use std::{
    fs,
    path::Path,
    process::{Command, ExitCode},
};

pub(crate) const DETAILS: &str = "\
Runs `cargo check` for the library of each published crate: with its default features, with none, and with each
feature alone. A warning fails as an error does. After `runnable-cli` follows the crate that `rnbl init` creates.

  CRATE   checks this crate only; may be repeated";

/// Checks the published crates, or those that are named.
pub(crate) fn command(named: &[String]) -> Result<ExitCode, String> {
    let root = workspace::root();
    let packages = workspace::packages(&root)?;
    if let Some(unknown) = named.iter().find(|name| !packages.iter().any(|package| package.name == **name)) {
        return Err(format!("`{unknown}` is not a crate of the workspace"));
    }
    let mut failures = vec![];
    let wanted = |package: &&Package| package.published && (named.is_empty() || named.contains(&package.name));
    for package in packages.iter().filter(wanted) {
        for choice in choices(package) {
            let shown = format!("{} {}", package.name, choice.join(" "));
            println!("checking {}", shown.trim_end());
            if let Err(error) = check(&package.name, &choice) {
                println!("{error}");
                failures.push(shown);
            }
        }
        if package.name == "runnable-cli" {
            println!("checking the crate that `rnbl init` creates");
            if let Err(error) = check_created(&root) {
                println!("{error}");
                failures.push("rnbl init".to_owned());
            }
        }
    }
    if failures.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    println!("\nfailed:");
    failures.iter().for_each(|failure| println!("  {failure}"));
    Ok(ExitCode::FAILURE)
}

/// Returns the arguments that choose features: the default, none, and each alone.
fn choices(package: &Package) -> Vec<Vec<String>> {
    let none = "--no-default-features".to_owned();
    let features = package.features.keys().filter(|feature| *feature != "default");
    let alone = features.map(|feature| vec![none.clone(), "--features".to_owned(), feature.clone()]);
    let default = package.features.contains_key("default").then(Vec::new);
    default.into_iter().chain([vec![none.clone()]]).chain(alone).collect()
}

/// Checks a library with these features.
fn check(name: &str, choice: &[String]) -> Result<(), String> {
    let mut cargo = workspace::cargo();
    cargo.args(["check", "--quiet", "--lib", "--package", name]).args(choice).current_dir(workspace::root());
    run(cargo)
}

/// Checks the crate that `rnbl init` creates, and its tests: the features in its manifest must be all that it needs.
fn check_created(root: &Path) -> Result<(), String> {
    let read = |file: &str| fs::read_to_string(root.join(file)).map_err(|error| format!("cannot read {file}: {error}"));
    let template = "runnable-cli/src/commands/init/template";
    // A string of JSON is a string of TOML.
    let at = |folder: &str| format!("path = {}", Value::from(root.join(folder).to_string_lossy()));
    let manifest = read(&format!("{template}/manifest.toml"))?
        .replace("{{name}}", "demo")
        .replace("{{rust}}", env!("CARGO_PKG_RUST_VERSION"))
        .replace("{{runnable}}", &at(""))
        .replace("{{runnable-cli}}", &at("runnable-cli"));
    // With the profile of the workspace, most of its dependencies have been checked before.
    let workspace = read("Cargo.toml")?;
    let profiles = workspace.find("[profile.dev]").and_then(|at| workspace.get(at..)).unwrap_or_default();
    let folder = workspace::target().join("init/demo");
    fs::create_dir_all(folder.join("src")).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
    for (file, text) in [
        ("Cargo.toml", format!("{manifest}\n[workspace]\n\n{profiles}")),
        ("Cargo.lock", read("Cargo.lock")?),
        ("src/main.rs", read(&format!("{template}/main.rs"))?),
    ] {
        fs::write(folder.join(file), text).map_err(|error| format!("cannot write {file}: {error}"))?;
    }
    let mut cargo = workspace::cargo();
    cargo.args(["check", "--quiet", "--tests", "--offline"]).current_dir(&folder);
    cargo.env("CARGO_TARGET_DIR", workspace::target());
    run(cargo)
}

/// Runs `cargo check`; returns its output if there are errors or warnings.
fn run(mut cargo: Command) -> Result<(), String> {
    let output = cargo.output().map_err(|error| format!("cannot run `cargo check`: {error}"))?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let warned = text.lines().any(|line| line.starts_with("warning"));
    if output.status.success() && !warned { Ok(()) } else { Err(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn choices_of(features: &[&str]) -> Vec<String> {
        let features = features.iter().map(|&feature| (feature.to_owned(), vec![])).collect::<BTreeMap<_, _>>();
        let package = Package { name: "a".into(), features, ..Package::default() };
        choices(&package).into_iter().map(|choice| choice.join(" ")).collect()
    }

    #[test]
    fn each_feature_is_checked_alone_and_none_once() {
        assert_eq!(
            choices_of(&["b", "default", "a"]),
            ["", "--no-default-features", "--no-default-features --features a", "--no-default-features --features b"]
        );
        assert_eq!(choices_of(&[]), ["--no-default-features"]);
    }
}
