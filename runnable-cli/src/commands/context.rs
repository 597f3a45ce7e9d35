//! The program and its options, which all commands share.

#[cfg(feature = "url")]
use crate::{arguments::BEFORE, source::Service};
use crate::{
    arguments::Program,
    failure::{Failure, Result},
    launch::Pipeline,
    source::Source,
};
use clap::ArgMatches;
use runnable_graph::__private::did_you_mean;
use runnable_runner::{Config, ConfigBuilder, Environment, Parameters, Resources, RunLogUrl, Runner, RunnerBuilder};
use std::path::{Path, PathBuf};

/// The file that is read if the user names no other.
const CONFIG: &str = "runnable.toml";

/// The variable with the token for a service.
#[cfg(feature = "url")]
const TOKEN: &str = "RUNNABLE_TOKEN";

/// The pipelines of a command line, and what their runs need.
pub(crate) struct App {
    pub(crate) config: Option<Config>,
    /// Changes the builder of the runner, in this order.
    pub(crate) changes: Vec<Box<dyn FnOnce(RunnerBuilder) -> RunnerBuilder>>,
    pub(crate) pipelines: Vec<Pipeline>,
    pub(crate) resources: Resources,
    pub(crate) parameters: Parameters,
}

/// The options that every command takes.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) config: Option<PathBuf>,
    pub(crate) log: Option<String>,
    /// The address of a service.
    #[cfg(feature = "url")]
    pub(crate) url: Option<String>,
    #[cfg(feature = "url")]
    pub(crate) token: Option<String>,
}

pub(crate) struct Context {
    pub(crate) program: Program,
    pub(crate) app: Option<App>,
    pub(crate) options: Options,
}

impl Context {
    pub(crate) fn new(program: Program, app: Option<App>, arguments: &ArgMatches) -> Self {
        let text = |name: &str| arguments.try_get_one::<String>(name).ok().flatten().cloned();
        let config = arguments.try_get_one::<PathBuf>("config").ok().flatten().cloned();
        let options = Options {
            config,
            log: text("log"),
            #[cfg(feature = "url")]
            url: text("url"),
            #[cfg(feature = "url")]
            token: text("token"),
        };
        Self { program, app, options }
    }

    /// Reads the options that name a service, and stand before the command among all arguments.
    #[cfg(feature = "url")]
    pub(crate) fn service_before(&mut self, all: &ArgMatches, command: &str, arguments: &ArgMatches) -> Result<()> {
        let Options { url, token, .. } = &mut self.options;
        for (name, option) in [("url", url), ("token", token)] {
            let Some(before) = all.get_one::<String>(&format!("{BEFORE}{name}")) else { continue };
            if arguments.try_get_one::<String>(name).is_err() {
                let help = "`runs`, `graph`, `resume`, `fork` and `types` work on a service";
                return Err(Failure::usage(format!("--{name}: `{command}` does not take it\nhelp: {help}")));
            }
            if option.replace(before.clone()).is_some() {
                return Err(Failure::usage(format!("--{name}: is given twice")));
            }
        }
        Ok(())
    }

    pub(crate) fn pipelines(&self) -> &[Pipeline] {
        self.app.as_ref().map_or(&[], |app| &app.pipelines)
    }

    /// Returns a pipeline by its name.
    pub(crate) fn pipeline(&self, name: &str) -> Result<Pipeline> {
        let pipelines = self.pipelines();
        if let Some(pipeline) = pipelines.iter().find(|pipeline| pipeline.name == name) {
            return Ok(*pipeline);
        }
        let names: Vec<_> = pipelines.iter().map(|pipeline| pipeline.name).collect();
        let help = did_you_mean(name, &names).unwrap_or_else(|| format!("the pipelines are `{}`", names.join("`, `")));
        Err(Failure::usage(format!("`{}` has no pipeline `{name}`\nhelp: {help}", self.program.name)))
    }

    /// Returns the configuration.
    pub(crate) fn config(&self) -> Result<Config> {
        let mut config = match (&self.options.config, self.app.as_ref().and_then(|app| app.config.as_ref())) {
            (None, Some(config)) => config.clone(),
            (file, _) => {
                let file = file.clone().or_else(|| Path::new(CONFIG).is_file().then(|| CONFIG.into()));
                let builder = Config::builder().environment(&Environment::process());
                let builder = file.into_iter().fold(builder, ConfigBuilder::file);
                builder.build().map_err(|error| Failure::usage(error.to_string()))?
            }
        };
        if let Some(log) = &self.options.log {
            config.run_log.url = parse_log(log)?;
        }
        Ok(config)
    }

    /// Builds the runner.
    pub(crate) async fn runner(&mut self, config: Config) -> Result<Runner> {
        let builder = Runner::builder().config(config);
        let Some(app) = &mut self.app else { return Ok(builder.build().await?) };
        let builder = std::mem::take(&mut app.changes).into_iter().fold(builder, |builder, change| change(builder));
        let builder = app.pipelines.iter().fold(builder, |builder, pipeline| (pipeline.register)(builder));
        Ok(builder.build().await?)
    }
}

impl Context {
    /// Returns the service of `--url`, or else opens the run log for reading.
    pub(crate) async fn source(&self) -> Result<Source> {
        #[cfg(feature = "url")]
        if let Some(service) = self.service()? {
            return Ok(Source::Service(service));
        }
        Source::read(&self.config()?.run_log.url).await
    }

    /// Returns the service of `--url`, or else opens the run log for changes.
    pub(crate) async fn writable_source(&self) -> Result<Source> {
        #[cfg(feature = "url")]
        if let Some(service) = self.service()? {
            return Ok(Source::Service(service));
        }
        Source::write(&self.config()?.run_log.url).await
    }

    /// Returns the service of `--url`. The configuration is of no use then, and not read.
    #[cfg(feature = "url")]
    pub(crate) fn service(&self) -> Result<Option<Service>> {
        let Options { log, url, token, .. } = &self.options;
        let Some(url) = url else {
            let unused = token.as_ref().map(|_| Failure::usage("`--token` is for a service: write `--url`, too"));
            return unused.map_or(Ok(None), Err);
        };
        if log.is_some() {
            return Err(Failure::usage("`--log` and `--url` name two places with runs\nhelp: write one of them"));
        }
        let url = url.parse().map_err(|error| Failure::usage(format!("--url: {error}")))?;
        let token = token.clone().or_else(|| std::env::var(TOKEN).ok()).filter(|token| !token.is_empty());
        Service::new(&url, token.as_deref()).map(Some)
    }
}

fn parse_log(text: &str) -> Result<RunLogUrl> {
    text.parse().map_err(|error| Failure::usage(format!("--log: {error}")))
}
