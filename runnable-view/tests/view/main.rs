//! Views of runs: those of real runners, of records that are written by hand, and of random records.

mod browser;
mod definition;
mod diff;
mod oracle;
mod pictures;
mod recorded;
mod support;
mod text;
