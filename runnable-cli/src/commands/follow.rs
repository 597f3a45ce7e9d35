//! Follows a run: its events and its progress on stderr, its output on stdout.

#[cfg(feature = "url")]
use crate::source::Service;
use crate::{
    arguments::{Events, Program, ProgressForm},
    failure::{Code, Failure, Result},
    launch::{Ended, Follow, SeenEvent},
    progress::{Model, Screen},
    source::Source,
    terminal::{Look, Paint, Stream, duration, stderr_line, stdout_text, visible_line},
};
#[cfg(feature = "url")]
use runnable_core::StepPath;
use runnable_core::{
    Lifecycle, Outcome,
    hooks::{MapStarted, Redact},
};
use runnable_graph::Graph;
use runnable_runner::Runner;
use std::{sync::Arc, time::Instant};

/// The follower of a run.
pub(super) struct Watch {
    events: Events,
    screen: Option<Screen>,
    look: Look,
    redact: Option<Arc<dyn Redact>>,
    /// The id of the run, once it has started.
    pub(super) id: Option<String>,
    started: Instant,
    count: u64,
    name: String,
    /// The place in which the run is recorded.
    source: Option<Source>,
}

impl Watch {
    pub(super) fn new(source: Option<Source>, graph: Graph, events: Events, form: ProgressForm) -> Self {
        let look = Look::of(Stream::Stderr);
        let bars = match form {
            ProgressForm::Auto if events != Events::None => None,
            ProgressForm::Auto => {
                Some(Stream::Stderr.is_terminal() && std::env::var_os("TERM").is_none_or(|it| it != "dumb"))
            }
            ProgressForm::Bar => Some(true),
            ProgressForm::Counter => Some(false),
            ProgressForm::None => None,
        };
        let name = graph.name().to_owned();
        Self {
            events,
            screen: bars.map(|bars| Screen::start(Model::new(graph, look), bars)),
            look,
            redact: None,
            id: None,
            started: Instant::now(),
            count: 0,
            name,
            source,
        }
    }

    fn redacted(&self, text: String) -> String {
        self.redact.as_ref().and_then(|redact| redact.json(&text)).unwrap_or(text)
    }

    /// Writes an event to stderr.
    fn write(&self, event: &dyn SeenEvent) {
        match self.events {
            Events::None => {}
            Events::Json => {
                let mut line = Vec::new();
                event.envelope(&mut line);
                self.line(self.redacted(String::from_utf8_lossy(&line).into_owned()));
            }
            Events::Text => {
                let time = self.started.elapsed().as_secs_f64();
                let data = if event.lifecycle().is_some() { outcome(event) } else { event.data().to_string() };
                let data = self.redacted(data);
                let (path, kind) = (event.path().to_string(), event.event_type());
                let path = if path.is_empty() { "." } else { &path };
                let line = format!("{time:>8.3}s  {path}  {kind}  {data}");
                self.line(visible_line(line.trim_end(), self.look));
            }
        }
    }

    /// Reads the input of a run in another process: its lists have the lengths of the maps over them.
    #[cfg(feature = "url")]
    pub(super) fn input(&self, input: &str) {
        let input = serde_json::from_str(input).unwrap_or_default();
        if let Some(screen) = &self.screen {
            screen.update(|model| model.values(&input));
        }
    }

    /// Reads the output of a step in another process if a map is over it: its list has the length of the map.
    #[cfg(feature = "url")]
    pub(super) fn read_list(&self, service: &Service, step: StepPath) {
        let (Some(screen), Some(run)) = (&self.screen, self.id.clone()) else { return };
        let mut feeds_map = false;
        screen.update(|model| feeds_map = model.feeds_map(&step));
        if feeds_map {
            let (service, shared) = (service.clone(), Arc::clone(&screen.shared));
            // Nothing waits for it. Without the length, the bar has no end.
            tokio::spawn(async move {
                let output = service.step_output(&run, &step.to_string()).await;
                if let Ok(output) = output
                    && let Ok(output) = serde_json::from_str(output.get())
                {
                    shared.update(|model| model.values(&output));
                }
            });
        }
    }

