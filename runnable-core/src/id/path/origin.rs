//! The origin of an event: one attempt of one step.

use super::{
    place::{Place, Position, ROOT},
    step_path::Segment,
};
use serde::{Serialize, Serializer, ser::SerializeSeq};
use std::{
    convert::Infallible,
    fmt,
    hash::{Hash, Hasher},
    iter::successors,
    ptr,
    sync::{Arc, OnceLock},
};

/// A level of the call stack of a run. It lives in the future that runs the level, and costs nothing until it is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope<'a> {
    up: Option<(&'a Scope<'a>, &'static Place)>,
    index: u32,
    pub(crate) attempt: u32,
}

impl Scope<'_> {
    pub(crate) const ROOT: Scope<'static> = Scope { up: None, index: 0, attempt: 1 };

    pub(crate) fn below(&self, place: &'static Place, index: usize) -> Scope<'_> {
        Scope { up: Some((self, place)), index: u32::try_from(index).unwrap_or(u32::MAX), attempt: 1 }
    }

    /// Returns the index of the item or the iteration.
    pub(crate) fn index(&self) -> usize {
        usize::try_from(self.index).unwrap_or(usize::MAX)
    }

    /// Returns the parameters of the step that take resources.
    #[cfg_attr(not(feature = "runner"), expect(dead_code, reason = "nothing is recorded without the runner"))]
    pub(crate) fn resources(&self) -> &'static [&'static str] {
        self.up.map_or(&[], |(_, place)| place.resources)
    }

    /// Returns whether it is the run itself.
    pub(crate) fn is_root(&self) -> bool {
        self.up.is_none()
    }

    fn position(&self) -> &'static Position {
        self.up.map_or(&ROOT, |(up, place)| place.under(up.position()))
    }

    /// Reads the stack. Called once per step, and only if somebody reads its events.
    pub(crate) fn origin(&self) -> Origin {
        let (position, attempt) = (self.position(), self.attempt);
        match position.indices {
            0 => Origin(OriginRepr::Few { position, attempt, index: 0 }),
            1 => Origin(OriginRepr::Few { position, attempt, index: self.indices().next().unwrap_or(0) }),
            _ => Other::Many { position, attempt, indices: self.indices().collect() }.into(),
        }
    }

    /// Returns the indices of the maps and loops around it, innermost first.
    fn indices(&self) -> impl Iterator<Item = u32> {
        successors(Some(self), |scope| Some(scope.up?.0))
            .filter(|scope| scope.up.is_some_and(|(_, place)| place.indexed))
            .map(|scope| scope.index)
    }
}

/// One attempt of one step of a run. A clone counts references only if the step is in two maps or loops or more.
#[derive(Clone)]
pub(crate) struct Origin(OriginRepr);

#[derive(Clone)]
enum OriginRepr {
    Few { position: &'static Position, attempt: u32, index: u32 },
    Other(Arc<Other>),
}

/// An origin that is too large to be stored in place.
#[derive(Clone)]
enum Other {
    /// The innermost index is the first.
    Many { position: &'static Position, attempt: u32, indices: Vec<u32> },
    /// A step that an earlier part of the run began, and that this part does not reach.
    Recorded { path: Arc<[(Box<str>, Option<u32>)]>, attempt: u32 },
}

impl From<Other> for Origin {
    fn from(other: Other) -> Self {
        Self(OriginRepr::Other(Arc::new(other)))
    }
}

impl Origin {
    /// Returns the origin of an attempt that an earlier part of the run has begun.
    pub(super) fn recorded(path: Arc<[(Box<str>, Option<u32>)]>, attempt: u32) -> Self {
        Other::Recorded { path, attempt }.into()
    }

    #[inline]
    pub(crate) fn attempt(&self) -> u32 {
        match &self.0 {
            OriginRepr::Few { attempt, .. } => *attempt,
            OriginRepr::Other(other) => match **other {
                Other::Many { attempt, .. } | Other::Recorded { attempt, .. } => attempt,
            },
        }
    }

    #[inline]
    pub(crate) fn set_attempt(&mut self, number: u32) {
        if self.attempt() == number {
            return;
        }
        match &mut self.0 {
            OriginRepr::Few { attempt, .. } => *attempt = number,
            OriginRepr::Other(other) => match Arc::make_mut(other) {
                Other::Many { attempt, .. } | Other::Recorded { attempt, .. } => *attempt = number,
            },
        }
    }

