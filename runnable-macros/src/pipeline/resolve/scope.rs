//! What is visible where.

use super::super::plan::VarId;
use proc_macro2::Span;
use std::collections::{HashMap, HashSet};

/// The names that a node sees.
#[derive(Clone, Default)]
pub(super) struct Scope {
    names: HashMap<String, VarId>,
    /// How many maps are around it.
    pub(super) depth: usize,
}

impl Scope {
    pub(super) fn get(&self, name: &str) -> Option<VarId> {
        self.names.get(name).copied()
    }

    pub(super) fn set(&mut self, name: &str, var: VarId) {
        self.names.insert(name.to_owned(), var);
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

/// The segments below one parent.
#[derive(Default)]
pub(super) struct Level(HashSet<String>);

impl Level {
    /// Whether the segment is new.
    pub(super) fn add(&mut self, segment: &str) -> bool {
        self.0.insert(segment.to_owned())
    }
}
