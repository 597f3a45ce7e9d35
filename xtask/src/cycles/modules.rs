//! Reads the modules of a crate: what each defines, imports and names.

use super::imports::{self, Mentions};
use crate::syntax::{attributes, is_test};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use syn::{Attribute, Item, ItemMod, UseTree};

/// The index of a module in [`Crate::modules`].
pub(super) type ModuleId = usize;

/// The modules of a crate.
pub(super) struct Crate {
    /// The name in paths: `runnable_core`.
    pub(super) name: String,
    pub(super) modules: Vec<Module>,
    /// The files of macros by name, for macros that are visible by textual order.
    pub(super) macros: BTreeMap<String, String>,
}

/// A module, in a file of its own or inline.
pub(super) struct Module {
    /// The file, relative to the workspace.
    pub(super) file: String,
    pub(super) parent: Option<ModuleId>,
    /// The top-level module to which this module belongs; empty for the root.
    pub(super) top: String,
    pub(super) names: BTreeMap<String, Vec<Name>>,
    pub(super) imports: Vec<Use>,
    pub(super) globs: Vec<Use>,
    pub(super) mentions: Mentions,
}

/// The meaning of a name in a module.
#[derive(Clone, Debug)]
pub(super) enum Name {
    Item,
    Module(ModuleId),
    Use(Vec<String>),
}

/// A path after `use`.
#[derive(Clone, Debug)]
pub(super) struct Use {
    pub(super) path: Vec<String>,
    /// The import hands the name on to other modules.
    pub(super) exported: bool,
}

impl Crate {
    /// Reads the crate whose root is `file`.
    ///
    /// # Errors
    /// Returns an error if a file of the crate cannot be read or parsed.
    pub(super) fn read(workspace: &Path, name: &str, file: &Path) -> Result<Self, String> {
        let mut this = Self { name: name.replace('-', "_"), modules: vec![], macros: BTreeMap::new() };
        this.read_file(workspace, file, None, "")?;
        Ok(this)
    }

    fn read_file(
        &mut self,
        workspace: &Path,
        file: &Path,
        parent: Option<ModuleId>,
        top: &str,
    ) -> Result<ModuleId, String> {
        let text = fs::read_to_string(file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
        let tree = syn::parse_file(&text).map_err(|error| format!("cannot parse {}: {error}", file.display()))?;
        self.add_module(workspace, file, parent, top, &tree.items)
    }

    fn add_module(
        &mut self,
        workspace: &Path,
        file: &Path,
        parent: Option<ModuleId>,
        top: &str,
        items: &[Item],
    ) -> Result<ModuleId, String> {
        let shown = file.strip_prefix(workspace).unwrap_or(file).display().to_string();
        let id = self.modules.len();
        self.modules.push(Module {
            file: shown,
            parent,
            top: top.to_owned(),
            names: BTreeMap::new(),
            imports: vec![],
            globs: vec![],
            mentions: imports::mentions(items),
        });
        for item in items.iter().filter(|item| !is_test(attributes(item))) {
            match item {
                Item::Mod(module) => {
                    let child = self.add_child(workspace, file, id, module)?;
                    self.define(id, &module.ident.to_string(), Name::Module(child));
                }
                Item::Macro(item) => {
                    if let Some(name) = &item.ident {
                        self.define_macro(id, &name.to_string(), &item.attrs);
                    }
                }
                _ => imports::names(item).into_iter().for_each(|name| self.define(id, &name, Name::Item)),
            }
        }
        let uses = self.modules[id].mentions.uses.clone();
        for (tree, exported) in &uses {
            self.add_use(id, tree, &mut vec![], *exported);
        }
        Ok(id)
    }

    fn add_child(
        &mut self,
        workspace: &Path,
        file: &Path,
        parent: ModuleId,
        module: &ItemMod,
    ) -> Result<ModuleId, String> {
        let name = module.ident.to_string();
        let top = match &*self.modules[parent].top {
            "" => name.clone(),
            top => top.to_owned(),
        };
        match &module.content {
            Some((_, items)) => self.add_module(workspace, file, Some(parent), &top, items),
            None => {
                let child = module_file(file, &name, &module.attrs)
                    .ok_or_else(|| format!("{}: the file of `mod {name}` is missing", file.display()))?;
                self.read_file(workspace, &child, Some(parent), &top)
            }
        }
    }

    fn define(&mut self, module: ModuleId, name: &str, meaning: Name) {
        self.modules[module].names.entry(name.to_owned()).or_default().push(meaning);
    }

    fn define_macro(&mut self, module: ModuleId, name: &str, attributes: &[Attribute]) {
        let file = self.modules[module].file.clone();
        self.macros.insert(name.to_owned(), file);
        self.define(module, name, Name::Item);
        if attributes.iter().any(|attribute| attribute.path().is_ident("macro_export")) && module != 0 {
            let mut path = vec!["crate".to_owned()];
            path.extend(self.path(module));
            path.push(name.to_owned());
            self.define(0, name, Name::Use(path));
        }
    }

    /// Returns the names of the modules from the root to this module.
    fn path(&self, module: ModuleId) -> Vec<String> {
        let Some(parent) = self.modules[module].parent else { return vec![] };
        let mut path = self.path(parent);
        let is_this = |names: &&Name| matches!(names, Name::Module(id) if *id == module);
        let named = self.modules[parent].names.iter().find(|(_, names)| names.iter().find(is_this).is_some());
        path.extend(named.map(|(name, _)| name.clone()));
        path
    }

    fn add_use(&mut self, module: ModuleId, tree: &UseTree, prefix: &mut Vec<String>, exported: bool) {
        match tree {
            UseTree::Path(path) => {
                prefix.push(path.ident.to_string());
                self.add_use(module, &path.tree, prefix, exported);
                prefix.pop();
            }
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.add_use(module, tree, prefix, exported));
            }
            UseTree::Glob(_) => self.modules[module].globs.push(Use { path: prefix.clone(), exported }),
            UseTree::Name(name) => self.add_leaf(module, &name.ident.to_string(), None, prefix, exported),
            UseTree::Rename(rename) => {
                let alias = rename.rename.to_string();
                self.add_leaf(module, &rename.ident.to_string(), Some(alias), prefix, exported);
            }
        }
    }

    fn add_leaf(&mut self, module: ModuleId, name: &str, alias: Option<String>, prefix: &[String], exported: bool) {
        let mut path = prefix.to_vec();
        if name != "self" || path.is_empty() {
            path.push(name.to_owned());
        }
        let alias = alias.or_else(|| path.last().cloned()).unwrap_or_default();
        if alias != "_" {
            self.define(module, &alias, Name::Use(path.clone()));
        }
        self.modules[module].imports.push(Use { path, exported });
    }
}

/// Finds the file of `mod name;` in `file`.
fn module_file(file: &Path, name: &str, attributes: &[Attribute]) -> Option<PathBuf> {
    let folder = file.parent()?;
    if let Some(path) = attributes.iter().find_map(path_attribute) {
        return Some(folder.join(path));
    }
    let stem = file.file_stem()?;
    let inner =
        if ["lib", "main", "mod"].iter().any(|root| stem == *root) { folder.to_owned() } else { folder.join(stem) };
    let candidates = [inner.join(format!("{name}.rs")), inner.join(name).join("mod.rs")];
    candidates.into_iter().find(|candidate| candidate.is_file())
}

fn path_attribute(attribute: &Attribute) -> Option<String> {
    let syn::Meta::NameValue(meta) = &attribute.meta else { return None };
    let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(path), .. }) = &meta.value else { return None };
    meta.path.is_ident("path").then(|| path.value())
}
