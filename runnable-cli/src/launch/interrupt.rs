//! Ctrl-C: once to cancel, twice to exit.

use std::{
    process::exit,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};
use tokio::sync::Notify;

/// The first Ctrl-C of the user. The second ends the process at once, from a thread of its own: a step may block all others.
#[derive(Debug, Clone, Default)]
pub(crate) struct Interrupt(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    pressed: AtomicBool,
    notify: Notify,
}

impl Interrupt {
    /// Starts to listen.
    pub(crate) fn listen() -> Self {
        let interrupt = Self::default();
        let shared = Arc::clone(&interrupt.0);
        // Without a thread or a signal handler, the process ends in its own way.
        let _ = thread::Builder::new().name("ctrl-c".to_owned()).spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
            let Ok(runtime) = runtime else { return };
            runtime.block_on(async {
                if tokio::signal::ctrl_c().await.is_err() {
                    return;
                }
                shared.pressed.store(true, Ordering::Release);
                shared.notify.notify_waiters();
                if tokio::signal::ctrl_c().await.is_ok() {
                    exit(130);
                }
            });
        });
        interrupt
    }

    /// Returns true after the first Ctrl-C.
    pub(crate) fn is_pressed(&self) -> bool {
        self.0.pressed.load(Ordering::Acquire)
    }

    /// Waits for the first Ctrl-C.
    pub(crate) async fn pressed(&self) {
        let notified = self.0.notify.notified();
        if !self.is_pressed() {
            notified.await;
        }
    }
}
