//! The page for runs: files that are part of the program, and need no token. The page sends the token of its user with every
//! request to the resources.

mod bundle;

use axum::{
    Router,
    body::Body,
    extract::Path,
    http::{
        HeaderMap, HeaderName, HeaderValue, StatusCode,
        header::{
            CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION, REFERRER_POLICY,
            X_CONTENT_TYPE_OPTIONS,
        },
    },
    response::{IntoResponse, Response},
    routing::get,
};
use bytes::Bytes;
use std::sync::LazyLock;

/// The page loads nothing but its own files, and no other page may frame it.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'none'",
);

/// A file of the page.
struct File {
    name: &'static str,
    media_type: HeaderValue,
    text: Bytes,
    /// Changes with the text.
    tag: HeaderValue,
}

static FILES: LazyLock<[File; 4]> = LazyLock::new(|| {
    const SCRIPT: &str = "text/javascript; charset=utf-8";
    [
        File::new("", "text/html; charset=utf-8", include_str!("../../ui/index.html")),
        File::new("page.css", "text/css; charset=utf-8", include_str!("../../ui/page.css")),
        File::new("page.mjs", SCRIPT, bundle::script()),
        File::new("preact.mjs", SCRIPT, include_str!("../../ui/vendor/preact.mjs")),
    ]
});

impl File {
    fn new(name: &'static str, media_type: &'static str, text: impl Into<Bytes>) -> Self {
        let text = text.into();
        let hash = blake3::hash(&text).to_hex();
        let tag = HeaderValue::from_str(&format!("\"{}\"", &hash[..32])).unwrap_or(HeaderValue::from_static("\"\""));
        Self { name, media_type: HeaderValue::from_static(media_type), text, tag }
    }

    fn answer(&self, headers: &HeaderMap) -> Response {
        let known = headers.get_all(IF_NONE_MATCH).iter().filter_map(|tags| tags.to_str().ok());
        let mut known = known.flat_map(|tags| tags.split(',')).map(|tag| tag.trim().trim_start_matches("W/"));
        let fixed = [
            (ETAG, self.tag.clone()),
            // The file of a new version of the program has the same address.
            (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
            (CONTENT_SECURITY_POLICY, POLICY),
            (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
            (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
        ];
        if known.any(|tag| tag == "*" || tag.as_bytes() == self.tag.as_bytes()) {
            return (StatusCode::NOT_MODIFIED, fixed).into_response();
        }
        (fixed, [(CONTENT_TYPE, self.media_type.clone())], Body::from(self.text.clone())).into_response()
    }
}

/// Adds the page at `/ui/`.
pub(crate) fn add_to<S: Clone + Send + Sync + 'static>(router: Router<S>) -> Router<S> {
    // Relative, since the service may be nested in another router.
    let moved = || async { (StatusCode::PERMANENT_REDIRECT, [(LOCATION, HeaderValue::from_static("ui/"))]) };
    router
        .route("/ui", get(moved))
        .route("/ui/", get(|headers: HeaderMap| async move { file("", &headers) }))
        .route("/ui/{file}", get(|Path(name): Path<String>, headers: HeaderMap| async move { file(&name, &headers) }))
}

fn file(name: &str, headers: &HeaderMap) -> Response {
    match FILES.iter().find(|file| file.name == name) {
        Some(file) => file.answer(headers),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
