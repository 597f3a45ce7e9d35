//! The progress of a run on stderr.

mod frame;
mod group;
mod model;
#[cfg(test)]
mod picture;
mod screen;
#[cfg(test)]
mod tests;

pub(crate) use model::Model;
pub(crate) use screen::Screen;
