//! Resolves the paths of a crate to the files that define what they name.

use super::modules::{Crate, ModuleId, Name};
use std::collections::BTreeSet;

/// An import of a definition in another file or crate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Import {
    pub(super) from: String,
    pub(super) from_top: String,
    /// The file that defines the name, or the crate if it is another.
    pub(super) to: Target,
    pub(super) name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    File { file: String, top: String },
    Crate(String),
}

/// The meaning of a path.
enum Meaning {
    /// An item that this module defines under this name.
    Item(ModuleId, String),
    Module(ModuleId),
    /// An item of another crate.
    Crate(String),
}

/// A name that is being looked up, so that imports that name each other end.
type Visited = BTreeSet<(ModuleId, String)>;

/// Returns every import of a crate. `crates` are the names, in paths, of the crates that it depends on.
pub(super) fn imports(krate: &Crate, crates: &BTreeSet<String>) -> BTreeSet<Import> {
    let resolver = Resolver { krate, crates };
    let mut imports = BTreeSet::new();
    for (id, module) in krate.modules.iter().enumerate() {
        let uses =
            module.imports.iter().chain(&module.globs).filter(|import| !import.exported).map(|import| &import.path);
        for path in uses.chain(&module.mentions.paths) {
            imports.extend(resolver.import(id, path));
        }
        for name in &module.mentions.macros {
            imports.extend(resolver.import_macro(id, name));
        }
        // Other crates count even if their names are only handed on.
        for path in module.imports.iter().chain(&module.globs).map(|import| &import.path) {
            imports.extend(resolver.import(id, path).filter(|import| matches!(import.to, Target::Crate(_))));
        }
    }
    imports
}

struct Resolver<'a> {
    krate: &'a Crate,
    crates: &'a BTreeSet<String>,
}

impl Resolver<'_> {
    fn import(&self, from: ModuleId, path: &[String]) -> Option<Import> {
        match self.resolve(from, path, false, &mut Visited::new())? {
            Meaning::Item(definer, name) => self.between(from, self.target(definer), &name),
            Meaning::Crate(name) => self.between(from, Target::Crate(name), path.last()?),
            Meaning::Module(_) => None,
        }
    }

    fn import_macro(&self, from: ModuleId, name: &str) -> Option<Import> {
        let path = [name.to_owned()];
        if self.resolve(from, &path, false, &mut Visited::new()).is_some() {
            return self.import(from, &path);
        }
        let file = self.krate.macros.get(name)?;
        let definer = self.krate.modules.iter().position(|module| module.file == *file)?;
        self.between(from, self.target(definer), name)
    }

    fn target(&self, module: ModuleId) -> Target {
        let module = &self.krate.modules[module];
        Target::File { file: module.file.clone(), top: module.top.clone() }
    }

    fn between(&self, from: ModuleId, to: Target, name: &str) -> Option<Import> {
        let from = &self.krate.modules[from];
        let itself = matches!(&to, Target::File { file, .. } if *file == from.file);
        let import = Import { from: from.file.clone(), from_top: from.top.clone(), to, name: name.to_owned() };
        (!itself).then_some(import)
    }

    /// Resolves a path in this module. If its last segment names a module and an item, `want_module` decides.
    fn resolve(&self, module: ModuleId, path: &[String], want_module: bool, visited: &mut Visited) -> Option<Meaning> {
        let (first, rest) = path.split_first()?;
        match &**first {
            "" => self.other_crate(rest.first()?),
            "crate" => self.walk(0, rest, want_module, visited),
            "self" => self.walk(module, rest, want_module, visited),
            "super" => self.walk(self.krate.modules[module].parent?, rest, want_module, visited),
            "Self" => None,
            _ => self.walk(module, path, want_module, visited).or_else(|| self.other_crate(first)),
        }
    }

    fn other_crate(&self, name: &str) -> Option<Meaning> {
        self.crates.contains(name).then(|| Meaning::Crate(name.to_owned()))
    }

    /// Resolves the segments of a path from this module on.
    fn walk(&self, module: ModuleId, path: &[String], want_module: bool, visited: &mut Visited) -> Option<Meaning> {
        let Some((first, rest)) = path.split_first() else { return Some(Meaning::Module(module)) };
        if first == "super" {
            return self.walk(self.krate.modules[module].parent?, rest, want_module, visited);
        }
        if first == "self" {
            return self.walk(module, rest, want_module, visited);
        }
        if rest.is_empty() {
            return self.lookup(module, first, want_module, visited);
        }
        match self.lookup(module, first, true, visited)? {
            Meaning::Module(next) => self.walk(next, rest, want_module, visited),
            found => Some(found),
        }
    }

    fn lookup(&self, module: ModuleId, name: &str, want_module: bool, visited: &mut Visited) -> Option<Meaning> {
        if !visited.insert((module, format!("{name}{want_module}"))) {
            return None;
        }
        let this = &self.krate.modules[module];
        let mut found = vec![];
        for meaning in this.names.get(name).into_iter().flatten() {
            found.extend(match meaning {
                Name::Item => Some(Meaning::Item(module, name.to_owned())),
                Name::Module(child) => Some(Meaning::Module(*child)),
                Name::Use(path) => self.resolve(module, path, want_module, visited),
            });
        }
        if found.is_empty() {
            for glob in &this.globs {
                if let Some(Meaning::Module(target)) = self.resolve(module, &glob.path, true, visited) {
                    found.extend(self.lookup(target, name, want_module, visited));
                }
            }
        }
        let preferred = found.iter().position(|meaning| matches!(meaning, Meaning::Module(_)) == want_module);
        let index = preferred.unwrap_or(0);
        (index < found.len()).then(|| found.swap_remove(index))
    }
}
