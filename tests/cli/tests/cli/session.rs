//! The session of a newcomer, whose transcript is in the guide.

use super::{screen::Terminal, support::Room};
use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const BEGIN: &str = "<!-- session -->\n```text\n";
const END: &str = "```\n<!-- end of session -->\n";

/// A newcomer at a terminal.
struct Newcomer {
    room: Room,
    folder: PathBuf,
    transcript: String,
}

impl Newcomer {
    fn start(&mut self, line: &str) -> Terminal {
        let mut words = line.split(' ');
        let program = match words.next() {
            Some("demo") => self.room.path("demo/target/debug/demo"),
            _ => env!("CARGO_BIN_EXE_reader").into(),
        };
        let mut command = Command::new(program);
        command.args(words).current_dir(&self.folder).env("LC_ALL", "C.UTF-8").env("NO_COLOR", "1");
        let _ = writeln!(self.transcript, "$ {line}");
        Terminal::start(&command, 100, 50)
    }

    fn run(&mut self, line: &str) -> String {
        let (status, text) = self.start(line).wait();
        assert!(status.success(), "{line}: {text}");
        let _ = write!(self.transcript, "{text}\n\n");
        text
    }
}

/// Returns a transcript without what differs from one session to the next: times, ids, bars, and the texts at the kill.
fn masked(transcript: &str) -> String {
    let line = |line: &str| {
        let words = line.split_whitespace().map(masked_word).filter(|word| !word.is_empty());
        let words: Vec<_> = words.collect();
        let is_lane = matches!(words.first(), Some(&("├" | "└"))) && words.get(2) == Some(&"translate");
        words[..if is_lane { 3 } else { words.len() }].join(" ") + "\n"
    };
    // The order of the slowest steps, at the end, depends on milliseconds.
    transcript.lines().take_while(|line| !line.starts_with("time ")).map(line).collect()
}

fn masked_word(word: &str) -> &str {
    let is_id = word.len() >= 6 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let is_time = |word: &str| {
        let unit = word.trim_start_matches(|char: char| {
            char.is_ascii_digit() || matches!(char, '.' | ':' | '<' | '+' | '-' | '(')
        });
        unit.len() < word.len() && matches!(unit.trim_end_matches([')', ',']), "" | "ms" | "s" | "m" | "h" | "%")
    };
    match word {
        "ms" | "s" | "min" | "ago" | "now" => "",
        _ if word.chars().all(|char| "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏▏▎▍▌▋▊▉█▒░⫽".contains(char)) => {
            ""
        }
        _ if is_id && word.contains(|char: char| char.is_ascii_digit()) => "ID",
        _ if is_time(word) => "",
        _ => word,
    }
}

fn guide() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/docs/guide/command_line.md")
}

#[test]
fn the_session_of_a_newcomer_is_the_one_of_the_guide() {
    let room = Room::new();
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    std::os::unix::fs::symlink(checkout, room.path("runnable")).unwrap();
    let mut newcomer = Newcomer { folder: room.path(""), room, transcript: String::new() };
    newcomer.run("rnbl init demo --path runnable");
    newcomer.folder = newcomer.room.path("demo");
    // `cargo build` would compile the same program again.
    fs::create_dir_all(newcomer.folder.join("target/debug")).unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_story"), newcomer.folder.join("target/debug/demo")).unwrap();
    let mut killed = newcomer.start("demo run story --hero fox --languages pig-latin --languages shouting");
    killed.until("[1] translate  THERE WAS");
    killed.child.kill().unwrap();
    let (_, text) = killed.wait();
    let _ = writeln!(newcomer.transcript, "{text}\nKilled\n");
    newcomer.run("rnbl runs");
    newcomer.run("demo resume @last");
    newcomer.run("rnbl runs show @last");
    newcomer.run("rnbl runs timeline @last");
    newcomer.run("demo run story --hero wolf --languages pig-latin --languages backwards --run-id wolf");
    let runs = newcomer.run("rnbl runs");
    let fox = runs.lines().last().and_then(|line| line.split(' ').next()).unwrap();
    let differences = newcomer.run(&format!("rnbl runs diff {fox} wolf"));
    assert!(differences.contains("first difference"), "{differences}");
    let page = fs::read_to_string(guide()).unwrap();
    let (before, rest) = page.split_once(BEGIN).expect("the page has the session");
    let (session, after) = rest.split_once(END).expect("the session ends");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(guide(), [before, BEGIN, newcomer.transcript.trim_end(), "\n", END, after].concat()).unwrap();
    } else {
        let (seen, expected) = (masked(newcomer.transcript.trim_end()), masked(session.trim_end()));
        let differs = seen.lines().zip(expected.lines()).find(|(seen, expected)| seen != expected);
        assert!(seen == expected, "{differs:?}; run this test with `UPDATE_DOCS=1`: {}", newcomer.transcript);
    }
}
