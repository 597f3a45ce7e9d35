//! A secret value.

use std::fmt;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

/// A value that is neither printed nor serialized, and whose memory is overwritten when it is dropped.
///
/// A secret has no `Display`, its `Debug` is `Secret(***)`, and it is not `Serialize`, so it cannot get into an event, a run log or
/// a response. [`expose`](Self::expose) it as late as possible.
///
/// # Examples
/// ```
/// use runnable_store::secrets::Secret;
///
/// let key = Secret::new("k-123456".to_owned());
/// assert_eq!(format!("{key:?}"), "Secret(***)");
/// assert_eq!(key.expose(), "k-123456");
/// ```
///
/// ```compile_fail,E0277
/// # use runnable_store::secrets::Secret;
/// serde_json::to_string(&Secret::new("k-123456".to_owned())); // not `Serialize`
/// ```
#[derive(Clone)]
pub struct Secret<T: Zeroize>(Zeroizing<T>);

impl<T: Zeroize> Secret<T> {
    /// Creates a secret.
    pub fn new(value: T) -> Self {
        Self(Zeroizing::new(value))
    }

    /// Returns the value.
    #[must_use]
    pub fn expose(&self) -> &T {
        &self.0
    }
}

impl<T: Zeroize> From<T> for Secret<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Zeroize> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}

/// Compares in constant time: the duration depends only on whether the lengths are equal.
impl<T: Zeroize + AsRef<[u8]>> PartialEq for Secret<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_ref().ct_eq(other.0.as_ref()).into()
    }
}

impl<T: Zeroize + AsRef<[u8]>> Eq for Secret<T> {}
