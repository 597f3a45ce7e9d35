//! The address of a database.

use super::sql::Schema;
use crate::error::{StoreError, StoreErrorKind};
use sqlx::{
    ConnectOptions,
    postgres::{PgConnectOptions, PgSslMode},
};
use std::{env, fs, path::Path, process, str::FromStr};

/// The schema of an address without `?schema=`.
const SCHEMA: &str = "runnable";

/// The parameters that an address may have.
const PARAMETERS: [&str; 13] = [
    "schema",
    "sslmode",
    "sslrootcert",
    "sslcert",
    "sslkey",
    "host",
    "hostaddr",
    "port",
    "dbname",
    "user",
    "password",
    "application_name",
    "options",
];

/// Parameters of libpq that the driver lacks.
const UNSUPPORTED: [&str; 12] = [
    "channel_binding",
    "client_encoding",
    "connect_timeout",
    "fallback_application_name",
    "gssencmode",
    "keepalives",
    "load_balance_hosts",
    "passfile",
    "service",
    "sslcrl",
    "target_session_attrs",
    "tcp_user_timeout",
];

/// A parsed address.
#[derive(Debug, Clone)]
pub(super) struct Address {
    pub(super) options: PgConnectOptions,
    pub(super) schema: Schema,
    /// The name of the connections.
    pub(super) name: String,
}

impl Address {
    /// Parses an address. No error quotes the address, which may contain a password.
    pub(super) fn parse(url: &str) -> Result<Self, StoreError> {
        if has_unescaped_user(url) {
            return Err(invalid("is ambiguous"));
        }
        if has_several_hosts(url) {
            return Err(several_hosts());
        }
        let (address, parameters) = url.split_once('?').unwrap_or((url, ""));
        let (mut schema, mut kept) = (None, Vec::new());
        for parameter in parameters.split('&').filter(|parameter| !parameter.is_empty()) {
            let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            check_parameter(key)?;
            match (key, value) {
                ("schema", name) => schema = Some(check_schema(name)?),
                // The certificates of the system are always trusted. As in libpq, this is the
                // strictest mode.
                ("sslrootcert", "system") if !parameters.contains("sslmode=") => kept.push("sslmode=verify-full"),
                ("sslrootcert", "system") => {}
                _ => kept.push(parameter),
            }
        }
        let url = format!("{address}?{}", kept.join("&"));
        // The parser's error may quote the address, and so the password.
        let options = PgConnectOptions::from_str(&url).map_err(|_| invalid("is invalid"))?;
        let is_given = |wanted: &str| kept.iter().any(|parameter| parameter.starts_with(wanted));
        let options = check_certificates(options, &kept)?;
        let name = match options.get_application_name() {
            Some(name) if is_given("application_name=") || env::var_os("PGAPPNAME").is_some() => name.to_owned(),
            _ => name(),
        };
        // `extra_float_digits` is a parameter that connection poolers refuse, and only floats need
        // it. A statement contains its values, so no log may contain the statement.
        let options = options.extra_float_digits(None).application_name(&name).disable_statement_logging();
        Ok(Self { options, schema: Schema::new(schema.as_deref().unwrap_or(SCHEMA)), name })
    }
}

fn invalid(problem: &str) -> StoreError {
    let message = format!(
        "the address of the run log {problem}: write `postgres://user@host/database`, and percent-encode the characters \
         `/`, `@`, `:`, `?`, `#` and `%` in the user name and the password, such as `%40` for `@`"
    );
    StoreError::new(StoreErrorKind::Invalid, message)
}

/// Returns whether the user name or the password has characters that end them for the parser. It
/// would take the rest for the host or the database, and errors name these.
fn has_unescaped_user(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    // An `@` in an option, such as `?application_name=me@host`, does not end a password.
    let is_option = |options: &str| options.split_once('@').is_none_or(|(option, _)| option.contains('='));
    let address = rest.split_once('?').filter(|(_, options)| is_option(options)).map_or(rest, |(address, _)| address);
    address.rsplit_once('@').is_some_and(|(user, _)| user.contains(['/', '?', '#', '@']))
}

