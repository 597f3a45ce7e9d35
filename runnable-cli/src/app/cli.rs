//! The command line of a crate's pipelines.

use crate::{
    arguments::Program,
    commands::{App, execute},
    launch::Pipeline,
};
use runnable_runner::{Config, Parameters, Resources, Runnable, RunnerBuilder};
use std::{any::Any, fmt, process::ExitCode};

/// The command line of a crate's pipelines.
///
/// # Examples
/// ```no_run
/// use runnable::prelude::*;
/// use runnable_cli::Cli;
/// use std::process::ExitCode;
///
/// #[derive(Clone)]
/// struct Client;
///
/// #[task(returns = [page])]
/// async fn fetch(address: String, client: &Client) -> String {
///     let _ = client;
///     format!("the page at {address}")
/// }
///
/// pipeline! {
///     /// Fetches a page.
///     fn load(address: String, #[resource] client: Client) { fetch }
/// }
///
/// #[tokio::main]
/// async fn main() -> ExitCode {
///     Cli::new().pipeline::<Load>().resource(Client).run().await
/// }
/// ```
#[must_use = "a command line does nothing until it runs"]
pub struct Cli {
    app: App,
}

impl Cli {
    /// Returns a command line without pipelines. Its configuration is the file of `--config`, or `runnable.toml` in the working
    /// directory if it exists, and the environment variables of the process.
    pub fn new() -> Self {
        Self {
            app: App {
                config: None,
                changes: Vec::new(),
                pipelines: Vec::new(),
                resources: Resources::new(),
                parameters: Parameters::new(),
            },
        }
    }

    /// Adds a pipeline or a task, under its own name.
    ///
    /// # Panics
    /// Panics if the command line has a pipeline of this name: only one of them could be started.
    #[track_caller]
    pub fn pipeline<P: Runnable>(mut self) -> Self {
        let is_taken = self.app.pipelines.iter().any(|other| other.name == P::NAME);
        assert!(
            !is_taken,
            "the command line has two pipelines with the name `{name}`\n\
             help: rename one of them, or name a task with `#[task(name = \"..\")]`",
            name = P::NAME
        );
        self.app.pipelines.push(Pipeline::of::<P>());
        self
    }

    /// Supplies the parameters with `#[resource]` of type `T`. Each run gets a clone.
    pub fn resource<T: Any + Clone + Send + Sync>(mut self, value: T) -> Self {
        self.app.resources.insert(value.clone());
        self.runner(|runner| runner.resource(value))
    }

    /// Sets the configuration, so that no file is read unless the user writes `--config`.
    pub fn config(mut self, config: Config) -> Self {
        self.app.config = Some(config);
        self
    }

    /// Sets default values for the parameters of pipelines. Flags, environment variables and the file of `--params` override
    /// them.
    pub fn parameters(mut self, parameters: Parameters) -> Self {
        self.app.parameters = parameters;
        self
    }

    /// Changes the builder of the runner, such as to supply secrets. Set the configuration, resources and parameters with the
    /// methods of this type instead.
    pub fn runner(mut self, change: impl FnOnce(RunnerBuilder) -> RunnerBuilder + 'static) -> Self {
        self.app.changes.push(Box::new(change));
        self
    }

    /// Reads the arguments of the process, and does what they say.
    ///
    /// The exit code is 0 if the command succeeded, 1 if the run failed, 2 if the arguments or the configuration are invalid, 3 if
    /// the run log or the service cannot be used, 4 if the run does not exist, 5 if its state forbids the command, and 130 if the
    /// run was cancelled.
    pub async fn run(self) -> ExitCode {
        let pipelines = self.app.pipelines.iter().map(|pipeline| (pipeline.name, pipeline.parameters, pipeline.docs));
        let program = Program { name: program_name(), version: None, pipelines: Some(pipelines.collect()) };
        execute(program, Some(self.app), std::env::args_os().skip(1).collect()).await
    }

    /// Starts a runtime, and does the same as [`run`](Self::run).
    #[must_use]
    pub fn main(self) -> ExitCode {
        super::run::block_on(self.run())
    }
}

impl Default for Cli {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Cli {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pipelines: Vec<_> = self.app.pipelines.iter().map(|pipeline| pipeline.name).collect();
        f.debug_struct("Cli").field("pipelines", &pipelines).finish_non_exhaustive()
    }
}

/// Returns the name under which the program was started.
fn program_name() -> String {
    let path = std::env::args_os().next().map(std::path::PathBuf::from);
    let name = path.as_deref().and_then(|path| path.file_stem()).map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| "app".to_owned())
}
