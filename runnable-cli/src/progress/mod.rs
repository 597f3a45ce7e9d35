//! The progress of a run on stderr.

mod frame;
mod group;
mod model;
mod screen;

pub(crate) use model::Model;
pub(crate) use screen::Screen;
