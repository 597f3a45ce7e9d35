//! Bounds for recording: each asks a field's type for what a recorded run needs.

use crate::{
    hooks::Codecs,
    id::BoxError,
    input::{ParameterInfo, Source},
    recording::{JsonObject, Recall, Recalled, Recorded, text_of},
    run::Node,
};
use serde::{Serialize, de::DeserializeOwned};
use std::marker::PhantomData;

/// The kinds of fields.
pub mod kind {
    use crate::input::ParameterInfo;

    /// Data that is read and written as JSON.
    #[derive(Debug)]
    pub struct Data;

    /// Data with a default.
    #[derive(Debug)]
    pub struct Defaulted;

    /// A client, a pool or another value that a runner supplies by type.
    #[derive(Debug)]
    pub struct Resource;

    /// Data of a type with a reference in it, which cannot be read from JSON.
    #[derive(Debug)]
    pub struct Borrowed;

    impl Data {
        /// Describes a parameter.
        #[must_use]
        pub const fn info<T>(name: &'static str, ty: &'static str) -> ParameterInfo {
            ParameterInfo::input(name, ty, false)
        }
    }

    impl Defaulted {
        /// Describes a parameter.
        #[must_use]
        pub const fn info<T>(name: &'static str, ty: &'static str) -> ParameterInfo {
            ParameterInfo::input(name, ty, true)
        }
    }

    impl Resource {
        /// Describes a parameter.
        #[must_use]
        pub const fn info<T: 'static>(name: &'static str, ty: &'static str) -> ParameterInfo {
            ParameterInfo::resource::<T>(name, ty)
        }
    }

    impl Borrowed {
        /// Describes a parameter.
        #[must_use]
        pub const fn info<T>(name: &'static str, ty: &'static str) -> ParameterInfo {
            ParameterInfo::input(name, ty, false)
        }
    }
}

/// A return value of `Of`, at position `I`, that can be recorded.
#[diagnostic::on_unimplemented(
    message = "`{Of}` cannot be recorded: it returns `{Self}`, which is not `Serialize` and `DeserializeOwned`",
    label = "this pipeline runs `{Of}`",
    note = "derive `serde::Serialize` and `serde::Deserialize` for the type; return `String` instead of `&'static str`, and \
            `Vec<T>` instead of a slice"
)]
pub trait RecallAt<'r, K, Of, I>: Sized {
    /// Writes the value.
    ///
    /// # Errors
    /// Returns an error if the value does not serialize.
    fn tell_at(&self, name: &'static str, to: &mut JsonObject) -> Result<(), BoxError>;

    /// Reads the value.
    ///
    /// # Errors
    /// Returns an error if the value is missing or has another type.
    fn recall_at(name: &'static str, from: &Recalled<'_>) -> Result<Self, BoxError>;
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned, Of, I> RecallAt<'_, kind::Data, Of, I> for T {
    fn tell_at(&self, name: &'static str, to: &mut JsonObject) -> Result<(), BoxError> {
        to.add(name, self)
    }
    fn recall_at(name: &'static str, from: &Recalled<'_>) -> Result<Self, BoxError> {
        from.get(name)
    }
}

/// A parameter of `Of`, at position `I`, that can be built from a configuration.
#[diagnostic::on_unimplemented(
    message = "`{Of}` cannot be built from a configuration or a record: its parameter of type `{Self}` is not \
               `DeserializeOwned`",
    label = "this is `{Of}`, or runs it",
    note = "derive `serde::Deserialize` for the type, or mark the parameter with `#[resource]` and implement `Clone`; take \
            `String` instead of `&'static str`"
)]
pub trait TakeAt<'r, K, Of, I>: Sized {
    /// Takes the value; `None` if it is missing or has another type, which `source` notes.
    fn take_at(source: &mut Source<'_>, info: &ParameterInfo, default: Option<fn() -> Self>) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned, Of, I> TakeAt<'_, kind::Data, Of, I> for T {
    fn take_at(source: &mut Source<'_>, info: &ParameterInfo, _: Option<fn() -> Self>) -> Option<Self> {
        source.take(info)
    }
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned, Of, I> TakeAt<'_, kind::Defaulted, Of, I> for T {
    fn take_at(source: &mut Source<'_>, info: &ParameterInfo, default: Option<fn() -> Self>) -> Option<Self> {
        match default {
            Some(default) => source.take_or(info, default),
            None => source.take(info),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Clone + Send + Sync + 'static, Of, I> TakeAt<'_, kind::Resource, Of, I> for T {
    fn take_at(source: &mut Source<'_>, info: &ParameterInfo, _: Option<fn() -> Self>) -> Option<Self> {
        source.resource(info)
    }
}

/// A parameter of `Of`, at position `I`, that can be recorded.
#[diagnostic::on_unimplemented(
    message = "`{Of}` cannot be recorded: its parameter of type `{Self}` is not `Serialize`",
    note = "derive `serde::Serialize` for the type, or mark the parameter with `#[resource]`"
)]
pub trait TellAt<'r, K, Of, I> {
    /// Writes the value; a resource is left out.
    ///
    /// # Errors
    /// Returns an error if the value does not serialize.
    fn tell_at(&self, name: &'static str, to: &mut JsonObject) -> Result<(), BoxError>;
}

macro_rules! tells {
    ($($kind:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Serialize, Of, I> TellAt<'_, kind::$kind, Of, I> for T {
            fn tell_at(&self, name: &'static str, to: &mut JsonObject) -> Result<(), BoxError> {
                to.add(name, self)
            }
        }
    )*};
}
tells! { Data Defaulted Borrowed }

impl<T, Of, I> TellAt<'_, kind::Resource, Of, I> for T {
    fn tell_at(&self, _: &'static str, _: &mut JsonObject) -> Result<(), BoxError> {
        Ok(())
    }
}

/// [`Recall`] for the output of a node.
pub trait RecallAll<'r> {
    /// Adds the codec and the definition of the task `N`, whose output this is.
    fn add_task<N: Node>(to: &mut Codecs, definition: &'static str);

    /// Returns the output as a JSON object.
    ///
    /// # Errors
    /// Returns an error if a field does not serialize.
    fn text(&self) -> Result<String, BoxError>;
}

impl<T: Recall> RecallAll<'_> for T {
    fn add_task<N: Node>(to: &mut Codecs, definition: &'static str) {
        to.task::<N, T>(definition);
    }

    fn text(&self) -> Result<String, BoxError> {
        text_of(self)
    }
}

/// A step of a pipeline, as a type.
#[derive(Debug)]
pub struct StepOf<N>(PhantomData<fn() -> N>);

/// Steps that can be recorded, in nested tuples: one bound for all the steps of a pipeline.
pub trait RecordedSteps<'r> {
    /// Adds their codecs.
    fn codecs(to: &mut Codecs);
}

impl<N: Recorded> RecordedSteps<'_> for StepOf<N> {
    fn codecs(to: &mut Codecs) {
        N::codecs(to);
    }
}

impl RecordedSteps<'_> for () {
    fn codecs(_: &mut Codecs) {}
}

macro_rules! tuples {
    ($($first:ident $($rest:ident)*)?) => {$(
        impl<'r, $first: RecordedSteps<'r>, $($rest: RecordedSteps<'r>),*> RecordedSteps<'r> for ($first, $($rest,)*) {
            fn codecs(to: &mut Codecs) {
                $first::codecs(to);
                $($rest::codecs(to);)*
            }
        }
        tuples! { $($rest)* }
    )?};
}
tuples! { A B C D E F G H }
