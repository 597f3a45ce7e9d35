//! The locations of the servers of a cluster.

use super::Location;
use serde::Deserialize;
use std::{fmt, str::FromStr};

/// Location of a durable engine.
///
/// # Examples
/// ```
/// use runnable::runner::EngineUrl;
///
/// let url: EngineUrl = "restate:http://a:8080,http://b:8080".parse()?;
/// let EngineUrl::Restate(servers) = &url else { panic!("another engine") };
/// assert_eq!(servers.len(), 2);
///
/// let url: EngineUrl = "nats:nats://a,nats://b".parse()?;
/// let EngineUrl::Nats(servers) = &url else { panic!("another engine") };
/// assert_eq!(servers.servers().len(), 2);
///
/// let error = "http://a:8080".parse::<EngineUrl>().unwrap_err();
/// assert!(error.ends_with("did you mean `restate:http://a:8080`?"));
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
#[non_exhaustive]
pub enum EngineUrl {
    /// `restate:` and the addresses of Restate's ingress servers, with commas between them.
    Restate(Vec<HttpUrl>),
    /// `nats:` and the addresses of NATS servers, with commas between them.
    Nats(EventsUrl),
}

const ENGINE: &str = "expected `restate:` and the addresses of its ingress servers, such as `restate:http://127.0.0.1:8080`, or \
                      `nats:` and the addresses of NATS servers, such as `nats:nats://127.0.0.1:4222`";

impl FromStr for EngineUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.is_empty() {
            return Err(format!("{ENGINE}, found an empty text"));
        }
        match text.split_once(':') {
            Some(("restate", servers)) => {
                Ok(Self::Restate(servers.split(',').map(str::parse).collect::<Result<_, _>>()?))
            }
            Some(("nats", servers)) if !servers.starts_with("//") => servers.parse().map(Self::Nats),
            _ => Err(match (text.parse::<HttpUrl>(), text.parse::<EventsUrl>()) {
                (Ok(server), _) => format!("{ENGINE}; did you mean `restate:{server}`?"),
                (_, Ok(servers)) => format!("{ENGINE}; did you mean `nats:{servers}`?"),
                _ => ENGINE.to_owned(),
            }),
        }
    }
}

impl TryFrom<String> for EngineUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl fmt::Display for EngineUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Restate(servers) => write!(f, "restate:{}", Listed(servers)),
            Self::Nats(servers) => write!(f, "nats:{servers}"),
        }
    }
}

/// Location of the servers that carry events: `nats://user:password@host:port` or `tls://..`, with commas between several.
///
/// `Display` hides the password.
///
/// # Examples
/// ```
/// use runnable::runner::EventsUrl;
///
/// let url: EventsUrl = "nats://me:secret@a,nats://b:4222".parse()?;
/// assert_eq!(url.to_string(), "nats://me:***@a,nats://b:4222");
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct EventsUrl(Vec<Location>);

impl EventsUrl {
    /// Returns the servers.
    #[must_use]
    pub fn servers(&self) -> &[Location] {
        &self.0
    }
}

impl FromStr for EventsUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let server = |server: &str| match server.split_once("://") {
            Some(("nats" | "tls", host)) if has_host(host) => Ok(Location::new(server)),
            _ => {
                Err("expected `nats://host:port` or `tls://host:port`, with commas between several servers".to_owned())
            }
        };
        Ok(Self(text.split(',').map(server).collect::<Result<_, _>>()?))
    }
}

impl TryFrom<String> for EventsUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl fmt::Display for EventsUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Listed(&self.0).fmt(f)
    }
}

/// Address of an HTTP server, `http://host:port` or `https://..`, without a query. `Display` hides the password.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct HttpUrl(Location);

impl HttpUrl {
    /// Returns the whole text, including the password, without a slash at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for HttpUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once("://") {
            Some(("http" | "https", host)) if has_host(host) && !host.contains(['?', '#']) => {
                Ok(Self(Location::new(text.trim_end_matches('/'))))
            }
            _ => Err("expected the address of a server, such as `http://127.0.0.1:8080`".to_owned()),
        }
    }
}

impl TryFrom<String> for HttpUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl fmt::Display for HttpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Returns whether the rest of a URL begins with the name of a host and, perhaps, a port.
fn has_host(rest: &str) -> bool {
    let authority = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    let authority = authority.split('/').next().unwrap_or_default();
    // An address of IPv6 has colons in brackets.
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    !host.is_empty()
        && !host.contains(char::is_whitespace)
        && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0))
}

/// Writes a list with commas.
struct Listed<'a, T>(&'a [T]);

impl<T: fmt::Display> fmt::Display for Listed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().enumerate().try_for_each(|(i, item)| {
            f.write_str(if i > 0 { "," } else { "" })?;
            item.fmt(f)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_with_a_scheme_and_a_host_are_accepted() {
        for address in ["http://a", "http://a:8080/", "https://[::1]:9070/restate", "http://me:pass@a:1"] {
            assert!(address.parse::<HttpUrl>().is_ok(), "{address}");
        }
        for address in
            ["", "a:8080", "http://", "http://:80", "http://a:0", "http://a:x", "ftp://a", "http://a b", "http://a?b"]
        {
            assert!(address.parse::<HttpUrl>().is_err(), "{address}");
        }
    }

    #[test]
    fn an_engine_is_restate_or_nats_with_its_servers() {
        for url in ["restate:http://a:8080,http://b:8080", "nats:nats://a", "nats:tls://a:4222,tls://b"] {
            assert_eq!(url.parse::<EngineUrl>().expect("a valid URL").to_string(), url);
        }
        let hints =
            [("http://a", "`restate:http://a`?"), ("nats://a", "`nats:nats://a`?"), ("tls://a", "`nats:tls://a`?")];
        for (text, hint) in hints {
            let error = text.parse::<EngineUrl>().expect_err("an engine has a prefix");
            assert!(error.ends_with(hint), "{error}");
        }
        for text in ["", "nats:", "nats:a:4222", "nats:http://a", "nats:nats://a,", "restate:nats://a", "redis:a"] {
            assert!(text.parse::<EngineUrl>().is_err(), "{text}");
        }
    }

    #[test]
    fn no_error_has_a_password() {
        for text in [
            "nats:nats://me:hunter2@",
            "nats://me:hunter2@a",
            "nats://me:hunter2@",
            "nats://me:hunter2@a:x",
            "http://me:hunter2@a",
            "nats://me:hunter2@a,b",
        ] {
            let errors = [text.parse::<EventsUrl>().err(), text.parse::<EngineUrl>().err()];
            assert!(errors.iter().flatten().count() > 0, "{text}");
            errors.iter().flatten().for_each(|error| assert!(!error.contains("hunter2"), "{error}"));
        }
    }
}
