//! Bounds for recording: each asks a field's type for what a recorded run needs.

use super::Value;
use crate::{
    hooks::Codecs,
    id::BoxError,
    input::ParameterInfo,
    recording::{JsonObject, Recalled, Recorded, StepInputs},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Deserializer;

/// Data that is read and written as JSON.
#[derive(Debug)]
pub struct Data;

/// Data of a type with a reference in it, which cannot be read from JSON.
#[derive(Debug)]
pub struct Borrowed;

/// A client, a pool or another value that a runner supplies by type.
#[derive(Debug)]
pub struct Resource;

impl Data {
    /// Describes a parameter.
    #[must_use]
    pub const fn info<T>(name: &'static str, ty: &'static str, has_default: bool) -> ParameterInfo {
        ParameterInfo::input(name, ty, has_default)
    }
}

impl Borrowed {
    /// Describes a parameter.
    #[must_use]
    pub const fn info<T>(name: &'static str, ty: &'static str, _: bool) -> ParameterInfo {
        ParameterInfo::input(name, ty, false)
    }
}

impl Resource {
    /// Describes a parameter.
    #[must_use]
    pub const fn info<T: 'static>(name: &'static str, ty: &'static str, _: bool) -> ParameterInfo {
        ParameterInfo::resource::<T>(name, ty)
    }
}

/// A return value of `Of`, at position `I`, that can be recorded.
#[diagnostic::on_unimplemented(
    message = "`{Of}` cannot be recorded: it returns `{Self}`, which is not `Serialize` and `DeserializeOwned`",
    label = "this pipeline runs `{Of}`",
    note = "derive `serde::Serialize` and `serde::Deserialize` for the type; return `String` instead of `&'static str`, and \
            `Vec<T>` instead of a slice; a `Secret` is not recorded: each task that needs it takes it as a parameter"
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
impl<T: Serialize + DeserializeOwned, Of, I> RecallAt<'_, Data, Of, I> for T {
    fn tell_at(&self, name: &'static str, to: &mut JsonObject) -> Result<(), BoxError> {
        to.add(name, self)
    }
    fn recall_at(name: &'static str, from: &Recalled<'_>) -> Result<Self, BoxError> {
        from.get(name)
    }
}

/// Parameters that can be built from a configuration, by their kind.
pub mod take {
    pub use super::TellAt;
    use crate::input::{ParameterInfo, Source};
    use serde::de::DeserializeOwned;

    /// A parameter of `Of`, at position `I`, that is read from JSON.
    #[diagnostic::on_unimplemented(
        message = "`{Of}` cannot be built from a configuration or a record: its parameter of type `{Self}` is not \
                   `DeserializeOwned`",
        label = "this is `{Of}`, or runs it",
        note = "derive `serde::Deserialize` for the type, or mark the parameter with `#[resource]` and implement `Clone`; take \
                `String` instead of `&'static str`; a task that needs a `Secret` takes it itself, and the pipeline does not"
    )]
    pub trait Data<'r, Of, I>: Sized {
        /// Takes the value; `None` if it is missing or has another type, which `source` notes.
        fn take_at(source: &mut Source<'_>, info: &ParameterInfo, default: Option<fn() -> Self>) -> Option<Self>;
    }

    #[diagnostic::do_not_recommend]
    impl<T: DeserializeOwned, Of, I> Data<'_, Of, I> for T {
        fn take_at(source: &mut Source<'_>, info: &ParameterInfo, default: Option<fn() -> Self>) -> Option<Self> {
            match default {
                Some(default) => source.take_or(info, default),
                None => source.take(info),
            }
        }
    }

    /// A parameter of `Of`, at position `I`, of a type with a reference in it: no type can be read from JSON for it.
    #[diagnostic::on_unimplemented(
        message = "`{Of}` cannot be built from a configuration or a record: its parameter of type `{Self}` is not \
                   `DeserializeOwned`",
        label = "this is `{Of}`, or runs it",
        note = "take an owned type, such as `String` instead of `&'static str`, or mark the parameter with `#[resource]`"
    )]
    pub trait Borrowed<'r, Of, I>: Sized {
        /// Takes the value; `None` if it is missing or has another type, which `source` notes.
        fn take_at(source: &mut Source<'_>, info: &ParameterInfo, default: Option<fn() -> Self>) -> Option<Self>;
    }

    /// A parameter of `Of`, at position `I`, that the runner supplies by its type.
    #[diagnostic::on_unimplemented(
        message = "a runner cannot supply the resource of type `{Self}` to `{Of}`: it is not `Clone`, `Send` and `Sync`",
        label = "this is `{Of}`, or runs it",
        note = "implement `Clone` for the type, or share it as `Arc<{Self}>`"
    )]
    pub trait Resource<'r, Of, I>: Sized {
        /// Takes the value; `None` if the runner has none, which `source` notes.
        fn take_at(source: &mut Source<'_>, info: &ParameterInfo, default: Option<fn() -> Self>) -> Option<Self>;
    }

    #[diagnostic::do_not_recommend]
    impl<T: Clone + Send + Sync + 'static, Of, I> Resource<'_, Of, I> for T {
        fn take_at(source: &mut Source<'_>, info: &ParameterInfo, _: Option<fn() -> Self>) -> Option<Self> {
            source.resource(info)
        }
    }
}

