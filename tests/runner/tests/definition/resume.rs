//! Runs that another version of their pipeline resumes.

use runnable::{
    prelude::*,
    runner::Runner,
    store::{StoreError, StoreErrorKind},
};
use std::error::Error as _;

mod before {
    use super::*;

    #[task(returns = [total])]
    pub async fn charge(amount: u32, fee: u32) -> Result<u32, String> {
        Err(format!("{amount} and {fee} are too much"))
    }

    pipeline! {
        pub fn order(amount: u32, fee: u32 = 5) -> [total] { charge }
    }
}

mod after {
    use super::*;

    #[task(returns = [total])]
    pub async fn charge(amount: u32, fee: u32) -> u32 {
        amount + fee
    }

    pipeline! {
        pub fn order(amount: u32, fee: u32 = 5) -> [total] { charge(fee = fee + 50) }
    }
}

#[tokio::test]
async fn a_changed_binding_is_refused_with_the_difference() {
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    runner.run(before::order(1, 2)).run_id("order-1").await.expect_err("it fails");
    let error = runner.resume::<after::Order>("order-1").await.expect_err("it has changed");
    let cause = error.source().and_then(|cause| cause.downcast_ref::<StoreError>());
    assert_eq!(cause.map(StoreError::kind), Some(StoreErrorKind::Changed), "{error:#}");
    let text = format!("{error:#}");
    assert!(text.contains("\n-   charge: charge(amount = amount, fee = fee) -> [total]"), "{text}");
    assert!(text.contains("\n+   charge: charge(amount = amount, fee = fee + 50) -> [total]"), "{text}");
    let error = runner.fork::<after::Order>("order-1", "charge").await.expect_err("it has changed");
    assert!(format!("{error:#}").contains("another version"), "{error:#}");
}

#[tokio::test]
async fn the_recorded_hash_is_that_of_the_lines() {
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    runner.run(after::order(1, 2)).run_id("order-1").await.expect("it succeeds");
    let log = runner.log().expect("a log");
    let record = log.run("order-1").await.expect("it can be read").expect("it is there");
    let lines = super::lines::<after::Order>();
    assert_eq!(record.definition_hash, blake3::hash(lines.as_bytes()).to_hex().to_string());
    let recorded = log.definition(&record.definition_hash).await.expect("it can be read").expect("it is there");
    let recorded: Vec<String> = serde_json::from_str(recorded.get()).expect("lines");
    assert_eq!(recorded.join("\n"), lines);
}
