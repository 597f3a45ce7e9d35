//! A case for every rule of the macros, named after the rule.
//!
//! Cases that compile are apart from those that fail: without any that must run, all cases are checked at once.

use std::{fs, path::Path, sync::Once};

/// The cases without debug information: their dependencies, which are built apart from those of the workspace, take a
/// third of the room and of the time.
fn cases() -> trybuild::TestCases {
    static CONFIGURED: Once = Once::new();
    CONFIGURED.call_once(|| {
        let cargo = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("tests").join("trybuild/.cargo");
        fs::create_dir_all(&cargo).expect("the target directory can be written");
        fs::write(cargo.join("config.toml"), "[profile.dev]\ndebug = false\n").expect("the folder was made");
    });
    trybuild::TestCases::new()
}

#[test]
fn ui_fail() {
    cases().compile_fail("tests/ui/*/fail/*.rs");
}

#[test]
fn ui_pass() {
    let cases = cases();
    // Pass cases are also run. `sse` serves forever, so its case only compiles it.
    let examples = [
        "hello",
        "streaming",
        "progress",
        "sequence",
        "parallel",
        "map",
        "rows",
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
