//! The step of a task or a pipeline, with or without what can replace its work: a mock under test, or the output that an
//! earlier part of the run recorded.
//!
//! Macros rather than functions: without the features `test` and `runner`, neither the program nor the compiler pays for
//! replacements.

/// A step: its context, the context of its work, whether its effect may happen only once, its node as
/// `Node { field "name" pass value, }`, and its work. `pass` says how the task takes the value: as a `value`, or as a
/// `borrow`.
#[cfg(any(feature = "test", feature = "runner"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __step {
    (
        $plain:ident, $cx:ident, $once:literal,
        $node:ident { $($field:ident $name:literal $pass:ident $value:ident,)* },
        $work:expr
    ) => {
        match $crate::__intercept!($plain, $once, $node, $($name $pass $value,)*) {
            #[allow(unused_mut)]
            $crate::__private::Intercepted::Itself(mut __begin) => {
                let (__around, __number) = (__begin.keep(), __begin.attempt());
                let $cx = $cx.attempt(__number);
                let $plain = $plain.attempt(__number);
                __begin.itself($plain, __around, $work)
            }
            $crate::__private::Intercepted::Replaced(__replaced) => {
                __replaced.step($plain, $crate::__node!($node { $($field $pass $value,)* }))
            }
        }
    };
}

/// A step: its context and its work.
#[cfg(not(any(feature = "test", feature = "runner")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __step {
    ($plain:ident, $cx:ident, $once:literal, $node:ident { $($inputs:tt)* }, $work:expr) => {
        $plain.step($work)
    };
}

/// Decides how a step runs. Records or compares its inputs.
#[cfg(feature = "runner")]
#[doc(hidden)]
#[macro_export]
macro_rules! __intercept {
    ($cx:ident, $once:literal, $node:ident, $($name:literal $pass:ident $value:ident,)*) => {
        $cx.recall::<$node>($once, |__to| {
            #[allow(unused_imports)]
            use $crate::__private::recording::{JsonInput as _, UncheckedInput as _};
            $($crate::__private::Value($crate::__borrowed!($pass $value)).tell($name, __to);)*
        })
    };
}

/// Without the feature `runner`, nothing is recorded.
#[cfg(all(feature = "test", not(feature = "runner")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __intercept {
    ($cx:ident, $once:literal, $node:ident, $($tokens:tt)*) => {
        $cx.intercept::<$node>($once)
    };
}

/// A reference to an input.
#[doc(hidden)]
#[macro_export]
macro_rules! __borrowed {
    (value $value:ident) => {
        &$value
    };
    (borrow $value:ident) => {
        $value
    };
}

/// A function that makes the node; it returns `None` if an input is a reference to a value that cannot be copied.
#[doc(hidden)]
#[macro_export]
macro_rules! __node {
    ($node:ident { $($field:ident $pass:ident $value:ident,)* }) => {
        move || ::core::option::Option::Some($node { $($field: $crate::__owned!($pass $value),)* })
    };
}

/// An input as the node owns it.
#[doc(hidden)]
#[macro_export]
macro_rules! __owned {
    (value $value:ident) => {
        $value
    };
    (borrow $value:ident) => {{
        #[allow(unused_imports)]
        use $crate::__private::Otherwise as _;
        $crate::__private::Value($value).keep()?
    }};
}

/// [`__step`] for a pipeline, whose work is not a step of its own.
#[cfg(feature = "test")]
#[doc(hidden)]
#[macro_export]
macro_rules! __pipeline {
    (
        $plain:ident, $cx:ident, $once:literal,
        $node:ident { $($field:ident $name:literal $pass:ident $value:ident,)* },
        $work:expr
    ) => {
        match $plain.intercept_pipeline() {
            $crate::__private::Intercepted::Itself(__begin) => __begin.pipeline($work),
            // Without `__node!`: each level of macros counts towards the `recursion_limit` of a pipeline.
            $crate::__private::Intercepted::Replaced(__replaced) => __replaced.pipeline($plain, move || {
                ::core::option::Option::Some($node { $($field: $crate::__owned!($pass $value),)* })
            }),
        }
    };
}

/// The work of a pipeline.
#[cfg(not(feature = "test"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __pipeline {
    ($plain:ident, $cx:ident, $once:literal, $node:ident { $($inputs:tt)* }, $work:expr) => {
        $work
    };
}
