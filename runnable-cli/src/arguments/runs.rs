//! The commands that read runs.

use super::tree::{json, option, output_file, required, service, switch};
use clap::{Arg, ArgAction, Command, value_parser};

/// The statuses of runs, for `--status`.
const STATUSES: [&str; 5] = ["running", "succeeded", "failed", "cancelled", "interrupted"];

pub(super) fn runs() -> Command {
    Command::new("runs")
        .about("Lists runs, or shows one")
        .args_conflicts_with_subcommands(true)
        .args(filters())
        .arg(option("limit", "N", "Number of runs").value_parser(value_parser!(u32).range(1..)).default_value("20"))
        .arg(json())
        .arg(switch("watch", "Repeats the list until Ctrl-C"))
        .args(service().into_iter().map(|arg| arg.global(true)))
        .subcommand(Command::new("show").about("Shows a run and its steps").arg(run()).arg(json()))
        .subcommand(
            Command::new("timeline")
                .about("Shows when each step ran")
                .arg(run())
                .arg(option("format", "FORMAT", "Format").value_parser(["text", "html"]).default_value("text"))
                .arg(output_file()),
        )
        .subcommand(
            Command::new("diff")
                .about("Shows the differences between two runs")
                .arg(required("from").value_name("RUN").help("Run to compare with"))
                .arg(required("to").value_name("RUN").help("Run to compare"))
                .arg(json()),
        )
        .subcommand(
            Command::new("events")
                .about("Writes the events of a run")
                .arg(run())
                .arg(
                    option("after", "SEQ", "Number of the last event to skip")
                        .value_parser(value_parser!(u64))
                        .default_value("0"),
                )
                .arg(switch("follow", "Waits for further events").short('f'))
                .arg(json()),
        )
        .subcommand(
            Command::new("cancel")
                .about("Cancels a run, in whichever process it runs")
                .arg(run())
                .arg(option("wait", "TIME", "Time to wait for the end of the run").default_value("30s")),
        )
        .subcommand(
            Command::new("prune")
                .about("Deletes runs that ended some time ago")
                .arg(option("older-than", "TIME", "Time since their end, such as 30d").required(true))
                .arg(switch("yes", "Deletes without asking")),
        )
}

fn run() -> Arg {
    required("run").help("Start of the id, @last or @failed")
}

fn filters() -> [Arg; 5] {
    [
        option("status", "STATUS", "Runs with one of these statuses, with commas between them")
            .value_delimiter(',')
            .action(ArgAction::Append)
            .value_parser(STATUSES),
        option("since", "TIME", "Runs that started in this time, such as 2h, or after this date"),
        option("until", "TIME", "Runs that started before this time, such as 2h ago, or before this date"),
        option("pipeline", "NAME", "Runs of this pipeline"),
        option("tag", "TAG", "Runs with this tag"),
    ]
}
