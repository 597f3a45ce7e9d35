//! Counts `cfg`s and hidden names.

use super::Source;
use syn::{Item, ItemMod, UseTree, Visibility};

/// Counts the `cfg`, `cfg_attr` and `cfg!` of a source text, without comments.
pub(super) fn cfgs(text: &str) -> usize {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.map(|line| ["cfg(", "cfg_attr(", "cfg!("].iter().map(|cfg| count_words(line, cfg)).sum::<usize>()).sum()
}

/// Counts the places where `word` starts and no identifier runs into it.
fn count_words(line: &str, word: &str) -> usize {
    let starts = line.match_indices(word).map(|(at, _)| &line[..at]);
    starts.filter(|before| !before.ends_with(|last: char| last.is_alphanumeric() || last == '_')).count()
}

/// Counts the names that the module `__private` of these sources exports, also in its own modules.
///
/// # Errors
/// Returns an error if the module is missing, or if it exports names by `*`, which cannot be counted.
pub(super) fn private_names(sources: &[&Source]) -> Result<usize, String> {
    for source in sources {
        let parse =
            |text: &str| syn::parse_file(text).map_err(|error| format!("cannot parse {}: {error}", source.path));
        if ["/__private.rs", "/__private/mod.rs"].iter().any(|end| source.path.ends_with(end)) {
            return count_items(&parse(&source.text)?.items);
        }
        if source.text.contains("mod __private {") {
            let file = parse(&source.text)?;
            let module = file.items.iter().find_map(|item| match item {
                Item::Mod(ItemMod { ident, content: Some((_, items)), .. }) if ident == "__private" => Some(items),
                _ => None,
            });
            if let Some(items) = module {
                return count_items(items);
            }
        }
    }
    Err("the module `__private` of runnable-core is missing".to_owned())
}

fn count_items(items: &[Item]) -> Result<usize, String> {
    let mut count = 0;
    for item in items {
        count += match item {
            Item::Use(item) if is_public(&item.vis) => count_leaves(&item.tree)?,
            Item::Mod(item) if is_public(&item.vis) => match &item.content {
                Some((_, items)) => count_items(items)?,
                None => 1,
            },
            Item::Const(item) => usize::from(is_public(&item.vis)),
            Item::Enum(item) => usize::from(is_public(&item.vis)),
            Item::Fn(item) => usize::from(is_public(&item.vis)),
            Item::Static(item) => usize::from(is_public(&item.vis)),
            Item::Struct(item) => usize::from(is_public(&item.vis)),
            Item::Trait(item) => usize::from(is_public(&item.vis)),
            Item::Type(item) => usize::from(is_public(&item.vis)),
            _ => 0,
        };
    }
    Ok(count)
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn count_leaves(tree: &UseTree) -> Result<usize, String> {
    match tree {
        UseTree::Path(path) => count_leaves(&path.tree),
        UseTree::Group(group) => group.items.iter().map(count_leaves).sum(),
        UseTree::Glob(_) => Err("`__private` exports names by `*`; help: list the names".to_owned()),
        UseTree::Name(_) | UseTree::Rename(_) => Ok(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Result<usize, String> {
        let source = Source { path: "runnable-core/src/lib.rs".into(), text: text.into() };
        private_names(&[&source])
    }

    #[test]
    fn cfgs_are_counted_outside_comments() {
        let text = "#[cfg(a)]\n// #[cfg(b)]\n#[cfg_attr(c, d)] fn f() { if cfg!(e) {} mycfg(f); }\n/// cfg(g)\n";
        assert_eq!(cfgs(text), 3);
    }

    #[test]
    fn every_exported_name_counts() {
        let text = "pub mod __private { pub use a::{B, c::{D, E as F}}; pub use serde; use g::H; pub fn i() {}
            pub mod inner { pub struct J; } }";
        assert_eq!(names(text), Ok(6));
    }

    #[test]
    fn a_missing_module_and_globs_are_errors() {
        assert!(names("pub mod other {}").is_err());
        assert!(names("pub mod __private { pub use a::*; }").is_err());
    }
}