    /// Returns whether the step is `outer`, or is below it.
    pub(crate) fn is_within(&self, outer: &Self) -> bool {
        let ((position, indices), (above, around)) = (self.parts(), outer.parts());
        // The innermost index is the first.
        let inner = indices.len().saturating_sub(around.len());
        successors(Some(position), |position| position.parent).any(|position| ptr::eq(position, above))
            && indices[inner..] == *around
    }

    /// Returns what the step is directly in; `None` for the run itself.
    pub(crate) fn parent(&self) -> Option<Self> {
        let (position, indices) = self.parts();
        let (above, attempt) = (position.parent?, self.attempt());
        // The innermost index is the first.
        let indices = indices.get(usize::from(position.indexed)..).unwrap_or_default();
        Some(match *indices {
            [] => Self(OriginRepr::Few { position: above, attempt, index: 0 }),
            [index] => Self(OriginRepr::Few { position: above, attempt, index }),
            _ => Other::Many { position: above, attempt, indices: indices.to_vec() }.into(),
        })
    }

    fn parts(&self) -> (&'static Position, &[u32]) {
        match &self.0 {
            OriginRepr::Few { position, index, .. } => (position, &std::slice::from_ref(index)[..position.indices]),
            OriginRepr::Other(other) => match &**other {
                Other::Many { position, indices, .. } => (position, indices),
                // Nothing of the step runs here.
                Other::Recorded { .. } => (&ROOT, &[]),
            },
        }
    }

    /// Returns the cell for the path as JSON, if the path is the same in every run.
    pub(crate) fn known_json(&self) -> Option<&'static OnceLock<Box<[u8]>>> {
        match &self.0 {
            OriginRepr::Few { position, .. } if position.indices == 0 => Some(&position.json),
            _ => None,
        }
    }

    /// Visits the segments from the run down to the step, without collecting them.
    pub(crate) fn visit<'o>(&'o self, mut visit: impl FnMut(Segment<'o>)) {
        let Ok(()) = self.try_visit(|segment| -> Result<(), Infallible> {
            visit(segment);
            Ok(())
        });
    }

    fn try_visit<'o, E>(&'o self, mut visit: impl FnMut(Segment<'o>) -> Result<(), E>) -> Result<(), E> {
        match &self.0 {
            OriginRepr::Few { position, index, .. } => position.try_visit(std::slice::from_ref(index), &mut visit),
            OriginRepr::Other(other) => match &**other {
                Other::Many { position, indices, .. } => position.try_visit(indices, &mut visit),
                Other::Recorded { path, .. } => {
                    path.iter().try_for_each(|(name, index)| visit(Segment::new(name, *index)))
                }
            },
        }
    }
}

impl Position {
    /// `indices` are those from this position up, innermost first.
    fn try_visit<'p, E>(&self, indices: &[u32], visit: &mut impl FnMut(Segment<'p>) -> Result<(), E>) -> Result<(), E> {
        let Some(parent) = self.parent else { return Ok(()) };
        let (own, above) = indices.split_at(usize::from(self.indexed).min(indices.len()));
        parent.try_visit(above, visit)?;
        visit(Segment::new(self.name, own.first().copied()))
    }
}

/// Attempts of the same step are equal.
impl PartialEq for Origin {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (OriginRepr::Few { position: a, index: i, .. }, OriginRepr::Few { position: b, index: j, .. }) => {
                ptr::eq(*a, *b) && i == j
            }
            (OriginRepr::Other(a), OriginRepr::Other(b)) => match (&**a, &**b) {
                (Other::Many { position: a, indices: i, .. }, Other::Many { position: b, indices: j, .. }) => {
                    ptr::eq(*a, *b) && i == j
                }
                (Other::Recorded { path: a, .. }, Other::Recorded { path: b, .. }) => a == b,
                _ => false,
            },
            _ => false,
        }
    }
}

impl Eq for Origin {}

impl Hash for Origin {
    fn hash<H: Hasher>(&self, to: &mut H) {
        match &self.0 {
            OriginRepr::Few { position, index, .. } => (ptr::from_ref::<Position>(position).addr(), index).hash(to),
            OriginRepr::Other(other) => match &**other {
                Other::Many { position, indices, .. } => {
                    (ptr::from_ref::<Position>(*position).addr(), indices).hash(to);
                }
                Other::Recorded { path, .. } => path.hash(to),
            },
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        self.try_visit(|segment| {
            f.write_str(between)?;
            between = "/";
            fmt::Display::fmt(&segment, f)
        })
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(None)?;
        self.try_visit(|segment| list.serialize_element(&segment))?;
        list.end()
    }
}
