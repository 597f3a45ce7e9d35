//! Connections to services at `https://..`.

use crate::failure::{Failure, Result};
use rustls::{CertificateError, ClientConfig, Error as TlsError, InvalidMessage, RootCertStore, crypto::ring};
use std::{error::Error, io, iter::successors, sync::Arc};

/// Returns how connections are secured. An address with `http://` needs no certificates, and some machines have none.
pub(super) fn config(is_secure: bool) -> Result<ClientConfig> {
    let mut roots = RootCertStore::empty();
    if is_secure {
        let found = rustls_native_certs::load_native_certs();
        // Systems have certificates that nobody can use any more.
        roots.add_parsable_certificates(found.certs);
        if roots.is_empty() {
            let why = found.errors.first().map_or_else(String::new, |error| format!(": {error}"));
            let help = "install them, such as the package `ca-certificates`, or name a file in `SSL_CERT_FILE`";
            return Err(Failure::store(format!("no certificates of authorities are found{why}\nhelp: {help}")));
        }
    }
    // Named: a program may have several providers.
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions();
    let config = config.map_err(|error| Failure::store(format!("no connection can be secured: {error}")))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// Returns what to do about an error, if it is one of TLS.
pub(super) fn help(error: &reqwest::Error) -> Option<&'static str> {
    let mut causes = successors(error.source(), |&cause| cause.source());
    Some(match causes.find_map(tls_error)? {
        TlsError::InvalidCertificate(CertificateError::UnknownIssuer | CertificateError::BadSignature) => {
            "add its authority to those of the system, or name a file with the certificate of the authority in `SSL_CERT_FILE`"
        }
        TlsError::InvalidCertificate(CertificateError::Expired | CertificateError::ExpiredContext { .. }) => {
            "renew the certificate of the service"
        }
        TlsError::InvalidCertificate(_) => "write the address that the certificate of the service names",
        TlsError::InvalidMessage(InvalidMessage::InvalidContentType) => {
            "a service without TLS has an address with `http://`"
        }
        _ => "check the address, and the TLS of the service or its proxy",
    })
}

/// Returns an error of TLS, which may be inside errors of the connection: an `io::Error` skips its inner error as a source.
fn tls_error<'e>(mut cause: &'e (dyn Error + 'static)) -> Option<&'e TlsError> {
    while let Some(inner) = cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        cause = inner;
    }
    cause.downcast_ref()
}
