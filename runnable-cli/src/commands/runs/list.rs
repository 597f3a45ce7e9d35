//! `runs`: the list.

use super::{super::context::Context, words::time};
use crate::{
    failure::{Failure, Result},
    launch::Interrupt,
    source::Source,
    terminal::{Look, Paint, Stream, Table, age, clock, duration, rows, stdout_text, visible_line, width},
};
use clap::ArgMatches;
use runnable_graph::__private::did_you_mean;
use runnable_store::{RunFilter, RunStatus, RunSummary};
use std::{
    collections::HashSet,
    time::{Duration, SystemTime},
};

/// The time between two lists of `--watch`.
const WATCH: Duration = Duration::from_secs(1);
/// The fewest characters of an id.
const SHORTEST: usize = 6;
/// The length of a generated id, a ULID. Other ids are shown as a whole.
const ULID: usize = 26;

pub(super) async fn list(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let filter = filter(arguments)?;
    let source = context.source().await?;
    if !arguments.get_flag("watch") {
        let text = listed(&source, &filter, arguments.get_flag("json")).await?;
        return stdout_text(&text);
    }
    // Heard in any case: a program that a script starts in the background inherits that Ctrl-C is ignored.
    let interrupt = Interrupt::listen();
    let (mut height, mut last) = (0, String::new());
    loop {
        let mut text = listed(&source, &filter, arguments.get_flag("json")).await?;
        if let Some(rows) = rows(Stream::Stdout) {
            // Lines that have left the screen cannot be drawn again. The cursor is below the last.
            text = text.lines().take(rows.saturating_sub(1).max(1)).flat_map(|line| [line, "\n"]).collect();
        }
        if Stream::Stdout.is_terminal() && height > 0 {
            stdout_text(&format!("\x1b[{height}A\r\x1b[J{text}"))?;
        } else if text != last {
            stdout_text(&text)?;
        }
        height = text.lines().count();
        last = text;
        tokio::select! {
            () = tokio::time::sleep(WATCH) => {}
            () = interrupt.pressed() => return Ok(()),
        }
    }
}

fn filter(arguments: &ArgMatches) -> Result<RunFilter> {
    let now = SystemTime::now();
    let text = |name: &str| arguments.get_one::<String>(name);
    let mut filter = RunFilter::new();
    filter.limit = arguments.get_one::<u32>("limit").map_or(20, |limit| *limit as usize);
    filter.pipeline = text("pipeline").cloned();
    filter.tag = text("tag").cloned();
    filter.since = text("since").map(|text| time("since", text, now)).transpose()?;
    filter.until = text("until").map(|text| time("until", text, now)).transpose()?;
    for name in arguments.get_many::<String>("status").into_iter().flatten() {
        let status = RunStatus::from_name(name).ok_or_else(|| {
            let names = RunStatus::ALL.map(RunStatus::name);
            let help =
                did_you_mean(name, names).unwrap_or_else(|| format!("the statuses are `{}`", names.join("`, `")));
            Failure::usage(format!("--status: unknown status `{name}`\nhelp: {help}"))
        })?;
        filter = filter.status(status);
    }
    Ok(filter)
}

async fn listed(source: &Source, filter: &RunFilter, json: bool) -> Result<String> {
    let runs = source.list(filter).await?;
    if json {
        let runs = serde_json::to_string_pretty(&runs);
        return runs.map(|runs| runs + "\n").map_err(|error| Failure::store(error.to_string()));
    }
    let mut table = Table::new(&["RUN", "PIPELINE", "STATUS", "STARTED", "TOOK", "STEPS", "WHY"]);
    let (look, now) = (Look::of(Stream::Stdout), SystemTime::now());
    let ids = short_ids(runs.iter().map(|run| run.id.as_str()));
    for (run, id) in runs.iter().zip(ids) {
        table.row(row(run, id, look, now));
    }
    if runs.is_empty() {
        return Ok("no runs\n".to_owned());
    }
    Ok(table.lines(look, width(Stream::Stdout)).join("\n") + "\n")
}

fn row(run: &RunSummary, id: &str, look: Look, now: SystemTime) -> Vec<(String, Option<Paint>)> {
    let passed = |since: SystemTime| now.duration_since(since).unwrap_or_default();
    let took = match run.ended {
        Some(ended) => duration(ended.duration_since(run.started).unwrap_or_default()),
        None => clock(passed(run.started)),
    };
    let took = if run.status == RunStatus::Interrupted && run.ended.is_none() { String::new() } else { took };
    let none = look.symbol("–", "-");
    let steps = run.steps.map_or_else(|| none.to_owned(), |steps| format!("{}/{}", steps.succeeded, steps.started));
    let (mark, paint) = mark(run.status, look);
    vec![
        (visible_line(id, look), Some(Paint::Bold)),
        (visible_line(&run.pipeline, look), None),
        (format!("{mark} {}", run.status), Some(paint)),
        (age(passed(run.started)), None),
        (took, None),
        (steps, None),
        (visible_line(&why(run), look), None),
    ]
}

fn mark(status: RunStatus, look: Look) -> (&'static str, Paint) {
    match status {
        RunStatus::Succeeded => (look.symbol("✓", "+"), Paint::Good),
        RunStatus::Failed => (look.symbol("✗", "x"), Paint::Bad),
        RunStatus::Running => (look.symbol("●", "*"), Paint::Busy),
        RunStatus::Cancelled => (look.symbol("⊘", "o"), Paint::Dim),
        _ => (look.symbol("!", "!"), Paint::Warn),
    }
}

fn why(run: &RunSummary) -> String {
    let Some(failure) = &run.failure else {
        return if run.status == RunStatus::Interrupted { "its process died".to_owned() } else { String::new() };
    };
    let step = failure.step.as_ref().map_or_else(String::new, |step| format!("{step}: "));
    let attempts = failure.attempt.filter(|attempt| *attempt > 1);
    let attempts = attempts.map_or_else(String::new, |attempts| format!(" ({attempts} attempts)"));
    format!("{step}{}{attempts}", failure.message)
}

/// Returns the shortest beginnings of generated ids that differ from each other; other ids stay.
fn short_ids<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let ids: Vec<&str> = ids.collect();
    let is_generated = |id: &str| id.len() == ULID && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_unique = |length: usize| {
        let mut seen = HashSet::new();
        ids.iter().filter(|id| is_generated(id)).all(|id| seen.insert(&id[..length]))
    };
    let length = (SHORTEST..ULID).find(|length| is_unique(*length)).unwrap_or(ULID);
    ids.iter().map(|id| if is_generated(id) { &id[..length] } else { id }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_ids_are_shortened_as_far_as_they_differ() {
        let ids = ["01JD7K00000000000000000001", "01JD7K00AA0000000000000001", "mine"];
        assert_eq!(short_ids(ids.into_iter()), ["01JD7K000", "01JD7K00A", "mine"]);
        assert_eq!(short_ids(ids.into_iter().take(1)), ["01JD7K"]);
    }
}
