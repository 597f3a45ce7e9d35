//! The workspace's folder, its files and its target directory.

use serde_json::Value;
use std::{
    collections::BTreeMap,
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

/// A crate of the workspace.
#[derive(Clone, Debug, Default)]
pub(crate) struct Package {
    pub(crate) name: String,
    /// The folder, relative to the workspace's.
    pub(crate) folder: String,
    pub(crate) published: bool,
    /// The names of the crates that it depends on, without those of its tests.
    pub(crate) dependencies: Vec<String>,
    pub(crate) features: BTreeMap<String, Vec<String>>,
    /// The names of the text fields that the manifest has.
    pub(crate) fields: Vec<String>,
}

/// Returns the crates of the workspace at `root`, by folder.
///
/// # Errors
/// Returns an error if `cargo metadata` fails.
pub(crate) fn packages(root: &Path) -> Result<Vec<Package>, String> {
    let mut cargo = cargo();
    cargo.args(["metadata", "--no-deps", "--format-version", "1", "--offline"]).current_dir(root);
    let metadata = json(&mut cargo)?;
    let packages = metadata["packages"].as_array().ok_or("`cargo metadata` lists no packages")?;
    let mut packages: Vec<_> = packages.iter().map(|package| read_package(root, package)).collect();
    packages.sort_by(|a, b| a.folder.cmp(&b.folder));
    Ok(packages)
}

fn read_package(root: &Path, package: &Value) -> Package {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let manifest = text(&package["manifest_path"]);
    let folder = Path::new(&manifest).parent().and_then(|folder| folder.strip_prefix(root).ok());
    let fields = package.as_object().into_iter().flatten().filter(|(_, value)| value.is_string());
    let features = package["features"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, enables)| (name.clone(), enables.as_array().into_iter().flatten().map(text).collect()));
    let dependencies = package["dependencies"].as_array().into_iter().flatten();
    let dependencies = dependencies.filter(|dependency| dependency["kind"] != "dev");
    Package {
        name: text(&package["name"]),
        folder: folder.unwrap_or(Path::new("")).display().to_string(),
        published: package["publish"].is_null(),
        dependencies: dependencies.map(|dependency| text(&dependency["name"])).collect(),
        features: features.collect(),
        fields: fields.map(|(name, _)| name.clone()).collect(),
    }
}

/// Returns a command that runs the cargo that runs this program.
///
/// It lacks the variables that `cargo run` sets for this program. The build script of ring reads them, so that ring and
/// everything above it would be built once with them and once without.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if ["CARGO_BIN_", "CARGO_MANIFEST_", "CARGO_PKG_"].iter().any(|start| text.starts_with(start)) {
            cargo.env_remove(&name);
        }
    }
    cargo
}

/// Runs a command and parses its output as JSON.
fn json(command: &mut Command) -> Result<Value, String> {
    let name = command.get_program().display().to_string();
    let output = command.output().map_err(|error| format!("cannot run `{name}`: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{name}` failed: {}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("the output of `{name}` is not JSON: {error}"))
}
