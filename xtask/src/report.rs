//! The summary at the end of `cargo xtask test`.

use crate::{needs::Need, suite::Suite};
use std::collections::BTreeMap;

/// Reasons for which a test may be skipped in any case: no command can install the permission.
const ALLOWED: [&str; 1] = ["a file system cannot be mounted here"];

/// Prints what was not tested and why. Returns whether the run counts as passed.
pub(crate) fn summarize(needs: &[Need], suite: &Suite, no_skips: bool) -> bool {
    println!("\n== Summary ==");
    let missing = needs.iter().filter_map(|need| Some((need.name, need.found.as_ref().err()?)));
    for (name, why) in missing.clone() {
        println!("not available: {name}: {}", why.replace('\n', "\n    "));
    }
    for (reason, times) in counted(&suite.skipped) {
        println!("skipped {times} times: {reason}");
    }
    let whole = missing.count() == 0 && suite.skipped.iter().all(|reason| ALLOWED.contains(&&**reason));
    println!(
        "{}",
        match (suite.passed, whole) {
            (false, _) => "tests failed",
            (true, false) if no_skips => "failed: tests were skipped",
            (true, false) => "all tests that ran passed",
            (true, true) => "all tests passed",
        }
    );
    suite.passed && (whole || !no_skips)
}

fn counted(reasons: &[String]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for reason in reasons {
        *counts.entry(&**reason).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suite(passed: bool, skipped: &[&str]) -> Suite {
        Suite { passed, skipped: skipped.iter().map(|&reason| reason.to_owned()).collect() }
    }

    #[test]
    fn a_skip_fails_only_with_no_skips() {
        let skipped = suite(true, &["PostgreSQL", "PostgreSQL"]);
        assert!(summarize(&[], &skipped, false));
        assert!(!summarize(&[], &skipped, true));
        assert_eq!(counted(&skipped.skipped), [("PostgreSQL", 2)].into());
    }

    #[test]
    fn a_failed_installation_fails_only_with_no_skips() {
        let needs = [Need { name: "a language model", found: Err("no network".to_owned()) }];
        assert!(summarize(&needs, &suite(true, &[]), false));
        assert!(!summarize(&needs, &suite(true, &[]), true));
    }

    #[test]
    fn a_skip_for_lack_of_permission_never_fails() {
        assert!(summarize(&[], &suite(true, &ALLOWED), true));
    }

    #[test]
    fn a_failed_test_fails() {
        assert!(!summarize(&[], &suite(false, &[]), false));
    }
}
