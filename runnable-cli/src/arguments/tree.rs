//! The tree of commands.

use super::parameter::{Flag, Form};
use clap::{Arg, ArgAction, Command, ValueHint, value_parser};
use runnable_runner::ParameterInfo;
use std::path::PathBuf;

/// A program with a command line.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    pub(crate) name: String,
    pub(crate) version: Option<&'static str>,
    /// The pipelines, their parameters and their docs; none for `rnbl`, which runs no code.
    pub(crate) pipelines: Option<Vec<(&'static str, &'static [ParameterInfo], &'static str)>>,
}

impl Program {
    pub(crate) fn is_app(&self) -> bool {
        self.pipelines.is_some()
    }
}

/// The beginning of the names of options that stand before a command.
pub(crate) const BEFORE: &str = "before-";

/// Returns the tree by which arguments are read. The flags of a pipeline are read separately.
pub(crate) fn tree(program: &Program) -> Command {
    let arguments = Arg::new("arguments").num_args(0..).trailing_var_arg(true).allow_hyphen_values(true);
    let run = arguments.value_parser(value_parser!(std::ffi::OsString));
    with_commands(program, Command::new("run").disable_help_flag(true).arg(run))
}

/// Returns the tree with the flags of each pipeline, for help and completions.
pub(crate) fn help_tree(program: &Program) -> Command {
    let run = Command::new("run")
        .about("Runs a pipeline, and writes its output to stdout as JSON")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_value_name("PIPELINE")
        .subcommand_help_heading("Pipelines")
        .disable_help_subcommand(true);
    let pipelines = program.pipelines.iter().flatten();
    let run = pipelines.fold(run, |run, (name, parameters, docs)| run.subcommand(pipeline(name, parameters, docs)));
    with_commands(program, run)
}

fn with_commands(program: &Program, run: Command) -> Command {
    let config = option("config", "FILE", "Configuration; runnable.toml if it exists");
    let command = Command::new(program.name.clone())
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_version_flag(program.version.is_none())
        .version(program.version.unwrap_or_default())
        .arg(option("log", "URL", "Run log: sqlite:FILE, postgres://.. or none").global(true))
        .arg(config.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath).global(true))
        // Not global: the help of commands that do not take them would have them, too. clap copies the values of global options
        // to the commands above, from which these names keep apart.
        .args(service().into_iter().map(|arg| {
            let name = format!("{BEFORE}{}", arg.get_id());
            arg.id(name)
        }));
    let command = if program.is_app() {
        app(command, run)
    } else {
        let runs = if cfg!(feature = "url") { "a run log or a service" } else { "a run log" };
        command.about(format!("Reads the runs of {runs}, and creates crates with pipelines")).subcommand(init())
    };
    let command = command.subcommand(super::runs::runs()).subcommand(graph(program.is_app()));
    let has_types = program.is_app() || cfg!(feature = "url");
    let command = if has_types { command.subcommand(types(program.is_app())) } else { command };
    command.subcommand(resume()).subcommand(fork()).subcommand(completions())
}

fn app(command: Command, run: Command) -> Command {
    let command = command
        .about("Runs pipelines, and shows their runs")
        .subcommand(run)
        .subcommand(Command::new("list").about("Lists the pipelines").arg(json()))
        .subcommand(
            Command::new("show").about("Shows a pipeline: its parameters and its steps").arg(required("pipeline")),
        );
    if cfg!(feature = "serve") { command.subcommand(serve()) } else { command }
}

fn serve() -> Command {
    Command::new("serve")
        .about("Serves the pipelines and their runs over HTTP")
        .arg(option("addr", "ADDRESS", "Address to listen on").default_value("127.0.0.1:8000"))
        .arg(
            option(
                "accept-token",
                "NAME=TOKEN",
                "Requires a token in every request; beyond this machine, at least one",
            )
            .action(ArgAction::Append),
        )
        .arg(switch("open", "Opens the runs in a browser"))
}

fn resume() -> Command {
    let once = "an interrupted step with `effect = \"once\"`";
    Command::new("resume")
        .about("Resumes a run that was interrupted, failed or was cancelled")
        .arg(required("run").help("Run: the start of its id, @last or @failed"))
        .arg(
            option("assume-done", "STEP=JSON", "Assumes that a step took effect and returned this output")
                .long_help(format!("Assumes that {once} took effect and returned this output"))
                .action(ArgAction::Append),
        )
        .arg(
            option("assume-retry", "STEP", "Assumes that a step did not take effect, so that it runs again")
                .action(ArgAction::Append),
        )
        .args(following())
        .args(service())
}

fn fork() -> Command {
    Command::new("fork")
        .about("Starts a run with the input of another, and with its steps before a step")
        .arg(required("run").help("Run: the start of its id, @last or @failed"))
        .arg(option("at", "STEP", "Path of the first step that runs again").required(true))
        .arg(option("run-id", "ID", "Id of the new run"))
        .arg(option("tag", "TAG", "Tag of the new run"))
        .args(following())
        .args(service())
}

