//! The page of a run, in Chromium if it is installed.

use crate::support::{at, error, run, step};
use base64::Engine as _;
use runnable_store::{RunStatus, StepStatus, json};
use runnable_view::Recording;
use serde_json::{Value, json};
use std::{
    io::{Write as _, stderr},
    path::{Path, PathBuf},
    process::Command,
};

const STEPS: u64 = 10_000;
const EVIL: &str = "</script><script>window.evil = 1</script><img src=x onerror=\"window.evil = 2\"><!--";

/// Returns the page of a run with many steps, the first of which has hostile values.
fn page(steps: u64) -> String {
    let mut run = run(RunStatus::Failed, 10 * steps);
    EVIL.clone_into(&mut run.pipeline);
    run.error = Some(error(EVIL));
    let mut evil = step(&EVIL.replace('/', ""), 1, StepStatus::Failed, 0, 10);
    evil.error.clone_from(&run.error);
    evil.inputs = Some(json(json!({ "text": EVIL }).to_string()).expect("JSON"));
    let mut records = vec![evil];
    records.extend((0..steps).map(|i| {
        let mut step = step(&format!("languages[{i}]/translate"), 1, StepStatus::Succeeded, i * 10, i * 10 + 7);
        step.output = Some(json(format!(r#"{{"translation":"text number {i}, with <b>markup</b>"}}"#)).expect("JSON"));
        step
    }));
    Recording::new(&run, &records, at(0)).model().html()
}

/// Returns the data of a page.
fn data(html: &str) -> Value {
    let data = html.split_once("id=\"data\">").and_then(|(_, rest)| rest.split_once("</script>")).expect("the data").0;
    let bytes = base64::engine::general_purpose::STANDARD.decode(data).expect("Base64");
    let text = miniz_oxide::inflate::decompress_to_vec_zlib(&bytes).expect("zlib");
    serde_json::from_slice(&text).expect("JSON")
}

#[test]
fn a_page_of_10_000_steps_is_small_and_the_same_twice() {
    let html = page(STEPS);
    assert!(html.len() <= 600_000, "{} bytes", html.len());
    assert_eq!(html, page(STEPS));
    let data = data(&html);
    let output = &data["rows"].as_array().and_then(|rows| rows.last()).expect("rows")[4][0][4];
    assert_eq!(*output, json!([["out", r#"{"translation":"text number 9999, with <b>markup</b>"}"#]]), "{data}");
}

#[test]
fn a_page_of_large_values_is_small() {
    let run = run(RunStatus::Succeeded, 10);
    let mut noise = 1_u64;
    let mut text = || {
        let letter = |_| {
            noise = noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from(b'a' + u8::try_from((noise >> 33) % 26).unwrap_or(0))
        };
        (0..5000).map(letter).collect::<String>()
    };
    let mut records: Vec<_> =
        (0..2000).map(|i| step(&format!("items[{i}]/work"), 1, StepStatus::Succeeded, i, i + 1)).collect();
    for step in &mut records {
        step.output = Some(json(json!({ "text": text() }).to_string()).expect("JSON"));
    }
    let html = Recording::new(&run, &records, at(0)).model().html();
    assert!(html.len() <= 600_000, "{} bytes", html.len());
    let rows = &data(&html)["rows"];
    let value =
        rows.as_array().and_then(|rows| rows.last()).expect("rows")[4][0][4][0][1].as_str().expect("a value").len();
    assert!(value > 100, "{value}");
}

#[test]
fn values_cannot_leave_the_data_of_the_page() {
    let html = page(3);
    assert_eq!(html.matches("</script>").count(), 2);
    assert_eq!(html.matches("<script").count(), 2);
    assert!(!html.contains("<img") && !html.contains("<!--") && !html.contains("http:") && !html.contains("https:"));
    assert_eq!(data(&html)["names"][0], EVIL.replace('/', ""));
}

/// Returns the folders of the clients of npm and the program of Chromium, as `cargo xtask test` installs them.
fn installed() -> Option<(PathBuf, PathBuf)> {
    let target = |name: &str| Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name(name);
    let clients = std::env::var_os("RUNNABLE_CLIENTS").map_or_else(|| target("clients"), Into::into);
    let chromium = std::env::var_os("RUNNABLE_CHROMIUM")
        .map_or_else(|| target("chromium-headless-shell").join("start"), Into::into);
    let runs = Command::new(&chromium).arg("--version").output().is_ok_and(|output| output.status.success());
    (runs && clients.join("node_modules/installed").exists()).then_some((clients, chromium))
}

#[test]
fn the_page_works_offline_in_chromium_with_the_keyboard() {
    let Some((clients, chromium)) = installed() else {
        assert!(std::env::var_os("RUNNABLE_REQUIRE_CLIENTS").is_none(), "Chromium is not installed");
        let _ = writeln!(stderr(), "skipped: Chromium is not installed; `cargo xtask test` installs what it can");
        return;
    };
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("timeline.html");
    std::fs::write(&file, page(STEPS)).expect("it is written");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/timeline.mjs");
    let mut node = Command::new("node");
    node.arg(script).arg(clients).arg(file).arg(STEPS.to_string()).env("RUNNABLE_CHROMIUM", chromium);
    let output = node.output().expect("node runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let seen: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    println!("ready after {} ms", seen["ready"]);
    assert_eq!((&seen["requests"], &seen["errors"], &seen["evil"]), (&json!(1), &json!([]), &Value::Null), "{seen}");
    assert_eq!(seen["folded"].as_array().map(Vec::len), Some(2), "{seen}");
    assert!(seen["detail"].as_str().is_some_and(|text| text.starts_with("languages")), "{seen}");
    assert_eq!(seen["unfolded"], json!(2 + 2 * STEPS), "{seen}");
    assert!(seen["elements"].as_u64().is_some_and(|elements| elements < 1_500), "{seen}");
    assert!(seen["found"][0].as_str().is_some_and(|text| text.contains("languages[9999]")), "{seen}");
    assert_eq!(seen["dark"], "rgb(13, 17, 23)");
}
