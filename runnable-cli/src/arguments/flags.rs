//! Reads the arguments of `run NAME`. Every problem is reported, not only the first.

use super::parameter::{Flag, Form, OWN};
use runnable_graph::__private::did_you_mean;
use runnable_runner::ParameterInfo;
use std::{ffi::OsString, path::PathBuf};

/// The form in which events are written to stderr.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Events {
    /// A line for each event.
    Text,
    /// An envelope for each event.
    Json,
    #[default]
    None,
}

/// The form of the progress on stderr.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum ProgressForm {
    /// Bars on a terminal, a counter otherwise, and nothing if events are written.
    #[default]
    Auto,
    Bar,
    Counter,
    None,
}

impl Events {
    const NAMES: [(&'static str, Self); 3] = [("text", Self::Text), ("json", Self::Json), ("none", Self::None)];

    /// Returns the form with this name, or the default.
    pub(crate) fn from_name(name: &str) -> Self {
        Self::NAMES.iter().find(|(other, _)| *other == name).map_or_else(Self::default, |(_, form)| *form)
    }
}

impl ProgressForm {
    const NAMES: [(&'static str, Self); 4] =
        [("auto", Self::Auto), ("bar", Self::Bar), ("counter", Self::Counter), ("none", Self::None)];

    /// Returns the form with this name, or the default.
    pub(crate) fn from_name(name: &str) -> Self {
        Self::NAMES.iter().find(|(other, _)| *other == name).map_or_else(Self::default, |(_, form)| *form)
    }
}

/// The arguments of `run NAME`.
#[derive(Debug, Default)]
pub(crate) struct RunFlags {
    pub(crate) config: Option<PathBuf>,
    pub(crate) log: Option<String>,
    pub(crate) params: Option<PathBuf>,
    pub(crate) run_id: Option<String>,
    pub(crate) tag: Option<String>,
    pub(crate) events: Events,
    pub(crate) progress: ProgressForm,
    pub(crate) help: bool,
    /// The texts of each parameter, in the order in which they were written.
    pub(crate) values: Vec<(Flag, Vec<String>)>,
    pub(crate) problems: Vec<String>,
}

impl RunFlags {
    /// Reads the arguments that follow the name of a pipeline with these parameters.
    pub(crate) fn read(parameters: &'static [ParameterInfo], arguments: Vec<OsString>) -> Self {
        let flags: Vec<Flag> = Flag::of(parameters).collect();
        let (mut read, mut rest) = (Self::default(), arguments.into_iter().peekable());
        let mut seen: Vec<String> = Vec::new();
        while let Some(argument) = rest.next() {
            let Some(text) = argument.to_str() else {
                read.problems.push(format!("{}: expected text, found invalid UTF-8", argument.to_string_lossy()));
                continue;
            };
            if text == "-h" || text == "--help" {
                read.help = true;
                continue;
            }
            let Some(name) = text.strip_prefix("--").filter(|name| !name.is_empty()) else {
                read.problems
                    .push(format!("unexpected argument `{text}`: parameters are flags, such as `--name {text}`"));
                continue;
            };
            let (name, value) =
                name.split_once('=').map_or((name, None), |(name, value)| (name, Some(value.to_owned())));
            let flag = flags.iter().find(|flag| flag.is(name)).copied();
            if let Some(flag) = flag.filter(|flag| flag.form() == Form::Switch) {
                read.add(flag, value.unwrap_or_else(|| "true".to_owned()));
                continue;
            }
            if flag.is_none()
                && let Some(flag) = switched_off(&flags, name)
            {
                match value {
                    None => read.add(flag, "false".to_owned()),
                    Some(_) => read.problems.push(format!("--{name}: takes no value")),
                }
                continue;
            }
            if flag.is_none() && !OWN.contains(&name) {
                read.problems.push(unknown(&flags, name));
                // The value of an unknown flag is not another problem.
                rest.next_if(|next| value.is_none() && !is_flag(next));
                continue;
            }
            let next = value.map(OsString::from).or_else(|| rest.next_if(|next| !is_known(&flags, next)));
            let Some(value) = next else {
                let flag = flag.map_or_else(|| name.to_owned(), Flag::name);
                read.problems.push(format!("--{flag}: a value is missing"));
                continue;
            };
            match flag {
                Some(flag) => match value.into_string() {
                    Ok(value) => read.add(flag, value),
                    Err(_) => read.problems.push(format!("--{name}: expected text, found invalid UTF-8")),
                },
                None if seen.iter().any(|other| other == name) => {
                    read.problems.push(format!("--{name}: is given twice"));
                }
                None => {
                    seen.push(name.to_owned());
                    read.own(name, value);
                }
            }
        }
        read
    }

    fn add(&mut self, flag: Flag, value: String) {
        match self.values.iter_mut().find(|(other, _)| other.0.name == flag.0.name) {
            Some((_, values)) => values.push(value),
            None => self.values.push((flag, vec![value])),
        }
    }

    /// Reads the value of a flag of `run` itself.
    fn own(&mut self, name: &str, value: OsString) {
        match name {
            "config" => self.config = Some(value.into()),
            "params" => self.params = Some(value.into()),
            _ => {
                let Ok(text) = value.into_string() else {
                    return self.problems.push(format!("--{name}: expected text, found invalid UTF-8"));
                };
                self.own_text(name, text);
            }
        }
    }

    fn own_text(&mut self, name: &str, text: String) {
        match name {
            "log" => self.log = Some(text),
            "run-id" if text.is_empty() => {
                self.problems.push("--run-id: expected an id, found an empty text".to_owned());
            }
            "run-id" => self.run_id = Some(text),
            "tag" => self.tag = Some(text),
            "events" => match choice(name, &text, &Events::NAMES) {
                Ok(events) => self.events = events,
                Err(problem) => self.problems.push(problem),
            },
            _ => match choice(name, &text, &ProgressForm::NAMES) {
                Ok(form) => self.progress = form,
                Err(problem) => self.problems.push(problem),
            },
        }
    }
}

fn choice<T: Copy>(flag: &str, text: &str, choices: &[(&str, T)]) -> Result<T, String> {
    if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == text) {
        return Ok(*choice);
    }
    let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
    let help = did_you_mean(text, &names).map_or_else(String::new, |help| format!("; {help}"));
    Err(format!("--{flag}: expected `{}`, found `{text}`{help}", names.join("`, `")))
}

/// Returns the switch that `--no-name` switches off.
fn switched_off(flags: &[Flag], name: &str) -> Option<Flag> {
    let name = name.strip_prefix("no-").or_else(|| name.strip_prefix("no_"))?;
    flags.iter().find(|flag| flag.form() == Form::Switch && flag.is(name)).copied()
}

fn unknown(flags: &[Flag], name: &str) -> String {
    let known = flags.iter().map(|flag| flag.name()).chain(OWN.map(str::to_owned)).map(|name| format!("--{name}"));
    let help = did_you_mean(&format!("--{name}"), known);
    format!("--{name}: unknown parameter{}", help.map_or_else(String::new, |help| format!("; {help}")))
}

fn is_flag(argument: &OsString) -> bool {
    argument.to_str().is_some_and(|text| text.starts_with("--"))
}

/// Returns true for a known flag, which is then not the value of another. Other texts may begin with `-`, such as `-5`.
fn is_known(flags: &[Flag], argument: &OsString) -> bool {
    let Some(name) = argument.to_str().and_then(|text| text.strip_prefix("--")) else { return false };
    let name = name.split('=').next().unwrap_or_default();
    OWN.contains(&name) || flags.iter().any(|flag| flag.is(name)) || switched_off(flags, name).is_some()
}
