//! Finds paths in documents that lead to no file.

/// The documents whose paths are checked.
pub(super) const DOCUMENTS: [&str; 2] = ["ARCHITECTURE.md", "CONTRIBUTING.md"];

const EXTENSIONS: [&str; 7] = [".rs", ".md", ".toml", ".py", ".sh", ".sql", ".snap"];

/// Returns the paths in the code spans of `text` that are not the end of the path of a file or a folder in `files`.
///
/// A span is a path if it ends with `/` or with a usual extension. `NAME` stands for anything, and files under `target` are
/// generated.
pub(super) fn missing(document: &str, text: &str, files: &[String]) -> Vec<String> {
    let mut problems = vec![];
    for (number, line) in text.lines().enumerate() {
        let spans = line.split('`').skip(1).step_by(2);
        for path in spans.filter(|span| is_path(span) && !leads_somewhere(span.trim_end_matches('/'), files)) {
            let number = number + 1;
            problems
                .push(format!("{document}:{number}: `{path}` does not exist; help: name the file that replaced it"));
        }
    }
    problems
}

fn is_path(span: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || "/_-.".contains(c);
    span.chars().all(is_word)
        && (EXTENSIONS.iter().any(|end| span.ends_with(end)) || span.len() > 1 && span.ends_with('/'))
        && !span.contains("NAME")
        && !span.starts_with("target/")
}

fn leads_somewhere(path: &str, files: &[String]) -> bool {
    let segments: Vec<_> = path.split('/').collect();
    files.iter().any(|file| {
        let file: Vec<_> = file.split('/').collect();
        file.windows(segments.len()).any(|part| part == segments)
    })
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn a_path_that_leads_nowhere_is_reported_with_its_line() {
        let files = ["a/src/lib.rs", "a/src/queue/send.rs"].map(str::to_owned);
        let text =
            "`a/src/lib.rs`, `queue/send.rs`\n`queue/`, `a/src/queue.rs` and `lib/`\n`step/NAME.rs`, `a / b`, `T::x`";
        let problems = missing("D.md", text, &files);
        assert_eq!(
            problems,
            [
                "D.md:2: `a/src/queue.rs` does not exist; help: name the file that replaced it",
                "D.md:2: `lib/` does not exist; help: name the file that replaced it",
            ]
        );
    }
}
