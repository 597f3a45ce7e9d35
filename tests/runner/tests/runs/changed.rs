//! Runs that are resumed with other values than recorded.

use super::*;
use runnable::{Error, ErrorKind};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    hash::{BuildHasherDefault, DefaultHasher, Hasher},
};

mod arms;
mod concurrent;
mod exact;
mod inputs;
mod others;
mod tries;
mod unreached;

/// Values that code outside of the pipelines sets, by the name of their test.
static SETTINGS: Mutex<BTreeMap<String, u32>> = Mutex::new(BTreeMap::new());

fn set(name: &str, value: u32) {
    SETTINGS.lock().expect("not poisoned").insert(name.to_owned(), value);
}

/// Returns the setting of a test; 0 by default.
fn setting(name: &str) -> u32 {
    SETTINGS.lock().expect("not poisoned").get(name).copied().unwrap_or(0)
}

/// Checks that a run was refused as changed, and that the error contains all `parts`.
fn refused(error: &Error, parts: &[&str]) {
    assert_eq!(error.kind(), ErrorKind::Changed, "{error:#}");
    assert!(!error.is_retryable());
    let text = format!("{error:#}");
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in: {text}");
    }
}

/// Does an action, and returns its argument.
#[task(returns = [n])]
async fn pass(name: &str, n: u32) -> Result<u32, String> {
    act(&format!("{name}/pass/{n}"))?;
    Ok(n)
}

#[task(returns = [last])]
async fn finish(name: &str) -> Result<String, String> {
    act(&format!("{name}/finish"))?;
    Ok("done".to_owned())
}

/// Runs `pipeline` until the step `broken` fails.
async fn fail<P: runnable::runner::Runnable>(runner: &Runner, pipeline: P, name: &str, broken: &str) {
    break_at(&format!("{name}/{broken}"));
    let error = runner.run(pipeline).run_id(name).await.map(drop).expect_err("it fails");
    assert_eq!(error.kind(), ErrorKind::Failed, "{error:#}");
    mend(&format!("{name}/{broken}"));
}
