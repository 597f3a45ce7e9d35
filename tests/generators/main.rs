//! `stream!` and `try_stream!`.

mod by_hand;
mod in_a_task;
