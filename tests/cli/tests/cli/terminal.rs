//! Programs on a terminal: their screens, and how often they draw.

use super::{
    screen::Terminal,
    support::{Room, until},
};
use std::time::{Duration, Instant};

/// Waits until the screen has a text this number of times; returns the screen with the same time, and the same turn of its
/// spinner, whenever it is read.
fn screen(terminal: &Terminal, text: &str, times: usize) -> String {
    until(&format!("a screen with {text:?}"), || terminal.text().matches(text).count() == times);
    let turns = |char| if "⠙⠹⠸⠼⠴⠦⠧⠇⠏".contains(char) { '⠋' } else { char };
    let screen: String = terminal.text().chars().map(turns).collect();
    (1..10).fold(screen, |screen, second| screen.replace(&format!("0:0{second}"), "0:00"))
}

/// Starts the app on a terminal.
fn start(room: &Room, arguments: &[&str], (columns, rows): (u16, u16)) -> Terminal {
    Terminal::start(&room.app(&[&["run"], arguments].concat()), columns, rows)
}

const CTRL_C: u8 = 3;
const SIZES: [(u16, u16); 2] = [(80, 24), (200, 50)];

/// Runs the app until its screen has a text, cancels the run, and compares the screen before with a snapshot. Lines of steps
/// that have ended are left out: they have times.
fn check_frame(name: &str, arguments: &[&str], text: &str, times: usize) {
    for size in SIZES {
        let room = Room::new();
        let terminal = start(&room, arguments, size);
        let screen = screen(&terminal, text, times);
        terminal.press(CTRL_C);
        assert_eq!(terminal.wait().0.code(), Some(130));
        let frame: Vec<_> = screen.lines().filter(|line| !line.starts_with(" ✓")).collect();
        insta::assert_snapshot!(format!("{name}_{}", size.0), frame.join("\n"));
    }
}

#[test]
fn the_items_of_a_map_have_a_bar_and_lanes() {
    // A single word: each lane stays as it is for a while.
    let text = "good-morning,-this-text-is-longer-than-a-narrow-terminal,-but-not-longer-than-a-wide-one";
    let languages = r#"["es", "fr", "de"]"#;
    let arguments = ["translate_all", "--prompt", text, "--languages", languages, "--millis", "1000"];
    check_frame("map", &arguments, "wide-one", 3);
}

#[test]
fn a_step_shows_its_text_its_progress_or_its_attempt() {
    check_frame(
        "text",
        &["translate_all", "--prompt", "one two", "--languages", "es", "--millis", "500"],
        "one two",
        1,
    );
    check_frame("progress", &["load_pages", "--millis", "500"], "page 1", 1);
    check_frame("attempt", &["retried", "--millis", "500"], "attempt 2/3", 1);
}

#[test]
fn many_items_are_shown_in_eight_lines() {
    let gos: Vec<_> = (0..30).map(|go| format!("--gos=go{go}")).collect();
    let arguments: Vec<_> = ["wait_all"].into_iter().chain(gos.iter().map(String::as_str)).collect();
    for size in SIZES {
        let room = Room::new();
        for go in 0..6 {
            std::fs::write(room.path(&format!("go{go}")), "").unwrap();
        }
        let terminal = start(&room, &arguments, size);
        let screen = screen(&terminal, "6/30", 1);
        assert_eq!(screen.trim_end().lines().count(), 8, "{screen}");
        insta::assert_snapshot!(format!("many_{}", size.0), screen);
        terminal.press(CTRL_C);
        terminal.wait();
    }
}

#[test]
fn the_length_of_a_list_that_a_step_returned_is_the_length_of_its_map() {
    for arguments in [&["wait_words", "--text", "a b c"][..], &["wait_words", "--text", "a b c", "--log", "none"]] {
        let room = Room::new();
        std::fs::write(room.path("b"), "").unwrap();
        let terminal = start(&room, arguments, SIZES[0]);
        terminal.until("words  ████░░░░░░░░ 1/3  2 running");
        terminal.press(CTRL_C);
        assert_eq!(terminal.wait().0.code(), Some(130));
    }
}

