//! The workspace's folder, its files and its target directory.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// Returns the workspace's folder.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// Returns the target directory.
pub(crate) fn target() -> PathBuf {
    let named = env::var_os("CARGO_TARGET_DIR").filter(|name| !name.is_empty());
    let named = named.and_then(|name| std::path::absolute(name).ok());
    named.unwrap_or_else(|| root().join("target"))
}

/// Returns the paths of the files that Git tracks or would add, relative to `root`.
///
/// # Errors
/// Returns an error if `git` cannot be run or fails.
pub(crate) fn tracked(root: &Path) -> Result<Vec<String>, String> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root);
    let output = git.output().map_err(|error| format!("cannot run `git`: {error}"))?;
    if !output.status.success() {
        return Err(format!("`git ls-files` failed: {}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    let paths = String::from_utf8_lossy(&output.stdout);
    Ok(paths.split('\0').filter(|path| !path.is_empty() && root.join(path).is_file()).map(str::to_owned).collect())
}
