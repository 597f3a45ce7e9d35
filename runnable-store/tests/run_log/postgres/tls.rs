//! TLS.

use crate::server::{Server, own, own_server};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use runnable_store::{PostgresLog, StoreError, StoreErrorKind};
use sqlx::{Connection, PgConnection};
use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::Path,
    time::Duration,
};

/// Creates an authority.
fn authority() -> (Issuer<'static, KeyPair>, String) {
    let (key, mut parameters) = (KeyPair::generate().unwrap(), CertificateParams::new([]).unwrap());
    parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let certificate = parameters.self_signed(&key).unwrap().pem();
    (Issuer::new(parameters, key), certificate)
}

/// Writes a file that only the user of the server can read, except for us.
fn write(file: &Path, text: &str) {
    fs::write(file, text).unwrap();
    fs::set_permissions(file, Permissions::from_mode(0o600)).unwrap();
    own(file);
}

/// Starts a server with a certificate for `localhost`, and writes the certificate of its authority
/// into `directory`.
fn secure_server(directory: &Path) -> Option<Server> {
    own(directory);
    let (issuer, certificate) = authority();
    let key = KeyPair::generate().unwrap();
    let own = CertificateParams::new(["localhost".to_owned()]).unwrap().signed_by(&key, &issuer).unwrap();
    write(&directory.join("authority.crt"), &certificate);
    write(&directory.join("other.crt"), &authority().1);
    write(&directory.join("server.crt"), &own.pem());
    write(&directory.join("server.key"), &key.serialize_pem());
    let option = |name: &str, file: &str| format!("{name}={}", directory.join(file).display());
    let (certificate, key) = (option("ssl_cert_file", "server.crt"), option("ssl_key_file", "server.key"));
    own_server(&["-c", "ssl=on", "-c", &certificate, "-c", &key])
}

