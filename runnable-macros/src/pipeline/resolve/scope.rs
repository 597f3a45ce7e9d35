//! The names that are visible at a node.

use super::super::plan::VarId;
use proc_macro2::Span;
use std::collections::{HashMap, HashSet};

/// The names that a node sees.
#[derive(Clone, Default)]
pub(super) struct Scope {
    names: HashMap<String, VarId>,
    /// Names that exist elsewhere, but are not visible, each with the reason.
    hidden: HashMap<String, String>,
    /// The number of `map`s around it.
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

    /// Records the reason why a name is not visible.
    pub(super) fn hide(&mut self, Hidden { name, why }: Hidden) {
        if !self.names.contains_key(&name) {
            self.hidden.insert(name, why);
        }
    }

    /// Forgets the reason, since the name is about to be visible.
    pub(super) fn reveal(&mut self, name: &str) {
        self.hidden.remove(name);
    }

    /// Removes a name that another definition hides.
    pub(super) fn forget(&mut self, name: &str) {
        self.names.remove(name);
    }

    /// Returns the reason why a name is not visible, if it exists elsewhere.
    pub(super) fn why_hidden(&self, name: &str) -> Option<&str> {
        self.hidden.get(name).map(String::as_str)
    }

    /// Returns all names, in a stable order.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = self.names.keys().cloned().collect();
        names.sort();
        names
    }
}

/// An output of a node.
#[derive(Clone)]
pub(super) struct Given {
    pub(super) name: String,
    pub(super) var: VarId,
    /// The span of errors about it.
    pub(super) span: Span,
}

/// A name that exists inside a node, but is not visible after it.
#[derive(Clone)]
pub(super) struct Hidden {
    pub(super) name: String,
    /// The reason, which continues "but ..".
    pub(super) why: String,
}

/// The segments below one parent.
#[derive(Default)]
pub(super) struct Level(HashSet<String>);

impl Level {
    /// Adds a segment. Returns `true` if it is new.
    pub(super) fn add(&mut self, segment: &str) -> bool {
        self.0.insert(segment.to_owned())
    }
}
