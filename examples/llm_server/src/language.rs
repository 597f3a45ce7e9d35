//! The supported target languages.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A target language of a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// German.
    German,
}

impl Language {
    const ALL: [Self; 3] = [Self::Spanish, Self::French, Self::German];

    /// Returns the English name in lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Spanish => "spanish",
            Self::French => "french",
            Self::German => "german",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Language {
    type Err = Unsupported;

    fn from_str(name: &str) -> Result<Self, Unsupported> {
        let found = Self::ALL.into_iter().find(|language| language.name().eq_ignore_ascii_case(name));
        found.ok_or_else(|| Unsupported(name.to_owned()))
    }
}

/// An error for an unsupported language name.
#[derive(Debug, thiserror::Error)]
#[error("unsupported language {0:?}\nhelp: choose `spanish`, `french` or `german`")]
pub struct Unsupported(String);
