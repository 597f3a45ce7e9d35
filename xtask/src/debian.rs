//! Programs of a Debian package, unpacked in a folder instead of installed: that needs no permission, and changes nothing
//! outside of the folder.

use crate::shell::{download, run, write_program};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Unpacks a package in the current folder, with those that it depends on and that the machine lacks. The lists of packages
/// are our own: a fresh machine has none.
const UNPACK: &str = r#"set -e
    mkdir -p "$2/partial" cache/archives/partial
    own="-o Dir::State::lists=$2 -o Dir::Cache=$PWD/cache"
    apt-get $own update
    missing=$(apt-get $own --simulate --no-install-recommends install "$1")
    apt-get $own download $(echo "$missing" | sed -n 's/^Inst \([^ ]*\) .*/\1/p')
    for package in *.deb; do dpkg -x "$package" .; done
    rm -r cache *.deb"#;

/// A program and the package that has it.
pub(crate) struct Package {
    pub(crate) name: &'static str,
    /// The path of the program, relative to the root of the file system.
    pub(crate) program: &'static str,
}

impl Package {
    /// Changes if the package must be unpacked again. The distribution chooses the version: it keeps only the newest.
    pub(crate) fn version(&self) -> String {
        format!("{}\n{UNPACK}", self.name)
    }

    /// Unpacks the package in `folder`. Packages share `lists`, the lists of what the distribution has.
    pub(crate) fn unpack(&self, folder: &Path, lists: &Path) -> Result<(), String> {
        eprintln!("unpacking {} in {}", self.name, folder.display());
        download(Command::new("sh").args(["-c", UNPACK, "sh", self.name]).arg(lists).current_dir(folder))
            .map_err(|error| format!("{error}\nhelp: install the package `{}`", self.name))
    }

    /// Returns a program in `folder` that starts the unpacked one with its libraries.
    pub(crate) fn start(&self, folder: &Path) -> Result<PathBuf, String> {
        let start = folder.join("start");
        let mut libraries = vec![];
        for inner in ["lib", "usr/lib"] {
            find_libraries(&folder.join(inner), &mut libraries);
        }
        libraries.sort();
        let text = format!(
            "#!/bin/sh\nLD_LIBRARY_PATH=\"{}\" exec \"{}\" \"$@\"\n",
            libraries.iter().map(|folder| folder.display().to_string()).collect::<Vec<_>>().join(":"),
            folder.join(self.program).display()
        );
        write_program(&start, &text)?;
        run(Command::new(&start).arg("--version"))?;
        Ok(start)
    }
}

/// Adds the folders that have a shared library, `folder` and those inside.
fn find_libraries(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().collect();
    if entries.iter().any(|entry| entry.file_name().to_string_lossy().contains(".so")) {
        found.push(folder.to_owned());
    }
    for entry in entries.iter().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())) {
        find_libraries(&entry.path(), found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unpacked_program_is_started_with_every_folder_of_libraries() {
        let folder = std::env::temp_dir().join(format!("runnable-debian-{}", std::process::id()));
        let inner = folder.join("usr/lib/x86_64-linux-gnu/pulseaudio");
        fs::create_dir_all(&inner).unwrap();
        fs::write(inner.join("libpulsecommon-16.1.so"), "").unwrap();
        write_program(&folder.join("program"), "#!/bin/sh\necho \"$LD_LIBRARY_PATH $1\"\n").unwrap();
        let package = Package { name: "name", program: "program" };
        let output = Command::new(package.start(&folder).unwrap()).arg("--version").output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{} --version\n", inner.display()));
        fs::remove_dir_all(folder).unwrap();
    }
}
