//! The command line of a crate's pipelines.

mod cli;
mod run;

pub use cli::Cli;
