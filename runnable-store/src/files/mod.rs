#![doc = include_str!("../docs/catalog.md")]

mod address;
mod blob;
mod chunks;
mod download;
mod failure;
mod find;
mod handle;
mod once;
mod pattern;
mod records;
mod run;
mod store;
mod sweep;
mod upload;
mod workspace;

pub use blob::Blob;
pub use download::BlobStream;
pub use find::Found;
pub use handle::Catalog;
pub use records::Records;
pub use run::{Opened, RunFiles};
pub use store::CatalogStore;
pub use workspace::Workspace;
