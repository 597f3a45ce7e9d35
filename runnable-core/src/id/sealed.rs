//! The supertrait of public traits that only the macros implement.

/// Implemented by expansions alone. A trait that has it can gain items without breaking a program.
pub trait Sealed {}

impl<E> Sealed for Option<E> {}
