//! `cargo xtask invariants`: checks the sizes and the single places that the project keeps.

mod paths;
mod sizes;
mod strings;

use crate::{
    limits::{CFGS_IN_THE_CORE, LINES_OF_A_PLAIN_TASK, PRIVATE_NAMES},
    workspace,
};
use std::{fs, path::Path, process::ExitCode};

pub(crate) const DETAILS: &str = "\
Checks that

  - the kinds of lifecycle events are strings only in runnable-wire/src/kind.rs, tests and examples;
  - the version of the envelope is a constant of one file, and nothing else writes the field `v` as a number;
  - the core has few `cfg`s, and `__private` few names;
  - a plain task expands to few lines;
  - the paths in ARCHITECTURE.md and CONTRIBUTING.md exist.

The numbers are in xtask/src/limits.rs.";

/// The file in which the kinds of lifecycle events are strings.
const KINDS: &str = "runnable-wire/src/kind.rs";

const PLAIN_TASK: &str = "runnable-macros/src/snapshots/runnable_macros__tests__a_plain_task.snap";

/// A file of the published crates.
struct Source {
    path: String,
    text: String,
}

/// Checks everything and prints a line for each number.
pub(crate) fn command(_: &[String]) -> Result<ExitCode, String> {
    let root = workspace::root();
    let sources = sources(&root)?;
    let mut problems = vec![];
    for source in sources.iter().filter(|source| source.path != KINDS) {
        problems.extend(strings::kinds(source)?);
    }
    problems.extend(strings::versions(&sources)?);
    let core: Vec<_> = sources.iter().filter(|source| source.path.starts_with("runnable-core/src/")).collect();
    let counts = [
        ("`cfg`s in runnable-core/src", core.iter().map(|source| sizes::cfgs(&source.text)).sum(), CFGS_IN_THE_CORE),
        ("names in runnable_core::__private", sizes::private_names(&core)?, PRIVATE_NAMES),
        ("lines of a plain task's expansion", read(&root, PLAIN_TASK)?.lines().count(), LINES_OF_A_PLAIN_TASK),
    ];
    for (counted, count, limit) in counts {
        println!("{count} {counted} (at most {limit})");
        if count > limit {
            problems.push(format!("too many: {count} {counted}; at most {limit} are allowed"));
        }
    }
    let files = workspace::tracked(&root)?;
    for document in paths::DOCUMENTS {
        problems.extend(paths::missing(document, &read(&root, document)?, &files));
    }
    problems.iter().for_each(|problem| println!("{problem}"));
    Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Reads the Rust and SQL files of the published crates, without those of their tests and benchmarks.
fn sources(root: &Path) -> Result<Vec<Source>, String> {
    let packages = workspace::packages(root)?;
    let folders: Vec<_> = packages
        .iter()
        .filter(|package| package.published)
        .flat_map(|package| ["src", "migrations"].map(|inner| Path::new(&package.folder).join(inner)))
        .collect();
    let mut sources = vec![];
    for path in workspace::tracked(root)? {
        let is_source = Path::new(&path).extension().is_some_and(|extension| extension == "rs" || extension == "sql");
        if is_source && folders.iter().any(|folder| Path::new(&path).starts_with(folder)) {
            sources.push(Source { text: read(root, &path)?, path });
        }
    }
    Ok(sources)
}

fn read(root: &Path, file: &str) -> Result<String, String> {
    fs::read_to_string(root.join(file)).map_err(|error| format!("cannot read {file}: {error}"))
}
