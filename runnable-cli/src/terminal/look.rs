//! The look of a stream: colours and symbols.

use std::{
    env,
    io::{IsTerminal, stderr, stdout},
};

/// A standard stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stream {
    Stdout,
    Stderr,
}

/// The look of texts on a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Look {
    /// True if texts may have colours.
    pub(crate) colour: bool,
    /// True if the locale has UTF-8. Otherwise texts are ASCII.
    pub(crate) unicode: bool,
}

/// A colour with a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paint {
    Good,
    Bad,
    Busy,
    Warn,
    Dim,
    Bold,
}

impl Stream {
    pub(crate) fn is_terminal(self) -> bool {
        match self {
            Self::Stdout => stdout().is_terminal(),
            Self::Stderr => stderr().is_terminal(),
        }
    }
}

impl Look {
    /// Returns the look of a stream. `NO_COLOR` switches colours off; `CLICOLOR_FORCE` switches them on if the stream is not a
    /// terminal.
    pub(crate) fn of(stream: Stream) -> Self {
        let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_zero = |name: &str| env::var_os(name).is_some_and(|value| value == "0");
        let colour = if is_set("NO_COLOR") {
            false
        } else if is_set("CLICOLOR_FORCE") && !is_zero("CLICOLOR_FORCE") {
            true
        } else {
            let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
            stream.is_terminal() && !is_dumb && !is_zero("CLICOLOR")
        };
        Self { colour, unicode: has_utf8(&|name| env::var(name).ok()) }
    }

    /// Returns the text in a colour, if there are colours.
    pub(crate) fn paint(self, paint: Paint, text: &str) -> String {
        if !self.colour || text.is_empty() {
            return text.to_owned();
        }
        let code = match paint {
            Paint::Good => "32",
            Paint::Bad => "31",
            Paint::Busy => "36",
            Paint::Warn => "33",
            Paint::Dim => "2",
            Paint::Bold => "1",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }

    /// Returns the first text with UTF-8, and the second without.
    pub(crate) fn symbol(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        if self.unicode { unicode } else { ascii }
    }
}

/// Returns true if the locale that the variables describe has UTF-8.
fn has_utf8(variable: &dyn Fn(&str) -> Option<String>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| variable(name).filter(|it| !it.is_empty()));
    match locale {
        Some(locale) => {
            let locale = locale.to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        }
        // These systems have UTF-8 in any case.
        None => cfg!(any(windows, target_os = "macos")),
    }
}

#[cfg(test)]
mod tests {
    use super::has_utf8;

    #[test]
    fn the_first_variable_with_a_value_decides_about_the_locale() {
        for (variables, expected) in [
            (&[("LC_ALL", "C"), ("LANG", "de_DE.UTF-8")][..], false),
            (&[("LC_ALL", ""), ("LANG", "de_DE.UTF-8")], true),
            (&[("LC_CTYPE", "en_US.utf8")], true),
            (&[("LANG", "POSIX")], false),
        ] {
            let get = |name: &str| {
                variables.iter().find(|(variable, _)| *variable == name).map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(has_utf8(&get), expected, "{variables:?}");
        }
    }
}
