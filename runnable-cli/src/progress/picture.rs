//! The picture of the progress in the README: the lines of a run, as an SVG.

use super::{
    Model,
    tests::{chunk, ended, reset, started, translate_all_graph},
};
use crate::terminal::{Look, columns};
use std::{fmt::Write as _, fs, path::Path, time::Duration};

/// The columns of the terminal.
const WIDTH: usize = 80;
/// The size of a column and of a row, in pixels.
const CELL: (f64, f64) = (8.4, 20.0);

/// Returns the lines of a terminal with a run in the middle of its map.
fn lines() -> Vec<String> {
    let mut model = Model::new(translate_all_graph(), Look { colour: true, unicode: true });
    model.map_started("languages", 9);
    let start = model.started;
    let at = |millis| start + Duration::from_millis(millis);
    model.event(&started("generate"), start);
    for _ in 0..212 {
        model.event(&chunk("generate", "good "), start);
    }
    model.event(&ended("generate"), at(1240));
    for (path, runs) in [
        ("languages[0]/translate", false),
        ("languages[1]/translate", false),
        ("languages[2]/translate", false),
        ("languages[3]/translate", true),
        ("languages[4]/translate", false),
        ("languages[5]/translate", false),
        ("languages[6]/translate", false),
        ("languages[7]/translate", true),
        ("languages[8]/translate", true),
    ] {
        model.event(&started(path), at(1300));
        if !runs {
            model.event(&ended(path), at(6000));
        }
    }
    let spanish = "Buenos días a todos, hoy vamos a hablar de las tuberías y de cómo los pasos de un proyecto";
    model.event(&chunk("languages[3]/translate", spanish), at(6500));
    model.event(&reset("languages[7]/translate", "429 Too Many Requests"), at(6600));
    model.event(&chunk("languages[8]/translate", "Godmorgen, i dag"), at(6700));
    let frame = model.frame(at(7100), WIDTH - 1, 24);
    let command = "$ app run translate_all --prompt \"good morning\" --params languages.json".to_owned();
    [vec![command], std::mem::take(&mut model.lines), frame].concat()
}

/// Returns lines with colours as an SVG of a dark terminal.
fn svg(lines: &[String]) -> String {
    let number = |count: usize| f64::from(u32::try_from(count).expect("a terminal is small"));
    let (width, height) = (number(WIDTH) * CELL.0 + 24.0, number(lines.len()) * CELL.1 + 24.0);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" role=\"img\" aria-label=\"The progress of a run in a terminal\">\n<style>\n\
         text {{ font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: #d4d4d4; white-space: pre }}\n\
         .c1 {{ font-weight: bold }} .c2 {{ fill: #8b949e }} .c31 {{ fill: #f97583 }} .c32 {{ fill: #7ee787 }} \
         .c33 {{ fill: #e3b341 }} .c36 {{ fill: #56d4dd }}\n</style>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#161b22\"/>\n"
    );
    for (row, line) in lines.iter().enumerate() {
        let y = number(row) * CELL.1 + 27.0;
        let mut column = 0;
        // Each part has its own place: fonts differ in the widths of symbols.
        for part in line.split("\x1b[") {
            let (code, text) =
                part.split_once('m').filter(|(code, _)| code.parse::<u8>().is_ok()).unwrap_or(("0", part));
            for (at, word) in words(text) {
                let x = number(column + at) * CELL.0 + 12.0;
                let word = word.replace('&', "&amp;").replace('<', "&lt;");
                let _ = writeln!(svg, "<text class=\"c{code}\" x=\"{x:.1}\" y=\"{y:.0}\">{word}</text>");
            }
            column += columns(text);
        }
    }
    svg + "</svg>\n"
}

/// Returns the parts of a text between two spaces or more, with their columns.
fn words(text: &str) -> Vec<(usize, &str)> {
    let (mut words, mut column) = (Vec::new(), 0);
    for part in text.split_inclusive("  ") {
        let word = part.trim();
        if !word.is_empty() {
            words.push((column + columns(part) - columns(part.trim_start()), word));
        }
        column += columns(part);
    }
    words
}

#[test]
fn the_picture_in_the_readme_shows_today_s_progress() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/pictures/progress.svg");
    let picture = svg(&lines());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, &picture).expect("the picture can be written");
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == picture, "the picture is old: run this test with `UPDATE_DOCS=1`");
}
