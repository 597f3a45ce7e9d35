//! A value that shows itself to nobody.

use std::fmt;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

/// A value that is neither printed nor serialised, and whose memory is overwritten when it is dropped.
///
/// It has no `Display`, its `Debug` is `Secret(***)`, and it is not `Serialize`: what cannot be serialised cannot land in an event, a run's
/// log or a response. To use it, [`expose`](Self::expose) it, as late as possible.
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
/// serde_json::to_string(&Secret::new("k-123456".to_owned())); // it is not `Serialize`
/// ```
#[derive(Clone)]
pub struct Secret<T: Zeroize>(Zeroizing<T>);

impl<T: Zeroize> Secret<T> {
    /// Makes a secret of a value.
    pub fn new(value: T) -> Self {
        Self(Zeroizing::new(value))
    }

    /// The value itself.
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

/// In a time that tells nothing but whether the lengths are equal.
impl<T: Zeroize + AsRef<[u8]>> PartialEq for Secret<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_ref().ct_eq(other.0.as_ref()).into()
    }
}

impl<T: Zeroize + AsRef<[u8]>> Eq for Secret<T> {}