async fn connect(address: &str, parameters: &str) -> Result<PostgresLog, StoreError> {
    let url = format!("{address}?application_name=tls&{parameters}");
    PostgresLog::options(url).patience(Duration::from_secs(30)).open().await
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_are_encrypted_and_certificates_are_checked() {
    let directory = tempfile::tempdir().unwrap();
    let Some(server) = secure_server(directory.path()) else { return };
    let (ip, host) = (server.tcp("postgres"), server.tcp("postgres").replace("127.0.0.1", "localhost"));
    let with = |mode: &str, file: &str| format!("sslmode={mode}&sslrootcert={}", directory.path().join(file).display());
    let mut connection = PgConnection::connect(&server.url("postgres")).await.unwrap();
    let mut is_encrypted = async || -> bool {
        let sql =
            "SELECT bool_and(ssl) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'tls'";
        sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
    };
    for (address, parameters, encrypted) in [
        (&ip, "sslmode=require".to_owned(), true),
        (&ip, "sslmode=prefer".to_owned(), true),
        (&ip, String::new(), true),
        (&ip, "sslmode=disable".to_owned(), false),
        (&ip, with("verify-ca", "authority.crt"), true),
        (&ip, with("require", "authority.crt"), true),
        (&host, with("verify-full", "authority.crt"), true),
    ] {
        let log = connect(address, &parameters).await.unwrap_or_else(|error| panic!("{parameters}: {error:?}"));
        assert_eq!(is_encrypted().await, encrypted, "{parameters}");
        log.close().await.unwrap();
    }
    for (address, parameters, cause) in [
        (&ip, with("verify-full", "authority.crt"), "not valid for name"),
        (&ip, with("verify-ca", "other.crt"), "invalid peer certificate"),
        (&ip, with("require", "other.crt"), "invalid peer certificate"),
        (&host, with("verify-full", "other.crt"), "invalid peer certificate"),
        (&host, "sslmode=verify-full".to_owned(), "invalid peer certificate"),
        (&host, "sslrootcert=system".to_owned(), "invalid peer certificate"),
        (&host, with("verify-full", "server.key"), ""),
    ] {
        let started = std::time::Instant::now();
        let error = connect(address, &parameters).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Invalid, "{parameters}: {error:?}");
        let text = format!("{error:?}");
        assert!(text.contains("over TLS\nhelp: ") && text.contains(cause), "{parameters}: {text}");
        assert!(started.elapsed() < Duration::from_secs(20), "a wrong certificate is not waited for");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_tls_is_refused_if_tls_is_required() {
    let Some(server) = own_server(&[]) else { return };
    connect(&server.tcp("postgres"), "sslmode=prefer").await.unwrap();
    let error = connect(&server.tcp("postgres"), "sslmode=require").await.unwrap_err();
    assert!(format!("{error:?}").contains("server does not support TLS"), "{error:?}");
    assert_eq!(error.kind(), StoreErrorKind::Invalid);
}

/// A server that asks for a certificate of the client.
#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_of_the_client_is_sent_and_its_mistakes_are_named() {
    let directory = tempfile::tempdir().unwrap();
    own(directory.path());
    let (issuer, authority_certificate) = authority();
    let file = |name: &str| directory.path().join(name);
    let sign = |issuer: &Issuer<'static, KeyPair>, name: &str| {
        let (key, mut parameters) = (KeyPair::generate().unwrap(), CertificateParams::new([]).unwrap());
        parameters.distinguished_name.push(DnType::CommonName, name);
        (parameters.signed_by(&key, issuer).unwrap().pem(), key.serialize_pem())
    };
    write(&file("authority.crt"), &authority_certificate);
    for (name, issuer, user) in [
        ("server", &issuer, "localhost"),
        ("tests", &issuer, "tests"),
        ("other", &issuer, "other"),
        ("foreign", &authority().0, "tests"),
    ] {
        let (certificate, key) = sign(issuer, user);
        write(&file(&format!("{name}.crt")), &certificate);
        write(&file(&format!("{name}.key")), &key);
    }
    write(&file("garbage.key"), "not a key");
    write(
        &file("hba"),
        "local all all trust\nhostssl all all 127.0.0.1/32 cert\nhostnossl all all 127.0.0.1/32 reject\n",
    );
    let option = |name: &str, at: &str| format!("{name}={}", file(at).display());
    let options = [
        "ssl=on".to_owned(),
        option("ssl_cert_file", "server.crt"),
        option("ssl_key_file", "server.key"),
        option("ssl_ca_file", "authority.crt"),
        option("hba_file", "hba"),
    ];
    let options: Vec<&str> = options.iter().flat_map(|option| ["-c", option]).collect();
    let Some(server) = own_server(&options) else { return };
    let with = |certificate: &str, key: &str| {
        let (certificate, key) = (file(certificate), file(key));
        format!("sslmode=require&sslcert={}&sslkey={}", certificate.display(), key.display())
    };
    let address = server.tcp("postgres");
    connect(&address, &with("tests.crt", "tests.key")).await.unwrap().close().await.unwrap();
    let missing = format!("{}-missing", with("tests.crt", "tests.key"));
    for (parameters, problem, cause) in [
        ("sslmode=require".to_owned(), "the certificate in `sslcert`", "valid client certificate"),
        (with("other.crt", "other.key"), "the certificate in `sslcert`", "authentication failed"),
        ("sslmode=disable".to_owned(), "`pg_hba.conf`", "pg_hba.conf rejects connection"),
        (with("foreign.crt", "foreign.key"), "an authority that the server trusts", "fatal alert"),
        (with("tests.crt", "other.key"), "PEM files that belong together", ""),
        (with("tests.crt", "garbage.key"), "PEM files that belong together", ""),
        (with("tests.key", "tests.key"), "PEM files that belong together", ""),
        (missing, "tests.key-missing` of the run log cannot be read", ""),
    ] {
        let started = std::time::Instant::now();
        let error = connect(&address, &parameters).await.unwrap_err();
        let text = format!("{error:?}");
        assert_eq!(error.kind(), StoreErrorKind::Invalid, "{parameters}: {text}");
        assert!(text.contains(problem) && text.to_lowercase().contains(&cause.to_lowercase()), "{parameters}: {text}");
        assert!(!text.contains("PRIVATE KEY"), "{parameters}: {text}");
        assert!(started.elapsed() < Duration::from_secs(20), "it is not waited for");
    }
}
