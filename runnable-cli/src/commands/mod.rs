//! The commands.

mod completions;
mod context;
mod execute;
mod follow;
mod fork;
mod graph;
mod init;
mod list;
#[cfg(feature = "url")]
mod remote;
mod run;
mod runs;
#[cfg(feature = "serve")]
mod serve;
mod types;
mod whole;

pub(crate) use context::App;
pub(crate) use execute::execute;
