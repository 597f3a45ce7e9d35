//! Runs on Restate and NATS, and on NATS alone, with workers that are killed, frozen and cut off.

mod balancer;
mod cancel;
mod failures;
mod faults;
mod machines;
mod nats;
mod refused;
mod runs;
mod servers;
