//! The modules of the page as a single file, so that a browser sends one request for them.

/// The modules in the order of their imports: each imports only from those before.
const MODULES: [&str; 16] = [
    include_str!("../../ui/format.mjs"),
    include_str!("../../ui/place.mjs"),
    include_str!("../../ui/api.mjs"),
    include_str!("../../ui/model.mjs"),
    include_str!("../../ui/critical.mjs"),
    include_str!("../../ui/follow.mjs"),
    include_str!("../../ui/rows.mjs"),
    include_str!("../../ui/timeline.mjs"),
    include_str!("../../ui/graph.mjs"),
    include_str!("../../ui/lanes.mjs"),
    include_str!("../../ui/details.mjs"),
    include_str!("../../ui/dialogs.mjs"),
    include_str!("../../ui/live.mjs"),
    include_str!("../../ui/run.mjs"),
    include_str!("../../ui/list.mjs"),
    include_str!("../../ui/main.mjs"),
];
/// The only module that stays a file of its own.
const PREACT: &str = "import { html, render, useEffect, useLayoutEffect, useRef, useState } from \"./preact.mjs\";\n";

/// Returns the modules as a single module. They share its scope: no two of them may have a top-level item of the same name.
///
/// An `import` is a single line, and an `export` stands at the start of a line.
pub(super) fn script() -> String {
    let lines = MODULES.iter().flat_map(|module| module.lines()).filter(|line| !line.starts_with("import "));
    let mut script = String::from(PREACT);
    for line in lines {
        script.push_str(line.strip_prefix("export ").unwrap_or(line));
        script.push('\n');
    }
    script
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_modules_become_one_without_names_that_occur_twice() {
        let script = script();
        assert_eq!(script.matches("\nimport ").count(), 0);
        assert_eq!(script.matches("\nexport ").count(), 0);
        let mut known = BTreeSet::new();
        for line in script.lines() {
            let mut words = line.split([' ', '(', '{', ';', '=']).skip_while(|word| *word == "async");
            if matches!(words.next(), Some("const" | "let" | "class" | "function")) {
                let name = words.find(|word| !word.is_empty()).unwrap_or_default();
                assert!(name.starts_with('[') || known.insert(name), "`{name}` is defined twice");
            }
        }
        assert!(known.contains("showPage"), "{known:?}");
    }
}
