//! `runs events`.

use super::{super::context::Context, words::text};
use crate::{
    failure::{Failure, Result},
    terminal::{Look, Stream, stdout_text, visible_line},
};
use clap::ArgMatches;
use runnable_store::{EventRecord, RunStatus};
use serde_json::{Value, json};
use std::{
    fmt::Write as _,
    time::{Duration, SystemTime},
};

/// The number of events that are read at a time.
const PAGE: usize = 1000;
/// The time between two looks for further events.
const FOLLOW: Duration = Duration::from_millis(200);

pub(super) async fn events(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let source = context.source().await?;
    let run = source.find(text(arguments, "run")).await?;
    let (json, follow) = (arguments.get_flag("json"), arguments.get_flag("follow"));
    let look = Look::of(Stream::Stdout);
    let mut after = arguments.get_one::<u64>("after").copied().unwrap_or(0);
    loop {
        let status = if follow { source.find(&run.id).await?.status } else { run.status };
        let events = source.events(&run.id, after, PAGE).await?;
        let mut lines = String::new();
        for event in &events {
            after = event.seq;
            let line = if json { envelope(&run.id, event)? } else { line(event, run.started, look) };
            let _ = writeln!(lines, "{line}");
        }
        stdout_text(&lines)?;
        if events.len() == PAGE {
            continue;
        }
        // The status is older than the events, so no event is missed.
        if !follow || status != RunStatus::Running && events.is_empty() {
            return Ok(());
        }
        tokio::time::sleep(FOLLOW).await;
    }
}

/// Returns the path of an event.
fn path(event: &EventRecord) -> String {
    let segments: Vec<String> = serde_json::from_str(event.path.get()).unwrap_or_default();
    segments.join("/")
}

fn line(event: &EventRecord, started: SystemTime, look: Look) -> String {
    let time = event.ts.duration_since(started).unwrap_or_default().as_secs_f64();
    let path = path(event);
    let path = if path.is_empty() { "." } else { &path };
    let attempt = if event.attempt > 1 { format!(" #{}", event.attempt) } else { String::new() };
    let data = event.data.as_ref().map_or("", |data| data.get());
    let line = format!("{:>6} {time:>9.3}s  {path}{attempt}  {}  {data}", event.seq, event.event_type.as_str());
    visible_line(line.trim_end(), look)
}

fn envelope(run: &str, event: &EventRecord) -> Result<String> {
    let mut envelope = json!({
        "v": runnable_wire::VERSION,
        "id": format!("{run}:{}", event.seq),
        "seq": event.seq,
        "run": run,
        "type": event.event_type.as_str(),
        "ts": humantime::format_rfc3339_millis(event.ts).to_string(),
        "path": event.path,
        "attempt": event.attempt,
    });
    if let (Some(data), Value::Object(envelope)) = (&event.data, &mut envelope) {
        envelope.insert("data".to_owned(), json!(data));
    }
    serde_json::to_string(&envelope).map_err(|error| Failure::store(error.to_string()))
}
