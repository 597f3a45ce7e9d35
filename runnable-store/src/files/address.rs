//! What a catalog's address means.

use super::{failure::of_file, store::CatalogStore};
use crate::{StoreError, StoreErrorKind};
use object_store::local::LocalFileSystem;
use std::{fs, path::Path, sync::Arc};
use url::Url;

const FORMS: &str = "a path, `file:///path`, `memory:` or `s3://bucket/prefix`";

pub(super) fn open(address: &str) -> Result<CatalogStore, StoreError> {
    if address.trim().is_empty() {
        return Err(invalid(format!("a catalog's address is empty: it is {FORMS}")));
    }
    if matches!(address, "memory:" | "memory://") {
        return Ok(CatalogStore::memory());
    }
    if !address.contains("://") {
        return local(Path::new(address));
    }
    // The address may hold a password, so that no error repeats it before it is known to hold none.
    let url = Url::parse(address).map_err(|error| invalid("a catalog's address is no URL").because(error))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(invalid(format!(
            "a catalog's address (`{}://..`) holds a user or a password: keys are taken from the environment",
            url.scheme()
        )));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(invalid(format!("a catalog's address (`{}://..`) has no `?` and no `#`", url.scheme())));
    }
    match url.scheme() {
        "file" => match url.to_file_path() {
            Ok(path) => local(&path),
            Err(()) => Err(invalid(format!("`{address}` is no path of this machine: write `file:///path`"))),
        },
        "s3" => s3(&url),
        other => Err(invalid(format!("a catalog cannot be at `{other}://`: its address is {FORMS}"))),
    }
}

fn local(path: &Path) -> Result<CatalogStore, StoreError> {
    let failed = |error| of_file(format!("the catalog `{}` cannot be opened", path.display()), error);
    fs::create_dir_all(path).map_err(failed)?;
    let root = path.canonicalize().map_err(failed)?;
    let objects = LocalFileSystem::new_with_prefix(&root)
        .map_err(|error| super::failure::of_store(format!("the catalog `{}` cannot be opened", path.display()), error))?
        .with_fsync(true);
    Ok(CatalogStore::new(Arc::new(objects), path.display().to_string(), Some(root)))
}

#[cfg(feature = "s3")]
fn s3(url: &Url) -> Result<CatalogStore, StoreError> {
    use object_store::{aws::AmazonS3Builder, prefix::PrefixStore};

    let failed = |error| super::failure::of_store(format!("the catalog `{url}` cannot be opened"), error);
    let bucket = url.host_str().ok_or_else(|| invalid("a catalog's address names no bucket: `s3://bucket/prefix`"))?;
    let prefix = object_store::path::Path::from_url_path(url.path())
        .map_err(|error| invalid(format!("`{url}` has a prefix that cannot be")).because(error))?;
    let bucket = AmazonS3Builder::from_env().with_bucket_name(bucket).build().map_err(failed)?;
    Ok(CatalogStore::new(Arc::new(PrefixStore::new(bucket, prefix)), url.to_string(), None))
}

#[cfg(not(feature = "s3"))]
fn s3(url: &Url) -> Result<CatalogStore, StoreError> {
    Err(invalid(format!("a catalog at `{url}` needs the feature `s3`")))
}

fn invalid(message: impl Into<String>) -> StoreError {
    StoreError::new(StoreErrorKind::Invalid, message)
}
