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

    /// Returns the names that a block defines and does not return, each with the reason, after those of the blocks in it.
    pub(super) fn left_behind(&self, outside: &Self, gives: &[Given], block: Block<'_>) -> Vec<Hidden> {
        let inner = self.hidden.iter().filter(|(name, _)| !outside.hidden.contains_key(*name));
        let inner = inner.map(|(name, why)| Hidden { name: name.clone(), why: why.clone() });
        let kept = self
            .names
            .iter()
            .filter(|(name, var)| outside.get(name) != Some(**var) && !gives.iter().any(|given| given.name == **name));
        let kept = kept.map(|(name, var)| Hidden { name: name.clone(), why: block.keeps(name, *var, gives) });
        inner.chain(kept).collect()
    }

    /// Returns all names, in a stable order.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = self.names.keys().cloned().collect();
        names.sort();
        names
    }
}

/// A block that defines names, for messages about those that it does not return.
#[derive(Clone, Copy)]
pub(super) enum Block<'t> {
    Group,
    Branch,
    Map,
    Repeat,
    /// One of several chains, by its title.
    Arm(&'t str),
}

impl Block<'_> {
    /// Returns the reason why a name is not visible after the block.
    fn keeps(self, name: &str, var: VarId, gives: &[Given]) -> String {
        let title = match self {
            Self::Group => "the block",
            Self::Branch => "the branch",
            Self::Map => "the `map`",
            Self::Repeat => "the `repeat`",
            Self::Arm(title) => title,
        };
        if let Some(Given { name: other, .. }) = gives.iter().find(|given| given.var == var) {
            return format!("{title} returns it as `{other}`\nhelp: bind it: `{name} = {other}`");
        }
        let names: Vec<_> = gives.iter().map(|given| given.name.as_str()).collect();
        let returned = if names.is_empty() { "nothing".to_owned() } else { format!("only `{}`", names.join("`, `")) };
        let list = names.into_iter().chain([name]).collect::<Vec<_>>().join(", ");
        let help = match self {
            Self::Group | Self::Branch => format!("list what leaves it: `{{ .. }} -> [{list}]`"),
            Self::Map => format!("list what leaves it: `map(..) {{ .. }} -> [{list}]`"),
            Self::Repeat => format!("list what leaves it: `repeat(..) {{ .. }} until(..) -> [{list}]`"),
            Self::Arm(_) => format!("end every arm with a step that returns `{name}`, or use it only inside"),
        };
        format!("{title} that defines it returns {returned}\nhelp: {help}")
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
