//! Tokens, hosts and origins.

use super::problem::Problem;
use axum::http::{
    HeaderMap, HeaderValue, Method, StatusCode, Uri, Version,
    header::{AUTHORIZATION, HOST, ORIGIN, UPGRADE},
    uri::{Authority, Scheme},
};
use runnable_store::RunRecord;
use std::{fmt, net::IpAddr, sync::Arc};
use subtle::ConstantTimeEq;

/// The runs that the holder of a token can see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Visibility {
    /// The runs that were started with a token of the same name.
    #[default]
    Own,
    /// All runs.
    All,
}

/// The requests that the service accepts.
#[derive(Default)]
pub(in crate::service) struct AccessPolicy {
    /// The names of tokens, with the hashes of the tokens.
    tokens: Vec<(Arc<str>, [u8; 32])>,
    pub(in crate::service) visibility: Visibility,
    /// The origins whose pages may change something, beside the service's own.
    pub(in crate::service) origins: Vec<String>,
    /// The names of the service, beside those of the machine itself. If there are none and the service is not `local`, every
    /// name is accepted.
    pub(in crate::service) hosts: Vec<String>,
    /// `true` if the service listens on a loopback address.
    pub(in crate::service) local: bool,
}

/// The sender of a request: the name of its token, or `None` if the service has no tokens.
#[derive(Debug, Clone)]
pub(in crate::service) struct Caller(Option<Arc<str>>);

impl AccessPolicy {
    pub(in crate::service) fn add_token(&mut self, name: &str, token: &str) {
        self.tokens.push((name.into(), hash(token.as_bytes())));
    }

    /// Returns `true` if requests need no token.
    pub(in crate::service) fn is_open(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Returns the sender of a request. This takes the same time for every token, known or not.
    pub(in crate::service) fn caller(&self, headers: &HeaderMap) -> Result<Caller, Problem> {
        if self.is_open() {
            return Ok(Caller(None));
        }
        let given = hash(bearer(headers).unwrap_or_default());
        let mut known = None;
        for (name, token) in &self.tokens {
            if bool::from(token.ct_eq(&given)) {
                known = Some(name);
            }
        }
        known.map(|name| Caller(Some(Arc::clone(name)))).ok_or_else(Problem::unauthorized)
    }

    /// Refuses a request for a host that is not this service. Otherwise a page could read the service's answers after its own
    /// name was made to resolve to this machine (DNS rebinding): the browser would consider both the same site.
    pub(in crate::service) fn check_host(
        &self,
        version: Version,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Result<(), Problem> {
        let given = headers.get(HOST);
        let host = given.and_then(host_of);
        let invalid = |detail| Err(Problem::new(StatusCode::BAD_REQUEST, "invalid-host", "Invalid host", detail));
        match (given, uri.authority()) {
            (None, None) if version == Version::HTTP_11 => return invalid("the header `Host` is missing"),
            (Some(_), Some(of_uri)) if !host.as_ref().is_some_and(|host| is_same_host(host, of_uri, uri.scheme())) => {
                return invalid("the header `Host` is not the host in the address of the request");
            }
            _ => {}
        }
        if !self.is_known(uri.authority().or(host.as_ref())) {
            let detail = "the header `Host` does not name this server";
            return Err(Problem::new(StatusCode::MISDIRECTED_REQUEST, "unknown-host", "Unknown host", detail));
        }
        // An address without a host has none in its header either.
        if given.is_some_and(|given| host.is_none() && !given.is_empty()) {
            return invalid("the header `Host` is not a host");
        }
        Ok(())
    }

    /// Returns `true` if the service answers requests for a host.
    fn is_known(&self, host: Option<&Authority>) -> bool {
        if self.hosts.is_empty() && !self.local {
            return true;
        }
        let host = host.map(|host| host.host().to_ascii_lowercase());
        host.is_some_and(|host| is_loopback(&host) || self.hosts.iter().any(|known| known.eq_ignore_ascii_case(&host)))
    }

    /// Refuses a request by which a page of another site would change something. The page could not read the answer, but the
    /// browser would send the request.
    pub(in crate::service) fn check_origin(
        &self,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Result<(), Problem> {
        let Some(origin) = headers.get(ORIGIN) else { return Ok(()) };
        if method.is_safe() && !headers.contains_key(UPGRADE) {
            return Ok(());
        }
        let origin = origin.to_str().unwrap_or_default();
        let host = headers.get(HOST).and_then(|host| host.to_str().ok()).or(uri.authority().map(Authority::as_str));
        let own = origin.parse::<Uri>().ok().and_then(|origin| Some(origin.authority()?.as_str() == host?));
        if own == Some(true) || self.origins.iter().any(|allowed| allowed == origin) {
            return Ok(());
        }
        let detail = "pages of other sites may not send this request";
        Err(Problem::new(StatusCode::FORBIDDEN, "foreign-origin", "Origin not allowed", detail))
    }

    /// Returns the tag of the runs that the caller can see, or `None` if the caller can see all runs.
    pub(in crate::service) fn visible_tag(&self, caller: &Caller) -> Option<String> {
        caller.tag().filter(|_| self.visibility == Visibility::Own)
    }

    /// Returns `true` if the caller can see the run.
    pub(in crate::service) fn sees(&self, caller: &Caller, run: &RunRecord) -> bool {
        self.visible_tag(caller).is_none_or(|tag| run.tag.as_ref() == Some(&tag))
    }
}

impl Caller {
    /// Returns the tag of the runs that the caller starts.
    pub(in crate::service) fn tag(&self) -> Option<String> {
        self.0.as_ref().map(|name| format!("token:{name}"))
    }
}

/// Shows the names of tokens, and never a token.
impl fmt::Debug for AccessPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.tokens.iter().map(|(name, _)| name).collect();
        f.debug_struct("AccessPolicy")
            .field("tokens", &names)
            .field("visibility", &self.visibility)
            .finish_non_exhaustive()
    }
}

/// Returns the host of a header, or `None` if it is not a host with an optional port.
fn host_of(header: &HeaderValue) -> Option<Authority> {
    let text = header.to_str().ok().filter(|text| !text.contains('@'))?;
    text.parse().ok()
}

fn is_same_host(header: &Authority, of_uri: &Authority, scheme: Option<&Scheme>) -> bool {
    let default = if scheme == Some(&Scheme::HTTPS) { 443 } else { 80 };
    let port = |authority: &Authority| authority.port_u16().unwrap_or(default);
    header.host().eq_ignore_ascii_case(of_uri.host()) && port(header) == port(of_uri)
}

/// Returns `true` if a name or an address always means the machine itself.
fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || host.ends_with(".localhost")
        || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Hashes have the same length, whatever the length of the token.
fn hash(token: &[u8]) -> [u8; 32] {
    *blake3::hash(token).as_bytes()
}

fn bearer(headers: &HeaderMap) -> Option<&[u8]> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.as_bytes().split_at_checked(7)?;
    scheme.eq_ignore_ascii_case(b"bearer ").then(|| token.trim_ascii())
}
