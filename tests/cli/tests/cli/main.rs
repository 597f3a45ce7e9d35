//! Processes with a command line: their output, exit codes and screens.

mod parameters;
mod processes;
mod runs;
mod support;
