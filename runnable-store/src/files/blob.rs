//! Contents and their hashes.

use crate::error::{StoreError, StoreErrorKind};
use object_store::path::Path as Location;

/// A content in a [`CatalogStore`](super::CatalogStore).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Blob {
    /// The BLAKE3 hash, as 64 lower-case hexadecimal digits.
    pub hash: String,
    /// The size in bytes.
    pub size: u64,
}

/// A valid hash.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Digest(blake3::Hash);

impl Digest {
    pub(super) fn parse(text: &str) -> Result<Self, StoreError> {
        let upper = text.bytes().any(|byte| byte.is_ascii_uppercase());
        let hash = blake3::Hash::from_hex(text).ok().filter(|_| !upper);
        hash.map(Self).ok_or_else(|| {
            let message = format!("`{text}` is not a BLAKE3 hash: expected 64 lower-case hexadecimal digits");
            StoreError::new(StoreErrorKind::Invalid, message)
        })
    }

    pub(super) fn of(hasher: &blake3::Hasher) -> Self {
        Self(hasher.finalize())
    }

    pub(super) fn hex(self) -> String {
        self.0.to_hex().to_string()
    }

    /// Returns the location of the content in the object store: `blobs/ab/ab..`.
    pub(super) fn location(self) -> Location {
        let hex = self.hex();
        Location::from_iter(["blobs", &hex[..2], &hex])
    }
}
