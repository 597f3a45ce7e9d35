//! Hosts units on a worker: their threads, their cancellations and the parts that they send.

mod pipelines;
mod units;

pub(crate) use self::{
    pipelines::{Served, served},
    units::{Live, Units},
};
