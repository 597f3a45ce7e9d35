//! A case for every rule of the macros, named after the rule.
//!
//! Cases that compile are apart from those that fail: without any that must run, all cases are checked at once.

#[test]
fn ui_fail() {
    trybuild::TestCases::new().compile_fail("tests/ui/*/fail/*.rs");
}

#[test]
fn ui_pass() {
    let cases = trybuild::TestCases::new();
    // Pass cases are also run. `sse` serves forever, so its case only compiles it.
    let examples = [
        "hello",
        "streaming",
        "progress",
        "sequence",
        "parallel",
        "map",
        "typed_events",
        "sub_pipeline",
        "conditional",
        "loop",
        "recovery",
    ];
    for example in examples {
        cases.pass(format!("examples/{example}.rs"));
    }
    cases.pass("tests/ui/*/pass/*.rs");
}
