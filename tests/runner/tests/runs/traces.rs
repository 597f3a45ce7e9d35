//! Traces of OpenTelemetry, and logs in them.

use super::*;
use opentelemetry::trace::{SpanId, Status, TraceId, TracerProvider as _};
use opentelemetry_sdk::{
    error::OTelSdkResult,
    trace::{SdkTracerProvider, SpanData, SpanExporter},
};
use std::{
    io,
    sync::{Arc, Mutex},
};
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::layer::SubscriberExt as _;

/// Keeps the spans that it is to send.
#[derive(Debug, Clone, Default)]
struct Sent(Arc<Mutex<Vec<SpanData>>>);

impl SpanExporter for Sent {
    async fn export(&self, batch: Vec<SpanData>) -> OTelSdkResult {
        self.0.lock().expect("no panic").extend(batch);
        Ok(())
    }
}

impl Sent {
    /// Sets a subscriber for this thread that sends its spans here, and writes logs to `logs`.
    fn subscribe(&self, logs: &Logs) -> DefaultGuard {
        let provider = SdkTracerProvider::builder().with_simple_exporter(self.clone()).build();
        let layer = tracing_opentelemetry::layer().with_tracer(provider.tracer("test"));
        let logs = logs.clone();
        let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(move || logs.clone());
        tracing::subscriber::set_default(tracing_subscriber::registry().with(layer).with(lines))
    }

    /// Returns the only span with this name.
    #[track_caller]
    fn only(&self, name: &str) -> SpanData {
        let mut named = self.named(name);
        assert_eq!(named.len(), 1, "{name}");
        named.remove(0)
    }

    fn named(&self, name: &str) -> Vec<SpanData> {
        self.0.lock().expect("no panic").iter().filter(|span| span.name == name).cloned().collect()
    }
}

/// The lines of a log.
#[derive(Clone, Default)]
struct Logs(Arc<Mutex<Vec<u8>>>);

impl io::Write for Logs {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn attribute(span: &SpanData, name: &str) -> Option<String> {
    span.attributes.iter().find(|pair| pair.key.as_str() == name).map(|pair| pair.value.to_string())
}

#[task(returns = [traced])]
async fn report(name: &str) -> Result<String, String> {
    tracing::info!(answer = 42, "reporting");
    act(name)?;
    Ok(name.to_owned())
}

pipeline! {
    fn traced(name: String, items: Vec<u64>) -> [traced] { map(items as _item) { report } }
}

const PARENT: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

#[tokio::test]
async fn a_run_continues_the_trace_of_a_request_and_its_resumed_part_links_to_it() {
    let (sent, name) = (Sent::default(), unique("trace"));
    let _subscriber = sent.subscribe(&Logs::default());
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("runs.db").display());
    let open = || async { Runner::builder().run_log(&url).build().await.expect("a runner") };
    break_at(&name);
    let runner = open().await;
    let request = runner.run(traced(name.clone(), vec![1])).run_id(&*name).traceparent(PARENT);
    request.await.expect_err("the step fails");
    runner.shutdown().await.expect("it is written");
    mend(&name);

    let (first, step) = (sent.only("traced"), sent.only("report"));
    assert_eq!(first.span_context.trace_id(), TraceId::from_hex("0af7651916cd43dd8448eb211c80319c").expect("an id"));
    assert_eq!(first.parent_span_id, SpanId::from_hex("b7ad6b7169203331").expect("an id"));
    assert_eq!(attribute(&first, "runnable.run.id").as_deref(), Some(&*name));
    assert_eq!(step.parent_span_id, first.span_context.span_id());
    assert_eq!(attribute(&step, "runnable.step.path").as_deref(), Some("items[0]/report"));
    for span in [&first, &step] {
        assert!(matches!(span.status, Status::Error { .. }), "{:?}", span.status);
        assert_eq!(attribute(span, "error.type").as_deref(), Some("failed"));
    }

    // Another process has no more than the log.
    open().await.resume::<Traced>(&name).await.expect("it succeeds");
    let second = sent.named("traced").remove(1);
    let links: Vec<_> = second.links.iter().map(|link| link.span_context.span_id()).collect();
    assert_eq!(links, [first.span_context.span_id()]);
    assert_eq!(second.links.iter().next().expect("a link").span_context.trace_id(), first.span_context.trace_id());
    assert_ne!(second.span_context.trace_id(), first.span_context.trace_id());
    assert_eq!(second.parent_span_id, SpanId::INVALID);
    assert!(matches!(second.status, Status::Unset), "{:?}", second.status);
}

