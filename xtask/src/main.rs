//! The project's own commands: `cargo xtask --help` lists them.

mod api;
mod cluster;
mod cycles;
mod debian;
mod features;
mod invariants;
mod limits;
mod needs;
mod package;
mod prose;
mod report;
mod shell;
mod soak;
mod suite;
mod syntax;
mod test;
mod typos;
mod workspace;

use std::{env, process::ExitCode};

/// A command of `cargo xtask`.
struct Command {
    name: &'static str,
    arguments: &'static str,
    summary: &'static str,
    /// Further lines of `cargo xtask NAME --help`.
    details: &'static str,
    run: fn(&[String]) -> Result<ExitCode, String>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "test",
        arguments: "[--no-skips] [ARGUMENTS OF `cargo test`]",
        summary: "Runs `cargo test` with everything that the tests need, and lists the skipped tests",
        details: test::DETAILS,
        run: test::command,
    },
    Command {
        name: "soak",
        arguments: "[--seed N] [--fraction F]",
        summary: "Runs the kill test and random pipelines for long, from a seed",
        details: soak::DETAILS,
        run: soak::command,
    },
    Command {
        name: "cluster",
        arguments: "[measure [WORD ..]]",
        summary: "Runs the example `cluster` on Restate and NATS, and kills a worker; or measures runs",
        details: cluster::DETAILS,
        run: cluster::command,
    },
    Command {
        name: "prose",
        arguments: "[PATH ..]",
        summary: "Lists phrases in comments, documentation and messages that the style rules out",
        details: prose::DETAILS,
        run: prose::command,
    },
    Command {
        name: "cycles",
        arguments: "[--imports]",
        summary: "Lists import cycles between crates, modules and files",
        details: cycles::DETAILS,
        run: cycles::command,
    },
    Command {
        name: "invariants",
        arguments: "",
        summary: "Checks sizes and single places: `cfg`s, hidden names, lifecycle strings, the version",
        details: invariants::DETAILS,
        run: invariants::command,
    },
    Command {
        name: "typos",
        arguments: "[ARGUMENTS OF `typos`]",
        summary: "Checks the spelling of all files",
        details: typos::DETAILS,
        run: typos::command,
    },
    Command {
        name: "package",
        arguments: "",
        summary: "Packs every crate and checks the lists of packed files",
        details: package::DETAILS,
        run: package::command,
    },
    Command {
        name: "api",
        arguments: "[--update]",
        summary: "Compares the public API of every published crate with its committed listing",
        details: api::DETAILS,
        run: api::command,
    },
    Command {
        name: "features",
        arguments: "[CRATE ..]",
        summary: "Checks every published crate with each of its features alone and with none",
        details: features::DETAILS,
        run: features::command,
    },
];

fn main() -> ExitCode {
    let mut arguments = vec![];
    for argument in env::args_os().skip(1) {
        match argument.into_string() {
            Ok(argument) => arguments.push(argument),
            Err(argument) => return refuse(&format!("`{}` is not valid UTF-8", argument.display())),
        }
    }
    let Some((name, arguments)) = arguments.split_first() else { return refuse("no command was given") };
    if ["help", "--help", "-h"].contains(&&**name) {
        print!("{}", overview());
        return ExitCode::SUCCESS;
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        return refuse(&format!("`{name}` is not a command"));
    };
    if arguments.iter().take_while(|argument| *argument != "--").any(|argument| argument == "--help") {
        println!("usage: cargo xtask {name} {}\n\n{}.\n\n{}", command.arguments, command.summary, command.details);
        return ExitCode::SUCCESS;
    }
    (command.run)(arguments).unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::FAILURE
    })
}

fn refuse(error: &str) -> ExitCode {
    eprintln!("error: {error}\n\n{}", overview());
    ExitCode::from(2)
}

/// Lists the commands, one a line.
fn overview() -> String {
    let width = COMMANDS.iter().map(|command| command.name.len()).max().unwrap_or_default();
    let lines = COMMANDS.iter().map(|command| format!("  {:width$}  {}\n", command.name, command.summary));
    let lines: String = lines.collect();
    format!("usage: cargo xtask COMMAND [ARGUMENTS]\n\n{lines}\n`cargo xtask COMMAND --help` describes a command.\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_line_in_the_overview() {
        let overview = overview();
        assert!(COMMANDS.iter().all(|command| overview.contains(&format!("  {}", command.name))), "{overview}");
        assert!(overview.lines().all(|line| line.len() <= 100), "{overview}");
    }
}
