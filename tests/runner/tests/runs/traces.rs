//! Traces of OpenTelemetry, and logs in them.

use super::*;
use opentelemetry::trace::{SpanId, Status, TraceId, TracerProvider as _};
use opentelemetry_otlp::WithExportConfig as _;
use opentelemetry_sdk::{
    error::OTelSdkResult,
    trace::{SdkTracerProvider, SpanData, SpanExporter},
};
use serde_json::Value;
use std::{
    collections::HashMap,
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
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

/// A receiver of OTLP over HTTP, which keeps the spans that programs send.
#[derive(Clone, Default)]
struct Receiver(Arc<Mutex<Vec<Value>>>);

impl Receiver {
    /// Starts the receiver, and returns its address for traces.
    fn start(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/v1/traces", listener.local_addr().expect("an address"));
        let receiver = self.clone();
        thread::spawn(move || listener.incoming().flatten().for_each(|connection| receiver.answer(connection)));
        url
    }

    fn answer(&self, mut connection: TcpStream) {
        let mut lines = BufReader::new(connection.try_clone().expect("a handle"));
        let (mut head, mut line) = (Vec::new(), String::new());
        while lines.read_line(&mut line).is_ok_and(|bytes| bytes > 2) {
            head.push(std::mem::take(&mut line).to_lowercase());
        }
        let header = |name: &str| head.iter().find_map(|line| Some(line.strip_prefix(name)?.trim()));
        assert_eq!(head[0].trim(), "post /v1/traces http/1.1");
        assert_eq!(header("content-type:"), Some("application/json"));
        let mut body = vec![0; header("content-length:").expect("a length").parse().expect("a number")];
        lines.read_exact(&mut body).expect("the whole body");
        let request: Value = serde_json::from_slice(&body).expect("JSON");
        let resources = request["resourceSpans"].as_array().expect("resources").iter();
        let scopes = resources.flat_map(|resource| resource["scopeSpans"].as_array().expect("scopes"));
        let spans = scopes.flat_map(|scope| scope["spans"].as_array().expect("spans")).cloned();
        self.0.lock().expect("no panic").extend(spans);
        let answer =
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";
        connection.write_all(answer.as_bytes()).expect("the client listens");
    }
}

/// Returns the attributes of a span as OTLP has them.
fn attributes(span: &Value) -> HashMap<&str, &str> {
    let pairs = span["attributes"].as_array().expect("attributes").iter();
    pairs.filter_map(|pair| Some((pair["key"].as_str()?, pair["value"]["stringValue"].as_str()?))).collect()
}

#[tokio::test]
async fn a_receiver_of_otlp_gets_the_spans_of_a_run_and_of_its_resumed_part() {
    let (receiver, name) = (Receiver::default(), unique("otlp"));
    let exporter = opentelemetry_otlp::SpanExporter::builder()
        .with_http()
        .with_protocol(opentelemetry_otlp::Protocol::HttpJson)
        .with_endpoint(receiver.start());
    let exporter = tokio::task::spawn_blocking(|| exporter.build()).await.expect("no panic").expect("an exporter");
    let provider = SdkTracerProvider::builder().with_batch_exporter(exporter).build();
    let layer = tracing_opentelemetry::layer().with_tracer(provider.tracer("test"));
    let subscriber = tracing::subscriber::set_default(tracing_subscriber::registry().with(layer));
    let runner = runner().await;
    break_at(&name);
    let request = runner.run(traced(name.clone(), vec![1])).run_id(&*name).traceparent(PARENT);
    request.await.expect_err("the step fails");
    mend(&name);
    runner.resume::<Traced>(&name).await.expect("it succeeds");
    drop(subscriber);
    tokio::task::spawn_blocking(move || provider.shutdown()).await.expect("no panic").expect("everything is sent");

    let spans = std::mem::take(&mut *receiver.0.lock().expect("no panic"));
    let named = |name: &str| spans.iter().filter(|span| span["name"] == name).collect::<Vec<_>>();
    let (runs, steps) = (named("traced"), named("report"));
    assert_eq!((runs.len(), steps.len()), (2, 2), "{spans:#?}");
    for (run, step) in runs.iter().zip(&steps) {
        assert_eq!(attributes(run)["runnable.run.id"], name);
        assert_eq!(attributes(step)["runnable.step.path"], "items[0]/report");
        assert_eq!(step["parentSpanId"], run["spanId"]);
        assert_eq!(step["traceId"], run["traceId"]);
    }
    let (first, second) = (runs[0], runs[1]);
    assert_eq!(first["traceId"], "0af7651916cd43dd8448eb211c80319c");
    assert_eq!(first["parentSpanId"], "b7ad6b7169203331");
    assert_eq!((&first["status"]["code"], attributes(first)["error.type"]), (&2.into(), "failed"));
    assert_ne!(second["traceId"], first["traceId"]);
    assert_eq!(second["links"][0]["spanId"], first["spanId"]);
    assert_eq!(second["links"][0]["traceId"], first["traceId"]);
    assert!(!attributes(second).contains_key("error.type"));
}