#[tokio::test]
async fn a_malformed_traceparent_is_ignored_and_the_current_span_is_the_parent_of_a_run() {
    let (sent, name) = (Sent::default(), unique("malformed"));
    let _subscriber = sent.subscribe(&Logs::default());
    let runner = runner().await;
    let request = runner.run(traced(name.clone(), vec![])).traceparent("00-zz-b7ad6b7169203331-01\n");
    tracing::Instrument::instrument(request, tracing::info_span!("outer")).await.expect("it succeeds");
    let (outer, run) = (sent.only("outer"), sent.only("traced"));
    assert_eq!(run.parent_span_id, outer.span_context.span_id());
    assert_eq!(run.span_context.trace_id(), outer.span_context.trace_id());
    // It links to nothing, as it has no earlier part.
    assert!(run.links.is_empty());
}

#[tokio::test]
async fn a_traceparent_is_read_as_strictly_as_the_specification_demands() {
    let sent = Sent::default();
    let _subscriber = sent.subscribe(&Logs::default());
    let runner = Runner::builder().build().await.expect("a runner");
    let (zero_trace, zero_span) = ("0".repeat(32), "0".repeat(16));
    let (trace, span) = ("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331");
    for (traceparent, is_valid) in [
        (format!("00-{trace}-{span}-01"), true),
        (format!("00-{trace}-{span}-03"), true),
        // A later version may have further parts.
        (format!("cc-{trace}-{span}-01"), true),
        (format!("cc-{trace}-{span}-01-what"), true),
        (String::new(), false),
        ("00".to_owned(), false),
        (format!("00-{trace}-{span}"), false),
        (format!("00-{trace}-{span}-1"), false),
        (format!("00-{trace}-{span}-01-what"), false),
        (format!("00-{}-{span}-01", trace.to_uppercase()), false),
        (format!("00-{}-{span}-01", &trace[1..]), false),
        (format!("00-{trace}-{}g-01", &span[1..]), false),
        (format!("ff-{trace}-{span}-01"), false),
        (format!("+0-{trace}-{span}-01"), false),
        (format!(" 00-{trace}-{span}-01"), false),
        (format!("00-{trace}-{span}-01 "), false),
        (format!("00-{zero_trace}-{span}-01"), false),
        (format!("00-{trace}-{zero_span}-01"), false),
    ] {
        sent.0.lock().expect("no panic").clear();
        runner.run(traced(unique("strict"), vec![])).traceparent(&traceparent).await.expect("it succeeds");
        let run = sent.only("traced");
        let expected = if is_valid { SpanId::from_hex(span).expect("an id") } else { SpanId::INVALID };
        assert_eq!(run.parent_span_id, expected, "{traceparent}");
        assert_eq!(run.span_context.trace_id().to_string() == trace, is_valid, "{traceparent}");
    }
}

#[tokio::test]
async fn logs_of_a_step_carry_the_fields_of_the_run_and_the_step() {
    let (logs, name) = (Logs::default(), unique("logs"));
    let _subscriber = Sent::default().subscribe(&logs);
    let runner = runner().await;
    runner.run(traced(name.clone(), vec![1, 2])).run_id(&*name).await.expect("it succeeds");
    let logs = String::from_utf8(std::mem::take(&mut *logs.0.lock().expect("no panic"))).expect("text");
    let lines: Vec<_> = logs.lines().filter(|line| line.contains("reporting")).collect();
    assert_eq!(lines.len(), 2, "{logs}");
    for (index, line) in lines.iter().enumerate() {
        for field in [
            format!("runnable.run.id={name}"),
            "runnable.pipeline=\"traced\"".to_owned(),
            format!("runnable.step.path=items[{index}]/report"),
            "answer=42".to_owned(),
        ] {
            assert!(line.contains(&field), "{field}: {line}");
        }
    }
}

#[tokio::test]
async fn a_run_without_a_layer_for_opentelemetry_records_no_trace() {
    let (runner, name) = (runner().await, unique("untraced"));
    let request = runner.run(traced(name.clone(), vec![])).run_id(&*name).traceparent(PARENT);
    request.await.expect("it succeeds");
    let events = runner.log().expect("a log").events(&name, 0, 1).await.expect("it can be read");
    assert!(events[0].data.is_none());
}
