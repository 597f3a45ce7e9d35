//! `resume` and `fork` through a service.

use super::follow::{Watch, report};
use crate::{
    arguments::{Events, Program, ProgressForm},
    failure::{Code, Failure, Result},
    launch::{Ended, Follow, Interrupt, SeenEvent},
    source::{Service, Source},
    terminal::{Look, Stream, stderr_line, visible_line},
};
use clap::ArgMatches;
use runnable_core::{Error, Lifecycle, Outcome, StepPath};
use runnable_store::{EventRecord, RunEvent, RunRecord, RunStatus};
use runnable_wire::{ErrorData, Finished, Kind, OutcomeName};
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;

/// Resumes or forks a run through a service, and follows it to its end.
pub(super) async fn start(
    program: &Program,
    service: Service,
    arguments: &ArgMatches,
    action: &str,
    body: &Value,
) -> Result<()> {
    let text = |name: &str| arguments.get_one::<String>(name).map_or("", String::as_str);
    let source = Source::Service(service.clone());
    let interrupt = Interrupt::listen();
    let origin = source.find(text("run")).await?;
    let no_graph =
        || Failure::new(Code::State, format!("the service does not have the pipeline `{}`", origin.pipeline));
    let graph = source.graph(&origin).await?.ok_or_else(no_graph)?;
    let id = service.start(&origin.id, action, body).await?;
    // The events of the earlier part of a resumed run are not those of this command.
    let after = if id == origin.id { origin.last_seq } else { 0 };
    let unknown = || Failure::new(Code::NoRun, format!("the service has no run `{id}`"));
    let run = source.run(&id).await?.ok_or_else(unknown)?;
    let mut watch = Watch::new(
        Some(source.clone()),
        graph,
        Events::from_name(text("events")),
        ProgressForm::from_name(text("progress")),
    );
    watch.id = Some(id.clone());
    watch.input(run.input.get());
    let ended = tokio::select! {
        ended = follow(&source, &service, &run, after, &mut watch) => ended?,
        () = interrupt.pressed() => {
            watch.ended(&Ended::Cancelled);
            let look = Look::of(Stream::Stderr);
            let name = &program.name;
            let line = format!("run {id} continues. Cancel: {name} runs cancel {id} --url {}", service.address());
            stderr_line(&visible_line(&line, look));
            return Err(Failure::new(Code::Cancelled, ""));
        }
    };
    watch.ended(&ended);
    report(&format!("{} resume --url {}", program.name, service.address()), ended, &watch)
}

/// Follows a run to its end.
async fn follow(source: &Source, service: &Service, run: &RunRecord, after: u64, watch: &mut Watch) -> Result<Ended> {
    let id: Arc<str> = run.id.as_str().into();
    let (mut events, mut outcome) = (source.events(run, after, true), None);
    while let Some(page) = events.page().await? {
        for record in page {
            let event = Recorded::new(&id, record)?;
            if let Some(Lifecycle::RunFinished(ended)) = &event.lifecycle {
                outcome = Some(ended.clone());
            }
            watch.event(&event);
            if let Some(Lifecycle::StepFinished(Outcome::Succeeded)) = event.lifecycle {
                watch.read_list(service, event.path);
            }
        }
    }
    Ok(match outcome {
        Some(Outcome::Succeeded) => Ended::Succeeded(service.output(&run.id).await?),
        Some(Outcome::Failed(error)) => Ended::Failed(Failure::new(Code::Failed, format!("{error:#}"))),
        Some(_) => Ended::Cancelled,
        None => {
            let status = source.status(&run.id).await?.unwrap_or(RunStatus::Interrupted);
            Ended::Failed(Failure::new(Code::Failed, format!("run `{}` was {status}", run.id)))
        }
    })
}

/// A recorded event, as those who follow a run see it.
struct Recorded {
    event: RunEvent,
    path: StepPath,
    lifecycle: Option<Lifecycle>,
}

impl Recorded {
    fn new(run: &Arc<str>, record: EventRecord) -> Result<Self> {
        let event = RunEvent::new(Arc::clone(run), Arc::new(record));
        let names: Vec<String> = serde_json::from_str(event.path().get()).unwrap_or_default();
        let path: StepPath = names
            .join("/")
            .parse()
            .map_err(|error| Failure::store(format!("the events of the service cannot be read: {error}")))?;
        let lifecycle = event.kind().map(|kind| lifecycle(kind, event.data().map_or("", |data| data.get()), &path));
        Ok(Self { event, path, lifecycle })
    }
}

impl SeenEvent for Recorded {
    fn path(&self) -> StepPath {
        self.path.clone()
    }
    fn attempt(&self) -> u32 {
        self.event.attempt()
    }
    fn event_type(&self) -> &str {
        self.event.event_type()
    }
    fn lifecycle(&self) -> Option<&Lifecycle> {
        self.lifecycle.as_ref()
    }
    fn data(&self) -> Value {
        self.event.data().and_then(|data| serde_json::from_str(data.get()).ok()).unwrap_or_default()
    }
    fn envelope(&self, to: &mut Vec<u8>) {
        // No recorded event fails to serialize.
        let _ = self.event.write_json(to);
    }
}

/// Returns a lifecycle event from its recorded data.
fn lifecycle(kind: Kind, data: &str, path: &StepPath) -> Lifecycle {
    match kind {
        Kind::RunStarted => Lifecycle::RunStarted,
        Kind::RunResumed => Lifecycle::RunResumed,
        Kind::StepStarted => Lifecycle::StepStarted,
        Kind::StepReset => {
            #[derive(Deserialize)]
            struct Reset<'a> {
                #[serde(borrow)]
                error: ErrorData<'a>,
            }
            Lifecycle::StepReset(error(serde_json::from_str(data).ok().map(|Reset { error }| error), path))
        }
        Kind::StepFinished => Lifecycle::StepFinished(outcome(data, path)),
        Kind::RunFinished => Lifecycle::RunFinished(outcome(data, path)),
    }
}

fn outcome(data: &str, path: &StepPath) -> Outcome {
    let finished: Option<Finished<'_>> = serde_json::from_str(data).ok();
    match finished.as_ref().map(|finished| finished.outcome) {
        Some(OutcomeName::Success) => Outcome::Succeeded,
        Some(OutcomeName::Cancelled) => Outcome::Cancelled,
        _ => Outcome::Failed(error(finished.and_then(|finished| finished.error), path)),
    }
}

fn error(data: Option<ErrorData<'_>>, path: &StepPath) -> Error {
    let unknown = || ErrorData {
        code: "failed".into(),
        message: "the error cannot be read".into(),
        causes: Vec::new(),
        retryable: false,
        max_attempts: None,
    };
    Error::restored(data.unwrap_or_else(unknown)).at_path(path.clone())
}
