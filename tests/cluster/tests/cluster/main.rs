//! Runs on Restate and NATS, with workers that are killed, frozen and cut off.

mod balancer;
mod cancel;
mod failures;
mod faults;
mod machines;
mod refused;
mod runs;
mod servers;
