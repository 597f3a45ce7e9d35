//! Names of crates.

use crate::failure::{Failure, Result};

/// Keywords, also those that are reserved.
const KEYWORDS: [&str; 51] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];
/// Crates that the program can name already.
const TAKEN: [&str; 9] = ["alloc", "core", "proc_macro", "std", "test", "runnable", "runnable_cli", "serde", "tokio"];
/// Folders of cargo's, beside which no program can be.
const FOLDERS: [&str; 4] = ["build", "deps", "examples", "incremental"];

/// Returns an error that proposes another name, if no crate with a program can have this name.
pub(super) fn check(name: &str) -> Result<()> {
    let Some(problem) = problem(name) else { return Ok(()) };
    let help = match better(name) {
        Some(better) => format!("did you mean `{better}`?"),
        None => "write letters, digits, `-` and `_`, and begin with a letter".to_owned(),
    };
    Err(Failure::usage(format!("a crate cannot have the name `{name}`: {problem}\nhelp: {help}")))
}

fn problem(name: &str) -> Option<String> {
    let is_allowed = |char: &char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_');
    let same = |other: &&str| name.replace('-', "_") == **other;
    if name.is_empty() {
        Some("it is empty".to_owned())
    } else if name.contains(['/', '\\']) {
        Some("it is a path".to_owned())
    } else if let Some(char) = name.chars().find(|char| !is_allowed(char)) {
        Some(format!("it contains `{}`", char.escape_debug()))
    } else if !name.starts_with(|char: char| char.is_ascii_alphabetic()) {
        Some("it does not begin with a letter".to_owned())
    } else if KEYWORDS.contains(&name) {
        Some("it is a keyword of Rust".to_owned())
    } else if TAKEN.iter().any(same) {
        Some("the program uses a crate with this name".to_owned())
    } else if FOLDERS.contains(&name) {
        Some("it is the name of a folder of cargo".to_owned())
    } else {
        None
    }
}

/// Returns a name that resembles a text.
fn better(name: &str) -> Option<String> {
    let last = name.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or_default();
    let mut better = String::new();
    for char in last.chars() {
        match char {
            '_' | 'a'..='z' | 'A'..='Z' | '0'..='9' => better.push(char.to_ascii_lowercase()),
            _ if better.ends_with('-') => {}
            _ => better.push('-'),
        }
    }
    let better = better.trim_start_matches(|char: char| !char.is_ascii_alphabetic()).trim_end_matches('-');
    let better = if problem(better).is_none() { better.to_owned() } else { format!("{better}-app") };
    problem(&better).is_none().then_some(better)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_cargo_refuses_has_a_better_one() {
        for name in ["demo", "my-app", "my_app", "App2"] {
            assert_eq!(problem(name), None, "{name}");
        }
        for (name, problem, help) in [
            ("my app", "contains ` `", "`my-app`"),
            ("My.App!", "contains `.`", "`my-app`"),
            ("2fast", "begin with a letter", "`fast`"),
            ("-x", "begin with a letter", "`x`"),
            ("match", "keyword", "`match-app`"),
            ("runnable-cli", "uses a crate", "`runnable-cli-app`"),
            ("std", "uses a crate", "`std-app`"),
            ("deps", "folder", "`deps-app`"),
            ("../demo/", "path", "`demo`"),
            ("grüße", "contains `ü`", "`gr-e`"),
            ("", "empty", "begin with a letter"),
            ("ü", "contains `ü`", "begin with a letter"),
            ("a\u{1b}[2J", "contains `\\u{1b}`", "`a-2j`"),
        ] {
            let message = check(name).unwrap_err().message;
            assert!(message.contains(problem) && message.contains(help), "{message}");
        }
    }
}
