//! Names do not leave the workspace.

use runnable_store::{StoreErrorKind, catalog::Workspace};
use std::{fs, path::Path};
use tempfile::TempDir;

fn workspace(files: &[&str]) -> (TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("root");
    for file in files {
        write(&root.join(file));
    }
    let workspace = Workspace::open(&root).unwrap();
    (folder, workspace)
}

fn write(file: &Path) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, "x").unwrap();
}

fn names(workspace: &Workspace, globs: &[&str]) -> Vec<String> {
    workspace.find(globs).unwrap().into_iter().map(|found| found.name).collect()
}

#[test]
fn a_name_that_leaves_the_folder_is_refused() {
    let (_folder, workspace) = workspace(&[]);
    for name in [
        "",
        "..",
        "../x",
        "a/../../x",
        "a/..",
        "./x",
        "/etc/passwd",
        "//x",
        "a//b",
        "a/",
        "C:/x",
        "c:x",
        "a\\b",
        "a\0b",
    ] {
        let error = workspace.resolve(name).unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Invalid, "{name:?}");
        assert!(error.to_string().contains("not a valid file name") && !error.to_string().contains('\0'), "{error}");
        assert_eq!(workspace.find(&[name]).unwrap_err().kind(), StoreErrorKind::Invalid, "{name:?}");
    }
    for name in ["a", "a/b.csv", "..a", "a..b/c", ".hidden", "a b/ü.txt"] {
        assert_eq!(workspace.resolve(name).unwrap(), workspace.root().join(name));
    }
}

#[cfg(unix)]
#[test]
fn a_symlink_that_leaves_the_folder_is_refused_anywhere_in_a_name() {
    use std::os::unix::fs::symlink;

    let (folder, workspace) = workspace(&["in/file.csv"]);
    let root = workspace.root().to_owned();
    write(&folder.path().join("outside/file.csv"));
    symlink(folder.path().join("outside"), root.join("out")).unwrap();
    symlink(folder.path().join("outside/file.csv"), root.join("link.csv")).unwrap();
    symlink(folder.path().join("nothing"), root.join("dangling")).unwrap();
    symlink("out", root.join("twice")).unwrap();
    symlink("loop", root.join("loop")).unwrap();
    for name in
        ["out", "out/file.csv", "out/new/file.csv", "link.csv", "dangling", "dangling/x", "twice/file.csv", "loop"]
    {
        assert_eq!(workspace.resolve(name).unwrap_err().kind(), StoreErrorKind::Invalid, "{name}");
    }
    for glob in ["out/*.csv", "*.csv", "twice/**", "link.csv"] {
        let error = workspace.find(&[glob]).unwrap_err();
        assert!(error.kind() == StoreErrorKind::Invalid && error.to_string().contains("symlink"), "{glob}: {error}");
    }
    assert_eq!(names(&workspace, &["**/file.csv"]), ["in/file.csv"]);

    symlink("in", root.join("latest")).unwrap();
    assert_eq!(workspace.resolve("latest/file.csv").unwrap(), root.join("in/file.csv"));
    assert_eq!(names(&workspace, &["latest/*.csv"]), ["latest/file.csv"]);
}

#[test]
fn patterns_find_files_sorted_each_once() {
    let files = ["out/b.csv", "out/a.csv", "out/deep/c.csv", "out/a.txt", "model.bin", "out/[1].csv"];
    let (_folder, workspace) = workspace(&files);
    assert_eq!(names(&workspace, &["out/*.csv"]), ["out/[1].csv", "out/a.csv", "out/b.csv"]);
    assert_eq!(names(&workspace, &["model.bin", "**/a.*", "out/a.csv"]), ["model.bin", "out/a.csv", "out/a.txt"]);
    assert_eq!(names(&workspace, &["out/**/*.csv"]).len(), 4);
    assert_eq!(names(&workspace, &["out/{a,b}.csv"]), ["out/a.csv", "out/b.csv"]);
    assert_eq!(names(&workspace, &["out/[[]1].csv"]), ["out/[1].csv"]);
    assert_eq!(names(&workspace, &["**"]).len(), 6);
    assert_eq!(names(&workspace, &["*/?.txt"]), ["out/a.txt"]);
}

#[test]
fn a_pattern_that_matches_nothing_names_itself_and_the_folder() {
    let (_folder, workspace) = workspace(&["out/a.csv"]);
    for glob in ["out/*.parquet", "nothing/*.csv", "nothing.csv", "out/a.csv/*", "*"] {
        let error = workspace.find(&["out/a.csv", glob]).unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::NotFound, "{glob}: {error}");
        assert!(error.to_string().contains(glob), "{error}");
        assert!(error.to_string().contains(&*workspace.root().to_string_lossy()), "{error}");
    }
    assert_eq!(workspace.find(&["out/[a"]).unwrap_err().kind(), StoreErrorKind::Invalid);
    let folder = workspace.find(&["out"]).unwrap_err();
    assert!(folder.to_string().contains("out/**"), "{folder}");
    assert_eq!(workspace.find(&[]).unwrap(), []);
}

#[test]
fn wildcards_do_not_match_hidden_files_and_ignored_folders() {
    let (_folder, workspace) = workspace(&["a", ".git/config", "out/.tmp", "catalog/blobs/x"]);
    let catalog = workspace.root().join("catalog");
    let workspace = workspace.ignore(catalog);
    assert_eq!(names(&workspace, &["**"]), ["a"]);
    assert_eq!(names(&workspace, &["out/.*"]), ["out/.tmp"]);
    assert_eq!(names(&workspace, &[".git/*"]), [".git/config"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf8_is_an_error_only_if_it_matches() {
    use std::os::unix::ffi::OsStrExt;

    let (_folder, workspace) = workspace(&["a.txt"]);
    write(&workspace.root().join(std::ffi::OsStr::from_bytes(b"b\xFF.csv")));
    assert_eq!(names(&workspace, &["*.txt"]), ["a.txt"]);
    let error = workspace.find(&["*.csv"]).unwrap_err();
    assert!(error.kind() == StoreErrorKind::Invalid && error.to_string().contains("UTF-8"), "{error}");
}

#[test]
fn a_missing_folder_is_created_and_a_file_is_refused() {
    let (folder, _) = workspace(&["a"]);
    assert!(Workspace::open(folder.path().join("new/er")).unwrap().root().is_dir());
    assert_eq!(Workspace::open(folder.path().join("root/a")).unwrap_err().kind(), StoreErrorKind::Invalid);
}
