//! What is told at the end.

use crate::{needs::Need, suite::Suite};
use std::collections::BTreeMap;

/// Why a test may be skipped all the same: no command can install the right to do this.
const ALLOWED: [&str; 1] = ["a file system cannot be mounted here"];

/// Tells what was not tested and why; whether all is well.
pub(crate) fn tell(needs: &[Need], suite: &Suite, no_skips: bool) -> bool {
    println!("\n== Summary ==");
    let missing = needs.iter().filter_map(|need| Some((need.name, need.found.as_ref().err()?)));
    for (name, why) in missing.clone() {
        println!("not to be had: {name}: {}", why.replace('\n', "\n    "));
    }
    for (reason, times) in counted(&suite.skipped) {
        println!("skipped {times} times: {reason}");
    }
    let whole = missing.count() == 0 && suite.skipped.iter().all(|reason| ALLOWED.contains(&&**reason));
    println!(
        "{}",
        match (suite.passed, whole) {
            (false, _) => "tests failed",
            (true, false) if no_skips => "failed, since tests were skipped",
            (true, false) => "what was tested passed",
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
    fn a_skip_fails_only_where_none_is_wanted() {
        let skipped = suite(true, &["PostgreSQL", "PostgreSQL"]);
        assert!(tell(&[], &skipped, false));
        assert!(!tell(&[], &skipped, true));
        assert_eq!(counted(&skipped.skipped), [("PostgreSQL", 2)].into());
    }

    #[test]
    fn what_could_not_be_installed_fails_where_no_skip_is_wanted() {
        let needs = [Need { name: "a language model", found: Err("no network".to_owned()) }];
        assert!(tell(&needs, &suite(true, &[]), false));
        assert!(!tell(&needs, &suite(true, &[]), true));
    }

    #[test]
    fn what_nobody_can_install_may_be_skipped() {
        assert!(tell(&[], &suite(true, &ALLOWED), true));
    }

    #[test]
    fn tests_that_fail_fail() {
        assert!(!tell(&[], &suite(false, &[]), false));
    }
}
