//! Static positions in the program.

use std::{
    cell::Cell,
    collections::{BTreeMap, HashMap},
    ptr,
    sync::{Mutex, OnceLock, PoisonError, RwLock},
};

/// The part of a position that an expansion knows: one `static` per step, branch and map.
#[derive(Debug)]
pub struct Place {
    name: &'static str,
    pub(super) indexed: bool,
    /// The parameters of the step that take resources.
    pub(super) resources: &'static [&'static str],
    /// The position under the parent that asked first. Nearly always there is only one parent.
    first: OnceLock<&'static Position>,
}

/// A place below its parent. The program has a fixed number of them, so they are never freed.
#[derive(Debug)]
pub(super) struct Position {
    pub(super) name: &'static str,
    pub(super) parent: Option<&'static Position>,
    pub(super) indexed: bool,
    /// The number of indexed positions from the root to this position.
    pub(super) indices: usize,
    /// Its path as JSON, if no position is indexed.
    pub(super) json: OnceLock<Box<[u8]>>,
}

pub(super) static ROOT: Position =
    Position { name: "", parent: None, indexed: false, indices: 0, json: OnceLock::new() };

/// The further positions of a pipeline that is used in several places, by the addresses of place and parent.
static OTHERS: Mutex<Option<HashMap<(usize, usize), &'static Position>>> = Mutex::new(None);

/// The places of tasks that run alone, by name.
static ALONE: RwLock<BTreeMap<&'static str, &'static Place>> = RwLock::new(BTreeMap::new());

thread_local! {
    /// The place that this thread got last: it may run one task very often.
    static LAST_ALONE: Cell<Option<&'static Place>> = const { Cell::new(None) };
}

impl Place {
    /// Returns the place of a task that runs alone, and is the only step of its run.
    pub(crate) fn alone(name: &'static str) -> &'static Self {
        if let Some(place) = LAST_ALONE.get()
            && ptr::eq(place.name, name)
        {
            return place;
        }
        let place = Self::alone_of(name);
        LAST_ALONE.set(Some(place));
        place
    }

    fn alone_of(name: &'static str) -> &'static Self {
        let known = ALONE.read().unwrap_or_else(PoisonError::into_inner).get(name).copied();
        known.unwrap_or_else(|| {
            let mut all = ALONE.write().unwrap_or_else(PoisonError::into_inner);
            all.entry(name).or_insert_with(|| Box::leak(Box::new(Self::new(name))))
        })
    }

    /// Returns the place of a step or a branch.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name, indexed: false, resources: &[], first: OnceLock::new() }
    }

    /// Returns the place of a map or a loop.
    #[must_use]
    pub const fn indexed(name: &'static str) -> Self {
        Self { name, indexed: true, resources: &[], first: OnceLock::new() }
    }

    /// Sets the parameters of the step that take resources. They are not compared when the step is recalled.
    #[must_use]
    pub const fn resources(mut self, parameters: &'static [&'static str]) -> Self {
        self.resources = parameters;
        self
    }

    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    #[inline]
    pub(super) fn under(&'static self, parent: &'static Position) -> &'static Position {
        let position = match self.first.get() {
            Some(position) => position,
            None => *self.first.get_or_init(|| self.position(parent)),
        };
        if position.parent.is_some_and(|p| ptr::eq(p, parent)) { position } else { self.other(parent) }
    }

    #[cold]
    fn other(&'static self, parent: &'static Position) -> &'static Position {
        let key = (ptr::from_ref(self).addr(), ptr::from_ref(parent).addr());
        let mut others = OTHERS.lock().unwrap_or_else(PoisonError::into_inner);
        others.get_or_insert_default().entry(key).or_insert_with(|| self.position(parent))
    }

    fn position(&self, parent: &'static Position) -> &'static Position {
        let indices = parent.indices + usize::from(self.indexed);
        let (name, indexed) = (self.name, self.indexed);
        Box::leak(Box::new(Position { name, parent: Some(parent), indexed, indices, json: OnceLock::new() }))
    }
}
