//! Paths as they are recorded, such as `languages[7]/translate`.

/// A segment of a path: where its name and the whole segment end in the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Segment<'a> {
    pub(super) name: &'a str,
    pub(super) index: Option<u32>,
    /// The path up to the name.
    pub(super) to_name: &'a str,
    /// The path up to the index.
    pub(super) to_end: &'a str,
}

/// Returns the segments of a path. Text that is not a path is taken as it is.
pub(super) fn segments(path: &str) -> impl Iterator<Item = Segment<'_>> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = path.get(start..)?;
        let end = rest.find('/').map_or(path.len(), |at| start + at);
        next = (end < path.len()).then_some(end + 1);
        let text = path.get(start..end)?;
        let (name, index) = indexed(text).map_or((text, None), |(name, index)| (name, Some(index)));
        Some(Segment { name, index, to_name: path.get(..start + name.len())?, to_end: path.get(..end)? })
    })
}

/// Takes `languages[7]` apart.
fn indexed(segment: &str) -> Option<(&str, u32)> {
    let (name, index) = segment.strip_suffix(']')?.rsplit_once('[')?;
    let number: u32 = index.parse().ok()?;
    (!name.is_empty() && number.to_string() == index).then_some((name, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_segments_with_names_and_indices() {
        let all: Vec<_> = segments("plan/days[3]/hours[4294967295]/a").collect();
        let seen: Vec<_> = all.iter().map(|s| (s.name, s.index, s.to_name, s.to_end)).collect();
        assert_eq!(
            seen,
            [
                ("plan", None, "plan", "plan"),
                ("days", Some(3), "plan/days", "plan/days[3]"),
                ("hours", Some(u32::MAX), "plan/days[3]/hours", "plan/days[3]/hours[4294967295]"),
                ("a", None, "plan/days[3]/hours[4294967295]/a", "plan/days[3]/hours[4294967295]/a"),
            ]
        );
    }

    #[test]
    fn malformed_text_is_one_name() {
        for text in ["", "a[", "a[]", "a[x]", "a[01]", "[1]", "a]", "a[-1]", "a[4294967296]"] {
            let all: Vec<_> = segments(text).map(|s| (s.name, s.index)).collect();
            assert_eq!(all, [(text, None)], "{text}");
        }
    }
}
