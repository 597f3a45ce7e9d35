//! `runs cancel`.

use super::{
    super::context::Context,
    words::{duration, text},
};
use crate::{
    failure::{Code, Failure, Result},
    source::Source,
    terminal::{Look, Stream, stderr_line, visible_line},
};
use clap::ArgMatches;
use runnable_store::RunStatus;
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

/// The time between two looks at the run.
const LOOK: Duration = Duration::from_millis(100);

pub(super) async fn cancel(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let wait = duration("wait", text(arguments, "wait"))?;
    let source = context.writable_source().await?;
    let run = source.find(text(arguments, "run")).await?;
    source.cancel(&run.id).await?;
    let state = |what: &str| Err(Failure::new(Code::State, format!("run `{}` {what} before it was cancelled", run.id)));
    match ended(&source, &run.id, wait).await? {
        Some(RunStatus::Cancelled) => {
            stderr_line(&format!("run {} was cancelled", visible_line(&run.id, Look::of(Stream::Stderr))));
            Ok(())
        }
        Some(RunStatus::Interrupted) => state("was interrupted"),
        Some(status) => state(status.name()),
        None => {
            let message =
                format!("run `{}` has been asked to end, and has not ended within {}", run.id, text(arguments, "wait"));
            let help = format!("it ends once its steps do; see `{} runs show {}`", context.program.name, run.id);
            Err(Failure::new(Code::Failed, format!("{message}\nhelp: {help}")))
        }
    }
}

/// Returns the status with which a run ends, or `None` if it does not end in this time.
async fn ended(source: &Source, run: &str, wait: Duration) -> Result<Option<RunStatus>> {
    // A wait of many years has no end.
    let deadline = Instant::now().checked_add(wait);
    loop {
        match source.status(run).await? {
            Some(RunStatus::Running) => {}
            ended => return Ok(ended),
        }
        let now = Instant::now();
        if deadline.is_some_and(|deadline| deadline <= now) {
            return Ok(None);
        }
        sleep_until(deadline.map_or(now + LOOK, |deadline| deadline.min(now + LOOK))).await;
    }
}
