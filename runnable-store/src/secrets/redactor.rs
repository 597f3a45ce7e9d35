//! Removes secrets from texts.

use super::{
    json,
    known::{Known, SHORTEST},
    panics, reference,
    secret::Secret,
};
use crate::{error::StoreError, log::api::Json};
use runnable_core::{Error, hooks::Redact};
use serde_json::value::RawValue;
use std::{
    borrow::Cow,
    fmt,
    sync::{
        Arc, PoisonError, RwLock, TryLockError,
        atomic::{AtomicBool, Ordering},
    },
};

/// Replaces known secrets in texts by `***`. A clone knows the same secrets.
///
/// A redactor finds a secret as it is, without white space around it, and as JSON, `{:?}` and URLs escape it. It does not find
/// other encodings (Base64), a part of a secret, or a secret that is split over two texts, such as two chunks of a stream. A secret
/// of fewer than [`SHORTEST`](Self::SHORTEST) characters is replaced only if it is the whole text, the whole string or the whole
/// number: inside of others it would match everywhere.
///
/// # Examples
/// ```
/// use runnable_store::secrets::{Redactor, Secret};
///
/// let redactor = Redactor::new();
/// redactor.learn(&Secret::new("k-123456".to_owned()))?;
/// assert_eq!(redactor.redact("401 for key k-123456"), "401 for key ***");
/// # Ok::<(), runnable_store::StoreError>(())
/// ```
#[derive(Clone, Default)]
pub struct Redactor {
    shared: Arc<Shared>,
}

#[derive(Default)]
pub(super) struct Shared {
    any: AtomicBool,
    known: RwLock<Arc<Known>>,
}

impl Shared {
    /// Returns a text without secrets, or `None` if it has none, without waiting for a lock. It is an error if the lock is held.
    pub(super) fn try_redact(&self, text: &str) -> Result<Option<String>, ()> {
        let known = match self.known.try_read() {
            Ok(known) => Arc::clone(&known),
            Err(TryLockError::Poisoned(known)) => Arc::clone(&known.into_inner()),
            Err(TryLockError::WouldBlock) => return Err(()),
        };
        Ok(match reference::mask(&known, text) {
            Cow::Owned(masked) => Some(masked),
            Cow::Borrowed(_) => None,
        })
    }
}

impl Redactor {
    /// The minimum number of characters of a secret that is replaced inside of other texts.
    pub const SHORTEST: usize = SHORTEST;

    /// Returns a redactor that knows no secret. It returns texts as they are, without searching them.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Learns a secret, which all clones then know.
    ///
    /// A recorded value that contains a secret without a name cannot be read again. [`Secrets`](super::Secrets) give their redactor
    /// the names as well.
    ///
    /// # Errors
    /// Returns an error of the kind `Invalid` if all secrets together are too large to search for (gigabytes).
    pub fn learn(&self, secret: &Secret<String>) -> Result<(), StoreError> {
        self.learn_as("", secret)
    }

    /// Learns a secret and its name.
    pub(super) fn learn_as(&self, name: &str, secret: &Secret<String>) -> Result<(), StoreError> {
        // Most secrets are known: a step asks at each attempt.
        if self.known().is_some_and(|known| known.has(name, secret)) {
            return Ok(());
        }
        let mut known = self.shared.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.has(name, secret) {
            return Ok(());
        }
        *known = Arc::new(known.with(name, secret)?);
        let was_any = self.shared.any.swap(true, Ordering::AcqRel);
        drop(known);
        if !was_any {
            panics::guard(&self.shared);
        }
        panics::install();
        if secret.expose().chars().count() < SHORTEST {
            tracing::warn!(
                secret = name,
                "a secret of fewer than {SHORTEST} characters is masked only as a whole string or number"
            );
        }
        Ok(())
    }

