//! Tables, printed and optionally written into `benches/README.md`.
use std::{fs, path::Path};

/// A Markdown table.
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Creates an empty table with these columns.
    pub fn new(columns: &[&str]) -> Self {
        Self { rows: vec![columns.iter().map(ToString::to_string).collect()] }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Formats the table as Markdown with aligned columns, numbers to the right.
    pub fn markdown(&self) -> String {
        let width = |column: usize| self.rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0).max(3);
        let widths: Vec<_> = (0..self.rows[0].len()).map(width).collect();
        let line = |row: &Vec<String>| {
            let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| match column {
                0 => format!(" {cell:<width$} |"),
                _ => format!(" {cell:>width$} |"),
            });
            format!("|{}\n", cells.collect::<String>())
        };
        let rule = widths.iter().enumerate().map(|(column, &width)| match column {
            0 => format!("{}|", "-".repeat(width + 2)),
            _ => format!("{}:|", "-".repeat(width + 1)),
        });
        let mut rows = self.rows.iter().map(line);
        let head = rows.next().unwrap_or_default();
        format!("{head}|{}\n{}", rule.collect::<String>(), rows.collect::<String>())
    }
}

/// Prints a section and, if the program was called with `--write`, puts it into the README between
/// its two markers.
///
/// # Panics
/// Panics if the README cannot be written or lacks the markers.
pub fn publish(section: &str, text: &str) {
    println!("{text}");
    if !std::env::args().any(|argument| argument == "--write") {
        return;
    }
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let path = folders.map(|folder| folder.join("benches/README.md")).find(|path| path.exists());
    let path = path.expect("benches/README.md exists");
    let readme = fs::read_to_string(&path).expect("benches/README.md exists");
    let (begin, end) = (format!("<!-- {section} -->\n"), format!("<!-- end of {section} -->"));
    let (before, rest) = readme.split_once(&begin).expect("the marker at the start of the section");
    let (_, after) = rest.split_once(&end).expect("the marker at the end of the section");
    fs::write(&path, format!("{before}{begin}{}\n{end}{after}", text.trim_end()))
        .expect("benches/README.md is writable");
}

/// Describes the machine and the compiler.
pub fn machine() -> String {
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(": unknown processor");
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let rustc = std::process::Command::new("rustc").arg("--version").output();
    let rustc = rustc.map_or_else(|_| "rustc unknown".into(), |out| String::from_utf8_lossy(&out.stdout).into_owned());
    format!("{}, {cores} cores; {}", model.trim_start_matches([':', ' ', '\t']), rustc.trim())
}
