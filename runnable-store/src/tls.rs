//! The cryptography of connections.

use rustls::crypto::{CryptoProvider, ring};

/// Chooses ring for TLS, unless the program has chosen. Without a choice, some libraries panic when they connect.
#[doc(hidden)]
pub fn choose_cryptography() {
    if CryptoProvider::get_default().is_none() {
        // An error means that another thread has chosen.
        let _ = ring::default_provider().install_default();
    }
}
