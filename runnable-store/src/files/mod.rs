//! Files of runs: the store of contents, the workspace, and the catalog that joins them.

mod address;
mod blob;
mod catalog;
mod chunks;
mod download;
mod failure;
mod find;
mod pattern;
#[cfg(feature = "s3")]
mod probe;
mod records;
mod run_files;
#[cfg(feature = "s3")]
mod s3;
mod store;
mod sweep;
mod upload;
mod uploads;
mod workspace;

pub use self::{
    blob::Blob,
    catalog::Catalog,
    download::BlobStream,
    find::Found,
    records::Records,
    run_files::{Opener, RunFiles},
    store::CatalogStore,
    workspace::Workspace,
};