    /// Replaces every secret in a text. For JSON, use [`redact_json`](Self::redact_json), whose result is JSON again.
    #[must_use]
    pub fn redact<'a>(&self, text: &'a str) -> Cow<'a, str> {
        self.known().map_or(Cow::Borrowed(text), |known| reference::mask(&known, text))
    }

    /// Replaces every secret in the strings, the names and the numbers of a JSON text. A number with a secret becomes the string
    /// `"***"`; `true`, `false` and `null` stay.
    #[must_use]
    pub fn redact_json(&self, json: &Json) -> Json {
        let Some(known) = self.known() else { return Arc::clone(json) };
        json::mask(&known, json.get()).map_or_else(|| Arc::clone(json), raw)
    }

    /// Replaces every secret in a JSON text by a reference, from which [`Restorer`](super::Restorer) makes the same text again, and
    /// escapes strings that look like references.
    #[doc(hidden)]
    #[must_use]
    pub fn refer_json(&self, json: &Json) -> Json {
        let Some(known) = self.known() else { return Self::escape_json(json) };
        json::refer(&known, json.get()).map_or_else(|| Arc::clone(json), raw)
    }

    /// Replaces every secret in a text by a reference, as [`refer_json`](Self::refer_json) does.
    #[doc(hidden)]
    #[must_use]
    pub fn refer<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let found = self.known().map(|known| known.find(text)).unwrap_or_default();
        reference::refer(&found, text)
    }

    /// Replaces every reference and every secret in a recorded JSON text by `***`.
    #[doc(hidden)]
    #[must_use]
    pub fn view_json(&self, recorded: &Json) -> Json {
        let masked = json::mask_references(recorded.get()).map(raw);
        self.redact_json(masked.as_ref().unwrap_or(recorded))
    }

    /// Escapes strings of a JSON text that look like references, and leaves secrets as they are: the text has none.
    #[doc(hidden)]
    #[must_use]
    pub fn escape_json(json: &Json) -> Json {
        // Most texts have no such byte, and a search for a byte is fast.
        if !json.get().contains('$') {
            return Arc::clone(json);
        }
        json::refer(&Known::default(), json.get()).map_or_else(|| Arc::clone(json), raw)
    }

    /// Replaces every reference and every secret in the messages of a recorded error and of its causes by `***`.
    #[doc(hidden)]
    #[must_use]
    pub fn view_error(&self, recorded: &Json) -> Json {
        let masked = json::mask_references(recorded.get()).map_or_else(|| Arc::clone(recorded), raw);
        // The code of an error is not a text: a secret with the value `failed` must not hide it.
        self.redact_member(&self.redact_member(&masked, "message"), "causes")
    }

    /// Replaces every secret in one member of a JSON object by `***`.
    #[doc(hidden)]
    #[must_use]
    pub fn redact_member(&self, json: &Json, name: &str) -> Json {
        let masked = self.known().and_then(|known| json::mask_member(&known, json.get(), name));
        masked.map_or_else(|| Arc::clone(json), raw)
    }

    /// Replaces every reference and every secret in a recorded text by `***`.
    #[doc(hidden)]
    #[must_use]
    pub fn view(&self, recorded: &str) -> String {
        self.redact(&reference::mask_references(recorded)).into_owned()
    }

    /// Returns the known secrets, if there are any.
    fn known(&self) -> Option<Arc<Known>> {
        if !self.shared.any.load(Ordering::Acquire) {
            return None;
        }
        Some(Arc::clone(&self.shared.known.read().unwrap_or_else(PoisonError::into_inner)))
    }
}

impl Redact for Redactor {
    fn text(&self, text: &str) -> Option<String> {
        match self.redact(text) {
            Cow::Owned(redacted) => Some(redacted),
            Cow::Borrowed(_) => None,
        }
    }

    fn json(&self, json: &str) -> Option<String> {
        json::mask(&*self.known()?, json)
    }

    fn error(&self, error: Error) -> Error {
        if self.known().is_none() { error } else { error.redacted(&|text| self.text(text)) }
    }
}

impl fmt::Debug for Redactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redactor").finish_non_exhaustive()
    }
}

/// Returns a JSON text in which whole tokens were replaced, so that it is still JSON. If it were not, no secret would get out.
fn raw(json: String) -> Json {
    RawValue::from_string(json).map_or_else(|_| Arc::from(RawValue::NULL.to_owned()), Arc::from)
}
