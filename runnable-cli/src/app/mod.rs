//! The programs: the command line of a crate's pipelines, and `rnbl`.

mod cli;
mod run;

pub use cli::Cli;
pub use run::rnbl;
