//! What is visible where.

use super::super::plan::VarId;
use proc_macro2::Span;
use std::collections::{HashMap, HashSet};

/// The names that a node sees.
#[derive(Clone, Default)]
pub(super) struct Scope {
    names: HashMap<String, VarId>,
    /// Names that were seen, but are not visible: with why not.
    hidden: HashMap<String, String>,
    /// How many maps are around it.
    pub(super) depth: usize,
}

impl Scope {
    pub(super) fn get(&self, name: &str) -> Option<VarId> {
        self.names.get(name).copied()
    }

    pub(super) fn set(&mut self, name: &str, var: VarId) {
        self.hidden.remove(name);
        self.names.insert(name.to_owned(), var);
    }

    /// Remembers why a name is not visible.
    pub(super) fn hide(&mut self, Hidden { name, why }: Hidden) {
        if !self.names.contains_key(&name) {
            self.hidden.insert(name, why);
        }
    }

    /// A name that is about to be visible.
    pub(super) fn reveal(&mut self, name: &str) {
        self.hidden.remove(name);
    }

    /// A name that something else of that name hides.
    pub(super) fn forget(&mut self, name: &str) {
        self.names.remove(name);
    }

    /// Why a name that was seen is not visible.
    pub(super) fn why_hidden(&self, name: &str) -> Option<&str> {
        self.hidden.get(name).map(String::as_str)
    }

    /// All names, in a stable order.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = self.names.keys().cloned().collect();
        names.sort();
        names
    }
}

/// A name that a node gives.
#[derive(Clone)]
pub(super) struct Given {
    pub(super) name: String,
    pub(super) var: VarId,
    /// Where errors about it point to.
    pub(super) span: Span,
}

/// A name that is not visible after a node, though something in it knows the name.
#[derive(Clone)]
pub(super) struct Hidden {
    pub(super) name: String,
    /// Continues "but ..".
    pub(super) why: String,
}

/// The segments below one parent.
#[derive(Default)]
pub(super) struct Level(HashSet<String>);

impl Level {
    /// Whether the segment is new.
    pub(super) fn add(&mut self, segment: &str) -> bool {
        self.0.insert(segment.to_owned())
    }
}
