//! Who asks, and what they may see.

use super::problem::Problem;
use axum::http::{
    HeaderMap, Method, StatusCode, Uri,
    header::{AUTHORIZATION, HOST, ORIGIN, UPGRADE},
    uri::Authority,
};
use runnable::store::RunRecord;
use std::{fmt, net::IpAddr, sync::Arc};
use subtle::ConstantTimeEq;

/// Which runs the holder of a token sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Visibility {
    /// Those that it has started.
    #[default]
    Own,
    /// All.
    All,
}

/// Who may ask.
#[derive(Default)]
pub(super) struct Access {
    tokens: Vec<(Arc<str>, [u8; 32])>,
    pub(super) visibility: Visibility,
    /// Whose pages may change something, beside the server's own.
    pub(super) origins: Vec<String>,
    /// As which host it is known, beside the machine itself; anything goes where there is none, and it is not `local`.
    pub(super) hosts: Vec<String>,
    /// Whether it is reached from this machine alone.
    pub(super) local: bool,
}

/// Who asks; `None` where nobody is told apart.
#[derive(Debug, Clone)]
pub(super) struct Caller(Option<Arc<str>>);

impl Access {
    pub(super) fn add(&mut self, name: &str, token: &str) {
        self.tokens.push((name.into(), digest(token.as_bytes())));
    }

    pub(super) fn is_open(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Who sends this token. It takes as long for each token, known or not.
    pub(super) fn caller(&self, headers: &HeaderMap) -> Result<Caller, Problem> {
        if self.is_open() {
            return Ok(Caller(None));
        }
        let given = digest(bearer(headers).unwrap_or_default());
        let mut known = None;
        for (name, token) in &self.tokens {
            if bool::from(token.ct_eq(&given)) {
                known = Some(name);
            }
        }
        known.map(|name| Caller(Some(Arc::clone(name)))).ok_or_else(Problem::unauthorized)
    }

    /// Refuses a request to a host that this server is not. Else a page whose name is made to point here could read what is here: for its
    /// browser it would be of the same site.
    pub(super) fn known_host(&self, uri: &Uri, headers: &HeaderMap) -> Result<(), Problem> {
        if self.hosts.is_empty() && !self.local {
            return Ok(());
        }
        let given = headers.get(HOST).and_then(|host| host.to_str().ok()?.parse::<Authority>().ok());
        let given = uri.authority().or(given.as_ref()).map(|authority| authority.host().to_ascii_lowercase());
        if given
            .is_some_and(|host| is_loopback(&host) || self.hosts.iter().any(|known| known.eq_ignore_ascii_case(&host)))
        {
            return Ok(());
        }
        let detail = "this server is not known as the host that was asked for";
        Err(Problem::new(StatusCode::MISDIRECTED_REQUEST, "unknown-host", "The host is not known", detail))
    }

    /// Refuses a page of another site that lets a browser change something here: it needs no answer that it may read.
    pub(super) fn same_site(&self, method: &Method, headers: &HeaderMap) -> Result<(), Problem> {
        let Some(origin) = headers.get(ORIGIN) else { return Ok(()) };
        if method.is_safe() && !headers.contains_key(UPGRADE) {
            return Ok(());
        }
        let origin = origin.to_str().unwrap_or_default();
        let host = headers.get(HOST).and_then(|host| host.to_str().ok());
        let own = origin.parse::<Uri>().ok().and_then(|origin| Some(origin.authority()?.as_str() == host?));
        if own == Some(true) || self.origins.iter().any(|allowed| allowed == origin) {
            return Ok(());
        }
        let detail = "pages of another site may not do this";
        Err(Problem::new(StatusCode::FORBIDDEN, "foreign-origin", "The origin is not allowed", detail))
    }

    /// By what the runs are found that the caller has started; `None` where it sees all.
    pub(super) fn seen(&self, caller: &Caller) -> Option<String> {
        caller.tag().filter(|_| self.visibility == Visibility::Own)
    }

    pub(super) fn sees(&self, caller: &Caller, run: &RunRecord) -> bool {
        self.seen(caller).is_none_or(|tag| run.tag.as_ref() == Some(&tag))
    }
}

impl Caller {
    /// The tag of its runs.
    pub(super) fn tag(&self) -> Option<String> {
        self.0.as_ref().map(|name| format!("token:{name}"))
    }
}

/// Names, and never a token.
impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.tokens.iter().map(|(name, _)| name).collect();
        f.debug_struct("Access").field("tokens", &names).field("visibility", &self.visibility).finish_non_exhaustive()
    }
}

/// Whether a name or an address can only be of the machine itself.
fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || host.ends_with(".localhost")
        || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Of one length, whatever a token's is.
fn digest(token: &[u8]) -> [u8; 32] {
    *blake3::hash(token).as_bytes()
}

fn bearer(headers: &HeaderMap) -> Option<&[u8]> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.as_bytes().split_at_checked(7)?;
    scheme.eq_ignore_ascii_case(b"bearer ").then(|| token.trim_ascii())
}
