//! The outputs of a run's steps as text, and back.

#![cfg_attr(not(feature = "runner"), allow(dead_code, reason = "only the runner records"))]

use crate::id::BoxError;
use std::{
    any::{Any, TypeId},
    collections::{BTreeSet, HashMap, HashSet},
    fmt,
};

/// Writes the output of one task as JSON, and reads it again.
#[derive(Clone, Copy)]
pub(crate) struct Codec {
    /// The name of the task.
    pub(crate) name: &'static str,
    /// Reads the output back and compares it if the second argument is true.
    pub(crate) encode: fn(&dyn Any, bool) -> Result<String, BoxError>,
    /// True if every output is read back and compared.
    pub(crate) verify: bool,
    pub(crate) decode: fn(&str) -> Result<Box<dyn Any>, BoxError>,
    /// Describes the types of the output to the `Shapes` of `input`, which this layer does not know.
    pub(crate) shapes: fn(&mut dyn Any),
    /// True if the task is declared `effect = "once"`.
    pub(crate) once: bool,
}

/// The codec of every task in a pipeline, by the type of the task's node.
///
/// A step looks its codec up when it is recorded, rather than asking its own types for it: only the outputs of recorded
/// pipelines need to serialize.
#[derive(Default)]
pub struct Codecs {
    tasks: HashMap<TypeId, Codec>,
    pipelines: HashSet<TypeId>,
    secrets: BTreeSet<&'static str>,
    definitions: Vec<&'static str>,
}

impl Codecs {
    pub(crate) fn add<N: 'static>(&mut self, codec: Codec, definition: &'static str) {
        if self.tasks.insert(TypeId::of::<N>(), codec).is_none() {
            self.definitions.push(definition);
        }
    }

    /// Adds the definition of a pipeline. Returns whether its steps are still to be added.
    pub fn enter<N: 'static>(&mut self, definition: &'static str) -> bool {
        let is_new = self.pipelines.insert(TypeId::of::<N>());
        if is_new {
            self.definitions.push(definition);
        }
        is_new
    }

    /// Returns the definitions of all nodes, in the order in which the pipeline runs them first.
    pub(crate) fn definitions(&self) -> impl Iterator<Item = &'static str> {
        self.definitions.iter().copied()
    }

    /// Returns the codecs of all tasks.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Codec> {
        self.tasks.values()
    }

    pub(crate) fn all_mut(&mut self) -> impl Iterator<Item = &mut Codec> {
        self.tasks.values_mut()
    }

    /// Adds the names of secrets that a task declares.
    pub fn add_secrets(&mut self, names: Vec<&'static str>) {
        self.secrets.extend(names);
    }

    /// Returns the names of the secrets that the tasks declare.
    pub fn secrets(&self) -> impl Iterator<Item = &'static str> {
        self.secrets.iter().copied()
    }

    /// Checks that a task of this name may have returned `output`, a JSON object.
    ///
    /// # Errors
    /// Returns an error if a return is missing or has another type.
    pub fn check(&self, task: &str, output: &str) -> Result<(), BoxError> {
        let mut checked = Ok(());
        for codec in self.tasks.values().filter(|codec| codec.name == task) {
            checked = (codec.decode)(output).map(drop);
            if checked.is_ok() {
                break;
            }
        }
        checked
    }

    /// Returns whether a task of this name is declared `effect = "once"`.
    #[must_use]
    pub fn is_once(&self, task: &str) -> bool {
        self.tasks.values().any(|codec| codec.once && codec.name == task)
    }

    pub(crate) fn get<N: 'static>(&self) -> Option<Codec> {
        self.tasks.get(&TypeId::of::<N>()).copied()
    }
}

impl fmt::Debug for Codec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Codec")
    }
}

impl fmt::Debug for Codecs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Codecs({})", self.tasks.len())
    }
}
