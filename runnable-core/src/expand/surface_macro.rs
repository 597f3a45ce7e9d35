//! The traits of the structs of a task and of a pipeline, each if the types of the fields allow it.
//!
//! Macros rather than generated code: the compiler expands them much faster, and features choose among them here.

/// Writes the traits of an output's struct. A field is `position name "name": Type,`. A primitive type, which has every trait,
/// follows `=` instead of `:`: the compiler then has fewer bounds and types to find.
#[doc(hidden)]
#[macro_export]
macro_rules! __output {
    ($output:ident { $($i:tt $field:ident $name:literal $(: $ty:ty)? $(= $basic:ty)?,)* }) => {
        $crate::__fields! { $output { $($i $field $name $(: $ty)? $(= $basic)?,)* } }

        #[automatically_derived]
        impl ::core::cmp::PartialEq for $output
        where
            $($(for<'__r> $crate::__private::fields::At<'__r, $ty, $i>: ::core::cmp::PartialEq,)?)*
        {
            fn eq(&self, __other: &Self) -> ::core::primitive::bool {
                true $(
                    $(&& $crate::__private::fields::At::<'_, $ty, $i>::new(&self.$field)
                        == $crate::__private::fields::At::<'_, $ty, $i>::new(&__other.$field))?
                    $(&& <$basic as ::core::cmp::PartialEq>::eq(&self.$field, &__other.$field))?
                )*
            }
        }

        #[automatically_derived]
        impl $crate::__private::serde::Serialize for $output
        where
            $($(for<'__r> $crate::__private::fields::At<'__r, $ty, $i>: $crate::__private::serde::Serialize,)?)*
        {
            fn serialize<__RunnableSerializer: $crate::__private::serde::Serializer>(
                &self,
                __to: __RunnableSerializer,
            ) -> ::core::result::Result<__RunnableSerializer::Ok, __RunnableSerializer::Error> {
                $crate::__private::fields::Fields(())
                    $(.and($($crate::__private::fields::At::<'_, $ty, $i>::new)?(&self.$field), $name))*
                    .serialize(__to, ::core::stringify!($output))
            }
        }
    };
}

/// Writes `Clone` and `Debug` for a struct.
#[doc(hidden)]
#[macro_export]
macro_rules! __fields {
    ($of:ident { $($i:tt $field:ident $name:literal $(: $ty:ty)? $(= $basic:ty)?,)* }) => {
        #[automatically_derived]
        impl ::core::clone::Clone for $of
        where
            $($(for<'__r> $ty: $crate::__private::fields::CloneAt<'__r, $i>,)?)*
        {
            fn clone(&self) -> Self {
                Self { $($field:
                    $(<$ty as $crate::__private::fields::CloneAt<'_, $i>>::clone_at(&self.$field))?
                    $(<$basic as ::core::clone::Clone>::clone(&self.$field))?
                ,)* }
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for $of
        where
            $($(for<'__r> $crate::__private::fields::At<'__r, $ty, $i>: ::core::fmt::Debug,)?)*
        {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::fields::Fields::debug(
                    __f,
                    ::core::stringify!($of),
                    &[$((
                        $name,
                        $(&$crate::__private::fields::At::<'_, $ty, $i>::new(&self.$field))?
                        $(&self.$field as &$basic)?
                    ),)*],
                )
            }
        }
    };
}

/// Writes what only runs that are recorded need.
#[cfg(feature = "runner")]
#[doc(hidden)]
#[macro_export]
macro_rules! __recording {
    (
        $node:ident $output:ident $($docs:literal)?,
        inputs { $($i:tt $input:ident $name:literal $kind:ident $text:literal $($about:literal)? [$($default:expr)?]: $ty:ty,)* }
        returns { $($r:tt $return:ident $key:literal $stored:ident: $returned:ty,)* }
    ) => {
        impl $crate::__private::recording::Recall<'_> for $output
        where
            $(for<'__r> $returned: $crate::__private::recording::RecallAt<'__r, $crate::__private::recording::$stored, $node, $r>,)*
        {
            fn tell(
                &self,
                __to: &mut $crate::__private::recording::JsonObject,
            ) -> ::core::result::Result<(), $crate::BoxError> {
                $(<$returned as $crate::__private::recording::RecallAt<'_, $crate::__private::recording::$stored, $node, $r>>::tell_at(
                    &self.$return,
                    $key,
                    __to,
                )?;)*
                ::core::result::Result::Ok(())
            }
            fn compare(
                &self,
                __other: &Self,
                __to: &mut dyn ::core::ops::FnMut(&'static ::core::primitive::str, ::core::option::Option<::core::primitive::bool>),
            ) {
                #[allow(unused_imports)]
                use $crate::__private::Otherwise as _;
                $(__to($key, $crate::__private::Value(&self.$return).same(&__other.$return));)*
            }
            fn recall(
                __from: &$crate::__private::recording::Recalled<'_>,
            ) -> ::core::result::Result<Self, $crate::BoxError> {
                // All are read before the first error ends it: `_from` may ask for their types.
                let ($($return,)*) = ($(
                    <$returned as $crate::__private::recording::RecallAt<
                        '_,
                        $crate::__private::recording::$stored,
                        $node,
                        $r,
                    >>::recall_at($key, __from),
                )*);
                ::core::result::Result::Ok(Self { $($return: $return?,)* })
            }
        }

        impl $crate::input::FromParameters for $node
        where
            $(for<'__r> $ty: $crate::__private::recording::take::$kind<'__r, $node, $i>,)*
        {
            type Itself = Self;
            const PARAMETERS: &'static [$crate::input::ParameterInfo] =
                &[$($crate::__private::recording::$kind::info::<$ty>($name, $text, $crate::__default!(is [$($default)?]))
                    $(.docs($about))?),*];
            $(const DOCS: &'static ::core::primitive::str = $docs;)?
            $crate::__schemas! { $node }

            fn from_parameters(
                __source: &mut $crate::input::Source<'_>,
            ) -> ::core::option::Option<Self> {
                // Every parameter is taken before the first that is missing ends it: all problems are reported at once.
                let ($($input,)*) = ($(
                    <$ty as $crate::__private::recording::take::$kind<'_, $node, $i>>::take_at(
                        __source,
                        &$crate::__private::recording::$kind::info::<$ty>($name, $text, $crate::__default!(is [$($default)?])),
                        $crate::__default!([$($default)?]),
                    ),
                )*);
                ::core::option::Option::Some(Self { $($input: $input?,)* })
            }
        }

        impl $crate::__private::recording::IntoParameters for $node
        where
            $(for<'__r> $ty: $crate::__private::recording::take::TellAt<'__r, $crate::__private::recording::$kind, $node, $i>,)*
        {
            fn compare(
                &self,
                __other: &Self,
                __to: &mut dyn ::core::ops::FnMut(&'static ::core::primitive::str, ::core::option::Option<::core::primitive::bool>),
            ) {
                #[allow(unused_imports)]
                use $crate::__private::Otherwise as _;
                $(__to($name, $crate::__private::Value(&self.$input).same(&__other.$input));)*
            }
            fn tell(
                &self,
                __to: &mut $crate::__private::recording::JsonObject,
            ) -> ::core::result::Result<(), $crate::BoxError> {
                $(<$ty as $crate::__private::recording::take::TellAt<'_, $crate::__private::recording::$kind, $node, $i>>::tell_at(
                    &self.$input,
                    $name,
                    __to,
                )?;)*
                ::core::result::Result::Ok(())
            }
        }
    };
}

/// Without the feature `runner`, nothing is recorded.
#[cfg(not(feature = "runner"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __recording {
    ($($tokens:tt)*) => {};
}

/// A default as `Option<fn() -> T>`, or whether there `is` a default.
#[doc(hidden)]
#[macro_export]
macro_rules! __default {
    (is []) => {
        false
    };
    (is [$default:expr]) => {
        true
    };
    ([]) => {
        ::core::option::Option::None
    };
    ([$default:expr]) => {
        ::core::option::Option::Some(|| $default)
    };
}

/// Writes `Recorded` for a task, with those of its parameters that may be secrets, or for a pipeline whose steps are nested
/// tuples. The literal is the definition.
#[cfg(feature = "runner")]
#[doc(hidden)]
#[macro_export]
macro_rules! __recorded {
    ($node:ident $output:ident $definition:literal $(secrets $event:ty { $($ty:ty, $name:literal;)* })?) => {
        impl $crate::__private::recording::Recorded for $node
        where
            for<'__r> $output: $crate::__private::recording::Recall<'__r>,
        {
            fn output(__output: &$output) -> ::core::result::Result<::std::string::String, $crate::BoxError> {
                $crate::__private::recording::Recall::text(__output)
            }
            fn codecs(__to: &mut $crate::__private::recording::Codecs) {
                __to.task::<Self, $output>($definition);
                $($(__to.add_secrets(<$ty as $crate::FromRun<$event>>::secrets($name));)*)?
            }
        }
    };
    ($node:ident $output:ident $definition:literal steps $depth:ty, $steps:ty) => {
        impl $crate::__private::recording::Recorded for $node
        where
            for<'__r> $output: $crate::__private::recording::Recall<'__r>,
            for<'__r> $steps: $crate::__private::recording::RecordedSteps<'__r, $depth>,
        {
            fn output(__output: &$output) -> ::core::result::Result<::std::string::String, $crate::BoxError> {
                $crate::__private::recording::Recall::text(__output)
            }
            fn codecs(__to: &mut $crate::__private::recording::Codecs) {
                if __to.enter::<Self>($definition) {
                    <$steps as $crate::__private::recording::RecordedSteps<'_, $depth>>::codecs(__to);
                }
            }
        }
    };
}

/// Without the feature `runner`, nothing is recorded.
#[cfg(not(feature = "runner"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __recorded {
    ($($tokens:tt)*) => {};
}
