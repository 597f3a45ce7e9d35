//! Checks that a catalog in S3 can be used, before a run needs it.

use crate::error::{StoreError, StoreErrorKind};
use object_store::{Error, ObjectStore, ObjectStoreExt, path::Path as Location};
use std::{error::Error as StdError, iter::successors, sync::Arc};

/// The access to a bucket that gives up soon.
#[derive(Debug)]
pub(super) struct Probe {
    pub(super) objects: Arc<dyn ObjectStore>,
    pub(super) bucket: String,
    pub(super) endpoint: String,
}

/// The codes with which S3 refuses a key.
const REFUSED: [&str; 5] =
    ["InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken", "InvalidClientTokenId"];

impl Probe {
    pub(super) async fn check(&self) -> Result<(), StoreError> {
        // The answer to `HEAD` would have no code.
        match self.objects.get(&Location::from("runnable-check")).await {
            Ok(_) => Ok(()),
            Err(error) => self.problem(&error).map_or(Ok(()), |problem| Err(problem.with_source(error))),
        }
    }

    /// Returns the problem behind an error, or `None` if only the object does not exist.
    fn problem(&self, error: &Error) -> Option<StoreError> {
        use StoreErrorKind::{Invalid, NotFound, ReadOnly, Unreachable};
        let (bucket, endpoint) = (&self.bucket, &self.endpoint);
        let causes: String = successors(Some(error as &dyn StdError), |&error| error.source())
            .flat_map(|cause| [cause.to_string(), "\n".to_owned()])
            .collect();
        let says = |code: &str| causes.contains(code);
        let (kind, problem) = if says("NoSuchBucket") {
            let help = "create the bucket, or check its name, `AWS_REGION` and `AWS_ENDPOINT_URL`";
            (NotFound, format!("{endpoint} has no bucket `{bucket}`\nhelp: {help}"))
        } else if matches!(error, Error::NotFound { .. }) {
            return None;
        } else if REFUSED.iter().any(|code| says(code)) || matches!(error, Error::Unauthenticated { .. }) {
            let help = "check `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`";
            (Invalid, format!("{endpoint} refuses the key\nhelp: {help}"))
        } else if matches!(error, Error::PermissionDenied { .. }) {
            let help = "permit `s3:ListBucket`, `s3:GetObject`, `s3:PutObject` and `s3:AbortMultipartUpload`";
            (ReadOnly, format!("{endpoint} denies the access to the bucket `{bucket}`\nhelp: {help}"))
        } else if says("PermanentRedirect") || says("AuthorizationHeaderMalformed") || says("redirect") {
            (Invalid, format!("the bucket `{bucket}` is in another region\nhelp: set `AWS_REGION` to its region"))
        } else if says("/latest/api/token") || says("/latest/meta-data") || says("credentials") {
            let help = "set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, or give the machine a role";
            (Invalid, format!("there are no credentials for {endpoint}\nhelp: {help}"))
        } else {
            let help = "check the network, `AWS_ENDPOINT_URL` and `AWS_REGION`";
            (Unreachable, format!("{endpoint} cannot be reached\nhelp: {help}"))
        };
        Some(StoreError::new(kind, problem))
    }
}
