//! `cargo xtask prose`: lists phrases that the project's style rules out.

mod allowed;
mod languages;
mod markdown;
mod passage;
mod rules;
mod rust;
mod words;

use crate::workspace;
use passage::Kind;
use rules::Finding;
use std::{fs, process::ExitCode};

pub(crate) const DETAILS: &str = "\
Reads comments, doc comments, Markdown and string literals of every file that Git tracks, or of those whose paths
begin with PATH. Code in backticks is not read. A finding is `FILE:LINE: phrase, excerpt, remedy`; any finding fails.
Exceptions, each with a reason, are in xtask/src/prose/allowed.rs.";

/// Files that are not the project's own text, or that a script writes.
const EXCLUDED: [&str; 3] = ["tests/random/generated.rs", "LICENSE", "runnable-http/ui/vendor/"];

/// Checks the tracked files whose paths begin with one of `prefixes`, or all of them.
pub(crate) fn command(prefixes: &[String]) -> Result<ExitCode, String> {
    let root = workspace::root();
    let mut files = workspace::tracked(&root)?;
    files.retain(|file| {
        !EXCLUDED.iter().any(|excluded| file.starts_with(excluded))
            && (prefixes.is_empty() || prefixes.iter().any(|prefix| file.starts_with(prefix.trim_start_matches("./"))))
    });
    let mut report = Report::default();
    for file in &files {
        let path = root.join(file);
        if languages::is_text(file, &path) {
            let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {file}: {error}"))?;
            report.add(file, &text);
        }
    }
    let unused = if prefixes.is_empty() { report.unused_allowances() } else { vec![] };
    for unused in &unused {
        println!("{unused}");
    }
    println!("{}", report.summary());
    Ok(if report.findings == 0 && unused.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[derive(Default)]
struct Report {
    findings: usize,
    files: usize,
    doc_comments: usize,
    /// The doc comments that start with "What".
    with_what: usize,
    /// The indices of the allowances that were needed.
    allowances: Vec<usize>,
}

impl Report {
    /// Checks a file and prints its findings.
    fn add(&mut self, file: &str, text: &str) {
        let mut found = false;
        for passage in languages::passages(file, text) {
            if passage.kind == Kind::Opening {
                self.doc_comments += 1;
                let first = passage.lines.first().map_or("", |(_, line)| line.trim_start());
                self.with_what += usize::from(first.starts_with("What "));
            }
            for finding in rules::check(&passage) {
                match allowed::position(file, &finding.phrase) {
                    Some(allowance) => self.allowances.push(allowance),
                    None => {
                        found = true;
                        self.findings += 1;
                        print(file, &finding);
                    }
                }
            }
        }
        self.files += usize::from(found);
    }

    fn unused_allowances(&self) -> Vec<String> {
        allowed::unused(&self.allowances)
    }

    fn summary(&self) -> String {
        let share = 100.0 * ratio(self.with_what, self.doc_comments);
        format!(
            "{} findings in {} files; {} of {} doc comments ({share:.1} %) start with \"What\"",
            self.findings, self.files, self.with_what, self.doc_comments
        )
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of comments are small")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn print(file: &str, finding: &Finding) {
    println!("{file}:{}: `{}` in \"{}\": {}", finding.line, finding.phrase, finding.excerpt, finding.remedy);
}
