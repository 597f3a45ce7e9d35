//! `cargo xtask features`: checks every published crate with each of its features alone.

use crate::workspace::{self, Package};
use std::process::ExitCode;

pub(crate) const DETAILS: &str = "\
Runs `cargo check` for the library of each published crate: with its default features, with none, and with each
feature alone. A warning fails as an error does.

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

/// Checks a library; returns the output if there are errors or warnings.
fn check(name: &str, choice: &[String]) -> Result<(), String> {
    let mut cargo = workspace::cargo();
    cargo.args(["check", "--quiet", "--lib", "--package", name]).args(choice).current_dir(workspace::root());
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
