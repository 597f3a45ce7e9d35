//! `types`: TypeScript types of pipelines.

use super::{context::Context, graph::write};
use crate::{
    failure::{Failure, Result},
    launch::Pipeline,
    terminal::stderr_line,
    types::{Described, module},
};
use clap::ArgMatches;

pub(super) async fn types(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let pipelines = described(context).await?;
    let partial: Vec<_> = pipelines.iter().filter(|pipeline| !pipeline.is_whole()).collect();
    for pipeline in &partial {
        stderr_line(&format!(
            "note: a type of `{}` has no JSON Schema, so that its types are `unknown`",
            pipeline.name
        ));
    }
    if !partial.is_empty() {
        stderr_line(
            "help: enable the feature `schema` of `runnable`, and derive `schemars::JsonSchema` for the types of parameters, \
             returns and events",
        );
    }
    write(arguments, &module(&pipelines))
}

async fn described(context: &Context) -> Result<Vec<Described>> {
    #[cfg(feature = "url")]
    if let Some(service) = context.service()? {
        return service.described().await;
    }
    if !context.program.is_app() {
        return Err(Failure::usage("a service is missing\nhelp: write its address: `--url http://127.0.0.1:8000`"));
    }
    let of = |pipeline: &Pipeline| Described {
        name: pipeline.name.to_owned(),
        docs: pipeline.docs.to_owned(),
        graph: (pipeline.graph)(),
        schemas: (pipeline.schemas)(),
    };
    Ok(context.pipelines().iter().map(of).collect())
}
