//! Catalogs in S3.

use super::{failure, probe::Probe, store::CatalogStore};
use crate::error::{StoreError, StoreErrorKind};
use object_store::{
    BackoffConfig, ClientConfigKey, ClientOptions, RetryConfig,
    aws::{AmazonS3Builder, AmazonS3ConfigKey},
    prefix::PrefixStore,
};
use std::{env, sync::Arc, time::Duration};
use url::Url;

/// The time for which a check tries to reach the endpoint.
const PATIENCE: Duration = Duration::from_secs(10);

/// Returns the treatment of an endpoint that is down: requests are repeated for a minute.
fn patient() -> RetryConfig {
    let backoff = BackoffConfig { max_backoff: Duration::from_secs(2), ..BackoffConfig::default() };
    RetryConfig { backoff, max_retries: 1000, retry_timeout: Duration::from_mins(1) }
}

/// Opens the catalog at `s3://bucket/prefix`, as the environment variables `AWS_*` configure it.
pub(super) fn open(url: &Url) -> Result<CatalogStore, StoreError> {
    let bucket = url
        .host_str()
        .ok_or_else(|| invalid("the address of the catalog has no bucket: write `s3://bucket/prefix`"))?;
    let prefix = object_store::path::Path::from_url_path(url.path())
        .map_err(|error| invalid(format!("the address `{url}` has an invalid prefix")).with_source(error))?;
    let failed = |error| failure::of_store(format!("the catalog `{url}` cannot be opened"), error);
    let builder = configured().with_bucket_name(bucket);
    let endpoint = endpoint(&builder)?;
    let objects = builder.clone().with_retry(patient()).build().map_err(failed)?;
    let retry = RetryConfig { max_retries: 2, retry_timeout: PATIENCE, ..RetryConfig::default() };
    let options = ClientOptions::new().with_connect_timeout(PATIENCE / 2).with_timeout(PATIENCE);
    let options = options.with_allow_http(allows_http(&builder));
    let probe = builder.with_client_options(options).with_retry(retry).build().map_err(failed)?;
    let probe =
        Probe { objects: Arc::new(PrefixStore::new(probe, prefix.clone())), bucket: bucket.to_owned(), endpoint };
    Ok(CatalogStore::new(Arc::new(PrefixStore::new(objects, prefix)), url.to_string(), None).with_probe(probe))
}

/// Reads the environment variables `AWS_*`. An empty variable counts as not set.
fn configured() -> AmazonS3Builder {
    let variables =
        env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let variables = variables.filter(|(name, value)| name.starts_with("AWS_") && !value.is_empty());
    variables.fold(AmazonS3Builder::new(), |builder, (name, value)| match name.to_ascii_lowercase().parse() {
        Ok(key) => builder.with_config(key, value),
        Err(_) => builder,
    })
}

fn allows_http(builder: &AmazonS3Builder) -> bool {
    let allowed = builder.get_config_value(&AmazonS3ConfigKey::Client(ClientConfigKey::AllowHttp));
    allowed.is_some_and(|allowed| ["1", "true", "on", "yes", "y"].contains(&&*allowed.to_ascii_lowercase()))
}

/// Checks the endpoint, and returns its name without a password.
fn endpoint(builder: &AmazonS3Builder) -> Result<String, StoreError> {
    let keys = [AmazonS3ConfigKey::S3Endpoint, AmazonS3ConfigKey::Endpoint];
    let Some(endpoint) = keys.iter().find_map(|key| builder.get_config_value(key)) else {
        return Ok("Amazon S3".to_owned());
    };
    let url = Url::parse(&endpoint).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let Some(url) = url else {
        return Err(invalid(
            "the endpoint in `AWS_ENDPOINT_URL` is not a URL\nhelp: write `https://host` or `https://host:port`",
        ));
    };
    let name = url.origin().ascii_serialization();
    if url.scheme() == "http" && !allows_http(builder) {
        return Err(invalid(format!(
            "the endpoint `{name}` of the catalog is not encrypted\nhelp: set `AWS_ALLOW_HTTP=true` to use it, or use an \
             endpoint with `https://`"
        )));
    }
    Ok(name)
}

fn invalid(message: impl Into<String>) -> StoreError {
    StoreError::new(StoreErrorKind::Invalid, message)
}
