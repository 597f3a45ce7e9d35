//! Starting a run of a pipeline, and driving it to its end.

mod drive;
mod interrupt;
mod pipeline;

pub(crate) use drive::{Ended, Follow, SeenEvent};
pub(crate) use interrupt::Interrupt;
pub(crate) use pipeline::{Order, Origin, Pipeline};
