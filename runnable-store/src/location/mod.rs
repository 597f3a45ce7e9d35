//! The locations of run logs, and opening the run log at a location.

mod location;
mod options;
mod run_log_url;
mod view;

pub use self::{location::Location, options::RunLogOptions, run_log_url::RunLogUrl, view::ViewLog};
