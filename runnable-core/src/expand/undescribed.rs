//! The macros of `described.rs` without the feature `schema`.

/// Nothing is described.
#[doc(hidden)]
#[macro_export]
macro_rules! __schema {
    ($($tokens:tt)*) => {};
}

/// Nodes have no schemas.
#[doc(hidden)]
#[macro_export]
macro_rules! __schemas {
    ($($tokens:tt)*) => {};
}
