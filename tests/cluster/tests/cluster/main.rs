//! Runs on Restate and NATS, and on NATS alone, with workers that are killed, frozen and cut off.

mod balancer;
mod cancel;
#[path = "../../../../runnable-http/tests/service/client.rs"]
#[expect(dead_code, reason = "the tests of the service use the rest")]
mod client;
mod failures;
mod faults;
mod machines;
mod nats;
mod random;
mod refused;
mod runs;
mod scale;
mod servers;
mod service;
mod spread;
