//! The address of a catalog.

use super::{failure, store::CatalogStore};
use crate::error::{StoreError, StoreErrorKind};
use object_store::local::LocalFileSystem;
use std::{fs, path::Path, sync::Arc};
use url::Url;

const FORMS: &str = "write a path, `file:///path`, `memory:` or `s3://bucket/prefix`";

impl CatalogStore {
    /// Opens a catalog by its address.
    ///
    /// | Address              | Catalog                                                                     |
    /// | -------------------- | --------------------------------------------------------------------------- |
    /// | a path, `file://..`  | a folder, which is created if it is missing                                 |
    /// | `memory:`            | memory, as [`memory`](Self::memory)                                         |
    /// | `s3://bucket/prefix` | S3, with the feature `s3`; keys, region and endpoint come from `AWS_*` environment variables |
    ///
    /// Nothing is sent over the network; [`check`](Self::check) does that.
    ///
    /// # Errors
    /// Returns an error of the kind `Invalid` if the address is invalid, needs the feature `s3`, or has an endpoint with `http://`
    /// without `AWS_ALLOW_HTTP=true`, and `ReadOnly` or `Full` if the
    /// folder cannot be created.
    pub fn open(address: &str) -> Result<Self, StoreError> {
        if address.trim().is_empty() {
            return Err(invalid(format!("the address of the catalog is empty: {FORMS}")));
        }
        if matches!(address, "memory:" | "memory://") {
            return Ok(Self::memory());
        }
        if !address.contains("://") {
            return local(Path::new(address));
        }
        let url = parse(address)?;
        match url.scheme() {
            "file" => match url.to_file_path() {
                Ok(path) => local(&path),
                Err(()) => Err(invalid(format!("`{address}` is not a path on this machine: write `file:///path`"))),
            },
            "s3" => s3(&url),
            other => Err(invalid(format!("the address of the catalog has the unknown scheme `{other}://`: {FORMS}"))),
        }
    }
}

/// Parses a URL without credentials. An address may contain a password, so no error quotes the address before this check.
fn parse(address: &str) -> Result<Url, StoreError> {
    let url =
        Url::parse(address).map_err(|error| invalid("the address of the catalog is not a URL").with_source(error))?;
    let scheme = url.scheme();
    if !url.username().is_empty() || url.password().is_some() {
        return Err(invalid(format!(
            "the address of the catalog (`{scheme}://..`) contains a user or a password: set keys in the environment"
        )));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(invalid(format!("the address of the catalog (`{scheme}://..`) must not contain `?` or `#`")));
    }
    Ok(url)
}

fn local(path: &Path) -> Result<CatalogStore, StoreError> {
    let context = format!("the catalog `{}` cannot be opened", path.display());
    let failed = |error| failure::of_file(context.as_str(), error);
    fs::create_dir_all(path).map_err(failed)?;
    let root = path.canonicalize().map_err(failed)?;
    let objects = LocalFileSystem::new_with_prefix(&root)
        .map_err(|error| failure::of_store(context.as_str(), error))?
        .with_fsync(true);
    Ok(CatalogStore::new(Arc::new(objects), path.display().to_string(), Some(root)))
}

#[cfg(feature = "s3")]
fn s3(url: &Url) -> Result<CatalogStore, StoreError> {
    super::s3::open(url)
}

#[cfg(not(feature = "s3"))]
fn s3(url: &Url) -> Result<CatalogStore, StoreError> {
    Err(invalid(format!(
        "the catalog `{url}` is in S3, which this program was compiled without\nhelp: enable the feature `s3` of `runnable`"
    )))
}

fn invalid(message: impl Into<String>) -> StoreError {
    StoreError::new(StoreErrorKind::Invalid, message)
}
