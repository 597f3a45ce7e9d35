//! The identity of the code that runs execute.

use runnable_store::CodeIdentity;
use std::{process::Command, sync::OnceLock};

/// Returns the name and the version of the current crate, and the Git commit in the working directory of the process.
///
/// Pass it to [`RunnerBuilder::code`](crate::RunnerBuilder::code). `git` runs once per process; without `git`, or outside a
/// repository, only the crate is known.
#[macro_export]
macro_rules! code_identity {
    () => {
        $crate::__private::code_identity(::core::env!("CARGO_PKG_NAME"), ::core::env!("CARGO_PKG_VERSION"))
    };
}

/// Returns the identity of a crate; called by [`code_identity!`](crate::code_identity).
#[must_use]
pub fn code_identity(name: &str, version: &str) -> CodeIdentity {
    let CodeIdentity { git_sha, dirty, .. } = checked_out();
    let mut code = CodeIdentity::new(name, version);
    (code.git_sha, code.dirty) = (git_sha, dirty);
    code
}

/// Returns the commit that is checked out in the working directory of the process.
pub(crate) fn checked_out() -> CodeIdentity {
    static ONCE: OnceLock<CodeIdentity> = OnceLock::new();
    ONCE.get_or_init(|| {
        let mut code = CodeIdentity::default();
        code.git_sha = git(&["rev-parse", "HEAD"]).filter(|sha| !sha.is_empty());
        code.dirty = git(&["status", "--porcelain"]).map(|changes| !changes.is_empty());
        code
    })
    .clone()
}

fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
