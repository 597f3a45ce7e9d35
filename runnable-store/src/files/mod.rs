//! Files of runs: the store of contents, the workspace, and the catalog that joins them.

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

pub use self::{
    blob::Blob,
    download::BlobStream,
    find::Found,
    handle::Catalog,
    records::Records,
    run::{Opened, RunFiles},
    store::CatalogStore,
    workspace::Workspace,
};
