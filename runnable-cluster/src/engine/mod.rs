//! The engine of a cluster: it places runs on workers, keeps their journals and moves them if a worker dies.

mod children;
mod engine;

pub(crate) use self::engine::Engine;
