//! Parsing of paths.

use super::step_path::StepPath;
use std::{error::Error as StdError, fmt, str::FromStr};

/// The error of parsing a [`StepPath`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseStepPathError {
    path: Box<str>,
    segment: Box<str>,
    kind: Malformed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Malformed {
    Name,
    Index,
}

impl fmt::Display for ParseStepPathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, segment, kind } = self;
        match kind {
            Malformed::Name if segment.is_empty() => write!(f, "the path `{path}` has a segment without a name"),
            Malformed::Name => write!(f, "the segment `{segment}` of the path `{path}` has no name"),
            Malformed::Index => write!(f, "the segment `{segment}` of the path `{path}` has a malformed index"),
        }?;
        f.write_str("\nhelp: write names with `/` between them, such as `languages[2]/translate`")
    }
}

impl StdError for ParseStepPathError {}

/// Parses the printed form. The empty text is the path of the run itself.
impl FromStr for StepPath {
    type Err = ParseStepPathError;

    fn from_str(path: &str) -> Result<Self, ParseStepPathError> {
        if path.is_empty() {
            return Ok(Self::parsed(Vec::new()));
        }
        let segments = path.split('/').map(|segment| {
            self::segment(segment).map_err(|kind| ParseStepPathError {
                path: path.into(),
                segment: segment.into(),
                kind,
            })
        });
        Ok(Self::parsed(segments.collect::<Result<_, _>>()?))
    }
}

fn segment(text: &str) -> Result<(Box<str>, Option<u32>), Malformed> {
    let (name, index) = match text.split_once('[') {
        None => (text, None),
        Some((name, rest)) => (name, Some(rest.strip_suffix(']').and_then(index).ok_or(Malformed::Index)?)),
    };
    if name.is_empty() {
        return Err(Malformed::Name);
    }
    if name.contains(']') {
        return Err(Malformed::Index);
    }
    Ok((name.into(), index))
}

/// Reads an index as it is printed: without a sign or leading zeros.
fn index(text: &str) -> Option<u32> {
    text.parse().ok().filter(|index: &u32| index.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{Place, Scope};
    use std::{collections::hash_map::RandomState, hash::BuildHasher};

    #[test]
    fn a_path_is_equal_to_its_parsed_text_and_hashes_alike() {
        static PLACES: [Place; 3] = [Place::new("plan"), Place::indexed("days"), Place::indexed("hours")];
        let plan = Scope::ROOT.below(&PLACES[0], 0);
        let day = plan.below(&PLACES[1], 3);
        let hour = day.below(&PLACES[2], usize::MAX);
        let (texts, hasher) = (["", "plan", "plan/days[3]", "plan/days[3]/hours[4294967295]"], RandomState::new());
        for (scope, text) in [Scope::ROOT, plan, day, hour].into_iter().zip(texts) {
            let (path, parsed) = (StepPath::new(scope.origin()), text.parse::<StepPath>().unwrap());
            assert_eq!((&path, path.to_string()), (&parsed, text.to_owned()));
            assert_eq!(hasher.hash_one(&path), hasher.hash_one(&parsed));
            assert_eq!(serde_json::to_string(&path).unwrap(), serde_json::to_string(&parsed).unwrap());
            assert_eq!(path.is_empty(), text.is_empty());
        }
    }

    #[test]
    fn a_malformed_path_is_refused() {
        let malformed = [
            "/",
            "a/",
            "/a",
            "a//b",
            "[1]",
            "a[",
            "a[]",
            "a[x]",
            "a[-1]",
            "a[+1]",
            "a[01]",
            "a[4294967296]",
            "a[1]b",
            "a]",
            "a[1][2]",
            "a]b[1]",
        ];
        for path in malformed {
            let error = path.parse::<StepPath>().unwrap_err().to_string();
            assert!(error.contains(&format!("`{path}`")) && error.contains("\nhelp: "), "{error}");
        }
    }
}