/// Returns whether the address lists hosts, as libpq allows: the driver would take the list for a name.
fn has_several_hosts(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (address, parameters) = rest.split_once('?').unwrap_or((rest, ""));
    let server = address.split('/').next().unwrap_or_default();
    let server = server.rsplit_once('@').map_or(server, |(_, server)| server);
    let is_list = |text: &str| text.contains(',') || text.to_ascii_lowercase().contains("%2c");
    let parameters = parameters.split('&').filter_map(|parameter| parameter.split_once('='));
    let mut places = parameters.filter(|(key, _)| ["host", "hostaddr", "port"].contains(key));
    is_list(server) || places.any(|(_, value)| is_list(value))
}

fn several_hosts() -> StoreError {
    let message = "the address of the run log has several hosts\nhelp: write a single host that always leads to the server that \
                   accepts writes, such as a DNS name, a virtual address or a pooler; runs wait for it during a failover";
    StoreError::new(StoreErrorKind::Invalid, message)
}

/// Refuses a parameter that the driver would ignore, and whose value its warning would show.
fn check_parameter(key: &str) -> Result<(), StoreError> {
    if PARAMETERS.contains(&key) || (key.starts_with("options[") && key.ends_with(']')) {
        return Ok(());
    }
    // An unknown key may be part of a password.
    let problem = match UNSUPPORTED.iter().find(|unsupported| **unsupported == key) {
        Some(unsupported) => format!("the parameter `{unsupported}`, which is not supported"),
        None => "an unknown parameter".to_owned(),
    };
    let known = PARAMETERS.join("`, `");
    let message = format!("the address of the run log has {problem}\nhelp: the parameters are `{known}`");
    Err(StoreError::new(StoreErrorKind::Invalid, message))
}

/// Returns the name of the schema, if the name needs no quotes: administrators write it by hand.
fn check_schema(name: &str) -> Result<String, StoreError> {
    let valid = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    let starts = name.starts_with(|first: char| first.is_ascii_lowercase() || first == '_');
    if starts && name.len() <= 63 && name.bytes().all(valid) && !name.starts_with("pg_") {
        return Ok(name.to_owned());
    }
    let message = "the schema in the address of the run log is not a name\nhelp: write at most 63 lower-case letters, digits and \
                   `_`, such as `?schema=runnable`; names that start with `pg_` are reserved";
    Err(StoreError::new(StoreErrorKind::Invalid, message))
}

/// Checks that the files of certificates can be read: the driver's error for a missing file looks
/// like a missing server.
fn check_certificates(options: PgConnectOptions, parameters: &[&str]) -> Result<PgConnectOptions, StoreError> {
    let value = |wanted: &str, variable: &str| {
        let values = parameters.iter().filter_map(|parameter| parameter.split_once('='));
        let mut value =
            values.filter(|(key, _)| *key == wanted).map(|(_, value)| value.replace("%2F", "/").replace("%2f", "/"));
        value.next_back().or_else(|| env::var(variable).ok())
    };
    let root = value("sslrootcert", "PGSSLROOTCERT");
    let own = [value("sslcert", "PGSSLCERT"), value("sslkey", "PGSSLKEY")];
    for file in [&root, &own[0], &own[1]].into_iter().flatten().filter(|file| !file.contains('%')) {
        fs::File::open(file).map_err(|error| {
            let message = format!("the certificate file `{}` of the run log cannot be read", Path::new(file).display());
            StoreError::new(StoreErrorKind::Invalid, message).with_source(error)
        })?;
    }
    // As in libpq, a root certificate is there to be checked.
    let is_require = matches!(options.get_ssl_mode(), PgSslMode::Require);
    Ok(if is_require && root.is_some() { options.ssl_mode(PgSslMode::VerifyCa) } else { options })
}

/// Returns the name of this process's connections: the program, its process and its host.
fn name() -> String {
    let program = env::current_exe().ok();
    let program = program.as_deref().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
    let host = env::var("HOSTNAME").ok().or_else(|| fs::read_to_string("/proc/sys/kernel/hostname").ok());
    let host = host.map(|host| format!("@{}", host.trim())).unwrap_or_default();
    let process = format!("{}{host}", process::id());
    // A name has at most 63 bytes, of which the program gets what is left.
    let mut program = program.unwrap_or_default();
    program.truncate(program.floor_char_boundary(63_usize.saturating_sub("runnable  ".len() + process.len())));
    // The server replaces other characters.
    let mut name = format!("runnable {program} {process}").replace(|char: char| !(' '..='~').contains(&char), "?");
    name.truncate(63);
    name
}