    fn line(&self, line: String) {
        match &self.screen {
            Some(screen) => screen.update(|model| model.line(line)),
            None => stderr_line(&line),
        }
    }
}

/// Returns the outcome of a lifecycle event, with its error.
fn outcome(event: &dyn SeenEvent) -> String {
    match event.lifecycle() {
        Some(Lifecycle::StepReset(error)) => error.message(),
        Some(lifecycle) => match lifecycle.outcome() {
            Some(Outcome::Failed(error)) => format!("failed: {}", error.message()),
            Some(outcome) => outcome.name().to_owned(),
            None => String::new(),
        },
        None => String::new(),
    }
}

impl Follow for Watch {
    fn map_started(&self) -> Option<MapStarted> {
        let shared = Arc::clone(&self.screen.as_ref()?.shared);
        Some(Arc::new(move |path, items| shared.update(|model| model.map_started(path, items))))
    }

    fn started(&mut self, id: &str, redact: &Arc<dyn Redact>) {
        self.id = Some(id.to_owned());
        self.redact = Some(Arc::clone(redact));
        if let Some(screen) = &self.screen {
            screen.update(|model| model.redact(redact));
        }
    }

    fn event(&mut self, event: &dyn SeenEvent) {
        self.count += 1;
        if self.events != Events::None {
            self.write(event);
        }
        if let Some(screen) = &self.screen {
            screen.update(|model| model.event(event, Instant::now()));
        }
    }

    fn cancelling(&mut self) {
        match &self.screen {
            Some(screen) => screen.update(Model::cancelling),
            None => stderr_line("cancelling.. (Ctrl-C again exits at once)"),
        }
    }

    fn ended(&mut self, ended: &Ended) {
        if let Some(mut screen) = self.screen.take() {
            let look = self.look;
            if let Ended::Succeeded(_) = ended {
                let mark = look.paint(Paint::Good, look.symbol("✓", "+"));
                let took = duration(self.started.elapsed());
                let id = self.id.as_deref().filter(|_| self.source.is_some());
                let run = id.map_or_else(String::new, |id| format!("   run {}", visible_line(id, look)));
                let line = format!(" {mark} {:<24} {took:>8}   {} events{run}", self.name, self.count);
                screen.update(|model| model.line(line));
            }
            screen.end();
        }
    }
}

/// Closes the runner, and writes the output or returns the error of the run.
pub(super) async fn finish(program: &Program, runner: &Runner, ended: Ended, watch: &Watch) -> Result<()> {
    let closed = runner.shutdown().await;
    report(&format!("{} resume", program.name), ended, watch)?;
    closed.map_err(Failure::from)
}

/// Writes the output of a run, or returns its error. `resume` is the command by which runs are resumed.
pub(super) fn report(resume: &str, ended: Ended, watch: &Watch) -> Result<()> {
    let id = watch.id.as_deref().filter(|_| watch.source.is_some());
    match ended {
        Ended::Succeeded(output) => stdout_text(&(output + "\n")),
        Ended::NotStarted(failure) => Err(failure),
        Ended::Failed(failure) => {
            let help = |id: &str| format!("\nhelp: completed steps are kept; resume the run: {resume} {id}");
            Err(Failure::new(failure.code, failure.message + &id.map_or_else(String::new, help)))
        }
        Ended::Cancelled => {
            let run = id.map_or_else(|| "the run".to_owned(), |id| format!("run {id}"));
            let look = Look::of(Stream::Stderr);
            let run = visible_line(&run, look);
            let resume = id.map_or_else(String::new, |id| format!(" Resume: {resume} {id}"));
            stderr_line(&format!("{run} was cancelled.{}", visible_line(&resume, look)));
            Err(Failure::new(Code::Cancelled, ""))
        }
    }
}