#[test]
fn the_screen_of_a_run_that_has_ended_has_its_steps_and_its_output() {
    let room = Room::new();
    let languages = r#"["es", "fr"]"#;
    let arguments = ["translate_all", "--prompt", "hi you", "--languages", languages, "--millis", "60"];
    let (status, screen) = start(&room, &arguments, SIZES[0]).wait();
    assert!(status.success(), "{screen}");
    let lines: Vec<_> = screen.lines().collect();
    assert!(lines[0].starts_with(" ✓ generate") && lines[0].ends_with("3 events"), "{screen}");
    assert!(lines[1].starts_with(" ✓ languages") && lines[1].ends_with("2/2"), "{screen}");
    assert!(lines[2].starts_with(" ✓ translate_all") && lines[2].contains("   run 01"), "{screen}");
    let output = "{\"english\":\"hi you\",\"translation\":[\"[es] hi you\",\"[fr] hi you\"]}";
    assert_eq!(lines[3..], [output], "{screen}");
}

#[test]
fn the_screen_is_drawn_at_most_20_times_a_second() {
    let room = Room::new();
    let started = Instant::now();
    let arguments = ["stream_tokens", "--count", "2000", "--rate", "1000"];
    let (status, screen, bytes) = start(&room, &arguments, SIZES[0]).end();
    let drawn = bytes.windows(3).filter(|bytes| bytes == b"\x1b[J").count();
    // The first and the last drawing do not wait for the others.
    let most = started.elapsed().as_millis() / 50 + 2;
    assert!(status.success(), "{screen}");
    assert!(drawn >= 5 && drawn as u128 <= most, "{drawn} times in {:?}", started.elapsed());
}

#[test]
fn control_characters_of_tokens_do_not_reach_the_terminal() {
    for arguments in
        [&["nasty", "--millis", "300"][..], &["nasty", "--events", "text"], &["nasty", "--progress", "bar"]]
    {
        let room = Room::new();
        let (status, screen, bytes) = start(&room, arguments, SIZES[0]).end();
        assert!(status.success(), "{arguments:?}: {screen}");
        let text = String::from_utf8(bytes).unwrap();
        for sequence in ["\x1b[2J", "\x1b]", "\x07", "\u{9b}", "\u{202e}", "\x1b[31mred"] {
            assert!(!text.contains(sequence), "{arguments:?}: {text:?}");
        }
    }
}

#[test]
fn ctrl_c_cancels_and_a_second_exits_at_once() {
    let room = Room::new();
    let terminal = start(&room, &["stuck", "--file", "f", "--run-id", "r"], SIZES[0]);
    terminal.until("block");
    terminal.press(CTRL_C);
    std::thread::sleep(Duration::from_millis(300));
    let started = Instant::now();
    terminal.press(CTRL_C);
    assert_eq!(terminal.wait().0.code(), Some(130));
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_watched_list_is_drawn_again_in_its_place() {
    let room = Room::new();
    for run in 0..12 {
        assert_eq!(room.run(&["run", "greet", "--name", "x", "--run-id", &format!("old{run}")]).code, Some(0));
    }
    let terminal = Terminal::start(&room.rnbl(&["runs", "--watch", "--log", "runs.db"]), 80, 10);
    terminal.until("old11");
    assert_eq!(room.run(&["run", "greet", "--name", "x", "--run-id", "new"]).code, Some(0));
    let screen = screen(&terminal, "new", 1);
    let lines: Vec<_> = screen.lines().collect();
    assert!(lines[0].starts_with("RUN") && lines[1].starts_with("new") && lines[2].starts_with("old11"), "{screen}");
    assert_eq!(screen.matches("old11").count(), 1, "{screen}");
    terminal.press(CTRL_C);
    let (status, _) = terminal.wait();
    assert!(status.success(), "{status}");
}
