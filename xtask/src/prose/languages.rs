//! Finds the prose in a file of any language of the repository.

use super::{
    markdown,
    passage::{Kind, Passage},
    rust,
};
use std::{fs::File, io::Read, path::Path};

/// Returns whether `prose` reads the file: by its extension, or by `#!` if it has none.
pub(super) fn is_text(file: &str, path: &Path) -> bool {
    let mut start = [0; 2];
    match extension(file) {
        "rs" | "md" | "toml" | "sh" | "sql" | "py" | "js" | "mjs" => true,
        "" => File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && &start == b"#!",
        _ => false,
    }
}

/// Returns the passages of a file.
pub(super) fn passages(file: &str, text: &str) -> Vec<Passage> {
    match extension(file) {
        "rs" => rust::passages(text, 1),
        "md" => markdown::passages(numbered(text), Kind::Paragraph),
        "sql" => comments(text, "--"),
        "js" | "mjs" => comments(text, "//"),
        "toml" => [comments(text, "#"), descriptions(text)].concat(),
        _ => comments(text, "#"),
    }
}

fn numbered(text: &str) -> Vec<(usize, String)> {
    (1..).zip(text.lines().map(str::to_owned)).collect()
}

/// Returns the comments of a language in which they run from `marker` to the end of the line.
fn comments(text: &str, marker: &str) -> Vec<Passage> {
    let mut blocks: Vec<Vec<(usize, String)>> = vec![];
    let mut previous = 0;
    for (number, line) in (1..).zip(text.lines()) {
        let Some((code, comment)) = split_comment(line, marker) else { continue };
        if line.starts_with("#!") {
            continue;
        }
        let continued = previous + 1 == number && code.trim().is_empty();
        match blocks.last_mut() {
            Some(block) if continued => block.push((number, comment.to_owned())),
            _ => blocks.push(vec![(number, comment.to_owned())]),
        }
        previous = if code.trim().is_empty() { number } else { 0 };
    }
    blocks.into_iter().flat_map(|block| markdown::passages(block, Kind::Paragraph)).collect()
}

/// Splits a line at a comment marker that stands outside quotes, at the start or after a space.
fn split_comment<'a>(line: &'a str, marker: &str) -> Option<(&'a str, &'a str)> {
    let mut quote = None;
    for (at, character) in line.char_indices() {
        let rest = &line[at..];
        match quote {
            Some(open) if character == open => quote = None,
            None if rest.starts_with(marker) && (at == 0 || line[..at].ends_with(char::is_whitespace)) => {
                return Some((&line[..at], rest[marker.len()..].trim_start()));
            }
            None if character == '"' => quote = Some(character),
            _ => {}
        }
    }
    None
}

/// Returns the values of `description` in a manifest.
fn descriptions(text: &str) -> Vec<Passage> {
    let lines = numbered(text).into_iter().filter(|(_, line)| line.starts_with("description"));
    lines.map(|line| Passage { kind: Kind::Fragment, lines: vec![line] }).collect()
}

/// Returns the extension of a file, or nothing.
fn extension(file: &str) -> &str {
    Path::new(file).extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(file: &str, text: &str) -> Vec<String> {
        let passages = passages(file, text).into_iter();
        passages.map(|passage| passage.lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("/")).collect()
    }

    #[test]
    fn consecutive_comments_are_read_as_a_whole() {
        assert_eq!(
            texts("a.toml", "# one\n# two\n\n# three\nx = 1 # four\n# five"),
            ["one/two", "three", "four", "five"]
        );
    }

    #[test]
    fn a_marker_in_quotes_starts_no_comment() {
        assert_eq!(texts("a.sh", "echo \"# not\" # but this\necho a#b"), ["but this"]);
    }

    #[test]
    fn descriptions_of_manifests_are_read() {
        assert_eq!(texts("Cargo.toml", "description = \"It tells.\"\nname = \"x\""), ["description = \"It tells.\""]);
    }
}
