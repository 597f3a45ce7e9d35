//! Every rule of the macros, as a case named after it.
#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    // A pass case is run, too; `sse` serves for ever, so that its case compiles it without running it.
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
    cases.compile_fail("tests/ui/*/fail/*.rs");
}
