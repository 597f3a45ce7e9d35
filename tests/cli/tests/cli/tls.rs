//! Services at `https://..`.

use super::support::{Done, Room, done};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    crypto::ring,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};
use std::{
    io::{Read, Write},
    net::TcpListener,
    path::Path,
    sync::Arc,
};

/// Starts a server with a certificate for `localhost` that shows no runs; returns its port, and the certificate of its authority.
fn secure_server(name: &str) -> (u16, String) {
    let (key, mut parameters) = (KeyPair::generate().unwrap(), CertificateParams::new([]).unwrap());
    parameters.distinguished_name.push(DnType::CommonName, name);
    parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = parameters.self_signed(&key).unwrap().pem();
    let issuer = Issuer::new(parameters, key);
    let key = KeyPair::generate().unwrap();
    let own = CertificateParams::new(["localhost".to_owned()]).unwrap().signed_by(&key, &issuer).unwrap();
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
    let config = Arc::new(config.with_single_cert(vec![own.der().clone()], key).unwrap());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let body = r#"{"runs":[]}"#;
        let head = format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n", body.len());
        let answer = format!("{head}connection: close\r\n\r\n{body}");
        for stream in listener.incoming() {
            let mut stream = StreamOwned::new(ServerConnection::new(Arc::clone(&config)).unwrap(), stream.unwrap());
            // A client that does not trust the certificate ends here.
            if stream.read(&mut [0; 4096]).is_ok() {
                let _ = stream.write_all(answer.as_bytes());
                stream.conn.send_close_notify();
                let _ = stream.flush();
            }
        }
    });
    (port, authority)
}

fn runs(room: &Room, url: &str, authorities: Option<&Path>) -> Done {
    let mut command = room.rnbl(&["runs", "--url", url]);
    command.env_remove("SSL_CERT_DIR").envs(authorities.map(|file| ("SSL_CERT_FILE", file)));
    done(command)
}

#[test]
fn a_service_with_tls_is_read_if_its_authority_is_trusted() {
    let room = Room::new();
    let ((port, authority), (_, other)) = (secure_server("own"), secure_server("other"));
    let (own, other) = (write(&room, "own.pem", &authority), write(&room, "other.pem", &other));
    let (https, ip) = (format!("https://localhost:{port}"), format!("https://127.0.0.1:{port}"));
    let trusted = runs(&room, &https, Some(&own));
    assert_eq!((trusted.code, &*trusted.out), (Some(0), "no runs\n"), "{}", trusted.err);
    let plain = room.serve(&[]);
    let plain = plain.url.replace("http:", "https:");
    for (url, file, text) in [
        (&https, &other, "is not secure: invalid peer certificate: UnknownIssuer\nhelp: add its authority"),
        (&ip, &own, "help: write the address that the certificate of the service names"),
        (&plain, &own, "help: a service without TLS has an address with `http://`"),
        (&https, &room.path("none.pem"), "no certificates of authorities are found"),
    ] {
        let refused = runs(&room, url, Some(file));
        assert_eq!((refused.code, &*refused.out), (Some(3), ""), "{url}: {}", refused.err);
        assert!(refused.err.contains(text), "{url}: {}", refused.err);
    }
}

#[test]
fn a_service_without_tls_needs_no_certificates() {
    let room = Room::new();
    let service = room.serve(&[]);
    let read = runs(&room, &service.url, Some(&room.path("none.pem")));
    assert_eq!((read.code, &*read.out), (Some(0), "no runs\n"), "{}", read.err);
}

fn write(room: &Room, name: &str, text: &str) -> std::path::PathBuf {
    let file = room.path(name);
    std::fs::write(&file, text).unwrap();
    file
}
