//! `cargo xtask cycles`: lists import cycles between crates, modules and files.

mod graph;
mod imports;
mod modules;
mod resolve;
#[cfg(test)]
mod tests;

use crate::{
    limits::FILES_IN_A_CYCLE,
    workspace::{self, Package},
};
use graph::Graph;
use modules::Crate;
use resolve::{Import, Target};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    path::Path,
    process::ExitCode,
};

pub(crate) const DETAILS: &str = "\
Reads the sources of every crate, for all features at once and without tests. A file imports the file that defines
what it names, through any re-export; a re-export by itself is not an import. Only the top-level modules of a crate
count: `queue` is `src/queue.rs` and everything in `src/queue/`. Files that lie side by side in `src` and have no
folder count as one module.

Fails if a cycle crosses crates or modules, or if a cycle inside a module has more than 3 files.

  --imports   also lists every import between modules";

/// The most imports that are shown for an arrow of a cycle.
const SHOWN: usize = 6;

/// Reads the crates of the workspace and prints their cycles.
pub(crate) fn command(arguments: &[String]) -> Result<ExitCode, String> {
    let root = workspace::root();
    let sources = SourceGraph::read(&root, &workspace::packages(&root)?)?;
    if arguments.iter().any(|argument| argument == "--imports") {
        sources.print_imports();
    }
    let cycles = sources.cycles();
    for cycle in cycles.crates.iter().chain(&cycles.modules) {
        println!("a cycle crosses modules:\n{}", sources.describe(cycle));
    }
    for cycle in &cycles.files {
        println!("a cycle of {} files inside a module:\n{}", cycle.len(), sources.describe(cycle));
    }
    let largest = cycles.files.iter().map(BTreeSet::len).max().unwrap_or(0);
    let crossing = cycles.crates.len() + cycles.modules.len();
    println!(
        "{} files, {} modules, {} crates: {crossing} cycles cross modules; the largest cycle of files inside a module is \
         {largest} (at most {FILES_IN_A_CYCLE})",
        sources.files.values().map(BTreeSet::len).sum::<usize>(),
        sources.modules.nodes().len(),
        sources.crates.nodes().len(),
    );
    let holds = crossing == 0 && largest <= FILES_IN_A_CYCLE;
    Ok(if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The imports of a workspace.
#[derive(Default)]
struct SourceGraph {
    imports: BTreeSet<Arrow>,
    /// The files of each module.
    files: BTreeMap<String, BTreeSet<String>>,
    crates: Graph,
    modules: Graph,
    /// The graphs of files, by module.
    inside: BTreeMap<String, Graph>,
}

/// An import, between files, modules or crates by their names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Arrow {
    from: [String; 3],
    to: [String; 3],
    name: String,
}

/// The cycles of a workspace.
struct Cycles {
    crates: Vec<BTreeSet<String>>,
    modules: Vec<BTreeSet<String>>,
    files: Vec<BTreeSet<String>>,
}

impl SourceGraph {
    /// Reads the crates in the folders of these packages.
    fn read(root: &Path, packages: &[Package]) -> Result<Self, String> {
        let mut sources = Self::default();
        for package in packages {
            let dependencies =
                package.dependencies.iter().filter(|name| packages.iter().any(|other| other.name == **name));
            let crates = dependencies.map(|name| name.replace('-', "_")).collect();
            let source = root.join(&package.folder).join("src");
            let roots = ["lib.rs", "main.rs"].map(|file| source.join(file));
            for file in roots.iter().filter(|file| file.is_file()) {
                let krate = Crate::read(root, &package.name, file)?;
                sources.add(&krate, &crates);
            }
        }
        Ok(sources)
    }

    fn add(&mut self, krate: &Crate, crates: &BTreeSet<String>) {
        let top = |top: &str| format!("{}::{}", krate.name, if top.is_empty() { "(root)" } else { top });
        let place = |file: &str, name: &str| [file.to_owned(), top(name), krate.name.clone()];
        self.crates.add_node(&krate.name);
        for module in &krate.modules {
            self.modules.add_node(&top(&module.top));
            self.files.entry(top(&module.top)).or_default().insert(module.file.clone());
        }
        for Import { from, from_top, to, name } in resolve::imports(krate, crates) {
            let from = place(&from, &from_top);
            let to = match to {
                Target::File { file, top } => place(&file, &top),
                Target::Crate(name) => [name.clone(), name.clone(), name],
            };
            self.connect(Arrow { from, to, name });
        }
    }

    fn connect(&mut self, arrow: Arrow) {
        let [from_file, from_top, from_crate] = &arrow.from;
        let [to_file, to_top, to_crate] = &arrow.to;
        if from_crate != to_crate {
            self.crates.add_edge(from_crate, to_crate);
        } else if from_top == to_top {
            self.inside.entry(from_top.clone()).or_default().add_edge(from_file, to_file);
        } else {
            self.modules.add_edge(from_top, to_top);
        }
        self.imports.insert(arrow);
    }

    fn cycles(&self) -> Cycles {
        let mut files: Vec<_> = self.inside.values().flat_map(Graph::cycles).collect();
        let (side_by_side, modules) =
            self.modules.cycles().into_iter().partition::<Vec<_>, _>(|cycle| cycle.iter().all(|top| self.is_file(top)));
        files.extend(side_by_side);
        files.sort_by_key(|cycle| std::cmp::Reverse(cycle.len()));
        Cycles { crates: self.crates.cycles(), modules, files }
    }

    /// Returns whether a module is a single file.
    fn is_file(&self, top: &str) -> bool {
        self.files.get(top).is_some_and(|files| files.len() == 1)
    }

    /// Lists the imports that tie a cycle of files, modules or crates.
    fn describe(&self, cycle: &BTreeSet<String>) -> String {
        let mut lines = String::new();
        for level in 0..3 {
            let ties = |arrow: &&Arrow| {
                arrow.from[level] != arrow.to[level]
                    && cycle.contains(&arrow.from[level])
                    && cycle.contains(&arrow.to[level])
            };
            let mut arrows: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
            for arrow in self.imports.iter().filter(ties) {
                let ends = (&arrow.from[level], &arrow.to[level]);
                arrows.entry(ends).or_default().insert((&arrow.from[0], &*arrow.name));
            }
            for ((from, to), names) in arrows {
                let _ = writeln!(lines, "  {from} -> {to}: {}", shorten(level, &names));
            }
        }
        lines
    }

    fn print_imports(&self) {
        let mut arrows: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for arrow in self.imports.iter().filter(|arrow| arrow.from[1] != arrow.to[1]) {
            arrows.entry((&arrow.from[1], &arrow.to[1])).or_default().insert((&arrow.from[0], &*arrow.name));
        }
        for ((from, to), names) in arrows {
            println!("{from} -> {to}: {}", shorten(1, &names));
        }
    }
}

/// Lists names, and above the level of files also the file of each.
fn shorten(level: usize, names: &BTreeSet<(&String, &str)>) -> String {
    let shown = names.iter().take(SHOWN).map(|(file, name)| match level {
        0 => (*name).to_owned(),
        _ => format!("{name} ({file})"),
    });
    let mut shown = shown.collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN {
        let _ = write!(shown, " and {} more", names.len() - SHOWN);
    }
    shown
}
