//! The record of a file.

use crate::time;
use serde::Serialize;
use std::time::SystemTime;

/// A record of a step that put a file into the catalog, or got a file out.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ArtifactRecord {
    /// The name of the file, a relative path with `/`.
    pub name: String,
    /// The path of the step.
    pub step: String,
    /// The attempt of the step, from 1.
    pub attempt: u32,
    /// `true` if the step put the file, `false` if the step got the file.
    pub put: bool,
    /// The BLAKE3 hash of the content, as 64 hexadecimal digits.
    pub hash: String,
    /// The size in bytes.
    pub size: u64,
    /// The media type.
    pub media_type: String,
    /// The time of the put or get. Logs keep milliseconds.
    #[serde(serialize_with = "time::serialize")]
    pub at: SystemTime,
}

impl ArtifactRecord {
    /// Returns the record of a file that a step puts now, of the media type `application/octet-stream`.
    #[must_use]
    pub fn put(
        name: impl Into<String>,
        step: impl Into<String>,
        attempt: u32,
        hash: impl Into<String>,
        size: u64,
    ) -> Self {
        Self {
            name: name.into(),
            step: step.into(),
            attempt,
            put: true,
            hash: hash.into(),
            size,
            media_type: "application/octet-stream".to_owned(),
            at: time::whole_millis(SystemTime::now()),
        }
    }
}
