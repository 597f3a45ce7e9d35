//! Requests that are made from the OpenAPI document.

use super::{client, say};
use crate::{Server, tasks::Local};
use runnable::{prelude::*, runner::Runner};
use std::collections::BTreeMap;

/// Counts its inputs.
#[task(returns = [count, note])]
async fn tally(numbers: Vec<u8>, names: BTreeMap<String, bool>, note: Option<String>) -> (usize, Option<String>) {
    (numbers.len() + names.len(), note)
}

#[tokio::test]
async fn schemathesis_finds_nothing() {
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    let server = Server::only(runner, |service| service.pipeline::<Local>().pipeline::<Tally>()).await;
    let url = format!("http://{}/openapi.json", server.address);
    let Some(client) = client("schemathesis_client.py", &url) else { return };
    say(client).await;
}
