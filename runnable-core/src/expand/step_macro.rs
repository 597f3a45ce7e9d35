//! The step of a task or of a pipeline, with or without what may stand in for it: a mock under test, or what an earlier part
//! of the run recorded.
//!
//! Macros, so that without the features `test` and `runner` neither the program nor its compiler pays for them.

/// A step, or what stands in for it: the context, the node's type, its inputs by reference, an `Option` of the node, what
/// makes its output of its returns and what takes that apart, whether it may run but once, and the step's own work.
#[cfg(any(feature = "test", feature = "runner"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __step {
    ($cx:ident, $node:ty, $told:expr, $input:expr, $together:expr, $apart:expr, $once:literal, $work:expr) => {
        match $cx.intercept($once) {
            $crate::__private::Intercepted::Itself(begin) => {
                let keep = $crate::__keep!(begin, $node, $told, $together, $apart);
                let $cx = begin.cx($cx);
                $crate::__private::itself(
                    ::core::option::Option::None,
                    begin.step($cx, $crate::__private::later(begin.delay(), keep, $work)),
                )
            }
            $crate::__private::Intercepted::Replaced(replaced) => {
                let begin = replaced.begin();
                $crate::__private::instead(begin.step($cx, async move {
                    let output = replaced.run::<$node>(move || $input, $crate::__recall!($node)).await;
                    ::core::result::Result::map(output, $apart)
                }))
            }
        }
    };
}

/// A step: the context, and its work.
#[cfg(not(any(feature = "test", feature = "runner")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __step {
    ($cx:ident, $node:ty, $told:expr, $input:expr, $together:expr, $apart:expr, $once:literal, $work:expr) => {
        $cx.step($work)
    };
}

/// What records a step.
#[cfg(feature = "runner")]
#[doc(hidden)]
#[macro_export]
macro_rules! __keep {
    ($begin:ident, $node:ty, $told:expr, $together:expr, $apart:expr) => {
        $begin.keep($told, |returns| {
            let output = $together(returns);
            let text = {
                #[allow(unused_imports)]
                use $crate::__private::NoCodec as _;
                $crate::__private::Codec::<<$node as $crate::__private::Node>::Output>::new().encode(&output)
            };
            ($apart(output), text)
        })
    };
}

/// Nothing records it.
#[cfg(all(feature = "test", not(feature = "runner")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __keep {
    ($begin:ident, $node:ty, $told:expr, $together:expr, $apart:expr) => {
        $crate::__private::NothingAround
    };
}

/// What reads a step's output again.
#[cfg(feature = "runner")]
#[doc(hidden)]
#[macro_export]
macro_rules! __recall {
    ($node:ty) => {
        |text| {
            #[allow(unused_imports)]
            use $crate::__private::NoCodec as _;
            $crate::__private::Codec::<<$node as $crate::__private::Node>::Output>::new().decode(text)
        }
    };
}

/// Nothing was recorded.
#[cfg(all(feature = "test", not(feature = "runner")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __recall {
    ($node:ty) => {
        $crate::__private::nothing_recorded
    };
}

/// What only a run that is recorded needs.
#[cfg(feature = "runner")]
#[doc(hidden)]
#[macro_export]
macro_rules! __recording {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// What only a run that is recorded needs: nothing.
#[cfg(not(feature = "runner"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __recording {
    ($($tokens:tt)*) => {};
}

/// What only a node needs that is described by JSON Schemas.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __schema {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// What only a node needs that is described by JSON Schemas: nothing.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __schema {
    ($($tokens:tt)*) => {};
}

/// Work with the files that it takes and makes.
#[cfg(feature = "runner")]
#[doc(hidden)]
#[macro_export]
macro_rules! __files {
    ($cx:ident, [$($get:literal),*], [$($put:literal),*], $work:expr) => {
        $cx.files(&[$($get),*], &[$($put),*], $work)
    };
}

/// Work: without a catalog its files are where they are.
#[cfg(not(feature = "runner"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __files {
    ($cx:ident, [$($get:literal),*], [$($put:literal),*], $work:expr) => {
        $work
    };
}

/// [`__step`] for a pipeline, whose work is no step of its own.
#[cfg(feature = "test")]
#[doc(hidden)]
#[macro_export]
macro_rules! __pipeline {
    ($cx:ident, $node:ty, $input:expr, $apart:expr, $work:expr) => {
        match $cx.intercept_pipeline() {
            $crate::__private::Intercepted::Itself(begin) => $crate::__private::itself(begin.delay(), $work),
            $crate::__private::Intercepted::Replaced(replaced) => $crate::__private::instead(async move {
                let output = replaced.run::<$node>(move || $input, |_| $crate::__private::nothing_recorded("")).await;
                ::core::result::Result::map($cx.placed(output), $apart)
            }),
        }
    };
}

/// The work of a pipeline.
#[cfg(not(feature = "test"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __pipeline {
    ($cx:ident, $node:ty, $input:expr, $apart:expr, $work:expr) => {
        $work
    };
}
