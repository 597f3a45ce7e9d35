//! The catalog: contents, names and files of a run.

#[path = "catalog/blobs.rs"]
mod blobs;
#[path = "catalog/counting.rs"]
mod counting;
#[path = "catalog/crash.rs"]
mod crash;
#[path = "catalog/files.rs"]
mod files;
#[path = "catalog/names.rs"]
mod names;
