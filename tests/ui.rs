//! Every rule of the macros, as a case named after it.
#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    // A pass case is run, too; `sse` serves for ever, and is compiled as an example.
    for example in ["hello", "streaming", "sequence", "parallel", "map", "typed_events", "sub_pipeline"] {
        cases.pass(format!("examples/{example}.rs"));
    }
    cases.pass("tests/ui/*/pass/*.rs");
    cases.compile_fail("tests/ui/*/fail/*.rs");
}