fn graph(is_app: bool) -> Command {
    let run = "start of the id of a run, @last or @failed";
    let (about, value, help) = if is_app {
        ("Draws a pipeline or a run", "PIPELINE|RUN", format!("Name of a pipeline, or {run}"))
    } else {
        ("Draws a run", "RUN", format!("The {run}"))
    };
    Command::new("graph")
        .about(about)
        .arg(required("subject").value_name(value).help(help))
        .arg(option("format", "FORMAT", "Format").value_parser(super::FORMATS).default_value("text"))
        .arg(output_file())
        .args(service())
}

fn types(is_app: bool) -> Command {
    let of = if is_app { "the pipelines, or of those of a service" } else { "the pipelines of a service" };
    let command = Command::new("types").about(format!("Writes TypeScript types of {of}")).arg(output_file());
    service().into_iter().fold(command, |command, arg| {
        // `rnbl` has no pipelines of its own.
        let is_required = !is_app && arg.get_id() == "url";
        command.arg(if is_required { arg.help("Service, such as http://127.0.0.1:8000") } else { arg })
    })
}

/// The options that name a service instead of a run log.
pub(super) fn service() -> Vec<Arg> {
    if cfg!(not(feature = "url")) {
        return Vec::new();
    }
    vec![
        option("url", "URL", "Service instead of a run log, such as http://127.0.0.1:8000"),
        option("token", "TOKEN", "Token for the service [env: RUNNABLE_TOKEN]"),
    ]
}

fn init() -> Command {
    Command::new("init")
        .about("Creates a crate with a pipeline, its test and its command line")
        .arg(required("name").help("Name of the crate and of its folder"))
        .arg(
            option("path", "CHECKOUT", "Depends on a checkout of runnable instead of a version")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::DirPath),
        )
}

fn completions() -> Command {
    Command::new("completions")
        .about("Writes completions for a shell")
        .arg(required("shell").value_parser(value_parser!(clap_complete::Shell)))
}

/// The options of commands that follow a run.
fn following() -> [Arg; 2] {
    [
        option("events", "FORM", "Writes the events to stderr")
            .value_parser(["text", "json", "none"])
            .default_value("none"),
        option("progress", "FORM", "Progress on stderr")
            .value_parser(["auto", "bar", "counter", "none"])
            .default_value("auto"),
    ]
}

/// The command that runs a pipeline. Only its help is used.
fn pipeline(name: &'static str, parameters: &'static [ParameterInfo], docs: &'static str) -> Command {
    let (about, long) = (docs.split("\n\n").next().unwrap_or_default(), docs);
    let mut command = Command::new(name)
        .about(about)
        .long_about(long)
        .next_help_heading("Parameters")
        .args(Flag::of(parameters).map(parameter));
    command = command.next_help_heading("Options").args(following());
    command
        .arg(
            option("params", "FILE", "Reads parameters from a file: TOML, YAML or JSON")
                .value_hint(ValueHint::FilePath),
        )
        .arg(option("run-id", "ID", "Id of the run [env: RUNNABLE_RUN_ID]"))
        .arg(option("tag", "TAG", "Tag by which runs can be listed"))
        .after_help(
            "Every parameter can also be written as --param.NAME, as a variable RUNNABLE_PRM_NAME, or in the file.",
        )
}

fn parameter(flag: Flag) -> Arg {
    let name = flag.name();
    let ty: String = flag.0.ty.split_whitespace().collect::<Vec<_>>().join(" ");
    let arg = Arg::new(name.clone()).long(name.clone()).value_name(ty);
    let (arg, form) = match flag.form() {
        Form::Switch => (arg.action(ArgAction::SetTrue), Some(format!("--no-{name} for false"))),
        Form::List => (arg.action(ArgAction::Append), Some("once for each item, or a JSON list".to_owned())),
        Form::Single => (arg.action(ArgAction::Set), None),
    };
    let notes = form.into_iter().chain(flag.0.has_default.then(|| "has a default".to_owned())).collect::<Vec<_>>();
    let notes = if notes.is_empty() { String::new() } else { format!("[{}]", notes.join("; ")) };
    let between = if flag.0.docs.is_empty() || notes.is_empty() { "" } else { " " };
    arg.help(format!("{}{between}{notes}", flag.0.docs))
}

pub(super) fn required(name: &'static str) -> Arg {
    Arg::new(name).required(true).value_name(name.to_uppercase())
}

pub(super) fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

pub(super) fn switch(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

pub(super) fn json() -> Arg {
    switch("json", "Writes JSON")
}

pub(super) fn output_file() -> Arg {
    option("output", "FILE", "Writes to a file instead of stdout")
        .short('o')
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath)
}
