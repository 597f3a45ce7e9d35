//! The HTTP service in front of a cluster.

mod access;
mod clients;
mod cuts;
mod down;
mod forms;
#[path = "../../../../../runnable-http/tests/service/clients/cuts.rs"]
mod network;
mod odd;
mod old;
mod orders;
mod server;

use server::Server;
