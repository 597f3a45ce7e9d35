//! Every rule of the macros, as a case named after it.
#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("examples/*.rs");
    cases.pass("tests/ui/*/pass/*.rs");
    cases.compile_fail("tests/ui/*/fail/*.rs");
}
