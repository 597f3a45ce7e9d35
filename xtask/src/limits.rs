//! The numbers that the project keeps below.

/// The most files that an import cycle inside a room has.
pub(crate) const FILES_IN_A_CYCLE: usize = 3;
