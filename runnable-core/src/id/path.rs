//! Where a step is in its run: a static position, found once per program, and the indices of the maps above it.

use serde::{Serialize, Serializer, ser::SerializeSeq};
use std::{
    collections::HashMap,
    convert::Infallible,
    fmt,
    hash::{Hash, Hasher},
    iter::successors,
    ptr,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

/// What an expansion knows of a position: one `static` per step, branch and map.
#[derive(Debug)]
pub struct Place {
    name: &'static str,
    indexed: bool,
    /// The position under the parent that asked first; nearly always the only one.
    first: OnceLock<&'static Position>,
}

/// A place below another. There are as many as the program has, so they are never freed.
#[derive(Debug)]
struct Position {
    name: &'static str,
    parent: Option<&'static Position>,
    indexed: bool,
    /// How many positions from the root to here are indexed.
    indices: usize,
    /// Its path as JSON, where nothing is indexed.
    json: OnceLock<Box<[u8]>>,
}

static ROOT: Position = Position { name: "", parent: None, indexed: false, indices: 0, json: OnceLock::new() };
/// Positions of a pipeline that is used in more than one place, by the addresses of place and parent.
static OTHERS: Mutex<Option<HashMap<(usize, usize), &'static Position>>> = Mutex::new(None);

impl Place {
    /// A step or a branch.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name, indexed: false, first: OnceLock::new() }
    }

    /// A map.
    #[must_use]
    pub const fn indexed(name: &'static str) -> Self {
        Self { name, indexed: true, first: OnceLock::new() }
    }

    #[inline]
    fn under(&'static self, parent: &'static Position) -> &'static Position {
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

/// A level of a run's call stack: lives in the future that runs it, is `Copy`, and costs nothing until it is asked.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    up: Option<(&'a Scope<'a>, &'static Place)>,
    index: u32,
    pub(crate) attempt: u32,
}

impl Scope<'_> {
    pub(crate) const ROOT: Scope<'static> = Scope { up: None, index: 0, attempt: 1 };

    pub(crate) fn below(&self, place: &'static Place, index: usize) -> Scope<'_> {
        Scope { up: Some((self, place)), index: u32::try_from(index).unwrap_or(u32::MAX), attempt: 1 }
    }

    fn position(&self) -> &'static Position {
        self.up.map_or(&ROOT, |(up, place)| place.under(up.position()))
    }

    /// Reads the stack. Called once per step, and only where somebody reads its events.
    pub(crate) fn origin(&self) -> Origin {
        let (position, attempt) = (self.position(), self.attempt);
        match position.indices {
            0 => Origin(Repr::Few { position, attempt, index: 0 }),
            1 => Origin(Repr::Few { position, attempt, index: self.indices().next().unwrap_or(0) }),
            _ => Origin(Repr::Many(Arc::new((position, attempt, self.indices().collect())))),
        }
    }

    /// The indices of the maps and loops that it is in, innermost first.
    fn indices(&self) -> impl Iterator<Item = u32> {
        successors(Some(self), |scope| Some(scope.up?.0))
            .filter(|scope| scope.up.is_some_and(|(_, place)| place.indexed))
            .map(|scope| scope.index)
    }
}

/// One attempt of one step of one run. A copy counts references only from the second index on.
#[derive(Clone)]
pub(crate) struct Origin(Repr);

