//! `runs events`.

use super::{super::context::Context, words::text};
use crate::{
    failure::{Failure, Result},
    terminal::{Look, Stream, stdout_text, visible_line},
};
use clap::ArgMatches;
use runnable_store::{EventRecord, RunEvent};
use std::{fmt::Write as _, sync::Arc, time::SystemTime};

pub(super) async fn events(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let source = context.source().await?;
    let run = source.find(text(arguments, "run")).await?;
    let id: Arc<str> = run.id.as_str().into();
    let (json, follow) = (arguments.get_flag("json"), arguments.get_flag("follow"));
    let look = Look::of(Stream::Stdout);
    let after = arguments.get_one::<u64>("after").copied().unwrap_or(0);
    let mut events = source.events(&run, after, follow);
    while let Some(page) = events.page().await? {
        let mut lines = String::new();
        for event in page {
            let line = if json { envelope(&id, event)? } else { line(&event, run.started, look) };
            let _ = writeln!(lines, "{line}");
        }
        stdout_text(&lines)?;
    }
    Ok(())
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

fn envelope(run: &Arc<str>, event: EventRecord) -> Result<String> {
    let mut line = Vec::new();
    let written = RunEvent::new(Arc::clone(run), Arc::new(event)).write_json(&mut line);
    written.map_err(|error| Failure::store(error.to_string()))?;
    Ok(String::from_utf8_lossy(&line).into_owned())
}
