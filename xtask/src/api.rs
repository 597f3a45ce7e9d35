//! `cargo xtask api`: compares the public API with the committed listing in `api/`.

use crate::{
    shell,
    workspace::{self, Package},
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

pub(crate) const DETAILS: &str = "\
Lists the public items of every published crate, with all features and without hidden items, and compares them with
`api/CRATE.txt`. A difference fails: an API changes on purpose, in a commit that also changes the listing.

  --update   writes the listings instead";

/// Runs `rustdoc` with the flag that its JSON output needs, and leaves the compiler's own environment as it is: a
/// variable that all of Cargo sees would rebuild every dependency.
const RUSTDOC: &str = "#!/bin/sh\nRUSTC_BOOTSTRAP=1 exec rustdoc \"$@\"\n";

/// The most changed lines that are shown for a crate.
const SHOWN: usize = 40;

/// Checks or writes the listings.
pub(crate) fn command(arguments: &[String]) -> Result<ExitCode, String> {
    let update = match arguments {
        [] => false,
        [argument] if argument == "--update" => true,
        _ => return Err("`cargo xtask api` takes only `--update`".to_owned()),
    };
    let root = workspace::root();
    let packages: Vec<_> = workspace::packages(&root)?.into_iter().filter(|package| package.published).collect();
    let folder = document(&root, &packages)?;
    let mut differs = stale(&root, &packages, update)?;
    for package in &packages {
        let listing = listing(&folder.join(format!("{}.json", package.name.replace('-', "_"))))?;
        let file = root.join("api").join(format!("{}.txt", package.name));
        if update {
            fs::create_dir_all(root.join("api")).map_err(|error| format!("cannot create `api`: {error}"))?;
            fs::write(&file, listing).map_err(|error| format!("cannot write {}: {error}", file.display()))?;
        } else if let Some(difference) = difference(&fs::read_to_string(&file).unwrap_or_default(), &listing) {
            println!("the public API of `{}` has changed:\n{difference}", package.name);
            differs = true;
        }
    }
    if !differs {
        return Ok(ExitCode::SUCCESS);
    }
    println!("help: if the change is intended, run `cargo xtask api --update` and commit `api`");
    Ok(ExitCode::FAILURE)
}

/// Writes the rustdoc JSON of these crates; returns its folder.
fn document(root: &Path, packages: &[Package]) -> Result<PathBuf, String> {
    let target = workspace::target();
    let rustdoc = target.join("rustdoc-json.sh");
    fs::create_dir_all(&target).map_err(|error| format!("cannot create {}: {error}", target.display()))?;
    shell::write_program(&rustdoc, RUSTDOC)?;
    let mut cargo = workspace::cargo();
    cargo.args(["doc", "--quiet", "--no-deps", "--lib", "--all-features"]).current_dir(root);
    cargo.args(packages.iter().flat_map(|package| ["--package", &package.name]));
    cargo.env("RUSTDOC", rustdoc).env("RUSTDOCFLAGS", "-Z unstable-options --output-format json --cap-lints allow");
    shell::run(&mut cargo)?;
    Ok(target.join("doc"))
}

/// Lists the public items in a file of rustdoc JSON, a line each.
fn listing(json: &Path) -> Result<String, String> {
    let mut builder = public_api::Builder::from_rustdoc_json(json);
    builder = builder.sorted(true).omit_blanket_impls(true).omit_auto_trait_impls(true);
    let api = builder.build().map_err(|error| format!("cannot read {}: {error}", json.display()))?;
    Ok(api.items().flat_map(|item| [item.to_string(), "\n".to_owned()]).collect())
}

/// Finds listings of crates that are no longer published, or removes them.
fn stale(root: &Path, packages: &[Package], remove: bool) -> Result<bool, String> {
    let mut found = false;
    for file in fs::read_dir(root.join("api")).into_iter().flatten().flatten() {
        let name = file.file_name().display().to_string();
        if !packages.iter().any(|package| name == format!("{}.txt", package.name)) {
            if remove {
                fs::remove_file(file.path()).map_err(|error| format!("cannot remove api/{name}: {error}"))?;
            } else {
                println!("api/{name} belongs to no published crate");
                found = true;
            }
        }
    }
    Ok(found)
}

/// Shows the lines that are only in one of two listings.
fn difference(before: &str, after: &str) -> Option<String> {
    let lines = |text: &'_ str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let (old, new) = (lines(before), lines(after));
    let removed = old.difference(&new).map(|line| format!("  - {line}\n"));
    let added = new.difference(&old).map(|line| format!("  + {line}\n"));
    let changed: Vec<_> = removed.chain(added).collect();
    let more = changed.len().saturating_sub(SHOWN);
    let rest = (more > 0).then(|| format!("  and {more} more lines\n"));
    (!changed.is_empty()).then(|| changed.into_iter().take(SHOWN).chain(rest).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn added_and_removed_lines_are_shown() {
        assert_eq!(difference("a\nb\n", "b\nc\n").as_deref(), Some("  - a\n  + c\n"));
        assert_eq!(difference("a\nb\n", "a\nb\n"), None);
        let many = (0..SHOWN + 2).map(|line| line.to_string()).collect::<Vec<_>>().join("\n");
        assert!(difference("", &many).is_some_and(|text| text.ends_with("  and 2 more lines\n")));
    }
}