/// A parameter of `Of`, at position `I`, that can be recorded.
#[diagnostic::on_unimplemented(
    message = "`{Of}` cannot be recorded: its parameter of type `{Self}` is not `Serialize`",
    note = "derive `serde::Serialize` for the type, or mark the parameter with `#[resource]`; a task that needs a `Secret` takes \
            it itself, and the pipeline does not"
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
        impl<T: Serialize, Of, I> TellAt<'_, $kind, Of, I> for T {
            fn tell_at(&self, name: &'static str, to: &mut JsonObject) -> Result<(), BoxError> {
                to.add(name, self)
            }
        }
    )*};
}
tells! { Data Borrowed }

impl<T, Of, I> TellAt<'_, Resource, Of, I> for T {
    fn tell_at(&self, _: &'static str, _: &mut JsonObject) -> Result<(), BoxError> {
        Ok(())
    }
}

/// Steps that can be recorded, in nested tuples: one bound for all the steps of a pipeline. `Depth` is a type with the depth of nesting.
/// For a step that cannot be recorded, the compiler then finds the type that is the reason: of each tuple, only one
/// implementation can apply.
pub trait RecordedSteps<'r, Depth> {
    /// Adds their codecs.
    fn codecs(to: &mut Codecs);
}

macro_rules! tuples {
    ($($first:ident $($rest:ident)*)?) => {
        impl<$($first: Recorded, $($rest: Recorded),*)?> RecordedSteps<'_, ()> for ($($first, $($rest,)*)?) {
            fn codecs(_to: &mut Codecs) {
                $($first::codecs(_to); $($rest::codecs(_to);)*)?
            }
        }
        $(
            impl<'r, Depth, $first: RecordedSteps<'r, Depth>, $($rest: RecordedSteps<'r, Depth>),*>
                RecordedSteps<'r, (Depth,)> for ($first, $($rest,)*)
            {
                fn codecs(to: &mut Codecs) {
                    $first::codecs(to);
                    $($rest::codecs(to);)*
                }
            }
            tuples! { $($rest)* }
        )?
    };
}
tuples! { A B C D E F G H }

// `DeserializeOwned` would be asked for too late: method lookup ignores lifetimes, and so takes a `&'static str` for it.
impl<T: Serialize + Deserialize<'static> + PartialEq> Value<'_, T> {
    /// Records or compares the input of a step.
    pub fn tell(&self, name: &'static str, to: &mut StepInputs<'_>) {
        to.add(name, self.0, Some(&|json| read(json).is_ok_and(|recorded: T| recorded == *self.0)));
    }
}

/// Reads a value from JSON without borrowing from the text, so that the text may live shorter than the lifetime of the type.
/// From the text itself: a `Value` in between would lose digits of long numbers, and repeated keys.
fn read<T: Deserialize<'static>>(json: &str) -> serde_json::Result<T> {
    T::deserialize(&mut Deserializer::from_reader(json.as_bytes()))
}

/// An input of a step that serializes. Method lookup finds it after the comparison by `==`.
pub trait JsonInput {
    /// Records or compares the input.
    fn tell(&self, name: &'static str, to: &mut StepInputs<'_>);
}

impl<T: Serialize + ?Sized> JsonInput for Value<'_, T> {
    fn tell(&self, name: &'static str, to: &mut StepInputs<'_>) {
        to.add(name, self.0, None);
    }
}

/// An input of a step that does not serialize. Method lookup finds it last, as it takes `&mut self`.
pub trait UncheckedInput {
    /// Lists the input as unchecked.
    fn tell(&mut self, name: &'static str, to: &mut StepInputs<'_>);
}

impl<T: ?Sized> UncheckedInput for Value<'_, T> {
    fn tell(&mut self, name: &'static str, to: &mut StepInputs<'_>) {
        to.add_unchecked(name);
    }
}
