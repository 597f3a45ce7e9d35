//! The numbers that the project keeps below. `cargo xtask cycles` and `cargo xtask invariants` hold them.

/// The most files that an import cycle inside a module has.
pub(crate) const FILES_IN_A_CYCLE: usize = 3;

/// The most `cfg`s in the sources of `runnable-core`.
pub(crate) const CFGS_IN_THE_CORE: usize = 60;

/// The most names in `runnable_core::__private`.
pub(crate) const PRIVATE_NAMES: usize = 60;

/// The most lines in the snapshot of a plain task's expansion.
pub(crate) const LINES_OF_A_PLAIN_TASK: usize = 220;
