//! The HTTP service in front of a cluster.

mod access;
mod cuts;
mod down;
mod forms;
mod old;
mod server;

use server::Server;
