//! Paths of items, such as `days[3]/hours[0]`.

/// Returns whether `path` is `at`, or is below it.
pub(crate) fn is_within(path: &str, at: &str) -> bool {
    path.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '[']))
}

/// Returns the items and turns around a path, from the outermost. They include the path of an item.
pub(super) fn items(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices(']').filter_map(|(at, _)| path.get(..=at))
}

/// Returns the path of the `map` or the loop of an item or a turn, and its index.
pub(super) fn parts(item: &str) -> Option<(&str, usize)> {
    let (map, index) = item.strip_suffix(']')?.rsplit_once('[')?;
    Some((map, index.parse().ok()?))
}

/// Returns the last name of a path without its index.
pub(super) fn name(path: &str) -> &str {
    let last = path.rsplit('/').next().unwrap_or(path);
    last.split('[').next().unwrap_or(last)
}

/// Returns a path without indices, as the id of a node.
pub(super) fn without_indices(path: &str) -> String {
    let names = path.split('/').map(|segment| segment.split('[').next().unwrap_or(segment));
    names.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_items_around_a_path_are_found() {
        let path = "plan/days[31]/hours[2]/write";
        assert_eq!(items(path).collect::<Vec<_>>(), ["plan/days[31]", "plan/days[31]/hours[2]"]);
        assert_eq!(parts("plan/days[31]/hours[2]"), Some(("plan/days[31]/hours", 2)));
        assert_eq!((name("plan/days[31]"), without_indices(path)), ("days", "plan/days/hours/write".to_owned()));
        assert!(is_within(path, "plan/days[31]") && !is_within("plan/days[31]", "plan/days[3]"));
        assert!(!is_within("planned", "plan") && is_within("plan", "plan"));
    }
}
