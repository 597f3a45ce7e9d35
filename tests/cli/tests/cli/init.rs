//! `rnbl init`: the crate that it creates, and its refusals.

use super::support::{Done, Room, done};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

fn init(room: &Room, arguments: &[&str]) -> Done {
    done(room.rnbl(&[&["init"], arguments].concat()))
}

/// Resolves the manifest of a crate in a room, offline, with the versions of this project.
fn metadata(room: &Room, name: &str) -> serde_json::Value {
    fs::copy(checkout().join("Cargo.lock"), room.path(name).join("Cargo.lock")).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--format-version", "1", "--offline"]).current_dir(room.path(name));
    let metadata = done(cargo);
    assert_eq!(metadata.code, Some(0), "{}", metadata.err);
    serde_json::from_str(&metadata.out).unwrap()
}

#[test]
fn a_created_crate_is_the_one_whose_tests_run_here() {
    let room = Room::new();
    let checkout = checkout();
    let created = init(&room, &["demo", "--path", checkout.to_str().unwrap()]);
    assert_eq!((created.code, &*created.err), (Some(0), ""));
    assert!(created.out.contains("  cd demo\n  cargo test\n  cargo run -- run story "), "{}", created.out);
    let template = checkout.join("runnable-cli/src/commands/init/template");
    let text = |path: &Path| fs::read_to_string(path).unwrap();
    assert_eq!(text(&room.path("demo/src/main.rs")), text(&template.join("main.rs")));
    let metadata = metadata(&room, "demo");
    let is_demo = |package: &&serde_json::Value| package["name"] == "demo";
    let demo = metadata["packages"].as_array().unwrap().iter().find(is_demo).unwrap();
    assert_eq!(demo["targets"][0]["kind"][0], "bin");
    // The manifest of this package has the same crates, or the program would not compile there.
    let names: BTreeSet<_> =
        demo["dependencies"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert_eq!(names, BTreeSet::from(["runnable", "runnable-cli", "serde", "tokio"]));
    let files: BTreeSet<_> =
        fs::read_dir(room.path("demo")).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(
        files,
        BTreeSet::from([".gitignore", "Cargo.lock", "Cargo.toml", "runnable.toml", "src"].map(str::to_owned))
    );
}

#[test]
fn a_created_crate_depends_on_the_version_of_the_program() {
    let room = Room::new();
    assert_eq!(init(&room, &["demo"]).code, Some(0));
    let manifest = fs::read_to_string(room.path("demo/Cargo.toml")).unwrap();
    let [major, minor, ..] = env!("CARGO_PKG_VERSION").split('.').collect::<Vec<_>>()[..] else { panic!() };
    assert!(manifest.contains(&format!("runnable-cli = {{ version = \"{major}.{minor}\" }}\n")), "{manifest}");
    assert!(!manifest.contains("{{") && !manifest.contains("[workspace]"), "{manifest}");
}

#[test]
fn the_path_of_a_checkout_may_be_relative() {
    let room = Room::new();
    std::os::unix::fs::symlink(checkout(), room.path("it's a \"clone\"")).unwrap();
    assert_eq!(init(&room, &["demo", "--path", "./it's a \"clone\""]).code, Some(0));
    let manifest = fs::read_to_string(room.path("demo/Cargo.toml")).unwrap();
    assert!(manifest.contains(r#"{ path = "../it's a \"clone\"/runnable-cli" }"#), "{manifest}");
    metadata(&room, "demo");
}

#[test]
fn a_crate_inside_a_workspace_is_a_workspace_of_its_own() {
    let room = Room::new();
    fs::write(room.path("Cargo.toml"), "[workspace]\nmembers = []\n").unwrap();
    assert_eq!(init(&room, &["demo", "--path", checkout().to_str().unwrap()]).code, Some(0));
    metadata(&room, "demo");
}

#[test]
fn an_empty_folder_may_exist() {
    let room = Room::new();
    fs::create_dir(room.path("demo")).unwrap();
    assert_eq!(init(&room, &["demo"]).code, Some(0));
}

#[test]
fn each_refusal_of_init_has_its_message_and_changes_nothing() {
    let room = Room::new();
    fs::create_dir_all(room.path("full/.git")).unwrap();
    fs::write(room.path("file"), "").unwrap();
    fs::create_dir_all(room.path("other")).unwrap();
    fs::write(room.path("other/Cargo.toml"), "[package]\nname = \"other\"\n").unwrap();
    for (arguments, text) in [
        (&["full"][..], "the folder `full` exists and is not empty\nhelp: "),
        (&["file"], "`file` cannot be the folder of a crate: Not a directory"),
        (&["my app"], "a crate cannot have the name `my app`: it contains ` `\nhelp: did you mean `my-app`?"),
        (&["../demo"], "it is a path\nhelp: did you mean `demo`?"),
        (&["tokio"], "did you mean `tokio-app`?"),
        (&["a\u{1b}[2J"], "it contains `\\u{1b}`"),
        (&["demo", "--path", "missing"], "--path: `missing` is not a checkout of runnable: `missing/Cargo.toml`"),
        (&["demo", "--path", "other"], "is not the manifest of the crate `runnable`\nhelp: clone https://"),
        (&[], "<NAME>"),
    ] {
        let refused = init(&room, arguments);
        assert_eq!((refused.code, &*refused.out), (Some(2), ""), "{arguments:?}: {}", refused.err);
        assert!(refused.err.contains(text), "{arguments:?}: {}", refused.err);
    }
    let files: BTreeSet<_> = fs::read_dir(room.path("")).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(files, BTreeSet::from(["file", "full", "other"].map(Into::into)));
}

#[test]
fn the_command_line_of_a_crate_has_no_init() {
    let room = Room::new();
    let done = room.run(&["init", "demo"]);
    assert_eq!(done.code, Some(2), "{}", done.out);
}
