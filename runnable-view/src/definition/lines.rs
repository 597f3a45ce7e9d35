//! Lines that are whole: a string literal with line breaks is part of its line.

/// Joins lines inside a string literal or brackets.
pub(super) fn whole(lines: &[String]) -> Vec<String> {
    let mut all: Vec<String> = vec![];
    let mut open = false;
    for line in lines {
        match all.last_mut() {
            Some(last) if open => {
                last.push('\n');
                last.push_str(line);
            }
            _ => all.push(line.clone()),
        }
        open = all.last().is_some_and(|last| is_open(last));
    }
    all
}

/// Returns `true` if a string literal of the text does not end in it.
fn is_open(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\'', 'r']) {
        let (before, from) = rest.split_at(at);
        let word = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let next = match from.as_bytes() {
            [b'"', ..] => string(from, 1),
            [b'r', ..] if !word || before.ends_with('b') => raw(from),
            [b'\'', ..] => Some(character(from)),
            _ => Some(1),
        };
        let Some(next) = next else { return true };
        rest = from.get(next..).unwrap_or_default();
    }
    false
}

/// Returns the length of a string literal from its quote.
fn string(from: &str, start: usize) -> Option<usize> {
    let mut escaped = false;
    for (at, character) in from.char_indices().skip(start) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Returns the length of `r#".."#`, or 1 for a word.
fn raw(from: &str) -> Option<usize> {
    let signs = from.chars().skip(1).take_while(|c| *c == '#').count();
    let body = from.get(1 + signs..).unwrap_or_default();
    if !body.starts_with('"') {
        return Some(1);
    }
    let end = format!("\"{}", "#".repeat(signs));
    body.get(1..)?.find(&end).map(|at| 1 + signs + 1 + at + end.len())
}

/// Returns the length of a character literal, or 1 for a lifetime.
fn character(from: &str) -> usize {
    let mut characters = from.char_indices().skip(1);
    match (characters.next(), characters.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let rest = at + escaped.len_utf8();
            from.get(rest..).and_then(|tail| tail.find('\'')).map_or(1, |end| rest + end + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_with_line_breaks_is_part_of_its_line() {
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let text = "a(x = \"1\\\"\n  task b\n\")\nc('\"', '\\'', 'a, r\"\\\")\nd(r#\"\"\n\"#)\nfor: r(b\"x\")";
        assert_eq!(
            whole(&lines(text)),
            ["a(x = \"1\\\"\n  task b\n\")", "c('\"', '\\'', 'a, r\"\\\")", "d(r#\"\"\n\"#)", "for: r(b\"x\")"]
        );
    }
}
