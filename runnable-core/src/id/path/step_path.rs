//! The public form of a path.

use super::origin::{Origin, Scope};
use serde::{Serialize, Serializer};
use std::{
    fmt,
    hash::{Hash, Hasher},
    sync::Arc,
};

/// The path of a step: the names from the run down to the step. It is empty for the run itself.
///
/// A path is printed as `translate/es/llm`, and serialized as `["translate","es","llm"]`. An item of a `map` has an index:
/// `languages[2]`. The printed form can be parsed.
///
/// # Examples
/// ```
/// use runnable_core::StepPath;
///
/// let path: StepPath = "languages[2]/translate".parse().unwrap();
/// let segments = path.segments();
/// assert_eq!((segments[0].name(), segments[0].index()), ("languages", Some(2)));
/// assert_eq!((segments[1].name(), segments[1].index()), ("translate", None));
/// assert_eq!(path.to_string(), "languages[2]/translate");
/// ```
#[derive(Clone)]
pub struct StepPath(PathRepr);

#[derive(Clone)]
enum PathRepr {
    Origin(Origin),
    Parsed(Arc<[(Box<str>, Option<u32>)]>),
}

/// A segment of a [`StepPath`]: a name, and perhaps an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Segment<'a> {
    name: &'a str,
    index: Option<u32>,
}

impl StepPath {
    pub(crate) fn new(origin: Origin) -> Self {
        Self(PathRepr::Origin(origin))
    }

    pub(crate) fn root() -> Self {
        Self::new(Scope::ROOT.origin())
    }

    pub(super) fn parsed(segments: Vec<(Box<str>, Option<u32>)>) -> Self {
        Self(PathRepr::Parsed(segments.into()))
    }

    /// Returns the origin of an attempt of this step, which an earlier part of the run has begun.
    pub(crate) fn recorded(self, attempt: u32) -> Origin {
        match self.0 {
            PathRepr::Origin(mut origin) => {
                origin.set_attempt(attempt);
                origin
            }
            PathRepr::Parsed(segments) => Origin::recorded(segments, attempt),
        }
    }

    /// Returns the segments from the run down to the step.
    #[must_use]
    pub fn segments(&self) -> Vec<Segment<'_>> {
        match &self.0 {
            PathRepr::Origin(origin) => {
                let mut all = vec![];
                origin.visit(|segment| all.push(segment));
                all
            }
            PathRepr::Parsed(segments) => segments.iter().map(|(name, index)| Segment::new(name, *index)).collect(),
        }
    }

    /// Returns whether it is the path of the run itself.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.segments().is_empty()
    }
}

impl<'a> Segment<'a> {
    pub(super) fn new(name: &'a str, index: Option<u32>) -> Self {
        Self { name, index }
    }

    /// Returns the name of a step or a branch, or of the collection of a `map`.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.name
    }

    pub(crate) fn position(&self) -> Option<u32> {
        self.index
    }

    /// Returns the position of an item or an iteration, from 0.
    #[must_use]
    pub fn index(&self) -> Option<usize> {
        self.index.and_then(|index| usize::try_from(index).ok())
    }
}

impl fmt::Display for Segment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        self.index.map_or(Ok(()), |index| write!(f, "[{index}]"))
    }
}

impl Serialize for Segment<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.index {
            None => to.serialize_str(self.name),
            Some(_) => to.collect_str(self),
        }
    }
}

impl fmt::Display for StepPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        self.segments().iter().try_for_each(|segment| {
            f.write_str(between)?;
            between = "/";
            fmt::Display::fmt(segment, f)
        })
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

impl Hash for StepPath {
    fn hash<H: Hasher>(&self, to: &mut H) {
        self.segments().hash(to);
    }
}

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
        to.collect_seq(self.segments())
    }
}
