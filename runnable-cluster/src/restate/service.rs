//! The services of a worker: one for each pipeline that it serves.

use super::live::Host;
use crate::{
    error::{ClusterError, ClusterErrorKind},
    host::Units,
    unit::Unit,
};
use bytes::Bytes;
use restate_sdk::{
    context::RunFuture,
    endpoint::{Builder, ContextInternal, Endpoint, Error as SdkError, ServiceOptions},
    errors::{HandlerError, TerminalError},
    service::{Service, ServiceDefinition, macro_support},
};
use serde_json::json;
use std::time::Duration;

/// The name of the handler that runs a unit of a run.
pub(super) const HANDLER: &str = "run";

/// The name of the handler that runs a unit of an item.
const ITEM_HANDLER: &str = "item";

/// Returns the name of the handler that runs a unit.
pub(super) fn handler(unit: &Unit) -> &'static str {
    if unit.item.is_some() { ITEM_HANDLER } else { HANDLER }
}

/// The code of the error with which Restate reports that an invocation is cancelled.
const CANCELLED: u16 = 409;

/// The time for which Restate keeps the end of a run for clients that ask for it.
const RETENTION: Duration = Duration::from_hours(24);

/// Returns the endpoint with the services of all pipelines.
pub(super) fn endpoint(units: &Units) -> Result<Endpoint, ClusterError> {
    units
        .services()
        .try_fold(Endpoint::builder(), |builder, name| Ok(builder.bind(definition(name, units)?)))
        .map(Builder::build)
}

fn definition(name: &str, units: &Units) -> Result<ServiceDefinition, ClusterError> {
    let any = json!({ "contentType": "application/json" });
    let handlers = [HANDLER, ITEM_HANDLER].map(|name| json!({ "name": name, "input": any, "output": any }));
    let manifest = serde_json::from_value(json!({ "name": name, "ty": "SERVICE", "handlers": handlers }));
    let manifest = manifest.map_err(|error| {
        let message = format!("`{name}` cannot be the name of a service of Restate");
        ClusterError::new(ClusterErrorKind::Invalid, message).with_source(error)
    })?;
    let keep_alive = units.keep_alive();
    let options = ServiceOptions::new()
        // A unit sends a part at least once in this time.
        .inactivity_timeout(keep_alive * 3)
        .abort_timeout(keep_alive)
        .idempotency_retention(RETENTION)
        .journal_retention(RETENTION)
        .retry_policy_initial_interval(Duration::from_millis(50))
        .retry_policy_exponentiation_factor(2.0)
        .retry_policy_max_interval(Duration::from_secs(5))
        // A run waits for its servers and for a worker of its build for as long as it takes.
        .retry_policy_max_attempts(u64::from(u32::MAX))
        .retry_policy_pause_on_max_attempts();
    Ok(macro_support::service_definition(PipelineService { units: units.clone() }, manifest).options(options))
}

/// The service of a pipeline.
#[derive(Clone)]
struct PipelineService {
    units: Units,
}

impl PipelineService {
    /// Runs a unit. Its journal is a sequence of parts and nothing else, so a replay is the same whatever the pipeline does at
    /// the same time.
    async fn run(&self, context: &ContextInternal) -> Result<Bytes, HandlerError> {
        let (input, _) = context.input::<Bytes>().await;
        let unit: Unit = serde_json::from_slice(&input).map_err(|error| {
            TerminalError::new_with_code(400, format!("this is not an order to run a pipeline: {error}"))
        })?;
        let mut host = Host::new(self.units.clone(), unit);
        while !host.is_over() {
            let next = async || Ok(host.next().await?);
            match context.run(next).name("part").await {
                Ok(part) => host.durable(&part)?,
                Err(error) if error.code() == CANCELLED => host.cancel(),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(serde_json::to_vec(&host.outcome().await?)?.into())
    }
}

impl Service for PipelineService {
    type Future = macro_support::ServiceBoxFuture;

    fn handle(&self, context: ContextInternal) -> Self::Future {
        let service = self.clone();
        Box::pin(async move {
            if ![HANDLER, ITEM_HANDLER].contains(&context.handler_name()) {
                return Err(SdkError::unknown_handler(context.service_name(), context.handler_name()));
            }
            let result = service.run(&context).await;
            context.handle_handler_result(result);
            context.end();
            Ok(())
        })
    }
}