#[derive(Clone)]
enum Repr {
    Few {
        position: &'static Position,
        attempt: u32,
        index: u32,
    },
    /// Innermost index first.
    Many(Arc<(&'static Position, u32, Vec<u32>)>),
}

impl Origin {
    #[inline]
    pub(crate) fn attempt(&self) -> u32 {
        match &self.0 {
            Repr::Few { attempt, .. } => *attempt,
            Repr::Many(all) => all.1,
        }
    }

    #[inline]
    pub(crate) fn set_attempt(&mut self, number: u32) {
        if self.attempt() == number {
            return;
        }
        match &mut self.0 {
            Repr::Few { attempt, .. } => *attempt = number,
            Repr::Many(all) => Arc::make_mut(all).1 = number,
        }
    }

    fn segments(&self) -> Vec<Segment> {
        let mut all = vec![];
        self.visit(|segment| all.push(segment));
        all
    }

    /// Where the program keeps the path as JSON, if it is the same in every run.
    pub(crate) fn known_json(&self) -> Option<&'static OnceLock<Box<[u8]>>> {
        match &self.0 {
            Repr::Few { position, .. } if position.indices == 0 => Some(&position.json),
            _ => None,
        }
    }

    /// [`each`](Self::each) that cannot fail.
    pub(crate) fn visit(&self, mut visit: impl FnMut(Segment)) {
        let Ok(()) = self.each(|segment| -> Result<(), Infallible> {
            visit(segment);
            Ok(())
        });
    }

    /// Visits the names from the run down to the step, without a list of them.
    fn each<E>(&self, mut visit: impl FnMut(Segment) -> Result<(), E>) -> Result<(), E> {
        match &self.0 {
            Repr::Few { position, index, .. } => position.each(std::slice::from_ref(index), &mut visit),
            Repr::Many(all) => all.0.each(&all.2, &mut visit),
        }
    }
}

impl Position {
    /// `indices` are those from here up, innermost first.
    fn each<E>(&self, indices: &[u32], visit: &mut impl FnMut(Segment) -> Result<(), E>) -> Result<(), E> {
        let Some(parent) = self.parent else { return Ok(()) };
        let (own, above) = indices.split_at(usize::from(self.indexed).min(indices.len()));
        parent.each(above, visit)?;
        visit(Segment { name: self.name, index: own.first().copied() })
    }
}

impl PartialEq for Origin {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Repr::Few { position: a, index: i, .. }, Repr::Few { position: b, index: j, .. }) => {
                ptr::eq(*a, *b) && i == j
            }
            (Repr::Many(a), Repr::Many(b)) => ptr::eq(a.0, b.0) && a.2 == b.2,
            _ => false,
        }
    }
}

impl Eq for Origin {}

impl Hash for Origin {
    fn hash<H: Hasher>(&self, to: &mut H) {
        match &self.0 {
            Repr::Few { position, index, .. } => (ptr::from_ref::<Position>(position).addr(), index).hash(to),
            Repr::Many(all) => (ptr::from_ref::<Position>(all.0).addr(), &all.2).hash(to),
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        self.each(|segment| {
            f.write_str(between)?;
            between = "/";
            fmt::Display::fmt(&segment, f)
        })
    }
}

/// Where in a run something happened: the names from the run down to the step.
///
/// Prints as `translate/es/llm`, serialises as `["translate","es","llm"]`, and is empty for the run itself. An item of a
/// `map` carries its index: `languages[2]`.
#[derive(Clone)]
pub struct StepPath(Origin);

/// One name of a [`StepPath`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Segment {
    name: &'static str,
    index: Option<u32>,
}

impl StepPath {
    pub(crate) fn new(origin: Origin) -> Self {
        Self(origin)
    }

    pub(crate) fn root() -> Self {
        Self(Scope::ROOT.origin())
    }

    /// The names from the run down to the step.
    #[must_use]
    pub fn segments(&self) -> Vec<Segment> {
        self.0.segments()
    }

    /// Whether it is the run itself.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.segments().is_empty()
    }
}

impl Segment {
    /// The name of a step, a branch or a map's source.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    pub(crate) fn position(&self) -> Option<u32> {
        self.index
    }

    /// The position of a map's item.
    #[must_use]
    pub fn index(&self) -> Option<usize> {
        self.index.and_then(|index| usize::try_from(index).ok())
    }
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        self.index.map_or(Ok(()), |index| write!(f, "[{index}]"))
    }
}

impl fmt::Display for StepPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for StepPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StepPath({self})")
    }
}

impl PartialEq for StepPath {
    fn eq(&self, other: &Self) -> bool {
        self.segments() == other.segments()
    }
}

impl Eq for StepPath {}

impl PartialEq<str> for StepPath {
    fn eq(&self, other: &str) -> bool {
        let text = self.to_string();
        text == other
    }
}

impl PartialEq<&str> for StepPath {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl Serialize for StepPath {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(None)?;
        self.each(|segment| list.serialize_element(&segment))?;
        list.end()
    }
}

impl Serialize for Segment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.index {
            None => to.serialize_str(self.name),
            Some(_) => to.collect_str(self),
        }
    }
}
