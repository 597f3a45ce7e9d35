//! `init`: creates a crate with a pipeline.

mod name;

use crate::{
    failure::{Failure, Result},
    terminal::stdout_text,
};
use clap::ArgMatches;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The files of a crate. Words in double braces are replaced.
const FILES: [(&str, &str); 4] = [
    ("Cargo.toml", include_str!("template/manifest.toml")),
    ("runnable.toml", include_str!("template/runnable.toml")),
    (".gitignore", include_str!("template/gitignore")),
    ("src/main.rs", include_str!("template/main.rs")),
];

pub(super) fn init(arguments: &ArgMatches) -> Result<()> {
    let name = arguments.get_one::<String>("name").map_or("", String::as_str);
    name::check(name)?;
    let checkout = arguments.get_one::<PathBuf>("path");
    let [runnable, cli] = match checkout {
        Some(checkout) => [in_checkout(checkout, "")?, in_checkout(checkout, "runnable-cli")?],
        None => [version(), version()],
    };
    let folder = Path::new(name);
    create(folder)?;
    for (file, template) in FILES {
        let text = template
            .replace("{{name}}", name)
            .replace("{{rust}}", env!("CARGO_PKG_RUST_VERSION"))
            .replace("{{runnable}}", &runnable)
            .replace("{{runnable-cli}}", &cli);
        let text = if file == "Cargo.toml" { text + &own_workspace(folder) } else { text };
        write(&folder.join(file), &text)?;
    }
    stdout_text(&next(name))
}

/// Returns the commands that follow.
fn next(name: &str) -> String {
    format!(
        "created the crate `{name}`: its pipeline is in {name}/src/main.rs\n\n\
         \x20 cd {name}\n\
         \x20 cargo test\n\
         \x20 cargo run -- run story --hero fox --languages backwards --languages pig-latin\n\
         \x20 cargo run -- runs\n"
    )
}

/// Returns the dependency on the version of this program.
fn version() -> String {
    format!("version = \"{}.{}\"", env!("CARGO_PKG_VERSION_MAJOR"), env!("CARGO_PKG_VERSION_MINOR"))
}

/// Returns the dependency on a crate in a checkout. The path is relative to the folder of the new crate, if it was relative.
fn in_checkout(checkout: &Path, of: &str) -> Result<String> {
    let manifest = checkout.join(of).join("Cargo.toml");
    let expected = if of.is_empty() { "runnable" } else { of };
    let is_crate = |text: String| text.lines().any(|line| line.trim() == format!("name = \"{expected}\""));
    if !fs::read_to_string(&manifest).is_ok_and(is_crate) {
        let found = format!("`{}` is not the manifest of the crate `{expected}`", manifest.display());
        let help = format!("clone {}, and name the clone: `--path ../runnable`", env!("CARGO_PKG_REPOSITORY"));
        return Err(Failure::usage(format!(
            "--path: `{}` is not a checkout of runnable: {found}\nhelp: {help}",
            checkout.display()
        )));
    }
    let path: PathBuf = Path::new("..").join(checkout).join(of).components().collect();
    let path = path.to_str().ok_or_else(|| {
        Failure::usage(format!("--path: a manifest cannot name `{}`: it is not UTF-8", checkout.display()))
    })?;
    // A string of JSON is a string of TOML.
    Ok(format!("path = {}", serde_json::Value::from(path)))
}

/// Creates a folder. An empty folder may exist.
fn create(folder: &Path) -> Result<()> {
    let name = folder.display();
    match fs::read_dir(folder).map(Iterator::count) {
        Ok(0) => {}
        Ok(_) => {
            return Err(Failure::usage(format!(
                "the folder `{name}` exists and is not empty\nhelp: choose another name, or delete the folder"
            )));
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => {
            return Err(Failure::usage(format!(
                "`{name}` cannot be the folder of a crate: {error}\nhelp: choose another name"
            )));
        }
    }
    fs::create_dir_all(folder.join("src"))
        .map_err(|error| Failure::usage(format!("the folder `{name}` cannot be created: {error}")))
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).map_err(|error| Failure::usage(format!("`{}` cannot be written: {error}", file.display())))
}

/// Returns the section that keeps a crate out of the workspace around it. Without the section, cargo refuses a crate that is not
/// a member.
fn own_workspace(folder: &Path) -> String {
    let is_workspace = |folder: &Path| {
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
        manifest.lines().any(|line| line.trim_start().starts_with("[workspace"))
    };
    let folder = folder.canonicalize().unwrap_or_default();
    match folder.ancestors().skip(1).find(|folder| is_workspace(folder)) {
        Some(_) => {
            "\n# Without this section, the workspace of a folder above would have to list the crate.\n[workspace]\n"
        }
        None => "",
    }
    .to_owned()
}
