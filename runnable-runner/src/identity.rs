//! What code a run runs.

use runnable_store::CodeIdentity;
use std::{process::Command, sync::OnceLock};

/// The crate that this is written in, and the commit that is checked out where the process runs: for
/// [`RunnerBuilder::code`](crate::RunnerBuilder::code).
///
/// `git` is asked once per process; without it, or outside of a repository, only the crate is known.
#[macro_export]
macro_rules! code_identity {
    () => {
        $crate::__private::code_identity(::core::env!("CARGO_PKG_NAME"), ::core::env!("CARGO_PKG_VERSION"))
    };
}

/// A crate, and the commit that is checked out where the process runs. [`code_identity!`](crate::code_identity) knows the crate.
#[must_use]
pub fn code_identity(name: &str, version: &str) -> CodeIdentity {
    let (name, version) = (Some(name.to_owned()), Some(version.to_owned()));
    CodeIdentity { name, version, ..checked_out() }
}

/// The commit that is checked out.
pub(crate) fn checked_out() -> CodeIdentity {
    static ONCE: OnceLock<CodeIdentity> = OnceLock::new();
    ONCE.get_or_init(|| CodeIdentity {
        name: None,
        version: None,
        git_sha: git(&["rev-parse", "HEAD"]).filter(|sha| !sha.is_empty()),
        dirty: git(&["status", "--porcelain"]).map(|changes| !changes.is_empty()),
    })
    .clone()
}

fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
