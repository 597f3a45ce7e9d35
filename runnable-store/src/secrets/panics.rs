//! Panic messages without secrets.
//!
//! The panic hook prints a message before anything can catch the panic. So the first secret that a program looks up installs a hook
//! that prints a message with a secret itself, and leaves all others to the hook that was there before.

use super::redactor::Shared;
use std::{
    backtrace::{Backtrace, BacktraceStatus},
    panic::{self, PanicHookInfo},
    sync::{Arc, Mutex, Once, PoisonError, TryLockError, Weak},
    thread,
};

/// Everything that knows a secret.
static ALL: Mutex<Vec<Weak<Shared>>> = Mutex::new(Vec::new());
static HOOK: Once = Once::new();

/// Keeps the secrets of a redactor out of panic messages.
pub(super) fn guard(shared: &Arc<Shared>) {
    let mut all = ALL.lock().unwrap_or_else(PoisonError::into_inner);
    all.retain(|known| known.strong_count() > 0);
    all.push(Arc::downgrade(shared));
}

/// Installs the hook, once.
pub(super) fn install() {
    // The hook of a thread that panics cannot be changed. The next secret installs it.
    if !thread::panicking() {
        HOOK.call_once(|| {
            let before = panic::take_hook();
            panic::set_hook(Box::new(move |info| match masked(info) {
                Some(message) => print(info, &message),
                None => before(info),
            }));
        });
    }
}

/// Returns the message without secrets, or `None` if it has none.
fn masked(info: &PanicHookInfo<'_>) -> Option<String> {
    const WITHHELD: &str = "a message that may contain a secret";
    let message = info.payload_as_str()?;
    // Waits for nothing: the thread may have panicked while it held a lock.
    let all = match ALL.try_lock() {
        Ok(all) => all.clone(),
        Err(TryLockError::Poisoned(all)) => all.into_inner().clone(),
        Err(TryLockError::WouldBlock) => return Some(WITHHELD.to_owned()),
    };
    let mut masked = None;
    for shared in all.iter().filter_map(Weak::upgrade) {
        let Ok(redacted) = shared.try_redact(masked.as_deref().unwrap_or(message)) else {
            return Some(WITHHELD.to_owned());
        };
        masked = redacted.or(masked);
    }
    masked
}

/// Prints a panic as the default hook does.
fn print(info: &PanicHookInfo<'_>, message: &str) {
    let thread = thread::current();
    let name = thread.name().unwrap_or("<unnamed>");
    let place = info.location().map_or_else(String::new, |location| format!(" at {location}"));
    let backtrace = Backtrace::capture();
    let backtrace = match backtrace.status() {
        BacktraceStatus::Captured => format!("\nstack backtrace:\n{backtrace}"),
        _ => String::new(),
    };
    eprintln!("\nthread '{name}' panicked{place}:\n{message}{backtrace}");
}
