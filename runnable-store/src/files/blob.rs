//! A content, by its hash.

use crate::{StoreError, StoreErrorKind};
use object_store::path::Path as Location;

/// A content that a [`CatalogStore`](super::CatalogStore) has.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Blob {
    /// Its BLAKE3 hash, as 64 hexadecimal digits in lower case.
    pub hash: String,
    /// Its size in bytes.
    pub size: u64,
}

/// A hash that is known to be one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Digest(blake3::Hash);

impl Digest {
    /// Reads what a run log has.
    pub(super) fn parse(text: &str) -> Result<Self, StoreError> {
        let upper = text.bytes().any(|byte| byte.is_ascii_uppercase());
        blake3::Hash::from_hex(text)
            .ok()
            .filter(|_| !upper)
            .map(Self)
            .ok_or_else(|| StoreError::new(StoreErrorKind::Invalid, format!("`{text}` is no BLAKE3 hash")))
    }

    pub(super) fn of(hasher: &blake3::Hasher) -> Self {
        Self(hasher.finalize())
    }

    pub(super) fn hex(self) -> String {
        self.0.to_hex().to_string()
    }

    /// Where its content is: `blobs/ab/ab..`.
    pub(super) fn location(self) -> Location {
        let hex = self.hex();
        Location::from_iter(["blobs", &hex[..2], &hex])
    }
}
