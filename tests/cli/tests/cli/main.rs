//! Processes with a command line: their output, exit codes and screens.

mod init;
mod parameters;
mod processes;
mod runs;
mod screen;
mod service;
mod session;
mod support;
mod terminal;
mod tls;
mod types;
