//! TypeScript types, compiled by the compiler of TypeScript.

use super::support::{Room, done};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// A front end that handles every event of `translate_all`.
const FRONT_END: &str = r#"
import { lifecycleEvent, taskEvent, type Envelope, type Pipelines, type TranslateAll } from "./types.js";

const input: TranslateAll.Input = { prompt: "good morning", languages: ["es"] };

async function start<Name extends keyof Pipelines>(name: Name, input: Pipelines[Name]["input"]): Promise<void> {
  await Promise.resolve([name, input]);
}

function show(envelope: Envelope): string {
  const event = taskEvent("translate_all", envelope);
  if (!event) return lifecycleEvent(envelope)?.type === "run.finished" ? "the end" : "";
  switch (event.step) {
    case "generate":
      switch (event.type) {
        case "chunk":
          return event.data.text;
        case "done":
          return event.data.english;
        default:
          return impossible(event);
      }
    case "languages/translate":
      switch (event.type) {
        case "chunk":
          return `${event.path[0]}: ${event.data.text}`;
        case "done":
          return event.data.translation;
        default:
          return impossible(event);
      }
    default:
      return impossible(event);
  }
}

function impossible(event: never): never {
  throw new Error(`unknown event ${JSON.stringify(event)}`);
}

const event = { v: 1, id: "r:3", seq: 3, run: "r", ts: "", attempt: 1 } as const;
const path = ["languages[2]", "translate"];
const shown = [
  show({ ...event, type: "chunk", path: ["generate"], data: { text: "good" } }),
  show({ ...event, type: "chunk", path, data: { text: "buenos" } }),
  show({ ...event, type: "step.finished", path, data: { outcome: "success" } }),
  show({ ...event, type: "run.finished", path: [], data: { outcome: "success" } }),
];
await start("translate_all", input);
console.log(JSON.stringify(shown));
"#;

/// Returns the compiler, or reports that it is not installed.
fn compiler() -> Option<PathBuf> {
    let default = || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("clients");
    let folder = std::env::var_os("RUNNABLE_CLIENTS").map_or_else(default, PathBuf::from);
    let compiler = folder.join("node_modules/.bin/tsc");
    if compiler.exists() {
        return Some(compiler);
    }
    assert!(std::env::var_os("RUNNABLE_REQUIRE_CLIENTS").is_none(), "`tsc` is not installed");
    let _ = writeln!(std::io::stderr(), "skipped: `tsc` is not installed; `cargo xtask test` installs it");
    None
}

/// Compiles a front end beside the types of the app.
fn compile(compiler: &Path, room: &Room, front_end: &str) -> Output {
    fs::write(room.path("front_end.ts"), front_end).unwrap();
    fs::write(room.path("package.json"), r#"{"type":"module"}"#).unwrap();
    let strict = ["--strict", "--noUnusedLocals", "--noUnusedParameters", "--noUncheckedIndexedAccess"];
    let mut tsc = Command::new(compiler);
    tsc.args(strict).args(["--target", "es2022", "--module", "nodenext", "--types", "", "--lib", "es2022,dom"]);
    tsc.arg(room.path("front_end.ts")).current_dir(room.path("")).output().unwrap()
}

#[test]
fn a_front_end_that_handles_every_event_compiles_and_one_that_lacks_a_case_does_not() {
    let Some(compiler) = compiler() else { return };
    let room = Room::new();
    let written = room.run(&["types", "-o", "types.ts"]);
    assert_eq!((written.code, written.err.as_str()), (Some(0), ""));
    let whole = compile(&compiler, &room, FRONT_END);
    assert!(whole.status.success(), "{}", String::from_utf8_lossy(&whole.stdout));
    let shown = Command::new("node").arg(room.path("front_end.js")).output().unwrap();
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert_eq!(shown, "[\"good\",\"languages[2]: buenos\",\"\",\"the end\"]\n");
    for (case, error) in [
        (
            "        case \"done\":\n          return event.data.english;\n",
            "is not assignable to parameter of type 'never'",
        ),
        (
            "        case \"chunk\":\n          return event.data.text;\n",
            "is not assignable to parameter of type 'never'",
        ),
        (", languages: [\"es\"]", "Property 'languages' is missing"),
    ] {
        assert!(FRONT_END.contains(case), "{case}");
        let refused = compile(&compiler, &room, &FRONT_END.replace(case, ""));
        let said = String::from_utf8_lossy(&refused.stdout).into_owned();
        assert!(!refused.status.success() && said.contains(error), "without {case}: {said}");
    }
    let other = FRONT_END.replace("event.data.english", "event.data.translation");
    let said = String::from_utf8(compile(&compiler, &room, &other).stdout).unwrap();
    assert!(said.contains("Property 'translation' does not exist"), "{said}");
}

#[test]
fn the_types_of_a_service_are_those_of_its_program() {
    let room = Room::new();
    let own = room.run(&["types"]);
    let service = room.serve(&[]);
    for command in [room.rnbl(&["types", "--url", &service.url]), room.app(&["types", "--url", &service.url])] {
        let types = done(command);
        assert_eq!((types.code, types.err.as_str()), (Some(0), ""));
        let sorted = |text: &str| {
            let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        // A service lists its pipelines by name.
        assert_eq!(sorted(&types.out), sorted(&own.out));
    }
    let missing = done(room.rnbl(&["types"]));
    assert_eq!(missing.code, Some(2), "{missing:?}");
    assert!(missing.err.contains("--url http://127.0.0.1:8000"), "{}", missing.err);
}
