//! The step of a task or of a pipeline, with or without what may stand in for it under test.
//!
//! Macros, so that without the feature `test` neither the program nor its compiler pays for it.

/// A step, or what stands in for it: the context, the node's type, an `Option` of the node, what takes its output apart,
/// and the step's own work.
#[cfg(feature = "test")]
#[doc(hidden)]
#[macro_export]
macro_rules! __step {
    ($cx:ident, $node:ty, $input:expr, $returns:expr, $work:expr) => {
        match $cx.substitute() {
            $crate::__private::Substitute::Itself(delay) => $crate::__private::itself(
                ::core::option::Option::None,
                $cx.step($crate::__private::later(delay, $work)),
            ),
            $crate::__private::Substitute::Mock(mock) => {
                $crate::__private::instead($cx.step(async move {
                    ::core::result::Result::map(mock.run::<$node>(move || $input).await, $returns)
                }))
            }
        }
    };
}

/// A step: the context, and its work.
#[cfg(not(feature = "test"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __step {
    ($cx:ident, $node:ty, $input:expr, $returns:expr, $work:expr) => {
        $cx.step($work)
    };
}

/// [`__step`] for a pipeline, whose work is no step of its own.
#[cfg(feature = "test")]
#[doc(hidden)]
#[macro_export]
macro_rules! __pipeline {
    ($cx:ident, $node:ty, $input:expr, $returns:expr, $work:expr) => {
        match $cx.substitute() {
            $crate::__private::Substitute::Itself(delay) => $crate::__private::itself(delay, $work),
            $crate::__private::Substitute::Mock(mock) => $crate::__private::instead(async move {
                let output = mock.run::<$node>(move || $input).await;
                ::core::result::Result::map($cx.placed(output), $returns)
            }),
        }
    };
}

/// The work of a pipeline.
#[cfg(not(feature = "test"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __pipeline {
    ($cx:ident, $node:ty, $input:expr, $returns:expr, $work:expr) => {
        $work
    };
}
