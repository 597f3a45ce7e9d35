//! `runs`: lists runs, and shows each.

mod cancel;
mod events;
mod list;
mod prune;
mod show;
mod words;

use super::context::Context;
use crate::failure::{Failure, Result};
use clap::ArgMatches;

pub(super) async fn runs(context: &Context, arguments: &ArgMatches) -> Result<()> {
    match arguments.subcommand() {
        None => list::list(context, arguments).await,
        Some(("show", arguments)) => show::show(context, arguments).await,
        Some(("timeline", arguments)) => show::timeline(context, arguments).await,
        Some(("diff", arguments)) => show::diff(context, arguments).await,
        Some(("events", arguments)) => events::events(context, arguments).await,
        Some(("cancel", arguments)) => cancel::cancel(context, arguments).await,
        Some(("prune", arguments)) => prune::prune(context, arguments).await,
        Some((name, _)) => Err(Failure::usage(format!("unknown command `runs {name}`"))),
    }
}
