//! The trace of a run in OpenTelemetry.

use opentelemetry::{
    Context,
    trace::{SpanContext, SpanId, TraceContextExt, TraceFlags, TraceId, TraceState},
};
use runnable_core::hooks::SpanMade;
use std::sync::{Arc, OnceLock};
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt;

/// Returns the span to which a `traceparent` of W3C Trace Context refers, or `None` if it is malformed.
pub(crate) fn parse(traceparent: &str) -> Option<SpanContext> {
    let mut parts = traceparent.split('-');
    let mut part = |length: usize| {
        let is_hex = |part: &&str| part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        parts.next().filter(|part| part.len() == length).filter(is_hex)
    };
    let (version, trace, span, flags) = (part(2)?, part(32)?, part(16)?, part(2)?);
    // A later version may have further parts.
    if version == "ff" || (version == "00" && parts.next().is_some()) {
        return None;
    }
    let (trace, span) = (TraceId::from_hex(trace).ok()?, SpanId::from_hex(span).ok()?);
    let flags = TraceFlags::new(u8::from_str_radix(flags, 16).ok()?) & TraceFlags::SAMPLED;
    Some(SpanContext::new(trace, span, flags, true, TraceState::default())).filter(SpanContext::is_valid)
}

fn format(span: &SpanContext) -> String {
    format!("00-{}-{}-{:02x}", span.trace_id(), span.span_id(), span.trace_flags().to_u8())
}

/// Returns the `traceparent` of a span, if a layer for OpenTelemetry records it.
fn traceparent(span: &Span) -> Option<String> {
    let context = span.context();
    let context = context.span().span_context().clone();
    context.is_valid().then(|| format(&context))
}

/// Returns the `traceparent` of the current span of `tracing`, if a layer for OpenTelemetry records it.
#[doc(hidden)]
#[must_use]
pub fn current_traceparent() -> Option<String> {
    traceparent(&Span::current())
}

/// Returns the hook that places the span of a run in its trace: below `parent`, and linked to the span of the part of the run
/// that is recorded. Notes the `traceparent` of the new span in `made`.
pub(crate) fn span_made(parent: Option<SpanContext>, recorded: Option<&str>, made: Arc<OnceLock<String>>) -> SpanMade {
    let recorded = recorded.and_then(parse);
    SpanMade(Arc::new(move |span| {
        if let Some(parent) = &parent {
            // Fails without a layer for OpenTelemetry.
            let _ = span.set_parent(Context::new().with_remote_span_context(parent.clone()));
        }
        if let Some(recorded) = &recorded {
            span.add_link(recorded.clone());
        }
        if let Some(traceparent) = traceparent(span) {
            let _ = made.set(traceparent);
        }
    }))
}
