//! Views of runs: those of real runners, of records that are written by hand, and of random records.

mod recorded;
mod support;
mod text;
